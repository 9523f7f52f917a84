// Package page holds what the pages have in common that cover the window's
// body for one task (reviewing a file, making papers, the delegation's
// details): a head with a way out, Escape, columns that mirror themselves, and
// typing that is kept before it becomes an act.
//
// It imports app/room, app/look, app/textview and the desk; areas of the window
// import it, never the other way round. All calls belong to the window's
// goroutine unless said otherwise.
package page
