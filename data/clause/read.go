package clause

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"travaux/data"
)

// Read finds the parameters in a text of one language, in the order of the text. A
// text in none of the six languages has none.
func Read(text string, lang data.Lang) []Param {
	known := lexicons[lang]
	if known == nil || text == "" {
		return nil
	}
	l := known()
	all := l.periods(l.shares(l.numbers(tokens(text))))
	r := reader{lexicon: l, runes: []rune(text)}
	whole := sentences(all, l.gap)
	r.disputed = slices.ContainsFunc(whole, func(s sentence) bool { return s.has(l.dispute) })
	for _, s := range whole {
		if l.promising(&s) {
			r.sentence(l.monthly1(s))
		}
	}
	inPlace(r.out)
	return r.out
}

// promising reports whether there may be a parameter in a sentence; most have none.
func (l *lexicon) promising(s *sentence) bool {
	for _, t := range s.tokens {
		if t.period() || t.fraction() || t.cardinal() && t.number > 1 {
			return true
		}
	}
	return slices.ContainsFunc(l.stems, func(stem string) bool { return strings.Contains(s.text, stem) })
}

// reader collects what one text says.
type reader struct {
	*lexicon
	runes    []rune
	disputed bool // the text is about a dispute
	out      []Param
}

// add keeps a parameter that stands in the bytes [from, to) of a sentence.
func (r *reader) add(s *sentence, from, to int, p Param) {
	p.Start, p.End = s.span(from, to)
	if p.Start < 0 {
		return
	}
	p.Words = string(r.runes[p.Start:p.End])
	r.out = append(r.out, p)
}

// sentence reads one sentence.
func (r *reader) sentence(s sentence) {
	is := r.subject(&s)
	for i, t := range s.tokens {
		switch from := s.at[i]; {
		case t.period() && matches(r.apart, s.left(i)):
		case t.period():
			r.add(&s, from, from+len(t.text), Param{Kind: r.purpose(&s, i, is), Delay: t.delay})
		case t.fraction():
			r.share(&s, i)
		}
	}
	r.counted(&s, is)
	r.words(&s, is)
	if r.disputed {
		r.settlement(&s)
	}
	if is.languages = r.languagesOf(&s); len(is.languages) > 0 {
		r.add(&s, 0, len(s.text), Param{Kind: Languages, Langs: is.languages})
	}
}

// subject is what a sentence is about.
type subject struct {
	force, amendment, denounces, reserves, dispute, joins bool
	languages                                             []data.Lang
}

func (r *reader) subject(s *sentence) subject {
	return subject{
		force: s.has(r.force), amendment: s.has(r.amendment), reserves: s.has(r.reserves), dispute: s.has(r.dispute), joins: s.has(r.joins),
		denounces: s.has(r.denounces) && s.has(r.effect),
	}
}

// purpose says what the period at token i is for.
func (r *reader) purpose(s *sentence, i int, is subject) Kind {
	first, last := i, i // of alternatives: "[three][five] years from …"
	for first > 0 && s.tokens[first-1].period() {
		first--
	}
	for last+1 < len(s.tokens) && s.tokens[last+1].period() {
		last++
	}
	left, right := s.left(first), s.right(last)
	within := matches(r.within, left) || matches(r.withinTail, right)
	switch {
	case matches(r.every, left) || matches(r.everyTail, right):
		return Interval
	case !within && (matches(r.sinceRight, right) || matches(r.sinceLeft, left)):
		return Standstill
	case is.dispute:
		return Resort
	case matches(r.ahead, right) || matches(r.aheadLeft, left):
		return Ahead
	case within:
		return Limit
	case is.denounces && !is.reserves:
		return Notice
	case is.force && is.amendment:
		return Amended
	case is.force && is.joins:
		return Later
	case is.force && (s.has(r.deposit) || s.has(r.instruments)):
		return Entry
	}
	return Period
}

// near is how many bytes around a share the words are looked for that say of whom.
const near = 160

// share reads the fraction at token i.
func (r *reader) share(s *sentence, i int) {
	t, left, right := s.tokens[i], s.left(i), s.right(i)
	p := Param{Kind: Majority, Share: t.share}
	p.Share.Of = OfParties
	switch {
	case matches(r.quorum, left):
		p.Kind = Quorum
	case matches(r.voting, right[:min(len(right), near)]) || r.lang == data.Chinese && matches(r.voting, left[max(0, len(left)-near):]):
		p.Share.Of = OfVoting
	}
	r.add(s, s.at[i], s.at[i]+len(t.text), p)
}

// counted reads numbers of instruments and of parties, and majorities without a fraction.
func (r *reader) counted(s *sentence, is subject) {
	taken := map[int]bool{}
	each(r.instruments, s.text, func(from, to, n int) {
		if n < 2 || !is.force || is.amendment {
			return
		}
		taken[from] = true
		r.add(s, from, to, Param{Kind: Instruments, Number: n})
	})
	each(r.parties, s.text, func(from, to, n int) {
		if n >= 3 && !taken[from] {
			r.add(s, from, to, Param{Kind: Parties, Number: n})
		}
	})
	fraction := slices.ContainsFunc(s.tokens, token.fraction)
	if at := found(r.majority, s.text); at != nil && !fraction {
		of := OfParties
		if s.has(r.voting) {
			of = OfVoting
		}
		r.add(s, at[0], at[1], Param{Kind: Majority, Share: Share{1, 2, of}})
	}
}

