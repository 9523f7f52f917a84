package taken

import (
	"slices"

	"travaux/data"
)

// From which share of what was proposed on it is taken over, and partly.
const (
	overFrom   = 0.75
	partlyFrom = 0.25
	// missedShare is from which share of all that was proposed on a place of change
	// keeps the rest from being all of it.
	missedShare = 0.15
	// tellingPhrase is how much one place of change must tell for the proposal to be
	// taken partly; littleFrom is how much of all that was proposed must be taken if
	// it only deletes, for words go for any reason.
	tellingPhrase = 0.35
	littleFrom    = 0.1
	// longRun is how many words in a row are a phrase that nobody writes by
	// chance: with one of them a proposal was taken partly, however long it is.
	longRun = 8
	// nearRun is how many new paragraphs after what continues the neighbour of an
	// addition are still its place.
	nearRun = 12
	// shortRun is how many telling words are a short insertion, shortReach how far off
	// its place such a one is looked for, and tellingWord how much its words must
	// tell.
	shortRun   = 2
	shortReach = 6
	// closeBy is how far taken words may be that vouch for one between them.
	closeBy     = 3
	tellingWord = 0.35
	// stockPhrase is in how many paragraphs three words in a row stand that could
	// have come for any reason: they count only up to farReach words off their
	// place, or beside words that tell.
	stockPhrase = 8
	farReach    = 12
	// bracketRun is the most that brackets around words count, bracketBeside the
	// most beside a change of words, both in rare words.
	bracketRun    = 1.0
	bracketBeside = 0.4
	// elsewhereRun is how many words in a row a text elsewhere must have to speak
	// for a proposal.
	elsewhereRun = 6
	// elsewhereWeight is how much such words must tell: stock phrases that stand
	// in every other paragraph do not.
	elsewhereWeight = 2.0
)

// modification judges other words for a provision.
func (j *judge) modification() {
	j.findInserted()
	j.findDeleted()
	total := j.phrases()
	switch share := total.share(); {
	case total.of == 0:
		j.nothing()
	case len(j.new) == 0 && j.insertedWeight() == 0:
		j.settle(data.UptakePartly, Gone, 0.5) // the words are out, and all others with them
	case share >= overFrom && j.bracketed():
		j.settle(data.UptakePartly, Brackets, share/2)
	case share >= overFrom && !j.missed && !j.stillOpen:
		j.settle(data.UptakeOver, All, share)
	case j.lookElsewhere(share):
		j.settle(data.UptakeElsewhere, Other, share)
	case share >= partlyFrom || j.longestTaken() >= longRun || j.one >= tellingPhrase:
		j.settle(data.UptakePartly, Some, share)
	case len(j.new) == 0:
		j.settle(data.UptakeNot, Gone, share)
	default:
		j.settle(data.UptakeNot, j.whyNot(), share)
	}
}

// nothing judges a proposal that changes marks only, or nothing.
func (j *judge) nothing() {
	for _, n := range j.Here {
		if j.x.new[n].text == j.p.Wording && j.p.Wording != j.p.Base {
			j.settle(data.UptakeOver, All, 1)
			return
		}
	}
	j.settle(data.UptakeNot, Nothing, 0)
}

// findInserted looks for the proposed words in the new provision.
func (j *judge) findInserted() {
	var spots []spot
	at := placesOf(j.new)
	for _, p := range j.changes() {
		from, to := j.about(p, farReach)
		for s := max(0, p.from-2); s < p.to && s+2 < len(j.wording); s++ {
			g := gramAt(j.wording, s)
			if j.inNew[g] <= j.inOld[g] {
				continue // it did not come with the new version
			}
			for _, n := range at[g] {
				spots = append(spots, spot{s, n, j.x.holds[g] < stockPhrase || n >= from && n < to})
			}
		}
	}
	for i, ins := range j.inserted {
		if ins {
			j.states[i] = NotTaken
		}
	}
	if j.exact {
		for i, ins := range j.inserted {
			if ins {
				j.take(i, i)
			}
		}
		return
	}
	for _, f := range settled(spots) {
		for k := range 3 {
			if j.inserted[f.wording+k] {
				j.take(f.wording+k, f.new+k)
			}
		}
	}
	for i, n := range j.toNew {
		if j.inserted[i] && n >= 0 && j.came[n] && (j.beside(i, n) || j.among(i, n)) {
			j.take(i, n)
		}
	}
	for _, p := range j.changes() {
		if j.short(p) {
			j.findShort(p)
		}
	}
}

// short reports whether an insertion has a word or two that tell, and hardly any
// other.
func (j *judge) short(p phrase) bool {
	telling := 0
	for _, w := range j.wording[p.from:p.to] {
		if j.x.weight(w) >= tellingWord {
			telling++
		}
	}
	return telling <= shortRun && p.to-p.from <= 2*shortRun
}

// findShort looks for an insertion of one or two words that stands a little off
// its place: only words that the old provision did not have, and that tell.
func (j *judge) findShort(p phrase) {
	from, to := j.about(p, shortReach)
	for i := p.from; i < p.to; i++ {
		w := j.wording[i]
		if j.states[i] != NotTaken || j.x.weight(w) < tellingWord || slices.ContainsFunc(j.old, w.same) {
			continue
		}
		for n := from; n < to; n++ {
			if j.new[n].same(w) {
				j.take(i, n)
			}
		}
	}
}

