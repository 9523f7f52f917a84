package desk_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/redline/watch"
)

// otherLanterns is the draft with other words in some places.
func otherLanterns(pairs ...string) string {
	return strings.NewReplacer(pairs...).Replace(draftEnglish)
}

// nextDraft issues a later revision in English.
func nextDraft(t testing.TB, d *desk.Desk, symbol, content string) data.Revision {
	t.Helper()
	r, err := d.Import(ctx, desk.Issue{Symbol: symbol, Date: data.Date{Year: 2030, Month: 1, Day: 2}, Kind: data.RevisionRevised}, data.NoProgress{}, version(data.English, content))
	must(t, err)
	return r
}

// crossingsSay shows crossings: what crosses, where, why, which words, and whether in
// doubt.
func crossingsSay(d *desk.Desk, list []data.Crossing) string {
	var out []string
	txt, _ := d.Current()
	for _, c := range list {
		where := "gone"
		if p, ok := txt.Find(c.Provision); ok {
			where = p.Path
		} else if c.Provision.IsZero() {
			where = "text"
		}
		s := fmt.Sprintf("%s %s %s %q", c.By, where, c.Reason, c.Words)
		if c.Was != "" {
			s += fmt.Sprintf(" was %q", c.Was)
		}
		if c.Doubt {
			s += "?"
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

const dutyPath = "ch1/art2/1"

func TestRedLinesWatchTheText(t *testing.T) {
	english := func(s string) data.Words { return data.Words{data.English: s} }
	for _, c := range []struct {
		name, on string // "": the whole text
		line     data.RedLine
		next     string
		want     string
	}{
		{"a phrase that stays", dutyPath, data.RedLine{Rule: data.RedLineStays, Phrases: english("every State Party")}, draftEnglish, ""},
		{"in a container", "ch1", data.RedLine{Rule: data.RedLineStays, Phrases: english("may rest")}, draftEnglish, ""},
		{
			"that is gone", dutyPath,
			data.RedLine{Rule: data.RedLineStays, Phrases: english("shall|must ensure")},
			otherLanterns("shall ensure", "should ensure"), `text ch1/art2/1 missing "shall|must ensure"`,
		},
		{
			"that stands in brackets", dutyPath,
			data.RedLine{Rule: data.RedLineStays, Phrases: english("shall ensure")},
			otherLanterns("shall ensure", "[shall] ensure"), `text ch1/art2/1 missing "shall] ensure"?`,
		},
		{"of which an alternative stands", dutyPath, data.RedLine{Rule: data.RedLineStays, Phrases: english("shall|must ensure")}, otherLanterns("shall ensure", "must ensure"), ""},
		{
			"with its provision", dutyPath,
			data.RedLine{Rule: data.RedLineStays, Phrases: english("every State Party")},
			otherLanterns("1. Every State Party shall ensure that lanterns [shall][should] be lit at dusk.\n\n", ""), `text gone gone ""`,
		},
		{"nowhere in the text", "", data.RedLine{Rule: data.RedLineStays, Phrases: english("rest at dawn")}, otherLanterns("rest at dawn", "rest"), `text text missing "rest at dawn"`},
		{"in the heading only", "ch1/art2", data.RedLine{Rule: data.RedLineStays, Phrases: english("duties of keepers")}, draftEnglish, ""},
		{"not in that language", "", data.RedLine{Rule: data.RedLineStays, Phrases: data.Words{data.French: "lanterne"}}, draftEnglish, ""},
		{"a phrase that is absent", "", data.RedLine{Rule: data.RedLineAbsent, Phrases: english("inspection*")}, draftEnglish, ""},
		{"that came", "", data.RedLine{Rule: data.RedLineAbsent, Phrases: english("inspect*")}, otherLanterns("at dusk", "at dusk, subject to inspection"), `text ch1/art2/1 found "inspection"`},
		{
			"that came in brackets", "",
			data.RedLine{Rule: data.RedLineAbsent, Phrases: english("subject to inspection")},
			otherLanterns("at dusk", "at dusk[, subject to inspection]"), `text ch1/art2/1 found "subject to inspection"?`,
		},
		{"that came elsewhere", dutyPath, data.RedLine{Rule: data.RedLineAbsent, Phrases: english("inspection")}, otherLanterns("at dawn", "at dawn after inspection"), ""},
		{"that would be an option", "", data.RedLine{Rule: data.RedLineAbsent, Phrases: english("lanterns should be")}, draftEnglish, `text ch1/art2/1 found "lanterns [shall][should] be"?`},
		{"a text that binds as much", "ch1/art2", data.RedLine{Rule: data.RedLineStrong}, otherLanterns("at dusk", "at nightfall"), ""},
		{"that binds less", "ch1/art2", data.RedLine{Rule: data.RedLineStrong}, otherLanterns("shall ensure", "should ensure"), `text ch1/art2/1 weaker "should" was "shall"`},
		{"that may bind less", "ch1/art2", data.RedLine{Rule: data.RedLineStrong}, otherLanterns("shall ensure", "shall ensure[, as appropriate,]"), `text ch1/art2/1 weaker "as appropriate"?`},
		{"elsewhere", "ch1/art2/2", data.RedLine{Rule: data.RedLineStrong}, otherLanterns("shall ensure", "should ensure"), ""},
		{
			"with what binds gone", "ch1/art2",
			data.RedLine{Rule: data.RedLineStrong},
			otherLanterns("1. Every State Party shall ensure that lanterns [shall][should] be lit at dusk.\n\n", ""), `text gone gone "" was "shall"`,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := imported(t)
			if c.on != "" {
				c.line.Provisions = []data.ID{at(t, d, c.on).ID}
			}
			c.line.Reason = "Because capital says so."
			_, err := d.SetRedLine(ctx, c.line)
			must(t, err)
			nextDraft(t, d, "L/2", c.next)
			if got := crossingsSay(d, d.Crossings()); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// TestRedLinesOverBrackets holds that brackets count which open and close in other
// provisions.
func TestRedLinesOverBrackets(t *testing.T) {
	d := imported(t)
	_, err := d.SetRedLine(ctx, data.RedLine{Rule: data.RedLineStays, Phrases: data.Words{data.English: "may rest"}})
	must(t, err)
	nextDraft(t, d, "L/2", otherLanterns("Article 2\nDuties", "[Article 2\nDuties", "at dawn.", "at dawn.]"))
	if got, want := crossingsSay(d, d.Crossings()), `text ch1/art2/2 missing "may rest"?`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestRevisionCrossings(t *testing.T) {
	d := imported(t)
	for _, phrase := range []string{"lit", "inspection"} {
		_, err := d.SetRedLine(ctx, data.RedLine{Rule: data.RedLineAbsent, Phrases: data.Words{data.English: phrase}})
		must(t, err)
	}
	r := nextDraft(t, d, "L/2", otherLanterns("at dawn", "at dawn after inspection"))
	all, fresh := d.RevisionCrossings(r.ID)
	if crossingsSay(d, all) != `text ch1/art2/1 found "lit"; text ch1/art2/2 found "inspection"` || crossingsSay(d, fresh) != `text ch1/art2/2 found "inspection"` {
		t.Errorf("all %s; fresh %s", crossingsSay(d, all), crossingsSay(d, fresh))
	}
}

func TestRedLinesWatchOurWording(t *testing.T) {
	for _, c := range []struct {
		name, on string
		rule     data.RedLineRule
		phrase   string
		wording  string
		want     string
	}{
		{"keeps it", dutyPath, data.RedLineStays, "every State Party", "Every State Party shall light lanterns.", ""},
		{"drops it", dutyPath, data.RedLineStays, "every State Party", "States shall light lanterns.", `wording ch1/art2/1 missing "every State Party"`},
		{"drops it from an article", "ch1/art2", data.RedLineStays, "every State Party", "States shall light lanterns.", `wording ch1/art2/1 missing "every State Party"`},
		{"of which another part has it", "ch1/art2", data.RedLineStays, "keepers|keeper", "States shall light lanterns.", ""},
		{"may drop it", dutyPath, data.RedLineStays, "every State Party", "[Every State Party] shall light lanterns.", `wording ch1/art2/1 missing "every State Party"?`},
		{"brings it", "", data.RedLineAbsent, "inspection", "Lanterns are open to inspection.", `wording ch1/art2/1 found "inspection"`},
		{"elsewhere", "ch1/art1", data.RedLineAbsent, "inspection", "Lanterns are open to inspection.", ""},
		{"binds less", dutyPath, data.RedLineStrong, "", "Every State Party should ensure that lanterns be lit.", `wording ch1/art2/1 weaker "should" was "shall"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := imported(t)
			line := data.RedLine{Rule: c.rule}
			if c.phrase != "" {
				line.Phrases = data.Words{data.English: c.phrase}
			}
			if c.on != "" {
				line.Provisions = []data.ID{at(t, d, c.on).ID}
			}
			_, err := d.SetRedLine(ctx, line)
			must(t, err)
			duty := at(t, d, dutyPath).ID
			if got := crossingsSay(d, d.WordingCrosses(duty, data.English, c.wording)); got != c.want {
				t.Errorf("typed: got %s, want %s", got, c.want)
			}
			must(t, d.SetPosition(ctx, data.Position{Provision: duty, Stance: data.StanceAmend, Wording: data.Words{data.English: c.wording}}))
			if got := crossingsSay(d, d.CrossingsOn(duty)); got != c.want {
				t.Errorf("recorded: got %s, want %s", got, c.want)
			}
		})
	}
}

func TestRedLinesWatchProposals(t *testing.T) {
	d := imported(t)
	duty := at(t, d, dutyPath).ID
	_, err := d.SetRedLine(ctx, data.RedLine{Provisions: []data.ID{duty}, Rule: data.RedLineStays, Phrases: data.Words{data.English: "shall ensure"}})
	must(t, err)
	_, err = d.SetRedLine(ctx, data.RedLine{Provisions: []data.ID{at(t, d, "ch1").ID}, Rule: data.RedLineAbsent, Phrases: data.Words{data.English: "inspection"}})
	must(t, err)
	english := func(s string) data.Words { return data.Words{data.English: s} }
	for _, c := range []struct {
		name     string
		proposal data.Proposal
		want     string
	}{
		{"other words", data.Proposal{Kind: data.ProposalModify, Wording: english("Parties should ensure light.")}, `proposal ch1/art2/1 missing "shall ensure"`},
		{"a deletion", data.Proposal{Kind: data.ProposalSuppress}, `proposal ch1/art2/1 gone ""`},
		{"an addition", data.Proposal{Kind: data.ProposalAdd, Wording: english("Lanterns are open to inspection.")}, `proposal ch1/art2/1 found "inspection"`},
		{"that it stays", data.Proposal{Kind: data.ProposalNoChange}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.proposal.Provision = duty
			if got := crossingsSay(d, d.ProposalCrosses(c.proposal)); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
			p, err := d.Propose(ctx, c.proposal)
			must(t, err)
			if got := crossingsSay(d, d.Crossings()); got != c.want {
				t.Errorf("recorded: got %s, want %s", got, c.want)
			}
			must(t, d.WithdrawProposal(ctx, p.ID, true))
			if got := crossingsSay(d, d.Crossings()); got != "" {
				t.Errorf("withdrawn, it still crosses: %s", got)
			}
		})
	}
}

func TestRedLineIsRefused(t *testing.T) {
	d := imported(t)
	for _, c := range []struct {
		name string
		line data.RedLine
		want data.Code
	}{
		{"no rule", data.RedLine{Phrases: data.Words{data.English: "light"}}, data.CodeInput},
		{"no phrase", data.RedLine{Rule: data.RedLineStays, Phrases: data.Words{data.English: "  "}}, watch.CodeNoPhrase},
		{"no word", data.RedLine{Rule: data.RedLineStays, Phrases: data.Words{data.English: "[]"}}, watch.CodeNoPhrase},
		{"unknown", data.RedLine{ID: data.NewID(), Rule: data.RedLineStrong}, data.CodeNotFound},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := d.SetRedLine(ctx, c.line)
			wantCode(t, err, c.want)
		})
	}
}

// TestRedLineIsKept follows a red line through correction, undoing and a new
// opening.
func TestRedLineIsKept(t *testing.T) {
	d, v, _ := newDesk(t)
	_, err := d.Import(ctx, desk.Issue{Symbol: "L/1"}, data.NoProgress{}, version(data.English, draftEnglish))
	must(t, err)
	r, err := d.SetRedLine(ctx, data.RedLine{Provisions: []data.ID{at(t, d, dutyPath).ID}, Rule: data.RedLineStrong, Reason: " Light matters. "})
	must(t, err)
	nextDraft(t, d, "L/2", otherLanterns("shall ensure", "should ensure"))
	r.Reason = "Light matters most."
	_, err = d.SetRedLine(ctx, r)
	must(t, err)
	if len(d.Crossings()) != 1 {
		t.Error("a correction made the red line forget what it is measured against")
	}
	again, err := desk.Open(ctx, v)
	must(t, err)
	if list := again.RedLines(); len(list) != 1 || list[0].Reason != "Light matters most." || len(again.RedLinesOn(at(t, d, dutyPath).ID)) != 1 || len(again.RedLinesOn(at(t, d, "ch1/art2/2").ID)) != 0 {
		t.Errorf("after opening: %+v", list)
	}
	must(t, d.DeleteRedLine(ctx, r.ID))
	if len(d.Crossings()) != 0 {
		t.Error("a red line that was given up is still watched")
	}
	_, err = d.Undo(ctx)
	must(t, err)
	if len(d.Crossings()) != 1 {
		t.Error("undone, it is not watched again")
	}
	events, err := d.History(at(t, d, dutyPath).ID)
	must(t, err)
	var what []string
	for _, e := range events {
		if strings.HasPrefix(e.What, "event.red-line") {
			what = append(what, strings.TrimPrefix(e.What, "event.red-line."))
		}
	}
	if got := strings.Join(what, " "); got != "strong changed deleted changed" {
		t.Errorf("the history says %s", got)
	}
}

func TestRedLinesAndRoles(t *testing.T) {
	c := newCrew(t)
	_, err := c.SetRedLine(ctx, data.RedLine{Rule: data.RedLineAbsent, Phrases: data.Words{data.English: "dusk"}, Reason: "Night."})
	must(t, err)
	for _, role := range data.Roles {
		t.Run(string(role), func(t *testing.T) {
			must(t, c.WorkAs(c.members[role]))
			reads := role.May(data.RightReadInstructions)
			for name, n := range map[string]int{
				"red lines": len(c.RedLines()), "crossings": len(c.Crossings()), "on the duty": len(c.CrossingsOn(c.duty)),
				"typed": len(c.WordingCrosses(c.duty, data.English, "At dusk.")), "proposed": len(c.ProposalCrosses(data.Proposal{Provision: c.duty, Kind: data.ProposalModify, Wording: data.Words{data.English: "At dusk."}})),
			} {
				if (n > 0) != reads {
					t.Errorf("%s: %d", name, n)
				}
			}
			_, err := c.SetRedLine(ctx, data.RedLine{Rule: data.RedLineStrong})
			if role.May(data.RightInstruct) {
				must(t, err)
				_, err = c.Undo(ctx)
				must(t, err)
			} else {
				wantCode(t, err, data.CodeForbidden)
			}
		})
	}
}

// paperDesk has a red line that our wording crosses.
func paperDesk(t *testing.T) (d *desk.Desk, duty data.ID) {
	d = imported(t)
	duty = at(t, d, dutyPath).ID
	_, err := d.SetRedLine(ctx, data.RedLine{Provisions: []data.ID{duty}, Rule: data.RedLineStays, Phrases: data.Words{data.English: "shall ensure"}, Reason: "Ministers promised it in parliament last year."})
	must(t, err)
	must(t, d.SetPosition(ctx, data.Position{Provision: duty, Stance: data.StanceAmend, Wording: data.Words{data.English: "Every State Party should ensure that lanterns be lit."}}))
	return d, duty
}

func TestPaperThatCrossesIsRefused(t *testing.T) {
	d, duty := paperDesk(t)
	o := desk.PublicOptions{Lang: data.English, Cite: func(path string) string { return "<" + path + ">" }}
	_, err := d.Public(o, "")
	wantCode(t, err, desk.CodeCrossed)
	if s := err.Error(); !strings.Contains(s, "<ch1/art2/1>") || !strings.Contains(s, `count="1"`) || strings.Contains(s, "shall ensure") || strings.Contains(s, "parliament") {
		t.Errorf("the refusal says %s", s)
	}
	if _, err := d.PublicDraft(o, ""); err != nil {
		t.Errorf("the draft cannot be looked at: %v", err)
	}
	wantCode(t, d.Override(ctx, "  ", o), desk.CodeNoReason)
	must(t, d.Override(ctx, "Capital agreed by telephone.", o))
	if _, err := d.Public(o, ""); err != nil {
		t.Fatalf("overridden, it is refused: %v", err)
	}
	list, overridden, err := d.PaperCrossings(o)
	must(t, err)
	if len(list) != 1 || list[0].Provision != duty || !overridden {
		t.Errorf("crossings %+v, overridden %v", list, overridden)
	}
	must(t, d.ChangePosition(ctx, duty, func(p *data.Position) { p.PublicReasons[data.English] = "Safety." }))
	_, err = d.Public(o, "")
	wantCode(t, err, desk.CodeCrossed)
	_, err = d.Undo(ctx)
	must(t, err)
	if _, err := d.Public(o, ""); err != nil {
		t.Errorf("with the same lines again it is refused: %v", err)
	}
	must(t, d.ChangePosition(ctx, duty, func(p *data.Position) { p.Wording[data.English] = "Every State Party shall ensure light." }))
	if _, err := d.Public(o, ""); err != nil {
		t.Errorf("without crossing it is refused: %v", err)
	}
	wantCode(t, d.Override(ctx, "Why not.", o), desk.CodeNotCrossed)
}

func TestOnlyTheHeadOverrides(t *testing.T) {
	c := newCrew(t)
	_, err := c.SetRedLine(ctx, data.RedLine{Rule: data.RedLineStays, Phrases: data.Words{data.English: "every State Party"}})
	must(t, err)
	must(t, c.ChangePosition(ctx, c.duty, func(p *data.Position) { p.Wording[data.English] = "States light lanterns." }))
	o := desk.PublicOptions{Lang: data.English}
	for _, role := range data.Roles {
		must(t, c.WorkAs(c.members[role]))
		err := c.Override(ctx, "I say so.", o)
		if role == data.RoleHead {
			must(t, err)
			_, err = c.Undo(ctx)
			must(t, err)
		} else {
			wantCode(t, err, data.CodeForbidden)
		}
		_, err = c.Public(o, "")
		if role.May(data.RightPaper) {
			wantCode(t, err, desk.CodeCrossed)
		} else {
			wantCode(t, err, data.CodeForbidden)
		}
	}
}

// TestWhatALineAccepts holds which lines of a paper let a text pass that crosses.
func TestWhatALineAccepts(t *testing.T) {
	for _, stance := range data.Stances {
		t.Run(string(stance), func(t *testing.T) {
			d := imported(t)
			duty := at(t, d, dutyPath).ID
			_, err := d.SetRedLine(ctx, data.RedLine{Rule: data.RedLineAbsent, Phrases: data.Words{data.English: "at dusk"}})
			must(t, err)
			must(t, d.SetPosition(ctx, data.Position{Provision: duty, Stance: stance, PublicReasons: data.Words{data.English: "Safety."}}))
			_, err = d.Public(desk.PublicOptions{Lang: data.English}, "")
			accepts := slices.Contains([]data.Stance{data.StanceSupport, data.StanceFlexible, data.StanceConditional, data.StanceAmend}, stance)
			if crossed := data.CodeOf(err) == desk.CodeCrossed; crossed != accepts {
				t.Errorf("refused: %v", err)
			}
		})
	}
}

// TestPaperInAnotherLanguage watches a paper in the languages that a red line has
// where it has none of the paper's.
func TestPaperInAnotherLanguage(t *testing.T) {
	d, duty := paperDesk(t)
	must(t, d.ChangePosition(ctx, duty, func(p *data.Position) { p.Wording[data.French] = "Chaque État Partie devrait veiller." }))
	_, err := d.Public(desk.PublicOptions{Lang: data.French}, "")
	wantCode(t, err, desk.CodeCrossed)
}

func TestRedLineSecrets(t *testing.T) {
	d, _ := paperDesk(t)
	must(t, d.Override(ctx, "The minister agreed to it on the telephone.", desk.PublicOptions{Lang: data.English}))
	fields := map[string]string{}
	for _, s := range d.Secrets() {
		fields[s.Field] = s.Text
	}
	if fields["field.red-line"] == "" || fields["field.red-line.override"] == "" {
		t.Errorf("secrets are %v", fields)
	}
}
