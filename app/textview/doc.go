// Package textview holds the widgets that show and edit treaty text in every
// script: Document, a virtualised scroller of marked blocks; Editor and Field,
// for wording, comments and all other words a person types.
//
// Layout is translations/typeset's, painting is app/look/ink's; stock Fyne
// entries cannot place a caret in Arabic and slow down with length.
//
// Offsets are rune offsets into Block.Text or Editor.Text. All calls belong to
// the window's goroutine. The package imports app/look, translations/typeset and
// data/redline, and no other part of the window.
package textview