// about are the words of the new provision between the partners of the words
// around a change, and as many as reach to both sides; none if neither has one.
func (j *judge) about(p phrase, reach int) (from, to int) {
	from, to = -1, -1
	if p.from > 0 {
		from = j.toNew[p.from-1]
	}
	if p.to < len(j.toNew) {
		to = j.toNew[p.to]
	}
	switch {
	case from < 0 && to < 0:
		return 0, 0
	case from < 0:
		from = to
	case to < 0:
		to = from
	}
	if from > to {
		from, to = to, from
	}
	return max(0, from-reach), min(len(j.new), to+reach+1)
}

// take notes that word i of the wording is word n of the new provision. Of
// several places the one outside of brackets counts.
func (j *judge) take(i, n int) {
	state := Taken
	if j.new[n].depth > j.wording[i].depth {
		state = InBrackets
	}
	if j.states[i] != Taken {
		j.states[i] = state
	}
	j.used[n] = true
}

// among reports whether taken words stand close to the word on both sides, here
// and there.
func (j *judge) among(i, n int) bool {
	close := func(side int) bool {
		for k := 1; k <= closeBy; k++ {
			i, n := i+side*k, n+side*k
			if i >= 0 && i < len(j.states) && n >= 0 && n < len(j.new) && j.used[n] && (j.states[i] == Taken || j.states[i] == InBrackets) {
				return true
			}
		}
		return false
	}
	return close(-1) && close(1)
}

// beside reports whether a neighbour of the word stands beside it there too; at
// an end of both texts that end is one.
func (j *judge) beside(i, n int) bool {
	before := i == 0 && n == 0 || i > 0 && n > 0 && j.toNew[i-1] == n-1
	after := i == len(j.wording)-1 && n == len(j.new)-1 || i+1 < len(j.wording) && j.toNew[i+1] == n+1
	return before || after
}

// findDeleted looks whether the words to be deleted are gone, and what became
// of brackets.
func (j *judge) findDeleted() {
	shift := j.shift()
	for i, del := range j.deleted {
		if !del {
			continue
		}
		n := j.kept[i]
		switch {
		case j.exact || n < 0 && !j.stillStands(i):
			j.lost[i] = Taken
		case n >= 0 && j.new[n].depth-shift > j.base[i].depth:
			j.lost[i] = InBrackets
		default:
			j.lost[i] = NotTaken
		}
	}
	for i, more := range j.bracket {
		if more == 0 {
			continue
		}
		j.states[i] = NotTaken
		n := j.toNew[i]
		if n < 0 {
			continue
		}
		if more < 0 && j.new[n].depth <= j.wording[i].depth || more > 0 && j.new[n].depth-shift >= j.wording[i].depth {
			j.states[i] = Taken
			j.used[n] = true
		}
	}
}

// shift is how many brackets came around the whole provision: those are not
// about single words of it.
func (j *judge) shift() int {
	least := -1
	for i, n := range j.toNew {
		if n < 0 || j.toBase[i] < 0 || j.bracket[i] != 0 {
			continue
		}
		if d := j.new[n].depth - j.wording[i].depth; least < 0 || d < least {
			least = d
		}
	}
	return max(0, least)
}

// stillStands reports whether a deleted word of the base stands in the new
// provision after all, with the words that stood around it, only elsewhere in it.
func (j *judge) stillStands(i int) bool {
	for s := max(0, i-2); s <= i && s+2 < len(j.base); s++ {
		if g := gramAt(j.base, s); j.inNew[g] > 0 && j.inNew[g] >= j.inOld[g] && j.deleted[s] && j.deleted[s+1] && j.deleted[s+2] {
			return true
		}
	}
	return false
}

// insertedWeight is the weight of all inserted words.
func (j *judge) insertedWeight() (sum float64) {
	for i, ins := range j.inserted {
		if ins {
			sum += j.x.weight(j.wording[i])
		}
	}
	return sum
}

// bracketed reports whether a good part of what was taken stands in brackets.
func (j *judge) bracketed() bool {
	var in tally
	for i, s := range j.states {
		if s == Taken || s == InBrackets {
			in.add(s == InBrackets, j.x.weight(j.wording[i]))
		}
	}
	for i, s := range j.lost {
		if s == Taken || s == InBrackets {
			in.add(s == InBrackets, j.x.weight(j.base[i]))
		}
	}
	return in.share() > 0.3
}

// longestTaken is the longest run of inserted words that were taken.
func (j *judge) longestTaken() int { return j.longest(Taken, InBrackets) }

// longest is the longest run of inserted words of some states.
func (j *judge) longest(states ...State) int {
	run, longest := 0, 0
	for i, s := range j.states {
		run++
		if !j.inserted[i] || !slices.Contains(states, s) {
			run = 0
		}
		longest = max(longest, run)
	}
	return longest
}

// whyNot tells words that stood there before from words that are nowhere.
func (j *judge) whyNot() Reason {
	var before tally
	for i, s := range j.states {
		if s != NotTaken || !j.inserted[i] {
			continue
		}
		stood := false
		for k := max(0, i-2); k <= i && k+2 < len(j.wording); k++ {
			g := gramAt(j.wording, k)
			stood = stood || j.inserted[k] && j.inserted[k+1] && j.inserted[k+2] && j.x.holds[g] > 0
		}
		before.add(stood, 1)
	}
	if before.of >= elsewhereRun && before.share() >= 0.6 {
		return Before
	}
	return None
}
