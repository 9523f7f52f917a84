package revisions

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"travaux/app/page/roomtest"
	"travaux/data"
	"travaux/data/desk"
	"travaux/data/vault"
)

func TestMain(m *testing.M) {
	vault.ProbeMain()
	os.Exit(m.Run())
}

// later is roomtest.English as the next revision might have it.
var later = strings.NewReplacer("be lit at dusk", "be lit at dusk and at sea", "Article 2", "Article 3").Replace(roomtest.English)

// issued takes texts in as revisions of consecutive days.
func issued(t *testing.T, b *roomtest.Bench, texts ...string) (all []*desk.Text) {
	t.Helper()
	for i, text := range texts {
		issue := desk.Issue{Symbol: "A/1/Rev." + strconv.Itoa(i), Kind: data.RevisionRevised, Date: data.Date{Year: 2026, Month: 3, Day: i + 1}}
		all = append(all, b.Issue(t, issue, data.English, text))
	}
	return all
}

// issuedLater is issued for a month in which nothing else was.
func issuedLater(t *testing.T, b *roomtest.Bench, texts ...string) (all []*desk.Text) {
	t.Helper()
	for i, text := range texts {
		issue := desk.Issue{Symbol: "A/2/Rev." + strconv.Itoa(i), Kind: data.RevisionRevised, Date: data.Date{Year: 2026, Month: 5, Day: i + 1}}
		all = append(all, b.Issue(t, issue, data.English, text))
	}
	return all
}

func TestThePageComparesTheCurrentRevisionWithTheOneBefore(t *testing.T) {
	b := roomtest.New(t, "en")
	all := issued(t, b, roomtest.English, later, later)
	first, second, third := all[0], all[1], all[2]
	p := Show(b.Room, data.ID{})
	if p.head.earlier() != second.Revision.ID || p.head.later() != third.Revision.ID {
		t.Fatal("not the last two are compared")
	}
	p.head.old.OnChanged(0)
	if p.head.earlier() != first.Revision.ID {
		t.Error("an earlier one cannot be chosen")
	}
	p.head.new.OnChanged(0)
	if p.head.earlier() != first.Revision.ID || p.head.later() != second.Revision.ID {
		t.Error("another later one is not compared with the one before it")
	}
	press := func(name fyne.KeyName) { b.Window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: name}) }
	press(fyne.KeyEscape)
	if b.Page != nil || p.Shown() {
		t.Error("Escape does not close the page")
	}
}

func TestThePageSaysWhatItIsForWhereThereIsNothingToCompare(t *testing.T) {
	for name, imports := range map[string]int{"no revision": 0, "one revision": 1} {
		t.Run(name, func(t *testing.T) {
			b := roomtest.New(t, "fr")
			for range imports {
				b.Import(t, "A/1", data.English, roomtest.English)
			}
			p := Show(b.Room, data.ID{})
			if p.bar != nil || !p.Shown() {
				t.Fatal("tabs are shown for nothing")
			}
			b.Import(t, "A/1/Rev.1", data.English, roomtest.English)
			b.Import(t, "A/1/Rev.2", data.English, later)
			p.Refresh()
			if p.bar == nil {
				t.Error("a revision that has come since is not seen")
			}
		})
	}
}
