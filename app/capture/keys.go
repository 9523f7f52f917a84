package capture

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"travaux/app/room"
	"travaux/data"
	"travaux/data/capture"
)

// Keys are the keys of the line that are no commands.
func Keys() []room.Key {
	const where = "capture.title"
	return []room.Key{
		{Where: where, Keys: []string{"Return"}, Title: "capture.key.record"},
		{Where: where, Keys: []string{"Tab"}, Title: "capture.key.choose"},
		{Where: where, Keys: []string{"Up"}, Title: "capture.key.recall"},
		{Where: where, Keys: []string{"Escape"}, Title: "capture.key.leave"},
	}
}

// key takes the keys by which candidates are gone about, and lines recalled.
func (b *Bar) key(k *fyne.KeyEvent) bool {
	choosing := b.names.open()
	switch k.Name {
	case fyne.KeyTab:
		if choosing {
			b.names.step(1)
		} else if f := b.room.Window; f != nil {
			f.Canvas().FocusNext()
		}
	case fyne.KeyDown:
		if choosing {
			b.names.step(1)
		} else {
			b.recall(1)
		}
	case fyne.KeyUp:
		if choosing {
			b.names.step(-1)
		} else {
			b.recall(-1)
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		if !choosing || !b.names.chosen() {
			return false
		}
		b.names.take()
	default:
		return false
	}
	return true
}

// choose puts a candidate in the place of the name that may mean several.
func (b *Bar) choose(p *capture.Part, c candidate) {
	if text := b.field.Text(); c.plain {
		b.set(capture.TakePlain(text, p))
	} else {
		b.set(capture.Choose(text, p, c.found, b.room.Desk.Register()))
	}
	b.room.Window.Canvas().Focus(b.field)
}

// enter takes the line, if it is complete; one that names nothing but a provision
// goes there.
func (b *Bar) enter() {
	b.read()
	switch e := b.entry; {
	case e.Goes() && b.recalled == nil:
		b.field.SetText("")
		b.room.Selection.Select(e.Provision)
	case e.Empty() && b.recalled == nil:
	case !e.Complete() && !(e.Empty() && b.recalled != nil):
		b.refused = true
	default:
		b.take()
	}
	b.Refresh()
}

// take takes the line: a new one, or another wording of one that was taken.
func (b *Bar) take() {
	text, e, was := b.field.Text(), b.entry, b.recalled
	at := b.room.Selection.Provision()
	if was != nil {
		at = was.provision
	}
	x := &line{text: text, entry: e, provision: at, said: time.Now(), gone: e.Empty()}
	if was == nil {
		b.lines = append(b.lines, x)
		b.record(x)
	} else {
		x.issue, x.said, x.lang, x.was = was.issue, was.said, was.lang, was.was
		if i := slices.Index(b.lines, was); i >= 0 {
			b.lines[i] = x
		} else { // a view from the list
			b.lines = append(b.lines, x)
		}
		b.correct(was, x)
	}
	b.recalled, b.last = nil, x
	b.field.SetText(b.typed)
	b.typed = ""
	b.note()
}

// recall brings a line back that was taken, to be corrected: with -1 the one
// before, with 1 the one after, and after the last one what was being typed.
func (b *Bar) recall(step int) {
	at := len(b.lines)
	if i := slices.Index(b.lines, b.recalled); i >= 0 {
		at = i
	} else if b.recalled == nil {
		b.typed = b.field.Text()
	}
	for at += step; at >= 0 && at < len(b.lines) && b.lines[at].state().gone; at += step {
	}
	switch {
	case at < 0:
	case at >= len(b.lines):
		b.cancel()
	default:
		b.recalled = b.lines[at]
		b.set(b.recalled.text)
	}
}

// cancel gives a correction up.
func (b *Bar) cancel() {
	if b.recalled != nil {
		b.recalled = nil
		typed := b.typed
		b.typed = ""
		b.set(typed)
	}
}

// escape gives a correction up, or leaves the line, which keeps what is typed.
func (b *Bar) escape() {
	if b.recalled != nil {
		b.cancel()
		return
	}
	if b.field.Text() == "" {
		b.object.Hide()
	}
	if b.OnLeft != nil {
		b.OnLeft()
	}
}

// Undo takes the latest line back if the line has the keyboard and is empty; false
// if there is nothing of it to take back.
func (b *Bar) Undo() bool {
	if b.field.Text() != "" || b.recalled != nil {
		return false
	}
	for _, x := range slices.Backward(b.lines) {
		if s := x.state(); !s.gone && s.err == nil {
			x.setGone(true)
			b.last = x
			if len(x.was) > 0 {
				b.restore(x)
			} else {
				b.takeBack(x)
			}
			b.Refresh()
			return true
		}
	}
	return false
}

// floorTurn is the turn of who has the floor, if it is he who is meant.
func (b *Bar) floorTurn(by data.Speaker) data.ID {
	turn, speaks := b.room.Desk.Turn()
	if speaks && (turn.By == by || by.Code != "" && turn.By.Code == by.Code) {
		return turn.ID
	}
	return data.ID{}
}
