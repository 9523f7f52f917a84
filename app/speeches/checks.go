package speeches

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/data"
	"travaux/export"
)

// checks say what must not be said of the words that are shown, and where; and what
// must be said and is not. The head can let out what crosses red lines.
type checks struct {
	room       *room.Room
	show1      func(data.SpeechFlag) // selects the place
	object     *fyne.Container       // flags
	override   *page.Override
	released   func(text string, lang data.Lang) bool // by the head
	provisions []data.ID
	watches    map[data.Lang]*export.SpeechWatch // of the desk's version at the last reading
	flags      []data.SpeechFlag
}

func newChecks(r *room.Room, show func(data.SpeechFlag)) *checks {
	return &checks{room: r, show1: show, object: look.Column(), watches: map[data.Lang]*export.SpeechWatch{}}
}

// read takes the secrets of the desk as it is now, for a statement on some
// provisions, then does what is given.
func (c *checks) read(provisions []data.ID, then func()) {
	watches := map[data.Lang]*export.SpeechWatch{}
	c.room.Run(func(context.Context, data.Progress) error {
		secrets := c.room.Desk.SpeechSecrets(provisions)
		for _, lang := range data.Langs {
			watches[lang] = export.NewSpeechWatch(secrets, c.room.Desk.IssuedText(lang))
		}
		return nil
	}, func() {
		c.provisions, c.watches = provisions, watches
		then()
	})
}

// show checks a text and lists what was found.
func (c *checks) show(text string, lang data.Lang) {
	c.flags = nil
	if w := c.watches[lang]; w != nil {
		c.flags = w.Find(text, lang)
	}
	c.flags = append(c.flags, c.room.Desk.SpeechFlags(text, lang, c.provisions)...)
	c.object.Objects = nil
	for _, x := range c.flags {
		line := page.CrossingLine(c.words(text, x), false)
		if x.Kind == data.SpeechMissing { // it stands nowhere
			c.object.Add(line)
			continue
		}
		show := look.NewIconButton(look.IconOpen, "", func() { c.show1(x) }).WithTip(c.room.Loc.T("speeches.flag.show"))
		c.object.Add(look.Border(nil, nil, nil, show, line))
	}
	look.SetShown(c.object, len(c.flags) > 0)
	c.object.Refresh()
	crossed := slices.ContainsFunc(c.flags, func(x data.SpeechFlag) bool { return x.Kind.Crosses() })
	c.override.Show(crossed, crossed && !c.released(text, lang))
}

// mostShown is how many characters of a passage are shown.
const mostShown = 60

func (c *checks) words(text string, x data.SpeechFlag) string {
	loc := c.room.Loc
	if x.Kind == data.SpeechMissing {
		return loc.T("speeches.flag.missing", "words", loc.Quote(loc.Isolate(x.Words)))
	}
	passage := []rune(strings.Join(strings.Fields(string([]rune(text)[x.Start:x.End])), " "))
	if len(passage) > mostShown {
		passage = append(passage[:mostShown], '…')
	}
	quoted := loc.Quote(loc.Isolate(string(passage)))
	if x.Kind == data.SpeechSecret {
		return loc.T("speeches.flag.secret", "words", quoted, "what", loc.T(x.Field))
	}
	return loc.T("speeches.flag."+string(x.Kind), "words", quoted)
}
