package data

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode/utf8"
)

// Sheet is a table in which positions or views are worked on by somebody who has no
// desk, and which is read back. It has no field for what is internal.
type Sheet struct {
	Kind   SheetKind
	Lang   Lang // in which names and numbers stand in it
	Rows   []SheetRow
	Faults []SheetFault // of a sheet that was read: what in it cannot be understood
}

// SheetKind says what the rows of a sheet are.
type SheetKind string

// Kinds of sheet.
const (
	SheetPositions SheetKind = "positions"
	SheetViews     SheetKind = "views"
)

// SheetRow is our position on a provision, or a view of somebody on one.
type SheetRow struct {
	At        int // row of the file in which it was read, from 1; 0: in none
	Provision ID
	View      ID // zero: a position, or a view that the desk does not have

	Path, Heading, Text string // of the provision, to be looked at

	Fields map[SheetField]string // what can be worked on
	Was    map[SheetField]string // SheetMark of each field when the row was written
}

// SheetField is what of a row can be worked on: one of the fields below, or one of
// words in a language (In).
type SheetField string

// Fields of rows. Values are ids of their family, days as Date writes them, and words.
const (
	FieldStance   SheetField = "stance"
	FieldWording  SheetField = "wording" // with a language
	FieldReasons  SheetField = "reasons" // with a language
	FieldSources  SheetField = "sources" // with a language
	FieldPlace    SheetField = "place"   // of a view that the desk does not have: the number of a provision
	FieldSpeaker  SheetField = "speaker"
	FieldFor      SheetField = "for" // the group on whose behalf
	FieldAttitude SheetField = "attitude"
	FieldWords    SheetField = "words"
	FieldSaid     SheetField = "said"
	FieldSource   SheetField = "source" // to be looked at
)

// WordFields are those that there are in each language, in the order of their columns.
var WordFields = []SheetField{FieldWording, FieldReasons, FieldSources}

// ViewFields are those of a view, in the order of their columns.
var ViewFields = []SheetField{FieldSpeaker, FieldFor, FieldAttitude, FieldWords, FieldSaid, FieldSource}

// In is a field of words in a language.
func (f SheetField) In(l Lang) SheetField { return f + "/" + SheetField(l) }

// Split takes a field apart; lang is "" for one that is not of words in a language.
func (f SheetField) Split() (field SheetField, lang Lang) {
	name, code, _ := strings.Cut(string(f), "/")
	return SheetField(name), Lang(code)
}

// SheetFault is something in a sheet that cannot be understood. The error says what,
// never the words.
type SheetFault struct {
	Row    int    // from 1; 0: of the whole sheet
	Column string // letters, as programs name it; "": of the whole row
	Err    error
}

// CellText is a text as a cell of a spreadsheet holds it: with one kind of line break,
// and with the pictures (Unicode, U+2400 to U+2421) of characters that XML does not
// allow.
func CellText(s string) string {
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "\uFFFD")
	}
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s)
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n':
			return r
		case r < ' ':
			return '\u2400' + r
		case r == 0x7f:
			return '\u2421'
		case r&0xfffe == 0xfffe:
			return utf8.RuneError
		}
		return r
	}, s)
}

// SameInCell reports whether two texts are the same in a cell, blanks at the end left
// aside.
func SameInCell(a, b string) bool { return inCell(a) == inCell(b) }

func inCell(s string) string { return strings.TrimRight(CellText(s), " \t\n") }

// SheetMark is by which it is known again that a field still says what it said: the
// beginning of the SHA-256 of its text in a cell. It tells nobody what that was.
func SheetMark(text string) string {
	sum := sha256.Sum256([]byte(inCell(text)))
	return hex.EncodeToString(sum[:6])
}

// Marked is the row with the marks of what its fields say.
func (r SheetRow) Marked() SheetRow {
	r.Was = make(map[SheetField]string, len(r.Fields))
	for f, s := range r.Fields {
		r.Was[f] = SheetMark(s)
	}
	return r
}

// SheetState says what taking over a cell means.
type SheetState string

// States of a cell that was read.
const (
	SheetChanged  SheetState = "changed"  // only the sheet has changed it
	SheetConflict SheetState = "conflict" // the desk has changed it meanwhile as well, or what it holds is not all shown
	SheetNew      SheetState = "new"      // a view that the desk does not have
)

// SheetChange is a cell, or of a new view the row, that differs from the desk.
type SheetChange struct {
	Row    SheetRow
	Field  SheetField // "": the whole row
	Before string     // what the desk holds
	After  string
	State  SheetState
	View   View // what a view becomes
	Lang   Lang // in which names stand in it
}
