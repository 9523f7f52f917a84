// Package desk is the three panes of the main window: the outline of the text,
// the text itself, and the side panel with all that the delegation holds on the
// selected provision.
//
// Each pane fetches what it shows off the window's goroutine (pure functions
// over data/desk, tested without Fyne) and then sets its widgets. It imports
// app/room, app/look, app/textview, data and translations' Localizer (through
// the room), and no other area of the window.
//
// Invariants:
//   - what a person types is on the disk within half a second (see pad), and is
//     written as an act when the field is left;
//   - instructions, internal reasons, remarks, comments and the history stand
//     inside a look.Frame, so that one key blanks them all;
//   - the text of a provision is shown verbatim: marks are laid over it.
package desk
