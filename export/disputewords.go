package export

import (
	"travaux/data"
	"travaux/data/dispute"
	"travaux/data/force"
	"travaux/translations"
)

// Day writes a calendar day; "" for none.
func Day(d data.Date, loc *translations.Localizer) string {
	if d.IsZero() {
		return ""
	}
	return loc.Date(d.Year, d.Month, d.Day)
}

// RungRule says how a means can be used, in a few sentences: from when, at whose
// request, for how long.
func RungRule(r data.Rung, loc *translations.Localizer) (out []string) {
	trigger := loc.Name("trigger", string(r.Trigger))
	if after := DelayWords(r.After, loc); after != "" && r.Trigger != data.TriggerAnyTime {
		trigger = loc.T("trigger."+string(r.Trigger)+".after", "period", after)
	}
	out = append(out, trigger, loc.Name("consent", string(r.Consent)))
	if period := DelayWords(r.Period, loc); period != "" {
		id := "dispute.within"
		if r.FromAsked {
			id = "dispute.within.asked"
		}
		out = append(out, loc.T(id, "period", period))
	}
	if r.Interim {
		out = append(out, loc.T("dispute.interim"))
	}
	if r.Body != "" {
		out = append(out, loc.T("dispute.body", "body", loc.Isolate(r.Body)))
	}
	if r.Costs != "" {
		out = append(out, loc.T("dispute.costs", "costs", loc.Isolate(r.Costs)))
	}
	return out
}

// RungState says how far a means has come and what it waits for, in one or two
// sentences. name gives the name of a party by its code.
func RungState(r dispute.Rung, today data.Date, name func(code string) string, loc *translations.Localizer) (out []string) {
	names := func(codes []string) string {
		all := make([]string, len(codes))
		for i, c := range codes {
			all[i] = name(c)
		}
		return loc.List(all)
	}
	day := func(d data.Date) string { return Day(d, loc) }
	say := func(id string, keyValues ...string) { out = append(out, loc.T("rung."+id, keyValues...)) }
	switch r.State {
	case dispute.Closed:
		if r.Opens.IsZero() {
			say("waits")
		} else {
			say("opens", "date", day(r.Opens), "left", loc.N("period.days", force.Until(today, r.Opens)))
		}
	case dispute.Open:
		say("open", "date", day(r.Opens), "since", loc.N("period.days", force.Until(r.Opens, today)))
	case dispute.Barred:
		say("barred", "who", names(r.Barring))
	case dispute.Asked:
		say("asked", "who", name(r.By), "date", day(r.Asked))
		say("lacking", "who", names(r.Lacking), "since", loc.N("period.days", force.Until(r.Asked, today)))
	case dispute.Agreed:
		say("asked", "who", name(r.By), "date", day(r.Asked))
		say("agreed")
	case dispute.UnderWay:
		say("under-way", "date", day(r.Began))
	case dispute.Reported:
		say("reported", "who", names(r.Lacking))
	case dispute.Expired:
		say("expired", "date", day(r.Ends))
	case dispute.Refused:
		say("refused", "who", names(r.Against), "date", day(r.Ended))
	case dispute.Failed, dispute.Settled, dispute.Decided, dispute.Abandoned:
		say(string(r.State), "date", day(r.Ended))
	case dispute.Unneeded:
		say("unneeded")
	}
	if r.Running() && !r.Ends.IsZero() {
		say("ends", "date", day(r.Ends), "left", loc.N("period.days", force.Until(today, r.Ends)))
	}
	if r.Early {
		say("early")
	}
	return out
}

// DutyState says what became of what a party is bound to.
func DutyState(x dispute.Duty, loc *translations.Localizer) string {
	switch {
	case !x.Met.IsZero():
		return loc.T("duty.met", "date", Day(x.Met, loc))
	case x.Overdue > 0:
		return loc.T("duty.overdue", "date", Day(x.Due, loc), "since", loc.N("period.days", x.Overdue))
	case !x.Broken.IsZero():
		return loc.T("duty.broken", "date", Day(x.Broken, loc))
	case !x.Due.IsZero():
		return loc.T("duty.due", "date", Day(x.Due, loc))
	}
	return loc.T("duty.undated")
}
