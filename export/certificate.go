package export

import (
	"travaux/data"
	"travaux/translations"
)

// CertificatePaper is the certificate of a paper that was made: which files were handed
// over, by what digest each is known again, what was read back from it and by which
// rule it was let out. Kind is how its kind is called. It names nobody of the
// delegation.
func CertificatePaper(p data.Paper, kind string, loc *translations.Localizer) Document {
	w := writer{loc: loc}
	title := loc.T("certificate")
	doc := Document{
		Lang: data.Lang(loc.Lang()), Title: loc.T("paper.file.title", "paper", title, "instrument", loc.Isolate(p.Name)), Subject: p.Name,
		RunningHead: title + " · " + loc.Isolate(p.Name), Date: data.DateOf(p.Time.UTC()),
	}
	w.add(Title{title, loc.Isolate(p.Name)})
	w.add(Fields{w.made(p, kind)})
	for _, f := range p.Files {
		w.add(Heading{1, loc.Isolate(f.Name)})
		w.certified(f)
	}
	w.add(Heading{1, loc.T("certificate.rule")})
	for _, id := range certificateRules(p) {
		w.add(Paragraph{Spans: []Span{{loc.T(id), Plain}}})
	}
	doc.Blocks = w.blocks
	return doc
}

// made is what a paper is and when it was made.
func (w *writer) made(p data.Paper, kind string) []Field {
	var langs []string
	for _, l := range p.Langs {
		langs = append(langs, w.loc.Name("language", string(l)))
	}
	rows := []Field{
		{w.loc.T("certificate.kind"), kind},
		{w.loc.T("certificate.draft"), w.loc.Number(p.Draft)},
		{w.loc.T("paper.field.language"), w.loc.List(langs)},
	}
	if !p.Order.Date.IsZero() {
		rows = append(rows, Field{w.loc.T("paper.field.date"), w.date(p.Order.Date)})
	}
	return append(rows, Field{w.loc.T("certificate.made"), w.moment(p.Time)})
}

// certified is what was checked of a file.
func (w *writer) certified(f data.Certificate) {
	rows := []Field{
		{w.loc.T("certificate.format"), w.loc.Name("format", f.Format)},
		{w.loc.T("paper.field.language"), w.loc.Name("language", string(f.Lang))},
		{w.loc.T("certificate.size"), w.loc.N("certificate.bytes", f.Size)},
		{w.loc.T("certificate.read"), w.loc.N("certificate.letters", f.Letters)},
	}
	if f.Ours {
		rows = append(rows, Field{w.loc.T("certificate.found"), w.loc.T("certificate.marked")})
	}
	if searched(f) {
		rows = append(rows, Field{w.loc.T("certificate.found"), w.loc.N("certificate.searched", f.Searched)})
	}
	w.add(Fields{rows}, Entry{"SHA-256", []Paragraph{w.fine(w.loc.Isolate(Groups(f.Digest)))}})
}

// searched reports whether secrets were looked for in a file, perhaps of a delegation that
// has none yet.
func searched(f data.Certificate) bool { return f.Searched > 0 || !f.Ours }

// certificateRules are the sentences that say how the files were checked.
func certificateRules(p data.Paper) []string {
	var ours, public bool
	for _, f := range p.Files {
		ours, public = ours || f.Ours, public || searched(f)
	}
	rules := []string{"certificate.rule.read"}
	if public {
		rules = append(rules, "certificate.rule.secrets", "certificate.rule.folded")
	}
	if ours {
		rules = append(rules, "certificate.rule.marking")
	}
	return append(rules, "certificate.rule.digest")
}
