// Package roster says who belongs to the delegation, with which laptops and in
// which role, and since when: it folds the changes that say so into a State. It
// also wraps the keys of audiences for laptops.
//
// It may import data, data/change and age, nothing else of the program, and does
// no I/O.
//
// Invariants:
//   - the state follows from the set of changes, not from the order in which they came;
//   - once a roster was started, only a root laptop writes to it: changes of others
//     have no effect and are named as Broken;
//   - a role counts from the time of the change that gave it;
//   - what a removed laptop wrote after its last change that counts has no effect.
package roster
