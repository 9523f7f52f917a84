package main

import (
	"fmt"
	"math/rand"
	"strings"
)

// wordsOnPage is how much of a draft stands on one page.
const wordsOnPage = 500

// pages makes a draft of that many pages: articles with headings, numbered
// paragraphs and subparagraphs, in invented words of which some are frequent and
// most are rare, as in any language.
func pages(r *rand.Rand, n int) []string {
	vocabulary := make([]string, 4000)
	for i := range vocabulary {
		for range 1 + r.Intn(4) {
			vocabulary[i] += string("bdfgklmnprstvz"[r.Intn(14)]) + string("aeiou"[r.Intn(5)])
		}
	}
	zipf := rand.NewZipf(r, 1.1, 3, uint64(len(vocabulary)-1))
	words := 0
	sentence := func(most int) string {
		out := make([]string, 4+r.Intn(most))
		for i := range out {
			out[i] = vocabulary[zipf.Uint64()]
		}
		words += len(out)
		return strings.ToUpper(out[0][:1]) + out[0][1:] + " " + strings.Join(out[1:], " ") + "."
	}
	var out []string
	for article := 1; words < n*wordsOnPage; article++ {
		out = append(out, fmt.Sprintf("Article %d", article), strings.TrimSuffix(sentence(4), "."))
		for paragraph := range 2 + r.Intn(5) {
			line := fmt.Sprintf("%d. ", paragraph+1) + sentence(30)
			for range r.Intn(4) {
				line += " " + sentence(40)
			}
			out = append(out, line)
			for point := range r.Intn(4) {
				out = append(out, fmt.Sprintf("(%c) ", 'a'+point)+sentence(25))
			}
		}
	}
	return out
}

// revised makes the next revision: of the paragraphs 31 in a hundred are edited,
// 5 split, 4 merged with the next, 4 moved, 5 deleted, and 4 are new.
func revised(r *rand.Rand, old []string) []string {
	var out, moved []string
	for i := 0; i < len(old); i++ {
		line := old[i]
		switch p := r.Intn(100); {
		case p < 31:
			out = append(out, reworded(r, line, old))
		case p < 36 && strings.Count(line, ". ") > 1:
			at := strings.LastIndex(line, ". ") + 1
			out = append(out, line[:at], line[at+1:])
		case p < 40 && i+1 < len(old):
			out = append(out, line+" "+old[i+1])
			i++
		case p < 44:
			moved = append(moved, line)
		case p < 49:
		default:
			out = append(out, line)
		}
		if r.Intn(100) < 4 {
			out = append(out, reworded(r, old[r.Intn(len(old))], old)+" "+reworded(r, old[r.Intn(len(old))], old))
		}
		if len(moved) > 0 && r.Intn(30) == 0 {
			out, moved = append(out, moved[0]), moved[1:]
		}
	}
	return append(out, moved...)
}

// reworded changes, adds, deletes and brackets a few words.
func reworded(r *rand.Rand, line string, old []string) string {
	words := strings.Fields(line)
	for range 1 + r.Intn(5) {
		at := r.Intn(len(words))
		other := strings.Fields(old[r.Intn(len(old))])
		from := r.Intn(len(other))
		some := strings.Join(other[from:min(len(other), from+1+r.Intn(4))], " ")
		switch r.Intn(4) {
		case 0:
			words[at] = some
		case 1:
			words[at] += " " + some
		case 2:
			words[at] = "[" + words[at] + "]"
		case 3:
			words = append(words[:at], words[at+1:]...)
		}
		if len(words) < 2 {
			break
		}
	}
	return strings.Join(words, " ")
}
