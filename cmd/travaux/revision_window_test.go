//go:build window

package main

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/sample"
	"travaux/data/vault"
)

// evening is the day a new revision is issued: what was on the table, what comes,
// and on how many provisions the delegation has written something.
type evening struct {
	lang      data.Lang
	old, new  string
	annotated int      // provisions, before the window opens
	numbers   []string // of those on which something is written in the window
}

// TestWindowRevision works an invented revision, in two languages.
func TestWindowRevision(t *testing.T) {
	for _, lang := range []data.Lang{data.English, data.Arabic} {
		t.Run(string(lang), func(t *testing.T) {
			_, old := sample.Draft(lang)
			_, new := sample.Next(lang)
			evening{lang: lang, old: string(old), new: string(new), annotated: 9, numbers: []string{"5.1", "9.1", "17.3"}}.run(t)
		})
	}
}

// TestWindowRevisionOfARealDraft works the draft agreement of December 2022 that
// followed the one of June, with something written on thirty provisions.
func TestWindowRevisionOfARealDraft(t *testing.T) {
	read := func(name string) string {
		b, err := os.ReadFile(filepath.Join("../../../shared/data/drafts", name))
		if err != nil {
			t.Skipf("the drafts are not here: %v", err)
		}
		return string(b)
	}
	evening{
		lang: data.English, old: read("bbnj-2022_5.clean.txt"), new: read("bbnj-2023_2.clean.txt"),
		annotated: 27, numbers: []string{"3", "13", "25"},
	}.run(t)
}

func (e evening) run(t *testing.T) {
	home := t.TempDir()
	secret, dir := secretFile(t, home), filepath.Join(home, "vault")
	draft := filepath.Join(home, "draft.txt")
	if err := os.WriteFile(draft, []byte(e.old), 0o600); err != nil {
		t.Fatal(err)
	}
	services(t, home, "new", "--vault", dir, "--passphrase-file", secret, "--title", "Evening", "--name", "Anna", "--role", "head")
	services(t, home, "import", draft, "--vault", dir, "--passphrase-file", secret, "--lang", string(e.lang), "--symbol", "A/1")
	e.annotate(t, dir)
	w := openWindow(t, home, "--vault", dir, "--passphrase-file", secret, "--theme", "light", "--lang", string(e.lang))
	w.until("the text", func() bool { p, err := w.look(); return err == nil && isReading(p) })
	w.still()
	e.writes(w, dir)
	e.imports(w, dir)
	e.works(w, dir)
	w.quit()
	services(t, home, "verify", "--vault", dir, "--passphrase-file", secret)
	e.check(t, dir)
	report := filepath.Join(home, "report.pdf")
	services(t, home, "report", "--vault", dir, "--passphrase-file", secret, "--lang", string(e.lang), "--internal", "--out", report)
	if info, err := os.Stat(report); err != nil || info.Size() == 0 {
		t.Errorf("there is no report: %v", err)
	}
}

