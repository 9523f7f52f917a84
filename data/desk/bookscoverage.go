package desk

import "travaux/data"

const kindCovering = "covering"

// Coverings are what was decided of the requirements that the text is to meet.
func (d *Desk) Coverings() Book[data.Covering, *data.Covering] {
	return Book[data.Covering, *data.Covering]{d, kindCovering}
}
