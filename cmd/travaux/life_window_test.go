//go:build window

package main

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"travaux/data"
	"travaux/data/desk"
)

// life is the invented treaty, carried through its whole life in the real window.
// Every part begins and ends at the panes, with l.w open; all days are typed, so
// that it does not matter when the test runs.
type life struct {
	t                   *testing.T
	w                   *window
	home, vault, secret string
	hasText             bool // the window shows a text as soon as it is open

	parties []string // codes of those whose instruments made the number full
	late    string   // and of one who came when the treaty was in force already
}

// TestWindowLife carries the treaty from the concept to a dispute that is settled.
func TestWindowLife(t *testing.T) {
	l := newLife(t)
	l.opens()
	l.concept()
	l.draft()
	l.adoption()
	l.ratifications()
	l.inForce()
	l.cycle()
	l.amendment()
	l.exchangeOfViews()
	l.dispute()
	l.papers()
}

// What the clause on entry into force of the treaty says, and its days.
const (
	lifeNumber = 40 // instruments
	lifeDelay  = 60 // days after the deposit that makes the number full
	lifeLater  = 30 // days after the deposit of one who comes later
	depositGap = 11 // days from one deposit to the next
)

var (
	lifeAdopted  = data.Date{Year: 2020, Month: 6, Day: 12}
	firstDeposit = data.Date{Year: 2020, Month: 9, Day: 1}
	lateDeposit  = data.Date{Year: 2022, Month: 3, Day: 1}
	lifeInForce  = depositOf(lifeNumber - 1).plus(lifeDelay) // 3 January 2022
	lateInForce  = plainDay(lateDeposit).plus(lifeLater)
)

// lifeTitle is what the treaty is called.
var lifeTitle = data.Words{
	data.Arabic:  "اتفاقية تبادل إشارات الطقس",
	data.Chinese: "气象信号共享公约",
	data.English: "Convention on the Sharing of Weather Signals",
	data.French:  "Convention sur l’échange de signaux météorologiques",
	data.Russian: "Конвенция об обмене метеорологическими сигналами",
	data.Spanish: "Convención sobre el intercambio de señales meteorológicas",
}

// plainDay is a day reckoned with by nothing but the calendar of the standard
// library, beside what the program computes.
type plainDay data.Date

func (d plainDay) plus(days int) plainDay {
	return plainDay(data.DateOf(time.Date(d.Year, d.Month, d.Day+days, 12, 0, 0, 0, time.UTC)))
}

// depositOf is the day on which one of the parties deposits its instrument.
func depositOf(party int) plainDay { return plainDay(firstDeposit).plus(party * depositGap) }

// newLife makes a vault of a negotiation that has only its name, and a report in the
// library.
func newLife(t *testing.T) *life {
	home := t.TempDir()
	l := &life{t: t, home: home, vault: filepath.Join(home, "vault"), secret: secretFile(t, home)}
	services(t, home, "new", "--vault", l.vault, "--passphrase-file", l.secret, "--title", lifeTitle[data.English], "--name", "Anna", "--role", "head")
	file := filepath.Join(home, "report.txt")
	l.must(os.WriteFile(file, []byte(lifeReport), 0o600))
	services(t, home, "library", "add", file, "--vault", l.vault, "--passphrase-file", l.secret, "--symbol", "A/99/7", "--title", "Report on weather signals", "--lang", "en")
	l.desk(func(ctx context.Context, k *desk.Desk) {
		n := k.Negotiation()
		n.Title, n.State = lifeTitle, "NOR"
		l.must(k.SetNegotiation(ctx, n))
		all := k.Register().Counted()
		l.parties, l.late = all[:lifeNumber], all[lifeNumber]
	})
	return l
}

func (l *life) must(err error) {
	l.t.Helper()
	if err != nil {
		l.t.Fatal(err)
	}
}

// opens opens the window on the vault.
func (l *life) opens() {
	l.t.Helper()
	l.w = openWindow(l.t, l.home, "--vault", l.vault, "--passphrase-file", l.secret, "--theme", "light", "--lang", "en")
	l.w.until("the panes", func() bool {
		p, err := l.w.look()
		return err == nil && isDesk(p) && !p.covered() && (!l.hasText || isReading(p))
	})
	l.w.still()
}

