package mechanism_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"travaux/data"
	"travaux/data/clause"
	"travaux/data/intake"
	"travaux/data/mechanism"
	"travaux/data/sample"
	"travaux/data/text"
)

// provisions reads a shared document and skips where the shared data are absent.
func provisions(tb testing.TB, name string, lang data.Lang) []data.Provision {
	tb.Helper()
	dir, err := os.Getwd()
	for ; err == nil && dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
	}
	content, err := os.ReadFile(filepath.Join(dir, "..", "shared", "data", name))
	if err != nil {
		tb.Skip("the shared treaties are not on this machine")
	}
	return read(tb, name, content, lang)
}

func read(tb testing.TB, name string, content []byte, lang data.Lang) []data.Provision {
	tb.Helper()
	src, err := intake.Read(context.Background(), name, content)
	if err != nil {
		tb.Fatal(err)
	}
	o := text.Parse(src, lang)
	all := make([]data.Provision, len(o.Nodes))
	for i, n := range o.Nodes {
		all[i] = data.Provision{ID: data.NewID(), Kind: n.Kind, Path: n.Path, Order: i, Text: map[data.Lang]data.Rendering{lang: {Label: n.Label, Heading: n.Heading, Text: n.Text}}}
		if up := o.Parent(i); up >= 0 {
			all[i].Parent = all[up].ID
		}
	}
	return all
}

// covered is which articles cover a requirement, by the last element of their paths.
func covered(all []data.Provision, c mechanism.Covered) string {
	var out []string
	for _, place := range c.Places {
		i := slices.IndexFunc(all, func(p data.Provision) bool { return p.ID == place.Provision })
		path := all[i].Path
		out = append(out, path[strings.LastIndexByte(path, '/')+1:])
	}
	return strings.Join(out, " ")
}

// byHand is what covers what, read by hand; a requirement that is not named is missing.
var byHand = map[string]map[string]string{
	"cybercrime": {
		"monitoring.reports": "art57", "monitoring.review": "art57", "monitoring.body": "art57",
		"amendment.proposal": "art66", "amendment.adoption": "art66", "amendment.force": "art66", "amendment.protocols": "art61 art62",
		"exchange.meetings": "art57", "exchange.information": "art55", "exchange.contacts": "art41",
		"disputes.negotiation": "art63", "disputes.binding": "art63",
		"conference": "art57", "secretariat": "art58",
		"signature": "art64", "participation": "art64", "entry": "art65", "denunciation": "art67", "depositary": "art68", "languages": "art68", "testimonium": "witness",
		"purpose": "art1", "terms": "art2", "scope": "art3", "implementation": "art59", "relation": "art60",
	},
	"orbital": {
		"monitoring.reports": "art16", "monitoring.review": "art16", "monitoring.body": "art16",
		"amendment.proposal": "art18", "amendment.adoption": "art18", "amendment.force": "art18", "amendment.protocols": "art18", "amendment.annexes": "art18",
		"exchange.meetings": "art15", "exchange.information": "art17", "exchange.contacts": "art12",
		"disputes.negotiation": "art19", "disputes.third": "art19", "disputes.binding": "art19",
		"conference": "art15", "secretariat": "art15",
		"signature": "art20", "participation": "art20", "entry": "art21", "reservations": "art22", "denunciation": "art23", "depositary": "art24", "languages": "art24",
		"purpose": "art1", "terms": "art2", "scope": "art3", "implementation": "art5",
	},
	"arms trade": {
		"monitoring.reports": "art13", "monitoring.review": "art17", "monitoring.body": "art17",
		"amendment.proposal": "art20", "amendment.adoption": "art20", "amendment.force": "art20",
		"exchange.meetings": "art17", "exchange.information": "art5 art11 art15", "exchange.contacts": "art5",
		"disputes.negotiation": "art19", "disputes.third": "art19", "disputes.binding": "art19",
		"conference": "art17", "secretariat": "art18",
		"signature": "art21", "participation": "art21", "entry": "art22", "reservations": "art25", "denunciation": "art24", "depositary": "art27", "languages": "art28",
		"purpose": "art1", "scope": "art2", "implementation": "art5", "relation": "art26", // the file ends without a testimonium
	},
	"minamata": {
		"monitoring.reports": "art21", "monitoring.review": "art22", "monitoring.body": "art15",
		"amendment.proposal": "art26", "amendment.adoption": "art26", "amendment.force": "art26", "amendment.annexes": "art27",
		"exchange.meetings": "art23", "exchange.information": "art17", "exchange.contacts": "art17",
		"disputes.negotiation": "art25", "disputes.third": "art25", "disputes.binding": "art25",
		"conference": "art23", "secretariat": "art24",
		"signature": "art29", "participation": "art30", "entry": "art31", "reservations": "art32", "denunciation": "art33", "depositary": "art34", "languages": "art35",
		"testimonium": "witness", "purpose": "art1", "terms": "art2",
	},
	"budapest": {
		"monitoring.review":  "art46",
		"amendment.proposal": "art44", "amendment.adoption": "art44", "amendment.force": "art44",
		"exchange.information": "art46", "exchange.consultations": "art46", "exchange.contacts": "art35",
		"disputes.negotiation": "art45", "disputes.binding": "art45",
		"signature": "art36", "participation": "art36 art37", "entry": "art36", "reservations": "art42", "denunciation": "art47", "depositary": "art36", "languages": "witness",
		"testimonium": "witness", "terms": "art1", "relation": "art39",
	},
	"fish stocks": { // many headings of the file stand in the text of their articles
		"monitoring.review":  "art36",
		"amendment.proposal": "art45", "amendment.adoption": "art45", "amendment.force": "art45", "amendment.annexes": "art48",
		"exchange.information": "art10 art17",
		"disputes.negotiation": "art27", "disputes.third": "art27", "disputes.binding": "art30",
		"signature":     "art37 art45", // 45 opens amendments for signature: that is for a person to see
		"participation": "art38 art39", "entry": "art40", "reservations": "art42", "denunciation": "art46", "depositary": "art49", "languages": "art50",
		"testimonium": "art50", "purpose": "art2", "terms": "art1", "scope": "art1 art3", "relation": "art44",
	},
}

