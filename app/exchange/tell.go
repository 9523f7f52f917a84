package exchange

import (
	"strings"
	"time"

	"travaux/data"
	"travaux/data/desk"
	"travaux/translations"
)

// Section is one part of what a bundle would change, in words.
type Section struct {
	Title string
	Lines []string
	Grave bool // it asks for care
}

// Told is what a bundle would change, in words.
type Told struct {
	Head     string // from whom and when
	Sum      string // how much is new
	Sections []Section
}

// Tell puts what a bundle would change into the words of a language.
func Tell(loc *translations.Localizer, in desk.Incoming) Told {
	t := Told{Head: head(loc, in.From, in.Made), Sum: loc.N("exchange.sum", in.New, "all", loc.Number(in.Changes))}
	if in.Repeated {
		t.Sum = loc.T("exchange.repeated")
	}
	add := func(grave bool, title string, lines []string) {
		if len(lines) > 0 {
			t.Sections = append(t.Sections, Section{loc.T(title), lines, grave})
		}
	}
	if in.OldCopy {
		add(true, "exchange.old-copy.title", []string{loc.T("exchange.old-copy")})
	}
	add(true, "exchange.conflicts", each(in.Conflicts, func(c desk.Conflict) string { return conflict(loc, in, c) }))
	add(false, "exchange.instructions", each(in.Instructions, func(i data.Instruction) string { return instruction(loc, i) }))
	add(false, "exchange.news", each(in.News, func(n desk.News) string { return news(loc, n) }))
	add(false, "exchange.members", each(in.Members, func(m desk.MemberNews) string { return member(loc, m) }))
	add(false, "exchange.laptops", each(in.Laptops, func(l desk.LaptopNews) string { return laptop(loc, l) }))
	if in.Passed > 0 {
		add(false, "exchange.passed.title", []string{loc.N("exchange.passed", in.Passed)})
	}
	return t
}

// Text is all of it as lines of text.
func (t Told) Text() string {
	var b strings.Builder
	b.WriteString(t.Head + "\n" + t.Sum + "\n")
	for _, s := range t.Sections {
		b.WriteString("\n" + s.Title + "\n")
		for _, line := range s.Lines {
			b.WriteString("  " + line + "\n")
		}
	}
	return b.String()
}

func each[T any](list []T, line func(T) string) []string {
	var out []string
	for _, x := range list {
		out = append(out, translations.Capital(line(x)))
	}
	return out
}

func head(loc *translations.Localizer, from desk.Peer, made time.Time) string {
	return loc.T("exchange.from", "who", Who(loc, from.Who), "laptop", loc.Isolate(from.Name), "when", loc.Time(made.Local()))
}

// Who names a member with the role.
func Who(loc *translations.Localizer, m data.Member) string {
	return loc.T("exchange.who", "name", loc.Isolate(m.Name), "role", loc.Name("role", string(m.Role)))
}

func news(loc *translations.Localizer, n desk.News) string {
	var counts []string
	for _, c := range []struct {
		id string
		n  int
	}{{"exchange.added", n.New}, {"exchange.changed", n.Changed}, {"exchange.deleted", n.Deleted}} {
		if c.n > 0 {
			counts = append(counts, loc.N(c.id, c.n))
		}
	}
	var by []string
	for _, m := range n.By {
		by = append(by, name(loc, m))
	}
	parts := []string{loc.T("exchange.line", "kind", loc.T("exchange.kind."+n.Kind), "counts", loc.List(counts))}
	if len(by) > 0 {
		parts = append(parts, loc.List(by))
	}
	if at := places(loc, n.Places); at != "" {
		parts = append(parts, at)
	}
	return strings.Join(parts, " — ")
}

func name(loc *translations.Localizer, m data.Member) string {
	if m.Name == "" {
		return loc.T("exchange.somebody")
	}
	return loc.Isolate(m.Name)
}

// mostPlaces is how many provisions are named; the rest is counted.
const mostPlaces = 12

func places(loc *translations.Localizer, all []desk.Place) string {
	var cited []string
	for i, p := range all {
		if i == mostPlaces && len(all) > mostPlaces+1 {
			cited = append(cited, loc.N("exchange.more", len(all)-mostPlaces))
			break
		}
		cited = append(cited, loc.Cite(p.Path))
	}
	return strings.Join(cited, "; ")
}

