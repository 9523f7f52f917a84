// Package library is the page on which agreed language is looked for: paragraphs
// with certain words, the earlier wordings that are nearest to words of ours with
// what differs, the documents themselves, and quotations in our drafts that do not
// say what their source says.
//
// It is an area of the window and imports no other area.
package library
