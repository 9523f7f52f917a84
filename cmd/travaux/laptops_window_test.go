//go:build window

package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/exchange"
)

// TestWindowLaptops plays one provision's way over three laptops of a delegation,
// each with a vault of its own and a drop folder between them: capital instructs,
// the delegate drafts, the head drafts otherwise meanwhile, the conflict is
// settled, the head approves, a new revision makes the approval lapse, it is
// approved again, and the paper is proved to be what was approved.
func TestWindowLaptops(t *testing.T) {
	d := newDelegation(t)
	d.capitalInstructs()
	d.delegateDrafts()
	d.headDraftsOtherwise()
	d.delegateSettles()
	d.headApproves(1)
	d.revisionMakesItLapse()
	d.delegateSubmitsAgain()
	d.headApproves(2)
	d.allAreAlike()
	d.paperIsWhatWasApproved()
}

const (
	ordered      = "One hour is the most that can be accepted, and only as an aim."
	ofDelegate   = "Each State Party shall share them within one hour."
	ofHead       = "Each State Party shall share them within two hours of their receipt."
	reasonsGiven = "A warning that comes late is no warning."
	contested    = "1.2"
)

// laptop is one person's vault, and a home of its own for the program's settings.
type laptop struct {
	name, home, vault, secret string
}

type delegationPlay struct {
	t                       *testing.T
	drop                    string
	head, delegate, capital laptop
}

// newDelegation founds the head's vault with the draft, admits the other two by
// their cards, and lets them join by the first bundle.
func newDelegation(t *testing.T) *delegationPlay {
	d := &delegationPlay{t: t, drop: t.TempDir()}
	d.head = d.newLaptop("Anna")
	draft := filepath.Join(d.head.home, "draft.txt")
	d.write(draft, stories[0].draft)
	d.services(d.head, "new", "--title", "Weather", "--name", "Anna", "--role", "head")
	d.services(d.head, "import", draft, "--symbol", "A/1")
	d.desk(d.head, func(ctx context.Context, k *desk.Desk) error { return k.StartRoster(ctx, "Anna's laptop") })
	d.delegate, d.capital = d.joining("Boris", data.RoleDelegate), d.joining("Chen", data.RoleCapital)
	bundle := filepath.Join(t.TempDir(), "first.tbx")
	d.services(d.head, "pack", "--out", bundle)
	var digits string
	d.desk(d.head, func(_ context.Context, k *desk.Desk) error { digits = strings.Join(k.Fingerprint(), " "); return nil })
	for _, l := range []laptop{d.delegate, d.capital} {
		d.services(l, "join", bundle, "--fingerprint", digits)
	}
	for _, l := range []laptop{d.head, d.delegate, d.capital} {
		d.desk(l, func(_ context.Context, k *desk.Desk) error { return k.SetScratch("exchange.drop", d.drop) })
	}
	return d
}

func (d *delegationPlay) newLaptop(name string) laptop {
	home := d.t.TempDir()
	return laptop{name: name, home: home, vault: filepath.Join(home, "vault"), secret: secretFile(d.t, home)}
}

// joining is a laptop that the head has admitted by its card.
func (d *delegationPlay) joining(name string, role data.Role) laptop {
	l := d.newLaptop(name)
	file := filepath.Join(l.home, "card")
	d.services(l, "card", "--out", file, "--name", name, "--laptop", name+"'s laptop", "--role", string(role))
	b, err := os.ReadFile(file)
	if err != nil {
		d.t.Fatal(err)
	}
	card, err := exchange.ReadCard(bytes.NewReader(b))
	if err != nil {
		d.t.Fatal(err)
	}
	d.desk(d.head, func(ctx context.Context, k *desk.Desk) error {
		_, err := k.Admit(ctx, card, data.Member{Name: name, Role: role})
		return err
	})
	return l
}

func (d *delegationPlay) write(file, text string) {
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		d.t.Fatal(err)
	}
}

func (d *delegationPlay) services(l laptop, args ...string) string {
	return services(d.t, l.home, append(args, "--vault", l.vault, "--passphrase-file", l.secret)...)
}

// desk uses a laptop's desk without the program.
func (d *delegationPlay) desk(l laptop, use func(context.Context, *desk.Desk) error) {
	d.t.Helper()
	evening{}.withDesk(d.t, l.vault, func(ctx context.Context, k *desk.Desk) {
		if err := use(ctx, k); err != nil {
			d.t.Fatal(err)
		}
	})
}

// at lets a person sit down at a laptop, and close it afterwards.
func (d *delegationPlay) at(l laptop, does func(w *window)) {
	w := openDesk(d.t, l.home, l.vault, l.secret)
	does(w)
	w.quit()
}

