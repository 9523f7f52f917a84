package reading

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/textview"
	"travaux/data"
	"travaux/translations"
)

// Screen is all that the second window can show: the text of one provision as it
// was issued, and who has the floor. Whoever is in the room may see it.
type Screen struct {
	Number string // "Article 7, paragraph 2"
	Blocks []textview.Block
	Who    string // who has the floor; "": nobody
	Clock  data.Clock
}

// Window is the second window.
type Window struct {
	loc    *translations.Localizer
	window fyne.Window
	number *look.Text
	words  *textview.Document
	lamp   *look.LampSign
	who    *look.Text
	figure *look.Text
	foot   *fyne.Container
	shown  Screen
	// Frozen keeps the provision that is shown, whatever the reader goes on to. Who
	// has the floor is shown all the same.
	Frozen bool
}

// screenTimes is how much larger than in the panes the text is.
const screenTimes = 2.2

// NewWindow opens the second window; closed is told when a person closes it.
func NewWindow(loc *translations.Localizer, closed func()) *Window {
	w := &Window{window: fyne.CurrentApp().NewWindow(loc.T("reading.screen"))}
	w.Dress(loc)
	w.window.SetOnClosed(closed)
	w.window.Resize(fyne.NewSize(1100, 700))
	w.window.Show()
	return w
}

// Dress builds what is in the window, or builds it anew in another language or
// look; Set fills it.
func (w *Window) Dress(loc *translations.Localizer) {
	w.loc, w.number, w.words = loc, look.Ellipsis(""), textview.NewDocument()
	w.lamp, w.who, w.figure = look.NewLampSign(), look.Ellipsis(""), look.NewText("")
	w.number.Bold, w.number.Scale, w.number.Times = true, theme.SizeNameHeadingText, 1.6
	w.words.Margin, w.words.Times = false, screenTimes
	w.who.Scale, w.figure.Scale, w.figure.Bold = theme.SizeNameHeadingText, theme.SizeNameHeadingText, true
	w.foot = look.Stack(look.Rule(), look.Inset(8, 8, 24, 24, look.Row(look.Square(w.lamp, 24), w.who, look.Space(), w.figure)))
	w.window.SetContent(look.Ground(look.ColourPaper, look.Loose(
		look.Border(look.Inset(18, 8, 24, 24, w.number), w.foot, nil, nil, w.words))))
	w.window.SetTitle(loc.T("reading.screen"))
}

// Rename writes the number of the provision that is shown in another language.
func (w *Window) Rename(number string) { w.shown.Number = number }

// Set shows another state of the room.
func (w *Window) Set(s Screen, now time.Time) {
	if w.Frozen {
		s.Number, s.Blocks = w.shown.Number, w.shown.Blocks
	}
	w.shown = s
	w.number.SetText(s.Number)
	w.words.SetBlocks(s.Blocks)
	w.Tick(s.Who, s.Clock, now)
}

// Tick shows who has the floor, and for how long.
func (w *Window) Tick(who string, c data.Clock, now time.Time) {
	w.shown.Who, w.shown.Clock = who, c
	look.SetShown(w.foot, who != "")
	w.who.SetText(who)
	w.figure.SetText(w.loc.T("reading.clock", "time", page.ClockFigure(c), "words", page.ClockWords(w.loc, c)))
	w.lamp.SetState(page.ClockLamp(c, now))
}

// Close closes the window.
func (w *Window) Close() { w.window.Close() }
