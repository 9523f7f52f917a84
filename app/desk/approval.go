package desk

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"travaux/app/look"
	pages "travaux/app/page"
	"travaux/app/textview"
	"travaux/data"
)

// approvalBox is how far the approval of a position has come, which stands at
// the head of the position tab, and the buttons that carry it on, at its foot.
type approvalBox struct {
	tab     *positionTab
	id      data.ID
	by      data.ID // whose remark is typed
	remark  *textview.Editor
	framed  *look.Frame // around remark
	details *fyne.Container
	buttons *fyne.Container
	foot    *fyne.Container

	submitting, takingBack, returning, approving *look.Button
}

// newApprovalBox makes the parts; mark is set before the buttons.
func newApprovalBox(t *positionTab, mark *look.Text) *approvalBox {
	b := &approvalBox{tab: t, remark: textview.NewEditor(), details: look.Column()}
	loc := t.room.Loc
	b.remark.MinRows, b.remark.MaxRows = 2, 6
	b.remark.Placeholder = loc.T("panes.approval.remark.placeholder")
	b.remark.OnChanged = func(text string) { t.pad.note(b.key(), text); b.foot.Refresh() }
	b.framed = look.NewFrame(loc.T("panes.approval.remark"), b.remark)
	b.submitting = look.NewPrimary(loc.T("panes.submit"), b.submit)
	b.takingBack = look.NewButton(loc.T("panes.takeback"), b.takeBack).Rank(look.Quiet)
	b.returning = look.NewButton(loc.T("panes.return"), b.giveBack)
	b.approving = look.NewPrimary(loc.T("panes.approve"), b.approve)
	for _, later := range []*look.Button{b.takingBack, b.returning, b.approving} {
		later.Hide() // until a position is submitted
	}
	b.buttons = look.Row(b.takingBack, b.returning, b.submitting, b.approving)
	b.foot = look.Column(b.framed, look.Border(nil, nil, nil, b.buttons, mark))
	return b
}

func (b *approvalBox) key() string { return remarkKey(b.by, b.id) }

func (b *approvalBox) load(id data.ID) {
	by := b.tab.room.Desk.Me().ID
	fresh := id != b.id || by != b.by
	b.id, b.by = id, by
	if text, _ := b.tab.pad.read(b.key()); fresh || text != b.remark.Text() {
		refill(b.remark, text)
	}
	now := approvalOf(b.tab.room, id)
	b.showDetails(now)
	b.showButtons(now)
	b.foot.Refresh()
}

// showDetails tells the state in words, who brought it there, and what has
// changed where an approval has lapsed.
func (b *approvalBox) showDetails(a approvalNow) {
	r := b.tab.room
	state := look.NewText(r.Loc.Name("approval", string(a.State)))
	state.Bold, state.Colour = true, look.State(a.State).Colour()
	look.SetShown(b.details, a.State != data.ApprovalNone)
	b.details.Objects = []fyne.CanvasObject{look.Row(look.NewDot(look.State(a.State)), state)}
	if n := len(a.Decisions); n > 0 {
		last := a.Decisions[n-1]
		who := look.Wrapped(r.Loc.T("panes.approval."+string(last.Act), "name", memberName(r, last.By), "time", r.Loc.Time(last.Time)))
		who.Colour = look.ColourMuted
		b.details.Add(who)
		if last.Remark != "" {
			b.details.Add(look.NewFrame(r.Loc.T("panes.approval.remark"), look.Content(last.Remark, "")))
		}
	}
	addSteps(b.details, r, a)
	addCarried(b.details, r, data.AnnotationPosition, data.ID{}, b.id)
	if a.State == data.ApprovalLapsed {
		if now, err := r.Desk.Subject(b.id); err == nil {
			b.details.Add(b.difference(a.Approved.Subject, now))
		}
	}
	b.details.Refresh()
}

