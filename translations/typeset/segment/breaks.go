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

// Breaks returns the line break opportunities of a paragraph in ascending
// order; the last one is the end of the text, mandatory. An empty text has
// none. lang (BCP 47; only the language subtag counts) chooses among the
// rules listed in tailor.go; most hold in every language.
//
// A word longer than the line has no opportunity inside; what to do then is the
// caller's decision ([Graphemes] gives the places). After a soft hyphen (U+00AD)
// there is one, and the caller shows the hyphen.
func Breaks(text []rune, lang string) []Opportunity {
	if len(text) == 0 {
		return nil
	}
	p := places{text: text, kinds: make([]kind, len(text)+1)}
	p.standard()
	lang = language(lang)
	for _, rule := range rules {
		if rule.holds(lang) {
			rule.apply(&p)
		}
	}

	count := 0
	for _, k := range p.kinds {
		if k != forbidden {
			count++
		}
	}
	opportunities := make([]Opportunity, 0, count)
	for at, k := range p.kinds {
		if k != forbidden {
			opportunities = append(opportunities, Opportunity{at, k == mandatory})
		}
	}
	return opportunities
}

func language(tag string) string {
	subtag, _, _ := strings.Cut(strings.ReplaceAll(tag, "_", "-"), "-")
	return strings.ToLower(subtag)
}

// kind says what may happen before a rune.
type kind uint8

const (
	forbidden kind = iota
	allowed
	mandatory
)

// places is a text with the kind of every place in it: kinds[i] for the place
// before text[i], kinds[len(text)] for its end.
type places struct {
	text  []rune
	kinds []kind
}

// forbid takes away an opportunity, but never a mandatory one.
func (p *places) forbid(at int) {
	if p.kinds[at] == allowed {
		p.kinds[at] = forbidden
	}
}

var segmenters = sync.Pool{New: func() any { return new(segmenter.Segmenter) }}

// standard sets the places by UAX #14.
func (p *places) standard() {
	s := segmenters.Get().(*segmenter.Segmenter)
	defer segmenters.Put(s)
	s.Init(p.text)
	for lines := s.LineIterator(); lines.Next(); {
		line := lines.Line()
		at := line.Offset + len(line.Text)
		p.kinds[at] = allowed
		if line.IsMandatoryBreak {
			p.kinds[at] = mandatory
		}
	}
}

// keepClusters forbids breaks inside grapheme clusters, which UAX #14 allows in
// a few places, such as between a space and a combining mark (LB10).
func (p *places) keepClusters() {
	start := 0
	for _, end := range Graphemes(p.text)[1:] {
		for at := start + 1; at < end; at++ {
			p.forbid(at)
		}
		start = end
	}
}
