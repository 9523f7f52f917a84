package approvals

import (
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/desk"
	"travaux/data/redline"
)

// acts are what a person can do with a position.
type acts struct {
	pass, back, open func()
	typed            func(remark string)
}

// detail shows one position: the instructions it answers to first, then what
// changed since it was last approved, or our words against the text.
type detail struct {
	room   *room.Room
	object *fyne.Container
	body   *fyne.Container

	title, why, barred *look.Text
	words              *textview.Document
	remark             *textview.Editor
	pass, back, open   *look.Button
}

// leastDetail is how high the detail is at least, for normal text.
const leastDetail = 420

func newDetail(r *room.Room, a acts) *detail {
	loc := r.Loc
	d := &detail{room: r, title: look.Ellipsis(""), why: look.Wrapped(""), barred: look.Wrapped(""), words: textview.NewDocument(), remark: textview.NewEditor()}
	d.title.Bold = true
	d.why.Colour, d.barred.Colour = look.ColourMuted, look.ColourLapsed
	d.words.Margin = false
	d.remark.MinRows, d.remark.MaxRows = 2, 4
	d.remark.Placeholder = loc.T("panes.approval.remark.placeholder")
	d.remark.OnChanged = a.typed
	d.remark.OnSubmitted = func(string) { a.back() }
	d.pass = look.NewPrimary("", a.pass)
	d.back = look.NewButton(d.keyed("panes.return", backKey), a.back)
	d.open = look.NewButton(d.keyed("revisions.open", openKey), a.open)
	head := look.Inset(2, 8, 10, 12, look.Column(d.title, d.why, d.barred, look.Flow(d.pass, d.back, d.open)))
	foot := look.Inset(0, 6, 6, 6, look.NewFrame(loc.T("panes.approval.remark"), d.remark))
	d.body = look.Border(head, foot, nil, nil, look.Inset(0, 6, 6, 6, look.NewFrame(loc.T("panes.internal"), d.words)))
	d.object = container.NewStack(page.AtLeast(leastDetail, d.body))
	d.clear()
	return d
}

func (d *detail) keyed(id string, key fyne.KeyName) string {
	return d.room.Loc.T("revisions.keyed", "words", d.room.Loc.T(id), "key", string(key))
}

// clear shows nothing.
func (d *detail) clear() { d.body.Hide() }

// passTitle is the catalogue id of the act that lets a position pass.
func passTitle(a desk.Awaiting) string {
	switch a.Step {
	case data.StepExpert, data.StepLegal:
		return "approvals.clear"
	case data.StepCapital:
		return "approvals.confirm"
	}
	return "panes.approve"
}

func (d *detail) show(a desk.Awaiting, remark string) {
	loc := d.room.Loc
	d.title.SetText(placeOf(a.Provision, d.room))
	d.why.SetText(d.because(a))
	look.SetShown(d.barred, a.Hindered != nil)
	if a.Hindered != nil {
		sentence, hint := loc.Error(string(data.CodeOf(a.Hindered)), nil)
		d.barred.SetText(sentence + " " + hint)
	}
	d.pass.SetWords(d.keyed(passTitle(a), passKey))
	if a.Hindered == nil {
		d.pass.Enable()
	} else {
		d.pass.Disable()
	}
	look.SetShown(d.back, a.State != data.ApprovalLapsed)
	d.words.SetBlocks(append(d.instructions(a), d.changes(a)...))
	if d.remark.Text() != remark {
		d.remark.SetText(remark)
	}
	d.body.Show()
	d.body.Refresh()
}

// because says who handed the position in, and what changed since it was last
// approved.
func (d *detail) because(a desk.Awaiting) string {
	loc := d.room.Loc
	var says []string
	if !a.By.IsZero() {
		says = append(says, loc.T("panes.approval.submitted", "name", loc.Isolate(d.room.Desk.Member(a.By).Name), "time", loc.Time(a.Since)))
	}
	var why []string
	for _, id := range a.Why {
		why = append(why, loc.T(id))
	}
	if !a.FormerAt.IsZero() {
		says = append(says, loc.T("approvals.former", "time", loc.Time(a.FormerAt)))
	}
	if len(why) > 0 {
		says = append(says, loc.T("approvals.changed", "what", loc.List(why)))
	}
	return strings.Join(says, " · ")
}

