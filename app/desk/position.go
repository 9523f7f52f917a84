package desk

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"travaux/app/look"
	pages "travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	"travaux/translations"
	"travaux/translations/typeset"
)

// positionField is one text of a position: where it is typed, and where it
// belongs.
type positionField struct {
	name   string // in the key of the pad
	editor *textview.Editor
	quotes *pages.Quotes // says what is misquoted in it; nil: nothing is looked for
	inLang bool          // has a text in every language
	get    func(p data.Position, lang data.Lang) string
	set    func(p *data.Position, lang data.Lang, text string)
}

func (f *positionField) key(id data.ID, lang data.Lang) string {
	if !f.inLang {
		lang = ""
	}
	return positionKey(id, f.name, lang)
}

// quotable reports whether quotations are looked for in a field.
func (f *positionField) quotable() bool {
	return f.name == typedWording || f.name == typedReasons || f.name == typedTalking
}

// positionTab is our position on the selected provision and its approval.
type positionTab struct {
	room     *room.Room
	pad      *pad
	stance   *look.Select
	language *look.Select
	wording  *positionField
	fields   []*positionField
	redline  *pages.Passage
	mark     *look.Text
	approval *approvalBox
	spoken   *spokenLine
	charge   *chargeBox
	packages *packageBox
	redLines *redLineBox
	ladder   *ladderBox
	column   *fyne.Container
	scroll   *container.Scroll

	onPackages func(provision, pack data.ID) // shows the page of packages; given by the Side
	object     fyne.CanvasObject
	provision  data.Provision
	reading    data.Lang // the language of the text when lang was last set from it
	lang       data.Lang // of wording and reasons
}

func newPositionTab(r *room.Room, pad *pad) *positionTab {
	t := &positionTab{room: r, pad: pad, redline: pages.NewPassage("", "", ""), mark: look.Ellipsis("")}
	t.mark.Scale = theme.SizeNameCaptionText
	names := make([]string, len(data.Stances))
	for i, s := range data.Stances {
		names[i] = r.Loc.Name("stance", string(s))
	}
	t.stance = look.NewSelect(names, 0, func(i int) { t.chooseStance(i, nil) })
	tongues := make([]string, len(data.Langs))
	for i, l := range data.Langs {
		tongues[i] = translations.Endonym(string(l))
	}
	t.language = look.NewSelect(tongues, 0, func(i int) { t.speak(data.Langs[i]) })
	t.approval = newApprovalBox(t, t.mark)
	t.redLines, t.ladder = newRedLineBox(t), newLadderBox(t)
	t.spoken = newSpokenLine(t)
	t.packages = newPackageBox(r, func(provision, pack data.ID) { t.onPackages(provision, pack) })
	t.makeFields()
	t.build()
	return t
}

func (t *positionTab) makeFields() {
	words := func(name string, of func(p *data.Position) *data.Words) *positionField {
		return &positionField{
			name: name, inLang: true, editor: textview.NewEditor(),
			get: func(p data.Position, lang data.Lang) string { return (*of(&p))[lang] },
			set: func(p *data.Position, lang data.Lang, text string) { (*of(p))[lang] = text },
		}
	}
	t.wording = words(typedWording, func(p *data.Position) *data.Words { return &p.Wording })
	t.wording.editor.Family = typeset.Serif
	citations := words(typedSources, func(p *data.Position) *data.Words { return &p.Citations })
	citations.editor.MinRows = 1
	t.fields = []*positionField{
		t.wording,
		words(typedReasons, func(p *data.Position) *data.Words { return &p.PublicReasons }),
		citations,
		{
			name: typedInternal, editor: textview.NewEditor(),
			get: func(p data.Position, _ data.Lang) string { return p.InternalReasons },
			set: func(p *data.Position, _ data.Lang, text string) { p.InternalReasons = text },
		},
		words(typedTalking, func(p *data.Position) *data.Words { return &p.TalkingPoints }),
	}
	for _, f := range t.fields {
		f.editor.MaxRows = 14
		if f.quotable() {
			f.quotes = pages.NewQuotes(t.room, f.editor, func() { t.column.Refresh() })
		}
		f.editor.OnChanged = func(text string) { t.typed(f, text) }
		f.editor.OnFocused = func(focused bool) {
			if !focused {
				t.pad.soon(t.write)
			}
		}
	}
}

