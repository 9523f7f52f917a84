package speeches

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/data"
	"travaux/translations"
)

// builder puts a statement together from what we have to say on its provisions.
type builder struct {
	form    *form
	group   *look.Select
	codes   []string // of the choices of group; "" first: in a national capacity
	object  fyne.CanvasObject
	missing *look.Text // provisions on which there are no words in the language
}

func newBuilder(f *form) *builder {
	loc := f.room.Loc
	b := &builder{form: f, missing: look.Wrapped("")}
	b.missing.Colour = look.ColourReturned
	b.group = look.NewSelect(nil, 0, func(int) { f.time() })
	agenda := look.NewButton(loc.T("speeches.agenda"), func() { f.add(f.room.Desk.Agenda(f.speech.Meeting)...) }).WithTip(loc.T("speeches.agenda.tip"))
	build := look.NewButton(loc.T("speeches.build"), b.build).WithTip(loc.T("speeches.build.tip"))
	b.object = look.Border(nil, nil, agenda, build, look.Inset(0, 0, 6, 6, b.group))
	return b
}

// fill offers the groups that our State belongs to, and says where there are no
// words.
func (b *builder) fill() {
	d, loc := b.form.room.Desk, b.form.room.Loc
	reg := d.Register()
	chosen := b.chosen()
	b.codes = []string{""}
	names := []string{loc.T("speeches.group.none")}
	if state := d.Negotiation().State; state != "" {
		for _, code := range reg.GroupsOf(state, data.Today()) {
			b.codes = append(b.codes, code)
			names = append(names, page.Group(loc, reg, code))
		}
	}
	b.group.SetOptions(names, max(slices.Index(b.codes, chosen), 0))
	b.tell()
}

// chosen is the code of the group with which we align ourselves; "": none.
func (b *builder) chosen() string {
	if i := b.group.Chosen(); 0 <= i && i < len(b.codes) {
		return b.codes[i]
	}
	return ""
}

// tell says on which of the provisions there are no words in the language.
func (b *builder) tell() {
	var lack []data.ID
	for _, p := range b.form.room.Desk.SpeechPoints(b.form.speech.Provisions, b.form.lang) {
		if p.Text == "" {
			lack = append(lack, p.Provision)
		}
	}
	look.SetShown(b.missing, len(lack) > 0)
	loc := b.form.room.Loc
	b.missing.SetText(loc.T("speeches.missing", "language", loc.Name("language", string(b.form.lang)), "provisions", page.Cited(b.form.room, lack)))
}

// build puts the words together in the language that is shown. What is there
// already stays below them.
func (b *builder) build() {
	f := b.form
	reg := f.room.Desk.Register()
	group := ""
	if code := b.chosen(); code != "" {
		group = reg.GroupName(code, f.lang)
	}
	text := skeleton(translations.New(string(f.lang)), group, f.room.Desk.SpeechPoints(f.speech.Provisions, f.lang))
	if was := strings.TrimSpace(f.text()); was != "" {
		text += "\n\n" + was
	}
	f.put(text)
	f.kept()
	f.fillWords()
	b.tell()
}

// skeleton is a statement in the language of the localizer: the opening, the
// sentence with which we align ourselves with a group, a paragraph for each point
// in its order, the closing.
func skeleton(loc *translations.Localizer, group string, points []data.SpeechPoint) string {
	parts := []string{loc.T("speech.opening")}
	if group != "" {
		parts = append(parts, loc.T("speech.alignment", "group", group))
	}
	for _, p := range points {
		if words := pointWords(loc, p); words != "" {
			parts = append(parts, loc.T("speech.point", "provision", translations.Capital(loc.Cite(p.Path)), "words", words))
		}
	}
	return strings.Join(append(parts, loc.T("speech.closing")), "\n\n")
}

// pointWords are what is said of a provision: the talking points, or else how our
// stance is said in the room; and the wording that we propose.
func pointWords(loc *translations.Localizer, p data.SpeechPoint) string {
	words := strings.Join(strings.Fields(strings.ReplaceAll(p.Text, "\n", " ")), " ")
	if words == "" && p.Stance != data.StanceNone {
		words = loc.T("spoken." + string(p.Stance))
	}
	if p.Wording != "" && !strings.Contains(words, p.Wording) {
		proposal := loc.T("speech.wording", "wording", loc.Quote(strings.TrimRight(strings.Join(strings.Fields(p.Wording), " "), ".;。；")))
		if loc.Lang() != string(data.Chinese) {
			proposal = " " + proposal
		}
		words = strings.TrimSpace(words + proposal)
	}
	return words
}
