package reference

import (
	"strings"
	"testing"

	"travaux/data"
)

// treaty makes provisions of "path: text" lines; the parents that are not
// named are made too. Identities follow names, so that one line keeps its
// identity in another revision under another path: "path @name: text".
type treaty struct {
	ids map[string]data.ID
}

func newTreaty() *treaty { return &treaty{ids: map[string]data.ID{}} }

func (tr *treaty) id(name string) data.ID {
	if tr.ids[name].IsZero() {
		tr.ids[name] = data.NewID()
	}
	return tr.ids[name]
}

func (tr *treaty) revision(lines string) []data.Provision {
	var out []data.Provision
	at := map[string]data.ID{}
	for _, line := range strings.Split(strings.TrimSpace(lines), "\n") {
		head, words, _ := strings.Cut(strings.TrimSpace(line), ":")
		path, name, ok := strings.Cut(head, " @")
		if !ok {
			name = path
		}
		p := data.Provision{ID: tr.id(name), Path: path, Kind: kindOf(path), Order: len(out), Text: map[data.Lang]data.Rendering{data.English: {Text: strings.TrimSpace(words)}}}
		if cut := strings.LastIndexByte(path, '/'); cut > 0 {
			p.Parent = at[path[:cut]]
		}
		at[path] = p.ID
		out = append(out, p)
	}
	return out
}

func kindOf(path string) data.Kind {
	elem := ownElem(path)
	for _, k := range []struct {
		prefix string
		kind   data.Kind
	}{
		{"title", data.KindTitle},
		{"pre", data.KindPreamble},
		{"pp", data.KindRecital},
		{"ch", data.KindChapter},
		{"part", data.KindPart},
		{"sec", data.KindSection},
		{"art", data.KindArticle},
		{"annex", data.KindAnnex},
		{"opt", data.KindParagraph},
		{"fn", data.KindFootnote},
		{"flush", data.KindFlush},
		{"u", data.KindParagraph},
	} {
		if rest, ok := strings.CutPrefix(elem, k.prefix); ok && (rest == "" || isDigit(rest)) {
			return k.kind
		}
	}
	if isDigit(elem) {
		return data.KindParagraph
	}
	return data.KindPoint
}

const sampleTreaty = `
title: Convention on Lighthouses
pre:
pre/pp1: Recalling the Charter,
pre/pp2: Noting the sea,
ch1:
ch1/art1:
ch1/art1/1: First
ch1/art1/2: Second
ch1/art1/2/a: A
ch1/art1/2/b: B
ch1/art1/2/b/i: One
ch1/art1/2/b/ii: Two
ch1/art2: Words of the first paragraph
ch1/art2/u2: Second paragraph
ch2:
ch2/sec1:
ch2/sec1/art3: Alone
ch2/sec1/art3/a: A
ch2/art4:
ch2/art4/1: One
ch2/art4/2:
ch2/art4/2/opt1: Option
ch2/art4/2/opt1/a: A
annex1:
annex1/art1: In the annex
annex1/art1/1: One
annex1/art9: Only in the annex
annex1/3: Three
fn1: Note
`

