package speeches

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/data"
	"travaux/data/speaking"
)

// practice is a statement that is spoken against the clock, sentence by sentence:
// how much time is gone and left, how fast it goes, and when it would end so.
type practice struct {
	room  *room.Room
	lang  data.Lang
	x     pacing
	leave func()
	now   func() time.Time

	text      []rune
	sentences []speaking.Sentence
	at        int           // the sentence that is spoken
	began     time.Time     // of the stretch that runs; zero: it is stopped
	before    time.Duration // what ran before it

	clock, speed, said, current, next *look.Text
	run                               *look.Button
	object                            fyne.CanvasObject
}

func newPractice(r *room.Room, text string, lang data.Lang, x pacing) *practice {
	p := &practice{
		room: r, lang: lang, x: x, now: time.Now, text: []rune(text), sentences: speaking.Sentences(text, lang),
		clock: look.NewText(""), speed: look.Wrapped(""), said: look.Content("", string(lang)), current: look.Content("", string(lang)), next: look.Content("", string(lang)),
	}
	p.clock.Bold, p.clock.Scale = true, theme.SizeNameHeadingText
	p.said.Wrap, p.current.Wrap, p.next.Wrap = true, true, true
	p.said.MaxLines, p.next.MaxLines = 2, 6
	p.current.Scale = theme.SizeNameHeadingText
	p.said.Colour, p.next.Colour, p.speed.Colour = look.ColourMuted, look.ColourMuted, look.ColourMuted
	p.next.Scale = theme.SizeNameSubHeadingText
	loc := r.Loc
	p.run = look.NewPrimary(loc.T("speeches.practice.start"), p.toggle)
	back := look.NewButton(loc.T("speeches.practice.back"), func() { p.step(-1) })
	on := look.NewButton(loc.T("speeches.practice.next"), func() { p.step(1) })
	again := look.NewButton(loc.T("speeches.practice.again"), p.again)
	leave := look.NewButton(loc.T("speeches.practice.leave"), func() { p.leave() }).Rank(look.Quiet)
	take := look.NewButton(loc.T("speeches.practice.take"), p.take)
	help := look.Wrapped(loc.T("speeches.practice.keys"))
	help.Colour, help.Scale = look.ColourMuted, theme.SizeNameCaptionText
	p.object = look.Inset(12, 12, 16, 16, look.NewFrame(loc.T("speeches.frame"), look.Column(
		p.clock, p.speed, look.Flow(p.run, back, on, again, take, leave), help, look.Rule(), p.said, p.current, p.next)))
	p.show()
	return p
}

// key are the keys of the timer: they speak on, go back, stop, and leave.
func (p *practice) key(key fyne.KeyName) bool {
	switch key {
	case fyne.KeySpace, fyne.KeyRight, fyne.KeyDown, fyne.KeyPageDown:
		if p.began.IsZero() && p.before == 0 {
			p.toggle()
		} else {
			p.step(1)
		}
	case fyne.KeyLeft, fyne.KeyUp, fyne.KeyPageUp:
		p.step(-1)
	case fyne.KeyP:
		p.toggle()
	case fyne.KeyBackspace:
		p.leave()
	default:
		return false
	}
	return true
}

// gone is how long it was spoken.
func (p *practice) gone() time.Duration {
	if p.began.IsZero() {
		return p.before
	}
	return p.before + p.now().Sub(p.began)
}

// toggle starts or stops the clock.
func (p *practice) toggle() {
	if p.began.IsZero() {
		p.began = p.now()
		p.tick()
	} else {
		p.before, p.began = p.gone(), time.Time{}
	}
	p.show()
}

// tickEvery is how often the clock is shown anew while it runs.
const tickEvery = 250 * time.Millisecond

func (p *practice) tick() {
	began := p.began
	p.room.Later(tickEvery, func() {
		if p.began == began && !began.IsZero() && p.room.Window.Canvas() != nil {
			p.show()
			p.tick()
		}
	})
}

// step goes to the next sentence, or back. After the last the clock stops.
func (p *practice) step(by int) {
	p.at = min(max(p.at+by, 0), len(p.sentences))
	if p.at == len(p.sentences) && !p.began.IsZero() {
		p.before, p.began = p.gone(), time.Time{}
	}
	p.show()
}

func (p *practice) again() {
	p.at, p.before, p.began = 0, 0, time.Time{}
	p.show()
}

// spoken are the words before the sentence that is spoken now, rest those from it
// on.
func (p *practice) spoken() (spoken, rest string) {
	cut := len(p.text)
	if p.at < len(p.sentences) {
		cut = p.sentences[p.at].Start
	}
	return string(p.text[:cut]), string(p.text[cut:])
}

// pace is how fast it goes; 0 before the first sentence is spoken.
func (p *practice) pace() int {
	spoken, _ := p.spoken()
	if p.at == 0 {
		return 0
	}
	return speaking.PaceOf(spoken, p.lang, p.gone())
}

// take keeps the pace at which it was spoken as one's own.
func (p *practice) take() {
	if pace := p.pace(); pace > 0 {
		p.x.pace = speaking.Paced(pace, p.lang)
		setPace(p.room.Desk, p.lang, p.room.Loc.Number(p.x.pace))
		p.room.Toast(p.room.Loc.T("speeches.practice.taken", "pace", p.room.Loc.Number(p.x.pace)))
	}
}

// warnAt is how much time is left when the timer warns (reference: microphones
// blink with one minute left).
const warnAt = time.Minute

func (p *practice) show() {
	loc, gone := p.room.Loc, p.gone()
	words := clock(gone)
	p.clock.Colour = look.ColourText
	switch left := p.x.limit - gone; {
	case p.x.limit == 0:
	case left < 0:
		words = loc.T("speeches.practice.over", "gone", words, "over", clock(-left))
		p.clock.Colour = look.ColourDanger
	case left <= warnAt:
		words = loc.T("speeches.practice.minute", "gone", words, "left", clock(left))
		p.clock.Colour = look.ColourReturned
	default:
		words = loc.T("speeches.practice.left", "gone", words, "left", clock(left))
	}
	p.clock.SetText(words)
	_, rest := p.spoken()
	pace, speed := p.pace(), loc.T("speeches.practice.plan", "pace", loc.Number(p.x.pace), "end", clock(speaking.Takes(string(p.text), p.lang, p.x.pace)))
	if pace > 0 {
		speed = loc.T("speeches.practice.pace", "pace", loc.Number(pace), "plan", loc.Number(p.x.pace), "end", clock(gone+speaking.Takes(rest, p.lang, pace)))
	}
	p.speed.SetText(speed)
	sentence := func(i int) string {
		if i < 0 || i >= len(p.sentences) {
			return ""
		}
		s := p.sentences[i]
		return string(p.text[s.Start:s.End])
	}
	p.said.SetText(sentence(p.at - 1))
	p.current.SetText(sentence(p.at))
	if p.at == len(p.sentences) {
		p.current.SetText(loc.T("speeches.practice.end"))
	}
	p.next.SetText(strings.TrimSpace(sentence(p.at+1) + " " + sentence(p.at+2)))
	id := "speeches.practice.start"
	if !p.began.IsZero() {
		id = "speeches.practice.stop"
	}
	p.run.SetWords(loc.T(id))
}
