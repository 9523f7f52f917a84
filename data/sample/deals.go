package sample

import "travaux/data"

// Deal is a package: what we accept, on which conditions.
type Deal struct {
	Title, Note data.Words
	Accepts     []string // paths
	Conditions  []DealCondition
	Author      string
}

// DealCondition is a condition of a deal, in words of no language: that a provision
// keeps its own, or that our stance on it stays.
type DealCondition struct {
	Path string
	Kind data.ConditionKind
}

// Charge says who is in charge of what, from when somebody else handed it over.
type Charge struct {
	Path   string
	Member string
	From   string // who handed it over; "" for nobody
	Note   data.Words
}

// deals are one that holds in both revisions and one that the later one breaks.
func deals(w map[string]data.Words) []Deal {
	return []Deal{
		{
			Title: w["deal.observers"], Note: w["deal.observers.note"], Author: Delegate,
			Accepts:    []string{"ch4/art15/4"},
			Conditions: []DealCondition{{"ch1/art1", data.ConditionKeeps}, {"ch4/art14/2", data.ConditionStance}},
		},
		{
			Title: w["deal.debris"], Note: w["deal.debris.note"], Author: Delegate,
			Accepts:    []string{"ch2/art9/1"},
			Conditions: []DealCondition{{"ch2/art7/3", data.ConditionKeeps}},
		},
	}
}

func charges(w map[string]data.Words) []Charge {
	return []Charge{
		{Path: "ch2", Member: Delegate},
		{Path: "ch4", Member: Adviser},
		{Path: "ch4/art17", Member: Delegate, From: Adviser, Note: w["hand-over.court"]},
	}
}
