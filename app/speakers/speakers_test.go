package speakers

import (
	"context"
	"os"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/page/roomtest"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/vault"
	"travaux/translations"
)

func TestMain(m *testing.M) {
	vault.ProbeMain()
	os.Exit(m.Run())
}

var ctx = context.Background()

// bench is the page in a meeting with limits of three and five minutes.
func bench(t *testing.T, lang string) (*roomtest.Bench, *Page) {
	t.Helper()
	b := roomtest.New(t, lang)
	m, err := b.Desk.SetMeeting(ctx, data.Meeting{Title: "12th meeting", Each: 3 * time.Minute, Group: 5 * time.Minute})
	roomtest.Must(t, err)
	roomtest.Must(t, b.Desk.SitIn(m.ID))
	p := Show(b.Room)
	return b, p
}

// inscribe types who asks for the floor and presses Enter.
func inscribe(p *Page, typed ...string) {
	for _, s := range typed {
		p.entry.field.SetText(s)
		p.entry.field.OnChanged(s)
		p.entry.field.OnSubmitted(s)
	}
}

// list are the rows as they are shown: "2 Kenya".
func list(p *Page) string {
	var out []string
	for _, e := range p.rows {
		words := name(p.room, e.turn)
		if e.now {
			words = "*" + words
		}
		out = append(out, words)
	}
	return strings.Join(out, "; ")
}

func TestWhoIsTypedIsInscribed(t *testing.T) {
	b, p := bench(t, "en")
	inscribe(p, "ken", "egy nam", "g77")
	if got, want := list(p), "Egypt, on behalf of NAM; G77 and China; Kenya"; got != want {
		t.Errorf("the list is %q, want %q (%v)", got, want, b.Errors)
	}
	if p.entry.field.Text() != "" {
		t.Errorf("the field still holds %q", p.entry.field.Text())
	}
	inscribe(p, "ken")
	if len(b.Errors) != 1 || p.entry.field.Text() != "ken" {
		t.Errorf("Kenya is inscribed twice, or what was typed is lost: %v", b.Errors)
	}
}

func TestReadingsOfWhatIsTyped(t *testing.T) {
	b, _ := bench(t, "en")
	reg := b.Desk.Register()
	for _, c := range []struct {
		name, typed string
		want        data.Speaker
	}{
		{"a code", "egy", data.Speaker{Code: "EGY"}},
		{"a code for a group", "egy nam", data.Speaker{Code: "EGY", For: "nam"}},
		{"capitals", "EGY NAM", data.Speaker{Code: "EGY", For: "nam"}},
		{"a group alone", "g77", data.Speaker{For: "g77"}},
		{"a name of two words", "sri lanka", data.Speaker{Code: "LKA"}},
		{"two words for a group", "sri lanka g77", data.Speaker{Code: "LKA", For: "g77"}},
		{"in Arabic", "مصر", data.Speaker{Code: "EGY"}},
		{"in Russian", "Египет", data.Speaker{Code: "EGY"}},
		{"in Chinese", "埃及", data.Speaker{Code: "EGY"}},
		{"nobody in the register", "Amaria", data.Speaker{Name: "Amaria"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := readings(reg, c.typed); len(got) == 0 || got[0] != c.want {
				t.Errorf("read as %+v", got)
			}
		})
	}
	if got := readings(reg, "  "); got != nil {
		t.Errorf("nothing is read as %+v", got)
	}
}

func TestTheListIsRunByKeys(t *testing.T) {
	b, p := bench(t, "en")
	inscribe(p, "ken", "bra", "chl")
	press := func(keys ...fyne.KeyName) {
		for _, k := range keys {
			if !p.key(k) {
				t.Fatalf("%s is not taken", k)
			}
		}
	}
	wants := func(want string) {
		t.Helper()
		if got := list(p); got != want {
			t.Fatalf("the list is %q, want %q (%v)", got, want, b.Errors)
		}
	}
	wants("Kenya; Brazil; Chile")
	p.list.Select(2)
	press(upKey)
	wants("Kenya; Chile; Brazil")
	press(nextKey)
	wants("*Kenya; Chile; Brazil")
	p.list.Select(2)
	p.give()
	wants("Kenya; *Brazil; Chile")
	p.list.Select(2)
	press(strikeKey)
	wants("Kenya; *Brazil")
	press(oursKey)
	wants("Kenya; *Brazil; Our delegation")
	press(endKey)
	wants("Kenya; Brazil; Our delegation")
	_, err := b.Desk.Undo(ctx)
	roomtest.Must(t, err)
	p.Refresh()
	wants("Kenya; *Brazil; Our delegation")
}

// TestTheChairGrantsAnotherTime: the chosen one gets the limit that is typed, also
// while he speaks; what is no time is refused and stays typed; nothing is the limit
// of the meeting again.
func TestTheChairGrantsAnotherTime(t *testing.T) {
	b, p := bench(t, "en")
	inscribe(p, "ken", "bra")
	p.list.Select(1)
	if got := p.limit.field.Text(); got != "3" {
		t.Errorf("the field shows %q, and the meeting gives three minutes", got)
	}
	grant := func(typed string) {
		p.limit.field.SetText(typed)
		p.limit.field.OnSubmitted(typed)
	}
	limits := func(want string) {
		t.Helper()
		var out []string
		for _, e := range p.rows {
			out = append(out, data.WriteSpeakingTime(e.turn.Limit))
		}
		if got := strings.Join(out, " "); got != want {
			t.Errorf("the limits are %q, want %q (%v)", got, want, b.Errors)
		}
	}
	grant("2:30")
	limits("3 2:30")
	grant("soon")
	if limits("3 2:30"); len(b.Errors) != 1 || p.limit.field.Text() != "soon" {
		t.Errorf("%v, and the field holds %q", b.Errors, p.limit.field.Text())
	}
	grant("")
	limits("3 3")
	if grant(""); p.limit.field.Text() != "3" {
		t.Errorf("the field shows %q and not the limit of the meeting", p.limit.field.Text())
	}
	p.next()
	p.list.Select(0)
	grant("7")
	if limits("7 3"); p.floor.Speaking.Limit != 7*time.Minute {
		t.Errorf("who speaks has %v", p.floor.Speaking.Limit)
	}
	p.end()
	p.list.Select(0)
	if !p.limit.field.Disabled() || !p.limit.set.Disabled() {
		t.Error("who has spoken can be granted time")
	}
}

