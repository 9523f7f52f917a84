package reference

import (
	"strings"
	"unicode/utf8"

	"travaux/data"
	"travaux/data/text"
)

// Term is a word or phrase that the text defines.
type Term struct {
	Name      string    // as defined, without quotation marks and article: "Supervising State"
	Provision data.ID   // that defines it
	Span      text.Span // of the name in that provision's text
	Exact     bool      // only with a capital: the text defines words both with and without
}

// maxTerm is how many tokens a term has at most.
const maxTerm = 24

// Terms finds the defined terms of a text in one language, each where it is
// defined first: in the article on the use of terms, by "X" means …, and by
// (hereinafter "X").
func Terms(provisions []data.Provision, lang data.Lang) []Term {
	var terms []Term
	list, within := 0, data.ID{} // where the terms of one list of definitions begin, and what it stands in
	seen := map[string]bool{}
	defining := map[data.ID]bool{} // articles on the use of terms
	for i := range provisions {
		p := &provisions[i]
		r, ok := p.Text[lang]
		if !ok {
			continue
		}
		if defining[p.Parent] || isUseOfTerms(r.Heading, lang) {
			defining[p.ID] = true
		}
		if p.Parent != within && p.ID != within {
			exact(terms[list:])
			list, within = len(terms), p.Parent
		}
		for _, span := range definitions(r.Text, lang, defining[p.ID]) {
			t := Term{Name: substring(r.Text, span), Provision: p.ID, Span: span}
			if key := termKey(t.Name, lang); !seen[key] {
				seen[key] = true
				terms = append(terms, t)
			}
		}
	}
	exact(terms[list:])
	return terms
}

// exact finds out whether capitals tell the terms of one list of definitions
// from common words. A name at the beginning of a sentence has its capital
// from there, unless others beside it have none.
func exact(terms []Term) {
	small := false
	for i := range terms {
		small = small || terms[i].Span.Start < 2 && !beginsUpper(terms[i].Name)
	}
	for i := range terms {
		t := &terms[i]
		t.Exact = beginsUpper(t.Name) && (small || t.Span.Start >= sentenceStart)
	}
}

// sentenceStart is how many runes may stand before a name that begins a
// sentence: a quotation mark and an article.
const sentenceStart = 6

func beginsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return text.Fold(r) != r && strings.ToLower(string(r)) != string(r)
}

