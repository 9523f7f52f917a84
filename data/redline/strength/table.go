package strength

import (
	"embed"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"travaux/data"
)

//go:embed tables/*.tsv
var files embed.FS

// Classes that only the tables know.
const (
	noStrength Class = "none"       // looks like an expression of strength and is none: "as may be necessary"
	bareVerb   Class = "verb"       // binds by its form, in a main clause only: "adopte"
	finiteVerb Class = "finite"     // a verb that does not bind, but is the verb of its clause: "existe"
	definition Class = "definition" // the sentence defines a term, and its verbs do not bind: "on entend"
)

// trait is what a word does in the reading of clauses. The tables list words
// by the names below.
type trait uint16

const (
	filler      trait = 1 << iota // may interrupt an expression: "also"
	relative                      // opens a clause that describes a noun: "qui"
	condition                     // opens another clause that is not a main clause: "si"
	consequence                   // after a comma, ends a condition: "то"
	negative                      // at its beginning, turns a sentence into its contrary: "aucun"
	fronted                       // at its beginning, shows that its verb comes later: "وفقا"
	subject                       // stands beside its verb: "partie", "ils", "الدول"
	governor                      // makes of the word after it a noun, or a verb that depends: "de", "أن"
	ambiguous                     // is a verb or a noun: "demande"
	lookalike                     // only looks like a verb: "комитет"
)

var traits = map[string]trait{
	"filler": filler, "relative": relative, "condition": condition, "consequence": consequence, "negative": negative,
	"fronted": fronted, "subject": subject, "governor": governor, "ambiguous": ambiguous, "other": lookalike,
}

// ranks are those of the classes where a row gives none.
var ranks = map[Class]int{
	Prohibition: 90, Obligation: 90, Endeavour: 70, Recommendation: 50, Permission: 20,
	Weakening: 10, Strengthening: 10, bareVerb: 90, noStrength: 0, finiteVerb: 0, definition: 0,
}

// entry is a row of a table.
type entry struct {
	expression string
	class      Class
	rank       int
}

// table is the expressions of one language, and the traits of its words.
type table struct {
	entries []entry
	root    *node
	traits  map[string]trait
}

var tables = func() map[data.Lang]func() (*table, error) {
	all := map[data.Lang]func() (*table, error){}
	for _, lang := range data.Langs {
		all[lang] = sync.OnceValues(func() (*table, error) { return readTable(lang) })
	}
	return all
}()

// tableOf returns the table of a language, or nil for any but the six. The
// tables are part of the program; that they can be read is tested.
func tableOf(lang data.Lang) *table {
	read := tables[lang]
	if read == nil {
		return nil
	}
	t, err := read()
	if err != nil {
		return nil
	}
	return t
}

func readTable(lang data.Lang) (*table, error) {
	name := "tables/" + string(lang) + ".tsv"
	content, err := files.ReadFile(name)
	if err != nil {
		return nil, err
	}
	t := &table{root: &node{}, traits: map[string]trait{}}
	n := 0
	for line := range strings.Lines(string(content)) {
		n++
		line = strings.TrimRight(line, "\r\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if err := t.row(strings.Split(line, "\t"), lang); err != nil {
			return nil, fmt.Errorf("%s, line %d: %w", name, n, err)
		}
	}
	return t, nil
}

// row enters a row: class or trait, rank or nothing, expression or words.
func (t *table) row(cells []string, lang data.Lang) error {
	if len(cells) < 3 {
		return fmt.Errorf("%d cells", len(cells))
	}
	if trait := traits[cells[0]]; trait != 0 {
		for _, w := range strings.Split(cells[2], "/") {
			t.traits[fold(w)] |= trait
		}
		return nil
	}
	e := entry{expression: cells[2], class: Class(cells[0])}
	rank, known := ranks[e.class]
	if !known {
		return fmt.Errorf("unknown class %q", e.class)
	}
	if e.rank = rank; cells[1] != "" {
		var err error
		if e.rank, err = strconv.Atoi(cells[1]); err != nil {
			return err
		}
	}
	t.entries = append(t.entries, e)
	return t.root.add(strings.Fields(e.expression), lang, len(t.entries)-1)
}

// is reports whether a word has a trait.
func (t *table) is(w word, what trait) bool { return t.traits[w.text]&what != 0 }
