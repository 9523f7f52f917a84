package app

import (
	"fmt"
	"image"
	"image/draw"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"travaux/app/delegation"
	"travaux/app/exchange"
	"travaux/app/look"
	"travaux/data"
	"travaux/data/vault"
)

// pages are all pages of the program, and how one comes to them.
var pages = []struct {
	name string
	desk bool // the sample is open
	show func(t *testing.T, p *program)
}{
	{"start", false, func(_ *testing.T, p *program) { p.showStart() }},
	{"create", false, func(_ *testing.T, p *program) { p.showCreate() }},
	{"join", false, func(_ *testing.T, p *program) { p.showJoin() }},
	{"waiting", false, func(t *testing.T, p *program) { p.showWaiting(waitingVault(t)) }},
	{"exchange", true, func(_ *testing.T, p *program) { exchange.Show(p.shell.room) }},
	{"restore", false, func(_ *testing.T, p *program) { p.showRestore() }},
	{"unlock", false, func(t *testing.T, p *program) { p.showUnlock(t.TempDir()) }},
	{"recovery", false, func(t *testing.T, p *program) {
		p.showRecovery(lightVault(t, filepath.Join(t.TempDir(), "vault")), "AAAA-BBBB-CCCC", func() {})
	}},
	{"desk", true, func(t *testing.T, p *program) {
		text, err := p.session.desk.Current()
		if err != nil {
			t.Fatal(err)
		}
		at, _ := text.At("ch2/art5/1")
		p.shell.reading.Select(at.ID)
	}},
	{"papers", true, func(_ *testing.T, p *program) { p.shell.makePaper() }},
	{"delegation", true, func(_ *testing.T, p *program) { delegation.Show(p.shell.room) }},
	{"paste", true, func(_ *testing.T, p *program) { p.shell.pasteText() }},
	{"review", true, func(_ *testing.T, p *program) {
		p.shell.importFile("draft.txt", []byte("Draft Convention\n\nArticle 1\nScope\n\n1. Words.\n\nArticle 3\nMore\n\nWords.\n"))
	}},
	{"message", true, func(_ *testing.T, p *program) { p.fail(data.E(vault.CodeSecret)) }},
	{"shortcuts", true, func(_ *testing.T, p *program) { p.shell.keys.open() }},
}

// openPage is the program at a page.
func openPage(t *testing.T, i int, lang data.Lang) *program {
	t.Helper()
	var p *program
	if pages[i].desk {
		p = openedSample(t, lang)
	} else {
		p = newTestProgram(t, lang)
	}
	pages[i].show(t, p)
	return p
}

// root is what takes keys: the window's content, or what lies over it.
func root(p *program) fyne.CanvasObject {
	if top := p.window.Canvas().Overlays().Top(); top != nil {
		return top
	}
	if p.keptIn() {
		return p.shell.keys.layer
	}
	return p.window.Content()
}

// keptIn tells whether a sheet over the window keeps the keyboard.
func (p *program) keptIn() bool { return p.shell != nil && p.shell.keys.shown() }

// visit walks all that is visible, with what it stands in.
func visit(o fyne.CanvasObject, in []fyne.CanvasObject, see func(o fyne.CanvasObject, in []fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	see(o, in)
	in = append(in[:len(in):len(in)], o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			visit(child, in, see)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			visit(child, in, see)
		}
	}
}

// chain is what Tab leads to, from nothing round to the first again.
func chain(p *program) []fyne.Focusable {
	c := p.window.Canvas()
	if !p.keptIn() {
		c.Unfocus()
	}
	var list []fyne.Focusable
	seen := map[fyne.Focusable]bool{}
	for len(list) < 500 {
		if x, ok := c.Focused().(fyne.Tabbable); ok && x.AcceptsTab() {
			c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab})
		} else {
			c.(interface{ FocusNext() }).FocusNext()
		}
		f := c.Focused()
		if f == nil || seen[f] {
			return list
		}
		seen[f] = true
		list = append(list, f)
	}
	return list
}

func TestTabReachesEverythingThatCanBeUsed(t *testing.T) {
	for i, page := range pages {
		t.Run(page.name, func(t *testing.T) {
			p := openPage(t, i, data.English)
			reached := map[fyne.CanvasObject]bool{}
			for _, f := range chain(p) {
				reached[f.(fyne.CanvasObject)] = true
			}
			if len(reached) == 0 {
				t.Fatal("Tab leads nowhere")
			}
			visit(root(p), nil, func(o fyne.CanvasObject, in []fyne.CanvasObject) {
				if d, ok := o.(fyne.Disableable); ok && d.Disabled() {
					return
				}
				if _, ok := o.(fyne.Focusable); ok {
					if !reached[o] {
						t.Errorf("Tab does not reach %T in %s", o, types(in))
					}
					return
				}
				if _, ok := o.(fyne.Tappable); ok && !usedByKeys(o, in) {
					t.Errorf("%T in %s can be pressed, but not by keyboard", o, types(in))
				}
			})
		})
	}
}

