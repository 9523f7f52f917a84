package revisions

import (
	"fyne.io/fyne/v2"

	"travaux/app/room"
	"travaux/data"
)

// tab is one of the things that the page shows of a revision. It is made for
// one revision and thrown away with it. Making one is quick; what it shows it
// reads in Refresh.
type tab interface {
	Title() string             // translated
	Object() fyne.CanvasObject // the same every time
	Focus()                    // gives the keyboard to what is worked with
	Refresh()                  // shows the desk as it is now; called before the tab is first seen
	Keys() []room.Key          // for the sheet of shortcuts; must not touch the tab
}

// against is a tab that compares the revision with an earlier one: it is told
// which, before it is refreshed; zero is the one before.
type against interface{ Against(earlier data.ID) }

// counting is a tab that has a number at its title: how much waits in it.
type counting interface{ Count() int }

// keyed is a tab that takes keys while nothing on the page has a use for them.
type keyed interface{ Key(key fyne.KeyName) bool }

// tabsOf are the tabs of the page in their order.
func tabsOf(r *room.Room, revision data.ID, p *Page) []tab {
	return []tab{
		newChangesTab(r, revision, &p.memory),
		newQueueTab(r, revision, &p.memory),
		newTakenTab(r, revision, func() { p.page.Leave() }),
		newConvergenceTab(r, func() { p.page.Leave() }),
	}
}

// Keys are the keys of the page that are no commands.
func Keys() []room.Key {
	all := []room.Key{
		{Where: "revisions.title", Keys: []string{"1", "2", "3", "4"}, Title: "keys.revisions.tab"},
		{Where: "revisions.title", Keys: []string{string(saveKey)}, Title: "revisions.save"},
		{Where: "revisions.title", Keys: []string{string(reportKey)}, Title: "report.form.title"},
	}
	for _, t := range []tab{(*changesTab)(nil), (*queueTab)(nil), (*takenTab)(nil), (*convergenceTab)(nil)} {
		all = append(all, t.Keys()...)
	}
	return all
}
