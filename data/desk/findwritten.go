package desk

import (
	"slices"
	"strings"

	"travaux/data"
	"travaux/data/search"
)

// written are the submissions of others and our statements, paragraph by
// paragraph: a hit is to lead to its place in them. Statements are there only for
// who may read them, for to others they are not in the desk; those that were not
// speechTexts are confidential. The shorter forms of a statement repeat its text and
// are left out. The latest come first. The caller holds mu.
func (d *Desk) written() (items []search.Item) {
	order := 0
	add := func(in []search.Item) {
		for _, it := range in {
			it.Order = order
			order++
			items = append(items, it)
		}
	}
	for _, k := range latest(d.submissions) {
		add(submissionTexts(k))
	}
	for _, k := range latest(d.speeches) {
		add(speechTexts(k))
	}
	return items
}

func latest[T any](s shelf[T]) []*kept[T] {
	list := make([]*kept[T], 0, len(s.all))
	for _, k := range s.all {
		list = append(list, k)
	}
	slices.SortFunc(list, func(a, b *kept[T]) int { return older(b, a) })
	return list
}

// submissionTexts are the texts of a submission: what is said of it, and its paragraphs.
func submissionTexts(k *kept[data.Submission]) []search.Item {
	s := &k.it
	said := []string{s.Symbol, s.Title, s.File}
	for _, by := range s.By {
		said = append(said, strings.Join(strings.Fields(by.Code+" "+by.Name+" "+by.For+" "+by.ForName), " "))
	}
	it := search.Item{Class: search.ClassSubmission, Entity: s.ID, Lang: s.Lang}
	return k.foldItems(append([]search.Item{besides(it, said...)}, wordedLines(it, s.Text)...))
}

// speechTexts are the texts of a statement of ours: what it is called and what was said
// instead of its text, and its paragraphs in each language.
func speechTexts(k *kept[data.Speech]) []search.Item {
	s := &k.it
	it := search.Item{Class: search.ClassSpeech, Entity: s.ID}
	if s.Delivered.IsZero() {
		it.Class = search.ClassSpeechDraft
	}
	if len(s.Provisions) > 0 {
		it.Provision = s.Provisions[0]
	}
	items := []search.Item{besides(it, s.Title, s.As)}
	for _, lang := range data.Langs {
		it.Lang = lang
		items = append(items, wordedLines(it, s.Text[lang])...)
	}
	return k.foldItems(items)
}

// besides is what is said of a text, which has no place in it.
func besides(it search.Item, said ...string) search.Item {
	it.Lang, it.At = "", -1
	it.Text = strings.Join(slices.DeleteFunc(said, func(s string) bool { return s == "" }), "\n")
	return it
}

// wordedLines are the paragraphs of a text that say something, each with its place in it.
func wordedLines(it search.Item, text string) (items []search.Item) {
	at := 0
	for line := range strings.SplitSeq(text, "\n") {
		if strings.TrimSpace(line) != "" {
			it.Text, it.At = line, at
			items = append(items, it)
		}
		at += len([]rune(line)) + 1
	}
	return items
}

// foldItems folds the texts of an annotation, once.
func (k *kept[T]) foldItems(items []search.Item) []search.Item {
	texts := make([]string, len(items))
	for i, it := range items {
		texts[i] = it.Text
	}
	for i, folded := range k.fold(texts...) {
		items[i].Folded = folded
	}
	return items
}
