package export

import (
	"encoding/hex"
	"strings"

	"travaux/data"
	"travaux/data/redline"
	"travaux/translations"
)

// headingsInFull is how many headings a list of contents names in full; longer
// papers list chapters and articles only.
const headingsInFull = 40

// PositionPaper is the delegation's position on a draft, provision by
// provision: text as it stands, stance, proposed wording as a redline, reasons
// and sources, and at the end the fingerprints of what was approved.
func PositionPaper(brief data.PublicBrief, loc *translations.Localizer) Document {
	return positionPaper(brief, Dress{}, loc)
}

// positionKind is the id of its kind.
const positionKind = "position"

// PositionDressed is the paper in the dress of a template. It carries the dress
// besides, and can be proven like any other.
func PositionDressed(brief data.PublicBrief, dress Dress) Document {
	return positionPaper(brief, dress, translations.New(string(brief.Lang)))
}

func positionPaper(brief data.PublicBrief, dress Dress, loc *translations.Localizer) Document {
	brief, dress, carried := carry(brief, dress)
	loc = loc.Reworded(dress.Wording)
	w := writer{loc: loc}
	doc := Document{
		Lang:        brief.Lang,
		Kind:        positionKind,
		Carried:     carried,
		Title:       loc.T("paper.file.title", "paper", loc.T("paper.position"), "instrument", brief.Title),
		Subject:     brief.Title,
		Author:      brief.State,
		RunningHead: runningHead(brief, loc),
		Date:        brief.Date,
	}
	w.cover(brief)
	w.part("provisions")
	w.provisions(brief.Lines)
	w.part("approvals")
	w.approvals(brief, PaperDigest(brief, dress))
	doc.Blocks, doc.Parts = w.blocks, w.parts
	for i, b := range doc.Blocks {
		if c, ok := b.(Contents); ok && len(doc.Headings()) > headingsInFull {
			c.Depth = 2
			doc.Blocks[i] = c
		}
	}
	if dress.plain() {
		return doc
	}
	return Dressed(doc, positionKind, dress.template(positionKind, brief.Lang))
}

// runningHead names whose paper it is; a delegation that has not said for which
// State it speaks is left out.
func runningHead(brief data.PublicBrief, loc *translations.Localizer) string {
	if brief.State == "" {
		return loc.T("paper.position")
	}
	return loc.T("paper.head", "state", brief.State, "paper", loc.T("paper.position"))
}

// writer puts the blocks of one paper together.
type writer struct {
	loc    *translations.Localizer
	blocks []Block
	parts  []Part
}

// part begins a part of the paper.
func (w *writer) part(id string) { w.parts = append(w.parts, Part{id, len(w.blocks)}) }

func (w *writer) add(blocks ...Block) { w.blocks = append(w.blocks, blocks...) }

func (w *writer) cover(brief data.PublicBrief) {
	w.add(Letterhead{brief.State, brief.Letterhead}, Title{w.loc.T("paper.position"), brief.Title})
	var fields Fields
	field := func(id, value string) {
		if value != "" {
			fields.Rows = append(fields.Rows, Field{w.loc.T(id), value})
		}
	}
	field("paper.field.body", brief.Body)
	field("paper.field.session", brief.Session)
	field("paper.field.agenda", brief.AgendaItem)
	field("paper.field.symbol", brief.Symbol)
	field("paper.field.date", w.date(brief.Date))
	field("paper.field.language", translations.Endonym(string(brief.Lang)))
	w.add(fields)
	w.part("summary")
	if strings.TrimSpace(brief.Summary) != "" {
		w.add(Heading{1, w.loc.T("paper.summary")})
		for _, p := range paragraphs(Body, brief.Summary) {
			w.add(p)
		}
	}
	w.part("contents")
	if len(brief.Lines) > 0 {
		w.add(Contents{w.loc.T("paper.contents"), 3})
	}
}

func (w *writer) date(d data.Date) string {
	if d.IsZero() {
		return ""
	}
	return w.loc.Date(d.Year, d.Month, d.Day)
}

// provisions writes every line below the headings of the chapter and article
// it stands in; a heading is repeated only where it changes.
func (w *writer) provisions(lines []data.PublicLine) {
	for _, line := range lines {
		if line.Wording != "" || line.Stance == data.StanceDelete {
			w.add(w.legend())
			break
		}
	}
	var before []data.PublicHeading
	for _, line := range lines {
		within := containers(line)
		same := 0
		for same < len(within) && same < len(before) && within[same] == before[same] {
			same++
		}
		for _, h := range within[same:] {
			level := 1
			if h.Kind == data.KindArticle {
				level = 2
			}
			w.add(Heading{level, w.headingText(h)})
		}
		if !isContainer(line.Kind) || len(within) == same {
			w.add(Heading{3, Cite(line, w.loc)})
		}
		before = within
		w.provision(line)
	}
}

