package play_test

import (
	"slices"
	"testing"
	"time"

	"travaux/data"
	"travaux/data/amend"
	"travaux/data/clause"
	"travaux/data/concord"
	"travaux/data/consult"
	"travaux/data/desk"
	"travaux/data/dispute"
	"travaux/data/force"
	"travaux/data/library"
	"travaux/data/mechanism"
	"travaux/data/monitor"
	"travaux/data/obligation"
)

// day is the day in the session on which the sample is looked at.
var day = data.Date{Year: 2026, Month: time.November, Day: 28}

// TestTheFrameworkStandsBesideTheDraft: it is a text of its own in six languages, and
// the draft stays the only revision and the current text.
func TestTheFrameworkStandsBesideTheDraft(t *testing.T) {
	d := played(t, data.English)
	current, err := d.Current()
	if err != nil || current.Revision.Symbol != "A/AC.999/L.4/Rev.1" || len(d.Revisions()) != 1 || len(d.Beside()) != 1 {
		t.Fatalf("%s is current of %d revisions with %d texts beside them: %v", current.Revision.Symbol, len(d.Revisions()), len(d.Beside()), err)
	}
	text := frameworkOf(t, d)
	if diffs := text.Differences(); len(diffs) > 0 || len(text.Revision.Langs()) != 6 {
		t.Errorf("the language versions differ: %v", diffs)
	}
	articles := 0
	for _, p := range text.Provisions {
		if p.Kind == data.KindArticle {
			articles++
		}
		if _, there := current.Find(p.ID); there {
			t.Errorf("%s is a provision of the draft too", p.Path)
		}
	}
	if articles != 21 {
		t.Errorf("%d articles", articles)
	}
}

