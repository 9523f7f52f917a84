// Package force computes who is bound by a treaty and since when: entry into force
// by the numbers of its own clause, signatures, instruments, denunciations.
//
// It imports data alone. Everything in it is a pure function of the treaty, the
// instruments and a day; no number of any one treaty is in the code.
//
// Invariants:
//   - a period that is counted in days "on the ninetieth day after" begins the day
//     after the event; one that is counted in months ends on the day of the same
//     number, or on the last day of a shorter month;
//   - what was deposited after a day is not known on that day;
//   - nobody counts twice, whatever it deposited.
package force