// annotate writes comments, approved positions and proposals on provisions from
// one end of the text to the other.
func (e evening) annotate(t *testing.T, dir string) {
	e.withDesk(t, dir, func(ctx context.Context, d *desk.Desk) {
		for i, p := range e.chosen(t, d) {
			words := p.Text[e.lang].Text
			var err error
			switch i % 3 {
			case 0:
				runes := []rune(words)
				_, err = d.Comment(ctx, p.ID, data.NewAnchor(e.lang, words, len(runes)/3, len(runes)/2), note(i))
			case 1:
				err = d.SetPosition(ctx, data.Position{Provision: p.ID, Stance: data.StanceSupport, InternalReasons: note(i)})
				if err == nil {
					err = d.Submit(ctx, p.ID)
				}
				if err == nil {
					err = d.Approve(ctx, p.ID, "")
				}
			case 2:
				_, err = d.Propose(ctx, data.Proposal{
					Provision: p.ID, Kind: data.ProposalModify, Ours: true,
					Base: data.Words{e.lang: words}, Wording: data.Words{e.lang: words + " " + note(i)},
				})
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	})
}

func note(i int) string { return "note " + strconv.Itoa(i) }

// chosen are as many provisions with words of their own as are to be annotated.
func (e evening) chosen(t *testing.T, d *desk.Desk) (list []data.Provision) {
	text, err := d.Current()
	if err != nil {
		t.Fatal(err)
	}
	var all []data.Provision
	for _, p := range text.Provisions {
		if len([]rune(p.Text[e.lang].Text)) > 30 {
			all = append(all, p)
		}
	}
	for i := range e.annotated {
		list = append(list, all[i*len(all)/e.annotated])
	}
	return list
}

// writes comments on provisions, each found by its number.
func (e evening) writes(w *window, dir string) {
	for i, number := range e.numbers {
		w.goTo(number, string(e.lang))
		w.shows("the comments", func() { w.press("ctrl+m") })
		w.shows("the comment", func() { w.write(note(e.annotated + i)) })
		w.saves(dir, "the comment", func() { w.press("ctrl+Return") })
		w.press("Escape")
	}
}

// imports takes in the new revision, after which the page about it opens by
// itself.
func (e evening) imports(w *window, dir string) {
	w.shows("the page for a pasted text", func() { w.press("ctrl+shift+v") })
	w.shows("the pasted text", func() { w.paste(e.new) })
	w.shows("the review", w.clickPrimary)
	w.saves(dir, "the new revision", w.clickPrimary)
	w.insists("what needs a person", asksForADecision, "2")
}

// works decides one after the other, takes the first decision back once, and then
// approves anew what only has another number.
func (e evening) works(w *window, dir string) {
	w.takes(dir, "the first decision", "s")
	w.takes(dir, "its undoing", "ctrl+z")
	w.until("the first one again", func() bool { p, err := w.look(); return err == nil && asksForADecision(p) })
	for pressed := 0; asksForADecision(w.still()); pressed++ { // a key that comes too early decides the next, or nothing
		if pressed > 200 {
			w.t.Fatal("there is no end to the queue")
		}
		w.press("s")
		w.still()
	}
	for range 3 { // and so does one that is lost
		w.press("r")
		w.still()
	}
}

// takes presses a key until the journal has grown: a busy window can lose one.
func (w *window) takes(vault, what, key string) {
	w.t.Helper()
	const hearing = 8 * time.Second
	before := folderSize(filepath.Join(vault, "journal"))
	var pressed time.Time
	w.until(what+" in the journal", func() bool {
		if folderSize(filepath.Join(vault, "journal")) > before {
			return true
		}
		if time.Since(pressed) > hearing {
			w.press(key)
			pressed = time.Now()
		}
		return false
	})
	w.still()
}

// asksForADecision knows the queue by the primary button above the words of what
// waits.
func asksForADecision(p picture) bool {
	n := 0
	for y := 200; y < 340; y++ {
		for x := range wide {
			i := 3 * (y*wide + x)
			if r, g, b := int(p.pixels[i]), int(p.pixels[i+1]), int(p.pixels[i+2]); r < 60 && g > 60 && g < 120 && b > 120 && b < 190 {
				n++
			}
		}
	}
	return n > 900 && p.confidential() > 2000
}

// confidential counts the pixels of the ground of confidential frames.
func (p picture) confidential() int {
	n := 0
	for i := 0; i+2 < len(p.pixels); i += 3 {
		if p.pixels[i] == 0xfd && p.pixels[i+1] == 0xf3 && p.pixels[i+2] == 0xf7 {
			n++
		}
	}
	return n
}

// check asks the vault what was decided, and that nothing was lost.
func (e evening) check(t *testing.T, dir string) {
	e.withDesk(t, dir, func(ctx context.Context, d *desk.Desk) {
		text, err := d.Current()
		if err != nil {
			t.Fatal(err)
		}
		if len(d.Revisions()) != 2 {
			t.Fatalf("%d revisions", len(d.Revisions()))
		}
		if n := len(d.Queue()); n > 0 {
			t.Errorf("%d still wait for a decision", n)
		}
		decided := 0
		for _, c := range d.Carried(text.Revision.ID) {
			if c.Outcome != data.CarryPerson {
				continue
			}
			decided++
			if c.Choice != data.ChoiceGood || c.By != d.Me().ID {
				t.Errorf("a %s was decided as %q", c.Kind, c.Choice)
			}
		}
		if decided == 0 {
			t.Error("nothing had to be decided: the evening is no test")
		}
		counts := d.CarryCounts(text.Revision.ID)
		t.Logf("%d carried exactly, %d moved, %d decided, %d without a place", counts[data.CarryExact], counts[data.CarryMoved], decided, len(d.Orphans()))
		places := e.found(d, text)
		for i := range e.annotated + len(e.numbers) {
			if places[note(i)] != 1 {
				t.Errorf("%q is found %d times", note(i), places[note(i)])
			}
		}
		for _, l := range d.Lapsed() {
			if l.OnlyNumber {
				t.Error("an approval whose number alone changed was not renewed")
			}
		}
	})
}

// found counts where every note is: on a provision of the text, or among those
// without a place.
func (e evening) found(d *desk.Desk, text *desk.Text) map[string]int {
	places := map[string]int{}
	for _, p := range text.Provisions {
		for _, x := range d.Comments(p.ID) {
			places[x.Text]++
		}
		for _, x := range d.Proposals(p.ID) {
			words := x.Wording[e.lang]
			places[words[strings.LastIndex(words, "note "):]]++
		}
		places[d.Position(p.ID).InternalReasons]++
	}
	for _, c := range d.Orphans() {
		switch a := d.Annotated(c); {
		case a.Thread != nil:
			places[a.Thread.Text]++
		case a.Proposal != nil:
			words := a.Proposal.Wording[e.lang]
			places[words[strings.LastIndex(words, "note "):]]++
		case a.Position != nil:
			places[a.Position.InternalReasons]++
		}
	}
	for _, c := range d.Carried(text.Revision.ID) { // beside what is there already
		if a := d.Annotated(c); a.Position != nil && c.Reason == "carry.reason.occupied" {
			places[a.Position.InternalReasons]++
		}
	}
	return places
}

// withDesk opens the vault without the program. One that is still being closed is
// waited for.
func (e evening) withDesk(t *testing.T, dir string, use func(context.Context, *desk.Desk)) {
	t.Helper()
	ctx := context.Background()
	for deadline := time.Now().Add(patience); ; time.Sleep(100 * time.Millisecond) {
		v, err := vault.Open(ctx, dir, vault.Options{Passphrase: []byte(passphrase)})
		if err != nil {
			if time.Now().After(deadline) {
				t.Fatal(err)
			}
			continue
		}
		defer v.Close()
		d, err := desk.Open(ctx, v)
		if err != nil {
			t.Fatal(err)
		}
		use(ctx, d)
		return
	}
}
