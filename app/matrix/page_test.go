package matrix

import (
	"context"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page/roomtest"
	"travaux/data"
	"travaux/data/desk"
	"travaux/data/tally"
	"travaux/export"
	"travaux/export/paper"
)

var ctx = context.Background()

// moment is a time of the invented meetings.
func moment(day, hour int) time.Time {
	return time.Date(2026, 3, day, hour, 0, 0, 0, time.Local)
}

// told is a room in which some States said something: of article 2 as a whole, of its
// paragraphs, of a proposal and of an issue.
func told(t *testing.T, lang string) (*roomtest.Bench, map[string]data.ID) {
	t.Helper()
	b := roomtest.New(t, lang)
	text := b.Import(t, "A/1", data.English, roomtest.English)
	ids := map[string]data.ID{}
	for _, p := range text.Provisions {
		ids[p.Path] = p.ID
	}
	proposal, err := b.Desk.Propose(ctx, data.Proposal{
		Provision: ids["ch1/art2/1"], Kind: data.ProposalModify, Wording: data.Words{data.English: "Other words."}, Proponents: []data.Proponent{{State: "JPN"}},
	})
	roomtest.Must(t, err)
	ids["proposal"] = proposal.ID
	issue, err := b.Desk.SetIssue(ctx, data.Issue{Title: "Light at dusk", Provisions: []data.ID{ids["ch1/art2/1"], ids["ch1/art2/2"]}})
	roomtest.Must(t, err)
	ids["issue"] = issue.ID
	roomtest.Must(t, b.Desk.SetPosition(ctx, data.Position{Provision: ids["ch1/art2/1"], Stance: data.StanceSupport}))
	one, two := ids["ch1/art2/1"], ids["ch1/art2/2"]
	_, err = b.Desk.RecordViews(ctx, []data.View{
		{Provision: one, By: data.Speaker{Code: "EGY"}, Attitude: data.AttitudeOppose, Said: moment(2, 10), Words: "We cannot agree.", Lang: data.English},
		{Provision: one, By: data.Speaker{Code: "KEN"}, Attitude: data.AttitudeSupport, Said: moment(2, 11)},
		{Provision: one, By: data.Speaker{Code: "EGY"}, Attitude: data.AttitudeSupport, Said: moment(3, 10), Words: "We can go along now.", Lang: data.English},
		{Provision: one, By: data.Speaker{Code: "FRA"}, Attitude: data.AttitudeReserve, Confidence: data.ConfidenceUnsure, Said: moment(3, 11)},
		{Provision: two, By: data.Speaker{Code: "JPN"}, Attitude: data.AttitudeOppose, Said: moment(3, 12), Private: true, Words: "between us"},
		{Provision: two, By: data.Speaker{For: "africa"}, Attitude: data.AttitudeFlexible, Said: moment(3, 13)},
		{Provision: one, Proposal: proposal.ID, By: data.Speaker{Code: "JPN"}, Attitude: data.AttitudeSupport, Said: moment(3, 14)},
		{Issue: issue.ID, By: data.Speaker{Code: "BRA"}, Attitude: data.AttitudeQuestion, Said: moment(3, 15)},
	})
	roomtest.Must(t, err)
	return b, ids
}

// lineOf is a line of the grid as text, found by its code.
func lineOf(t *testing.T, p *Page, code string) string {
	t.Helper()
	for _, l := range p.grid.sheet.all() {
		if l.code == code {
			s := sheet{lines: []line{l}}
			return strings.TrimSpace(strings.Split(s.text(), "\n")[1])
		}
	}
	return ""
}

func TestThePageTellsWhoIsWithUs(t *testing.T) {
	b, _ := told(t, "en")
	p := Show(b.Room)
	if len(b.Errors) > 0 || !p.Shown() {
		t.Fatalf("%v", b.Errors)
	}
	const want = "States | Art. 2 1 Art. 2 1 #1 Art. 2 2 Issues Light at dusk\n"
	if got := p.grid.sheet.text(); !strings.HasPrefix(got, want) {
		t.Fatalf("heads %s", strings.SplitN(got, "\n", 2)[0])
	}
	for code, want := range map[string]string{
		codeOurs:    "Our position | +   ",
		codeSupport: "In favour | 2 1 0 2",
		codeOppose:  "Against | 0 0 1 1",
		"EGY":       "Egypt (2*) | +^ · G~ +^",
		"KEN":       "Kenya | + · G~ +",
		"FRA":       "France | (r) · · (r)",
		"JPN":       "Japan | · + − −",
		"BRA":       "Brazil | · · · ?",
		"USA":       "United States of America | · · · ·",
	} {
		if got := lineOf(t, p, code); got != strings.TrimSpace(want) {
			t.Errorf("%s: %q, want %q", code, got, want)
		}
	}
}

