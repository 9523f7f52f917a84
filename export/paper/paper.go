// Package paper says which papers a delegation can make, and makes each from what the
// desk holds: a kind and an order give a document in one language, which any format
// writes.
//
// It imports the desk and what it is built on, export, and translations; never a
// format, never a window.
//
// Invariants:
//   - a kind for the outside gets its content from the desk as Public values only;
//   - a kind for the delegation alone gives a document with a Marking;
//   - the same order on the same desk gives the same document.
package paper

import (
	"slices"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/states"
	"travaux/export"
	"travaux/translations"
)

// Kind is one kind of paper.
type Kind struct {
	ID     string   // its name is the catalogue's "paper-kind.<ID>", what it is for "paper-kind.<ID>.hint"
	Ours   bool     // for the delegation alone: every page bears the marking
	Asks   []Ask    // what of an order it heeds, besides language, date and template
	Styles []string // of PaperOrder.Style, the usual one first; catalogue: "paper-style.<style>"
	Parts  []string // that a template can move or leave out, in their usual order
	Words  []string // ids of the phrases that a template can word otherwise

	document func(m maker) (export.Document, error)
	secrets  func(m maker) []data.Secret // nil: all of the desk
}

// Ask is something that an order says and that a kind heeds.
type Ask string

// What kinds ask.
const (
	AskApproved   Ask = "approved"
	AskOriginal   Ask = "original"
	AskProvisions Ask = "provisions"
	AskRevisions  Ask = "revisions"
	AskSpeech     Ask = "speech"
	AskStates     Ask = "states"
	AskIssues     Ask = "issues"
	AskTitle      Ask = "title"
	AskWords      Ask = "words"
	AskLetter     Ask = "letter"
	AskBound      Ask = "bound"
)

// Kinds are all of them in the order in which they are offered.
var Kinds = []Kind{position, statement, amendments, comparison, compilation, nonPaper, joint, explanation, reply, letter, declaration, views, brief, report, matrix, book}

// ByID finds a kind; ok is false for an id that is none's.
func ByID(id string) (k Kind, ok bool) {
	i := slices.IndexFunc(Kinds, func(k Kind) bool { return k.ID == id })
	if i < 0 {
		return k, false
	}
	return Kinds[i], true
}

// Name is how the kind is called.
func (k Kind) Name(loc *translations.Localizer) string { return loc.Name("paper-kind", k.ID) }

// Hint says in a sentence what the kind is for.
func (k Kind) Hint(loc *translations.Localizer) string {
	return loc.T("paper-kind." + k.ID + ".hint")
}

// PartName is how a part of a paper is called.
func PartName(id string, loc *translations.Localizer) string { return loc.Name("paper-part", id) }

// StyleName is how a style of a kind is called.
func StyleName(id string, loc *translations.Localizer) string { return loc.Name("paper-style", id) }

// Heeds reports whether the kind asks for it.
func (k Kind) Heeds(a Ask) bool { return slices.Contains(k.Asks, a) }

// Document makes the paper in one language, as the order's template has it. It raises
// what Ready raises, what the desk raises for a reader or a role that may not, and
// data.CodeNotFound for a template that is not there.
func Document(d *desk.Desk, o data.PaperOrder, lang data.Lang) (export.Document, error) {
	t, err := templateOf(d, o)
	if err != nil {
		return export.Document{}, err
	}
	return DocumentAs(d, o, t, lang)
}

// DocumentAs is Document as a template has it that need not be recorded.
func DocumentAs(d *desk.Desk, o data.PaperOrder, t data.Template, lang data.Lang) (export.Document, error) {
	if err := Ready(o); err != nil {
		return export.Document{}, err
	}
	k, _ := ByID(o.Kind)
	if len(k.Styles) > 0 && !slices.Contains(k.Styles, o.Style) {
		o.Style = k.Styles[0]
	}
	if o.Date.IsZero() {
		o.Date = data.Today()
	}
	m := maker{desk: d, kind: k, order: o, template: t, lang: lang, loc: export.Worded(t, translations.New(string(lang))), make: Document}
	doc, err := k.document(m)
	doc.Kind = k.ID
	if err != nil || doc.Carried != nil { // what can be proven carries its dress, and wears it
		return doc, err
	}
	return export.Dressed(doc, k.ID, t), nil
}

// Secrets are those that the files of an order are searched for before they are
// handed over; none for a kind that is the delegation's own.
func Secrets(d *desk.Desk, o data.PaperOrder) []data.Secret {
	k, _ := ByID(o.Kind)
	switch {
	case k.Ours:
		return nil
	case k.secrets != nil:
		return k.secrets(maker{desk: d, order: o})
	}
	return d.Secrets()
}

// templateOf is the template of an order; the zero template where it names none.
func templateOf(d *desk.Desk, o data.PaperOrder) (data.Template, error) {
	if o.Template.IsZero() {
		return data.Template{}, nil
	}
	t, ok := d.Templates().Get(o.Template)
	if !ok {
		return t, data.E(data.CodeNotFound, "what", "template")
	}
	return t, nil
}

// maker makes one paper.
type maker struct {
	desk     *desk.Desk
	kind     Kind
	order    data.PaperOrder
	template data.Template // the zero one: as usual
	lang     data.Lang
	loc      *translations.Localizer // words phrases as the template does
	make     func(*desk.Desk, data.PaperOrder, data.Lang) (export.Document, error)
}

// document makes another paper in the same language.
func (m maker) document(o data.PaperOrder) (export.Document, error) { return m.make(m.desk, o, m.lang) }

// state is how the paper calls the delegation's State; "" where it speaks for none.
func (m maker) state() string {
	n := m.desk.Negotiation()
	if s := n.StateName.In(m.lang); s != "" {
		return s
	}
	return states.Name(n.State, m.lang)
}
