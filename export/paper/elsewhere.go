package paper

import (
	"context"
	"slices"

	"travaux/data"
	"travaux/data/desk"
	"travaux/export"
	"travaux/translations"
)

// Elsewhere is a kind of paper that has a page of its own: it is made of what that page
// shows, which no order says in full.
type Elsewhere struct {
	ID   string // of PaperOrder.Kind; none of Kinds has it
	Name string // catalogue id of its name
	Page string // catalogue id of the command that opens its page; "": there is none
}

// Kinds of papers that have pages of their own.
var (
	Consulted    = Elsewhere{"consultation", "consult.paper", "consult.title"}
	Disputed     = Elsewhere{"dispute", "dispute.file", "dispute.title"}
	Synthesis    = Elsewhere{"synthesis", "monitoring.paper.synthesis", "monitoring.title"}
	Register     = Elsewhere{"obligations", "monitoring.paper.register", "monitoring.title"}
	Fulfilment   = Elsewhere{"party", "monitoring.paper.party.choose", "monitoring.title"}
	Obligation   = Elsewhere{"obligation", "monitoring.paper.obligation", "monitoring.title"}
	Drawn        = Elsewhere{"draw", "monitoring.paper.draw", "monitoring.title"}
	Amendment    = Elsewhere{"amendment-status", "amend.paper.status", "amendments.title"}
	Amended      = Elsewhere{"amended-text", "amend.paper.text", "amendments.title"}
	AmendedLines = Elsewhere{"amended-redline", "paper.compare.redline", "amendments.title"}
	Corrections  = Elsewhere{"corrections", "concord.paper.file", "concord.title"}
	Coverage     = Elsewhere{"coverage", "coverage.paper.title", "coverage.title"}
	Status       = Elsewhere{"status", "participation.paper.title", "participation.title"}
	Notification = Elsewhere{"notification", "participation.notify.title", "participation.title"}
	Draft        = Elsewhere{"draft", "submission.draft", "concept.title"}
	Sources      = Elsewhere{"sources", "submission.sources", "concept.title"}
	Circulation  = Elsewhere{"circulation", "submission.part.letter", "concept.title"}
	Compared     = Elsewhere{"compared", "paper.compare.title", "command.revisions"}
	Revised      = Elsewhere{"revision-report", "report.title", "command.report"}
	WithUs       = Elsewhere{"with-us", "matrix.title", "matrix.title"}
	ReadingCopy  = Elsewhere{"reading-copy", "speeches.papers.reading", "command.speeches"}
	HandOut      = Elsewhere{"hand-out", "speeches.papers.hand-out", "command.speeches"}
	ToCapital    = Elsewhere{"to-capital", "capital.title", "command.capital"}
	PositionRows = Elsewhere{"position-rows", "sheets.positions", "sheets.title"}
	ViewRows     = Elsewhere{"view-rows", "sheets.views", "sheets.title"}
	Certificate  = Elsewhere{"certificate", "certificate", ""}
)

// Pages are the kinds that have pages of their own.
var Pages = []Elsewhere{
	Consulted, Disputed, Synthesis, Register, Fulfilment, Obligation, Drawn, Amendment, Amended, AmendedLines, Corrections, Coverage, Status, Notification,
	Draft, Sources, Circulation, Compared, Revised, WithUs, ReadingCopy, HandOut, ToCapital, PositionRows, ViewRows, Certificate,
}

// OfPage finds a kind that has a page of its own; ok is false for an id that is none's.
func OfPage(id string) (k Elsewhere, ok bool) {
	i := slices.IndexFunc(Pages, func(k Elsewhere) bool { return k.ID == id })
	if i < 0 {
		return k, false
	}
	return Pages[i], true
}

// KindName is how the kind of a paper that was made is called.
func KindName(id string, loc *translations.Localizer) string {
	if k, ok := ByID(id); ok {
		return k.Name(loc)
	}
	if k, ok := OfPage(id); ok {
		return loc.T(k.Name)
	}
	return id // of another version
}

// Work is a paper of a kind that has a page of its own, which words it in each language.
type Work struct {
	Kind     Elsewhere
	Date     data.Date            // on the paper
	Ours     bool                 // for the delegation alone: its documents bear a marking
	Secrets  func() []data.Secret // of what is for the outside, what may not be in it; nil: all of the desk
	Document func(ctx context.Context, lang data.Lang) (export.Document, error)
}

// Order is what is noted of it.
func (w Work) Order() data.PaperOrder { return data.PaperOrder{Kind: w.Kind.ID, Date: w.Date} }

// Make makes its files as the function Make does.
func (w Work) Make(ctx context.Context, d *desk.Desk, how How, progress data.Progress) ([]File, error) {
	secrets := w.Secrets
	if secrets == nil {
		secrets = d.Secrets
	}
	var sought []data.Secret
	if !w.Ours {
		sought = secrets()
	}
	return makeAll(ctx, d, w.Ours, sought, w.Document, how, progress)
}
