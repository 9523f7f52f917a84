package desk

import (
	"slices"
	"strings"
	"unicode"

	"travaux/data"
)

// Considered returns the provisions of the current revision in the order in which
// a meeting considers them, each followed by what it contains, none twice. A
// meeting without an order of its own considers the whole text. What is not in the
// text any more is left out.
func (d *Desk) Considered(meeting data.ID) ([]data.Provision, error) {
	t, err := d.Current()
	if err != nil {
		return nil, err
	}
	m, _ := d.Meeting(meeting)
	if len(m.Order) == 0 {
		return slices.Clone(t.Provisions), nil
	}
	var out []data.Provision
	taken := map[data.ID]bool{}
	for _, id := range m.Order {
		p, ok := t.Find(d.permanent(id))
		if !ok {
			continue
		}
		for _, part := range t.Provisions[p.Order:] {
			if part.ID != p.ID && part.Depth <= p.Depth {
				break
			}
			if !taken[part.ID] {
				taken[part.ID] = true
				out = append(out, part)
			}
		}
	}
	return out, nil
}

// ReadOrder reads an order of consideration: numbers as GoTo reads them, separated
// by commas or semicolons; "4-7" is all from article 4 to article 7. It gives
// data.CodeInput where one of them is not in the text.
func (t *Text) ReadOrder(typed string) ([]data.ID, error) {
	var out []data.ID
	add := func(id data.ID) {
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	for _, part := range strings.FieldsFunc(typed, func(r rune) bool { return strings.ContainsRune(",;،؛，；、\n", r) }) {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		first, last, ok := t.ends(part)
		if !ok {
			return nil, data.E(data.CodeInput, "what", "order")
		}
		for _, p := range t.Provisions[first.Order : last.Order+1] {
			if p.ID == first.ID || p.ID == last.ID || p.Kind == first.Kind && p.Depth == first.Depth {
				add(p.ID)
			}
		}
	}
	return out, nil
}

// ends finds the first and the last provision of what was typed: twice the same
// but for "4-7".
func (t *Text) ends(typed string) (first, last data.Provision, ok bool) {
	typed = asciiDigits(typed)
	for at, r := range typed {
		if !strings.ContainsRune("-–—", r) {
			continue
		}
		from, to := t.GoTo(typed[:at]), t.GoTo(typed[at+len(string(r)):])
		if len(from) > 0 && len(to) > 0 && from[0].Order < to[0].Order && from[0].Kind == to[0].Kind {
			return from[0], to[0], true
		}
	}
	if found := t.GoTo(typed); len(found) > 0 {
		return found[0], found[0], true
	}
	return first, last, false
}

// asciiDigits puts Arabic-Indic digits into those that paths are written with.
func asciiDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '٠' && r <= '٩' {
			return '0' + r - '٠'
		}
		return r
	}, s)
}

// WriteOrder writes an order of consideration as ReadOrder reads it. What is not
// in the text any more is left out.
func (t *Text) WriteOrder(order []data.ID) string {
	var out []string
	for _, id := range order {
		if p, ok := t.Find(id); ok {
			out = append(out, t.short(p))
		}
	}
	return strings.Join(out, ", ")
}

// short is the shortest number by which a provision is found again: "7.2" for
// paragraph 2 of article 7, else its path.
func (t *Text) short(p data.Provision) string {
	parts := strings.Split(p.Path, "/")
	for i, part := range parts {
		if number := strings.TrimPrefix(part, "art"); number != part && number != "" && unicode.IsDigit([]rune(number)[0]) {
			typed := strings.Join(append([]string{number}, parts[i+1:]...), ".")
			if found := t.GoTo(typed); len(found) > 0 && found[0].ID == p.ID {
				return typed
			}
		}
	}
	return p.Path
}
