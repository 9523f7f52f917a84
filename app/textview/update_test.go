package textview

import (
	"math"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"travaux/app/look"
)

// An act on one provision lays out that provision and no other, and keeps the
// pictures of the others.
func TestUpdateKeepsLayouts(t *testing.T) {
	base := long("en", 60)
	for name, tt := range map[string]struct {
		change func(blocks []Block) []Block
		fresh  []string // are laid out anew
	}{
		"nothing":     {func(b []Block) []Block { return b }, nil},
		"a comment":   {func(b []Block) []Block { b[2].Comments++; return b }, nil},
		"an approval": {func(b []Block) []Block { b[2].State = look.StateApproved; return b }, nil},
		"a room's state and a change": {func(b []Block) []Block {
			b[2].Room, b[2].Changes = look.RoomAgreed, OthersChange
			return b
		}, nil},
		"a mark that is only painted": {func(b []Block) []Block {
			b[2].Marks = append(slices.Clone(b[2].Marks), Mark{Kind: Qualifier, Start: 3, End: 9})
			return b
		}, nil},
		"a mark on letters": {func(b []Block) []Block {
			b[2].Marks = append(slices.Clone(b[2].Marks), Mark{Kind: Must, Start: 3, End: 9})
			return b
		}, []string{"p2"}},
		"other words": {func(b []Block) []Block { b[3].Text += " more"; return b }, []string{"p3"}},
		"a new block": {func(b []Block) []Block { return slices.Insert(b, 2, Block{ID: "new", Text: "New."}) }, []string{"new"}},
		"one less":    {func(b []Block) []Block { return slices.Delete(b, 2, 3) }, nil},
		"another order": {func(b []Block) []Block {
			b[2], b[3] = b[3], b[2]
			return b
		}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			d := show(t, "en", slices.Clone(base), 800, 700)
			laid, pictures := map[string]*setBlock{}, map[string]*canvas.Raster{}
			for i, s := range d.set {
				if s != nil {
					laid[d.blocks[i].ID] = s
				}
			}
			for tl, r := range d.rows {
				pictures[d.blocks[tl.block].ID] = r.Raster
			}
			d.UpdateBlocks(tt.change(slices.Clone(base)))
			for i, s := range d.set {
				id := d.blocks[i].ID
				switch was := laid[id]; {
				case s == nil:
				case slices.Contains(tt.fresh, id):
					if s == was {
						t.Errorf("%s has its old layout", id)
					}
				case was != nil && s != was:
					t.Errorf("%s was laid out again", id)
				}
				if s != nil && s.block != &d.blocks[i] {
					t.Errorf("%s shows what it was", id)
				}
			}
			for tl, r := range d.rows {
				if was := pictures[d.blocks[tl.block].ID]; was != nil && was != r.Raster {
					t.Errorf("%s has another picture", d.blocks[tl.block].ID)
				}
				if want := math.Round(d.flow.y(tl.block)); math.Abs(float64(r.Position().Y)-want) > 1 {
					t.Errorf("%s is painted at %v, lies at %v", d.blocks[tl.block].ID, r.Position().Y, want)
				}
			}
		})
	}
}

// Whatever changes, what is on the screen is what a fresh Document shows.
func TestUpdatedLooksLikeFresh(t *testing.T) {
	before, after := sample("ar"), sample("ar")
	after[2].Comments, after[2].Room = 7, look.RoomReopened
	after[3].Marks = append(after[3].Marks, Mark{Kind: Qualifier, Start: 0, End: 6}, Mark{Kind: Must, Start: 8, End: 12})
	after = slices.Insert(after, 1, Block{ID: "new", Text: "نص جديد", Lang: "ar", Changes: OthersChange})
	updated := show(t, "ar", before, 600, 900)
	picture := func(d *Document) []byte {
		var all []byte
		for i := range d.blocks {
			all = append(all, d.pictureOf(i).Pix...)
		}
		return all
	}
	picture(updated)
	updated.UpdateBlocks(after)
	got := picture(updated)
	if want := picture(show(t, "ar", after, 600, 900)); !slices.Equal(got, want) {
		t.Error("the updated text is painted differently")
	}
}

// A selection that is lost is told of; one that stays is not.
func TestUpdateTellsOfALostSelection(t *testing.T) {
	d := show(t, "en", long("en", 20), 800, 700)
	d.Select(Position{"p1", 0}, Position{"p1", 5})
	told := 0
	d.OnSelected = func() { told++ }
	blocks := long("en", 20)
	blocks[4].Comments = 3
	d.UpdateBlocks(blocks)
	if told != 0 || d.SelectedText() == "" {
		t.Errorf("told %d times, selected %q", told, d.SelectedText())
	}
	d.UpdateBlocks(blocks[2:])
	if told != 1 || d.SelectedText() != "" {
		t.Errorf("told %d times, selected %q", told, d.SelectedText())
	}
}

// The place in the text stays when heights above it change.
func TestUpdateKeepsTheView(t *testing.T) {
	d := show(t, "en", long("en", 100), 800, 700)
	d.ScrollTo("p50")
	d.flow.scrollBy(13)
	id := d.blocks[d.flow.rowAt(0)].ID
	y := d.flow.y(d.flow.rowAt(0))
	blocks := long("en", 100)
	for i := range 40 {
		blocks[i].Text += " And more words than before, so that what follows is pushed."
	}
	d.UpdateBlocks(blocks)
	if i := d.flow.rowAt(0); d.blocks[i].ID != id || math.Abs(d.flow.y(i)-y) > 0.01 {
		t.Errorf("the view begins with %s at %.1f, was %s at %.1f", d.blocks[i].ID, d.flow.y(i), id, y)
	}
	d.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 10)})
}
