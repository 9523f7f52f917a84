package library

import (
	"cmp"
	"encoding/binary"
	"slices"

	"travaux/data"
)

const (
	candidatesMost = 48      // paragraphs that are laid beside the words
	cellsMost      = 4 << 20 // what that may cost in all, in pairs of words
	askedMost      = 400     // of longer words only the first so many count
	sameLeast      = 3       // words in common, in order: fewer are an accident
	shareLeast     = 0.2     // below, two texts have nothing to do with each other
)

// Place is a paragraph of a work.
type Place struct {
	Work    data.ID
	Path    string // in its outline, the same in all its languages
	Pointer string // as in data.Paragraph
}

// Wording is an earlier wording that is near to words of ours.
type Wording struct {
	Place
	Text       string
	Start, End int     // runes [Start, End) of Text: the stretch that is near
	Share      float64 // of the words of that stretch and of ours together that are in both, in the same order: 1 for all
	Same       []Place // other paragraphs that say the same, word for word
}

// Nearest gives the wordings that are nearest to the words, best first, at most
// limit. Paragraphs that say the same word for word are one of them, the first
// on the shelf leading. Of more than 400 words the first 400 are asked for.
func (s *Shelf) Nearest(words string, limit int) []Wording { return s.nearest(words, limit, nil) }

func (s *Shelf) nearest(asked string, limit int, allowed func(paragraph int) bool) []Wording {
	words := s.index.numbered(wordsOf(asked))
	words = words[:min(len(words), askedMost)]
	if len(words) == 0 || limit <= 0 {
		return nil
	}
	weights := s.index.weights(words)
	found := s.lay(words, weights, allowed)
	if len(found) > limit {
		found = found[:limit]
	}
	out := make([]Wording, len(found))
	for i, f := range found {
		out[i] = f.wording
	}
	return out
}

// near is a candidate that was laid beside the words.
type near struct {
	wording Wording
	lies    beside
	rest    int // words of the paragraph outside of the stretch
}

// lay puts the candidates into the order of how well they lie beside the words.
func (s *Shelf) lay(words []uint32, weights []float32, allowed func(int) bool) []near {
	var out []near
	seen := map[string]int{}
	cells := 0
	for _, c := range s.index.candidates(words, candidatesMost, allowed) {
		n := int(c.paragraph)
		text := s.index.texts[n]
		its := wordsOf(text)
		numbers := s.index.numbered(its)
		key := string(keyOf(numbers))
		if i, known := seen[key]; known {
			out[i].wording.Same = append(out[i].wording.Same, s.place(n))
			continue
		}
		if cells += len(words) * len(numbers); cells > cellsMost && len(out) > 0 {
			break
		}
		b := layBeside(words, weights, numbers)
		if b.end == 0 || b.same < min(sameLeast, len(words)) {
			continue
		}
		seen[key] = len(out)
		out = append(out, near{
			wording: Wording{
				Place: s.place(n), Text: text,
				Start: runesBefore(text, its[b.start].start), End: runesBefore(text, its[b.end-1].end),
				Share: 2 * float64(b.same) / float64(len(words)+b.end-b.start),
			},
			lies: b, rest: len(numbers) - (b.end - b.start),
		})
	}
	out = slices.DeleteFunc(out, func(n near) bool { return n.wording.Share < shareLeast })
	slices.SortStableFunc(out, func(a, b near) int {
		return cmp.Or(cmp.Compare(b.lies.score, a.lies.score), cmp.Compare(a.rest, b.rest))
	})
	return out
}

// keyOf is equal for equal words in the same order.
func keyOf(words []uint32) []byte {
	out := make([]byte, 0, 4*len(words))
	for _, w := range words {
		out = binary.LittleEndian.AppendUint32(out, w)
	}
	return out
}
