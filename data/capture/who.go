package capture

import (
	"slices"
	"strings"

	"travaux/data"
	"travaux/data/states"
)

// Names in a segment of the line may have several words, and nothing parts a State
// from the group for which it speaks. Of all ways to cut the words into names, the
// one is taken that costs least: the fewest names, typed in full rather than in
// part, known rather than unknown.
const (
	costName      = 2  // every name
	costPart      = 1  // typed in part, one is meant
	costAmbiguous = 3  // typed in part, several are meant
	costOther     = 1  // typed, it rather means one of the other kind: "nam" is a group before it is Namibia
	costUnknown   = 40 // not in the register, for each word
	costJoined    = 5  // another speaker, without a comma before
	mostWords     = 8  // in a name
	mostTokens    = 48 // of a segment that is cut; what is longer is one unknown name
)

// between are what people type between a State and its group, and it is left out;
// the longest first.
var between = [][]string{
	{"on", "behalf", "of", "the"},
	{"on", "behalf", "of"},
	{"for", "the"},
	{"for"},
	{"obo"},
	{"au", "nom", "de", "la"},
	{"au", "nom", "de", "l"},
	{"au", "nom", "de"},
	{"au", "nom", "du"},
	{"au", "nom", "des"},
	{"pour"},
	{"en", "nombre", "de", "la"},
	{"en", "nombre", "de", "los"},
	{"en", "nombre", "de"},
	{"en", "nombre", "del"},
	{"por"},
	{"от", "имени"},
	{"от"},
	{"за"},
	{"باسم"},
	{"نيابة", "عن"},
	{"بالنيابة", "عن"},
	{"代表"},
}

// also part speakers as a comma does.
var also = []string{"and", "et", "y", "e", "и", "و", "和", "&"}

// kinds of pieces of a segment.
type kind int

const (
	party   kind = iota
	group        // after a party: the group for which it speaks; else alone
	bridge       // "on behalf of"
	comma        // "and"
	nothing      // the beginning of a segment
)

// piece is some tokens of a segment as one thing.
type piece struct {
	kind     kind
	from, to int // tokens
	part     *Part
	cost     int
}

// speakers reads a segment between commas.
func speakers(tokens []token, reg *states.Register) []Who {
	tokens = bridged(tokens)
	if len(tokens) == 0 {
		return nil
	}
	if len(tokens) > mostTokens {
		return []Who{{Party: joinedPart(tokens)}}
	}
	var out []Who
	before := nothing
	for _, p := range cut(tokens, reg) {
		switch {
		case p.kind == party:
			out = append(out, Who{Party: p.part})
		case p.kind == group && (before == party || before == bridge) && len(out) > 0 && out[len(out)-1].Group == nil:
			out[len(out)-1].Group = p.part
		case p.kind == group:
			out = append(out, Who{Group: p.part})
		}
		before = p.kind
	}
	return out
}

// bridged parts tokens of scripts that need no spaces: "埃及代表不结盟运动".
func bridged(tokens []token) []token {
	const word = "代表"
	var out []token
	for _, t := range tokens {
		before, after, found := strings.Cut(t.text, word)
		if t.quoted || !found || before == "" || after == "" {
			out = append(out, t)
			continue
		}
		at := t.Start + len([]rune(before))
		out = append(out,
			token{Span: Span{t.Start, at}, text: before},
			token{Span: Span{at, at + 2}, text: word},
			token{Span: Span{at + 2, t.End}, text: after})
	}
	return out
}

// state is the cheapest way to have read some tokens, ending with a kind.
type state struct {
	cost int
	last piece
	from *state
}

