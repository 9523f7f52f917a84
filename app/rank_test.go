package app

import (
	"fmt"
	"strings"
	"testing"

	"travaux/app/room"
)

// named makes entries of names; what is said after a name stands after " — ".
func named(names ...string) []findable {
	var all []findable
	for i, name := range names {
		words, detail, _ := strings.Cut(name, " — ")
		all = append(all, findable{
			Entry: room.Entry{ID: name, Words: words, Detail: detail}, order: i,
			words: spell(words), details: spell(detail),
		})
	}
	return all
}

func TestRank(t *testing.T) {
	for name, c := range map[string]struct {
		typed  string
		all    []string
		recent string // the one chosen last
		want   []string
	}{
		"beginnings of words before parts": {
			typed: "com",
			all:   []string{"Income tax", "Go to comments", "Comment"},
			want:  []string{"Comment", "Go to comments", "Income tax"},
		},
		"whole words first": {typed: "5", all: []string{"article 50", "article 5", "article 15"}, want: []string{"article 5", "article 50", "article 15"}},
		"every word must be there": {
			typed: "com sel",
			all:   []string{"Comment", "Select all", "Comment on selection"},
			want:  []string{"Comment on selection"},
		},
		"names before details": {
			typed: "scope",
			all:   []string{"article 1 — Scope", "Scope of instructions"},
			want:  []string{"Scope of instructions", "article 1 — Scope"},
		},
		"recent among equals":     {typed: "next", all: []string{"Next", "Next doubt"}, recent: "Next doubt", want: []string{"Next doubt", "Next"}},
		"but not before a better": {typed: "find", all: []string{"Find", "Refind"}, recent: "Refind", want: []string{"Find", "Refind"}},
		"accents and case":        {typed: "REGLE", all: []string{"Règlement", "Déréglé"}, want: []string{"Règlement", "Déréglé"}},
		"Russian":                 {typed: "учет", all: []string{"Переучёт", "Учёт"}, want: []string{"Учёт", "Переучёт"}},
		"Arabic after the article": {
			typed: "ماده",
			all:   []string{"الحمادة", "المادة 5"},
			want:  []string{"المادة 5", "الحمادة"},
		},
		"Chinese anywhere":  {typed: "评论", all: []string{"下一条款", "转到评论", "评论"}, want: []string{"评论", "转到评论"}},
		"Spanish":           {typed: "posicion", all: []string{"Posición", "Exposición"}, want: []string{"Posición", "Exposición"}},
		"an apostrophe":     {typed: "accord", all: []string{"Raccorder", "L’accord"}, want: []string{"L’accord", "Raccorder"}},
		"nothing typed":     {typed: " ", all: []string{"b", "a"}, want: []string{"b", "a"}},
		"nothing fits":      {typed: "xyz", all: []string{"b", "a"}},
		"only punctuation":  {typed: "…", all: []string{"Import…", "Paste"}, want: []string{"Import…"}},
		"broken characters": {typed: "\xff", all: []string{"a"}},
	} {
		recent := func(f *findable) int {
			if f.ID == c.recent {
				return 1
			}
			return 0
		}
		var got []string
		for _, f := range rank(named(c.all...), c.typed, recent) {
			got = append(got, f.ID)
		}
		if fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%s: %q gives %q, want %q", name, c.typed, got, c.want)
		}
	}
}

func TestWhatCannotBeChosenComesAfterItsEquals(t *testing.T) {
	all := named("Undo", "Undo all")
	all[0].Off = true
	if got := rank(all, "und", func(*findable) int { return 0 }); got[0].ID != "Undo all" {
		t.Errorf("%q comes first", got[0].ID)
	}
}

func FuzzRank(f *testing.F) {
	f.Add("Article 5, paragraph 1", "art 5")
	f.Add("المادة 5", "ماده")
	f.Add("第五条", "五")
	f.Fuzz(func(t *testing.T, name, typed string) {
		rank(named(name), typed, func(*findable) int { return 0 })
		if words := strings.Fields(name); len(words) > 0 && len(rank(named(name), words[0], func(*findable) int { return 0 })) == 0 {
			if spell(name).text != "" && spell(words[0]).text != "" && !strings.Contains(name, " — ") {
				t.Errorf("%q is not found by its own word %q", name, words[0])
			}
		}
	})
}
