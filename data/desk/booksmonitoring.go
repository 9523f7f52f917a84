package desk

import "travaux/data"

// Kinds of records of how the treaty is fulfilled.
const (
	kindObligation  = "obligation"
	kindCycle       = "cycle"
	kindPartyReport = "party-report"
	kindAssessment  = "assessment"
	kindReview      = "review"
	kindDraw        = "draw"
)

// Obligations is the register of what the treaty asks of whom.
func (d *Desk) Obligations() Book[data.Obligation, *data.Obligation] {
	return Book[data.Obligation, *data.Obligation]{d, kindObligation}
}

// Cycles are the rounds of reports.
func (d *Desk) Cycles() Book[data.Cycle, *data.Cycle] {
	return Book[data.Cycle, *data.Cycle]{d, kindCycle}
}

// PartyReports are what parties reported.
func (d *Desk) PartyReports() Book[data.PartyReport, *data.PartyReport] {
	return Book[data.PartyReport, *data.PartyReport]{d, kindPartyReport}
}

// Assessments are how far parties fulfil their obligations.
func (d *Desk) Assessments() Book[data.Assessment, *data.Assessment] {
	return Book[data.Assessment, *data.Assessment]{d, kindAssessment}
}

// Reviews are those of parties by others.
func (d *Desk) Reviews() Book[data.Review, *data.Review] {
	return Book[data.Review, *data.Review]{d, kindReview}
}

// Draws are the drawings of reviewers.
func (d *Desk) Draws() Book[data.Draw, *data.Draw] {
	return Book[data.Draw, *data.Draw]{d, kindDraw}
}
