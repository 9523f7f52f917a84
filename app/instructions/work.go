package instructions

import (
	"context"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"travaux/app/mandate"
	"travaux/data"
	"travaux/data/desk"
	"travaux/data/intake"
	"travaux/data/text"
)

// work is a cable that is being divided: what it says, what stands at the head of
// all its instructions, and its parts. It knows no widgets.
type work struct {
	Name     string // of the file; "" if it was pasted
	Original []byte // as it came
	Text     string // a paragraph on each line
	Lang     data.Lang
	Head     mandate.Draft
	Parts    []part
}

// part is a stretch of the cable, the runes [Start, End) of its text, that is to
// become an instruction.
type part struct {
	Start, End int
	Provisions []string    // identities; none: the whole text
	Named      []text.Span `json:",omitempty"` // the words by which they were recognised
	Taken      bool        // a person wants it; else it is only proposed
}

// readCable reads a file, or what was pasted, into a work with the parts that the
// program proposes. Of a Word file with tracked changes it is the text with the
// changes made.
func readCable(ctx context.Context, d *desk.Desk, name string, content []byte, progress data.Progress) (*work, error) {
	if len(content) > desk.CableMost {
		return nil, data.E(desk.CodeCableSize, "size", strconv.Itoa(desk.CableMost>>20))
	}
	source, err := intake.ReadTold(ctx, name, content, progress)
	if err != nil {
		return nil, err
	}
	var lines []string
	for _, b := range intake.AcceptAll(source) {
		line := strings.Join(strings.Fields(b.Label+" "+b.Text), " ")
		if line != "" && b.Kind != text.BlockHidden {
			lines = append(lines, line)
		}
	}
	w := &work{Name: name, Original: content, Text: strings.Join(lines, "\n")}
	w.Lang = text.DetectLang(w.Text)
	w.propose(d)
	return w, nil
}

// propose puts the parts that the program finds in the place of those that it
// found before; what a person has taken stays.
func (w *work) propose(d *desk.Desk) {
	w.Parts = slices.DeleteFunc(w.Parts, func(p part) bool { return !p.Taken })
	for _, found := range d.CableParts(w.Text, w.Lang) {
		p := part{Start: found.Start, End: found.End, Named: found.Named}
		for _, id := range found.Provisions {
			p.Provisions = append(p.Provisions, id.String())
		}
		if !slices.ContainsFunc(w.Parts, p.overlaps) {
			w.Parts = append(w.Parts, p)
		}
	}
	w.order()
}

func (p part) overlaps(other part) bool { return p.Start < other.End && other.Start < p.End }

func (w *work) order() {
	slices.SortStableFunc(w.Parts, func(a, b part) int { return a.Start - b.Start })
}

// mark makes a part of what a person has selected, about what its words name. The
// proposals that it overlaps give way. It returns the part's index; -1 where
// nothing but space is selected.
func (w *work) mark(d *desk.Desk, start, end int) int {
	runes := []rune(w.Text)
	start, end = max(start, 0), min(end, len(runes))
	for start < end && isSpace(runes[start]) {
		start++
	}
	for end > start && isSpace(runes[end-1]) {
		end--
	}
	if start >= end {
		return -1
	}
	p := part{Start: start, End: end, Taken: true}
	for _, id := range d.NamedProvisions(string(runes[start:end]), w.Lang) {
		p.Provisions = append(p.Provisions, id.String())
	}
	w.Parts = slices.DeleteFunc(w.Parts, func(other part) bool { return !other.Taken && p.overlaps(other) })
	w.Parts = append(w.Parts, p)
	w.order()
	return slices.IndexFunc(w.Parts, func(other part) bool { return other.Start == start && other.End == end })
}

func isSpace(r rune) bool {
	return r == ' ' || r == '\n' || r == '\t' || r == '\u00a0' || r == '\u3000'
}

// takeAll takes all parts that are proposed.
func (w *work) takeAll() {
	for i := range w.Parts {
		w.Parts[i].Taken = true
	}
}

// taken counts the parts that will become instructions.
func (w *work) taken() (n int) {
	for _, p := range w.Parts {
		if p.Taken {
			n++
		}
	}
	return n
}

// words are those of a part.
func (w *work) words(p part) string {
	runes := []rune(w.Text)
	return string(runes[min(p.Start, len(runes)):min(p.End, len(runes))])
}

// on is what a part is about.
func (p part) on() (out []data.ID) {
	for _, s := range p.Provisions {
		if id, err := data.ParseID(s); err == nil {
			out = append(out, id)
		}
	}
	return out
}

// instructions are those that the parts taken say. Where there are several, each
// has its number after that of the cable.
func (w *work) instructions() ([]data.Instruction, error) {
	head, err := w.Head.Into(data.Instruction{})
	if err != nil {
		return nil, err
	}
	several := w.taken() > 1
	var out []data.Instruction
	for _, p := range w.Parts {
		if !p.Taken {
			continue
		}
		i := head
		i.Text, i.Provisions = w.words(p), p.on()
		i.Cable = data.Extract{Start: p.Start, End: p.End}
		if several && i.Reference != "" {
			i.Reference += " (" + strconv.Itoa(len(out)+1) + ")"
		}
		out = append(out, i)
	}
	return out, nil
}

// record keeps the cable and its instructions, as one act.
func (w *work) record(ctx context.Context, d *desk.Desk) error {
	list, err := w.instructions()
	if err != nil {
		return err
	}
	_, err = d.RecordCable(ctx, data.Cable{Name: w.Name, Lang: w.Lang, Text: w.Text, Audience: w.Head.Audience}, w.Original, list)
	return err
}

// String is the work as it is kept while it is under way.
func (w *work) String() string {
	out, err := json.Marshal(w)
	if err != nil {
		panic(err) // it holds nothing but strings and numbers
	}
	return string(out)
}

// readWork reads what String wrote.
func readWork(kept string) (*work, bool) {
	var w work
	if json.Unmarshal([]byte(kept), &w) != nil || w.Text == "" {
		return nil, false
	}
	most := len([]rune(w.Text))
	w.Parts = slices.DeleteFunc(w.Parts, func(p part) bool { return p.Start < 0 || p.End > most || p.Start >= p.End })
	return &w, true
}
