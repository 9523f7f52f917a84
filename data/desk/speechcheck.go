package desk

import (
	"slices"
	"strings"
	"time"

	"travaux/data"
	"travaux/data/redline/watch"
)

// SpeechFlags finds what must not be said of a text that a statement on some
// provisions consists of: paragraphs that are marked for the delegation, words
// that instructions in force on these provisions forbid, and words that must not
// appear by a red line on them or on the whole text; and what must be said and is
// not, the words that must stay by a red line on what the statement is about.
// Confidential words are found by who makes papers, from SpeechSecrets. Flags are
// in the order of the text, what is missing first.
func (d *Desk) SpeechFlags(text string, lang data.Lang, provisions []data.ID) []data.SpeechFlag {
	flags := d.markedPassages(text)
	read := watch.Read(text, lang, nil)
	look := func(phrase string, flag data.SpeechFlag) {
		p, err := watch.Parse(phrase, lang)
		if err != nil {
			return
		}
		for _, m := range read.Find(p) {
			flag.Start, flag.End = m.Start, m.End
			flag.Words = string([]rune(text)[m.Start:m.End])
			if !slices.Contains(flags, flag) {
				flags = append(flags, flag)
			}
		}
	}
	now := time.Now()
	for _, id := range provisions {
		for _, i := range d.InstructionsAt(id, now) {
			for _, never := range i.Forbids {
				if i.Standing() && never.Lang == lang {
					look(never.Words, data.SpeechFlag{Kind: data.SpeechForbidden, By: i.ID})
				}
			}
		}
	}
	for _, r := range d.absentOn(provisions) {
		if phrase := r.Phrases[lang]; phrase != "" {
			look(phrase, data.SpeechFlag{Kind: data.SpeechRedLine, By: r.ID})
		}
	}
	if strings.TrimSpace(text) != "" {
		flags = append(flags, d.unsaid(read, lang, provisions)...)
	}
	slices.SortStableFunc(flags, func(a, b data.SpeechFlag) int { return a.Start - b.Start })
	return flags
}

// markedPassages are the paragraphs that are marked higher than the lowest level.
func (d *Desk) markedPassages(text string) (flags []data.SpeechFlag) {
	s := d.Marking()
	at := 0
	for line := range strings.Lines(text) {
		n := len([]rune(line))
		if words := strings.TrimSpace(line); words != "" && s.Marked(words).Code != s.Lowest().Code {
			flags = append(flags, data.SpeechFlag{Kind: data.SpeechMarked, Start: at, End: at + len([]rune(strings.TrimRight(line, "\r\n")))})
		}
		at += n
	}
	return flags
}

// absentOn are the red lines on words that must not appear which are on the whole
// text, on one of the provisions, on what they stand in or on what stands in them.
func (d *Desk) absentOn(provisions []data.ID) (out []data.RedLine) {
	t, err := d.Current()
	if err != nil {
		t = &Text{}
	}
	within := func(outer, inner data.ID) bool {
		o, there := t.byID[outer]
		i, here := t.byID[inner]
		return there && here && o <= i && i < t.end(o)
	}
	for _, k := range d.watchable().lines {
		r := k.it
		on := len(r.Provisions) == 0 || slices.ContainsFunc(r.Provisions, func(a data.ID) bool {
			return slices.ContainsFunc(provisions, func(b data.ID) bool { return a == b || within(a, b) || within(b, a) })
		})
		if on && r.Rule == data.RedLineAbsent {
			out = append(out, r)
		}
	}
	return out
}

// unsaid are the red lines on words that must stay which a statement on some
// provisions leaves out.
func (d *Desk) unsaid(read *watch.Text, lang data.Lang, provisions []data.ID) (flags []data.SpeechFlag) {
	t, err := d.Current()
	if err != nil {
		return nil
	}
	spoken := make([]bool, len(t.Provisions))
	for _, id := range provisions {
		if i, ok := t.byID[id]; ok {
			for k := i; k < t.end(i); k++ {
				spoken[k] = true
			}
		}
	}
	for _, k := range d.watchable().lines {
		if k.it.Rule == data.RedLineStays && d.lookout(k.it).unsaid(t, spoken, lang, read) {
			flags = append(flags, data.SpeechFlag{Kind: data.SpeechMissing, Words: k.it.Phrases[lang], By: k.it.ID})
		}
	}
	return flags
}

// unsaid says whether words on some provisions, given by their indices, drop for
// sure the phrase that must stay. The rule is that of our wording (see drops): of
// a red line on more than the words are about, they drop it where it stands in
// what they are about and nowhere else.
func (l *lookout) unsaid(t *Text, spoken []bool, lang data.Lang, words *watch.Text) bool {
	p, has := l.phrases[lang]
	if !has || len(words.Find(p)) > 0 {
		return false
	}
	for _, s := range l.scopes(t) {
		about, whole := false, true
		for i := s.from; i < s.to; i++ {
			about, whole = about || spoken[i], whole && spoken[i]
		}
		if s.gone || !about {
			continue
		}
		here, maybeHere, _ := l.stands(t, lang, p, func(i int) bool { return s.has(i) && spoken[i] })
		elsewhere, maybe, _ := l.stands(t, lang, p, func(i int) bool { return s.has(i) && !spoken[i] })
		if (whole || here || maybeHere != nil) && !elsewhere && maybe == nil {
			return true
		}
	}
	return false
}
