package text

import "travaux/data"

// item places a numbered paragraph or point. It returns false where the
// number is not to be believed and the line is plain text.
func (b *builder) item(i int, l *line) bool {
	if k, c := b.successor(i, l); k >= 0 {
		b.lists = b.lists[:k+1]
		b.add(l, l.items[c], "")
		return true
	}
	if c := b.opener(l); c >= 0 {
		b.open(l, l.items[c])
		return true
	}
	return b.jump(l)
}

// successor finds the open list, innermost first, that the line goes on, and
// which reading of its number does.
func (b *builder) successor(i int, l *line) (listIndex, itemIndex int) {
	for k := len(b.lists) - 1; k >= 0; k-- {
		for c, it := range l.items {
			if !b.lists[k].goesOn(it) {
				continue
			}
			if it.form.class == ClassLetter && b.opensRoman(i, l) {
				continue
			}
			return k, c
		}
	}
	return -1, -1
}

// goesOn reports whether the item is the next of the list, or an addition or
// alternative to its last.
func (li *list) goesOn(it item) bool {
	if li.form != it.form {
		return false
	}
	if it.form.class == ClassBullet {
		return true
	}
	n, last := it.label, li.last
	same := n.Value == last.Value
	if len(n.Sub) > 0 && len(n.Sub) == len(last.Sub) {
		k := len(n.Sub) - 1
		if same && n.Sub[k] == last.Sub[k]+1 || n.Value == last.Value+1 && n.Sub[k] == 1 {
			return true
		}
	}
	for _, v := range n.Contested {
		if v == last.Value+1 || v == last.Value {
			return true
		}
	}
	if len(n.Sub) > 0 {
		return same && len(n.Marks) > 0
	}
	supra := len(last.Marks) > 0 && last.Marks[0].Rank == RankSupra
	return n.Value == last.Value+1 || same && (len(n.Marks) > 0 || supra)
}

// opensRoman decides whether (i) after (h) is a numeral: by whether (ii) or
// (j) comes first.
func (b *builder) opensRoman(i int, l *line) bool {
	one := -1
	for c, it := range l.items {
		if it.form.class == ClassRoman && it.label.Value == 1 {
			one = c
		}
	}
	if one < 0 {
		return false
	}
	for k := i + 1; k < len(b.lines) && k < i+60; k++ {
		next := &b.lines[k]
		if next.class == lineHeading {
			break
		}
		if next.class != lineItem {
			continue
		}
		for _, it := range next.items {
			switch {
			case it.form.class == ClassRoman && it.label.Value == 2:
				return true
			case it.form.class == ClassLetter && it.label.Value == 10:
				return false
			}
		}
	}
	return false
}

// opener finds the reading with which a list may begin.
func (b *builder) opener(l *line) int {
	for c, it := range l.items {
		n := it.label
		if it.form.class == ClassBullet || n.Value == 1 || n.Unit != "" && n.Value <= 1 ||
			len(n.Sub) > 0 && n.Sub[len(n.Sub)-1] == 1 && n.Value < 40 {
			if it.form.class == ClassLetter && len(l.items) > 1 && l.items[1].label.Value == 1 {
				continue
			}
			return c
		}
	}
	return -1
}

// maxLists is how deep lists are nested; beyond, a list starts again at the
// same level.
const maxLists = 12

// open begins a list with the item.
func (b *builder) open(l *line, it item) {
	k := b.openListFrom(it.form, 0)
	switch {
	case b.paragraphForm(it):
		b.openParagraphs(l, it)
		return
	case k >= 0 && (!b.colon(b.anchor) || len(b.lists) >= maxLists):
		b.lists = b.lists[:k+1]
		b.add(l, it, "doubt.numbering-restarts")
		return
	}
	owner := b.anchor
	if it.form.class == ClassOption {
		owner = b.optionOwner(l)
	}
	if owner < 0 {
		owner = b.top()
	}
	b.push(owner, it)
	b.add(l, it, "")
}

// optionOwner returns what an option is an option for: the article if the
// option's name stands alone, else the paragraph.
func (b *builder) optionOwner(l *line) int {
	switch {
	case l.inline || b.anchor >= 0 && b.empty(b.anchor):
		return b.anchor
	case l.bare() || len(b.lists) == 0:
		return b.top()
	}
	return b.lists[0].item
}

// paragraphForm reports whether the item's form is that of numbered
// paragraphs, which are not nested in other lists. In Chinese texts "1." is
// the third level, below 一、 and ㈠.
func (b *builder) paragraphForm(it item) bool {
	if it.form.class != ClassNumber || it.label.Unit == "pp" {
		return false
	}
	if it.form.mark == '、' {
		return true
	}
	return it.form.mark == '.' && (b.lang != data.Chinese || len(b.lists) == 0)
}

// openParagraphs begins the numbered paragraphs of an article or option.
func (b *builder) openParagraphs(l *line, it item) {
	owner, from := b.paragraphOwner()
	if k := b.openListFrom(it.form, from); k >= 0 {
		b.lists = b.lists[:k+1]
		b.add(l, it, "doubt.numbering-restarts")
		return
	}
	b.lists = b.lists[:from]
	b.push(owner, it)
	b.add(l, it, "")
}