// legend shows how redlines are to be read, by being one.
func (w *writer) legend() Paragraph {
	return w.legendOf("paper.legend", []legendPart{
		{"{inserted}", "paper.legend.inserted", Inserted}, {"{deleted}", "paper.legend.deleted", Deleted},
	})
}

// legendPart is a placeholder of a legend, the catalogue id of what stands for
// it, and how that is marked.
type legendPart struct {
	placeholder, id string
	mark            Mark
}

// legendOf writes a legend whose parts look as it says; in every language they
// come in the same order.
func (w *writer) legendOf(id string, parts []legendPart) Paragraph {
	p := Paragraph{Kind: Fine, Legend: true}
	names := make([]string, 0, 2*len(parts))
	for _, part := range parts {
		names = append(names, strings.Trim(part.placeholder, "{}"), part.placeholder)
	}
	rest := w.loc.T(id, names...)
	for _, part := range parts {
		before, after, _ := strings.Cut(rest, part.placeholder)
		p.Spans = append(p.Spans, Span{before, Plain}, Span{w.loc.T(part.id), part.mark})
		rest = after
	}
	p.Spans = append(p.Spans, Span{rest, Plain})
	return p
}

func (w *writer) headingText(h data.PublicHeading) string {
	switch {
	case h.Label == "" && h.Heading == "":
		return w.loc.Name("kind", string(h.Kind))
	case h.Label == "":
		return h.Heading
	case h.Heading == "":
		return h.Label
	}
	return w.loc.T("paper.heading", "label", h.Label, "heading", h.Heading)
}

func (w *writer) provision(line data.PublicLine) {
	w.entry("paper.entry.text", inLang(line.TextLang, paragraphs(Quotation, line.Text), w.loc))
	w.entry("paper.entry.stance", paragraphs(Statement, w.stance(line.Stance.Public())))
	w.entry("paper.entry.wording", inLang(proposedIn(line), proposed(line), w.loc))
	w.entry("paper.entry.reasons", inLang(line.ReasonsLang, paragraphs(Body, line.Reasons), w.loc))
	w.entry("paper.entry.sources", paragraphs(Body, line.Citations))
}

func (w *writer) stance(s data.Stance) string {
	if s == data.StanceNone {
		return w.loc.T("stance.none.public")
	}
	return w.loc.T("stance." + string(s) + ".public")
}

// proposed shows our wording as changes to the text as it stands, and a
// proposal to delete as the whole text struck through.
func proposed(line data.PublicLine) []Paragraph {
	if line.Wording == "" && line.Stance != data.StanceDelete {
		return nil
	}
	base := line.WordingBase()
	if line.Wording == "" { // of a deletion, all of the text
		base = line.Text
	}
	if line.Wording == base {
		return nil
	}
	var spans []Span
	for _, e := range redline.Words(base, line.Wording) {
		mark := Plain
		switch e.Kind {
		case redline.Insert:
			mark = Inserted
		case redline.Delete:
			mark = Deleted
		}
		spans = append(spans, Span{e.Text, mark})
	}
	return split(Quotation, spans)
}

// Groups writes a digest as hexadecimal digits in groups of four, so that two
// people can compare it aloud.
func Groups(digest [32]byte) string {
	digits := hex.EncodeToString(digest[:])
	groups := make([]string, 0, len(digits)/4)
	for ; digits != ""; digits = digits[4:] {
		groups = append(groups, digits[:4])
	}
	return strings.Join(groups, " ")
}

// paragraphs makes one paragraph of every line of a text that is not blank.
func paragraphs(kind ParagraphKind, text string) []Paragraph {
	return split(kind, []Span{{text, Plain}})
}

// split cuts spans into paragraphs at their line breaks; blank ones are left
// out.
func split(kind ParagraphKind, spans []Span) []Paragraph {
	var out []Paragraph
	var now []Span
	blank := true
	end := func() {
		if !blank {
			out = append(out, Paragraph{Kind: kind, Spans: now})
		}
		now, blank = nil, true
	}
	for _, s := range spans {
		for i, piece := range strings.Split(strings.ReplaceAll(s.Text, "\r\n", "\n"), "\n") {
			if i > 0 {
				end()
			}
			if piece != "" {
				now = append(now, Span{piece, s.Mark})
				blank = blank && strings.TrimSpace(piece) == ""
			}
		}
	}
	end()
	return out
}
