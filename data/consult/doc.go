// Package consult computes what is unanswered in the exchange of views between the
// parties, and since when; what is to be done after meetings; and who can be asked.
//
// It imports data alone. Everything in it is a pure function of the records, the
// parties and a day.
//
// Invariants:
//   - what was written after a day is not known on that day;
//   - a question waits for each of those that it was put to until that one has
//     answered, or until whoever asked says that no answer is waited for;
//   - nobody is waited for who asked, and nobody who is no party any more.
package consult