func TestCoverOfTheCybercrimeConventionInSixLanguages(t *testing.T) {
	for _, lang := range data.Langs {
		t.Run(string(lang), func(t *testing.T) {
			compare(t, provisions(t, "akn/A_RES_79_243_"+string(lang)+".xml", lang), lang, byHand["cybercrime"])
		})
	}
}

func compare(t *testing.T, all []data.Provision, lang data.Lang, want map[string]string) {
	t.Helper()
	for _, c := range mechanism.Cover(all, lang) {
		if got := covered(all, c); got != want[c.Name] {
			t.Errorf("%s: covered by %q, want %q", c.Name, got, want[c.Name])
		}
	}
}

// TestCoverOfTheSampleInSixLanguages holds the six texts of the sample's next draft to
// what a person finds in them.
func TestCoverOfTheSampleInSixLanguages(t *testing.T) {
	for _, lang := range data.Langs {
		t.Run(string(lang), func(t *testing.T) {
			name, content := sample.Next(lang)
			compare(t, read(t, name, content, lang), lang, byHand["orbital"])
		})
	}
}

// TestParamsOfARequirementAreItsOwn holds what is read for requirements that share an
// article, in all six texts of the sample.
func TestParamsOfARequirementAreItsOwn(t *testing.T) {
	for _, lang := range data.Langs {
		name, content := sample.Next(lang)
		all := mechanism.Cover(read(t, name, content, lang), lang)
		kinds := func(name string) (out []clause.Kind) {
			for _, p := range mechanism.Params(all, name) {
				out = append(out, p.Kind)
			}
			return out
		}
		for name, want := range map[string][]clause.Kind{
			"amendment.proposal": {clause.Ahead, clause.Standstill}, "amendment.adoption": {clause.Consensus, clause.Majority},
			"amendment.force": {clause.Amended, clause.Majority, clause.Amended}, "amendment.protocols": nil, "amendment.annexes": {clause.Amended},
			"entry": {clause.Entry, clause.Instruments, clause.Later}, "exchange.meetings": {clause.Limit, clause.Interval},
		} {
			got := kinds(name)
			slices.Sort(got)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("%s, %s: %q, want %q", lang, name, got, want)
			}
		}
	}
}

func TestCoverOfRealTreaties(t *testing.T) {
	for name, file := range map[string]string{"arms trade": "treaties/arms-trade-treaty.md", "minamata": "treaties/minamata.md", "budapest": "treaties/budapest-convention-185.md", "fish stocks": "treaties/fish-stocks-agreement-1995.txt"} {
		t.Run(name, func(t *testing.T) { compare(t, provisions(t, file, data.English), data.English, byHand[name]) })
	}
}

func BenchmarkRead(b *testing.B) {
	all := provisions(b, "akn/A_RES_79_243_en.xml", data.English)
	b.ResetTimer()
	for range b.N {
		mechanism.Read(all, data.English)
	}
	if each := b.Elapsed() / time.Duration(b.N); each > time.Second {
		b.Errorf("reading takes %v", each)
	}
}
