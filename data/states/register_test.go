package states

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"travaux/data"
)

func day(s string) data.Date {
	d, err := data.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func TestTheRegisterHoldsTheMembersByRegion(t *testing.T) {
	r := Standard()
	if n := len(r.Counted()); n != 193 {
		t.Errorf("%d counted", n)
	}
	of := map[string]int{}
	for _, code := range r.Counted() {
		of[r.Region(code, day("2026-11-01"))]++
	}
	for group, want := range map[Group]int{Africa: 54, AsiaPacific: 54, EasternEurope: 23, LatinAmerica: 33, WesternEurope: 29} {
		if of[string(group)] != want {
			t.Errorf("%s has %d, not %d", group, of[string(group)], want)
		}
	}
	if !slices.Contains(r.Members(string(AsiaPacific), day("2026-11-01")), "TUR") || r.Region("TUR", day("2026-11-01")) != string(WesternEurope) {
		t.Error("Türkiye sits in one regional group only, or is counted in the wrong one")
	}
}

// The counts are those that the groups give of themselves on those days.
func TestGroupsHaveTheMembersTheyHad(t *testing.T) {
	r := Standard()
	for _, c := range []struct {
		group, day string
		want       int
		in, out    string
	}{
		{"g77", "2026-01-01", 134, "PSE", "MEX"},
		{"nam", "2023-01-01", 120, "FJI", "SSD"},
		{"nam", "2024-07-01", 121, "SSD", "MEX"},
		{"eu", "2026-01-01", 27, "HRV", "GBR"},
		{"eu", "2020-01-31", 28, "GBR", "TUR"},
		{"eu", "2020-02-01", 27, "FRA", "GBR"},
		{"eu", "1990-01-01", 12, "GBR", "SWE"},
		{"eu-candidates", "2026-01-01", 9, "UKR", "HRV"},
		{"arab", "2026-01-01", 22, "SYR", "IRN"},
		{"arab", "2015-01-01", 21, "COM", "SYR"},
		{"oic", "2026-01-01", 57, "PSE", "IND"},
		{"asean", "2025-10-25", 10, "KHM", "TLS"},
		{"asean", "2025-10-26", 11, "TLS", "PNG"},
		{"caricom", "2026-01-01", 14, "HTI", "CUB"},
		{"pif", "2026-01-01", 16, "COK", "TLS"}, // 18 with French Polynesia and New Caledonia
		{"psids", "2026-01-01", 12, "FSM", "AUS"},
		{"aosis", "2026-01-01", 39, "SGP", "BHR"},
		{"sids", "2026-01-01", 37, "BLZ", "COK"},
		{"celac", "2026-01-01", 33, "BRA", "USA"},
		{"celac", "2021-01-01", 32, "MEX", "BRA"},
		{"sica", "2026-01-01", 8, "DOM", "MEX"},
		{"mercosur", "2026-01-01", 5, "BOL", "VEN"},
		{"mercosur", "2016-12-01", 5, "VEN", "BOL"},
		{"mercosur", "2024-08-06", 4, "URY", "BOL"},
		{"ldc", "2025-01-01", 44, "SEN", "STP"},
		{"ldc", "2023-01-01", 46, "BTN", "VUT"},
		{"ldc", "2026-11-23", 44, "BGD", "STP"},
		{"ldc", "2026-11-24", 41, "YEM", "NPL"},
		{"lldc", "2026-01-01", 32, "MKD", "SRB"},
		{"gcc", "2026-01-01", 6, "OMN", "YEM"},
		{"guam", "2026-01-01", 4, "UKR", "UZB"},
		{"cis", "2026-01-01", 9, "ARM", "GEO"},
		{"csto", "2026-01-01", 6, "ARM", "UZB"},
		{"eaeu", "2026-01-01", 5, "KGZ", "UZB"},
		{"sco", "2026-01-01", 10, "BLR", "TKM"},
		{"brics", "2023-12-31", 5, "ZAF", "EGY"},
		{"brics", "2024-01-01", 9, "EGY", "IDN"},
		{"brics", "2026-01-01", 10, "IDN", "SAU"},
		{"nordic", "2026-01-01", 5, "ISL", "EST"},
		{"nordic-baltic", "2026-01-01", 8, "EST", "POL"},
		{"baltic", "2026-01-01", 3, "LVA", "FIN"},
		{"benelux", "2026-01-01", 3, "LUX", "FRA"},
		{"visegrad", "2026-01-01", 4, "HUN", "AUT"},
		{"canz", "2026-01-01", 3, "CAN", "USA"},
		{"juscanz", "2026-01-01", 5, "JPN", "NOR"},
		{"jusscannz", "2026-01-01", 7, "NOR", "GBR"},
		{"mikta", "2026-01-01", 5, "TUR", "CHN"},
		{"umbrella", "2026-01-01", 11, "GBR", "RUS"},
		{"umbrella", "2022-03-08", 12, "RUS", "BLR"},
		{"eig", "2026-01-01", 6, "GEO", "NOR"},
		{"lmdc", "2026-01-01", 24, "CHN", "BRA"},
		{"like-minded-ict", "2024-07-10", 12, "ZWE", "ZAF"},
		{"ecowas", "2025-01-28", 15, "MLI", "MRT"},
		{"ecowas", "2025-01-29", 12, "CPV", "MLI"},
		{"sadc", "2026-01-01", 16, "COM", "KEN"},
		{"cplp", "2026-01-01", 9, "TLS", "ESP"},
	} {
		t.Run(c.group+" "+c.day, func(t *testing.T) {
			got := r.Members(c.group, day(c.day))
			if len(got) != c.want || !slices.Contains(got, c.in) || slices.Contains(got, c.out) {
				t.Errorf("%d members, not %d; wanted %s and not %s among %v", len(got), c.want, c.in, c.out, got)
			}
			for _, code := range got {
				if !slices.Contains(r.GroupsOf(code, day(c.day)), c.group) {
					t.Errorf("%s does not know of it", code)
				}
			}
		})
	}
}

func TestTheRegisterIsWhole(t *testing.T) {
	r := Standard()
	inScript := func(where string, w data.Words) {
		t.Helper()
		for _, lang := range data.Langs {
			text := w[lang]
			if text == "" || strings.TrimSpace(text) != text || strings.Contains(text, "'") {
				t.Errorf("%s %s: %q", where, lang, text)
			}
			if script := scripts[lang]; script != nil && !strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(script, r) }) {
				if latin := strings.ToUpper(text) == text; !latin { // BRICS is BRICS
					t.Errorf("%s %s: not in the language's script: %q", where, lang, text)
				}
			}
		}
	}
	kinds := map[data.PartyKind]int{}
	for _, p := range r.Parties() {
		kinds[p.Kind]++
		inScript(p.Code, p.Names)
		if p.Kind == data.PartyMember {
			inScript(p.Code+" formal", p.Formal)
		}
	}
	if kinds[data.PartyMember] != 193 || kinds[data.PartyObserver] != 4 || kinds[data.PartyOrganization] < 20 || len(kinds) != 3 {
		t.Errorf("parties: %v", kinds)
	}
	for _, g := range r.Groups() {
		inScript(g.Code, g.Names)
		inScript(g.Code+" short", g.Short)
		if !slices.Contains(data.GroupKinds, g.Kind) || g.Source == "" || len(g.Members) == 0 {
			t.Errorf("%s: kind %q, source %q, %d members", g.Code, g.Kind, g.Source, len(g.Members))
		}
		for i, m := range g.Members {
			if _, known := r.Party(m.Code); !known || !m.To.IsZero() && !m.From.Before(m.To) {
				t.Errorf("%s: %+v", g.Code, m)
			}
			for _, other := range g.Members[:i] {
				if other.Code == m.Code && (other.On(m.From) || m.On(other.From)) {
					t.Errorf("%s: %s twice at a time", g.Code, m.Code)
				}
			}
		}
	}
	for _, row := range rows(membershipTable) {
		if _, known := r.Group(row["group"]); !known {
			t.Errorf("memberships of %q, which is no group", row["group"])
		}
	}
}

