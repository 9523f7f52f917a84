package reference

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"travaux/data/text"
)

// tokenKind tells words, numbers and the rest apart.
type tokenKind uint8

const (
	tokenMark   tokenKind = iota // one rune of punctuation
	tokenWord                    // letters
	tokenNumber                  // Western digits
	tokenHan                     // one Chinese character
)

// token is a word, number or sign of the folded text.
type token struct {
	kind       tokenKind
	gap        bool  // white space stands before it
	upper      bool  // it begins with a capital
	capitals   bool  // it is all capitals
	r, raw     rune  // the sign or character, folded and as written; 0 for words and numbers
	value      int   // of a number; -1 where it has too many digits
	start, end int   // runes of the text
	from, to   int   // bytes of the folded text
	entry      entry // what the language has the word for
}

// tokens is a text cut into tokens. One more, empty, stands at its end.
type tokens struct {
	list   []token
	folded []byte
	room   *room
}

// lex cuts a text into tokens; known gives what a language has words for, and
// may be nil. The caller leaves the tokens when done.
func lex(s string, known map[string]entry) tokens {
	t := tokens{room: rooms.Get().(*room)}
	t.list, t.folded = t.room.list[:0], t.room.folded[:0]
	gap, at := false, 0
	for _, r := range s {
		f := text.Fold(r)
		switch {
		case f == 0:
		case f <= ' ':
			gap = true
		case f >= '0' && f <= '9':
			if k := t.open(tokenNumber, gap); k != nil {
				if k.value >= 0 && k.value < 100_000 {
					k.value = k.value*10 + int(f-'0')
				} else {
					k.value = -1
				}
				t.grow(k, f, at)
			} else {
				t.add(token{kind: tokenNumber, gap: gap, value: int(f - '0'), start: at}, f, at)
			}
			gap = false
		case isHan(f):
			t.add(token{kind: tokenHan, gap: gap, r: f, raw: r, start: at}, f, at)
			gap = false
		case isLetter(f):
			upper := f != r && unicode.IsUpper(r)
			if k := t.open(tokenWord, gap); k != nil {
				k.capitals = k.capitals && upper
				t.grow(k, f, at)
			} else {
				t.add(token{kind: tokenWord, gap: gap, upper: upper, capitals: upper, start: at}, f, at)
			}
			gap = false
		default:
			t.add(token{kind: tokenMark, gap: gap, r: f, raw: r, start: at}, f, at)
			gap = false
		}
		at++
	}
	for i := range t.list {
		if k := &t.list[i]; k.kind == tokenWord {
			k.entry = known[string(t.folded[k.from:k.to])]
		}
	}
	t.list = append(t.list, token{kind: tokenMark, gap: true, start: at, end: at, from: len(t.folded), to: len(t.folded)})
	return t
}

// room is memory that texts share one after another.
type room struct {
	list   []token
	folded []byte
}

var rooms = sync.Pool{New: func() any { return &room{list: make([]token, 0, 512), folded: make([]byte, 0, 4096)} }}

// leave gives the memory back; the tokens must not be used after.
func (t *tokens) leave() {
	t.room.list, t.room.folded = t.list, t.folded
	rooms.Put(t.room)
	t.list, t.folded = nil, nil
}

// open returns the last token if a rune of that kind goes on in it.
func (t *tokens) open(kind tokenKind, gap bool) *token {
	if n := len(t.list); n > 0 && !gap && t.list[n-1].kind == kind {
		return &t.list[n-1]
	}
	return nil
}

func (t *tokens) grow(k *token, f rune, at int) {
	t.folded = utf8.AppendRune(t.folded, f)
	k.to, k.end = len(t.folded), at+1
}

func (t *tokens) add(k token, f rune, at int) {
	k.from = len(t.folded)
	t.list = append(t.list, k)
	t.grow(&t.list[len(t.list)-1], f, at)
}

// word returns the folded letters of token i.
func (t *tokens) word(i int) []byte { return t.folded[t.list[i].from:t.list[i].to] }

// at returns token i, or the empty one at the end.
func (t *tokens) at(i int) *token {
	if i < 0 || i >= len(t.list) {
		return &t.list[len(t.list)-1]
	}
	return &t.list[i]
}

// is reports whether token i is that sign.
func (t *tokens) is(i int, r rune) bool {
	k := t.at(i)
	return k.r == r && k.kind != tokenWord
}

// comma and dash stand for all of their kind.
func (t *tokens) comma(i int) bool {
	r := t.at(i).r
	return r == ',' || r == '،' || r == '，'
}

func (t *tokens) dash(i int) bool { return t.is(i, '-') || t.is(i, '~') || t.is(i, '～') }

// stop reports whether a sentence or clause ends at token i.
func (t *tokens) stop(i int) bool {
	switch t.at(i).r {
	case '.', ';', ':', '؛', '。', '?', '!', '؟':
		return true
	}
	return i >= len(t.list)-1
}

// atRune returns the first token that begins at or after the rune.
func (t *tokens) atRune(r int) int {
	low, high := 0, len(t.list)-1
	for low < high {
		if mid := (low + high) / 2; t.list[mid].start < r {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low
}

func isHan(r rune) bool { return r >= 0x4e00 && r <= 0x9fff || r == '〇' }

// letters holds what isLetter says of the alphabets.
var letters = func() (t [0x700]bool) {
	for r := range t {
		t[r] = unicode.IsLetter(rune(r)) || unicode.IsMark(rune(r))
	}
	return t
}()

func isLetter(r rune) bool {
	if int(r) < len(letters) {
		return letters[r]
	}
	return unicode.IsLetter(r) || unicode.IsMark(r)
}