// difference shows what was approved against what is now.
func (b *approvalBox) difference(then, now data.Subject) fyne.CanvasObject {
	loc := b.tab.room.Loc
	out := look.Column()
	if then.Stance != now.Stance {
		out.Add(small(loc.T("panes.position.stance")))
		out.Add(look.Wrapped(loc.T("panes.history.from-to",
			"before", loc.Name("stance", string(then.Stance)), "after", loc.Name("stance", string(now.Stance)))))
	}
	for _, part := range []struct {
		title       string
		then, after data.Words
	}{
		{"panes.approval.text", then.InLanguagesOf(now).Base, now.InLanguagesOf(then).Base},
		{"panes.position.wording", then.Wording, now.Wording},
		{"panes.position.reasons", then.PublicReasons, now.PublicReasons},
	} {
		b.compare(out, loc.T(part.title), part.then, part.after)
	}
	return out
}

// compare adds what changed in the language of the tab, else in the first one
// in which anything did, and names the other languages with a change.
func (b *approvalBox) compare(out *fyne.Container, title string, then, now data.Words) {
	loc := b.tab.room.Loc
	var changed []data.Lang
	for _, lang := range data.Langs {
		if then[lang] != now[lang] {
			changed = append(changed, lang)
		}
	}
	if len(changed) == 0 {
		return
	}
	shown := changed[0]
	if contains(changed, b.tab.lang) {
		shown = b.tab.lang
	}
	out.Add(small(title + " (" + loc.Name("language", string(shown)) + ")"))
	out.Add(pages.NewPassage(oneLine(then[shown]), oneLine(now[shown]), shown))
	var others []string
	for _, lang := range changed {
		if lang != shown {
			others = append(others, loc.Name("language", string(lang)))
		}
	}
	if len(others) > 0 {
		also := look.Wrapped(loc.T("panes.approval.also", "langs", loc.List(others)))
		also.Colour, also.Scale = look.ColourMuted, theme.SizeNameCaptionText
		out.Add(also)
	}
}

// oneLine shows label and heading of a base text before its words.
func oneLine(base string) string { return strings.TrimSpace(strings.ReplaceAll(base, "\t", " ")) }

func small(words string) *look.Text {
	t := look.Muted(words)
	t.Scale, t.Shrink = theme.SizeNameCaptionText, true
	return t
}

// showButtons offers what the state and the member's role allow.
func (b *approvalBox) showButtons(now approvalNow) {
	look.SetShown(b.framed, now.mayReturn() || now.mayTake())
	look.SetShown(b.approving, now.mine())
	b.approving.SetWords(b.tab.room.Loc.T(stepTitle(now.Awaits)))
	b.approving.SetEnabled(now.mayTake())
	look.SetShown(b.returning, now.mayReturn())
	look.SetShown(b.takingBack, now.mayTakeBack())
	look.SetShown(b.submitting, now.State == data.ApprovalNone || now.maySubmit())
	b.submitting.SetEnabled(now.State != data.ApprovalNone || len(b.tab.unwritten().texts) > 0)
	b.buttons.Refresh()
}

// decide writes what is being typed and then takes a step of the approval.
func (b *approvalBox) decide(step func(ctx context.Context, id data.ID) error, then func()) {
	id, w := b.id, b.tab.unwritten()
	if id.IsZero() {
		return
	}
	b.tab.room.Act(func(ctx context.Context) error {
		if err := b.tab.commit(ctx, w); err != nil {
			return err
		}
		return step(ctx, id)
	}, then)
}

func (b *approvalBox) submit() { b.decide(b.tab.room.Desk.Submit, nil) }

func (b *approvalBox) takeBack() { b.decide(b.tab.room.Desk.TakeBack, nil) }

func (b *approvalBox) approve() { b.remarked(b.tab.room.Desk.Approve, nil) }

func (b *approvalBox) giveBack() { b.remarked(b.tab.room.Desk.Return, nil) }

// remarked takes a step with the remark that was typed, which is then sent.
func (b *approvalBox) remarked(step func(ctx context.Context, id data.ID, remark string) error, then func()) {
	key, remark := b.key(), b.remark.Text()
	b.decide(func(ctx context.Context, id data.ID) error {
		if err := step(ctx, id, remark); err != nil {
			return err
		}
		return b.tab.pad.drop(key, remark)
	}, then)
}

// askRemark goes to the field for the remark, in which Ctrl+Enter then returns
// the position.
func (b *approvalBox) askRemark() {
	b.remark.OnSubmitted = func(string) {
		b.remark.OnSubmitted = nil
		b.giveBack()
	}
	focus(b.tab.room, b.remark)
}
