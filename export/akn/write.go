package akn

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/xml"
	"strings"
	"unicode"

	"travaux/data"
	"travaux/export"
)

// Write gives the draft as a file.
func Write(d export.DraftText) []byte {
	w := &writer{d: d}
	w.raw(xml.Header + `<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">` + "\n" + `<bill name="draft">` + "\n")
	w.meta()
	tree := grown(d.Lines)
	w.preface(tree)
	w.preamble(tree)
	w.raw("<body>\n")
	before := w.b.Len()
	for _, n := range tree {
		switch n.line.Kind {
		case data.KindTitle, data.KindPreamble:
		case data.KindFormula:
		default:
			w.hierarchy(n)
		}
	}
	if w.b.Len() == before { // a body is never empty
		w.raw(`<hcontainer name="text" eId="body__text"><content><p></p></content></hcontainer>` + "\n")
	}
	w.raw("</body>\n")
	w.conclusions(tree)
	w.raw("</bill>\n</akomaNtoso>\n")
	return w.b.Bytes()
}

type writer struct {
	markup
	d export.DraftText
}

// meta identifies the draft. Its address is that of a draft of the United Nations by
// its date and symbol.
func (w *writer) meta() {
	who := w.d.State
	if who == "" {
		who = w.d.Title
	}
	number := slug(w.d.Symbol, "draft")
	w.identity(identification{
		work: "/akn/un/bill/provision/" + dated(w.d.Date) + "/" + number, lang: w.d.Lang, date: dated(w.d.Date), who: who,
		title: w.d.Title, subtype: "provision", number: number, printed: w.d.Symbol,
	})
}

// slug is what of a symbol may stand in an address.
func slug(s, without string) string {
	out := strings.Map(func(r rune) rune {
		switch {
		case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
			return r
		case 'A' <= r && r <= 'Z':
			return r + 'a' - 'A'
		}
		return '-'
	}, s)
	if out = strings.Trim(out, "-"); out == "" {
		return without
	}
	return out
}

func (w *writer) preface(tree []*node) {
	w.raw("<preface>\n<p>")
	if w.d.Symbol != "" {
		w.raw("<docNumber>")
		w.text(w.d.Symbol)
		w.raw("</docNumber>")
	}
	w.raw("</p>\n")
	title := w.d.Title
	for _, n := range tree {
		if n.line.Kind == data.KindTitle {
			title = n.line.Text
		}
	}
	w.raw("<p><docTitle>")
	w.text(title)
	w.raw("</docTitle></p>\n</preface>\n")
}

// preamble writes the recitals between the words that open and close them.
func (w *writer) preamble(tree []*node) {
	for _, n := range tree {
		if n.line.Kind != data.KindPreamble {
			continue
		}
		w.raw("<preamble>\n")
		if heading := strings.TrimSpace(n.line.Label + " " + n.line.Heading); heading != "" {
			w.raw(`<p class="heading">`)
			w.text(heading)
			w.raw("</p>\n")
		}
		recitals := false
		list := func(on bool) {
			switch {
			case on && !recitals:
				w.raw("<recitals>\n")
			case !on && recitals:
				w.raw("</recitals>\n")
			}
			recitals = on
		}
		for _, c := range n.all() {
			list(c.Kind != data.KindFormula)
			if c.Kind == data.KindFormula {
				w.raw(`<formula name="enacting">`)
			} else {
				w.raw("<recital")
				w.identified(c)
				w.raw(">")
				w.number(c)
			}
			w.paragraphs(c.Text)
			w.raw(map[bool]string{true: "</formula>\n", false: "</recital>\n"}[c.Kind == data.KindFormula])
		}
		list(false)
		w.raw("</preamble>\n")
		return
	}
}

// identified gives a provision its place, and an identity that it keeps wherever it
// moves, in every language and draft. It tells nothing of the identity that the
// provision has in the delegation's records but whether two are the same.
func (w *writer) identified(l export.DraftLine) {
	w.attribute("eId", identity(l.Path))
	if !l.ID.IsZero() {
		sum := sha256.Sum256(append([]byte("akn wId "), l.ID[:]...))
		w.attribute("wId", "p-"+hex.EncodeToString(sum[:8]))
	}
}

func (w *writer) number(l export.DraftLine) {
	if l.Label != "" {
		w.raw("<num>")
		w.text(l.Label)
		w.raw("</num>")
	}
	if l.Heading != "" {
		w.raw("<heading>")
		w.text(l.Heading)
		w.raw("</heading>")
	}
}

