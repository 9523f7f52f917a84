// Package look is how the window looks and is laid out: the theme (light, dark,
// high contrast; density; text size), colours named by meaning, layouts that
// mirror themselves for right-to-left languages, and the basic widgets.
//
// Every string of the window is drawn by these widgets, through
// translations/typeset; Fyne's own labels put Arabic mixed with numbers in the
// wrong order. Stock Fyne is used where it is right (scrolling, pop-ups, lists,
// dialogs' windows).
//
// A widget asks Current for language, direction, density and sizes whenever it
// lays itself out, so Apply changes the whole window at once; only words must be
// set again by their owner. All calls belong to the window's goroutine.
//
// A widget that takes the keyboard draws a ring while it has it, calls Seen when
// it gets it, and passes on (PassOn) the keys that it has no use for: function
// keys are commands everywhere. One in which others stand is a Holder.
//
// look imports translations/typeset and Fyne, and nothing else of ours.
package look
