package papers

import (
	"context"
	"image"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/data"
	"travaux/data/desk"
	"travaux/data/intake/pdf"
	"travaux/export"
	"travaux/export/paper"
	writer "travaux/export/pdf"
	"travaux/translations"
)

// previewAfter is how long an order has to rest before it is shown.
const previewAfter = 350 * time.Millisecond

// pages is a finished paper whose pages can be drawn.
type pages interface {
	Pages() int
	Size(page int) (width, height float64)
	Picture(ctx context.Context, page, width int) (*image.RGBA, error)
}

// preview shows the paper that is ordered, page by page, as it would be handed over: the
// file itself is made and drawn, beside the window, and given up when the order changes.
type preview struct {
	room   *room.Room
	object fyne.CanvasObject
	view   *pageView
	frame  *look.Frame     // around a paper that is the delegation's own
	holder *fyne.Container // of the view, in the frame or not
	at     *look.Text
	back   *look.Button
	next   *look.Button
	wide   *look.Button
	lang   *look.Select
	told   *look.Text // why there is nothing to see, or that it is being made

	ordered func() (data.PaperOrder, *data.Template) // a template that is not recorded; nil: that of the order
	run     func(work func())                        // off the window's goroutine
	post    func(do func())                          // on it

	asked  int // counts orders: what comes late is not shown
	stop   context.CancelFunc
	paper  pages
	page   int // from 0
	framed bool
	unseen bool // it was to be made when nobody could see it
	ready  map[picture]*image.RGBA
}

// picture is a page of the present paper at so many pixels of width.
type picture struct{ page, width int }

func newPreview(r *room.Room, ordered func() (data.PaperOrder, *data.Template)) *preview {
	loc := r.Loc
	p := &preview{room: r, ordered: ordered, run: func(work func()) { go work() }, post: fyne.Do, stop: func() {}}
	p.view = newPageView(p.step, p.draw)
	p.at, p.told = look.Muted(""), look.Wrapped("")
	p.told.Colour = look.ColourMuted
	p.back = look.NewIconButton(look.IconBack, "", func() { p.step(-1) }).WithTip(loc.T("papers.preview.back"))
	p.next = look.NewIconButton(look.IconForward, "", func() { p.step(1) }).WithTip(loc.T("papers.preview.next"))
	p.wide = look.NewButton("", p.turn)
	var names []string
	for _, lang := range data.Langs {
		names = append(names, translations.Endonym(string(lang)))
	}
	p.lang = look.NewSelect(names, max(slices.Index(data.Langs, data.Lang(loc.Lang())), 0), func(int) { p.page = 0; p.changed() })
	p.frame = look.NewFrame(page.ReadersName(loc, data.AudienceDelegation), look.Space())
	p.holder = container.NewStack(p.view)
	head := look.Inset(6, 4, 8, 8, look.Column(
		look.Row(look.Muted(loc.T("papers.preview")), p.lang, look.Space(), p.wide),
		look.Row(p.back, p.at, p.next)))
	p.object = look.Border(look.Stack(head, look.Inset(0, 0, 8, 8, p.told)), nil, nil, nil, p.holder)
	p.words()
	return p
}

// changed makes the preview anew once the order rests.
func (p *preview) changed() {
	p.asked++
	asked := p.asked
	p.stop()
	p.room.Later(previewAfter, func() {
		if asked == p.asked {
			p.make()
		}
	})
}

// end gives up what is being made; nothing more will be shown.
func (p *preview) end() {
	p.asked++
	p.stop()
}

// make makes the paper that is ordered and shows it.
func (p *preview) make() {
	if p.unseen = p.holder.Size().IsZero(); p.unseen { // nobody looks
		return
	}
	p.asked++
	asked := p.asked
	ctx, stop := context.WithCancel(context.Background())
	p.stop = stop
	o, template := p.ordered()
	k, _ := paper.ByID(o.Kind)
	lang, d := data.Langs[max(p.lang.Chosen(), 0)], p.room.Desk
	p.tell("papers.preview.making")
	p.run(func() {
		made, err := made(ctx, d, o, template, lang)
		p.post(func() {
			if asked == p.asked {
				p.show(made, k.Ours, err)
			}
		})
	})
}

