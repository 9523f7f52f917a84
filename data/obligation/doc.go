// Package obligation reads from the words of a treaty who must do what by when, in
// the six languages: it proposes, a person decides.
//
// It imports data and data/redline/strength, which finds the words that bind. Who
// is bound is found in tables of those whom treaties name (actors.go), when in
// tables of periods (due.go). Both are heuristics: what they find on one convention
// in six languages, and on others, is held by tests.
//
// Invariants, held by property and fuzz tests: what is proposed are words of the
// text, in its order; an anchor lies within its provision.
package obligation
