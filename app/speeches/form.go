package speeches

import (
	"context"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/desk"
	"travaux/data/speaking"
	"travaux/translations"
)

// form is one statement: what it is about, its words in each language and at each
// length, how long they take, and what must not be said of them.
type form struct {
	room     *room.Room
	keep     *page.Keep
	saved    func(data.ID)
	practise func(text string, lang data.Lang, x pacing)

	state   *look.Text
	title   *textview.Field
	meeting *look.Select
	about   *fyne.Container // provisions
	place   *textview.Field
	build   *builder
	langs   *look.TabBar
	length  *look.Select // the whole, or so many minutes
	cut     *look.Button
	timing  *look.Text
	pace    *textview.Field
	checks  *checks
	words   *textview.Editor
	quotes  *page.Quotes
	as      *textview.Editor
	object  *look.Frame
	foot    *fyne.Container
	giveUp  *look.Button
	done    *look.Button // delivered
	save    *look.Button
	asked   *look.Button // which papers
	made    *look.Text

	meetings []data.ID
	speech   data.Speech // as it is in the form
	lang     data.Lang
	minutes  int // 0: the whole
}

func newForm(r *room.Room, saved func(data.ID), practise func(string, data.Lang, pacing)) *form {
	f := &form{room: r, saved: saved, practise: practise, state: look.Wrapped(""), about: look.Flow(), timing: look.Wrapped(""), made: look.Wrapped("")}
	loc := r.Loc
	f.keep = page.NewKeep(r.Desk, func(err error) { fyne.Do(func() { r.Fail(err) }) })
	f.state.Bold, f.state.Colour = true, look.ColourApproved
	f.lang = r.Selection.Lang()
	f.title = textview.NewField()
	f.title.Placeholder, f.title.OnChanged = loc.T("speeches.form.title"), func(text string) { f.speech.Title = text; f.kept() }
	f.meeting = look.NewSelect(nil, 0, func(i int) { f.speech.Meeting = f.meetings[i]; f.kept(); f.time() })
	f.place = textview.NewField()
	f.place.Placeholder, f.place.OnSubmitted = loc.T("packages.form.place"), f.addPlace
	f.words = textview.NewEditor()
	f.words.MinRows, f.words.Placeholder = 14, loc.T("speeches.form.words")
	f.words.OnChanged = f.typed
	f.quotes = page.NewQuotes(r, f.words, func() { f.object.Refresh() })
	f.as = textview.NewEditor()
	f.as.MinRows, f.as.MaxRows, f.as.Placeholder = 2, 8, loc.T("speeches.form.as")
	f.as.OnChanged = func(text string) { f.speech.As = text; f.kept() }
	f.build = newBuilder(f)
	f.checks = newChecks(r, func(x data.SpeechFlag) { f.words.Select(x.Start, x.End); f.words.Focus() })
	f.checks.override = page.NewOverride(r, f.keep, "speech/override", f.release)
	f.checks.released = func(text string, lang data.Lang) bool { return r.Desk.SpeechReleased(f.speech, lang, text) }
	f.tools()
	f.lay()
	return f
}

// tools are the choices of language and length, and the pace.
func (f *form) tools() {
	loc := f.room.Loc
	var tabs []look.Tab
	for _, lang := range data.Langs {
		tabs = append(tabs, look.Tab{Words: translations.Endonym(string(lang)), Content: look.Stack()})
	}
	f.langs = look.NewTabBar(tabs...)
	f.langs.OnChosen = func(i int) { f.lang = data.Langs[i]; f.fillWords() }
	lengths := []string{loc.T("speeches.length.whole")}
	for _, m := range speaking.Limits {
		lengths = append(lengths, loc.N("speeches.length", m))
	}
	f.length = look.NewSelect(lengths, 0, func(i int) {
		f.minutes = 0
		if i > 0 {
			f.minutes = speaking.Limits[i-1]
		}
		f.fillWords()
	})
	f.cut = look.NewButton(loc.T("speeches.cut"), f.propose).WithTip(loc.T("speeches.cut.tip"))
	f.pace = textview.NewField()
	f.pace.OnChanged = func(text string) { setPace(f.room.Desk, f.lang, text); f.time() }
}

