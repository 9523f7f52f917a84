package look

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// sixHeads are six words of the length that a side panel needs, with counts.
var sixHeads = map[string][]string{
	"ar": {"النص", "المقترحات", "التعليمات", "الموقف", "التعليقات", "السجل"},
	"zh": {"案文", "提案", "指示", "立场", "评论", "历史"},
	"en": {"Text", "Proposals", "Instruction", "Position", "Comments", "History"},
	"fr": {"Texte", "Propositions", "Instructions", "Position", "Commentaires", "Historique"},
	"ru": {"Текст", "Предложения", "Указания", "Позиция", "Комментарии", "История"},
	"es": {"Texto", "Propuestas", "Instrucciones", "Posición", "Comentarios", "Historial"},
}

// sixTabs are those words in a window of some width.
func sixTabs(t *testing.T, lang string, percent int, width float32) *TabBar {
	t.Helper()
	theme := *dress(t, lang, lang == "ar")
	theme.TextSize = TextNormal * float32(percent) / 100
	Apply(&theme)
	var tabs []Tab
	for i, words := range sixHeads[lang] {
		tabs = append(tabs, Tab{Words: words, Count: []string{"", "12", "1", "", "8", ""}[i], Content: NewText(words)})
	}
	b := NewTabBar(tabs...)
	w := test.NewTempWindow(t, b)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, 400))
	b.Resize(fyne.NewSize(width, 400))
	return b
}

func TestSixTabsFitANarrowPanel(t *testing.T) {
	for lang := range sixHeads {
		for _, c := range []struct {
			percent       int
			width         float32
			least, atMost int // columns
		}{{100, 340, 3, 3}, {150, 340, 2, 3}, {150, 500, 3, 6}, {100, 900, 6, 6}, {250, 340, 2, 3}} {
			t.Run(fmt.Sprintf("%s at %d in %v", lang, c.percent, c.width), func(t *testing.T) {
				b := sixTabs(t, lang, c.percent, c.width)
				if n := b.grid.columns; n < c.least || n > c.atMost {
					t.Errorf("%d columns, want %d to %d", n, c.least, c.atMost)
				}
				for i, h := range b.heads {
					if end := h.Position().X + h.Size().Width; h.Position().X < 0 || end > c.width {
						t.Errorf("head %d reaches from %v to %v", i, h.Position().X, end)
					}
					if got, want := h.text.Size().Width, h.text.Wanted(); c.percent < 250 && got < want {
						t.Errorf("%q is cut: %v of %v", h.text.Text, got, want)
					}
				}
				if below := b.row.Size().Height; b.tabs[0].Content.Position().Y < 0 || b.body.Position().Y < below {
					t.Errorf("the pane begins at %v below heads of %v", b.body.Position().Y, below)
				}
			})
		}
	}
}

func TestCellsAreEqualAndMirrored(t *testing.T) {
	for lang, first := range map[string]bool{"en": true, "ar": false} {
		b := sixTabs(t, lang, 100, 342)
		if atLeft := b.heads[0].Position().X == 0; atLeft != first {
			t.Errorf("%s: the first head is at %v", lang, b.heads[0].Position())
		}
		for i, h := range b.heads {
			if w := h.Size().Width; w < 114 || w > 115 { // neighbours share a line
				t.Errorf("%s: head %d is %v wide", lang, i, w)
			}
			if row := h.Position().Y > 0; row != (i > 2) {
				t.Errorf("%s: head %d is at %v", lang, i, h.Position())
			}
		}
	}
}

func TestArrowsGoAboutTheGrid(t *testing.T) {
	for name, c := range map[string]struct {
		lang     string
		from, to int
		keys     []fyne.KeyName
	}{
		"down and up":              {"en", 1, 1, []fyne.KeyName{fyne.KeyDown, fyne.KeyUp}},
		"down":                     {"en", 1, 4, []fyne.KeyName{fyne.KeyDown}},
		"down at the foot":         {"en", 4, 4, []fyne.KeyName{fyne.KeyDown}},
		"up at the head":           {"en", 2, 2, []fyne.KeyName{fyne.KeyUp}},
		"right goes on":            {"en", 2, 3, []fyne.KeyName{fyne.KeyRight}},
		"left is on in Arabic":     {"ar", 2, 3, []fyne.KeyName{fyne.KeyLeft}},
		"the ends":                 {"en", 2, 5, []fyne.KeyName{fyne.KeyHome, fyne.KeyEnd}},
		"right wraps":              {"en", 5, 0, []fyne.KeyName{fyne.KeyRight}},
		"left in Arabic wraps too": {"ar", 5, 0, []fyne.KeyName{fyne.KeyLeft}},
	} {
		b := sixTabs(t, c.lang, 100, 340)
		b.Choose(c.from)
		for _, k := range c.keys {
			b.TypedKey(&fyne.KeyEvent{Name: k})
		}
		if b.Chosen() != c.to {
			t.Errorf("%s: at %d, want %d", name, b.Chosen(), c.to)
		}
	}
}

func TestACountMayAskForAnotherGrid(t *testing.T) {
	b := sixTabs(t, "en", 100, 500)
	for i := range b.heads {
		b.SetCount(i, "")
	}
	before := b.grid.columns
	for i := range b.heads {
		b.SetCount(i, "888")
	}
	if before != 6 || b.grid.columns != 3 {
		t.Errorf("%d columns without counts, %d with", before, b.grid.columns)
	}
}

func TestACountThatGrowsCutsNoWords(t *testing.T) {
	b := sixTabs(t, "en", 100, 900)
	b.SetCount(0, "1")
	for _, count := range []string{"88", "1,888"} {
		b.SetCount(0, count)
		head := b.heads[0]
		if room, wanted := head.text.Size().Width, head.text.Wanted(); b.grid.gridded() || room < wanted {
			t.Errorf("beside %s the words have %v of %v", count, room, wanted)
		}
	}
}

func TestFlowWraps(t *testing.T) {
	a, b, c := square(60, 10), square(60, 20), square(60, 10)
	for name, tt := range map[string]struct {
		rtl   bool
		width float32
		want  [3]fyne.Position
		high  float32
	}{
		"one row":         {false, 200, [3]fyne.Position{{X: 0}, {X: 66}, {X: 132}}, 20},
		"two rows":        {false, 130, [3]fyne.Position{{X: 0}, {X: 66}, {X: 0, Y: 26}}, 36},
		"mirrored":        {true, 130, [3]fyne.Position{{X: 70}, {X: 4}, {X: 70, Y: 26}}, 36},
		"one below other": {false, 60, [3]fyne.Position{{}, {Y: 16}, {Y: 42}}, 52},
	} {
		t.Run(name, func(t *testing.T) {
			dress(t, "en", tt.rtl)
			f := Flow(a, b, c)
			f.Resize(fyne.NewSize(tt.width, 100))
			if got := [3]fyne.Position{a.Position(), b.Position(), c.Position()}; got != tt.want {
				t.Errorf("at %v, want %v", got, tt.want)
			}
			if m := f.MinSize(); m.Height != tt.high || m.Width != 60 {
				t.Errorf("asks for %v, want height %v", m, tt.high)
			}
		})
	}
}
