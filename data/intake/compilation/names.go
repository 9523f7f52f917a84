package compilation

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"travaux/data"
	"travaux/data/states"
)

// names are those of proponents, by key, as they are printed.
type names map[string][]string

func (n names) add(name string) {
	k := key(name)
	for _, known := range n[k] {
		if known == name {
			return
		}
	}
	n[k] = append(n[k], name)
}

// key is what of a name is compared: its letters and digits, small, without
// accents.
func key(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) || !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(name))
}

// longestName is how many bytes a line may have that names proponents.
const longestName = 300

// signed finds the proponents that a line names under the heading we are under:
// alone, or, where the contents say so, among words that a reader ran together.
func (r *reader) signed(line string) (before, name, after string, ok bool) {
	if r.heading.article == "" {
		return "", "", "", false
	}
	return r.signedIn(r.stage, line)
}

func (r *reader) signedIn(stage int, line string) (before, name, after string, ok bool) {
	if len(line) <= longestName {
		if _, listed := r.names[key(line)]; listed && key(line) != "" {
			return "", line, "", true
		}
		if len(r.listed.signed) == 0 && isProponents(line) {
			return "", strings.TrimRight(line, " :"), "", true
		}
	}
	for _, s := range r.listed.signed {
		if s.stage != stage || r.found(s) {
			continue
		}
		if at := within(line, s.name); at >= 0 {
			return strings.TrimSpace(line[:at]), s.name, strings.TrimSpace(line[at+len(s.name):]), true
		}
	}
	return "", "", "", false
}

// found reports whether a proponent of the contents was met under its heading.
func (r *reader) found(s signature) bool {
	article := r.listed.headings[s.stage].article
	if r.entry != nil && r.entry.Article == article && key(r.entry.Proponents[0]) == key(s.name) {
		return true
	}
	for i := len(r.c.Entries) - 1; i >= 0 && r.c.Entries[i].Article == article; i-- {
		if key(r.c.Entries[i].Proponents[0]) == key(s.name) {
			return true
		}
	}
	return false
}

// within is where a name stands as a heading among other words: at the beginning or
// behind the end of a sentence, and before a new one. -1: nowhere.
func within(line, name string) int {
	for from := 0; ; {
		at := strings.Index(line[from:], name)
		if at < 0 {
			return -1
		}
		at += from
		from = at + len(name)
		before := strings.TrimRight(line[:at], " ")
		if (before == "" || ended(before)) && begins(line[from:]) {
			return at
		}
	}
}

// ended reports whether a sentence, or what stands for one, ends with the words.
func ended(words string) bool {
	last, _ := utf8.DecodeLastRuneInString(words)
	return strings.ContainsRune(".;:!?)]”»。；", last) || strings.HasSuffix(words, " provided")
}

// begins reports whether words go on with something new.
func begins(words string) bool {
	if words == "" {
		return true
	}
	next := strings.TrimLeft(words, " ")
	first, _ := utf8.DecodeRuneInString(next)
	return len(next) < len(words) && (unicode.IsUpper(first) || unicode.IsDigit(first) || strings.ContainsRune("([“\"…«", first))
}

var (
	union   = regexp.MustCompile(`(?i),?\s+(?:and its member states|et ses états membres|y sus estados miembros|и (?:его|ее|её) государства-члены)$`)
	another = regexp.MustCompile(`(?i)\s*[,،、;]\s*(?:and\s+|et\s+|y\s+|и\s+)?|\s+(?:and|et|y|и|و)\s+`)
	by      = regexp.MustCompile(`(?i)^(?:submitted by|proposal (?:by|of|from)|proposition (?:de la|de l['’]|du|des|de)|propuesta (?:de la|del|de los|de)|предложение|مقترح(?: من)?)\s*:?\s+`)
)

// isProponents reports whether a line names proponents and nothing else: each of
// them is in the register of States and groups.
func isProponents(line string) bool {
	line = strings.TrimRight(line, " :")
	if line == "" || len(line) > longestName {
		return false
	}
	line = by.ReplaceAllString(union.ReplaceAllString(line, ""), "")
	if first, _ := utf8.DecodeRuneInString(line); unicode.IsLower(first) {
		return false
	}
	if isName(line) {
		return true
	}
	for _, p := range states.ParseProponents(line) {
		if p.State == "" && !allNames(p.Name) {
			return false
		}
	}
	return true
}

func allNames(list string) bool {
	for _, name := range another.Split(list, -1) {
		if !isName(name) {
			return false
		}
	}
	return true
}

// isName reports whether it is the whole name of one participant or group.
func isName(name string) bool {
	_, known := registered()[nameKey(name)]
	return known
}

func nameKey(name string) string {
	name = strings.TrimSpace(name)
	for _, article := range []string{"the ", "The "} {
		name = strings.TrimPrefix(name, article)
	}
	return key(name)
}

// registered are the names of the register that ships with the program; of a
// Member State with its code.
var registered = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	add := func(code string, all ...data.Words) {
		for _, words := range all {
			for _, name := range words {
				if k := nameKey(name); k != "" {
					out[k] = code
				}
			}
		}
	}
	reg := states.Standard()
	for _, g := range reg.Groups() {
		add("", g.Names, g.Short)
	}
	for _, p := range reg.Parties() {
		code := p.Code
		if p.Kind != data.PartyMember {
			code = ""
		}
		add(code, p.Names, p.Formal)
	}
	return out
})

// By are the proponents of an entry: Member States by their codes, also where they
// are named in full, anybody else as written. A name that holds "and" is divided
// where all its parts are in the register.
func (e Entry) By() []data.Proponent {
	var out []data.Proponent
	for _, written := range e.Proponents {
		for _, p := range proponents(written) {
			if !slices.Contains(out, p) {
				out = append(out, p)
			}
		}
	}
	return out
}

func proponents(written string) []data.Proponent {
	written = strings.TrimSpace(by.ReplaceAllString(written, ""))
	if isName(written) || union.MatchString(written) {
		return []data.Proponent{proponent(written)}
	}
	if allNames(written) {
		var out []data.Proponent
		for _, name := range another.Split(written, -1) {
			out = append(out, proponent(name))
		}
		return out
	}
	list := states.ParseProponents(written)
	for i, p := range list {
		if code := registered()[nameKey(p.Name)]; p.State == "" && code != "" {
			list[i].State, list[i].Name = code, ""
		}
	}
	return list
}

func proponent(name string) data.Proponent {
	name = strings.TrimSpace(name)
	if code := registered()[nameKey(name)]; code != "" {
		return data.Proponent{State: code}
	}
	return data.Proponent{Name: name}
}
