package taken

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"travaux/data"
	"travaux/data/redline"
	"travaux/data/redline/align"
)

// stock are texts from which proposals are made at random.
var stock = []string{
	"Each State Party shall take appropriate measures, [as far as practicable,] to protect [and restore] wetlands within its territory.",
	"The Conference of the Parties shall review [, at its second meeting,] the measures taken by the Parties and the reports on the measures.",
	"تتخذ كل دولة طرف التدابير المناسبة [قدر الإمكان] لحماية الأراضي الرطبة داخل إقليمها واستعادتها.",
	"各缔约国应[在可行范围内]采取适当措施，保护和恢复其领土内的湿地。",
	"Chaque État Partie prend [, dans la mesure du possible,] les mesures appropriées pour protéger l’intégrité des zones humides.",
	"Каждое государство-участник принимает [, насколько это возможно,] надлежащие меры для охраны водно-болотных угодий.",
	"Cada Estado parte adoptará [, en la medida de lo posible,] las medidas apropiadas para proteger los humedales.",
}

var words = strings.Fields("shall may all the and measures wetlands [new] science] المتاحة 科 donnée насколько humedales of 12 (b)")

// altered changes a text at random places.
func altered(r *rand.Rand, text string) string {
	tokens := redline.Tokens(text)
	for range 1 + r.IntN(4) {
		at := r.IntN(len(tokens) + 1)
		switch r.IntN(3) {
		case 0:
			tokens = append(tokens[:at:at], append([]string{" " + words[r.IntN(len(words))] + " "}, tokens[at:]...)...)
		case 1:
			end := min(len(tokens), at+1+r.IntN(4))
			tokens = append(tokens[:at:at], tokens[end:]...)
		default:
			tokens = append(tokens[:at:at], append([]string{" " + strings.Join(words[:1+r.IntN(6)], " ")}, tokens[at:]...)...)
		}
	}
	return strings.Join(tokens, "")
}

// plainText are the words of a text and the brackets each stands in.
func plainText(text string) []word {
	list := vocabulary{ids: map[string]int32{}}.words(text, 0)
	for i := range list {
		list[i].start, list[i].end = 0, 0
	}
	return list
}

func TestExactProposalIsTakenOver(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 1000 {
		old := stock[r.IntN(len(stock))]
		wording := altered(r, old)
		x := NewIndex(paragraphs([]string{old, stock[0], stock[1]}), paragraphs([]string{wording, stock[0], stock[1]}),
			[]align.Pair{{Old: []int{0}, New: []int{0}}, {Old: []int{1}, New: []int{1}}, {Old: []int{2}, New: []int{2}}})
		e := x.Judge(Proposal{Kind: data.ProposalModify, Base: old, Wording: wording, At: []int{0}})
		if len(plainText(wording)) == 0 || e.Uptake == data.UptakeOver {
			continue
		}
		if !reflect.DeepEqual(plainText(old), plainText(wording)) {
			t.Fatalf("%s, %s (%.2f)\n%s\n%s", e.Uptake, e.Reason, e.Score, old, wording)
		}
	}
}

func TestUnchangedVersionTookNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 1000 {
		old := stock[r.IntN(len(stock))]
		wording := altered(r, old)
		list := paragraphs([]string{stock[0], old, stock[1]})
		pairs := []align.Pair{{Old: []int{0}, New: []int{0}}, {Old: []int{1}, New: []int{1}}, {Old: []int{2}, New: []int{2}}}
		x := NewIndex(list, list, pairs)
		for _, kind := range []data.ProposalKind{data.ProposalModify, data.ProposalAdd} {
			p := Proposal{Kind: kind, Base: old, Wording: wording, At: []int{1}}
			if kind == data.ProposalAdd {
				p.Base = ""
			}
			e := x.Judge(p)
			if e.Uptake != data.UptakeNot || e.Score != 0 || e.Inserted.Found != 0 || e.Deleted.Found != 0 || len(e.Marks) > 0 {
				t.Fatalf("%s: %s, %s (%.2f), %v %v\n%s\n%s", kind, e.Uptake, e.Reason, e.Score, e.Inserted, e.Deleted, old, wording)
			}
		}
	}
}

