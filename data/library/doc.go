// Package library finds agreed language: in the paragraphs of consensus
// reports, resolutions and treaties, the earlier wordings that are nearest to
// words of ours, the paragraphs that hold certain words, and where a quotation
// does not say what its source says.
//
// It imports data, data/redline and data/search, and keeps nothing: what it is
// given it holds in memory.
//
// Invariants:
//   - what is found is verbatim, with the runes of the paragraph it stands at;
//   - the same paragraphs and the same words always give the same answer;
//   - a Shelf does not change once it is built and may be asked from any
//     goroutine; it gives every paragraph that was put into it back as it was.
//
// How the nearest is found: words and pairs of neighbouring words, the rarer
// the heavier, name the candidates through an inverted index; these are then
// laid beside the words asked for, in order (a local alignment), and that
// decides. A Chinese character is a word.
package library