func (f *form) lay() {
	loc := f.room.Loc
	f.object = look.NewFrame(loc.T("speeches.frame"), look.Column(
		f.state,
		page.Columns([]float32{3, 2}, page.Labelled(loc.T("speeches.form.title"), f.title), page.Labelled(loc.T("speeches.form.meeting"), f.meeting)),
		look.Wrapped(loc.T("speeches.form.about")), f.about,
		page.Columns([]float32{2, 3}, f.place, f.build.object),
		f.build.missing,
		f.langs,
		page.Columns([]float32{2, 2, 2, 2},
			page.Labelled(loc.T("speeches.form.length"), f.length), page.Labelled("", f.cut),
			page.Labelled(loc.T("speeches.pace"), f.pace), look.Space()),
		f.timing, f.checks.object, f.checks.override.Object, f.quotes.Object, f.words, f.as, f.made,
	))
	f.giveUp = look.NewButton(loc.T("speeches.give-up"), f.remove).Rank(look.Quiet)
	f.done = look.NewButton(loc.T("speeches.deliver"), f.deliver)
	f.save = look.NewPrimary(loc.T("speeches.save"), func() { f.record(nil) })
	practise := look.NewButton(loc.T("speeches.practise"), func() {
		if text := f.text(); strings.TrimSpace(text) != "" {
			f.practise(text, f.lang, f.pacing())
		}
	})
	f.asked = look.NewButton(loc.T("speeches.papers"), f.papers)
	f.foot = look.Row(f.giveUp, look.Space(), practise, f.asked, f.done, f.save)
}

// key is the key of what is typed and not recorded.
func (f *form) key() string {
	if f.speech.ID.IsZero() {
		return "speech/new"
	}
	return "speech/" + f.speech.ID.String()
}

func (f *form) kept() {
	text, err := json.Marshal(f.speech)
	if err != nil {
		f.room.Fail(err)
		return
	}
	f.keep.Note(f.key(), string(text))
}

// begin is a new statement, or the one that was begun and not recorded.
func (f *form) begin(provision data.ID) {
	f.speech = data.Speech{}
	if m, ok := f.room.Desk.CurrentMeeting(); ok {
		f.speech.Meeting = m.ID
	}
	if !f.unrecorded() && !provision.IsZero() {
		f.speech.Provisions = []data.ID{provision}
	}
	f.fill()
}

// load shows a statement, as it was being changed.
func (f *form) load(s data.Speech) {
	f.speech = s
	if s.Delivered.IsZero() {
		f.unrecorded()
	}
	f.fill()
}

// unrecorded takes what was typed and not recorded, and tells whether there was any.
func (f *form) unrecorded() bool {
	text, ok := f.keep.Read(f.key())
	var s data.Speech
	if !ok || json.Unmarshal([]byte(text), &s) != nil {
		return false
	}
	s.ID, s.Author, s.Time, s.Delivered = f.speech.ID, f.speech.Author, f.speech.Time, f.speech.Delivered
	f.speech = s
	return true
}

func (f *form) fill() {
	loc := f.room.Loc
	said := !f.speech.Delivered.IsZero()
	f.title.SetText(f.speech.Title)
	f.as.SetText(f.speech.As)
	f.place.SetText("")
	f.made.Hide()
	look.SetShown(f.state, said)
	if said {
		f.state.SetText(loc.T("speeches.state.delivered", "time", loc.Time(f.speech.Delivered.Local())))
	}
	for _, e := range []*textview.Editor{&f.title.Editor, f.words, f.as, &f.place.Editor} {
		if said {
			e.Disable()
		} else {
			e.Enable()
		}
	}
	look.SetShown(f.as, !f.speech.ID.IsZero() && (!said || f.speech.As != ""))
	look.SetShown(f.giveUp, !f.speech.ID.IsZero() && !said)
	look.SetShown(f.done, !f.speech.ID.IsZero() && !said)
	look.SetShown(f.save, !said)
	f.fillMeetings()
	f.fillAbout()
	if f.text() == "" && len(f.speech.Text) > 0 && f.speech.Text[f.lang] == "" {
		for _, lang := range data.Langs {
			if f.speech.Text[lang] != "" {
				f.lang = lang
			}
		}
	}
	f.langs.Choose(slices.Index(data.Langs, f.lang))
	f.build.fill()
	f.checks.read(f.speech.Provisions, func() { f.checks.show(f.text(), f.lang) })
	f.fillWords()
}

// fillMeetings offers the meetings, the latest first.
func (f *form) fillMeetings() {
	f.meetings = []data.ID{{}}
	names := []string{f.room.Loc.T("speeches.meeting.none")}
	for _, m := range slices.Backward(f.room.Desk.Meetings()) {
		f.meetings = append(f.meetings, m.ID)
		names = append(names, m.Title)
	}
	f.meeting.SetOptions(names, max(slices.Index(f.meetings, f.speech.Meeting), 0))
}

