package textview

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"travaux/app/look"
	"travaux/data/redline"
)

var update = flag.Bool("update", false, "write the golden files anew")

// dress starts an empty program in a theme.
func dress(t testing.TB, lang string) {
	t.Helper()
	app := test.NewApp()
	app.Settings().SetTheme(look.NewTheme(lang, lang == "ar"))
}

// show puts a Document of a size into a window.
func show(t testing.TB, lang string, blocks []Block, width, height float32) *Document {
	t.Helper()
	dress(t, lang)
	d := NewDocument()
	d.SetBlocks(blocks)
	w := test.NewWindow(d)
	t.Cleanup(w.Close)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, height))
	return d
}

// sample is an invented article in a language, with every kind of mark.
func sample(lang string) []Block {
	type words struct{ chapter, article, first, old, new, sub, note string }
	w := map[string]words{
		"en": {
			"Chapter II", "Article 7. Access to data", "Each Party shall [endeavour to] [take measures to] protect data held by its ports, as set out in HC/2/Rev.1, in accordance with article 13 (2).",
			"The Parties shall exchange data without delay.", "The Parties may exchange data on request and without delay.", "data on tides and currents, including those of 24/7 services;", "Note by the Chair.",
		},
		"ar": {
			"الفصل الثاني", "المادة 7 - الحصول على البيانات", "يسعى كل طرف [إلى حماية] [إلى اتخاذ تدابير لحماية] البيانات المحفوظة في موانئه على النحو المبين في HC/2/Rev.1 وفقا للمادة 13 (2).",
			"تتبادل الأطراف البيانات دون إبطاء.", "يجوز للأطراف أن تتبادل البيانات عند الطلب ودون إبطاء.", "البيانات المتعلقة بالمد والجزر، بما في ذلك بيانات خدمات 24/7؛", "ملاحظة من الرئيس.",
		},
		"zh": {
			"第二章", "第七条 获取数据", "各缔约方应当[努力][采取措施]保护其港口依照HC/2/Rev.1和第十三条第二款保存的数据。",
			"缔约方应当毫不拖延地交换数据。", "缔约方可以根据请求毫不拖延地交换数据。", "关于潮汐和洋流的数据，包括全天候服务的数据；", "主席说明。",
		},
		"ru": {
			"Глава II", "Статья 7. Доступ к данным", "Каждая Сторона [стремится защищать] [принимает меры по защите] данных, хранящихся в ее портах, как указано в HC/2/Rev.1, в соответствии со статьей 13 (2).",
			"Стороны безотлагательно обмениваются данными.", "Стороны могут обмениваться данными по запросу и безотлагательно.", "данные о приливах и течениях, в том числе данные служб 24/7;", "Примечание Председателя.",
		},
	}[lang]
	text, marks := Spans(redline.Words(w.old, w.new))
	first := []rune(w.first)
	var brackets []Mark
	for i, r := range first {
		if r == '[' {
			brackets = append(brackets, Mark{Kind: Bracket, Depth: 1, Start: i})
		} else if r == ']' {
			brackets[len(brackets)-1].End = i + 1
		}
	}
	return []Block{
		{ID: "ch2", Kind: Chapter, Text: w.chapter, Lang: lang},
		{ID: "a7", Kind: Article, Text: w.article, Lang: lang},
		{ID: "a7.1", Label: "1.", Text: w.first, Lang: lang, Marks: append(brackets, Mark{Kind: Comment, Start: 2, End: 30, Ref: "c1"}), Comments: 2, State: look.StateDraft},
		{ID: "a7.2", Label: "2.", Text: text, Lang: lang, Marks: marks, Changes: OursChange, State: look.StateApproved},
		{ID: "a7.2.a", Label: "(a)", Indent: 1, Text: w.sub, Lang: lang},
		{ID: "note", Kind: Note, Text: w.note, Lang: lang, Marks: []Mark{{Kind: Quiet, Start: 0, End: 4}}},
	}
}

// dump tells a layout in words: where label and lines are, and the runs of each
// line as they stand from left to right.
func dump(d *Document) string {
	var out strings.Builder
	for i, b := range d.blocks {
		s := d.measure(i)
		fmt.Fprintf(&out, "%s  height %.0f", b.ID, s.height)
		if s.label != nil {
			fmt.Fprintf(&out, "  label %q from %.0f", b.Label, s.labelX)
		}
		out.WriteString("\n")
		for _, line := range s.words.Lines {
			fmt.Fprintf(&out, "  %4.0f..%-4.0f", s.wordsX+line.X, s.wordsX+line.X+line.Width)
			for _, r := range line.Runs {
				name := ""
				for bit, n := range map[int]string{inkInserted: "ins", inkDeleted: "del", inkBracket: "br", inkQuiet: "quiet", inkHeading: "head"} {
					if r.Mark&bit != 0 {
						name = n + " "
					}
				}
				if r.Level%2 == 1 {
					name += "< "
				}
				fmt.Fprintf(&out, " {%s%s}", name, string(s.text[r.Start:r.End]))
			}
			out.WriteString("\n")
		}
	}
	return out.String()
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; got:\n%s", path, got)
	}
}

