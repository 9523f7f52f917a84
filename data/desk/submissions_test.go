package desk_test

import (
	"bytes"
	"crypto/sha256"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/intake/compilation"
)

func TestASubmissionIsKept(t *testing.T) {
	d, v, _ := newDesk(t)
	day, _ := data.ParseDate("2026-03-04")
	words := strings.Repeat("Every lantern has a keeper. ", 40_000) // more than one sheet of pieces
	original := []byte("PK\x03\x04 a file " + words)
	made, err := d.RecordSubmission(ctx, data.Submission{
		ID: data.ID{9}, Author: data.ID{9}, // not the caller's to say
		Symbol: " L/CRP.1 ", Title: "On keepers", Date: day, Lang: data.English, Text: words, File: "keepers.docx",
		By: []data.Speaker{{Code: "KEN"}, {}, {Name: " Keepers "}, {Code: "KEN"}},
	}, original)
	must(t, err)
	if made.ID == (data.ID{9}) || made.Author != d.Me().ID || made.Time.IsZero() || made.Symbol != "L/CRP.1" || made.Digest != sha256.Sum256(original) {
		t.Errorf("filled in as %+v", made)
	}
	if want := []data.Speaker{{Code: "KEN"}, {Name: "Keepers"}}; !slices.Equal(made.By, want) {
		t.Errorf("signed by %+v", made.By)
	}
	pasted, err := d.RecordSubmission(ctx, data.Submission{Text: "Pasted."}, nil)
	must(t, err)
	if pasted.Date != data.Today() || pasted.Digest != ([32]byte{}) {
		t.Errorf("pasted: %+v", pasted)
	}
	for name, d := range map[string]*desk.Desk{"the same desk": d, "a desk read anew": reopened(t, v)} {
		all := d.Submissions()
		if len(all) != 2 || !equal(all[0], made) || !equal(all[1], pasted) {
			t.Errorf("%s: %d kept", name, len(all))
		}
		if file, err := d.SubmissionFile(made.ID); err != nil || !bytes.Equal(file, original) {
			t.Errorf("%s: the file has %d bytes, %v", name, len(file), err)
		}
		if file, err := d.SubmissionFile(pasted.ID); err != nil || string(file) != "Pasted." {
			t.Errorf("%s: pasted %q, %v", name, file, err)
		}
	}
	changed := made
	changed.Title, changed.Text, changed.File = "On their keepers", "other words", "other.docx"
	changed, err = d.SetSubmission(ctx, changed)
	must(t, err)
	if now, _ := d.Submission(made.ID); now.Title != "On their keepers" || now.Text != words || now.File != "keepers.docx" || !equal(now, changed) {
		t.Errorf("corrected to %q, %q", now.Title, now.File)
	}
	must(t, d.DeleteSubmission(ctx, made.ID))
	if _, there := d.Submission(made.ID); there {
		t.Error("deleted and there")
	}
	_, err = d.Undo(ctx)
	must(t, err)
	if now, _ := d.Submission(made.ID); !equal(now, changed) {
		t.Error("undone it is not what it was")
	}
	for name, wrong := range map[string]struct {
		act  func() error
		code data.Code
	}{
		"no words": {func() error { _, err := d.RecordSubmission(ctx, data.Submission{Text: " \n"}, nil); return err }, desk.CodeEmpty},
		"too large": {func() error {
			_, err := d.RecordSubmission(ctx, data.Submission{Text: "x"}, make([]byte, desk.SubmissionMost+1))
			return err
		}, desk.CodeSubmissionSize},
		"set unknown":   {func() error { _, err := d.SetSubmission(ctx, data.Submission{ID: data.NewID()}); return err }, data.CodeNotFound},
		"delete nobody": {func() error { return d.DeleteSubmission(ctx, data.NewID()) }, data.CodeNotFound},
		"no file":       {func() error { _, err := d.SubmissionFile(data.NewID()); return err }, data.CodeNotFound},
	} {
		t.Run(name, func(t *testing.T) { wantCode(t, wrong.act(), wrong.code) })
	}
}

