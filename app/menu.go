package app

import (
	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/translations"
)

// menuOrder is the order of the menu bar.
var menuOrder = []room.Menu{room.MenuFile, room.MenuEdit, room.MenuText, room.MenuWork, room.MenuView, room.MenuHelp}

// mainMenu makes the menu bar from the command table. Every shortcut lives
// here: Fyne tries menu items first, even while a field has the keyboard.
func mainMenu(loc *translations.Localizer, table []room.Command) *fyne.MainMenu {
	main := &fyne.MainMenu{}
	for _, name := range menuOrder {
		var rows []room.Command
		for _, c := range table {
			if c.Menu == name {
				rows = append(rows, c)
			}
		}
		if len(rows) > 0 {
			main.Items = append(main.Items, fyne.NewMenu(caption(loc, loc.T(string(name))), menuItems(loc, rows)...))
		}
	}
	return main
}

func menuItems(loc *translations.Localizer, rows []room.Command) []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, c := range rows {
		if c.After && len(items) > 0 {
			items = append(items, fyne.NewMenuItemSeparator())
		}
		item := fyne.NewMenuItem(caption(loc, words(loc, c)), c.Do)
		item.Shortcut = c.Shortcut
		item.Disabled = c.Enabled != nil && !c.Enabled()
		item.Checked = c.Checked != nil && c.Checked()
		if len(c.Submenu) > 0 {
			item.ChildMenu = fyne.NewMenu("", menuItems(loc, c.Submenu)...)
		}
		if item.Disabled {
			item.Action = nil
		}
		items = append(items, item)
	}
	return items
}

func words(loc *translations.Localizer, c room.Command) string {
	if c.Words != "" {
		return c.Words
	}
	return loc.T(c.Title)
}

// toolbar makes the buttons of the commands that ask for one.
func toolbar(loc *translations.Localizer, table []room.Command) *fyne.Container {
	row := look.Row()
	for _, c := range table {
		if !c.Toolbar {
			continue
		}
		b := look.NewIconButton(c.Icon, words(loc, c), c.Do)
		if c.Shortcut != nil {
			b = b.WithTip(words(loc, c) + "  " + shortcutText(loc, c.Shortcut))
		}
		row.Add(b)
	}
	return row
}
