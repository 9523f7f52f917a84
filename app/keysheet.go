package app

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"travaux/app/approvals"
	"travaux/app/capture"
	"travaux/app/concept"
	"travaux/app/concordance"
	"travaux/app/conflicts"
	"travaux/app/consultations"
	"travaux/app/coverage"
	"travaux/app/disputes"
	"travaux/app/instructions"
	"travaux/app/intake"
	"travaux/app/library"
	"travaux/app/look"
	"travaux/app/matrix"
	"travaux/app/participation"
	"travaux/app/reading"
	"travaux/app/redlines"
	"travaux/app/revisions"
	"travaux/app/room"
	"travaux/app/speakers"
	"travaux/app/states"
	"travaux/app/submissions"
)

// keySheet shows all shortcuts of the command table and the keys of the panes,
// over the window, until Escape.
type keySheet struct {
	*overlay
	shell  *shell
	all    *look.Scroller
	groups *fyne.Container
}

func newKeySheet(s *shell) *keySheet {
	return &keySheet{overlay: newOverlay(s.p.window, keySheetLayout{}), shell: s}
}

// open shows the sheet, or takes it away if it is shown.
func (k *keySheet) open() {
	if k.shown() {
		k.close()
		return
	}
	loc := k.shell.p.loc
	k.groups = container.New(&groupsLayout{})
	for _, g := range k.shell.keyGroups() {
		k.groups.Add(g.object())
	}
	k.all = look.NewScroller(look.Inset(10, 14, 16, 16, k.groups))
	k.all.OnEscaped = k.close
	title := look.Heading(loc.T("command.shortcuts"))
	shut := look.NewIconButton(look.IconClose, "", k.close).WithTip(loc.T("common.close"))
	c := k.shell.p.window.Canvas()
	k.all.OnTab, shut.OnTab = func() { c.Focus(shut) }, func() { c.Focus(k.all) }
	head := look.Stack(look.Inset(6, 4, 16, 6, look.Row(title, look.Space(), shut)), look.Rule())
	k.show(edged(look.Border(head, nil, nil, nil, k.all)), k.all)
}

// keyGroup is the keys of one menu or of one place of the window.
type keyGroup struct {
	title string
	lines []keyLine
}

// keyLine is what one or more combinations of keys do.
type keyLine struct {
	words string
	keys  []string
}

// keyGroups lists the shortcuts by menu, then the keys of the panes by place.
func (s *shell) keyGroups() []keyGroup {
	var groups []keyGroup
	for _, m := range menuOrder {
		g := keyGroup{title: s.p.loc.T(string(m))}
		for _, c := range inMenu(s.table, m) {
			g.add(s, c, words(s.p.loc, c))
			for _, sub := range c.Submenu {
				g.add(s, sub, s.p.loc.T("palette.within", "menu", words(s.p.loc, c), "item", words(s.p.loc, sub)))
			}
		}
		groups = append(groups, g)
	}
	at := map[string]int{}
	for _, k := range s.paneKeys() {
		i, known := at[k.Where]
		if !known {
			i = len(groups)
			at[k.Where] = i
			groups = append(groups, keyGroup{title: s.p.loc.T(k.Where)})
		}
		line := keyLine{words: s.p.loc.T(k.Title)}
		for _, keys := range k.Keys {
			line.keys = append(line.keys, keysText(s.p.loc, keys))
		}
		groups[i].lines = append(groups[i].lines, line)
	}
	return withLines(groups)
}

func (g *keyGroup) add(s *shell, c room.Command, words string) {
	line := keyLine{words: words}
	for _, key := range shortcuts(c) {
		line.keys = append(line.keys, shortcutText(s.p.loc, key))
	}
	if len(line.keys) > 0 {
		g.lines = append(g.lines, line)
	}
}

func withLines(groups []keyGroup) (full []keyGroup) {
	for _, g := range groups {
		if len(g.lines) > 0 {
			full = append(full, g)
		}
	}
	return full
}

