package desk

import (
	"encoding/json"

	"travaux/data"
)

// instructionDraft is all that an unrecorded form says, as it stands there: a
// date may be half typed.
type instructionDraft struct {
	Reference, Issuer, Date, Until, Text string
	Classification                       data.Classification
	Provisions                           []string // identities; none for the whole text
}

// draftOf is what the form for an instruction says before anybody typed.
func draftOf(i data.Instruction) instructionDraft {
	x := instructionDraft{
		Reference: i.Reference, Issuer: i.Issuer, Date: i.Date.String(), Until: i.ValidUntil.String(),
		Text: i.Text, Classification: i.Classification,
	}
	return x.on(i.Provisions)
}

func (x instructionDraft) on(provisions []data.ID) instructionDraft {
	x.Provisions = nil
	for _, id := range provisions {
		x.Provisions = append(x.Provisions, id.String())
	}
	return x
}

// scope is what the draft is to apply to.
func (x instructionDraft) scope() (out []data.ID) {
	for _, s := range x.Provisions {
		if id, err := data.ParseID(s); err == nil {
			out = append(out, id)
		}
	}
	return out
}

// String is the draft as the pad keeps it.
func (x instructionDraft) String() string {
	out, err := json.Marshal(x)
	if err != nil {
		panic(err) // it holds nothing but strings
	}
	return string(out)
}

// readDraft returns the draft that the pad holds under a key, if it does.
func readDraft(p *pad, key string) (x instructionDraft, ok bool) {
	text, ok := p.read(key)
	if !ok || json.Unmarshal([]byte(text), &x) != nil {
		return x, false
	}
	return x, true
}
