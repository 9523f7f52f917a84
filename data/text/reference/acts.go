package reference

import (
	"strconv"
	"strings"

	"travaux/data"
	"travaux/data/text"
)

// inWords finds "resolution 75/240" and its kin.
func (p *parser) inWords() []foundSymbol {
	var out []foundSymbol
	for k := 0; k < len(p.list)-1; k++ {
		t := &p.list[k]
		switch {
		case t.kind == tokenWord && t.entry.has(roleAct):
			found, end := p.actNumbers(k)
			out = append(out, found...)
			k = max(k, end-1)
		case t.r == '第' && p.lex.lang == data.Chinese:
			if found, end := p.hanActs(k); end > 0 {
				out = append(out, found...)
				k = end - 1
			}
		}
	}
	return out
}

// maxOrgan is how many words may stand between "resolution" and its number:
// "de la Asamblea General".
const maxOrgan = 6

// actNumbers reads the numbers after "resolution" or "decisions".
func (p *parser) actNumbers(k int) (out []foundSymbol, end int) {
	decision := isDecision(p.word(k))
	at := k + 1
	for n := 0; n < maxOrgan && p.at(at).kind == tokenWord && !p.at(at).entry.has(roleAct) && !p.session(at); n++ {
		at++
	}
	organ := p.organ(k, at)
	first := p.organStart(k)
	for gap := 0; gap < 24; {
		name, next := p.actNumber(at, organ, decision)
		if name == "" {
			if len(out) == 0 || p.stop(at) && p.at(at).r != '.' || p.stop(at) && p.at(at+1).upper || p.at(at).entry.has(roleAct) || at >= len(p.list)-1 {
				break
			}
			at, gap = at+1, gap+1
			continue
		}
		s := foundSymbol{first: at, end: next}
		if len(out) == 0 {
			s.first = first
		} else if prev := p.at(at - 1); !p.comma(at-1) && !prev.entry.has(roleAnd) {
			at, gap = next, gap+1
			continue
		}
		s.Symbol = Symbol{Span: p.span(s.first, s.end), Name: name}
		out = append(out, s)
		at, gap, end = next, 0, next
	}
	return out, end
}

// session reports whether a special session's number stands at k: S-32/1.
func (p *parser) session(k int) bool {
	w := p.word(k)
	return (len(w) == 1 && w[0] == 's' || len(w) == 2 && w[0] == 'e' && w[1] == 's') && p.is(k+1, '-') && p.at(k+2).kind == tokenNumber
}

func isDecision(w []byte) bool {
	s := string(w)
	return strings.HasPrefix(s, "decis") || strings.HasPrefix(s, "решени") || strings.Contains(s, "مقرر")
}

// organ tells whose act it is, from the words around it.
func (p *parser) organ(k, number int) string {
	for _, o := range p.lex.organ {
		for at := max(k-len(o.words)-1, 0); at < number+len(o.words)+4 && at < len(p.list); at++ {
			if p.phrase(at, o.words) > 0 {
				return o.organ
			}
		}
	}
	return ""
}

// organStart goes back over the name of the organ that English sets before
// "resolution".
func (p *parser) organStart(k int) int {
	if p.lex.lang != data.English || k == 0 {
		return k
	}
	switch string(p.word(k - 1)) {
	case "assembly", "council":
	default:
		return k
	}
	for n := 0; n < 5 && k > 0; n++ {
		switch string(p.word(k - 1)) {
		case "general", "assembly", "security", "council", "human", "rights", "economic", "social":
		case "and":
			if n == 0 || k < 2 || string(p.word(k-2)) != "economic" {
				return k
			}
		default:
			return k
		}
		k--
	}
	return k
}

// actNumber reads the number of an act: 75/240, 2341 (2017), 217 A (III),
// S-32/1. name is "" if there is none.
func (p *parser) actNumber(k int, organ string, decision bool) (name string, end int) {
	kind := "RES"
	if decision {
		kind = "DEC"
	}
	at := k
	session := ""
	if p.session(k) {
		session = strings.ToUpper(string(p.word(k))) + "-"
		at += 2
	}
	n := p.at(at)
	if n.kind != tokenNumber || n.value < 1 {
		return "", 0
	}
	if p.is(at+1, '/') && p.at(at+2).kind == tokenNumber && p.at(at+2).value > 0 && !p.at(at+2).gap {
		second := strconv.Itoa(p.at(at + 2).value)
		first := session + strconv.Itoa(n.value)
		end = at + 3
		switch {
		case n.value >= 1946 && n.value < 2200:
			return "E/" + kind + "/" + first + "/" + second, end
		case organ == "HRC" && n.value < 31+100:
			return "A/HRC/" + kind + "/" + first + "/" + second, end
		case session == "" && (n.value < 31 || n.value > 200):
			return "", 0
		}
		return "A/" + kind + "/" + first + "/" + second, end
	}
	if w := p.at(at + 2); p.is(at+1, '/') && w.kind == tokenWord && w.capitals && !w.gap && p.is(at+3, '.') && p.at(at+4).kind == tokenNumber && session == "" {
		// Decisions of conferences of parties have no symbol but their number.
		return strconv.Itoa(n.value) + "/" + strings.ToUpper(string(p.word(at+2))) + "." + strconv.Itoa(max(p.at(at+4).value, 0)), at + 5
	}
	if session != "" || decision || n.value > 4000 {
		return "", 0
	}
	return p.oldNumber(at)
}

