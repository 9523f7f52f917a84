package intake

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/text"
)

// lookOf writes a block with what surrounds it, emphasis in marks of its kind.
func lookOf(b text.Block) string {
	words, at, s := []rune(b.Text), 0, ""
	for _, e := range b.Marked {
		mark := ""
		for sign, has := range map[string]bool{"*": e.Bold, "/": e.Italic, "~": e.Strike, "_": e.Underline} {
			if has {
				mark += sign
			}
		}
		s += string(words[at:e.Start]) + mark + string(words[e.Start:e.End]) + mark
		at = e.End
	}
	s += string(words[at:])
	for _, whole := range []struct {
		has  bool
		name string
	}{{b.Bold, "bold"}, {b.Italic, "italic"}, {b.Strike, "struck"}} {
		if whole.has {
			s += " (" + whole.name + ")"
		}
	}
	if b.Label != "" {
		s = b.Label + " " + s
	}
	return s
}

func looksOf(blocks []text.Block) string {
	var out []string
	for _, b := range blocks {
		out = append(out, lookOf(b))
	}
	return strings.Join(out, "|")
}

func TestReadingKeepsLooks(t *testing.T) {
	bold, italic := text.Emphasis{Bold: true}, text.Emphasis{Italic: true}
	at := func(e text.Emphasis, start, end int) text.Emphasis { e.Start, e.End = start, end; return e }
	deleted, inserted := &data.Tracked{Kind: data.TrackDeleted}, &data.Tracked{Kind: data.TrackInserted}
	cut := func(kind data.TrackKind, start, end int) []data.Tracked {
		return []data.Tracked{{Start: start, End: end, Kind: kind}}
	}
	for _, c := range []struct {
		name               string
		blocks             []text.Block
		accepted, rejected string
	}{
		{
			"what moves moves its look along",
			[]text.Block{{Text: "old new end", Tracked: cut(data.TrackDeleted, 0, 4), Marked: []text.Emphasis{at(bold, 4, 7)}}},
			"*new* end", "old *new* end",
		},
		{
			"all that is left is bold",
			[]text.Block{{Text: "old new", Tracked: cut(data.TrackDeleted, 0, 4), Marked: []text.Emphasis{at(bold, 4, 7)}}},
			"new (bold)", "old *new*",
		},
		{
			"joined paragraphs keep their own looks",
			[]text.Block{{Text: "one ", Bold: true, Mark: deleted}, {Text: "two", Italic: true}},
			"*one */two/", "one  (bold)|two (italic)",
		},
		{
			"an inserted paragraph is gone without trace",
			[]text.Block{{Text: "a"}, {Text: "new", Tracked: cut(data.TrackInserted, 0, 3), Mark: inserted}, {Text: "b", Bold: true}},
			"a|new|b (bold)", "a|b (bold)",
		},
		{
			"plain words before bold ones are not bold",
			[]text.Block{{Text: "ab cd", Marked: []text.Emphasis{at(bold, 3, 5), at(italic, 5, 5)}[:1]}},
			"ab *cd*", "ab *cd*",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			src := &text.Source{Blocks: c.blocks}
			if got := looksOf(AcceptAll(src)); got != c.accepted {
				t.Errorf("accepted: %s, want %s", got, c.accepted)
			}
			if got := looksOf(RejectAll(src)); got != c.rejected {
				t.Errorf("rejected: %s, want %s", got, c.rejected)
			}
			if got := (Reading{}).Of(src); got != src {
				t.Error("a redline is not the source itself")
			}
		})
	}
}

