package app

import (
	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/room"
)

// The text size can be changed everywhere: also before a vault is open, and on a
// page that covers the panes.

// sizes are the commands that change the text size: by steps, and to each size.
func (p *program) sizes() []room.Command {
	rows := []room.Command{
		{Title: "command.larger", Shortcut: key(fyne.KeyPlus), Also: []fyne.Shortcut{key(fyne.KeyEqual), key(fyne.KeyEqual, fyne.KeyModifierShift)}, Do: func() { p.zoom(1) }},
		{Title: "command.smaller", Shortcut: key(fyne.KeyMinus), Do: func() { p.zoom(-1) }},
	}
	for i, percent := range look.Percents {
		c := room.Command{
			Words:   p.loc.T("size.percent", "n", p.loc.Number(percent)),
			Do:      func() { p.setTextSize(percent) },
			Checked: func() bool { return look.Current().Percent() == percent },
			After:   i == 0,
		}
		if percent == 100 {
			c.Shortcut = key(fyne.Key0)
		}
		rows = append(rows, c)
	}
	return rows
}

// zoom makes the text larger or smaller by a step.
func (p *program) zoom(step int) { p.setTextSize(look.Current().Step(step)) }

// setTextSize takes a size in per cent. The panes are built anew around it; a page
// that covers them stays, and they are built anew when it goes.
func (p *program) setTextSize(percent int) {
	if percent == look.Current().Percent() {
		return
	}
	p.dress(func(t *look.Theme) { t.SetPercent(percent) })
	switch {
	case p.shell == nil:
	case p.shell.uncovered():
		p.showShell()
	default:
		p.shell.stale = true
		p.shell.refreshCommands()
	}
}

// dress applies a changed look and keeps it.
func (p *program) dress(change func(*look.Theme)) {
	t := *look.Current()
	change(&t)
	p.settings.setTheme(&t)
	look.Apply(&t)
}

// listen makes the keys for the text size work on a page without a command table.
func (p *program) listen() {
	table := p.sizes()
	for _, s := range shortcutsOf(table) {
		p.window.Canvas().AddShortcut(s, func(pressed fyne.Shortcut) { look.Shortcut(pressed) })
	}
	look.OnShortcut = func(pressed fyne.Shortcut) bool { return press(table, pressed) }
}