// oldNumber reads 2341 (2017) and 217 A (III).
func (p *parser) oldNumber(k int) (name string, end int) {
	n := strconv.Itoa(p.at(k).value)
	at, part := k+1, ""
	if t := p.at(at); t.kind == tokenWord && t.end-t.start == 1 && t.upper {
		part, at = strings.ToUpper(string(p.word(at))), at+1
	}
	if p.lex.lang == data.Arabic {
		if letter := arabicPart(p.word(at)); letter != "" {
			part, at = letter, at+1
		}
		if p.is(at, '(') && string(p.word(at+1)) == "د" && p.dash(at+2) && p.at(at+3).kind == tokenNumber && p.is(at+4, ')') {
			session := text.Label{Class: text.ClassRoman, Value: min(max(p.at(at+3).value, 0), 99)}.Elem()
			return "A/RES/" + n + "(" + strings.ToUpper(session) + ")" + part, at + 5
		}
	}
	if !p.is(at, '(') || !p.is(at+2, ')') {
		return "", 0
	}
	switch t := p.at(at + 1); {
	case t.kind == tokenNumber && t.value > 1945 && t.value < 2200 && part == "":
		return "S/RES/" + n + " (" + strconv.Itoa(t.value) + ")", at + 3
	case t.kind == tokenWord && text.Roman(string(p.word(at+1))) > 0:
		return "A/RES/" + n + "(" + strings.ToUpper(string(p.word(at+1))) + ")" + part, at + 3
	}
	return "", 0
}

// arabicPart gives the letter of a part of a resolution: ألف is A.
func arabicPart(w []byte) string {
	switch string(w) {
	case "الف":
		return "A"
	case "باء":
		return "B"
	case "جيم":
		return "C"
	case "دال":
		return "D"
	case "هاء":
		return "E"
	}
	return ""
}

// hanActs reads 第75/240号决议, 第74/247号和第75/282号决议, 第2712(2023)和
// 2720(2023)号决议. What they are stands after the last.
func (p *parser) hanActs(k int) (out []foundSymbol, end int) {
	organ := ""
	for at := max(k-9, 0); at < k; at++ {
		if p.has(at, "人权理事会") {
			organ = "HRC"
		}
	}
	numbers, end := p.hanActNumbers(k, organ)
	if len(numbers) == 0 {
		return nil, 0
	}
	decision, found := false, false
	for at := end; at < end+60 && !p.stop(at) && !found; at++ {
		decision = p.has(at, "决定")
		found = decision || p.has(at, "决议")
		if found && at == end {
			end += 2
		}
	}
	if !found {
		return nil, 0
	}
	for i, n := range numbers {
		name, _ := p.actNumber(n.at, organ, decision)
		s := foundSymbol{first: n.first, end: n.end}
		if i == len(numbers)-1 {
			s.end = end
		}
		if s.Symbol = (Symbol{Span: p.span(s.first, s.end), Name: name}); name != "" {
			out = append(out, s)
		}
	}
	return out, end
}

// actAt is the number of an act with the tokens around it.
type actAt struct{ first, at, end int }

// hanActNumbers reads a list of numbers of acts, each between 第 and 号, which
// may be said once for all.
func (p *parser) hanActNumbers(k int, organ string) (list []actAt, end int) {
	closed := false
	for len(list) < maxItems {
		n := actAt{first: k, at: k}
		if p.is(k, '第') {
			n.at++
		}
		name, next := p.actNumber(n.at, organ, false)
		if name == "" {
			break
		}
		closed = p.is(next, '号')
		if n.end = next; closed {
			n.end++
		}
		list, end = append(list, n), n.end
		if k, _ = p.hanJoint(end); k == end {
			break
		}
	}
	if !closed {
		return nil, 0
	}
	return list, end
}
