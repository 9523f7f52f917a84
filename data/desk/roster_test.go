package desk_test

import (
	"path/filepath"
	"slices"
	"testing"
	"time"

	"travaux/data"
	"travaux/data/change"
	"travaux/data/desk"
	"travaux/data/exchange"
	"travaux/data/sshsig"
	"travaux/data/vault"
)

// machine is a laptop: a vault and, once it has joined, a desk.
type machine struct {
	*desk.Desk
	vault *vault.Vault
	dir   string
	t     *testing.T
}

// signed is a write of a decision as the laptop signs it; any other as it is.
func (m *machine) signed(w change.Write) change.Write {
	var x data.Decision
	if w.Kind != "decision" || w.Field != "body" || change.Unmarshal(w.Body, &x) != nil {
		return w
	}
	x.Format, x.Digest = data.DecisionFormat, x.Subject.Digest()
	x.Statement = data.Statement(x, data.StatementAbout{})
	x.Signature = sshsig.Sign(m.vault.Sign, m.vault.SigningKey(), data.NamespaceApproval, []byte(x.Statement))
	w.Body = change.Marshal(x)
	return w
}

// team is a delegation with a laptop for every role.
type team struct {
	head     *machine
	machines map[data.Role]*machine
	duty     data.ID
}

func newMachine(t *testing.T) *machine {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "vault")
	v, _, err := vault.Create(ctx, dir, light())
	must(t, err)
	t.Cleanup(func() { v.Close() })
	return &machine{vault: v, dir: dir, t: t}
}

func (m *machine) card(person string, role data.Role) exchange.Card {
	m.t.Helper()
	c, err := exchange.NewCard(person, person+"’s laptop", role, m.vault.SigningKey(), m.vault.Recipient(), time.Now(), m.vault.Sign)
	must(m.t, err)
	return c
}

func (m *machine) id() change.DeviceID { return m.vault.Device() }

// log is all that the laptop has.
func (m *machine) log() []change.Change {
	var out []change.Change
	must(m.t, m.vault.Since(nil, func(c change.Change) error {
		out = append(out, c)
		return nil
	}))
	return out
}

// takes takes in what another laptop has, after asking whether that is permitted.
func (m *machine) takes(from *machine) error {
	if m.Desk == nil {
		if err := desk.PermittedToJoin(m.vault, from.log(), from.id()); err != nil {
			return err
		}
	} else if err := m.Permitted(from.log()); err != nil {
		return err
	}
	if _, err := m.vault.Take(ctx, from.log()); err != nil {
		return err
	}
	return m.open()
}

func (m *machine) open() (err error) {
	m.Desk, err = desk.Open(ctx, m.vault)
	return err
}

func newTeam(t *testing.T) *team {
	t.Helper()
	d, v, dir := newDesk(t)
	_, err := d.Import(ctx, desk.Issue{Symbol: "L/1", Kind: data.RevisionZero}, data.NoProgress{}, version(data.English, draftEnglish))
	must(t, err)
	head := &machine{d, v, dir, t}
	must(t, d.StartRoster(ctx, "Head’s laptop"))
	c := &team{head: head, machines: map[data.Role]*machine{data.RoleHead: head}, duty: at(t, d, "ch1/art2/1").ID}
	for _, role := range data.Roles {
		if role != data.RoleHead {
			c.machines[role] = c.join(t, role)
		}
	}
	for _, m := range c.machines {
		must(t, m.takes(head))
	}
	return c
}

// join admits a new laptop and gives it what the head has.
func (c *team) join(t *testing.T, role data.Role) *machine {
	t.Helper()
	m := newMachine(t)
	card := m.card(string(role), role)
	_, err := c.head.Admit(ctx, card, data.Member{Name: card.Person, Role: role})
	must(t, err)
	must(t, m.takes(c.head))
	return m
}

