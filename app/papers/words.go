package papers

import (
	"slices"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	"travaux/translations"
)

// langWords are words in the six languages, a tab for each; a sign tells which have
// any.
type langWords struct {
	tabs    *look.TabBar
	editors map[data.Lang]*textview.Editor
}

// newLangWords makes it with so many lines; changed is told after something was typed,
// escaped after Escape.
func newLangWords(r *room.Room, lines int, hint string, changed, escaped func()) *langWords {
	w := &langWords{editors: map[data.Lang]*textview.Editor{}}
	var tabs []look.Tab
	for _, lang := range data.Langs {
		e := textview.NewEditor()
		e.Lang, e.MinRows, e.MaxRows, e.Placeholder = string(lang), lines, max(lines, 8), hint
		e.OnChanged = func(string) { w.mark(); changed() }
		e.OnEscaped = escaped
		w.editors[lang] = e
		tabs = append(tabs, look.Tab{Words: translations.Endonym(string(lang)), Content: e})
	}
	w.tabs = look.NewTabBar(tabs...)
	w.tabs.Choose(slices.Index(data.Langs, data.Lang(r.Loc.Lang())))
	return w
}

// set shows words.
func (w *langWords) set(words data.Words) {
	for lang, e := range w.editors {
		e.SetText(words[lang])
	}
	w.mark()
}

// words are those that were typed; nil where there are none.
func (w *langWords) words() data.Words {
	var out data.Words
	for _, lang := range data.Langs {
		if typed := w.editors[lang].Text(); typed != "" {
			if out == nil {
				out = data.Words{}
			}
			out[lang] = typed
		}
	}
	return out
}

func (w *langWords) mark() {
	for i, lang := range data.Langs {
		sign := ""
		if w.editors[lang].Text() != "" {
			sign = "•"
		}
		w.tabs.SetCount(i, sign)
	}
}
