package textview

import (
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"travaux/app/look"
)

// editing opens an editor at a block.
func editIn(t testing.TB, d *Document, id string, instead bool) *Editor {
	t.Helper()
	e := NewEditor()
	e.SetText(d.blocks[d.index[id]].Text)
	if !d.Edit(id, InPlace{Editor: e, Instead: instead}) {
		t.Fatalf("no block %s", id)
	}
	return e
}

func TestEditorStandsInTheText(t *testing.T) {
	for _, lang := range []string{"en", "ar", "zh"} {
		for _, instead := range []bool{false, true} {
			d := show(t, lang, sample(lang), 600, 700)
			before := d.measure(2).height
			below := d.flow.y(3)
			e := editIn(t, d, "a7.1", instead)
			s := d.set[2]
			y := float64(e.Position().Y)
			top, bottom := d.flow.y(2)+s.height, d.flow.y(3)
			if instead {
				top = d.flow.y(2) + s.top
			}
			if y < top || y+float64(e.Size().Height) > bottom {
				t.Errorf("%s: the editor is at %.0f, %v high; its room from %.0f to %.0f", lang, y, e.Size().Height, top, bottom)
			}
			if x := float64(e.Position().X); math.Abs(x-s.wordsX) > 1 || math.Abs(float64(e.Size().Width)-s.words.Width) > 1 {
				t.Errorf("%s: the editor is at %.0f, %v wide, the words at %.0f, %.0f wide", lang, x, e.Size().Width, s.wordsX, s.words.Width)
			}
			if d.replaced(2) != instead || s.height != before {
				t.Errorf("%s: the words are hidden: %v", lang, d.replaced(2))
			}
			if !e.focused || d.focused || d.Editing() != "a7.1" {
				t.Errorf("%s: the editor has the keyboard: %v", lang, e.focused)
			}
			d.EndEdit()
			if e.focused || !d.focused || d.Editing() != "" || d.flow.y(3) != below {
				t.Errorf("%s: after all the text has the keyboard: %v; the next block is at %.0f, was at %.0f", lang, d.focused, d.flow.y(3), below)
			}
		}
	}
}

// The editor grows with its words, pushes what follows and leaves what stands
// above it where it is; the caret stays in view.
func TestEditorGrowsInTheText(t *testing.T) {
	d := show(t, "en", long("en", 100), 800, 700)
	d.ScrollTo("p50")
	e := editIn(t, d, "p51", false)
	above := d.flow.y(d.index["p51"])
	height := e.Size().Height
	next := d.flow.y(d.index["p52"])
	for range 3 {
		e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	if grown := e.Size().Height - height; grown < 3*e.rowHeight()-2 || math.Abs(d.flow.y(d.index["p52"])-next-float64(grown)) > 1 {
		t.Errorf("grown by %v, the next block moved by %.0f", grown, d.flow.y(d.index["p52"])-next)
	}
	if math.Abs(d.flow.y(d.index["p51"])-above) > 0.5 {
		t.Errorf("the block moved from %.0f to %.0f", above, d.flow.y(d.index["p51"]))
	}
	for range 60 {
		e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		y := e.Position().Y + padY + float32(e.sheet.caret(e.buffer.caret()).Y) - e.offset.Y
		if y < 0 || y+20 > 700 {
			t.Fatalf("the caret is at %v of 700", y)
		}
	}
	if e.offset.Y != 0 {
		t.Errorf("the editor scrolls by itself, to %v", e.offset.Y)
	}
	e.SetText("short")
	e.TypedRune('x')
	if got := e.Size().Height; got > height {
		t.Errorf("with few words it is %v high, was %v", got, height)
	}
}

func TestWheelOverTheEditorScrollsTheText(t *testing.T) {
	d := show(t, "en", long("en", 100), 800, 700)
	e := editIn(t, d, "p2", false)
	y := d.flow.offset
	e.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -40)})
	if d.flow.offset != y+160 {
		t.Errorf("scrolled from %.0f to %.0f", y, d.flow.offset)
	}
	for range 40 {
		e.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -40)})
	}
	if p := e.Position().Y; p > -500 || !e.focused {
		t.Errorf("far below its block the editor is at %v, with the keyboard %v", p, e.focused)
	}
	e.TypedRune('x')
	if p := e.Position().Y; p < -700 || p > 700 {
		t.Errorf("typing leaves the editor at %v", p)
	}
}

// An editor stays open while the text changes around it, and closes with its
// block.
func TestEditorStaysWithItsBlock(t *testing.T) {
	d := show(t, "en", long("en", 30), 800, 700)
	e := editIn(t, d, "p3", false)
	e.TypedRune('x')
	fresh := append([]Block{{ID: "new", Text: strings.Repeat("A new first paragraph. ", 9)}}, long("en", 30)...)
	d.UpdateBlocks(fresh)
	i := d.index["p3"]
	if d.Editing() != "p3" || math.Abs(float64(e.Position().Y)-d.flow.y(i)-d.set[i].height) > 12 || !e.focused {
		t.Errorf("the editor is at %v, its block ends at %.0f", e.Position().Y, d.flow.y(i)+d.set[i].height)
	}
	redline := fresh[i]
	redline.Text, redline.Marks = "Each {x} "+redline.Text, []Mark{{Kind: Inserted, Start: 5, End: 8}}
	d.SetBlock(redline)
	if d.Editing() != "p3" || !strings.HasPrefix(e.Text(), "x") {
		t.Errorf("a live redline closes the editor: %q", d.Editing())
	}
	d.PlaceCaret(Position{"p20", 5})
	d.UpdateBlocks(long("en", 3)) // p0 to p2
	if d.Editing() != "" || e.within.grown != nil || !d.focused {
		t.Errorf("the editor outlives its block; the text has the keyboard: %v", d.focused)
	}
	if d.Edit("nothing", InPlace{Editor: e}) {
		t.Error("an editor at an unknown block")
	}
}

// Buttons around an editor come with it.
func TestEditorWithSurroundings(t *testing.T) {
	d := show(t, "ar", sample("ar"), 600, 700)
	e := NewEditor()
	box := look.Stack(e, look.NewText("x"))
	d.Edit("a7.2", InPlace{Editor: e, Around: box})
	if box.Position().Y < 100 || box.Size().Height < e.MinSize().Height+10 || !e.focused {
		t.Errorf("the box is at %v, %v high; the keyboard in it: %v", box.Position().Y, box.Size().Height, e.focused)
	}
	y := d.flow.y(d.index["note"])
	for range 6 {
		e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	if d.flow.y(d.index["note"]) <= y {
		t.Error("the text below has not moved")
	}
}

func TestEditorInOneOfTheColumns(t *testing.T) {
	c := sideBySide(t, "en", 1000, 600, longIn("en", 20, 0), longIn("ar", 20, 0))
	before := c.flow.measure(1)
	e := editIn(t, c.Document(1), "p1", false)
	if got := c.flow.column.heights[1]; got <= before {
		t.Errorf("the row is %.0f high, was %.0f", got, before)
	}
	if y := c.flow.y(2); float64(e.Position().Y+e.Size().Height) > y {
		t.Errorf("the editor ends at %v, the next row begins at %.0f", e.Position().Y+e.Size().Height, y)
	}
	c.Document(1).EndEdit()
	if got := c.flow.column.heights[1]; got != before {
		t.Errorf("after all the row is %.0f high, was %.0f", got, before)
	}
}
