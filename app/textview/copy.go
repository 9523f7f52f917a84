package textview

import (
	"slices"
	"strings"
	"unicode"
)

// CopyWords say what marks mean where only plain text goes, as in a mail; the
// one "…" in each stands for the marked words: "{delete: …}". Square brackets are
// no use for it: in these texts they have a meaning of their own.
type CopyWords struct {
	Deleted, Inserted    string
	MovedAway, MovedHere string
	Chip                 string // who proposes: "(…)"
}

// plainWords are signs for where a caller has set no words.
var plainWords = CopyWords{Deleted: "{−…}", Inserted: "{+…}", MovedAway: "{→…}", MovedHere: "{←…}", Chip: "(…)"}

// SelectedText is the selected text as it stands in the blocks, deletions and
// chips included; one line for each block.
func (d *Document) SelectedText() string {
	return d.collect(func(b *Block, text []rune, from, to int) string { return string(text[from:to]) }, false)
}

// CopyText is the selected text for the clipboard, with the labels of blocks
// that are taken from their beginning when the selection spans several. Without
// marks it is as it reads: what is deleted or moved away, and chips, are left
// out, for a struck word would come back as if it stood. With marks the words
// that CopyWords has for them stand around what is marked.
func (d *Document) CopyText(withMarks bool) string {
	words := func(b *Block, text []rune, from, to int) string { return asRead(text, from, to, b.Marks) }
	if withMarks {
		words = func(b *Block, text []rune, from, to int) string { return marked(text, from, to, b.Marks, d.CopyWords) }
	}
	return d.collect(words, true)
}

// collect joins what words makes of the selected part of every block.
func (d *Document) collect(words func(b *Block, text []rune, from, to int) string, labels bool) string {
	if d.selection.empty() {
		return ""
	}
	start, end := d.selection.ordered()
	var parts []string
	for i := start.block; i <= end.block; i++ {
		b := &d.blocks[i]
		text := []rune(b.Text)
		from, to := d.selection.within(i, len(text))
		part := words(b, text, from, max(to, from))
		if labels && b.Label != "" && from == 0 && start.block != end.block {
			part = strings.TrimRight(b.Label+" "+part, " ")
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, "\n")
}

// asRead is text[from:to] without what is struck and without chips, nor the white
// space that separated them from the rest.
func asRead(text []rune, from, to int, marks []Mark) string {
	gone := func(i int) bool {
		return slices.ContainsFunc(marks, func(m Mark) bool {
			return (m.Kind == Deleted || m.Kind == MovedAway || m.Kind == Chip) && m.Start <= i && i < m.End
		})
	}
	var out []rune
	skipped := false
	for i := from; i < to; i++ {
		if gone(i) {
			skipped = true
			continue
		}
		if r := text[i]; skipped {
			n := len(out)
			if unicode.IsSpace(r) && (n == 0 || unicode.IsSpace(out[n-1]) || opens(out[n-1])) {
				continue
			}
			if n > 0 && out[n-1] == ' ' && closes(r) {
				out = out[:n-1]
			}
		}
		skipped = false
		out = append(out, text[i])
	}
	return string(out)
}

// opens tells signs that no space follows, closes those that none precedes.
func opens(r rune) bool { return unicode.In(r, unicode.Ps, unicode.Pi) }

func closes(r rune) bool {
	return unicode.In(r, unicode.Pe, unicode.Pf) || strings.ContainsRune(",.;:،؛؟", r)
}

// marked is text[from:to] with words around what is marked.
func marked(text []rune, from, to int, marks []Mark, words CopyWords) string {
	var out strings.Builder
	for start := from; start < to; {
		m, is := deciding(marks, start)
		end := start + 1
		for end < to {
			if next, also := deciding(marks, end); also != is || next != m {
				break
			}
			end++
		}
		part := string(text[start:end])
		if !is {
			out.WriteString(part)
		} else {
			around(&out, part, m, words)
		}
		start = end
	}
	return out.String()
}

// deciding is the mark that says what becomes of a rune in a copy with marks.
func deciding(marks []Mark, at int) (found Mark, ok bool) {
	rank := map[MarkKind]int{Chip: 5, Deleted: 4, MovedAway: 3, Inserted: 2, MovedHere: 1}
	for _, m := range marks {
		if r := rank[m.Kind]; r > 0 && m.Start <= at && at < m.End && (!ok || r > rank[found.Kind]) {
			found, ok = m, true
		}
	}
	return found, ok
}

// around writes marked words between the words of their mark; white space stays
// outside.
func around(out *strings.Builder, part string, m Mark, words CopyWords) {
	pattern := words.of(m.Kind)
	if pattern == "" {
		pattern = plainWords.of(m.Kind)
	}
	inner := strings.TrimSpace(part)
	if m.Kind == Chip {
		if inner = chipWords(part); m.Words != "" {
			inner = m.Words
		}
	}
	if inner == "" {
		out.WriteString(part)
		return
	}
	before, after, _ := strings.Cut(pattern, "…")
	lead := part[:len(part)-len(strings.TrimLeftFunc(part, unicode.IsSpace))]
	trail := part[len(strings.TrimRightFunc(part, unicode.IsSpace)):]
	out.WriteString(lead + before + inner + after + trail)
}

func (w CopyWords) of(k MarkKind) string {
	switch k {
	case Deleted:
		return w.Deleted
	case Inserted:
		return w.Inserted
	case MovedAway:
		return w.MovedAway
	case MovedHere:
		return w.MovedHere
	}
	return w.Chip
}
