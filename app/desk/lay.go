package desk

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"travaux/app/textview"
	"travaux/data"
	"travaux/data/redline/compose"
	"travaux/translations"
)

// positionKeyword names the wording of our position among proposals that have
// an identity.
const ownWording = "position"

// layer lays proposals over texts, as one column shows them.
type layer struct {
	loc     *translations.Localizer
	lang    data.Lang
	find    func(data.ID) (data.Proposal, bool)
	compose func(base string, variants []compose.Variant) compose.Composition
	plain   bool // no marks: only what would read
}

// laid is a text with proposals laid over it.
type laid struct {
	display
	gone  bool              // nothing of it would be left
	notes []string          // below it, in words: what collides, and what could not be laid over it
	told  map[string]string // what collides, by the Ref of its mark
	reads string            // the composed text, as it would read
}

// lay lays proposals over a text: the words of a provision, or of an addition.
func (l *layer) lay(base string, list []data.Proposal) laid {
	var variants []compose.Variant
	var out laid
	for _, p := range list {
		v := compose.Variant{Key: keyOf(p), Wording: p.Wording[l.lang]}
		switch p.Kind {
		case data.ProposalSuppress:
			v.Delete = true
		case data.ProposalNoChange:
			v.Keep = true
		default:
			if v.Wording == "" {
				out.notes = append(out.notes, l.otherLanguage(p))
				continue
			}
			if l.outdated(p, base) {
				var note string
				v.Wording, note = l.carried(p, base)
				out.notes = append(out.notes, note)
			}
		}
		variants = append(variants, v)
	}
	if len(variants) == 0 {
		out.display, out.reads = verbatim(base), base
		return out
	}
	c := l.compose(base, variants)
	out.reads = c.Text()
	out.gone = !slices.ContainsFunc(variants, func(v compose.Variant) bool { return !v.Delete })
	for _, x := range c.Collisions {
		words := l.collision(x, list)
		out.notes = append(out.notes, words)
		if out.told == nil {
			out.told = map[string]string{}
		}
		out.told[refCollision+x.ID] = words
	}
	if l.plain {
		out.display = readable(c)
	} else {
		out.display = l.marked(c, list)
	}
	return out
}

// outdated reports whether a proposal was made on other words than those it is
// laid over: on those of an earlier revision.
func (l *layer) outdated(p data.Proposal, base string) bool {
	made := p.Base[l.lang]
	return p.On.IsZero() && made != "" && strings.TrimSpace(made) != strings.TrimSpace(base)
}

// carried is the wording with what it changes made on other words, if that can be
// done without a doubt; and what is to be said of it. Else it is the wording as it
// was made.
func (l *layer) carried(p data.Proposal, base string) (wording, note string) {
	who := translations.Capital(speakers(l.loc, []data.Proposal{p}))
	c := l.compose(p.Base[l.lang], []compose.Variant{{Key: "text", Wording: base}, {Key: "proposal", Wording: p.Wording[l.lang]}})
	if len(c.Collisions) > 0 {
		return p.Wording[l.lang], l.loc.T("reader.earlier.unfit", "who", who)
	}
	return c.Text(), l.loc.T("reader.earlier.carried", "who", who)
}

// otherLanguage says that a wording exists, but not in the language of the text.
func (l *layer) otherLanguage(p data.Proposal) string {
	var langs []string
	for _, lang := range data.Langs {
		if p.Wording[lang] != "" {
			langs = append(langs, l.loc.Name("language", string(lang)))
		}
	}
	return l.loc.T("reader.other-language", "who", translations.Capital(speakers(l.loc, []data.Proposal{p})), "langs", l.loc.List(langs))
}

func keyOf(p data.Proposal) string {
	if p.ID.IsZero() {
		return ownWording
	}
	return p.ID.String()
}

// readable is a composition as it would read.
func readable(c compose.Composition) display {
	b := displaying(c.Base())
	for _, p := range c.Pieces {
		n := utf8.RuneCountInString(p.Text)
		switch p.Kind {
		case compose.Kept:
			b.keep(n)
		case compose.Deleted:
			b.leave(n)
		case compose.Inserted, compose.Bracket:
			b.add(p.Text)
		}
	}
	return b.show()
}

// marked is a composition with all that it takes away and puts in, who wants
// what, and where that collides.
func (l *layer) marked(c compose.Composition, list []data.Proposal) display {
	b := displaying(c.Base())
	collisions := make([][2]int, len(c.Collisions))
	chips := signed(c)
	for i, p := range c.Pieces {
		start := b.done.size
		words := strings.TrimRightFunc(p.Text, unicode.IsSpace)
		if chips[i] == nil {
			words = p.Text
		}
		put(b, p, words)
		if chips[i] != nil { // directly behind the last word
			l.chip(b, named(list, chips[i]), "")
			put(b, p, p.Text[len(words):])
		}
		if p.Collision >= 0 && b.done.size > start {
			span := &collisions[p.Collision]
			if span[1] == 0 {
				span[0] = start
			}
			span[1] = b.done.size
		}
	}
	b.keep(len(b.source)) // what is said of the whole stands at its end
	for _, p := range list {
		if p.Kind == data.ProposalNoChange {
			l.chip(b, []data.Proposal{p}, "reader.noc")
		}
	}
	for i, x := range c.Collisions {
		if x.Kind == compose.Suppress {
			start := b.done.size
			l.chip(b, named(list, x.Sides[0].Keys), "reader.sup")
			collisions[i] = [2]int{start, b.done.size}
		}
		if span := collisions[i]; span[1] > span[0] && !x.Kind.Soft() {
			b.done.marks = append(b.done.marks, textview.Mark{Kind: textview.Collision, Start: span[0], End: span[1], Ref: refCollision + x.ID})
		}
	}
	return b.show()
}

