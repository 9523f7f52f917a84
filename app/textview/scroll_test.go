package textview

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"travaux/app/look"
)

// long makes a text of n provisions of different lengths, about 570 runes each.
func long(lang string, n int) []Block {
	parts := sample(lang)
	blocks := make([]Block, n)
	for i := range blocks {
		blocks[i] = parts[2]
		blocks[i].ID = fmt.Sprintf("p%d", i)
		blocks[i].Text = strings.Repeat(parts[2].Text+" ", 1+i%7)
		if i%10 == 0 {
			blocks[i] = Block{ID: blocks[i].ID, Kind: Article, Text: parts[1].Text, Lang: lang}
		}
	}
	return blocks
}

func TestColumn(t *testing.T) {
	c := newColumn([]float64{10, 10, 10, 10})
	if c.total() != 40 || c.at(0) != 0 || c.at(19.9) != 1 || c.at(20) != 2 || c.at(400) != 3 || c.at(-5) != 0 {
		t.Errorf("total %v; at 19.9 %d, 20 %d", c.total(), c.at(19.9), c.at(20))
	}
	if d := c.set(1, 25); d != 15 || c.top(2) != 35 || c.total() != 55 {
		t.Errorf("difference %v, top(2) %v, total %v", d, c.top(2), c.total())
	}
}

// Whatever is measured on the way, the first whole block in view must not jump.
func TestSettleKeepsWhatIsSeen(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	const n, view = 300, 500.0
	truth, guess := make([]float64, n), make([]float64, n)
	for i := range truth {
		truth[i], guess[i] = 20+random.Float64()*200, 20+random.Float64()*200
	}
	c := newColumn(guess)
	offset := c.settle(c.top(200), view, func(i int) float64 { return truth[i] })
	for range 2000 {
		i := c.at(offset) + 1 // the first block that begins in view
		before := c.top(min(i, n-1)) - offset
		step := -35.0
		offset = c.settle(offset+step, view, func(i int) float64 { return truth[i] })
		if offset == 0 {
			break
		}
		if after := c.top(min(i, n-1)) - offset; math.Abs(after-(before-step)) > 0.001 {
			t.Fatalf("block %d moved from %.1f to %.1f by a step of %.0f", i, before, after, step)
		}
	}
	if offset != 0 {
		t.Errorf("scrolling back ends at %.1f", offset)
	}
}

func TestOnlyWhatIsInViewIsLaidOut(t *testing.T) {
	d := show(t, "en", long("en", 600), 800, 700)
	laid := 0
	for _, s := range d.set {
		if s != nil {
			laid++
		}
	}
	if laid == 0 || laid > 40 || len(d.rows) > 20 {
		t.Errorf("%d blocks laid out, %d painted", laid, len(d.rows))
	}
	for range 2000 {
		d.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -40)})
	}
	laid = 0
	for _, s := range d.set {
		if s != nil {
			laid++
		}
	}
	if laid > 2*spare+40 || len(d.rows) > 20 {
		t.Errorf("after scrolling %d blocks laid out, %d painted", laid, len(d.rows))
	}
}

func TestScrollTo(t *testing.T) {
	d := show(t, "en", long("en", 600), 800, 700)
	for _, id := range []string{"p300", "p599", "p0", "p598", "p7"} {
		d.ScrollTo(id)
		i := d.index[id]
		top := d.flow.column.top(i) - d.flow.offset
		if top < -0.5 || top > 699 {
			t.Errorf("%s begins at %.0f of 700", id, top)
		}
		if r := d.rows[tile{i, 0}]; r == nil || math.Abs(float64(r.Position().Y)-top) > 1 {
			t.Errorf("%s is not painted where it lies", id)
		}
	}
	at := Position{"p6", 700}
	d.ScrollToPosition(at)
	if p := point(d, at.ID, at.Offset); p.Y < 0 || p.Y > 700 {
		t.Errorf("rune 700 of p6 is at %v", p.Y)
	}
}

func TestKeysScroll(t *testing.T) {
	d := show(t, "en", long("en", 200), 800, 700)
	key := func(k fyne.KeyName) float64 { d.TypedKey(&fyne.KeyEvent{Name: k}); return d.flow.offset }
	if y := key(fyne.KeyPageDown); y < 550 || y > 700 {
		t.Errorf("Page Down scrolls to %.0f", y)
	}
	if y := key(fyne.KeyEnd); math.Abs(y+700-d.flow.column.total()) > 0.5 {
		t.Errorf("End scrolls to %.0f of %.0f", y, d.flow.column.total())
	}
	if y := key(fyne.KeyHome); y != 0 {
		t.Errorf("Home scrolls to %.0f", y)
	}
	if y := key(fyne.KeyUp); y != 0 {
		t.Errorf("Up at the top scrolls to %.0f", y)
	}
}

func TestWidthAndThemeKeepThePlace(t *testing.T) {
	d := show(t, "en", long("en", 600), 800, 700)
	d.ScrollTo("p300")
	first := d.flow.column.at(d.flow.offset)
	d.Resize(fyne.NewSize(430, 700))
	if got := d.flow.column.at(d.flow.offset); got != first {
		t.Errorf("after a change of width the view begins with %d, not %d", got, first)
	}
	big := *look.Current()
	big.SetPercent(150)
	look.Apply(&big)
	d.Refresh()
	if got := d.flow.column.at(d.flow.offset); got != first {
		t.Errorf("after a change of text size the view begins with %d, not %d", got, first)
	}
	if d.sizes.size != float64(big.DocumentSize()) {
		t.Error("the text has its old size")
	}
}