func conflict(loc *translations.Localizer, in desk.Incoming, c desk.Conflict) string {
	what := loc.T("exchange.kind." + desk.NewsKind(c.Kind))
	if c.Lang != "" {
		what = loc.T("exchange.in-language", "what", what, "lang", loc.Name("language", string(c.Lang)))
	}
	var by []string
	for _, v := range c.Versions {
		by = append(by, name(loc, in.Member(v.Author)))
	}
	parts := []string{what, loc.T("exchange.versions", "who", loc.List(by))}
	if at := places(loc, in.Places(c.Provisions)); at != "" {
		parts = append([]string{at}, parts...)
	}
	return strings.Join(parts, " — ")
}

// excerpt is how many characters of an instruction are shown.
const excerpt = 120

func instruction(loc *translations.Localizer, i data.Instruction) string {
	var parts []string
	for _, s := range []string{i.Reference, i.Issuer} {
		if s != "" {
			parts = append(parts, loc.Isolate(s))
		}
	}
	if text := strings.Join(strings.Fields(i.Text), " "); text != "" {
		if runes := []rune(text); len(runes) > excerpt {
			text = strings.TrimSpace(string(runes[:excerpt])) + "…"
		}
		parts = append(parts, loc.Quote(loc.Isolate(text)))
	}
	return strings.Join(parts, " — ")
}

func member(loc *translations.Localizer, m desk.MemberNews) string {
	switch {
	case m.Before.Name == "":
		return loc.T("exchange.member.new", "who", Who(loc, m.After))
	case m.After.Name == "":
		return loc.T("exchange.member.gone", "who", Who(loc, m.Before))
	}
	return loc.T("exchange.member.changed", "before", Who(loc, m.Before), "after", Who(loc, m.After))
}

func laptop(loc *translations.Localizer, l desk.LaptopNews) string {
	id := "exchange.laptop.new"
	if l.Left {
		id = "exchange.laptop.gone"
	}
	return loc.T(id, "laptop", loc.Isolate(l.Name), "who", name(loc, l.Who), "fingerprint", loc.Isolate(strings.Join(l.Fingerprint(), " ")))
}

// Missing says which changes have been told of and are not here.
func Missing(loc *translations.Localizer, m desk.Missing) string {
	return loc.T("exchange.missing", "from", loc.Number(int(m.From)), "to", loc.Number(int(m.To)), "laptop", loc.Isolate(m.Of.Name), "who", name(loc, m.Of.Who))
}

// Holding says how far another laptop is known to be.
func Holding(loc *translations.Localizer, h desk.Holding) string {
	switch {
	case h.Heard.IsZero() && h.Sent.IsZero():
		return loc.T("exchange.has.never")
	case h.Heard.IsZero():
		return loc.T("exchange.has.sent", "when", loc.Time(h.Sent.Local()))
	case h.Behind == 0:
		return loc.T("exchange.has.all", "when", loc.Time(h.Heard.Local()))
	case h.OnWay >= h.Behind:
		return loc.N("exchange.has.way", h.Behind, "when", loc.Time(h.Sent.Local()))
	}
	return loc.N("exchange.has.behind", h.Behind, "when", loc.Time(h.Heard.Local()))
}

// Packed says what went into a bundle.
func Packed(loc *translations.Localizer, p desk.Packed) string {
	if len(p.To) == 0 {
		return loc.N("exchange.packed.sealed", p.Changes)
	}
	var to []string
	for _, l := range p.To {
		to = append(to, loc.T("exchange.laptop-of", "laptop", loc.Isolate(l.Name), "who", name(loc, l.Who)))
	}
	return loc.N("exchange.packed", p.Changes, "to", loc.List(to))
}

// Invited says who invites to what.
func Invited(loc *translations.Localizer, in desk.Invitation) Told {
	t := Told{Head: head(loc, in.From, in.Made), Sum: loc.T("exchange.invited", "who", Who(loc, in.Me))}
	title := in.Negotiation.Title.In(data.Lang(loc.Lang()))
	t.Sections = []Section{
		{Title: loc.T("exchange.invited.negotiation"), Lines: []string{loc.Isolate(title)}},
		{Title: loc.T("exchange.members"), Lines: each(in.Members, func(m data.Member) string { return Who(loc, m) })},
		{Title: loc.T("exchange.invited.fingerprint"), Lines: []string{loc.Isolate(strings.Join(in.From.Fingerprint(), " "))}, Grave: true},
	}
	return t
}