func TestEachLaptopIsItsMembers(t *testing.T) {
	c := newTeam(t)
	for role, m := range c.machines {
		if m.Me().Role != role {
			t.Errorf("at the laptop of the %s works %+v", role, m.Me())
		}
		if n := len(m.Laptops()); n != len(data.Roles) {
			t.Errorf("the %s sees %d laptops", role, n)
		}
		other := c.machines[data.RoleObserver].Me().ID
		if role != data.RoleObserver {
			wantCode(t, m.WorkAs(other), desk.CodeLaptop)
		}
		if m.MayRoster() != (role == data.RoleHead) {
			t.Errorf("the %s may write to the roster: %v", role, m.MayRoster())
		}
	}
	wantCode(t, c.head.StartRoster(ctx, "again"), desk.CodeStarted)
}

// TestSealedBodies: what a laptop has no right to read is nowhere in its log in
// clear, and those who have the right read it.
func TestSealedBodies(t *testing.T) {
	c := newTeam(t)
	must(t, c.head.SetPosition(ctx, data.Position{Provision: c.duty, Stance: data.StanceAmend, InternalReasons: "The lamp is ours."}))
	_, err := c.head.SetInstruction(ctx, data.Instruction{Text: "Keep the lamp."})
	must(t, err)
	_, err = c.head.Comment(ctx, c.duty, data.Anchor{}, "Dusk is early here.")
	must(t, err)
	for i, role := range data.Roles {
		m := c.machines[role]
		must(t, m.takes(c.head))
		p := m.Position(c.duty)
		for _, x := range []struct {
			what  string
			right data.Right
			there bool
		}{
			{"stance", data.RightReadPositions, p.Stance == data.StanceAmend},
			{"internal reasons", data.RightReadInstructions, p.InternalReasons != ""},
			{"instruction", data.RightReadInstructions, len(m.AllInstructions()) == 1},
			{"comment", data.RightReadPositions, len(m.Comments(c.duty)) == 1},
		} {
			if want := has(x.right, i); x.there != want {
				t.Errorf("%s of %s: there %v", x.what, role, x.there)
			}
		}
		for _, b := range m.log() {
			if b.InClear() {
				t.Errorf("%s/%s stands in clear in the log", b.Kind, b.Field)
			}
		}
	}
}

// TestWhatOthersMayHaveDone: what each role's laptop writes, with its table of
// rights pried open, is refused by the others where the role does not allow it.
func TestWhatOthersMayHaveDone(t *testing.T) {
	c := newTeam(t)
	must(t, c.head.SetPosition(ctx, data.Position{Provision: c.duty, Stance: data.StanceAmend}))
	must(t, c.head.Submit(ctx, c.duty))
	for _, m := range c.machines {
		must(t, m.takes(c.head))
	}
	for i, role := range data.Roles {
		m, judge := c.machines[role], c.head
		if role == data.RoleHead {
			judge = c.machines[data.RoleDeputy]
		}
		for _, x := range forgeries(t, c) {
			t.Run(x.name+" by "+string(role), func(t *testing.T) {
				before := m.vault.Heads()
				have := map[change.DeviceID]uint64{}
				for _, k := range before {
					have[k.Device] = k.Link.Seq
				}
				w := m.signed(x.write(m.Me().ID))
				// written past the desk, as a laptop with another program would
				if _, err := m.vault.Append(ctx, m.Me().ID, w); err != nil {
					if data.CodeOf(err) == change.CodeNoKey && !has(x.right, i) {
						return // it cannot even seal it
					}
					t.Fatal(err)
				}
				var news []change.Change
				must(t, m.vault.Since(have, func(c change.Change) error {
					news = append(news, c)
					return nil
				}))
				err := judge.Permitted(news)
				allowed := x.right == "" || has(x.right, i)
				if x.root {
					allowed = role == data.RoleHead
				}
				if allowed != (err == nil) {
					t.Errorf("permitted: %v", err)
				}
			})
		}
	}
}

// has looks a right up in the table written by hand.
func has(right data.Right, role int) bool {
	cells, there := may[right]
	return there && cells[role] == 'y'
}

