package concept

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/concept"
	"travaux/data/desk"
	"travaux/data/text"
	"travaux/translations"
)

// draft shows the text that the theses make, and takes it in as a revision.
type draft struct {
	room   *room.Room
	issued func()

	lang    *look.Select
	langs   []*look.Check // in the order of data.Langs
	symbol  *textview.Field
	kind    *look.Select
	says    *look.Text
	compose *look.Button
	view    *textview.Document
	object  fyne.CanvasObject

	drafts map[data.Lang]concept.Draft
	all    []data.Thesis
}

// kinds are the kinds of revision that a draft of ours may be.
var kinds = []data.RevisionKind{data.RevisionZero, data.RevisionElements, data.RevisionNonPaper}

func newDraft(r *room.Room) *draft {
	x := &draft{room: r, says: look.Wrapped(""), symbol: textview.NewField(), view: textview.NewDocument()}
	loc := r.Loc
	x.view.Margin = false
	x.lang = look.NewSelect(endonyms(), slices.Index(data.Langs, data.Lang(loc.Lang())), func(int) { x.tell() })
	var names []string
	for _, k := range kinds {
		names = append(names, loc.Name("revision-kind", string(k)))
	}
	x.kind = look.NewSelect(names, 0, func(int) {})
	langs := look.Flow()
	for _, l := range data.Langs {
		c := look.NewCheck(translations.Endonym(string(l)), true, func(bool) {})
		x.langs = append(x.langs, c)
		langs.Add(c)
	}
	x.symbol.OnSubmitted = func(string) { x.issue() }
	x.symbol.Placeholder = loc.T("concept.draft.symbol")
	x.compose = look.NewPrimary(loc.T("concept.draft.compose"), x.issue)
	start := look.Column(
		page.Labelled(loc.T("concept.draft.shown"), x.lang), x.says, look.Rule(),
		page.Labelled(loc.T("concept.draft.symbol"), x.symbol), page.Labelled(loc.T("concept.draft.kind"), x.kind),
		page.Labelled(loc.T("concept.draft.languages"), langs), look.Row(look.Space(), x.compose))
	x.object = look.NewSplit(page.Scroll(look.Inset(8, 12, 12, 12, start)), page.AtLeast(300, x.view), 0.34)
	return x
}

// read composes the draft anew.
func (x *draft) read() {
	all := x.room.Desk.Theses().All()
	title := x.room.Desk.Negotiation().Title
	drafts := map[data.Lang]concept.Draft{}
	x.room.Run(func(context.Context, data.Progress) error {
		for _, l := range data.Langs {
			drafts[l] = concept.Compose(title, all, l)
		}
		return nil
	}, func() {
		x.drafts, x.all = drafts, all
		if x.symbol.Text() == "" {
			x.symbol.SetText(x.room.Loc.T("concept.draft.own", "n", strconv.Itoa(len(x.room.Desk.Revisions())+1)))
		}
		x.tell()
	})
}

// tell shows the draft in the language that is chosen, and what is to be said of it.
func (x *draft) tell() {
	loc := x.room.Loc
	d, ok := x.drafts[data.Langs[max(x.lang.Chosen(), 0)]]
	if !ok {
		return
	}
	says := []string{loc.T("concept.draft.none")}
	if len(x.all) > 0 {
		says = []string{loc.N("concept.draft.articles", count(d, data.KindArticle))}
		if d.Foreign > 0 {
			says = append(says, loc.N("concept.draft.foreign", d.Foreign))
		}
		if len(d.Open) > 0 {
			says = append(says, loc.T("concept.draft.open"))
		}
	}
	x.says.SetText(strings.Join(says, "\n"))
	look.SetShown(x.compose, len(x.all) > 0 && x.room.Desk.Me().Role.May(data.RightImport))
	x.view.SetBlocks(blocks(d))
	x.object.Refresh()
}

func count(d concept.Draft, kind data.Kind) (n int) {
	for _, x := range d.Outline.Nodes {
		if x.Kind == kind {
			n++
		}
	}
	return n
}

// blocks are a draft as the text view shows it.
func blocks(d concept.Draft) []textview.Block {
	var out []textview.Block
	for _, n := range d.Outline.Nodes {
		b := textview.Block{ID: n.Path, Label: n.Label, Text: n.Text, Lang: string(d.Lang)}
		heading := strings.TrimSpace(n.Label + "\n" + n.Heading)
		switch n.Kind {
		case data.KindTitle:
			b.Kind = textview.Title
		case data.KindChapter, data.KindPreamble:
			b.Kind, b.Label, b.Text = textview.Chapter, "", heading
		case data.KindArticle:
			out = append(out, textview.Block{ID: n.Path + "#", Kind: textview.Article, Text: strings.TrimSpace(n.Label + "\u2003" + n.Heading), Lang: string(d.Lang)})
			b.Label = ""
		case data.KindPoint:
			b.Indent = 1
			if p := parent(d.Outline, n.Path); p == data.KindPoint {
				b.Indent = 2
			}
		}
		if b.Text != "" {
			out = append(out, b)
		}
	}
	return out
}

// parent is the kind of what a node stands in.
func parent(o *text.Outline, path string) data.Kind {
	i := slices.IndexFunc(o.Nodes, func(n text.Node) bool { return n.Path == path })
	if at := o.Parent(i); at >= 0 {
		return o.Nodes[at].Kind
	}
	return ""
}

// issue takes the draft in as a revision of our own, in the languages that are ticked.
func (x *draft) issue() {
	loc := x.room.Loc
	var versions []desk.Version
	paths := map[data.ID]string{}
	for i, lang := range data.Langs {
		if d := x.drafts[lang]; x.langs[i].Ticked() && d.Outline != nil {
			name := page.FileName(loc.T("concept.draft.file") + "-" + string(lang) + ".txt")
			versions = append(versions, desk.Version{Lang: lang, Name: name, Format: "text", Content: d.Content, Outline: d.Outline})
			paths = d.Paths
		}
	}
	if len(versions) == 0 {
		x.room.Toast(loc.T("concept.draft.no-language"))
		return
	}
	issue := desk.Issue{Symbol: strings.TrimSpace(x.symbol.Text()), Date: data.Today(), Kind: kinds[max(x.kind.Chosen(), 0)]}
	x.room.Run(func(ctx context.Context, progress data.Progress) error {
		_, err := x.room.Desk.IssueDraft(ctx, issue, paths, progress, versions...)
		return err
	}, func() {
		x.room.Changed()
		x.room.Toast(loc.T("concept.draft.issued", "symbol", loc.Isolate(issue.Symbol)))
		x.symbol.SetText("")
		x.issued()
	})
}
