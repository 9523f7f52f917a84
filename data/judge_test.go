package data_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"travaux/data"
)

var (
	lawyer, expert, head, deputy, capital, author = data.ID{1}, data.ID{2}, data.ID{3}, data.ID{4}, data.ID{5}, data.ID{6}

	full  = data.Procedure{Steps: []data.ApprovalStep{data.StepExpert, data.StepLegal, data.StepHead, data.StepCapital}}
	eyes  = data.Procedure{Steps: full.Steps, FourEyes: true}
	words = data.Subject{Stance: data.StanceSupport, Base: data.Words{data.English: "1.\t\nlamps shall be lit"}}
	other = data.Subject{Stance: data.StanceSupport, Base: data.Words{data.English: "1.\t\nlamps may be lit"}}
	again = data.Subject{Stance: data.StanceSupport, Base: data.Words{data.English: "2.\t\nlamps shall be lit"}}
)

// story builds decisions one after another, each in the knowledge of those before
// it, unless it says whom it saw.
type story struct {
	procedure data.Procedure
	list      []data.Judged
}

func (s *story) add(act data.ApprovalState, by data.ID, on data.Subject, saw ...int) *story {
	x := data.Judged{Procedure: s.procedure, Decision: data.Decision{
		ID: data.ID{0xff, byte(len(s.list))}, Act: act, By: by, Subject: on, Digest: on.Digest(), Format: data.DecisionFormat,
	}}
	if saw == nil {
		for i := range s.list {
			saw = append(saw, i)
		}
	}
	for _, i := range saw {
		if i >= 0 {
			x.Saw = append(x.Saw, s.list[i].ID)
		}
	}
	s.list = append(s.list, x)
	return s
}

// wrote says that who took the last decision had written the words.
func (s *story) wrote() *story { s.list[len(s.list)-1].Wrote = true; return s }

func by(p data.Procedure) *story { return &story{procedure: p} }

// none is for a decision whose author knew of no other.
const none = -1

