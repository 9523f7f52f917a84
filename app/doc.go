// Package app is the window: its start page, the three panes, the main menu, the
// palette and the sheet of shortcuts made from one table of commands, undo, long
// work with progress, search, locking. It builds the areas (app/desk, app/intake, app/papers…) and gives
// each a room.Room.
//
// It may import everything but cmd. The vault is opened here, off the window's
// goroutine, and closed before the process ends.
//
// Invariants:
//   - every act of a person is a row of the command table or a button of an
//     area that calls the same function;
//   - everything can be reached and done with the keyboard, and what has it is
//     seen; nothing confidential is among what the palette finds;
//   - locking closes the vault and starts the process anew at the unlock page:
//     that is the only honest way to forget a key in Go;
//   - window titles, toasts and preferences never hold content.
package app
