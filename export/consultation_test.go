package export

import (
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/consult"
	"travaux/translations"
)

func TestTheExchangeOfViewsInEveryLanguage(t *testing.T) {
	lit := data.Obligation{Entry: data.Entry{ID: data.ID{4}}, Provision: data.ID{8}, Must: "shall light its lanterns"}
	said := []data.Question{
		{Entry: data.Entry{ID: data.ID{3}}, Kind: data.QuestionAsked, By: "XBO", To: []string{"XAM"}, Text: "Are they lit?", Date: disputeDay("2030-02-01"), Obligation: lit.ID},
		{Entry: data.Entry{ID: data.ID{5}}, Kind: data.QuestionComment, By: "XCO", Text: "Oil is dear.", Date: disputeDay("2029-12-01")},
		{Entry: data.Entry{ID: data.ID{1}}, Kind: data.QuestionAsked, By: "XAM", Text: "How are lamps counted?", Date: disputeDay("2030-01-01"), Due: disputeDay("2030-02-01"), Provisions: []data.ID{{9}}},
		{Entry: data.Entry{ID: data.ID{2}}, Thread: data.ID{1}, Kind: data.QuestionAnswered, By: "XBO", Text: "By hand.", Date: disputeDay("2030-01-20")},
	}
	for _, lang := range data.Langs {
		p := PublicExchange{
			Lang: lang, Treaty: "Convention on Lanterns", Day: disputeDay("2030-02-11"), Threads: consult.Threads(said, []string{"XAM", "XBO", "XCO"}, disputeDay("2030-02-11")),
			Names: map[string]string{"XAM": "Amaria", "XBO": "Borealis", "XCO": "Corvia"}, Paths: map[data.ID]string{{9}: "ch1/art2/1", {8}: "ch1/art3"}, Obligations: map[data.ID]data.Obligation{lit.ID: lit},
			Meetings: []data.Consultation{{Kind: data.ConsultationMeeting, Title: "First meeting", Date: disputeDay("2030-02-01"), Until: disputeDay("2030-02-03"), Place: "Port Amaria", Agenda: []data.AgendaItem{{Title: "The count", Provision: data.ID{9}}, {Title: "Other matters"}}, Record: "All spoke.", FollowUps: []data.FollowUp{{What: "Write down the count", Who: "XCO", By: disputeDay("2030-03-01")}, {What: "Send a list", Done: disputeDay("2030-02-10")}}}},
		}
		text := Exchange(p, translations.New(string(lang))).Text()
		if unspoken.MatchString(text) || strings.Contains(text, "{") {
			t.Errorf("%s:\n%s", lang, text)
		}
		golden(t, "exchange."+string(lang)+".txt", text)
		for _, want := range []string{"How are lamps counted?", "By hand.", "Corvia", "All spoke.", "Write down the count"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s does not say %q in\n%s", lang, want, text)
			}
		}
		if lang == data.English && !strings.Contains(text, "Corvia has not answered for 41 days; the answer was due on 1 February 2030, 10 days ago.") {
			t.Errorf("since when it is unanswered is not said in\n%s", text)
		}
	}
}