// cut cuts a segment into pieces.
func cut(tokens []token, reg *states.Register) []piece {
	best := make([]map[kind]*state, len(tokens)+1)
	for i := range best {
		best[i] = map[kind]*state{}
	}
	best[0][nothing] = &state{}
	for i := range tokens {
		if len(best[i]) == 0 {
			continue
		}
		for _, p := range starting(tokens, i, reg) {
			for _, before := range []kind{nothing, party, group, bridge, comma} {
				s := best[i][before]
				if s == nil {
					continue
				}
				cost, ok := follows(before, s, p)
				if !ok {
					continue
				}
				cost += s.cost + p.cost
				if old := best[p.to][p.kind]; old == nil || cost < old.cost {
					best[p.to][p.kind] = &state{cost, p, s}
				}
			}
		}
	}
	var end *state
	for _, k := range []kind{party, group, bridge, comma} {
		if s := best[len(tokens)][k]; s != nil && (end == nil || s.cost < end.cost) {
			end = s
		}
	}
	if end == nil {
		return []piece{{kind: party, part: joinedPart(tokens)}}
	}
	var out []piece
	for s := end; s != nil && s.from != nil; s = s.from {
		out = append(out, s.last)
	}
	slices.Reverse(out)
	return out
}

// follows says what it costs that a piece follows one of a kind, if it may.
func follows(before kind, s *state, p piece) (cost int, ok bool) {
	switch p.kind {
	case bridge:
		return 0, before == party || before == nothing
	case comma:
		return 0, before == party || before == group
	case party:
		switch before {
		case party, group:
			return costJoined, p.cost == costName && s.last.cost == costName // both typed in full
		case bridge:
			return 0, false
		}
	case group:
		if before == group {
			return costJoined, p.cost == costName && s.last.cost == costName
		}
	}
	return 0, true
}

// starting are the pieces that may begin at a token.
func starting(tokens []token, i int, reg *states.Register) []piece {
	if t := tokens[i]; t.quoted {
		plain := &Part{Span: t.Span, Typed: strings.TrimSpace(t.text), Plain: true}
		return []piece{{party, i, i + 1, plain, costName}, {group, i, i + 1, plain, costName}}
	}
	var out []piece
	for _, words := range between {
		if spoken(tokens, i, words) {
			out = append(out, piece{kind: bridge, from: i, to: i + len(words)})
			break
		}
	}
	if slices.Contains(also, strings.ToLower(tokens[i].text)) {
		out = append(out, piece{kind: comma, from: i, to: i + 1})
	}
	for to := i + 1; to <= min(len(tokens), i+mostWords) && !tokens[to-1].quoted; to++ {
		part := joinedPart(tokens[i:to])
		found := reg.Find(part.Typed)
		for _, k := range []kind{party, group} {
			p := *part
			p.Found = those(found, k == group)
			p.Sure = sure(p.Found)
			cost := costName
			switch {
			case len(found) > 0 && len(p.Found) == 0:
				continue
			case len(p.Found) == 0:
				cost += costUnknown * (to - i)
			case !p.Sure:
				cost += costAmbiguous
			case !p.Found[0].Exact():
				cost += costPart
			}
			if len(found) > 0 && found[0].Group != (k == group) && found[0].Match <= p.Found[0].Match {
				cost += costOther
			}
			out = append(out, piece{k, i, to, &p, cost})
		}
	}
	return out
}

// spoken reports whether some words stand at a token.
func spoken(tokens []token, i int, words []string) bool {
	if i+len(words) > len(tokens) {
		return false
	}
	for n, w := range words {
		if tokens[i+n].quoted || strings.ToLower(tokens[i+n].text) != w {
			return false
		}
	}
	return true
}

func joinedPart(tokens []token) *Part {
	words := make([]string, len(tokens))
	for i, t := range tokens {
		words[i] = t.text
	}
	return &Part{Span: Span{tokens[0].Start, tokens[len(tokens)-1].End}, Typed: strings.Join(words, " ")}
}

func those(list []states.Found, groups bool) (out []states.Found) {
	for _, f := range list {
		if f.Group == groups {
			out = append(out, f)
		}
	}
	return out
}

// sure reports whether the first is meant: no other fits as well.
func sure(list []states.Found) bool {
	return len(list) == 1 || len(list) > 1 && list[0].Match < list[1].Match
}

// typeable is what to type for somebody so that nobody else is meant: the code, or
// the name where the code is also that of somebody else.
func typeable(f states.Found, reg *states.Register) string {
	typed := strings.ToLower(f.Code)
	if found := reg.Find(typed); len(found) > 0 && found[0].Code == f.Code && found[0].Group == f.Group {
		return typed
	}
	if f.Group {
		return reg.GroupName(f.Code, data.English)
	}
	return reg.Name(f.Code, data.English)
}
