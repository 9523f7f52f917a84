package segment

import (
	"strings"
	"sync"

	"github.com/go-text/typesetting/segmenter"
)

// Opportunity is a place where a line may end.
type Opportunity struct {
	// At is the index of the rune that would begin the next line: the line is
	// text[:At], with its trailing white space.
	At int
	// Mandatory tells that the line must end here: after a line feed or another
	// hard separator, and at the end of the text.
	Mandatory bool
}

// Place says what may happen before a rune or at the end of a text.
type Place uint8

// Places.
const (
	Forbidden Place = iota
	Allowed
	Mandatory
)

// Breaks returns the line break opportunities of a paragraph in ascending
// order; the last one is the end of the text, mandatory. An empty text has
// none. See [Places] for the rules.
func Breaks(text []rune, lang string) []Opportunity {
	if len(text) == 0 {
		return nil
	}
	var opportunities []Opportunity
	for at, k := range Places(text, lang) {
		if k != Forbidden {
			opportunities = append(opportunities, Opportunity{at, k == Mandatory})
		}
	}
	return opportunities
}

// Places returns what may happen before every rune of a paragraph and, as the
// last of them, at its end. lang (BCP 47; only the language subtag counts)
// chooses among the rules listed in tailor.go; most hold in every language.
//
// A word longer than the line has no opportunity inside; what to do then is the
// caller's decision ([Graphemes] gives the places). After a soft hyphen (U+00AD)
// there is one, and the caller shows the hyphen.
func Places(text []rune, lang string) []Place {
	p := places{text: text, kinds: make([]Place, len(text)+1)}
	if len(text) == 0 {
		return p.kinds
	}
	p.standard()
	lang = language(lang)
	for _, rule := range rules {
		if rule.holds(lang) {
			rule.apply(&p)
		}
	}
	return p.kinds
}

func language(tag string) string {
	subtag, _, _ := strings.Cut(strings.ReplaceAll(tag, "_", "-"), "-")
	return strings.ToLower(subtag)
}

// places is a text with every place in it: kinds[i] for the place
// before text[i], kinds[len(text)] for its end.
type places struct {
	text  []rune
	kinds []Place
}

// forbid takes away an opportunity, but never a mandatory one.
func (p *places) forbid(at int) {
	if p.kinds[at] == Allowed {
		p.kinds[at] = Forbidden
	}
}

var segmenters = sync.Pool{New: func() any { return new(segmenter.Segmenter) }}

// full sets the places within [start, end) by all rules of UAX #14; those at the
// ends stay as they are.
func (p *places) full(start, end int) {
	s := segmenters.Get().(*segmenter.Segmenter)
	defer segmenters.Put(s)
	s.Init(p.text[start:end])
	for lines := s.LineIterator(); lines.Next(); {
		line := lines.Line()
		at := start + line.Offset + len(line.Text)
		switch {
		case at == end:
		case line.IsMandatoryBreak:
			p.kinds[at] = Mandatory
		default:
			p.kinds[at] = Allowed
		}
	}
}

// keepClusters forbids breaks inside grapheme clusters, which UAX #14 allows in
// a few places, such as between a space and a combining mark (LB10).
func (p *places) keepClusters() {
	var c clusters
	for i, r := range p.text {
		if !c.boundary(r) && i > 0 {
			p.forbid(i)
		}
	}
}
