package bidi

// resolveSequence applies W1 to I2 to the isolating run sequence in v.seq,
// which lies between the directions sos and eos.
func (v *resolver) resolveSequence(level uint8, sos, eos class) {
	v.types = v.types[:0]
	var seen set
	for _, position := range v.seq {
		c := v.classes[position]
		seen |= 1 << c
		v.types = append(v.types, c)
	}
	embedding := direction(level)
	if seen&of(nsm, al) != 0 {
		marksAndArabic(v.types, sos)
	}
	if seen&of(es, et, cs) != 0 {
		separators(v.types)
		terminators(v.types)
	}
	if seen.has(en) {
		europeanNumbers(v.types, sos)
	}
	if seen.has(on) {
		v.brackets(embedding, sos)
	}
	if seen&(neutrals|of(es, et, cs, nsm)) != 0 {
		neutralRuns(v.types, embedding, sos, eos)
	}
	for i, position := range v.seq {
		v.levels[position] = level + raise(v.types[i], level)
	}
}

// marksAndArabic applies W1 (a mark takes the class before it), W2 (European
// numbers after Arabic letters are Arabic numbers) and W3 (AL becomes R).
func marksAndArabic(types []class, sos class) {
	before, strong := sos, sos
	for i, c := range types {
		if c == nsm {
			if c = before; isolates.has(before) {
				c = on
			}
		}
		before = c
		switch c {
		case l, r, al:
			strong = c
		case en:
			if strong == al {
				c = an
			}
		}
		if c == al {
			c = r
		}
		types[i] = c
	}
}

// separators applies W4: one separator between two numbers of a kind joins them.
func separators(types []class) {
	for i := 1; i < len(types)-1; i++ {
		number := types[i-1]
		if number != types[i+1] {
			continue
		}
		if number == en && (types[i] == es || types[i] == cs) || number == an && types[i] == cs {
			types[i] = number
		}
	}
}

// terminators applies W5 (terminators beside a European number join it) and W6
// (what is left of separators and terminators is neutral).
func terminators(types []class) {
	for i := 0; i < len(types); {
		switch types[i] {
		case et:
			end := i
			for end < len(types) && types[end] == et {
				end++
			}
			to := on
			if i > 0 && types[i-1] == en || end < len(types) && types[end] == en {
				to = en
			}
			fill(types[i:end], to)
			i = end
			continue
		case es, cs:
			types[i] = on
		}
		i++
	}
}

// europeanNumbers applies W7: after a left-to-right letter numbers are L.
func europeanNumbers(types []class, sos class) {
	strong := sos
	for i, c := range types {
		switch c {
		case l, r:
			strong = c
		case en:
			if strong == l {
				types[i] = l
			}
		}
	}
}

// neutralRuns applies N1 and N2: neutrals between text of one direction take
// it, others the direction of the embedding.
func neutralRuns(types []class, embedding, sos, eos class) {
	before := sos
	for i := 0; i < len(types); {
		if !neutrals.has(types[i]) {
			before = strongOf(types[i])
			i++
			continue
		}
		end := i
		for end < len(types) && neutrals.has(types[end]) {
			end++
		}
		after := eos
		if end < len(types) {
			after = strongOf(types[end])
		}
		to := embedding
		if before == after {
			to = before
		}
		fill(types[i:end], to)
		i = end
	}
}

// strongOf is the direction a class shows to neutrals: numbers count as R.
func strongOf(c class) class {
	if numbers.has(c) {
		return r
	}
	return c
}

// raise is what rules I1 and I2 add to a level.
func raise(c class, level uint8) uint8 {
	switch {
	case level%2 == 0 && c == r:
		return 1
	case level%2 == 0 && numbers.has(c):
		return 2
	case level%2 == 1 && c != r:
		return 1
	}
	return 0
}

func fill(types []class, c class) {
	for i := range types {
		types[i] = c
	}
}
