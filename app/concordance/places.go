package concordance

import (
	"slices"
	"strconv"
	"strings"

	"travaux/data"
	"travaux/data/concord"
	"travaux/data/desk"
	"travaux/translations"
)

// place is one line of the list: what the program found, or what a person saw.
type place struct {
	finding concord.Finding
	decided *data.Discordance // nil: nobody decided yet
	seen    bool              // by a person
	order   int
}

// placesOf joins what was found with what was decided, in the order of the text.
func placesOf(t *desk.Text, c *concord.Concordance, decisions []data.Discordance) []place {
	var out []place
	for _, f := range c.Findings {
		x := place{finding: f, decided: decisionOn(f, decisions)}
		if p, ok := t.Find(f.Provision); ok {
			x.order = p.Order
		}
		out = append(out, x)
	}
	for i := range decisions {
		d := &decisions[i]
		if p, ok := t.Find(d.Provision); ok && d.Kind == data.DiscordanceSeen {
			out = append(out, place{concord.Finding{Kind: data.DiscordanceSeen, Provision: p.ID, Path: p.Path}, d, true, p.Order})
		}
	}
	slices.SortStableFunc(out, func(a, b place) int { return a.order - b.order })
	return out
}

// decisionOn is the latest decision on a finding.
func decisionOn(f concord.Finding, decisions []data.Discordance) *data.Discordance {
	for i := range slices.Backward(decisions) {
		if d := &decisions[i]; d.Provision == f.Provision && d.Kind == string(f.Kind) && d.Said == f.Key() {
			return d
		}
	}
	return nil
}

// same reports whether two lines are of one place.
func (x place) same(y place) bool {
	if x.seen || y.seen {
		return x.seen && y.seen && x.decided != nil && y.decided != nil && x.decided.ID == y.decided.ID
	}
	return x.finding.Kind == y.finding.Kind && x.finding.Provision == y.finding.Provision && x.finding.Key() == y.finding.Key()
}

// state is the catalogue id of what was decided.
func (x place) state() string {
	switch {
	case x.decided == nil:
		return "concord.state.open"
	case x.decided.Confirmed:
		return "concord.state.confirmed"
	}
	return "concord.state.dismissed"
}

// kindName names what differs.
func kindName(k concord.Kind, loc *translations.Localizer) string {
	return loc.T("concord.kind." + string(k))
}

// languages names versions.
func languages(langs []data.Lang, loc *translations.Localizer) string {
	var names []string
	for _, lang := range langs {
		names = append(names, loc.Name("language", string(lang)))
	}
	return loc.List(names)
}

// sentence says what was found.
func sentence(f concord.Finding, loc *translations.Localizer) string {
	id := "concord.finding." + string(f.Kind)
	if f.Kind == concord.Structure && len(f.Langs) > 0 {
		if s, ok := f.In(f.Langs[0]); ok && !s.Provision.IsZero() {
			id = "concord.finding.more"
		}
	}
	if f.Kind == data.DiscordanceSeen {
		return loc.T("concord.finding.seen")
	}
	return loc.T(id, "langs", languages(f.Langs, loc))
}

// sayings are the words of each version in the matter of a finding.
func sayings(t *desk.Text, f concord.Finding) []data.PublicSaying {
	var out []data.PublicSaying
	for _, s := range f.Said {
		x := data.PublicSaying{Lang: s.Lang, Missing: s.Provision.IsZero()}
		if p, ok := t.Find(s.Provision); ok {
			r := p.Text[s.Lang]
			for _, at := range s.InHeading {
				x.Words = appendWords(x.Words, r.Heading, at.Start, at.End)
			}
			for _, at := range s.Spans {
				x.Words = appendWords(x.Words, r.Text, at.Start, at.End)
			}
			switch {
			case f.Kind == concord.Structure && !x.Missing:
				x.Words = []string{beginning(strings.TrimSpace(r.Heading + " " + r.Text))}
			case f.Kind == concord.Heading && r.Heading != "":
				x.Words = []string{r.Heading}
			}
		}
		if f.Kind == concord.Brackets {
			x.Words = bracketsSaid(s.Values)
		}
		out = append(out, x)
	}
	return out
}

func appendWords(to []string, text string, start, end int) []string {
	runes := []rune(text)
	if start < 0 || end > len(runes) || start >= end {
		return to
	}
	if words := string(runes[start:end]); !slices.Contains(to, words) {
		return append(to, words)
	}
	return to
}

// beginning is so much of a text as fits into a line.
func beginning(text string) string {
	const most = 80
	if r := []rune(text); len(r) > most {
		return string(r[:most]) + "…"
	}
	return text
}

// bracketsSaid writes counts of brackets as signs: "[ ] × 2".
func bracketsSaid(values []string) (out []string) {
	for _, v := range values {
		what, n, _ := strings.Cut(v, " ")
		count, _ := strconv.Atoi(n)
		switch what {
		case "pairs":
			out = append(out, "[ ] × "+n)
		case "depth":
			out = append(out, strings.Repeat("[", count)+" "+strings.Repeat("]", count))
		case "unclosed":
			out = append(out, "[ × "+n)
		case "unopened":
			out = append(out, "] × "+n)
		}
	}
	return out
}

// says puts the words of each version into lines, one a version.
func says(list []data.PublicSaying, loc *translations.Localizer) []string {
	var lines []string
	for _, s := range list {
		words := loc.T("concord.says.nothing")
		switch {
		case s.Missing:
			words = loc.T("concord.says.missing")
		case len(s.Words) > 0:
			var quoted []string
			for _, w := range s.Words {
				quoted = append(quoted, loc.Quote(loc.Isolate(w)))
			}
			words = strings.Join(quoted, " ")
		}
		lines = append(lines, loc.T("report.tally", "what", loc.Name("language", string(s.Lang)), "n", words))
	}
	return lines
}
