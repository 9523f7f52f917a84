package states

import (
	"cmp"
	"iter"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"travaux/data"
)

// ParseProponents reads who makes a proposal, as people type it in any of the
// six languages: "egy", "Egypt", "مصر", "Spain, France and Italy", "Egypt on
// behalf of NAM", "Sudan, for the G-77/China", "埃及代表不结盟运动". A Member State is
// recognised as Find does; everything else is kept, as it was typed, as a name.
// The group spoken for is kept without its article. What is written after several
// proponents joined by "and" holds for all of them; after a comma, for the last.
//
// It never fails: every word that is typed is found again, but for separators,
// articles and the words for "on behalf of".
func ParseProponents(typed string) []data.Proponent {
	var out []data.Proponent
	add := func(list []data.Proponent) {
		for _, p := range list {
			if !slices.Contains(out, p) {
				out = append(out, p)
			}
		}
	}
	for _, text := range strings.FieldsFunc(visible(typed), func(r rune) bool { return strings.ContainsRune(";；؛\n\r", r) }) {
		text = unwrapped(text)
		if len(text) > longestPart {
			add([]data.Proponent{{Name: text}})
			continue
		}
		add(part(text))
	}
	return out
}

// longestPart is how many bytes between two semicolons are read; nobody types
// more, and what is pasted by mistake must not make the window wait.
const longestPart = 10_000

// WriteProponents is the list as it may be typed, States by their names in a
// language: ParseProponents reads it back.
func WriteProponents(list []data.Proponent, lang data.Lang) string {
	var parts []string
	for _, p := range list {
		name := p.Name
		if p.State != "" {
			if name = Name(p.State, lang); name == "" {
				name = p.State
			}
		}
		if p.For != "" {
			name += " " + behalves[lang] + " " + p.For
		}
		parts = append(parts, name)
	}
	if lang == data.Arabic {
		return strings.Join(parts, "، ")
	}
	return strings.Join(parts, ", ")
}

// behalves are the words with which one writes that somebody speaks for a group.
var behalves = data.Words{
	data.Arabic: "باسم", data.Chinese: "代表", data.English: "on behalf of",
	data.French: "au nom de", data.Russian: "от имени", data.Spanish: "en nombre de",
}

// SortProponents puts the proponents of a joint proposal in the order in which
// they are printed: English alphabetical order (reference: joint proposals).
func SortProponents(list []data.Proponent) {
	key := func(p data.Proponent) string {
		if p.State != "" {
			return letters(Name(p.State, data.English))
		}
		return letters(p.Name)
	}
	slices.SortStableFunc(list, func(a, b data.Proponent) int {
		return cmp.Or(cmp.Compare(key(a), key(b)), cmp.Compare(a.For, b.For))
	})
}

// visible is the text without the marks of direction that a window puts in.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Bidi_Control, r) {
			return -1
		}
		return r
	}, s)
}

// unwrapped is the text without parentheses around all of it.
func unwrapped(s string) string {
	s = strings.TrimSpace(s)
	for _, pair := range []string{"()", "（）"} {
		open, shut := string([]rune(pair)[0]), string([]rune(pair)[1])
		if inner, ok := strings.CutPrefix(s, open); ok {
			if inner, ok := strings.CutSuffix(inner, shut); ok && !strings.ContainsAny(inner, pair) {
				return strings.TrimSpace(inner)
			}
		}
	}
	return s
}

// The words for "on behalf of", and those that mean it only after the name of a
// State: there are groups "for" something.
var (
	behalf = regexp.MustCompile(`(?i)[,，،]?\s*[(（]?\s*(?:` +
		`\b(?:speaking )?on behalf of(?: the)?\b|\bau nom (?:des|du|de(?: la| les)?)\b(?: l['’]|['’])?|\bau nom d['’]` +
		`|\ben (?:nombre|representación) del?\b(?: las?\b| los\b| el\b)?|от имени|(?:بالنيابة|نيابة)\s+عن|باسم|(?:并)?代表)\s*`)
	behalfOfStates = regexp.MustCompile(`(?i)[,，،]?\s*[(（]?\s*\b(?:for(?: the)?\b|pour (?:la\b|les?\b|l['’])|por (?:la\b|los\b|las\b|el\b))\s*`)
)

