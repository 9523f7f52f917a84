// Package concordance is the page that sets the language versions of the current
// text side by side and lists where they do not say the same: what the program
// finds (data/concord) and what a person saw. Each place is confirmed, with the
// words as they should be, or dismissed; from what is confirmed the note on errors
// and non-concordance is made (Vienna Convention on the Law of Treaties, article 79).
//
// It imports app/room, app/page, app/look, app/textview, export and the desk; it
// never imports another area.
//
// Invariants: a decision holds as long as the versions say there what they said;
// what is typed is kept until it is a decision or given up; the comparison runs off
// the window's goroutine and is made anew only where the text is another one.
package concordance
