package bracket

import (
	"strings"

	"travaux/data/text"
)

// GroupKind says what the brackets of a group are to each other.
type GroupKind uint8

// Kinds of groups.
const (
	Adjacent GroupKind = iota // [a][b], [a]/[b]: alternatives, of which one survives; in Chinese, which has no spaces, most likely so
	Slashed                   // [a/b]: alternatives inside one bracket
	Unclear                   // [a] [b]: alternatives, or optional words that follow each other; the text does not say
)

// Group is a set of alternatives, or a run of brackets that may be one.
type Group struct {
	Kind    GroupKind
	Members []int       // indices in Reading.Brackets, in order; of Slashed one
	Parts   []text.Span // of Slashed: what may survive, in runes of the field the bracket stands in
	Vague   bool        // of Slashed: "[with impacts/effects]": how far the parts reach is not clear
	Run     int         // of Adjacent: index of the Unclear run it stands in; -1 for none
}

// joint says what stands between a bracket and the next one.
type joint uint8

const (
	apart joint = iota // words, or the end of the paragraph
	touching
	slashes
	spaced
)

// group finds alternatives: brackets that touch (negotiation, section 2,
// parser rule 3), with the slash between them or inside.
func (r *Reading) group() {
	for i := range r.Brackets {
		r.run(i)
	}
	r.slashed()
}

// run finds the brackets from i on that follow each other without words.
func (r *Reading) run(i int) {
	if r.Brackets[i].Group >= 0 {
		return // in a run already
	}
	var members []int
	var joints []joint
	for at := i; ; {
		next, j := r.follower(at)
		if j == apart {
			break
		}
		if members == nil {
			members = append(members, i)
		}
		members, joints = append(members, next), append(joints, j)
		at = next
	}
	if members != nil {
		r.divide(members, joints)
	}
}

// follower returns the bracket that opens where bracket i closes.
func (r *Reading) follower(i int) (next int, j joint) {
	b := &r.Brackets[i]
	if b.State != Paired || int(b.close)+1 >= len(r.tokens) {
		return 0, apart
	}
	close, open := &r.tokens[b.close], &r.tokens[b.close+1]
	if !open.open || open.mate < 0 || open.paragraph != close.paragraph || open.field != close.field {
		return 0, apart
	}
	return int(open.bracket), jointOf(r.field(close)[int(close.at)+close.size() : open.at])
}

func jointOf(gap string) joint {
	if gap == "" {
		return touching
	}
	if len(gap) > 16 {
		return apart
	}
	switch strings.TrimSpace(gap) {
	case "":
		return spaced
	case "/", "／":
		return slashes
	}
	return apart
}

// divide makes a group of what touches; if more than one such group or bracket
// follow each other with spaces, of all of them an unclear run.
func (r *Reading) divide(members []int, joints []joint) {
	run := -1
	for _, j := range joints {
		if j == spaced {
			run = len(r.Groups)
			r.Groups = append(r.Groups, Group{Kind: Unclear, Members: members, Run: -1})
			break
		}
	}
	from := 0
	for k := range members {
		if run >= 0 {
			r.Brackets[members[k]].Group = run
		}
		if k < len(joints) && joints[k] != spaced {
			continue
		}
		if k > from {
			for _, m := range members[from : k+1] {
				r.Brackets[m].Group = len(r.Groups)
			}
			r.Groups = append(r.Groups, Group{Kind: Adjacent, Members: members[from : k+1], Run: run})
		}
		from = k + 1
	}
}
