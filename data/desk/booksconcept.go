package desk

import (
	"travaux/data"
	"travaux/data/library"
)

// Kinds of records of the concept.
const (
	kindThesis   = "thesis"
	kindSourcing = "sourcing"
)

// Theses are the points of the concept.
func (d *Desk) Theses() Book[data.Thesis, *data.Thesis] {
	return Book[data.Thesis, *data.Thesis]{d, kindThesis}
}

// Sourcings say what the provisions rest on.
func (d *Desk) Sourcings() Book[data.Sourcing, *data.Sourcing] {
	return Book[data.Sourcing, *data.Sourcing]{d, kindSourcing}
}

// CheckSource compares the quotation of a source with the library; known is false
// where it quotes nothing or the library does not have the work in its language. Not
// for the window's goroutine: see Library.
func (d *Desk) CheckSource(s data.SourceRef) (q library.Quotation, known bool, err error) {
	if s.Quote == "" || s.Work.IsZero() {
		return q, false, nil
	}
	shelf, err := d.Library(s.Lang)
	if err != nil {
		return q, false, err
	}
	q, known = shelf.Checked(s.Work, s.Pointer, s.Quote)
	return q, known, nil
}
