package desk

import (
	"slices"
	"strings"
	"unicode"

	"travaux/data"
	"travaux/data/text"
	"travaux/data/text/reference"
)

// CablePart is a part of a cable that is about provisions of the current text, as
// the program proposes it: the runes [Start, End) of the cable's text, whole
// paragraphs of it.
type CablePart struct {
	Start, End int
	Provisions []data.ID   // in the order of the text, without repetition
	Named      []text.Span // the words of the cable by which they were recognised
}

// CableParts proposes which parts of a cable are about which provisions. Every
// line of the cable is a paragraph. The rules:
//
//   - a paragraph leads if a reference to provisions stands at its beginning, after
//     its number and a few words at most ("2. On article 9, paragraph 3: …"): it
//     begins a part that is about what is named there;
//   - a short paragraph without a number that leads is a heading: its part goes on
//     to the next paragraph that leads;
//   - any other part goes on to the next paragraph that leads or has a number;
//   - outside of such a part, a paragraph that names provisions anywhere is a part
//     of its own, about all of them;
//   - references to other instruments count for nothing.
//
// What is in no part is for a person to mark, or for nobody.
func (d *Desk) CableParts(cable string, lang data.Lang) []CablePart {
	t, err := d.Current()
	if err != nil {
		return nil
	}
	index := reference.NewIndex(t.Provisions)
	var out []CablePart
	var open *CablePart
	heading := false
	for _, p := range linesOf(cable) {
		named := namedIn(index, t, p.words, lang)
		leads := len(named) > 0 && named[0].span.Start-p.lead <= leadIn
		switch {
		case leads:
			out = append(out, CablePart{Start: p.start})
			open = &out[len(out)-1]
			heading = !p.numbered && len(p.words) <= headingMost
			open.take(p.start, named[:1])
		case open != nil && (heading || !p.numbered):
		case len(named) > 0:
			out = append(out, CablePart{Start: p.start})
			out[len(out)-1].take(p.start, named)
			out[len(out)-1].End = p.start + len(p.words)
			open = nil
			continue
		default:
			open = nil
		}
		if open != nil {
			open.End = p.start + len(p.words)
		}
	}
	return out
}

// leadIn is how many runes may stand before a reference that leads a paragraph
// ("As regards "), headingMost how long a heading may be.
const (
	leadIn      = 24
	headingMost = 80
)

func (c *CablePart) take(start int, named []naming) {
	for _, n := range named {
		c.Named = append(c.Named, text.Span{Start: start + n.span.Start, End: start + n.span.End})
		for _, id := range n.provisions {
			if !slices.Contains(c.Provisions, id) {
				c.Provisions = append(c.Provisions, id)
			}
		}
	}
}

// NamedProvisions are the provisions of the current text that words refer to, in
// the order of the words.
func (d *Desk) NamedProvisions(words string, lang data.Lang) []data.ID {
	t, err := d.Current()
	if err != nil {
		return nil
	}
	var c CablePart
	c.take(0, namedIn(reference.NewIndex(t.Provisions), t, []rune(words), lang))
	return c.Provisions
}

// cableParagraph is one line of a cable.
type cableParagraph struct {
	start    int // rune of the cable
	words    []rune
	lead     int  // rune of words at which they begin after the number
	numbered bool // a number or a letter stands before them
}

func linesOf(cable string) (out []cableParagraph) {
	start := 0
	for line := range strings.Lines(cable) {
		runes := []rune(line)
		words := []rune(strings.TrimRightFunc(line, unicode.IsSpace))
		p := cableParagraph{start: start, words: words}
		start += len(runes)
		if strings.TrimSpace(line) == "" {
			continue
		}
		p.lead, p.numbered = numberEnd(words)
		out = append(out, p)
	}
	return out
}

// numberEnd is where the words of a paragraph begin after its number ("2.", "(a)",
// "三、") or its bullet.
func numberEnd(words []rune) (end int, numbered bool) {
	at := 0
	space := func() {
		for at < len(words) && unicode.IsSpace(words[at]) {
			at++
		}
	}
	space()
	if at < len(words) && strings.ContainsRune("-–—•*·", words[at]) {
		at++
		space()
		return at, true
	}
	begin := at
	if at < len(words) && strings.ContainsRune("(（", words[at]) {
		at++
	}
	first := at
	for at < len(words) && at-first < 4 && (unicode.IsDigit(words[at]) || unicode.IsLetter(words[at])) {
		at++
	}
	if at > first && at < len(words) && strings.ContainsRune(".)）、．-", words[at]) && (at-first <= 2 || !unicode.IsLetter(words[first]) || unicode.Is(unicode.Han, words[first])) {
		at++
		space()
		return at, true
	}
	return begin, false
}

// naming is a place of a paragraph that names provisions which are there.
type naming struct {
	span       text.Span
	provisions []data.ID
}

// namedIn finds what a paragraph names. A reference by itself ("paragraph 3") is
// read as one to the article that was named before it.
func namedIn(index *reference.Index, t *Text, words []rune, lang data.Lang) (out []naming) {
	var article data.ID
	for _, ref := range reference.Find(string(words), lang) {
		if ref.Instrument == reference.Named || index.Foreign(ref) {
			continue
		}
		n := naming{span: ref.Span}
		for _, target := range index.Resolve(article, ref) {
			id := target.ID
			if id.IsZero() {
				id = target.Nearest
			}
			if p, ok := t.Find(id); ok {
				n.provisions = append(n.provisions, p.ID)
				article = t.articleOf(p)
			}
		}
		if len(n.provisions) > 0 {
			out = append(out, n)
		}
	}
	return out
}

// articleOf is the article that a provision is or stands in; zero if it stands in
// none.
func (t *Text) articleOf(p data.Provision) data.ID {
	for range t.Provisions {
		if p.Kind == data.KindArticle {
			return p.ID
		}
		up, ok := t.Find(p.Parent)
		if !ok {
			break
		}
		p = up
	}
	return data.ID{}
}
