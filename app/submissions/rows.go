package submissions

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/data"
	"travaux/data/search"
)

// row is one submission of the list.
type row struct {
	data.Submission
	by     string
	marked int
	folded string // all its words, to be searched
}

// rowsOf are all submissions, newest first.
func rowsOf(r *room.Room, old []row) (out []row) {
	folded := map[data.ID]row{}
	for _, x := range old {
		folded[x.ID] = x
	}
	marked := map[data.ID]int{}
	for _, v := range r.Desk.AllViews() {
		marked[v.Submission]++
	}
	for _, list := range r.Desk.AllProposals() {
		for _, p := range list {
			marked[p.Submission]++
		}
	}
	reg := r.Desk.Register()
	for _, s := range r.Desk.Submissions() {
		x := row{Submission: s, by: signed(r.Loc, reg, s.By), marked: marked[s.ID]}
		if was, ok := folded[s.ID]; ok && was.Symbol == s.Symbol && was.Title == s.Title && was.by == x.by {
			x.folded = was.folded
		} else {
			x.folded = search.Fold(strings.Join([]string{s.Symbol, s.Title, x.by, s.File, s.Text}, "\n"))
		}
		out = append(out, x)
	}
	slices.Reverse(out)
	return out
}

// having are the rows that have all the words that are typed.
func having(all []row, typed string) (out []row) {
	words := strings.Fields(search.Fold(typed))
	for _, x := range all {
		if !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(x.folded, w) }) {
			out = append(out, x)
		}
	}
	return out
}

// Name is what a submission is called: by its title, symbol or file.
func Name(r *room.Room, s data.Submission) string {
	for _, words := range []string{s.Title, s.Symbol, s.File} {
		if words != "" {
			return r.Loc.Isolate(words)
		}
	}
	return r.Loc.T("submissions.untitled")
}

// rowView shows a row: what it is called and how much is marked in it, and below
// who signs it and when.
type rowView struct {
	widget.BaseWidget
	room   *room.Room
	name   *look.Text
	marked *look.Text
	below  *look.Text
	box    *fyne.Container
}

func newRowView(r *room.Room) *rowView {
	v := &rowView{room: r, name: look.Ellipsis("X"), marked: look.Muted("X"), below: look.Ellipsis("X")}
	v.marked.Scale = theme.SizeNameCaptionText
	v.below.Colour, v.below.Scale = look.ColourMuted, theme.SizeNameCaptionText
	sign := look.NewIcon(look.IconPaper)
	v.box = look.Inset(3, 3, 8, 8, look.Stack(look.Border(nil, nil, look.Inset(0, 0, 0, 6, sign), v.marked, v.name), v.below))
	v.ExtendBaseWidget(v)
	return v
}

func (v *rowView) set(x row) {
	loc := v.room.Loc
	v.name.SetText(Name(v.room, x.Submission))
	words := ""
	if x.marked > 0 {
		words = loc.Number(x.marked)
	}
	v.marked.SetText(words)
	v.below.SetText(about(v.room, x.Submission, x.by))
	v.box.Refresh()
}

// about says who signs a submission and when: "Egypt, on behalf of NAM · 4 March".
func about(r *room.Room, s data.Submission, by string) string {
	var parts []string
	if by != "" {
		parts = append(parts, by)
	}
	parts = append(parts, r.Loc.Date(s.Date.Year, s.Date.Month, s.Date.Day))
	if s.Symbol != "" && s.Title != "" {
		parts = append(parts, r.Loc.Isolate(s.Symbol))
	}
	return strings.Join(parts, " · ")
}

// CreateRenderer implements fyne.Widget.
func (v *rowView) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(v.box) }
