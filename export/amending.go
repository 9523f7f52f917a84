package export

import (
	"slices"
	"strconv"

	"travaux/data"
	"travaux/data/amend"
	"travaux/translations"
)

// Amending is an amendment on a day as the page and the paper tell of it.
type Amending struct {
	Treaty    string // its title
	Amendment data.Amendment
	State     amend.State
	Count     amend.Count
	Dues      []amend.Due
	InForce   data.Date                // of the treaty; zero: not known
	Name      func(code string) string // names a party
	Places    []string                 // of what each edit is about, as it is cited
	Author    string                   // the delegation; may be ""
}

// Fact is one line of a calculation.
type Fact struct {
	Label, Value string
	Wrong        bool // the clause was not kept
}

// ShareWords names a part of a number: "two thirds".
func ShareWords(s data.Share, loc *translations.Localizer) string {
	if s.IsZero() {
		return loc.Name("amend-share", "none")
	}
	key := strconv.Itoa(s.Num) + "-" + strconv.Itoa(s.Den)
	if s.Over {
		key += "-over"
	}
	if !loc.Has("amend-share." + key) {
		return loc.T("amend.share.other", "num", loc.Number(s.Num), "den", loc.Number(s.Den))
	}
	return loc.Name("amend-share", key)
}

// PeriodWords writes a period: "1 year and 6 months".
func PeriodWords(d data.Delay, loc *translations.Localizer) string {
	var parts []string
	if d.Years > 0 {
		parts = append(parts, loc.N("amend.period.years", d.Years, "n", loc.Number(d.Years)))
	}
	if d.Months > 0 {
		parts = append(parts, loc.N("amend.period.months", d.Months, "n", loc.Number(d.Months)))
	}
	if d.Days > 0 || len(parts) == 0 {
		parts = append(parts, loc.N("amend.period.days", d.Days, "n", loc.Number(d.Days)))
	}
	words := loc.List(parts)
	if d.FirstOfMonth {
		words = loc.T("amend.period.first", "period", words)
	}
	return words
}

// Facts are how an amendment stands, with every number that this rests on.
func (a Amending) Facts(loc *translations.Localizer) []Fact {
	w := facts{loc: loc, a: a}
	w.what()
	for _, d := range a.Dues {
		w.due(d)
	}
	w.decision()
	w.acceptance()
	w.force()
	return w.out
}

// facts puts the lines together.
type facts struct {
	loc *translations.Localizer
	a   Amending
	out []Fact
}

func (w *facts) add(id, value string) {
	if value != "" {
		w.out = append(w.out, Fact{Label: w.loc.T(id), Value: value})
	}
}

func (w *facts) number(n int) string { return w.loc.Number(n) }

func (w *facts) date(d data.Date) string {
	if d.IsZero() {
		return ""
	}
	return w.loc.Date(d.Year, d.Month, d.Day)
}

func (w *facts) names(codes []string) string {
	var out []string
	for _, c := range codes {
		out = append(out, w.a.Name(c))
	}
	w.loc.Sort(out)
	return w.loc.List(out)
}

func (w *facts) what() {
	w.add("amend.fact.stage", w.loc.Name("amend-stage", string(w.a.State.Stage)))
	w.add("amend.fact.kind", w.loc.Name("amendment-kind", string(w.a.Amendment.Kind)))
	w.add("amend.fact.symbol", w.loc.Isolate(w.a.Amendment.Symbol))
	w.add("amend.fact.proposers", w.names(w.a.Amendment.Proposers))
}

// due is a day that the clause sets, and whether it was kept.
func (w *facts) due(d amend.Due) {
	f := Fact{Label: w.loc.Name("amend-due", string(d.Kind)), Wrong: d.Early}
	period := PeriodWords(d.Period, w.loc)
	if f.Value = w.loc.T("amend.due.unknown", "period", translations.Capital(period)); !d.Day.IsZero() {
		f.Value = w.loc.T("amend.due", "day", w.date(d.Day), "period", period, "from", w.date(d.From))
	}
	if d.Early {
		f.Value = w.loc.T("amend.due.early", "due", f.Value, "actual", w.date(d.Actual))
	}
	w.out = append(w.out, f)
}

// decision is the rule for adoption, the vote, and what came of it.
func (w *facts) decision() {
	r, c, v := w.a.Amendment.Rule, w.a.Count, w.a.Amendment.Vote
	voted := c.Present > 0
	share := translations.Capital(ShareWords(r.Majority, w.loc))
	args := []string{"share", share, "base", w.number(c.Base), "needed", w.number(c.Needed)}
	switch {
	case r.Majority.IsZero():
		w.add("amend.fact.majority", w.loc.T("amend.majority.consensus"))
	case !voted && r.Of != data.MajorityParties:
		of := r.Of
		if of == "" {
			of = data.MajorityVoting
		}
		w.add("amend.fact.majority", w.loc.T("amend.majority.rule", "share", share, "of", w.loc.Name("amendment-of", string(of))))
	case r.Of == data.MajorityParties:
		w.add("amend.fact.majority", w.loc.T("amend.majority.parties", args...))
	case r.Of == data.MajorityPresent:
		w.add("amend.fact.majority", w.loc.T("amend.majority.present", args...))
	default:
		w.add("amend.fact.majority", w.loc.T("amend.majority.voting", args...))
	}
	if voted && c.Quorum > 0 {
		w.add("amend.fact.quorum", w.loc.T("amend.quorum", "share", translations.Capital(ShareWords(r.Quorum, w.loc)),
			"parties", w.number(c.Parties), "quorum", w.number(c.Quorum), "present", w.number(c.Present)))
	}
	if voted && !v.Consensus {
		w.add("amend.fact.vote", w.loc.T("amend.vote", "yes", w.number(v.Yes), "no", w.number(v.No), "abstaining", w.number(v.Abstaining), "absent", w.number(v.Absent)))
	}
	if c.Outcome != amend.OutcomeOpen {
		w.add("amend.fact.outcome", w.loc.Name("amend-outcome", string(c.Outcome)))
	}
}

