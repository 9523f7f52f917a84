package app

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"travaux/app/look"
	"travaux/translations"
)

// shortcutText is a shortcut as people write it: "Ctrl+Shift+M", "F3".
func shortcutText(loc *translations.Localizer, s fyne.Shortcut) string {
	var parts []string
	switch s := s.(type) {
	case *desktop.CustomShortcut:
		parts = append(modifiers(s.Modifier), string(s.KeyName))
	case *look.FunctionKey:
		if s.Shift {
			parts = modifiers(fyne.KeyModifierShift)
		}
		parts = append(parts, string(s.Name))
	case *fyne.ShortcutUndo:
		parts = append(modifiers(fyne.KeyModifierShortcutDefault), "Z")
	case *fyne.ShortcutRedo:
		parts = append(modifiers(fyne.KeyModifierShortcutDefault), "Y")
	default:
		return ""
	}
	return keysText(loc, strings.Join(parts, plus))
}

// modifiers names the keys that are held, in the order in which they are written.
func modifiers(m fyne.KeyModifier) []string {
	var names []string
	for _, x := range []struct {
		mod  fyne.KeyModifier
		name string
	}{
		{fyne.KeyModifierControl, "Ctrl"},
		{fyne.KeyModifierSuper, "Cmd"},
		{fyne.KeyModifierAlt, "Alt"},
		{fyne.KeyModifierShift, "Shift"},
	} {
		if m&x.mod != 0 {
			names = append(names, x.name)
		}
	}
	return names
}

// plus stands between the keys of a combination; no key has it for a name there.
const plus = "+"

// keysText is a combination of keys as the keyboards of the language name them.
func keysText(loc *translations.Localizer, keys string) string {
	var parts []string
	for rest := keys; rest != ""; {
		name, after, _ := strings.Cut(rest[1:], plus) // the key "+" itself may come last
		parts, rest = append(parts, keyName(loc, rest[:1]+name)), after
	}
	return loc.Isolate(strings.Join(parts, plus))
}

// arrows are the signs on the keys.
var arrows = map[string]string{
	string(fyne.KeyUp): "↑", string(fyne.KeyDown): "↓", string(fyne.KeyLeft): "←", string(fyne.KeyRight): "→",
}

// keyNames are the keys that not all keyboards name alike, by catalogue id.
var keyNames = map[string]string{
	"Shift": "key.shift", string(fyne.KeyReturn): "key.enter", string(fyne.KeyEnter): "key.enter", string(fyne.KeyEscape): "key.escape",
	string(fyne.KeySpace): "key.space", string(fyne.KeyBackspace): "key.backspace", string(fyne.KeyDelete): "key.delete",
	string(fyne.KeyHome): "key.home", string(fyne.KeyEnd): "key.end", string(fyne.KeyPageUp): "key.page-up", string(fyne.KeyPageDown): "key.page-down",
}

func keyName(loc *translations.Localizer, name string) string {
	if sign, ok := arrows[name]; ok {
		return sign
	}
	if id, ok := keyNames[name]; ok {
		return loc.T(id)
	}
	return name
}
