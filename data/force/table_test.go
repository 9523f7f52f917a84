package force_test

import (
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/force"
)

var tableWords = force.Words{
	Party: func(s string) (string, bool) {
		code, ok := map[string]string{"ken": "KEN", "kenya": "KEN", "peru": "PER", "european union": "EUR"}[strings.ToLower(s)]
		return code, ok
	},
	Kind: func(s string) (data.InstrumentKind, bool) {
		if s == "ratified" {
			s = "ratification"
		}
		for _, k := range data.InstrumentKinds {
			if string(k) == s {
				return k, true
			}
		}
		return "", false
	},
}

func TestReadTable(t *testing.T) {
	for _, c := range []struct{ name, line, want string }{
		{"code, kind, date", "KEN,ratification,2003-12-09", "KEN ratification 2003-12-09"},
		{"semicolons and a name", "Kenya; ratified ;9 Dec 2003", "KEN ratification 2003-12-09"},
		{"semicolons of Arabic", "Kenya؛ ratified؛ 2003-12-09", "KEN ratification 2003-12-09"},
		{"a remark with a comma", "KEN,accession,2003-12-09,by note, in French", "KEN accession 2003-12-09"},
		{"a depositary's list", "Kenya\t9 Dec 2003\t9 Dec 2003", "KEN signature 2003-12-09 KEN ratification 2003-12-09"},
		{"only signed", "Peru\t10 Dec 2003\t", "PER signature 2003-12-10"},
		{"acceded", "Peru\t\t16 Nov 2004 a", "PER accession 2004-11-16"},
		{"approved", "European Union\t15 Sep 2005\t12 Nov 2008 AA", "EUR signature 2005-09-15 EUR approval 2008-11-12"},
		{"accepted", "Peru\t \t16 November 2004 A", "PER acceptance 2004-11-16"},
		{"in quotation marks", `"Peru","signature","2004-11-16"`, "PER signature 2004-11-16"},
		{"a heading", "Participant\tSignature\tRatification", string(data.CodeNobody)},
		{"nobody", "Atlantis,ratification,2004-11-16", string(data.CodeNobody)},
		{"no such day", "KEN,ratification,2003-02-29", string(data.CodeUndated)},
		{"no such day in words", "KEN\t29 Feb 2003", string(data.CodeUndated)},
		{"no date", "KEN", string(data.CodeUndated)},
		{"no kind", "KEN,abstained,2003-02-28", string(force.CodeKind)},
		{"an unknown letter", "KEN\t\t9 Dec 2003 x", string(force.CodeKind)},
	} {
		t.Run(c.name, func(t *testing.T) {
			lines := force.ReadTable(data.ID{7}, "\n"+c.line+"\r\n", tableWords)
			if len(lines) != 1 || lines[0].Number != 2 || lines[0].Text != c.line {
				t.Fatalf("lines: %+v", lines)
			}
			got := []string{}
			for _, i := range lines[0].Instruments {
				if i.Treaty != (data.ID{7}) {
					t.Error("of another treaty")
				}
				got = append(got, i.Party, string(i.Kind), i.Date.String())
			}
			if lines[0].Code != "" {
				got = append(got, string(lines[0].Code))
			}
			if s := strings.Join(got, " "); s != c.want {
				t.Errorf("got %s, want %s", s, c.want)
			}
		})
	}
}

func FuzzReadTable(f *testing.F) {
	f.Add("KEN,ratification,2003-12-09\n\nPeru\t\t16 Nov 2004 a")
	f.Fuzz(func(t *testing.T, table string) {
		lines := force.ReadTable(data.ID{}, table, tableWords)
		want := 0
		for _, l := range strings.Split(table, "\n") {
			if strings.TrimSpace(l) != "" {
				want++
			}
		}
		if len(lines) != want {
			t.Fatalf("%d lines of %d", len(lines), want)
		}
		for _, l := range lines {
			if (l.Code == "") != (len(l.Instruments) > 0) {
				t.Fatalf("neither read nor said why: %+v", l)
			}
			for _, i := range l.Instruments {
				if i.Party == "" || i.Date.IsZero() || i.Kind == "" {
					t.Fatalf("half an instrument: %+v", i)
				}
			}
		}
	})
}