func TestJudge(t *testing.T) {
	submitted, clearedE, clearedL := data.ApprovalSubmitted, data.ApprovalClearedExpert, data.ApprovalClearedLegal
	approved, confirmed, returned, draft := data.ApprovalApproved, data.ApprovalConfirmed, data.ApprovalReturned, data.ApprovalDraft
	cleared := func(p data.Procedure) *story {
		return by(p).add(submitted, author, words).add(clearedE, expert, words).add(clearedL, lawyer, words)
	}
	sole := data.DefaultProcedure()
	for name, c := range map[string]struct {
		*story
		want   data.ApprovalState
		awaits data.ApprovalStep
	}{
		"nothing":                       {by(full), draft, ""},
		"submitted":                     {by(full).add(submitted, author, words), submitted, data.StepExpert},
		"cleared by expert":             {by(full).add(submitted, author, words).add(clearedE, expert, words), clearedE, data.StepLegal},
		"cleared by legal":              {cleared(full), clearedL, data.StepHead},
		"approved":                      {cleared(full).add(approved, head, words), approved, data.StepCapital},
		"confirmed":                     {cleared(full).add(approved, head, words).add(confirmed, capital, words), confirmed, ""},
		"approved, and that is all":     {by(sole).add(submitted, author, words).add(approved, head, words), approved, ""},
		"returned by capital":           {cleared(full).add(approved, head, words).add(returned, capital, words), returned, ""},
		"taken back":                    {cleared(full).add(draft, author, words), draft, ""},
		"submitted anew":                {cleared(full).add(draft, author, words).add(submitted, author, words), submitted, data.StepExpert},
		"a step left out":               {by(full).add(submitted, author, words).add(clearedL, lawyer, words), submitted, data.StepExpert},
		"head without legal":            {by(full).add(submitted, author, words).add(clearedE, expert, words).add(approved, head, words), clearedE, data.StepLegal},
		"capital without head":          {cleared(full).add(confirmed, capital, words), clearedL, data.StepHead},
		"a step that there is not":      {by(sole).add(submitted, author, words).add(clearedE, expert, words), submitted, data.StepHead},
		"cleared in other words":        {by(full).add(submitted, author, other).add(clearedE, expert, other), submitted, data.StepExpert},
		"legal on other words":          {by(full).add(submitted, author, other).add(clearedE, expert, other).add(clearedL, lawyer, words), submitted, data.StepExpert},
		"lapsed":                        {cleared(full).add(approved, head, other).add(approved, head, other), clearedL, data.StepHead},
		"approved in other words":       {by(sole).add(submitted, author, other).add(approved, head, other), data.ApprovalLapsed, ""},
		"lapsed after capital":          {by(full).add(submitted, author, other).add(clearedE, expert, other).add(clearedL, lawyer, other).add(approved, head, other).add(confirmed, capital, other), data.ApprovalLapsed, ""},
		"only the number, anew":         {by(full).add(submitted, author, again).add(clearedE, expert, again).add(clearedL, lawyer, again).add(approved, head, again).add(approved, head, words), approved, data.StepCapital},
		"more than the number, anew":    {by(full).add(submitted, author, other).add(clearedE, expert, other).add(clearedL, lawyer, other).add(approved, head, other).add(approved, head, words), data.ApprovalLapsed, ""},
		"the same person twice":         {by(eyes).add(submitted, author, words).add(clearedE, lawyer, words).add(clearedL, lawyer, words), clearedE, data.StepLegal},
		"the same person, no four eyes": {by(full).add(submitted, author, words).add(clearedE, lawyer, words).add(clearedL, lawyer, words), clearedL, data.StepHead},
		"who wrote it":                  {cleared(eyes).add(approved, head, words).wrote(), clearedL, data.StepHead},
		"who wrote it, no four eyes":    {cleared(full).add(approved, head, words).wrote(), approved, data.StepCapital},
		"twice, on other words":         {by(eyes).add(submitted, author, other).add(clearedE, lawyer, other).add(clearedE, expert, words).add(clearedL, lawyer, words), clearedL, data.StepHead},
		"return beside approval":        {by(sole).add(submitted, author, words).add(returned, deputy, words, 0).add(approved, head, words, 0), returned, ""},
		"approval beside return":        {by(sole).add(submitted, author, words).add(approved, head, words, 0).add(returned, deputy, words, 0), returned, ""},
		"take back beside approval":     {by(sole).add(submitted, author, words).add(draft, author, words, 0).add(approved, head, words, 0), draft, ""},
		"two submissions, one approved": {by(sole).add(submitted, author, words, none).add(submitted, deputy, words, none).add(approved, head, words, 0), approved, ""},
		"other words submitted beside":  {by(sole).add(submitted, author, other, none).add(submitted, deputy, words, none).add(approved, head, other, 0), submitted, data.StepHead},
		"two approvals, one in force":   {by(sole).add(submitted, author, words).add(approved, head, words, 0).add(approved, deputy, other, 0), approved, ""},
		"two approvals, neither":        {by(sole).add(submitted, author, other).add(approved, head, other, 0).add(approved, deputy, again, 0), data.ApprovalLapsed, ""},
		"an approval without any step":  {by(full).add(submitted, author, words).add(approved, head, words, none), submitted, data.StepExpert},
		"a step that did not arrive":    {by(full).add(submitted, author, words).add(clearedL, lawyer, words, 0), submitted, data.StepExpert},
		"anew after an objection":       {by(full).add(submitted, author, words).add(clearedE, expert, words).add(clearedL, lawyer, words).add(approved, head, words).add(returned, capital, words).add(submitted, author, words).add(approved, head, words), submitted, data.StepExpert},
		"return that approval outlives": {by(sole).add(submitted, author, words).add(returned, deputy, words).add(submitted, author, words).add(approved, head, words), approved, ""},
		"an old decision knew of all":   {old(by(sole).add(submitted, author, words, none).add(approved, head, words, none)), approved, ""},
	} {
		got := data.Judge(data.Position{Stance: data.StanceSupport}, words, false, c.procedure, c.list)
		if got.State != c.want || got.Awaits != c.awaits {
			t.Errorf("%s: %s awaiting %q, want %s awaiting %q", name, got.State, got.Awaits, c.want, c.awaits)
		}
	}
}

// old makes decisions as they were made before they said what was seen.
func old(s *story) *story {
	for i := range s.list {
		s.list[i].Format = 0
	}
	return s
}