// made makes a paper and opens it for drawing.
func made(ctx context.Context, d *desk.Desk, o data.PaperOrder, t *data.Template, lang data.Lang) (pages, error) {
	var doc export.Document
	var err error
	if t != nil {
		doc, err = paper.DocumentAs(d, o, *t, lang)
	} else {
		doc, err = paper.Document(d, o, lang)
	}
	if err != nil {
		return nil, err
	}
	file, err := writer.Write(ctx, doc, writer.Options{})
	if err != nil {
		return nil, err
	}
	return pdf.Show(ctx, file, "")
}

// show shows a paper, on the page that was shown; or why there is none.
func (p *preview) show(paper pages, ours bool, err error) {
	if err != nil {
		p.paper, p.ready = nil, nil
		p.view.set(nil, 0)
		sentence, _ := p.room.Loc.Error(string(data.CodeOf(err)), data.ArgsOf(err))
		p.told.SetText(sentence)
		p.told.Show()
		p.words()
		return
	}
	p.told.Hide()
	p.paper, p.ready = paper, map[picture]*image.RGBA{}
	p.page = min(p.page, paper.Pages()-1)
	if ours != p.framed {
		p.framed = ours
		p.holder.Objects = []fyne.CanvasObject{p.view}
		if ours {
			p.frame = look.NewFrame(page.ReadersName(p.room.Loc, data.AudienceDelegation), p.view)
			p.holder.Objects = []fyne.CanvasObject{p.frame}
		}
		p.holder.Refresh()
	}
	p.words()
	p.draw()
}

func (p *preview) tell(id string) {
	p.told.SetText(p.room.Loc.T(id))
	p.told.Show()
	p.object.Refresh()
}

// step shows another page, so many further on.
func (p *preview) step(by int) {
	if p.paper == nil {
		return
	}
	to := min(max(p.page+by, 0), p.paper.Pages()-1)
	if to == p.page {
		return
	}
	p.page = to
	p.view.top(by < 0)
	p.words()
	p.draw()
}

// turn shows pages as wide as there is room, or whole.
func (p *preview) turn() {
	p.view.setWhole(!p.view.whole)
	p.words()
	p.draw()
}

// words are those around the page.
func (p *preview) words() {
	loc, count := p.room.Loc, 0
	if p.paper != nil {
		count = p.paper.Pages()
		p.at.SetText(loc.T("papers.preview.page", "n", loc.Number(p.page+1), "total", loc.Number(count)))
	} else {
		p.at.SetText("")
	}
	p.back.SetEnabled(count > 0 && p.page > 0)
	p.next.SetEnabled(p.page+1 < count)
	if p.view.whole {
		p.wide.SetWords(loc.T("papers.preview.wide"))
	} else {
		p.wide.SetWords(loc.T("papers.preview.whole"))
	}
	p.object.Refresh()
}

// draw shows the page that is wanted in the size it is wanted in, and then draws the
// next one ahead. Until it comes the page before it stays, or the same one smaller.
func (p *preview) draw() {
	if p.unseen {
		p.unseen = false
		p.changed()
	}
	if p.paper == nil {
		return
	}
	w, h := p.paper.Size(p.page)
	width := p.view.pixels(w / h)
	if width < 1 {
		return
	}
	want := picture{p.page, width}
	if have := p.ready[want]; have != nil {
		p.view.set(have, w/h)
		p.ahead(width)
		return
	}
	p.drawn(want, func(made *image.RGBA) {
		if want.page == p.page {
			p.view.set(made, w/h)
		}
		p.ahead(width)
	})
}

// ahead draws the page after this one.
func (p *preview) ahead(width int) {
	next := picture{p.page + 1, width}
	if p.paper == nil || next.page >= p.paper.Pages() || p.ready[next] != nil {
		return
	}
	p.drawn(next, func(*image.RGBA) {})
}

// kept is how many pictures of pages are kept.
const kept = 6

// drawn draws a page beside the window.
func (p *preview) drawn(want picture, then func(*image.RGBA)) {
	asked, from := p.asked, p.paper
	ctx, stop := context.WithCancel(context.Background())
	before := p.stop
	p.stop = func() { before(); stop() }
	p.run(func() {
		made, err := from.Picture(ctx, want.page, want.width)
		p.post(func() {
			if err != nil || asked != p.asked || from != p.paper {
				return
			}
			if len(p.ready) >= kept {
				clear(p.ready)
			}
			p.ready[want] = made
			then(made)
		})
	})
}

// key takes a key for going about the pages.
func (p *preview) key(key fyne.KeyName) bool { return p.view.key(key) }
