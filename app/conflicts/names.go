package conflicts

import (
	"travaux/app/look"
	"travaux/app/room"
	"travaux/data"
	"travaux/data/desk"
	"travaux/translations"
)

// icons tell the kinds of record apart by shape.
var icons = map[string]look.IconName{
	"position": look.IconPosition, "comment": look.IconComment, "instruction": look.IconInstruction, "proposal": look.IconProposal,
	"negotiation": look.IconSettings, "member": look.IconPerson, "livewith": look.IconApprove, "package": look.IconLink,
}

func iconOf(c desk.Conflict) look.IconName {
	if icon, ok := icons[c.Kind]; ok {
		return icon
	}
	return look.IconEdit
}

// title says where a conflict is and what it is about.
func title(c desk.Conflict, r *room.Room) string {
	what := whatOf(c, r.Loc)
	place := placeOf(c, r)
	if place == "" {
		return translations.Capital(what)
	}
	return r.Loc.T("conflicts.row", "place", translations.Capital(place), "what", what)
}

func placeOf(c desk.Conflict, r *room.Room) string {
	for _, id := range c.Provisions {
		if p, err := r.Desk.Provision(id); err == nil {
			return r.Loc.Cite(p.Path)
		}
	}
	return ""
}

// whatOf names the field, with its language.
func whatOf(c desk.Conflict, loc *translations.Localizer) string {
	what := known(loc, "conflict-kind."+c.Kind, "conflict-kind.other")
	if c.Field != "body" && c.Kind != "comment" {
		what = loc.T("conflicts.field", "kind", what, "field", known(loc, "conflict-field."+c.Field, "conflict-field.other"))
	}
	if c.Lang != "" {
		what = loc.T("conflicts.in-language", "what", what, "language", loc.Name("language", string(c.Lang)))
	}
	return what
}

// known is the name with that id, or another one: a newer version of the program
// may have written what this one has no name for.
func known(loc *translations.Localizer, id, other string) string {
	if loc.Has(id) {
		return loc.T(id)
	}
	return loc.T(other)
}

// who says whose a version is, when, and whether it is shown now.
func who(c desk.Conflict, version int, r *room.Room) string {
	v := c.Versions[version]
	words := r.Loc.T("conflicts.by", "name", r.Loc.Isolate(r.Desk.Member(v.Author).Name), "time", r.Loc.Time(v.Time))
	if version == 0 {
		words = r.Loc.T("conflicts.shown", "who", words)
	}
	return words
}

// part is a piece of a version: a title of the window's, and words of a person's
// in some language.
type part struct {
	title, words string
	lang         data.Lang
	ours         bool // words are the window's own
}

// partsOf are what a version says.
func partsOf(c desk.Conflict, v desk.ConflictVersion, loc *translations.Localizer) []part {
	switch {
	case v.Deleted:
		return []part{{words: loc.T("conflicts.deleted"), ours: true}}
	case len(v.Details) > 0:
		return detailParts(v.Details, loc)
	case c.Field == "stance":
		return []part{{words: loc.Name("stance", string(orNone(data.Stance(v.Text)))), ours: true}}
	case v.Text == "":
		return []part{{words: loc.T("conflicts.empty"), ours: true}}
	}
	return []part{{words: v.Text, lang: c.Lang}}
}

func orNone(s data.Stance) data.Stance {
	if s == data.StanceNone {
		return "none"
	}
	return s
}

func detailParts(details []desk.ConflictDetail, loc *translations.Localizer) (parts []part) {
	for _, x := range details {
		p := part{title: known(loc, "conflict-detail."+x.Name, "conflict-detail.other"), words: x.Text, lang: x.Lang}
		if x.Name == "" && x.Lang != "" {
			p.title = loc.Name("language", string(x.Lang))
		} else if x.Lang != "" {
			p.title = loc.T("conflicts.in-language", "what", p.title, "language", loc.Name("language", string(x.Lang)))
		}
		switch {
		case x.Text == "":
			p.words, p.ours = loc.T("conflicts.empty"), true
		case x.Name == "Role" && loc.Has("role."+x.Text):
			p.words, p.ours = loc.T("role."+x.Text), true
		case x.Name == "Classification" && loc.Has("classification."+x.Text):
			p.words, p.ours = loc.T("classification."+x.Text), true
		}
		parts = append(parts, p)
	}
	return parts
}
