// Package capture reads what a note-taker types while others speak: "egy nam -" is
// Egypt, on behalf of the Non-Aligned Movement, opposing what is on screen.
//
// It imports data and data/states, never the desk: where a number is in the text,
// and which proposal has a number, the caller says (Context).
//
// The line, in this order:
//
//	who      one or several speakers, separated by commas or "and": a State, an
//	         observer or an organization, then, if it speaks for one, a group; or a
//	         group alone. Codes, names, aliases and beginnings of them, in any of
//	         the six languages. A name in quotation marks is taken as it is.
//	how      + support, - oppose, ~ flexible, ? question, r reserve; by itself or
//	         at the end of the last name
//	         without a name it is who has the floor
//	words    what was said, if anything; in quotation marks every sign is a word
//	= words  what is proposed, to the end of the line
//
// and anywhere, each by itself: @5.2 another provision than the one on screen, @dusk
// the issue with that word in its title, #2 a proposal on the provision by its number,
// ! not sure, !! somebody else says so, * said to us alone. A backslash before a sign among the words makes it a part of them. Write
// is the other way round: a view as a line.
//
// Invariants:
//   - no letter is lost: every one is in the speakers, a sign, or the words;
//   - nobody is guessed: what may mean several is a Fault until one is chosen;
//   - the same line in the same context is always the same Entry.
package capture

import (
	"slices"

	"travaux/data"
	"travaux/data/states"
)

// Context is what a line is read in.
type Context struct {
	Provision data.ID                           // on screen; zero: none
	Issue     data.ID                           // meant instead of Provision; zero: none
	Floor     data.Speaker                      // who has the floor, and is meant where no name is typed; zero: nobody
	Lang      data.Lang                         // of the words
	Place     func(typed string) []data.ID      // the provisions that a number after @ may mean, best first; nil: none
	Issues    func(typed string) []data.ID      // the issues that a word after @ may mean, if it is no provision; nil: none
	Proposals func(provision data.ID) []data.ID // those on a provision, by their numbers from 1; nil: none
}

// Entry is a line that was read. Its spans count letters of the line (runes).
type Entry struct {
	Who        []Who
	Floor      data.Speaker  // where no name was typed: who has the floor
	Attitude   data.Attitude // AttitudeSilent: not typed yet
	Confidence data.Confidence
	Private    bool
	Words      string
	Proposed   string
	Lang       data.Lang // of Words and Proposed; "" where there are none

	Provision data.ID // zero: none, an issue, or a fault
	Proposal  data.ID
	Issue     data.ID // zero: a provision, or a fault
	At        *Sign   // the @ that names the provision or issue; nil: the one on screen
	Card      *Sign   // the # that names the proposal

	Faults []Fault // what keeps it from being recorded, in the order of the line
}

// Who is one speaker as typed.
type Who struct {
	Party, Group *Part // at least one is set
}

// Part is one name in the line, and whom it may mean.
type Part struct {
	Span  Span
	Typed string
	Found []states.Found // best first; none: it is not in the register
	Sure  bool           // the first of Found is meant
	Plain bool           // typed in quotation marks: a name that is taken as it is
}

// Sign is a directive in the line.
type Sign struct {
	Span  Span
	Typed string // without the sign
}

// Span is a part of the line: runes [Start, End).
type Span struct{ Start, End int }

// Fault is one thing that keeps a line from being recorded.
type Fault struct {
	Code FaultCode
	Span Span  // the part of the line; empty for what is missing
	Part *Part // of FaultUnknown and FaultAmbiguous
}

// FaultCode says what is wrong.
type FaultCode string

// Faults; catalogue family "capture.fault".
const (
	FaultNobody     FaultCode = "nobody"      // no speaker
	FaultUnknown    FaultCode = "unknown"     // nobody of that name
	FaultAmbiguous  FaultCode = "ambiguous"   // several of that name
	FaultAttitude   FaultCode = "attitude"    // no + - ~ ? r
	FaultNowhere    FaultCode = "nowhere"     // no provision on screen, and none named
	FaultNoPlace    FaultCode = "no-place"    // no provision of that number
	FaultIssues     FaultCode = "issues"      // several issues with that word
	FaultNoProposal FaultCode = "no-proposal" // no proposal of that number
)

// Faults holds all codes.
var Faults = []FaultCode{FaultNobody, FaultUnknown, FaultAmbiguous, FaultAttitude, FaultNowhere, FaultNoPlace, FaultIssues, FaultNoProposal}

// Complete reports whether it can be recorded.
func (e Entry) Complete() bool { return len(e.Faults) == 0 }

// Goes reports whether the line says nothing but which provision to show.
func (e Entry) Goes() bool {
	return e.At != nil && !e.Provision.IsZero() && e.bare()
}

func (e Entry) bare() bool {
	return len(e.Who) == 0 && e.Attitude == "" && e.Words == "" && e.Proposed == "" && e.Card == nil && !e.Private && e.Confidence == ""
}

// Empty reports whether nothing was typed.
func (e Entry) Empty() bool { return e.At == nil && e.bare() }

// Speaker is who a Who is, as far as it is known.
func (w Who) Speaker() data.Speaker {
	var s data.Speaker
	if w.Party != nil {
		s.Code, s.Name = w.Party.named()
	}
	if w.Group != nil {
		s.For, s.ForName = w.Group.named()
	}
	return s
}

// named is the code of who is meant, or the name as typed.
func (p *Part) named() (code, name string) {
	if !p.Plain && len(p.Found) > 0 {
		return p.Found[0].Code, ""
	}
	return "", p.Typed
}

// Speakers are all who are meant, each once.
func (e Entry) Speakers() []data.Speaker {
	var out []data.Speaker
	if !e.Floor.IsZero() {
		out = append(out, e.Floor)
	}
	for _, w := range e.Who {
		if s := w.Speaker(); !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// Views are the views that a complete line records, one for each speaker.
func (e Entry) Views() []data.View {
	var out []data.View
	for _, by := range e.Speakers() {
		out = append(out, data.View{
			Provision: e.Provision, Proposal: e.Proposal, Issue: e.Issue, By: by, Attitude: e.Attitude,
			Confidence: e.Confidence, Words: e.Words, Proposed: e.Proposed, Lang: e.Lang, Private: e.Private,
		})
	}
	return out
}

// Choose is the line with another name in the place of a part of it: that of a
// candidate, in a form that means nobody else.
func Choose(line string, p *Part, by states.Found, reg *states.Register) string {
	return replace(line, p.Span, typeable(by, reg))
}

// TakePlain is the line with a part of it taken as a name that is not in the
// register.
func TakePlain(line string, p *Part) string { return replace(line, p.Span, `"`+p.Typed+`"`) }

func replace(line string, at Span, by string) string {
	runes := []rune(line)
	start, end := min(max(at.Start, 0), len(runes)), min(max(at.End, 0), len(runes))
	return string(runes[:start]) + by + string(runes[max(start, end):])
}
