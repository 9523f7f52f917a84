package desk

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	pages "travaux/app/page"
	"travaux/app/room"
	"travaux/data"
	work "travaux/data/desk"
	"travaux/data/text/bracket"
)

// bracketPage shows the brackets of the whole text: where the official file is
// broken or odd, and how many there are in each article.
type bracketPage struct {
	room   *room.Room
	page   *pages.Page
	issues []issueFacts
	counts []countFacts
}

// countFacts is how much of an article, or of what contains articles, is in
// brackets.
type countFacts struct {
	id    data.ID
	path  string
	depth int
	words string
	lang  data.Lang
	count bracket.Count
}

// showBracketPage reads the text in the language that is read, and covers the
// window with the page.
func showBracketPage(r *room.Room, v *Viewing) {
	lang := r.Selection.Lang()
	b := &bracketPage{room: r}
	var whole bracket.Count
	r.Run(func(context.Context, data.Progress) error {
		t, err := r.Desk.Current()
		if err != nil {
			return err
		}
		x := v.wholes.of(t, lang).brackets()
		b.issues, b.counts, whole = issuesOf(t, x), countsOf(t, lang, x), sum(t, x)
		return nil
	}, func() { b.show(whole) })
}

func issuesOf(t *work.Text, x bracketed) (list []issueFacts) {
	for _, i := range x.issues {
		list = append(list, issueOf(t, i))
	}
	return list
}

// countsOf counts by articles and what contains them; what is in none of them
// counts for itself.
func countsOf(t *work.Text, lang data.Lang, x bracketed) (list []countFacts) {
	inside := -1 // depth of the article that is being counted
	for i, p := range t.Provisions {
		if inside >= 0 && p.Depth > inside {
			continue
		}
		inside = -1
		if p.Kind == data.KindArticle || !holdsArticles(p.Kind) {
			inside = p.Depth
		}
		r, shown := p.In(lang)
		words := strings.TrimSpace(r.Label + "  " + r.Heading)
		if words == "" {
			words = beginning(r.Text, snippet)
		}
		list = append(list, countFacts{p.ID, p.Path, p.Depth, words, shown, x.total[i]})
	}
	return list
}

func holdsArticles(k data.Kind) bool {
	switch k {
	case data.KindResolution, data.KindPart, data.KindChapter, data.KindSection, data.KindAnnex:
		return true
	}
	return false
}

// sum counts the whole text.
func sum(t *work.Text, x bracketed) (all bracket.Count) {
	for i, p := range t.Provisions {
		if p.Depth > 0 {
			continue
		}
		c := x.total[i]
		all.Pairs += c.Pairs
		all.Unclosed += c.Unclosed
		all.Unopened += c.Unopened
		all.Depth = max(all.Depth, c.Depth)
		all.Alternatives += c.Alternatives
		all.Unclear += c.Unclear
		all.Options += c.Options
	}
	return all
}

func (b *bracketPage) show(whole bracket.Count) {
	loc := b.room.Loc
	head := look.Wrapped(countWords(loc, whole))
	head.Colour = look.ColourMuted
	lint := look.NewList(func() int { return len(b.issues) }, func() fyne.CanvasObject { return newIssueRow(loc, b.goTo) },
		func(i int, row fyne.CanvasObject) { row.(*issueRow).set(b.issues[i]) }, nil)
	lint.OnOpen = func(i int) { b.goTo(b.issues[i].id) }
	table := look.NewList(func() int { return len(b.counts) }, func() fyne.CanvasObject { return newCountRow(loc, b.goTo) },
		func(i int, row fyne.CanvasObject) { row.(*countRow).set(b.counts[i]) }, nil)
	table.OnOpen = func(i int) { b.goTo(b.counts[i].id) }
	var broken fyne.CanvasObject = lint
	if len(b.issues) == 0 {
		broken = look.Inset(10, 10, 10, 10, look.Muted(loc.T("panels.lint.none")))
	}
	tabs := look.NewTabBar(
		look.Tab{Words: loc.T("panels.lint.tab"), Count: number(len(b.issues)), Content: broken},
		look.Tab{Words: loc.T("panels.count.tab"), Content: look.Border(countHeads(loc), nil, nil, nil, table)})
	body := look.Border(look.Inset(6, 6, 14, 14, head), nil, nil, nil, look.Inset(0, 6, 14, 14, tabs))
	b.page = pages.Show(b.room, loc.T("panels.lint.title"), body, nil)
	if len(b.issues) == 0 {
		tabs.Choose(1)
		b.page.Focus(table)
	} else {
		b.page.Focus(lint)
	}
}

// goTo leaves the page for a provision.
func (b *bracketPage) goTo(id data.ID) {
	b.page.Leave()
	b.room.Selection.Select(id)
}

// numbers are the columns of the table, by catalogue id.
var numbers = []struct {
	id string
	of func(bracket.Count) int
}{
	{"panels.count.head.pairs", func(c bracket.Count) int { return c.Pairs }},
	{"panels.count.head.alternatives", func(c bracket.Count) int { return c.Alternatives }},
	{"panels.count.head.unclear", func(c bracket.Count) int { return c.Unclear }},
	{"panels.count.head.options", func(c bracket.Count) int { return c.Options }},
	{"panels.count.head.depth", func(c bracket.Count) int { return c.Depth }},
	{"panels.count.head.broken", func(c bracket.Count) int { return c.Unclosed + c.Unopened }},
}
