package pdf

import (
	"fmt"
	"strings"
	"testing"

	"travaux/data"
	"travaux/export"
)

// annotated is a paper of paragraphs, each with a note of so many words.
func annotated(lang data.Lang, word string, lengths ...int) export.Document {
	doc := export.Document{Lang: lang, Title: "Notes"}
	for i, n := range lengths {
		doc.Blocks = append(doc.Blocks, export.Paragraph{Spans: []export.Span{
			{Text: strings.Repeat(word+" ", 60) + fmt.Sprintf("head%d", i+1)},
			{Text: strings.TrimSpace(strings.Repeat(word+" ", n)) + fmt.Sprintf(" note%d", i+1), Mark: export.Footnote},
			{Text: " " + strings.Repeat(word+" ", 60)},
		}})
	}
	return doc
}

func TestNotesStandOnThePageOfTheirMarks(t *testing.T) {
	for lang, word := range map[data.Lang]string{data.English: "kite", data.Arabic: "كلمة", data.Russian: "змей"} {
		lengths := []int{5, 40, 3, 90, 12, 7, 200, 4, 4, 4, 60, 2500, 8, 8}
		pages := laidOut(t, annotated(lang, word, lengths...))
		marked, begun, ended := map[int]int{}, map[int]int{}, map[int]int{}
		for n, p := range pages {
			lowest, highest := 0.0, p.sheet.height
			for _, it := range p.items {
				if it.element == nil || it.line == nil {
					continue
				}
				y := it.top + it.y
				if f := it.element.foot; f > 0 {
					highest = min(highest, y)
					if begun[f] == 0 {
						begun[f] = n + 1
					}
					ended[f] = n + 1
					continue
				}
				lowest = max(lowest, y)
				for _, note := range it.para.notesOn(lineOf(it)) {
					marked[note.number] = n + 1
				}
			}
			if lowest > highest-10 {
				t.Errorf("%s, page %d: words at %.1f, a note at %.1f", lang, n+1, lowest, highest)
			}
		}
		over := 0
		for i := range lengths {
			if marked[i+1] == 0 || begun[i+1] != marked[i+1] {
				t.Errorf("%s: note %d begins on page %d, its mark is on %d", lang, i+1, begun[i+1], marked[i+1])
			}
			if ended[i+1] > begun[i+1] {
				over++
			}
		}
		if over == 0 {
			t.Errorf("%s: no note runs over a page", lang)
		}
		onPages(t, string(lang), annotated(lang, word, lengths...))
	}
}

func lineOf(it placed) int {
	for i := range it.para.layout.Lines {
		if &it.para.layout.Lines[i] == it.line {
			return i
		}
	}
	return -1
}

// TestMarksOfNotesPartNoSentence holds that a sentence is read as it stands, that
// each note is read whole, and that marks are numbers in the order of the paper.
func TestMarksOfNotesPartNoSentence(t *testing.T) {
	for lang, words := range map[data.Lang][3]string{
		data.English: {"Every State Party shall report", "each accident over open water", " within thirty days."},
		data.Arabic:  {"تقدم كل دولة طرف تقريرا عن عام 2020", "كل حادث فوق المياه المفتوحة", " خلال ثلاثين يوما."},
		data.Chinese: {"每一缔约国应当报告", "公海上空的每一事故", "并在三十天内通知。"},
	} {
		doc := export.Document{Lang: lang, Title: "Notes", Blocks: []export.Block{
			export.Paragraph{Spans: []export.Span{{Text: words[0]}, {Text: words[1], Mark: export.Footnote}, {Text: words[2]}}},
			export.Entry{Label: "7", Paragraphs: []export.Paragraph{{Spans: []export.Span{{Text: words[2]}, {Text: words[0], Mark: export.Footnote}}}}},
			export.Table{Heads: []string{"1", "2"}, Rows: []export.Row{{Cells: []export.Cell{
				{{Spans: []export.Span{{Text: words[0]}, {Text: words[2], Mark: export.Footnote}}}}, {{Spans: []export.Span{{Text: words[1]}}}},
			}}}},
		}}
		file := written(t, doc, Options{})
		said, err := Text(file)
		if err != nil {
			t.Fatal(err)
		}
		run := func(s string) string { return strings.Join(strings.Fields(s), "") }
		for _, want := range []string{words[0] + words[2], words[1], words[2]} {
			if !strings.Contains(run(said), run(want)) {
				t.Errorf("%s: not read back: %s\n%s", lang, want, said)
			}
		}
		if !strings.Contains(said, "\n1\n2\n3\n") {
			t.Errorf("%s: the marks are not read:\n%s", lang, said)
		}
		f, err := load(file)
		if err != nil {
			t.Fatal(err)
		}
		roles := map[name]int{}
		for _, o := range f.objects {
			if d, ok := o.(dict); ok && d["Type"] == name("StructElem") {
				s, _ := d["S"].(name)
				roles[s]++
			}
		}
		if roles["Note"] != 3 || roles["Reference"] != 3 {
			t.Errorf("%s: %d notes and %d marks in the structure", lang, roles["Note"], roles["Reference"])
		}
	}
}

