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
	b.strike(7, textview.Mark{Kind: textview.Deleted})
	b.add(" may", textview.Mark{Kind: textview.Inserted})
	b.remark(" EGY", textview.Mark{Kind: textview.Chip})
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

func TestDisplayMapsWhatWouldRead(t *testing.T) {
	d := redlined() // "A keeper  may rest." would read
	for _, c := range []struct {
		name       string
		from, to   int // in what would read
		start, end int // in the display
		shown      bool
	}{
		{"kept words", 2, 8, 2, 8, true},
		{"an added word", 10, 13, 17, 20, true},
		{"words around what goes", 2, 13, 2, 20, true},
		{"the end", 14, 19, 25, 30, true},
		{"beyond the end", 19, 30, 0, 0, false},
	} {
		if start, end, ok := d.readPlace(c.from, c.to); start != c.start || end != c.end || ok != c.shown {
			t.Errorf("%s: shown at %d to %d, %v", c.name, start, end, ok)
		}
	}
	d.follow(" FRA", textview.Mark{Kind: textview.Chip})
	if at, own := d.source(31); d.text != "A keeper [shall] may EGY rest. FRA" || own || at != 23 {
		t.Errorf("%q, the remark is rune %d, %v", d.text, at, own)
	}
	if _, _, ok := d.readPlace(19, 30); ok {
		t.Error("a remark is taken for words that would read")
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
			switch n := int(s & 0x1f); s >> 5 {
			case 0:
				b.keep(n)
			case 1:
				b.add("+++"[:n%4])
			case 2:
				b.leave(n)
			case 3:
				b.strike(n)
			case 4:
				b.remark("---"[:n%4])
			case 5:
				b.pass(n)
			}
		}
		d := b.show()
		for i := 1; i < len(d.runs); i++ {
			a, b := d.runs[i-1], d.runs[i]
			if b.at != a.at+a.size || b.from < a.from || b.read < a.read || a.goesOn(b) {
				t.Fatalf("run %+v stands behind %+v", b, a)
			}
		}
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

func TestMarksOnWordsLeaveTheChipsAlone(t *testing.T) {
	d := redlined()
	d.marks = nil
	d.onWords(textview.Mark{Kind: textview.MovedAway})
	if len(d.marks) != 1 || d.marks[0].Start != 0 || d.marks[0].End != 30 {
		t.Errorf("without chips: %+v", d.marks)
	}
	d = redlined()
	before := len(d.marks)
	d.onWords(textview.Mark{Kind: textview.MovedAway})
	got := d.marks[before:]
	if len(got) != 2 || got[0].Start != 0 || got[0].End != 20 || got[1].Start != 24 || got[1].End != 30 {
		t.Errorf("around a chip: %+v", got)
	}
}
