package data

import (
	"bytes"
	"encoding/hex"
	"image"
	_ "image/jpeg" // logos are of these kinds
	_ "image/png"
	"slices"
	"strings"
)

// PaperOrder is what a paper is to be made of: which kind it is, and what each kind
// asks besides. The program keeps it with every paper, so that the same one can be
// made again. Fields that the kind does not ask for mean nothing.
type PaperOrder struct {
	Kind     string // of export/paper
	Date     Date   // on the paper; zero: of the day on which it is made
	Template ID     // by which it is set; zero: as the program sets it

	ApprovedOnly bool     // of our positions, only those whose approval is in force
	Original     bool     // what is not there in the language of the paper is given in its original language, with a note
	Provisions   []ID     // it speaks of; none: of all
	Style        string   // where the kind has several
	Revisions    []ID     // of the text that it compares, oldest first
	Speech       ID       // that it writes out
	States       []string // codes of those with whom the delegation hands it in; of a compilation: whose proposals it has; none: all
	Issues       []ID     // of the matrix; none: all

	Title Words // of what the delegation writes itself
	Words Words // its text; a line break parts paragraphs

	Addressee string // of a letter: in the family "addressee"
	Note      bool   // a note verbale and no letter
	Signed    string // name of who signs a letter
	Capacity  Words  // in which he or she does

	Bound []PaperOrder // the papers that a briefing book binds, in their order
}

// Paper is one that was made: what it was made of, which draft of it this is, and a
// certificate for each file that was handed over.
type Paper struct {
	Entry
	Order   PaperOrder
	Name    string // of the files, without language and ending
	Series  ID     // the first paper of those that are drafts of one another; zero: itself
	Draft   int    // number among them, from 1
	Langs   []Lang
	Formats []string // ids of export.Format
	Files   []Certificate
}

// Certificate says what was checked of a file before it was handed over: it was read
// back whole, and no secret was found in it.
type Certificate struct {
	Name     string // of the file, without folder
	Format   string // id of export.Format
	Lang     Lang
	Digest   Fingerprint // of its bytes
	Size     int         // in bytes
	Letters  int         // letters and digits that were read back from it
	Searched int         // secrets that were looked for; 0 of what may hold them
	Ours     bool        // it is for the delegation, and was checked for its marking
}

// PaperRight is what a role needs to make papers: those for the outside, or those for
// us, which whoever reads our positions may make.
func PaperRight(ours bool) Right {
	if ours {
		return RightReadPositions
	}
	return RightPaper
}

// Ours reports whether all its files are for the delegation.
func (p *Paper) Ours() bool {
	return len(p.Files) > 0 && !slices.ContainsFunc(p.Files, func(f Certificate) bool { return !f.Ours })
}

// SeriesID is which drafts it belongs to.
func (p *Paper) SeriesID() ID {
	if p.Series.IsZero() {
		return p.ID
	}
	return p.Series
}

// Check refuses a paper of which nothing is known.
func (p *Paper) Check() error {
	if p.Order.Kind == "" || len(p.Langs) == 0 || p.Draft < 1 {
		return E(CodeInput, "what", "paper")
	}
	return nil
}

// Concerns are the provisions it speaks of.
func (p *Paper) Concerns() []ID { return p.Order.Provisions }

// Sentence is what it is called, and below that each of its files with the digest by
// which anybody can tell it from others.
func (p *Paper) Sentence() string {
	words := p.Name
	for _, f := range p.Files {
		words += "\n" + f.Name + "\n" + "SHA-256 " + hex.EncodeToString(f.Digest[:])
	}
	return words
}

// Audience is that of its kind.
func (p *Paper) Audience() Audience { return AudienceAll }

// Sayings are its name, and what the delegation wrote for it.
func (p *Paper) Sayings() []Saying {
	return append(together(p.Order.Title, p.Order.Words), saying("", p.Name))
}

// Template is how the delegation's papers look and what they are made up of.
type Template struct {
	Entry
	Name       string
	Usual      bool    // papers are made by it unless another one is chosen
	Letterhead Words   // address lines, separated by \n; none: those of the negotiation
	Logo       []byte  // PNG or JPEG; none: no logo
	Face       string  // one of Faces; "": FaceSerif
	Size       float64 // of running text in points; 0: as usual
	Page       string  // one of PageSizes; "": PageA4
	Margins    Margins
	Order      map[string][]string // by kind of paper: its parts, in the order in which they stand
	Out        map[string][]string // by kind of paper: its parts that are left out
	Wording    map[string]Words    // by the catalogue's id of a phrase: how the delegation words it
}

// Margins are in millimetres; 0: as usual.
type Margins struct{ Top, Bottom, Side float64 }

// Faces in which papers are set.
const (
	FaceSerif = "serif"
	FaceSans  = "sans"
)

// Sizes of paper: ISO 216, and ANSI/ASME Y14.1 A.
const (
	PageA4     = "a4"
	PageLetter = "letter"
)

// Faces and PageSizes in the order in which they are offered.
var (
	Faces     = []string{FaceSerif, FaceSans}
	PageSizes = []string{PageA4, PageLetter}
)

// What margins and type may be: less or more cannot be set.
const (
	MarginLeast, MarginMost = 10.0, 60.0 // millimetres
	SizeLeast, SizeMost     = 8.0, 16.0  // points
	LogoMost                = 512 << 10  // bytes
	logoPixels              = 8 << 20
)

// Check refuses a template without a name, and measures that cannot be set.
func (t *Template) Check() error {
	within := func(v, least, most float64) bool { return v == 0 || v >= least && v <= most }
	switch m := t.Margins; {
	case strings.TrimSpace(t.Name) == "":
		return E(CodeWordless)
	case !within(m.Top, MarginLeast, MarginMost) || !within(m.Bottom, MarginLeast, MarginMost) || !within(m.Side, MarginLeast, MarginMost):
		return E(CodeInput, "what", "margin")
	case !within(t.Size, SizeLeast, SizeMost):
		return E(CodeInput, "what", "size")
	case len(t.Logo) > 0:
		return CheckLogo(t.Logo)
	}
	return nil
}

// Codes of pictures that cannot be a logo.
const (
	CodeLogo      Code = "template.logo"       // it is no PNG or JPEG, or is damaged
	CodeLogoLarge Code = "template.logo-large" // of more than LogoMost, or of too many pixels
)

// CheckLogo refuses what cannot be drawn in a letterhead.
func CheckLogo(picture []byte) error {
	if len(picture) > LogoMost {
		return E(CodeLogoLarge)
	}
	size, kind, err := image.DecodeConfig(bytes.NewReader(picture))
	if err != nil || kind != "png" && kind != "jpeg" || size.Width < 1 || size.Height < 1 {
		return E(CodeLogo).Because(err)
	}
	if size.Width > logoPixels/size.Height {
		return E(CodeLogoLarge)
	}
	if _, _, err := image.Decode(bytes.NewReader(picture)); err != nil {
		return E(CodeLogo).Because(err)
	}
	return nil
}

// Concerns is no provision.
func (t *Template) Concerns() []ID { return nil }

// Sentence is its name.
func (t *Template) Sentence() string { return t.Name }

// Audience is that of its kind.
func (t *Template) Audience() Audience { return AudienceAll }
