package app

import (
	"strings"
	"unicode"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/data"
	"travaux/data/desk"
	"travaux/translations"
)

// What the palette finds. None of it is confidential: commands, the text as it
// was issued, the names of the delegation.

// sources lists what can be found now: commands first; what an area adds last.
func (s *shell) sources() []room.Source {
	list := []room.Source{s.commandSource(), s.peopleSource()}
	if s.uncovered() {
		list = append(list, s.provisionSource())
	}
	for _, area := range []any{s.outline, s.reader, s.side} {
		if a, ok := area.(interface{ Sources() []room.Source }); ok && s.uncovered() {
			list = append(list, a.Sources()...)
		}
	}
	return list
}

// commandSource lists the commands of the table, those of submenus with the words
// of what they stand in. Members of the delegation are listed as people.
func (s *shell) commandSource() room.Source {
	var all []room.Entry
	for _, c := range s.table {
		if c.Title == titleWorkAs || c.Title == titlePalette {
			continue
		}
		if len(c.Submenu) == 0 {
			all = append(all, s.entry(c, words(s.p.loc, c), enabled(c)))
		}
		for _, sub := range c.Submenu {
			name := s.p.loc.T("palette.within", "menu", words(s.p.loc, c), "item", words(s.p.loc, sub))
			all = append(all, s.entry(sub, name, enabled(c) && enabled(sub)))
		}
	}
	return room.Source{Prefix: '>', Title: "palette.commands", Entries: func() []room.Entry { return all }}
}

// entry is a command as the palette shows it. It is told from others by its
// catalogue id, or by its words where it has none.
func (s *shell) entry(c room.Command, name string, can bool) room.Entry {
	e := room.Entry{ID: c.Title + c.Words, Words: strings.TrimSuffix(name, "…"), Hint: shortcutText(s.p.loc, c.Shortcut), Icon: c.Icon, Off: !can, Do: c.Do}
	if c.Title != "" {
		e.ID = c.Title // the words of some change: what is undone
	}
	if e.Detail = c.Known; e.Detail == "" && c.Menu != "" {
		e.Detail = s.p.loc.T(string(c.Menu))
	}
	if c.Checked != nil && c.Checked() {
		e.Icon = look.IconApprove
	}
	if !can && c.Why != "" {
		e.Hint = s.p.loc.T(c.Why)
	}
	return e
}

// peopleSource lists the members of the delegation: one works as the chosen one.
func (s *shell) peopleSource() room.Source {
	var all []room.Entry
	for _, c := range s.workAs() {
		e := s.entry(c, c.Words, enabled(c))
		e.Detail = s.p.loc.T(titleWorkAs)
		if c.Checked == nil || !c.Checked() {
			e.Icon = look.IconPerson
		}
		all = append(all, e)
	}
	return room.Source{Prefix: '@', Title: "palette.people", Entries: func() []room.Entry { return all }}
}

// most is how many runes of a provision's text are shown and searched.
const mostOfText = 160

// provisionSource lists the provisions of the text, as the window cites them.
func (s *shell) provisionSource() room.Source {
	lang := s.reading.Lang()
	entry := func(p data.Provision) room.Entry {
		r, in := p.In(lang)
		return room.Entry{
			ID: p.ID.String(), Words: translations.Capital(s.p.loc.Cite(p.Path)), Detail: opening(r), Lang: string(in), Icon: look.IconPaper,
			Do: func() { s.reading.Select(p.ID); s.reader.Focus() },
		}
	}
	var text *desk.Text // once the entries are there
	return room.Source{
		Prefix: '#', Title: "palette.provisions",
		Entries: func() []room.Entry {
			t, err := s.p.session.desk.Current()
			if err != nil {
				return nil // nothing imported yet
			}
			all := make([]room.Entry, len(t.Provisions))
			for i, p := range t.Provisions {
				all[i] = entry(p)
			}
			text = t
			return all
		},
		Meant: func(typed string) []room.Entry {
			if text == nil || !strings.ContainsFunc(typed, unicode.IsDigit) {
				return nil
			}
			var meant []room.Entry
			for _, p := range text.GoTo(typed) {
				if meant = append(meant, entry(p)); len(meant) == mostMeant {
					break
				}
			}
			return meant
		},
	}
}

// mostMeant is how many provisions a typed number brings to the top.
const mostMeant = 5

// opening is a provision's heading and how its text begins, on one line.
func opening(r data.Rendering) string {
	words := strings.Join(strings.Fields(r.Heading+" "+r.Text), " ")
	if runes := []rune(words); len(runes) > mostOfText {
		words = string(runes[:mostOfText])
	}
	return words
}
