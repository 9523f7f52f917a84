package capture

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"travaux/data"
	"travaux/data/states"
)

// Write is a view as a line: with its provision on screen, or its issue meant, Parse reads the same
// speaker, attitude, confidence, words and wording from it, and whether it was
// said to us alone. card is the number of its proposal; 0: it is on the text.
// Who is not in the register any more is written as a name.
func Write(v data.View, card int, reg *states.Register) string {
	var out []string
	if v.By.Code != "" {
		out = append(out, known(states.Found{Code: v.By.Code}, reg))
	} else if v.By.Name != "" {
		out = append(out, plain(v.By.Name))
	}
	if v.By.For != "" {
		out = append(out, known(states.Found{Code: v.By.For, Group: true}, reg))
	} else if v.By.ForName != "" {
		if len(out) == 0 {
			out = append(out, "for")
		}
		out = append(out, plain(v.By.ForName))
	}
	out = append(out, signs[v.Attitude])
	switch v.Confidence {
	case data.ConfidenceUnsure:
		out = append(out, "!")
	case data.ConfidenceReported:
		out = append(out, "!!")
	}
	if v.Private {
		out = append(out, "*")
	}
	if card > 0 {
		out = append(out, "#"+strconv.Itoa(card))
	}
	if v.Words != "" {
		out = append(out, escape([]rune(v.Words)))
	}
	if v.Proposed != "" {
		out = append(out, "= "+v.Proposed)
	}
	return strings.Join(out, " ")
}

// signs are the attitudes as everybody can type them.
var signs = map[data.Attitude]string{
	data.AttitudeSupport: "+", data.AttitudeOppose: "-", data.AttitudeFlexible: "~", data.AttitudeQuestion: "?", data.AttitudeReserve: "r",
}

// known is what to type for somebody of the register.
func known(f states.Found, reg *states.Register) string {
	return cmp.Or(typeable(f, reg), plain(f.Code))
}

// plain is a name in quotation marks that do not occur in it.
func plain(name string) string {
	for _, open := range []rune{'"', '«', '「', '『'} {
		if !strings.ContainsAny(name, closing[open]) {
			return string(open) + name + closing[open][:len(string([]rune(closing[open])[0]))]
		}
	}
	return `"` + strings.Map(func(r rune) rune {
		if strings.ContainsRune(closing['"'], r) {
			return '\''
		}
		return r
	}, name) + `"`
}

// escape writes words so that every sign in them stays a part of them.
func escape(words []rune) string {
	var out strings.Builder
	at := 0
	for _, t := range split(words) {
		out.WriteString(string(words[at:t.Start]))
		at = t.End
		typed := words[t.Start:t.End]
		switch {
		case t.quoted && (len(typed) < 2 || !strings.ContainsRune(closing[typed[0]], typed[len(typed)-1])): // to the end
			return out.String() + `\` + string(typed[0]) + escape(typed[1:])
		case t.quoted, t.comma:
			out.WriteString(string(typed))
		default:
			kind, _ := t.directive()
			for i, r := range typed {
				if i == 0 && kind != 0 || closing[r] != "" || escapes(words, t.Start+i) {
					out.WriteRune('\\')
				}
				out.WriteRune(r)
			}
		}
	}
	return out.String() + string(words[at:])
}

// unescaped are words without what keeps signs a part of them.
func unescaped(words []rune) string {
	out := make([]rune, 0, len(words))
	for i := 0; i < len(words); i++ {
		if escapes(words, i) {
			i++
		}
		out = append(out, words[i])
	}
	return string(out)
}

// special are the runes before which a backslash means something.
var special = []rune{'\\', '!', '！', '*', '＊', '#', '＃', '№', '@', '＠', '=', '＝'}

// escapes reports whether a backslash stands at a place, and makes the sign behind
// it a part of the words.
func escapes(line []rune, at int) bool {
	return line[at] == '\\' && at+1 < len(line) && (closing[line[at+1]] != "" || slices.Contains(special, line[at+1]))
}
