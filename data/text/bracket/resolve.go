package bracket

import (
	"unicode/utf8"

	"travaux/data"
)

// Choice says which brackets survive. The zero value is the one to begin with:
// nothing is ticked, and only what stands outside all brackets is left.
type Choice struct {
	Keep map[int]bool // brackets whose words survive, by their index; a bracket inside one that does not survive does not either
	Part map[int]int  // of a surviving bracket with alternatives inside ("[a/b]"): which of Group.Parts survives
}

// Tick makes a bracket survive, or not any more, as a person means it: with it
// survive the brackets around it, and none of its alternatives. It changes and
// returns c.
func (r *Reading) Tick(c Choice, i int, survives bool) Choice {
	if c.Keep == nil {
		c.Keep = map[int]bool{}
	}
	if !survives {
		delete(c.Keep, i)
		return c
	}
	for ; i >= 0; i = r.Brackets[i].Parent {
		if g := r.Brackets[i].Group; g >= 0 && r.Groups[g].Kind == Adjacent {
			for _, m := range r.Groups[g].Members {
				delete(c.Keep, m)
			}
		}
		c.Keep[i] = true
	}
	return c
}

// Sentence is a clean text and where it comes from.
type Sentence struct {
	Text string
	From []int // for every rune of Text, the rune of the source it is; -1 for a space that was put in
}

// Clean is a paragraph as it reads when a choice is made.
type Clean struct {
	Label, Heading, Text Sentence
	Unsettled            []Unsettled // what the choice leaves open, in the order of the text
}

// Resolve reads a paragraph with only the chosen brackets. Brackets go, words
// of brackets that do not survive go, and where something went, spaces,
// punctuation and a capital are put right by the language's rules; nothing
// else is touched. Brackets without partner stay as they are in the text,
// unless Keep names them: then only their character goes.
func (r *Reading) Resolve(paragraph int, lang data.Lang, c Choice) Clean {
	from, to := r.Opening(paragraph)
	return Clean{
		Label:     r.resolveField(paragraph, FieldLabel, lang, c),
		Heading:   r.resolveField(paragraph, FieldHeading, lang, c),
		Text:      r.resolveField(paragraph, FieldText, lang, c),
		Unsettled: r.check(from, to, c),
	}
}

// cut says what becomes of a rune of the source.
type cut uint8

const (
	kept    cut = iota
	opener      // the opening character of a surviving bracket
	closer      // the closing one
	dropped     // words, or brackets of words, that do not survive
)

func (r *Reading) resolveField(paragraph int, f Field, lang data.Lang, c Choice) Sentence {
	source := r.paragraphs[paragraph].fields[f]
	if source == "" {
		return Sentence{}
	}
	w := writer{french: lang == data.French}
	w.source = []rune(source)
	w.cuts = make([]cut, len(w.source))
	r.cut(w.cuts, paragraph, f, c)
	return w.write()
}

// cut marks what goes from a field.
func (r *Reading) cut(cuts []cut, paragraph int, f Field, c Choice) {
	for _, i := range r.around(paragraph) {
		if !c.Keep[i] && r.Brackets[i].State == Paired {
			r.drop(cuts, i, paragraph, f)
			return
		}
		r.unwrap(cuts, i, paragraph, f)
	}
	from, to := r.Opening(paragraph)
	for i := from; i < to; {
		b := &r.Brackets[i]
		switch {
		case c.Keep[i]:
			r.unwrap(cuts, i, paragraph, f)
			r.cutSlash(cuts, i, paragraph, f, c)
		case b.State == Paired:
			r.drop(cuts, i, paragraph, f)
			i = min(b.last, to)
			continue
		}
		i++
	}
	r.cutJoints(cuts, from, to, f, c)
}

// partOf returns the part of a field from one place to before another.
func partOf(from, to Place, paragraph int, f Field, size int) (start, end int) {
	here := Place{paragraph, f, 0}
	if from.Compare(here) > 0 {
		if start = from.Offset; from.Paragraph != paragraph || from.Field != f {
			return 0, 0
		}
	}
	if end = size; to.Paragraph == paragraph && to.Field == f {
		end = to.Offset
	} else if to.Compare(here) < 0 {
		return 0, 0
	}
	return start, end
}

func (r *Reading) drop(cuts []cut, i, paragraph int, f Field) {
	after := r.Brackets[i].Close
	after.Offset++
	start, end := partOf(r.Brackets[i].Open, after, paragraph, f, len(cuts))
	for k := start; k < end; k++ {
		cuts[k] = dropped
	}
}

// unwrap takes away the characters of a bracket.
func (r *Reading) unwrap(cuts []cut, i, paragraph int, f Field) {
	b := &r.Brackets[i]
	if b.Open.Paragraph == paragraph && b.Open.Field == f {
		cuts[b.Open.Offset] = max(cuts[b.Open.Offset], opener)
	}
	if b.State == Paired && b.Close.Paragraph == paragraph && b.Close.Field == f {
		cuts[b.Close.Offset] = max(cuts[b.Close.Offset], closer)
	}
}

// cutSlash leaves of a bracket with alternatives inside the chosen one.
func (r *Reading) cutSlash(cuts []cut, i, paragraph int, f Field, c Choice) {
	b := &r.Brackets[i]
	part, chosen := c.Part[i]
	if b.Slash < 0 || !chosen || part < 0 || part >= len(r.Groups[b.Slash].Parts) || b.Open.Paragraph != paragraph || b.Open.Field != f {
		return
	}
	p := r.Groups[b.Slash].Parts[part]
	for k := b.Open.Offset + 1; k < b.Close.Offset; k++ {
		if k < p.Start || k >= p.End {
			cuts[k] = dropped
		}
	}
}

// cutJoints takes away the slash of "[a]/[b]" where one of the two goes.
func (r *Reading) cutJoints(cuts []cut, from, to int, f Field, c Choice) {
	for i := from; i < to; i++ {
		b := &r.Brackets[i]
		if b.Group < 0 || b.Close.Field != f || b.Extent == Paragraphs {
			continue
		}
		next, j := r.follower(i)
		if j != slashes || c.Keep[i] && c.Keep[next] {
			continue
		}
		for k := b.Close.Offset + 1; k < r.Brackets[next].Open.Offset; k++ {
			cuts[k] = dropped
		}
	}
}

// Words returns the words of a bracket in the field in which it opens,
// verbatim and without its own characters.
func (r *Reading) Words(i int) string {
	b := &r.Brackets[i]
	if b.State == Unopened {
		return ""
	}
	t := &r.tokens[b.open]
	s := r.field(t)
	from := int(t.at) + t.size()
	start, end := partOf(b.Open, b.Close, b.Open.Paragraph, b.Open.Field, utf8.RuneCountInString(s))
	at := from
	for n := start + 1; n < end && at < len(s); n++ {
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
	}
	return s[from:at]
}
