package bracket

// UnsettledKind is what a choice leaves open. Its sentence is the catalogue's
// ID().
type UnsettledKind string

// Kinds of what is left open.
const (
	NoSurvivor       UnsettledKind = "none"        // of alternatives, none survives
	SeveralSurvivors UnsettledKind = "several"     // more than one does
	UnclearRun       UnsettledKind = "unclear"     // "[a] [b]": alternatives or not, and not exactly one survives
	NoPart           UnsettledKind = "slash"       // of "[a/b]", neither is chosen
	VaguePart        UnsettledKind = "vague"       // one is chosen of "[with impacts/effects]": it may reach further or less far
	Unfilled         UnsettledKind = "placeholder" // "[X]", "[…]" survives
	NeverClosed      UnsettledKind = "unclosed"    // where the words of the bracket end is not known
	NeverOpened      UnsettledKind = "unopened"    // where they begin is not known
)

// ID returns the catalogue's id of the sentence that says what is left open.
func (k UnsettledKind) ID() string { return "bracket.unsettled." + string(k) }

// Unsettled is one thing that a choice leaves open.
type Unsettled struct {
	Kind    UnsettledKind
	Bracket int // index in Reading.Brackets: the one concerned, or the first of its group
	Group   int // index in Reading.Groups, or -1
}

// Check lists what a choice leaves open in the whole text. What stands in a
// bracket that does not survive is settled.
func (r *Reading) Check(c Choice) []Unsettled { return r.check(0, len(r.Brackets), c) }

func (r *Reading) check(from, to int, c Choice) []Unsettled {
	var list []Unsettled
	around, gone := -1, false // the bracket of an earlier paragraph last asked about
	for i := from; i < to; {
		b := &r.Brackets[i]
		if b.Parent >= 0 && b.Parent < from && b.Parent != around {
			around, gone = b.Parent, r.gone(b.Parent, c)
		}
		if b.Parent < from && b.Parent >= 0 && gone {
			i = min(b.last, to)
			continue
		}
		list = r.checkGroup(list, b.Group, i, c)
		list = r.checkAlone(list, i, c)
		if b.State == Paired && !c.Keep[i] {
			i = min(b.last, to)
			continue
		}
		i++
	}
	return list
}

// gone reports whether bracket i or one around it does not survive.
func (r *Reading) gone(i int, c Choice) bool {
	for ; i >= 0; i = r.Brackets[i].Parent {
		if r.Brackets[i].State == Paired && !c.Keep[i] {
			return true
		}
	}
	return false
}

// checkGroup looks at a group, and the run it stands in, at its first member.
func (r *Reading) checkGroup(list []Unsettled, group, i int, c Choice) []Unsettled {
	if group < 0 {
		return list
	}
	g := &r.Groups[group]
	if g.Members[0] == i {
		survivors := 0
		for _, m := range g.Members {
			if c.Keep[m] {
				survivors++
			}
		}
		switch {
		case g.Kind == Unclear && survivors != 1:
			list = append(list, Unsettled{UnclearRun, i, group})
		case g.Kind == Adjacent && survivors == 0:
			list = append(list, Unsettled{NoSurvivor, i, group})
		case g.Kind == Adjacent && survivors > 1:
			list = append(list, Unsettled{SeveralSurvivors, i, group})
		}
	}
	return r.checkGroup(list, g.Run, i, c)
}

func (r *Reading) checkAlone(list []Unsettled, i int, c Choice) []Unsettled {
	b := &r.Brackets[i]
	switch {
	case b.State == Unclosed && !c.Keep[i]:
		return append(list, Unsettled{NeverClosed, i, -1})
	case b.State == Unopened && !c.Keep[i]:
		return append(list, Unsettled{NeverOpened, i, -1})
	case b.State != Paired || !c.Keep[i]:
		return list
	}
	if b.Content != Words {
		list = append(list, Unsettled{Unfilled, i, -1})
	}
	if b.Slash >= 0 {
		g := &r.Groups[b.Slash]
		part, chosen := c.Part[i]
		switch {
		case !chosen || part < 0 || part >= len(g.Parts):
			list = append(list, Unsettled{NoPart, i, b.Slash})
		case g.Vague:
			list = append(list, Unsettled{VaguePart, i, b.Slash})
		}
	}
	return list
}