// forged is a write that needs a right.
type forged struct {
	name  string
	right data.Right
	root  bool
	write func(me data.ID) change.Write
}

func forgeries(t *testing.T, c *team) []forged {
	t.Helper()
	body := func(kind, field string, audience data.Audience, value any) func(data.ID) change.Write {
		return func(data.ID) change.Write {
			return change.Write{Kind: kind, Entity: data.NewID(), Field: field, Body: change.Marshal(value), Audience: string(audience)}
		}
	}
	decided := func(act data.ApprovalState) func(data.ID) change.Write {
		return func(me data.ID) change.Write {
			return body("decision", "body", data.AudienceDelegation, data.Decision{ID: data.NewID(), Act: act, By: me})(me)
		}
	}
	return []forged{
		{"revision", data.RightImport, false, body("revision", "body", "", data.Revision{})},
		{"text", data.RightImport, false, body("provision", "text/en", "", data.Rendering{})},
		{"pair", data.RightImport, false, body("pairing", "body", "", data.Pairing{})},
		{"comment", data.RightComment, false, body("comment", "text", data.AudienceDelegation, "Noted.")},
		{"meeting", data.RightTakeNotes, false, body("meeting", "body", "", data.Meeting{})},
		{"proposal", data.RightTakeNotes, false, body("proposal", "body", "", data.Proposal{})},
		{"state of the text", data.RightTakeNotes, false, body("textstep", "body", "", data.TextStep{})},
		{"stance", data.RightDraft, false, body("position", "stance", data.AudienceDelegation, data.StanceOppose)},
		{"internal reasons", data.RightDraft, false, body("position", "internal", data.AudienceInstructed, "The oil is dear.")},
		{"package", data.RightDraft, false, body("package", "body", data.AudienceInstructed, "x")},
		{"charge", data.RightDraft, false, body("charge", "body", data.AudienceDelegation, "x")},
		{"submitted", data.RightDraft, false, decided(data.ApprovalSubmitted)},
		{"approved", data.RightApprove, false, decided(data.ApprovalApproved)},
		{"cleared by the expert", data.RightClearExpert, false, decided("cleared-expert")},
		{"cleared by legal", data.RightClearLegal, false, decided("cleared-legal")},
		{"confirmed", data.RightConfirm, false, decided("confirmed")},
		{"a step nobody knows", "novelty", false, decided("blessed")},
		{"instruction", data.RightInstruct, false, body("instruction", "body", data.AudienceInstructed, data.Instruction{})},
		{"red line", data.RightInstruct, false, body("red-line", "body", data.AudienceInstructed, "x")},
		{"override", data.RightOverride, false, body("red-line-override", "body", data.AudienceInstructed, "x")},
		{"acknowledgement", data.RightAcknowledge, false, func(me data.ID) change.Write {
			return body("acknowledgement", "body", data.AudienceInstructed, data.Acknowledgement{By: me})(me)
		}},
		{"acknowledgement of another", "novelty", false, body("acknowledgement", "body", data.AudienceInstructed, data.Acknowledgement{By: data.NewID()})},
		{"ladder", data.RightLadder, false, body("ladder", "body", data.AudienceLadder, "x")},
		{"step down", data.RightStepDown, false, body("step-down", "body", data.AudienceLadder, "x")},
		{"procedure", data.RightProcedure, false, body("procedure", "body", "", "x")},
		{"title", data.RightProcedure, false, body("negotiation", "body", "", data.Negotiation{})},
		{"summary", data.RightDraft, false, body("negotiation", "summary", "", data.Words{})},
		{"receipt", "", false, body("receipt", "body", "", "x")},
		{"member", "", true, body("member", "body", "", data.Member{Name: "X", Role: data.RoleHead})},
		{"laptop", "", true, body("laptop", "body", "", "x")},
		{"key", "", true, body("audience-key", "for/00", "", "x")},
		{"removal", "", true, func(data.ID) change.Write { return change.Remove(change.DeviceID{9}, 1) }},
		{"another roster", "novelty", false, body("roster", "body", "", "x")},
		{"a kind nobody knows", data.RightRoster, false, body("novelty", "body", data.AudienceHead, "x")},
		{"in the name of another", "novelty", false, func(me data.ID) change.Write {
			return body("decision", "body", data.AudienceDelegation, data.Decision{Act: data.ApprovalApproved, By: data.NewID()})(me)
		}},
		{"comment in clear", "novelty", false, body("comment", "text", "", "Noted.")},
		{"instruction for too many", "novelty", false, body("instruction", "body", data.AudienceDelegation, data.Instruction{})},
		{"settled", data.RightSettle, false, func(me data.ID) change.Write {
			w := body("meeting", "body", "", data.Meeting{})(me)
			w.Op = change.OpResolve
			return w
		}},
	}
}