func TestNothingHoldsWhileWordsAreContested(t *testing.T) {
	s := by(full).add(data.ApprovalSubmitted, author, words).add(data.ApprovalClearedExpert, expert, words)
	held := data.Position{Stance: data.StanceSupport}
	if got := data.Judge(held, words, true, full, s.list).State; got != data.ApprovalSubmitted {
		t.Errorf("a clearance holds: %s", got)
	}
	s.add(data.ApprovalClearedLegal, lawyer, words).add(data.ApprovalApproved, head, words)
	if got := data.Judge(held, words, true, full, s.list).State; got != data.ApprovalLapsed {
		t.Errorf("an approval holds: %s", got)
	}
}

func TestProcedures(t *testing.T) {
	e, l, h, c := data.StepExpert, data.StepLegal, data.StepHead, data.StepCapital
	for name, x := range map[string]struct {
		steps []data.ApprovalStep
		good  bool
	}{
		"head alone":          {[]data.ApprovalStep{h}, true},
		"all":                 {[]data.ApprovalStep{e, l, h, c}, true},
		"legal before expert": {[]data.ApprovalStep{l, e, h}, true},
		"none":                {nil, false},
		"no head":             {[]data.ApprovalStep{e, l, c}, false},
		"capital first":       {[]data.ApprovalStep{c, h}, false},
		"legal after head":    {[]data.ApprovalStep{h, l}, false},
		"a step twice":        {[]data.ApprovalStep{e, e, h}, false},
		"an unknown step":     {[]data.ApprovalStep{"pope", h}, false},
	} {
		if err := (data.Procedure{Steps: x.steps}).Check(); (err == nil) != x.good {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestNeverApprovedInWordsNobodyWhoApprovedSaw tries all kinds of decisions, seen
// or not by those after them, and looks whether what is in force has an approval
// on exactly these words, with every step before it by somebody else.
func TestNeverApprovedInWordsNobodyWhoApprovedSaw(t *testing.T) {
	acts := []data.ApprovalState{
		data.ApprovalSubmitted, data.ApprovalDraft, data.ApprovalReturned, data.ApprovalClearedExpert,
		data.ApprovalClearedLegal, data.ApprovalApproved, data.ApprovalApproved, data.ApprovalConfirmed,
	}
	people := []data.ID{lawyer, expert, head, deputy, capital}
	subjects := []data.Subject{words, words, words, other}
	natural := []data.ApprovalState{data.ApprovalSubmitted, data.ApprovalClearedExpert, data.ApprovalClearedLegal, data.ApprovalApproved, data.ApprovalConfirmed}
	inForce := 0
	for seed := range uint64(20000) {
		r := rand.New(rand.NewPCG(seed, 7))
		s := by(eyes)
		for range 2 + r.IntN(7) {
			var saw []int
			for i := range s.list {
				if r.IntN(4) > 0 {
					saw = append(saw, i)
				}
			}
			act := acts[r.IntN(len(acts))]
			if r.IntN(2) == 0 { // as it should go
				act = natural[min(len(s.list), len(natural)-1)]
			}
			s.add(act, people[r.IntN(len(people))], subjects[r.IntN(len(subjects))], append(saw, none)...)
			if r.IntN(8) == 0 {
				s.wrote()
			}
		}
		a := data.Judge(data.Position{Stance: data.StanceSupport}, words, false, eyes, s.list)
		if !a.State.InForce() {
			continue
		}
		inForce++
		want := []data.ApprovalState{data.ApprovalClearedExpert, data.ApprovalClearedLegal, data.ApprovalApproved}
		who := map[data.ID]bool{}
		for _, d := range a.Taken {
			i := slices.IndexFunc(s.list, func(j data.Judged) bool { return j.ID == d.ID })
			if d.Digest != words.Digest() || who[d.By] || s.list[i].Wrote {
				t.Fatalf("seed %d: %s counts, by %v", seed, d.Act, d.By[:1])
			}
			who[d.By] = true
			want = slices.DeleteFunc(want, func(s data.ApprovalState) bool { return s == d.Act })
		}
		if len(want) > 0 && !anew(s.list) {
			t.Fatalf("seed %d: in force without %v", seed, want)
		}
	}
	if inForce < 100 {
		t.Errorf("only %d were ever in force: the test tries too little", inForce)
	}
}

// anew reports whether the head approved the same words twice: then the steps
// before it may be those of the first time.
func anew(list []data.Judged) bool {
	n := 0
	for _, j := range list {
		if j.Act == data.ApprovalApproved && j.Digest == words.Digest() {
			n++
		}
	}
	return n > 1
}
