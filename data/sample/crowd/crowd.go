// Package crowd makes a negotiation as large as they become: hundreds of
// provisions, thousands of proposals, tens of thousands of comments. It is there
// so that what must stay fast can be measured; the program itself does not use
// it.
//
// It imports data, data/desk, data/intake and data/text. Everything in it is
// invented: a convention on lighthouses, States that do not exist. The same size
// always gives the same negotiation, but for the identities in the vault.
package crowd

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/intake"
	"travaux/data/text"
)

// Size is how much there is of everything.
type Size struct {
	Provisions int // at least
	Proposals  int
	Comments   int
}

// Full is the size that the program has to bear.
var Full = Size{Provisions: 600, Proposals: 2_000, Comments: 20_000}

// Langs are the languages of the draft: one from left to right, one from right
// to left, and one without spaces.
var Langs = []data.Lang{data.English, data.Arabic, data.Chinese}

// Symbol is that of the one revision.
const Symbol = "A/AC.998/L.1"

// Fill imports the draft into a desk without a text and takes the acts of a long
// negotiation on it. It takes some seconds for Full.
func Fill(ctx context.Context, d *desk.Desk, size Size) error {
	f := &filler{ctx: ctx, desk: d, chance: rand.New(rand.NewPCG(7, 11))}
	if err := f.imports(size); err != nil {
		return err
	}
	t, err := d.Current()
	if err != nil {
		return err
	}
	for _, p := range t.Provisions {
		f.all = append(f.all, p)
		if p.Text[data.English].Text != "" {
			f.worded = append(f.worded, p)
		}
	}
	for _, fill := range []func(Size) error{f.meet, f.propose, f.advance, f.hold, f.instruct, f.liveWith} {
		if err := fill(size); err != nil {
			return err
		}
	}
	return nil
}

// filler fills one desk.
type filler struct {
	ctx    context.Context
	desk   *desk.Desk
	chance *rand.Rand
	all    []data.Provision
	worded []data.Provision // those with words of their own
}

// imports brings in the draft; the comments come with its English file, as those
// of a Word file do.
func (f *filler) imports(size Size) error {
	var versions []desk.Version
	for _, lang := range Langs {
		content := Draft(lang, size.Provisions)
		src, err := intake.Read(f.ctx, "crowd."+string(lang)+".txt", []byte(content))
		if err != nil {
			return err
		}
		o := text.Parse(src, lang)
		if lang == data.English {
			f.comment(o, size.Comments)
		}
		versions = append(versions, desk.Version{Lang: lang, Name: src.Name, Format: src.Format, Content: []byte(content), Outline: o})
	}
	_, err := f.desk.Import(f.ctx, desk.Issue{Symbol: Symbol, Kind: data.RevisionCompilation}, data.NoProgress{}, versions...)
	return err
}

// comment lays remarks over the words of the outline; every third answers the
// one before it.
func (f *filler) comment(o *text.Outline, count int) {
	var words []text.Piece
	for _, n := range o.Nodes {
		for _, p := range n.Pieces {
			if p.Role == text.RoleText {
				words = append(words, p)
			}
		}
	}
	var first text.Comment
	for i := range count {
		on := words[f.crowded(len(words))]
		start := on.Start + f.chance.IntN(on.End-on.Start)
		c := text.Comment{
			ID: fmt.Sprint(i), Author: pick(f, speakers), Text: f.remark(),
			Start: text.Place{Block: on.Block, Rune: start}, End: text.Place{Block: on.Block, Rune: min(start+5+f.chance.IntN(40), on.End)},
			Resolved: f.chance.IntN(3) == 0,
		}
		if i%3 == 2 {
			c.Parent, c.Start, c.End, c.Resolved = first.ID, first.Start, first.End, false
		} else {
			first = c
		}
		o.Source.Comments = append(o.Source.Comments, c)
	}
}

// crowded picks one of n places, so that much comes together at some of them.
func (f *filler) crowded(n int) int {
	if f.chance.IntN(4) == 0 {
		return f.chance.IntN(n) * f.chance.IntN(n) / n // towards the beginning
	}
	return f.chance.IntN(n)
}

func pick[T any](f *filler, list []T) T { return list[f.chance.IntN(len(list))] }

// remark is some sentences about the text.
func (f *filler) remark() string {
	var b strings.Builder
	for range 1 + f.chance.IntN(4) {
		b.WriteString(pick(f, remarks))
		b.WriteByte(' ')
	}
	return strings.TrimSpace(b.String())
}
