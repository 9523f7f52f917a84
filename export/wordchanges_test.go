package export

import (
	"math/rand/v2"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/redline"
	"travaux/export/internal/specimen"
)

func TestWordChangesAreAskedForAsOneReadsThem(t *testing.T) {
	for name, c := range map[string]struct {
		lang     data.Lang
		old, new string
		want     []WordChange
	}{
		"replaced":         {data.English, "Each Party shall notify the others within sixty days of the beginning of the works", "Each Party shall notify the others within ninety days of the beginning of the works", []WordChange{{WordsReplaced, "sixty", "ninety"}}},
		"deleted":          {data.English, "Each Party shall endeavour to notify the others in time", "Each Party shall notify the others in time", []WordChange{{WordsDeleted, "endeavour to", ""}}},
		"inserted":         {data.English, "Each Party shall notify the others in good time", "Each Party shall promptly notify the others in good time", []WordChange{{WordsAfter, "shall", "promptly"}}},
		"at the beginning": {data.English, "parties notify the others in good time", "All parties notify the others in good time", []WordChange{{WordsBefore, "parties", "All"}}},
		"twice the word":   {data.English, "the one and the other of the three Parties", "the one and the other of the four Parties", []WordChange{{WordsReplaced, "three", "four"}}},
		"made unique":      {data.English, "of a State and of a group and of a body with a seat", "of a State and of any group and of a body with a seat", []WordChange{{WordsReplaced, "a group", "any group"}}},
		"punctuation":      {data.English, "notify the others, in time, of all works;", "notify the others in time, of all works;", []WordChange{{WordsReplaced, "others,", "others"}}},
		"brackets":         {data.English, "Each State Party [shall][should] adopt the measures that are necessary", "Each State Party shall adopt the measures that are necessary", []WordChange{{WordsReplaced, "[shall][should]", "shall"}}},
		"Chinese":          {data.Chinese, "每一缔约国应采取必要的立法措施和其他措施", "每一缔约国应采取必要的立法措施", []WordChange{{WordsDeleted, "和其他措施", ""}}},
		"more than half":   {data.English, "one two three four", "five six seven four", []WordChange{{Kind: TextReplaced, New: "five six seven four"}}},
		"nothing":          {data.English, "same", "same", nil},
	} {
		t.Run(name, func(t *testing.T) {
			got := WordChanges(c.old, c.new, c.lang)
			if len(got) != len(c.want) {
				t.Fatalf("got %q", got)
			}
			for i := range got {
				if got[i] != c.want[i] {
					t.Errorf("got %q, want %q", got[i], c.want[i])
				}
			}
		})
	}
}

// TestWordChangesMakeOurWording changes the texts of the specimen in all languages at
// random: whatever is asked for, done as it is read, gives the wording.
func TestWordChangesMakeOurWording(t *testing.T) {
	random := rand.New(rand.NewPCG(8, 8))
	sentences := 0
	for _, lang := range data.Langs {
		for _, line := range specimen.Brief(lang).Lines {
			texts := []string{line.Wording}
			for range 60 {
				texts = append(texts, scrambled(line.Text, random))
			}
			for _, text := range texts {
				changes := WordChanges(line.Text, text, lang)
				got, ok := ApplyWordChanges(line.Text, changes, lang)
				if !ok || got != text {
					t.Fatalf("%s: %q\nto    %q\ngives %q\nby    %q", lang, line.Text, text, got, changes)
				}
				for _, c := range changes {
					if c.Kind != TextReplaced {
						sentences++
					}
				}
			}
		}
	}
	if sentences < 1000 {
		t.Errorf("only %d changes were asked for one by one", sentences)
	}
}

// FuzzWordChanges holds the same of any two texts.
func FuzzWordChanges(f *testing.F) {
	f.Add("one two three", "one four three")
	f.Add("a a a b", "a a b")
	f.Add("[shall] [should]", "shall")
	f.Fuzz(func(t *testing.T, old, new string) {
		if len(old)+len(new) > 4000 {
			return
		}
		for _, lang := range []data.Lang{data.English, data.Chinese} {
			if got, ok := ApplyWordChanges(old, WordChanges(old, new, lang), lang); !ok || got != new {
				t.Fatalf("%q to %q gives %q", old, new, got)
			}
		}
	})
}

// scrambled deletes, inserts and exchanges a few words.
func scrambled(text string, random *rand.Rand) string {
	tokens := redline.Tokens(text)
	for range 1 + random.IntN(3) {
		i, j := random.IntN(len(tokens)), random.IntN(len(tokens))
		switch random.IntN(3) {
		case 0:
			tokens[i] = tokens[j]
		case 1:
			tokens[i] = ""
		default:
			tokens[i] += " " + strings.TrimSpace(tokens[j])
		}
	}
	return strings.Join(tokens, "")
}