func TestResolve(t *testing.T) {
	tr := newTreaty()
	x := NewIndex(tr.revision(sampleTreaty))
	for _, c := range []struct{ name, from, words, want string }{
		{"article anywhere", "ch2/art4/1", "article 1, paragraph 2 (b) (ii)", "ch1/art1/2/b/ii"},
		{"paragraph of its own article", "ch1/art1/1", "paragraph 2", "ch1/art1/2"},
		{"from a point", "ch1/art1/2/b/ii", "paragraph 1 of this article", "ch1/art1/1"},
		{"its own points", "ch1/art1/2", "subparagraph (b)", "ch1/art1/2/b"},
		{"points beside", "ch1/art1/2/b", "subparagraph (a)", "ch1/art1/2/a"},
		{"points of a point", "ch1/art1/2/b", "subparagraph (ii)", "ch1/art1/2/b/ii"},
		{"this article", "ch1/art1/2/b/ii", "this article", "ch1/art1"},
		{"this paragraph", "ch1/art1/2/b/ii", "this paragraph", "ch1/art1/2"},
		{"this paragraph without a number", "ch2/sec1/art3", "this paragraph", "ch2/sec1/art3"},
		{"this chapter", "ch2/sec1/art3/a", "this chapter", "ch2"},
		{"preceding paragraph", "ch1/art1/2", "the preceding paragraph", "ch1/art1/1"},
		{"preceding article", "ch1/art2", "the preceding article", "ch1/art1"},
		{"following article over a chapter", "ch1/art2", "the following article", "ch2/sec1/art3"},
		{"paragraph 1 without number", "ch1/art1/1", "article 2, paragraph 1", "ch1/art2"},
		{"paragraph 2 without number", "ch1/art1/1", "article 2, paragraph 2", "ch1/art2/u2"},
		{"point of an article", "ch1/art1/1", "article 3 (a)", "ch2/sec1/art3/a"},
		{"through an option", "ch1/art1/1", "article 4, paragraph 2 (a)", "ch2/art4/2/opt1/a"},
		{"chapter", "ch1/art1/1", "chapter II", "ch2"},
		{"section of a chapter", "ch1/art1/1", "chapter II, section 1", "ch2/sec1"},
		{"article of a chapter", "ch1/art1/1", "chapter II, article 3", "ch2/sec1/art3"},
		{"recital", "ch1/art1/1", "PP2", "pre/pp2"},
		{"annex", "ch1/art1/1", "annex I, article 1, paragraph 1", "annex1/art1/1"},
		{"annex's own article first", "annex1/3", "article 1", "annex1/art1"},
		{"annex to the Convention", "annex1/3", "article 1 of this Convention", "ch1/art1"},
		{"annex speaks of the text", "annex1/3", "article 4", "ch2/art4"},
		{"paragraph of an annex", "annex1/art1", "annex I, paragraph 3", "annex1/3"},
		{"this annex", "annex1/3", "article 1 of this Annex", "annex1/art1"},
		{"text does not speak of an annex's article", "ch1/art1/1", "article 9", "gone"},
		{"bare but ours", "ch1/art1/1", "article 4 of the Convention", "ch2/art4"},
		{"bare and not ours", "ch1/art1/1", "article 4 of the Charter", "foreign"},
		{"named", "ch1/art1/1", "article 4 of the Vienna Convention", "foreign"},
		{"named as the title names it", "ch1/art1/1", "article 4 of the Convention on Lighthouses", "ch2/art4"},
		{"gone article", "ch1/art1/1", "article 12", "gone"},
		{"gone paragraph", "ch1/art1/1", "article 1, paragraph 7", "gone at ch1/art1"},
		{"gone point", "ch1/art1/1", "article 1, paragraph 2 (z)", "gone at ch1/art1/2"},
		{"nothing precedes", "ch1/art1/1", "the preceding paragraph", "unclear"},
		{"a level that the text has not", "ch1/art1/1", "Part V", "unclear"},
		{"numbers lost", "ch1/art1/1", "article 2, paragraph 5", "unclear at ch1/art2"},
		{"footnotes speak of others", "fn1", "article 99", "unclear"},
		{"range", "ch1/art1/1", "articles 1 to 3", "ch1/art1 ch1/art2 ch2/sec1/art3"},
		{"that paragraph", "ch2/art4/1", "article 1, paragraph 2, and subparagraph (a) of that paragraph", "ch1/art1/2 ch1/art1/2/a"},
		{"goes on", "ch2/art4/1", "in article 1, paragraph 2, as well as, in subparagraph (b)", "ch1/art1/2 ch1/art1/2/b"},
		{"one beside one of another", "ch1/art1/1", "article 90 of the Charter or, in Part I or article 91", "foreign unclear unclear"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, r := range Find(c.words, data.English) {
				for _, target := range x.Resolve(tr.id(c.from), r) {
					got = append(got, outcome(x, target))
				}
			}
			if s := strings.Join(got, " "); s != c.want {
				t.Errorf("%q from %s: %q, want %q", c.words, c.from, s, c.want)
			}
		})
	}
}

