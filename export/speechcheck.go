package export

import (
	"travaux/data"
	"travaux/data/speaking"
)

// SpeechWatch finds confidential words in a statement while it is written. It may
// be used by several goroutines.
type SpeechWatch struct {
	secrets []watchedSecret
	issued  indexed
}

type watchedSecret struct {
	data.Secret
	words folded
}

// NewSpeechWatch reads the secrets once; issued is the text under negotiation, of
// which a run of words gives nothing away (see Leaks).
func NewSpeechWatch(secrets []data.Secret, issued string) *SpeechWatch {
	w := &SpeechWatch{issued: index(issued)}
	for _, s := range secrets {
		w.secrets = append(w.secrets, watchedSecret{s, foldWords(s.Text)})
	}
	return w
}

// Find returns the sentences of a text that give a secret away, by the rules of
// Leaks; where words run from one sentence into the next, both together. Each is
// told once for every field.
func (w *SpeechWatch) Find(text string, lang data.Lang) (flags []data.SpeechFlag) {
	whole := index(text)
	var sentences []speaking.Sentence
	var parts map[[2]int]indexed
	r := []rune(text)
	seen := map[data.SpeechFlag]bool{}
	for _, s := range w.secrets {
		if !whole.contains(s.words, s.Exact, w.issued) {
			continue
		}
		if parts == nil {
			sentences, parts = speaking.Sentences(text, lang), map[[2]int]indexed{}
		}
		for _, span := range w.where(s, sentences, func(span [2]int) indexed {
			part, known := parts[span]
			if !known {
				part = index(string(r[span[0]:span[1]]))
				parts[span] = part
			}
			return part
		}) {
			flag := data.SpeechFlag{Kind: data.SpeechSecret, Start: span[0], End: span[1], Field: s.Field}
			if !seen[flag] {
				seen[flag] = true
				flags = append(flags, flag)
			}
		}
	}
	return flags
}

// where are the sentences, or else the pairs of them, that give a secret away;
// else the whole text.
func (w *SpeechWatch) where(s watchedSecret, sentences []speaking.Sentence, part func([2]int) indexed) (spans [][2]int) {
	for _, together := range []int{1, 2} {
		for i := 0; i+together <= len(sentences); i++ {
			span := [2]int{sentences[i].Start, sentences[i+together-1].End}
			if part(span).contains(s.words, s.Exact, w.issued) {
				spans = append(spans, span)
			}
		}
		if len(spans) > 0 {
			return spans
		}
	}
	if n := len(sentences); n > 0 {
		spans = append(spans, [2]int{sentences[0].Start, sentences[n-1].End})
	}
	return spans
}
