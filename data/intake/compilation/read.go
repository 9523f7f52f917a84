package compilation

import (
	"encoding/json"
	"strconv"
	"strings"

	"travaux/data"
	"travaux/data/text"
)

// Open reads a file whose content says what it is: the JSON form, or the dump of a
// PDF reader. Codes: those of Decode and Read; CodeForm for anything else.
func Open(content []byte) (*Compilation, error) {
	if len(content) > MaxFile {
		return nil, tooLarge()
	}
	if IsForm(content) {
		return Decode(content)
	}
	lines, ok := dumped(content)
	if !ok {
		return nil, badForm("format")
	}
	return read(lines)
}

// IsJSON reports whether a file can be for Open at all.
func IsJSON(content []byte) bool {
	return strings.HasPrefix(strings.TrimLeft(strings.TrimPrefix(string(content[:min(len(content), 512)]), "\ufeff"), " \t\r\n"), "{")
}

// Read reads a compilation that was read from its file, Word or PDF. Codes:
// CodeNothing, CodeLarge.
func Read(src *text.Source) (*Compilation, error) {
	var lines []string
	for _, b := range src.Blocks {
		if b.Kind == text.BlockHidden {
			continue
		}
		line := b.Text
		if b.Label != "" {
			line = b.Label + " " + line
		}
		lines = append(lines, strings.Split(strings.ReplaceAll(line, "\r", ""), "\n")...)
	}
	c, err := read(lines)
	if err != nil {
		return nil, err
	}
	if src.Symbol != "" {
		c.Symbol = src.Symbol
	}
	if !src.Date.IsZero() {
		c.Date = src.Date
	}
	if src.Lang != "" {
		c.Lang = src.Lang
	}
	return c, nil
}

// dumped are the lines of a PDF reader's dump: the headings that it believes in,
// each with the text after it.
func dumped(content []byte) (lines []string, ok bool) {
	var dump struct {
		Metadata struct {
			Sections []struct {
				Heading *string `json:"heading"`
				Text    string  `json:"text"`
			} `json:"sections"`
		} `json:"metadata"`
	}
	if json.Unmarshal(content, &dump) != nil || len(dump.Metadata.Sections) == 0 {
		return nil, false
	}
	for _, s := range dump.Metadata.Sections {
		if s.Heading != nil {
			lines = append(lines, *s.Heading)
		}
		lines = append(lines, strings.Split(s.Text, "\n")...)
	}
	return lines, true
}

// read finds articles, proponents and proposals in the lines of a compilation.
func read(lines []string) (*Compilation, error) {
	for i := range lines {
		lines[i] = strings.TrimSpace(strings.ToValidUTF8(lines[i], "\ufffd"))
	}
	listed, begin := contents(lines)
	c := &Compilation{}
	c.front(lines[:min(begin, len(lines))])
	r := reader{c: c, listed: listed, names: listed.names(), pages: paged(lines[begin:], listed), stage: -1}
	for _, line := range lines[begin:] {
		r.line(line)
	}
	r.end()
	switch {
	case len(c.Entries) == 0:
		return nil, data.E(CodeNothing)
	case len(c.Entries) > most:
		return nil, tooLarge()
	}
	c.Doubts = listed.doubts(c.Entries)
	return c, nil
}

// reader is the state between two lines.
type reader struct {
	c      *Compilation
	listed listing
	names  names
	pages  bool // there are lines that are page numbers
	page   int  // on which we are; 0: not known

	stage   int       // of listed.headings, the one we are under; -1: none
	heading heading   // under which we are; zero before the first
	entry   *Entry    // that is being read; nil: under no proponent
	words   []string  // of entry, or loose: its lines so far
	broken  bool      // a page ended behind the last of words
	given   []heading // that were met, in a document without contents
}

// line takes the next line.
func (r *reader) line(line string) {
	switch n, ok := pageNumber(line); {
	case line == "":
		return
	case r.pages && ok && n == r.page+1:
		r.page, r.broken = n, true
		return
	}
	if h, rest, ok := r.headed(line); ok {
		r.close()
		r.heading = h
		if rest != "" {
			r.line(rest)
		}
		return
	}
	if before, name, after, ok := r.signed(line); ok {
		if before != "" {
			r.keep(before)
		}
		r.close()
		r.entry = &Entry{Article: r.heading.article, Proponents: []string{name}}
		if r.page > 0 {
			r.entry.Source = "p. " + strconv.Itoa(r.page)
		}
		if after != "" {
			r.line(after)
		}
		return
	}
	r.keep(line)
}

// keep adds words to what is being read. A sentence that a page divides is one.
func (r *reader) keep(line string) {
	if last := len(r.words) - 1; r.broken && last >= 0 && goesOn(r.words[last], line) {
		r.words[last] += " " + line
	} else {
		r.words = append(r.words, line)
	}
	r.broken = false
}

// close ends what is being read.
func (r *reader) close() {
	words := r.words
	r.words, r.broken = nil, false
	if r.entry == nil {
		if len(words) > 0 && !r.heading.continued(words) {
			r.c.Loose = append(r.c.Loose, Loose{r.heading.article, strings.Join(words, "\n")})
		}
		return
	}
	r.entry.Text, r.entry.Rationale = reasoned(words)
	r.entry.Kind = kindOf(r.entry.Text)
	r.c.Entries = append(r.c.Entries, *r.entry)
	r.entry = nil
}

func (r *reader) end() { r.close() }
