package submissions

import (
	"slices"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	"travaux/translations"
)

// facts is what is said of a submission, as it stands in the form: a date may be
// half typed.
type facts struct{ Symbol, Title, Date, Lang, By string }

func factsOf(r *room.Room, s data.Submission) facts {
	f := facts{Symbol: s.Symbol, Title: s.Title, Lang: string(s.Lang), By: written(r.Loc, r.Desk.Register(), s.By)}
	if !s.Date.IsZero() {
		f.Date = s.Date.String()
	}
	return f
}

// into puts what is typed into a submission. Codes: those of data.ParseDate.
func (f facts) into(r *room.Room, s data.Submission) (data.Submission, error) {
	s.Symbol, s.Title, s.Lang = f.Symbol, f.Title, data.Lang(f.Lang)
	s.By = signers(r.Desk.Register(), f.By)
	day, err := data.ParseDate(f.Date)
	if err != nil {
		return s, err
	}
	s.Date = day
	return s, nil
}

// factFields are the fields of the form.
type factFields struct {
	symbol, title, date, by *textview.Field
	lang                    *look.Select
	object                  fyne.CanvasObject
}

// newFactFields shows facts and tells changed whatever a person changes.
func newFactFields(r *room.Room, f facts, changed func(facts), escaped func()) *factFields {
	loc := r.Loc
	x := &factFields{}
	tell := func(string) { changed(x.says()) }
	field := func(text, placeholder string) *textview.Field {
		e := textview.NewField()
		e.SetText(text)
		e.Placeholder, e.OnChanged, e.OnEscaped = loc.T(placeholder), tell, escaped
		return e
	}
	x.symbol = field(f.Symbol, "submissions.symbol.example")
	x.title = field(f.Title, "submissions.title.example")
	x.date = field(f.Date, "submissions.date.example")
	x.by = field(f.By, "submissions.by.example")
	var names []string
	for _, lang := range data.Langs {
		names = append(names, translations.Endonym(string(lang)))
	}
	x.lang = look.NewSelect(names, max(slices.Index(data.Langs, data.Lang(f.Lang)), 0), func(int) { tell("") })
	x.object = look.Column(
		page.Labelled(loc.T("submissions.by"), x.by),
		page.Labelled(loc.T("submissions.subject"), x.title),
		page.Columns([]float32{1.4, 1, 1},
			page.Labelled(loc.T("submissions.symbol"), x.symbol),
			page.Labelled(loc.T("submissions.date"), x.date),
			page.Labelled(loc.T("submissions.language"), x.lang)),
	)
	return x
}

func (x *factFields) says() facts {
	return facts{
		Symbol: x.symbol.Text(), Title: x.title.Text(), Date: x.date.Text(), By: x.by.Text(),
		Lang: string(data.Langs[x.lang.Chosen()]),
	}
}
