package desk

import (
	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/data"
	"travaux/translations"
)

// spokenLine is how the stance is said in the room, in the language of the wording:
// what a delegate who is asked says at once. A red line has no such words.
type spokenLine struct {
	tab    *positionTab
	words  *look.Text
	copy   *look.Button
	object *look.Frame
	said   string
}

func newSpokenLine(t *positionTab) *spokenLine {
	s := &spokenLine{tab: t, words: look.Wrapped("")}
	loc := t.room.Loc
	s.copy = look.NewIconButton(look.IconCopy, "", func() { fyne.CurrentApp().Clipboard().SetContent(s.said) }).WithTip(loc.T("spoken.copy"))
	s.object = look.NewFrame(loc.T("spoken.title"), look.Border(nil, nil, nil, s.copy, s.words))
	return s
}

// load shows the words for a stance in a language; nothing where there is none.
func (s *spokenLine) load(stance data.Stance, lang data.Lang) {
	s.said = spoken(stance, lang)
	s.words.Lang = string(lang)
	s.words.SetText(s.said)
	look.SetShown(s.object, s.said != "")
}

// spoken is how a stance is said in the room (reference: room phrases of the
// vocabulary of positions).
func spoken(stance data.Stance, lang data.Lang) string {
	if stance == data.StanceNone || stance == data.StanceRedLine {
		return ""
	}
	return translations.New(string(lang)).T("spoken." + string(stance))
}