func TestProposalsLand(t *testing.T) {
	d := imported(t)
	txt, err := d.Current()
	must(t, err)
	for name, c := range map[string]struct {
		article, words string
		kind           data.ProposalKind
		path           string
		want           desk.Landing
	}{
		"on an article":            {"1", "Lanterns and other lamps.", "", "ch1/art1", desk.Landing{Kind: data.ProposalModify, Wording: "Lanterns and other lamps."}},
		"on its paragraph":         {"2", "2. A keeper may not rest at dawn.", "", "ch1/art2/2", desk.Landing{Kind: data.ProposalModify, Wording: "A keeper may not rest at dawn."}},
		"in brackets":              {"2", "[2. A keeper may rest.]", "", "ch1/art2/2", desk.Landing{Kind: data.ProposalModify, Wording: "[A keeper may rest.]"}},
		"a paragraph of two lines": {"2", "2. A keeper may\nrest at dawn.", "", "ch1/art2/2", desk.Landing{Kind: data.ProposalModify, Wording: "A keeper may\nrest at dawn."}},
		"on two paragraphs":        {"2", "1. Lit.\n2. A keeper may rest at dawn.", "", "ch1/art2", desk.Landing{Kind: data.ProposalModify, Wording: "1. Lit.\n2. A keeper may rest at dawn."}},
		"words of their own":       {"2", "2. Something else is to stand here now.", "", "ch1/art2", desk.Landing{Kind: data.ProposalModify, Wording: "2. Something else is to stand here now."}},
		"the same words":           {"2", "2. A keeper may rest at dawn.", "", "ch1/art2/2", desk.Landing{Kind: data.ProposalModify, Wording: "A keeper may rest at dawn."}},
		"on a paragraph by number": {"2.2", "A keeper rests.", "", "ch1/art2/2", desk.Landing{Kind: data.ProposalModify, Wording: "A keeper rests."}},
		"a new article":            {"1 bis", "New.", "", "ch1/art1", desk.Landing{Kind: data.ProposalAdd, Label: "1 bis", Wording: "New."}},
		"behind the last":          {"7", "New.", "", "ch1/art2", desk.Landing{Kind: data.ProposalAdd, Label: "7", Wording: "New."}},
		"ante":                     {"ante 2", "New.", "", "ch1/art2", desk.Landing{Kind: data.ProposalAdd, Label: "ante 2", Before: true, Wording: "New."}},
		"before the first":         {"0", "New.", "", "ch1/art1", desk.Landing{Kind: data.ProposalAdd, Label: "0", Before: true, Wording: "New."}},
		"a new chapter":            {"chapter II", "New.", "", "ch1", desk.Landing{Kind: data.ProposalAdd, Label: "chapter II", Wording: "New."}},
		"the preamble":             {"preamble", "Recalling the dark,", data.ProposalAdd, "pre", desk.Landing{Kind: data.ProposalAdd, Wording: "Recalling the dark,"}},
		"a deletion":               {"2", "", data.ProposalSuppress, "ch1/art2", desk.Landing{Kind: data.ProposalSuppress}},
		"nowhere":                  {"annex IV", "New.", "", "", desk.Landing{Wording: "New."}},
		"no number":                {"the whole", "New.", "", "", desk.Landing{Wording: "New."}},
	} {
		t.Run(name, func(t *testing.T) {
			got := txt.Land(c.article, c.words, c.kind, data.English)
			p, _ := txt.Find(got.Provision)
			got.Provision = data.ID{}
			if p.Path != c.path || got != c.want {
				t.Errorf("lands on %q as %+v\nnot on %q as %+v", p.Path, got, c.path, c.want)
			}
		})
	}
}

func TestProposalsOfADocument(t *testing.T) {
	d := imported(t)
	p := at(t, d, "ch1/art2/2")
	from := data.Submission{Symbol: "L/INF.2", Text: "All of them.", Lang: data.English}
	list := []data.Proposal{
		{Provision: p.ID, Kind: data.ProposalModify, Wording: english("A keeper rests."), Source: "L/INF.2", Proponents: []data.Proponent{{State: "KEN"}}},
		{Provision: p.ID, Kind: data.ProposalModify, Wording: english(p.Text[data.English].Text), Source: "L/INF.2"},
		{Provision: p.ID, Kind: data.ProposalModify, Wording: english("A keeper rests."), Source: "L/INF.2", Proponents: []data.Proponent{{State: "KEN"}}},
		{Provision: p.ID, Kind: data.ProposalSuppress, Source: "L/INF.2", Proponents: []data.Proponent{{State: "PER"}}},
	}
	made, refused, err := d.ProposeAll(ctx, from, []byte("file"), list)
	must(t, err)
	if len(made) != 3 || refused[0] != nil || refused[1] != nil || !made[1].Unchanged() || made[0].Unchanged() || data.CodeOf(refused[2]) != desk.CodeProposalThere || refused[3] != nil {
		t.Fatalf("%d made, refused %v", len(made), refused)
	}
	if kept := d.Proposals(p.ID); len(kept) != 3 || !kept[0].Meeting.IsZero() {
		t.Errorf("kept %+v", kept)
	}
	if s := d.Submissions(); len(s) != 1 || s[0].Symbol != "L/INF.2" {
		t.Errorf("the document: %+v", s)
	}
	again, refused, err := d.ProposeAll(ctx, from, []byte("file"), list)
	must(t, err)
	if len(again) != 0 || slices.Contains(refused, nil) || len(d.Submissions()) != 1 {
		t.Errorf("taken in again: %d made, %d documents", len(again), len(d.Submissions()))
	}
	_, err = d.Undo(ctx) // the one act
	must(t, err)
	if len(d.Proposals(p.ID))+len(d.Submissions()) != 0 {
		t.Error("undone, and something stays")
	}
}