// desk looks into the vault without the program: it closes the window, and opens it
// again where it was open.
func (l *life) desk(use func(context.Context, *desk.Desk)) {
	l.t.Helper()
	open := l.w != nil
	if open {
		l.w.press("Escape")
		l.w.still() // a window that has only just come may lose the key that closes it
		l.w.quit()
		l.w = nil
	}
	evening{}.withDesk(l.t, l.vault, use)
	if open {
		l.opens()
	}
}

// treaty is the treaty in the vault.
func (l *life) treaty(k *desk.Desk) data.Treaty {
	l.t.Helper()
	t, ok := k.TheTreaty()
	if !ok {
		l.t.Fatal("there is no treaty in the vault")
	}
	return t
}

// fills writes words into the field that has the keyboard, in the place of what is
// there, and leaves it for the next.
func (l *life) fills(words string) {
	l.t.Helper()
	l.w.press("ctrl+a")
	l.w.write(words)
	l.w.press("Tab")
}

// tabs goes on by so many fields.
func (l *life) tabs(n int) {
	l.t.Helper()
	l.w.press(slices.Repeat([]string{"Tab"}, n)...)
}

// saves acts in the window and waits until the vault has grown.
func (l *life) saves(what string, act func()) {
	l.t.Helper()
	l.w.saves(l.vault, what, act)
}

// paper waits for a file in the home folder whose name matches the pattern in one
// language, and gives its words without the spaces between them.
func (l *life) paper(pattern string) string {
	l.t.Helper()
	marks := strings.NewReplacer("\u202a", "", "\u202b", "", "\u202c", "", "\u2068", "", "\u2069", "")
	return marks.Replace(strings.Join(strings.Fields(inOrder(pdftotext(l.t, "-raw", l.file(pattern)))), ""))
}

// file waits for a file in the home folder. It is written beside its place under a
// name that begins with a dot.
func (l *life) file(pattern string) string {
	l.t.Helper()
	var found string
	deadline := time.Now().Add(patience)
	for found == "" {
		list, err := filepath.Glob(filepath.Join(l.home, pattern))
		if err != nil || time.Now().After(deadline) {
			l.t.Fatalf("there is no %s: %v", pattern, err)
		}
		for _, path := range list {
			if info, err := os.Stat(path); err == nil && info.Size() > 0 {
				found = path
			}
		}
		time.Sleep(60 * time.Millisecond)
	}
	return found
}

// inEveryLanguage reads a paper that was made in the six languages: name is what its
// file is called before the language. Each has to have the words given in its
// language, whatever spaces the lines put between them; in Arabic each word by itself,
// for pdftotext gives them in the order in which they stand from left to right.
func (l *life) inEveryLanguage(name string, words ...data.Words) {
	l.t.Helper()
	for _, lang := range data.Langs {
		paper := l.paper(name + "-" + string(lang) + ".pdf")
		for _, w := range words {
			for _, want := range sought(w, lang) {
				if !strings.Contains(paper, want) {
					l.t.Errorf("%s in %s does not say %q of %q", name, lang, want, w[lang])
				}
			}
		}
	}
}

// sought is what a paper in a language has to have without its spaces to have the words.
func sought(w data.Words, lang data.Lang) []string {
	if lang == data.Arabic {
		return strings.FieldsFunc(w[lang], func(r rune) bool {
			return r != ',' && !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r)
		})
	}
	return []string{strings.Join(strings.Fields(w[lang]), "")}
}

// papers proves that of every paper of the life there is one in each language, and
// that no two of them are the same.
func (l *life) papers() {
	list, err := filepath.Glob(filepath.Join(l.home, "[^.]*.pdf"))
	l.must(err)
	langs := map[string][]string{}
	said := map[string]string{}
	for _, path := range list {
		name := strings.TrimSuffix(filepath.Base(path), ".pdf")
		at := strings.LastIndex(name, "-")
		langs[name[:at]] = append(langs[name[:at]], name[at+1:])
		words := pdftotext(l.t, "-raw", path)
		if other, is := said[words]; is || len(strings.Fields(words)) < 5 {
			l.t.Errorf("%s says nothing, or what %s says", name, other)
		}
		said[words] = name
	}
	for name, in := range langs {
		if len(in) != len(data.Langs) {
			l.t.Errorf("of %s there are papers in %q", name, in)
		}
	}
	l.t.Logf("%d papers, each in %d languages", len(langs), len(data.Langs))
}
