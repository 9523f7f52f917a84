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
	Texts  []WorkText // one for every language, in UN order
}

// WorkText is a work in one language: the file it was read from, and where the
// vault keeps its paragraphs.
type WorkText struct {
	Source          // of the file only what it was; its bytes are not kept
	Packed [32]byte // of the paragraphs as data/library packs them
	Number int      // of paragraphs
}

// In returns the work in a language; ok is false where there is none.
func (w Work) In(lang Lang) (t WorkText, ok bool) {
	for _, t := range w.Texts {
		if t.Lang == lang {
			return t, true
		}
	}
	return WorkText{}, false
}

// Name is what the work is called by in a language: its symbol, or its title
// where it has none.
func (w Work) Name(lang Lang) string {
	if w.Symbol != "" {
		return w.Symbol
	}
	return w.Title.In(lang)
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
	Order   int    // in the document, from 0
	Path    string // in its outline, unique in the work and the same in all its languages, by which they are joined
	Pointer string // as it is cited, without language: "PP3", "OP7", "para. 71 (g)", "annex, para. 8", "art. 6.2"; "" if it has none
	Text    Words
}
