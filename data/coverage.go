package data

// Coverage says what is still to be done about a provision. The zero value is
// nothing.
type Coverage struct {
	NoPosition   bool // it has words, and we have no position on them
	Awaiting     bool // our position awaits the head's approval
	Uninstructed bool // agreed in the room, itself or by its parts, and no instruction in force speaks of it
	Reopened     bool // it, or a part of it, was agreed and is not any more
}

// IsZero reports whether nothing is to be done.
func (c Coverage) IsZero() bool { return c == Coverage{} }
