package desk_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/desk"
)

// may is what each role may do, written out once more by hand: a slip in the
// program's own table must not pass its test.
// Columns: delegate, head, deputy, capital, adviser, note-taker, observer.
var may = map[data.Right]string{
	data.RightReadPositions:    "yyyyyy-",
	data.RightReadInstructions: "yyyyy--",
	data.RightReadLadder:       "yyyy---",
	data.RightReadHead:         "-yyy---",
	data.RightImport:           "yyy-yy-",
	data.RightComment:          "yyyyyy-",
	data.RightTakeNotes:        "yyy-yy-",
	data.RightDraft:            "yyy-y--",
	data.RightClearExpert:      "y---y--",
	data.RightClearLegal:       "---yy--",
	data.RightApprove:          "-yy----",
	data.RightConfirm:          "---y---",
	data.RightInstruct:         "yyyy---",
	data.RightAcknowledge:      "yyyyy--",
	data.RightLadder:           "yyyy---",
	data.RightStepDown:         "yyyy---",
	data.RightOverride:         "-y-----",
	data.RightPaper:            "yyy-y--",
	data.RightSettle:           "yyy----",
	data.RightRoster:           "-y-----",
	data.RightProcedure:        "-y-----",
	data.RightAudit:            "yyyy---",
}

func TestRightsOfRoles(t *testing.T) {
	for _, right := range data.Rights {
		cells, there := may[right]
		if !there {
			t.Errorf("nothing is said of %s", right)
			continue
		}
		for i, role := range data.Roles {
			if got, want := role.May(right), cells[i] == 'y'; got != want {
				t.Errorf("%s, %s: %v", role, right, got)
			}
		}
	}
	if data.Role("stranger").May(data.RightComment) || data.RoleHead.May("novelty") {
		t.Error("what is not in the table is allowed")
	}
}

// crew is a vault with a text, a position on its first duty, and a member of
// each role.
type crew struct {
	*desk.Desk
	duty    data.ID
	members map[data.Role]data.ID
	comment data.Comment
}

func newCrew(t *testing.T) *crew {
	t.Helper()
	c := &crew{Desk: imported(t), members: map[data.Role]data.ID{}}
	c.members[data.RoleHead] = c.Me().ID
	for _, role := range data.Roles {
		if role != data.RoleHead {
			m, err := c.SetMember(ctx, data.Member{Name: string(role), Role: role})
			must(t, err)
			c.members[role] = m.ID
		}
	}
	c.duty = at(t, c.Desk, "ch1/art2/1").ID
	must(t, c.SetPosition(ctx, data.Position{Provision: c.duty, Stance: data.StanceAmend, InternalReasons: "The lamp is ours."}))
	var err error
	c.comment, err = c.Comment(ctx, c.duty, data.Anchor{}, "Dusk is early here.")
	must(t, err)
	return c
}

