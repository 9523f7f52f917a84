package states

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"travaux/data"
)

// Match says how what was typed means a party or a group, best first.
type Match int

// Matches.
const (
	MatchCode  Match = iota // its code
	MatchName               // its name, short name or alias, in full
	MatchPart               // its name from some word to the end: "Moldova"
	MatchStart              // the beginning of its name, alias or code
	MatchWord               // the beginning of a word in its name
)

// Found is one party or group that may be meant.
type Found struct {
	Code  string
	Group bool // a group; else a party
	Match Match
}

// Exact reports whether a code, a name or an alias was typed in full.
func (f Found) Exact() bool { return f.Match <= MatchName }

// entry is one thing that may be typed.
type entry struct {
	key   string // as letters gives it
	who   Found  // with how it is meant if it is typed in full
	place int    // in the register, to break ties
	far   bool   // its beginning is no better than that of a word: "États-Unis du Mexique"
}

// The least that is taken for the beginning of a name, and of a word within one:
// letters. One character of Chinese will do, within a name two.
const (
	leastStart   = 2
	leastWord    = 3
	leastHanWord = 2
)

// Find returns the parties and groups that may be meant by what was typed: a code,
// a name, short name or alias in any of the six languages, or a beginning of one.
// Case, accents, articles and punctuation make no difference. The best come first,
// among equals whoever is counted, then groups, observers and organizations; but a
// group before a State with the same code, as "nam" means the Non-Aligned Movement
// to everybody in the room. All that may be meant are returned; none if nobody.
func (r *Register) Find(typed string) []Found {
	typed = strings.TrimSpace(visible(typed))
	found := r.starting(letters(typed))
	if len(found) > 0 {
		return found
	}
	for _, a := range articles {
		if len(typed) > len(a) && strings.EqualFold(typed[:len(a)], a) {
			return r.starting(letters(typed[len(a):]))
		}
	}
	return nil
}

// starting returns who may be meant by a key, best first.
func (r *Register) starting(key string) []Found {
	if key == "" {
		return nil
	}
	size, han := len([]rune(key)), strings.IndexFunc(key, isHan) == 0
	best := map[Found]entry{}
	all := r.index()
	from, _ := slices.BinarySearchFunc(all, key, func(e entry, key string) int { return cmp.Compare(e.key, key) })
	for _, e := range all[from:] {
		if !strings.HasPrefix(e.key, key) {
			break
		}
		within := e.who.Match == MatchPart || e.far
		switch {
		case within && size < leastWord && (!han || size < leastHanWord), size < leastStart && !han && e.key != key:
			continue
		case e.key != key && within:
			e.who.Match = MatchWord
		case e.key != key:
			e.who.Match = MatchStart
		}
		who := Found{Code: e.who.Code, Group: e.who.Group}
		if old, known := best[who]; !known || e.who.Match < old.who.Match {
			best[who] = e
		}
	}
	return ranked(best)
}

func ranked(best map[Found]entry) []Found {
	list := make([]entry, 0, len(best))
	for _, e := range best {
		list = append(list, e)
	}
	shared := func(e entry) int { // a State whose code is that of a group
		if _, taken := best[Found{Code: strings.ToLower(e.who.Code), Group: true}]; taken && !e.who.Group && e.who.Match == MatchCode {
			return 1
		}
		return 0
	}
	slices.SortFunc(list, func(a, b entry) int {
		return cmp.Or(cmp.Compare(a.who.Match, b.who.Match), shared(a)-shared(b), a.place-b.place)
	})
	out := make([]Found, len(list))
	for i, e := range list {
		out[i] = e.who
	}
	return out
}

// indexOf lists what may be typed for everybody in a register, by key.
func indexOf(r *Register) []entry {
	var x indexing
	place := 0
	for _, code := range r.counted {
		place++
		x.party(r.parties[code], place)
	}
	for _, code := range r.listed {
		place++
		g := r.groups[code]
		x.add(Found{Code: code, Group: true}, place, g.Aliases, g.Short, g.Names)
	}
	for _, kind := range data.PartyKinds {
		for _, code := range r.order {
			if p := r.parties[code]; p.Kind == kind && !slices.Contains(r.counted, code) {
				place++
				x.party(p, place)
			}
		}
	}
	slices.SortFunc(x, func(a, b entry) int {
		return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.place, b.place), cmp.Compare(a.who.Match, b.who.Match))
	})
	return slices.Compact(x)
}

type indexing []entry

// party enters a party, its formal name last.
func (x *indexing) party(p data.Party, place int) {
	x.add(Found{Code: p.Code}, place, p.Aliases, p.Names)
	from := len(*x)
	for _, name := range p.Formal {
		x.enter(Found{Code: p.Code, Match: MatchName}, place, name, unarticled(name))
	}
	for i := range (*x)[from:] {
		(*x)[from+i].far = true
	}
}

// add enters a party or a group: its code, its aliases, its names and their parts.
func (x *indexing) add(who Found, place int, aliases []string, names ...data.Words) {
	code, name, part := who, who, who
	code.Match, name.Match, part.Match = MatchCode, MatchName, MatchPart
	x.enter(code, place, who.Code)
	x.enter(name, place, aliases...)
	for _, words := range names {
		for _, text := range words {
			bare, _, _ := strings.Cut(text, " (")
			x.enter(name, place, text, unarticled(text), bare)
			for _, p := range parts(text) {
				x.enter(part, place, p, unarticled(p))
			}
		}
	}
}

func (x *indexing) enter(who Found, place int, texts ...string) {
	for _, text := range texts {
		if key := letters(text); key != "" {
			*x = append(*x, entry{key: key, who: who, place: place})
		}
	}
}

// unarticled is a name without the article before it.
func unarticled(name string) string {
	for _, a := range articles {
		if len(name) > len(a) && strings.EqualFold(name[:len(a)], a) {
			return name[len(a):]
		}
	}
	return strings.TrimPrefix(name, "ال")
}

// parts are the ends of a name that begin with a later word of it; in Chinese, with
// any later character.
func parts(name string) []string {
	var out []string
	start := true
	for i, c := range name {
		letter := unicode.IsLetter(c) || unicode.IsDigit(c)
		if i > 0 && letter && (start || isHan(c)) {
			out = append(out, name[i:])
		}
		start = !letter && !unicode.Is(unicode.Mn, c)
	}
	return out
}
