package desk

import (
	"bytes"
	"cmp"
	"maps"
	"slices"

	"travaux/data"
	"travaux/data/change"
)

// detailsOf takes a body apart that holds details by name; nil for any other.
// Texts in several languages are a detail in each.
func detailsOf(body []byte) map[detailName]change.Raw {
	var parts map[string]change.Raw
	if body == nil || change.Unmarshal(body, &parts) != nil {
		return nil
	}
	out := map[detailName]change.Raw{}
	if words, ok := tongues(body); ok {
		for lang, text := range words {
			out[detailName{lang: lang}] = change.Marshal(text)
		}
		return out
	}
	for name, raw := range parts {
		if words, ok := tongues(raw); len(raw) == 1 && (raw[0] == 0xa0 || raw[0] == 0xf6) {
			continue // nothing, or nothing in any language
		} else if ok {
			for lang, text := range words {
				out[detailName{name, lang}] = change.Marshal(text)
			}
		} else {
			out[detailName{name: name}] = raw
		}
	}
	return out
}

// tongues reads a text in several languages.
func tongues(raw change.Raw) (words data.Words, ok bool) {
	if change.Unmarshal(raw, &words) != nil {
		return nil, false
	}
	for lang := range words {
		if _, known := data.ParseLang(string(lang)); !known {
			return nil, false
		}
	}
	return words, len(words) > 0
}

// detailName is the name of a detail, and the language of its text.
type detailName struct {
	name string
	lang data.Lang
}

// unsaid are details that go with whatever version is taken: identities and times.
var unsaid = []string{"ID", "Author", "Time", "Revision", "Provision"}

// differing are, for each of several bodies, the details in which they are not all
// the same.
func differing(bodies [][]byte) map[int][]ConflictDetail {
	all := make([]map[detailName]change.Raw, len(bodies))
	names := map[detailName]bool{}
	for i, body := range bodies {
		all[i] = detailsOf(body)
		for name := range all[i] {
			names[name] = true
		}
	}
	order := slices.SortedFunc(maps.Keys(names), func(a, b detailName) int {
		return cmp.Or(cmp.Compare(a.name, b.name), cmp.Compare(slices.Index(data.Langs, a.lang), slices.Index(data.Langs, b.lang)))
	})
	out := map[int][]ConflictDetail{}
	for _, n := range order {
		if slices.Contains(unsaid, n.name) || agreed(all, n) {
			continue
		}
		for i := range bodies {
			text := spoken(all[i][n])
			if all[i] != nil && (text != "" || !only(all)) {
				out[i] = append(out[i], ConflictDetail{n.name, n.lang, text})
			}
		}
	}
	return out
}

// agreed reports whether a detail is the same in all bodies that have details.
func agreed(all []map[detailName]change.Raw, n detailName) bool {
	var first *change.Raw
	for _, details := range all {
		if details == nil {
			continue
		}
		raw := details[n]
		if first == nil {
			first = &raw
		} else if !bytes.Equal(*first, raw) {
			return false
		}
	}
	return first != nil && !only(all)
}

// only reports whether no more than one body has details: then all of them matter.
func only(all []map[detailName]change.Raw) bool {
	n := 0
	for _, details := range all {
		if details != nil {
			n++
		}
	}
	return n < 2
}

// spoken is a detail in words, as far as there are any.
func spoken(raw change.Raw) string {
	var text string
	var date data.Date
	switch {
	case change.Unmarshal(raw, &text) == nil:
		return text
	case change.Unmarshal(raw, &date) == nil:
		return date.String()
	}
	return ""
}
