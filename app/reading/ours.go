package reading

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/data"
	"travaux/data/tally"
	"travaux/translations"
)

// ladderKey shows the next step of the ladder for as long as it is held.
const ladderKey = fyne.KeyF8

// ours is our line on the provision that is read, who is with us, and the next
// step of the ladder while its key is held.
type ours struct {
	room      *room.Room
	provision data.ID
	body      *fyne.Container
	next      *fyne.Container // empty but while the key is held
	hold      *look.HoldButton
	object    fyne.CanvasObject
	released  func() // gives the keyboard back
}

func newOurs(r *room.Room) *ours {
	o := &ours{room: r, body: look.Column(), next: look.Column()}
	o.hold = look.NewHoldButton(look.IconShow, r.Loc.T("ladder.hold"), ladderKey, o.held)
	o.object = look.Column(look.NewFrame(r.Loc.T("panes.internal"), o.body))
	return o
}

// show shows our line on a provision.
func (o *ours) show(id data.ID) {
	o.hold.Hold(false)
	o.provision, o.body.Objects = id, nil
	me := o.room.Desk.Me().Role
	if me.May(data.RightReadPositions) {
		o.line()
	}
	o.withUs()
	if _, at := o.room.Desk.Ladder(id); at >= 0 && me.May(data.RightReadLadder) {
		o.body.Add(o.next)
		o.body.Add(look.Row(o.hold))
	}
	o.body.Refresh()
	o.object.Refresh()
}

// line is the stance, how it is said in the room, and the talking points.
func (o *ours) line() {
	loc, lang := o.room.Loc, o.room.Selection.Lang()
	p := o.room.Desk.Position(o.provision)
	stance := look.Wrapped(loc.Name("stance", string(p.Stance)))
	stance.Bold, stance.Scale = true, theme.SizeNameHeadingText
	o.body.Add(stance)
	if p.Stance != data.StanceNone && p.Stance != data.StanceRedLine {
		o.body.Add(large(translations.New(string(lang)).T("spoken."+string(p.Stance)), lang))
	}
	for _, part := range []struct {
		id    string
		words data.Words
	}{{"panes.position.wording", p.Wording}, {"panes.position.talking", p.TalkingPoints}} {
		if words, in := wordsIn(part.words, lang); words != "" {
			o.body.Add(look.Muted(loc.T(part.id)))
			o.body.Add(large(words, in))
		}
	}
}

// wordsIn are words in a language, else in the first that has some.
func wordsIn(w data.Words, lang data.Lang) (string, data.Lang) {
	for _, l := range append([]data.Lang{lang, data.English}, data.Langs...) {
		if w[l] != "" {
			return w[l], l
		}
	}
	return "", lang
}

// large are words to be read from a distance.
func large(words string, lang data.Lang) *look.Text {
	t := look.Content(words, string(lang))
	t.Scale, t.Times = theme.SizeNameSubHeadingText, 1.2
	return t
}

// mostNamed is how many are named of a class; the rest is counted.
const mostNamed = 12

// withUs says who holds what of the provision, class by class.
func (o *ours) withUs() {
	loc, reg := o.room.Loc, o.room.Desk.Register()
	standings := o.room.Desk.Tally(tally.Question{Provision: o.provision}, data.Turn{}.Began).Counted()
	for _, class := range tally.Classes {
		var names []string
		n := 0
		for _, s := range standings {
			if class == data.AttitudeSilent || s.Class() != class {
				continue
			}
			if n++; n <= mostNamed {
				names = append(names, page.Party(loc, reg, s.Code))
			}
		}
		if n == 0 {
			continue
		}
		if n > mostNamed {
			names = append(names, loc.N("reading.more", n-mostNamed))
		}
		line := look.Wrapped(loc.T("reading.class", "sign", page.ClassSign(class), "class", page.ClassName(loc, class), "n", loc.Number(n), "names", loc.List(names)))
		line.Colour = page.ClassColour(class)
		o.body.Add(line)
	}
}

// press holds the button by its key, from wherever the keyboard is.
func (o *ours) press() {
	if _, at := o.room.Desk.Ladder(o.provision); at < 0 || o.hold.Held() {
		return
	}
	look.Focus(o.room.Window.Canvas(), o.hold)
	o.hold.Hold(true)
}

// held shows the next step while the key is held, and takes it away after.
func (o *ours) held(held bool) {
	o.next.Objects = nil
	if l, at := o.room.Desk.Ladder(o.provision); held && at >= 0 && o.room.Desk.Me().Role.May(data.RightReadLadder) {
		if at+1 < len(l.Steps) {
			s := l.Steps[at+1]
			words, in := wordsIn(s.Wording, o.room.Selection.Lang())
			o.next.Add(look.Muted(o.room.Loc.T("ladder.fallback", "n", strconv.Itoa(at+1))))
			o.next.Add(large(words, in))
			if s.Trigger != "" {
				o.next.Add(look.Wrapped(o.room.Loc.T("ladder.when", "trigger", o.room.Loc.Isolate(s.Trigger))))
			}
		} else {
			o.next.Add(look.Muted(o.room.Loc.T("ladder.at-floor")))
		}
	}
	o.next.Refresh()
	o.body.Refresh()
	o.object.Refresh()
	if !held && o.released != nil {
		o.released()
	}
}
