package intake

import (
	"context"
	"errors"
	"io"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"travaux/data"
	"travaux/data/text"
)

// readHTML reads a web page or what was pasted from one. Scripts, styles and
// navigation are left out; nothing is fetched.
func readHTML(ctx context.Context, content []byte) (*text.Source, error) {
	if len(content) > maxXML {
		return nil, data.E(CodeTooLarge, "limit", "8 MB")
	}
	_, label, _ := charset.DetermineEncoding(content[:min(len(content), 4096)], "")
	if strings.EqualFold(label, "windows-1252") {
		label = "" // what the standard falls back to, too: look at the letters instead
	}
	s, encoding, guessed := decode(content, label)
	p := &page{collector: newCollector(&text.Source{Format: "html", Encoding: encoding}, look{})}
	if guessed {
		p.src.Doubts = append(p.src.Doubts, "doubt.encoding-guessed")
	}
	z := html.NewTokenizer(strings.NewReader(s))
	z.SetMaxBuf(1 << 22)
	p.line = 1
	for n := 0; ; n++ {
		if n%4096 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		kind := z.Next()
		if kind == html.ErrorToken {
			if !errors.Is(z.Err(), io.EOF) {
				return nil, data.E(CodeHostile).Because(z.Err())
			}
			break
		}
		if len(p.open) > 4*maxDepth || len(p.src.Blocks) > maxBlocks {
			return nil, data.E(CodeHostile)
		}
		raw := z.Raw()
		p.offset += len(raw)
		p.line += strings.Count(string(raw), "\n")
		p.token(kind, z)
	}
	p.take()
	return p.src, nil
}

// page walks the tags of a web page, closed or not.
type page struct {
	collector
	open  []element
	lists []htmlList
	quiet int // inside script, style…
	title bool
	label string
	row   int
	col   int
}

type htmlList struct {
	kind string // type of an ordered list: "1", "a", "A", "i", "I"; "" unordered
	n    int
}

var (
	quietTags = set("script style noscript template svg math nav head select textarea object iframe")
	voidTags  = set("area base br col embed hr img input link meta source track wbr")
	flowTags  = set("a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr img o:p")
	hTags     = map[string]int{"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
)

func (p *page) token(kind html.TokenType, z *html.Tokenizer) {
	switch kind {
	case html.TextToken:
		s := string(z.Text())
		switch {
		case p.title:
			p.src.Title = strings.TrimSpace(html.UnescapeString(p.src.Title + s))
		case p.quiet == 0:
			p.write(soften(s))
		}
	case html.StartTagToken, html.SelfClosingTagToken:
		name, more := z.TagName()
		tag := string(name)
		attrs := map[string]string{}
		for more {
			var k, v []byte
			k, v, more = z.TagAttr()
			attrs[string(k)] = string(v)
		}
		p.start(tag, attrs, kind == html.SelfClosingTagToken || voidTags[tag])
	case html.EndTagToken:
		name, _ := z.TagName()
		p.end(string(name))
	}
}

// soften makes the white space of the page what a browser shows: one space.
func soften(s string) string {
	if !strings.ContainsAny(s, "\t\r\n") && !strings.Contains(s, "  ") {
		return s
	}
	var b strings.Builder
	gap := false
	for _, r := range s {
		if r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\f' {
			gap = true
			continue
		}
		if gap {
			b.WriteByte(' ')
		}
		gap = false
		b.WriteRune(r)
	}
	if gap {
		b.WriteByte(' ')
	}
	return b.String()
}

func (p *page) start(tag string, attrs map[string]string, void bool) {
	if tag == "html" || tag == "body" {
		if l := attrs["lang"]; len(l) >= 2 && p.src.Lang == "" {
			p.src.Lang, _ = data.ParseLang(strings.ToLower(l[:2]))
		}
		if attrs["dir"] == "rtl" {
			p.style.rightToLeft = true
		}
	}
	if tag == "br" {
		p.lineBreak()
	}
	if void {
		if !flowTags[tag] && tag != "br" {
			p.flush()
		}
		return
	}
	if !flowTags[tag] {
		p.flush()
	}
	p.open = append(p.open, element{tag, p.style})
	if quietTags[tag] {
		p.quiet++
	}
	p.title = tag == "title"
	p.look(tag, attrs)
}

