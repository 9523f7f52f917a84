package reference

import (
	"travaux/data"
)

// Target is where one part of a reference leads in a revision.
type Target struct {
	Part
	Status  Status
	ID      data.ID // of the provision; zero unless it is there
	Path    string  // of the provision; "" unless it is there
	Nearest data.ID // what is there of the way to a missing one: article 12 where it has no paragraph 9
	NowAt   string  // if renumbered: the path of the provision that was meant
	Was     data.ID // if renumbered or replaced: the provision that was meant
}

// Status says what became of what a reference points to.
type Status string

// Statuses of targets.
const (
	Found      Status = "found"      // there
	Gone       Status = "gone"       // nothing has this number
	Renumbered Status = "renumbered" // what was meant has another number now
	Replaced   Status = "replaced"   // what was meant is gone, and something else has its number
	Foreign    Status = "foreign"    // a provision of another instrument
	Unclear    Status = "unclear"    // not there, but perhaps not of this text: never to be flagged
)

// ID names the sentence of the catalogue that says the status; that of
// Renumbered has the argument "at", what the provision is cited as now.
func (s Status) ID() string { return "reference." + string(s) }

// Resolve finds what a reference in the provision from points to, one target
// for every part. The zero ID stands for a place outside the text.
func (x *Index) Resolve(from data.ID, r Ref) []Target {
	targets := make([]Target, len(r.Parts))
	for i, part := range r.Parts {
		targets[i] = x.target(from, r, part)
	}
	return targets
}

func (x *Index) target(from data.ID, r Ref, part Part) Target {
	t := Target{Part: part}
	if part.Address.Base != FromThis && x.Foreign(r) {
		t.Status = Foreign
		return t
	}
	at := -1
	if i, ok := x.byID[from]; ok {
		at = i
	}
	i, nearest := x.find(at, part.Address, r.Instrument)
	switch {
	case i >= 0:
		t.Status, t.ID, t.Path = Found, x.nodes[i].provision.ID, x.nodes[i].provision.Path
	case x.doubtful(at, r, part.Address, nearest):
		t.Status = Unclear
	default:
		t.Status = Gone
	}
	if i < 0 && nearest >= 0 {
		t.Nearest = x.nodes[nearest].provision.ID
	}
	return t
}

// doubtful reports whether what was not found may nevertheless be there, or
// may not be of this text at all: only what surely is gone is flagged.
func (x *Index) doubtful(from int, r Ref, a Address, nearest int) bool {
	switch {
	case x.nodes == nil || from >= 0 && x.nodes[from].provision.Kind == data.KindFootnote:
		return true // footnotes speak of other documents
	case a.Base != FromText && (a.Base != FromThis || nearest < 0):
		return true
	case nearest >= 0 && x.numberless(nearest):
		return true
	case nearest < 0 && a.Base == FromText && isContainer(a.Steps[0].Kind) && !x.kinds[a.Steps[0].Kind]:
		return true // a text without chapters speaks of a chapter
	case r.Instrument == Bare && !x.known(r):
		return true
	case r.Instrument == Unnamed && r.beside != nil && isContainer(a.Steps[0].Kind):
		return r.beside.Instrument == Bare && !x.known(*r.beside) || x.Foreign(*r.beside)
	}
	return false
}

// find returns the provision at the address as it is meant in provision from,
// or -1 and the innermost that is there of the way.
func (x *Index) find(from int, a Address, of Instrument) (found, nearest int) {
	switch a.Base {
	case FromThis:
		start := x.enclosing(from, a.Of)
		if start < 0 {
			return -1, -1
		}
		found, nearest = x.descend(start, a.Steps)
		if found < 0 && a.Of == data.KindAnnex && a.Steps[0].Kind == data.KindArticle && nearest == start {
			return x.fromText(-1, a, Own) // "article 170 and article 12 of this Annex"
		}
		return found, nearest
	case FromPrevious, FromNext:
		start := x.neighbour(from, a.Of, a.Base == FromPrevious)
		if start < 0 {
			return -1, -1
		}
		return x.descend(start, a.Steps)
	case FromThat:
		return x.that(from, a, of)
	}
	if len(a.Steps) == 0 {
		return -1, -1
	}
	if found, nearest = x.fromText(from, a, of); found < 0 && a.before != nil && a.Steps[0].rank >= unitParagraph.rank() {
		if i, _ := x.that(from, a, of); i >= 0 {
			return i, i
		}
	}
	return found, nearest
}

// that finds "paragraph 2 of that article", or a part of what was named
// before.
func (x *Index) that(from int, a Address, of Instrument) (found, nearest int) {
	if a.before == nil {
		return -1, -1
	}
	i, _ := x.find(from, *a.before, of)
	if i < 0 {
		return -1, -1
	}
	if a.Base == FromThat {
		if i = x.enclosing(i, a.Of); i < 0 {
			return -1, -1
		}
		return x.descend(i, a.Steps)
	}
	found, nearest = -1, -1
	for n := 0; i >= 0 && n < maxDepth; n++ {
		if found, nearest = x.descend(i, a.Steps); found >= 0 || x.nodes[i].provision.Kind == data.KindArticle {
			return found, nearest
		}
		i = x.nodes[i].parent
	}
	return found, nearest
}
