package main

import (
	"context"
	"strings"
	"unicode/utf8"

	"travaux/data"
	"travaux/data/redline/align"
	"travaux/data/text"
)

// version is a file as it is compared.
type version struct {
	name       string
	lang       data.Lang
	paragraphs []align.Paragraph // Text is all that stands there, numbers included
}

// version reads a file as the options say.
func (c *call) version(ctx context.Context, path string) (version, error) {
	_, _, o, err := c.readDraft(ctx, path)
	if err != nil {
		return version{}, err
	}
	return version{o.Source.Name, o.Lang, paragraphsOf(o)}, nil
}

func (v version) texts() []string {
	out := make([]string, len(v.paragraphs))
	for i, p := range v.paragraphs {
		out[i] = p.Text
	}
	return out
}

// paragraphsOf returns the paragraphs of a source in its own order, each with
// the kind of the provision that it belongs to: of plain text every line that
// is not blank, verbatim, else every block that is; a number that the file
// keeps apart stands before the words. What the format hides is no paragraph.
func paragraphsOf(o *text.Outline) []align.Paragraph {
	owners := ownersOf(o)
	first := make([]int, len(o.Nodes)) // paragraph where the provision begins
	for i := range first {
		first[i] = -1
	}
	above := parentsOf(o)
	var out []align.Paragraph
	for b := range o.Source.Blocks {
		for _, s := range stretches(o.Source, b) {
			p := align.Paragraph{Text: s.text, Kind: data.KindText, Parent: -1}
			if own := ownerOf(owners[b], s); own != nil {
				n := own.node
				p.Kind = o.Nodes[n].Kind
				if first[n] < 0 {
					first[n] = len(out)
				}
				if own.words && headed(p.Kind) {
					p.Kind, p.Parent = data.KindParagraph, first[n]
				}
				for n = above[n]; n >= 0 && p.Parent < 0; n = above[n] {
					p.Parent = first[n]
				}
			}
			out = append(out, p)
		}
	}
	return out
}

// stretch is a paragraph within a block: its text, and the runes of the block
// that it covers.
type stretch struct {
	text       string
	start, end int
}

// stretches are the paragraphs of one block of a source.
func stretches(src *text.Source, block int) (out []stretch) {
	b := &src.Blocks[block]
	if src.Format != "text" {
		words := b.Text
		if b.Label != "" {
			words = strings.TrimRight(b.Label+" "+b.Text, " ")
		}
		if b.Kind == text.BlockHidden || strings.TrimSpace(words) == "" {
			return nil
		}
		return []stretch{{words, 0, utf8.RuneCountInString(b.Text)}}
	}
	line := stretch{} // those that were joined to a paragraph are lines again
	from, at := 0, 0
	end := func(to int) {
		line.text, line.end = b.Text[from:to], at
		if strings.TrimSpace(line.text) != "" {
			out = append(out, line)
		}
	}
	for i, r := range b.Text {
		switch r {
		case '\n', '\r', '\f', '\u2029':
			end(i)
			from, line.start = i+utf8.RuneLen(r), at+1
		}
		at++
	}
	end(len(b.Text))
	return out
}

// owner is a provision that has the runes [start, end) of a block; words says
// that they are its text, not its number or title.
type owner struct {
	start, end, node int
	words            bool
}

// ownersOf lists the owners of every block; gaps have none.
func ownersOf(o *text.Outline) [][]owner {
	out := make([][]owner, len(o.Source.Blocks))
	for n := range o.Nodes {
		for _, p := range o.Nodes[n].Pieces {
			if p.Role != text.RoleGap || p.Start == p.End {
				out[p.Block] = append(out[p.Block], owner{p.Start, p.End, n, p.Role == text.RoleText})
			}
		}
	}
	return out
}

// ownerOf is the provision that a paragraph begins with, or nil.
func ownerOf(owners []owner, s stretch) (first *owner) {
	for i := range owners {
		o := &owners[i]
		if o.start <= s.end && o.end >= s.start && (first == nil || o.start < first.start) {
			first = o
		}
	}
	return first
}

// headed reports the kinds whose own words are a paragraph under a heading.
func headed(k data.Kind) bool {
	switch k {
	case data.KindPart, data.KindChapter, data.KindSection, data.KindArticle, data.KindAnnex, data.KindNote:
		return true
	}
	return false
}

// parentsOf is Outline.Parent of every node.
func parentsOf(o *text.Outline) []int {
	out := make([]int, len(o.Nodes))
	var open []int // the latest node of every depth
	for n := range o.Nodes {
		depth := min(o.Nodes[n].Depth, len(open))
		out[n] = -1
		if depth > 0 {
			out[n] = open[depth-1]
		}
		open = append(open[:depth], n)
	}
	return out
}
