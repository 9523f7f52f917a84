package concordance

import (
	"strconv"

	"travaux/app/textview"
	"travaux/data"
	"travaux/data/concord"
	"travaux/data/desk"
)

// A row of the concordance is one or two rows of blocks: the heading, if some
// version has one, and the words.

// blockOf is the identity of a block: that of the row, and which part of it.
func blockOf(row int, heading bool) string {
	if heading {
		return "h" + strconv.Itoa(row)
	}
	return "t" + strconv.Itoa(row)
}

// sheetOf sets the versions out as columns of blocks, the words of the findings
// marked: those of the chosen one stand out where a version stands apart.
func sheetOf(t *desk.Text, c *concord.Concordance, langs []data.Lang, chosen *concord.Finding) [][]textview.Block {
	columns := make([][]textview.Block, len(langs))
	marks := marksOf(c, chosen)
	for i, row := range c.Rows {
		heading, words := partsOf(t, row)
		for k, lang := range langs {
			at, there := row.At[lang]
			var r data.Rendering
			p := t.Provisions[leadOf(row)]
			if there {
				p = t.Provisions[at]
				r = p.Text[lang]
			}
			label := r.Label
			if heading {
				columns[k] = append(columns[k], textview.Block{
					ID: blockOf(i, true), Kind: headingKind(p.Kind), Label: label, Text: r.Heading, Lang: string(lang), Marks: marks[mark{p.ID, lang, true}],
				})
				label = ""
			}
			if !words {
				continue
			}
			b := textview.Block{ID: blockOf(i, false), Kind: textKind(p.Kind), Indent: indent(p), Label: label, Text: r.Text, Lang: string(lang), Marks: marks[mark{p.ID, lang, false}]}
			if !there && len(row.At) > 0 {
				b.Text, b.Marks = "—", []textview.Mark{{Kind: textview.Quiet, Start: 0, End: 1}}
			}
			columns[k] = append(columns[k], b)
		}
	}
	return columns
}

// mark tells where marks belong.
type mark struct {
	provision data.ID
	lang      data.Lang
	heading   bool
}

func marksOf(c *concord.Concordance, chosen *concord.Finding) map[mark][]textview.Mark {
	out := map[mark][]textview.Mark{}
	for i := range c.Findings {
		f := &c.Findings[i]
		for _, s := range f.Said {
			kind := textview.Comment
			switch {
			case f != chosen && chosen != nil && f.Provision == chosen.Provision:
				continue // what is not chosen must not hide what is
			case f == chosen && f.Apart(s.Lang):
				kind = textview.Collision
			case f == chosen:
				kind = textview.Search
			case !f.Kind.Sure():
				continue
			}
			for _, at := range s.Spans {
				k := mark{s.Provision, s.Lang, false}
				out[k] = append(out[k], textview.Mark{Kind: kind, Start: at.Start, End: at.End})
			}
			for _, at := range s.InHeading {
				k := mark{s.Provision, s.Lang, true}
				out[k] = append(out[k], textview.Mark{Kind: kind, Start: at.Start, End: at.End})
			}
		}
	}
	return out
}

// partsOf says whether some version of a row has a heading, and some have words;
// what is only a number stands as words.
func partsOf(t *desk.Text, row concord.Row) (heading, words bool) {
	for lang, at := range row.At {
		r := t.Provisions[at].Text[lang]
		heading = heading || r.Heading != "" || headingKind(t.Provisions[at].Kind) != textview.Paragraph
		words = words || r.Text != ""
	}
	return heading, words || !heading
}

// leadOf is the provision of a row that most versions have.
func leadOf(row concord.Row) int {
	count, best := map[int]int{}, -1
	for _, lang := range data.Langs {
		if at, ok := row.At[lang]; ok {
			if count[at]++; best < 0 || count[at] > count[best] {
				best = at
			}
		}
	}
	return best
}

func headingKind(k data.Kind) textview.Kind {
	switch k {
	case data.KindTitle:
		return textview.Title
	case data.KindPart, data.KindChapter, data.KindSection, data.KindAnnex:
		return textview.Chapter
	case data.KindArticle:
		return textview.Article
	}
	return textview.Paragraph
}

func textKind(k data.Kind) textview.Kind {
	if k == data.KindFootnote || k == data.KindNote {
		return textview.Note
	}
	return textview.Paragraph
}

// indent is how far a subparagraph stands in.
func indent(p data.Provision) int {
	if p.Kind == data.KindPoint {
		return max(min(p.Depth-2, 3), 1)
	}
	return 0
}

// rowOf is the row in which a finding's provision stands; -1 if there is none.
func rowOf(t *desk.Text, c *concord.Concordance, provision data.ID) int {
	for i, row := range c.Rows {
		for _, at := range row.At {
			if t.Provisions[at].ID == provision {
				return i
			}
		}
	}
	return -1
}

// rowNumber is the row of a block.
func rowNumber(block string) int {
	if len(block) < 2 {
		return -1
	}
	n, err := strconv.Atoi(block[1:])
	if err != nil {
		return -1
	}
	return n
}
