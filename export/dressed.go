package export

import (
	"encoding/hex"
	"slices"
	"strings"

	"travaux/data"
	"travaux/translations"
)

// Look is how a paper is set, whatever it says.
type Look struct {
	Page    string  // one of data.PageSizes; "": data.PageA4
	Face    string  // one of data.Faces; "": data.FaceSerif
	Size    float64 // of running text in points; 0: as usual, and all other sizes in proportion
	Margins data.Margins
	Logo    []byte // PNG or JPEG, above the name in the letterhead
}

// Dress is what a template says of one kind of paper in one language: as much of it as
// is seen in the paper. It has no field for what else is kept of a template.
type Dress struct {
	Letterhead string            `json:",omitempty"` // address lines, separated by \n
	Logo       Digits            `json:",omitempty"`
	Page       string            `json:",omitempty"`
	Face       string            `json:",omitempty"`
	Size       float64           `json:",omitempty"`
	Margins    data.Margins      `json:",omitzero"`
	Order      []string          `json:",omitempty"`
	Out        []string          `json:",omitempty"`
	Wording    map[string]string `json:",omitempty"`
}

// Digits are bytes that are written as hexadecimal digits: as one word, in which
// nobody finds another by chance.
type Digits []byte

// MarshalText implements encoding.TextMarshaler.
func (d Digits) MarshalText() ([]byte, error) { return hex.AppendEncode(nil, d), nil }

// UnmarshalText reads what MarshalText writes.
func (d *Digits) UnmarshalText(b []byte) (err error) {
	*d, err = hex.DecodeString(string(b))
	return err
}

// DressOf is what a template says of a kind of paper that has those phrases.
func DressOf(t data.Template, kind string, lang data.Lang, phrases []string) Dress {
	d := Dress{
		Letterhead: strings.TrimSpace(t.Letterhead.In(lang)), Logo: t.Logo, Page: t.Page, Face: t.Face, Size: t.Size, Margins: t.Margins,
		Order: t.Order[kind], Out: t.Out[kind],
	}
	for _, id := range phrases {
		if words := strings.TrimSpace(t.Wording[id][lang]); words != "" {
			if d.Wording == nil {
				d.Wording = map[string]string{}
			}
			d.Wording[id] = words
		}
	}
	return d
}

// template is the template of which it is what a kind of paper in a language shows.
func (d Dress) template(kind string, lang data.Lang) data.Template {
	t := data.Template{
		Logo: d.Logo, Page: d.Page, Face: d.Face, Size: d.Size, Margins: d.Margins,
		Order: map[string][]string{kind: d.Order}, Out: map[string][]string{kind: d.Out},
	}
	if d.Letterhead != "" {
		t.Letterhead = data.Words{lang: d.Letterhead}
	}
	return t
}

// plain reports whether nothing is other than usual.
func (d Dress) plain() bool {
	return d.Letterhead == "" && len(d.Logo) == 0 && d.Page == "" && d.Face == "" && d.Size == 0 && d.Margins == data.Margins{} &&
		len(d.Order) == 0 && len(d.Out) == 0 && len(d.Wording) == 0
}

// Worded is the localizer that words the phrases of papers as a template does.
func Worded(t data.Template, loc *translations.Localizer) *translations.Localizer {
	own := map[string]string{}
	for id, words := range t.Wording {
		if w := strings.TrimSpace(words[data.Lang(loc.Lang())]); w != "" {
			own[id] = w
		}
	}
	return loc.Reworded(own)
}

// Dressed is a paper of that kind as a template has it: set in its look, its parts in
// the template's order without those that are left out. What the template does not
// name stays behind what stood before it. It does not word phrases: see Worded.
func Dressed(doc Document, kind string, t data.Template) Document {
	doc.Look = Look{Page: t.Page, Face: t.Face, Size: t.Size, Margins: t.Margins, Logo: t.Logo}
	if lines := strings.TrimSpace(t.Letterhead.In(doc.Lang)); lines != "" {
		doc.Blocks = slices.Clone(doc.Blocks)
		for i, b := range doc.Blocks {
			if l, ok := b.(Letterhead); ok {
				l.Lines = strings.Split(lines, "\n")
				doc.Blocks[i] = l
			}
		}
	}
	return doc.arranged(t.Order[kind], t.Out[kind])
}

// arranged puts the parts of a document into an order.
func (d Document) arranged(order, out []string) Document {
	if len(d.Parts) == 0 {
		return d
	}
	rest := slices.Clone(d.Parts)
	var parts []Part
	for _, id := range order {
		if i := slices.IndexFunc(rest, func(p Part) bool { return p.ID == id }); i >= 0 {
			parts = append(parts, rest[i])
			rest = slices.Delete(rest, i, i+1)
		}
	}
	for _, p := range rest { // behind the part that stood before it
		at := 0
		if i := slices.Index(d.Parts, p); i > 0 {
			at = slices.Index(parts, d.Parts[i-1]) + 1
		}
		parts = slices.Insert(parts, at, p)
	}
	blocks := slices.Clone(d.Blocks[:d.Parts[0].From])
	var now []Part
	for _, p := range parts {
		if slices.Contains(out, p.ID) {
			continue
		}
		now = append(now, Part{p.ID, len(blocks)})
		blocks = append(blocks, d.Blocks[p.From:d.partEnd(p)]...)
	}
	d.Blocks, d.Parts = blocks, now
	return d
}

// partEnd is the block before which a part ends.
func (d Document) partEnd(p Part) int {
	i := slices.Index(d.Parts, p)
	if i+1 < len(d.Parts) {
		return d.Parts[i+1].From
	}
	return len(d.Blocks)
}