// TestTheLetterOfAKeyDoesNotGoIntoAField: the letter of a key comes after the key;
// the field must have the keyboard only then.
func TestTheLetterOfAKeyDoesNotGoIntoAField(t *testing.T) {
	b, p := bench(t, "en")
	inscribe(p, "ken")
	for key, field := range map[fyne.KeyName]*textview.Field{addKey: p.entry.field, limitKey: p.limit.field} {
		var after func()
		b.Room.Later = func(_ time.Duration, do func()) { after = do }
		p.page.Focus(p.list)
		if !p.key(key) || after == nil || b.Room.Window.Canvas().Focused() == field {
			t.Fatalf("%s: the field takes the letter", key)
		}
		if after(); b.Room.Window.Canvas().Focused() != field {
			t.Errorf("%s leads nowhere", key)
		}
	}
}

func TestTheTimerWarnsByShapeAndWords(t *testing.T) {
	b, p := bench(t, "en")
	inscribe(p, "ken")
	p.next()
	began := p.floor.Speaking.Began
	for _, c := range []struct {
		name          string
		after         time.Duration
		figure, words string
		lamp          look.Lamp
	}{
		{"at the beginning", time.Second, "2:59", "left of 3:00", look.LampSpeaking},
		{"the last minute", 2*time.Minute + 10*time.Second, "0:50", "Last minute", look.LampLast},
		{"the last minute, half a second later", 2*time.Minute + 10*time.Second + 600*time.Millisecond, "0:49", "Last minute", look.LampOff},
		{"over time", 3*time.Minute + 20*time.Second, "0:20", "Over time", look.LampOver},
	} {
		t.Run(c.name, func(t *testing.T) {
			now := began.Truncate(time.Second).Add(c.after)
			shown := p.floor
			shown.Speaking.Began = began.Truncate(time.Second)
			p.timer.show(shown, now)
			if p.timer.figure.Text != c.figure || p.timer.words.Text != c.words {
				t.Errorf("%q, %q", p.timer.figure.Text, p.timer.words.Text)
			}
			if got := page.ClockLamp(shown.Clock(shown.Speaking, now), now); got != c.lamp {
				t.Errorf("the lamp is %q, want %q", got, c.lamp)
			}
		})
	}
	if len(b.Errors) > 0 {
		t.Error(b.Errors)
	}
}

func TestOurPlaceIsSaid(t *testing.T) {
	_, p := bench(t, "en")
	if p.ours.Text != "We are not on the list." {
		t.Errorf("it says %q", p.ours.Text)
	}
	inscribe(p, "ken", "bra")
	p.inscribeUs()
	if want := "We are number 3 on the list, in about 6 minutes"; p.ours.Text != want {
		t.Errorf("it says %q, want %q", p.ours.Text, want)
	}
}

func TestAClosedListSaysSo(t *testing.T) {
	b, p := bench(t, "en")
	p.close(true)
	inscribe(p, "ken")
	if len(b.Errors) != 1 || len(p.rows) != 0 || !p.closed.Ticked() {
		t.Errorf("%v, %d rows", b.Errors, len(p.rows))
	}
	p.entry.inscribe(data.Turn{Reply: true})
	p.entry.field.SetText("bra")
	p.entry.typed("bra")
	p.entry.take(data.Turn{Point: true})
	if got := list(p); got != "*Brazil; Kenya" {
		t.Errorf("the list is %q", got)
	}
}

func TestTheStripIsGoneWhileThereIsNothingToSay(t *testing.T) {
	b, p := bench(t, "en")
	s := NewStrip(b.Room)
	if s.Refresh(); s.Object().Visible() {
		t.Error("the strip is shown")
	}
	inscribe(p, "ken")
	p.next()
	p.inscribeUs()
	s.Refresh()
	if words := s.words.Text; !s.Object().Visible() || !strings.HasPrefix(words, "Kenya: ") || !strings.Contains(words, "We are next") {
		t.Errorf("it says %q", words)
	}
}

func TestTheListInEveryLanguage(t *testing.T) {
	for _, lang := range data.Langs {
		t.Run(string(lang), func(t *testing.T) {
			b, p := bench(t, string(lang))
			inscribe(p, "egy nam", "ken")
			p.next()
			p.inscribeUs()
			if translations.New(string(lang)).T("speakers.we.not") == p.ours.Text || len(p.rows) != 3 || len(b.Errors) > 0 {
				t.Errorf("%q, %v", p.ours.Text, b.Errors)
			}
		})
	}
}

func TestWhatWasTypedOutlivesThePage(t *testing.T) {
	b, p := bench(t, "en")
	p.entry.field.SetText("eg")
	p.entry.typed("eg")
	p.page.Leave()
	if again := Show(b.Room); again.entry.field.Text() != "eg" || len(again.entry.readings) == 0 {
		t.Errorf("the field holds %q", again.entry.field.Text())
	}
}
