package desk

import (
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	work "travaux/data/desk"
	"travaux/data/search"
)

// Reader is the pane with the text.
type Reader struct {
	// OnImport is told that the button of the empty page was pressed.
	OnImport func()
	// OnComment is told that the selected words are to be commented on.
	OnComment func(provision data.ID, anchor data.Anchor)
	// OnThread is told that the mark of a comment was pressed.
	OnThread func(provision data.ID)

	room     *room.Room
	viewing  *Viewing
	head     *readerHead
	document *textview.Document
	body     fyne.CanvasObject
	empty    fyne.CanvasObject
	object   fyne.CanvasObject

	page   page
	memory *memory
	query  string // marked in the text
	turn   int    // of the latest fetch
	press  int    // of the latest press on words

	later func(time.Duration, func()) // runs a function on the window's goroutine after a time
}

// NewReader makes the pane; call Refresh to fill it.
func NewReader(r *room.Room, viewing *Viewing) *Reader {
	v := &Reader{room: r, viewing: viewing, document: textview.NewDocument(), later: afterwards, memory: &memory{}}
	v.head = newReaderHead(v)
	v.document.OnChosen = v.choose
	v.document.OnPressed = v.pressed
	v.document.OnMenu = v.menu
	v.document.OnSelected = func() { v.head.showQuote(v.document.SelectedText() != "") }
	v.document.OnScrolled = v.scrolled
	v.body = look.Border(look.Stack(v.head.object, look.Rule()), nil, nil, nil, v.document)
	v.empty = v.emptyPage()
	v.body.Hide()
	v.empty.Hide()
	v.object = look.Ground(look.ColourPaper, container.NewStack(v.body, v.empty))
	r.Selection.Listen(v.selected)
	viewing.Listen(v.Refresh)
	return v
}

// Object is what to place in the window.
func (v *Reader) Object() fyne.CanvasObject { return v.object }

// Focus gives the text the keyboard.
func (v *Reader) Focus() { focus(v.room, v.document) }

// emptyPage is shown while there is no text.
func (v *Reader) emptyPage() fyne.CanvasObject {
	loc := v.room.Loc
	words := look.Wrapped(loc.T("panes.reader.empty.words"))
	words.Colour = look.ColourMuted
	button := look.NewPrimary(loc.T("panes.reader.empty.import"), func() {
		if v.OnImport != nil {
			v.OnImport()
		}
	})
	column := look.Column(look.Heading(loc.T("panes.reader.empty")), words, look.Row(button))
	return container.NewCenter(container.New(&wide{420}, column))
}

// wide gives one object a width, and the height that it then needs.
type wide struct{ width float32 }

// Layout implements fyne.Layout.
func (w *wide) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(size)
	o[0].Move(fyne.Position{})
}

// MinSize implements fyne.Layout.
func (w *wide) MinSize(o []fyne.CanvasObject) fyne.Size {
	o[0].Resize(fyne.NewSize(w.width, o[0].Size().Height))
	return fyne.NewSize(w.width, o[0].MinSize().Height)
}

// Refresh reads the desk again; the place in the text stays.
func (v *Reader) Refresh() {
	v.turn++
	turn, at := v.turn, v.looking()
	var next page
	v.room.Run(func(context.Context, data.Progress) error {
		t, err := v.room.Desk.Current()
		if data.CodeOf(err) == work.CodeNoText {
			return nil
		}
		if err != nil {
			return err
		}
		next = pageOf(gather(v.room.Desk, t, at, v.room.Loc, v.memory, data.Today()))
		return nil
	}, func() {
		if turn == v.turn {
			v.set(next)
		}
	})
}

// looking is how the text is looked at now. The first column is in the language
// in which the text is read.
func (v *Reader) looking() looking {
	columns := v.viewing.Columns()
	columns[0].Lang = v.room.Selection.Lang()
	return looking{columns: columns, ticked: v.viewing.Chosen(), extras: v.viewing.extras}
}

func (v *Reader) set(next page) {
	same := v.page.text != nil && next.text != nil && v.page.lang() == next.lang() &&
		v.page.text.Revision.ID == next.text.Revision.ID
	v.page = next
	show(v.empty, next.text == nil)
	show(v.body, next.text != nil)
	if next.text == nil {
		v.document.SetBlocks(nil)
		return
	}
	v.markHits()
	if same {
		v.document.UpdateBlocks(v.page.main().blocks)
	} else {
		v.document.SetBlocks(v.page.main().blocks)
	}
	v.follow(!same)
	v.object.Refresh()
}

// selected follows the selection of the room.
func (v *Reader) selected() {
	if v.room.Selection.Lang() != v.page.lang() {
		v.Refresh()
		return
	}
	v.follow(true)
}

