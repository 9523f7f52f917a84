package desk

import (
	"testing"

	"travaux/data"
	"travaux/translations"
)

func TestProponentsAreNamed(t *testing.T) {
	egypt, jordan, chad := data.Proponent{State: "EGY"}, data.Proponent{State: "JOR"}, data.Proponent{State: "TCD"}
	forNAM := data.Proponent{State: "EGY", For: "NAM"}
	union := data.Proponent{Name: "Union of Lantern-Keeping States (ULKS)"}
	islands := data.Proponent{Name: "Pacific Islands Forum"}
	long := data.Proponent{Name: "Lanternmakersassociation"}
	for _, c := range []struct {
		name        string
		lang        string
		by          []data.Proponent
		ours        bool
		brief, full string
	}{
		{"a State", "en", []data.Proponent{egypt}, false, "EGY", "Egypt"},
		{"a State in French", "fr", []data.Proponent{egypt}, false, "EGY", "Égypte"},
		{"for a group", "en", []data.Proponent{forNAM}, false, "EGY, for NAM", "Egypt, on behalf of NAM"},
		{"for a group, in Chinese", "zh", []data.Proponent{forNAM}, false, "EGY（代表NAM）", "埃及（代表NAM）"},
		{"two", "en", []data.Proponent{egypt, jordan}, false, "EGY, JOR", "Egypt; Jordan"},
		{"three", "en", []data.Proponent{egypt, jordan, chad}, false, "EGY, JOR +1", "Egypt; Jordan; Chad"},
		{"three in Arabic", "ar", []data.Proponent{egypt, jordan, chad}, false, "\u2066EGY\u2069، \u2066JOR\u2069 +1", "مصر؛ الأردن؛ تشاد"},
		{"a group with its abbreviation", "en", []data.Proponent{union}, false, "ULKS", "Union of Lantern-Keeping States (ULKS)"},
		{"a group without one", "en", []data.Proponent{islands}, false, "Pacific…", "Pacific Islands Forum"},
		{"one long word", "en", []data.Proponent{long}, false, "Lanternmakersa…", "Lanternmakersassociation"},
		{"no State's code", "en", []data.Proponent{{State: "XYZ"}}, false, "XYZ", "XYZ"},
		{"nobody", "en", nil, false, "unnamed", "Proponent not named"},
		{"ours", "en", nil, true, "ours", "Our proposal"},
		{"ours with others", "en", []data.Proponent{egypt}, true, "ours", "Our proposal, with Egypt"},
	} {
		t.Run(c.name, func(t *testing.T) {
			loc, p := translations.New(c.lang), data.Proposal{Proponents: c.by, Ours: c.ours}
			if got := attribution(loc, p); got != c.brief {
				t.Errorf("briefly %q, not %q", got, c.brief)
			}
			if got := proponents(loc, p); got != c.full {
				t.Errorf("in full %q, not %q", got, c.full)
			}
		})
	}
}