func termKey(name string, lang data.Lang) string {
	t := lex(name, nil)
	defer t.leave()
	var b strings.Builder
	var scratch [64]byte
	for i := range t.list[:len(t.list)-1] {
		if k := &t.list[i]; k.kind != tokenMark {
			b.Write(stem(t.word(i), lang, scratch[:0]))
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// useOfTerms are words of the headings of articles that define.
var useOfTerms = map[data.Lang][]string{
	data.English: {"use of terms", "definitions", "terms used", "terminology"}, data.French: {"terminologie", "définitions", "expressions employées", "emploi des termes"},
	data.Spanish: {"definiciones", "términos empleados", "terminología", "uso de los términos"}, data.Russian: {"термин", "определения"},
	data.Arabic: {"المصطلحات", "التعاريف", "تعاريف", "التعريفات"}, data.Chinese: {"术语", "用语", "定义"},
}

func isUseOfTerms(heading string, lang data.Lang) bool {
	if heading == "" || len(heading) > 200 {
		return false
	}
	folded := text.Folded(heading)
	for _, w := range useOfTerms[lang] {
		if strings.Contains(folded, text.Folded(w)) {
			return true
		}
	}
	return false
}

// quotation is a stretch between quotation marks: tokens [first, end), the
// marks not included.
type quotation struct {
	first, end int
	before     int // token of the opening mark
	after      int // token after the closing mark
	defined    bool
}

// definitions finds the names that a text defines. inList says that the text
// belongs to an article on the use of terms, where what begins with a name
// defines it.
func definitions(s string, lang data.Lang, inList bool) []text.Span {
	if !strings.ContainsAny(s, "\"“”„«»`「") {
		return nil
	}
	p := newParser(s, lang)
	defer p.leave()
	quotes := p.quotations()
	for i := range quotes {
		q := &quotes[i]
		q.defined = p.meansAfter(q) || p.meansBefore(q) || p.named(q) || p.opens(q) && (inList || p.meansInClause(q))
	}
	for i := 1; i < len(quotes); i++ {
		if quotes[i-1].defined && p.joined(quotes[i-1].after, quotes[i].before) {
			quotes[i].defined = true
		}
	}
	for i := len(quotes) - 1; i > 0; i-- {
		if quotes[i].defined && p.joined(quotes[i-1].after, quotes[i].before) {
			quotes[i-1].defined = true
		}
	}
	var out []text.Span
	for i := range quotes {
		if q := &quotes[i]; q.defined {
			first := p.afterArticle(q)
			out = append(out, text.Span{Start: p.at(first).start, End: p.at(q.end - 1).end})
		}
	}
	return out
}

// quotations pairs the quotation marks. Arabic opens with ” and closes with “.
func (p *parser) quotations() []quotation {
	var out []quotation
	open, after := -1, 0
	for k := 0; k < len(p.list)-1; k++ {
		t := &p.list[k]
		width := 1
		switch {
		case t.r == '`' && p.is(k+1, '`'):
			width = 2
		case t.r == '\'' && open >= 0 && p.is(k+1, '\'') && p.is(open, '`'):
			width = 2
		case t.r == '「' || t.r == '」':
		case t.r != '"' || t.kind != tokenMark:
			continue
		}
		begins := t.raw == '«' || t.raw == '「' || t.raw == '`' || t.raw == '„' || t.raw == '“' && p.lex.lang != data.Arabic && (open < 0 || p.at(open).raw != '„')
		if open >= 0 && !begins {
			if q := (quotation{first: after, end: k, before: open, after: k + width}); p.nameable(&q) {
				out = append(out, q)
			}
			open = -1
		} else {
			open, after = k, k+width
		}
		k += width - 1
	}
	return out
}

// nameable reports whether a stretch can be the name of a term.
func (p *parser) nameable(q *quotation) bool {
	if q.first >= q.end || q.end-q.first > maxTerm*2 || p.at(q.end-1).end-p.at(q.first).start > 160 {
		return false
	}
	for k := q.first; k < q.end; k++ {
		if t := p.at(k); t.kind == tokenWord || t.kind == tokenHan {
			return true
		}
	}
	return false
}

// afterArticle passes the article that a name is given with: "the Parties".
func (p *parser) afterArticle(q *quotation) int {
	k := q.first
	switch string(p.word(k)) {
	case "the", "la", "le", "les", "el", "los", "las":
		if k+1 < q.end {
			return k + 1
		}
	case "l":
		if p.is(k+1, '\'') && k+2 < q.end {
			return k + 2
		}
	}
	return k
}

// meansAfter reports whether "means" follows at once.
func (p *parser) meansAfter(q *quotation) bool {
	if p.lex.lang == data.Chinese {
		return p.hanMeans(q.after)
	}
	for k := q.after; k < q.after+4; k++ {
		t := p.at(k)
		switch {
		case t.entry.has(roleMeans):
			return true
		case t.kind == tokenNumber || t.entry.unit != noUnit || t.kind == tokenMark && !p.comma(k) && t.r != '\'':
			return false
		}
	}
	return false
}

// hanMeans reads 系指, 是指, 一语应当包括 and their like.
func (p *parser) hanMeans(k int) bool {
	if p.has(k, "一语") || p.has(k, "一词") || p.has(k, "一词语") {
		k += 2
	}
	for _, w := range [...]string{"系指", "是指", "意指", "指", "应指", "包括", "应包括", "应当包括", "意为", "均指", "即指", "涵盖"} {
		if p.has(k, w) {
			return true
		}
	}
	return false
}

// meansBefore reports whether "on entend par" or "يقصد بتعبير" stands before.
func (p *parser) meansBefore(q *quotation) bool {
	switch p.lex.lang {
	case data.Chinese, data.English:
		return false
	}
	term := p.lex.lang == data.Arabic
	for k := q.before - 1; k >= 0 && k >= q.before-4; k-- {
		t := p.at(k)
		switch {
		case t.entry.has(roleMeans):
			return term
		case t.entry.has(roleTerm) || string(p.word(k)) == "par" || string(p.word(k)) == "por" || string(p.word(k)) == "под":
			term = true
		case t.kind == tokenMark || t.kind == tokenNumber || p.lex.lang == data.Arabic:
			return false
		}
	}
	return false
}

// named reports whether "hereinafter" stands before, or the name alone in
// brackets: (the "Parties").
func (p *parser) named(q *quotation) bool {
	if p.lex.lang == data.Chinese {
		for _, w := range [...]string{"以下称", "以下简称", "下称", "简称", "以下称为", "以下统称", "以下称作"} {
			if k := q.before - len([]rune(w)); k >= 0 && p.has(k, w) {
				return true
			}
		}
		return false
	}
	k := q.before - 1
	for n := 0; n < 7 && k >= 0 && !p.stop(k) && p.at(k).r != '"'; n++ {
		if p.at(k).entry.has(roleNaming) {
			return true
		}
		if p.is(k, '(') {
			return n <= 1 && p.is(q.after, ')') && (n == 0 || p.at(k+1).entry.has(roleSkip))
		}
		k--
	}
	return false
}

// opens reports whether a text begins with the name: “X” …, Le terme « x » ….
func (p *parser) opens(q *quotation) bool {
	if q.before >= sentenceStart {
		return false
	}
	for k := 0; k < q.before; k++ {
		t := p.at(k)
		switch {
		case t.entry.has(roleTerm), t.entry.has(roleSkip), t.kind == tokenMark && t.r != '.' && t.r != ';', string(p.word(k)) == "por", string(p.word(k)) == "the":
		default:
			return false
		}
	}
	return true
}

// meansInClause reports whether "means" follows in the same clause:
// “X”, which includes y where applicable, shall mean ….
func (p *parser) meansInClause(q *quotation) bool {
	for k := q.after; k < q.after+40 && !p.stop(k); k++ {
		if p.at(k).entry.has(roleMeans) || p.lex.lang == data.Chinese && p.hanMeans(k) {
			return true
		}
	}
	return false
}

// joined reports whether only a comma or conjunction stands between two names.
func (p *parser) joined(k, end int) bool {
	if end-k > 3 || k >= end {
		return false
	}
	for ; k < end; k++ {
		t := p.at(k)
		if !p.comma(k) && t.r != '、' && t.r != '/' && !t.entry.has(roleAnd|roleTerm|roleSkip) && t.r != '和' && t.r != '或' && t.r != '及' && t.r != '与' {
			return false
		}
	}
	return true
}
