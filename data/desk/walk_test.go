package desk_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/vault"
)

// FuzzUndoRedoAndReopening takes random acts and takes some of them back, then
// holds three things: a desk read anew out of the vault shows the same, undoing
// all acts leads back to the beginning, and redoing all leads to the end.
func FuzzUndoRedoAndReopening(f *testing.F) {
	for seed := range uint64(4) {
		f.Add(seed, uint8(30))
	}
	f.Fuzz(func(t *testing.T, seed uint64, steps uint8) {
		w := newWalk(t, seed)
		begin := seen(t, w.desk)
		for range min(steps, 60) {
			w.step(t)
		}
		end := seen(t, w.desk)
		again, err := desk.Open(ctx, w.vault)
		must(t, err)
		same(t, "a desk read anew", seen(t, again), end)
		same(t, "a history read anew", histories(t, again), histories(t, w.desk))
		undone := 0
		for ; ; undone++ {
			if _, ok := w.desk.CanUndo(); !ok {
				break
			}
			_, err := w.desk.Undo(ctx)
			must(t, err)
		}
		same(t, "after undoing everything", seen(t, w.desk), begin)
		for range undone {
			_, err := w.desk.Redo(ctx)
			must(t, err)
		}
		same(t, "after redoing everything", seen(t, w.desk), end)
	})
}

// walk is a desk on which acts are taken by chance.
type walk struct {
	*rand.Rand
	desk  *desk.Desk
	vault *vault.Vault
	text  int // how many revisions were imported
}

func newWalk(t *testing.T, seed uint64) *walk {
	d, v, _ := newDesk(t)
	_, err := d.Import(ctx, desk.Issue{Symbol: "L/0"}, data.NoProgress{}, version(data.English, draftEnglish))
	must(t, err)
	d, err = desk.Open(ctx, v) // with nothing to undo
	must(t, err)
	return &walk{Rand: rand.New(rand.NewPCG(seed, 1)), desk: d, vault: v}
}

func (w *walk) word() string { return fmt.Sprint("word", w.IntN(5)) }

// step takes one act. What the desk refuses for a reason is no failure.
func (w *walk) step(t *testing.T) {
	t.Helper()
	d := w.desk
	txt, err := d.Current()
	must(t, err)
	p := txt.Provisions[w.IntN(len(txt.Provisions))].ID
	if w.IntN(2) == 0 {
		p = at(t, d, "ch1/art2/1").ID // so that much comes together at one place
	}
	threads, orders := d.Comments(p), d.AllInstructions()
	switch act := w.IntN(24); {
	case act == 0:
		_, err = d.Comment(ctx, p, data.Anchor{}, w.word())
	case act == 1 && len(threads) > 0:
		_, err = d.Reply(ctx, threads[0].ID, w.word())
	case act == 2 && len(threads) > 0:
		err = d.EditComment(ctx, threads[0].ID, w.word())
	case act == 3 && len(threads) > 0:
		err = d.ResolveComment(ctx, threads[0].ID, w.IntN(2) == 0)
	case act == 4 && len(threads) > 0:
		err = d.DeleteComment(ctx, threads[0].ID)
	case act == 5:
		pos := d.Position(p)
		pos.Stance = data.Stances[w.IntN(len(data.Stances))]
		pos.Wording[data.Langs[w.IntN(6)]] = w.word()
		pos.InternalReasons = []string{"", w.word()}[w.IntN(2)]
		err = d.SetPosition(ctx, pos)
	case act == 6:
		err = d.Submit(ctx, p)
	case act == 7:
		err = d.Approve(ctx, p, w.word())
	case act == 8:
		err = d.Return(ctx, p, w.word())
	case act == 9:
		_, err = d.SetInstruction(ctx, data.Instruction{Provisions: []data.ID{p}, Text: w.word()})
	case act == 10 && len(orders) > 0:
		err = d.DeleteInstruction(ctx, orders[0].ID)
	case act == 11:
		n := d.Negotiation()
		if n.Session == nil {
			n.Session = data.Words{}
		}
		lang := data.Langs[w.IntN(6)]
		if n.Session[lang] != "" {
			delete(n.Session, lang)
		} else {
			n.Session[lang] = w.word()
		}
		err = d.SetNegotiation(ctx, n)
	case act == 12 && w.text < 3:
		w.text++
		issue := desk.Issue{Symbol: fmt.Sprint("L/", w.IntN(3))}
		_, err = d.Import(ctx, issue, data.NoProgress{}, version([]data.Lang{data.English, data.French}[w.IntN(2)], w.draft()))
	case act >= 20:
		err = w.carry(act, p)
	case act >= 14:
		err = w.room(act, p)
	case act == 13:
		if w.IntN(2) == 0 {
			_, err = d.Undo(ctx)
		} else {
			_, err = d.Redo(ctx)
		}
	}
	switch code := data.CodeOf(err); code {
	case "", desk.CodeNothingToUndo, desk.CodeNotSubmitted, desk.CodeNoPosition, desk.CodeAlready,
		desk.CodeNoTarget, desk.CodeSameWording, desk.CodeNotOurs, desk.CodeOccupied, desk.CodeNotCurrent:
	default:
		t.Fatal(err)
	}
}