// acts are acts of every kind, with the right that each needs.
var acts = []struct {
	name   string
	right  data.Right
	before func(c *crew) error // by the head
	act    func(ctx context.Context, c *crew) error
}{
	{"import", data.RightImport, nil, func(ctx context.Context, c *crew) error {
		_, err := c.Import(ctx, desk.Issue{Symbol: "L/2", Kind: data.RevisionZero, Date: data.Date{Year: 2027, Month: 1, Day: 2}}, data.NoProgress{}, version(data.English, draftEnglish))
		return err
	}},
	{"comment", data.RightComment, nil, func(ctx context.Context, c *crew) error {
		_, err := c.Comment(ctx, c.duty, data.Anchor{}, "Noted.")
		return err
	}},
	{"answer", data.RightComment, nil, func(ctx context.Context, c *crew) error {
		_, err := c.Reply(ctx, c.comment.ID, "So it is.")
		return err
	}},
	{"settle a thread", data.RightComment, nil, func(ctx context.Context, c *crew) error {
		return c.ResolveComment(ctx, c.comment.ID, true)
	}},
	{"meeting", data.RightTakeNotes, nil, func(ctx context.Context, c *crew) error {
		_, err := c.SetMeeting(ctx, data.Meeting{Title: "First meeting"})
		return err
	}},
	{"state of the text", data.RightTakeNotes, nil, func(ctx context.Context, c *crew) error {
		return c.SetTextState(ctx, c.duty, data.TextDiscussed, "")
	}},
	{"proposal", data.RightTakeNotes, nil, func(ctx context.Context, c *crew) error {
		_, err := c.Propose(ctx, data.Proposal{Provision: c.duty, Kind: data.ProposalSuppress})
		return err
	}},
	{"position", data.RightDraft, nil, func(ctx context.Context, c *crew) error {
		return c.ChangePosition(ctx, c.duty, func(p *data.Position) { p.Stance = data.StanceOppose })
	}},
	{"internal reasons", data.RightDraft, nil, func(ctx context.Context, c *crew) error {
		return c.ChangePosition(ctx, c.duty, func(p *data.Position) { p.InternalReasons = "The oil is dear." })
	}},
	{"submit", data.RightDraft, nil, func(ctx context.Context, c *crew) error { return c.Submit(ctx, c.duty) }},
	{
		"take back", data.RightDraft, func(c *crew) error { return c.Submit(ctx, c.duty) },
		func(ctx context.Context, c *crew) error { return c.TakeBack(ctx, c.duty) },
	},
	{
		"approve", data.RightApprove, func(c *crew) error { return c.Submit(ctx, c.duty) },
		func(ctx context.Context, c *crew) error { return c.Approve(ctx, c.duty, "") },
	},
	{"live with", data.RightDraft, nil, func(ctx context.Context, c *crew) error {
		_, err := c.SetLiveWith(ctx, data.LiveWith{Provision: c.duty, Lang: data.English, Sentence: "lit at dusk"})
		return err
	}},
	{"summary", data.RightDraft, nil, func(ctx context.Context, c *crew) error {
		n := c.Negotiation()
		n.Summary = data.Words{data.English: "We favour light."}
		return c.SetNegotiation(ctx, n)
	}},
	{"title", data.RightProcedure, nil, func(ctx context.Context, c *crew) error {
		n := c.Negotiation()
		n.Title = data.Words{data.English: "Lamps"}
		return c.SetNegotiation(ctx, n)
	}},
	{"paper for the outside", data.RightPaper, nil, func(ctx context.Context, c *crew) error { return noted(ctx, c, false) }},
	{"paper for us", data.RightReadPositions, nil, func(ctx context.Context, c *crew) error { return noted(ctx, c, true) }},
	{"instruction", data.RightInstruct, nil, func(ctx context.Context, c *crew) error {
		_, err := c.SetInstruction(ctx, data.Instruction{Text: "Keep the lamp."})
		return err
	}},
	{"member", data.RightRoster, nil, func(ctx context.Context, c *crew) error {
		_, err := c.SetMember(ctx, data.Member{Name: "B. New", Role: data.RoleObserver})
		return err
	}},
	{"role of oneself", data.RightRoster, nil, func(ctx context.Context, c *crew) error {
		m := c.Me()
		m.Name += " II"
		_, err := c.SetMember(ctx, m)
		return err
	}},
}

// noted notes that a paper was made.
func noted(ctx context.Context, c *crew, ours bool) error {
	_, err := c.Papers().Set(ctx, data.Paper{
		Order: data.PaperOrder{Kind: "lamps"}, Name: "lamps", Draft: 1, Langs: data.Langs, Files: []data.Certificate{{Name: "lamps-en.pdf", Ours: ours}},
	})
	return err
}

// unseen is what is said of what the member does not see.
var unseen = []data.Code{data.CodeNotFound, desk.CodeNoPosition, desk.CodeNotSubmitted}

func TestWhatEachRoleMayDo(t *testing.T) {
	for _, x := range acts {
		c := newCrew(t)
		if x.before != nil {
			must(t, x.before(c))
		}
		for i, role := range data.Roles {
			t.Run(x.name+" by "+string(role), func(t *testing.T) {
				must(t, c.WorkAs(c.members[role]))
				err := x.act(ctx, c)
				code := data.CodeOf(err)
				switch allowed := may[x.right][i] == 'y'; {
				case allowed && err != nil:
					t.Errorf("refused: %v", err)
				case allowed:
					_, err := c.Undo(ctx)
					must(t, err)
				case !role.May(data.RightReadPositions) && slices.Contains(unseen, code):
				case code != data.CodeForbidden && code != desk.CodeNotHead:
					t.Errorf("not refused: %v", err)
				}
			})
		}
	}
}

// TestUndoAsksTheSameTable: who lost a right cannot use it by undoing, or doing
// again, what was done with it.
func TestUndoAsksTheSameTable(t *testing.T) {
	c := newCrew(t)
	delegate := c.members[data.RoleDelegate]
	must(t, c.WorkAs(delegate))
	must(t, c.ChangePosition(ctx, c.duty, func(p *data.Position) { p.Stance = data.StanceOppose }))
	_, err := c.Undo(ctx)
	must(t, err)
	_, err = c.Redo(ctx)
	must(t, err)
	must(t, c.WorkAs(c.members[data.RoleHead]))
	m := c.Member(delegate)
	m.Role = data.RoleObserver
	_, err = c.SetMember(ctx, m)
	must(t, err)
	must(t, c.WorkAs(delegate))
	_, err = c.Undo(ctx)
	if err == nil {
		t.Error("an observer undid what it did as a delegate")
	}
}

// TestWithoutAHeadAnybodyKeepsHouse: a vault that a delegate founded alone stays usable.
func TestWithoutAHeadAnybodyKeepsHouse(t *testing.T) {
	c := newCrew(t)
	m := c.Me()
	m.Role = data.RoleDelegate
	_, err := c.SetMember(ctx, m)
	must(t, err)
	m.Role = data.RoleHead
	_, err = c.SetMember(ctx, m)
	must(t, err)
}