// part reads proponents between two semicolons, of which some may speak for a group.
func part(s string) []data.Proponent {
	at := spokenFor(s)
	if at == nil {
		who, _ := list(s)
		return who
	}
	who, together := list(s[:at[0]])
	group, rest := groupIn(s[at[1]:])
	if group == "" && rest == "" {
		who, _ = list(s)
		return who
	}
	if len(who) == 0 { // 代表不结盟运动的埃及
		if of := strings.LastIndex(group, "的"); of > 0 {
			if code, ok := Find(group[of+len("的"):]); ok {
				who, group = []data.Proponent{{State: code}}, group[:of]
			}
		}
	}
	switch {
	case group == "":
	case len(who) == 0:
		who = []data.Proponent{{Name: group}}
	default:
		for i := together; i < len(who); i++ {
			who[i].For = group
		}
	}
	if rest == "" {
		return who
	}
	return append(who, part(rest)...)
}

// spokenFor is where the first "on behalf of" stands; nil if nowhere.
func spokenFor(s string) []int {
	first, end := (*[2]int)(nil), len(s)
	for m := range matches(behalf, s) {
		if !strings.HasPrefix(s[m[1]:], "团") { // 代表团 is a delegation
			first, end = &m, m[0]
			break
		}
	}
	var cuts []cut
	for m := range matches(behalfOfStates, s[:end]) {
		if cuts == nil {
			cuts = slices.Collect(separatorsIn(s[:end]))
		}
		if endsWithState(s[:m[0]], cuts) {
			return m[:]
		}
	}
	if first == nil {
		return nil
	}
	return first[:]
}

// matches finds one match after the other, without looking further than asked.
func matches(what *regexp.Regexp, s string) iter.Seq[[2]int] {
	return func(yield func([2]int) bool) {
		for from := 0; from < len(s); {
			m := what.FindStringIndex(s[from:])
			if m == nil || !yield([2]int{from + m[0], from + m[1]}) {
				return
			}
			from += max(m[1], 1)
		}
	}
}

// groupIn reads the name of the group spoken for: to a comma, to the parenthesis
// that is not its own, or to an "and" before a State, unless what stands before
// it is a State too ("on behalf of Jordan and Lebanon").
func groupIn(s string) (group, rest string) {
	end, next := len(s), len(s)
	depth := 0
	for i, c := range s {
		switch c {
		case '(', '（':
			depth++
		case ')', '）':
			depth--
		}
		if depth < 0 {
			end, next = i, i+len(string(c))
			break
		}
	}
	for c := range separatorsIn(s[:end]) {
		before, after := strings.TrimSpace(s[:c.start]), s[c.end:end]
		for next := range separatorsIn(after) {
			after = after[:next.start]
			break
		}
		if c.comma || !isState(before) && startsWithState(after) && !is77(before) {
			end, next = c.start, c.end
			break
		}
	}
	return strings.TrimSpace(s[:end]), strings.TrimLeft(s[next:], " \u00a0,，،")
}

// isState reports whether the words are the name of a State and nothing else.
func isState(words string) bool {
	if len(words) > longestState {
		return false
	}
	_, ok := Find(words)
	return ok
}

// startsWithState reports whether the words begin with a State, which may speak
// for somebody.
func startsWithState(words string) bool {
	if at := spokenFor(words); at != nil {
		words = words[:at[0]]
	}
	return isState(words)
}

// endsWithState reports whether the last name of a list is that of a State. The
// cuts may go further than the list.
func endsWithState(s string, cuts []cut) bool {
	n, _ := slices.BinarySearchFunc(cuts, len(s)+1, func(c cut, end int) int { return cmp.Compare(c.end, end) })
	if n == 0 {
		return isState(s)
	}
	if isState(s[cuts[n-1].end:]) {
		return true
	}
	for i := n - 2; i >= max(n-1-mostCuts, -1); i-- {
		name := s
		if i >= 0 {
			name = s[cuts[i].end:]
		}
		if exactly(name) != "" {
			return true
		}
	}
	return false
}

