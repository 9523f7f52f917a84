package speakers

import (
	"strings"

	"travaux/data"
	"travaux/data/states"
)

// most is how many readings of what was typed are offered.
const most = 8

// readings are the speakers that what was typed may mean, best first: "egy", "egy
// nam", "Egypt for NAM", "g77". Of what nobody in the register has, the last one
// is the speaker by name, as typed.
func readings(reg *states.Register, typed string) []data.Speaker {
	words := strings.Fields(typed)
	if len(words) == 0 {
		return nil
	}
	var out []data.Speaker
	add := func(s data.Speaker) {
		for _, have := range out {
			if have == s {
				return
			}
		}
		if len(out) < most {
			out = append(out, s)
		}
	}
	whole := reg.Find(typed)
	for _, f := range whole {
		if f.Exact() {
			add(alone(f))
		}
	}
	for _, s := range together(reg, words) {
		add(s)
	}
	for _, f := range whole {
		add(alone(f))
	}
	if len(out) > 0 {
		return out
	}
	for _, p := range states.ParseProponents(typed) {
		add(data.Speaker{Code: p.State, Name: p.Name, ForName: p.For})
	}
	return out
}

// alone is who speaks if nobody else is named: a group speaks without a spokesman.
func alone(f states.Found) data.Speaker {
	if f.Group {
		return data.Speaker{For: f.Code}
	}
	return data.Speaker{Code: f.Code}
}

// together reads a speaker and the group that he speaks for, wherever one name may
// end and the other begin.
func together(reg *states.Register, words []string) (out []data.Speaker) {
	for at := 1; at < len(words); at++ {
		groups := reg.Find(strings.Join(words[at:], " "))
		if len(groups) == 0 {
			continue
		}
		for _, who := range reg.Find(strings.Join(words[:at], " ")) {
			for _, g := range groups {
				if g.Group && !who.Group {
					out = append(out, data.Speaker{Code: who.Code, For: g.Code})
				}
			}
		}
	}
	return out
}
