package taken

import "slices"

// phrase is one place of change: words [from, to) of the wording in the stead
// of words [gone, end) of the base.
type phrase struct{ from, to, gone, end int }

// changes are the places where the proposal changes words, in order.
func (j *judge) changes() []phrase {
	var out []phrase
	for i, b := 0, 0; i < len(j.wording) || b < len(j.base); {
		p := phrase{from: i, gone: b}
		for i < len(j.wording) && j.toBase[i] < 0 {
			i++
		}
		b = len(j.base)
		if i < len(j.wording) {
			b = j.toBase[i]
		}
		p.to, p.end = i, b
		if p.from < p.to || p.gone < p.end {
			out = append(out, p)
		}
		i++
		b++
	}
	return out
}

// phrases weighs the places of change and counts what was found.
func (j *judge) phrases() (total tally) {
	trust := j.trust()
	var all, gone []tally // those that insert words, and those that only delete
	for _, p := range j.changes() {
		ins, del := j.insertion(p), j.deletion(p)
		if ins.of > 0 && del.of > 0 {
			// Where words are exchanged, the new ones matter more: that the old
			// ones are gone says little if others came in their stead.
			del.of /= 2
			del.found *= (1 + 3*ins.share()) / 8
		}
		del.found *= trust
		whole := tally{ins.found + del.found, ins.of + del.of}
		if ins.of > 0 {
			all = append(all, whole)
		} else {
			gone = append(gone, whole)
		}
		total.found += ins.found + del.found
		total.of += ins.of + del.of
	}
	most := bracketRun
	if total.of > 0 {
		most = bracketBeside
	}
	for _, run := range j.bracketRuns() {
		scale := min(1, most/run.of)
		total.found += run.found * scale
		total.of += run.of * scale
		taken := j.count(run.tally)
		j.stillOpen = j.stillOpen || !taken
		if taken && run.freed { // that brackets come says little: they come for any reason
			j.one = max(j.one, tellingPhrase)
		}
	}
	for i, p := range slices.Concat(all, gone) {
		taken := j.count(p)
		j.missed = j.missed || !taken && p.of > missedShare*total.of
		if p.share() >= overFrom && (i < len(all) || total.share() >= littleFrom) {
			j.one = max(j.one, p.of)
		}
	}
	return total
}

// count counts a place of change, and reports whether it was taken, wholly or for
// the most part.
func (j *judge) count(t tally) (taken bool) {
	if t.of == 0 {
		return false
	}
	j.Phrases.Of++
	if taken = t.share() > 0.5; taken {
		j.Phrases.Found++
	}
	return taken
}

func (j *judge) insertion(p phrase) (t tally) {
	for i := p.from; i < p.to; i++ {
		if !j.inserted[i] {
			continue
		}
		found := j.states[i] == Taken || j.states[i] == InBrackets
		t.add(found, j.x.weight(j.wording[i]))
		j.Inserted.add(found)
	}
	return t
}

func (j *judge) deletion(p phrase) (t tally) {
	for i := p.gone; i < p.end; i++ {
		if !j.deleted[i] {
			continue
		}
		w := j.x.weight(j.base[i])
		if j.base[i].figure {
			w = leastWeight
		}
		t.add(j.lost[i] == Taken, w)
		if j.lost[i] == InBrackets {
			t.found += w / 2
		}
		j.Deleted.add(j.lost[i] == Taken)
	}
	return t
}

func (s *Share) add(found bool) {
	s.Of++
	if found {
		s.Found++
	}
}

// trust says how much it means that words are gone: little where most of what
// was to stay is gone as well.
func (j *judge) trust() float64 {
	var stay tally
	for i, b := range j.toBase {
		if b >= 0 {
			stay.add(j.kept[b] >= 0, j.x.weight(j.wording[i]))
		}
	}
	if stay.of == 0 {
		return 1
	}
	return min(1, stay.share()/0.5)
}

// bracketed is a run of words of which only the brackets change; freed if some of
// them are to go.
type bracketed struct {
	tally
	freed bool
}

// bracketRuns are the runs of words of which only the brackets change.
func (j *judge) bracketRuns() []bracketed {
	var out []bracketed
	for i, more := range j.bracket {
		if more == 0 {
			continue
		}
		if i == 0 || j.bracket[i-1] != more {
			out = append(out, bracketed{freed: more < 0})
		}
		taken := j.states[i] == Taken
		out[len(out)-1].add(taken, j.x.weight(j.wording[i]))
		j.Brackets.add(taken)
	}
	return out
}
