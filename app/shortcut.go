package app

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"travaux/translations"
)

// shortcutText is a shortcut as people write it: "Ctrl+Shift+M".
func shortcutText(loc *translations.Localizer, s fyne.Shortcut) string {
	c, ok := s.(*desktop.CustomShortcut)
	if !ok {
		switch s.(type) {
		case *fyne.ShortcutUndo:
			c = key(fyne.KeyZ).(*desktop.CustomShortcut)
		case *fyne.ShortcutRedo:
			c = key(fyne.KeyY).(*desktop.CustomShortcut)
		default:
			return ""
		}
	}
	var parts []string
	for _, m := range []struct {
		mod  fyne.KeyModifier
		name string
	}{
		{fyne.KeyModifierControl, "Ctrl"},
		{fyne.KeyModifierSuper, "Cmd"},
		{fyne.KeyModifierAlt, "Alt"},
		{fyne.KeyModifierShift, "Shift"},
	} {
		if c.Modifier&m.mod != 0 {
			parts = append(parts, m.name)
		}
	}
	return loc.Isolate(strings.Join(append(parts, string(c.KeyName)), "+"))
}