// TestNobodyReplacesWhatAnotherDecided: neither by taking it away nor by writing
// another in its place.
func TestNobodyReplacesWhatAnotherDecided(t *testing.T) {
	c := newTeam(t)
	must(t, c.head.SetPosition(ctx, data.Position{Provision: c.duty, Stance: data.StanceAmend}))
	must(t, c.head.Submit(ctx, c.duty))
	must(t, c.head.Return(ctx, c.duty, "Too long."))
	m := c.machines[data.RoleDelegate]
	must(t, m.takes(c.head))
	returned, ok := m.Approval(c.duty).Last(data.ApprovalReturned)
	if !ok {
		t.Fatal("the delegate does not see that it was returned")
	}
	for _, x := range []struct {
		name string
		w    change.Write
	}{
		{"taken away", change.Write{Op: change.OpTombstone}},
		{"replaced", change.Write{Body: change.Marshal(data.Decision{ID: returned.ID, Act: data.ApprovalSubmitted, By: m.Me().ID}), Audience: string(data.AudienceDelegation)}},
	} {
		t.Run(x.name, func(t *testing.T) {
			have := map[change.DeviceID]uint64{}
			for _, k := range m.vault.Heads() {
				have[k.Device] = k.Link.Seq
			}
			x.w.Kind, x.w.Field, x.w.Entity = "decision", "body", returned.ID
			_, err := m.vault.Append(ctx, m.Me().ID, x.w)
			must(t, err)
			var news []change.Change
			must(t, m.vault.Since(have, func(c change.Change) error { news = append(news, c); return nil }))
			wantCode(t, c.head.Permitted(news), desk.CodeNotAllowed)
		})
	}
}

func TestARemovedLaptop(t *testing.T) {
	c := newTeam(t)
	m := c.machines[data.RoleDelegate]
	_, err := m.Comment(ctx, c.duty, data.Anchor{}, "Before.")
	must(t, err)
	must(t, c.head.takes(m))
	_, err = m.Comment(ctx, c.duty, data.Anchor{}, "Unsent.")
	must(t, err)
	wantCode(t, m.RemoveLaptop(ctx, c.head.id()), desk.CodeNotRoot)
	must(t, c.head.RemoveLaptop(ctx, m.id()))
	wantCode(t, c.head.RemoveLaptop(ctx, m.id()), data.CodeNotFound)

	_, err = c.head.SetInstruction(ctx, data.Instruction{Text: "After."})
	must(t, err)
	_, err = c.head.Comment(ctx, c.duty, data.Anchor{}, "After.")
	must(t, err)
	must(t, c.head.takes(m)) // a thief may bring what he likes
	if n := len(c.head.Comments(c.duty)); n != 2 {
		t.Errorf("the head sees %d remarks, not that from before and his own", n)
	}
	deputy := c.machines[data.RoleDeputy]
	must(t, deputy.takes(c.head))
	if n := len(deputy.AllInstructions()); n != 1 {
		t.Errorf("the deputy reads %d instructions of after the removal", n)
	}
	must(t, m.takes(c.head))
	if m.Me().Role != "" || len(m.AllInstructions()) != 0 {
		t.Errorf("at the removed laptop works %+v, who reads %d instructions", m.Me(), len(m.AllInstructions()))
	}
	_, err = m.Comment(ctx, c.duty, data.Anchor{}, "Still here?")
	if err == nil {
		t.Error("a removed laptop writes on")
	}
	for _, x := range m.log() {
		if open := m.vault.Keyring().Open(x); x.Kind == "instruction" && x.Field == "body" && !open.Sealed {
			t.Error("a removed laptop opens what was written after")
		}
	}
}

