package text

import (
	"strings"
	"testing"

	"travaux/data"
)

// lineSource makes a source of lines, as the reader of plain text does.
func lineSource(s string) *Source {
	s = strings.ToValidUTF8(s, "?")
	src := &Source{Format: "text"}
	for s != "" {
		line, rest, found := strings.Cut(s, "\n")
		b := Block{Text: line}
		if found {
			b.Break = "\n"
		}
		if strings.HasPrefix(line, "#") {
			b.Kind, b.Style = BlockHeading, "#"
		}
		src.Blocks = append(src.Blocks, b)
		s = rest
	}
	return src
}

// check holds an outline to what is always true of it.
func check(t *testing.T, o *Outline) {
	t.Helper()
	if got, want := o.Rebuild(), o.Source.Plain(); got != want {
		t.Fatalf("rebuild differs:\n%q\n%q", got, want)
	}
	seen := map[string]bool{}
	block, at := 0, 0
	for i, n := range o.Nodes {
		if seen[n.Path] {
			t.Fatalf("path %q twice", n.Path)
		}
		seen[n.Path] = true
		if n.Depth < 0 || i == 0 && n.Depth != 0 || i > 0 && n.Depth > o.Nodes[i-1].Depth+1 {
			t.Fatalf("node %d (%s) has depth %d", i, n.Path, n.Depth)
		}
		for _, p := range n.Pieces {
			if p.Role == RoleGap && strings.ContainsAny(o.words(p), "[]［］【】") {
				t.Fatalf("%s: brackets left out of the text: %q", n.Path, o.words(p))
			}
			if p.Block == block && p.Start == at {
				at = p.End
				continue
			}
			if p.Block != block+1 || p.Start != 0 || at != len(o.runes[block]) {
				t.Fatalf("piece %v does not follow %d:%d", p, block, at)
			}
			block, at = p.Block, p.End
		}
		for _, tr := range n.Tracked {
			if tr.Start < 0 || tr.End > len([]rune(n.Text)) || tr.Start >= tr.End {
				t.Fatalf("tracked change %v outside %q", tr, n.Text)
			}
		}
	}
}

var seeds = []string{
	"",
	"\n\n",
	"Preamble The States Parties, Have agreed as follows:\nArticle 1\nTitle\n1. Text:\n(a) one;\n(b) two;\nflush",
	"Article 1 Use of terms 1. First. 2. Second: (a) x",
	"第一章\n总则\n第一条\n宗旨\n一、文本：\n㈠ 甲；\n1. 子\n㈡ 乙",
	"الفصل الأول\nأحكام عامة\nالمادة 1\nبيان\n1 - نص:\n(أ) أول\n’1‘ فرعي\n(ب) ثان",
	"Статья 1\nЦель\n1. Текст:\na) первый\nб) второй",
	"[Article 3 bis\n[7][6] bis. x\nOP10 bis alt. y\n3. Option A: z\nOption B: w\nOPTION I:\n1. a",
	"[Article 20 ante]\nText.\n[Article 21]. [Title]\n[Preamble]\n[Option 1]: x\n[2.] y\n[(b)] z]\n[Annex I]\n[Chapter II] [T]",
	"2. (a) x\n2.2 bis y\n- dash\n• dot\n[[(b) z]]",
	"Contents\nArticle 1 ..... 3\nArticle 2 ..... 4\nArticle 3 .... 5\nArticle 1\nText.",
	"#### Title\n###PART I \n### Article  1  \n#T x\n#H y",
	"a\xff\xfe\x00b\u202e(\u200fa\u0640)",
	"(i) x\n(h) y\n(i) z\n(j) w\n(zz) v\n99999999. u",
}

func FuzzParse(f *testing.F) {
	for _, s := range seeds {
		f.Add(s, uint8(0))
	}
	f.Fuzz(func(t *testing.T, s string, lang uint8) {
		l := data.Lang("")
		if int(lang) < len(data.Langs) {
			l = data.Langs[lang]
		}
		check(t, Parse(lineSource(s), l))
	})
}

// FuzzEdit changes outlines as a person might, in any order.
func FuzzEdit(f *testing.F) {
	for i, s := range seeds {
		f.Add(s, []byte{byte(i), 1, 2, 3, 4, 5, 6, 7, 8, 9})
	}
	f.Fuzz(func(t *testing.T, s string, acts []byte) {
		o := Parse(lineSource(s), "")
		for k := 0; k+2 < len(acts) && k < 60 && len(o.Nodes) > 0; k += 3 {
			i := int(acts[k+1]) % len(o.Nodes)
			switch acts[k] % 5 {
			case 0:
				o.Promote(i)
			case 1:
				o.Demote(i)
			case 2:
				o.Merge(i)
			case 3:
				o.Split(i, int(acts[k+2]))
			case 4:
				r := []rune(o.Nodes[i].Text)
				o.Retitle(i, string(r[:int(acts[k+2])%(len(r)+1)]))
			}
			check(t, o)
		}
	})
}

func FuzzParseLabel(f *testing.F) {
	for _, s := range []string{"1.", "(a)", "[7][6] bis.", "OP10 bis alt", "第三条之二", "(أ)", "2.2 bis", "Article 3 bis", "㈡", "’1‘", "a alt 2"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		l, ok := ParseLabel(s)
		if l.Compare(l) != 0 {
			t.Fatalf("%q does not equal itself", s)
		}
		if ok && l.Class != ClassBullet && l.Elem() == "" && l.Value != 0 {
			t.Fatalf("%q has no name in a path", s)
		}
		if strings.Contains(l.Elem(), "/") {
			t.Fatalf("%q breaks paths: %q", s, l.Elem())
		}
	})
}

func FuzzFindSymbols(f *testing.F) {
	f.Add("see A/AC.291/22/Rev.1, and المادة A/RES/75/240.")
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		for _, p := range FindSymbols(s) {
			if p.Start < last || p.End <= p.Start || p.End > len([]rune(s)) {
				t.Fatalf("%v in %q", p, s)
			}
			last = p.End
		}
	})
}
