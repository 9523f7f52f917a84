package intake

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/data"
	"travaux/data/desk"
)

// foot is what ends the review: Import and Cancel, and the question whether
// changes are to be kept for later.
type foot struct {
	review   *review
	object   *fyne.Container
	note     *look.Text // that an earlier review goes on
	question *look.Text
	back     *look.Button
	lose     *look.Button
	later    *look.Button
	cancel   *look.Button
	imports  *look.Button
	asked    bool
}

func newFoot(v *review) *foot {
	loc := v.room.Loc
	f := &foot{review: v, note: look.Ellipsis(""), question: look.Ellipsis(loc.T("review.lose.question"))}
	f.back = look.NewButton(loc.T("review.lose.no"), f.goOn)
	f.lose = look.NewButton(loc.T("review.lose.yes"), func() {
		v.forget()
		v.page.Leave()
	}).Rank(look.Danger)
	f.later = look.NewPrimary(loc.T("review.lose.later"), func() { v.page.Leave() })
	f.cancel = look.NewButton(loc.T("common.cancel"), func() { v.page.Close() })
	f.imports = look.NewPrimary(loc.T("review.import"), f.take)
	f.object = look.Row(f.note, f.question, look.Space(), f.back, f.lose, f.later, f.cancel, f.imports)
	f.ask(false)
	return f
}

// mayClose asks first if something was done to the outline.
func (f *foot) mayClose() bool {
	if !f.review.draft.edited() || f.asked {
		return true
	}
	f.ask(true)
	f.review.page.Focus(f.later)
	return false
}

func (f *foot) goOn() {
	f.ask(false)
	f.review.page.Focus(f.review.list)
}

func (f *foot) ask(asked bool) {
	f.asked = asked
	for o, shown := range map[fyne.CanvasObject]bool{f.note: !asked, f.question: asked, f.back: asked, f.lose: asked, f.later: asked, f.cancel: !asked, f.imports: !asked} {
		if shown {
			o.Show()
		} else {
			o.Hide()
		}
	}
	f.object.Refresh()
}

// join says on the button what will happen.
func (f *foot) join(there bool, lang data.Lang, rev data.Revision) {
	id := "review.import"
	if there {
		id = "review.import.join"
	}
	f.imports.SetWords(f.review.room.Loc.T(id))
	f.imports.SetEnabled(!there || !slices.Contains(rev.Langs(), lang))
	f.object.Refresh()
}

// take imports the draft and shows it from its first article.
func (f *foot) take() {
	v := f.review
	issue, err := v.facts.issue()
	if err != nil {
		v.room.Fail(err)
		return
	}
	r, d := v.room, v.draft
	version := desk.Version{Lang: d.outline.Lang, Name: d.name, Format: d.file.Format, Content: d.content, Outline: d.outline}
	var t, now *desk.Text
	var beside bool // it is no revision of the draft
	r.Run(func(ctx context.Context, progress data.Progress) error {
		rev, err := r.Desk.Import(ctx, issue, progress, version)
		if err != nil {
			return err
		}
		if t, err = r.Desk.Text(rev.ID); err != nil {
			return err
		}
		if beside = rev.Kind == data.RevisionBeside; !beside {
			now, err = r.Desk.Current()
		}
		return err
	}, func() {
		v.forget()
		v.imported()
		v.page.Leave()
		r.Changed()
		if beside {
			r.Toast(r.Loc.T("review.beside", "symbol", r.Loc.Isolate(t.Revision.Symbol)))
			return
		}
		r.Selection.Read(version.Lang)
		r.Selection.Select(firstArticle(t))
		if now.Revision.ID == t.Revision.ID {
			r.Toast(r.Loc.N("review.imported", len(d.outline.Nodes)))
		} else {
			r.Toast(r.Loc.T("review.earlier", "symbol", r.Loc.Isolate(now.Revision.Symbol)))
		}
		if list := t.Differences(); len(list) > 0 && len(t.Revision.Sources) > 1 {
			showJoined(r, t, list)
		} else if now.Revision.ID == t.Revision.ID && len(r.Desk.Revisions()) > 1 && len(t.Revision.Sources) == 1 {
			r.Issued(t.Revision.ID)
		}
	})
}
