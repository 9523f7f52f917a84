package app

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"travaux/translations"
	"travaux/translations/typeset/bidi"
)

// caption prepares a string for what Fyne still draws itself (the menu bar).
// Fyne shapes each run rightly but sets the runs of a line from left to right
// in the order it gets them; so it is given them in visual order.
func caption(loc *translations.Localizer, s string) string {
	if !loc.RightToLeft() {
		return s
	}
	text := []rune(s)
	levels, _ := bidi.Levels(text, bidi.RTL)
	var b strings.Builder
	for _, run := range bidi.Runs(levels) {
		b.WriteString(string(text[run.Start:run.End]))
	}
	return b.String()
}

// shortcutText is a shortcut as people write it: "Ctrl+Shift+M".
func shortcutText(loc *translations.Localizer, s fyne.Shortcut) string {
	c, ok := s.(*desktop.CustomShortcut)
	if !ok {
		return ""
	}
	var parts []string
	for _, m := range []struct {
		mod  fyne.KeyModifier
		name string
	}{
		{fyne.KeyModifierControl, "Ctrl"},
		{fyne.KeyModifierSuper, "⌘"},
		{fyne.KeyModifierAlt, "Alt"},
		{fyne.KeyModifierShift, "Shift"},
	} {
		if c.Modifier&m.mod != 0 {
			parts = append(parts, m.name)
		}
	}
	return loc.Isolate(strings.Join(append(parts, string(c.KeyName)), "+"))
}

// key makes a shortcut with the platform's command key (Ctrl, or ⌘ on macOS).
func key(name fyne.KeyName, more ...fyne.KeyModifier) fyne.Shortcut {
	mod := fyne.KeyModifierShortcutDefault
	for _, m := range more {
		mod |= m
	}
	return &desktop.CustomShortcut{KeyName: name, Modifier: mod}
}
