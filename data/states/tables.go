package states

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"travaux/data"
)

// The tables beside this file; each has its sources and its form in its head.
var (
	//go:embed formal.tsv
	formalTable string
	//go:embed others.tsv
	othersTable string
	//go:embed aliases.tsv
	aliasTable string
	//go:embed groups.tsv
	groupTable string
	//go:embed memberships.tsv
	membershipTable string
	//go:embed notes.tsv
	noteTable string
)

// rows reads a table: lines of cells by the names in its first line, without those
// that begin with #.
func rows(table string) []map[string]string {
	var columns []string
	var out []map[string]string
	for line := range strings.Lines(table) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, "\t")
		if columns == nil {
			columns = cells
			continue
		}
		row := map[string]string{}
		for i, cell := range cells {
			row[columns[i]] = cell
		}
		out = append(out, row)
	}
	return out
}

// words are the cells of a row of which the columns are named prefix and language.
func words(row map[string]string, prefix string) data.Words {
	out := data.Words{}
	for _, lang := range data.Langs {
		if text := row[prefix+string(lang)]; text != "" {
			out[lang] = text
		}
	}
	return out
}

// listed are the parts of a cell between separators.
func listed(cell, separator string) []string {
	var out []string
	for _, part := range strings.Split(cell, separator) {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// aliasesOf are what is typed for States whose names are written otherwise, by code.
var aliasesOf = sync.OnceValue(func() map[string][]string {
	of := map[string][]string{}
	for _, row := range rows(aliasTable) {
		of[row["code"]] = listed(row["aliases"], ",")
	}
	return of
})

// unterm is the source of the names of the Member States.
const unterm = "UNTERM"

// shipped are the participants that ship with the program.
func shipped() []data.Party {
	formal := map[string]data.Words{}
	for _, row := range rows(formalTable) {
		formal[row["code"]] = words(row, "")
	}
	var out []data.Party
	for _, s := range table() {
		out = append(out, data.Party{
			Code: s.Code, Kind: data.PartyMember, Names: s.Names, Formal: formal[s.Code], Aliases: aliasesOf()[s.Code], Source: unterm,
		})
	}
	for _, row := range rows(othersTable) {
		out = append(out, data.Party{
			Code: row["code"], Kind: data.PartyKind(row["kind"]), Names: words(row, ""), Formal: words(row, "formal "),
			Aliases: listed(row["aliases"], ","), Source: row["source"],
		})
	}
	return out
}

// groupings are the groups that ship with the program, the regional ones with the
// members that members.tsv gives them.
func groupings() []data.Grouping {
	of := map[string][]data.Membership{}
	for _, s := range table() {
		of[string(s.Group)] = append(of[string(s.Group)], data.Membership{Code: s.Code})
	}
	for _, row := range rows(membershipTable) {
		of[row["group"]] = memberships(of[row["group"]], row)
	}
	var out []data.Grouping
	for _, row := range rows(groupTable) {
		out = append(out, data.Grouping{
			Code: row["code"], Kind: data.GroupKind(row["kind"]), Names: words(row, ""), Short: words(row, "short "),
			Aliases: listed(row["aliases"], ","), Members: of[row["code"]], Source: row["source"],
		})
	}
	return out
}

// memberships adds those of one row. A row of the same days on somebody who is
// there already, as a regional group has the States of members.tsv, replaces that
// membership: it says more about it.
func memberships(list []data.Membership, row map[string]string) []data.Membership {
	from, fromErr := data.ParseDate(row["from"])
	to, toErr := data.ParseDate(row["to"])
	if fromErr != nil || toErr != nil {
		panic("states: a date in memberships.tsv is none") // the table ships with the program
	}
	for _, code := range listed(row["members"], " ") {
		bare := strings.Trim(code, "()")
		m := data.Membership{Code: bare, From: from, To: to, Source: row["source"], Beside: bare != code}
		list = slices.DeleteFunc(list, func(old data.Membership) bool {
			return old.Code == m.Code && old.From == m.From && old.To == m.To
		})
		list = append(list, m)
	}
	return list
}

// notesOf are what the tables say in English of memberships and groups, in each
// language, by the English.
var notesOf = sync.OnceValue(func() map[string]data.Words {
	of := map[string]data.Words{}
	for _, row := range rows(noteTable) {
		of[row["en"]] = words(row, "")
	}
	return of
})

// Note is what a shipped table says in a source, in a language; what it does not
// hold, as a person wrote it or as the number of a resolution, stays as it is.
func Note(source string, lang data.Lang) string {
	if said := notesOf()[source][lang]; said != "" {
		return said
	}
	return source
}
