package compilation

import (
	"bytes"
	"reflect"
	"testing"

	"travaux/data"
)

func TestFormComesBack(t *testing.T) {
	day, _ := data.ParseDate("2026-07-01")
	c := &Compilation{
		Symbol: "A/AC.999/2026/INF.2", Title: "Textual proposals <compiled>", Date: day, Lang: data.English,
		Entries: []Entry{
			{Article: "6 bis", Proponents: []string{"Egypt on behalf of NAM", "مصر"}, Kind: data.ProposalAdd, Text: "One.\nTwo & three.", Rationale: "Because.", Source: "p. 4"},
			{Article: "preamble", Proponents: []string{"Kenya"}, Kind: data.ProposalSuppress, Text: "Delete"},
			{Article: "7", Proponents: []string{"Kenya"}, Kind: data.ProposalNoChange},
		},
	}
	written := c.Encode()
	read, err := Decode(written)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(read, c) {
		t.Errorf("read back\n%+v, not\n%+v", read, c)
	}
	if !bytes.Equal(read.Encode(), written) {
		t.Error("written again it differs")
	}
	if opened, err := Open(append([]byte("\xef\xbb\xbf"), written...)); err == nil && len(opened.Entries) != 3 {
		t.Errorf("opened with %d entries", len(opened.Entries))
	}
}

func TestFormIsChecked(t *testing.T) {
	entry := func(members string) string {
		return `{"format":"travaux-proposals/1","entries":[{"article":"1","proponents":["Kenya"],"text":"x"},{` + members + `}]}`
	}
	for name, c := range map[string]struct {
		form, where string
		code        data.Code
	}{
		"no JSON":               {`{"format":`, "JSON", CodeForm},
		"two documents":         {entry(`"article":"1","proponents":["K"],"text":"x"`) + `{}`, "JSON", CodeForm},
		"another version":       {`{"format":"travaux-proposals/2","entries":[]}`, "format", CodeForm},
		"no entries":            {`{"format":"travaux-proposals/1","entries":[]}`, "", CodeNothing},
		"a day there is not":    {`{"format":"travaux-proposals/1","date":"2026-02-30","entries":[]}`, "date", CodeForm},
		"a language of others":  {`{"format":"travaux-proposals/1","language":"de","entries":[]}`, "language", CodeForm},
		"a misspelt member":     {entry(`"article":"1","proponents":["K"],"txt":"x"`), "JSON", CodeForm},
		"no article":            {entry(`"article":" ","proponents":["K"],"text":"x"`), "entries[1].article", CodeForm},
		"nobody":                {entry(`"article":"1","proponents":[" "],"text":"x"`), "entries[1].proponents", CodeForm},
		"no words":              {entry(`"article":"1","proponents":["K"]`), "entries[1].text", CodeForm},
		"a kind there is not":   {entry(`"article":"1","proponents":["K"],"kind":"move","text":"x"`), "entries[1].kind", CodeForm},
		"not in UTF-8":          {"{\"format\":\"travaux-proposals/1\",\"title\":\"\xff\",\"entries\":[]}", "UTF-8", CodeForm},
		"something else":        {`{"a":1}`, "format", CodeForm},
		"a dump with no text":   {`{"metadata":{"sections":[{"heading":null,"text":"i"}]}}`, "", CodeNothing},
		"a dump of no sections": {`{"metadata":{"sections":[]}}`, "format", CodeForm},
	} {
		t.Run(name, func(t *testing.T) {
			open := Open
			if c.where == "UTF-8" || c.where == "JSON" {
				open = Decode
			}
			_, err := open([]byte(c.form))
			e, ok := err.(*data.Error)
			if !ok || e.Code != c.code || c.where != "" && e.Args["where"] != c.where {
				t.Errorf("gives %v, not %s at %q", err, c.code, c.where)
			}
		})
	}
}

func TestBy(t *testing.T) {
	for name, c := range map[string]struct {
		written []string
		want    []data.Proponent
	}{
		"a State":                    {[]string{"Kenya"}, []data.Proponent{{State: "KEN"}}},
		"for a group":                {[]string{"Egypt on behalf of NAM"}, []data.Proponent{{State: "EGY", For: "NAM"}}},
		"States together":            {[]string{"Kenya, Peru and Norway"}, []data.Proponent{{State: "KEN"}, {State: "PER"}, {State: "NOR"}}},
		"the same twice":             {[]string{"Kenya", "Kenya"}, []data.Proponent{{State: "KEN"}}},
		"the Union keeps its States": {[]string{"European Union and its Member States"}, []data.Proponent{{Name: "European Union and its Member States"}}},
		"an organization with and":   {[]string{"Society for Rivers and Lakes"}, []data.Proponent{{Name: "Society for Rivers and Lakes"}}},
		"in another language":        {[]string{"Кения"}, []data.Proponent{{State: "KEN"}}},
		"submitted by":               {[]string{"Submitted by: Kenya"}, []data.Proponent{{State: "KEN"}}},
	} {
		t.Run(name, func(t *testing.T) {
			if got := (Entry{Proponents: c.written}).By(); !reflect.DeepEqual(got, c.want) {
				t.Errorf("gives %+v, not %+v", got, c.want)
			}
		})
	}
}