func TestALostLaptopIsReplaced(t *testing.T) {
	c := newTeam(t)
	_, err := c.head.SetInstruction(ctx, data.Instruction{Text: "From before."})
	must(t, err)
	lost, again := c.machines[data.RoleDelegate], newMachine(t)
	must(t, c.head.ReplaceLaptop(ctx, lost.id(), again.card("delegate", data.RoleDelegate)))
	_, err = c.head.SetInstruction(ctx, data.Instruction{Text: "From after."})
	must(t, err)
	must(t, again.takes(c.head))
	if again.Me().ID != lost.Me().ID || len(again.AllInstructions()) != 2 {
		t.Errorf("at the new laptop works %+v, who reads %d instructions", again.Me(), len(again.AllInstructions()))
	}
	wantCode(t, c.head.ReplaceLaptop(ctx, lost.id(), again.card("delegate", data.RoleDelegate)), desk.CodeOnRoster)
}

// TestCapitalBringsTheHeadBack: with a second root at capital the loss of the
// head's laptop is no end.
func TestCapitalBringsTheHeadBack(t *testing.T) {
	c := newTeam(t)
	capital, delegate, again := c.machines[data.RoleCapital], c.machines[data.RoleDelegate], newMachine(t)
	wantCode(t, capital.ReplaceLaptop(ctx, c.head.id(), again.card("head", data.RoleHead)), desk.CodeNotRoot)
	wantCode(t, c.head.SetRecovery(ctx, delegate.id(), true), data.CodeNotFound)
	must(t, c.head.SetRecovery(ctx, capital.id(), true))
	must(t, capital.takes(c.head))
	must(t, capital.ReplaceLaptop(ctx, c.head.id(), again.card("head", data.RoleHead)))

	m := c.head.Me()
	m.Name = "Stolen"
	_, err := c.head.SetMember(ctx, m) // at the lost laptop
	must(t, err)

	must(t, delegate.takes(capital))
	must(t, again.takes(capital))
	must(t, delegate.takes(c.head)) // what a thief brings is passed over
	if again.Me().Role != data.RoleHead || !again.MayRoster() || delegate.Member(again.Me().ID).Name == "Stolen" {
		t.Errorf("the head is %+v, root %v", again.Me(), again.MayRoster())
	}
	must(t, again.SetPosition(ctx, data.Position{Provision: c.duty, Stance: data.StanceAmend}))
	must(t, again.Submit(ctx, c.duty))
	wantCode(t, again.Approve(ctx, c.duty, ""), desk.CodeFourEyes) // the head wrote it
	must(t, again.SetProcedure(ctx, data.DefaultProcedure()))
	must(t, again.Approve(ctx, c.duty, ""))
	must(t, delegate.takes(again))
	if s := delegate.Approval(c.duty).State; s != data.ApprovalApproved {
		t.Errorf("the delegate sees that the position is %s", s)
	}
}

