package desk_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"travaux/data"
	"travaux/data/desk"
)

// bbnj is a draft of the agreement on marine biodiversity as it was issued.
func bbnj(t testing.TB, name string) string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "data", "drafts", "bbnj-"+name+".clean.txt"))
	if err != nil {
		t.Skipf("../shared/data/drafts/bbnj-%s.clean.txt is not on this machine", name)
	}
	return strings.ReplaceAll(string(content), "#H ", "")
}

// TestTheEveningOfARealRevision plays the evening through: the draft of 2022 with
// annotations of every kind on 30 of its provisions, then the one of 2023, the
// queue worked to zero.
func TestTheEveningOfARealRevision(t *testing.T) {
	before, after := bbnj(t, "2022_5"), bbnj(t, "2023_2")
	d, v, _ := newDesk(t)
	importKinds(t, d, 1, before)
	txt, err := d.Current()
	must(t, err)
	var worded []data.Provision
	for _, p := range txt.Provisions {
		if len(strings.Fields(p.Text[data.English].Text)) > 12 {
			worded = append(worded, p)
		}
	}
	const annotatedProvisions, units = 30, 9
	in := map[data.ID]data.Provision{}
	for i := range annotatedProvisions {
		p := worded[i*len(worded)/annotatedProvisions]
		words := strings.Fields(p.Text[data.English].Text)
		a := annotate(t, d, p, words[4]+" "+words[5])
		for _, id := range []data.ID{a.remark, a.whole, a.order, a.ours, a.theirs, a.fine, a.state, a.view, p.ID} {
			in[id] = p
		}
	}
	start := time.Now()
	r := importKinds(t, d, 2, after)
	t.Logf("imported in %v: %v", time.Since(start).Round(time.Millisecond), d.CarryCounts(r.ID))
	for name, d := range map[string]*desk.Desk{"the same desk": d, "a desk read anew": reopened(t, v)} {
		sum := 0
		for _, n := range d.CarryCounts(r.ID) {
			sum += n
		}
		if sum != len(in) || len(in) != annotatedProvisions*units {
			t.Errorf("%s: %d annotations went in, %d came out", name, len(in), sum)
		}
		found := whereAll(t, d)
		for id := range in {
			if found[id] == "" {
				t.Errorf("%s: an annotation is neither on a provision nor an orphan", name)
			}
		}
	}
	for n := len(d.Queue()); n > 0; n = len(d.Queue()) {
		must(t, d.DecideCarried(ctx, d.Queue()[0], data.ChoiceGood))
		if len(d.Queue()) >= n {
			t.Fatal("a decision does not make the queue shorter")
		}
	}
	for _, x := range d.Lapsed() { // where nothing but numbers and signs changed, nobody had to decide
		if x.OnlyNumber {
			must(t, d.Reapprove(ctx, x.Provision))
		} else {
			must(t, d.DecideCarried(ctx, carriedOf(t, d.Carried(r.ID), x.Provision), data.ChoiceGood))
		}
	}
	if n := len(d.Lapsed()) + len(d.Queue()); n != 0 {
		t.Errorf("%d are still open", n)
	}
}

func reopened(t testing.TB, v desk.Store) *desk.Desk {
	t.Helper()
	d, err := desk.Open(ctx, v)
	must(t, err)
	return d
}

// whereAll says of every annotation on which path it is, or that it has no place.
func whereAll(t testing.TB, d *desk.Desk) map[data.ID]string {
	t.Helper()
	out := map[data.ID]string{}
	txt, err := d.Current()
	must(t, err)
	for _, p := range txt.Provisions {
		for _, x := range d.Comments(p.ID) {
			out[x.ID] = p.Path
		}
		for _, x := range d.Proposals(p.ID) {
			out[x.ID] = p.Path
		}
		for _, x := range d.LiveWith(p.ID) {
			out[x.ID] = p.Path
		}
		for _, x := range d.Views(p.ID) {
			out[x.ID] = p.Path
		}
		for _, x := range d.TextSteps(p.ID) {
			out[x.ID] = p.Path
		}
		for _, x := range d.Instructions(p.ID) {
			out[x.ID] = p.Path
		}
		if !d.Position(p.ID).IsZero() {
			out[p.ID] = p.Path
		}
	}
	for _, c := range append(d.Orphans(), d.Queue()...) {
		if out[c.Entity] == "" {
			out[c.Entity] = "no place"
		}
	}
	return out
}

