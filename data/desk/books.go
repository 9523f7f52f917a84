package desk

import "travaux/data"

// Kinds of records that are kept in books.
const (
	kindTreaty      = "treaty"
	kindInstrument  = "instrument"
	kindReservation = "reservation"
)

// bookKinds holds them in the order in which news of them are told.
var bookKinds = []string{
	kindThesis, kindSourcing,
	kindTreaty, kindInstrument, kindReservation,
	kindAmendment, kindAmendmentAct,
	kindDiscordance,
	kindCovering,
	kindQuestion, kindConsultation, kindContact,
	kindDispute, kindDisputeStep, kindDisputePaper,
	kindObligation, kindCycle, kindPartyReport, kindAssessment, kindReview, kindDraw,
	kindPaper, kindTemplate,
}

func newBooks() map[string]volume {
	return map[string]volume{
		kindTreaty:      newVolume[data.Treaty](),
		kindInstrument:  newVolume[data.Instrument](),
		kindReservation: newVolume[data.Reservation](),
		kindDiscordance: newVolume[data.Discordance](),

		kindAmendment:    newVolume[data.Amendment](),
		kindAmendmentAct: newVolume[data.AmendmentAct](),
		kindCovering:     newVolume[data.Covering](),

		kindThesis:   newVolume[data.Thesis](),
		kindSourcing: newVolume[data.Sourcing](),

		kindQuestion:     newVolume[data.Question](),
		kindConsultation: newVolume[data.Consultation](),
		kindContact:      newVolume[data.Contact](),
		kindDispute:      newVolume[data.Dispute](),
		kindDisputeStep:  newVolume[data.DisputeStep](),
		kindDisputePaper: newVolume[data.DisputePaper](),
		kindObligation:   newVolume[data.Obligation](),
		kindCycle:        newVolume[data.Cycle](),
		kindPartyReport:  newVolume[data.PartyReport](),
		kindAssessment:   newVolume[data.Assessment](),
		kindReview:       newVolume[data.Review](),
		kindDraw:         newVolume[data.Draw](),

		kindPaper:    newVolume[data.Paper](),
		kindTemplate: newVolume[data.Template](),
	}
}

// Treaties are the instruments that were adopted, protocols among them.
func (d *Desk) Treaties() Book[data.Treaty, *data.Treaty] {
	return Book[data.Treaty, *data.Treaty]{d, kindTreaty}
}

// Instruments are what States and organizations did with the treaties.
func (d *Desk) Instruments() Book[data.Instrument, *data.Instrument] {
	return Book[data.Instrument, *data.Instrument]{d, kindInstrument}
}

// Reservations are what they declared of them.
func (d *Desk) Reservations() Book[data.Reservation, *data.Reservation] {
	return Book[data.Reservation, *data.Reservation]{d, kindReservation}
}
