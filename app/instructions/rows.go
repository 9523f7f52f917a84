package instructions

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look"
	"travaux/app/mandate"
	"travaux/app/room"
	"travaux/data"
	"travaux/data/desk"
	"travaux/data/search"
	"travaux/translations"
)

// row is one instruction of the list.
type row struct {
	desk.Instructed
	scope  string
	folded string // all its words, to be searched
}

// rowsAt are the rows of all instructions as they stand at some time.
func rowsAt(r *room.Room, now time.Time) (out []row) {
	for _, i := range r.Desk.AllInstructionsAt(now) {
		x := row{Instructed: i, scope: mandate.Scope(r, i.Instruction)}
		x.folded = search.Fold(strings.Join([]string{i.Reference, i.Issuer, i.Text, x.scope}, "\n"))
		out = append(out, x)
	}
	return out
}

// filter is one of the filters above the list; with several on, a row needs one.
type filter struct {
	title string // catalogue id
	holds func(desk.Instructed) bool
}

var filters = []filter{
	{"instructions.filter.unread", func(i desk.Instructed) bool { return i.Await }},
	{"instructions.filter.standing", desk.Instructed.Standing},
	{"instructions.flag.contradicted", func(i desk.Instructed) bool { return i.Has(data.FlagContradicted) }},
	{"instructions.flag.lapses-soon", func(i desk.Instructed) bool { return i.Has(data.FlagLapsesSoon) }},
	{"instructions.filter.closed", func(i desk.Instructed) bool { return i.Has(data.FlagSuperseded) || i.Has(data.FlagLapsed) }},
}

// rows are all instructions, and those that are shown.
type rows struct{ all, shown []row }

// filter lets through what one of the filters that are on holds of, and that has
// all the words that are typed.
func (r *rows) filter(on func(int) bool, typed string) {
	words := strings.Fields(search.Fold(typed))
	r.shown = nil
	for _, x := range r.all {
		any, held := false, false
		for i, f := range filters {
			any, held = any || on(i), held || on(i) && f.holds(x.Instructed)
		}
		if any && !held {
			continue
		}
		if !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(x.folded, w) }) {
			r.shown = append(r.shown, x)
		}
	}
}

// find is the row of an instruction, else the first; -1 if there is none.
func (r *rows) find(id data.ID) int {
	at := slices.IndexFunc(r.shown, func(x row) bool { return x.ID == id })
	return max(at, min(0, len(r.shown)-1))
}

func count(loc *translations.Localizer, n int) string {
	if n == 0 {
		return ""
	}
	return loc.Number(n)
}

// rowView shows a row: the number, flags in a word, and below for what it holds
// and until when.
type rowView struct {
	widget.BaseWidget
	room  *room.Room
	sign  *look.Icon
	name  *look.Text
	flag  *look.Text
	below *look.Text
	box   *fyne.Container
}

func newRowView(r *room.Room) *rowView {
	v := &rowView{room: r, sign: look.NewIcon(look.IconInstruction), name: look.Ellipsis("X"), flag: look.Muted("X"), below: look.Ellipsis("X")}
	v.flag.Scale = theme.SizeNameCaptionText
	v.below.Colour, v.below.Scale = look.ColourMuted, theme.SizeNameCaptionText
	v.box = look.Inset(3, 3, 8, 8, look.Stack(look.Border(nil, nil, look.Inset(0, 0, 0, 6, v.sign), v.flag, v.name), v.below))
	v.ExtendBaseWidget(v)
	return v
}

func (v *rowView) set(r row) {
	loc := v.room.Loc
	name := r.Reference
	if name == "" {
		name = strings.Join(strings.Fields(r.Text), " ")
	}
	v.name.Bold, v.name.Colour = r.Await, look.ColourText
	colour := look.ColourConfidential
	if !r.Standing() {
		v.name.Colour, colour = look.ColourMuted, look.ColourMuted
	}
	v.sign.Set(look.IconInstruction, colour)
	v.name.SetText(loc.Isolate(name))
	v.flag.Colour = look.ColourMuted
	words := ""
	switch {
	case len(r.Flags) > 0:
		words = loc.Name("instructions.flag", string(r.Flags[0]))
		if r.Standing() {
			v.flag.Colour = look.ColourLapsed
		}
	case r.Await:
		words, v.flag.Colour = loc.T("instructions.filter.unread"), look.ColourSubmitted
	}
	v.flag.SetText(words)
	v.below.SetText(loc.T("instructions.row", "scope", r.scope, "validity", mandate.Validity(loc, r.Instructed)))
	v.box.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (v *rowView) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(v.box) }
