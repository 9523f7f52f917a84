// Package revisions is the page for the day a new revision is issued: what
// changed since the one before, what needs a person, what was taken from the
// proposals, and how the text converges; and the page that writes the report on
// it.
//
// It imports app/room, app/page, app/look, app/textview, the desk and the papers;
// it never imports another area.
//
// Invariants: the page compares two revisions, an earlier and a later one, and
// changes neither; whatever a person decides in it is an act at once, so that it
// can be undone like any other; nothing slow runs on the window's goroutine.
package revisions