func (f *form) fillAbout() {
	f.about.Objects = nil
	for i, id := range f.speech.Provisions {
		less := look.NewIconButton(look.IconClose, page.Cited(f.room, []data.ID{id}), func() {
			f.speech.Provisions = slices.Delete(slices.Clone(f.speech.Provisions), i, i+1)
			f.placed()
		}).WithTip(f.room.Loc.T("packages.form.remove"))
		less.SetEnabled(f.speech.Delivered.IsZero())
		f.about.Add(less)
	}
	f.object.Refresh()
}

// addPlace adds the provision that a typed number means.
func (f *form) addPlace(text string) {
	t, err := f.room.Desk.Current()
	if err != nil {
		f.room.Fail(err)
		return
	}
	list := t.GoTo(text)
	if len(list) == 0 {
		f.room.Toast(f.room.Loc.T("packages.form.not-found"))
		return
	}
	f.place.SetText("")
	f.add(list[0].ID)
}

// add adds provisions that are not there yet.
func (f *form) add(ids ...data.ID) {
	for _, id := range ids {
		if !slices.Contains(f.speech.Provisions, id) {
			f.speech.Provisions = append(f.speech.Provisions, id)
		}
	}
	f.placed()
}

func (f *form) placed() {
	f.kept()
	f.fillAbout()
	f.build.fill()
	f.checks.read(f.speech.Provisions, func() { f.checks.show(f.text(), f.lang) })
}

// text is what is in the editor: the words in a language at a length.
func (f *form) text() string { return f.speech.At(f.lang, f.minutes) }

// put takes other words for the language and the length that are shown.
func (f *form) put(text string) {
	if f.minutes == 0 {
		if f.speech.Text = maps.Clone(f.speech.Text); f.speech.Text == nil {
			f.speech.Text = data.Words{}
		}
		f.speech.Text[f.lang] = text
		return
	}
	if f.speech.Cuts == nil {
		f.speech.Cuts = map[data.Lang]map[int]string{}
	}
	if f.speech.Cuts[f.lang] == nil {
		f.speech.Cuts[f.lang] = map[int]string{}
	}
	f.speech.Cuts[f.lang][f.minutes] = text
}

// checkAfter is how long typing has to rest before it is checked.
const checkAfter = 300 * time.Millisecond

func (f *form) typed(text string) {
	f.put(text)
	f.kept()
	f.time()
	f.room.Later(checkAfter, func() {
		if f.text() == text {
			f.checks.show(text, f.lang)
		}
	})
	f.quotes.Typed("")
}

// fillWords shows the words of the language and the length that are chosen.
func (f *form) fillWords() {
	f.words.Lang, f.as.Lang = string(f.lang), string(f.lang)
	f.words.SetText(f.text())
	f.words.Refresh()
	f.cut.SetEnabled(f.minutes > 0 && f.speech.Delivered.IsZero() && f.speech.Text[f.lang] != "")
	f.pace.SetText(paceText(f.room.Desk, f.lang))
	f.time()
	f.checks.show(f.text(), f.lang)
	f.quotes.Read("")
}

// propose puts in what the rules of data/speaking leave of the whole at the length
// that is chosen.
func (f *form) propose() {
	s := desk.CutSpeech(f.speech.Text[f.lang], f.lang, paceOf(f.room.Desk, f.lang), f.minutes)
	f.put(s.Text)
	f.kept()
	f.fillWords()
	loc := f.room.Loc
	if !s.Fits {
		f.room.Toast(loc.T("speeches.cut.long", "time", clock(s.Time)))
		return
	}
	f.room.Toast(loc.N("speeches.cut.left", len(s.Left)))
}

// record records the statement, then does what is given.
func (f *form) record(then func(data.ID)) {
	key, s := f.key(), f.speech
	f.act(func(ctx context.Context) (err error) {
		s, err = f.room.Desk.SetSpeech(ctx, s)
		return err
	}, func() {
		f.keep.Drop(key)
		f.saved(s.ID)
		if then != nil {
			then(s.ID)
		}
	})
}

// deliver notes that the statement was delivered now.
func (f *form) deliver() {
	as := f.speech.As
	f.record(func(id data.ID) {
		f.act(func(ctx context.Context) error { return f.room.Desk.DeliverSpeech(ctx, id, time.Time{}, as) }, func() {
			f.room.Toast(f.room.Loc.T("speeches.delivered"))
			f.saved(id)
		})
	})
}

// remove gives the statement up.
func (f *form) remove() {
	key, id := f.key(), f.speech.ID
	f.act(func(ctx context.Context) error { return f.room.Desk.DeleteSpeech(ctx, id) }, func() {
		f.keep.Drop(key)
		f.saved(data.ID{})
	})
}