// draft is the draft as it was, with other words, with one provision fewer or in
// another order.
func (w *walk) draft() string {
	const duty, rest = "1. Every State Party shall ensure that lanterns [shall][should] be lit at dusk.", "2. A keeper may rest at dawn."
	return []string{
		draftEnglish,
		strings.Replace(draftEnglish, "lanterns [shall][should] be lit", "all lanterns shall be lit "+w.word(), 1),
		strings.Replace(draftEnglish, rest, "", 1),
		strings.NewReplacer(duty, "1."+rest[2:], rest, "2."+duty[2:]).Replace(draftEnglish),
	}[w.IntN(4)]
}

// carry takes an act about what was carried over.
func (w *walk) carry(act int, p data.ID) error {
	d := w.desk
	txt, err := d.Current()
	if err != nil {
		return err
	}
	all := append(d.Carried(txt.Revision.ID), d.Orphans()...)
	pairs := d.Pairings(txt.Revision.ID)
	switch {
	case act == 20 && len(all) > 0:
		choices := []data.CarryChoice{data.ChoiceOpen, data.ChoiceGood, data.ChoiceAdapt, data.ChoiceEscalate}
		return d.DecideCarried(ctx, all[w.IntN(len(all))], choices[w.IntN(4)])
	case act == 21 && len(all) > 0:
		return d.PlaceCarried(ctx, all[w.IntN(len(all))], p)
	case act == 22 && len(pairs) > 0:
		return d.ConfirmPairing(ctx, pairs[w.IntN(len(pairs))].ID)
	case act == 23 && len(pairs) > 0:
		before, err := d.Text(pairs[0].Earlier)
		if err != nil {
			return err
		}
		old := []data.ID{before.Provisions[w.IntN(len(before.Provisions))].ID, before.Provisions[w.IntN(len(before.Provisions))].ID}
		return d.Repair(ctx, txt.Revision.ID, slices.Compact(old)[:w.IntN(2)], []data.ID{p})
	}
	return nil
}

// room takes an act about what happens in the room.
func (w *walk) room(act int, p data.ID) (err error) {
	d := w.desk
	made, fine := d.Proposals(p), d.LiveWith(p)
	switch {
	case act == 14:
		err = w.propose(p)
	case act == 15 && len(made) > 0:
		on := made[w.IntN(len(made))]
		switch w.IntN(5) {
		case 0:
			_, err = d.ChangeProposal(ctx, on.ID, func(x *data.Proposal) { x.Reasons = w.word() })
		case 1:
			err = d.WithdrawProposal(ctx, on.ID, !on.Withdrawn)
		case 2:
			err = d.DeleteProposal(ctx, on.ID)
		case 3:
			err = d.AdoptWording(ctx, on.ID)
		default:
			_, err = d.Propose(ctx, data.Proposal{
				Provision: p, On: on.ID, Kind: data.ProposalModify,
				Wording: data.Words{data.English: w.word() + "!"},
			})
		}
	case act == 16:
		err = d.SetTextState(ctx, p, data.TextStates[w.IntN(len(data.TextStates))], w.word())
	case act == 17:
		var m data.Meeting
		if all := d.Meetings(); len(all) > 0 && w.IntN(2) == 0 {
			m = all[w.IntN(len(all))]
			err = d.SitIn(m.ID)
		}
		m.Title = w.word()
		if err == nil {
			_, err = d.SetMeeting(ctx, m)
		}
	case act == 18:
		x := data.LiveWith{Provision: p, Lang: data.English, Sentence: w.word(), Kept: []int{w.IntN(4)}}
		if len(fine) > 0 && w.IntN(2) == 0 {
			x.ID = fine[0].ID
		}
		_, err = d.SetLiveWith(ctx, x)
	case act == 19 && len(fine) > 0:
		err = d.DeleteLiveWith(ctx, fine[0].ID)
	}
	return err
}

