package submissions

import (
	"context"
	"strconv"
	"strings"

	"travaux/app/room"
	"travaux/data"
	"travaux/data/desk"
	"travaux/data/intake"
	"travaux/data/intake/compilation"
	"travaux/data/text"
)

// work is a submission that is being taken in. It knows no widgets.
type work struct {
	Name     string // of the file; "" if it was pasted
	Original []byte // as it came; nil if it was pasted
	Text     string // a paragraph on each line
	Facts    facts
	Form     bool // it is of the form travaux-proposals/1, or a dump: only its proposals are wanted

	entries []desk.Written   // proposals that were found under articles, article by article
	landed  []data.Provision // where each of them belongs; the zero one: nowhere
	adds    []bool           // whether it is added beside that
}

// least is how many proposals make a document a compilation.
const least = 3

// readWork reads a file, or what was pasted, with what it says of itself and the
// proposals in it. Of a Word file with tracked changes it is the text with the
// changes made.
func readWork(ctx context.Context, r *room.Room, name string, content []byte, progress data.Progress) (*work, error) {
	if len(content) > desk.SubmissionMost {
		return nil, data.E(desk.CodeSubmissionSize, "size", strconv.Itoa(desk.SubmissionMost>>20))
	}
	w := &work{Name: name, Original: content}
	if compilation.IsJSON(content) {
		c, err := compilation.Open(content)
		if err != nil {
			return nil, err
		}
		w.Form, w.Text = true, c.Plain()
		w.Facts = factsOf(r, data.Submission{Symbol: c.Symbol, Title: c.Title, Date: c.Date, Lang: c.Lang})
		w.take(c)
	} else {
		read := name
		if read == "" {
			read = "submission.txt"
		}
		src, err := intake.ReadTold(ctx, read, content, progress)
		if err != nil {
			return nil, err
		}
		w.fromSource(r, src)
	}
	if w.Facts.Lang == "" {
		w.Facts.Lang = string(text.DetectLang(w.Text))
	}
	w.land(r.Desk)
	if name == "" {
		w.Original = nil
	}
	return w, nil
}

// fromSource takes the paragraphs of a file, and what it says of itself.
func (w *work) fromSource(r *room.Room, src *text.Source) {
	var lines []string
	for _, b := range intake.AcceptAll(src) {
		line := strings.Join(strings.Fields(b.Label+" "+b.Text), " ")
		if line != "" {
			lines = append(lines, line)
		}
	}
	w.Text = strings.Join(lines, "\n")
	s := data.Submission{Symbol: src.Symbol, Title: src.Title, Date: src.Date, Lang: src.Lang}
	c, err := compilation.Read(src)
	if err == nil && len(c.Entries) >= least {
		s.Symbol, s.Date = c.Symbol, c.Date
		if s.Title == "" {
			s.Title = c.Title
		}
		w.take(c)
	}
	if s.Symbol == "" {
		s.Symbol = firstSymbol(lines)
	}
	if s.Title == "" && len(lines) > 0 && len(lines[0]) <= longestTitle {
		s.Title = lines[0]
	}
	w.Facts = factsOf(r, s)
}

// longestTitle is how many bytes a first line may have to be taken for a title,
// masthead how many lines may hold the symbol.
const (
	longestTitle = 160
	masthead     = 8
)

func firstSymbol(lines []string) string {
	for _, line := range lines[:min(masthead, len(lines))] {
		if found := text.FindSymbols(line); len(found) > 0 {
			return string([]rune(line)[found[0].Start:found[0].End])
		}
	}
	return ""
}

// take keeps the proposals of a compilation.
func (w *work) take(c *compilation.Compilation) {
	w.entries = nil
	for _, e := range c.Entries {
		w.entries = append(w.entries, desk.Written{Article: e.Article, Proponents: e.By(), Kind: e.Kind, Text: e.Text, Reasons: e.Rationale, Source: e.Source})
	}
}

// land finds where the proposals belong.
func (w *work) land(d *desk.Desk) {
	w.landed, w.adds = make([]data.Provision, len(w.entries)), make([]bool, len(w.entries))
	t, err := d.Current()
	if err != nil {
		return
	}
	for i, e := range w.entries {
		l := t.Land(e.Article, e.Text, e.Kind, data.Lang(w.Facts.Lang))
		w.landed[i], _ = t.Find(l.Provision)
		w.adds[i] = l.Kind == data.ProposalAdd
	}
}

// placed counts the proposals that have a place.
func (w *work) placed() (n int) {
	for _, p := range w.landed {
		if !p.ID.IsZero() {
			n++
		}
	}
	return n
}

// submission is the work with what is said of it.
func (w *work) submission(r *room.Room) (data.Submission, error) {
	return w.Facts.into(r, data.Submission{Text: w.Text, File: w.Name})
}

// begun is what is kept of a work beside its content.
type begun struct {
	Name  string
	Facts facts
}

// content is what the work was read from.
func (w *work) content() []byte {
	if w.Original != nil {
		return w.Original
	}
	return []byte(w.Text)
}

// readBack reads a work as it was kept, and looks for proposals again.
func readBack(ctx context.Context, r *room.Room, text string, content []byte) (*work, bool) {
	var b begun
	if !readKept(text, &b) || len(content) == 0 {
		return nil, false
	}
	w, err := readWork(ctx, r, b.Name, content, data.NoProgress{})
	if err != nil {
		return nil, false
	}
	w.Facts = b.Facts
	return w, true
}
