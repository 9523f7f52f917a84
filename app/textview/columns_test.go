package textview

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"travaux/app/look"
)

// beside puts texts side by side into a window.
func sideBySide(t testing.TB, window string, width, height float32, columns ...[]Block) *Columns {
	t.Helper()
	dress(t, window)
	c := NewColumns(len(columns))
	w := test.NewWindow(c)
	t.Cleanup(w.Close)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, height))
	c.SetBlocks(columns...)
	return c
}

// longIn is long with identities that do not depend on the language, and without
// some of the words.
func longIn(lang string, n, without int) []Block {
	blocks := long(lang, n)
	for i := range blocks {
		if without > 0 && i%without == 1 {
			blocks[i] = Block{ID: blocks[i].ID, Kind: blocks[i].Kind}
		}
	}
	return blocks
}

// Rows of all columns begin and end together, are as high as the highest block,
// and their first lines stand on one baseline, wherever one scrolls.
func TestRowsAreLevel(t *testing.T) {
	for _, langs := range [][]string{{"en", "ar"}, {"ar", "zh", "ru"}, {"en", "ar", "zh", "ru", "en", "ar"}} {
		t.Run(fmt.Sprint(langs), func(t *testing.T) {
			var columns [][]Block
			for i, l := range langs {
				columns = append(columns, longIn(l, 120, 3+i))
			}
			c := sideBySide(t, "en", 1300, 700, columns...)
			for _, id := range []string{"p0", "p60", "p119", "p7"} {
				c.Document(len(langs) - 1).ScrollTo(id)
				first, last := c.flow.inView()
				for i := first; i <= last; i++ {
					height, baseline := 0.0, -1.0
					for _, d := range c.flow.members {
						s := d.measure(i)
						height = max(height, s.height)
						if b := s.top + s.words.Lines[0].Baseline; !s.empty() && baseline >= 0 && math.Abs(b-baseline) > 1 {
							t.Errorf("row %d: baselines at %.1f and %.1f", i, b, baseline)
						} else if !s.empty() {
							baseline = b
						}
						for tl, r := range d.rows {
							if want := math.Round(c.flow.y(i)); tl == (tile{i, 0}) && math.Abs(float64(r.Position().Y)-want) > 1 {
								t.Errorf("row %d is at %v in one column, want %v", i, r.Position().Y, want)
							}
						}
					}
					if got := c.flow.column.heights[i]; math.Abs(got-height) > 0.01 {
						t.Errorf("row %d is %.1f high, its highest block %.1f", i, got, height)
					}
				}
			}
		})
	}
}

// A block that a column lacks takes no room of its own.
func TestEmptyBlocksTakeNoRoom(t *testing.T) {
	whole := show(t, "en", longIn("en", 30, 0), 500, 600)
	want := whole.measure(1).height
	c := sideBySide(t, "en", 1001, 600, longIn("en", 30, 0), []Block{{ID: "p0"}, {ID: "p1"}})
	if got := c.flow.measure(1); math.Abs(got-want) > 60 { // another width, so about
		t.Errorf("the row is %.0f high, its words alone %.0f", got, want)
	}
	if n := len(c.Document(1).Blocks()); n != 30 || c.Document(1).Blocks()[29].ID != "p29" {
		t.Errorf("the second column has %d blocks", n)
	}
}

func TestColumnsAreMirrored(t *testing.T) {
	for window, want := range map[string]bool{"en": false, "ar": true} {
		c := sideBySide(t, window, 900, 500, longIn("en", 20, 0), longIn("ar", 20, 0), longIn("zh", 20, 0))
		left := func(i int) float32 { return c.Document(i).Position().X }
		if (left(0) > left(1)) != want || (left(1) > left(2)) != want {
			t.Errorf("%s: columns at %v, %v, %v", window, left(0), left(1), left(2))
		}
		total := float32(0)
		for i := range 3 {
			total += c.Document(i).Size().Width
		}
		if total < 895 || total > 900 {
			t.Errorf("%s: the columns are %v wide together", window, total)
		}
		heads := ColumnHeads(look.NewText("a"), look.NewText("b"), look.NewText("c"))
		heads.Resize(fyne.NewSize(900, 20))
		for i, o := range heads.Objects {
			if o.Position().X != left(i) || o.Size().Width != c.Document(i).Size().Width {
				t.Errorf("%s: head %d is at %v, %v wide", window, i, o.Position().X, o.Size().Width)
			}
		}
		for i := range 3 { // one scroll bar, at the end edge
			if hidden := c.Document(i).draw.bar.Hidden; hidden != (i < 2) {
				t.Errorf("%s: the bar of column %d is hidden: %v", window, i, hidden)
			}
		}
	}
}