// put shows words of a piece as what they are.
func put(b *displayed, p compose.Piece, words string) {
	ref := refBy + strings.Join(p.Keys, " ")
	switch p.Kind {
	case compose.Kept:
		b.keep(utf8.RuneCountInString(words))
	case compose.Deleted:
		b.strike(utf8.RuneCountInString(words), textview.Mark{Kind: textview.Deleted, Ref: ref})
	case compose.Inserted:
		b.add(words, textview.Mark{Kind: textview.Inserted, Ref: ref})
	case compose.Bracket:
		b.pass(utf8.RuneCountInString(words))
	}
}

// chip adds who wants what stands before it; verb, if any, is a sentence around
// the names.
func (l *layer) chip(b *displayed, by []data.Proposal, verb string) {
	words, mark := l.signature(by, verb)
	b.remark(words, mark)
}

// sign adds a chip behind a display that is done.
func (l *layer) sign(d *display, by []data.Proposal, verb string) {
	words, mark := l.signature(by, verb)
	d.follow(words, mark)
}

func (l *layer) signature(by []data.Proposal, verb string) (string, textview.Mark) {
	who, full := together(l.loc, by)
	if verb != "" {
		who = l.loc.T(verb, "who", who)
	}
	var keys []string
	for _, p := range by {
		keys = append(keys, keyOf(p))
	}
	return textview.ChipText(who), textview.Mark{Kind: textview.Chip, Ref: refBy + strings.Join(keys, " "), Words: full}
}

// named are the proposals with some keys, in the order of the list.
func named(list []data.Proposal, keys []string) (out []data.Proposal) {
	for _, p := range list {
		if slices.Contains(keys, keyOf(p)) {
			out = append(out, p)
		}
	}
	return out
}

// signed says behind which pieces of a composition their authors are to be
// named: behind what they put in, and behind what is only taken away; but of
// changes by the same hands, one after another, only behind the last.
func signed(c compose.Composition) [][]string {
	chips := make([][]string, len(c.Pieces))
	changed := func(i int) bool {
		k := c.Pieces[i].Kind
		return k == compose.Deleted || k == compose.Inserted
	}
	var earlier int = -1 // the last chip, of a change that collides with none
	for i := 0; i < len(c.Pieces); {
		if !changed(i) {
			i++
			continue
		}
		end := i + 1
		for end < len(c.Pieces) && (changed(end) || c.Pieces[end].Kind == compose.Bracket || c.Pieces[end].Kind == compose.Omitted) {
			end++
		}
		at := signedHere(c.Pieces[i:end], chips[i:end])
		alone := at >= 0 && !slices.ContainsFunc(c.Pieces[i:end], func(p compose.Piece) bool { return p.Collision >= 0 })
		if alone && earlier >= 0 && slices.Equal(chips[earlier], chips[i+at]) {
			chips[earlier] = nil
		}
		if earlier = -1; alone {
			earlier = i + at
		}
		i = end
	}
	return chips
}

// signedHere names the authors of changes that stand side by side. It returns
// the place of the chip if there is only one, else -1.
func signedHere(pieces []compose.Piece, chips [][]string) (only int) {
	var putIn []string
	for _, p := range pieces {
		if p.Kind == compose.Inserted && strings.TrimSpace(p.Text) != "" {
			putIn = append(putIn, p.Keys...)
		}
	}
	only = -1
	count := 0
	for i, p := range pieces {
		keys := p.Keys
		switch {
		case len(keys) == 0 || p.Kind == compose.Omitted || strings.TrimSpace(p.Text) == "":
			continue
		case p.Kind == compose.Deleted:
			keys = slices.DeleteFunc(slices.Clone(keys), func(k string) bool { return slices.Contains(putIn, k) })
		case p.Collision >= 0 && p.Side < 0 && sided(pieces, p.Collision):
			continue // common to sides that are named
		}
		if len(keys) == 0 {
			continue
		}
		if i > 0 && slices.Equal(chips[i-1], keys) {
			chips[i-1] = nil
			count--
		}
		chips[i] = keys
		only = i
		count++
	}
	if count != 1 {
		return -1
	}
	return only
}

// sided reports whether sides of a collision have words of their own.
func sided(pieces []compose.Piece, collision int) bool {
	return slices.ContainsFunc(pieces, func(p compose.Piece) bool { return p.Collision == collision && p.Side >= 0 })
}
