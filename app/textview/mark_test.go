package textview

import (
	"bytes"
	"fmt"
	"image"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// picture of block i as it is shown now.
func (d *Document) pictureOf(i int) *image.RGBA {
	s := d.measure(i)
	return d.paint(tile{i, 0}, int(s.width), int(s.height)).(*image.RGBA)
}

// without colour: 1 for ink or a darker ground than the paper's.
func shapes(img *image.RGBA) []byte {
	out := make([]byte, 0, len(img.Pix)/4)
	for i := 0; i < len(img.Pix); i += 4 {
		dark := byte(0)
		if a := int(img.Pix[i+3]); a > 0 && (int(img.Pix[i])+int(img.Pix[i+1])+int(img.Pix[i+2])) < 3*150*a/255 {
			dark = 1
		}
		out = append(out, dark)
	}
	return out
}

// Every kind of mark can be told from the others, and from none, without colour.
// What differs in weight or slope only, or marks whole provisions, is left out.
func TestMarksDifferWithoutColour(t *testing.T) {
	kinds := map[string]MarkKind{
		"inserted": Inserted, "deleted": Deleted, "comment": Comment, "search now": SearchNow, "bold": Bold, "italic": Italic,
		"chip": Chip, "link": Link, "broken link": LinkBroken, "term": Term, "must": Must, "ought": Ought, "may": May, "qualifier": Qualifier,
		"moved here": MovedHere, "moved away": MovedAway, "collision": Collision, "flaw": Flaw,
	}
	for _, lang := range []string{"en", "ar", "zh"} {
		t.Run(lang, func(t *testing.T) {
			text := map[string]string{"en": "Each Party shall act", "ar": "يلتزم كل طرف بالعمل", "zh": "各缔约方应采取措施"}[lang]
			seen := map[string]string{}
			draw := func(name string, marks ...Mark) {
				d := show(t, lang, []Block{{ID: "p", Text: text, Lang: lang, Marks: marks}}, 400, 100)
				key := string(shapes(d.pictureOf(0)))
				if other, ok := seen[key]; ok && !(name == "ought" && other == "inserted" || name == "inserted" && other == "ought") {
					t.Errorf("%s looks like %s", name, other)
				}
				seen[key] = name
			}
			draw("none")
			for name, kind := range kinds {
				if kind == Italic && lang == "zh" {
					continue // which has none
				}
				draw(name, Mark{Kind: kind, Start: 2, End: 7})
			}
		})
	}
}

// Marks that change no letters cost no layout: the lines are the same.
func TestPaintedMarksLeaveTheLinesAlone(t *testing.T) {
	for _, kind := range []MarkKind{Comment, Search, SearchNow, Term, Qualifier, Collision} {
		if kind.bits() != 0 {
			t.Errorf("kind %d changes letters", kind)
		}
		if before, after := kind.room(); before+after != 0 {
			t.Errorf("kind %d takes room", kind)
		}
	}
}

// A chip stands on its plate within the room it was given, and turns no words
// around it, nor they it.
func TestChipsKeepTheirDirection(t *testing.T) {
	for name, tt := range map[string]struct{ lang, before, chip, after string }{
		"latin in arabic":             {"ar", "تلتزم الدول ", "EGY, NAM (2)", " بحماية الآبار"},
		"latin in arabic, by numbers": {"ar", "وفقا للمادة 12", "RUS", "3 منها"},
		"arabic in english":           {"en", "The Parties (", "مصر (2)", ") shall act"},
	} {
		t.Run(name, func(t *testing.T) {
			chip := ChipText(tt.chip)
			text := tt.before + chip + tt.after
			start := len([]rune(tt.before))
			end := start + len([]rune(chip))
			d := show(t, tt.lang, []Block{{ID: "p", Text: text, Lang: tt.lang, Marks: []Mark{{Kind: Chip, Start: start, End: end}}}}, 700, 100)
			s := d.measure(0)
			if n := len(s.stretches(start, end)); n != 1 {
				t.Fatalf("the chip lies in %d pieces", n)
			}
			plain := show(t, tt.lang, []Block{{ID: "p", Text: tt.before + ChipText("x") + tt.after, Lang: tt.lang}}, 700, 100).measure(0)
			order := func(s *setBlock, skip, length int) string {
				var out strings.Builder
				for _, r := range s.words.Lines[0].Runs {
					for k := range r.End - r.Start {
						i := r.Start + k
						if r.Level%2 == 1 {
							i = r.End - 1 - k
						}
						if i < skip || i >= skip+length {
							out.WriteRune(s.text[i])
						}
					}
				}
				return out.String()
			}
			if got, want := order(s, start, end-start), order(plain, start, 3); got != want {
				t.Errorf("the words around stand as %q, without the chip's as %q", got, want)
			}
		})
	}
}

func TestPairOfBrackets(t *testing.T) {
	text := "Each Party [shall [promptly] act] now [and] then"
	at := func(sub string) int { return strings.Index(text, sub) }
	blocks := []Block{
		{ID: "a", Text: text, Lang: "en", Marks: []Mark{
			{Kind: Bracket, Depth: 1, Start: at("[shall"), End: at("] now") + 1},
			{Kind: Bracket, Depth: 2, Start: at("[prom"), End: at("] act") + 1},
			{Kind: Bracket, Depth: 1, Start: at("[and"), End: at("] then") + 1},
		}},
		{ID: "b", Text: "[It opens here", Lang: "en", Marks: []Mark{{Kind: Bracket, Depth: 1, Start: 0, End: 14, Ref: "open"}}},
		{ID: "c", Text: "goes on", Lang: "en", Marks: []Mark{{Kind: Bracket, Depth: 1, Start: 0, End: 7, Ref: "open"}}},
		{ID: "d", Text: "and closes] here", Lang: "en", Marks: []Mark{{Kind: Bracket, Depth: 1, Start: 0, End: 11, Ref: "open"}}},
	}
	for name, tt := range map[string]struct {
		over Position
		want map[string]pair
	}{
		"inside the inner pair":  {Position{"a", at("omptly")}, map[string]pair{"a": {at("[prom"), at("] act") + 1, [2]int{at("[prom"), at("] act")}}}},
		"on the inner bracket":   {Position{"a", at("[prom")}, map[string]pair{"a": {at("[prom"), at("] act") + 1, [2]int{at("[prom"), at("] act")}}}},
		"on the closing bracket": {Position{"a", at("] now")}, map[string]pair{"a": {at("[shall"), at("] now") + 1, [2]int{at("[shall"), at("] now")}}}},
		"between the pairs":      {Position{"a", at("now")}, map[string]pair{}},
		"over blocks": {Position{"c", 3}, map[string]pair{
			"b": {0, 14, [2]int{0, -1}}, "c": {0, 7, [2]int{-1, -1}}, "d": {0, 11, [2]int{-1, 10}},
		}},
	} {
		t.Run(name, func(t *testing.T) {
			d := show(t, "en", blocks, 600, 400)
			layouts := fmt.Sprintf("%p", d.set)
			before := map[string][]byte{}
			for i, b := range d.blocks {
				before[b.ID] = bytes.Clone(d.pictureOf(i).Pix)
			}
			at := point(d, tt.over.ID, tt.over.Offset).AddXY(2, 0)
			d.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
			for i, b := range d.blocks {
				got := d.pairIn(i, d.measure(i))
				if got != tt.want[b.ID] {
					t.Errorf("%s shows %+v, want %+v", b.ID, got, tt.want[b.ID])
				}
				if _, hot := tt.want[b.ID]; hot == bytes.Equal(before[b.ID], d.pictureOf(i).Pix) {
					t.Errorf("%s: painted differently is %v", b.ID, !hot)
				}
			}
			if fmt.Sprintf("%p", d.set) != layouts {
				t.Error("the text was laid out anew")
			}
			d.MouseOut()
			if len(d.pairs) != 0 {
				t.Error("the pair stands out without the pointer")
			}
		})
	}
	d := show(t, "en", blocks, 600, 400)
	d.FocusGained()
	d.PlaceCaret(Position{"a", at("] act") + 1}) // behind the bracket
	if got := d.pairIn(0, d.measure(0)); got.start != at("[prom") {
		t.Errorf("at the caret %+v stands out", got)
	}
	d.FocusLost()
	d.pairAgain()
	if len(d.pairs) != 0 {
		t.Error("the pair stands out without the keyboard")
	}
}

// The bars of a change tell whose it is by their shape.
func TestBarsOfChanges(t *testing.T) {
	for _, slim := range []bool{false, true} {
		seen := map[string]Changes{}
		for _, c := range []Changes{0, OursChange, OthersChange, OursChange | OthersChange} {
			d := show(t, "en", []Block{{ID: "p", Text: "Each Party shall act.", Lang: "en", Changes: c}}, 400, 100)
			d.Slim = slim
			d.Refresh()
			key := string(shapes(d.pictureOf(0)))
			if other, ok := seen[key]; ok {
				t.Errorf("%d looks like %d", c, other)
			}
			seen[key] = c
		}
	}
}

func TestHits(t *testing.T) {
	d := show(t, "en", long("en", 300), 800, 700)
	var hits []Hit
	for i := range 300 {
		hits = append(hits, Hit{fmt.Sprintf("p%d", i), 3, 6})
	}
	d.SetHits(hits)
	for _, i := range []int{200, 12, 299, 0} {
		d.ShowHit(hits[i])
		if p := point(d, hits[i].ID, 3); p.Y < 0.15*700 && i > 0 || p.Y > 0.85*700 && i < 299 {
			t.Errorf("hit %d is at %v of 700", i, p.Y)
		}
		if got := d.shownOn(i, d.measure(i)); got.now != hits[i] || len(got.hits) != 1 {
			t.Errorf("block %d shows %+v", i, got)
		}
	}
	y := d.flow.offset
	d.ShowHit(Hit{"p2", 3, 6}) // in view already
	if i := d.index["p2"]; d.flow.column.top(i) < 400 && d.flow.offset != y {
		t.Errorf("scrolled from %v to %v", y, d.flow.offset)
	}
	d.SetHits(nil)
	if got := d.shownOn(0, d.measure(0)); len(got.hits) != 0 || d.hit != (Hit{}) {
		t.Errorf("after all: %+v", got)
	}
}

func TestHitsArePainted(t *testing.T) {
	d := show(t, "zh", sample("zh"), 600, 500)
	before := bytes.Clone(d.pictureOf(2).Pix)
	d.SetHits([]Hit{{"a7.1", 3, 6}})
	found := bytes.Clone(d.pictureOf(2).Pix)
	d.ShowHit(Hit{"a7.1", 3, 6})
	now := d.pictureOf(2).Pix
	if bytes.Equal(before, found) || bytes.Equal(found, now) {
		t.Error("a hit, or the present one, is not seen")
	}
}