// usedByKeys tells whether something that can be pressed stands in what has the
// keys for it: a row in its list, a head in its tab bar. A curtain needs none:
// Escape does the same. Nor does what Fyne lays below a message.
func usedByKeys(o fyne.CanvasObject, in []fyne.CanvasObject) bool {
	switch fmt.Sprintf("%T", o) {
	case "*app.curtain", "*widget.OverlayContainer", "*widget.PopUp":
		return true
	}
	for _, around := range in {
		if _, ok := around.(fyne.Focusable); ok {
			return true
		}
	}
	return false
}

func types(in []fyne.CanvasObject) (s string) {
	for _, o := range in {
		s += fmt.Sprintf(" %T", o)
	}
	return s
}

// TestWhatHasTheKeyboardIsSeen compares pictures of the window with the keyboard
// in a thing and without it.
func TestWhatHasTheKeyboardIsSeen(t *testing.T) {
	done := map[string]bool{} // one of a kind is enough: a picture takes its time
	for i, page := range pages {
		t.Run(page.name, func(t *testing.T) {
			p := openPage(t, i, data.English)
			c := p.window.Canvas()
			for _, f := range chain(p) {
				o := f.(fyne.CanvasObject)
				kind := fmt.Sprintf("%T %v", f, o.MinSize().Height)
				if done[kind] {
					continue
				}
				done[kind] = true
				c.Unfocus()
				without := picture(c)
				c.Focus(f)
				if n := changed(without, picture(c), areaOf(o)); n < 20 {
					t.Errorf("%T: the keyboard in it changes %d pixels", f, n)
				}
			}
		})
	}
}

func picture(c fyne.Canvas) *image.RGBA {
	shot := c.Capture()
	p := image.NewRGBA(shot.Bounds())
	draw.Draw(p, p.Bounds(), shot, image.Point{}, draw.Src)
	return p
}

// areaOf is the area of an object and a little more.
func areaOf(o fyne.CanvasObject) image.Rectangle {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	return image.Rect(int(at.X), int(at.Y), int(at.X+o.Size().Width), int(at.Y+o.Size().Height)).Inset(-3)
}

func changed(a, b *image.RGBA, in image.Rectangle) (n int) {
	in = in.Intersect(a.Bounds())
	for y := in.Min.Y; y < in.Max.Y; y++ {
		for x := in.Min.X; x < in.Max.X; x++ {
			if a.RGBAAt(x, y) != b.RGBAAt(x, y) {
				n++
			}
		}
	}
	return n
}

// TestTabGoesInReadingOrder: of two things in one line, that which is read first
// is reached first, from the right in Arabic.
func TestTabGoesInReadingOrder(t *testing.T) {
	for i, page := range pages {
		for _, lang := range []data.Lang{data.English, data.Arabic} {
			t.Run(page.name+" "+string(lang), func(t *testing.T) {
				p := openPage(t, i, lang)
				var before image.Rectangle
				for n, f := range chain(p) {
					now := areaOf(f.(fyne.CanvasObject)).Inset(3)
					sameLine := now.Min.Y < before.Max.Y && before.Min.Y < now.Max.Y && now.Dy() < 60 && before.Dy() < 60
					if n > 0 && sameLine && (now.Min.X < before.Min.X) != lang.RightToLeft() {
						t.Errorf("%T at %v comes after %v", f, now, before)
					}
					before = now
				}
			})
		}
	}
}

func TestEscapeClosesAMessage(t *testing.T) {
	p := openedSample(t, data.English)
	did := false
	p.shell.reader.Focus()
	before := p.window.Canvas().Focused()
	p.ask("Really?", "", look.NewPrimary("Yes", func() { did = true }))
	pressing(p, fyne.KeyEscape)
	if p.window.Canvas().Overlays().Top() != nil || did {
		t.Error("it stays, or Escape says yes")
	}
	if p.window.Canvas().Focused() != before {
		t.Error("the keyboard did not go back")
	}
}

func TestAfterAPageTheKeyboardIsWhereItWas(t *testing.T) {
	p := openedSample(t, data.English)
	p.shell.outline.Focus()
	want := p.shell.part()
	p.shell.makePaper()
	if look.Path(p.shell.cover, focusedObject(p.window.Canvas())) == nil {
		t.Error("the page has not the keyboard")
	}
	pressing(p, fyne.KeyEscape)
	if !p.shell.uncovered() || p.shell.part() != want {
		t.Errorf("covered: %v; the keyboard is in part %d, want %d", !p.shell.uncovered(), p.shell.part(), want)
	}
}
