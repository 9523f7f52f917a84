// Package mandate shows an instruction from capital as every area of the window
// does: its words, what it orders, how long it holds, what is to be told beside it
// (lapsed, superseded, contradicted, each with its rule), and who has read it.
//
// It imports app/room, app/look and the desk; the side panel and the page of all
// instructions import it. All calls belong to the window's goroutine.
package mandate
