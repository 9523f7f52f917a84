package bracket

// mend lets a bracket without a partner change places with one of a pair,
// where the pair has taken what is clearly the other's. In "[3. Each Party
// shall [take measures.]" the last bracket stands after the full stop: it
// closes the paragraph, and the one inside was never closed. The same holds
// for "[3. Each Party shall] take measures.]", and for an article that opens
// with a bracket and ends with one.
func (s *pairing) mend() {
	if !s.unmatched() {
		return
	}
	around := s.around()
	for i := range s.tokens {
		t := &s.tokens[i]
		switch {
		case t.mate >= 0:
		case t.open:
			s.mendUnclosed(int32(i), around)
		default:
			s.mendUnopened(int32(i), around)
		}
	}
}

func (s *pairing) unmatched() bool {
	for i := range s.tokens {
		if s.tokens[i].mate < 0 {
			return true
		}
	}
	return false
}

// around returns for every token the innermost pair around it, by its opening
// bracket; -1 for none.
func (s *pairing) around() []int32 {
	list := make([]int32, len(s.tokens))
	stack := s.stack[:0]
	for i := range s.tokens {
		t := &s.tokens[i]
		if !t.open && t.mate >= 0 {
			stack = stack[:len(stack)-1]
		}
		list[i] = -1
		if n := len(stack); n > 0 {
			list[i] = stack[n-1]
		}
		if t.open && t.mate >= 0 {
			stack = append(stack, int32(i))
		}
	}
	return list
}

// mendUnclosed gives a bracket with which a paragraph or article begins the
// one with which it ends.
func (s *pairing) mendUnclosed(u int32, around []int32) {
	if !s.edge(u, first) {
		return
	}
	p := int(s.tokens[u].paragraph)
	if s.endsWith(p, u, around) || !s.paragraphs[p].container {
		return
	}
	s.endsWith(s.end(p), u, around)
}

// endsWith marries u to the last bracket of paragraph p if that closes the
// paragraph and its present partner stands in the middle of a sentence.
func (s *pairing) endsWith(p int, u int32, around []int32) bool {
	c := s.first[p+1] - 1
	if c <= u || s.tokens[c].open {
		return false
	}
	o := s.tokens[c].mate
	if o <= u || around[o] > u || s.edge(o, begins) || !s.edge(c, stopped) || !s.edge(c, last) {
		return false
	}
	s.marry(u, c)
	s.tokens[o].mate = -1
	return true
}

// mendUnopened gives a bracket that ends a paragraph the one with which it
// begins.
func (s *pairing) mendUnopened(v int32, around []int32) {
	p := s.tokens[v].paragraph
	o := s.first[p]
	c := s.tokens[o].mate
	if !s.tokens[o].open || c < 0 || c > v || around[v] > o || around[v] != around[o] {
		return
	}
	if !s.edge(o, first) || s.edge(c, stopped) || !s.edge(v, stopped) || !s.edge(v, last) {
		return
	}
	s.marry(o, v)
	s.tokens[c].mate = -1
}
