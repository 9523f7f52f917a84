//go:build window

package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"travaux/app/capital"
	"travaux/data"
	"travaux/data/desk"
	"travaux/data/states"
	"travaux/data/tally"
)

// replay is a meeting of two hours, written down at the speed of the keyboard in
// the real window, a day after another that is already in the vault.
type replay struct {
	t                   *testing.T
	home, vault, secret string
	where               []string // numbers of the provisions
	before, said        []intervention
	day, dayBefore      data.Date
}

// articles of the draft, of two paragraphs each.
const articles = 8

func newReplay(t *testing.T) *replay {
	home := t.TempDir()
	r := &replay{t: t, home: home, vault: filepath.Join(home, "vault"), secret: secretFile(t, home)}
	now := time.Now().UTC()
	r.day, r.dayBefore = data.DateOf(now), data.DateOf(now.AddDate(0, 0, -1))
	draft := "Draft Convention on the Sharing of Weather Signals\n"
	for i := 1; i <= articles; i++ {
		draft += fmt.Sprintf("\nArticle %d\nSignal %d\n\n1. Each State Party shall share signal %d.\n\n2. It may do so by any means.\n", i, i, i)
		r.where = append(r.where, fmt.Sprintf("%d.1", i), fmt.Sprintf("%d.2", i))
	}
	file := filepath.Join(home, "draft.txt")
	if err := os.WriteFile(file, []byte(draft), 0o600); err != nil {
		t.Fatal(err)
	}
	services(t, home, "new", "--vault", r.vault, "--passphrase-file", r.secret, "--title", "Weather", "--name", "Anna", "--role", "head")
	services(t, home, "import", file, "--vault", r.vault, "--passphrase-file", r.secret, "--symbol", "A/1", "--lang", "en")
	return r
}

// path is where a provision stands that is numbered so.
func path(number string) string {
	article, paragraph, _ := strings.Cut(number, ".")
	return "art" + article + "/" + paragraph
}

// id is the provision of that number.
func (r *replay) id(k *desk.Desk, number string) data.ID {
	r.t.Helper()
	text, err := k.Current()
	if err != nil {
		r.t.Fatal(err)
	}
	p, ok := text.At(path(number))
	if !ok {
		r.t.Fatalf("there is no %s", number)
	}
	return p.ID
}

func (r *replay) desk(use func(context.Context, *desk.Desk)) {
	r.t.Helper()
	evening{}.withDesk(r.t, r.vault, use)
}

// yesterday is already in the vault.
func (r *replay) yesterday() {
	r.before = script(5, 80, r.where, r.dayBefore)
	r.desk(func(ctx context.Context, k *desk.Desk) {
		began := time.Date(r.dayBefore.Year, r.dayBefore.Month, r.dayBefore.Day, 12, 0, 0, 0, time.UTC)
		var views []data.View
		for i, x := range r.before {
			views = append(views, data.View{
				Provision: r.id(k, x.where), By: data.Speaker{Code: x.by, For: x.group}, Attitude: x.attitude,
				Said: began.Add(time.Duration(i) * 24 * time.Second),
			})
		}
		if _, err := k.RecordViews(ctx, views); err != nil {
			r.t.Fatal(err)
		}
	})
}

// isTyped writes the script line by line into the capture line.
func (r *replay) isTyped(w *window) {
	r.said = script(11, 300, r.where, r.day)
	sitting{lang: "en", meeting: "9th meeting"}.sits(w, r.vault)
	w.shows("the capture line", func() { w.press("ctrl+n") })
	began := time.Now()
	for lines := range slices.Chunk(r.said, 20) {
		var script strings.Builder
		for _, x := range lines {
			fmt.Fprintf(&script, "type --delay 12 '%s'\nkey Return\n", x.line())
		}
		w.attend()
		w.plays(script.String())
	}
	w.rests(r.vault)
	r.t.Logf("%d interventions typed in %s", len(r.said), time.Since(began).Round(time.Second))
}

// plays hands a script of keys to xdotool, without a pause between them.
func (w *window) plays(script string) {
	w.t.Helper()
	c := exec.Command("xdotool", "-")
	c.Stdin = strings.NewReader(script)
	if out, err := c.CombinedOutput(); err != nil {
		w.t.Fatalf("xdotool: %v\n%s", err, out)
	}
}

// rests waits until nothing more is written into the vault.
func (w *window) rests(vault string) {
	w.t.Helper()
	last := int64(-1)
	w.until("rest in the journal", func() bool {
		w.still()
		size := folderSize(filepath.Join(vault, "journal"))
		at := size == last
		last = size
		return at
	})
}

func (r *replay) all() []intervention { return slices.Concat(r.before, r.said) }

// talliesAreRight asks of every State on every provision.
func (r *replay) talliesAreRight() {
	all := r.all()
	r.desk(func(_ context.Context, k *desk.Desk) {
		views := k.AllViews()
		if len(views) != len(all) {
			r.t.Fatalf("%d views in the vault, not %d", len(views), len(all))
		}
		for i, x := range all {
			v := views[i]
			if v.Provision != r.id(k, x.where) || v.By.Code != x.by || v.By.For != x.group || v.Attitude != x.attitude {
				r.t.Errorf("line %d, %q, is recorded as %+v", i+1, x.line(), v)
			}
		}
		of, reg := tally.ByQuestion(views), k.Register()
		for _, where := range r.where {
			got := tally.Of(of[tally.Question{Provision: r.id(k, where)}], reg, time.Time{})
			for _, code := range reg.Counted() {
				if class, want := got.Standing(code).Class(), plainTally(all, where, code, r.day); class != want {
					r.t.Errorf("%s on %s is counted as %q, not %q", code, where, class, want)
				}
			}
		}
	})
}

