package desk_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/redline/align"
)

// pathPairs are the pairs of a comparison as "kind old > new".
func pathPairs(t testing.TB, c *desk.Compared) []string {
	t.Helper()
	paths := func(txt *desk.Text, ids []data.ID) string {
		var out []string
		for _, id := range ids {
			p, ok := txt.Find(id)
			if !ok {
				t.Fatal("a pairing speaks of a provision that is not in its revision")
			}
			out = append(out, p.Path)
		}
		return strings.Join(out, "+")
	}
	if len(c.Pairs) != len(c.Pairings) {
		t.Fatalf("%d pairs, %d pairings", len(c.Pairs), len(c.Pairings))
	}
	var out []string
	for i, p := range c.Pairings {
		if p.Kind != c.Pairs[i].Kind || len(p.Old) != len(c.Pairs[i].Old) || len(p.New) != len(c.Pairs[i].New) {
			t.Errorf("pair %+v has the pairing %+v", c.Pairs[i], p)
		}
		if p.Kind != data.PairUnchanged {
			out = append(out, string(p.Kind)+" "+paths(c.Old, p.Old)+" > "+paths(c.New, p.New))
		}
	}
	return out
}

var wantKinds = []string{
	"changed art1/2 > art1/2", "new  > art1/3", "renumbered art1/3 > art1/4", "split art2/1 > art2/1+art2/2",
	"merged art2/2+art2/3 > art2/3", "gone art2/4 > ", "moved art1/4 > art3/2",
}

func TestCompareAsItIsKept(t *testing.T) {
	d, _, ids := crossed(t, func(*desk.Desk) {}, "art1/2")
	r := d.Revisions()
	c, err := d.Compare(ctx, data.ID{}, r[1].ID, data.English)
	must(t, err)
	if got := pathPairs(t, c); !slices.Equal(got, wantKinds) {
		t.Errorf("pairs\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(wantKinds, "\n"))
	}
	for i, p := range c.Pairings {
		if p.ID.IsZero() || c.Pairs[i].Reason == align.Settled {
			t.Errorf("not as it is kept: %+v", p)
		}
	}
	var lines []string
	for _, x := range c.NewTexts() {
		lines = append(lines, x.Text)
	}
	if !slices.Contains(lines, "Matches, flints and other means of kindling are to be kept dry in boxes made from tin.") {
		t.Error("the lines do not make the new text")
	}
	must(t, d.Repair(ctx, r[1].ID, ids, []data.ID{at(t, d, "art1/3").ID}))
	c, err = d.Compare(ctx, r[0].ID, r[1].ID, data.English)
	must(t, err)
	if got := pathPairs(t, c); !slices.ContainsFunc(got, func(s string) bool { return strings.HasSuffix(s, "art1/2 > art1/3") }) {
		t.Errorf("after pairing anew\n%s", strings.Join(got, "\n"))
	}
	_, err = d.Compare(ctx, r[0].ID, r[1].ID, data.French)
	wantCode(t, err, data.CodeNotFound)
	_, err = d.Compare(ctx, data.ID{}, r[0].ID, data.English)
	wantCode(t, err, data.CodeNotFound)
}

func TestCompareRevisionsThatDoNotFollowOneAnother(t *testing.T) {
	d, _, ids := crossed(t, func(*desk.Desk) {}, "art1/2")
	importKinds(t, d, 3, strings.Replace(afterKinds, "The oil used in lanterns should be of a quality", "Whatever burns must be clean and be of a quality", 1))
	r := d.Revisions()
	c, err := d.Compare(ctx, r[0].ID, r[2].ID, data.English)
	must(t, err)
	if got := pathPairs(t, c); !slices.Equal(got, wantKinds) {
		t.Errorf("pairs\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(wantKinds, "\n"))
	}
	for _, p := range c.Pairings {
		if slices.Contains(p.Old, ids[0]) && (!slices.Contains(p.New, ids[0]) || p.Doubtful) {
			t.Errorf("one identity is not one pair: %+v", p)
		}
	}
	back, err := d.Compare(ctx, r[2].ID, r[0].ID, data.English)
	must(t, err)
	if got := pathPairs(t, back); !slices.Contains(got, "merged art2/1+art2/2 > art2/1") {
		t.Errorf("backwards\n%s", strings.Join(got, "\n"))
	}
}

func TestCompareInALanguageThatJoined(t *testing.T) {
	d, _, _ := newDesk(t)
	for n, french := range []string{draftFrench, strings.Replace(draftFrench, "2. Le gardien peut se reposer à l’aube.", "2. Le gardien doit se reposer à l’aube.", 1)} {
		issue := desk.Issue{Symbol: "F/" + string(rune('1'+n)), Date: data.Date{Year: 2026, Month: time.May, Day: 1 + n}}
		for _, v := range []desk.Version{version(data.English, draftEnglish), version(data.French, french)} {
			_, err := d.Import(ctx, issue, data.NoProgress{}, v)
			must(t, err)
		}
	}
	for lang, want := range map[data.Lang][]string{data.English: nil, data.French: {"changed ch1/art2/2 > ch1/art2/2"}} {
		c, err := d.Compare(ctx, data.ID{}, d.Revisions()[1].ID, lang)
		must(t, err)
		if got := pathPairs(t, c); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", lang, got, want)
		}
	}
}
