package library

import (
	"slices"

	"travaux/data"
)

// Checked compares a quotation with the work that it is said to be of, as Quotations
// does: word for word, and whether it stands in the paragraph with that pointer, as
// in data.Paragraph; "": in whichever. Of a work that the shelf does not have, and of
// words that say nothing, known is false.
func (s *Shelf) Checked(work data.ID, pointer, words string) (q Quotation, known bool) {
	v := slices.IndexFunc(s.volumes, func(v Volume) bool { return v.Work.ID == work })
	if v < 0 || len(wordsOf(words)) == 0 {
		return q, false
	}
	name := []rune(s.volumes[v].Work.Name(s.lang))
	q, is := s.compareQuoted(words, name, []mention{{volume: v, end: len(name)}}, nil)
	if !is { // one word that the work does not have
		q.Verdict = Absent
	}
	if q.Verdict == Exact && pointer != "" && q.Place.Pointer != pointer {
		if at, there := s.saysAt(v, pointer, words); there {
			q.Place = at
		} else {
			q.Verdict, q.Pointed = Elsewhere, pointer
		}
	}
	q.Start, q.End = 0, len([]rune(words))
	return q, true
}

// saysAt is the paragraph with a pointer that says the words; ok is false where none does.
func (s *Shelf) saysAt(volume int, pointer, words string) (at Place, ok bool) {
	for n, l := range s.volumes[volume].Lines {
		if l.Pointer == pointer && hasQuoted(strict(l.Text), words) {
			return s.place(s.starts[volume] + n), true
		}
	}
	return Place{}, false
}

// hasQuoted reports whether a text has the words of a quotation, gaps apart.
func hasQuoted(text []string, words string) bool {
	said := false
	for _, piece := range gaps.Split(words, -1) {
		tokens := strict(piece)
		if len(tokens) == 0 {
			continue
		}
		if !follow(text, tokens, !said) {
			return false
		}
		said = true
	}
	return said
}
