package app

import (
	"encoding/json"
	"errors"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look"
	"travaux/data"
	"travaux/translations"
)

// fail shows an error: what happened, and what to do.
func (p *program) fail(err error) {
	var e *data.Error
	if !errors.As(err, &e) {
		e = data.E(data.CodeInternal).Because(err)
	}
	sentence, hint := p.loc.Error(string(e.Code), e.Args)
	p.ask(sentence, hint)
}

// ask shows a sentence and an explanation over the window, with buttons; with
// none, one that closes it.
func (p *program) ask(sentence, hint string, buttons ...*look.Button) {
	var pop *widget.PopUp
	if len(buttons) == 0 {
		buttons = []*look.Button{look.NewPrimary(p.loc.T("common.close"), nil)}
	}
	row := look.Flow()
	for _, b := range buttons {
		do := b.OnTapped
		b.OnTapped = func() {
			pop.Hide()
			if do != nil {
				do()
			}
		}
		row.Add(b)
	}
	title := look.Wrapped(sentence)
	title.Bold = true
	column := look.Column(title)
	if hint != "" {
		column.Add(look.Wrapped(hint))
	}
	column.Add(row)
	window := p.window.Canvas().Size()
	width := min(look.Scaled(440), window.Width-48)
	content := container.New(&widthLayout{width}, look.Inset(12, 8, 16, 16, column))
	all := container.NewVScroll(content)
	all.SetMinSize(fyne.NewSize(width, min(content.MinSize().Height, window.Height-48)))
	pop = widget.NewModalPopUp(all, p.window.Canvas())
	pop.Show()
	p.window.Canvas().Focus(buttons[0])
}

// toastFor is how long a toast stays.
const toastFor = 3 * time.Second

// toast shows one short sentence at the foot of the window for a moment. It
// leaves the keyboard where it is.
func (s *shell) toast(text string) {
	label := look.NewText(text)
	label.Colour = look.ColourTooltip
	box := look.Ground(look.ColourTooltipGround, look.Inset(6, 6, 12, 12, label))
	size, window := box.MinSize(), s.p.window.Canvas().Size()
	box.Resize(size)
	box.Move(fyne.NewPos(float32(int((window.Width-size.Width)/2)), window.Height-size.Height-44))
	s.toasts.Objects = []fyne.CanvasObject{box}
	s.toasts.Refresh()
	s.p.jobs.later(toastFor, func() {
		s.toasts.Remove(box)
		s.toasts.Refresh()
	})
}

// feedToolkit gives Fyne's own dialogs the words of the interface language.
// Fyne cannot switch languages: the words are registered under the language
// it believes in.
func feedToolkit(loc *translations.Localizer) {
	words, err := json.Marshal(translations.Toolkit(loc.Lang()))
	if err != nil {
		return
	}
	if err := lang.AddTranslationsForLocale(words, lang.SystemLocale()); err != nil {
		fyne.LogError("toolkit words", err)
	}
}
