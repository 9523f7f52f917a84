package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"travaux/data"
	"travaux/translations"
)

func auditSample() (AuditNames, []data.AuditLine) {
	p := data.ID{7}
	names := AuditNames{
		Person:    func(data.ID) string { return "=HYPERLINK(\"x\")" },
		Laptop:    func(string) string { return "laptop" },
		Provision: func(id data.ID) string { return map[data.ID]string{p: "Article 2"}[id] },
	}
	at := time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC)
	return names, []data.AuditLine{
		{Time: at, Device: "0011223344556677", Number: 3, What: "event.position.stance", Kind: "position", Provisions: []data.ID{p}, Before: "", After: "amend"},
		{Time: at, Number: 4, What: "event.comment", Kind: "comment", After: "+1, \"quoted\"\r\nsecond", Provisions: []data.ID{p, {9}}},
		{Time: at, Number: 5, What: "something.newer", Kind: "novelty"},
	}
}

func TestAuditTable(t *testing.T) {
	names, lines := auditSample()
	for _, lang := range data.Langs {
		var b bytes.Buffer
		if err := WriteAuditTable(&b, translations.New(string(lang)), names, lines); err != nil {
			t.Fatal(err)
		}
		text := b.String()
		rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\ufeff"))).ReadAll()
		if err != nil || len(rows) != 4 || len(rows[1]) != 9 {
			t.Fatalf("%s: %d rows, %v", lang, len(rows), err)
		}
		for _, row := range rows {
			for _, cell := range row {
				if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
					t.Errorf("%s: a spreadsheet takes %q for a formula", lang, cell)
				}
			}
		}
		if rows[1][8] == "amend" || rows[1][5] != "Article 2" || rows[3][4] != translations.New(string(lang)).T("audit.other") {
			t.Errorf("%s: %q", lang, rows)
		}
	}
}

func TestAuditLines(t *testing.T) {
	names, lines := auditSample()
	var b bytes.Buffer
	if err := WriteAuditLines(&b, translations.New("en"), names, lines); err != nil {
		t.Fatal(err)
	}
	got := strings.Split(strings.TrimSpace(b.String()), "\n")
	var first, second auditEntry
	if len(got) != 4 || !strings.Contains(got[0], "travaux-audit") || json.Unmarshal([]byte(got[1]), &first) != nil || json.Unmarshal([]byte(got[2]), &second) != nil {
		t.Fatalf("%q", got)
	}
	if first.Number != 3 || first.Sentence != "Stance" || second.After != lines[1].After || len(second.Provisions) != 1 {
		t.Errorf("%+v %+v", first, second)
	}
}
