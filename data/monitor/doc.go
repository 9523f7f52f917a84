// Package monitor computes how far a treaty is fulfilled: which reports and
// obligations are due from whom and since when, how assessments add up, and who
// reviews whom by lot.
//
// It imports data and data/force. Everything in it is a pure function of records
// and a day; no number of any one treaty is in the code.
//
// Invariants:
//   - nobody owes what fell due before the treaty was in force for it, or after
//     it has left;
//   - of several assessments of one obligation of one party in one cycle, the
//     latest counts;
//   - a draw with the same rules, parties and seed has the same result, in
//     whatever order the parties are given.
package monitor
