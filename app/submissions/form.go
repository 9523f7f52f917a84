package submissions

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/desk"
)

// markDraft is a passage that is being marked, as it stands in the form.
type markDraft struct {
	Submission string
	Start, End int
	Place      string // as typed
	By         string
	Attitude   data.Attitude
	As         data.ProposalKind // "": a view
	Wording    string            // of a proposal
}

const markDraftKey = "submissions.marking"

func kept(v any) string {
	out, err := json.Marshal(v)
	if err != nil {
		panic(err) // it holds nothing but strings and numbers
	}
	return string(out)
}

func readKept(text string, into any) bool { return json.Unmarshal([]byte(text), into) == nil }

// kinds are what a passage can be made: a view, or a proposal of a kind.
var kinds = []data.ProposalKind{"", data.ProposalModify, data.ProposalAdd, data.ProposalSuppress, data.ProposalNoChange}

// markForm is the form in which a passage is marked.
type markForm struct {
	page  *Page
	draft markDraft

	place    *textview.Field
	resolved *look.Text
	by       *textview.Field
	attitude *look.Select
	wording  *textview.Editor
	record   *look.Button
	object   *fyne.Container
	worded   fyne.CanvasObject
	felt     fyne.CanvasObject
}

// begin opens the form for the words that are selected, about what the program
// takes them to be about.
func (p *Page) begin(a data.Attitude) {
	start, end, ok := p.text.runes()
	if !ok || !p.mayMark() {
		return
	}
	if start, end, ok = trimmed(p.now.Text, start, end); !ok {
		return
	}
	d := markDraft{Submission: p.now.ID.String(), Start: start, End: end, Attitude: a, By: written(p.room.Loc, p.room.Desk.Register(), p.now.By)}
	if id, ok := aboutAt(p.room.Desk, p.now, p.parts, start, end); ok {
		d.Place = page.Cited(p.room, []data.ID{id})
	}
	d.Wording = string([]rune(p.now.Text)[start:end])
	p.openForm(d)
}

func (p *Page) openForm(d markDraft) {
	p.form = newMarkForm(p, d)
	p.form.note()
	p.showSide()
	p.body.ScrollToTop()
	p.page.Focus(p.form.place)
}

// restore opens the submission in which a passage was being marked.
func (p *Page) restore() {
	text, ok := p.keep.Read(markDraftKey)
	var d markDraft
	if !ok || !readKept(text, &d) {
		return
	}
	if at := slices.IndexFunc(p.shown, func(x row) bool { return x.ID.String() == d.Submission }); at >= 0 {
		p.list.Mark(at)
		p.read(p.shown[at].Submission)
		p.restoreMark()
	}
}

// restoreMark opens the form as it was left, if it is about this submission.
func (p *Page) restoreMark() {
	text, ok := p.keep.Read(markDraftKey)
	var d markDraft
	if !ok || !readKept(text, &d) || d.Submission != p.now.ID.String() || p.form != nil {
		return
	}
	if d.Start < 0 || d.Start >= d.End || d.End > len([]rune(p.now.Text)) {
		return
	}
	p.text.pick(d.Start, d.End)
	p.openForm(d)
}

func newMarkForm(p *Page, d markDraft) *markForm {
	loc := p.room.Loc
	f := &markForm{page: p, draft: d, resolved: look.Wrapped("")}
	f.resolved.Colour = look.ColourMuted
	words := look.Content(strings.Join(strings.Fields(f.quote()), " "), string(p.now.Lang))
	words.MaxLines = 4
	field := func(text, placeholder string, typed func(string)) *textview.Field {
		e := textview.NewField()
		e.SetText(text)
		e.Placeholder = loc.T(placeholder)
		e.OnChanged = func(text string) { typed(text); f.note(); f.check() }
		e.OnSubmitted = func(string) { f.store() }
		e.OnEscaped = f.close
		return e
	}
	f.place = field(d.Place, "submissions.place.example", func(text string) { f.draft.Place = text })
	f.by = field(d.By, "submissions.by.example", func(text string) { f.draft.By = text })
	attitudes := []string{loc.T("submissions.attitude.choose")} // nobody's attitude is taken for granted
	for _, a := range data.Attitudes {
		attitudes = append(attitudes, page.ClassSign(a)+"  "+page.ClassName(loc, a))
	}
	f.attitude = look.NewSelect(attitudes, slices.Index(data.Attitudes, d.Attitude)+1, func(i int) {
		f.draft.Attitude = data.AttitudeSilent
		if i > 0 {
			f.draft.Attitude = data.Attitudes[i-1]
		}
		f.note()
		f.check()
	})
	as := []string{loc.T("submissions.as.view")}
	for _, k := range kinds[1:] {
		as = append(as, loc.T("submissions.as.proposal", "verb", k.Verb(), "kind", loc.Name("proposal-kind", string(k))))
	}
	asSelect := look.NewSelect(as, max(slices.Index(kinds, d.As), 0), func(i int) { f.draft.As = kinds[i]; f.note(); f.check() })
	f.wording = textview.NewEditor()
	f.wording.MinRows, f.wording.MaxRows, f.wording.Lang = 3, 10, string(p.now.Lang)
	f.wording.SetText(d.Wording)
	f.wording.OnChanged = func(text string) { f.draft.Wording = text; f.note(); f.check() }
	f.wording.OnSubmitted = func(string) { f.store() }
	f.wording.OnEscaped = f.close
	f.record = look.NewPrimary(loc.T("submissions.mark.record"), f.store)
	f.worded = page.Labelled(loc.T("submissions.wording"), f.wording)
	f.felt = page.Labelled(loc.T("submissions.attitude"), f.attitude)
	f.object = look.Column(
		look.Ground(look.ColourChosen, look.Inset(6, 6, 8, 8, words)),
		page.Labelled(loc.T("submissions.place"), look.Stack(f.place, f.resolved)),
		page.Columns([]float32{1, 1}, page.Labelled(loc.T("submissions.as"), asSelect), f.felt),
		f.worded,
		page.Labelled(loc.T("submissions.by"), f.by),
		look.Row(look.Space(), look.NewButton(loc.T("common.cancel"), f.close), f.record),
	)
	f.check()
	return f
}

