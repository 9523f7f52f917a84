package align

import (
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"unicode"
	"unicode/utf8"

	"travaux/data/redline"
)

// spelling is what is read of a paragraph before its words are numbered.
type spelling struct {
	number string
	headed bool
	words  []string // folded, those of the title first
	title  int      // how many of them are the title's
	halves int      // words, a Chinese character being half of one
	body   string   // all that is seen of it, by which it is known to be the same
}

// spell reads the paragraphs of both versions by all processors, each once:
// cutting and folding words is most of the work and needs no other paragraph.
func (b *book) spell(sides ...[]Paragraph) {
	b.spelt = map[readingKey]spelling{}
	var keys []readingKey
	for _, side := range sides {
		for i := range side {
			key, _ := keyOf(&side[i])
			if _, known := b.spelt[key]; !known {
				b.spelt[key] = spelling{}
				keys = append(keys, key)
			}
		}
	}
	spellings := make([]spelling, len(keys))
	var next atomic.Int64
	var all sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(keys)) {
		all.Go(func() {
			for n := next.Add(1) - 1; n < int64(len(keys)); n = next.Add(1) - 1 {
				spellings[n] = keys[n].spell()
			}
		})
	}
	all.Wait()
	for n, key := range keys {
		b.spelt[key] = spellings[n]
	}
}

// spell reads one paragraph.
func (k readingKey) spell() (s spelling) {
	var rest string
	s.number, rest, s.headed = peel(k.text, k.headed)
	var body strings.Builder
	if k.heading != "" {
		_, title, _ := peel(k.heading, false)
		s.scan(title, &body)
		body.WriteByte('\n')
		s.title = len(s.words)
	}
	s.scan(rest, &body)
	s.body = body.String()
	return s
}

// scan adds the words of a text, and to body all that is seen of it.
func (s *spelling) scan(text string, body *strings.Builder) {
	for _, t := range redline.Tokens(text) {
		first, _ := utf8.DecodeRuneInString(t)
		if unicode.IsSpace(first) || unicode.Is(unicode.Cf, first) {
			continue
		}
		plain := strings.Map(plainRune, t)
		body.WriteString(plain)
		if !unicode.IsLetter(first) && !unicode.IsNumber(first) && !unicode.IsMark(first) {
			continue
		}
		body.WriteByte(' ')
		w := foldWord(plain)
		if w == "" {
			continue
		}
		if s.halves += 2; unicode.Is(unicode.Han, first) {
			s.halves--
		}
		s.words = append(s.words, w)
	}
}