// exactly is the State whose whole name that is, "" if none.
func exactly(name string) string {
	if len(name) > longestState {
		return ""
	}
	return names().exact[letters(name)]
}

// longestState is more bytes than any name of a State has, with all that may be
// typed around it.
const longestState = 200

// is77 reports whether a name is that of the Group of 77, to which "and China"
// belongs.
func is77(name string) bool {
	key := letters(name[max(len(name)-longestState, 0):])
	for _, end := range []string{"77", "77国集团", "七十七国集团", "السبعين"} {
		if strings.HasSuffix(key, end) {
			return true
		}
	}
	return false
}

// cut is where one proponent may end and the next begin.
type cut struct {
	start, end int
	comma      bool
}

var separators = regexp.MustCompile(`(?i)\s*[,，،、]\s*(?:(?:and|et|y|и)\s+)?|\s+(?:and|et|y|e|и|&|\+)\s+|\s*/\s*|\s+و\s*|以及|和|与|及`)

// separatorsIn finds commas and words for "and" that stand in no parentheses.
func separatorsIn(s string) iter.Seq[cut] {
	return func(yield func(cut) bool) {
		depth, seen := 0, 0
		for m := range matches(separators, s) {
			before := s[seen:m[0]]
			depth += strings.Count(before, "(") + strings.Count(before, "（") - strings.Count(before, ")") - strings.Count(before, "）")
			seen = m[0]
			word := strings.TrimSpace(s[m[0]:m[1]])
			if depth != 0 {
				continue
			}
			if !yield(cut{m[0], m[1], strings.ContainsAny(word, ",，،、")}) {
				return
			}
		}
	}
}

// list reads names with commas or "and" between them. together is the first of
// those that stand behind the last comma.
func list(s string) (out []data.Proponent, together int) {
	cuts := append(slices.Collect(separatorsIn(s)), cut{start: len(s), end: len(s), comma: true})
	start := func(i int) int { // of the words before cut i
		if i == 0 {
			return 0
		}
		return cuts[i-1].end
	}
	run := 0 // where a name that is no State's begins
	flush := func(end int) {
		if name := strings.TrimSpace(s[min(run, end):end]); name != "" {
			out = append(out, data.Proponent{Name: name})
		}
	}
	for i := 0; i < len(cuts); {
		if i > 0 && cuts[i-1].comma {
			run, together = start(i), len(out)
		}
		code, last := stateAt(s, cuts, i)
		if code == "" || code == "CHN" && run < start(i) && is77(s[run:cuts[max(i-1, 0)].start]) {
			if cuts[i].comma {
				flush(cuts[i].start)
				run = cuts[i].end
			}
			i++
			continue
		}
		if i > 0 {
			flush(cuts[i-1].start)
		}
		out = append(out, data.Proponent{State: code})
		i = last + 1
		run = start(min(i, len(cuts)))
	}
	return out, together
}

// stateAt is the State whose name begins behind cut i-1, and the cut that it ends
// before: the longest, for names hold commas and "and" as well.
func stateAt(s string, cuts []cut, i int) (code string, last int) {
	from := 0
	if i > 0 {
		from = cuts[i-1].end
	}
	for last = min(i+mostCuts, len(cuts)-1); last > i; last-- {
		if code := exactly(s[from:cuts[last].start]); code != "" {
			return code, last
		}
	}
	word := s[from:cuts[i].start]
	if len(word) > longestState {
		return "", i
	}
	if code, ok := Find(word); ok {
		return code, i
	}
	if rest, ok := strings.CutPrefix(strings.TrimSpace(word), "و"); ok { // behind a comma
		if code, ok := Find(rest); ok {
			return code, i
		}
	}
	return "", i
}

// mostCuts is how many commas and "and" the name of a State holds.
const mostCuts = 4
