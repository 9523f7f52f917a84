package desk

import (
	"strings"

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
}

// columnPage is what one column shows.
type columnPage struct {
	column Column
	blocks []textview.Block
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

// facts are what the desk holds on a text, gathered once for all columns.
type facts struct {
	looking
	text      *work.Text
	loc       *translations.Localizer
	threads   map[data.ID][]work.Thread
	tallies   map[data.ID]*tally
	proposals map[data.ID][]data.Proposal // by provision
	known     map[data.ID]data.Proposal
	wording   map[data.ID]data.Words // of our positions
	memory    *memory
}

// gather takes from the desk what a page is made of.
func gather(d *work.Desk, t *work.Text, at looking, loc *translations.Localizer, m *memory, today data.Date) *facts {
	f := &facts{
		looking: at, text: t, loc: loc, memory: m, threads: d.AllComments(),
		proposals: d.AllProposals(), known: map[data.ID]data.Proposal{}, wording: map[data.ID]data.Words{},
	}
	f.tallies = survey(d, t, f.threads, today)
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

func (f *facts) find(id data.ID) (data.Proposal, bool) {
	p, ok := f.known[id]
	return p, ok
}

// pageOf sets a text out in columns of blocks, with all that is marked on it.
func pageOf(f *facts) page {
	f.memory.turn()
	out := page{text: f.text, titles: map[data.ID]string{}, tallies: f.tallies}
	for _, c := range f.columns {
		out.columns = append(out.columns, columnOf(f, c))
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
