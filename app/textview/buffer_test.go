package textview

import "testing"

func FuzzBuffer(f *testing.F) {
	f.Add("The Parties", []byte{0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
	f.Add("المادة 13 مُدن", []byte{7, 7, 3, 1, 0, 9, 2, 4, 8, 8})
	f.Add("第五条\n\n公约🇺🇳", []byte{1, 3, 5, 7, 9, 0, 2, 4, 6, 8})
	f.Fuzz(func(t *testing.T, text string, acts []byte) {
		var b buffer
		b.reset([]rune(text))
		first := string(b.text)
		for _, a := range acts {
			switch a % 10 {
			case 0:
				b.typed('x', false)
			case 1:
				b.erase(b.before(b.head))
			case 2:
				b.erase(b.grapheme(b.head, true))
			case 3:
				b.move(b.grapheme(b.head, false), a >= 128)
			case 4:
				b.move(b.word(b.head, true), a >= 128)
			case 5:
				b.move(b.word(b.head, false), a >= 128)
			case 6:
				b.undo()
			case 7:
				b.redo()
			case 8:
				b.insert([]rune("اب\n"))
			case 9:
				b.erase(b.word(b.head, false))
			}
			if b.head < 0 || b.head > len(b.text) || b.anchor < 0 || b.anchor > len(b.text) {
				t.Fatalf("caret %d, anchor %d of %d", b.head, b.anchor, len(b.text))
			}
		}
		last := string(b.text)
		n := 0
		for b.undo() {
			n++
		}
		if len(acts) < mostChanges && string(b.text) != first {
			t.Fatalf("all undone: %q, want %q", string(b.text), first)
		}
		for range n {
			b.redo()
		}
		for b.redo() {
		}
		_ = last
	})
}
