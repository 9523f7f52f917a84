package bracket

import "unicode"

// directions looks for text that has its brackets the wrong way round: in
// some Arabic files "]" was typed where a bracket opens, since it looks right
// on a screen that does not turn it. If that holds for the whole text, it is
// turned round at once. Otherwise the paragraphs are returned that are
// balanced only when turned; nil for none. Text from left to right is never
// turned.
func (s *pairing) directions() (turn []bool) {
	suspects := s.suspects()
	if suspects == nil {
		return nil
	}
	rtl := make([]bool, len(s.paragraphs))
	for p := range s.paragraphs {
		rtl[p] = s.first[p] < s.first[p+1] && s.rightToLeft(p)
	}
	if s.wholeMirrored(rtl) {
		s.Mirrored = true
		for p, is := range rtl {
			if is {
				s.turnRound(p)
			}
		}
		return nil
	}
	for _, p := range suspects {
		if rtl[p] && s.balanced(p, true) && !s.balanced(p, false) {
			if turn == nil {
				turn = make([]bool, len(s.paragraphs))
			}
			turn[p] = true
		}
	}
	return turn
}

// suspects are the paragraphs in which a bracket closes first or opens last.
func (s *pairing) suspects() (list []int) {
	for p := range s.paragraphs {
		from, to := s.first[p], s.first[p+1]
		if from < to && (!s.tokens[from].open || s.tokens[to-1].open) {
			list = append(list, p)
		}
	}
	return list
}

// wholeMirrored compares what is wrong with the text as it is with what would
// be wrong if it were turned. A pair over paragraphs counts as wrong: the ends
// of reversed pairs find partners there.
func (s *pairing) wholeMirrored(rtl []bool) bool {
	asIs, turned := s.wrongs(rtl, false), s.wrongs(rtl, true)
	return asIs >= 2 && turned*4 <= asIs
}

func (s *pairing) wrongs(rtl []bool, turn bool) (n int) {
	stack := s.stack[:0]
	for i := range s.tokens {
		t := &s.tokens[i]
		if !rtl[t.paragraph] {
			continue
		}
		switch {
		case t.open != turn:
			stack = append(stack, t.paragraph)
		case len(stack) == 0:
			n++
		default:
			if stack[len(stack)-1] != t.paragraph {
				n++
			}
			stack = stack[:len(stack)-1]
		}
	}
	return n + len(stack)
}

func (s *pairing) balanced(p int, turn bool) bool {
	depth := 0
	for i := s.first[p]; i < s.first[p+1]; i++ {
		if s.tokens[i].open != turn {
			depth++
		} else if depth--; depth < 0 {
			return false
		}
	}
	return depth == 0
}

func (s *pairing) turnRound(p int) {
	for i := s.first[p]; i < s.first[p+1]; i++ {
		t := &s.tokens[i]
		t.open, t.mirrored = !t.open, true
	}
}

// someLetters is how many letters tell which way a paragraph runs.
const someLetters = 200

// rightToLeft reports whether most letters of a paragraph are of a script that
// runs from right to left.
func (s *pairing) rightToLeft(p int) bool {
	right, left := 0, 0
	for _, f := range s.paragraphs[p].fields {
		for _, c := range f {
			switch {
			case right+left > someLetters:
				return right > left
			case c < 'A':
			case c >= 0x590 && c <= 0x8ff || c >= 0xfb1d && c <= 0xfdff || c >= 0xfe70 && c <= 0xfefc:
				right++
			case unicode.IsLetter(c):
				left++
			}
		}
	}
	return right > left
}