// TestAnIssueHasItsColumnAtOnce holds that an issue is in the grid, and under its
// choice, before anybody has spoken of it.
func TestAnIssueHasItsColumnAtOnce(t *testing.T) {
	b := roomtest.New(t, "en")
	b.Import(t, "A/1", data.English, roomtest.English)
	p := Show(b.Room)
	p.issues.title.SetText("Light at dusk")
	p.issues.save()
	for _, choice := range []which{everything, issuesOnly} {
		p.choices.which.Choose(int(choice))
		p.recount()
		if got := p.grid.sheet.text(); !strings.HasPrefix(got, "States | Issues Light at dusk\nOur position | \nIn favour | 0\n") || p.none.Visible() {
			t.Errorf("choice %d: %.80s", choice, got)
		}
	}
	goTo(t, p, "EGY", 0)
	p.tabs.Choose(1)
	if len(b.Errors) > 0 {
		t.Error(b.Errors)
	}
}

func TestChoicesNarrowTheGrid(t *testing.T) {
	b, _ := told(t, "en")
	p := Show(b.Room)
	lines := func() int { return len(p.grid.sheet.lines) }
	all := lines()
	if all < 193 {
		t.Fatalf("%d lines", all)
	}
	p.choices.moved.SetTicked(true)
	p.arrange()
	if lines() != 1 || p.grid.sheet.lines[0].code != "EGY" {
		t.Errorf("%d moved", lines())
	}
	p.choices.since.Choose(0)
	p.recount()
	if lines() != 0 {
		t.Errorf("%d moved since never", lines())
	}
	p.choices.moved.SetTicked(false)
	p.choices.class.Choose(1) // supports
	p.arrange()
	if lines() != 3 {
		t.Errorf("%d support one of them", lines())
	}
	p.choices.class.Choose(0)
	for i, code := range p.groups {
		if code == "africa" {
			p.choices.group.Choose(i + 1)
		}
	}
	p.arrange()
	if lines() != 54 {
		t.Errorf("%d of Africa", lines())
	}
	if got := lineOf(t, p, codeSupport); got != "In favour | 2 0 0 2" {
		t.Errorf("of Africa: %s", got)
	}
	for choice, want := range map[which]int{everything: 4, textsOnly: 2, proposalsOnly: 1, issuesOnly: 1, agendaOnly: 3} {
		p.choices.which.Choose(int(choice))
		p.recount()
		if n := len(p.grid.sheet.columns); n != want {
			t.Errorf("choice %d: %d columns, want %d", choice, n, want)
		}
	}
	p.choices.which.Choose(0)
	for typed, want := range map[string]int{"2": 3, "1": 0, "1-3": 3, "1, 2": 3, "٢": 3, "": 4} {
		p.choices.articles.SetText(typed)
		p.recount()
		if n := len(p.grid.sheet.columns); n != want {
			t.Errorf("articles %q: %d columns, want %d", typed, n, want)
		}
	}
	if !p.Shown() {
		t.Error("gone")
	}
}

func TestLinesAreOrdered(t *testing.T) {
	b, _ := told(t, "en")
	p := Show(b.Room)
	for by, want := range map[order]string{byName: "Afghanistan", byRegion: "African States", bySupport: "Egypt", byNearness: "Egypt", byMoves: "Egypt"} {
		p.choices.order.Choose(int(by))
		p.arrange()
		if got := p.grid.sheet.lines[0].head; got != want && by != byRegion {
			t.Errorf("order %d begins with %s, not %s", by, got, want)
		}
	}
	p.choices.order.Choose(int(byRegion))
	p.arrange()
	sections, states := 0, 0
	for _, l := range p.grid.sheet.lines {
		if l.kind == lineSection {
			sections++
			continue
		}
		states++
	}
	if sections < 5 || states < 193 {
		t.Errorf("%d sections, %d States", sections, states)
	}
}

