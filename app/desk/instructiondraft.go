package desk

import (
	"encoding/json"
	"strings"

	"travaux/app/mandate"
	"travaux/data"
)

// instructionDraft is all that an unrecorded form says, as it stands there: a
// date may be half typed.
type instructionDraft struct {
	mandate.Draft
	Text              string
	Provisions        []string // identities; none for the topic or the whole text
	Topical           bool     // it is on a topic
	Topic             string
	Supersedes        []string // identities
	Stance            data.Stance
	Requires, Forbids string // a phrase on each line, in the language of the form
}

// draftOf is what the form for an instruction says before anybody typed, with the
// phrases in a language.
func draftOf(i data.Instruction, lang data.Lang) instructionDraft {
	x := instructionDraft{
		Draft: mandate.DraftOf(i), Text: i.Text, Topical: i.Topic != "", Topic: i.Topic, Stance: i.Stance,
		Requires: lines(i.Requires, lang), Forbids: lines(i.Forbids, lang), Supersedes: identities(i.Supersedes),
	}
	return x.on(i.Provisions)
}

func (x instructionDraft) on(provisions []data.ID) instructionDraft {
	x.Provisions = identities(provisions)
	return x
}

func identities(list []data.ID) (out []string) {
	for _, id := range list {
		out = append(out, id.String())
	}
	return out
}

func parsed(list []string) (out []data.ID) {
	for _, s := range list {
		if id, err := data.ParseID(s); err == nil {
			out = append(out, id)
		}
	}
	return out
}

// lines are the phrases in a language, one on each line.
func lines(list []data.Phrase, lang data.Lang) string {
	var out []string
	for _, p := range list {
		if p.Lang == lang {
			out = append(out, p.Words)
		}
	}
	return strings.Join(out, "\n")
}

// phrased are the phrases that lines say in a language, after those in others,
// which stay as they were.
func phrased(was []data.Phrase, text string, lang data.Lang) (out []data.Phrase) {
	for _, p := range was {
		if p.Lang != lang {
			out = append(out, p)
		}
	}
	for line := range strings.Lines(text) {
		if words := strings.TrimSpace(line); words != "" {
			out = append(out, data.Phrase{Lang: lang, Words: words})
		}
	}
	return out
}

// scope is what the draft is to apply to.
func (x instructionDraft) scope() []data.ID { return parsed(x.Provisions) }

// String is the draft as the pad keeps it.
func (x instructionDraft) String() string {
	out, err := json.Marshal(x)
	if err != nil {
		panic(err) // it holds nothing but strings
	}
	return string(out)
}

// readDraft returns the draft that the pad holds under a key, if it does.
func readDraft(p *pad, key string) (x instructionDraft, ok bool) {
	text, ok := p.read(key)
	if !ok || json.Unmarshal([]byte(text), &x) != nil {
		return x, false
	}
	return x, true
}
