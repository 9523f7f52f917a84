package data

// Kind says what part of a treaty text a provision is.
type Kind string

// Kinds of provision, from the outside inwards.
const (
	KindResolution Kind = "resolution" // container: the resolution that adopts the instrument
	KindTitle      Kind = "title"      // title of the instrument
	KindPreamble   Kind = "preamble"   // container of the preambular paragraphs
	KindRecital    Kind = "recital"    // preambular paragraph (PP)
	KindFormula    Kind = "formula"    // "Have agreed as follows:"
	KindPart       Kind = "part"       //
	KindChapter    Kind = "chapter"    //
	KindSection    Kind = "section"    //
	KindArticle    Kind = "article"    //
	KindParagraph  Kind = "paragraph"  // numbered or unnumbered paragraph; its text is the chapeau if a list follows
	KindPoint      Kind = "point"      // subparagraph of any level
	KindFlush      Kind = "flush"      // text after a list that belongs to the paragraph before it
	KindAnnex      Kind = "annex"      //
	KindNote       Kind = "note"       // interpretative note
	KindFootnote   Kind = "footnote"   //
	KindText       Kind = "text"       // anything the parser could not place
)

// Provision is a place in one revision of a text: one node of its outline.
// Its ID is the same in every revision and language; all else is data about
// it in this revision.
type Provision struct {
	ID       ID
	Revision ID
	Parent   ID     // zero for the outermost
	Kind     Kind   //
	Path     string // language-neutral, e.g. "ch2/art7/3/b"
	Order    int    // document order, from 0, without gaps
	Depth    int    // 0 for the outermost
	Text     map[Lang]Rendering
}

// Rendering is a provision in one language, verbatim.
type Rendering struct {
	Label   string    // as printed: "Article 7", "(b)", "第七条"; "" if unnumbered
	Heading string    // title of an article or chapter
	Text    string    // body, with tracked insertions and deletions both in it
	Tracked []Tracked // the tracked changes of a Word file, in order, not overlapping
	Doubts  []string  // ids of what the parser was unsure of; shown for review
}

// In returns the rendering in the wanted language, or, where there is none,
// in the first language (English first, then UN order) that has one, and
// which language that is.
func (p Provision) In(lang Lang) (Rendering, Lang) {
	if r, ok := p.Text[lang]; ok {
		return r, lang
	}
	for _, l := range append([]Lang{English}, Langs...) {
		if r, ok := p.Text[l]; ok {
			return r, l
		}
	}
	return Rendering{}, lang
}

// TrackKind says what a tracked change does.
type TrackKind string

// The tracked changes that a text keeps.
const (
	TrackInserted TrackKind = "inserted"
	TrackDeleted  TrackKind = "deleted"
)

// Tracked is a tracked change of the source file over the runes [Start, End)
// of the text.
type Tracked struct {
	Start, End int
	Kind       TrackKind
	Author     string
	Date       string // as in the file (ISO 8601)
}

// RevisionKind says what sort of negotiating text a revision is
// (reference: life of a draft in UN practice).
type RevisionKind string

// Kinds of negotiating text.
const (
	RevisionElements     RevisionKind = "elements"
	RevisionZero         RevisionKind = "zero"
	RevisionCompilation  RevisionKind = "compilation"
	RevisionConsolidated RevisionKind = "consolidated"
	RevisionRolling      RevisionKind = "rolling"
	RevisionRevised      RevisionKind = "revised"
	RevisionChair        RevisionKind = "chair"
	RevisionNonPaper     RevisionKind = "non-paper"
	RevisionClean        RevisionKind = "clean"
	RevisionAdopted      RevisionKind = "adopted"
	RevisionBeside       RevisionKind = "beside" // no revision of the draft: the text of another instrument, such as a treaty in force or a protocol
)

// RevisionKinds holds all kinds in the order of a text's life.
var RevisionKinds = []RevisionKind{
	RevisionElements, RevisionZero, RevisionCompilation, RevisionConsolidated, RevisionRolling,
	RevisionRevised, RevisionChair, RevisionNonPaper, RevisionClean, RevisionAdopted, RevisionBeside,
}

// Revision is one issue of the text. It never changes once imported, except
// that further language versions of the same issue may be joined to it.
type Revision struct {
	ID      ID
	Symbol  string // document symbol, e.g. "A/AC.291/22/Rev.1"
	Date    Date
	Kind    RevisionKind
	Sources []Source // one for every language version, in UN order of languages
}

// Langs returns the languages the revision exists in, in UN order.
func (r Revision) Langs() []Lang {
	var out []Lang
	for _, l := range Langs {
		for _, s := range r.Sources {
			if s.Lang == l {
				out = append(out, l)
				break
			}
		}
	}
	return out
}

// Source is a file a language version came from. Its bytes are kept in the
// vault under its digest.
type Source struct {
	Lang   Lang
	Name   string // file name without folders
	Format string // "akn", "docx", "html", "text"
	Size   int
	SHA256 [32]byte
}