// said is what the panel at the side says.
func said(p *Page) string {
	var lines []string
	for _, b := range explain(p.facts, p.grid.line(p.grid.row), p.grid.col, p.group(), p.room.Loc) {
		lines = append(lines, b.Text)
	}
	return strings.Join(lines, "\n")
}

// goTo leads the cursor to a line by its code.
func goTo(t *testing.T, p *Page, code string, col int) {
	t.Helper()
	for i, l := range p.grid.sheet.all() {
		if l.code == code {
			p.grid.goTo(i, col)
			return
		}
	}
	t.Fatalf("no line %s", code)
}

func TestEveryCellExplainsItself(t *testing.T) {
	b, _ := told(t, "en")
	p := Show(b.Room)
	for name, c := range map[string]struct {
		code string
		col  int
		want []string
		not  string
	}{
		"who moved":          {"EGY", 0, []string{"Egypt", "Article 2, paragraph 1", "Supports", "Before: Opposes", "We can go along now.", "We cannot agree."}, "Kenya"},
		"through a group":    {"KEN", 2, []string{"Flexible · through a group"}, "between us"},
		"private":            {"JPN", 2, []string{"Opposes", "between us"}, "Egypt"},
		"who is not sure":    {"FRA", 0, []string{"Reserves its position", b.Loc.Name("confidence", "unsure")}, "Kenya"},
		"a number in favour": {codeSupport, 0, []string{"In favour", "Egypt\nKenya"}, "France"},
		"a number against":   {codeOppose, 0, []string{"Nobody"}, "Egypt"},
		"ours":               {codeOurs, 0, []string{b.Loc.Name("stance", "support")}, "Egypt"},
	} {
		t.Run(name, func(t *testing.T) {
			goTo(t, p, c.code, c.col)
			got := said(p)
			for _, w := range c.want {
				if !strings.Contains(got, w) {
					t.Errorf("%q is not in\n%s", w, got)
				}
			}
			if c.not != "" && strings.Contains(got, c.not) {
				t.Errorf("%q is in\n%s", c.not, got)
			}
		})
	}
}

func TestLettersLeadToAState(t *testing.T) {
	b, _ := told(t, "en")
	p := Show(b.Room)
	for typed, want := range map[string]string{"ken": "KEN", "mozam": "MOZ", "usa": "USA", "zim": "ZWE"} {
		p.grid.typing = typing{}
		for _, r := range typed {
			p.grid.TypedRune(r)
		}
		if got := p.grid.line(p.grid.row).code; got != want {
			t.Errorf("%q leads to %s", typed, got)
		}
	}
	at := p.grid.row
	p.grid.typing = typing{}
	p.grid.TypedRune('§')
	if p.grid.row != at {
		t.Error("what nobody is called leads elsewhere")
	}
}

func TestOpeningLeadsToTheProvision(t *testing.T) {
	b, ids := told(t, "en")
	p := Show(b.Room)
	goTo(t, p, "KEN", 2)
	press(p.grid, fyne.KeyReturn)
	if p.Shown() || b.Selection.Provision() != ids["ch1/art2/2"] {
		t.Error("not led there")
	}
}

func TestTheChartFollowsTheCursor(t *testing.T) {
	b, _ := told(t, "en")
	p := Show(b.Room)
	goTo(t, p, "KEN", 0)
	got := p.chart.bars.facts.text()
	if !strings.HasPrefix(got, "2/3 3/3\nAll States: +1 ~0 -1 +2 ~1 -0 of 193\n") {
		t.Errorf("%s", got)
	}
	p.tabs.Choose(1)
	if c := b.Window.Canvas().Capture(); c.Bounds().Empty() {
		t.Error("nothing is drawn")
	}
}

// TestPapersKeepWhatIsOursApart writes both papers of the grid.
func TestPapersKeepWhatIsOursApart(t *testing.T) {
	b, _ := told(t, "en")
	p := Show(b.Room)
	dir := t.TempDir()
	p.paper.folder.Set(dir)
	for _, variant := range []int{forUs, forOutside} {
		p.paper.variant.Choose(variant)
		p.paper.start()
	}
	if files := b.Certified(t, dir); len(files) != 2 || len(b.Errors) > 0 {
		t.Fatalf("%v, %v", files, b.Errors)
	}
	for _, x := range b.Desk.Papers().All() {
		if c := x.Files[0]; x.Order.Kind != paper.WithUs.ID || c.Ours == (c.Searched > 0) || c.Size < 4000 {
			t.Errorf("%+v", c)
		}
	}
}