// paneKeys are the keys that are no commands: those of the whole window, of the
// panes, of the review and the pages.
func (s *shell) paneKeys() []room.Key {
	const everywhere = "keys.everywhere"
	all := []room.Key{
		{Where: everywhere, Keys: []string{"Tab", "Shift+Tab"}, Title: "keys.tab"},
		{Where: everywhere, Keys: []string{"Escape"}, Title: "keys.escape"},
		{Where: everywhere, Keys: []string{"Space", "Return"}, Title: "keys.press"},
		{Where: everywhere, Keys: []string{"/"}, Title: "command.find"},
	}
	for _, area := range []any{s.outline, s.reader, s.side} {
		if a, ok := area.(interface{ Keys() []room.Key }); ok {
			all = append(all, a.Keys()...)
		}
	}
	return slices.Concat(all, capture.Keys(), intake.Keys(), revisions.Keys(), instructions.Keys(), conflicts.Keys(), concordance.Keys(), coverage.Keys(), approvals.Keys(), redlines.Keys(), submissions.Keys(), reading.Keys(), speakers.Keys(), states.Keys(), matrix.Keys(), library.Keys(), concept.Keys(), participation.Keys(), consultations.Keys(), disputes.Keys())
}

// object shows a group: its title, and a line for each thing that keys do.
func (g keyGroup) object() fyne.CanvasObject {
	title := look.NewText(g.title)
	title.Bold, title.Colour = true, look.ColourHeading
	column := look.Column(title, look.Rule())
	for _, line := range g.lines {
		caps := look.Row()
		for _, keys := range line.keys {
			caps.Add(look.NewKeycap(keys))
		}
		column.Add(look.Border(nil, nil, nil, look.Inset(0, 0, 10, 0, caps), look.Wrapped(line.words)))
	}
	return column
}

// keySheetLayout sets the curtain over the whole window and leaves a margin around
// the sheet.
type keySheetLayout struct{}

// MinSize implements fyne.Layout.
func (keySheetLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// Layout implements fyne.Layout.
func (keySheetLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	if len(o) == 0 {
		return
	}
	o[0].Resize(size)
	width := min(look.Scaled(1150), size.Width-32)
	o[1].Resize(fyne.NewSize(width, size.Height-32))
	o[1].Move(fyne.NewPos(float32(int((size.Width-width)/2)), 16))
}

// groupsLayout sets groups in columns of equal width, in reading order: down the
// first column, then down the next.
type groupsLayout struct{ width float32 }

// groupWidth is how wide a column must be for normal text, and the room between
// columns and groups.
const (
	groupWidth = 320
	groupGap   = 28
)

// MinSize implements fyne.Layout.
func (l *groupsLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	height := float32(0)
	l.set(o, func(_ fyne.CanvasObject, _ fyne.Size, at fyne.Position, bottom float32) { height = max(height, bottom) })
	return fyne.NewSize(100, height)
}

// Layout implements fyne.Layout.
func (l *groupsLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.set(o, func(g fyne.CanvasObject, size fyne.Size, at fyne.Position, _ float32) {
		g.Resize(size)
		g.Move(fyne.NewPos(look.Mirrored(at.X, size.Width, l.width), at.Y))
	})
}

// set tells the place of each group, and where it ends.
func (l *groupsLayout) set(o []fyne.CanvasObject, place func(g fyne.CanvasObject, size fyne.Size, at fyne.Position, bottom float32)) {
	columns := max(int((l.width+groupGap)/(look.Scaled(groupWidth)+groupGap)), 1)
	width := (l.width - groupGap*float32(columns-1)) / float32(columns)
	heights, total := make([]float32, len(o)), float32(0)
	for i, g := range o {
		if g.Size().Width != width {
			g.Resize(fyne.NewSize(width, g.Size().Height)) // wrapped words then know their height
		}
		heights[i] = g.MinSize().Height
		total += heights[i] + groupGap
	}
	share := total / float32(columns)
	var at fyne.Position
	for i, g := range o {
		// A group goes where more than half of it is within the column's share.
		if at.Y > 0 && at.Y+heights[i]/2 > share && at.X+2*width <= l.width {
			at = fyne.NewPos(at.X+width+groupGap, 0)
		}
		place(g, fyne.NewSize(width, heights[i]), at, at.Y+heights[i])
		at.Y += heights[i] + groupGap
	}
}
