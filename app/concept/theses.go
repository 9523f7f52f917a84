package concept

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/data"
	"travaux/data/concept"
)

// theses is the outline with the form of what is chosen in it.
type theses struct {
	room    *room.Room
	focus   func(fyne.Focusable)
	none    *look.Text
	lacks   *look.Text
	clauses *look.Button
	list    *look.List
	form    *form
	start   *fyne.Container
	object  fyne.CanvasObject

	all  []data.Thesis
	rows []row
}

// row is a part of the convention, or a thesis in it.
type row struct {
	part   concept.Part
	thesis concept.Placed
	head   bool
}

func newTheses(r *room.Room) *theses {
	x := &theses{room: r, none: look.Wrapped(r.Loc.T("concept.none")), lacks: look.Wrapped("")}
	x.none.Colour, x.lacks.Colour = look.ColourMuted, look.ColourReturned
	x.form = newForm(r, x.saved, x.leave)
	x.list = look.NewList(func() int { return len(x.rows) },
		func() fyne.CanvasObject { return newRowView(r) },
		func(i int, o fyne.CanvasObject) { o.(*rowView).set(x.rows[i]) },
		x.chosen)
	loc := r.Loc
	icon := func(name look.IconName, tip string, do func()) *look.Button {
		return look.NewIconButton(name, "", do).WithTip(loc.T(tip))
	}
	x.clauses = look.NewButton(loc.T("concept.clauses"), func() { look.ShowMenu(x.menu(), x.clauses) })
	tools := look.Flow(
		look.NewIconButton(look.IconAdd, loc.T("concept.add"), x.begin), x.clauses,
		look.NewButton(loc.T("concept.skeleton"), x.skeleton),
		icon(look.IconUp, "concept.up", func() { x.move(concept.Up) }), icon(look.IconDown, "concept.down", func() { x.move(concept.Down) }),
	)
	x.start = look.Border(look.Inset(6, 6, 12, 8, look.Column(x.none, tools, x.lacks)), nil, nil, nil, look.Ground(look.ColourPaper, x.list))
	x.object = look.NewSplit(page.AtLeast(300, x.start), page.Scroll(look.Inset(8, 12, 12, 12, x.form.object)), 0.42)
	x.read()
	x.form.begin(data.Thesis{Part: string(concept.Substance)})
	return x
}

// read takes the theses as the desk has them.
func (x *theses) read() {
	loc := x.room.Loc
	x.all = x.room.Desk.Theses().All()
	x.rows = nil
	outline := concept.Outline(x.all)
	for _, part := range concept.Parts {
		x.rows = append(x.rows, row{part: part, head: true})
		for _, p := range outline {
			if p.In == part {
				x.rows = append(x.rows, row{part: part, thesis: p})
			}
		}
	}
	look.SetShown(x.none, len(x.all) == 0)
	var names []string
	for _, id := range concept.Lacking(x.all) {
		c, _ := concept.Find(id)
		names = append(names, loc.Quote(c.Heading(data.Lang(loc.Lang()))))
	}
	if look.SetShown(x.lacks, len(names) > 0); len(names) > 0 {
		x.lacks.SetText(loc.T("concept.lacking", "clauses", loc.List(names)))
	}
	x.start.Refresh() // what is said above the list may be gone
	x.list.Refresh()
	x.mark(x.form.thesis.ID)
}

// mark marks the row of a thesis.
func (x *theses) mark(id data.ID) {
	if id.IsZero() {
		return
	}
	x.list.Mark(slices.IndexFunc(x.rows, func(r row) bool { return !r.head && r.thesis.ID == id }))
}

func (x *theses) chosen(i int) {
	if i >= len(x.rows) {
		return
	}
	if r := x.rows[i]; r.head {
		x.form.begin(data.Thesis{Part: string(r.part)})
	} else {
		x.form.load(r.thesis.Thesis)
	}
}

// after is the thesis behind which a new one stands, and the part that is chosen
// where none is.
func (x *theses) after() (data.ID, concept.Part) {
	if i := x.list.Selected(); i >= 0 && i < len(x.rows) {
		if x.rows[i].head {
			return data.ID{}, x.rows[i].part
		}
		return x.rows[i].thesis.ID, x.rows[i].part
	}
	return data.ID{}, concept.Substance
}

// begin opens the form for a new thesis, behind the one that is chosen.
func (x *theses) begin() {
	id, part := x.after()
	fresh := data.Thesis{Part: string(part)}
	for _, t := range concept.Behind(x.all, id) {
		if t.ID.IsZero() && !id.IsZero() {
			fresh = t
		}
	}
	x.list.Mark(-1)
	x.form.behind = id
	x.form.begin(fresh)
	if x.focus != nil {
		x.focus(x.form.heading)
	}
}

// leave gives the keyboard back to the outline, in which N begins the next thesis.
func (x *theses) leave() {
	if x.focus != nil {
		x.focus(x.list)
	}
}

// saved follows an act on the thesis of the form.
func (x *theses) saved(id data.ID) {
	x.read()
	if t, ok := x.room.Desk.Theses().Get(id); ok {
		x.form.load(t)
		x.mark(id)
	} else {
		x.form.begin(data.Thesis{Part: string(concept.Substance)})
	}
	x.leave()
}