// matrixIsPrinted opens the page on who is with us, and writes what it shows as a
// paper into the home folder.
func (r *replay) matrixIsPrinted(w *window) {
	w.opens("who is with us", "ctrl+shift+t")
	w.press("shift+Tab", "Tab")
	w.shows("the form of the paper", func() { w.press("Right", "Right") })
	w.press("Tab")
	w.press(slices.Repeat([]string{"Tab"}, 11)...) // support over time, six languages, date, folder, choosing one, making it
	w.press("Return")
	w.until("the paper", func() bool { return len(r.papers()) == 1 })
	w.leaves()
}

func (r *replay) papers() []string {
	// A paper is written beside its place under a name that begins with a dot.
	list, _ := filepath.Glob(filepath.Join(r.home, "[^.]*.pdf"))
	return list
}

// signsOf are the signs of a matrix on paper. One who moved has a star.
var signsOf = map[data.Attitude]string{
	data.AttitudeSupport: "+", data.AttitudeOppose: "−", data.AttitudeFlexible: "~", data.AttitudeQuestion: "?", data.AttitudeReserve: "r",
	tally.Mixed: "±", data.AttitudeSilent: "·",
}

// matrixIsRight reads the paper line by line: every State once on every page of
// columns, with its sign on every provision.
func (r *replay) matrixIsRight() {
	lines := strings.Split(pdftotext(r.t, "-layout", r.papers()[0]), "\n")
	reg := states.Standard()
	const twoLines = "GBR" // its name is wider than the column: the signs stand beside its first line
	for _, code := range reg.Counted() {
		var signs []string
		for _, line := range lines {
			name := reg.Name(code, data.English)
			if code == twoLines {
				name = "United Kingdom of Great Britain and"
			}
			rest, is := strings.CutPrefix(strings.TrimSpace(line), name+"  ")
			if is {
				signs = append(signs, strings.Fields(strings.ReplaceAll(rest, "*", ""))...)
			}
		}
		if len(signs) != len(r.where) {
			r.t.Errorf("%s has %d signs in the matrix: %q", code, len(signs), signs)
			continue
		}
		for i, where := range r.where {
			if want := signsOf[plainTally(r.all(), where, code, r.day)]; signs[i] != want {
				r.t.Errorf("%s on %s stands in the matrix as %q, not %q", code, where, signs[i], want)
			}
		}
	}
}

// reportIsRight asks the report to capital of the day: of every provision it names
// those who moved since the day before, from what to what, and nobody else; and all
// their names are on paper.
func (r *replay) reportIsRight() {
	file := filepath.Join(r.home, "report.pdf")
	services(r.t, r.home, "capital-report", "--vault", r.vault, "--passphrase-file", r.secret, "--lang", "en", "--out", file)
	paper := strings.Join(strings.Fields(pdftotext(r.t, "-raw", file)), "")
	r.desk(func(_ context.Context, k *desk.Desk) {
		from, until := k.ReportDay(r.day)
		report, err := k.CapitalReport(capital.Options(k, data.English, from, until))
		if err != nil {
			r.t.Fatal(err)
		}
		type move struct{ path, who, from, to string }
		var got, want []move
		for _, x := range report.Moved {
			got = append(got, move{x.Path, x.Who, x.From, x.To})
		}
		class := func(said []intervention, where, code string, day data.Date) string {
			switch a := plainTally(said, where, code, day); a {
			case tally.Mixed:
				return "tally.mixed"
			case data.AttitudeSilent:
				return "attitude.none"
			default:
				return "attitude." + string(a)
			}
		}
		for _, where := range r.where {
			for _, p := range k.Register().Parties() {
				if p.Kind != data.PartyMember {
					continue
				}
				before, now := class(r.before, where, p.Code, r.dayBefore), class(r.all(), where, p.Code, r.day)
				if before == now {
					continue
				}
				name := p.Names.In(data.English)
				want = append(want, move{path(where), name, before, now})
				if !strings.Contains(paper, strings.Join(strings.Fields(name), "")) {
					r.t.Errorf("%s moved, and is not in the report on paper", name)
				}
			}
		}
		got = slices.DeleteFunc(got, func(m move) bool { return isObserver(k, m.who) })
		if !slices.Equal(got, want) {
			r.t.Errorf("the report names %d moves, not %d", len(got), len(want))
			for _, m := range got {
				if !slices.Contains(want, m) {
					r.t.Errorf("wrongly in the report: %v", m)
				}
			}
			for _, m := range want {
				if !slices.Contains(got, m) {
					r.t.Errorf("missing in the report: %v", m)
				}
			}
		}
	})
}

// isObserver knows who is shown apart: observers of a group move with it.
func isObserver(k *desk.Desk, name string) bool {
	return slices.ContainsFunc(k.Register().Parties(), func(p data.Party) bool {
		return p.Kind != data.PartyMember && p.Names.In(data.English) == name
	})
}

// pdftotext gives the words of a paper, divided ones whole.
func pdftotext(t *testing.T, mode, file string) string {
	t.Helper()
	out, err := exec.Command("pdftotext", mode, "-enc", "UTF-8", file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return whole.Replace(string(out))
}

// whole joins words that a line divides.
var whole = strings.NewReplacer("\u00AD\n", "", "\u00AD", "")

// TestWindowReplay replays a meeting of 300 interventions at speed in the real
// window and holds what the program makes of it to the plainest count.
func TestWindowReplay(t *testing.T) {
	r := newReplay(t)
	r.yesterday()
	w := openDesk(t, r.home, r.vault, r.secret)
	r.isTyped(w)
	r.matrixIsPrinted(w)
	w.quit()
	r.talliesAreRight()
	r.matrixIsRight()
	r.reportIsRight()
}
