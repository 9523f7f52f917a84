package submissions

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/data"
	"travaux/translations"
)

// showSide shows what is said of the submission, the form that is open, and what is
// marked.
func (p *Page) showSide() {
	loc := p.room.Loc
	p.side.Objects = nil
	defer p.side.Refresh()
	if p.now.ID.IsZero() {
		return
	}
	switch {
	case p.facts != nil:
		p.side.Add(p.facts.object)
	default:
		p.side.Add(p.head())
	}
	if p.form != nil {
		p.side.Add(p.form.object)
	}
	p.side.Add(look.Heading(loc.N("submissions.marked", len(p.passages))))
	if len(p.passages) == 0 {
		none := look.Wrapped(loc.T("submissions.marked.none"))
		none.Colour = look.ColourMuted
		p.side.Add(none)
	}
	for i := range min(len(p.passages), mostShown) {
		p.side.Add(p.passageView(i))
	}
	if more := len(p.passages) - mostShown; more > 0 {
		p.side.Add(look.Muted(loc.N("submissions.more", more)))
	}
}

// mostShown is how many passages are shown below one another; of a compilation
// there are hundreds, and they are on their provisions.
const mostShown = 60

// head is what the submission is, and what can be done with it.
func (p *Page) head() fyne.CanvasObject {
	loc, s := p.room.Loc, p.now
	name := look.Wrapped(Name(p.room, s))
	name.Bold = true
	line := look.Wrapped(about(p.room, s, signed(loc, p.room.Desk.Register(), s.By)) + " · " + translations.Endonym(string(s.Lang)))
	line.Colour = look.ColourMuted
	acts := look.Row()
	if p.mayMark() {
		acts.Add(look.NewIconButton(look.IconEdit, keyed(p.room, "submissions.edit", string(editKey)), p.edit).Rank(look.Plain))
	}
	acts.Add(look.NewIconButton(look.IconExport, "", p.save).WithTip(loc.T("submissions.save")))
	if p.mayMark() {
		acts.Add(look.NewIconButton(look.IconDelete, "", p.remove).WithTip(loc.T("submissions.delete")))
	}
	acts.Add(look.Space())
	return look.Column(name, line, acts)
}

// passageView shows a passage: what it is, where, and its words.
func (p *Page) passageView(i int) fyne.CanvasObject {
	loc, x := p.room.Loc, p.passages[i]
	place := page.Cited(p.room, []data.ID{x.provision()})
	var sign fyne.CanvasObject
	words, lang := x.view.Words, x.view.Lang
	name := look.Wrapped("")
	if x.isProposal() {
		sign = look.NewIcon(look.IconProposal)
		lang = p.now.Lang
		if words = x.proposal.Passage.Quote; words == "" {
			words = x.proposal.Wording.In(lang)
		}
		name.SetText(loc.T("submissions.passage.proposal", "verb", x.proposal.Kind.Verb(), "place", place, "names", page.Proponents(loc, x.proposal)))
	} else {
		mark := look.NewText(page.ClassSign(x.view.Attitude))
		mark.Bold, mark.Colour = true, page.ClassColour(x.view.Attitude)
		sign = mark
		name.SetText(loc.T("submissions.passage.view", "attitude", page.ClassName(loc, x.view.Attitude), "place", place,
			"names", page.Speaker(loc, p.room.Desk.Register(), x.view.By)))
	}
	quote := look.Content(strings.Join(strings.Fields(words), " "), string(lang))
	quote.MaxLines, quote.Scale, quote.Colour = 2, theme.SizeNameCaptionText, look.ColourMuted
	show := look.NewIconButton(look.IconSearch, "", func() { p.show(i) }).WithTip(loc.T("submissions.show"))
	open := look.NewIconButton(look.IconForward, "", func() { p.at = i; p.open() }).WithTip(loc.T("submissions.open"))
	acts := look.Row(show, open)
	if p.mayMark() {
		acts.Add(look.NewIconButton(look.IconDelete, "", func() { p.unmark(x) }).WithTip(loc.T("submissions.unmark")))
	}
	ground := look.ColourSurface
	if i == p.at {
		ground = look.ColourChosen
	}
	row := look.Border(nil, nil, look.Inset(0, 0, 0, 6, sign), acts, name)
	return look.Stack(look.Ground(ground, look.Inset(4, 6, 6, 6, look.Column(row, look.Inset(0, 0, 22, 0, quote)))), look.Rule())
}

