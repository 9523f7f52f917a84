package strength

import (
	"strings"
	"testing"

	"travaux/data"
)

// TestEveryRowIsFound writes the plainest text of each expression and finds
// that expression in it, not another that hides it.
func TestEveryRowIsFound(t *testing.T) {
	for _, lang := range data.Langs {
		table, err := readTable(lang)
		if err != nil {
			t.Fatal(err)
		}
		for n, e := range table.entries {
			text := sample(e.expression, lang)
			best, _ := table.longest(split(text, lang), 0)
			switch {
			case best.entry < 0 || best.end != len(split(text, lang)):
				t.Errorf("%s: %q is not found in %q", lang, e.expression, text)
			case best.entry != n && table.entries[best.entry].class != e.class:
				t.Errorf("%s: %q in %q is hidden by %q", lang, e.expression, text, table.entries[best.entry].expression)
			}
		}
	}
}

// sample is the plainest text of an expression: the first alternatives, with
// nothing that may be missing.
func sample(expression string, lang data.Lang) string {
	var words []string
	for _, element := range strings.Fields(expression) {
		switch {
		case strings.HasSuffix(element, "?"), element == "~", strings.HasPrefix(element, ".."):
			continue
		case element == "_":
			element = "ok"
		case element == "#":
			element = "7"
		}
		element, _, _ = strings.Cut(element, "/")
		words = append(words, strings.TrimSuffix(element, "*"))
	}
	if lang == data.Chinese {
		return strings.Join(words, "")
	}
	return strings.ReplaceAll(strings.Join(words, " "), "' ", "'")
}

func TestTablesAreClean(t *testing.T) {
	for _, lang := range data.Langs {
		content, err := files.ReadFile("tables/" + string(lang) + ".tsv")
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(content), "# Sources") {
			t.Errorf("%s: no sources", lang)
		}
		seen := map[string]bool{}
		for line := range strings.Lines(string(content)) {
			cells := strings.Split(strings.TrimRight(line, "\n"), "\t")
			switch {
			case strings.HasPrefix(line, "#"):
			case len(cells) < 3 || len(cells) > 4 || cells[2] != strings.TrimSpace(cells[2]) || cells[2] == "":
				t.Errorf("%s: bad row %q", lang, line)
			case seen[cells[2]] && traits[cells[0]] == 0:
				t.Errorf("%s: %q is given twice", lang, cells[2])
			case traits[cells[0]] == 0:
				seen[cells[2]] = true
			}
		}
	}
}