// menu are the model clauses by parts; those that are there are ticked.
func (x *theses) menu() []look.MenuItem {
	lang := data.Lang(x.room.Loc.Lang())
	var out []look.MenuItem
	for _, part := range concept.Parts {
		var in []look.MenuItem
		for _, c := range concept.Clauses {
			if c.Part != part {
				continue
			}
			has := slices.ContainsFunc(x.all, func(t data.Thesis) bool { return t.Clause == c.ID })
			in = append(in, look.MenuItem{Words: named(x.room, c), Checked: has, Disabled: has, Action: func() { x.add(c) }})
		}
		out = append(out, look.MenuItem{Words: concept.Label(part, lang), Submenu: in})
	}
	return out
}

// named is what a clause is called: where two have one heading, with what tells them
// apart.
func named(r *room.Room, c concept.Clause) string {
	heading := firstWords(c.Heading(data.Lang(r.Loc.Lang())), 60)
	if len(concept.Alternatives(c.ID)) > 0 {
		return r.Loc.T("concept.alternative", "heading", heading, "which", r.Loc.Name("clause", c.ID))
	}
	return heading
}

// add puts a clause into the outline.
func (x *theses) add(c concept.Clause) { x.write(concept.With(x.all, c)) }

// skeleton puts the standard clauses that are not there into the outline.
func (x *theses) skeleton() { x.write(concept.Skeleton(x.all)...) }

// write records theses, and shows the first.
func (x *theses) write(all ...data.Thesis) {
	if len(all) == 0 {
		x.room.Toast(x.room.Loc.T("concept.skeleton.there"))
		return
	}
	x.room.Act(func(ctx context.Context) (err error) {
		all, err = x.room.Desk.Theses().SetAll(ctx, all...)
		return err
	}, func() { x.saved(all[0].ID) })
}

// move moves the thesis that is chosen.
func (x *theses) move(m concept.Move) {
	i := x.list.Selected()
	if i < 0 || i >= len(x.rows) || x.rows[i].head {
		return
	}
	id := x.rows[i].thesis.ID
	all := concept.Moved(x.all, id, m)
	if len(all) == 0 {
		return
	}
	x.room.Act(func(ctx context.Context) error {
		_, err := x.room.Desk.Theses().SetAll(ctx, all...)
		return err
	}, func() {
		x.read()
		x.mark(id)
	})
}

func (x *theses) key(key fyne.KeyName) bool {
	switch key {
	case newKey:
		x.begin()
	case upKey:
		x.move(concept.Up)
	case downKey:
		x.move(concept.Down)
	case inKey:
		x.move(concept.In)
	case outKey:
		x.move(concept.Out)
	case skeletonKey:
		x.skeleton()
	case clausesKey:
		x.clauses.Tapped(nil)
	default:
		return false
	}
	return true
}

// firstWords are the beginning of a text, for a line.
func firstWords(s string, most int) string {
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) > most {
		return string(r[:most]) + "…"
	}
	return string(r)
}

// rowView is a part, or a thesis with how many sources it has.
type rowView struct {
	widget.BaseWidget
	room   *room.Room
	title  *look.Text
	state  *look.Text
	indent *indent
	box    *fyne.Container
}

func newRowView(r *room.Room) *rowView {
	v := &rowView{room: r, title: look.Ellipsis("X"), state: look.Ellipsis("X"), indent: &indent{}}
	v.state.Scale = theme.SizeNameCaptionText
	v.box = look.Inset(3, 3, 8, 8, container.New(v.indent, look.Stack(look.Space(), v.title, v.state, look.Space())))
	v.ExtendBaseWidget(v)
	return v
}

// CreateRenderer implements fyne.Widget.
func (v *rowView) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(v.box) }

func (v *rowView) set(r row) {
	loc := v.room.Loc
	lang := data.Lang(loc.Lang())
	v.indent.depth = 0
	v.title.Bold, v.state.Colour = r.head, look.ColourMuted
	if r.head {
		v.title.SetText(concept.Label(r.part, lang))
		v.state.SetText(loc.T("concept.part"))
		v.Refresh()
		return
	}
	t := r.thesis
	v.indent.depth = t.Depth + 1
	if c, ok := concept.Find(t.Clause); ok {
		v.title.SetText(named(v.room, c))
	} else {
		v.title.SetText(loc.Isolate(firstWords(wordsIn(t.Thesis, lang), 120)))
	}
	kind := loc.T("concept.thesis")
	if t.Clause != "" {
		kind = loc.T("concept.clause")
	}
	sources := loc.N("concept.sources", len(t.Sources))
	if len(t.Sources) == 0 && t.Clause == "" {
		v.state.Colour = look.ColourReturned
	}
	v.state.SetText(loc.T("concept.row", "kind", kind, "sources", sources))
	v.box.Refresh()
	v.Refresh()
}

// indent sets an object in by levels.
type indent struct{ depth int }

// level is how far one level stands in, for normal text.
const level = 16

func (l *indent) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }

func (l *indent) Layout(o []fyne.CanvasObject, size fyne.Size) {
	in := look.Scaled(float32(l.depth * level))
	width := max(size.Width-in, 0)
	o[0].Resize(fyne.NewSize(width, size.Height))
	o[0].Move(fyne.NewPos(look.Mirrored(in, width, size.Width), 0))
}
