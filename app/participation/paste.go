package participation

import (
	"context"
	"strings"
	"sync"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/force"
	"travaux/translations"
)

// pastePart records a whole table of instruments as one act; what it would record,
// and which lines it cannot read, is said before.
type pastePart struct {
	page *Page
	text *textview.Editor
	says *look.Text
	bad  *look.Text
	all  fyne.CanvasObject
}

func newPastePart(p *Page) *pastePart {
	loc := p.room.Loc
	x := &pastePart{page: p, text: textview.NewEditor(), says: look.Wrapped(""), bad: look.Wrapped("")}
	x.bad.Colour = look.ColourReturned
	x.text.MinRows, x.text.MaxRows = 8, 16
	x.text.Placeholder = loc.T("participation.paste.hint")
	x.text.OnChanged = func(typed string) { p.keep.Note(x.key(), typed); x.show() }
	x.text.OnEscaped = p.closing
	x.all = page.Scroll(look.Inset(10, 10, 14, 14, look.Column(
		look.Wrapped(loc.T("participation.paste.about")), x.text, x.says, x.bad,
		look.Row(look.Space(), look.NewPrimary(loc.T("participation.paste.record"), x.record)))))
	return x
}

func (x *pastePart) object() fyne.CanvasObject { return x.all }

func (x *pastePart) key() string { return "treaty/paste" }

// load shows what was pasted and not recorded.
func (x *pastePart) load() {
	text, _ := x.page.keep.Read(x.key())
	x.text.SetText(text)
}

// read is what the table says; what is recorded already is left out.
func (x *pastePart) read() (lines []force.Line, fresh []data.Instrument, known int) {
	w := x.page.world
	lines = force.ReadTable(x.page.chosen, x.text.Text(), force.Words{Party: w.exactly, Kind: kindNamed})
	seen := map[data.Instrument]bool{}
	for _, i := range w.instruments {
		seen[data.Instrument{Party: i.Party, Kind: i.Kind, Date: i.Date}] = true
	}
	for _, l := range lines {
		for _, i := range l.Instruments {
			if bare := (data.Instrument{Party: i.Party, Kind: i.Kind, Date: i.Date}); !seen[bare] {
				seen[bare] = true
				fresh = append(fresh, i)
			} else {
				known++
			}
		}
	}
	return lines, fresh, known
}

// exactly is whom a code, a name or an alias means that is written in full.
func (w *world) exactly(typed string) (code string, ok bool) {
	for _, f := range w.reg.Find(typed) {
		if !f.Group && f.Exact() {
			return f.Code, true
		}
	}
	return "", false
}

// kindWords are the kinds by their names in the six languages and that of the
// program, in lower case.
var kindWords = sync.OnceValue(func() map[string]data.InstrumentKind {
	words := map[string]data.InstrumentKind{}
	for _, lang := range data.Langs {
		loc := translations.New(string(lang))
		for _, k := range data.InstrumentKinds {
			words[strings.ToLower(loc.Name("instrument", string(k)))] = k
		}
	}
	for _, k := range data.InstrumentKinds {
		words[string(k)] = k
	}
	return words
})

// kindNamed is the kind that a word means.
func kindNamed(typed string) (data.InstrumentKind, bool) {
	k, ok := kindWords()[strings.ToLower(typed)]
	return k, ok
}

// show says what would be recorded.
func (x *pastePart) show() {
	loc := x.page.room.Loc
	lines, fresh, known := x.read()
	says := loc.N("participation.paste.says", len(fresh))
	if known > 0 {
		says += " " + loc.N("participation.paste.known", known)
	}
	if len(lines) == 0 {
		says = ""
	}
	x.says.SetText(says)
	var bad []string
	for _, l := range lines {
		if l.Code != "" {
			why, _ := loc.Error(string(l.Code), nil)
			bad = append(bad, loc.T("participation.paste.bad", "n", loc.Number(l.Number), "text", loc.Isolate(strings.ReplaceAll(l.Text, "\t", " ")), "why", why))
		}
	}
	x.bad.SetText(strings.Join(bad, "\n"))
}

// record writes what could be read; the lines that could not stay in the field.
func (x *pastePart) record() {
	p := x.page
	lines, fresh, _ := x.read()
	if len(fresh) == 0 || p.chosen.IsZero() {
		p.room.Toast(p.room.Loc.T("participation.paste.nothing"))
		return
	}
	p.room.Act(func(ctx context.Context) error {
		_, err := p.room.Desk.Instruments().SetAll(ctx, fresh...)
		return err
	}, func() {
		var left []string
		for _, l := range lines {
			if l.Code != "" {
				left = append(left, l.Text)
			}
		}
		x.text.SetText(strings.Join(left, "\n"))
		p.keep.Note(x.key(), x.text.Text())
		p.Refresh()
		p.room.Toast(p.room.Loc.N("participation.paste.recorded", len(fresh)))
	})
}
