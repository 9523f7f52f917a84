// Package textview holds the widgets that show and edit treaty text in every
// script: Document, a virtualised scroller of marked blocks, and Columns of them
// side by side; Editor and Field, for wording, comments and all other words a
// person types.
//
// Layout is translations/typeset's, painting is app/look/ink's; stock Fyne
// entries cannot place a caret in Arabic and slow down with length.
//
// Offsets are rune offsets into Block.Text or Editor.Text. All calls belong to
// the window's goroutine; what LayOutAhead lets run beside it lays out copies and
// hands its results over. The package imports app/look, translations/typeset and
// data/redline, and no other part of the window.
//
// # Typing with an input method
//
// GLFW gives the window composed text only when it is finished: rune by rune, all
// within one turn of the event loop, with nothing of what stood in the candidate
// window before. Editors therefore show no composition; what was handed over at
// once is one step of their history. On Wayland nothing is handed over at all, so
// the program is built for X11. Where an input method fails, pasting serves.
//
// # Pasting
//
// Text from Word and PDF files is cleaned of what nobody sees; see pasted. A paste
// is one step of the history. Fields make one line of it.
package textview
