package desk

import "travaux/data"

// Kinds of records of the papers.
const (
	kindPaper    = "paper"
	kindTemplate = "template"
)

// Papers are those that were made.
func (d *Desk) Papers() Book[data.Paper, *data.Paper] {
	return Book[data.Paper, *data.Paper]{d, kindPaper}
}

// Templates are how the delegation's papers look.
func (d *Desk) Templates() Book[data.Template, *data.Template] {
	return Book[data.Template, *data.Template]{d, kindTemplate}
}
