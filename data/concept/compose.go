package concept

import (
	"strings"

	"travaux/data"
	"travaux/data/text"
)

// Draft is a first text of a convention in one language.
type Draft struct {
	Lang    data.Lang
	Content []byte             // as a plain text file
	Outline *text.Outline      // as the program reads it
	Paths   map[data.ID]string // of the provision that a thesis became
	Foreign int                // how many lines are not written in this language, and stand in brackets as in another
	Open    []string           // clauses to which the text refers and which it does not have
}

// Compose makes a draft of theses in a language. The title is that of the
// convention.
//
// A thesis that stands in no other is an article with its heading; in the preamble it
// is a recital. One that has only a heading and theses under it opens a chapter of its
// own, of which these are the articles. What stands in an article is a numbered
// paragraph, and below that a point and a subpoint; behind words that end in a colon
// it is one level lower: their list.
func Compose(title data.Words, theses []data.Thesis, lang data.Lang) Draft {
	c := composer{lang: lang, theses: untangled(theses), articles: map[string]int{}, at: map[data.ID]int{}}
	c.line(data.ID{}, c.words(title))
	c.gap()
	c.preamble()
	for _, part := range Parts[1:] {
		c.part(part)
	}
	c.gap()
	c.line(data.ID{}, fixed("label.witness", lang))
	return c.draft()
}

type composer struct {
	lang     data.Lang
	theses   []data.Thesis
	lines    []string
	at       map[data.ID]int // line on which a thesis begins
	chapters int
	count    int            // articles
	articles map[string]int // number of the article of a clause
	foreign  int
}

func (c *composer) line(thesis data.ID, words string) {
	if _, begun := c.at[thesis]; !begun && !thesis.IsZero() {
		c.at[thesis] = len(c.lines)
	}
	c.lines = append(c.lines, oneLine(words))
}

func (c *composer) gap() { c.lines = append(c.lines, "") }

// oneLine keeps a text on the line that it is given.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// words are a text in the language of the draft, or in brackets as it is in another.
func (c *composer) words(w data.Words) string {
	if s := strings.TrimSpace(w[c.lang]); s != "" {
		return s
	}
	s := strings.TrimSpace(w.In(data.English))
	if s == "" {
		return ""
	}
	c.foreign++
	return "[" + s + "]"
}

func (c *composer) preamble() {
	c.line(data.ID{}, fixed("label.preamble", c.lang))
	c.gap()
	c.line(data.ID{}, fixed("label.opening", c.lang))
	for _, t := range Roots(c.theses, Preamble) {
		c.recital(t)
	}
	c.line(data.ID{}, fixed("label.formula", c.lang))
}

// recital writes a thesis of the preamble and those that stand in it, each as a
// paragraph.
func (c *composer) recital(t data.Thesis) {
	if clause, ok := Find(t.Clause); ok {
		for _, x := range clause.items(t.Values, c.lang) {
			c.line(t.ID, x.text)
		}
	} else {
		c.line(t.ID, ended(c.words(said(t)), c.lang))
	}
	for _, child := range Children(c.theses, t.ID) {
		c.recital(child)
	}
}

// ended closes a recital with a comma, as recitals are.
func ended(s string, lang data.Lang) string {
	if strings.HasSuffix(s, "]") || strings.ContainsAny(lastOf(s), ",;:.،؛，；。：") {
		return s
	}
	switch lang {
	case data.Arabic:
		return s + "،"
	case data.Chinese:
		return s + "，"
	}
	return s + ","
}

func lastOf(s string) string {
	r := []rune(s)
	if len(r) == 0 {
		return ""
	}
	return string(r[len(r)-1])
}

// said are the words of a thesis: where it has none, its heading.
func said(t data.Thesis) data.Words {
	if t.Text.In(data.English) != "" {
		return t.Text
	}
	return t.Heading
}

func (c *composer) part(part Part) {
	open := false
	for _, t := range Roots(c.theses, part) {
		children := Children(c.theses, t.ID)
		if t.Clause == "" && t.Text.In(data.English) == "" && len(children) > 0 {
			c.chapter(t.ID, c.words(t.Heading))
			for _, child := range children {
				c.article(child)
			}
			open = false
			continue
		}
		if !open {
			c.chapter(data.ID{}, fixed("part."+string(part), c.lang))
			open = true
		}
		c.article(t)
	}
}

func (c *composer) chapter(thesis data.ID, heading string) {
	c.chapters++
	c.gap()
	c.line(thesis, chapterLabel(c.chapters, c.lang))
	c.line(data.ID{}, heading)
}