func TestLayoutOfBlocks(t *testing.T) {
	for _, lang := range []string{"en", "ar", "zh", "ru"} {
		t.Run(lang, func(t *testing.T) {
			golden(t, "layout-"+lang+".txt", dump(show(t, lang, sample(lang), 520, 700)))
		})
	}
}

// mirrors: what stands at the start edge is left in English and right in Arabic,
// whatever the language of the text.
func TestLabelsFollowTheText(t *testing.T) {
	for name, tt := range map[string]struct {
		window, text string
		labelRight   bool
	}{
		"English in an English window": {"en", "en", false}, "Arabic in an Arabic window": {"ar", "ar", true},
		"Arabic in an English window": {"en", "ar", true}, "English in an Arabic window": {"ar", "en", false},
	} {
		t.Run(name, func(t *testing.T) {
			d := show(t, tt.window, sample(tt.text), 600, 700)
			s := d.measure(2)
			if got := s.labelX > s.wordsX+s.words.Width/2; got != tt.labelRight {
				t.Errorf("label at %.0f, words from %.0f", s.labelX, s.wordsX)
			}
			if s.labelX < s.wordsX+s.words.Width && s.labelX+s.label.Width > s.wordsX {
				t.Errorf("label %.0f..%.0f lies on the words %.0f..%.0f", s.labelX, s.labelX+s.label.Width, s.wordsX, s.wordsX+s.words.Width)
			}
		})
	}
}

func TestCopy(t *testing.T) {
	at := func(id string, offset int) Position { return Position{id, offset} }
	text := sample("en")[3].Text // "The Parties shall may exchange …" with both versions
	end := len([]rune(text))
	for name, tt := range map[string]struct {
		from, to       Position
		selected, copy string
	}{
		"words of one block":             {at("a7.2.a", 0), at("a7.2.a", 13), "data on tides", "data on tides"},
		"backwards":                      {at("a7.2.a", 13), at("a7.2.a", 8), "tides", "tides"},
		"a redline is copied as it is":   {at("a7.2", 0), at("a7.2", end), text, "The Parties may exchange data on request and without delay."},
		"over blocks, labels come along": {at("a7", 11), at("a7.2.a", 4), "Access to data\n" + sample("en")[2].Text + "\n" + text + "\ndata", "Access to data\n1. " + sample("en")[2].Text + "\n2. The Parties may exchange data on request and without delay.\n(a) data"},
		"nothing":                        {at("a7", 3), at("a7", 3), "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			d := show(t, "en", sample("en"), 600, 700)
			d.Select(tt.from, tt.to)
			if got := d.SelectedText(); got != tt.selected {
				t.Errorf("selected %q, want %q", got, tt.selected)
			}
			if got := d.CopyText(false); got != tt.copy {
				t.Errorf("copied %q, want %q", got, tt.copy)
			}
		})
	}
}

func TestCopyShortcut(t *testing.T) {
	d := show(t, "ar", sample("ar"), 600, 700)
	d.Select(Position{"a7", 0}, Position{"a7", 8})
	board := test.NewClipboard()
	d.TypedShortcut(&fyne.ShortcutCopy{Clipboard: board})
	if got := board.Content(); got != "المادة 7" {
		t.Errorf("clipboard holds %q", got)
	}
}

// point is where a rune stands in the view.
func point(d *Document, id string, offset int) fyne.Position {
	i := d.index[id]
	s := d.measure(i)
	c := s.words.Caret(offset)
	return fyne.NewPos(float32(s.wordsX+c.X), float32(d.flow.column.top(i)-d.flow.offset+s.top+c.Y+c.Height/2))
}

func press(d *Document, at fyne.Position) {
	d.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary})
	d.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary})
}