func (t *positionTab) build() {
	loc := t.room.Loc
	label := func(id string) *look.Text { return look.Muted(loc.T(id)) }
	width := float32(0)
	for _, id := range []string{"panes.position.stance", "panes.position.language", "charge.title"} {
		width = max(width, label(id).MinSize().Width+3)
	}
	start := look.NewButton(loc.T("panes.position.from-text"), t.startFromText).Rank(look.Quiet)
	t.charge = newChargeBox(t, width)
	t.column = look.Column(
		t.approval.details,
		look.FormRow(width, label("panes.position.stance"), t.stance),
		look.FormRow(width, label("panes.position.language"), t.language),
		t.charge.object,
		t.spoken.object,
		look.Row(caption(loc.T("panes.position.wording")), look.Space(), start),
		t.wording.editor,
		t.wording.quotes.Object,
		t.redLines.live,
		t.redline,
		caption(loc.T("panes.position.reasons")),
		t.fields[1].editor,
		t.fields[1].quotes.Object,
		caption(loc.T("panes.position.citations")),
		t.fields[2].editor,
		look.NewFrame(loc.T("panes.position.talking"), look.Column(t.fields[4].editor, t.fields[4].quotes.Object)),
		look.NewFrame(loc.T("panes.position.internal"), t.fields[3].editor),
		t.redLines.object,
		t.ladder.object,
		t.packages.object,
	)
	t.scroll = scrolled(8, 12, 10, t.column)
	foot := look.Stack(look.Rule(), besideBar(6, 6, 10, t.approval.foot))
	t.object = look.Border(nil, foot, nil, nil, t.scroll)
}

// caption is the small heading of a part of a tab.
func caption(words string) *look.Text {
	h := look.Ellipsis(words)
	h.Bold = true
	return h
}

func (t *positionTab) load(p data.Provision) {
	fresh := p.ID != t.provision.ID
	t.provision = p
	if read := t.room.Selection.Lang(); fresh || read != t.reading {
		t.reading, t.lang, fresh = read, read, true
	}
	if fresh {
		t.scroll.ScrollToTop()
	}
	t.fill(fresh)
}

// show fills what is made anew: the red lines on the provision, and its ladder.
func (t *positionTab) show() {
	t.redLines.show()
	t.ladder.show()
	t.column.Refresh()
}

// speak changes the language of wording and reasons.
func (t *positionTab) speak(lang data.Lang) {
	t.write()
	t.lang = lang
	t.fill(true)
	t.show()
}

// fill shows the position. What was typed and not written stands before what
// is on the desk; a field that is only refreshed keeps caret and history.
func (t *positionTab) fill(fresh bool) {
	id := t.provision.ID
	p := t.room.Desk.Position(id)
	for i, s := range data.Stances {
		if s == p.Stance {
			t.stance.Choose(i)
		}
	}
	for i, l := range data.Langs {
		if l == t.lang {
			t.language.Choose(i)
		}
	}
	for _, f := range t.fields {
		text, unsent := t.pad.read(f.key(id, t.lang))
		if !unsent {
			text = f.get(p, t.lang)
		}
		if f.inLang {
			f.editor.Lang = string(t.lang)
		}
		switch {
		case fresh:
			refill(f.editor, text)
		case trimmed(f.editor.Text()) != trimmed(text):
			f.editor.SetText(text)
		}
		f.editor.Refresh()
	}
	t.readQuotes()
	t.approval.load(id)
	t.spoken.load(p.Stance, t.lang)
	t.charge.load(id)
	t.packages.load(id)
	t.compare()
	t.showMark()
	t.column.Refresh()
}

// sources are the works that our position is said to rely on.
func (t *positionTab) sources() string { return t.fields[2].editor.Text() }

// readQuotes says beside each field which quotations in it are not as their source.
func (t *positionTab) readQuotes() {
	for _, f := range t.fields {
		if f.quotes != nil {
			f.quotes.Read(t.sources())
		}
	}
}

