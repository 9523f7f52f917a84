package translations

import (
	"slices"
	"strconv"
	"strings"
)

// CiteRange names a run of provisions by the paths of its first and its last:
// "article 6, paragraphs 2 to 4", "paragraphe 2 a) à c) de l’article 6". Where
// the two do not stand side by side in one unit, both are named in full.
func (l *Localizer) CiteRange(first, last string) string {
	if first == last {
		return l.Cite(first)
	}
	if cited, ok := l.citeBeside(first, last); ok {
		return cited
	}
	return l.T("cite.from-to", "first", l.Cite(first), "last", l.Cite(last))
}

// severalForms name units of one kind from {a} to {b}: alone where they lead
// the citation, joined where they follow what they stand in.
var severalForms = map[string]map[string]struct{ alone, joined string }{
	"en": {
		"chapter": {"chapters {a} to {b}", ", chapters {a} to {b}"}, "article": {"articles {a} to {b}", ", articles {a} to {b}"},
		"paragraph": {"paragraphs {a} to {b}", ", paragraphs {a} to {b}"}, "recital": {"preambular paragraphs {a} to {b}", ", preambular paragraphs {a} to {b}"},
		"point": {"subparagraphs {a} to {b}", " {a} to {b}"},
	},
	"es": {
		"chapter": {"capítulos {a} a {b}", ", capítulos {a} a {b}"}, "article": {"artículos {a} a {b}", ", artículos {a} a {b}"},
		"paragraph": {"párrafos {a} a {b}", ", párrafos {a} a {b}"}, "recital": {"párrafos {a} a {b} del preámbulo", ", párrafos {a} a {b} del preámbulo"},
		"point": {"apartados {a} a {b}", ", apartados {a} a {b}"},
	},
	"fr": {
		"chapter": {"chapitres {a} à {b}", " des chapitres {a} à {b}"}, "article": {"articles {a} à {b}", " des articles {a} à {b}"},
		"paragraph": {"paragraphes {a} à {b}", " des paragraphes {a} à {b}"}, "recital": {"alinéas {a} à {b} du préambule", " des alinéas {a} à {b} du préambule"},
		"point": {"alinéas {a} à {b}", " des alinéas {a} à {b}"},
	},
	"ru": {
		"chapter": {"главы {a}–{b}", " глав {a}–{b}"}, "article": {"статьи {a}–{b}", " статей {a}–{b}"},
		"paragraph": {"пункты {a}–{b}", " пунктов {a}–{b}"}, "recital": {"пункты {a}–{b} преамбулы", " пунктов {a}–{b} преамбулы"},
		"point": {"подпункты {a}–{b}", " подпунктов {a}–{b}"},
	},
	"ar": {
		"chapter": {"الفصول من {a} إلى {b}", " من الفصول من {a} إلى {b}"}, "article": {"المواد من {a} إلى {b}", " من المواد من {a} إلى {b}"},
		"paragraph": {"الفقرات من {a} إلى {b}", " من الفقرات من {a} إلى {b}"}, "recital": {"الفقرات من {a} إلى {b} من الديباجة", " من الفقرات من {a} إلى {b} من الديباجة"},
		"point": {"الفقرات الفرعية من {a} إلى {b}", " من الفقرات الفرعية من {a} إلى {b}"},
	},
	"zh": {
		"chapter": {"第{a}章至第{b}章", "第{a}章至第{b}章"}, "article": {"第{a}至第{b}", "第{a}至第{b}"},
		"paragraph": {"第{a}至第{b}", "第{a}至第{b}"}, "recital": {"序言部分第{a}至第{b}段", "序言部分第{a}至第{b}段"},
		"point": {"第{a}至第{b}", "第{a}至第{b}"},
	},
}

// pairWords turn the form for several units into the form for two that follow one
// another: "paragraphs 1 and 2", not "1 to 2". Arabic has a dual, in the oblique
// case after the preposition.
var pairWords = map[string]*strings.Replacer{
	"en": strings.NewReplacer("{a} to {b}", "{a} and {b}"),
	"es": strings.NewReplacer("{a} a {b}", "{a} y {b}"),
	"fr": strings.NewReplacer("{a} à {b}", "{a} et {b}"),
	"ru": strings.NewReplacer("{a}–{b}", "{a} и {b}"),
	"zh": strings.NewReplacer("至第{b}", "和第{b}"),
	"ar": strings.NewReplacer(
		" من الفقرات الفرعية من", " من الفقرتين الفرعيتين", "الفقرات الفرعية من", "الفقرتان الفرعيتان",
		" من الفقرات من", " من الفقرتين", "الفقرات من", "الفقرتان",
		" من المواد من", " من المادتين", "المواد من", "المادتان",
		" من الفصول من", " من الفصلين", "الفصول من", "الفصلان",
		" إلى {b}", " و{b}",
	),
}

// follows reports whether two numbers or letters come one after the other.
func follows(a, b string) bool {
	if x, err := strconv.Atoi(a); err == nil {
		y, err := strconv.Atoi(b)
		return err == nil && y == x+1
	}
	return len(a) == 1 && len(b) == 1 && b[0] == a[0]+1
}

// citeBeside names units that stand side by side; ok is false where the two
// do not, or where the language has no form for several of their kind.
func (l *Localizer) citeBeside(first, last string) (cited string, ok bool) {
	if l.citeNotes(first) != "" || l.citeNotes(last) != "" {
		return "", false
	}
	outer, a, known := parted(citedUnits(first))
	outerToo, b, knownToo := parted(citedUnits(last))
	forms, several := severalForms[l.lang][a.kind]
	if !known || !knownToo || !several || a.kind != b.kind || a.level != b.level || !slices.EqualFunc(outer, outerToo, sameUnit) {
		return "", false
	}
	style := citeStyles[l.lang]
	leads := len(outer) == 0
	form := forms.joined
	if leads || style.innerFirst {
		form = forms.alone
	}
	if follows(a.number, b.number) {
		form = pairWords[l.lang].Replace(form)
	}
	words := strings.NewReplacer("{a}", a.written(style), "{b}", b.written(style)).Replace(form)
	parts := make([]string, 0, len(outer)+1)
	for i, u := range outer {
		parts = append(parts, style.write(u, i == 0, false))
	}
	parts = append(parts, words)
	if style.innerFirst {
		slices.Reverse(parts)
	}
	return strings.TrimPrefix(strings.Join(parts, ""), ", "), true
}

// step is the innermost step of a citation: a point alone, without those it
// stands under.
type step struct {
	kind, number string
	level        int // of a point
}

func (s step) written(style citeStyle) string {
	if s.kind == "point" {
		return style.point(s.number, s.level)
	}
	return style.number(s.kind, s.number)
}

// parted cuts a citation into what is around its innermost step, and that.
func parted(units []unit) (outer []unit, inner step, ok bool) {
	if len(units) == 0 {
		return nil, step{}, false
	}
	last := units[len(units)-1]
	n := len(last.numbers) - 1
	if n < 0 {
		return nil, step{}, false
	}
	outer = slices.Clone(units[:len(units)-1])
	inner = step{kind: last.kind, number: last.numbers[n]}
	if last.kind == "point" && n > 0 {
		inner.level = n
		outer = append(outer, unit{last.kind, last.numbers[:n]})
	}
	return outer, inner, true
}

func sameUnit(a, b unit) bool { return a.kind == b.kind && slices.Equal(a.numbers, b.numbers) }