func TestPressing(t *testing.T) {
	for _, lang := range []string{"en", "ar", "zh"} {
		t.Run(lang, func(t *testing.T) {
			d := show(t, lang, sample(lang), 600, 700)
			var chosen []string
			var hit []Mark
			d.OnChosen = func(id string) { chosen = append(chosen, id) }
			d.OnPressed = func(at Position, marks []Mark) { hit = marks }
			press(d, point(d, "a7.1", 5))
			if len(chosen) != 1 || chosen[0] != "a7.1" || d.Chosen() != "a7.1" {
				t.Errorf("chosen %v", chosen)
			}
			if len(hit) != 1 || hit[0].Ref != "c1" {
				t.Errorf("marks pressed: %v", hit)
			}
			press(d, point(d, "a7.1", 5)) // again at the same place: the word
			if got := d.SelectedText(); got == "" || strings.ContainsAny(got, " ") {
				t.Errorf("a double press selects %q", got)
			}
			press(d, point(d, "a7.1", 5))
			if got := d.SelectedText(); got != d.blocks[2].Text {
				t.Errorf("a triple press selects %q", got)
			}
		})
	}
}

func TestDraggingSelectsOverBlocks(t *testing.T) {
	for _, lang := range []string{"en", "ar"} {
		d := show(t, lang, sample(lang), 600, 700)
		from, to := point(d, "a7", 4), point(d, "a7.2.a", 6)
		d.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: from}, Button: desktop.MouseButtonPrimary})
		d.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to}})
		d.DragEnd()
		a, b, ok := d.Selection()
		if want := (Position{"a7", 4}); !ok || a != want {
			t.Errorf("%s: from %v, want %v", lang, a, want)
		}
		if want := (Position{"a7.2.a", 6}); b != want {
			t.Errorf("%s: to %v, want %v", lang, b, want)
		}
	}
}

// A drag past the end of a line without spaces takes the last letter in.
func TestDraggingPastTheEndOfALine(t *testing.T) {
	d := show(t, "zh", []Block{{ID: "p", Kind: Paragraph, Lang: "zh", Text: strings.Repeat("缔约国应当保护共有水井", 8)}}, 300, 400)
	from := point(d, "p", 0)
	d.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: from}, Button: desktop.MouseButtonPrimary})
	d.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(299, from.Y)}})
	d.DragEnd()
	line := d.set[0].words.Lines[0]
	if _, to, _ := d.Selection(); len(d.set[0].words.Lines) < 2 || to.Offset != line.End {
		t.Errorf("selected to %d, the line ends at %d", to.Offset, line.End)
	}
}

func TestKeysSelect(t *testing.T) {
	for name, tt := range map[string]struct {
		lang string
		from Position
		keys []fyne.KeyName
		want string
	}{
		"right in English":      {"en", Position{"a7", 0}, []fyne.KeyName{fyne.KeyRight, fyne.KeyRight}, "Ar"},
		"left in Arabic":        {"ar", Position{"a7", 0}, []fyne.KeyName{fyne.KeyLeft, fyne.KeyLeft}, "ال"},
		"to the end":            {"zh", Position{"a7", 4}, []fyne.KeyName{fyne.KeyEnd}, "获取数据"},
		"over the edge":         {"en", Position{"ch2", 9}, []fyne.KeyName{fyne.KeyRight, fyne.KeyRight, fyne.KeyRight}, "I\nA"},
		"down into the next":    {"en", Position{"ch2", 0}, []fyne.KeyName{fyne.KeyDown, fyne.KeyHome}, "Chapter II\n"},
		"back and forth: empty": {"en", Position{"a7", 5}, []fyne.KeyName{fyne.KeyRight, fyne.KeyLeft}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			d := show(t, tt.lang, sample(tt.lang), 600, 700)
			d.Select(tt.from, tt.from)
			d.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
			for _, k := range tt.keys {
				d.TypedKey(&fyne.KeyEvent{Name: k})
			}
			d.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
			if got := d.SelectedText(); got != tt.want {
				t.Errorf("selected %q, want %q", got, tt.want)
			}
		})
	}
}

func TestSelectAllTakesTheBlock(t *testing.T) {
	d := show(t, "en", sample("en"), 600, 700)
	press(d, point(d, "a7.2.a", 3))
	d.TypedShortcut(&fyne.ShortcutSelectAll{})
	if got := d.SelectedText(); got != d.blocks[4].Text {
		t.Errorf("selected %q", got)
	}
}

func TestSpansShowBothVersions(t *testing.T) {
	edits := redline.Words("The Parties shall act.", "The Parties may act.")
	text, marks := Spans(edits)
	runes := []rune(text)
	var old, new strings.Builder
	for i, r := range runes {
		kinds := map[MarkKind]bool{}
		for _, m := range marks {
			if m.Start <= i && i < m.End {
				kinds[m.Kind] = true
			}
		}
		if !kinds[Inserted] {
			old.WriteRune(r)
		}
		if !kinds[Deleted] {
			new.WriteRune(r)
		}
	}
	if old.String() != "The Parties shall act." || new.String() != "The Parties may act." {
		t.Errorf("old %q, new %q", old.String(), new.String())
	}
}