// paragraphOwner returns what numbered paragraphs stand in now: the innermost
// open option, the preamble or the container; and how many lists stay open.
func (b *builder) paragraphOwner() (owner, lists int) {
	for n := len(b.lists) - 1; n >= 0; n-- {
		if b.lists[n].form.class == ClassOption {
			return b.lists[n].item, n + 1
		}
	}
	if b.pre >= 0 {
		return b.pre, 0
	}
	return b.top(), 0
}

func (b *builder) openListFrom(f form, from int) int {
	for k := len(b.lists) - 1; k >= from; k-- {
		if b.lists[k].form == f {
			return k
		}
	}
	return -1
}

// colon reports whether the node's text so far ends with a colon, as the
// opening words of a list do.
func (b *builder) colon(i int) bool {
	if i < 0 {
		return false
	}
	ps := b.o.Nodes[i].Pieces
	for k := len(ps) - 1; k >= 0; k-- {
		if ps[k].Role == RoleText {
			r := b.runes[ps[k].Block][ps[k].End-1]
			return r == ':' || r == '：'
		}
	}
	return false
}

// push opens a list under owner, closing those that owner does not stand in.
func (b *builder) push(owner int, it item) {
	for n := len(b.lists); n > 0 && !b.within(owner, b.lists[n-1].item); n-- {
		b.lists = b.lists[:n-1]
	}
	above := ClassNone
	if n := len(b.lists); n > 0 {
		above = b.lists[n-1].class
	}
	b.lists = append(b.lists, list{form: it.form, class: pathClass(it.form, above), owner: owner, item: -1})
}

// within reports whether node i is a or stands in it.
func (b *builder) within(i, a int) bool {
	for ; i >= 0; i = b.parents[i] {
		if i == a {
			return true
		}
	}
	return false
}

// pathClass gives the neutral numbering of a list: paragraphs by number,
// points by letter, what is below them by roman numeral, whatever script the
// file numbers them in.
func pathClass(f form, above Class) Class {
	switch {
	case f.class == ClassBullet || f.class == ClassOption:
		return f.class
	case above == ClassLetter && (f.class == ClassNumber || f.mark == '㈠' || f.mark == '甲'):
		return ClassRoman
	case above == ClassNumber && f.class == ClassNumber && f.mark == '.':
		return ClassLetter
	}
	return f.class
}

// jump places an item whose number does not fit any open list.
func (b *builder) jump(l *line) bool {
	for k := len(b.lists) - 1; k >= 0; k-- {
		for _, it := range l.items {
			if it.weak || b.lists[k].form != it.form {
				continue
			}
			b.lists = b.lists[:k+1]
			doubt := "doubt.numbering-skipped"
			if it.label.Value <= b.lists[k].last.Value {
				doubt = "doubt.numbering-repeated"
			}
			b.add(l, it, doubt)
			return true
		}
	}
	it := l.items[0]
	if it.weak || it.label.Value > 60 && it.label.Value != b.lastTop[it.form]+1 {
		return false
	}
	doubt := "doubt.list-starts-late"
	if it.label.Value == b.lastTop[it.form]+1 || len(it.label.Contested) > 0 {
		doubt = ""
	}
	owner := b.anchor
	if b.paragraphForm(it) {
		var open int
		owner, open = b.paragraphOwner()
		b.lists = b.lists[:open]
	}
	if it.form.class == ClassOption {
		owner = b.optionOwner(l)
	}
	b.push(owner, it)
	b.add(l, it, doubt)
	return true
}

// add appends the item to the innermost open list.
func (b *builder) add(l *line, it item, doubt string) {
	li := &b.lists[len(b.lists)-1]
	label := it.label
	if it.form.class == ClassBullet {
		label.Value = li.last.Value + 1
	}
	li.last = label
	kind := data.KindPoint
	if li.class == ClassNumber && (len(b.lists) == 1 || b.lists[len(b.lists)-2].class == ClassOption) {
		kind = data.KindParagraph
		b.lastTop[it.form] = label.Value
	}
	named := label
	if len(named.Sub) == 0 {
		named.Class = li.class
	}
	elem := named.Elem()
	switch li.class {
	case ClassBullet:
		elem = "dash" + elem
	case ClassOption:
		kind = data.KindParagraph
	}
	if label.Unit == "pp" {
		kind = data.KindRecital
	}
	li.item = b.node(kind, li.owner, elem)
	n := &b.o.Nodes[li.item]
	n.Number = label
	if doubt != "" {
		n.doubt(doubt)
	}
	if len(label.Contested) > 0 {
		n.doubt("doubt.number-contested")
	}
	if l.inline && l.class == lineItem && l.start > 0 && len(b.runes[l.block]) > 0 && l.block == b.lines[0].block {
		n.doubt("doubt.inline-numbering")
	}
	b.give(li.item, l, RoleText)
	b.anchor = li.item
}
