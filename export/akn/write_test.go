package akn_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/concept"
	"travaux/data/intake"
	"travaux/data/sample"
	"travaux/data/text"
	"travaux/export"
	"travaux/export/akn"
	"travaux/translations"
)

// drafts are texts in all languages: that of the sample, with annex, lists and words
// behind them, and one that is composed of all model clauses.
func drafts(t *testing.T) map[string]export.DraftText {
	t.Helper()
	out := map[string]export.DraftText{}
	var all []data.Thesis
	for _, c := range concept.Clauses {
		x := concept.With(all, c)
		x.ID = data.NewID()
		all = append(all, x)
	}
	for _, lang := range data.Langs {
		name, content := sample.Draft(lang)
		src, err := intake.Read(context.Background(), name, content)
		if err != nil {
			t.Fatal(err)
		}
		out["sample."+string(lang)] = draft(text.Parse(src, lang), lang)
		out["clauses."+string(lang)] = draft(concept.Compose(data.Words{lang: "A <&> \"B\""}, all, lang).Outline, lang)
	}
	return out
}

// known is the identity of what stands at a path, in all drafts of a test.
func known(path string) (id data.ID) {
	sum := sha256.Sum256([]byte(path))
	copy(id[:], sum[:])
	return id
}

func draft(o *text.Outline, lang data.Lang) export.DraftText {
	d := export.DraftText{Lang: lang, Title: "Draft", Symbol: "A/AC.1/2", Date: data.Date{Year: 2026, Month: 3, Day: 1}, State: "Maravel"}
	for _, n := range o.Nodes {
		d.Lines = append(d.Lines, export.DraftLine{ID: known(n.Path), Path: n.Path, Kind: n.Kind, Depth: n.Depth, Label: n.Label, Heading: n.Heading, Text: n.Text})
	}
	return d
}

// validate holds files against the schema of Akoma Ntoso 3.0.
func validate(t *testing.T, files map[string][]byte) {
	t.Helper()
	schema := filepath.Join("..", "..", "..", "shared", "data", "schema", "akomantoso30.xsd")
	if _, err := os.Stat(schema); err != nil {
		t.Skip("../shared/data/schema is not on this machine")
	}
	lint, err := exec.LookPath("xmllint")
	if err != nil {
		t.Skip("xmllint is not on this machine")
	}
	dir := t.TempDir()
	args := []string{"--noout", "--nonet", "--schema", schema}
	for name, file := range files {
		path := filepath.Join(dir, name+".xml")
		if err := os.WriteFile(path, file, 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, path)
	}
	out, err := exec.Command(lint, args...).CombinedOutput()
	if err != nil || strings.Count(string(out), " validates") != len(files) {
		t.Errorf("not valid: %v: %s", err, out[:min(len(out), 4000)])
	}
}

func TestTheFileIsValid(t *testing.T) {
	files := map[string][]byte{"empty": akn.Write(export.DraftText{Lang: data.English, Title: "Nothing yet"})}
	for name, d := range drafts(t) {
		files[name] = akn.Write(d)
	}
	validate(t, files)
}

func TestWhatIsWrittenIsReadAgain(t *testing.T) {
	for name, d := range drafts(t) {
		t.Run(name, func(t *testing.T) {
			src, err := intake.Read(context.Background(), "draft.xml", akn.Write(d))
			if err != nil {
				t.Fatal(err)
			}
			var got, want []string
			for _, n := range text.Parse(src, d.Lang).Nodes {
				if words := strings.Join(strings.Fields(n.Label+" "+n.Heading+" "+n.Text), " "); words != "" && n.Kind != data.KindTitle && n.Kind != data.KindText {
					got = append(got, words)
				}
			}
			for _, l := range d.Lines {
				if words := strings.Join(strings.Fields(l.Label+" "+l.Heading+" "+l.Text), " "); words != "" && l.Kind != data.KindTitle && l.Path != "witness" { // the reader keeps what closes a file apart
					want = append(want, words)
				}
			}
			for i := range max(len(got), len(want)) {
				if i >= len(got) || i >= len(want) || got[i] != want[i] {
					t.Fatalf("from %d on it is read as %q, not %q", i, got[i:min(i+3, len(got))], want[i:min(i+3, len(want))])
				}
			}
		})
	}
}

func TestEveryProvisionHasAnIdentityOfItsOwn(t *testing.T) {
	for name, d := range drafts(t) {
		file := akn.Write(d)
		if !bytes.Equal(file, akn.Write(d)) {
			t.Errorf("%s: twice written, it is not the same", name)
		}
		var ids []string
		for _, part := range strings.Split(string(file), `eId="`)[1:] {
			id, _, _ := strings.Cut(part, `"`)
			ids = append(ids, id)
		}
		slices.Sort(ids)
		if n := len(slices.Compact(slices.Clone(ids))); n != len(ids) || n < 40 {
			t.Errorf("%s: %d identities, %d of them different", name, len(ids), n)
		}
	}
	if got := string(akn.Write(drafts(t)["clauses.en"])); !strings.Contains(got, `<paragraph eId="chp_3__art_9__para_4" wId="p-`) {
		t.Error("an identity is not as the naming convention has it")
	}
}

// TestAProvisionKeepsItsIdentityWhereverItStands renumbers a draft: the places change,
// the identities do not, and they do not give away those of the delegation's records.
func TestAProvisionKeepsItsIdentityWhereverItStands(t *testing.T) {
	d := export.DraftText{Lang: data.English, Title: "T", Lines: []export.DraftLine{{ID: known("a"), Path: "art1", Kind: data.KindArticle, Label: "Article 1", Text: "a"}}}
	before := string(akn.Write(d))
	d.Lang, d.Lines[0].Path, d.Lines[0].Label = data.French, "art2", "Article 2"
	after := string(akn.Write(d))
	wID := func(file string) string {
		_, rest, _ := strings.Cut(file, `wId="`)
		id, _, _ := strings.Cut(rest, `"`)
		return id
	}
	if wID(before) == "" || wID(before) != wID(after) || !strings.Contains(after, `eId="art_2"`) {
		t.Errorf("%q became %q", wID(before), wID(after))
	}
	if strings.Contains(before, known("a").String()) {
		t.Error("it tells the identity in the records")
	}
}

// TestADraftWithConfidentialWordsIsRefused, not one that only has its own.
func TestADraftWithConfidentialWordsIsRefused(t *testing.T) {
	const secret = "Capital will accept twelve months if the other delegations insist upon it"
	checked := func(d export.DraftText, secrets ...data.Secret) ([]byte, error) {
		file, _, err := akn.Format.Checked(t.Context(), export.DraftPaper(d, translations.New(string(d.Lang))), export.FileOptions{}, secrets)
		return file, err
	}
	for name, d := range drafts(t) {
		file, err := checked(d, data.Secret{Field: "f", Text: secret}, data.Secret{Field: "g", Text: d.Lines[len(d.Lines)-1].Text})
		if err != nil || !bytes.Equal(file, akn.Write(d)) {
			t.Errorf("%s: %v", name, err)
		}
		d.State = secret
		if _, err := checked(d, data.Secret{Field: "f", Text: secret}); data.CodeOf(err) != export.CodeLeak {
			t.Errorf("%s: not refused: %v", name, err)
		}
	}
}
