// Package amend computes what becomes of amendments to a treaty in force: majorities
// with their arithmetic, deadlines, acceptance, entry into force for each party, and
// the text as it binds a party on a day.
//
// It imports data, data/force, data/redline and data/text. Everything in it is a pure
// function of the treaty, the instruments, the amendments, the acts on them and a day;
// no number of any one treaty is in the code.
//
// Invariants:
//   - what happens after a day is not known on that day;
//   - a fraction of a number of parties is rounded up; "more than" a fraction is at
//     least one more;
//   - who abstains or is absent is not among those present and voting;
//   - nobody is bound by an amendment before it is bound by the treaty;
//   - an edit that has no place in the text changes nothing and is reported;
//   - what no edit concerns stays as it is, letter by letter.
package amend