// typedQuotes does so once typing into a field rests; the sources are those of all.
func (t *positionTab) typedQuotes(typed *positionField) {
	for _, f := range t.fields {
		if f.quotes != nil && (f == typed || typed.name == typedSources) {
			f.quotes.Typed(t.sources())
		}
	}
}

// trimmed is a text as the desk keeps it.
func trimmed(text string) string { return strings.TrimRight(text, " \t\r\n") }

// refill puts other words into a field as if it were new: nothing of what it
// held before can be brought back by Undo.
func refill(e *textview.Editor, text string) {
	if e.Text() == text {
		e.SetText(text + ".")
	}
	e.SetText(text)
}

// base is the text of the provision in the language of the wording.
func (t *positionTab) base() string { return t.provision.Text[t.lang].Text }

// compare shows our wording as a redline against the text.
func (t *positionTab) compare() {
	ours, base := trimmed(t.wording.editor.Text()), t.base()
	shown := ours != "" && base != "" && ours != base
	if shown {
		t.redline.Set(base, ours, t.lang)
	}
	look.SetShown(t.redline, shown)
	t.redLines.typed(ours)
}

func (t *positionTab) typed(f *positionField, text string) {
	t.pad.note(f.key(t.provision.ID, t.lang), text)
	t.typedQuotes(f)
	if f == t.wording {
		t.compare()
	}
	t.showMark()
	t.column.Refresh()
}

func (t *positionTab) startFromText() {
	e := t.wording.editor
	e.Select(0, len([]rune(e.Text())))
	e.Insert(t.base())
	focus(t.room, e)
}

// showMark says whether all that is typed has been written.
func (t *positionTab) showMark() {
	id, colour := "panes.saved", look.ColourMuted
	if len(t.unwritten().texts) > 0 {
		id, colour = "panes.unsaved", look.ColourSubmitted
	}
	t.mark.Colour = colour
	t.mark.Text = t.room.Loc.T(id)
	t.mark.Refresh()
}

// writing is what has been typed on a provision in one language and is to
// become an act.
type writing struct {
	provision data.ID
	lang      data.Lang
	texts     map[*positionField]string
}

func (t *positionTab) unwritten() writing {
	w := writing{t.provision.ID, t.lang, map[*positionField]string{}}
	for _, f := range t.fields {
		if text, ok := t.pad.read(f.key(w.provision, w.lang)); ok {
			w.texts[f] = text
		}
	}
	return w
}

// commit makes the writing an act; it runs off the window's goroutine. What was
// not typed into stays as others leave it.
func (t *positionTab) commit(ctx context.Context, w writing) error {
	err := t.room.Desk.ChangePosition(ctx, w.provision, func(p *data.Position) {
		for f, text := range w.texts {
			f.set(p, w.lang, text)
		}
	})
	if err != nil {
		return err
	}
	for f, text := range w.texts {
		if err := t.pad.drop(f.key(w.provision, w.lang), text); err != nil {
			return err
		}
	}
	return nil
}

// write makes what was typed an act, if anything was.
func (t *positionTab) write() {
	if w := t.unwritten(); len(w.texts) > 0 && !w.provision.IsZero() {
		t.room.Act(func(ctx context.Context) error { return t.commit(ctx, w) }, nil)
	}
}

func (t *positionTab) leave() { t.write() }

// flush writes before it returns: the vault is about to be closed. What cannot
// be written stays on the pad.
func (t *positionTab) flush() {
	w := t.unwritten()
	if len(w.texts) == 0 || w.provision.IsZero() {
		return
	}
	if err := t.commit(context.Background(), w); err != nil {
		t.room.Fail(err)
		return
	}
	t.showMark()
}

func (t *positionTab) chooseStance(i int, then func()) {
	w := t.unwritten()
	t.room.Act(func(ctx context.Context) error {
		if err := t.commit(ctx, w); err != nil {
			return err
		}
		return t.takeStance(ctx, w.provision, data.Stances[i])
	}, then)
}

func (t *positionTab) takeStance(ctx context.Context, id data.ID, stance data.Stance) error {
	return t.room.Desk.ChangePosition(ctx, id, func(p *data.Position) { p.Stance = stance })
}
