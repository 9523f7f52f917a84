package bracket

import "travaux/data"

// Count is how much of a provision is in brackets. A bracket counts where it
// opens.
type Count struct {
	Pairs        int
	Unclosed     int
	Unopened     int
	Depth        int // of the deepest bracket
	Alternatives int // groups of alternatives: [a][b], [a/b]
	Unclear      int // runs that may be alternatives: [a] [b]
	Options      int // groups of alternative provisions (see Options)
}

// Open reports whether anything is not agreed.
func (c Count) Open() bool { return c != Count{} }

func (c *Count) add(d Count) {
	c.Pairs += d.Pairs
	c.Unclosed += d.Unclosed
	c.Unopened += d.Unopened
	c.Depth = max(c.Depth, d.Depth)
	c.Alternatives += d.Alternatives
	c.Unclear += d.Unclear
	c.Options += d.Options
}

// Count counts the brackets of one paragraph; options are not seen in one.
func (r *Reading) Count(paragraph int) Count {
	var c Count
	from, to := r.Opening(paragraph)
	for i := from; i < to; i++ {
		b := &r.Brackets[i]
		switch b.State {
		case Paired:
			c.Pairs++
		case Unclosed:
			c.Unclosed++
		case Unopened:
			c.Unopened++
			continue
		}
		c.Depth = max(c.Depth, b.Depth)
		if b.Slash >= 0 {
			c.Alternatives++
		}
		r.countGroup(&c, b.Group, i)
	}
	return c
}

// countGroup counts a group, and the run it stands in, at its first member.
func (r *Reading) countGroup(c *Count, group, i int) {
	for ; group >= 0; group = r.Groups[group].Run {
		g := &r.Groups[group]
		switch {
		case g.Members[0] != i:
		case g.Kind == Unclear:
			c.Unclear++
		default:
			c.Alternatives++
		}
	}
}

// Counts counts the brackets and options of provisions: of each alone, and of
// each with all that stands in it. The reading and the options must be of
// the same provisions.
func Counts(provisions []data.Provision, r *Reading, options []OptionGroup) (own, total []Count) {
	own = make([]Count, len(provisions))
	for i := range provisions {
		own[i] = r.Count(i)
	}
	for _, g := range options {
		own[g.Alternatives[0].Head].Options++
	}
	total = make([]Count, len(provisions))
	copy(total, own)
	var above []int // the provisions that the present one stands in
	for i := range provisions {
		for n := len(above); n > 0 && provisions[above[n-1]].Depth >= provisions[i].Depth; n = len(above) {
			above = above[:n-1]
		}
		for _, a := range above {
			total[a].add(own[i])
		}
		above = append(above, i)
	}
	return own, total
}
