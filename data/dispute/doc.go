// Package dispute computes where a dispute stands on the ladder of its means: which
// of them can be used and since when, what is under way, whose consent is lacking,
// what has run out, who is bound to what by when.
//
// It imports data and data/force. Everything in it is a pure function of the
// dispute, its steps and a day; no clause of any one treaty is in the code, and the
// patterns that it offers are values.
//
// Invariants:
//   - what happened after a day is not known on that day;
//   - the order in which steps were written down does not matter, their dates do;
//   - a means is never open before what opens it has happened;
//   - with the consent of all parties every means can be used at any time: the
//     Charter leaves the choice to them.
package dispute
