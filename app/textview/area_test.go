package textview

import (
	"testing"

	"fyne.io/fyne/v2"

	"travaux/app/look"
)

func TestAreaIsWhereWordsStand(t *testing.T) {
	for _, lang := range []string{"en", "ar", "zh"} {
		d := show(t, lang, sample(lang), 600, 700)
		id := d.blocks[2].ID
		n := len([]rune(d.blocks[2].Text))
		for _, at := range []int{0, n / 2, n - 1} {
			corner, size, ok := d.Area(id, at, at+1, at)
			if !ok || size.Width <= 0 || size.Height <= 0 {
				t.Fatalf("%s: rune %d stands at %v, %v, %v", lang, at, corner, size, ok)
			}
			middle := corner.AddXY(size.Width/2, size.Height/2)
			if p := d.placeAt(middle); p.block != 2 || p.offset < at-1 || p.offset > at+1 {
				t.Errorf("%s: where rune %d stands is %d of block %d", lang, at, p.offset, p.block)
			}
		}
		whole, size, _ := d.Area(id, 0, n, 0)
		if last, _, _ := d.Area(id, 0, n, n-1); len(d.set[2].words.Lines) > 1 && last.Y <= whole.Y {
			t.Errorf("%s: the part on the last line stands at %v, that on the first at %v", lang, last, whole)
		}
		if size.Width > d.Size().Width {
			t.Errorf("%s: %v wide", lang, size)
		}
		for _, c := range [][2]int{{5, 5}, {n + 1, n + 9}} {
			if _, _, ok := d.Area(id, c[0], c[1], c[0]); ok {
				t.Errorf("%s: runes %v are shown", lang, c)
			}
		}
		if _, _, ok := d.Area("nowhere", 0, 1, 0); ok {
			t.Error("an unknown block has words")
		}
	}
}

func TestWhatHasTheKeyboardIsFoundInTheText(t *testing.T) {
	c := sideBySide(t, "en", 900, 600, sample("en"), sample("en"))
	e := editIn(t, c.Document(1), "a7.1", true)
	if look.Path(c, c.Document(1)) == nil || look.Path(c, fyne.CanvasObject(e)) == nil {
		t.Error("columns do not know their texts and editors")
	}
}
