package intake

import (
	"encoding/xml"
	"strings"
	"unicode"
	"unicode/utf8"

	"travaux/data"
	"travaux/data/text"
)

// wordPara is a paragraph being read.
type wordPara struct {
	index   int // of its block
	styleID string
	look    paraLook
	was     *formerPara // if a tracked change altered its properties
	own     revision    // of its mark

	endsSection bool

	text    strings.Builder
	runes   int
	tracked []data.Tracked
	spans   []text.Emphasis // all of the text, plain runs too
	hidden  strings.Builder
}

// formerPara is what of a paragraph's former properties its number depends on.
type formerPara struct {
	styleID string
	look    paraLook
}

// begin starts a paragraph, or goes on with one whose mark is in neither
// version; the properties are those of the last.
func (r *bodyReader) begin() (*wordPara, error) {
	p := r.pending
	r.pending = nil
	if p == nil {
		index, err := r.newBlock()
		if err != nil {
			return nil, err
		}
		p = &wordPara{index: index}
	}
	p.styleID, p.look, p.was, p.own = "", newParaLook(), nil, revision{}
	return p, nil
}

// readParagraph reads one.
func (r *bodyReader) readParagraph() error {
	p, err := r.begin()
	if err != nil {
		return err
	}
	around := r.rev
	r.para = p
	err = r.children(func(e xml.StartElement) error {
		if e.Name.Local == "pPr" && vocabularyOf(e) == wordWords {
			return r.paraProperties(p)
		}
		return r.inline(e)
	})
	r.para = nil
	if p.endsSection {
		r.endSection()
		p.endsSection = false
	}
	mark := around
	if p.own.inserted != nil {
		mark.inserted = p.own.inserted
	}
	if p.own.deleted != nil {
		mark.deleted = p.own.deleted
	}
	if mark.inNeither() {
		r.pending = p
	} else {
		r.finish(p, mark)
	}
	return err
}

func (r *bodyReader) paraProperties(p *wordPara) error {
	return r.children(func(e xml.StartElement) error {
		if ok, err := p.look.take(r.xmlStream, e); ok {
			return err
		}
		switch e.Name.Local {
		case "pStyle":
			p.styleID = valOf(e)
		case "rPr": // of the mark
			return r.children(func(e xml.StartElement) error {
				p.own = p.own.with(e)
				return r.skip()
			})
		case "pPrChange":
			return r.formerProperties(p)
		case "sectPr": // the section ends after this paragraph
			p.endsSection = true
			return r.sectionRules()
		}
		return r.skip()
	})
}

// formerProperties reads those before a tracked change.
func (r *bodyReader) formerProperties(p *wordPara) error {
	p.was = &formerPara{look: newParaLook()}
	return r.children(func(e xml.StartElement) error {
		return r.children(func(e xml.StartElement) error {
			if e.Name.Local == "pStyle" {
				p.was.styleID = valOf(e)
			}
			ok, err := p.was.look.take(r.xmlStream, e)
			if !ok {
				err = r.skip()
			}
			return err
		})
	})
}

// flush ends a paragraph that has nothing to go on with.
func (r *bodyReader) flush() {
	if r.pending != nil {
		p := r.pending
		r.pending = nil
		r.finish(p, revision{})
	}
}

// finish writes the paragraph into its block.
func (r *bodyReader) finish(p *wordPara, mark revision) {
	st := r.styles.forParagraph(p.styleID)
	look := p.look
	b := &r.out[p.index]
	b.Text, b.Break = p.text.String(), "\n"
	b.Style = st.name
	b.Tracked = p.tracked
	b.Mark = mark.mark()
	at, listed := r.numbers.of(p.look, st)
	if listed {
		b.Label = at.label(versionNew, mark.deleted == nil)
		b.Level = at.level + 1
		look = look.over(at.definition(at.level).look)
	}
	if p.was != nil {
		at, listed = r.numbers.of(p.was.look, r.styles.forParagraph(p.was.styleID))
	}
	was := ""
	if listed {
		was = at.label(versionOld, mark.inserted == nil)
	}
	if was != b.Label {
		b.Was = &was
	}
	look = look.over(st.para)
	if look.outline >= 0 && look.outline < listLevels {
		b.Level = look.outline + 1
		if b.Kind == text.BlockPara {
			b.Kind = text.BlockHeading
		}
	}
	b.Centred = look.centred == yes
	b.RightToLeft = look.bidi == yes
	b.Indent = look.left + look.firstLine
	p.emphasize(b)
	r.lastEnd = text.Place{Block: p.index, Rune: p.runes}
	if p.hidden.Len() > 0 {
		r.file.doubt("doubt.hidden-text")
		hidden := *b
		hidden = text.Block{
			Kind: text.BlockHidden, Text: p.hidden.String(), Break: "\n", Style: hidden.Style,
			Table: hidden.Table, Row: hidden.Row, Col: hidden.Col, Note: hidden.Note,
		}
		r.out = append(r.out, hidden)
	}
}

