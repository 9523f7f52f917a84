package export

import (
	"strings"
	"testing"
	"time"

	"travaux/data"
	"travaux/data/clause"
	"travaux/data/mechanism"
	"travaux/translations"
)

// checklist is the coverage of an invented convention, in whatever language its
// paper is.
func checklist(lang data.Lang) Coverage {
	var text []data.Provision
	paths := map[data.ID]string{}
	add := func(kind data.Kind, parent data.ID, path, heading, words string) data.ID {
		p := data.Provision{ID: data.ID{byte(len(text) + 1)}, Parent: parent, Kind: kind, Path: path, Order: len(text), Text: map[data.Lang]data.Rendering{data.English: {Heading: heading, Text: words}}}
		text = append(text, p)
		paths[p.ID] = path
		return p.ID
	}
	art := add(data.KindArticle, data.ID{}, "art7", "Settlement of disputes", "")
	add(data.KindParagraph, art, "art7/1", "", "The parties to a dispute shall settle it by negotiation.")
	add(data.KindParagraph, art, "art7/2", "", "A dispute that is not settled within six months may be submitted to arbitration.")
	art = add(data.KindArticle, data.ID{}, "art8", "Entry into force", "")
	add(data.KindParagraph, art, "art8/1", "", "This Convention shall enter into force on the first day of the month following the expiration of a period of three months after the deposit of the twentieth instrument.")
	art = add(data.KindArticle, data.ID{}, "art9", "Amendments", "")
	add(data.KindParagraph, art, "art9/1", "", "A Party may propose an amendment after the expiry of five years from the entry into force of this Convention. It is adopted by a two-thirds majority of the Parties present and voting.")
	add(data.KindArticle, data.ID{}, "art10", "Depositary and languages", "The Custodian of the Lights shall be the depositary. The Arabic and Chinese texts are equally authentic.")
	decisions := []data.Covering{{Requirement: "secretariat", Decision: data.CoveringNeedless, Note: "we pay for none"}}
	return Coverage{
		Lang: lang, Title: "Convention on lighthouses", State: "Ardenne", Symbol: "LH/1/Rev.2", Date: data.Date{Year: 2031, Month: time.May, Day: 6}, Paths: paths,
		Standings: mechanism.Read(text, data.English).Decide(decisions),
		Beside: []Beside{{Name: "Treaty on buoys", Params: map[string][]clause.Param{
			"entry":        {{Kind: clause.Instruments, Number: 40}, {Kind: clause.Entry, Delay: data.Delay{Days: 90}}, {Kind: clause.Uncounted}},
			"denunciation": {{Kind: clause.Notice, Delay: data.Delay{Years: 1}}},
		}}},
	}
}

func TestCoveragePaperSaysWhatItShould(t *testing.T) {
	for _, lang := range data.Langs {
		got := CoveragePaper(checklist(lang), translations.New(string(lang))).Text()
		golden(t, "coverage."+string(lang)+".txt", got)
		if strings.Contains(got, "we pay for none") {
			t.Errorf("%s: the reason of a decision is in the paper", lang)
		}
	}
}

func TestEveryParameterHasWords(t *testing.T) {
	for _, lang := range data.Langs {
		loc := translations.New(string(lang))
		for _, kind := range clause.Kinds {
			p := clause.Param{
				Kind: kind, Number: 3, Delay: data.Delay{Years: 1, Months: 2, Days: 3, FirstOfMonth: true}, Share: clause.Share{Part: 2, Whole: 3, Of: clause.OfVoting},
				Means: clause.Mediation, Date: data.Date{Year: 2031, Month: time.May, Day: 6}, Langs: []data.Lang{data.Arabic}, Words: "the Custodian",
			}
			if words := ParamWords(p, loc); words == "" || strings.Contains(words, "clause.") || strings.Contains(words, "{") {
				t.Errorf("%s, %s: %q", lang, kind, words)
			}
		}
		for _, m := range clause.AllMeans {
			if words := ParamWords(clause.Param{Kind: clause.Settlement, Means: m}, loc); words == "" || strings.Contains(words, "clause.") {
				t.Errorf("%s, %s: %q", lang, m, words)
			}
		}
		for _, r := range mechanism.Requirements {
			if !loc.Has("requirement."+r.Name) || !loc.Has("coverage.group."+string(r.Group)) {
				t.Errorf("%s: %s has no name", lang, r.Name)
			}
		}
	}
}
