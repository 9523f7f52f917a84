package main

import (
	"bufio"
	"fmt"
	"strconv"

	"travaux/data"
	"travaux/data/redline"
	"travaux/data/redline/compare"
)

// print writes what changed for a person to read: the figures, then every
// paragraph that is not as it was, under its places in both files.
func (r compared) print(c *call) error {
	out := bufio.NewWriter(c.io.out)
	fmt.Fprintf(out, "%s → %s\n", r.old.name, r.new.name)
	kinds := map[data.PairKind]int{}
	for _, p := range r.Pairs {
		kinds[p.Kind]++
	}
	for _, k := range data.PairKinds {
		if kinds[k] > 0 {
			fmt.Fprintf(out, "  %s: %s\n", c.loc.Name("pair-kind", string(k)), c.loc.Number(kinds[k]))
		}
	}
	n := r.Count()
	fmt.Fprintln(out, c.loc.T("cli.compare.words", "inserted", c.loc.Number(n.Inserted), "deleted", c.loc.Number(n.Deleted), "places", c.loc.Number(n.Hunks)))
	for _, l := range r.Lines {
		if l.Kind == data.PairUnchanged && len(l.Text) <= 1 { // else something changed that is hardly seen
			continue
		}
		fmt.Fprintf(out, "\n%s  %s\n", places(l), c.loc.Name("pair-kind", string(l.Kind)))
		if l.Gone() && l.Other >= 0 {
			fmt.Fprintln(out, c.loc.T("cli.compare.stands", "n", strconv.Itoa(r.Lines[l.Other].New+1)))
			continue
		}
		fmt.Fprintln(out, marked(l.Text))
	}
	return out.Flush()
}

// places are the numbers of a line's paragraphs in both files, from 1.
func places(l compare.Line) string {
	switch {
	case l.Gone():
		return fmt.Sprintf("%d →", l.Old+1)
	case l.Came():
		return fmt.Sprintf("→ %d", l.New+1)
	}
	return fmt.Sprintf("%d → %d", l.Old+1, l.New+1)
}

// marked writes a redline without colours: [-deleted-][+inserted+].
func marked(edits []redline.Edit) string {
	var s []byte
	for _, e := range edits {
		switch e.Kind {
		case redline.Keep:
			s = append(s, e.Text...)
		case redline.Delete:
			s = append(append(append(s, "[-"...), e.Text...), "-]"...)
		case redline.Insert:
			s = append(append(append(s, "[+"...), e.Text...), "+]"...)
		}
	}
	return string(s)
}
