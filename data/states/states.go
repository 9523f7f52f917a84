// Package states knows the Member States of the United Nations: their names as
// the United Nations writes them in its six languages, and their regional
// groups.
//
// It imports only data, and x/text's normalisation. The table is members.tsv beside this file, with its
// sources in its head. Names of the Unicode CLDR are never used: they are
// politically wrong in a paper of the United Nations.
package states

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"travaux/data"
)

// Group is one of the five regional groups.
type Group string

// Regional groups, as they are counted for elections.
const (
	Africa        Group = "africa"
	AsiaPacific   Group = "asia-pacific"
	EasternEurope Group = "eastern-europe"
	LatinAmerica  Group = "latin-america"  // Latin American and Caribbean States
	WesternEurope Group = "western-europe" // Western European and other States
)

// State is a Member State.
type State struct {
	Code  string // ISO 3166-1 alpha-3
	Group Group
	Names data.Words // short name in all six languages, without an article
}

// All returns the 193 Member States in English alphabetical order. Order in
// another language is the business of translations.Localizer.
func All() []State { return slices.Clone(table()) }

// ByCode returns the State with that ISO 3166-1 alpha-3 code.
func ByCode(code string) (State, bool) {
	for _, s := range table() {
		if s.Code == code {
			return s, true
		}
	}
	return State{}, false
}

// Name returns the short name of a State in a language, "" if the code is
// none of a Member State.
func Name(code string, lang data.Lang) string {
	s, _ := ByCode(code)
	return s.Names.In(lang)
}

//go:embed members.tsv
var members string

var table = sync.OnceValue(func() []State {
	var columns []string
	var list []State
	for line := range strings.Lines(members) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
		if columns == nil {
			columns = cells
			continue
		}
		list = append(list, state(columns, cells))
	}
	return list
})

func state(columns, cells []string) State {
	s := State{Names: data.Words{}}
	for i, cell := range cells {
		switch columns[i] {
		case "code":
			s.Code = cell
		case "group":
			s.Group = Group(cell)
		default:
			s.Names[data.Lang(columns[i])] = cell
		}
	}
	return s
}
