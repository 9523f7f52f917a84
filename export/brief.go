package export

import (
	"strconv"
	"strings"

	"travaux/data"
	"travaux/data/marking"
	"travaux/translations"
)

// InternalBrief is what the delegation has before it in the room: by provision the line
// that may be said, the instructions with their validity, the red lines, the ladder step
// by step down to the bottom line, who else wants what, and how far the text has come. It
// is marked on every page, and each paragraph of it with its own level.
//
// Source: reference on negotiation, section 7 (c).
func InternalBrief(b data.InternalBrief, loc *translations.Localizer) Document {
	w := briefWriter{writer{loc: loc}, &b, marking.Of(data.Negotiation{Scheme: b.Scheme, OwnLevels: b.OwnLevels})}
	title := loc.T("brief.title")
	level := w.scheme.Level(b.Level)
	w.letterhead(b.PublicBrief)
	w.add(Title{title, b.Title})
	var rows fieldRows
	rows.add(loc.T("report.field.handling"), LevelName(level, loc))
	if level.Register {
		rows.add(loc.T("report.field.registration"), blanks)
	}
	rows.Rows = append(rows.Rows, w.belongs(b.PublicBrief, false).Rows...)
	rows.add(loc.T("paper.field.date"), w.date(b.Date))
	w.add(rows.Fields)
	if strings.TrimSpace(b.Summary) != "" {
		w.part("summary")
		w.add(Heading{1, loc.T("paper.summary")})
		for _, p := range paragraphs(Body, w.open(b.Summary)) {
			w.add(p)
		}
	}
	w.part("contents")
	w.add(Contents{loc.T("paper.contents"), 2})
	w.part("provisions")
	list, n := make([]data.PublicProvision, len(b.Items)), 0
	for i, x := range b.Items {
		list[i] = data.PublicProvision{Path: x.Path, Kind: x.Kind, Label: x.Label, Heading: x.Heading, Parents: x.Parents}
	}
	w.underHeadings(list, func(data.PublicProvision) {
		w.item(b.Items[n])
		n++
	})
	doc := w.document(b.PublicBrief, title, b.Title)
	doc.Marking = Handling(level, loc)
	return doc
}

// briefWriter puts the parts of a brief together.
type briefWriter struct {
	writer
	b      *data.InternalBrief
	scheme marking.Scheme
}

// open is what may be said outside, with the mark of that.
func (w *briefWriter) open(text string) string {
	if strings.TrimSpace(text) == "" {
		return ""
	}
	return Portioned(w.scheme, w.scheme.Lowest().Code, text, w.loc)
}

// closed is what may not, with the mark of its level.
func (w *briefWriter) closed(level data.Classification, text string) string {
	if strings.TrimSpace(text) == "" {
		return ""
	}
	return Portioned(w.scheme, w.scheme.OfText(level, text).Code, text, w.loc)
}

func (w *briefWriter) item(x data.InternalItem) {
	say := func(id, text string, kind ParagraphKind) { w.entry(id, paragraphs(kind, text)) }
	say("brief.room", w.loc.Name("text-state", string(x.State)), Body)
	w.entry("paper.entry.text", inLang(x.TextLang, paragraphs(Quotation, x.Text), w.loc))
	if x.Stance != data.StanceNone {
		say("brief.stance", w.loc.Name("stance", string(x.Stance)), Statement)
	}
	say("brief.line", w.open(x.PublicLine), Body)
	if x.Wording != "" {
		w.entry("paper.entry.wording", proposed(data.PublicLine{Text: x.WordingBase, Wording: x.Wording}))
	}
	w.entry("brief.orders", w.orders(x.Orders))
	say("brief.red-lines", w.closed("", strings.Join(x.Lines, "\n")), Body)
	say("brief.internal", w.closed("", x.Internal), Body)
	w.ladder(x)
	w.entry("brief.others", w.others(x))
	var offers []Paragraph
	for _, o := range x.Offers {
		code, _ := codeOf(data.PublicProposal{Kind: o.Kind, Must: true, Wording: o.Wording, Base: " "})
		offers = append(offers, Paragraph{Kind: Body, Spans: w.offered(code, w.loc.T("compilation.by", "who", o.By))})
		offers = append(offers, paragraphs(Quotation, w.loc.Isolate(o.Wording))...)
	}
	w.entry("brief.offers", offers)
}

// orders are the instructions: reference and validity, then what capital says.
func (w *briefWriter) orders(list []data.InternalOrder) (out []Paragraph) {
	for _, o := range list {
		mark := Plain
		if o.Out == "" {
			mark = Strong
		}
		out = append(out, Paragraph{Kind: Body, Leads: true, Spans: []Span{{w.loc.Isolate(o.Reference), mark}, {" · " + w.validity(o), Plain}}})
		out = append(out, paragraphs(Body, w.closed(o.Level, o.Text))...)
	}
	return out
}

// validity says until when an instruction holds, or why it does not.
func (w *briefWriter) validity(o data.InternalOrder) string {
	day := func(m data.Moment) string { return w.date(data.DateOf(m.Local())) }
	switch {
	case o.Out == data.FlagNotBegun:
		return w.loc.T("panes.instruction.from", "date", day(o.Issued))
	case o.Out == data.FlagSuperseded:
		return w.superseded(o.SupersededBy)
	case o.Lapses.IsZero():
		return w.loc.T("panes.instruction.open-ended")
	case o.Out == data.FlagLapsed:
		return w.loc.T("panes.instruction.expired", "date", day(o.Lapses))
	}
	return w.loc.T("panes.instruction.until", "date", day(o.Lapses))
}

// superseded says that others took the place of an instruction.
func (w *briefWriter) superseded(by []string) string {
	if len(by) == 0 {
		return w.loc.Name("instructions.flag", string(data.FlagSuperseded))
	}
	names := make([]string, len(by))
	for i, reference := range by {
		names[i] = w.loc.Isolate(reference)
	}
	return w.loc.T("instructions.superseded.by", "others", w.loc.List(names))
}

// ladder writes every step, and the last as the bottom line.
func (w *briefWriter) ladder(x data.InternalItem) {
	var above, last []Paragraph
	for i, s := range x.Ladder {
		head := w.loc.T("ladder.preferred")
		if i > 0 {
			head = w.loc.T("ladder.fallback", "n", strconv.Itoa(i))
		}
		if s.Here {
			head = w.loc.T("brief.here", "step", head)
		}
		above, last = append(above, last...), []Paragraph{{Kind: Body, Spans: []Span{{head, Strong}}}}
		if s.Trigger != "" {
			last = append(last, paragraphs(Fine, w.closed("", w.loc.T("ladder.when", "trigger", w.loc.Isolate(s.Trigger))))...)
		}
		last = append(last, paragraphs(Quotation, w.closed("", s.Wording))...)
	}
	if len(x.Ladder) == 1 {
		w.entry("brief.ladder", last)
		return
	}
	w.entry("brief.ladder", above)
	w.entry("brief.bottom", last)
}

// others is a line for each class: how many, and who.
func (w *briefWriter) others(x data.InternalItem) (out []Paragraph) {
	for _, s := range x.Others {
		id := "brief.others." + string(s.Attitude)
		if s.Mixed {
			id = "brief.others.mixed"
		}
		who := append([]string(nil), s.Who...)
		w.loc.Sort(who)
		head := w.loc.N(id, len(who), "n", w.loc.Number(len(who)))
		out = append(out, Paragraph{Kind: Names, Spans: []Span{{head, Strong}, {" · " + w.loc.List(who), Plain}}})
	}
	return out
}