// propose records a proposal of any kind.
func (w *walk) propose(p data.ID) error {
	x := data.Proposal{
		Provision: p, Kind: data.ProposalKinds[w.IntN(len(data.ProposalKinds))], Ours: w.IntN(2) == 0,
		Proponents: []data.Proponent{{State: "EGY", For: w.word()}, {Name: w.word()}},
	}
	switch x.Kind {
	case data.ProposalModify, data.ProposalAdd:
		x.Wording = data.Words{data.Langs[w.IntN(6)]: w.word()}
	case data.ProposalMove:
		txt, err := w.desk.Current()
		if err != nil {
			return err
		}
		x.Target = txt.Provisions[w.IntN(len(txt.Provisions))].ID
	}
	_, err := w.desk.Propose(ctx, x)
	return err
}

// seen is all that a desk shows.
func seen(t *testing.T, d *desk.Desk) map[string]any {
	t.Helper()
	out := map[string]any{"negotiation": d.Negotiation(), "members": d.Members(), "revisions": d.Revisions(), "meetings": d.Meetings()}
	orders := map[data.ID]data.Instruction{}
	for _, i := range d.AllInstructions() {
		orders[i.ID] = i
	}
	out["instructions"] = orders
	for _, r := range d.Revisions() {
		txt, err := d.Text(r.ID)
		must(t, err)
		out[r.ID.String()] = txt.Provisions
	}
	txt, err := d.Current()
	must(t, err)
	out["queue"], out["orphans"], out["lapsed"] = d.Queue(), d.Orphans(), len(d.Lapsed())
	for _, r := range d.Revisions() {
		out[r.ID.String()+"/carried"], out[r.ID.String()+"/pairings"] = d.Carried(r.ID), d.Pairings(r.ID)
		out[r.ID.String()+"/counts"] = d.CarryCounts(r.ID)
	}
	for _, p := range txt.Provisions {
		out[p.ID.String()+"/position"] = d.Position(p.ID)
		out[p.ID.String()+"/approval"] = d.Approval(p.ID)
		out[p.ID.String()+"/comments"] = d.Comments(p.ID)
		out[p.ID.String()+"/proposals"] = d.Proposals(p.ID)
		out[p.ID.String()+"/steps"] = d.TextSteps(p.ID)
		out[p.ID.String()+"/standing"] = d.Standing(p.ID)
		out[p.ID.String()+"/live with"] = d.LiveWith(p.ID)
	}
	return out
}

// histories are those of all provisions.
func histories(t *testing.T, d *desk.Desk) map[string]any {
	t.Helper()
	out := map[string]any{}
	txt, err := d.Current()
	must(t, err)
	for _, p := range txt.Provisions {
		if out[p.ID.String()], err = d.History(p.ID); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

func same(t *testing.T, when string, got, want map[string]any) {
	t.Helper()
	for key, w := range want {
		if g := got[key]; !equal(g, w) {
			t.Errorf("%s: %s is\n%+v\nwant\n%+v", when, key, g, w)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%s: %d things, want %d", when, len(got), len(want))
	}
}

// equal makes no difference between nothing and an empty list or map.
func equal(a, b any) bool {
	return reflect.DeepEqual(a, b) || fmt.Sprintf("%+v", a) == fmt.Sprintf("%+v", b)
}
