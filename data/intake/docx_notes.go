package intake

import (
	"encoding/xml"
	"strings"
	"unicode/utf8"

	"travaux/data"
	"travaux/data/text"
)

// noteRule is how notes of a kind are numbered.
type noteRule struct{ format, restart, start string }

// sectionNotes is the rules of the sections met so far: those of the file,
// which hold until a section has its own.
type sectionNotes struct {
	file, now map[string]noteRule // by "footnote", "endnote"
	ended     []map[string]noteRule
}

// takeRule reads footnotePr and endnotePr; anything else is skipped.
func (s *sectionNotes) takeRule(x *xmlStream, e xml.StartElement, ofFile bool) error {
	kind := strings.TrimSuffix(e.Name.Local, "Pr")
	if kind != "footnote" && kind != "endnote" || !strings.HasSuffix(e.Name.Local, "Pr") {
		return x.skip()
	}
	rule := s.file[kind]
	err := x.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "numFmt":
			rule.format = valOf(e)
		case "numRestart":
			rule.restart = valOf(e)
		case "numStart":
			rule.start = valOf(e)
		}
		return x.skip()
	})
	rules := &s.now
	if ofFile {
		rules = &s.file
	}
	if *rules == nil {
		*rules = map[string]noteRule{}
	}
	(*rules)[kind] = rule
	return err
}

// sectionRules reads how a section numbers its notes.
func (r *bodyReader) sectionRules() error {
	return r.children(func(e xml.StartElement) error { return r.sections.takeRule(r.xmlStream, e, false) })
}

func (r *bodyReader) endSection() {
	r.sections.ended = append(r.sections.ended, r.sections.now)
	r.sections.now = nil
}

// rule returns how notes of a kind are numbered in a section.
func (s *sectionNotes) rule(section int, kind string) noteRule {
	rule, ok := noteRule{}, false
	if section < len(s.ended) {
		rule, ok = s.ended[section][kind]
	}
	if !ok {
		rule = s.file[kind]
	}
	if rule.format == "" {
		if rule.format = "decimal"; kind == "endnote" {
			rule.format = "lowerRoman"
		}
	}
	return rule
}

// citation is a note's mark in the text.
type citation struct {
	kind, id string
	section  int
	rev      revision
	custom   bool // has a mark of its own, which is in the text
}

// cite notes a reference to a footnote or endnote, and reports whether the
// rest of the run is the mark of that note.
func (r *bodyReader) cite(e xml.StartElement) (custom bool) {
	if len(r.notes) >= maxBlocks {
		r.file.doubt("doubt.part-unreadable")
		return false
	}
	if r.para == nil || !r.visible() || r.rev.inNeither() || r.cell.Note != "" {
		return false
	}
	c := citation{
		kind: strings.TrimSuffix(e.Name.Local, "Reference"), id: attrOf(e, "id"),
		section: len(r.sections.ended), rev: r.rev,
	}
	switch attrOf(e, "customMarkFollows") {
	case "1", "true", "on":
		c.custom = true
	}
	r.cited = append(r.cited, c)
	r.notes = append(r.notes, text.Note{ID: c.noteID(), At: r.here()})
	return c.custom
}

func (c citation) noteID() string { return c.kind + "-" + c.id }

// here is the place that reading has come to.
func (r *bodyReader) here() text.Place {
	switch {
	case r.para != nil:
		return text.Place{Block: r.para.index, Rune: r.para.runes}
	case r.pending != nil:
		return text.Place{Block: r.pending.index, Rune: r.pending.runes}
	}
	return text.Place{Block: len(r.out)}
}

// numberNotes gives every note that has no mark of its own the number Word
// prints. Numbers that begin anew on every page cannot be known.
func (r *bodyReader) numberNotes() {
	next, last := [versions]map[string]int{{}, {}}, map[string]int{}
	for i, c := range r.cited {
		rule := r.sections.rule(c.section, c.kind)
		if n, begun := last[c.kind]; !begun || rule.restart == "eachSect" && n != c.section {
			next[versionNew][c.kind] = wholeNumber(rule.start, 1)
			next[versionOld][c.kind] = next[versionNew][c.kind]
		}
		last[c.kind] = c.section
		if c.custom || rule.restart == "eachPage" {
			continue
		}
		n := &r.notes[i]
		n.Mark = formatNumber(rule.format, next[versionNew][c.kind])
		if was := formatNumber(rule.format, next[versionOld][c.kind]); was != n.Mark {
			n.Was = was
		}
		if c.rev.deleted == nil {
			next[versionNew][c.kind]++
		}
		if c.rev.inserted == nil {
			next[versionOld][c.kind]++
		}
	}
}

// readNotes appends the notes that the text refers to, in the order in which
// it does, each once: footnotes, then endnotes.
func (r *bodyReader) readNotes() error {
	r.numberNotes()
	for _, kind := range []string{"footnote", "endnote"} {
		main, ranges := r.out, r.ranges
		r.out, r.ranges, r.lastEnd = nil, map[string]*commentRange{}, text.Place{}
		bounds, err := r.readNotePart(kind)
		if err != nil {
			return err
		}
		moved := map[int]int{} // index of a block in the note part -> in the source
		for i, c := range r.cited {
			if bound, found := bounds[c.id]; c.kind == kind && found {
				delete(bounds, c.id)
				for at := bound[0]; at < bound[1]; at++ {
					moved[at] = len(main)
					main = append(main, noteBlock(r.out[at], c, &r.notes[i], at == bound[0]))
				}
			}
		}
		for id, inNote := range r.ranges {
			if ranges[id] == nil && inNote.move(moved) {
				ranges[id] = inNote
			}
		}
		r.out, r.ranges = main, ranges
	}
	return nil
}

// readNotePart reads all notes of a kind: id -> its blocks in r.out.
func (r *bodyReader) readNotePart(kind string) (map[string][2]int, error) {
	bounds := map[string][2]int{}
	err := r.file.readOptional(r.file.parts[kind+"s"], func(x *xmlStream, _ xml.StartElement) error {
		r.xmlStream = x
		return x.children(func(e xml.StartElement) error {
			if t := attrOf(e, "type"); e.Name.Local != kind || t != "" && t != "normal" {
				return x.skip()
			}
			id, from := attrOf(e, "id"), len(r.out)
			r.cell = text.Block{Kind: text.BlockFootnote, Note: citation{kind: kind, id: id}.noteID()}
			err := r.story()
			r.cell = text.Block{}
			if _, known := bounds[id]; !known {
				bounds[id] = [2]int{from, len(r.out)}
			}
			return err
		})
	})
	return bounds, err
}

// noteBlock is a note's paragraph as the citation has it: numbered if it is
// the first, and changed with it if the citation was inserted or deleted.
func noteBlock(b text.Block, c citation, n *text.Note, first bool) text.Block {
	if first && !c.custom {
		b.Label = n.Mark
		if n.Was != "" {
			b.Was = &n.Was
		}
	}
	if change := c.rev.mark(); change != nil && len(b.Tracked) == 0 {
		whole := *change
		whole.Start, whole.End = 0, utf8.RuneCountInString(b.Text)
		b.Tracked, b.Mark = []data.Tracked{whole}, change
	}
	return b
}
