// Package data is the domain: what a negotiation is made of (texts, comments,
// instructions, positions, approvals, members), the rules that hold for them
// and the errors a person can meet.
//
// It imports nothing of the program and no third-party library; everything
// else may import it. Its values are plain: no locks, no goroutines, no I/O.
//
// Invariants held here and relied on everywhere:
//   - an identity (ID) is random and permanent; a printed number is never one;
//   - offsets into text are counted in runes of the verbatim text;
//   - a type whose name begins with Public has no field that can hold
//     confidential material.
package data