// TestRandomAnnotationsOverRandomRevisions holds over three revisions that
// nothing is dropped, and that a quotation which stands exactly once in the whole
// new text is found there.
func TestRandomAnnotationsOverRandomRevisions(t *testing.T) {
	for seed := range uint64(6) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			rnd := rand.New(rand.NewPCG(seed, 3))
			draft := synthetic(rnd, 40)
			d, _, _ := newDesk(t)
			importKinds(t, d, 1, render(draft))
			quotes := map[data.ID]string{}
			made := 0
			for n := 2; n < 5; n++ {
				made += scatter(t, d, rnd, quotes)
				draft = edited(rnd, draft)
				r := importKinds(t, d, n, render(draft))
				text := strings.Join(draft, "\n")
				found := whereAll(t, d)
				for id, quote := range quotes {
					if found[id] == "" {
						t.Fatalf("revision %d: the remark on %q was dropped", n, quote)
					}
					if strings.Count(text, quote) != 1 || found[id] == "no place" {
						continue
					}
					c := commentOf(t, d, id)
					p, err := d.Provision(c.Provision)
					must(t, err)
					at := []rune(p.Text[data.English].Text)
					if got := string(at[c.Anchor.Start:c.Anchor.End]); got != quote && strings.Contains(string(at), quote) {
						t.Errorf("revision %d: the remark on %q is on %q", n, quote, got)
					}
				}
				sum := 0
				for _, k := range d.CarryCounts(r.ID) {
					sum += k
				}
				if orphans := lostBefore(d, r.ID); sum+orphans != made {
					t.Errorf("revision %d: %d made, %d came out, %d were lost before", n, made, sum, orphans)
				}
			}
		})
	}
}

// lostBefore counts the orphans that lost their place before a revision.
func lostBefore(d *desk.Desk, revision data.ID) int {
	n := 0
	for _, c := range d.Orphans() {
		if c.Revision != revision {
			n++
		}
	}
	return n
}

func commentOf(t testing.TB, d *desk.Desk, id data.ID) data.Comment {
	t.Helper()
	for _, list := range d.AllComments() {
		for _, x := range list {
			if x.ID == id {
				return x.Comment
			}
		}
	}
	t.Fatal("the remark is not there")
	return data.Comment{}
}

// scatter puts remarks on random words and other annotations on random
// provisions.
func scatter(t testing.TB, d *desk.Desk, rnd *rand.Rand, quotes map[data.ID]string) (made int) {
	t.Helper()
	txt, err := d.Current()
	must(t, err)
	for range 25 {
		p := txt.Provisions[rnd.IntN(len(txt.Provisions))]
		text := p.Text[data.English].Text
		words := strings.Fields(text)
		if len(words) < 8 {
			continue
		}
		from := rnd.IntN(len(words) - 5)
		quote := strings.Join(words[from:from+2+rnd.IntN(3)], " ")
		before, _, ok := strings.Cut(text, quote)
		if !ok {
			continue
		}
		start := len([]rune(before))
		c, err := d.Comment(ctx, p.ID, data.NewAnchor(data.English, text, start, start+len([]rune(quote))), "x")
		must(t, err)
		quotes[c.ID] = quote
		made++
		if rnd.IntN(3) == 0 {
			x, err := d.SetLiveWith(ctx, data.LiveWith{Provision: p.ID, Lang: data.English, Sentence: "y"})
			must(t, err)
			quotes[x.ID] = ""
			made++
		}
	}
	for id, quote := range quotes {
		if quote == "" {
			delete(quotes, id)
		}
	}
	return made
}

var stock = strings.Fields(`Parties shall ensure that lanterns towers keepers wicks glass harbours islands reefs channels pilots
	charts bells boats guilds winters storms watches measures reports notices funds staff training repair inspection
	duly promptly jointly annually gradually publicly carefully within under across between among toward against before after`)

// synthetic is a draft of random paragraphs.
func synthetic(rnd *rand.Rand, n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = sentence(rnd, 12+rnd.IntN(25))
	}
	return out
}

func sentence(rnd *rand.Rand, n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = stock[rnd.IntN(len(stock))]
	}
	return "The " + strings.Join(words, " ") + "."
}

func render(paragraphs []string) string {
	var b strings.Builder
	b.WriteString("Draft Convention on Lanterns\n\nHave agreed as follows:\n")
	for i, p := range paragraphs {
		if i%8 == 0 {
			fmt.Fprintf(&b, "\nArticle %d\nTitle %d\n", i/8+1, i/8+1)
		}
		fmt.Fprintf(&b, "\n%d. %s\n", i%8+1, p)
	}
	return b.String()
}

// edited is a draft in which some paragraphs changed, went, came, moved, were
// split or merged.
func edited(rnd *rand.Rand, draft []string) []string {
	var out []string
	for i := 0; i < len(draft); i++ {
		words := strings.Fields(strings.TrimSuffix(draft[i], "."))
		switch k := rnd.IntN(20); {
		case k < 5: // some words changed
			for range 1 + len(words)/10 {
				words[1+rnd.IntN(len(words)-1)] = stock[rnd.IntN(len(stock))]
			}
			out = append(out, strings.Join(words, " ")+".")
		case k == 5: // gone
		case k == 6:
			out = append(out, draft[i], sentence(rnd, 20))
		case k == 7 && len(words) > 20:
			half := len(words) / 2
			out = append(out, strings.Join(words[:half], " ")+".", "The "+strings.Join(words[half:], " ")+".")
		case k == 8 && i+1 < len(draft):
			out = append(out, draft[i]+" "+draft[i+1])
			i++
		default:
			out = append(out, draft[i])
		}
	}
	if n := len(out); n > 10 { // one moves
		from, to := rnd.IntN(n), rnd.IntN(n-1)
		p := out[from]
		out = append(out[:from:from], out[from+1:]...)
		out = append(out[:to:to], append([]string{p}, out[to:]...)...)
	}
	return out
}