func TestAChangedRole(t *testing.T) {
	c := newTeam(t)
	_, err := c.head.SetInstruction(ctx, data.Instruction{Text: "One."})
	must(t, err)
	notes, delegate := c.machines[data.RoleNoteTaker], c.machines[data.RoleDelegate]
	more, less := notes.Me(), delegate.Me()
	more.Role, less.Role = data.RoleDelegate, data.RoleObserver
	_, err = c.head.SetMember(ctx, more)
	must(t, err)
	_, err = c.head.SetMember(ctx, less)
	must(t, err)
	_, err = c.head.SetInstruction(ctx, data.Instruction{Text: "Two."})
	must(t, err)
	must(t, notes.takes(c.head))
	must(t, delegate.takes(c.head))
	if n := len(notes.AllInstructions()); n != 2 {
		t.Errorf("who may read more now reads %d instructions", n)
	}
	for _, x := range delegate.log() {
		if open := delegate.vault.Keyring().Open(x); x.Kind == "instruction" && x.Field == "body" && open.Sealed {
			less.Name = "sealed"
		}
	}
	if n := len(delegate.AllInstructions()); n != 0 || less.Name != "sealed" {
		t.Errorf("who may read less now reads %d instructions; the later one is sealed: %v", n, less.Name == "sealed")
	}
	if _, ok := c.head.CanUndo(); ok {
		if title, _ := c.head.CanUndo(); title == "act.member" {
			t.Error("a change of role can be undone")
		}
	}
	m := c.head.Me()
	m.Role = data.RoleDelegate
	_, err = c.head.SetMember(ctx, m)
	wantCode(t, err, desk.CodeLastRoot)
}

// TestAStrangersBundle: of a laptop that nobody admitted, or of another roster.
func TestAStrangersBundle(t *testing.T) {
	c := newTeam(t)
	stranger := newMachine(t)
	_, err := stranger.vault.Append(ctx, c.head.Me().ID, change.Write{Kind: "receipt", Field: "body", Body: change.Marshal("x")})
	must(t, err)
	wantCode(t, c.head.Permitted(stranger.log()), desk.CodeStranger)

	other := newTeam(t)
	if err := c.head.Permitted(other.head.log()); err == nil {
		t.Error("a bundle of another negotiation is permitted")
	}
	empty := newMachine(t)
	wantCode(t, desk.PermittedToJoin(empty.vault, other.head.log(), c.head.id()), desk.CodeOtherStart)
}

// TestAnOldVaultIsNotSharedWithEverybody: what stands in it in clear would be
// read by whom it is not for.
func TestAnOldVaultIsNotSharedWithEverybody(t *testing.T) {
	d, v, dir := newDesk(t)
	head := &machine{d, v, dir, t}
	// as a vault from before there were keys has it
	v.Keyring().Forget()
	_, err := v.Append(ctx, d.Me().ID, change.Write{Kind: "instruction", Entity: data.NewID(), Field: "body", Body: change.Marshal(data.Instruction{Text: "Keep."})})
	must(t, err)
	must(t, head.open())
	must(t, head.StartRoster(ctx, "Head’s laptop"))
	m := newMachine(t)
	_, err = head.Admit(ctx, m.card("observer", data.RoleObserver), data.Member{Name: "O", Role: data.RoleObserver})
	wantCode(t, err, desk.CodeInClear)
	_, err = head.Admit(ctx, m.card("deputy", data.RoleDeputy), data.Member{Name: "D", Role: data.RoleDeputy})
	must(t, err)
	must(t, m.takes(head))
	if len(m.AllInstructions()) != 1 {
		t.Error("the deputy does not read what is in clear")
	}
}

func TestVerifyNamesWhatARoleDidNotAllow(t *testing.T) {
	c := newTeam(t)
	must(t, c.head.Forbidden())
	notes := c.machines[data.RoleNoteTaker]
	_, err := notes.vault.Append(ctx, notes.Me().ID, change.Write{Kind: "procedure", Entity: data.NewID(), Field: "body", Body: change.Marshal("x")})
	must(t, err)
	_, err = c.head.vault.Take(ctx, notes.log()) // past the desk
	must(t, err)
	must(t, c.head.open())
	wantCode(t, c.head.Forbidden(), desk.CodeNotAllowed)
}

func TestLaptopsKeepTheirOrder(t *testing.T) {
	c := newTeam(t)
	var mine []bool
	for _, l := range c.head.Laptops() {
		mine = append(mine, l.Mine)
	}
	if !slices.Equal(mine, append([]bool{true}, make([]bool, len(data.Roles)-1)...)) {
		t.Errorf("the head's own is not the first: %v", mine)
	}
}
