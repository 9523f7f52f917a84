package desk

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look"
	pages "travaux/app/page"
	"travaux/app/room"
	"travaux/data"
	"travaux/data/text/bracket"
	"travaux/translations/typeset"
)

// choiceKey names a choice of brackets: of a provision in a language.
type choiceKey struct {
	provision data.ID
	lang      data.Lang
}

// bracketChoice is which brackets of some words are ticked.
type bracketChoice struct {
	source string
	bracket.Choice
}

// choice is what is ticked in words; nothing, if it was ticked in other words.
func (v *Viewing) choice(key choiceKey, source string) *bracketChoice {
	if known := v.choices[key]; known != nil && known.source == source {
		return known
	}
	if v.choices == nil {
		v.choices = map[choiceKey]*bracketChoice{}
	}
	v.choices[key] = &bracketChoice{source, bracket.Choice{Keep: map[int]bool{}, Part: map[int]int{}}}
	return v.choices[key]
}

// bracketBox is the part of the tab on the text with its brackets: each has a
// tick, and below them stands what then reads. The text itself never changes.
type bracketBox struct {
	// OnPropose is told the sentence that is to become our proposal.
	OnPropose func(lang data.Lang, sentence string)
	// OnGo is told the provision to go to, by its order.
	OnGo func(order int)

	room    *room.Room
	viewing *Viewing
	list    *fyne.Container
	reads   *pages.Passage
	nothing *look.Text
	open    *fyne.Container
	propose *look.Button
	living  *livingBox
	object  *fyne.Container

	provision data.ID
	text      bracketText
	choice    *bracketChoice
	sentence  string
	ticks     []*look.Check // by the index of the bracket
	sides     []*look.Select
	filled    bracketText // that ticks are of
}

func newBracketBox(r *room.Room, v *Viewing, pad *pad) *bracketBox {
	b := &bracketBox{
		room: r, viewing: v, list: look.Stack(), reads: pages.NewPassage("", "", ""),
		nothing: look.Muted(r.Loc.T("panels.proposal.nothing-left")), open: look.Stack(),
	}
	loc := r.Loc
	every := look.NewButton(loc.T("panels.bracket.all"), func() { b.tickAll(true) }).Rank(look.Quiet)
	none := look.NewButton(loc.T("panels.bracket.none"), func() { b.tickAll(false) }).Rank(look.Quiet)
	b.propose = look.NewButton(loc.T("panels.bracket.propose"), func() { b.OnPropose(b.text.lang, b.sentence) })
	b.living = newLivingBox(b, pad)
	b.object = look.Column(
		look.Row(caption(loc.T("panels.bracket.title")), look.Space(), every, none),
		b.list, small(loc.T("panels.bracket.reads")), b.reads, b.nothing, b.open,
		look.Row(look.Space(), b.propose), b.living.object)
	b.object.Hide()
	return b
}

// load goes to another provision.
func (b *bracketBox) load(p data.Provision) {
	if p.ID != b.provision {
		b.object.Hide()
	}
	b.provision = p.ID
	b.living.load(p.ID)
}

// set shows the brackets of a provision and what the delegation can live with.
func (b *bracketBox) set(text bracketText, saved []data.LiveWith) {
	b.text = text
	any := len(text.reading.Brackets) > 0
	look.SetShown(b.object, any || len(saved) > 0)
	for _, o := range b.object.Objects[:len(b.object.Objects)-1] {
		look.SetShown(o, any)
	}
	b.choice = b.viewing.choice(choiceKey{b.provision, text.lang}, text.source)
	b.living.set(saved)
	if b.filled.source != text.source || b.filled.lang != text.lang || b.filled.reading == nil {
		b.fill()
	}
	b.resolve()
}

// fill lists the brackets anew.
func (b *bracketBox) fill() {
	b.filled = b.text
	b.list.Objects = nil
	n := len(b.text.reading.Brackets)
	b.ticks, b.sides = make([]*look.Check, n), make([]*look.Select, n)
	for _, line := range b.text.lines(b.room.Loc) {
		b.list.Add(b.line(line))
	}
}

