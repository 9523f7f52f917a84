package textview

import "travaux/translations/typeset"

// Field is an Editor of one line: searches, names, passphrases. Enter calls
// OnSubmitted.
type Field struct{ Editor }

// NewField makes an empty Field.
func NewField() *Field {
	f := &Field{Editor{Family: typeset.Sans, single: true, goal: -1}}
	f.self = f
	f.ExtendBaseWidget(f)
	return f
}

// NewSecret makes a Field that shows a dot for every letter and lets nothing of
// it be copied: for passphrases.
func NewSecret() *Field {
	f := NewField()
	f.masked = true
	return f
}

// SetMasked shows dots for letters, or the letters.
func (f *Field) SetMasked(masked bool) {
	f.masked = masked
	f.Refresh()
}
