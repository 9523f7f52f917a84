package desk

import (
	"fyne.io/fyne/v2"

	"travaux/app/room"
)

// Keys are the keys of the outline that are no commands.
func (o *Outline) Keys() []room.Key {
	const where = "keys.outline"
	return []room.Key{
		{Where: where, Keys: []string{string(fyne.KeyUp), string(fyne.KeyDown)}, Title: "keys.outline.step"},
		{Where: where, Keys: []string{string(fyne.KeyLeft), string(fyne.KeyRight)}, Title: "keys.outline.fold"},
		{Where: where, Keys: []string{string(fyne.KeyReturn)}, Title: "panes.focus.text"},
		{Where: where, Keys: []string{"Shift+" + string(fyne.KeyUp), "Shift+" + string(fyne.KeyDown)}, Title: "keys.outline.run"},
		{Where: where, Keys: []string{string(fyne.KeySpace)}, Title: "keys.outline.pick"},
	}
}

// Keys are the keys of the text that are no commands.
func (v *Reader) Keys() []room.Key {
	const where = "keys.text"
	return []room.Key{
		{Where: where, Keys: []string{string(keyText)}, Title: "keys.axis.text"},
		{Where: where, Keys: []string{string(keyPosition)}, Title: "keys.axis.position"},
		{Where: where, Keys: []string{string(keyApproval)}, Title: "keys.axis.approval"},
		{Where: where, Keys: []string{string(keyProposal)}, Title: "keys.proposal"},
		{Where: where, Keys: []string{string(fyne.KeyPageUp), string(fyne.KeyPageDown)}, Title: "keys.text.page"},
		{Where: where, Keys: []string{"Shift+" + string(fyne.KeyLeft), "Shift+" + string(fyne.KeyRight)}, Title: "keys.text.select"},
	}
}