// line is one bracket: tick, words, what it is.
func (b *bracketBox) line(x bracketLine) fyne.CanvasObject {
	indent := canvas.NewRectangle(color.Transparent)
	indent.SetMinSize(fyne.NewSize(float32(x.depth-1)*14, 1))
	tick := look.NewCheck("", false, func(on bool) {
		b.text.tick(&b.choice.Choice, x.index, on)
		b.resolve()
	})
	b.ticks[x.index] = tick
	words := look.Ellipsis(x.words)
	words.Family, words.Lang, words.Direction = typeset.Serif, string(b.text.lang), pages.Direction(b.text.lang)
	kind := look.Ellipsis(x.kind)
	kind.Colour, kind.Scale = look.ColourMuted, theme.SizeNameCaptionText
	below := look.Row(kind)
	if len(x.parts) > 0 {
		b.sides[x.index] = look.NewSelect(x.parts, -1, func(i int) {
			b.choice.Part[x.index] = i
			b.text.tick(&b.choice.Choice, x.index, true)
			b.resolve()
		})
		below.Add(b.sides[x.index])
	}
	if x.beyond >= 0 {
		below.Add(look.NewButton(b.cite(x.beyond), func() { b.OnGo(x.beyond) }).Rank(look.Quiet))
	}
	tint := newPressable(look.Ground(look.BracketGround(x.depth), look.Inset(0, 0, 4, 4, words)), func() { tick.Tapped(nil) })
	return look.Inset(2, 2, 0, 0, look.Border(nil, nil, look.Row(indent, tick), nil, look.Stack(tint, below)))
}

func (b *bracketBox) cite(order int) string {
	t, err := b.room.Desk.Current()
	if err != nil || order >= len(t.Provisions) {
		return ""
	}
	return b.room.Loc.Cite(t.Provisions[order].Path)
}

func (b *bracketBox) tickAll(on bool) {
	for i := range b.text.reading.Brackets {
		b.text.tick(&b.choice.Choice, i, on)
	}
	b.resolve()
}

// resolve shows what reads with the ticked brackets, and what is left open.
func (b *bracketBox) resolve() {
	for i, tick := range b.ticks {
		tick.SetTicked(b.choice.Keep[i])
		if side := b.sides[i]; side != nil {
			part, chosen := b.choice.Part[i]
			if !chosen {
				part = -1
			}
			side.Choose(part)
		}
	}
	var open []string
	b.sentence, open = b.text.resolve(b.choice.Choice, b.room.Loc)
	any := len(b.text.reading.Brackets) > 0
	b.reads.Set(b.sentence, b.sentence, b.text.lang)
	look.SetShown(b.reads, any && b.sentence != "")
	look.SetShown(b.nothing, any && b.sentence == "")
	b.open.Objects = nil
	for _, words := range open {
		b.open.Add(warning(words))
	}
	b.propose.Enable()
	if b.sentence == "" || b.sentence == b.text.source {
		b.propose.Disable()
	}
	b.object.Refresh()
}

// warning is a sentence behind the sign of a warning.
func warning(words string) fyne.CanvasObject {
	line, sign := look.Wrapped(words), look.NewIcon(look.IconWarning)
	sign.Set(look.IconWarning, look.ColourReturned)
	return look.Border(nil, nil, look.Inset(0, 0, 0, 5, sign), nil, line)
}

// pressable lets the words beside a tick be pressed as well.
type pressable struct {
	widget.BaseWidget
	object fyne.CanvasObject
	press  func()
}

func newPressable(o fyne.CanvasObject, press func()) *pressable {
	p := &pressable{object: o, press: press}
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer implements fyne.Widget.
func (p *pressable) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.object) }

// Tapped implements fyne.Tappable.
func (p *pressable) Tapped(*fyne.PointEvent) { p.press() }
