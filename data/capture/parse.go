package capture

import (
	"slices"
	"strconv"
	"strings"

	"travaux/data"
	"travaux/data/states"
)

// Parse reads a line. It never fails: what is wrong with the line, it says.
func Parse(line string, reg *states.Register, c Context) Entry {
	r := reader{line: []rune(line), reg: reg, context: c}
	r.read(split(r.line))
	return r.entry
}

type reader struct {
	line    []rune
	reg     *states.Register
	context Context
	entry   Entry
	names   []token
}

// read takes the tokens one after another: names up to the attitude, words behind
// it, directives anywhere.
func (r *reader) read(tokens []token) {
	var words []token
	proposed := -1
	for i := 0; i < len(tokens); i++ {
		if r.entry.Attitude == "" {
			if pieces := tokens[i].apart(); len(pieces) > 1 {
				tokens = slices.Replace(tokens, i, i+1, pieces...)
			}
		}
		t := tokens[i]
		kind, typed := t.directive()
		switch {
		case kind == '=':
			proposed = t.Start
		case kind != 0:
			r.direct(kind, Sign{t.Span, typed})
			continue
		case r.entry.Attitude != "":
			words = append(words, t)
			continue
		}
		if proposed >= 0 {
			break
		}
		name, attitude := t.attitude()
		if attitude == "" || name.text == "" && isLetter(t.text) && !r.anybody() {
			r.names = append(r.names, t)
			continue
		}
		if name.text != "" {
			r.names = append(r.names, name)
		}
		r.entry.Attitude = attitude
	}
	if proposed >= 0 {
		r.entry.Proposed = strings.TrimFunc(string(r.line[proposed+1:]), gap)
	}
	r.entry.Words = r.said(words)
	if r.entry.Words+r.entry.Proposed != "" {
		r.entry.Lang = r.context.Lang
	}
	r.where()
	if !r.entry.bare() || r.anybody() || !r.entry.Issue.IsZero() { // an issue is nowhere to go to
		r.who()
	}
}

// anybody reports whether a name was typed.
func (r *reader) anybody() bool {
	for _, t := range r.names {
		if !t.comma {
			return true
		}
	}
	return false
}

// said is what stands in the line behind the attitude, without the directives: as
// it was typed, but for the space around these, and for what keeps a sign a word.
func (r *reader) said(words []token) string {
	var out strings.Builder
	for i, w := range words {
		if i > 0 {
			between := string(r.line[words[i-1].End:w.Start])
			if strings.TrimFunc(between, gap) != "" {
				between = " " // a directive stood there
			}
			out.WriteString(between)
		}
		if typed := r.line[w.Start:w.End]; w.quoted {
			out.WriteString(string(typed))
		} else {
			out.WriteString(unescaped(typed))
		}
	}
	return strings.TrimFunc(out.String(), gap)
}

func (r *reader) direct(kind rune, s Sign) {
	switch kind {
	case '!':
		r.entry.Confidence = data.ConfidenceUnsure
		if s.Typed != "" {
			r.entry.Confidence = data.ConfidenceReported
		}
	case '*':
		r.entry.Private = true
	case '#':
		r.entry.Card = &s
	case '@':
		r.entry.At = &s
	}
}

func (r *reader) fault(code FaultCode, at Span, p *Part) {
	r.entry.Faults = append(r.entry.Faults, Fault{code, at, p})
}

// who reads the names.
func (r *reader) who() {
	var segment []token
	end := func() {
		r.entry.Who = append(r.entry.Who, speakers(segment, r.reg)...)
		segment = nil
	}
	for _, t := range r.names {
		if t.comma {
			end()
			continue
		}
		if t.text != "" { // quotation marks around nothing
			segment = append(segment, t)
		}
	}
	end()
	for _, w := range r.entry.Who {
		for _, p := range []*Part{w.Party, w.Group} {
			switch {
			case p == nil || p.Plain || p.Sure:
			case len(p.Found) == 0:
				r.fault(FaultUnknown, p.Span, p)
			default:
				r.fault(FaultAmbiguous, p.Span, p)
			}
		}
	}
	if len(r.entry.Who) == 0 && !r.context.Floor.IsZero() {
		r.entry.Floor = r.context.Floor
	} else if len(r.entry.Who) == 0 {
		r.fault(FaultNobody, Span{}, nil)
	}
	if r.entry.Attitude == "" {
		r.fault(FaultAttitude, Span{}, nil)
	}
}

// where finds the provision and the proposal, or the issue.
func (r *reader) where() {
	e := &r.entry
	switch {
	case e.At != nil:
		r.named(e.At.Typed)
	case !r.context.Issue.IsZero():
		e.Issue = r.context.Issue
	default:
		e.Provision = r.context.Provision
	}
	switch {
	case !e.Provision.IsZero():
	case !e.Issue.IsZero():
		if e.Card != nil {
			r.fault(FaultNoProposal, e.Card.Span, nil)
		}
		return
	case len(e.Faults) > 0:
		return
	case e.At != nil:
		r.fault(FaultNoPlace, e.At.Span, nil)
		return
	default:
		r.fault(FaultNowhere, Span{}, nil)
		return
	}
	if e.Card == nil {
		return
	}
	var cards []data.ID
	if r.context.Proposals != nil {
		cards = r.context.Proposals(e.Provision)
	}
	if n, err := strconv.Atoi(e.Card.Typed); err == nil && n >= 1 && n <= len(cards) {
		e.Proposal = cards[n-1]
	} else {
		r.fault(FaultNoProposal, e.Card.Span, nil)
	}
}

// named finds what is typed after @: a provision, else the one issue that is meant.
func (r *reader) named(typed string) {
	e := &r.entry
	if r.context.Place != nil {
		if list := r.context.Place(typed); len(list) > 0 {
			e.Provision = list[0]
			return
		}
	}
	if r.context.Issues == nil {
		return
	}
	switch list := r.context.Issues(typed); len(list) {
	case 0:
	case 1:
		e.Issue = list[0]
	default:
		r.fault(FaultIssues, e.At.Span, nil)
	}
}
