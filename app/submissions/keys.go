package submissions

import (
	"fyne.io/fyne/v2"

	"travaux/app/room"
	"travaux/data"
)

// Keys of the page that are no commands.
const (
	takeKey  = fyne.KeyI
	pasteKey = fyne.KeyV
	markKey  = fyne.KeyM
	nextKey  = fyne.KeyN
	openKey  = fyne.KeyG
	editKey  = fyne.KeyE
)

// attitudeKeys mark the selected words as a view, by the signs by which views are
// taken down.
var attitudeKeys = map[fyne.KeyName]data.Attitude{
	fyne.KeyPlus: data.AttitudeSupport, fyne.KeyEqual: data.AttitudeSupport, fyne.KeyMinus: data.AttitudeOppose,
	fyne.KeyBackTick: data.AttitudeFlexible, fyne.KeySlash: data.AttitudeQuestion, fyne.KeyR: data.AttitudeReserve,
}

// attitude begins to mark the words that are selected as a view of that attitude.
func (p *Page) attitude(key fyne.KeyName) bool {
	a, known := attitudeKeys[key]
	if _, _, ok := p.text.runes(); !known || !ok || !p.mayMark() {
		return false
	}
	fyne.Do(func() { p.begin(a) }) // the letter of the key is still to come
	return true
}

// key takes the keys that nothing on the page has a use for.
func (p *Page) key(key fyne.KeyName) bool {
	act, ok := map[fyne.KeyName]func(){
		takeKey: p.take, pasteKey: p.paste, markKey: func() { fyne.Do(func() { p.begin("") }) },
		nextKey: p.nextPart, openKey: p.open, editKey: func() { fyne.Do(p.edit) },
	}[key]
	if ok {
		act()
	}
	return ok
}

// Keys are the keys of the page that are no commands.
func Keys() []room.Key {
	const where = "submissions.title"
	return []room.Key{
		{Where: where, Keys: []string{string(takeKey)}, Title: "submissions.take"},
		{Where: where, Keys: []string{string(pasteKey)}, Title: "submissions.paste"},
		{Where: where, Keys: []string{string(markKey)}, Title: "submissions.mark"},
		{Where: where, Keys: []string{"+", "-", "~", "?", "R"}, Title: "submissions.mark.attitude"},
		{Where: where, Keys: []string{string(nextKey)}, Title: "submissions.next"},
		{Where: where, Keys: []string{string(openKey)}, Title: "submissions.open"},
		{Where: where, Keys: []string{string(editKey)}, Title: "submissions.edit"},
	}
}
