package textview

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"travaux/app/look"
)

// randomBlocks are blocks of every kind, with marks that may lie anywhere.
func randomBlocks(random *rand.Rand) []Block {
	texts := []string{"", "x", "Each Party [shall] act.", "تلتزم الدول الأطراف 12 (b)", "各缔约方应当保护共有水井。", "e\u0301 🇺🇳\nline\ttab", sample("ar")[2].Text, sample("en")[2].Text}
	blocks := make([]Block, random.IntN(30))
	for i := range blocks {
		b := Block{
			ID: fmt.Sprint("p", i+random.IntN(2)*100), Kind: Kind(random.IntN(5)), Indent: random.IntN(4), Label: []string{"", "1.", "(a)", "Article 7"}[random.IntN(4)],
			Text: texts[random.IntN(len(texts))], Lang: []string{"", "en", "ar", "zh"}[random.IntN(4)], Changes: Changes(random.IntN(4)), Comments: random.IntN(200),
			State: look.State([]string{"", "draft", "lapsed"}[random.IntN(3)]), Room: look.RoomState([]string{"", "agreed", "moved", "nonsense"}[random.IntN(4)]),
		}
		for range random.IntN(5) {
			start := random.IntN(60) - 10
			b.Marks = append(b.Marks, Mark{Kind: MarkKind(random.IntN(int(Flaw) + 2)), Start: start, End: start + random.IntN(50) - 5, Depth: random.IntN(7), Ref: []string{"", "r"}[random.IntN(2)]})
		}
		blocks[i] = b
	}
	return blocks
}

// Whatever happens in whatever order, nothing panics, and what is in view is
// painted where it lies.
func TestAnythingInAnyOrder(t *testing.T) {
	for seed := range uint64(12) {
		random := rand.New(rand.NewPCG(seed, 1))
		var b bench
		inBackground(t, b.background())
		c := sideBySide(t, []string{"en", "ar"}[seed%2], 900, 400, randomBlocks(random), randomBlocks(random))
		for range 150 {
			anything(random, c, &b)
			checkRows(t, c)
		}
	}
}

// anything is one act of a person or of the program.
func anything(random *rand.Rand, c *Columns, b *bench) {
	d := c.Document(random.IntN(c.Count()))
	id := fmt.Sprint("p", random.IntN(30))
	at := fyne.NewPos(random.Float32()*900, random.Float32()*500-50)
	mouse := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary}
	named := []string{
		"Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDn", "S-Left", "S-Right", "S-Up", "S-Down", "S-Home", "S-End", "S-PgUp", "S-PgDn",
		"C-Left", "C-S-Right", "C-Home", "C-S-End", "C-a", "F12", "Esc",
	}
	switch random.IntN(20) {
	case 0:
		c.SetBlocks(randomBlocks(random), randomBlocks(random))
	case 1, 2:
		c.UpdateBlocks(randomBlocks(random), randomBlocks(random), randomBlocks(random))
	case 3:
		c.SetCount(1 + random.IntN(4))
	case 4:
		d.UpdateBlocks(randomBlocks(random))
	case 5:
		c.Resize(fyne.NewSize(50+random.Float32()*1200, random.Float32()*600))
	case 6:
		d.Edit(id, InPlace{Editor: NewEditor(), Instead: random.IntN(2) == 0})
	case 7:
		d.EndEdit()
	case 8:
		d.SetHits([]Hit{{id, random.IntN(20) - 5, random.IntN(90)}})
		d.ShowHit(Hit{id, random.IntN(20), 9})
	case 9:
		d.ScrollTo(id)
	case 10:
		d.Select(Position{id, random.IntN(40)}, Position{fmt.Sprint("p", random.IntN(30)), random.IntN(40)})
		d.CopyText(true)
		d.CopyText(false)
	case 11:
		d.MouseMoved(mouse)
	case 12:
		d.MouseDown(mouse)
		d.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at.AddXY(40, 90)}})
		d.MouseUp(mouse)
	case 13:
		b.run()
	case 14:
		c.Focus()
	case 15:
		d.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, random.Float32()*200-100)})
	default:
		keys(d, named[random.IntN(len(named))])
	}
}

// checkRows holds pictures and columns to the rows they stand for.
func checkRows(t *testing.T, c *Columns) {
	t.Helper()
	for _, d := range c.flow.members {
		if len(d.blocks) != c.flow.len() || len(d.set) != len(d.blocks) || len(c.flow.column.heights) != len(d.blocks) {
			t.Fatalf("%d blocks, %d layouts, %d rows", len(d.blocks), len(d.set), len(c.flow.column.heights))
		}
		for i, s := range d.set {
			if s != nil && (string(s.text) != d.blocks[i].Text && d.index[d.blocks[i].ID] == i) {
				t.Fatalf("block %d is laid out as %q, its words are %q", i, string(s.text), d.blocks[i].Text)
			}
		}
		for at, r := range d.rows {
			if at != r.tile || at.block >= len(d.blocks) {
				t.Fatalf("the picture of %v stands for %v of %d", r.tile, at, len(d.blocks))
			}
			d.paint(at, 200, 60)
		}
		if head := d.selection.head; head.block >= len(d.blocks) && head != (place{}) {
			t.Fatalf("selected up to block %d of %d", head.block, len(d.blocks))
		}
	}
}