func frameworkOf(t *testing.T, d *desk.Desk) *desk.Text {
	t.Helper()
	treaty, ok := d.TheTreaty()
	if !ok {
		t.Fatal("there is no treaty")
	}
	text, err := d.Text(treaty.Revision)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// TestTheClausesOfTheFrameworkSayWhatIsRecorded reads the numbers of entry into force
// in every language, and that the four mechanisms are there.
func TestTheClausesOfTheFrameworkSayWhatIsRecorded(t *testing.T) {
	d := played(t, data.Russian)
	treaty, _ := d.TheTreaty()
	four := mechanism.Groups[:4]
	for _, lang := range data.Langs {
		for _, c := range mechanism.Cover(frameworkOf(t, d).Provisions, lang) {
			if c.Name == "entry" {
				if got := clause.Rule(c.Params); got.Number != treaty.Rule.Number || got.Delay != treaty.Rule.Delay || got.Later != treaty.Rule.Later {
					t.Errorf("%s: the clause says %+v, the record %+v", lang, got, treaty.Rule)
				}
			}
			if slices.Contains(four, c.Group) && c.Essential && len(c.Places) == 0 {
				t.Errorf("%s: the framework does not provide %s", lang, c.Name)
			}
		}
	}
}

func TestNineteenStatesAreBoundByTheFramework(t *testing.T) {
	d := played(t, data.French)
	treaty, _ := d.TheTreaty()
	on := force.On(treaty, d.Instruments().All(), d.Register().Organization, day)
	if want := (data.Date{Year: 2021, Month: time.June, Day: 28}); on.InForce != want || len(on.Parties()) != 19 {
		t.Errorf("in force on %v for %d", on.InForce, len(on.Parties()))
	}
	if s, _ := on.Of("XVE"); s.Ends != (data.Date{Year: 2026, Month: time.March, Day: 10}) {
		t.Errorf("Vestrell leaves on %v", s.Ends)
	}
	if s, _ := on.Of("XWE"); s.InForce != (data.Date{Year: 2026, Month: time.November, Day: 19}) {
		t.Errorf("Wendria is bound from %v", s.InForce)
	}
	if got := force.Declared(d.Reservations().All(), day, data.ReservationMade); len(got) != 1 || got[0].Party != "XTA" {
		t.Errorf("reservations that stand: %+v", got)
	}
}

// TestTheConceptRestsOnTheLibrary: six theses quote the library word for word, and four
// rest on nothing that it has.
func TestTheConceptRestsOnTheLibrary(t *testing.T) {
	for _, lang := range []data.Lang{data.English, data.Arabic, data.Chinese} {
		d := played(t, lang)
		quoted, became, without := 0, 0, 0
		for _, x := range d.Theses().All() {
			if !x.Became.IsZero() {
				became++
			}
			if len(x.Sources) == 0 {
				without++
			}
			for _, s := range x.Sources {
				q, known, err := d.CheckSource(s)
				if err != nil || known && q.Verdict != library.Exact {
					t.Errorf("%s: %q is %v: %v", lang, s.Quote, q.Verdict, err)
				}
				if known {
					quoted++
				}
			}
		}
		if quoted != 6 || became != 7 || without != 3 || len(d.Sourcings().All()) != 6 {
			t.Errorf("%s: %d quote, %d became provisions, %d are without source, %d provisions have one", lang, quoted, became, without, len(d.Sourcings().All()))
		}
	}
}

// TestHowTheFrameworkIsFulfilled counts what is decided, in, overdue and reviewed, in
// whatever language it is played.
func TestHowTheFrameworkIsFulfilled(t *testing.T) {
	for _, lang := range []data.Lang{data.English, data.French, data.Arabic} {
		d := played(t, lang)
		treaty, _ := d.TheTreaty()
		f := monitor.Facts{
			Day: day, Standing: force.On(treaty, d.Instruments().All(), d.Register().Organization, day),
			Obligations: d.Obligations().All(), Cycles: d.Cycles().All(), Reports: d.PartyReports().All(), Assessments: d.Assessments().All(),
		}
		aside := 0
		for _, o := range f.Obligations {
			if o.Aside {
				aside++
			}
			if o.Must == "" || o.Anchor.Lang != lang {
				t.Errorf("%s: %+v", lang, o)
			}
		}
		if left := len(obligation.Propose(frameworkOf(t, d).Provisions, lang)) - len(f.Obligations); len(f.Obligations) != 12 || aside != 1 || left < 10 {
			t.Errorf("%s: %d decided, %d aside, %d left to decide", lang, len(f.Obligations), aside, left)
		}
		reports, others := 0, 0
		for _, o := range f.Overdue() {
			if o.Obligation.IsZero() {
				reports++
			} else {
				others++
			}
		}
		if reports != 7 || others != 13 {
			t.Errorf("%s: %d reports and %d obligations are overdue", lang, reports, others)
		}
		stages := map[data.Stage]int{}
		for _, r := range d.Reviews().All() {
			if len(r.Reviewers) != 2 {
				t.Errorf("%s is reviewed by %v", r.Party, r.Reviewers)
			}
			stages[r.Stage()]++
		}
		x := d.Draws().All()[0]
		if again, _ := monitor.Lots(x.Rules, x.Under, x.Pool, x.Seed); len(again) != 4 || again[0].Reviewers[0] != x.Lots[0].Reviewers[0] {
			t.Error("the draw cannot be repeated")
		}
		if stages[data.StagePublished] != 1 || stages[data.StageDialogue] != 1 || stages[data.StageDesk] != 1 || stages[""] != 1 {
			t.Errorf("%s: the reviews stand at %v", lang, stages)
		}
	}
}

// TestAmendmentsOfTheFramework: one is in force for who accepted it, one is before the
// meeting that considers it.
func TestAmendmentsOfTheFramework(t *testing.T) {
	d := played(t, data.Spanish)
	treaty, _ := d.TheTreaty()
	life := amend.Life{Treaty: treaty, Instruments: d.Instruments().All(), Amendments: d.Amendments().All(), Acts: d.AmendmentActs().All(), Organization: d.Register().Organization}
	stages := map[amend.Stage]int{}
	text := frameworkOf(t, d)
	for _, a := range life.Amendments {
		s := life.State(a, day)
		stages[s.Stage]++
		for _, e := range amend.Dues(a, force.On(treaty, life.Instruments, life.Organization, day).InForce) {
			if e.Early {
				t.Errorf("%s: %s was too early", a.Symbol, e.Kind)
			}
		}
	}
	if stages[amend.StageInForce] != 1 || len(stages) != 2 {
		t.Errorf("%v", stages)
	}
	at, _ := text.At("ch2/art3/1")
	words := func(party string) string {
		for _, p := range life.Text(text.Provisions, party, day).Provisions {
			if p.ID == at.ID {
				return p.Text[data.English].Text
			}
		}
		return ""
	}
	if words("XIL") == words("XHA") || words("XHA") != at.Text[data.English].Text {
		t.Errorf("for Ilvermar it reads %q, for Halvoria %q", words("XIL"), words("XHA"))
	}
}

// TestTheExchangeOfViewsOnTheFramework: one question is answered, one is overdue, and
// one party of two has answered the third late.
func TestTheExchangeOfViewsOnTheFramework(t *testing.T) {
	d := played(t, data.Chinese)
	treaty, _ := d.TheTreaty()
	parties := force.On(treaty, d.Instruments().All(), d.Register().Organization, day).Parties()
	waiting := map[int]int{}
	for _, x := range consult.Threads(d.PartyQuestions().All(), parties, day) {
		waiting[len(x.Waiting)]++
	}
	if waiting[0] != 1 || waiting[1] != 2 {
		t.Errorf("so many wait in so many threads: %v", waiting)
	}
	for _, q := range d.PartyQuestions().All() {
		for _, id := range q.Provisions { // which stand in the treaty's text, beside the draft
			if _, err := d.Provision(id); err != nil {
				t.Errorf("where %q stands is not known: %v", q.Text, err)
			}
		}
	}
	if tasks := consult.Tasks(d.Consultations().All(), day); len(tasks) != 2 {
		t.Errorf("%d tasks", len(tasks))
	}
	if got := consult.Unreachable(d.Contacts().All(), parties, day); len(got) != 10 {
		t.Errorf("no point of contact of %v", got)
	}
}

// TestTheDisputeStandsOnItsSecondStep holds the file to the ladder of article 13.
func TestTheDisputeStandsOnItsSecondStep(t *testing.T) {
	d := played(t, data.Arabic)
	x := d.Disputes().All()[0]
	f := dispute.On(x, d.DisputeSteps().All(), day)
	if f.Outcome != "" || f.Rungs[0].State != dispute.Failed || f.Rungs[1].State != dispute.UnderWay || f.Rungs[1].Early || len(f.Measures) != 1 {
		t.Errorf("%+v", f)
	}
	for _, p := range d.DisputePapers().All() {
		if p.Kind == data.DisputeAssessment && p.Audience() != data.AudienceInstructed {
			t.Error("our own assessment is for everybody")
		}
	}
}

func TestOneDiscordanceIsNoted(t *testing.T) {
	d := played(t, data.French)
	all := d.Discordances().All()
	if len(all) != 1 || !all[0].Confirmed {
		t.Fatalf("%+v", all)
	}
	p, err := d.Provision(all[0].Provision)
	if err != nil || p.Text[data.French].Text == all[0].Read[data.French] {
		t.Errorf("%s is not corrected: %v", p.Path, err)
	}
	text, _ := d.Current()
	if c := concord.Compare(text.Provisions, text.Revision.Langs()); c == nil {
		t.Error("the draft cannot be compared")
	}
}
