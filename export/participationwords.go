package export

import (
	"travaux/data"
	"travaux/data/force"
	"travaux/translations"
)

// RuleWords says by which rule a treaty enters into force, one sentence each.
func RuleWords(t data.Treaty, loc *translations.Localizer, name func(code string) string) (says []string) {
	r := t.Rule
	if r.Number == 0 {
		return []string{loc.T("participation.rule.none")}
	}
	period := DelayWords(r.Delay, loc)
	if period == "" {
		says = append(says, loc.N("participation.rule.at-once", r.Number))
	} else {
		says = append(says, loc.N("participation.rule", r.Number, "period", period))
	}
	if later := DelayWords(r.Later, loc); later != "" && later != period {
		says = append(says, loc.T("participation.rule.later", "period", later))
	}
	if r.Organizations {
		says = append(says, loc.T("participation.rule.organizations"))
	}
	if len(r.Required) > 0 {
		var names []string
		for _, code := range r.Required {
			names = append(names, name(code))
		}
		says = append(says, loc.T("participation.rule.required", "names", loc.List(names)))
	}
	if notice := DelayWords(t.Notice, loc); notice != "" {
		says = append(says, loc.T("participation.rule.notice", "period", notice))
	}
	return says
}

// StandingWords says how one State or organization stands, in a few words each.
func StandingWords(s force.Standing, on data.Date, loc *translations.Localizer) (says []string) {
	date := func(d data.Date) string { return loc.Date(d.Year, d.Month, d.Day) }
	left := !s.Ends.IsZero() && !on.Before(s.Ends)
	if !s.Signed.IsZero() && s.Bound.Kind != data.InstrumentDefinitive {
		says = append(says, loc.T("participation.standing.signed", "date", date(s.Signed)))
	}
	if s.Bound.Kind != "" {
		says = append(says, loc.T("participation.standing.bound", "kind", loc.Name("instrument", string(s.Bound.Kind)), "date", date(s.Bound.Date)))
	}
	if !s.Provisional.IsZero() && !s.Is(on) {
		says = append(says, loc.T("participation.standing.provisional", "date", date(s.Provisional)))
	}
	switch {
	case !s.Withdrawn.IsZero():
		says = append(says, loc.T("participation.standing.withdrawn", "date", date(s.Withdrawn)))
	case left:
		says = append(says, loc.T("participation.standing.left", "date", date(s.Ends)))
	case s.Bound.Kind == "":
	case s.InForce.IsZero():
		says = append(says, loc.T("participation.standing.waits"))
	case s.Is(on):
		says = append(says, loc.T("participation.standing.force", "date", date(s.InForce)))
	default:
		says = append(says, loc.T("participation.standing.will", "date", date(s.InForce)))
	}
	if !s.Ends.IsZero() && !left {
		says = append(says, loc.T("participation.standing.denounced", "date", date(s.Denounced), "ends", date(s.Ends)))
	}
	if len(says) == 0 {
		says = append(says, loc.T("participation.standing.none"))
	}
	return says
}

// TreatyWords says how a treaty stands on its day: what is lacking, or since or from
// when it is in force; one sentence each.
func TreatyWords(t data.Treaty, now force.Treaty, loc *translations.Localizer, name func(code string) string) (says []string) {
	date := func(d data.Date) string { return loc.Date(d.Year, d.Month, d.Day) }
	switch {
	case now.Is():
		says = append(says, loc.T("participation.now.force", "date", date(now.InForce)))
	case !now.InForce.IsZero():
		says = append(says, loc.T("participation.now.soon", "date", date(now.InForce), "days", loc.N("participation.days", force.Until(now.Day, now.InForce))))
	case t.Rule.Number == 0:
		says = append(says, loc.T("participation.rule.none"))
	default:
		if now.Lacking > 0 {
			says = append(says, loc.N("participation.now.lacking", now.Lacking, "counted", loc.Number(now.Counted), "number", loc.Number(t.Rule.Number)))
		}
		if len(now.Absent) > 0 {
			var names []string
			for _, code := range now.Absent {
				names = append(names, name(code))
			}
			says = append(says, loc.T("participation.now.absent", "names", loc.List(names)))
		}
	}
	signed := 0
	for _, s := range now.Standing {
		if !s.Signed.IsZero() {
			signed++
		}
	}
	if signed > 0 {
		says = append(says, loc.N("participation.now.signed", signed))
	}
	if n := len(now.Parties()); n > 0 {
		says = append(says, loc.N("participation.now.parties", n))
	}
	return says
}

// EffectWords says what becomes of a reservation between two parties, after its
// name.
func EffectWords(e force.Effect, loc *translations.Localizer, reservation string) string {
	words := reservation + " " + loc.T("participation.outcome."+string(e.Outcome), "date", loc.Date(e.Until.Year, e.Until.Month, e.Until.Day))
	if e.Late {
		words += " " + loc.T("participation.outcome.late", "date", loc.Date(e.Until.Year, e.Until.Month, e.Until.Day))
	}
	return words
}
