// Package hyphenation tells where a word may be divided at the end of a line, in the
// four of the six languages that divide words, by Liang's algorithm and the
// patterns of TeX.
//
// The files in files/ are those of hyph-utf8 as TeX has them, untouched: who made
// them and under which licence stands at the head of each (MIT; that of Russian is
// LPPL, whose text lies beside it). A file is read when its language is first
// asked for. The package imports nothing of ours.
package hyphenation
