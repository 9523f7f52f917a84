package desk

import (
	"strings"

	"travaux/data"
)

// ladderSecrets are the words of ladders that nobody outside may read: all steps
// to which the delegation has not gone, triggers, and why it went. What is public
// already is no secret. The caller holds mu.
func (d *Desk) ladderSecrets(known published, add func(field, text string, exact bool)) {
	for _, k := range d.ladders.all {
		at := k.it.At(d.descents.on(k.it.Provision))
		for i, s := range k.it.Steps {
			add("field.ladder.trigger", s.Trigger, false)
			for _, lang := range data.Langs {
				words := s.Wording[lang]
				if i <= at || words == "" || known.has(lang, words) {
					continue
				}
				add("field.ladder", words, true)
				for _, piece := range unpublished(known, lang, words) {
					add("field.ladder", piece, false)
				}
			}
		}
	}
	for _, k := range d.descents.all {
		add("field.ladder.reason", k.it.Reason, false)
	}
}

// A run of so many words, or Chinese characters, can be known again: see
// export.Leaks.
const (
	telling    = 6
	tellingHan = 10
)

// unpublished are the pieces of a wording of which every run that can be known
// again is new: a fallback has most of its words from the text and from our own
// wording, and these give nothing away.
func unpublished(known published, lang data.Lang, wording string) (pieces []string) {
	words, size, space := strings.Fields(wording), telling, " "
	if lang == data.Chinese {
		words, size, space = strings.Split(letters(wording), ""), tellingHan, ""
	}
	from, to := -1, 0
	end := func() {
		if from >= 0 {
			pieces = append(pieces, strings.Join(words[from:to], space))
		}
		from = -1
	}
	for i := 0; i+size <= len(words); i++ {
		if known.has(lang, strings.Join(words[i:i+size], space)) {
			end()
			continue
		}
		if from < 0 {
			from = i
		}
		to = i + size
	}
	end()
	return pieces
}

// redLineSecrets are why there are red lines, and why one was crossed.
func (d *Desk) redLineSecrets(add func(field, text string, exact bool)) {
	for _, k := range d.redLines.all {
		add("field.red-line", k.it.Reason, false)
	}
	for _, k := range d.overrides.all {
		add("field.red-line.override", k.it.Reason, false)
	}
}
