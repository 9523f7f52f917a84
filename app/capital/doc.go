// Package capital is the page of what the delegation and capital ask and tell each
// other during a meeting: decisions that are asked for, with their deadlines on the
// clocks of both places, and the report to capital, which is made from the record.
//
// It imports app/room, app/page, app/look, app/textview, export and the desk; it
// never imports another area.
//
// Invariants: all that is asked stands inside a confidential frame; what is typed
// is kept until it is recorded or given up; the report bears its marking on every
// page.
package capital