// paragraphs writes every line of a text as one; of no text, an empty one.
func (w *writer) paragraphs(s string) {
	for _, line := range strings.Split(s, "\n") {
		w.raw("<p>")
		w.text(line)
		w.raw("</p>")
	}
}

// elements are the names of provisions in AKN.
var elements = map[data.Kind]string{
	data.KindPart: "part", data.KindChapter: "chapter", data.KindSection: "section", data.KindArticle: "article",
	data.KindParagraph: "paragraph", data.KindPoint: "point",
}

// hierarchy writes a provision with what stands in it. Words after a list close it;
// those that others follow stand in a container of their own.
func (w *writer) hierarchy(n *node) {
	name, known := elements[n.line.Kind]
	open := "<" + name
	if !known {
		name, open = "hcontainer", `<hcontainer name="`+string(n.line.Kind)+`"`
	}
	w.raw(open)
	w.identified(n.line)
	w.raw(">")
	if optional(n.line) { // "Option 1" is no number
		n.line.Text, n.line.Label = n.line.Label+"\n"+n.line.Text, ""
	}
	w.number(n.line)
	children, closing := n.children, []*node(nil)
	for len(children) > 0 && children[len(children)-1].line.Kind == data.KindFlush && len(children[len(children)-1].children) == 0 {
		closing = append([]*node{children[len(children)-1]}, closing...)
		children = children[:len(children)-1]
	}
	switch {
	case len(n.children) == 0:
		w.raw("<content>")
		w.paragraphs(n.line.Text)
		w.raw("</content>")
	case len(children) == 0:
		w.raw("<content>")
		w.paragraphs(n.line.Text)
		for _, c := range closing {
			w.paragraphs(c.line.Text)
		}
		w.raw("</content>")
	default:
		if n.line.Text != "" {
			w.raw("<intro>")
			w.paragraphs(n.line.Text)
			w.raw("</intro>")
		}
		w.raw("\n")
		for _, c := range children {
			w.hierarchy(c)
		}
		if len(closing) > 0 {
			w.raw("<wrapUp>")
			for _, c := range closing {
				w.paragraphs(c.line.Text)
			}
			w.raw("</wrapUp>")
		}
	}
	w.raw("</" + name + ">\n")
}

// optional reports whether a paragraph has the name of an option for its number.
func optional(l export.DraftLine) bool {
	if l.Kind != data.KindParagraph {
		return false
	}
	letters := 0
	for _, r := range l.Label {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters > 2 && unicode.IsLetter([]rune(l.Label)[0])
}

func (w *writer) conclusions(tree []*node) {
	open := false
	for _, n := range tree {
		if n.line.Kind == data.KindFormula {
			if !open {
				w.raw("<conclusions>\n")
			}
			open = true
			w.paragraphs(n.line.Text)
		}
	}
	if open {
		w.raw("\n</conclusions>\n")
	}
}

// node is a provision with what stands in it.
type node struct {
	line     export.DraftLine
	children []*node
}

// grown is the tree of lines, by their depth.
func grown(lines []export.DraftLine) []*node {
	root := &node{}
	open := []*node{root}
	for _, l := range lines {
		depth := min(max(l.Depth, 0), len(open)-1)
		n := &node{line: l}
		up := open[depth]
		up.children = append(up.children, n)
		open = append(open[:depth+1], n)
	}
	return root.children
}

// all are the provisions in a node, without it, in order.
func (n *node) all() (out []export.DraftLine) {
	for _, c := range n.children {
		out = append(append(out, c.line), c.all()...)
	}
	return out
}

// identity is the eId of a provision: "chp_2__art_7__para_3__point_b" of
// "ch2/art7/3/b". Source: AKN Naming Convention 1.0, section 5.
func identity(path string) string {
	var out []string
	for _, step := range strings.Split(path, "/") {
		out = append(out, identityOf(step))
	}
	return strings.Join(out, "__")
}

func identityOf(step string) string {
	step = strings.Map(func(r rune) rune {
		if 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '-' || r == '.' {
			return r
		}
		return '-'
	}, step)
	for _, p := range []struct{ is, named string }{{"annex", "annex"}, {"part", "part"}, {"art", "art"}, {"ch", "chp"}, {"sec", "sec"}, {"pp", "rec"}} {
		if rest, ok := strings.CutPrefix(step, p.is); ok && rest != "" && '0' <= rest[0] && rest[0] <= '9' {
			return p.named + "_" + rest
		}
	}
	switch {
	case step == "":
		return "x"
	case '0' <= step[0] && step[0] <= '9':
		return "para_" + step
	case len(step) <= 3 || strings.HasPrefix(step, "i"):
		return "point_" + step
	}
	return step
}
