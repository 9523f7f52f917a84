// Package translations holds every word a person sees, in the six official
// languages of the United Nations, and the habits of writing that go with
// them: plurals, dates, numbers, sorting, quotation marks, citations.
//
// It imports nothing of the program, so that every package that speaks to a
// person may use it. Words live in catalogue/<area>.json, one file per area of
// the program, all six languages side by side; code names them by a stable id.
//
// Invariants, held by tests: every id has all six languages with the same
// placeholders and every plural category of each language; every id that code
// names exists; no id is unused.
package translations