// acceptance is what it takes to enter into force, and what there is of it.
func (w *facts) acceptance() {
	r, s := w.a.Amendment.Rule, w.a.State
	own := w.a.Amendment.Kind == data.AmendmentProtocol && !w.a.Amendment.Protocol.IsZero()
	if !own {
		effect := r.Effect
		if effect == "" {
			effect = data.EffectAccepting
		}
		w.add("amend.fact.effect", w.loc.Name("amendment-effect", string(effect)))
		if len(r.Required) > 0 {
			w.add("amendments.form.required", w.names(r.Required))
		}
	}
	if s.Stage == amend.StageDraft || s.Stage == amend.StageProposed || s.Stage == amend.StageCirculated || s.Stage == amend.StageRejected || s.Stage == amend.StageWithdrawn {
		return
	}
	args := []string{"share", translations.Capital(ShareWords(r.Needed, w.loc)), "parties", w.number(s.Parties), "needed", w.number(s.Needed), "counted", w.number(s.Counted), "lacking", w.number(s.Lacking)}
	switch {
	case r.Effect == data.EffectTacit && !own:
		id := "amend.objections"
		if s.BlockedAt == 0 {
			id = "amend.objections.none"
			w.add("amend.fact.objections", w.loc.T(id, "n", w.number(s.Objections)))
			break
		}
		w.add("amend.fact.objections", w.loc.T(id, "n", w.number(s.Objections), "blocked", w.number(s.BlockedAt)))
	case r.Effect == data.EffectEach && !own:
		w.add("amend.fact.acceptance", w.loc.T("amend.needed.each", "counted", w.number(s.Counted)))
	case own || r.Number > 0:
		w.add("amend.fact.acceptance", w.loc.T("amend.needed.number", args[4:]...))
	default:
		w.add("amend.fact.acceptance", w.loc.T("amend.needed.share", args...))
		id := "amend.moving"
		if r.Fixed {
			id = "amend.fixed"
		}
		w.add("amend.fact.acceptance", w.loc.T(id))
	}
	if len(s.Absent) > 0 {
		w.add("amend.fact.acceptance", w.loc.T("amend.absent", "parties", w.names(s.Absent)))
	}
}

// force is when it enters into force, and from what that is counted.
func (w *facts) force() {
	s, r := w.a.State, w.a.Amendment.Rule
	if !slices.Contains([]amend.Stage{amend.StageAdopted, amend.StageFull, amend.StageInForce}, s.Stage) {
		return
	}
	from := s.Full
	delay := r.Delay
	if r.Effect == data.EffectTacit {
		if from = s.Until; delay.IsZero() {
			from, delay = w.a.Amendment.Notified, r.Objection
		}
	}
	switch {
	case s.InForce.IsZero():
		w.add("amend.fact.in-force", w.loc.T("amend.in-force.unknown"))
	case from.IsZero() || delay.IsZero() || w.a.Amendment.Kind == data.AmendmentProtocol:
		w.add("amend.fact.in-force", w.date(s.InForce))
	default:
		w.add("amend.fact.in-force", w.loc.T("amend.in-force", "date", w.date(s.InForce), "period", PeriodWords(delay, w.loc), "full", w.date(from)))
	}
}

// Did is what a party did about an amendment, "" if nothing.
func Did(s amend.Standing, loc *translations.Localizer) string {
	var out []string
	for _, x := range []struct {
		kind data.AmendmentActKind
		on   data.Date
	}{{data.ActAccept, s.Accepted}, {data.ActObject, s.Objected}, {data.ActOptOut, s.OptedOut}, {data.ActWithdraw, s.TakenBack}} {
		if !x.on.IsZero() {
			out = append(out, loc.T("amend.paper.act.dated", "act", loc.Name("amendment-act", string(x.kind)), "date", loc.Date(x.on.Year, x.on.Month, x.on.Day)))
		}
	}
	return loc.List(out)
}

// EditWords says what an edit does: "Replaces article 7, paragraph 2".
func EditWords(e data.AmendmentEdit, place string, loc *translations.Localizer) string {
	switch {
	case e.Op == data.EditInsert && e.After.IsZero() && !e.Within.IsZero():
		return loc.T("edit-op.within", "place", place)
	}
	return loc.T("edit-op."+string(e.Op), "place", place)
}
