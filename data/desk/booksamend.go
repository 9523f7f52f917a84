package desk

import "travaux/data"

// Kinds of records on what changes the treaty or adds to it.
const (
	kindAmendment    = "amendment"
	kindAmendmentAct = "amendment-act"
)

// Amendments are proposals to change the treaties, and what became of them.
func (d *Desk) Amendments() Book[data.Amendment, *data.Amendment] {
	return Book[data.Amendment, *data.Amendment]{d, kindAmendment}
}

// AmendmentActs are what parties did about the amendments.
func (d *Desk) AmendmentActs() Book[data.AmendmentAct, *data.AmendmentAct] {
	return Book[data.AmendmentAct, *data.AmendmentAct]{d, kindAmendmentAct}
}
