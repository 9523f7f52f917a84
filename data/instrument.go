package data

// InstrumentKind says what a State or an organization did with a treaty.
type InstrumentKind string

// Kinds of instruments. Source: Vienna Convention on the Law of Treaties, articles
// 11 to 16, 25, 54 and 56.
const (
	InstrumentSignature    InstrumentKind = "signature"            // subject to ratification
	InstrumentDefinitive   InstrumentKind = "definitive-signature" // expresses consent to be bound
	InstrumentRatification InstrumentKind = "ratification"
	InstrumentAcceptance   InstrumentKind = "acceptance"
	InstrumentApproval     InstrumentKind = "approval"
	InstrumentAccession    InstrumentKind = "accession"
	InstrumentConfirmation InstrumentKind = "confirmation" // formal confirmation, by an organization
	InstrumentSuccession   InstrumentKind = "succession"
	InstrumentProvisional  InstrumentKind = "provisional" // provisional application
	InstrumentDenunciation InstrumentKind = "denunciation"
	InstrumentRevoked      InstrumentKind = "revoked" // a denunciation is taken back before it takes effect
)

// InstrumentKinds holds them in the order in which they are offered.
var InstrumentKinds = []InstrumentKind{
	InstrumentSignature, InstrumentRatification, InstrumentAcceptance, InstrumentApproval, InstrumentAccession, InstrumentConfirmation,
	InstrumentDefinitive, InstrumentSuccession, InstrumentProvisional, InstrumentDenunciation, InstrumentRevoked,
}

// Binds reports whether it expresses consent to be bound.
func (k InstrumentKind) Binds() bool {
	switch k {
	case InstrumentDefinitive, InstrumentRatification, InstrumentAcceptance, InstrumentApproval, InstrumentAccession, InstrumentConfirmation, InstrumentSuccession:
		return true
	}
	return false
}

// Instrument is one act of one State or organization on one treaty.
type Instrument struct {
	Entry
	Treaty ID
	Party  string // code in the register
	Kind   InstrumentKind
	Date   Date // of signature, or of deposit with the depositary
	Remark string
}

// Check refuses an instrument of nobody, or without a date.
func (i *Instrument) Check() error {
	switch {
	case i.Party == "":
		return E(CodeNobody)
	case i.Date.IsZero():
		return E(CodeUndated)
	}
	return nil
}

// Concerns is nothing: an instrument is on the treaty as a whole.
func (i *Instrument) Concerns() []ID { return nil }

// HangsOn is its treaty.
func (i *Instrument) HangsOn() []ID { return []ID{i.Treaty} }

// Sentence is the remark on it.
func (i *Instrument) Sentence() string { return i.Remark }

// Audience is everybody: instruments are notified to all.
func (i *Instrument) Audience() Audience { return AudienceAll }

// ReservationKind says what is declared on a treaty.
type ReservationKind string

// Kinds of what is declared. Source: Vienna Convention, articles 2(1)(d) and 19 to 23.
const (
	ReservationMade      ReservationKind = "reservation"
	ReservationDeclared  ReservationKind = "declaration"
	ReservationInterpret ReservationKind = "interpretation" // interpretative declaration
	ReservationObjected  ReservationKind = "objection"
	ReservationWithdrawn ReservationKind = "withdrawal" // of a reservation, a declaration or an objection
)

// ReservationKinds holds them in the order in which they are offered.
var ReservationKinds = []ReservationKind{ReservationMade, ReservationDeclared, ReservationInterpret, ReservationObjected, ReservationWithdrawn}

// Reservation is what one party declares of a treaty: a reservation, a declaration,
// an objection to another's, or the withdrawal of one of its own.
type Reservation struct {
	Entry
	Treaty     ID
	Party      string
	Kind       ReservationKind
	On         ID // the reservation that is objected to or withdrawn; zero: none
	Provisions []ID
	Text       string
	Lang       Lang
	Date       Date
	Opposes    bool // an objection: the treaty is not to enter into force between the two (article 20(4)(b))
}

// Check refuses what nobody declares, without a date, without words, and an
// objection to nothing.
func (r *Reservation) Check() error {
	switch {
	case r.Party == "":
		return E(CodeNobody)
	case r.Date.IsZero():
		return E(CodeUndated)
	case r.Text == "" && r.Kind != ReservationObjected && r.Kind != ReservationWithdrawn:
		return E(CodeWordless)
	case r.On.IsZero() && (r.Kind == ReservationObjected || r.Kind == ReservationWithdrawn):
		return E(CodeWordless)
	}
	return nil
}

// Concerns are the provisions that it is on.
func (r *Reservation) Concerns() []ID { return r.Provisions }

// HangsOn is its treaty, and what it objects to or takes back.
func (r *Reservation) HangsOn() []ID { return []ID{r.Treaty, r.On} }

// Sentence is its text.
func (r *Reservation) Sentence() string { return r.Text }

// Audience is everybody: what is declared is notified to all.
func (r *Reservation) Audience() Audience { return AudienceAll }