// TestMarksStandHigh compares a mark with the word before it.
func TestMarksStandHigh(t *testing.T) {
	pages := laidOut(t, annotated(data.English, "kite", 5))
	for _, it := range pages[0].items {
		if it.line == nil || it.element == nil || it.element.foot > 0 {
			continue
		}
		for _, run := range it.line.Runs {
			if mark := export.Mark(run.Mark); mark&export.Footnote != 0 && run.Style.Size > 0.7*styleBody.size {
				t.Errorf("the mark is set at %.1f", run.Style.Size)
			}
		}
	}
	p := painter{}
	stream := string(p.paint(pages[0], 0))
	var word, mark float64
	for _, line := range strings.Split(stream, "\n") {
		var x, y, size float64
		var font string
		if n, _ := fmt.Sscanf(line, "BT /%s %f Tf %f %f Td", &font, &size, &x, &y); n != 4 {
			continue
		}
		if size == 10.5 {
			word = y
		} else if size < 7.5 && mark == 0 {
			mark = y
		}
		if mark != 0 {
			break
		}
	}
	if mark-word < 3 || mark-word > 5 {
		t.Errorf("the mark at %.1f, the word at %.1f", mark, word)
	}
}

// TestAParagraphInAnotherLanguage is set from its own side and says its language.
func TestAParagraphInAnotherLanguage(t *testing.T) {
	english, arabic := "The original of this text is in Arabic 2020 only.", "نص هذه الورقة الأصلي 2020 بالعربية فقط"
	for lang, c := range map[data.Lang]struct {
		other data.Lang
		words string
	}{data.English: {data.Arabic, arabic}, data.Arabic: {data.English, english}, data.Chinese: {data.Arabic, arabic}} {
		doc := export.Document{Lang: lang, Title: "Original", Blocks: []export.Block{
			export.Paragraph{Lang: c.other, Spans: []export.Span{{Text: c.words}}},
		}}
		for _, it := range laidOut(t, doc)[0].items {
			if it.element == nil {
				continue
			}
			left, right := it.x+it.line.X-portrait.side, portrait.width-portrait.side-it.x-it.line.X-it.line.Width
			if atRight := right < 1 && left > 50; atRight != c.other.RightToLeft() {
				t.Errorf("%s in %s: %.1f free at the left, %.1f at the right", c.other, lang, left, right)
			}
		}
		file := written(t, doc, Options{})
		said, err := Text(file)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(said, c.words) {
			t.Errorf("%s in %s: read back as\n%s", c.other, lang, said)
		}
		f, err := load(file)
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, o := range f.objects {
			d, _ := o.(dict)
			found = found || d["S"] == name("P") && d["Lang"] == text(c.other)
		}
		if !found {
			t.Errorf("%s in %s: no element says so", c.other, lang)
		}
	}
}
