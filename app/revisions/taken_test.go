package revisions

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"travaux/app/page/roomtest"
	"travaux/data"
	"travaux/data/desk"
)

// taking is roomtest.English as the Chair might have taken some of it over.
var taking = strings.NewReplacer("be lit at dusk", "be lit at dusk and trimmed at midnight", "2. A keeper may rest at dawn.", "").Replace(roomtest.English)

// proposed makes proposals on the first revision and issues the second.
func proposed(t *testing.T, b *roomtest.Bench) []*desk.Text {
	t.Helper()
	all := issued(t, b, roomtest.English)
	propose := func(path string, p data.Proposal, words string) {
		t.Helper()
		prov, ok := all[0].At(path)
		if !ok {
			t.Fatalf("no %s", path)
		}
		p.Provision = prov.ID
		if words != "" {
			p.Wording = data.Words{data.English: strings.NewReplacer("at dusk", words).Replace(prov.Text[data.English].Text)}
		}
		_, err := b.Desk.Propose(context.Background(), p)
		roomtest.Must(t, err)
	}
	propose("ch1/art2/1", data.Proposal{Kind: data.ProposalModify, Proponents: []data.Proponent{{State: "EGY", For: "G77"}}}, "at dusk and trimmed at midnight")
	propose("ch1/art2/1", data.Proposal{Kind: data.ProposalModify, Ours: true}, "at sunset")
	propose("ch1/art2/2", data.Proposal{Kind: data.ProposalSuppress, Proponents: []data.Proponent{{Name: "Keepers’ union"}}}, "")
	return append(all, b.Issue(t, desk.Issue{Symbol: "A/1/Rev.1", Kind: data.RevisionRevised, Date: data.Date{Year: 2026, Month: 4, Day: 1}}, data.English, taking))
}

func shownTaken(t *testing.T, b *roomtest.Bench) *takenTab {
	t.Helper()
	p := Show(b.Room, data.ID{})
	b.Changed = p.Refresh
	for i, x := range p.tabs {
		if c, ok := x.(*takenTab); ok {
			p.choose(i)
			return c
		}
	}
	t.Fatal("the page has no such tab")
	return nil
}