// TestWhatEachRoleMayRead goes through all that tells of what is confidential, in
// a vault where several persons work at one laptop.
func TestWhatEachRoleMayRead(t *testing.T) {
	c := newCrew(t)
	_, err := c.SetInstruction(ctx, data.Instruction{Text: "Keep the heron lamp.", Provisions: []data.ID{c.duty}, Reference: "X/1"})
	must(t, err)
	speech(t, c.Desk, data.Speech{Title: "Opening", Text: data.Words{data.English: "We thank the keeper."}})
	must(t, c.ChangePosition(ctx, c.duty, func(p *data.Position) { p.Wording = data.Words{data.English: "lit by the heron"} }))
	must(t, c.Submit(ctx, c.duty))
	must(t, c.Return(ctx, c.duty, "Ask the heron."))
	_, err = c.SetLiveWith(ctx, data.LiveWith{Provision: c.duty, Lang: data.English, Sentence: "lit at dusk"})
	must(t, err)
	found := func(query string) int {
		items, err := c.Search(query, data.English, 50)
		must(t, err)
		return len(items)
	}
	told := func(what string) (n int) {
		events, err := c.History(c.duty)
		must(t, err)
		for _, e := range events {
			if strings.HasPrefix(e.What, what) {
				n++
			}
		}
		return n
	}
	secrets := len(c.Secrets())
	for _, x := range []struct {
		name  string
		right data.Right
		count func() int
	}{
		{"comments", data.RightReadPositions, func() int { return len(c.Comments(c.duty)) }},
		{"all comments", data.RightReadPositions, func() int { return len(c.AllComments()) }},
		{"search for a comment", data.RightReadPositions, func() int { return found("Dusk is early") }},
		{"stance", data.RightReadPositions, func() int { return len(c.Position(c.duty).Stance) }},
		{"wording", data.RightReadPositions, func() int { return len(c.Position(c.duty).Wording) }},
		{"state of approval", data.RightReadPositions, func() int { return len(c.Approval(c.duty).Decisions) }},
		{"history of a position", data.RightReadPositions, func() int { return told("event.stance") + told("event.position") }},
		{"live with", data.RightReadPositions, func() int { return len(c.LiveWith(c.duty)) }},
		{"internal reasons", data.RightReadInstructions, func() int { return len(c.Position(c.duty).InternalReasons) }},
		{"instructions", data.RightReadInstructions, func() int { return len(c.Instructions(c.duty)) }},
		{"all instructions", data.RightReadInstructions, func() int { return len(c.AllInstructions()) }},
		{"search for an instruction", data.RightReadInstructions, func() int { return found("heron lamp") }},
		{"search for a statement of ours", data.RightReadInstructions, func() int { return found("thank the keeper") }},
		{"history of an instruction", data.RightReadInstructions, func() int { return told("event.instruction") }},
	} {
		for i, role := range data.Roles {
			t.Run(x.name+" to "+string(role), func(t *testing.T) {
				must(t, c.WorkAs(c.members[role]))
				if got, want := x.count() > 0, has(x.right, i); got != want {
					t.Errorf("there: %v", got)
				}
			})
		}
	}
	for _, role := range data.Roles {
		must(t, c.WorkAs(c.members[role]))
		if n := len(c.Secrets()); n != secrets {
			t.Errorf("a paper of the %s is checked for %d secrets, not %d", role, n, secrets)
		}
	}
}

// TestWhoImportsCarriesWhatHeDoesNotSee: an instruction must not miss the queue
// because a note-taker was at the laptop when the revision came.
func TestWhoImportsCarriesWhatHeDoesNotSee(t *testing.T) {
	c := newCrew(t)
	i, err := c.SetInstruction(ctx, data.Instruction{Text: "Keep the lamp.", Provisions: []data.ID{c.duty}})
	must(t, err)
	must(t, c.WorkAs(c.members[data.RoleNoteTaker]))
	changed := strings.Replace(draftEnglish, "be lit at dusk", "be lit, and kept burning, from dusk until the keeper is relieved", 1)
	r, err := c.Import(ctx, desk.Issue{Symbol: "L/2", Kind: data.RevisionZero, Date: data.Date{Year: 2027, Month: 1, Day: 2}}, data.NoProgress{}, version(data.English, changed))
	must(t, err)
	waits := func() bool {
		return slices.ContainsFunc(c.Carried(r.ID), func(x data.Carried) bool { return x.Entity == i.ID })
	}
	if waits() {
		t.Error("the note-taker sees that there is an instruction")
	}
	must(t, c.WorkAs(c.members[data.RoleHead]))
	if !waits() {
		t.Error("the head is not asked whether the instruction still holds")
	}
}
