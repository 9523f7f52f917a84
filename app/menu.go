package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/translations"
)

// menuOrder is the order of the menu bar.
var menuOrder = []room.Menu{room.MenuFile, room.MenuEdit, room.MenuText, room.MenuWork, room.MenuRoom, room.MenuTreaty, room.MenuTeam, room.MenuView, room.MenuHelp}

// menuBar is the main menu, made from the command table. It is ours because
// Fyne's stands at the left in every language and takes the Alt key.
func menuBar(loc *translations.Localizer, table func() []room.Command) *look.MenuBar {
	var names []string
	for _, m := range menuOrder {
		names = append(names, loc.T(string(m)))
	}
	return look.NewMenuBar(names, func(i int) []look.MenuItem {
		return menuItems(loc, inMenu(table(), menuOrder[i]))
	})
}

// inMenu are the rows of the table that belong to a menu.
func inMenu(table []room.Command, menu room.Menu) []room.Command {
	var rows []room.Command
	for _, c := range table {
		if c.Menu == menu {
			rows = append(rows, c)
		}
	}
	return rows
}

// menuItems turns rows of the table into lines of a menu.
func menuItems(loc *translations.Localizer, rows []room.Command) []look.MenuItem {
	var items []look.MenuItem
	for _, c := range rows {
		if c.After && len(items) > 0 {
			items = append(items, look.MenuItem{})
		}
		items = append(items, look.MenuItem{
			Words: words(loc, c), Hint: shortcutText(loc, c.Shortcut),
			Checked: c.Checked != nil && c.Checked(), Disabled: !enabled(c), Action: c.Do,
			Submenu: menuItems(loc, c.Submenu),
		})
	}
	return items
}

func enabled(c room.Command) bool { return c.Enabled == nil || c.Enabled() }

func words(loc *translations.Localizer, c room.Command) string {
	if c.Words != "" {
		return c.Words
	}
	return loc.T(c.Title)
}

// press does the command of a shortcut, in menus and submenus; false if there
// is none. A command that cannot be done now still takes its keys.
func press(table []room.Command, s fyne.Shortcut) bool {
	c, can, found := commandOf(table, s, true)
	if found && can {
		c.Do()
	}
	return found
}

// commandOf finds the command of a shortcut, and tells whether it can be done now.
func commandOf(table []room.Command, s fyne.Shortcut, possible bool) (c room.Command, can, found bool) {
	for _, c := range table {
		can := possible && enabled(c)
		for _, own := range shortcuts(c) {
			if own.ShortcutName() == s.ShortcutName() {
				return c, can, true
			}
		}
		if sub, can, found := commandOf(c.Submenu, s, can); found {
			return sub, can, true
		}
	}
	return c, false, false
}

// shortcutsOf lists the shortcuts of a table, for the canvas.
func shortcutsOf(table []room.Command) []fyne.Shortcut {
	var out []fyne.Shortcut
	for _, c := range table {
		out = append(out, shortcuts(c)...)
		out = append(out, shortcutsOf(c.Submenu)...)
	}
	return out
}

// shortcuts are all keys of one command.
func shortcuts(c room.Command) []fyne.Shortcut {
	if c.Shortcut == nil {
		return c.Also
	}
	return append([]fyne.Shortcut{c.Shortcut}, c.Also...)
}

// toolbar are the buttons of the commands that ask for one. They stay the same
// while the table is made anew: one of them may have the keyboard.
type toolbar struct {
	row     *fyne.Container
	buttons []*look.Button
}

func newToolbar() *toolbar { return &toolbar{row: look.Toolbar()} }

// show makes the buttons those of a table.
func (t *toolbar) show(loc *translations.Localizer, table []room.Command) {
	n := 0
	for _, c := range table {
		if !c.Toolbar {
			continue
		}
		if n == len(t.buttons) {
			t.buttons = append(t.buttons, look.NewIconButton(c.Icon, "", nil))
			t.row.Add(t.buttons[n])
		}
		b := t.buttons[n]
		n++
		b.OnTapped = c.Do
		b.SetIcon(c.Icon)
		b.SetWords(short(loc, c))
		b.WithTip(words(loc, c) + "  " + shortcutText(loc, c.Shortcut))
		if enabled(c) {
			b.Enable()
		} else {
			b.Disable()
		}
	}
	t.row.Refresh()
}

// short is a command's name in the toolbar.
func short(loc *translations.Localizer, c room.Command) string {
	if c.Short != "" {
		return loc.T(c.Short)
	}
	return words(loc, c)
}

// key makes a shortcut with the platform's command key (Ctrl, or ⌘ on macOS).
func key(name fyne.KeyName, more ...fyne.KeyModifier) fyne.Shortcut {
	mod := fyne.KeyModifierShortcutDefault
	for _, m := range more {
		mod |= m
	}
	return &desktop.CustomShortcut{KeyName: name, Modifier: mod}
}

// function makes a shortcut of a function key alone.
func function(name fyne.KeyName) fyne.Shortcut { return &look.FunctionKey{Name: name} }
