package specimen

import (
	"strings"
	"time"

	"travaux/data"
	"travaux/data/redline/align"
	"travaux/data/redline/compare"
)

// Provision is a provision of one version of the invented text.
type Provision struct {
	Path string
	Kind data.Kind
	data.Rendering
	Parent int // -1: none
}

// Drafts returns the text before and after a revision: the wordings that the
// paper proposes are taken over, what it wants deleted is gone, article 12 has
// become article 13, and there is a new last paragraph.
func Drafts(lang data.Lang) (old, new []Provision) {
	brief := Brief(lang)
	old = version(brief.Lines)
	later := make([]data.PublicLine, 0, len(brief.Lines)+1)
	for _, line := range brief.Lines {
		if line.Stance == data.StanceDelete {
			continue
		}
		if line.Wording != "" {
			line.Text = line.Wording
		}
		if strings.Contains(line.Path, "art12") {
			line.Path = strings.Replace(line.Path, "art12", "art13", 1)
			line.Label = strings.NewReplacer("12", "13", "十二", "十三").Replace(line.Label)
		}
		later = append(later, line)
	}
	last := later[len(later)-1]
	last.Path, last.Label = "ch2/art15/2", strings.Replace(last.Label, "1", "2", 1)
	last.Text = brief.Lines[5].Reasons
	return old, version(append(later, last))
}

// version sets out the provisions below the articles that they stand in.
func version(lines []data.PublicLine) (list []Provision) {
	at := map[data.PublicHeading]int{}
	for _, line := range lines {
		parent := -1
		for _, h := range line.Parents {
			if h.Kind == data.KindParagraph {
				continue
			}
			i, known := at[h]
			if !known {
				i = len(list)
				at[h] = i
				list = append(list, Provision{headingPath(line.Path, h.Kind), h.Kind, data.Rendering{Label: h.Label, Heading: h.Heading}, parent})
			}
			parent = i
		}
		text := strings.TrimSpace(strings.TrimPrefix(line.Text, line.Label)) // a paper has the number in front
		list = append(list, Provision{line.Path, line.Kind, data.Rendering{Label: line.Label, Heading: line.Heading, Text: text}, parent})
	}
	return list
}

// headingPath is the path of what a provision stands in.
func headingPath(path string, kind data.Kind) string {
	parts := strings.Split(path, "/")
	if kind == data.KindArticle && len(parts) > 1 {
		return strings.Join(parts[:2], "/")
	}
	return parts[0]
}

