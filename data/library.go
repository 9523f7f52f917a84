package data

// Work is one document of the library of agreed language: a consensus report, a
// resolution, a treaty.
type Work struct {
	ID     ID
	Symbol string // "A/76/135"; of a treaty without one, its short name
	Title  Words
	Date   Date
	Kind   WorkKind
	Agreed bool // adopted by consensus, or in force: may be relied on as agreed language
	Langs  []Lang
	Author ID
}

// WorkKind says what a document of the library is.
type WorkKind string

// Kinds of documents of the library.
const (
	WorkResolution WorkKind = "resolution"
	WorkReport     WorkKind = "report"
	WorkTreaty     WorkKind = "treaty"
	WorkOther      WorkKind = "other"
)

// WorkKinds holds them in the order in which they are offered.
var WorkKinds = []WorkKind{WorkResolution, WorkReport, WorkTreaty, WorkOther}

// Paragraph is one paragraph of a work, verbatim.
type Paragraph struct {
	Work    ID
	Order   int    // in the document, from 0, the same in all languages where they are joined
	Pointer string // as it is cited, without language: "PP3", "OP7", "para. 71 (g)", "annex, para. 8", "art. 6.2"; "" if it has none
	Text    Words
}
