// Package room is what every area of the window is given to work with: the
// desk, the language, the selection, and the ways to run work, report and ask
// for room on the screen. It also holds what an area tells of itself: the rows of
// the command table, its own keys, and what the palette finds in it.
//
// Areas (app/desk, app/intake, app/papers…) import room; the package app
// imports the areas and wires them. An area never imports another area.
//
// Rules:
//   - widgets are touched on the window's goroutine only; Run is the single
//     visible hop to a worker and back;
//   - nothing confidential goes into a window title or a Toast.
package room

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"travaux/data"
	"travaux/data/desk"
	"travaux/translations"
)

// Room is one open negotiation in one window, in one interface language. When
// the interface language changes the areas are built anew with a new Room
// around the same Desk and Selection.
type Room struct {
	Desk      *desk.Desk
	Loc       *translations.Localizer
	Window    fyne.Window
	Selection *Selection

	// Run does work off the window's goroutine, with a progress bar that can be
	// stopped if it lasts, then calls then on the window's goroutine. An error
	// is shown (translated, with what to do) and then is not called. Tests set
	// it to run at once.
	Run func(work func(ctx context.Context, progress data.Progress) error, then func())
	// Later does something on the window's goroutine after a while. Tests never
	// do it: their window has no goroutine of its own.
	Later func(after time.Duration, do func())
	// Fail shows an error to the person, with what to do.
	Fail func(err error)
	// Toast shows one short sentence for a moment.
	Toast func(text string)
	// Changed tells every area that the desk has changed; they refresh.
	Changed func()
	// Cover fills the window's body with a page of an area (import review,
	// paper), until Uncover.
	Cover   func(page fyne.CanvasObject)
	Uncover func()
	// Import opens the review of a file that was dropped or chosen.
	Import func(name string, content []byte)
	// Edit opens, in the panes, the editor of an annotation on a provision of the
	// current revision; of a position, the annotation is the provision.
	Edit func(kind data.AnnotationKind, annotation, provision data.ID)
	// RedLines opens the page about red lines with a new one on a provision, of the
	// zero ID without one; nil: there is no such page.
	RedLines func(provision data.ID)
	// Open opens the page that a command of the table opens, by the command's title.
	Open func(command string)
	// Issued is told that a revision has become the current one and has others
	// before it.
	Issued func(revision data.ID)
}

// Act runs one act on the desk and refreshes every area after it. An act is a
// durable write: it runs off the window's goroutine like all slow work.
func (r *Room) Act(act func(ctx context.Context) error, then func()) {
	r.Run(func(ctx context.Context, _ data.Progress) error { return act(ctx) }, func() {
		r.Changed()
		if then != nil {
			then()
		}
	})
}

// Selection is what the person is looking at; all areas follow it.
type Selection struct {
	provision data.ID
	lang      data.Lang
	listeners []func()
}

// NewSelection starts with nothing selected, reading in that language.
func NewSelection(lang data.Lang) *Selection { return &Selection{lang: lang} }

// Provision is the selected provision; zero if none.
func (s *Selection) Provision() data.ID { return s.provision }

// Lang is the language in which the text is read. It is independent of the
// interface language.
func (s *Selection) Lang() data.Lang { return s.lang }

// Select selects a provision and tells the listeners, if it is another one.
func (s *Selection) Select(id data.ID) {
	if id != s.provision {
		s.provision = id
		s.tell()
	}
}

// Read changes the language of the text and tells the listeners.
func (s *Selection) Read(lang data.Lang) {
	if lang != s.lang {
		s.lang = lang
		s.tell()
	}
}

// Listen calls f after every change, until Silence.
func (s *Selection) Listen(f func()) { s.listeners = append(s.listeners, f) }

// Silence forgets all listeners; the areas are about to be built anew.
func (s *Selection) Silence() { s.listeners = nil }

func (s *Selection) tell() {
	for _, f := range s.listeners {
		f()
	}
}