// Report returns an invented report on that revision, without the paths of the
// paragraphs and without notes.
func Report(lang data.Lang) data.InternalReport {
	brief := Brief(lang)
	first := data.PublicRevision{Symbol: "A/AC.311/14", Date: data.Date{Year: 2025, Month: time.September, Day: 22}, Kind: data.RevisionZero}
	before := data.PublicRevision{Symbol: "A/AC.311/14/Rev.1", Date: data.Date{Year: 2026, Month: time.January, Day: 15}, Kind: data.RevisionRevised}
	now := data.PublicRevision{Symbol: brief.Symbol, Date: brief.Date, Kind: data.RevisionRevised}
	heading := func(i, k int) data.PublicHeading { return brief.Lines[i].Parents[k] }
	r := data.InternalReport{PublicReport: data.PublicReport{
		Lang: lang, Title: brief.Title, Body: brief.Body, Session: brief.Session, AgendaItem: brief.AgendaItem,
		State: brief.State, Letterhead: brief.Letterhead, Date: brief.Date, Old: before, New: now,
		Taken: []data.PublicTaken{
			{Path: "ch1/art4/1", Kind: data.ProposalModify, By: brief.State, Source: "A/AC.311/CRP.4", Uptake: data.UptakeOver, Found: 12, Of: 12},
			{Path: "ch1/art7/3/b", Kind: data.ProposalModify, By: brief.State, Source: "A/AC.311/CRP.4 (Part I)", Uptake: data.UptakePartly, Found: 9, Of: 14},
			{Path: "ch2/art9/2", Kind: data.ProposalAdd, By: brief.State, Uptake: data.UptakeElsewhere, Where: []string{"ch2/art13", "ch2/art15/2"}},
			{Path: "ch1/art7/4", Kind: data.ProposalSuppress, By: brief.State, Source: "A/AC.311/CRP.7", Uptake: data.UptakeNot},
		},
		Converging: data.PublicConvergence{
			Revisions: []data.PublicRevision{first, before, now},
			Totals:    []data.PublicMeasure{{Brackets: 412, Options: 54, Open: 279, Parts: 628}, {Brackets: 260, Options: 21, Open: 201, Parts: 611}, {Brackets: 187, Options: 0, Open: 96, Parts: 584}},
			Rows: []data.PublicRow{
				{PublicHeading: heading(1, 1), Path: "ch1/art2", There: []bool{true, true, true}, Measures: []data.PublicMeasure{{}, {}, {}}},
				{PublicHeading: heading(2, 1), Path: "ch1/art4", There: []bool{true, true, true}, Measures: []data.PublicMeasure{{Brackets: 54, Options: 2, Open: 13}, {Brackets: 30, Open: 9}, {Brackets: 8, Open: 3}}},
				{PublicHeading: heading(3, 1), Path: "ch1/art7", There: []bool{true, true, false}, Measures: []data.PublicMeasure{{Brackets: 6, Open: 6}, {Brackets: 6, Open: 6}, {}}},
				{PublicHeading: heading(5, 1), Path: "ch2/art9", There: []bool{false, true, true}, Measures: []data.PublicMeasure{{}, {Brackets: 3, Open: 2}, {Brackets: 3, Open: 2}}},
			},
		},
	}}
	r.Waiting = []data.ReportItem{
		{Kind: data.AnnotationInstruction, Reason: "carry.reason.words-changed", Score: 0.62, From: "ch1/art7/3/b", To: "ch1/art7/3/b", Says: brief.Lines[3].Reasons, Escalated: true},
		{Kind: data.AnnotationComment, Reason: "carry.reason.split", Score: 0.5, From: "ch2/art12", To: "ch2/art13", Says: brief.Lines[7].Reasons},
	}
	r.Lapsed = []data.ReportLapse{
		{Path: "ch1/art4/1", Approved: data.Date{Year: 2026, Month: time.February, Day: 26}, Why: []string{"lapse.text", "lapse.heading"}},
		{Path: "ch2/art13", Approved: data.Date{Year: 2026, Month: time.February, Day: 27}, Why: []string{"lapse.number"}, OnlyNumber: true},
	}
	r.Orphans = []data.ReportItem{
		{Kind: data.AnnotationProposal, Reason: "carry.reason.provision-gone", From: "ch1/art7/4", Says: brief.Lines[4].Reasons, Old: brief.Lines[4].Text},
	}
	r.LastToObject = []data.ReportObjection{
		{PublicHeading: heading(8, 1), Path: "ch2/art15", Brackets: 2, Ours: []data.ReportOurs{{Path: "ch2/art15/1", Stance: data.StanceReserve}, {Path: "ch2/art15/2", Kind: data.ProposalSuppress}}},
	}
	return r
}

// Reported is the report with the comparison that it is on.
func Reported(lang data.Lang) (data.InternalReport, compare.Comparison) {
	r := Report(lang)
	side := func(list []Provision) (out []align.Paragraph, paths []string) {
		for _, p := range list {
			out = append(out, align.Paragraph{Kind: p.Kind, Label: p.Label, Heading: p.Heading, Text: p.Text, Parent: p.Parent})
			paths = append(paths, p.Path)
		}
		return out, paths
	}
	before, after := Drafts(lang)
	old, oldPaths := side(before)
	new, newPaths := side(after)
	r.OldPaths, r.NewPaths = oldPaths, newPaths
	r.Notes = make([][]data.ReportNote, len(new))
	return r, compare.Of(old, new, align.Align(old, new, align.Options{}))
}