// show selects the words of a passage in the text.
func (p *Page) show(i int) {
	p.at = i
	if x := p.passages[i]; x.start < x.end {
		p.text.pick(x.start, x.end)
	}
	p.showSide()
}

// open leads to the provision of the passage that is shown.
func (p *Page) open() {
	if p.at < 0 || p.at >= len(p.passages) {
		return
	}
	id := p.passages[p.at].provision()
	p.page.Leave()
	p.room.Selection.Select(id)
}

// unmark takes back what was marked.
func (p *Page) unmark(x passage) {
	p.room.Act(func(ctx context.Context) error {
		if x.isProposal() {
			return p.room.Desk.DeleteProposal(ctx, x.proposal.ID)
		}
		return p.room.Desk.DeleteView(ctx, x.view.ID)
	}, func() { p.at = -1; p.Refresh() })
}

// remove takes the submission away; undoing brings it back.
func (p *Page) remove() {
	id := p.now.ID
	p.room.Act(func(ctx context.Context) error { return p.room.Desk.DeleteSubmission(ctx, id) }, func() {
		p.room.Toast(p.room.Loc.T("submissions.deleted"))
		p.Refresh()
	})
}

// save writes the submission into a folder as it came.
func (p *Page) save() {
	s := p.now
	page.ChooseFolder(p.room, page.LastFolder(), func(dir string) {
		var path string
		p.room.Run(func(context.Context, data.Progress) error {
			content, err := p.room.Desk.SubmissionFile(s.ID)
			if err != nil {
				return err
			}
			ending := filepath.Ext(s.File)
			name := strings.TrimSuffix(page.FileName(s.File), ending)
			if name == "" {
				name, ending = "submission", ".txt"
			}
			path, err = page.WriteFile(dir, name, ending, content)
			return err
		}, func() { p.room.Toast(p.room.Loc.T("instructions.cable.saved", "path", p.room.Loc.Isolate(path))) })
	})
}

// factsInPut is the form in which a submission is corrected.
type factsInPut struct {
	facts  facts
	fields *factFields
	object fyne.CanvasObject
}

// edit opens the form with what is said of the submission.
func (p *Page) edit() {
	if !p.mayMark() || p.facts != nil {
		return
	}
	x := &factsInPut{facts: factsOf(p.room, p.now)}
	key := "submissions.facts/" + p.now.ID.String()
	if kept, ok := p.keep.Read(key); ok {
		readKept(kept, &x.facts)
	}
	shut := func() { p.keep.Drop(key); p.facts = nil; p.showSide(); p.page.Focus(p.text) }
	x.fields = newFactFields(p.room, x.facts, func(f facts) { x.facts = f; p.keep.Note(key, kept(f)) }, shut)
	record := look.NewPrimary(p.room.Loc.T("submissions.edit.record"), func() {
		s, err := x.facts.into(p.room, p.now)
		if err != nil {
			p.room.Fail(err)
			return
		}
		p.room.Act(func(ctx context.Context) error {
			_, err := p.room.Desk.SetSubmission(ctx, s)
			return err
		}, func() { shut(); p.partsOf = data.ID{}; p.Refresh() })
	})
	cancel := look.NewButton(p.room.Loc.T("common.cancel"), shut)
	x.object = look.Column(x.fields.object, look.Row(look.Space(), cancel, record))
	p.facts = x
	p.showSide()
	p.page.Focus(x.fields.by)
}
