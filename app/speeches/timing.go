package speeches

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"travaux/app/look"
	"travaux/data"
	"travaux/data/desk"
	"travaux/data/speaking"
)

// pacing is how fast somebody speaks, and how long he may; 0: no limit.
type pacing struct {
	pace  int
	limit time.Duration
}

// paceKey is the key of the pace that was set on this laptop for a language.
func paceKey(lang data.Lang) string { return "speech-pace/" + string(lang) }

// paceText is the pace as it is typed: that set on this laptop, else the default.
func paceText(d *desk.Desk, lang data.Lang) string { return strconv.Itoa(paceOf(d, lang)) }

func paceOf(d *desk.Desk, lang data.Lang) int {
	pace, _ := strconv.Atoi(d.Scratch(paceKey(lang)))
	return speaking.Paced(pace, lang)
}

// setPace keeps a pace that was typed; what is no pace is not kept.
func setPace(d *desk.Desk, lang data.Lang, text string) {
	pace, err := strconv.Atoi(strings.TrimSpace(text))
	if err == nil && pace == speaking.Paced(pace, lang) {
		_ = d.SetScratch(paceKey(lang), strconv.Itoa(pace)) // a setting: without it the default holds
	}
}

// clock writes a time as a speaking timer shows it: minutes and seconds.
func clock(d time.Duration) string {
	sign := ""
	if d < 0 {
		sign, d = "−", -d
	}
	s := int(d.Round(time.Second) / time.Second)
	return fmt.Sprintf("%s%d:%02d", sign, s/60, s%60)
}

// pacing is that of the words that are shown.
func (f *form) pacing() pacing {
	x := pacing{pace: paceOf(f.room.Desk, f.lang), limit: time.Duration(f.minutes) * time.Minute}
	if m, ok := f.room.Desk.Meeting(f.speech.Meeting); ok && f.minutes == 0 {
		if x.limit = m.Each; f.build.chosen() != "" && m.Group > 0 {
			x.limit = m.Group
		}
	}
	return x
}

// time says how long the words take, and whether that is too long.
func (f *form) time() {
	loc, x := f.room.Loc, f.pacing()
	takes := speaking.Takes(f.text(), f.lang, x.pace)
	units := speaking.Units(f.text(), f.lang)
	id := "speeches.takes"
	if f.lang == data.Chinese {
		id = "speeches.takes.characters"
	}
	words := loc.N(id, units, "time", clock(takes), "pace", loc.Number(x.pace))
	f.timing.Colour = look.ColourMuted
	switch {
	case x.limit == 0:
	case takes > x.limit:
		f.timing.Colour = look.ColourDanger
		words = loc.T("speeches.takes.over", "takes", words, "over", clock(takes-x.limit), "limit", clock(x.limit))
	default:
		words = loc.T("speeches.takes.within", "takes", words, "limit", clock(x.limit))
	}
	f.timing.SetText(words)
	for i, lang := range data.Langs {
		count := ""
		if text := f.speech.Text[lang]; strings.TrimSpace(text) != "" {
			count = clock(speaking.Takes(text, lang, paceOf(f.room.Desk, lang)))
		}
		f.langs.SetCount(i, count)
	}
}