// follow shows the selected provision.
func (v *Reader) follow(scroll bool) {
	id := v.room.Selection.Provision()
	block := id.String()
	v.document.Choose(block)
	if scroll && !id.IsZero() {
		v.document.ScrollTo(block)
		v.document.ScrollTo(block + headingBlock)
	}
	v.head.show(v.page, id)
}

// choose selects the provision of a block that was pressed.
func (v *Reader) choose(block string) {
	id, ok := provisionOf(block)
	if !ok {
		return
	}
	if block != id.String() { // the heading speaks for its provision
		v.document.Choose(id.String())
	}
	v.room.Selection.Select(id)
}

// notAgain is how long a press must stand alone: a second one within this time
// would select the word that was pressed.
const notAgain = 420 * time.Millisecond

func afterwards(d time.Duration, f func()) { time.AfterFunc(d, func() { fyne.Do(f) }) }

// pressed shows the thread on the words that were pressed, unless it was the
// beginning of selecting them.
func (v *Reader) pressed(at textview.Position, marks []textview.Mark) {
	v.press++
	press := v.press
	id, ok := provisionOf(at.ID)
	if !ok || !slices.ContainsFunc(marks, func(m textview.Mark) bool { return m.Kind == textview.Comment }) {
		return
	}
	v.later(notAgain, func() {
		alone := press == v.press && v.document.SelectedText() == "" && v.room.Selection.Provision() == id
		if alone && v.OnThread != nil {
			v.OnThread(id)
		}
	})
}

func (v *Reader) scrolled(block string) {
	if id, ok := provisionOf(block); ok {
		v.head.name(v.page.titles[id])
	}
}

// menu is what the second button of the mouse offers.
func (v *Reader) menu(at textview.Position, absolute fyne.Position) {
	loc := v.room.Loc
	v.choose(at.ID)
	_, _, quoted := v.Quote()
	look.ShowMenuAt([]look.MenuItem{
		{Words: loc.T("panes.copy"), Icon: look.IconCopy, Disabled: !quoted, Action: v.copyWords},
		{Words: loc.T("panes.comment.quote"), Icon: look.IconComment, Disabled: !quoted, Action: v.CommentOnQuote},
	}, v.document, absolute)
}

func (v *Reader) copyWords() {
	if words := v.document.CopyText(false); words != "" {
		fyne.CurrentApp().Clipboard().SetContent(words)
	}
}

// Quote is what a comment on the selected words is tied to; ok is false while
// none are selected. Words of several provisions count for the first of them.
func (v *Reader) Quote() (provision data.ID, anchor data.Anchor, ok bool) {
	from, to, ok := v.document.Selection()
	if !ok || v.page.text == nil {
		return provision, anchor, false
	}
	id, ok := provisionOf(from.ID)
	if !ok {
		return provision, anchor, false
	}
	p, ok := v.page.text.Find(id)
	if !ok {
		return provision, anchor, false
	}
	s := v.page.main().shown[from.ID]
	if s == nil || s.heading || s.source == "" || !s.proposal.IsZero() { // the provision as a whole
		_, lang := p.In(v.page.lang())
		return id, data.Anchor{Lang: lang}, true
	}
	if to.ID != from.ID {
		to.Offset = s.display.size
	}
	start, end, words := s.display.words(from.Offset, to.Offset)
	if !words { // only such that the text does not have
		return id, data.Anchor{Lang: s.lang}, true
	}
	return id, data.NewAnchor(s.lang, s.source, start, end), true
}

// CommentOnQuote opens a comment on the selected words.
func (v *Reader) CommentOnQuote() {
	if id, anchor, ok := v.Quote(); ok && v.OnComment != nil {
		v.OnComment(id, anchor)
	}
}

// Find marks every place of the query in the text; "" takes the marks away.
func (v *Reader) Find(query string) {
	v.query = query
	v.markHits()
	v.document.UpdateBlocks(v.page.main().blocks)
}

// markHits replaces the marks of a search by those of the present query.
func (v *Reader) markHits() {
	for i := range v.page.main().blocks {
		b := &v.page.main().blocks[i]
		var marks []textview.Mark
		for _, m := range b.Marks {
			if m.Kind != textview.Search {
				marks = append(marks, m)
			}
		}
		if v.query != "" {
			for _, at := range search.Locate(b.Text, v.query) {
				marks = append(marks, textview.Mark{Kind: textview.Search, Start: at[0], End: at[1]})
			}
		}
		b.Marks = marks
	}
}

// focus gives an object of the window the keyboard.
func focus(r *room.Room, o fyne.Focusable) {
	if r.Window != nil {
		look.Focus(r.Window.Canvas(), o)
	}
}
