package desk

import "travaux/data"

// Kinds of records of the exchange of views and of disputes.
const (
	kindQuestion     = "question"
	kindConsultation = "consultation"
	kindContact      = "contact"
	kindDispute      = "dispute"
	kindDisputeStep  = "dispute-step"
	kindDisputePaper = "dispute-paper"
)

// PartyQuestions are what parties ask and tell each other of the implementation.
func (d *Desk) PartyQuestions() Book[data.Question, *data.Question] {
	return Book[data.Question, *data.Question]{d, kindQuestion}
}

// Consultations are the meetings of parties on the implementation.
func (d *Desk) Consultations() Book[data.Consultation, *data.Consultation] {
	return Book[data.Consultation, *data.Consultation]{d, kindConsultation}
}

// Contacts are the points of contact of the parties.
func (d *Desk) Contacts() Book[data.Contact, *data.Contact] {
	return Book[data.Contact, *data.Contact]{d, kindContact}
}

// Disputes are the disputes between parties.
func (d *Desk) Disputes() Book[data.Dispute, *data.Dispute] {
	return Book[data.Dispute, *data.Dispute]{d, kindDispute}
}

// DisputeSteps are what happened in them.
func (d *Desk) DisputeSteps() Book[data.DisputeStep, *data.DisputeStep] {
	return Book[data.DisputeStep, *data.DisputeStep]{d, kindDisputeStep}
}

// DisputePapers are the documents in their files.
func (d *Desk) DisputePapers() Book[data.DisputePaper, *data.DisputePaper] {
	return Book[data.DisputePaper, *data.DisputePaper]{d, kindDisputePaper}
}
