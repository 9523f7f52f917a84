package desk

import (
	"maps"
	"slices"
	"strings"
	"time"

	"travaux/app/textview"
	"travaux/data"
	work "travaux/data/desk"
	"travaux/translations"
)

// page is what the reader shows.
type page struct {
	text    *work.Text
	columns []columnPage
	titles  map[data.ID]string // of every provision, in the first column: the article or chapter it stands in
	tallies map[data.ID]*tally
	known   map[data.ID]data.Proposal
}

// columnPage is what one column shows.
type columnPage struct {
	column Column
	blocks []textview.Block
	rows   []textview.Block  // with empty ones where only other columns have something
	shown  map[string]*shown // what each block shows, by its ID
}

// shown is what a block shows.
type shown struct {
	provision data.ID
	proposal  data.ID // of an addition or a move: the block is no part of the text as issued
	heading   bool
	lang      data.Lang
	source    string // what the display is made from
	display   display
	links     []link
	told      map[string]string // by the Ref of a mark: what it says in words
}

// tell keeps what a mark says in words, by its Ref.
func (s *shown) tell(ref, words string) {
	if s.told == nil {
		s.told = map[string]string{}
	}
	s.told[ref] = words
}

// main is the first column: it speaks for the text where one must.
func (p *page) main() *columnPage {
	if len(p.columns) == 0 {
		return &columnPage{}
	}
	return &p.columns[0]
}

// lang is the language of the first column.
func (p *page) lang() data.Lang { return p.main().column.Lang }

// looking is how a text is looked at, apart from the text.
type looking struct {
	columns []Column
	ticked  map[data.ID]bool
	extras  Extra
}

func (l looking) same(m looking) bool {
	return slices.Equal(l.columns, m.columns) && maps.Equal(l.ticked, m.ticked) && l.extras == m.extras
}

// main is the first column; none before anything was looked at.
func (l looking) main() (c Column) {
	if len(l.columns) > 0 {
		c = l.columns[0]
	}
	return c
}

// facts are what the desk holds on a text, gathered once for all columns.
type facts struct {
	looking
	text      *work.Text
	earlier   *work.Text // the revision before it, nil for the first
	loc       *translations.Localizer
	threads   map[data.ID][]work.Thread
	tallies   map[data.ID]*tally
	proposals map[data.ID][]data.Proposal // by provision
	known     map[data.ID]data.Proposal
	wording   map[data.ID]data.Words // of our positions
	memory    *memory
}

// gather takes from the desk what a page is made of.
func gather(d *work.Desk, t *work.Text, at looking, loc *translations.Localizer, m *memory, now time.Time) *facts {
	f := &facts{
		looking: at, text: t, loc: loc, memory: m, threads: d.AllComments(),
		proposals: d.AllProposals(), known: map[data.ID]data.Proposal{}, wording: map[data.ID]data.Words{},
	}
	f.tallies = survey(d, t, f.threads, now)
	countBrackets(m.wholes.of(t, at.main().Lang), f.tallies)
	f.earlier = before(d, t)
	for _, list := range f.proposals {
		for _, p := range list {
			f.known[p.ID] = p
		}
	}
	for _, p := range t.Provisions {
		if w := d.Position(p.ID).Wording; len(w) > 0 {
			f.wording[p.ID] = w
		}
	}
	return f
}

// before is the text of the revision before another one, nil if there is none or
// it cannot be read.
func before(d *work.Desk, t *work.Text) *work.Text {
	var earlier data.ID
	for _, r := range d.Revisions() {
		if r.ID == t.Revision.ID {
			break
		}
		earlier = r.ID
	}
	if earlier.IsZero() {
		return nil
	}
	text, err := d.Text(earlier)
	if err != nil {
		return nil
	}
	return text
}

func (f *facts) find(id data.ID) (data.Proposal, bool) {
	p, ok := f.known[id]
	return p, ok
}

// pageOf sets a text out in columns of blocks, with all that is marked on it.
func pageOf(f *facts) page {
	f.memory.turn()
	out := page{text: f.text, titles: map[data.ID]string{}, tallies: f.tallies, known: f.known}
	var blocks [][]textview.Block
	for _, c := range f.columns {
		out.columns = append(out.columns, columnOf(f, c))
		blocks = append(blocks, out.columns[len(out.columns)-1].blocks)
	}
	for i, rows := range aligned(blocks...) {
		out.columns[i].rows = rows
	}
	for _, p := range f.text.Provisions {
		out.titles[p.ID] = titleOf(p, out.lang(), out.titles[p.Parent])
	}
	return out
}

// titleOf names the article or larger unit that a provision stands in.
func titleOf(p data.Provision, lang data.Lang, outer string) string {
	r, _ := p.In(lang)
	switch blockKind(p.Kind) {
	case textview.Title:
		return beginning(r.Text+r.Heading, 120)
	case textview.Chapter, textview.Article:
		return strings.TrimSpace(strings.TrimSpace(r.Label) + "  " + r.Heading)
	}
	return outer
}

// chosen are the proposals that a column lays over the text, by provision. Where
// we have made no proposal, the wording of our position stands for one.
func (f *facts) chosen(c Column) map[data.ID][]data.Proposal {
	out := map[data.ID][]data.Proposal{}
	if p, ok := f.known[c.Proposal]; ok {
		out[p.Provision] = []data.Proposal{p}
		return out
	}
	switch c.View {
	case WithOurs:
		for id, w := range f.wording {
			if words := w[c.Lang]; words != "" {
				out[id] = []data.Proposal{{Provision: id, Kind: data.ProposalModify, Ours: true, Wording: w}}
			}
		}
		for id, list := range f.proposals {
			if ours := those(list, func(p data.Proposal) bool { return p.Ours && !p.Withdrawn }); len(ours) > 0 {
				out[id] = ours
			}
		}
	case WithChosen, Clean:
		for id, list := range f.proposals {
			if ticked := those(list, func(p data.Proposal) bool { return f.ticked[p.ID] && !p.Withdrawn }); len(ticked) > 0 {
				out[id] = ticked
			}
		}
	}
	return out
}

func those(list []data.Proposal, wanted func(data.Proposal) bool) (out []data.Proposal) {
	for _, p := range list {
		if wanted(p) {
			out = append(out, p)
		}
	}
	return out
}
