package sample

import "travaux/data"

// Thesis is a point of the concept from which the draft was made.
type Thesis struct {
	Key     string
	In      string // key of the thesis that it stands in; "": in none
	Part    string // of data/concept
	Heading data.Words
	Text    data.Words
	Clause  string // the model clause that it is; "": words of its own
	Values  map[string]int
	Symbol  string // of what it rests on; "": nothing
	Pointer string // of a paragraph of a work of the story, which it quotes; "": it is only named
	Became  string // path in the draft; "": nothing yet
}

// theses are the concept: seven points of the delegation's own words, one of them in
// another, and two model clauses.
func theses(w map[string]data.Words) []Thesis {
	const report = "A/AC.999/2025/9"
	own := func(key, in, part, symbol, pointer, became string) Thesis {
		return Thesis{
			Key: key, In: in, Part: part, Heading: w["thesis."+key], Text: w["thesis."+key+".text"],
			Symbol: symbol, Pointer: pointer, Became: became,
		}
	}
	return []Thesis{
		own("territory", "", "general", report, "para. 12", "ch1/art4/2"),
		own("essential", "", "substance", report, "para. 11", "ch2/art7/1"),
		own("relief", "essential", "", report, "para. 13", "ch2/art7bis/1"),
		own("debris", "", "substance", "A/RES/75/36", "", ""),
		own("assistance", "", "substance", report, "para. 16", "ch3/art11/2"),
		own("contact", "", "institutions", report, "para. 15", "ch3/art10/1"),
		own("directory", "contact", "", "", "", "ch3/art10/2"),
		own("monitoring", "", "monitoring", report, "para. 14", "ch4/art14/2"),
		{Key: "disputes", Part: "disputes", Clause: "disputes-binding"},
		{Key: "entry", Part: "final", Clause: "entry", Values: map[string]int{"number": 30}},
	}
}
