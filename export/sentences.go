package export

import (
	"strconv"
	"strings"
	"unicode"

	"travaux/data"
	"travaux/translations"
)

// AmendmentSentences is a sheet of what the delegation asks for in the sentences of the
// United Nations: "In article 6, paragraph 2, replace “x” with “y”." They are worded from
// the differences between the text and the wording; what one asks for, done as it is
// read, gives the wording (WordChanges).
func AmendmentSentences(p data.PublicProposals, loc *translations.Localizer) Document {
	w := writer{loc: loc}
	w.sheetHead(p)
	w.part("amendments")
	n := 0
	for _, x := range p.Provisions {
		for _, q := range x.Proposals {
			if list := w.sentences(x, q); len(list) > 0 {
				n++
				list[0].Spans = append(list[0].Spans, w.onEarlier(q)...)
				w.add(Entry{loc.T("sheet.number", "n", strconv.Itoa(n)), noted(list, q.Source)})
			}
		}
	}
	return w.document(p.PublicBrief, loc.T("sheet.title"), p.Title)
}

// sentences ask for one amendment; none for a text that is to stay and need not.
func (w *writer) sentences(x data.PublicProvision, q data.PublicProposal) []Paragraph {
	as := func(c translations.Case) string { return w.loc.CiteCase(x.Path, c) }
	say := func(id string, kv ...string) []Paragraph { return []Paragraph{w.sentence(w.loc.T(id, kv...))} }
	given := func(list []Paragraph, text string) []Paragraph {
		if q.Elsewhere {
			return append(list, Paragraph{Kind: Fine, Spans: []Span{{w.loc.T("paper.no-text"), Slanted}}})
		}
		return append(list, inLang(q.WordingLang, paragraphs(Quotation, text), w.loc)...)
	}
	switch q.Kind {
	case data.ProposalSuppress:
		return say(w.agreeing("sentence.delete-all", x.Path), "it", as(translations.CiteIt))
	case data.ProposalMove:
		return say(w.agreeing("sentence.move."+neighbour(q), x.Path), "it", as(translations.CiteIt), "place", w.loc.CiteCase(q.Target, translations.CiteAfter))
	case data.ProposalAdd:
		path, ok := numbered(x.Path, q.Label)
		if !ok {
			return given(say("sentence.add."+neighbour(q), "place", as(translations.CiteAfter)), q.Wording)
		}
		id := w.agreeing("sentence.add-new."+neighbour(q), path)
		return given(say(id, "place", as(translations.CiteAfter), "new", w.loc.CiteCase(path, translations.CiteNew)), q.Wording)
	case data.ProposalModify:
		lang := q.WordingLang
		if lang == "" {
			lang = data.Lang(w.loc.Lang())
		}
		changes := WordChanges(q.Base, q.Wording, lang)
		if q.Elsewhere || len(changes) == 1 && changes[0].Kind == TextReplaced {
			return given(say("sentence.replace-all", "it", as(translations.CiteIt)), q.Wording)
		}
		return w.changes(as(translations.CiteIn), changes)
	}
	if q.Must {
		return say("sentence.keep", "it", as(translations.CiteIt))
	}
	return nil
}

// changes of one text: a sentence where there is one, else a list.
func (w *writer) changes(where string, list []WordChange) []Paragraph {
	said := make([]string, len(list))
	for i, c := range list {
		said[i] = w.change(c)
	}
	if len(list) == 1 {
		return []Paragraph{w.sentence(w.loc.T("sentence.in", "where", where, "change", said[0]))}
	}
	out := []Paragraph{w.sentence(w.loc.T("sentence.in-list", "where", where))}
	for i, s := range said {
		id := "sentence.item"
		if i == len(said)-1 {
			id = "sentence.item.last"
		}
		out = append(out, Paragraph{Kind: Body, Spans: []Span{{w.loc.T(id, "letter", w.loc.Lettered(i+1), "change", s), Plain}}})
	}
	return out
}

// change is one change as a part of a sentence, which says "the word" or "the words" where
// a language does, in the case that it asks for.
func (w *writer) change(c WordChange) string {
	old, new := "it", "it"
	switch c.Kind {
	case WordsReplaced:
		new = "with"
	case WordsAfter:
		old = "after"
	case WordsBefore:
		old = "before"
	}
	return w.loc.T("sentence."+string(c.Kind), "old", w.quoted(old, c.Old), "new", w.quoted(new, c.New))
}

// quoted are words in a sentence that changes them.
func (w *writer) quoted(slot, words string) string {
	number := "words"
	switch fields := strings.Fields(words); {
	case !strings.ContainsFunc(words, unicode.IsLetter):
		number = "sign"
	case len(fields) == 1:
		number = "word"
	}
	return w.loc.T("sentence."+slot+"."+number, "words", w.loc.Quote(w.loc.Isolate(words)))
}

func (w *writer) sentence(s string) Paragraph {
	return Paragraph{Kind: Body, Spans: []Span{{translations.Capital(s), Plain}}}
}

// agreeing is the id of a sentence whose verb agrees with a citation: in Arabic with its
// gender, else with nothing.
func (w *writer) agreeing(id, path string) string {
	if w.loc.Feminine(path) {
		return id + ".f"
	}
	return id
}

// numbered is the path of an addition with a number, beside its neighbour: behind
// "ch2/art9/2" the label "2 bis" is at "ch2/art9/2bis". ok is false for a label that
// says no number.
func numbered(neighbour, label string) (path string, ok bool) {
	at := strings.LastIndexByte(neighbour, '/') + 1
	kind := neighbour[at : at+max(strings.IndexFunc(neighbour[at:], unicode.IsDigit), 0)] // none of a point: its letter is its number
	words := strings.FieldsFunc(strings.ToLower(label), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for len(words) > 0 && len(words[0]) > 2 && !strings.ContainsFunc(words[0], unicode.IsDigit) {
		words = words[1:] // "Article"
	}
	number := strings.Join(words, "")
	if number == "" || strings.ContainsFunc(number, func(r rune) bool { return r > unicode.MaxASCII }) {
		return "", false
	}
	return neighbour[:at] + kind + number, true
}