func TestUpdateKeepsPlaceAndSelection(t *testing.T) {
	d := show(t, "en", long("en", 100), 800, 700)
	d.ScrollTo("p50")
	d.Choose("p50")
	d.Select(Position{"p51", 3}, Position{"p52", 9})
	words, first := d.SelectedText(), d.blocks[d.flow.column.at(d.flow.offset)].ID
	fresh := append([]Block{{ID: "new", Text: "A new first paragraph."}}, long("en", 100)...)
	d.UpdateBlocks(fresh)
	if d.SelectedText() != words || d.Chosen() != "p50" || d.blocks[d.flow.column.at(d.flow.offset)].ID != first {
		t.Errorf("selected %q, chosen %q, first %q (was %q)", d.SelectedText(), d.Chosen(), d.blocks[d.flow.column.at(d.flow.offset)].ID, first)
	}
	d.SetBlock(Block{ID: "p51", Text: "Other words."})
	if d.SelectedText() != "" {
		t.Errorf("a selection in words that are gone: %q", d.SelectedText())
	}
}

func TestEmptyDocument(t *testing.T) {
	d := show(t, "en", nil, 400, 300)
	d.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	d.TypedShortcut(&fyne.ShortcutSelectAll{})
	d.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -40)})
	press(d, fyne.NewPos(20, 20))
	d.ChooseNext(1)
	d.ScrollTo("nothing")
	if d.CopyText(false) != "" || d.Chosen() != "" {
		t.Error("an empty document has words")
	}
}

// Pixels: marks have their grounds, the margin its signs, selection its colour.
func TestPixels(t *testing.T) {
	for _, lang := range []string{"en", "ar"} {
		t.Run(lang, func(t *testing.T) {
			d := show(t, lang, sample(lang), 600, 700)
			d.Choose("a7.2")
			d.Select(Position{"a7.2.a", 0}, Position{"a7.2.a", 10})
			count := func(id string, name fyne.ThemeColorName, left bool) (n int) {
				i := d.index[id]
				s := d.measure(i)
				img := d.paint(tile{i, 0}, int(s.width), int(s.height)).(*image.RGBA)
				want := look.Colour(name).(color.NRGBA)
				for y := range img.Rect.Max.Y {
					for x := range img.Rect.Max.X {
						p := img.RGBAAt(x, y)
						if p.R == want.R && p.G == want.G && p.B == want.B && p.A == 255 && (x < 300) == left {
							n++
						}
					}
				}
				return n
			}
			start := lang != "ar"
			for name, n := range map[string]int{
				"comment's ground":  count("a7.1", look.ColourCommentGround, start),
				"bracket's ground":  count("a7.1", look.ColourBracket1Ground, true) + count("a7.1", look.ColourBracket1Ground, false),
				"insertion's ink":   count("a7.2", look.ColourInserted, start),
				"deletion's ground": count("a7.2", look.ColourDeletedGround, true) + count("a7.2", look.ColourDeletedGround, false),
				"chosen plate":      count("a7.2", look.ColourChosen, start),
				"selection":         count("a7.2.a", look.ColourSelection, start),
				"state's sign":      count("a7.1", look.ColourDraft, start),
			} {
				if n < 20 {
					t.Errorf("%s: %d pixels", name, n)
				}
			}
			if n := count("a7.1", look.ColourDraft, !start); n != 0 {
				t.Errorf("the state's sign stands at the end edge too: %d pixels", n)
			}
			if n := count("a7", look.ColourSelection, start); n != 0 {
				t.Errorf("what is not selected has %d pixels of selection", n)
			}
		})
	}
}

func TestWholeDocumentIsDrawn(t *testing.T) {
	d := show(t, "en", sample("en"), 600, 500)
	w := test.NewWindow(d)
	defer w.Close()
	w.Resize(fyne.NewSize(600, 500))
	img := w.Canvas().Capture()
	dark := 0
	for y := range 500 {
		for x := range 600 {
			if r, g, b, _ := img.At(x, y).RGBA(); r+g+b < 3*0x6000 {
				dark++
			}
		}
	}
	if dark < 2000 {
		t.Errorf("%d dark pixels in the window", dark)
	}
}

// A text without structure is one block of any length: it is painted in parts
// that fit a graphics card and meet without a seam.
func TestTallBlocksArePaintedInParts(t *testing.T) {
	words := strings.Repeat(sample("en")[2].Text+" ", 300)
	d := show(t, "en", []Block{{ID: "all", Text: words, Lang: "en"}}, 800, 700)
	d.flow.scrollBy(5200)
	d.Select(Position{"all", 0}, Position{"all", len(words)})
	s := d.measure(0)
	n := tiles(s.height)
	if len(d.rows) > 2 || n < 10 {
		t.Errorf("%d of %d parts painted", len(d.rows), n)
	}
	for _, scale := range []float64{1, 1.3, 2} {
		px := func(v float64) int { return int(math.Round(v * scale)) }
		whole := s.paint(px(s.width), px(3000), 0, 3000, d.sizes, shown{to: 40}).(*image.RGBA)
		for part := range 3 {
			top, bottom := tile{0, part}.extent(s.height)
			img := s.paint(px(s.width), px(bottom-top), top, bottom, d.sizes, shown{to: 40}).(*image.RGBA)
			from := px(top) * whole.Stride
			if !bytes.Equal(img.Pix, whole.Pix[from:from+len(img.Pix)]) {
				t.Errorf("scale %v: part %d differs from the whole", scale, part)
			}
		}
	}
	last := tile{0, n - 1}
	if top, bottom := last.extent(s.height); bottom != s.height || bottom-top > tileHeight+lastTileGrows {
		t.Errorf("the last part runs from %.0f to %.0f of %.0f", top, bottom, s.height)
	}
}
