package monitor

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"slices"
	"strconv"

	"travaux/data"
)

// Rounds is how often a draw is begun anew before a rule gives way.
const Rounds = 64

// Number is the number by which a lot is drawn: the SHA-256 of seed, round, party
// under review and candidate, each on a line of its own, without a last end of
// line. The candidate with the smallest number is drawn. Anybody can repeat it:
//
//	printf 'seed\n0\nAAA\nBBB' | sha256sum
func Number(seed string, round int, party, candidate string) [sha256.Size]byte {
	return sha256.Sum256([]byte(seed + "\n" + strconv.Itoa(round) + "\n" + party + "\n" + candidate))
}

// Lots draws the reviewers of parties by lot.
//
// In each round the parties come in the order of their numbers without a candidate.
// First each draws those of its own regional group, one after the other, then each
// draws the others. It draws, of all that no rule excludes, the candidate with the
// smallest number. Where nobody is left the round has failed and the next begins.
// After Rounds rounds a rule gives way, first that of the group, then that of even
// shares, then that two do not review each other; the lot tells which. A party in
// whose group there are too few others draws the missing ones from all from the
// beginning.
//
// Where the pool is no larger than the number of reviewers there is no lot.
//
// Source: practice of the reviews under the United Nations Convention against
// Corruption (two reviewers, one of the same regional group, no mutual reviews).
func Lots(rules data.DrawRules, under []string, pool []data.Ticket, seed string) (lots []data.Lot, round int) {
	pool = slices.Clone(pool)
	slices.SortFunc(pool, func(a, b data.Ticket) int { return cmp.Compare(a.Party, b.Party) })
	pool = slices.CompactFunc(pool, func(a, b data.Ticket) bool { return a.Party == b.Party })
	if rules.Reviewers < 1 || len(pool) <= rules.Reviewers {
		return nil, 0
	}
	for ; round < 4*Rounds; round++ {
		d := newDrawing(rules, under, pool, seed, round)
		if d.run() {
			return d.lots, round
		}
	}
	return nil, round
}

// drawing is one round.
type drawing struct {
	rules  data.DrawRules
	pool   []data.Ticket
	region map[string]string
	seed   string
	round  int
	share  int // how often one may review
	load   map[string]int
	lots   []data.Lot // in the order in which they draw
}

func newDrawing(rules data.DrawRules, under []string, pool []data.Ticket, seed string, round int) *drawing {
	d := &drawing{rules: rules, pool: pool, seed: seed, round: round, region: map[string]string{}, load: map[string]int{}}
	for _, t := range pool {
		d.region[t.Party] = t.Region
	}
	order := slices.Compact(slices.Sorted(slices.Values(under)))
	slices.SortStableFunc(order, func(a, b string) int {
		x, y := Number(seed, round, a, ""), Number(seed, round, b, "")
		return bytes.Compare(x[:], y[:])
	})
	for _, party := range order {
		d.lots = append(d.lots, data.Lot{Party: party})
	}
	d.share = (rules.Reviewers*len(order) + len(pool) - 1) / len(pool)
	return d
}

// gives reports whether a rule may give way in this round.
func (d *drawing) gives(c data.Ceded) bool {
	return d.round >= Rounds*(1+slices.Index([]data.Ceded{data.CededRegion, data.CededEven, data.CededMutual}, c))
}

// run draws all, and reports whether the round succeeded.
func (d *drawing) run() bool {
	for n := range d.rules.SameRegion {
		for i := range d.lots {
			lot := &d.lots[i]
			switch by, ok := d.draw(lot, true); {
			case ok:
				d.take(lot, by)
			case d.gives(data.CededRegion) || d.alone(lot.Party, n):
				lot.Ceded = append(lot.Ceded, data.CededRegion)
			default:
				return false
			}
		}
	}
	for more := true; more; {
		more = false
		for i := range d.lots {
			lot := &d.lots[i]
			if len(lot.Reviewers) == d.rules.Reviewers {
				continue
			}
			by, ok := d.draw(lot, false)
			if !ok {
				return false
			}
			d.take(lot, by)
			more = true
		}
	}
	for i := range d.lots {
		d.lots[i].Ceded = slices.Compact(slices.Sorted(slices.Values(d.lots[i].Ceded)))
	}
	return true
}

// alone reports whether there are no more than n others of the group of a party.
func (d *drawing) alone(party string, n int) bool {
	others := 0
	for _, t := range d.pool {
		if t.Party != party && t.Region == d.region[party] && t.Region != "" {
			others++
		}
	}
	return others <= n
}

func (d *drawing) take(lot *data.Lot, by string) {
	lot.Reviewers = append(lot.Reviewers, by)
	d.load[by]++
}

// draw is the candidate that a party draws now, of its group or of all.
func (d *drawing) draw(lot *data.Lot, group bool) (string, bool) {
	for _, ceded := range [][]data.Ceded{nil, {data.CededEven}, {data.CededEven, data.CededMutual}} {
		if len(ceded) > 0 && !d.gives(ceded[len(ceded)-1]) {
			break
		}
		best, at := [sha256.Size]byte{}, ""
		for _, t := range d.pool {
			if !d.may(lot, t, group, ceded) {
				continue
			}
			if n := Number(d.seed, d.round, lot.Party, t.Party); at == "" || bytes.Compare(n[:], best[:]) < 0 {
				best, at = n, t.Party
			}
		}
		if at != "" {
			lot.Ceded = append(lot.Ceded, d.broken(lot.Party, at)...)
			return at, true
		}
	}
	return "", false
}

// broken are the rules that a candidate breaks.
func (d *drawing) broken(party, by string) (out []data.Ceded) {
	if d.rules.Even && d.load[by] >= d.share {
		out = append(out, data.CededEven)
	}
	if !d.rules.Mutual && d.reviews(party, by) {
		out = append(out, data.CededMutual)
	}
	return out
}

// may reports whether no rule excludes a candidate, but for those that are ceded.
func (d *drawing) may(lot *data.Lot, t data.Ticket, group bool, ceded []data.Ceded) bool {
	if t.Party == lot.Party || slices.Contains(lot.Reviewers, t.Party) || group && (t.Region == "" || t.Region != d.region[lot.Party]) {
		return false
	}
	return !slices.ContainsFunc(d.broken(lot.Party, t.Party), func(c data.Ceded) bool { return !slices.Contains(ceded, c) })
}

// reviews reports whether a party reviews another already.
func (d *drawing) reviews(party, by string) bool {
	return slices.ContainsFunc(d.lots, func(l data.Lot) bool { return l.Party == by && slices.Contains(l.Reviewers, party) })
}