func TestWrittenProposalsAreTaken(t *testing.T) {
	d := imported(t)
	from := data.Submission{Symbol: "L/INF.2", Text: "Every one of the proposals, with all their words in English."}
	ken := []data.Proponent{{State: "KEN"}}
	made, refused, err := d.TakeProposals(ctx, from, nil, []desk.Written{
		{Article: "2", Proponents: ken, Text: "2. A keeper may not rest at dawn.", Reasons: "Light.", Source: "p. 4"},
		{Article: "annex IX", Proponents: ken, Text: "Nowhere."},
		{Article: "2", Proponents: ken, Reasons: "No words at all."},
		{Article: "1", Proponents: ken, Kind: data.ProposalSuppress, Text: "Delete", Reasons: "Dark."},
	})
	must(t, err)
	if len(made) != 2 || refused[0] != nil || data.CodeOf(refused[1]) != desk.CodeProposalNowhere || data.CodeOf(refused[2]) != desk.CodeProposalNowhere || refused[3] != nil {
		t.Fatalf("%d made, refused %v", len(made), refused)
	}
	if p := made[0]; p.Wording[data.English] != "A keeper may not rest at dawn." || p.Reasons != "Light." || p.Source != "L/INF.2, p. 4" || p.Provision != at(t, d, "ch1/art2/2").ID {
		t.Errorf("the first: %+v", p)
	}
	if p := made[1]; len(p.Wording) > 0 || p.Reasons != "Delete\nDark." || p.Source != "L/INF.2" {
		t.Errorf("the deletion: %+v", p)
	}
}

// TestProposalsOfARealConferenceLand takes the proposals of the delegations on the
// draft of 2022 in: every one lands on the article, or the neighbour of the new
// article, under which the compilation has it, with its proponents.
func TestProposalsOfARealConferenceLand(t *testing.T) {
	content, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "data", "drafts", "bbnj-A_CONF.232_2022_INF.5-textual-proposals-2022-08-01.json"))
	if err != nil {
		t.Skip("../shared/data/drafts/bbnj-A_CONF.232_2022_INF.5… is not on this machine")
	}
	c, err := compilation.Open(content)
	must(t, err)
	d, _, _ := newDesk(t)
	importKinds(t, d, 1, bbnj(t, "2022_5"))
	txt, err := d.Current()
	must(t, err)
	added, lone := 0, 0
	var list []desk.Written
	for _, e := range c.Entries {
		l := txt.Land(e.Article, e.Text, e.Kind, data.English)
		p, ok := txt.Find(l.Provision)
		if !ok {
			t.Errorf("article %s of %s lands nowhere", e.Article, e.Proponents[0])
			continue
		}
		want := "art" + strings.ReplaceAll(e.Article, " ", "")
		switch {
		case l.Label != "":
			added++
			if l.Label != e.Article {
				t.Errorf("article %s is added as %s", e.Article, l.Label)
			}
		case e.Article == "preamble":
			if !strings.HasPrefix(p.Path, "pre") {
				t.Errorf("the preamble lands on %s", p.Path)
			}
		case strings.HasPrefix(e.Article, "annex"):
			if !strings.HasPrefix(p.Path, "annex1") {
				t.Errorf("%s lands on %s", e.Article, p.Path)
			}
		case !slices.Contains(strings.Split(p.Path, "/"), want):
			t.Errorf("article %s of %s lands on %s", e.Article, e.Proponents[0], p.Path)
		}
		if l.Wording != e.Text {
			lone++
		}
		list = append(list, desk.Written{Article: e.Article, Proponents: e.By(), Kind: e.Kind, Text: e.Text, Reasons: e.Rationale, Source: e.Source})
	}
	made, refused, err := d.TakeProposals(ctx, data.Submission{Symbol: c.Symbol, Text: c.Plain()}, content, list)
	must(t, err)
	for i, err := range refused {
		if err != nil {
			t.Errorf("article %s of %s: %v", c.Entries[i].Article, c.Entries[i].Proponents[0], err)
		}
	}
	if len(made) != 227 {
		t.Errorf("%d proposals instead of 227", len(made))
	}
	for i, p := range made {
		if e := c.Entries[i]; !slices.Equal(p.Proponents, e.By()) || len(p.Proponents) == 0 || p.Source != c.Symbol+", "+e.Source {
			t.Errorf("article %s of %s is recorded as of %+v in %s", e.Article, e.Proponents[0], p.Proponents, p.Source)
		}
	}
	t.Logf("%d proposals, %d of them additions, %d on one numbered paragraph", len(made), added, lone)
}