func TestColumnsScrollTogether(t *testing.T) {
	c := sideBySide(t, "en", 900, 500, longIn("en", 200, 0), longIn("zh", 200, 0))
	var told [2][]string
	for i := range 2 {
		c.Document(i).OnScrolled = func(id string) { told[i] = append(told[i], id) }
	}
	c.Document(1).Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -400)})
	if c.flow.offset != 1600 || len(told[0]) != 1 || !slices.Equal(told[0], told[1]) {
		t.Errorf("scrolled to %.0f, told of %v and %v", c.flow.offset, told[0], told[1])
	}
	c.Document(0).Choose("p3")
	if c.Document(1).Chosen() != "p3" {
		t.Error("a chosen block is not chosen in the other column")
	}
	chosen := ""
	c.Document(1).OnChosen = func(id string) { chosen = id }
	c.Document(0).OnChosen = func(string) { t.Error("the other column was told of a press") }
	press(c.Document(1), point(c.Document(1), c.Document(1).blocks[c.flow.rowAt(250)].ID, 0))
	if chosen == "" || c.Document(0).Chosen() != chosen {
		t.Errorf("pressed %q, chosen %q", chosen, c.Document(0).Chosen())
	}
}

func TestSelectionIsInOneColumn(t *testing.T) {
	c := sideBySide(t, "en", 900, 500, longIn("en", 20, 0), longIn("zh", 20, 0))
	c.Document(0).Select(Position{"p1", 0}, Position{"p2", 4})
	c.Document(1).Select(Position{"p1", 0}, Position{"p1", 4})
	if c.Document(0).SelectedText() != "" || c.Document(1).SelectedText() != "各缔约方" {
		t.Errorf("selected %q and %q", c.Document(0).SelectedText(), c.Document(1).SelectedText())
	}
}

func TestKeysMoveBetweenColumns(t *testing.T) {
	for name, tt := range map[string]struct {
		window string
		keys   []string
		want   int
	}{
		"right": {"en", []string{"Right"}, 1}, "right and back": {"en", []string{"Right", "Left"}, 0}, "to the last and no further": {"en", []string{"Right", "Right", "Right"}, 2},
		"left at the first stays": {"en", []string{"Left"}, 0}, "Arabic: left goes on": {"ar", []string{"Left"}, 1}, "Arabic: right stays": {"ar", []string{"Right"}, 0},
		"around": {"en", []string{"C-S-Tab"}, 2}, "Ctrl+Tab": {"ar", []string{"C-Tab", "C-Tab"}, 2}, "around forwards": {"en", []string{"C-Tab", "C-Tab", "C-Tab"}, 0},
		"not while browsing": {"en", []string{"F12", "Right"}, 0}, "not with Shift": {"en", []string{"S-Right"}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			c := sideBySide(t, tt.window, 900, 500, longIn("en", 20, 0), longIn("zh", 20, 0), longIn("ar", 20, 0))
			told := -1
			c.OnColumn = func(i int) { told = i }
			c.Focus()
			for _, k := range tt.keys {
				d, ok := fyne.CurrentApp().Driver().CanvasForObject(c).Focused().(*Document)
				if !ok {
					t.Fatal("no column has the keyboard")
				}
				if k == "C-Tab" || k == "C-S-Tab" {
					m := fyne.KeyModifierControl
					if k == "C-S-Tab" {
						m |= fyne.KeyModifierShift
					}
					d.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyTab, Modifier: m})
					continue
				}
				keys(d, k)
			}
			if c.current != tt.want || !c.Document(tt.want).focused {
				t.Errorf("column %d has the keyboard, want %d", c.current, tt.want)
			}
			if told >= 0 && told != c.current {
				t.Errorf("told of column %d", told)
			}
		})
	}
}

