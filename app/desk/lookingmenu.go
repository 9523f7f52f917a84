package desk

import (
	"maps"
	"slices"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/data"
	work "travaux/data/desk"
	"travaux/translations"
)

// articleOf is the article that a provision stands in, else the provision.
func articleOf(t *work.Text, id data.ID) data.ID {
	for at := id; !at.IsZero(); {
		p, ok := t.Find(at)
		if !ok {
			break
		}
		if p.Kind == data.KindArticle {
			return p.ID
		}
		at = p.Parent
	}
	return id
}

// viewName says what a column shows: a view, or a proposal.
func (v *Reader) viewName(c Column) string {
	loc := v.room.Loc
	if !c.Proposal.IsZero() {
		if p, err := v.room.Desk.Proposal(c.Proposal); err == nil {
			return loc.T("reader.view.proposal", "who", attribution(loc, p))
		}
	}
	if c.View == WithChosen {
		return loc.T("reader.view.chosen", "n", loc.Number(len(v.viewing.Chosen())))
	}
	return loc.T("reader.view." + c.View.ID())
}

// lookAt changes one column.
func (v *Reader) lookAt(column int, change func(*Column)) {
	columns := v.viewing.Columns()
	if column >= len(columns) {
		return
	}
	change(&columns[column])
	v.viewing.SetColumns(columns...)
}

// tickAll chooses all proposals on the article that is read, or none at all.
func (v *Reader) tickAll(on bool) {
	if !on {
		v.viewing.Tick(false, slices.Collect(maps.Keys(v.viewing.Chosen()))...)
		return
	}
	article, ok := v.page.text.Find(articleOf(v.page.text, v.room.Selection.Provision()))
	if !ok {
		return
	}
	all := v.room.Desk.AllProposals()
	var ids []data.ID
	from, to := within(v.page.text, article)
	for _, p := range v.page.text.Provisions[from:to] {
		for _, x := range all[p.ID] {
			if !x.Withdrawn {
				ids = append(ids, x.ID)
			}
		}
	}
	v.viewing.Tick(true, ids...)
}

func (v *Reader) viewItems(column int) (items []look.MenuItem) {
	now := v.viewing.Columns()[column]
	for _, view := range Views {
		words := v.viewName(Column{View: view})
		items = append(items, look.MenuItem{
			Words: words, Checked: now.Proposal.IsZero() && now.View == view, Disabled: !v.shows(view),
			Action: func() { v.lookAt(column, func(c *Column) { c.View, c.Proposal = view, data.ID{} }) },
		})
	}
	items = append(items, look.MenuItem{})
	for _, c := range v.tickCommands() {
		items = append(items, menuItem(v.room.Loc, c))
	}
	return items
}

// shows reports whether a view shows anything of the text: there are changes only
// since a revision that went before.
func (v *Reader) shows(view View) bool {
	return v.hasText() && (view != Since || !v.room.Desk.Before(v.page.text.Revision.ID).IsZero())
}

// tickCommands choose proposals by the article.
func (v *Reader) tickCommands() []room.Command {
	return []room.Command{
		{Menu: room.MenuText, Title: "reader.tick.all", Enabled: func() bool { return v.hasText() && !v.room.Selection.Provision().IsZero() }, Do: func() { v.tickAll(true) }},
		{Menu: room.MenuText, Title: "reader.tick.none", Enabled: func() bool { return len(v.viewing.Chosen()) > 0 }, Do: func() { v.tickAll(false) }},
	}
}

func (v *Reader) languageItems(column int) (items []look.MenuItem) {
	if v.page.text == nil {
		return nil
	}
	now := v.viewing.Columns()[column]
	for _, lang := range v.page.text.Revision.Langs() {
		items = append(items, look.MenuItem{
			Words: translations.Endonym(string(lang)), Checked: now.Lang == lang,
			Action: func() { v.speak(column, lang) },
		})
	}
	return items
}

// speak changes the language of a column; that of the first one is the language
// in which the text is read.
func (v *Reader) speak(column int, lang data.Lang) {
	if column == 0 {
		v.room.Selection.Read(lang)
		return
	}
	v.lookAt(column, func(c *Column) { c.Lang = lang })
}

// columnItems are the commands about columns as a menu.
func (v *Reader) columnItems() (items []look.MenuItem) {
	for _, c := range v.columnCommands() {
		if c.After && len(items) > 0 {
			items = append(items, look.MenuItem{})
		}
		items = append(items, menuItem(v.room.Loc, c))
	}
	return items
}

// markItems are the marks that are shown on demand.
func (v *Reader) markItems() (items []look.MenuItem) {
	for _, c := range v.markCommands() {
		items = append(items, menuItem(v.room.Loc, c))
	}
	return items
}

