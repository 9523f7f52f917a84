package speeches

import (
	"context"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/data"
	"travaux/data/states"
	"travaux/export"
	"travaux/export/paper"
	"travaux/translations"
)

// papers asks which paper is wanted, and where.
func (f *form) papers() {
	if f.text() == "" {
		f.room.Toast(f.room.Loc.T("speeches.papers.empty"))
		return
	}
	loc := f.room.Loc
	choices := []look.Choice{{Words: loc.T("speeches.papers.reading")}, {Words: loc.T("speeches.papers.hand-out")}}
	look.NewChoices(choices, func(i int) {
		page.ChooseFolder(f.room, page.LastFolder(), func(dir string) { f.paper(dir, i == 0) })
	}).Open(f.asked)
}

// paper records the statement and makes the reading copy or the hand-out of the
// words that are shown. The file is read back, and refused if anything confidential
// is in it.
func (f *form) paper(dir string, reading bool) {
	f.recorded(func(id data.ID) {
		w := f.work(id, f.minutes, paceOf(f.room.Desk, f.lang), reading)
		name := "speeches.file.hand-out"
		if reading {
			name = "speeches.file.reading"
		}
		page.MakePapers(f.room, dir, f.made, []data.Lang{f.lang}, page.Making{Work: w, Name: page.FileName(f.room.Loc.T(name))})
	})
}

// recorded records the statement, if it may still change, then does what is given.
func (f *form) recorded(then func(data.ID)) {
	if !f.speech.Delivered.IsZero() {
		then(f.speech.ID)
		return
	}
	f.record(then)
}

// release records the statement and lets the words that are shown out although they
// cross red lines.
func (f *form) release(reason string) {
	d, lang, minutes := f.room.Desk, f.lang, f.minutes
	f.recorded(func(id data.ID) {
		f.checks.override.Act(func(ctx context.Context) error { return d.OverrideSpeech(ctx, reason, id, lang, minutes) },
			func() { f.checks.show(f.text(), f.lang) })
	})
}

// work is the paper of a statement that was recorded.
func (f *form) work(id data.ID, minutes, pace int, reading bool) paper.Work {
	d := f.room.Desk
	w := paper.Work{Kind: paper.HandOut, Date: data.Today()}
	if reading {
		w.Kind = paper.ReadingCopy
	}
	w.Secrets = func() []data.Secret {
		speech, _ := d.Speech(id)
		return d.SpeechSecrets(speech.Provisions)
	}
	w.Document = func(_ context.Context, lang data.Lang) (export.Document, error) {
		s, err := d.PublicSpeech(id, lang, minutes, states.Name(d.Negotiation().State, lang))
		if err != nil {
			return export.Document{}, err
		}
		loc := translations.New(string(lang))
		doc := export.HandOut(s, loc)
		if reading {
			doc = export.ReadingCopy(s, pace, loc)
		}
		doc.Quotes = d.IssuedText(lang)
		return doc, nil
	}
	return w
}