func (f *markForm) quote() string {
	return string([]rune(f.page.now.Text)[f.draft.Start:f.draft.End])
}

func (f *markForm) note() { f.page.keep.Note(markDraftKey, kept(f.draft)) }

// close forgets what is being marked.
func (f *markForm) close() {
	f.page.keep.Drop(markDraftKey)
	f.page.form = nil
	f.page.showSide()
	f.page.page.Focus(f.page.text)
}

// provision is what is typed as the place.
func (f *markForm) provision() (data.Provision, bool) {
	t, err := f.page.room.Desk.Current()
	if err != nil {
		return data.Provision{}, false
	}
	if found := t.GoTo(f.draft.Place); len(found) > 0 {
		return found[0], true
	}
	ids := f.page.room.Desk.NamedProvisions(f.draft.Place, data.Lang(f.page.room.Loc.Lang()))
	if len(ids) == 0 {
		return data.Provision{}, false
	}
	return t.Find(ids[0])
}

// check shows what the place means, and offers to record what can be.
func (f *markForm) check() {
	loc := f.page.room.Loc
	p, ok := f.provision()
	switch {
	case ok:
		r, _ := p.In(f.page.room.Selection.Lang())
		f.resolved.SetText(loc.T("submissions.place.is", "place", loc.Cite(p.Path), "words", loc.Isolate(page.Beginning(r.Heading+" "+r.Text))))
	case strings.TrimSpace(f.draft.Place) == "":
		f.resolved.SetText(loc.T("submissions.place.none"))
	default:
		f.resolved.SetText(loc.T("packages.form.not-found"))
	}
	worded := f.draft.As == data.ProposalModify || f.draft.As == data.ProposalAdd
	look.SetShown(f.worded, worded)
	look.SetShown(f.felt, f.draft.As == "")
	felt := f.draft.As != "" || f.draft.Attitude != data.AttitudeSilent
	if ok && felt && strings.TrimSpace(f.draft.By) != "" && (!worded || strings.TrimSpace(f.draft.Wording) != "") {
		f.record.Enable()
	} else {
		f.record.Disable()
	}
	f.object.Refresh()
}

// store records what is marked: a view of every signer, or a proposal of all.
func (f *markForm) store() {
	p, ok := f.provision()
	if !ok {
		f.page.page.Focus(f.place)
		return
	}
	r, s, d := f.page.room, f.page.now, f.draft
	by := signers(r.Desk.Register(), d.By)
	if len(by) == 0 {
		r.Fail(data.E(desk.CodeNoSpeaker))
		return
	}
	n := 0
	r.Act(func(ctx context.Context) error {
		if d.As != "" {
			n = 1
			return propose(ctx, r.Desk, s, p.ID, d, by)
		}
		var list []data.View
		for _, who := range by {
			list = append(list, data.View{
				Provision: p.ID, By: who, Attitude: d.Attitude, Words: string([]rune(s.Text)[d.Start:d.End]), Lang: s.Lang,
				Said: said(s), Submission: s.ID, Anchor: anchor(s, d.Start, d.End),
			})
		}
		n = len(list)
		_, err := r.Desk.RecordViews(ctx, list)
		return err
	}, func() {
		id := "submissions.recorded.views"
		if d.As != "" {
			id = "submissions.recorded.proposals"
		}
		r.Toast(r.Loc.N(id, n))
		f.close()
		f.page.Refresh()
	})
}

// propose records a passage as a proposal.
func propose(ctx context.Context, d *desk.Desk, s data.Submission, at data.ID, draft markDraft, by []data.Speaker) error {
	p := data.Proposal{
		Provision: at, Kind: draft.As, Proponents: proponents(d.Register(), by, s.Lang), Source: s.Symbol,
		Passage: anchor(s, draft.Start, draft.End),
	}
	if p.Source == "" {
		p.Source = s.Title
	}
	if draft.As == data.ProposalModify || draft.As == data.ProposalAdd {
		p.Wording = data.Words{s.Lang: draft.Wording}
	}
	_, refused, err := d.ProposeAll(ctx, s, nil, []data.Proposal{p})
	if err == nil {
		err = refused[0]
	}
	return err
}

// nextPart goes to the next part that the program recognises and that is not
// marked, and begins to mark it.
func (p *Page) nextPart() {
	parts := unmarked(p.parts, p.passages)
	if len(parts) == 0 || !p.mayMark() {
		return
	}
	_, after, ok := p.text.runes()
	if !ok {
		after = 0
	}
	at := max(slices.IndexFunc(parts, func(c desk.CablePart) bool { return c.Start >= after }), 0)
	p.text.pick(parts[at].Start, parts[at].End)
	fyne.Do(func() { p.begin("") })
}