// lineBreak keeps one break inside the paragraph; the second ends it.
func (p *page) lineBreak() {
	if strings.HasSuffix(strings.TrimRight(p.text.String(), " "), "\u2028") {
		p.flush()
		return
	}
	if p.began {
		p.write("\u2028")
	}
}

// look sets the style that the tag brings.
func (p *page) look(tag string, attrs map[string]string) {
	s := &p.style
	css := strings.ToLower(strings.ReplaceAll(attrs["style"], " ", ""))
	if c := attrs["class"]; c != "" && !flowTags[tag] {
		s.class = c
	}
	if n := hTags[tag]; n > 0 {
		s.heading, s.level, s.class = true, n, tag
	}
	s.bold = s.bold || tag == "b" || tag == "strong" || strings.Contains(css, "font-weight:bold") || strings.Contains(css, "font-weight:700")
	s.italic = s.italic || tag == "i" || tag == "em" || strings.Contains(css, "font-style:italic")
	s.strike = s.strike || tag == "s" || tag == "strike" || strings.Contains(css, "line-through")
	s.underline = s.underline || tag == "u" || strings.Contains(css, "text-decoration:underline")
	s.centred = s.centred || tag == "center" || attrs["align"] == "center" || strings.Contains(css, "text-align:center")
	s.rightToLeft = s.rightToLeft || attrs["dir"] == "rtl"
	switch tag {
	case "ins":
		s.tracked = data.TrackInserted
	case "del":
		s.tracked = data.TrackDeleted
	case "ul":
		p.lists = append(p.lists, htmlList{})
	case "ol":
		p.lists = append(p.lists, htmlList{kind: firstOf(attrs["type"], "1"), n: number(attrs["start"]) - 1})
	case "li":
		p.label = p.nextLabel(attrs["value"])
	case "table":
		p.tables++
		s.table, s.row = p.tables, 0
	case "tr":
		p.row++
		p.col = 0
	case "td", "th":
		p.col++
		s.kind, s.row, s.col = text.BlockCell, max(p.row, 1), p.col
		s.table = max(s.table, 1)
	}
}

func (p *page) end(tag string) {
	at := -1
	for i := len(p.open) - 1; i >= 0 && i >= len(p.open)-64; i-- {
		if p.open[i].name == tag {
			at = i
			break
		}
	}
	if at < 0 {
		return
	}
	if !flowTags[tag] {
		p.flush()
	}
	for _, e := range p.open[at:] {
		if quietTags[e.name] {
			p.quiet--
		}
		if (e.name == "ul" || e.name == "ol") && len(p.lists) > 0 {
			p.lists = p.lists[:len(p.lists)-1]
		}
		if e.name == "table" {
			p.row = 0
		}
	}
	p.title = false
	p.style = p.open[at].style
	p.open = p.open[:at]
}

func (p *page) flush() {
	b := p.take()
	if b == nil {
		return
	}
	b.Text = strings.Trim(b.Text, " ")
	if p.label != "" && b.Kind == text.BlockPara {
		b.Label, p.label = p.label, ""
	}
}

// nextLabel numbers an item of a list as a browser does.
func (p *page) nextLabel(value string) string {
	if len(p.lists) == 0 {
		return ""
	}
	l := &p.lists[len(p.lists)-1]
	if l.kind == "" {
		return "•"
	}
	l.n++
	if value != "" {
		l.n = number(value)
	}
	return text.Ordinal(l.kind, l.n) + "."
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// number reads a small positive number; 1 for anything else.
func number(s string) int {
	n := 0
	for _, r := range s {
		if r < '0' || r > '9' || n > 9999 {
			return 1
		}
		n = n*10 + int(r-'0')
	}
	return max(n, 1)
}
