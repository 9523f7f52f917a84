package desk

import "travaux/data"

// TheTreaty is the treaty that was negotiated: the first that is no protocol to
// another. ok is false where none was recorded yet.
func (d *Desk) TheTreaty() (t data.Treaty, ok bool) {
	for _, t := range d.Treaties().All() {
		if t.Parent.IsZero() {
			return t, true
		}
	}
	return data.Treaty{}, false
}
