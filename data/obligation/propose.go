package obligation

import (
	"strings"
	"unicode"

	"travaux/data"
	"travaux/data/redline/strength"
)

// Propose reads the obligations of provisions that stand in the order of the text:
// one for each sentence that binds, with the points of the list that it opens. The
// proposals have no identity and no treaty.
//
// A sentence that only permits or recommends is none.
func Propose(provisions []data.Provision, lang data.Lang) []data.Obligation {
	r := reader{lang: lang, of: map[data.ID]*data.Provision{}, points: map[data.ID][]data.Provision{}, joined: map[data.ID]bool{}}
	for i := range provisions {
		p := &provisions[i]
		r.of[p.ID] = p
		if p.Kind == data.KindPoint {
			r.points[p.Parent] = append(r.points[p.Parent], *p)
		}
	}
	for _, p := range provisions {
		if operative(p.Kind) && !r.joined[p.ID] {
			r.read(p)
		}
	}
	return r.out
}

func operative(k data.Kind) bool {
	switch k {
	case data.KindArticle, data.KindParagraph, data.KindPoint, data.KindFlush, data.KindText:
		return true
	}
	return false
}

type reader struct {
	lang   data.Lang
	of     map[data.ID]*data.Provision
	points map[data.ID][]data.Provision
	joined map[data.ID]bool // points that are read with the words that open their list
	out    []data.Obligation
}

// sentence is a part of a text, in runes.
type sentence struct{ start, end int }

// sentences divides a text after its full stops. A stop that goes on with a small
// letter or a digit is none.
func sentences(text []rune) []sentence {
	var out []sentence
	start := 0
	for i, r := range text {
		if r != '。' && (r != '.' || i+1 < len(text) && !unicode.IsSpace(text[i+1])) {
			continue
		}
		next := i + 1
		for next < len(text) && unicode.IsSpace(text[next]) {
			next++
		}
		if next < len(text) && (unicode.IsLower(text[next]) || r == '.' && unicode.IsDigit(text[next])) {
			continue
		}
		out = append(out, sentence{start, i + 1})
		start = next
	}
	if start < len(text) {
		out = append(out, sentence{start, len(text)})
	}
	return out
}

// read proposes what a provision obliges to.
func (r *reader) read(p data.Provision) {
	rendering, ok := p.Text[r.lang]
	if !ok || strings.TrimSpace(rendering.Text) == "" {
		return
	}
	text := []rune(rendering.Text)
	marks := strength.Find(rendering.Text, r.lang)
	for _, s := range sentences(text) {
		m, ok := binding(marks, s)
		if !ok || defines(text[s.start:]) {
			continue
		}
		o := data.Obligation{Provision: p.ID, Strength: string(m.Class)}
		o.Anchor = anchor(text, s, r.lang)
		who := subject(text, s, m, r.lang)
		if who.kind == data.ObligedOther {
			who = r.inherited(p, who)
		}
		o.Obliged, o.Who = who.kind, who.words
		o.Must = strings.TrimSpace(string(text[m.Start:s.end]))
		o.Due = due(string(text[s.start:s.end]), r.lang)
		if s.end == len(text) && opens(text) {
			o.Must += r.join(p.ID)
		}
		r.out = append(r.out, o)
	}
}

// defines reports whether a sentence begins with a term in quotation marks: it says
// what that means.
func defines(text []rune) bool {
	return len(text) > 0 && strings.ContainsRune("“”\"«„‘", text[0])
}

// binding is the first expression of a sentence that binds, if it obliges.
func binding(marks []strength.Mark, s sentence) (strength.Mark, bool) {
	for _, m := range marks {
		if m.Qualifier || m.Start < s.start || m.Start >= s.end {
			continue
		}
		switch m.Class {
		case strength.Prohibition, strength.Obligation, strength.Endeavour:
			m.End = min(m.End, s.end)
			return m, true
		}
	}
	return strength.Mark{}, false
}

// around is how many runes an anchor keeps of what stands around its words.
const around = 32

func anchor(text []rune, s sentence, lang data.Lang) data.Anchor {
	return data.Anchor{
		Lang: lang, Start: s.start, End: s.end, Quote: string(text[s.start:s.end]),
		Before: string(text[max(s.start-around, 0):s.start]), After: string(text[s.end:min(s.end+around, len(text))]),
	}
}

// opens reports whether a text opens a list.
func opens(text []rune) bool {
	words := strings.TrimRightFunc(string(text), unicode.IsSpace)
	return strings.HasSuffix(words, ":") || strings.HasSuffix(words, "：")
}

// join is what the points of a list say, a line for each, down to the last level.
func (r *reader) join(of data.ID) string {
	var b strings.Builder
	for _, p := range r.points[of] {
		r.joined[p.ID] = true
		rendering := p.Text[r.lang]
		b.WriteString("\n" + strings.TrimSpace(rendering.Label+" "+rendering.Text))
		b.WriteString(r.join(p.ID))
	}
	return b.String()
}

// inherited is who the words that open a list name, for a point that names nobody:
// "The secretariat: (a) assists …".
func (r *reader) inherited(p data.Provision, none actor) actor {
	above, ok := r.of[p.Parent]
	if p.Kind != data.KindPoint || !ok {
		return none
	}
	text := []rune(above.Text[r.lang].Text)
	if !opens(text) {
		return none
	}
	all := sentences(text)
	last := all[len(all)-1]
	if who := named(text, last, last.end, r.lang); who.kind != data.ObligedOther {
		return who
	}
	return r.inherited(*above, none)
}
