package data

import "strings"

// Thesis is one point of the concept of a convention, before it is treaty language:
// words of the delegation's own, or a model clause with the values of its
// parameters. Theses stand in one another; those without parent are the articles
// and chapters to come.
type Thesis struct {
	Entry
	Parent  ID
	Order   int    // among those that stand in the same
	Part    string // of the convention in which it is to stand (data/concept); of one with a parent, that of the parent counts
	Heading Words
	Text    Words
	Sources []SourceRef
	Clause  string         // the model clause that it is; "": words of its own
	Values  map[string]int // of the parameters of the clause; what is missing has its default
	Became  ID             // the provision that was made of it; zero: none yet
}

// SourceRef is what a thesis or a provision rests on: a place of a work of the
// library, and its words there.
type SourceRef struct {
	Work    ID     // zero: a work that the library does not have
	Symbol  string // or what else the work is called by
	Pointer string // as in Paragraph
	Quote   string
	Lang    Lang // of the quotation
}

// Check refuses a thesis that says nothing, and a source that names nothing.
func (t *Thesis) Check() error {
	if t.Clause == "" && t.Heading.In(English) == "" && t.Text.In(English) == "" {
		return E(CodeWordless)
	}
	return checkSources(t.Sources)
}

func checkSources(all []SourceRef) error {
	for _, s := range all {
		if s.Work.IsZero() && strings.TrimSpace(s.Symbol) == "" {
			return E(CodeWordless)
		}
	}
	return nil
}

// Concerns is the provision that was made of it.
func (t *Thesis) Concerns() []ID {
	if t.Became.IsZero() {
		return nil
	}
	return []ID{t.Became}
}

// Sentence is what it says: of a model clause, which one it is.
func (t *Thesis) Sentence() string {
	if h := t.Heading.In(English); h != "" {
		return h
	}
	if s := t.Text.In(English); s != "" {
		return s
	}
	return t.Clause
}

// Audience is that of its kind: a concept is the delegation's own until it is handed in.
func (t *Thesis) Audience() Audience { return AudienceAll }

// Sourcing says what a provision rests on.
type Sourcing struct {
	Entry
	Provision ID
	Sources   []SourceRef
}

// Check refuses sources of nothing, and a source that names nothing.
func (s *Sourcing) Check() error {
	if s.Provision.IsZero() {
		return E(CodeWordless)
	}
	return checkSources(s.Sources)
}

// Concerns is the provision.
func (s *Sourcing) Concerns() []ID { return []ID{s.Provision} }

// Sentence names the sources.
func (s *Sourcing) Sentence() string {
	var names []string
	for _, x := range s.Sources {
		names = append(names, strings.TrimSpace(x.Symbol+" "+x.Pointer))
	}
	return strings.Join(names, "; ")
}

// Audience is that of its kind.
func (s *Sourcing) Audience() Audience { return AudienceAll }
