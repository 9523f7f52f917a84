package force

import (
	"slices"

	"travaux/data"
)

// Doubt is why an instrument should be looked at again. Nothing is refused for it:
// what a depositary accepts is for the depositary to say.
type Doubt string

// Doubts.
const (
	DoubtEarly    Doubt = "early"    // before the treaty was adopted or opened
	DoubtClosed   Doubt = "closed"   // a signature after it was closed for signature
	DoubtUnsigned Doubt = "unsigned" // ratified, accepted or approved without a signature: that is an accession
	DoubtTwice    Doubt = "twice"    // it had done the same already
	DoubtUnbound  Doubt = "unbound"  // denounced what it is not bound by
	DoubtUntaken  Doubt = "untaken"  // takes back a denunciation that is not there, or has taken effect
	DoubtBody     Doubt = "body"     // ratified or acceded as States do, but is an organization, or the reverse
	DoubtAcceded  Doubt = "acceded"  // acceded though it had signed
	DoubtForeign  Doubt = "foreign"  // is of no party in the register
	DoubtComing   Doubt = "coming"   // is of a day that is still to come
)

// DoubtOf says what is doubtful about an instrument, "" for nothing. all are the
// instruments of the treaty, the instrument among them if it has an identity; party
// gives the kind of a code in the register.
//
// Source: Vienna Convention, articles 11 to 16 and 68; article 14(2) and 2(1)(b bis)
// of that of 1986 for formal confirmation.
func DoubtOf(t data.Treaty, all []data.Instrument, i data.Instrument, party func(string) (data.PartyKind, bool), today data.Date) Doubt {
	kind, known := party(i.Party)
	organization := kind == data.PartyOrganization
	earlier := slices.DeleteFunc(slices.Clone(all), func(x data.Instrument) bool {
		return x.ID == i.ID && !i.ID.IsZero() || x.Treaty != t.ID || x.Party != i.Party || i.Date.Before(x.Date)
	})
	its, _ := On(t, earlier, func(string) bool { return organization }, i.Date).Of(i.Party)
	bound := its.Bound.Kind != "" && !its.left(i.Date)
	signing := i.Kind == data.InstrumentSignature || i.Kind == data.InstrumentDefinitive
	opened := t.Opens
	if !signing || opened.IsZero() {
		opened = t.Adopted
	}
	switch {
	case !known:
		return DoubtForeign
	case today.Before(i.Date):
		return DoubtComing
	case i.Date.Before(opened):
		return DoubtEarly
	case signing && !t.Closes.IsZero() && t.Closes.Before(i.Date):
		return DoubtClosed
	case i.Kind == data.InstrumentSignature && !its.Signed.IsZero(), i.Kind.Binds() && bound:
		return DoubtTwice
	case i.Kind == data.InstrumentDenunciation && (!bound || !its.Ends.IsZero()):
		return DoubtUnbound
	case i.Kind == data.InstrumentRevoked && (its.Ends.IsZero() || its.left(i.Date)):
		return DoubtUntaken
	case i.Kind == data.InstrumentConfirmation && !organization, i.Kind == data.InstrumentRatification && organization:
		return DoubtBody
	case follows(i.Kind) && its.Signed.IsZero():
		return DoubtUnsigned
	case i.Kind == data.InstrumentAccession && !its.Signed.IsZero() && its.Withdrawn.IsZero() && its.Ends.IsZero():
		return DoubtAcceded
	}
	return ""
}

// follows reports whether a kind of instrument is that of a signatory.
func follows(k data.InstrumentKind) bool {
	return k == data.InstrumentRatification || k == data.InstrumentAcceptance || k == data.InstrumentApproval || k == data.InstrumentConfirmation
}
