package desk

import (
	"testing"

	"travaux/app/textview"
)

// redlined shows "A keeper [shall] may EGY rest.": three words of the source
// struck through, two put in, a space of the source left out.
func redlined() display {
	b := displaying("A keeper [shall]  rest.")
	b.keep(9)
	b.keep(7, textview.Mark{Kind: textview.Deleted})
	b.add(" may", textview.Mark{Kind: textview.Inserted})
	b.add(" EGY", textview.Mark{Kind: textview.Quiet})
	b.leave(1)
	return b.show()
}

func TestDisplayKnowsWhereItsWordsComeFrom(t *testing.T) {
	d := redlined()
	if d.text != "A keeper [shall] may EGY rest." || d.size != 30 || d.whole != 23 {
		t.Fatalf("shown %q, %d of %d", d.text, d.size, d.whole)
	}
	for _, c := range []struct {
		name   string
		offset int
		at     int
		own    bool
	}{
		{"before all", -1, 0, false},
		{"the first rune", 0, 0, true},
		{"a struck word", 10, 10, true},
		{"an added word", 17, 16, false},
		{"a chip", 22, 16, false},
		{"behind what was left out", 24, 17, true},
		{"the last rune", 29, 22, true},
		{"the end", 30, 23, false},
		{"beyond the end", 99, 23, false},
	} {
		if at, own := d.source(c.offset); at != c.at || own != c.own {
			t.Errorf("%s: %d is rune %d, %v", c.name, c.offset, at, own)
		}
	}
}

func TestDisplayMapsStretchesBothWays(t *testing.T) {
	d := redlined()
	for _, c := range []struct {
		name             string
		from, to         int // in the source
		start, end       int // in the display
		shown            bool
		backFrom, backTo int
	}{
		{"kept words", 2, 8, 2, 8, true, 2, 8},
		{"words around an addition", 9, 22, 9, 29, true, 9, 22},
		{"what is left out", 16, 17, 0, 0, false, 0, 0},
		{"nothing", 5, 5, 0, 0, false, 0, 0},
	} {
		start, end, ok := d.place(c.from, c.to)
		if start != c.start || end != c.end || ok != c.shown {
			t.Errorf("%s: shown at %d to %d, %v", c.name, start, end, ok)
		}
		if from, to, ok := d.words(start, end); ok != c.shown || from != c.backFrom || to != c.backTo {
			t.Errorf("%s: comes back as %d to %d, %v", c.name, from, to, ok)
		}
	}
	if _, _, ok := d.words(17, 24); ok {
		t.Error("added words are taken for words of the text")
	}
	d.over(textview.Mark{Kind: textview.Comment, Start: 2, End: 8, Ref: "x"})
	d.over(textview.Mark{Kind: textview.Comment, Start: 16, End: 17})
	if m := d.marks[len(d.marks)-1]; len(d.marks) != 4 || m.Start != 2 || m.End != 8 || m.Ref != "x" {
		t.Errorf("marks %+v", d.marks)
	}
}

// FuzzDisplay builds displays by any steps: every rune of the source is shown or
// left out, and what is shown of it reads as it does there.
func FuzzDisplay(f *testing.F) {
	f.Add("A keeper [shall] rest.", []byte{3, 0x45, 0x81, 7})
	f.Add("各缔约国［应］", []byte{0x41, 2, 0x83})
	f.Fuzz(func(t *testing.T, source string, steps []byte) {
		b := displaying(source)
		for _, s := range steps {
			switch n := int(s & 0x3f); s >> 6 {
			case 0:
				b.keep(n)
			case 1:
				b.add("+++"[:n%4])
			case 2:
				b.leave(n)
			}
		}
		d := b.show()
		shown, whole := []rune(d.text), []rune(source)
		if len(shown) != d.size || len(whole) != d.whole {
			t.Fatalf("%d runes, said to be %d", len(shown), d.size)
		}
		for i, r := range shown {
			at, own := d.source(i)
			if own && whole[at] != r {
				t.Fatalf("shown rune %d is %q, in the source %q", i, r, whole[at])
			}
			if own {
				if from, to, ok := d.place(at, at+1); !ok || from != i || to != i+1 {
					t.Fatalf("rune %d of the source is shown at %d, found at %d to %d", at, i, from, to)
				}
			}
		}
	})
}