// told is the list as a person reads it.
func (t *takenTab) told() string {
	var lines []string
	for _, l := range t.lines {
		if l.at < 0 {
			lines = append(lines, "# "+l.words)
			continue
		}
		x := t.all[l.at]
		line := strings.Join([]string{x.place, x.kind, x.who, t.room.Loc.Name("uptake", string(x.Uptake))}, " | ")
		if x.Overruled {
			line += " | said"
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func TestWhatWasTakenIsListedByOutcome(t *testing.T) {
	for lang, want := range map[string]string{
		"en": "# Ours: Not taken over (1)\nArticle 2, paragraph 1 | MOD | Our proposal | Not taken over\n" +
			"# Others’: Taken over (2)\nArticle 2, paragraph 1 | MOD | Egypt, on behalf of G77 | Taken over\nArticle 2, paragraph 2 | SUP | Keepers’ union | Taken over",
		"zh": "# 我方提案：未采纳（1）\n第二条第一款 | MOD | 我方提案 | 未采纳\n# 其他方提案：已采纳（2）\n第二条第一款 | MOD | 埃及（代表G77） | 已采纳\n第二条第二款 | SUP | Keepers’ union | 已采纳",
	} {
		t.Run(lang, func(t *testing.T) {
			b := roomtest.New(t, lang)
			proposed(t, b)
			c := shownTaken(t, b)
			if got := plainWords(c.told()); got != want {
				t.Errorf("got\n%s\nwanted\n%s", got, want)
			}
		})
	}
}

// plainWords takes the marks of direction away.
func plainWords(s string) string {
	return strings.NewReplacer("\u2066", "", "\u2067", "", "\u2068", "", "\u2069", "").Replace(s)
}

func TestTheListIsFilteredAndSearched(t *testing.T) {
	b := roomtest.New(t, "en")
	proposed(t, b)
	c := shownTaken(t, b)
	count := func() (n int) {
		for _, l := range c.lines {
			if l.at >= 0 {
				n++
			}
		}
		return n
	}
	c.outcomes.SetOn(0, true) // taken over
	c.show()
	if count() != 2 {
		t.Errorf("%d are taken over", count())
	}
	c.outcomes.SetOn(len(data.Uptakes), true) // ours
	c.show()
	if count() != 0 || c.none.Hidden || !c.detail.body.Hidden {
		t.Errorf("%d of ours are taken over", count())
	}
	c.outcomes.SetOn(0, false)
	c.outcomes.SetOn(len(data.Uptakes), false)
	c.sought.SetText("egypt midnight")
	c.show()
	if got := plainWords(c.told()); got != "# Others’: Taken over (1)\nArticle 2, paragraph 1 | MOD | Egypt, on behalf of G77 | Taken over" {
		t.Error(got)
	}
	c.sought.SetText("")
	c.order.Choose(1)
	c.show()
	if strings.Contains(c.told(), "#") || count() != 3 {
		t.Errorf("in the order of the text:\n%s", c.told())
	}
}

func TestTheChosenProposalIsShownWithItsEvidence(t *testing.T) {
	b := roomtest.New(t, "en")
	proposed(t, b)
	c := shownTaken(t, b)
	press := func(name fyne.KeyName) { b.Window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: name}) }
	key := func(name fyne.KeyName) { c.list.TypedKey(&fyne.KeyEvent{Name: name}) }
	if x, _ := c.selected(); !x.Proposal.Ours {
		t.Fatal("the first proposal is not chosen")
	}
	key(fyne.KeyDown) // over the heading
	x, _ := c.selected()
	if x.who != "Egypt, on behalf of \u2068G77\u2069" && plainWords(x.who) != "Egypt, on behalf of G77" {
		t.Fatalf("%q is chosen", x.who)
	}
	if got := c.detail.words.Text; got != "It stands in the new text, word for word or nearly so. 4 of 4 proposed words stand there." {
		t.Errorf("evidence %q", got)
	}
	if got := plainWords(c.detail.title.Text); got != "Taken over · Article 2, paragraph 1" {
		t.Errorf("title %q", got)
	}
	blocks := c.detail.now.Blocks()
	if len(blocks) != 2 || !strings.Contains(blocks[1].Text, "trimmed at midnight") {
		t.Fatalf("the new text is %+v", blocks)
	}
	var marked []string
	for _, m := range blocks[1].Marks {
		marked = append(marked, string([]rune(blocks[1].Text)[m.Start:m.End]))
	}
	if !strings.Contains(strings.Join(marked, "; "), "and trimmed at midnight") {
		t.Errorf("marked %q", marked)
	}
	key(fyne.KeyUp)
	if x, _ := c.selected(); !x.Proposal.Ours {
		t.Error("Up does not pass over the heading")
	}
	key(fyne.KeyUp) // the first heading leads nowhere else
	if x, ok := c.selected(); !ok || !x.Proposal.Ours {
		t.Error("the first heading is chosen")
	}

	press(fyne.KeyP)
	if got := plainWords(c.told()); !strings.Contains(got, "# Ours: Partly (1)\nArticle 2, paragraph 1 | MOD | Our proposal | Partly | said") {
		t.Errorf("overruled:\n%s", got)
	}
	if x, _ := c.selected(); !x.Proposal.Ours || c.detail.person.Hidden || !strings.Contains(plainWords(c.detail.person.Text), "According to Aster Quill") {
		t.Errorf("who said so is %q", c.detail.person.Text)
	}
	c.detail.remark.SetText("sunset is dusk")
	c.detail.remark.OnSubmitted("sunset is dusk")
	if x, _ := c.selected(); x.Remark != "sunset is dusk" || x.Uptake != data.UptakePartly {
		t.Errorf("remark %q, %s", x.Remark, x.Uptake)
	}
	press(fyne.KeyF)
	if x, _ := c.selected(); x.Overruled || x.Uptake != data.UptakeNot {
		t.Error("F does not go back to what was found")
	}
	press(fyne.KeyN)
	if x, _ := c.selected(); x.Overruled {
		t.Error("saying what was found is an overrule")
	}
}

func TestEnterGoesToTheProvision(t *testing.T) {
	b := roomtest.New(t, "en")
	proposed(t, b)
	c := shownTaken(t, b)
	key := func(name fyne.KeyName) { c.list.TypedKey(&fyne.KeyEvent{Name: name}) }
	key(fyne.KeyEnd)
	key(fyne.KeyReturn) // a deletion: it is gone
	if len(b.Toasts) != 1 || b.Page == nil {
		t.Errorf("toasts %q", b.Toasts)
	}
	key(fyne.KeyUp)
	key(fyne.KeyReturn)
	now, err := b.Desk.Provision(b.Selection.Provision())
	if err != nil || now.Path != "ch1/art2/1" || b.Page != nil {
		t.Errorf("went to %q, %v", now.Path, err)
	}
}