// TestThePublicPaperHasNothingPrivate holds that what was said to us alone, what is
// not sure and what we want make no difference to the paper for the outside.
func TestThePublicPaperHasNothingPrivate(t *testing.T) {
	b, ids := told(t, "en")
	one, two := ids["ch1/art2/1"], ids["ch1/art2/2"]
	m, err := b.Desk.PublicMatrix(desk.MatrixOptions{Lang: data.English, Date: data.Date{Year: 2026, Month: 3, Day: 4}, Questions: []tally.Question{{Provision: one}, {Provision: two}}})
	roomtest.Must(t, err)
	seen := map[string]data.PublicStand{}
	for _, s := range m.Standers {
		for k, x := range s.Stands {
			seen[s.Name+m.Questions[k].Label] = x
		}
	}
	if x := seen["Japan2"]; x.Attitude != data.AttitudeSilent {
		t.Errorf("what Japan said to us alone is %+v", x)
	}
	if x := seen["France1"]; x.Attitude != data.AttitudeSilent {
		t.Errorf("what nobody is sure of is %+v", x)
	}
	if x := seen["Kenya2"]; x.Attitude != data.AttitudeFlexible || x.National {
		t.Errorf("what the group said is %+v", x)
	}
}

func TestAnEmptyPageSaysSo(t *testing.T) {
	for _, lang := range data.Langs {
		b := roomtest.New(t, string(lang))
		p := Show(b.Room)
		if len(b.Errors) > 0 || !p.none.Visible() {
			t.Errorf("%s: %v", lang, b.Errors)
		}
		press(p.grid, fyne.KeyDown, fyne.KeyReturn)
		p.paper.start()
		p.Refresh()
	}
}

// TestOurSignIsThatOfTheTally holds window, paper and tally to one meaning of each of
// our stances, and to one sign of each class.
func TestOurSignIsThatOfTheTally(t *testing.T) {
	for _, s := range data.Stances {
		want := string(signOf(tally.Attitude(s)))
		if s == data.StanceNone {
			want = ""
		}
		if got := export.StanceSign(s); got != want {
			t.Errorf("%q has the sign %q, not %q", s, got, want)
		}
	}
	for _, class := range tally.Classes {
		a := class
		if class == tally.Mixed {
			a = data.AttitudeSilent
		}
		if got := export.MatrixSign(a, class == tally.Mixed); got != string(signOf(class)) {
			t.Errorf("%q has the sign %q on paper", class, got)
		}
	}
}

// TestBandsHaveRoomForTheirWords holds that the head of a lone column is not cut.
func TestBandsHaveRoomForTheirWords(t *testing.T) {
	g := shownGrid(t, "en", &sheet{columns: []column{{Band: "Art. 114", Label: "3"}, {Band: "Art. 5", Label: "1"}, {Band: "Art. 5", Label: "2"}}}, 600, 200)
	wide := func(i int) float32 { return g.edges[i+1] - g.edges[i] }
	if words := g.set.line(lettered{words: "Art. 114", small: true, bold: true}).Width; float64(wide(0)) < words+7 {
		t.Errorf("%.0f wide for %.0f", wide(0), words)
	}
	if wide(1) != look.Scaled(columnWide) || wide(2) != wide(1) {
		t.Errorf("%.0f and %.0f wide", wide(1), wide(2))
	}
}

func TestTheChoicesHaveTheRowsThatTheyNeed(t *testing.T) {
	for _, lang := range []string{"en", "fr", "es", "ar"} {
		b, _ := told(t, lang)
		b.Window.Resize(fyne.NewSize(1100, 700))
		p := Show(b.Room)
		where := fyne.CurrentApp().Driver().AbsolutePositionForObject
		choice, tabs := where(p.choices.moved), where(p.tabs)
		if end := choice.Y + p.choices.moved.Size().Height; end > tabs.Y {
			t.Errorf("%s: the last choice ends at %v, what is below begins at %v", lang, end, tabs.Y)
		}
	}
}
