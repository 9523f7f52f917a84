package desk

import (
	"strings"
	"unicode/utf8"

	"travaux/app/look"
	"travaux/app/textview"
	"travaux/data"
	work "travaux/data/desk"
	"travaux/translations"
)

// Suffixes of the blocks of a provision other than its text, whose block has
// the provision's own identity.
const (
	headingBlock  = "/heading"
	languageBlock = "/language"
)

// provisionOf is the provision that a block belongs to.
func provisionOf(block string) (data.ID, bool) {
	name, _, _ := strings.Cut(block, "/")
	id, err := data.ParseID(name)
	return id, err == nil
}

// page is what the reader shows.
type page struct {
	text   *work.Text
	lang   data.Lang
	blocks []textview.Block
	titles map[data.ID]string // of every provision: the article or chapter it stands in
}

// pageOf sets a text out in blocks, in a language where it has it, with all
// that is marked on it.
func pageOf(d *work.Desk, t *work.Text, lang data.Lang, loc *translations.Localizer, today data.Date) page {
	threads := d.AllComments()
	b := &pageBuilder{
		desk: d, text: t, lang: lang, loc: loc, indents: map[data.ID]int{},
		threads: threads, tallies: survey(d, t, threads, today),
	}
	b.known = contains(t.Revision.Langs(), lang)
	out := page{text: t, lang: lang, titles: map[data.ID]string{}}
	for _, p := range t.Provisions {
		out.blocks = append(out.blocks, b.blocks(p)...)
		out.titles[p.ID] = titleOf(p, lang, out.titles[p.Parent])
	}
	return out
}

// titleOf names the article or larger unit that a provision stands in.
func titleOf(p data.Provision, lang data.Lang, outer string) string {
	r, _ := p.In(lang)
	switch blockKind(p.Kind) {
	case textview.Title:
		return beginning(r.Text+r.Heading, 120)
	case textview.Chapter, textview.Article:
		return strings.TrimSpace(strings.TrimSpace(r.Label) + "  " + r.Heading)
	}
	return outer
}

type pageBuilder struct {
	desk    *work.Desk
	text    *work.Text
	lang    data.Lang
	known   bool // the revision has the language
	loc     *translations.Localizer
	indents map[data.ID]int
	threads map[data.ID][]work.Thread
	tallies map[data.ID]*tally
}

func (b *pageBuilder) blocks(p data.Provision) []textview.Block {
	r, shown := p.In(b.lang)
	kind := blockKind(p.Kind)
	block := textview.Block{
		ID: p.ID.String(), Kind: kind, Indent: b.indent(p), Lang: string(shown),
		Label: r.Label, Text: r.Text, Marks: b.marks(p, r, shown), Changes: b.changes(p.ID, r, shown),
	}
	n := b.tallies[p.ID].own
	if block.Comments = n.comments; n.state != data.ApprovalNone {
		block.State = look.State(n.state)
	}
	var out []textview.Block
	if shown != b.lang && b.known {
		out = append(out, b.languageNote(block, shown))
	}
	switch {
	case kind == textview.Paragraph || kind == textview.Note || kind == textview.Title:
		if r.Heading != "" {
			out = append(out, textview.Block{ID: block.ID + headingBlock, Kind: textview.Article, Lang: block.Lang, Text: r.Heading})
		}
	case r.Text == "":
		block.Text, block.Marks = r.Heading, brackets(r.Heading)
	default:
		out = append(out, textview.Block{
			ID: block.ID + headingBlock, Kind: kind, Lang: block.Lang,
			Label: r.Label, Text: r.Heading, Marks: brackets(r.Heading),
		})
		block.Kind, block.Label = textview.Paragraph, ""
	}
	return append(out, block)
}

// languageNote says above a provision that it is shown in another language.
func (b *pageBuilder) languageNote(of textview.Block, shown data.Lang) textview.Block {
	words := b.loc.T("panes.reader.only-in", "lang", b.loc.Name("language", string(shown)))
	return textview.Block{
		ID: of.ID + languageBlock, Kind: textview.Note, Indent: of.Indent, Lang: b.loc.Lang(), Text: words,
		Marks: []textview.Mark{{Kind: textview.Quiet, End: utf8.RuneCountInString(words)}},
	}
}

func blockKind(k data.Kind) textview.Kind {
	switch k {
	case data.KindTitle:
		return textview.Title
	case data.KindPreamble, data.KindPart, data.KindChapter, data.KindSection, data.KindAnnex:
		return textview.Chapter
	case data.KindArticle:
		return textview.Article
	case data.KindNote, data.KindFootnote:
		return textview.Note
	}
	return textview.Paragraph
}

// indent counts the lists that a provision stands in.
func (b *pageBuilder) indent(p data.Provision) int {
	n := b.indents[p.Parent]
	if p.Kind == data.KindPoint {
		n++
	}
	if blockKind(p.Kind) != textview.Paragraph {
		n = 0
	}
	b.indents[p.ID] = n
	return n
}

// changes tells whether we propose other words.
func (b *pageBuilder) changes(id data.ID, r data.Rendering, lang data.Lang) textview.Changes {
	if ours := b.desk.Position(id).Wording[lang]; ours != "" && ours != r.Text {
		return textview.OursChange
	}
	return 0
}

func (b *pageBuilder) marks(p data.Provision, r data.Rendering, lang data.Lang) []textview.Mark {
	marks := brackets(r.Text)
	for _, t := range r.Tracked {
		kind := textview.Inserted
		if t.Kind == data.TrackDeleted {
			kind = textview.Deleted
		}
		marks = append(marks, textview.Mark{Kind: kind, Start: t.Start, End: t.End})
	}
	for _, thread := range b.threads[p.ID] {
		if start, end, ok := anchored(thread.Anchor, r.Text); ok && thread.Anchor.Lang == lang && !thread.Resolved {
			marks = append(marks, textview.Mark{Kind: textview.Comment, Start: start, End: end, Ref: thread.ID.String()})
		}
	}
	return marks
}

// anchored finds the words of an anchor in a text, which may have changed since:
// where they stood, else with their surroundings, else where they occur once.
func anchored(a data.Anchor, text string) (start, end int, ok bool) {
	if a.End <= a.Start || a.Quote == "" {
		return 0, 0, false
	}
	runes := []rune(text)
	if a.End <= len(runes) && string(runes[a.Start:a.End]) == a.Quote {
		return a.Start, a.End, true
	}
	before := a.Before
	at := strings.Index(text, a.Before+a.Quote+a.After)
	if at < 0 && strings.Count(text, a.Quote) == 1 {
		before, at = "", strings.Index(text, a.Quote)
	}
	if at < 0 {
		return 0, 0, false
	}
	start = utf8.RuneCountInString(text[:at+len(before)])
	return start, start + utf8.RuneCountInString(a.Quote), true
}

func contains(list []data.Lang, lang data.Lang) bool {
	for _, l := range list {
		if l == lang {
			return true
		}
	}
	return false
}
