// Package tally counts who is with us: it turns recorded views into the standing
// of every State on a question, and can say of every number from which statements
// it comes.
//
// It imports data and data/states only. It is pure: the same views and the same
// register give the same tally, in whatever order the views come.
//
// The rules (reference: proponents, groups, tallies), in the order in which they
// decide between two views that concern the same State:
//
//  1. What was said, by the State or by a group for it, goes before what others
//     report of it.
//  2. A national statement goes before one of a group, whenever it was made: who
//     has spoken for himself is not bound by what a group says later, either.
//  3. What is sure goes before what the note-taker was not sure of.
//  4. Of one speaker, or of one group, on the same question the later view
//     replaces the earlier one.
//
// What remains stands side by side: statements of several groups of which a State
// is a member, and, where several questions are counted together, those on each of
// them. If they agree, they count once; if not, the State's standing is mixed,
// which is a class of its own and no attitude.
//
// A group is expanded to its members on the day of the statement, in the zone in
// which its time is given. Who speaks for a group stands with it, whether or not
// it is on the list; of a group that is not in the register only the speaker is
// known. Organizations are never counted as States; one that has the code of a
// group, like the European Union, speaks for its members. Observers are shown
// apart. Who has said nothing is silent, which is a class as well: the classes
// always add up to the number of those counted.
package tally