// sends writes a bundle for all others into the drop folder.
func (d *delegationPlay) sends(w *window) {
	before := len(d.bundles())
	w.opens("the page for the exchange", "ctrl+shift+x")
	w.press("Tab", "Tab", "Tab", "Tab") // two laptops, choosing a folder, the passphrase
	w.press("Return")
	w.until("the bundle", func() bool { return len(d.bundles()) > before })
	w.leaves()
}

func (d *delegationPlay) bundles() []string {
	list, _ := filepath.Glob(filepath.Join(d.drop, "*"+exchange.Ending))
	return list
}

// takes takes the latest bundle of another in.
func (d *delegationPlay) takes(w *window, l laptop) {
	w.opens("the page for the exchange", "ctrl+shift+x")
	w.press("Tab", "Tab", "Tab", "Tab", "Tab", "Tab") // as for sending, and the two buttons for it
	w.shows("what the bundle would change", func() { w.press("Return") })
	w.saves(l.vault, "the bundle", func() { w.press("Return") })
	w.leaves()
}

func (d *delegationPlay) capitalInstructs() {
	d.at(d.capital, func(w *window) {
		w.goTo(contested, "en")
		w.shows("the instruction", func() { w.press("ctrl+shift+i") })
		w.shows("its number", func() { w.write("MFA/12") })
		w.press(slices.Repeat([]string{"Tab"}, 10)...) // issuer, date, validity, clock, classification, binding, audience, what it supersedes, scope, text
		w.shows("its words", func() { w.write(ordered) })
		w.saves(d.capital.vault, "the instruction", func() { w.press("ctrl+Return") })
		d.sends(w)
	})
}

// drafts writes a wording, with reasons where there are any.
func (d *delegationPlay) drafts(w *window, l laptop, stance bool, wording, reasons string) {
	w.goTo(contested, "en")
	w.shows("the position", func() { w.press("alt+3") })
	w.press("Tab")
	if stance {
		w.saves(l.vault, "the stance", func() { w.press("Down", "Down", "Down", "Return") }) // support with amendment
	}
	w.press("Tab", "Tab", "Tab", "Tab") // language, who is in charge, starting from the text
	if stance {
		w.press("Tab") // copying how it is said in the room
	}
	w.shows("the wording", func() { w.write(wording) })
	w.saves(l.vault, "the wording", func() { w.press("Tab") })
	if reasons != "" {
		w.shows("the reasons", func() { w.write(reasons) })
		w.saves(l.vault, "the reasons", func() { w.press("ctrl+s") })
	}
}

func (d *delegationPlay) delegateDrafts() {
	d.at(d.delegate, func(w *window) {
		d.takes(w, d.delegate)
		d.drafts(w, d.delegate, true, ofDelegate, reasonsGiven)
		d.sends(w)
	})
	d.desk(d.delegate, func(_ context.Context, k *desk.Desk) error {
		if list := k.Instructions(d.provision(k)); len(list) != 1 || list[0].Text != ordered {
			d.t.Errorf("the delegate has %d instructions", len(list))
		}
		return nil
	})
}

// headDraftsOtherwise writes on the head's laptop before the delegate's bundle is
// taken in there.
func (d *delegationPlay) headDraftsOtherwise() {
	d.at(d.head, func(w *window) {
		d.drafts(w, d.head, false, ofHead, "")
		d.takes(w, d.head)
		d.sends(w)
	})
	d.desk(d.head, func(_ context.Context, k *desk.Desk) error {
		if n := len(k.Conflicts()); n != 1 {
			d.t.Errorf("%d conflicts on the head's laptop", n)
		}
		return nil
	})
}

// delegateSettles keeps the delegate's own wording, which is the earlier one, and
// submits it.
func (d *delegationPlay) delegateSettles() {
	d.at(d.delegate, func(w *window) {
		d.takes(w, d.delegate)
		w.opens("the conflict", "ctrl+shift+d")
		w.saves(d.delegate.vault, "the settlement", func() { w.press("2") })
		w.leaves()
		d.submits(w)
		d.sends(w)
	})
	d.desk(d.delegate, func(_ context.Context, k *desk.Desk) error {
		if p := k.Position(d.provision(k)); len(k.Conflicts()) != 0 || p.Wording[data.English] != ofDelegate {
			d.t.Errorf("after settling, %d conflicts and %q", len(k.Conflicts()), p.Wording[data.English])
		}
		return nil
	})
}

func (d *delegationPlay) submits(w *window) {
	w.goTo(contested, "en")
	w.shows("the position", func() { w.press("alt+3") })
	w.saves(d.delegate.vault, "the submission", func() { w.press("ctrl+Return") })
}

