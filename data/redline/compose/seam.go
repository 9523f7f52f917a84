package compose

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// setSeams sets the white space right wherever changes of several variants
// meet with no word between them: one of them may have taken the space that
// another relied on, or two may have brought one. What is to stand between two
// words is read off the wordings they come from. Where all the changes of such
// a place are one variant's own, it reads as that variant wrote it.
func (b *board) setSeams() {
	out := make([]item, 0, len(b.items)+8)
	left := -1 // last token that stays and is seen
	for i := 0; i <= len(b.items); i++ {
		if i < len(b.items) && !b.items[i].seen() {
			continue
		}
		out = append(out, b.seam(left, i)...)
		if i < len(b.items) {
			out = append(out, b.items[i])
		}
		left = i
	}
	b.items = out
}

// seen reports whether the item is a word or a mark of the composed text.
func (it item) seen() bool {
	return it.kind == Bracket || (it.kind == Kept || it.kind == Inserted) && !blank(it.text)
}

// seam returns what lies between the items left and right; the text begins at
// -1 and ends at len(items).
func (b *board) seam(left, right int) []item {
	between := b.items[left+1 : right]
	if b.owned(left, right) {
		return between
	}
	between = slices.Clone(between)
	want, known := b.between(left, right)
	has := -1 // the item that gives the space
	for i := range between {
		it := &between[i]
		switch {
		case it.kind != Kept && it.kind != Inserted:
		case has < 0 && (want != "" || !known):
			has = i
		case has >= 0 && between[has].text != want && it.text == want:
			between[has].drop()
			has = i
		default:
			it.drop()
		}
	}
	if want != "" && has < 0 {
		at := len(b.tokens)
		if right < len(b.items) {
			at = b.items[right].token
		}
		between = append(between, item{kind: Inserted, text: want, token: at, collision: -1, side: -1})
	}
	return between
}

// drop takes white space out of the composed text.
func (it *item) drop() {
	if it.kind == Kept {
		it.kind = Deleted
	} else {
		it.kind = Omitted
	}
}

// owned reports whether nothing changed between two items, or all the changes
// there, the items included, are one variant's own.
func (b *board) owned(left, right int) bool {
	var owners []int
	changed, region := false, false
	for i := max(left, 0); i <= right && i < len(b.items); i++ {
		it := b.items[i]
		switch inner := left < i && i < right; {
		case it.region && !inner:
			region = true
		case it.kind == Kept:
		case !changed:
			owners, changed = slices.Clone(it.who), true
		default:
			owners = slices.DeleteFunc(owners, func(v int) bool { return !slices.Contains(it.who, v) })
		}
	}
	return !changed || len(owners) > 0 && !region
}

// between returns the white space wanted between two items, if it is known. A
// mark keeps its distance from the word before it, and most marks from the
// word after; words keep what either of them had.
func (b *board) between(left, right int) (space string, known bool) {
	switch {
	case right == len(b.items):
		return b.space(len(b.tokens) - 1), true
	case left < 0:
		return b.space(0), true
	}
	l, r := b.items[left], b.items[right]
	lastOfL, firstOfR := last(l.text), first(r.text)
	switch {
	case !r.region && !word(firstOfR) && bracket(string(firstOfR)) <= 0:
		return r.before, true
	case !l.region && !word(lastOfL) && bracket(string(lastOfL)) > 0:
		return l.after, true
	case l.region || r.region:
		return "", false
	case l.after == "" && (word(lastOfL) || bracket(string(lastOfL)) < 0):
		return r.before, true
	}
	return l.after, true
}

func word(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) }

func first(text string) rune {
	r, _ := utf8.DecodeRuneInString(text)
	return r
}

func last(text string) rune {
	r, _ := utf8.DecodeLastRuneInString(text)
	return r
}
