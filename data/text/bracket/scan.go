package bracket

import "strings"

// slash is a "/" or "／" that may separate alternatives.
type slash struct {
	token  int32 // the bracket token before it
	offset int32 // in runes
	at     int32 // in bytes
	size   int32
}

// scan finds the bracket characters. Nothing else of the text matters until
// a bracket lacks its partner.
func (r *Reading) scan() {
	r.first = make([]int32, len(r.paragraphs)+1)
	n := 0
	for p := range r.paragraphs {
		for _, s := range r.paragraphs[p].fields {
			n += strings.Count(s, "[") + strings.Count(s, "]")
		}
	}
	r.tokens = make([]token, 0, n)
	for p := range r.paragraphs {
		r.first[p] = int32(len(r.tokens))
		for f := range r.paragraphs[p].fields {
			r.scanField(int32(p), Field(f))
		}
	}
	r.first[len(r.paragraphs)] = int32(len(r.tokens))
}

func (r *Reading) scanField(p int32, f Field) {
	offset := int32(-1)
	for at, c := range r.paragraphs[p].fields[f] {
		offset++
		if c < 0x80 && c != '[' && c != ']' && c != '/' {
			continue
		}
		if form, open, ok := shape(c); ok {
			r.tokens = append(r.tokens, token{paragraph: p, offset: offset, at: int32(at), mate: -1, field: f, form: form, open: open})
		} else if c == '/' || c == '／' {
			r.slash(p, f, slash{int32(len(r.tokens)) - 1, offset, int32(at), int32(runeSize(c))})
		}
	}
}

// slash keeps one that stands after a bracket of the same field: others
// cannot stand in a pair that has alternatives.
func (r *Reading) slash(p int32, f Field, s slash) {
	if s.token >= 0 && r.tokens[s.token].paragraph == p && r.tokens[s.token].field == f {
		r.slashes = append(r.slashes, s)
	}
}

// shape tells the brackets from all other characters.
func shape(c rune) (form Form, open, ok bool) {
	switch c {
	case '[':
		return Square, true, true
	case ']':
		return Square, false, true
	case '［':
		return FullWidth, true, true
	case '］':
		return FullWidth, false, true
	case '【':
		return Lenticular, true, true
	case '】':
		return Lenticular, false, true
	case '〔':
		return Tortoise, true, true
	case '〕':
		return Tortoise, false, true
	}
	return 0, false, false
}

func runeSize(c rune) int {
	if c < 0x80 {
		return 1
	}
	return 3
}