func menuItem(loc *translations.Localizer, c room.Command) look.MenuItem {
	words := c.Words
	if words == "" {
		words = loc.T(c.Title)
	}
	item := look.MenuItem{
		Words: words, Action: c.Do, Checked: c.Checked != nil && c.Checked(), Disabled: c.Enabled != nil && !c.Enabled(),
	}
	for _, sub := range c.Submenu {
		if sub.After && len(item.Submenu) > 0 {
			item.Submenu = append(item.Submenu, look.MenuItem{})
		}
		item.Submenu = append(item.Submenu, menuItem(loc, sub))
	}
	return item
}

// viewCommands are the views of the first column.
func (v *Reader) viewCommands() (rows []room.Command) {
	keys := []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5}
	for i, view := range Views {
		rows = append(rows, room.Command{
			Menu: room.MenuText, Words: v.viewName(Column{View: view}), Shortcut: alt(keys[i], fyne.KeyModifierShift), Enabled: func() bool { return v.shows(view) },
			Checked: func() bool { c := v.viewing.Main(); return c.Proposal.IsZero() && c.View == view },
			Do:      func() { v.viewing.Look(view) },
		})
	}
	ticks := v.tickCommands()
	ticks[0].After = true
	return append(rows, ticks...)
}

// markCommands show and hide marks.
func (v *Reader) markCommands() (rows []room.Command) {
	for _, x := range []struct {
		extra Extra
		id    string
	}{{Strength, "reader.marks.strength"}, {References, "reader.marks.references"}, {Terms, "reader.marks.terms"}} {
		rows = append(rows, room.Command{
			Menu: room.MenuText, Title: x.id, Enabled: v.hasText,
			Checked: func() bool { return v.viewing.Shows(x.extra) },
			Do:      func() { v.viewing.Show(x.extra, !v.viewing.Shows(x.extra)) },
		})
	}
	return rows
}

// columnCommands add columns and take them away.
func (v *Reader) columnCommands() []room.Command {
	several := func() bool { return v.hasText() && len(v.viewing.Columns()) > 1 }
	return []room.Command{
		{Menu: room.MenuText, Title: "reader.columns.one", Shortcut: ctrl(fyne.Key1, fyne.KeyModifierShift), Enabled: several, Do: v.oneColumn},
		{Menu: room.MenuText, Title: "reader.columns.two", Shortcut: ctrl(fyne.Key2, fyne.KeyModifierShift), Enabled: v.hasText, Do: v.issuedBesideChosen},
		{Menu: room.MenuText, Title: "reader.columns.add", Enabled: v.roomForColumn, Submenu: v.columnsToAdd(), After: true},
		{Menu: room.MenuText, Title: "reader.columns.close", Shortcut: ctrl(fyne.KeyW, fyne.KeyModifierShift), Enabled: several, Do: func() { v.closeColumn(v.current()) }},
	}
}

func (v *Reader) hasText() bool { return v.page.text != nil }

func (v *Reader) roomForColumn() bool { return v.hasText() && len(v.viewing.Columns()) < mostColumns }

func (v *Reader) oneColumn() { v.viewing.SetColumns(v.viewing.Main()) }

func (v *Reader) issuedBesideChosen() {
	lang := v.viewing.Main().Lang
	v.viewing.SetColumns(Column{Lang: lang}, Column{Lang: lang, View: WithChosen})
}

func (v *Reader) closeColumn(i int) {
	columns := v.viewing.Columns()
	if len(columns) > 1 && i < len(columns) {
		v.viewing.SetColumns(append(columns[:i:i], columns[i+1:]...)...)
	}
}

func (v *Reader) addColumn(c Column) {
	v.viewing.SetColumns(append(v.viewing.Columns(), c)...)
}

// columnsToAdd offers the languages of the revision, the text with our proposal,
// and each proposal on the selected provision.
func (v *Reader) columnsToAdd() (rows []room.Command) {
	if v.page.text == nil {
		return nil
	}
	loc, main := v.room.Loc, v.viewing.Main()
	add := func(words, known string, c Column) {
		rows = append(rows, room.Command{Menu: room.MenuText, Words: words, Known: known, Enabled: v.roomForColumn, Do: func() { v.addColumn(c) }})
	}
	for _, lang := range v.page.text.Revision.Langs() {
		add(translations.Endonym(string(lang)), loc.Name("language", string(lang)), Column{Lang: lang, View: main.View})
	}
	add(loc.T("reader.view.ours"), "", Column{Lang: main.Lang, View: WithOurs})
	rows[len(rows)-1].After = true
	for _, p := range v.room.Desk.Proposals(v.room.Selection.Provision()) {
		if !p.Withdrawn {
			add(loc.T("reader.view.proposal", "who", p.Kind.Verb()+" "+attribution(loc, p)), "", Column{Lang: main.Lang, Proposal: p.ID})
		}
	}
	return rows
}
