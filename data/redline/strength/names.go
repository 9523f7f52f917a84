package strength

// ID names the class in the catalogue of messages.
func (c Class) ID() string { return "strength.class." + string(c) }

// ID names the outcome in the catalogue of messages.
func (o Outcome) ID() string { return "strength.verdict." + string(o) }

// ID names, in the catalogue of messages, the sentence that tells the change:
// "strength.change.became" of {old} and {new}, "strength.change.added" and
// "strength.change.removed" of {what}.
func (c Change) ID() string {
	switch {
	case len(c.Old) == 0:
		return "strength.change.added"
	case len(c.New) == 0:
		return "strength.change.removed"
	}
	return "strength.change.became"
}
