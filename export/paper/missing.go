package paper

import (
	"slices"
	"strings"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/states"
	"travaux/translations"
)

// Lack is something that a paper would have and that is not there in its language, but
// in another: without PaperOrder.Original it is left out, with it given in its original
// language with a note.
type Lack struct {
	What       LackOf
	Provisions []data.ID   // where; none: the paper itself
	Langs      []data.Lang // in which it is there
}

// LackOf says what is missing; its name is the catalogue's "lack.<what>".
type LackOf string

// What can be missing.
const (
	LackText      LackOf = "text"      // of the provision itself
	LackWording   LackOf = "wording"   // ours
	LackReasons   LackOf = "reasons"   // that may be given
	LackProposals LackOf = "proposals" // of the room
	LackTitle     LackOf = "title"     // that the delegation wrote
	LackWords     LackOf = "words"     // that the delegation wrote
	LackSpeech    LackOf = "speech"    // the statement
	LackRevision  LackOf = "revision"  // a revision that is compared
)

// Name is how what is missing is called.
func (l LackOf) Name(loc *translations.Localizer) string { return loc.Name("lack", string(l)) }

// Vital reports whether no paper can be made in the language without it, unless the
// original will do.
func (l LackOf) Vital() bool { return l == LackWords || l == LackSpeech || l == LackRevision }

// Missing says what an order lacks in a language, each kind of thing once, with where.
// It says nothing of an order that is not ready.
func Missing(d *desk.Desk, o data.PaperOrder, lang data.Lang) []Lack {
	k, ok := ByID(o.Kind)
	if !ok {
		return nil
	}
	g := lacking{d: d, o: o, lang: lang}
	if k.Heeds(AskWords) && len(o.Bound) == 0 {
		g.words(LackTitle, o.Title, data.ID{})
		g.words(LackWords, o.Words, data.ID{})
	}
	if s, ok := d.Speech(o.Speech); k.Heeds(AskSpeech) && ok {
		g.words(LackSpeech, s.Text, data.ID{})
	}
	if k.Heeds(AskRevisions) {
		g.revisions()
	}
	switch k.ID {
	case position.ID, amendments.ID, joint.ID, brief.ID:
		g.positions()
	case nonPaper.ID:
		if len(o.Provisions) > 0 {
			g.positions()
		}
	case compilation.ID:
		g.proposals()
	}
	for _, b := range o.Bound {
		b.Original = b.Original || o.Original
		for _, l := range Missing(d, b, lang) {
			g.add(l.What, l.Langs, l.Provisions...)
		}
	}
	return g.list
}

// lacking gathers what an order lacks.
type lacking struct {
	d    *desk.Desk
	o    data.PaperOrder
	lang data.Lang
	list []Lack
}

func (g *lacking) add(what LackOf, langs []data.Lang, provisions ...data.ID) {
	i := slices.IndexFunc(g.list, func(l Lack) bool { return l.What == what })
	if i < 0 {
		g.list = append(g.list, Lack{What: what})
		i = len(g.list) - 1
	}
	l := &g.list[i]
	for _, id := range provisions {
		if !id.IsZero() && !slices.Contains(l.Provisions, id) {
			l.Provisions = append(l.Provisions, id)
		}
	}
	for _, in := range data.Langs {
		if slices.Contains(langs, in) && !slices.Contains(l.Langs, in) {
			l.Langs = append(l.Langs, in)
		}
	}
}

// words notes words that are there in another language alone.
func (g *lacking) words(what LackOf, w data.Words, at data.ID) {
	var langs []data.Lang
	for l, text := range w {
		if strings.TrimSpace(text) != "" {
			langs = append(langs, l)
		}
	}
	if len(langs) > 0 && !slices.Contains(langs, g.lang) {
		g.add(what, langs, at)
	}
}

func (g *lacking) revisions() {
	for _, id := range g.o.Revisions {
		if t, err := g.d.Text(id); err == nil && !slices.Contains(t.Revision.Langs(), g.lang) {
			g.add(LackRevision, t.Revision.Langs())
		}
	}
}

// about are the provisions of which the order speaks, with what stands in them.
func (g *lacking) about() []data.Provision {
	t, err := g.d.Current()
	if err != nil {
		return nil
	}
	if len(g.o.Provisions) == 0 {
		return t.Provisions
	}
	return slices.DeleteFunc(slices.Clone(t.Provisions), func(p data.Provision) bool {
		for id := p.ID; !id.IsZero(); {
			if slices.Contains(g.o.Provisions, id) {
				return false
			}
			up, _ := t.Find(id)
			id = up.Parent
		}
		return true
	})
}

func (g *lacking) positions() {
	for _, p := range g.about() {
		held := g.d.Position(p.ID)
		if held.IsZero() {
			continue
		}
		g.text(p)
		g.words(LackWording, held.Wording, p.ID)
		g.words(LackReasons, held.PublicReasons, p.ID)
	}
}

func (g *lacking) proposals() {
	all := g.d.AllProposals()
	for _, p := range g.about() {
		for _, q := range all[p.ID] {
			if !q.Withdrawn {
				g.text(p)
				g.words(LackProposals, q.Wording, p.ID)
			}
		}
	}
}

func (g *lacking) text(p data.Provision) {
	texts := data.Words{}
	for l, r := range p.Text {
		texts[l] = r.Text
	}
	g.words(LackText, texts, p.ID)
}

// Caution is something that a person should look at before a paper is handed over.
type Caution string

// What there can be to look at; the catalogue has a sentence for each at
// "paper-caution.<caution>".
const (
	CautionOwnName   Caution = "own-name"  // the delegation's State is named in a paper that names nobody
	CautionForbidden Caution = "forbidden" // words that an instruction forbids on these provisions
	CautionRedLine   Caution = "red-line"  // words that must not appear by a red line
)

// Sentence says what there is to look at.
func (c Caution) Sentence(loc *translations.Localizer) string {
	return loc.T("paper-caution." + string(c))
}

// Cautions are what there is to look at in what the delegation wrote for an order, in a
// language.
func Cautions(d *desk.Desk, o data.PaperOrder, lang data.Lang) (out []Caution) {
	k, ok := ByID(o.Kind)
	if !ok || !k.Heeds(AskWords) {
		return nil
	}
	text := o.Title[lang] + "\n" + o.Words[lang]
	if k.ID == nonPaper.ID && namesState(d, text) {
		out = append(out, CautionOwnName)
	}
	for _, f := range d.SpeechFlags(text, lang, o.Provisions) {
		c := Caution("")
		switch f.Kind {
		case data.SpeechForbidden:
			c = CautionForbidden
		case data.SpeechRedLine:
			c = CautionRedLine
		}
		if c != "" && !slices.Contains(out, c) {
			out = append(out, c)
		}
	}
	return out
}

// namesState reports whether a text has the name of the delegation's State, in any
// language, or its last word alone: "Maravel" of "the Republic of Maravel".
func namesState(d *desk.Desk, text string) bool {
	n := d.Negotiation()
	text = strings.ToLower(text)
	for _, lang := range data.Langs {
		for _, name := range []string{n.StateName[lang], states.Name(n.State, lang)} {
			words := strings.Fields(strings.ToLower(name))
			if len(words) == 0 {
				continue
			}
			last := words[len(words)-1]
			if strings.Contains(text, strings.Join(words, " ")) || len([]rune(last)) > 4 && lang != data.Chinese && strings.Contains(text, last) {
				return true
			}
		}
	}
	return false
}
