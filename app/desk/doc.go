// Package desk is the three panes of the main window: the outline of the text,
// the text itself, and the side panel with all that the delegation holds on the
// selected provision.
//
// Each pane fetches what it shows off the window's goroutine (pure functions
// over data/desk, tested without Fyne) and then sets its widgets. It imports
// app/room, app/look, app/page, app/textview, data and translations' Localizer
// (through the room), and no other area of the window.
//
// The three axes of a provision (the text in the room, our position, its
// approval) stand on its row in the outline and are entered with two keys, see
// axes. How the text is looked at is shared by the panes and outlives them, see
// Viewing.
//
// Invariants:
//   - what a person types is on the disk within half a second (see pad), and is
//     written as an act when the field is left;
//   - instructions, internal reasons, remarks, comments, what we can live with and
//     the history stand inside a look.Frame, so that one key blanks them all;
//   - a toast says what was entered, never what we want;
//   - the text of a provision is shown verbatim: marks are laid over it.
package desk