func outcome(x *Index, t Target) string {
	s := t.Path
	if t.Status != Found {
		s = string(t.Status)
	}
	if p, ok := x.Provision(t.Nearest); ok {
		s += " at " + p.Path
	}
	if t.NowAt != "" {
		s += " now " + t.NowAt
	}
	return s
}

func TestParagraphsCountThroughSections(t *testing.T) {
	tr := newTreaty()
	x := NewIndex(tr.revision(`
		sec1:
		sec1/1: See paragraphs 3 and 4 (a).
		sec1/2:
		sec2:
		sec2/3:
		sec2/4:
		sec2/4/a:
		annex1:
		annex1/sec1:
		annex1/sec1/1:
		annex1/sec2:
		annex1/sec2/2: See paragraph 1 above and paragraph 4.`))
	for from, want := range map[string]string{"sec1/1": "sec2/3 sec2/4/a", "annex1/sec2/2": "annex1/sec1/1 gone"} {
		p, _ := x.Provision(tr.id(from))
		var got []string
		for _, r := range Find(p.Text[data.English].Text, data.English) {
			for _, target := range x.Resolve(p.ID, r) {
				got = append(got, outcome(x, target))
			}
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s: %q, want %q", from, s, want)
		}
	}
}

func TestResolveFromNowhere(t *testing.T) {
	tr := newTreaty()
	x := NewIndex(tr.revision(sampleTreaty))
	r := Find("article 1 and paragraph 1 of this article", data.English)[0]
	got := x.Resolve(data.ID{}, r)
	if len(got) != 2 || got[0].Path != "ch1/art1" || got[1].Status != Unclear {
		t.Errorf("%v", got)
	}
	if empty := NewIndex(nil).Resolve(data.ID{}, r); empty[0].Status != Unclear {
		t.Errorf("an empty text says %v", empty[0].Status)
	}
}

func TestCheck(t *testing.T) {
	tr := newTreaty()
	earlier := NewIndex(tr.revision(`
		art1: See article 2 and article 3, paragraph 1, and article 4.
		art2: Two
		art3:
		art3/1: One
		art4: Four
		art5: See paragraph 1 of this article.
		art5/1: One`))
	current := NewIndex(tr.revision(`
		art1: See article 2 and article 3, paragraph 1, and article 4 and article 5 and article 9.
		art2 @new: Inserted
		art3 @art2: Two
		art3/1 @added: Added
		art4 @art3: Three
		art4/1 @art3/1: One
		art6 @art5: See paragraph 1 of this article.
		art6/1 @art5/1: One
		art7: See article 2.`))
	for _, c := range []struct{ name, from, words, want string }{
		{"renumbered, the number has another now", "art1", "article 2", "renumbered now art3"},
		{"renumbered below", "art1", "article 3, paragraph 1", "renumbered now art4/1"},
		{"gone, the number has another now", "art1", "article 4", "replaced"},
		{"written for the current numbers", "art1", "article 9", "gone"},
		{"its own paragraph moved with it", "art5", "paragraph 1 of this article", "art6/1"},
		{"a new provision says what it means", "art7", "article 2", "art2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, r := range Find(c.words, data.English) {
				for _, target := range Check(r, tr.id(c.from), current, earlier) {
					got = append(got, outcome(current, target))
				}
			}
			if s := strings.Join(got, " "); s != c.want {
				t.Errorf("%q, want %q", s, c.want)
			}
		})
	}
	if got := Check(Find("article 2", data.English)[0], tr.id("art1"), current, nil); got[0].Status != Found {
		t.Errorf("without an earlier revision: %v", got[0].Status)
	}
}