// instructions are those that are to be followed on the provision.
func (d *detail) instructions(a desk.Awaiting) (blocks []textview.Block) {
	for i, x := range d.room.Desk.InstructionsAt(a.Provision, time.Now()) {
		id := "instruction" + strconv.Itoa(i)
		blocks = append(blocks, d.note(id+"/head", d.room.Loc.T("approvals.instruction", "reference", d.room.Loc.Isolate(x.Reference))),
			textview.Block{ID: id, Text: x.Text, Lang: d.room.Loc.Lang()})
	}
	if len(blocks) == 0 {
		blocks = append(blocks, d.note("instruction", d.room.Loc.T("approvals.uninstructed")))
	}
	return blocks
}

// changes set out what changed since the position was last approved; of one that
// never was, our words against the text.
func (d *detail) changes(a desk.Awaiting) (blocks []textview.Block) {
	loc := d.room.Loc
	was, fresh := a.Former, a.FormerAt.IsZero()
	stance := loc.Name("stance", string(a.Now.Stance))
	if !fresh && was.Stance != a.Now.Stance {
		stance = loc.T("panes.history.from-to", "before", loc.Name("stance", string(was.Stance)), "after", stance)
	}
	blocks = append(blocks, d.note("stance/head", loc.T("panes.position.stance")), textview.Block{ID: "stance", Text: stance, Lang: loc.Lang()})
	for _, part := range []struct {
		id       string
		was, now func(lang data.Lang) (string, bool)
	}{
		{"panes.approval.text", baseOf(was.InLanguagesOf(a.Now)), baseOf(a.Now)},
		{"panes.position.wording", wordsIn(was.Wording), wordsIn(a.Now.Wording)},
		{"panes.position.reasons", wordsIn(was.PublicReasons), wordsIn(a.Now.PublicReasons)},
	} {
		for _, lang := range languages(d.room.Selection.Lang()) {
			now, has := part.now(lang)
			before, had := part.was(lang)
			switch {
			case fresh && part.id == "panes.position.wording" && now != "":
				if text := textOf(a.Now, lang); text != "" {
					before, had = text, true
				}
			case fresh:
				before, had = now, has
			}
			if now == "" && before == "" || !has && !had || part.id == "panes.approval.text" && !had {
				continue
			}
			id := part.id + "/" + string(lang)
			text, marks := textview.Spans(redline.Words(before, now))
			blocks = append(blocks,
				d.note(id+"/head", loc.T("conflicts.in-language", "what", loc.T(part.id), "language", loc.Name("language", string(lang)))),
				textview.Block{ID: id, Text: text, Marks: marks, Lang: string(lang)})
		}
	}
	return blocks
}

// languages are all six, the one that is read first.
func languages(first data.Lang) []data.Lang {
	order := []data.Lang{first}
	for _, lang := range data.Langs {
		if lang != first {
			order = append(order, lang)
		}
	}
	return order
}

func wordsIn(w data.Words) func(data.Lang) (string, bool) {
	return func(lang data.Lang) (string, bool) { text, ok := w[lang]; return text, ok }
}

// baseOf is a text with its label and heading in one line.
func baseOf(s data.Subject) func(data.Lang) (string, bool) {
	return func(lang data.Lang) (string, bool) {
		base, ok := s.Base[lang]
		return strings.TrimSpace(strings.NewReplacer("\t", " ", "\n", " ").Replace(base)), ok
	}
}

// textOf is the text of the provision alone.
func textOf(s data.Subject, lang data.Lang) string {
	_, rest, _ := strings.Cut(s.Base[lang], "\t")
	_, text, _ := strings.Cut(rest, "\n")
	return text
}

func (d *detail) note(id, words string) textview.Block {
	return textview.Block{ID: id, Kind: textview.Note, Text: words, Lang: d.room.Loc.Lang()}
}