func TestARegisterWithMoreIsAnother(t *testing.T) {
	nam, _ := Standard().Group("nam")
	nam.Members = nam.Members[:3]
	egypt, _ := Standard().Party("EGY")
	egypt.Aliases = []string{"nile"}
	r := Standard().With([]data.Party{egypt}, []data.Grouping{nam}, nil)
	if n := len(r.Members("nam", day("2026-01-01"))); n != 3 {
		t.Errorf("%d members of what was corrected", n)
	}
	if n := len(Standard().Members("nam", day("2026-01-01"))); n != 121 {
		t.Errorf("%d members of what ships", n)
	}
	if len(r.Parties()) != len(Standard().Parties()) || len(r.Groups()) != len(Standard().Groups()) || len(r.Counted()) != 193 {
		t.Error("a correction added somebody")
	}
	if got := r.Find("nile"); len(got) != 1 || got[0].Code != "EGY" {
		t.Errorf("an alias finds %v", got)
	}
}

func TestWhatTheTablesSayIsReadInEveryLanguage(t *testing.T) {
	cited := regexp.MustCompile(`^(A/RES/[0-9/]+)?$`)
	said := map[string]bool{}
	for _, table := range []string{membershipTable, groupTable, othersTable} {
		for _, row := range rows(table) {
			said[row["source"]] = true
		}
	}
	for _, row := range rows(membershipTable) {
		for _, lang := range data.Langs {
			if source := row["source"]; !cited.MatchString(source) && lang != data.English && Note(source, lang) == source {
				t.Errorf("%s: %q is not translated into %s", row["group"], source, lang)
			}
		}
		if strings.Contains(row["source"], "to be checked") {
			t.Errorf("%s: nothing is left to be checked", row["group"])
		}
	}
	for en, words := range notesOf() {
		if !said[en] || len(words) != len(data.Langs) {
			t.Errorf("%q: nobody says it, or not in six languages: %v", en, words)
		}
	}
	if got := Note("Heard in the corridor", data.French); got != "Heard in the corridor" {
		t.Errorf("a person's own words are %q", got)
	}
}
