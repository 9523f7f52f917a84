package proof

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"slices"
	"strings"
	"testing"
	"time"

	"travaux/data"
	"travaux/export"
	"travaux/export/internal/specimen"
	"travaux/export/pdf"
	"travaux/translations"
)

// signed is the specimen, all of it approved and signed.
func signed(lang data.Lang) data.PublicBrief {
	b := specimen.Brief(lang)
	b.Lines = slices.DeleteFunc(b.Lines, func(l data.PublicLine) bool { return !l.Approval.Approved })
	return resigned(b)
}

func resigned(b data.PublicBrief) data.PublicBrief {
	b.Signature = specimen.Sign(specimen.Maker, data.NamespacePaper, export.Manifest(b, export.Dress{}))
	return b
}

func document(b data.PublicBrief) export.Document {
	return export.PositionPaper(b, translations.New(string(b.Lang)))
}

func file(t testing.TB, doc export.Document, o pdf.Options) []byte {
	t.Helper()
	out, err := pdf.Write(context.Background(), doc, o)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// delegation knows the keys of the specimen.
var delegation = Witness{Vouch: func(key ed25519.PublicKey, _ string, _ time.Time) (data.Role, bool) {
	for k, role := range map[*ed25519.PrivateKey]data.Role{&specimen.Head: data.RoleHead, &specimen.Capital: data.RoleCapital, &specimen.Maker: data.RoleDelegate} {
		if specimen.Key(*k).Equal(key) {
			return role, true
		}
	}
	return "", false
}, Now: func(data.Stated) Now { return NowHolds }}

func check(t testing.TB, content []byte, w Witness) Report {
	t.Helper()
	r, err := Check(context.Background(), content, w)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestAPaperThatWasApprovedHolds(t *testing.T) {
	for _, lang := range data.Langs {
		for _, archive := range []bool{false, true} {
			b := signed(lang)
			r := check(t, file(t, document(b), pdf.Options{PDFA: archive}), delegation)
			if err := r.Err(); err != nil || len(r.Faults) > 0 {
				t.Errorf("%s, archive %v: %v, %+v", lang, archive, err, r.Faults)
			}
			if len(r.Keys) != 3 || r.Digest != export.PaperDigest(b, export.Dress{}) || len(r.Brief.Lines) != len(b.Lines) {
				t.Errorf("%s: keys %+v", lang, r.Keys)
			}
		}
	}
}

// reworded changes the text of the first paragraph of that kind of label.
func reworded(doc export.Document, from, to string) export.Document {
	for i, b := range doc.Blocks {
		if e, ok := b.(export.Entry); ok {
			for _, p := range e.Paragraphs {
				for k, s := range p.Spans {
					if strings.Contains(s.Text, from) {
						p.Spans[k].Text = strings.Replace(s.Text, from, to, 1)
						doc.Blocks[i] = e
						return doc
					}
				}
			}
		}
	}
	panic("no such words")
}

func TestWhatWasAlteredIsNamed(t *testing.T) {
	good := file(t, document(signed(data.English)), pdf.Options{})
	// forged is a paper that is whole, but made from other values by somebody who
	// has no key.
	forged := func(change func(b *data.PublicBrief)) []byte {
		b := signed(data.English)
		change(&b)
		return file(t, document(b), pdf.Options{})
	}
	// inside is the same by somebody who has the key of the laptop that makes
	// papers, but not the head's.
	inside := func(change func(b *data.PublicBrief)) []byte {
		b := signed(data.English)
		change(&b)
		return file(t, document(resigned(b)), pdf.Options{})
	}
	line := func(change func(l *data.PublicLine)) func(b *data.PublicBrief) {
		return func(b *data.PublicBrief) { change(&b.Lines[3]) }
	}
	for name, c := range map[string]struct {
		content []byte
		code    data.Code
		faults  []string
	}{
		"a word on a page":      {file(t, reworded(document(signed(data.English)), "sixty", "ninety"), pdf.Options{}), CodeAltered, []string{"page"}},
		"a whole page":          {file(t, withPage(document(signed(data.English))), pdf.Options{}), CodeAltered, []string{"pages"}},
		"the title":             {file(t, retitled(document(signed(data.English))), pdf.Options{}), CodeAltered, []string{"bytes"}},
		"something appended":    {append(bytes.Clone(good), "\n1 0 obj\n<<>>\nendobj\n%%EOF\n"...), CodeAltered, []string{"appended"}},
		"an update of the file": {updated(good), CodeAltered, []string{"appended"}},
		"the summary":           {forged(func(b *data.PublicBrief) { b.Summary = "We agree to everything." }), CodeAltered, []string{"paper-signature"}},
		"a source":              {forged(line(func(l *data.PublicLine) { l.Citations = "A/1" })), CodeAltered, []string{"paper-signature"}},
		"the text":              {inside(line(func(l *data.PublicLine) { l.Text += "." })), CodeAltered, []string{"text"}},
		"the number":            {inside(line(func(l *data.PublicLine) { l.Label = "(c)" })), CodeAltered, []string{"text"}},
		"the stance":            {inside(line(func(l *data.PublicLine) { l.Stance = data.StanceSupport })), CodeAltered, []string{"stance"}},
		"the wording":           {inside(line(func(l *data.PublicLine) { l.Wording += " at least" })), CodeAltered, []string{"wording", "wording"}},
		"no wording":            {inside(line(func(l *data.PublicLine) { l.Wording = "" })), CodeAltered, []string{"wording", "wording"}},
		"the reasons":           {inside(line(func(l *data.PublicLine) { l.Reasons = "None." })), CodeAltered, []string{"reasons", "reasons"}},
		"the fingerprint":       {inside(line(func(l *data.PublicLine) { l.Approval.Digest[0]++ })), CodeAltered, []string{"digest", "digest"}},
		"a statement": {inside(line(func(l *data.PublicLine) {
			l.Approval.Signed[0].Text = strings.Replace(l.Approval.Signed[0].Text, "09:", "10:", 1)
		})), CodeAltered, []string{"signature"}},
		"no statement":            {inside(line(func(l *data.PublicLine) { l.Approval.Signed[0].Text = "Approved." })), CodeAltered, []string{"statement"}},
		"a signature":             {inside(line(func(l *data.PublicLine) { l.Approval.Signed[0].Signature[len(l.Approval.Signed[0].Signature)-1]++ })), CodeAltered, []string{"signature"}},
		"another's approval":      {inside(func(b *data.PublicBrief) { b.Lines[1].Approval = b.Lines[0].Approval }), CodeAltered, []string{"text", "stance", "wording", "reasons"}},
		"signed by nobody":        {inside(line(func(l *data.PublicLine) { l.Approval.Signed = nil })), CodeUnvouched, []string{"approval-unsigned"}},
		"approved by nobody":      {inside(line(func(l *data.PublicLine) { l.Approval = data.PublicApproval{} })), CodeUnapproved, []string{"not-approved"}},
		"a paper without signing": {forged(func(b *data.PublicBrief) { b.Signature = nil }), CodeUnvouched, []string{"unsigned"}},
	} {
		t.Run(name, func(t *testing.T) {
			r := check(t, c.content, delegation)
			var got []string
			for _, f := range r.Faults {
				got = append(got, f.What)
			}
			if name == "the text" || name == "the number" || name == "the stance" {
				got = slices.Compact(got) // two have approved the line
			}
			if data.CodeOf(r.Err()) != c.code || !slices.Equal(got, c.faults) {
				t.Errorf("%s, %q; want %s, %q", data.CodeOf(r.Err()), got, c.code, c.faults)
			}
		})
	}
}

func withPage(doc export.Document) export.Document {
	doc.Blocks = append(doc.Blocks, export.PageBreak{}, export.Paragraph{Spans: []export.Span{{Text: "We withdraw all of it."}}})
	return doc
}

func retitled(doc export.Document) export.Document {
	doc.Title = "Another"
	return doc
}

// updated is a file with an incremental update, as other programs alter files:
// the old bytes stay, and a new part says what counts.
func updated(good []byte) []byte {
	return append(bytes.Clone(good), "\n9 0 obj\n<</Length 0>>\nstream\n\nendstream\nendobj\nxref\n9 1\n0000000000 00000 n \ntrailer\n<</Size 10/Root 1 0 R/Prev 0>>\nstartxref\n100\n%%EOF\n"...)
}

// TestNoByteCanBeAltered alters a byte here and there over the whole file.
func TestNoByteCanBeAltered(t *testing.T) {
	good := file(t, document(signed(data.English)), pdf.Options{})
	steps := 60
	if testing.Short() {
		steps = 10
	}
	for i := range steps {
		at := i * (len(good) - 1) / (steps - 1)
		bad := bytes.Clone(good)
		bad[at] ^= 0x10
		r, err := Check(context.Background(), bad, delegation)
		if err == nil && r.Err() == nil {
			t.Errorf("byte %d of %d can be altered", at, len(good))
		}
	}
}

func TestKeysCountOnlyIfSomebodyVouchesForThem(t *testing.T) {
	content := file(t, document(signed(data.English)), pdf.Options{})
	is := func(role data.Role, ok bool) func(ed25519.PublicKey, string, time.Time) (data.Role, bool) {
		return func(ed25519.PublicKey, string, time.Time) (data.Role, bool) { return role, ok }
	}
	for name, c := range map[string]struct {
		w    Witness
		want data.Code
	}{
		"nobody":              {Witness{}, CodeUnvouched},
		"keys without roles":  {Witness{Vouch: is("", true)}, ""},
		"unknown keys":        {Witness{Vouch: is("", false)}, CodeUnvouched},
		"the head in all":     {Witness{Vouch: is(data.RoleHead, true)}, CodeUnvouched},
		"who may nothing":     {Witness{Vouch: is(data.RoleObserver, true)}, CodeUnvouched},
		"lapsed meanwhile":    {Witness{Vouch: delegation.Vouch, Now: func(data.Stated) Now { return NowLapsed }}, CodeLapsed},
		"no decision known":   {Witness{Vouch: delegation.Vouch, Now: func(data.Stated) Now { return NowUnknown }}, CodeUnvouched},
		"the delegation":      {delegation, ""},
		"without what is now": {Witness{Vouch: delegation.Vouch}, ""},
	} {
		if got := data.CodeOf(check(t, content, c.w).Err()); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestWhatIsNoPaperIsSaid(t *testing.T) {
	report := document(signed(data.English))
	report.Carried = nil
	foreign := document(signed(data.English))
	foreign.Carried = []byte(`{"Format":"other"}`)
	long := document(signed(data.English))
	long.Carried = append(long.Carried, ' ')
	for name, content := range map[string][]byte{
		"nothing":         nil,
		"a text":          []byte("a paper"),
		"a report":        file(t, report, pdf.Options{}),
		"a foreign paper": file(t, foreign, pdf.Options{}),
		"a longer one":    file(t, long, pdf.Options{}),
	} {
		if _, err := Check(context.Background(), content, delegation); data.CodeOf(err) != export.CodeCarriesNothing {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestLettersThatAreNone holds that a paper with broken letters still is what it
// carries.
func TestLettersThatAreNone(t *testing.T) {
	b := signed(data.English)
	b.Summary = "Velmora\xff\xfe agrees \\ufffd \u2028 <b>"
	if r := check(t, file(t, document(resigned(b)), pdf.Options{}), delegation); r.Err() != nil {
		t.Error(r.Faults)
	}
}

func BenchmarkCheck(b *testing.B) {
	content := file(b, document(signed(data.English)), pdf.Options{})
	for b.Loop() {
		check(b, content, delegation)
	}
}

// worn is a dress with everything that a template can say of a paper.
func worn() export.Dress {
	return export.Dress{
		Letterhead: "1 Heron Quay\nVelmora", Face: data.FaceSans, Page: data.PageLetter, Size: 11, Margins: data.Margins{Side: 30},
		Order: []string{"provisions", "summary"}, Out: []string{"contents"}, Wording: map[string]string{"paper.position": "Our views \xff"},
	}
}

func TestAPaperInADressHolds(t *testing.T) {
	for _, lang := range data.Langs {
		b, dress := signed(lang), worn()
		b.Signature = specimen.Sign(specimen.Maker, data.NamespacePaper, export.Manifest(b, dress))
		doc := export.PositionDressed(b, dress)
		if doc.Look.Face != data.FaceSans || len(doc.Parts) != 3 || doc.Parts[0].ID != "provisions" {
			t.Errorf("%s: it is not worn: %+v %+v", lang, doc.Look, doc.Parts)
		}
		r := check(t, file(t, doc, pdf.Options{}), delegation)
		if err := r.Err(); err != nil || r.Digest != export.PaperDigest(b, dress) || r.Dress.Size != 11 {
			t.Errorf("%s: %v, %+v", lang, err, r.Faults)
		}
		b.Signature = specimen.Sign(specimen.Maker, data.NamespacePaper, export.Manifest(b, export.Dress{}))
		if r := check(t, file(t, export.PositionDressed(b, dress), pdf.Options{}), delegation); data.CodeOf(r.Err()) != CodeAltered {
			t.Errorf("%s: a dress that nobody signed: %v", lang, r.Err())
		}
	}
}

// TestADressThatNoTemplateCanHaveIsNoPaper of this program.
func TestADressThatNoTemplateCanHaveIsNoPaper(t *testing.T) {
	for name, dress := range map[string]export.Dress{
		"huge type":       {Size: 1e9},
		"no margin":       {Margins: data.Margins{Top: -5}},
		"a broken logo":   {Logo: []byte("GIF89a")},
		"a cut-off logo":  {Logo: []byte("\x89PNG\r\n\x1a\n")},
		"an endless logo": {Logo: make([]byte, data.LogoMost+1)},
	} {
		b := signed(data.English)
		doc := document(b)
		doc.Carried = append(bytes.TrimRight(export.Manifest(b, dress), "\n"), '\n')
		if _, err := Check(context.Background(), file(t, doc, pdf.Options{}), delegation); data.CodeOf(err) != export.CodeCarriesNothing {
			t.Errorf("%s: %v", name, err)
		}
	}
}