func (d *delegationPlay) headApproves(times int) {
	d.at(d.head, func(w *window) {
		d.takes(w, d.head)
		w.goTo(contested, "en")
		w.shows("the position", func() { w.press("alt+3") })
		w.saves(d.head.vault, "the approval", func() { w.press("ctrl+shift+Return") })
		d.sends(w)
	})
	d.desk(d.head, func(_ context.Context, k *desk.Desk) error {
		a := k.Approval(d.provision(k))
		n := 0
		for _, x := range a.Decisions {
			if x.Act == data.ApprovalApproved {
				n++
			}
		}
		if a.State != data.ApprovalApproved || n != times {
			d.t.Errorf("the position is %s, approved %d times", a.State, n)
		}
		return nil
	})
}

// revisionMakesItLapse takes a new revision in on the delegate's laptop.
func (d *delegationPlay) revisionMakesItLapse() {
	old := "Each State Party shall endeavour to share them without delay."
	next := strings.Replace(stories[0].draft, old, "Each State Party shall share them without undue delay.", 1)
	d.at(d.delegate, func(w *window) {
		d.takes(w, d.delegate)
		w.opens("the page for a pasted text", "ctrl+shift+v")
		w.shows("the pasted text", func() { w.paste(next) })
		w.shows("the review", w.clickPrimary)
		w.saves(d.delegate.vault, "the new revision", w.clickPrimary)
		w.leaves()
	})
	d.desk(d.delegate, func(_ context.Context, k *desk.Desk) error {
		if s := k.Approval(d.provision(k)).State; s != data.ApprovalLapsed || len(k.Lapsed()) != 1 {
			d.t.Errorf("after the new revision the approval is %s, %d have lapsed", s, len(k.Lapsed()))
		}
		return nil
	})
}

func (d *delegationPlay) delegateSubmitsAgain() {
	d.at(d.delegate, func(w *window) {
		d.submits(w)
		d.sends(w)
	})
}

// allAreAlike lets the others take in what the head approved, and holds every log
// to its roster and to the others.
func (d *delegationPlay) allAreAlike() {
	all := []laptop{d.head, d.delegate, d.capital}
	for _, l := range all[1:] {
		d.at(l, func(w *window) { d.takes(w, l) })
	}
	for _, l := range all {
		d.services(l, "verify")
		d.desk(l, func(_ context.Context, k *desk.Desk) error {
			p := k.Position(d.provision(k))
			if a := k.Approval(d.provision(k)); a.State != data.ApprovalApproved || p.Wording[data.English] != ofDelegate || len(k.Conflicts()) != 0 {
				d.t.Errorf("on the laptop of %s the position is %s: %q, with %d conflicts", l.name, a.State, p.Wording[data.English], len(k.Conflicts()))
			}
			return nil
		})
	}
}

// paperIsWhatWasApproved makes the paper in the delegate's window and proves it,
// then a paper in which one byte is another.
func (d *delegationPlay) paperIsWhatWasApproved() {
	var papers []string
	d.at(d.delegate, func(w *window) {
		w.opens("the page for papers", "ctrl+p")
		w.clickPrimary()
		w.until("the paper", func() bool {
			papers, _ = filepath.Glob(filepath.Join(d.delegate.home, "[^.]*.pdf"))
			return len(papers) == 1
		})
		w.still()
	})
	for _, l := range []laptop{d.head, d.delegate, d.capital} {
		d.services(l, "verify", papers[0])
	}
	b, err := os.ReadFile(papers[0])
	if err != nil {
		d.t.Fatal(err)
	}
	for _, at := range []int{len(b) / 5, len(b) / 2, len(b) * 4 / 5} {
		altered := bytes.Clone(b)
		altered[at] ^= 1
		file := filepath.Join(d.delegate.home, "altered"+strconv.Itoa(at)+".pdf")
		d.write(file, string(altered))
		args := []string{"verify", file, "--vault", d.head.vault, "--passphrase-file", d.head.secret}
		if code := run(context.Background(), args, streams{strings.NewReader(""), &bytes.Buffer{}, &bytes.Buffer{}}); code != exitDamage {
			d.t.Errorf("of a paper in which byte %d is another, verify ends with %d", at, code)
		}
	}
}

func (d *delegationPlay) provision(k *desk.Desk) data.ID {
	text, err := k.Current()
	if err != nil {
		d.t.Fatal(err)
	}
	for _, p := range text.Provisions {
		if p.Path == "art1/2" {
			return p.ID
		}
	}
	d.t.Fatal("there is no article 1, paragraph 2")
	return data.ID{}
}