// emphasize says of the whole block what holds for all its words, and lists
// the runs that look otherwise.
func (p *wordPara) emphasize(b *text.Block) {
	b.Bold, b.Italic, b.Strike = p.all(func(e text.Emphasis) bool { return e.Bold }),
		p.all(func(e text.Emphasis) bool { return e.Italic }),
		p.all(func(e text.Emphasis) bool { return e.Strike })
	for _, e := range p.spans {
		whole := e.Start == 0 && e.End == p.runes && !e.Underline
		if (e.Bold || e.Italic || e.Strike || e.Underline) && !whole {
			b.Marked = append(b.Marked, e)
		}
	}
}

func (p *wordPara) all(has func(text.Emphasis) bool) bool {
	if p.runes == 0 {
		return false
	}
	whole, rest, at := false, p.text.String(), 0
	for _, e := range p.spans {
		end := at
		for n := e.End - e.Start; n > 0; n-- {
			_, size := utf8.DecodeRuneInString(rest[end:])
			end += size
		}
		if has(e) {
			whole = true
		} else if strings.TrimSpace(rest[at:end]) != "" {
			return false
		}
		at = end
	}
	return whole
}

// write adds a run's text with its tracked change and its look.
func (p *wordPara) write(s string, rev revision, look runLook) {
	if s == "" || rev.inNeither() {
		return
	}
	if look.hidden == yes {
		p.hidden.WriteString(s)
		return
	}
	from := p.runes
	p.text.WriteString(s)
	p.runes += utf8.RuneCountInString(s)
	if m := rev.mark(); m != nil {
		p.track(*m, from)
	}
	p.span(look, from)
}

func (p *wordPara) track(change data.Tracked, from int) {
	if n := len(p.tracked); n > 0 {
		last := &p.tracked[n-1]
		if last.End == from && last.Kind == change.Kind && last.Author == change.Author && last.Date == change.Date {
			last.End = p.runes
			return
		}
	}
	change.Start, change.End = from, p.runes
	p.tracked = append(p.tracked, change)
}

func (p *wordPara) span(look runLook, from int) {
	e := text.Emphasis{
		Start: from, End: p.runes, Bold: look.bold == yes, Italic: look.italic == yes,
		Strike: look.strike == yes, Underline: look.underline == yes,
	}
	if n := len(p.spans); n > 0 {
		last := p.spans[n-1]
		last.Start, last.End = e.Start, e.End
		if last == e {
			p.spans[n-1].End = p.runes
			return
		}
	}
	p.spans = append(p.spans, e)
}

// languageTally counts characters by the language the file says they are in,
// and by script, because files often say English of everything.
type languageTally struct {
	tags                                   map[string]int
	latin, cyrillic, arabic, chineseNumber int
}

func (t *languageTally) add(s string, look runLook) {
	before := *t
	for _, r := range s {
		switch {
		case r < 0x80:
			if r >= 'A' {
				t.latin++
			}
		case unicode.Is(unicode.Cyrillic, r):
			t.cyrillic++
		case unicode.Is(unicode.Arabic, r):
			t.arabic++
		case unicode.Is(unicode.Han, r):
			t.chineseNumber++
		case unicode.Is(unicode.Latin, r):
			t.latin++
		}
	}
	tag := look.lang
	switch {
	case look.rtl == yes:
		tag = look.langBidi
	case t.chineseNumber > before.chineseNumber:
		tag = look.langEast
	}
	if len(tag) >= 2 {
		t.tags[strings.ToLower(tag[:2])] += len(s)
	}
}

// lang returns the language the file claims for most of its text, "" if the
// letters say otherwise.
func (t *languageTally) lang() data.Lang {
	var best string
	for tag, n := range t.tags {
		if n > t.tags[best] || n == t.tags[best] && tag < best {
			best = tag
		}
	}
	lang, ok := data.ParseLang(best)
	own := t.latin
	switch lang {
	case data.Arabic:
		own = t.arabic
	case data.Russian:
		own = t.cyrillic
	case data.Chinese:
		own = t.chineseNumber * 3 // a character says as much as three letters
	}
	if !ok || own < max(t.latin, t.cyrillic, t.arabic, t.chineseNumber*3) {
		return ""
	}
	return lang
}