// words reads what has no number.
func (r *reader) words(s *sentence, is subject) {
	simple := func(kind Kind, p *regexp.Regexp) {
		if at := found(p, s.text); at != nil && !slices.ContainsFunc(r.out, func(p Param) bool { return p.Kind == kind }) {
			r.add(s, at[0], at[1], Param{Kind: kind})
		}
	}
	if s.has(r.deposit) {
		simple(Uncounted, r.uncounted)
	}
	simple(Consensus, r.consensus)
	simple(Indefinite, r.indefinite)
	if is.reserves && !s.has(r.except) {
		simple(Reserved, r.forbidden)
	}
	for _, p := range r.depositary {
		if at := p.FindStringSubmatchIndex(s.text); at != nil {
			r.add(s, at[2], at[3], Param{Kind: Depositary})
			break
		}
	}
	if at := found(r.until, s.text); at != nil && s.has(r.signature) {
		if date, ok := r.date(s.text, at); ok {
			r.add(s, at[0], at[1], Param{Kind: Signature, Date: date})
		}
	}
}

// date reads a date whose parts are the groups of a match.
func (r *reader) date(text string, at []int) (data.Date, bool) {
	group := func(i int) string { return text[at[2*i]:at[2*i+1]] }
	first, _ := strconv.Atoi(group(1))
	last, _ := strconv.Atoi(group(3))
	if r.lang == data.Chinese {
		month, _ := strconv.Atoi(group(2))
		return dated(first, month, last)
	}
	for _, word := range strings.Fields(group(2)) {
		if month := r.months[word]; month > 0 {
			return dated(last, month, first)
		}
	}
	return data.Date{}, false
}

func dated(year, month, day int) (data.Date, bool) {
	d, err := data.ParseDate(pad(year, 4) + "-" + pad(month, 2) + "-" + pad(day, 2))
	return d, err == nil
}

func pad(n, width int) string {
	s := strconv.Itoa(n)
	return strings.Repeat("0", max(0, width-len(s))) + s
}

// settlement reads the means of settling disputes that a sentence names, each where it
// is named first.
func (r *reader) settlement(s *sentence) {
	for _, m := range r.means {
		known := slices.ContainsFunc(r.out, func(p Param) bool { return p.Kind == Settlement && p.Means == m.means })
		if at := found(m.pattern, s.text); at != nil && !known {
			r.add(s, at[0], at[1], Param{Kind: Settlement, Means: m.means})
		}
	}
}

// languagesOf are the languages that a sentence calls authentic.
func (r *reader) languagesOf(s *sentence) []data.Lang {
	if !s.has(r.authentic) {
		return nil
	}
	var out []data.Lang
	for i, p := range r.langs {
		if s.has(p) {
			out = append(out, data.Langs[i])
		}
	}
	return out
}

// monthly1 makes "the first day of the month following the expiration of a period
// of three months" the one period that it is.
func (l *lexicon) monthly1(s sentence) sentence {
	if at := found(l.firstOfMonth, s.text); at != nil {
		return s.first(at[0], at[1])
	}
	if l.monthly == nil {
		return s
	}
	for i, t := range s.tokens {
		if t.period() {
			if at := found(l.monthly, s.right(i)); at != nil {
				return s.first(s.at[i], s.at[i]+len(t.text)+at[1])
			}
		}
	}
	return s
}

// first joins the tokens in the bytes [from, to) to one period that ends on the
// first day of a month.
func (s sentence) first(from, to int) sentence {
	var joined token
	var out []token
	for i, t := range s.tokens {
		if s.at[i] < from || s.at[i] >= to {
			out = append(out, t)
			continue
		}
		if joined.text == "" {
			joined = token{start: t.start, text: "~"}
			out = append(out, joined)
		}
		if t.period() && joined.delay.IsZero() {
			joined.delay = t.delay
		}
		joined.end = t.end
	}
	joined.delay.FirstOfMonth = true
	joined.text = "~" + delayText(joined.delay) + "1"
	for i := range out {
		if out[i].text == "~" {
			out[i] = joined
		}
	}
	return sentences(out, s.gap)[0]
}

// found is where a pattern matches, with its groups; nil where it does not.
func found(p *regexp.Regexp, text string) []int {
	if p == nil {
		return nil
	}
	return p.FindStringSubmatchIndex(text)
}

// each gives all matches of a pattern with the number in whichever of its groups matched.
func each(p *regexp.Regexp, text string, yield func(from, to, n int)) {
	for _, at := range p.FindAllStringSubmatchIndex(text, -1) {
		for g := 1; 2*g+1 < len(at); g++ {
			if at[2*g] < 0 {
				continue
			}
			n, err := strconv.Atoi(strings.TrimLeft(text[at[2*g]:at[2*g+1]], "#@"))
			if err == nil {
				yield(at[0], at[1], n)
			}
		}
	}
}
