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
// appear by a red line on them or on the whole text. Confidential words are found
// by who makes papers, from SpeechSecrets. Flags are in the order of the text.
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
