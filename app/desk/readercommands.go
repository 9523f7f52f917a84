package desk

import (
	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/data"
	"travaux/translations"
)

// Commands are the rows of the command table that belong to the text.
func (v *Reader) Commands() []room.Command {
	rows := v.quoteCommands()
	rows = append(rows, v.findCommands()...)
	rows = append(rows,
		room.Command{Menu: room.MenuText, Title: "panes.next", Shortcut: alt(fyne.KeyDown), Enabled: v.hasText, Do: func() { v.step(1) }, After: true},
		room.Command{Menu: room.MenuText, Title: "panes.previous", Shortcut: alt(fyne.KeyUp), Enabled: v.hasText, Do: func() { v.step(-1) }},
	)
	rows = append(rows, v.wanderCommands()...)
	rows = append(rows,
		room.Command{Menu: room.MenuText, Title: "panes.language", Submenu: v.languages(), After: true},
		room.Command{Menu: room.MenuText, Title: "reader.view", Submenu: v.viewCommands()},
		room.Command{Menu: room.MenuText, Title: "reader.marks", Submenu: v.markCommands()},
	)
	rows = append(rows, v.columnCommands()...)
	rows = append(rows,
		room.Command{Menu: room.MenuView, Title: "panes.focus.text", Shortcut: alt(fyne.Key2), Do: v.Focus},
		room.Command{Menu: room.MenuWork, Title: "panes.comment.quote", Shortcut: ctrl(fyne.KeyM, fyne.KeyModifierShift), Enabled: v.hasText, Do: v.CommentOnQuote},
	)
	return append(rows, v.proposeCommands()...)
}

// findCommands look for words in the text.
func (v *Reader) findCommands() []room.Command {
	return []room.Command{
		{Menu: room.MenuEdit, Title: "reader.find", Shortcut: ctrl(fyne.KeyF), Enabled: v.hasText, Do: v.finder.open, After: true},
		{Menu: room.MenuEdit, Title: "reader.find.next", Shortcut: &look.FunctionKey{Name: fyne.KeyF3}, Enabled: v.hasText, Do: func() { v.finder.next(1) }},
		{Menu: room.MenuEdit, Title: "reader.find.previous", Shortcut: &look.FunctionKey{Name: fyne.KeyF3, Shift: true}, Enabled: v.hasText, Do: func() { v.finder.next(-1) }},
	}
}

// languages are the commands that change the language of the text: Ctrl+1 to
// Ctrl+6, in the order in which the UN lists the languages.
func (v *Reader) languages() []room.Command {
	keys := []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6}
	var out []room.Command
	for i, lang := range data.Langs {
		out = append(out, room.Command{
			Menu: room.MenuText, Words: translations.Endonym(string(lang)), Known: v.room.Loc.Name("language", string(lang)), Shortcut: ctrl(keys[i]),
			Enabled: func() bool { t := v.page.text; return t != nil && contains(t.Revision.Langs(), lang) },
			Checked: func() bool { return v.room.Selection.Lang() == lang },
			Do:      func() { v.room.Selection.Read(lang) },
		})
	}
	return out
}

// step selects the next provision, or with -1 the one before.
func (v *Reader) step(by int) {
	t := v.page.text
	if t == nil {
		return
	}
	at := -1
	if now, ok := t.Find(v.room.Selection.Provision()); ok {
		at = now.Order
	} else if by < 0 {
		at = len(t.Provisions)
	}
	if i := at + by; i >= 0 && i < len(t.Provisions) {
		v.room.Selection.Select(t.Provisions[i].ID)
	}
}
