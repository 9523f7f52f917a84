package app

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look"
	"travaux/translations"
)

// progressBar is the end of the status bar: how far long work has come, and a
// button that stops it.
type progressBar struct {
	box  *fyne.Container
	bar  *widget.ProgressBar
	pace *widget.ProgressBarInfinite
	stop *look.Button
}

func newProgressBar(loc *translations.Localizer) *progressBar {
	p := &progressBar{bar: widget.NewProgressBar(), pace: widget.NewProgressBarInfinite()}
	p.bar.TextFormatter = func() string { return "" }
	p.stop = look.NewIconButton(look.IconClose, loc.T("job.stop"), nil)
	width := fyne.NewSize(160, 14)
	p.box = look.Row(container.NewGridWrap(width, container.NewStack(p.bar, p.pace)), p.stop)
	p.bar.Hide()
	p.pace.Stop()
	p.box.Hide()
	return p
}

func (p *progressBar) show(stop context.CancelFunc) {
	p.stop.OnTapped = stop
	p.bar.Hide()
	p.pace.Show()
	p.pace.Start()
	p.box.Show()
}

func (p *progressBar) set(done, total int) {
	if total <= 0 {
		return
	}
	p.pace.Stop()
	p.pace.Hide()
	p.bar.Show()
	p.bar.SetValue(float64(done) / float64(total))
}

func (p *progressBar) hide(idle bool) {
	if idle {
		p.pace.Stop()
		p.box.Hide()
	}
}
