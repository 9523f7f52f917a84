// Package segment finds where text may be divided: lines by UAX #14, clusters
// and words by UAX #29 (Unicode 15), with the conventions of UN documents in
// the six official languages on top.
//
// Breaks starts from github.com/go-text/typesetting/segmenter, whose rules are
// those of the standard, and then forbids or allows single places; every such
// rule is one function, and tailor.go lists them all. The package imports
// nothing of ours and keeps no state.
//
// Invariants, held by fuzz tests: offsets are rune offsets, strictly ascending;
// no line break falls inside a cluster; a mandatory break is never lost.
package segment
