package textview

import "testing"

func TestCopyWithMarks(t *testing.T) {
	english := CopyWords{Deleted: "{delete: …}", Inserted: "{add: …}", MovedAway: "{move away: …}", MovedHere: "{moved here: …}", Chip: "(…)"}
	arabic := CopyWords{Deleted: "{حذف: …}", Inserted: "{إضافة: …}", Chip: "(…)"}
	for name, tt := range map[string]struct {
		words            CopyWords
		text             string
		plain, withMarks string
		from, to         int // 0, 0: all
	}{
		"a redline":           {english, "Each Party {del:shall}{ins:may} act.", "Each Party may act.", "Each Party {delete: shall}{add: may} act.", 0, 0},
		"space stays outside": {english, "Each Party {del:shall promptly }act.", "Each Party act.", "Each Party {delete: shall promptly} act.", 0, 0},
		"two spaces left over": {
			english, "Each Party {del:shall} {ins:may} act {del:now}.", "Each Party may act.",
			"Each Party {delete: shall} {add: may} act {delete: now}.", 0, 0,
		},
		"a chip":                   {english, "[{chip:EGY, NAM} promptly] act", "[promptly] act", "[(EGY, NAM) promptly] act", 0, 0},
		"a chip at the beginning":  {english, "{chip:EGY} promptly", "promptly", "(EGY) promptly", 0, 0},
		"a chip in an insertion":   {english, "act {ins:promptly {chip:EGY}} here", "act promptly here", "act {add: promptly} (EGY) here", 0, 0},
		"moved":                    {english, "{away:First, }all act{here: first}", "all act first", "{move away: First,} all act {moved here: first}", 0, 0},
		"brackets stay":            {english, "{b:[shall][should]} act", "[shall][should] act", "[shall][should] act", 0, 0},
		"arabic":                   {arabic, "{del:تلتزم}{ins:يجوز} للدول {chip:مصر}", "يجوز للدول ", "{حذف: تلتزم}{إضافة: يجوز} للدول (مصر)", 0, 0},
		"without words of its own": {CopyWords{}, "{del:shall}{ins:may} {chip:EGY}", "may ", "{−shall}{+may} (EGY)", 0, 0},
		"a part of an insertion":   {english, "act {ins:promptly and well} here", "promptly", "{add: promptly}", 4, 12},
	} {
		t.Run(name, func(t *testing.T) {
			text, marks := annotated(tt.text)
			d := show(t, "en", []Block{{ID: "p", Text: text, Lang: "en", Marks: marks}}, 600, 300)
			d.CopyWords = tt.words
			if tt.to == 0 {
				tt.to = len([]rune(text))
			}
			d.Select(Position{"p", tt.from}, Position{"p", tt.to})
			if got := d.CopyText(false); got != tt.plain {
				t.Errorf("as it reads %q, want %q", got, tt.plain)
			}
			if got := d.CopyText(true); got != tt.withMarks {
				t.Errorf("with marks %q, want %q", got, tt.withMarks)
			}
			if got, want := d.SelectedText(), string([]rune(text)[tt.from:tt.to]); got != want {
				t.Errorf("verbatim %q, want %q", got, want)
			}
		})
	}
	text, marks := annotated("{chip:EGY}")
	marks[0].Words = "Egypt, on behalf of the Group of 77"
	d := show(t, "en", []Block{{ID: "p", Text: text, Marks: marks}}, 600, 300)
	d.SelectBlock()
	if got := d.CopyText(true); got != "(Egypt, on behalf of the Group of 77)" {
		t.Errorf("a chip with words is copied as %q", got)
	}
}

// annotated reads "{ins:words}" into a text and its marks; chips get the
// isolates of ChipText.
func annotated(s string) (text string, marks []Mark) {
	names := map[string]MarkKind{
		"ins": Inserted, "del": Deleted, "chip": Chip, "link": Link, "broken": LinkBroken, "term": Term, "must": Must, "ought": Ought, "may": May,
		"qualifier": Qualifier, "here": MovedHere, "away": MovedAway, "collision": Collision, "flaw": Flaw, "b": Bracket,
	}
	type opened struct {
		kind  MarkKind
		start int
	}
	var out []rune
	var stack []opened
	in := []rune(s)
	for i := 0; i < len(in); i++ {
		switch in[i] {
		case '{':
			end := i
			for in[end] != ':' {
				end++
			}
			kind := names[string(in[i+1:end])]
			stack = append(stack, opened{kind, len(out)})
			if kind == Chip {
				out = append(out, firstStrongIsolate)
			}
			i = end
		case '}':
			top := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			if top.kind == Chip {
				out = append(out, popIsolate)
			}
			marks = append(marks, Mark{Kind: top.kind, Start: top.start, End: len(out), Depth: len(stack) + 1})
		default:
			out = append(out, in[i])
		}
	}
	return string(out), marks
}
