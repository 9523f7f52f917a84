package main

import (
	"context"
	"encoding/json"
	"runtime/debug"

	"travaux/data"
	"travaux/data/intake"
	"travaux/data/redline/align"
	"travaux/data/redline/compare"
)

// compared is two files and what changed from one to the other.
type compared struct {
	compare.Comparison
	old, new version
}

// runCompare compares two files; no vault is needed.
func runCompare(ctx context.Context, c *call) error {
	if len(c.files) != 2 {
		return data.E(codeUsage, "what", "OLD NEW")
	}
	debug.SetGCPercent(400) // a short life: less tidying up
	if c.tracked == "" {    // a redline inside is no version to compare with
		c.tracked = string(intake.Accepted)
	}
	old, new, err := c.versions(ctx, c.files[0], c.files[1])
	if err != nil {
		return err
	}
	// Pairs are found by numbers and words apart; the redline is of whole
	// paragraphs as they stand in the file.
	pairs := align.Align(old.paragraphs, new.paragraphs, align.Options{})
	result := compared{compare.Of(old.paragraphs, new.paragraphs, pairs), old, new}
	if err := result.writePapers(ctx, c); err != nil {
		return err
	}
	switch {
	case c.asJSON:
		return result.writeJSON(c)
	case c.docx != "" || c.pdf != "":
		return nil
	}
	return result.print(c)
}

// versions reads both files at once.
func (c *call) versions(ctx context.Context, old, new string) (o, n version, err error) {
	type read struct {
		version
		err error
	}
	later := make(chan read, 1)
	go func() {
		v, err := c.version(ctx, new)
		later <- read{v, err}
	}()
	o, err = c.version(ctx, old)
	r := <-later
	if err == nil {
		err = r.err
	}
	return o, r.version, err
}

// comparedPair is one of the pairs of compare --json.
type comparedPair struct {
	Kind  data.PairKind `json:"kind"`
	Old   []int         `json:"old"`
	New   []int         `json:"new"`
	Score float64       `json:"score"`
}

// writeJSON writes the pairs, the paragraphs that their indices count, and how
// many words changed.
func (r compared) writeJSON(c *call) error {
	var out struct {
		Pairs      []comparedPair `json:"pairs"`
		Paragraphs struct {
			Old []string `json:"old"`
			New []string `json:"new"`
		} `json:"paragraphs"`
		Words struct {
			Inserted int `json:"inserted"`
			Deleted  int `json:"deleted"`
			Hunks    int `json:"hunks"`
		} `json:"words"`
	}
	out.Pairs = make([]comparedPair, len(r.Pairs))
	for n, p := range r.Pairs {
		out.Pairs[n] = comparedPair{p.Kind, append([]int{}, p.Old...), append([]int{}, p.New...), p.Score}
	}
	out.Paragraphs.Old, out.Paragraphs.New = r.old.texts(), r.new.texts()
	n := r.Count()
	out.Words.Inserted, out.Words.Deleted, out.Words.Hunks = n.Inserted, n.Deleted, n.Hunks
	e := json.NewEncoder(c.io.out)
	e.SetEscapeHTML(false)
	return e.Encode(out)
}
