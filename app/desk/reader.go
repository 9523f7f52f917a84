package desk

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	work "travaux/data/desk"
)

// Reader is the pane with the text.
type Reader struct {
	// OnImport is told that the button of the empty page was pressed.
	OnImport func()
	// OnComment is told that the selected words are to be commented on.
	OnComment func(provision data.ID, anchor data.Anchor)
	// OnThread is told that the mark of a comment was pressed.
	OnThread func(provision data.ID)
	// OnBrackets is told that the brackets of a provision are asked for.
	OnBrackets func(provision data.ID)
	// OnProposals is told that the proposals on a provision are asked for.
	OnProposals func(provision data.ID)

	room     *room.Room
	viewing  *Viewing
	head     *readerHead
	columns  *textview.Columns
	document *textview.Document // the first column
	heads    *columnHeads
	finder   *textFinder
	body     fyne.CanvasObject
	empty    fyne.CanvasObject
	object   fyne.CanvasObject

	page     page
	memory   *memory
	pad      *pad      // what is being typed; see Join
	drafting *drafting // the editor that is open
	seen     looking   // what the latest fetch was for
	turn     int       // of the latest fetch
	press    int       // of the latest press on words
	here     data.ID   // the selected provision, for the trail
	going    bool      // the selection is changed by going along the trail

	later func(time.Duration, func()) // runs a function on the window's goroutine after a time
}

// NewReader makes the pane; call Refresh to fill it.
func NewReader(r *room.Room, viewing *Viewing) *Reader {
	v := &Reader{room: r, viewing: viewing, columns: textview.NewColumns(1), later: r.Later, memory: newMemory(&viewing.wholes)}
	v.document = v.columns.Document(0)
	v.head, v.heads, v.finder = newReaderHead(v), newColumnHeads(v), newTextFinder(v)
	v.wire()
	v.body = look.Border(look.Stack(v.head.object, look.Rule(), v.finder.object, v.heads.object), nil, nil, nil, v.columns)
	v.empty = v.emptyPage()
	v.body.Hide()
	v.empty.Hide()
	v.object = look.Ground(look.ColourPaper, container.NewStack(v.body, v.empty))
	r.Selection.Listen(v.selected)
	viewing.Listen(v.looked)
	return v
}

// Object is what to place in the window.
func (v *Reader) Object() fyne.CanvasObject { return v.object }

// Focus gives the text the keyboard.
func (v *Reader) Focus() { focus(v.room, v.columns.Current()) }

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
	v.seen = at
	var next page
	v.room.Run(func(context.Context, data.Progress) error {
		t, err := v.room.Desk.Current()
		if data.CodeOf(err) == work.CodeNoText {
			return nil
		}
		if err != nil {
			return err
		}
		next = pageOf(gather(v.room.Desk, t, at, v.room.Loc, v.memory, time.Now()))
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

// looked follows the choice of columns, views and marks.
func (v *Reader) looked() {
	switch lang := v.viewing.Main().Lang; {
	case lang != v.room.Selection.Lang(): // the first column was closed
		v.room.Selection.Read(lang)
	case !v.looking().same(v.seen):
		v.Refresh()
	}
}

func (v *Reader) set(next page) {
	same := v.page.text != nil && next.text != nil && v.page.text.Revision.ID == next.text.Revision.ID
	v.page = next
	look.SetShown(v.empty, next.text == nil)
	look.SetShown(v.body, next.text != nil)
	if next.text == nil {
		v.columns.SetBlocks()
		return
	}
	v.arrange(same)
	v.finder.again()
	v.follow(!same)
	v.object.Refresh()
}

// arrange shows the page's columns.
func (v *Reader) arrange(same bool) {
	if v.drafting != nil && !v.drafting.fits(v.page) {
		v.drafting.close()
	}
	if n := len(v.page.columns); n != v.columns.Count() {
		v.columns.SetCount(n)
		v.wire()
	}
	var rows [][]textview.Block
	for i := range v.page.columns {
		rows = append(rows, v.page.columns[i].rows)
	}
	if same {
		v.columns.UpdateBlocks(rows...)
	} else {
		v.columns.SetBlocks(rows...)
	}
	v.heads.show(v.page)
}

// selected follows the selection of the room.
func (v *Reader) selected() {
	lang, columns := v.room.Selection.Lang(), v.viewing.Columns()
	switch {
	case lang != columns[0].Lang:
		columns[0].Lang = lang
		v.viewing.SetColumns(columns...)
	case lang != v.seen.main().Lang:
		v.Refresh()
	default:
		v.wander()
		v.follow(true)
	}
}

// follow shows the selected provision.
func (v *Reader) follow(scroll bool) {
	if v.page.text == nil {
		return // the first text was imported just now and is still being read
	}
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

func (v *Reader) scrolled(block string) {
	if id, ok := provisionOf(block); ok {
		v.head.name(v.page.titles[id])
	}
}

// focus gives an object of the window the keyboard.
func focus(r *room.Room, o fyne.Focusable) {
	if r.Window != nil {
		look.Focus(r.Window.Canvas(), o)
	}
}