func TestColumnsComeAndGo(t *testing.T) {
	english, chinese := longIn("en", 100, 0), longIn("zh", 100, 4)
	c := sideBySide(t, "en", 900, 500, english)
	c.Document(0).ScrollTo("p50")
	c.Document(0).Choose("p50")
	first := english[c.flow.rowAt(0)].ID
	c.SetCount(2)
	c.UpdateBlocks(english, chinese)
	if got := english[c.flow.rowAt(0)].ID; got != first || c.Document(1).Chosen() != "p50" {
		t.Errorf("with a second column the view begins with %s, not %s; chosen %q", got, first, c.Document(1).Chosen())
	}
	if w := c.Document(0).Size().Width; w > 460 {
		t.Errorf("the first column is %v wide", w)
	}
	gone := c.Document(1)
	c.SetCount(1)
	if got := english[c.flow.rowAt(0)].ID; got != first || c.Document(0).Size().Width != 900 {
		t.Errorf("alone again the view begins with %s, the column is %v wide", got, c.Document(0).Size().Width)
	}
	if gone.flow == c.flow || len(gone.blocks) != 0 {
		t.Error("a column that was taken away is still bound to the others")
	}
}

func TestColumnsOfNothing(t *testing.T) {
	c := sideBySide(t, "en", 900, 500, nil, nil)
	keys(c.Document(1), "Right", "PgDn", "C-End", "S-Down", "C-a")
	c.UpdateBlocks(nil, longIn("en", 3, 0))
	if len(c.Document(0).Blocks()) != 3 {
		t.Errorf("the empty column has %d blocks", len(c.Document(0).Blocks()))
	}
	c.SetBlocks()
	if c.Document(1).CopyText(true) != "" {
		t.Error("words without text")
	}
}

// In narrow columns no word reaches beyond the edge: text is smaller, and long
// numbers of articles stand above their headings.
func TestNarrowColumnsAreNotClipped(t *testing.T) {
	for _, langs := range [][]string{{"en", "ru", "en", "ru"}, {"ar", "zh", "ar", "zh"}} {
		for _, window := range []string{"en", "ar"} {
			var columns [][]Block
			for _, l := range langs {
				columns = append(columns, sample(l))
			}
			c := sideBySide(t, window, 680, 700, columns...)
			for k, d := range c.flow.members {
				for i := range d.blocks {
					s := d.measure(i)
					left, right := s.wordsX, s.wordsX
					for _, l := range s.words.Lines {
						left, right = min(left, s.wordsX+l.X), max(right, s.wordsX+l.X+l.Width)
					}
					if s.label != nil {
						left, right = min(left, s.labelX), max(right, s.labelX+s.label.Width)
					}
					if left < 0 || right > float64(d.Size().Width)+0.5 {
						t.Errorf("%s window, column %d, block %d: from %.0f to %.0f of %v", window, k, i, left, right, d.Size().Width)
					}
				}
			}
		}
	}
}

// In a column beside five others no word is cut at the edge.
func TestNarrowColumnsKeepTheirWordsInView(t *testing.T) {
	size := float64(look.Current().DocumentSize())
	for _, width := range []float64{10, 12, 16, 20} {
		for _, slim := range []bool{false, true} {
			m := newMeasures(width*size, true, slim, 1)
			s := m.set(look.Set, &Block{Kind: Paragraph, Indent: 1, Label: "(b)", Text: "May, at its discretion, provide", Lang: "en"})
			if end := s.wordsX + s.words.Width; end > width*size {
				t.Errorf("%v wide, slim %v: ends at %v of %v", width, slim, end, width*size)
			}
		}
	}
}
