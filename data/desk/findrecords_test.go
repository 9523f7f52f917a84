package desk_test

import (
	"reflect"
	"slices"
	"testing"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/search"
)

// recorded writes a record of every kind of book, each with words of its own in the
// languages that it has.
func recorded(t *testing.T, d *desk.Desk, p data.ID) map[string]string {
	t.Helper()
	day := viewsDay("2030-01-10")
	in := func(en, ru string) data.Words { return data.Words{data.English: en, data.Russian: ru} }
	due := data.Due{Kind: data.DueAlways}
	treaty := one(t)(d.Treaties().Set(ctx, data.Treaty{Title: in("Convention on wombats", "Конвенция о вомбатах"), Depositary: in("Keeper of wombats", "")}))
	one(t)(d.Instruments().Set(ctx, data.Instrument{Treaty: treaty.ID, Party: "KEN", Kind: data.InstrumentSignature, Date: day, Remark: "signed on the quay"}))
	one(t)(d.Reservations().Set(ctx, data.Reservation{Treaty: treaty.ID, Party: "KEN", Kind: data.ReservationMade, Provisions: []data.ID{p}, Text: "no burrows are counted", Lang: data.English, Date: day}))
	a := one(t)(d.Amendments().Set(ctx, data.Amendment{Treaty: treaty.ID, Kind: data.AmendmentText, Title: in("Deeper burrows", "Норы глубже"), Proposed: day, Edits: []data.AmendmentEdit{{Op: data.EditReplace, Provision: p, Text: in("Burrows are nine feet deep.", "")}}}))
	one(t)(d.AmendmentActs().Set(ctx, data.AmendmentAct{Amendment: a.ID, Party: "KEN", Kind: data.ActAccept, Date: day, Remark: "by telegram from the port"}))
	one(t)(d.Theses().Set(ctx, data.Thesis{Part: "general", Heading: in("Nocturnal peace", "Ночной покой"), Text: in("Wombats sleep by day.", "")}))
	one(t)(d.Sourcings().Set(ctx, data.Sourcing{Provision: p, Sources: []data.SourceRef{{Symbol: "W/RES/7", Pointer: "para. 3", Quote: "every burrow is a home", Lang: data.English}}}))
	one(t)(d.Discordances().Set(ctx, data.Discordance{Provision: p, Kind: data.DiscordanceSeen, Confirmed: true, Remark: "the Russian has moles"}))
	one(t)(d.Coverings().Set(ctx, data.Covering{Requirement: "secretariat", Decision: data.CoveringNeedless, Note: "the zoo does it"}))
	one(t)(d.PartyQuestions().Set(ctx, data.Question{Treaty: treaty.ID, Kind: data.QuestionAsked, By: "KEN", Text: "How are pouches counted?", Lang: data.English, Date: day, Provisions: []data.ID{p}}))
	one(t)(d.Consultations().Set(ctx, data.Consultation{Treaty: treaty.ID, Kind: data.ConsultationMeeting, Title: "Burrow day", Date: day, Record: "Everybody dug.", FollowUps: []data.FollowUp{{What: "bring better spades"}}}))
	one(t)(d.Contacts().Set(ctx, data.Contact{Treaty: treaty.ID, Party: "KEN", Name: "Ada Digger", Address: "ada@burrow.example"}))
	x := one(t)(d.Disputes().Set(ctx, data.Dispute{Treaty: treaty.ID, Title: "Case of the collapsed tunnel", Claimants: []string{"KEN"}, Answering: []string{"NOR"}, Raised: day, Claims: []data.Claim{{By: "KEN", Text: "x", Relief: "that it be dug anew"}}}))
	one(t)(d.DisputeSteps().Set(ctx, data.DisputeStep{Dispute: x.ID, Means: data.MeansNegotiation, Act: data.DisputeAsked, By: "KEN", Date: day, Text: "talks below ground", Lang: data.English}))
	one(t)(d.DisputePapers().Set(ctx, data.DisputePaper{Dispute: x.ID, Kind: data.DisputeAssessment, Title: "Tunnel chances", Date: day, Text: "the props were rotten"}))
	o := one(t)(d.Obligations().Set(ctx, data.Obligation{Treaty: treaty.ID, Provision: p, Obliged: data.ObligedParties, Must: "shall prop every gallery", Due: due}))
	c := one(t)(d.Cycles().Set(ctx, data.Cycle{Treaty: treaty.ID, Title: in("Year of the gallery", "Год галереи"), Opens: day, Due: day}))
	one(t)(d.PartyReports().Set(ctx, data.PartyReport{Cycle: c.ID, Party: "KEN", Received: day, Symbol: "W/REP/4", Text: "all props stand"}))
	one(t)(d.Assessments().Set(ctx, data.Assessment{Party: "KEN", Obligation: o.ID, Provision: p, Grade: data.GradeUnmet, Day: day, Text: "half the props are gone", Confidential: true}))
	one(t)(d.Reviews().Set(ctx, data.Review{Cycle: c.ID, Party: "KEN", Reviewers: []string{"NOR"}, Text: "a visit underground"}))
	one(t)(d.Draws().Set(ctx, data.Draw{Cycle: c.ID, Date: day, Rules: data.DrawRules{Reviewers: 1}, Seed: "7 pouches 9", Witness: "the Bureau", Pool: []data.Ticket{{Party: "KEN"}, {Party: "NOR"}}}))
	one(t)(d.Templates().Set(ctx, data.Template{Name: "Burrow blue"}))
	one(t)(d.Papers().Set(ctx, data.Paper{Order: data.PaperOrder{Kind: "position", Words: in("Pouches first.", "")}, Name: "marsupial-views", Langs: data.Langs, Draft: 1}))
	return map[string]string{
		"burrow blue": "template", "marsupial": "paper", "pouches first": "paper",
		"on wombats": "treaty", "вомбатах": "treaty", "keeper of wombats": "treaty", "the quay": "instrument", "burrows are counted": "reservation",
		"deeper burrows": "amendment", "норы": "amendment", "nine feet": "amendment", "telegram": "amendment-act", "ночной": "thesis", "sleep by day": "thesis",
		"w/res/7": "sourcing", "is a home": "sourcing", "has moles": "discordance", "the zoo": "covering", "pouches counted": "question",
		"burrow day": "consultation", "everybody dug": "consultation", "better spades": "consultation", "ada@burrow": "contact", "collapsed": "dispute", "dug anew": "dispute",
		"below ground": "dispute-step", "rotten": "dispute-paper", "tunnel chances": "dispute-paper", "prop every": "obligation", "год галереи": "cycle",
		"w/rep/4": "party-report", "props stand": "party-report", "half the props": "assessment", "underground": "review", "7 pouches": "draw",
	}
}

