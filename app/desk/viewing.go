package desk

import (
	"maps"
	"slices"

	"travaux/data"
)

// View is what a column shows of each provision.
type View uint8

// Views.
const (
	AsIssued   View = iota // the text as the Chair issued it, with its brackets
	WithOurs               // with our proposal laid over it
	WithChosen             // with the proposals that are ticked laid over it
	Clean                  // what would read if the ticked proposals were taken: no marks
	Since                  // with what has changed since the revision before
)

// Views holds all views in the order in which they are offered.
var Views = []View{AsIssued, WithOurs, WithChosen, Clean, Since}

// ID is the view's name in the catalogue, after "reader.view.".
func (v View) ID() string { return [...]string{"issued", "ours", "chosen", "clean", "since"}[v] }

// mostColumns is how many columns stand side by side at the most.
const mostColumns = 6

// Column is one column of the text: a language in a view, or one proposal on
// the provisions it is about.
type Column struct {
	Lang     data.Lang
	View     View
	Proposal data.ID // if set, this proposal alone is laid over the text
}

// Extra is a kind of mark that is shown on demand.
type Extra uint8

// Extras.
const (
	Strength   Extra = 1 << iota // how strong obligations are
	References                   // links to provisions and documents
	Terms                        // defined terms
)

// Viewing is how the text is looked at. The panes share it, and it outlives
// them: they are built anew for another language or look.
type Viewing struct {
	columns   []Column
	ticked    map[data.ID]bool // proposals
	extras    Extra
	trail     trail  // where one has been
	wanted    filter // asked of the provisions in the outline
	unasked   bool   // the filters are out of sight
	wholes    wholes // what was read of the text
	choices   map[choiceKey]*bracketChoice
	tab       int // of the side panel
	listeners []func()
}

// NewViewing looks at the text as issued, in one column, with its references.
func NewViewing(lang data.Lang) *Viewing {
	return &Viewing{columns: []Column{{Lang: lang}}, ticked: map[data.ID]bool{}, extras: References, tab: tabPosition}
}

// Columns are the columns from the start edge on; there is at least one.
func (v *Viewing) Columns() []Column { return slices.Clone(v.columns) }

// Main is the first column: it speaks for the text where one must.
func (v *Viewing) Main() Column { return v.columns[0] }

// SetColumns changes them; at most mostColumns are taken, none changes nothing.
func (v *Viewing) SetColumns(columns ...Column) {
	if len(columns) > mostColumns {
		columns = columns[:mostColumns]
	}
	if len(columns) > 0 && !slices.Equal(columns, v.columns) {
		v.columns = slices.Clone(columns)
		v.tell()
	}
}

// Look changes the view of the first column.
func (v *Viewing) Look(as View) {
	columns := v.Columns()
	columns[0].View, columns[0].Proposal = as, data.ID{}
	v.SetColumns(columns...)
}

// Ticked reports whether a proposal is chosen to be laid over the text.
func (v *Viewing) Ticked(proposal data.ID) bool { return v.ticked[proposal] }

// Tick chooses proposals, or no longer.
func (v *Viewing) Tick(on bool, proposals ...data.ID) {
	before := maps.Clone(v.ticked)
	for _, id := range proposals {
		if on {
			v.ticked[id] = true
		} else {
			delete(v.ticked, id)
		}
	}
	if !maps.Equal(before, v.ticked) {
		v.tell()
	}
}

// Chosen are the ticked proposals.
func (v *Viewing) Chosen() map[data.ID]bool { return maps.Clone(v.ticked) }

// Shows reports whether an extra is shown.
func (v *Viewing) Shows(x Extra) bool { return v.extras&x != 0 }

// Show shows an extra, or no longer.
func (v *Viewing) Show(x Extra, on bool) {
	before := v.extras
	if v.extras &^= x; on {
		v.extras |= x
	}
	if v.extras != before {
		v.tell()
	}
}

// Listen calls f after every change, until Silence.
func (v *Viewing) Listen(f func()) { v.listeners = append(v.listeners, f) }

// Silence forgets all listeners; the panes are about to be built anew.
func (v *Viewing) Silence() { v.listeners = nil }

func (v *Viewing) tell() {
	for _, f := range v.listeners {
		f()
	}
}