// TestSound holds what is true of all evidence.
func TestSound(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 1000 {
		old, other := stock[r.IntN(len(stock))], stock[r.IntN(len(stock))]
		sound(t, old, altered(r, old), altered(r, old), other, data.ProposalKinds[r.IntN(len(data.ProposalKinds))], r.IntN(4))
	}
}

func FuzzJudge(f *testing.F) {
	for i, s := range stock {
		f.Add(s, stock[(i+1)%len(stock)], s+" [x]", "y", uint8(i), uint8(i))
	}
	f.Fuzz(func(t *testing.T, old, wording, new, other string, kind, shape uint8) {
		sound(t, old, wording, new, other, data.ProposalKinds[int(kind)%len(data.ProposalKinds)], int(shape%4))
	})
}

// sound judges one proposal on versions of several shapes.
func sound(t *testing.T, old, wording, new, other string, kind data.ProposalKind, shape int) {
	t.Helper()
	before, after := []string{old, other}, []string{new, other}
	var pairs []align.Pair
	switch shape {
	case 0:
		pairs = []align.Pair{{Old: []int{0}, New: []int{0}}, {Old: []int{1}, New: []int{1}}}
	case 1:
		pairs = []align.Pair{{Old: []int{0, 1}, New: []int{0}}, {New: []int{1}}}
	case 2:
		after = append(after, wording)
		pairs = []align.Pair{{Old: []int{0}, New: []int{0, 1}}, {Old: []int{1}, New: []int{2}, Kind: data.PairMoved}}
	case 3: // nothing is paired, and an index is wrong
		pairs = []align.Pair{{Old: []int{7}, New: []int{-1, 9}}}
	}
	x := NewIndex(paragraphs(before), paragraphs(after), pairs)
	p := Proposal{Kind: kind, Base: old, Wording: wording, At: []int{0, 5}, Target: []int{1, -2}}
	switch kind {
	case data.ProposalAdd:
		p.Base = ""
	case data.ProposalSuppress, data.ProposalNoChange, data.ProposalMove:
		p.Wording = ""
	}
	e := x.Judge(p)
	if again := x.Judge(p); !reflect.DeepEqual(e, again) {
		t.Fatalf("the same proposal gave\n%+v\nand\n%+v", e, again)
	}
	var base, made strings.Builder
	for _, s := range e.Stretches {
		if s.Text == "" {
			t.Fatal("an empty stretch")
		}
		if s.Kind != redline.Insert {
			base.WriteString(s.Text)
		}
		if s.Kind != redline.Delete {
			made.WriteString(s.Text)
		}
	}
	if base.String() != p.Base || made.String() != p.Wording {
		t.Fatalf("rebuilt\n%q\n%q\nof\n%q\n%q", base.String(), made.String(), p.Base, p.Wording)
	}
	if e.Score < 0 || e.Score > 1 || e.Uptake == "" || e.Reason == "" {
		t.Fatalf("%+v", e)
	}
	for _, s := range []Share{e.Inserted, e.Away, e.Deleted, e.Brackets, e.Phrases} {
		if s.Found < 0 || s.Found > s.Of {
			t.Fatalf("%+v", e)
		}
	}
	last := Mark{New: -1}
	for _, m := range e.Marks {
		if m.New < 0 || m.New >= len(after) || m.Start < 0 || m.Start >= m.End || m.End > utf8.RuneCountInString(after[m.New]) {
			t.Fatalf("mark %+v", m)
		}
		if m.New < last.New || m.New == last.New && m.Start < last.End {
			t.Fatalf("mark %+v after %+v", m, last)
		}
		last = m
	}
}
