package mandate

import (
	"slices"
	"strings"

	"travaux/app/room"
	"travaux/data"
	"travaux/data/desk"
	"travaux/translations"
)

// Moment writes a moment of an instruction in the language of the window.
func Moment(loc *translations.Localizer, m data.Moment) string {
	return loc.Moment(m.Local(), m.Zone, m.Day)
}

// Name is what an instruction is called in a sentence: its number, else its
// issuer and day.
func Name(loc *translations.Localizer, i data.Instruction) string {
	switch {
	case i.Reference != "":
		return loc.T("instructions.name", "reference", loc.Isolate(i.Reference))
	case i.Issued.IsZero():
		return loc.T("instructions.name.recorded", "date", loc.Time(i.Time))
	}
	return loc.T("instructions.name.dated", "date", issued(loc, i.Issued))
}

// issued writes when an instruction was issued: of a day, as documents are dated,
// without the clock.
func issued(loc *translations.Localizer, m data.Moment) string {
	if m.Day {
		return loc.Moment(m.Local(), "", true)
	}
	return Moment(loc, m)
}

// Validity says from when and until when an instruction holds, as it says itself.
func Validity(loc *translations.Localizer, i desk.Instructed) string {
	switch {
	case i.Has(data.FlagNotBegun):
		return loc.T("panes.instruction.from", "date", Moment(loc, i.Issued))
	case i.Has(data.FlagSuperseded):
		return loc.Name("instructions.flag", string(data.FlagSuperseded))
	case i.Lapses.IsZero():
		return loc.T("panes.instruction.open-ended")
	case i.Has(data.FlagLapsed):
		return loc.T("panes.instruction.expired", "date", Moment(loc, i.Lapses))
	}
	return loc.T("panes.instruction.until", "date", Moment(loc, i.Lapses))
}

// Source is who issued an instruction and when.
func Source(loc *translations.Localizer, i data.Instruction) string {
	var parts []string
	if i.Issuer != "" {
		parts = append(parts, loc.Isolate(i.Issuer))
	}
	if !i.Issued.IsZero() {
		parts = append(parts, issued(loc, i.Issued))
	}
	return strings.Join(parts, " · ")
}

// Scope names what an instruction holds for.
func Scope(r *room.Room, i data.Instruction) string {
	loc := r.Loc
	switch {
	case i.Topic != "":
		return loc.T("instructions.scope.topic", "topic", loc.Isolate(i.Topic))
	case len(i.Provisions) == 0:
		return loc.T("panes.scope.whole")
	}
	return loc.T("panes.scope.on", "places", Places(r, i.Provisions))
}

// Places lists provisions as they are cited.
func Places(r *room.Room, provisions []data.ID) string {
	var places []string
	for _, id := range provisions {
		if p, err := r.Desk.Provision(id); err == nil {
			places = append(places, r.Loc.Cite(p.Path))
		}
	}
	return r.Loc.List(places)
}

// Contradiction says what contradicts an instruction, and by which rule.
func Contradiction(r *room.Room, c data.Contradiction) string {
	loc := r.Loc
	other, err := r.Desk.Instruction(c.With)
	if err != nil {
		return ""
	}
	name := Name(loc, other)
	switch {
	case c.Clash == data.ClashStances:
		return loc.T("instructions.clash.stances", "other", name, "theirs", loc.Name("stance", string(c.Theirs)), "ours", loc.Name("stance", string(c.Ours)))
	case c.Clash == data.ClashDeletion && c.Requires:
		return loc.T("instructions.clash.deletion", "other", name, "words", loc.Quote(loc.Isolate(c.Words)))
	case c.Clash == data.ClashDeletion:
		return loc.T("instructions.clash.deleting", "other", name, "words", loc.Quote(loc.Isolate(c.Words)))
	case c.Requires:
		return loc.T("instructions.clash.forbids", "other", name, "words", loc.Quote(loc.Isolate(c.Words)), "forbidden", loc.Quote(loc.Isolate(c.Forbids)))
	}
	return loc.T("instructions.clash.requires", "other", name, "words", loc.Quote(loc.Isolate(c.Words)), "forbidden", loc.Quote(loc.Isolate(c.Forbids)))
}

// told are the contradictions to be told: of those that are the same in several
// languages, the one in a language.
func told(all []data.Contradiction, lang data.Lang) (out []data.Contradiction) {
	same := func(a, b data.Contradiction) bool {
		return a.With == b.With && a.Clash == b.Clash && a.Requires == b.Requires && a.Lang != b.Lang
	}
	for _, c := range all {
		at := slices.IndexFunc(out, func(x data.Contradiction) bool { return same(x, c) })
		switch {
		case at < 0:
			out = append(out, c)
		case c.Lang == lang:
			out[at] = c
		}
	}
	return out
}

// spoken are the phrases in a language; where there are none, all of them.
func spoken(all []data.Phrase, lang data.Lang) []data.Phrase {
	own := slices.DeleteFunc(slices.Clone(all), func(p data.Phrase) bool { return p.Lang != lang })
	if len(own) == 0 {
		return all
	}
	return own
}

// FlagRule says by which rule a flag is raised.
func FlagRule(loc *translations.Localizer, f data.Flag) string {
	return loc.Name("instructions.rule", string(f))
}

// supersededBy says which instructions have taken the place of one.
func supersededBy(r *room.Room, i desk.Instructed) string {
	var names []string
	for _, id := range i.SupersededBy {
		if other, err := r.Desk.Instruction(id); err == nil {
			names = append(names, Name(r.Loc, other))
		}
	}
	if len(names) == 0 { // by one that this member cannot read
		return r.Loc.Name("instructions.flag", string(data.FlagSuperseded))
	}
	return r.Loc.T("instructions.superseded.by", "others", r.Loc.List(names))
}

// supersedes says whose place an instruction takes.
func supersedes(r *room.Room, i data.Instruction) string {
	var names []string
	for _, id := range i.Supersedes {
		if other, err := r.Desk.Instruction(id); err == nil {
			names = append(names, Name(r.Loc, other))
		}
	}
	if len(names) == 0 {
		return ""
	}
	return r.Loc.T("instructions.supersedes", "others", r.Loc.List(names))
}