// one is what a book has written.
func one(t *testing.T) func(any, error) data.Entry {
	return func(it any, err error) data.Entry {
		t.Helper()
		must(t, err)
		return reflect.ValueOf(it).FieldByName("Entry").Interface().(data.Entry)
	}
}

// TestRecordsOfTheLifeOfTheTreatyAreFound: each kind by its own words, by those alone
// who may read it; what is not for everybody is confidential.
func TestRecordsOfTheLifeOfTheTreatyAreFound(t *testing.T) {
	c := newCrew(t)
	text, err := c.Current()
	must(t, err)
	kinds := recorded(t, c.Desk, text.Provisions[3].ID)
	ours := map[string]data.Right{
		"thesis": data.RightReadPositions, "sourcing": data.RightReadPositions, "covering": data.RightReadPositions, "paper": data.RightReadPositions,
		"dispute-paper": data.RightReadInstructions, "assessment": data.RightReadInstructions,
	}
	seen := map[string]bool{}
	for query, kind := range kinds {
		for i, role := range data.Roles {
			must(t, c.WorkAs(c.members[role]))
			found, err := c.Search(query, data.English, 20)
			must(t, err)
			right, narrow := ours[kind]
			if may := !narrow || has(right, i); (len(found) > 0) != may {
				t.Errorf("%q (%s), %s: %+v", query, kind, role, found)
				continue
			}
			for _, it := range found {
				seen[it.Kind] = true
				if it.Kind != kind || it.Entity.IsZero() || it.Class.Confidential() != narrow || it.At != -1 {
					t.Errorf("%q (%s), %s: %+v", query, kind, role, it)
				}
			}
		}
	}
	for _, kind := range desk.BookKinds {
		if !seen[kind] {
			t.Errorf("no %s was found", kind)
		}
	}
	must(t, c.WorkAs(c.members[data.RoleHead]))
	must(t, c.Contacts().Delete(ctx, c.Contacts().All()[0].ID))
	if found, err := c.Search("ada@burrow", data.English, 20); err != nil || len(found) > 0 {
		t.Errorf("what was deleted is found: %+v, %v", found, err)
	}
	if found, _ := c.Search("burrows are counted", data.English, 20); !slices.ContainsFunc(found, func(it search.Item) bool { return it.Provision == text.Provisions[3].ID }) {
		t.Errorf("the reservation leads to %+v", found)
	}
}