func (c *composer) article(t data.Thesis) {
	c.count++
	c.gap()
	c.line(t.ID, articleLabel(c.count, c.lang))
	clause, ok := Find(t.Clause)
	var items []item
	if ok {
		c.articles[clause.ID] = c.count
		c.line(data.ID{}, clause.Heading(c.lang))
		items = clause.items(t.Values, c.lang)
		for _, child := range Children(c.theses, t.ID) {
			items = append(items, c.item(child, levelParagraph)...)
		}
	} else {
		if t.Heading.In(data.English) != "" {
			c.line(data.ID{}, c.words(t.Heading))
		}
		items = c.own(t)
	}
	for _, x := range numbered(single(items), c.lang) {
		c.line(x.thesis, x.text)
	}
}

// own are the items of an article of the delegation's own words.
func (c *composer) own(t data.Thesis) []item {
	children := Children(c.theses, t.ID)
	var out []item
	lists := opens(t.Text)
	if t.Text.In(data.English) != "" {
		for _, line := range c.paragraphs(t.Text) {
			out = append(out, item{level: levelParagraph, text: line})
		}
	}
	for _, child := range children {
		level := levelParagraph
		if lists {
			level = levelPoint
		}
		out = append(out, c.item(child, level)...)
	}
	if len(out) == 0 { // an article of which only the heading is known
		out = append(out, item{level: levelPlain, text: "[…]"})
	}
	return out
}

// paragraphs are the lines of a text in the language; where it has another number of
// them there than in the language that leads, they stand in one.
func (c *composer) paragraphs(w data.Words) []string {
	lead, here := linesOf(w.In(data.English)), linesOf(c.words(w))
	if len(lead) == len(here) {
		return here
	}
	out := []string{strings.Join(here, " ")}
	for range lead[1:] {
		out = append(out, "[…]")
	}
	return out
}

func linesOf(s string) []string {
	var out []string
	for _, l := range strings.Split(s, "\n") {
		if strings.TrimSpace(l) != "" {
			out = append(out, l)
		}
	}
	return out
}

// item is a thesis below an article, and what stands in it.
func (c *composer) item(t data.Thesis, level int) []item {
	w := said(t)
	if clause, ok := Find(t.Clause); ok { // a clause that was drawn into an article
		w = data.Words{c.lang: clause.Text(t.Values, c.lang)}
	}
	out := []item{{level, c.words(w), t.ID}}
	for _, child := range Children(c.theses, t.ID) {
		out = append(out, c.item(child, min(level+1, levelSubpoint))...)
	}
	return out
}

// opens reports whether words lead into a list. The language that leads decides, so
// that all languages have the same structure.
func opens(w data.Words) bool {
	s := strings.TrimSpace(w.In(data.English))
	return strings.HasSuffix(s, ":") || strings.HasSuffix(s, "：")
}

// single takes its number from an article's only paragraph, and gives one to a
// paragraph that others follow.
func single(items []item) []item {
	paragraphs := 0
	for _, x := range items {
		if x.level <= levelParagraph {
			paragraphs++
		}
	}
	for i := range items {
		switch {
		case items[i].level == levelParagraph && paragraphs == 1:
			items[i].level = levelPlain
		case items[i].level == levelPlain && paragraphs > 1:
			items[i].level = levelParagraph
		}
	}
	return items
}

// numbered writes the labels of items before them.
func numbered(items []item, lang data.Lang) []item {
	var count [levelSubpoint + 1]int
	out := make([]item, 0, len(items))
	for _, x := range items {
		count[x.level]++
		for deeper := x.level + 1; deeper <= levelSubpoint; deeper++ {
			count[deeper] = 0
		}
		x.text = itemLabel(x.level, count[x.level], lang) + x.text
		out = append(out, x)
	}
	return out
}

// draft puts the lines together, with the numbers of the articles that are cited.
func (c *composer) draft() Draft {
	d := Draft{Lang: c.lang, Foreign: c.foreign, Paths: map[data.ID]string{}}
	src := &text.Source{Format: "text", Lang: c.lang}
	for _, l := range c.lines {
		l = blanks.ReplaceAllStringFunc(l, func(blank string) string {
			id, cited := strings.CutPrefix(strings.Trim(blank, "{}"), "@")
			if n := c.articles[id]; cited && n > 0 {
				return articleNumber(n, c.lang)
			}
			if _, known := Find(id); cited && known {
				d.Open = append(d.Open, id)
				return "[…]"
			}
			return blank // a brace of the delegation's own words
		})
		src.Blocks = append(src.Blocks, text.Block{Text: l, Break: "\n"})
	}
	d.Content = []byte(src.Plain())
	d.Outline = text.Parse(src, c.lang)
	byLine := map[int]string{}
	for _, n := range d.Outline.Nodes {
		for _, p := range n.Pieces {
			if _, taken := byLine[p.Block]; !taken && p.Role != text.RoleGap {
				byLine[p.Block] = n.Path
			}
		}
	}
	for id, line := range c.at {
		if path, ok := byLine[line]; ok {
			d.Paths[id] = path
		}
	}
	return d
}
