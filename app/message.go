package app

import (
	"encoding/json"
	"errors"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

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
// none, one that closes it. Escape closes it and does nothing.
func (p *program) ask(sentence, hint string, buttons ...*look.Button) {
	if len(buttons) == 0 {
		buttons = []*look.Button{look.NewPrimary(p.loc.T("common.close"), nil)}
	}
	var shut func()
	for _, b := range buttons {
		do := b.OnTapped
		b.OnTapped = func() {
			shut()
			if do != nil {
				do()
			}
		}
	}
	title := look.Wrapped(sentence)
	title.Bold = true
	words := look.Column(title)
	if hint != "" {
		words.Add(look.Wrapped(hint))
	}
	shut = look.ShowMessage(p.window.Canvas(), words, buttons...)
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
