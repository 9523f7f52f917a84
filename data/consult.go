package data

// QuestionKind says what is said in an exchange of views.
type QuestionKind string

// What is said in an exchange of views.
const (
	QuestionAsked    QuestionKind = "question"
	QuestionAnswered QuestionKind = "answer"
	QuestionComment  QuestionKind = "comment"
)

// QuestionKinds holds them in the order in which they are offered.
var QuestionKinds = []QuestionKind{QuestionAsked, QuestionAnswered, QuestionComment}

// Question is one thing that a party says to others on the implementation of the
// treaty: a question, an answer to one, or a comment. A comment may begin a thread
// of its own.
type Question struct {
	Entry
	Treaty     ID
	Thread     ID // the question or comment that began it; zero: it begins one
	Kind       QuestionKind
	By         string   // code; "": the meeting, or the secretariat
	To         []string // codes of those that are to answer; none: all parties
	Provisions []ID
	Obligation ID // zero: it is on none
	Text       string
	Lang       Lang
	Date       Date
	Due        Date // of a question: by when it is to be answered; zero: nothing is said
	Closed     bool // of a question: no answer is waited for any more
	Readers    Audience
}

// CodeThread: an answer that answers nothing.
const CodeThread Code = "consult.thread"

// Check refuses what has no words or no day, an answer of nobody or to nothing, and a
// question that was due before it was asked.
func (q *Question) Check() error {
	switch {
	case q.Text == "":
		return E(CodeWordless)
	case q.Date.IsZero():
		return E(CodeUndated)
	case q.Kind == QuestionAnswered && q.By == "":
		return E(CodeNobody)
	case q.Kind == QuestionAnswered && q.Thread.IsZero():
		return E(CodeThread)
	case !q.Due.IsZero() && q.Due.Before(q.Date):
		return E(CodeBackward)
	}
	return nil
}

// Concerns are the provisions that it is on.
func (q *Question) Concerns() []ID { return q.Provisions }

// HangsOn is its treaty, and what it answers.
func (q *Question) HangsOn() []ID { return []ID{q.Treaty, q.Thread} }

// Sentence is its text.
func (q *Question) Sentence() string { return q.Text }

// Audience is who may read it.
func (q *Question) Audience() Audience { return q.Readers }

// ConsultationKind says how parties meet.
type ConsultationKind string

// How parties meet.
const (
	ConsultationMeeting   ConsultationKind = "meeting"   // of all parties
	ConsultationBilateral ConsultationKind = "bilateral" // between some of them
	ConsultationThematic  ConsultationKind = "thematic"
	ConsultationSurvey    ConsultationKind = "survey" // in writing
)

// ConsultationKinds holds them in the order in which they are offered.
var ConsultationKinds = []ConsultationKind{ConsultationMeeting, ConsultationBilateral, ConsultationThematic, ConsultationSurvey}

// Consultation is a meeting of parties on the implementation of the treaty.
type Consultation struct {
	Entry
	Treaty    ID
	Kind      ConsultationKind
	Title     string
	Place     string
	Date      Date
	Until     Date     // its last day; zero: one day
	Parties   []string // codes; none: all
	Agenda    []AgendaItem
	Record    string // what was said and found
	Lang      Lang   // of the record
	FollowUps []FollowUp
	Readers   Audience
}

// AgendaItem is one item of an agenda.
type AgendaItem struct {
	Title     string
	Provision ID // zero: of none
	Question  ID // that is taken up; zero: none
}

// FollowUp is what somebody is to do after a meeting.
type FollowUp struct {
	What string
	Who  string // code; "": everybody
	By   Date   // zero: without a day
	Done Date   // zero: not done
}

// Check refuses a meeting without a title or a day, and one that ends before it begins.
func (c *Consultation) Check() error {
	switch {
	case c.Title == "":
		return E(CodeUntitled)
	case c.Date.IsZero():
		return E(CodeUndated)
	case !c.Until.IsZero() && c.Until.Before(c.Date):
		return E(CodeBackward)
	}
	return nil
}

// Concerns are the provisions on its agenda.
func (c *Consultation) Concerns() (out []ID) {
	for _, a := range c.Agenda {
		if !a.Provision.IsZero() {
			out = append(out, a.Provision)
		}
	}
	return out
}

// HangsOn is its treaty.
func (c *Consultation) HangsOn() []ID { return []ID{c.Treaty} }

// Sentence is its title.
func (c *Consultation) Sentence() string { return c.Title }

// Audience is who may read of it.
func (c *Consultation) Audience() Audience { return c.Readers }

// Contact is a point of contact of a party, for a time.
type Contact struct {
	Entry
	Treaty  ID
	Party   string // code
	Name    string
	Office  string
	Address string // mail, telephone
	From    Date   // zero: always
	Until   Date   // the last day; zero: it goes on
}

// Check refuses a point of contact of nobody, without a name, or that ends before it begins.
func (c *Contact) Check() error {
	switch {
	case c.Party == "":
		return E(CodeNobody)
	case c.Name == "" && c.Office == "":
		return E(CodeUntitled)
	case !c.Until.IsZero() && c.Until.Before(c.From):
		return E(CodeBackward)
	}
	return nil
}

// Concerns is nothing: who is to be asked is asked of everything.
func (c *Contact) Concerns() []ID { return nil }

// HangsOn is its treaty.
func (c *Contact) HangsOn() []ID { return []ID{c.Treaty} }

// Sentence is who it is.
func (c *Contact) Sentence() string {
	if c.Name == "" {
		return c.Office
	}
	return c.Name
}

// Audience is everybody: a point of contact is there to be known.
func (c *Contact) Audience() Audience { return AudienceAll }