// TestReadingCarries shows where footnotes and remarks go when paragraphs are
// joined and words are cut out.
func TestReadingCarries(t *testing.T) {
	src := &text.Source{
		Blocks: []text.Block{
			{Text: "One old", Tracked: []data.Tracked{{Start: 4, End: 7, Kind: data.TrackDeleted}}, Mark: &data.Tracked{Kind: data.TrackDeleted}},
			{Text: "secret", Kind: text.BlockHidden},
			{Text: "two new", Tracked: []data.Tracked{{Start: 3, End: 7, Kind: data.TrackInserted}}},
			{Text: "gone", Kind: text.BlockFootnote, Note: "n1", Tracked: []data.Tracked{{Start: 0, End: 4, Kind: data.TrackDeleted}}, Mark: &data.Tracked{Kind: data.TrackDeleted}},
			{Text: "stays", Kind: text.BlockFootnote, Note: "n2"},
		},
		Notes: []text.Note{
			{ID: "n1", Mark: "1", At: text.Place{Block: 0, Rune: 7}},
			{ID: "n2", Mark: "1", Was: "2", At: text.Place{Block: 2, Rune: 3}},
		},
		Comments: []text.Comment{
			{ID: "a", Start: text.Place{Block: 0, Rune: 5}, End: text.Place{Block: 2, Rune: 2}},
			{ID: "b", Start: text.Place{Block: 3}, End: text.Place{Block: 3, Rune: 4}},
		},
	}
	for _, c := range []struct {
		changes Changes
		want    string
	}{
		{Accepted, "One two new|secret|stays; n2 1 0:7; a 0:4-0:6 b 0:11-0:11"},
		{Rejected, "One old|secret|two|gone|stays; n1 1 0:7 n2 2 2:3; a 0:5-2:2 b 3:0-3:4"},
		{Redline, "One old|secret|two new|gone|stays; n1 1 0:7 n2 1 2:3; a 0:5-2:2 b 3:0-3:4"},
	} {
		t.Run(string(c.changes), func(t *testing.T) {
			got := Reading{Changes: c.changes}.Of(src)
			checkSource(t, got)
			var notes, remarks []string
			for _, n := range got.Notes {
				notes = append(notes, fmt.Sprintf("%s %s %d:%d", n.ID, n.Mark, n.At.Block, n.At.Rune))
			}
			for _, r := range got.Comments {
				remarks = append(remarks, fmt.Sprintf("%s %d:%d-%d:%d", r.ID, r.Start.Block, r.Start.Rune, r.End.Block, r.End.Rune))
			}
			s := strings.Join(textsOf(got.Blocks), "|") + "; " + strings.Join(notes, " ") + "; " + strings.Join(remarks, " ")
			if s != c.want {
				t.Errorf("got  %s\nwant %s", s, c.want)
			}
			if HasChanges(got) != (c.changes == Redline) {
				t.Errorf("changes left: %v", HasChanges(got))
			}
		})
	}
	if len(src.Notes) != 2 || src.Blocks[0].Text != "One old" || src.Blocks[0].Mark == nil {
		t.Error("the source was altered")
	}
}

func TestReadingLabels(t *testing.T) {
	numbering := rootOf("numbering", `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>`+
		`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`)
	item := func(mark, more, words string) string {
		return paraOf(`<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>` + mark + more + `</w:pPr>` + words)
	}
	inserted, deleted := `<w:rPr><w:ins/></w:rPr>`, `<w:rPr><w:del/></w:rPr>`
	plain := `<w:pPrChange><w:pPr/></w:pPrChange>`
	src := readBody(t,
		item("", "", runOf("a"))+item(inserted, "", `<w:ins>`+runOf("b")+`</w:ins>`)+item(deleted, "", `<w:del>`+runOf("c")+`</w:del>`)+
			item("", "", runOf("d"))+item("", plain, runOf("e"))+item("", "", runOf("f")),
		"word/numbering.xml", numbering)
	if got, want := looksOf(AcceptAll(src)), "1. a|2. b|3. d|4. e|5. f"; got != want {
		t.Errorf("accepted: %s, want %s", got, want)
	}
	if got, want := looksOf(RejectAll(src)), "1. a|2. c|3. d|e|4. f"; got != want {
		t.Errorf("rejected: %s, want %s", got, want)
	}
}

