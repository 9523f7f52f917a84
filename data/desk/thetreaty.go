package desk

import (
	"travaux/data"
	"travaux/data/force"
)

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

// TreatyText is the text of a treaty; where none was said to be its text, and for no
// treaty, the current one.
func (d *Desk) TreatyText(t data.Treaty) (*Text, error) {
	if !t.Revision.IsZero() {
		if text, err := d.Text(t.Revision); err == nil {
			return text, nil
		}
	}
	return d.Current()
}

// InForce is who is bound by a treaty on a day, by the instruments that are recorded.
func (d *Desk) InForce(t data.Treaty, day data.Date) force.Treaty {
	return force.On(t, d.Instruments().All(), d.Register().Organization, day)
}

// Bound are the codes of the parties to a treaty on a day; nil where there are none
// yet.
func (d *Desk) Bound(t data.Treaty, day data.Date) []string { return d.InForce(t, day).Parties() }
