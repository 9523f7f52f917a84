package desk

import (
	"maps"
	"slices"
	"strings"

	"travaux/data"
)

// SpeechSecrets are the secrets that a statement on some provisions must not give
// away: all but our own statements and the talking points on these provisions and
// what stands in them, which are there to be said.
func (d *Desk) SpeechSecrets(provisions []data.ID) []data.Secret {
	said := map[string]bool{}
	for _, lang := range data.Langs {
		for _, p := range d.SpeechPoints(provisions, lang) {
			said[p.Text] = true
		}
	}
	return slices.DeleteFunc(d.Secrets(), func(s data.Secret) bool {
		return s.Field == fieldOfSpeeches || s.Field == "field.talking" && said[strings.TrimSpace(s.Text)]
	})
}

// fieldOfSpeeches names, in secrets, our statements that were not delivered.
const fieldOfSpeeches = "field.speech"

// speechSecrets are the words of statements that were not delivered, and of
// decisions that are asked of capital. A statement has most of its words from the
// text and from our position, which give nothing away. The caller holds mu.
func (d *Desk) speechSecrets(t *Text, add func(field, text string, exact bool)) {
	for _, k := range d.requests.all {
		add("field.request", k.it.Question, false)
	}
	told := map[data.Lang]runs{}
	for _, k := range d.speeches.all {
		if !k.it.Delivered.IsZero() {
			continue
		}
		for _, lang := range data.Langs {
			texts := append([]string{k.it.Text[lang]}, slices.Collect(maps.Values(k.it.Cuts[lang]))...)
			if strings.Join(texts, "") == "" {
				continue
			}
			if told[lang] == nil {
				told[lang] = d.told(t, lang)
			}
			for _, text := range texts {
				for _, piece := range told[lang].lack(lang, text) {
					add(fieldOfSpeeches, piece, false)
				}
				told[lang].add(lang, text) // a cut repeats the text: once is enough
			}
		}
	}
}

// told are the runs of words that the outside knows anyway: of the issued text, our
// wording, the reasons and the summary of views that papers give, and what we said.
func (d *Desk) told(t *Text, lang data.Lang) runs {
	out := runs{}
	for _, w := range []data.Words{d.negotiation.Summary, d.negotiation.Title, d.negotiation.Body, d.negotiation.Session, d.negotiation.AgendaItem} {
		out.add(lang, w[lang])
	}
	for _, p := range t.Provisions {
		out.add(lang, p.Text[lang].Text)
		out.add(lang, p.Text[lang].Heading)
	}
	for _, k := range d.positions.all {
		out.add(lang, k.it.Wording[lang])
		out.add(lang, k.it.PublicReasons[lang])
		out.add(lang, k.it.Citations[lang])
	}
	for _, k := range d.proposals.all {
		if k.it.Ours {
			out.add(lang, k.it.Wording[lang])
		}
	}
	for _, k := range d.speeches.all {
		if !k.it.Delivered.IsZero() {
			out.add(lang, k.it.Text[lang])
		}
	}
	return out
}

// runs are the runs of words of texts by which these can be known again: of
// telling words, in Chinese of tellingHan characters.
type runs map[string]struct{}

func (r runs) add(lang data.Lang, text string) {
	words, size := runWords(lang, text)
	for i := 0; i+size <= len(words); i++ {
		r[run(words[i:i+size])] = struct{}{}
	}
}

// lack are the pieces of a text of which every run is new.
func (r runs) lack(lang data.Lang, text string) (pieces []string) {
	words, size := runWords(lang, text)
	space := " "
	if lang == data.Chinese {
		space = ""
	}
	from, to := -1, 0
	end := func() {
		if from >= 0 {
			pieces = append(pieces, strings.Join(words[from:to], space))
		}
		from = -1
	}
	for i := 0; i+size <= len(words); i++ {
		if _, known := r[run(words[i:i+size])]; known {
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

// runWords are the words of a text as runs are made of them, and how many make one.
func runWords(lang data.Lang, text string) ([]string, int) {
	if lang == data.Chinese {
		return strings.Split(letters(text), ""), tellingHan
	}
	return slices.DeleteFunc(strings.Fields(text), func(w string) bool { return letters(w) == "" }), telling
}

func run(words []string) string { return letters(strings.Join(words, "")) }
