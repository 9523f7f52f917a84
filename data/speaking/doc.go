// Package speaking says how long words take to say, and how they are shortened to
// a time: what a statement in the meeting room is measured by.
//
// It imports nothing of ours but data.
//
// # Pace
//
// Time is counted in words a minute, in Chinese in characters a minute. The
// defaults (Default) are the middle of what is given for statements at the United
// Nations, and no more than a guess: the person sets his own. A number counts one
// word for every two of its digits, for "75/240" is not said in one.
//
// # Cutting
//
// Cut leaves out whole sentences, never words, by rules that can be told in the
// window and that give the same result every time:
//
//  1. The first and the last sentence of a text stay.
//  2. First go examples and repetitions ("for example", "as we have said"), then
//     other sentences, then those that ask for something or quote: each time the
//     last such sentence of the paragraph that takes longest to say. The sentence
//     with which a paragraph begins says what it is about and stays so far.
//  3. Then whole paragraphs go, the last one before the end first: what is first
//     in the order of consideration is said.
//  4. What went and fits again comes back, the last that went first.
//
// Invariants, held by property and fuzz tests: nothing panics; sentences are in
// order, do not overlap and hold every letter of the text; what is left is made of
// whole sentences of the text in their order; a text that fits is not touched.
package speaking