func TestReadingMarks(t *testing.T) {
	span := func(start, end int, bold, strike bool) text.Emphasis {
		return text.Emphasis{Start: start, End: end, Bold: bold, Strike: strike}
	}
	for _, c := range []struct {
		name                        string
		block                       text.Block
		redline, accepted, rejected string
	}{
		{
			"words",
			text.Block{Text: "shall old new use", Marked: []text.Emphasis{span(6, 10, false, true), span(10, 14, true, false)}},
			"shall [-old -]{+new +}use", "shall new use", "shall old use",
		},
		{"a whole paragraph", text.Block{Text: "A Party may use it.", Bold: true}, "{+A Party may use it.+}{+¶+}", "A Party may use it.", ""},
		{"a struck paragraph", text.Block{Text: "Use", Strike: true}, "[-Use-][-¶-]", "", "Use"},
		{"a struck cell stays, empty", text.Block{Kind: text.BlockCell, Table: 1, Row: 1, Col: 1, Text: "Use", Strike: true}, "cell: [-Use-]", "", "Use"},
		{"a short bold line is a heading", text.Block{Text: "Use of terms", Bold: true}, "Use of terms", "Use of terms", "Use of terms"},
		{"a bold heading", text.Block{Text: "This is long. It ends.", Bold: true, Centred: true}, "This is long. It ends.", "This is long. It ends.", "This is long. It ends."},
		{
			"new words of a heading",
			text.Block{Kind: text.BlockHeading, Text: "Use bis", Marked: []text.Emphasis{span(4, 7, true, false)}},
			"heading: Use {+bis+}", "Use bis", "Use ",
		},
		{"bold and struck is struck", text.Block{Text: "a b", Marked: []text.Emphasis{span(2, 3, true, true)}}, "a [-b-]", "a ", "a b"},
		{
			"tracked changes stay theirs",
			text.Block{Text: "abcd", Tracked: []data.Tracked{{Start: 1, End: 2, Kind: data.TrackDeleted, Author: "x"}}, Marked: []text.Emphasis{span(0, 3, true, false)}},
			"{+a+}[-b-]{+c+}d", "acd", "bd",
		},
		{"hidden words stay hidden", text.Block{Kind: text.BlockHidden, Text: "x", Strike: true}, "hidden: x", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			src := &text.Source{Blocks: []text.Block{c.block}}
			read := func(changes Changes) *text.Source {
				got := Reading{Changes: changes, Marks: true}.Of(src)
				checkSource(t, got)
				return got
			}
			if got := linesOf(read(Redline).Blocks); got != c.redline {
				t.Errorf("redline: %s, want %s", got, c.redline)
			}
			for changes, want := range map[Changes]string{Accepted: c.accepted, Rejected: c.rejected} {
				if got := strings.Join(textsOf(shown(read(changes))), "|"); got != want {
					t.Errorf("%s: %q, want %q", changes, got, want)
				}
			}
			if src.Blocks[0].Mark != nil || len(src.Blocks[0].Tracked) != len(c.block.Tracked) {
				t.Error("the source was altered")
			}
		})
	}
}

func TestReadingShowsMarks(t *testing.T) {
	struck := text.Block{Text: "a b c", Marked: []text.Emphasis{{Start: 0, End: 1, Strike: true}, {Start: 2, End: 3, Strike: true}}}
	for _, c := range []struct {
		name   string
		blocks []text.Block
		want   bool
	}{
		{"many struck words", []text.Block{struck, struck}, true},
		{"few struck words", []text.Block{struck, {Text: "x", Strike: true}}, false},
		{"struck paragraphs", []text.Block{struck, {Text: "x", Strike: true}, {Text: "y", Strike: true}}, true},
		{"bold words alone", []text.Block{{Text: "x", Bold: true}, {Text: "x", Bold: true}, {Text: "x", Bold: true}, {Text: "x", Bold: true}}, false},
		{"hidden", []text.Block{struck, {Kind: text.BlockHidden, Text: "x", Strike: true}, {Kind: text.BlockHidden, Text: "x", Strike: true}}, false},
	} {
		if got := ShowsMarks(&text.Source{Blocks: c.blocks}); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

func TestParseChanges(t *testing.T) {
	for s, want := range map[string]Changes{"": Redline, "redline": Redline, "accepted": Accepted, "rejected": Rejected} {
		if got, ok := ParseChanges(s); !ok || got != want {
			t.Errorf("%q is %q, %v", s, got, ok)
		}
	}
	if _, ok := ParseChanges("both"); ok {
		t.Error("an unknown choice is known")
	}
}

// TestReadingsOfRealFiles holds every reading of every shared Word file to be a
// sound source without changes.
func TestReadingsOfRealFiles(t *testing.T) {
	dir := sharedWord(t, "docx")
	for _, pattern := range []string{"*.docx", "*/*.docx"} {
		paths, _ := filepath.Glob(filepath.Join(dir, pattern))
		for _, path := range paths {
			content, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			src, err := readDocx(t.Context(), content)
			if err != nil {
				continue
			}
			for _, marks := range []bool{false, true} {
				for _, changes := range AllChanges {
					got := Reading{Changes: changes, Marks: marks}.Of(src)
					checkSource(t, got)
					if changes != Redline && HasChanges(got) {
						t.Errorf("%s %s: changes left", filepath.Base(path), changes)
					}
				}
			}
		}
	}
}
