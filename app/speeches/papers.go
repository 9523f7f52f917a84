package speeches

import (
	"context"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/data"
	"travaux/data/states"
	"travaux/export"
	"travaux/export/pdf"
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
	make := func(id data.ID) {
		var path string
		lang, minutes, pace := f.lang, f.minutes, paceOf(f.room.Desk, f.lang)
		f.room.Run(func(ctx context.Context, _ data.Progress) (err error) {
			path, err = f.write(ctx, dir, id, lang, minutes, pace, reading)
			return err
		}, func() {
			page.RememberFolder(dir)
			page.TellMade(f.room, f.made, []string{path})
		})
	}
	f.recorded(make)
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

func (f *form) write(ctx context.Context, dir string, id data.ID, lang data.Lang, minutes, pace int, reading bool) (string, error) {
	d := f.room.Desk
	s, err := d.PublicSpeech(id, lang, minutes, states.Name(d.Negotiation().State, lang))
	if err != nil {
		return "", err
	}
	loc := translations.New(string(lang))
	doc, name := export.HandOut(s, loc), "speeches.file.hand-out"
	if reading {
		doc, name = export.ReadingCopy(s, pace, loc), "speeches.file.reading"
	}
	speech, _ := d.Speech(id)
	doc.Quotes = d.IssuedText(lang)
	file, err := pdf.Checked(ctx, doc, pdf.Options{}, d.SpeechSecrets(speech.Provisions))
	if err != nil {
		return "", err
	}
	return page.WriteFile(dir, page.FileName(f.room.Loc.T(name)+"-"+string(lang)), ".pdf", file)
}
