package proof

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"time"

	"travaux/data"
	"travaux/data/sshsig"
	"travaux/export"
	"travaux/export/pdf"
)

// Codes of papers that do not hold, the gravest first.
const (
	CodeAltered    data.Code = "proof.altered"    // something in the file is not as it was made or signed
	CodeUnvouched  data.Code = "proof.unvouched"  // nothing is altered, but nobody vouches for a key
	CodeLapsed     data.Code = "proof.lapsed"     // it was approved, and is not any more
	CodeUnapproved data.Code = "proof.unapproved" // some of it never was approved
)

// Witness is what whoever asks knows for himself.
type Witness struct {
	// Vouch says in which role a key signed for that namespace at that time, or
	// with no time given in which it ever could: "" where only the key is known. ok
	// is false for a key that is not. Nil: no key is.
	Vouch func(key ed25519.PublicKey, namespace string, at time.Time) (role data.Role, ok bool)
	// Now says what has become of an approval. Nil: not known.
	Now func(s data.Stated) Now
}

// Now is what has become of an approval.
type Now string

// What has become of an approval.
const (
	NowHolds   Now = "holds"
	NowLapsed  Now = "lapsed"
	NowUnknown Now = "unknown" // there is no such decision
)

// Report is what was found.
type Report struct {
	Brief  data.PublicBrief
	Dress  export.Dress // in which it is set
	Digest [32]byte     // of the paper, as it is printed in it
	Faults []Fault      // what does not hold; none: the paper is what was approved
	Keys   []Key        // all that signed, the paper's own first
}

// Fault is one thing that does not hold.
type Fault struct {
	Code data.Code
	What string // catalogue id under "proof.fault."
	Line int    // the line it is about, from 0; -1: the paper as a whole
	Page int    // from 1; 0: no page
}

// Key is a key that signed something in the paper.
type Key struct {
	Key   ed25519.PublicKey
	Role  data.Role // as the statement has it; "" for the laptop that made the paper
	Known bool
}

// Err is the gravest fault as an error, nil where the paper holds.
func (r Report) Err() error {
	for _, code := range []data.Code{CodeAltered, CodeUnvouched, CodeLapsed, CodeUnapproved} {
		for _, f := range r.Faults {
			if f.Code == code {
				return data.E(code)
			}
		}
	}
	return nil
}

func (r *Report) fault(code data.Code, what string, line int) {
	r.Faults = append(r.Faults, Fault{Code: code, What: what, Line: line})
}

// Check reads a paper. The error is export.CodeCarriesNothing for a file that is
// no paper of this program; what is wrong with one that is stands in the report.
func Check(ctx context.Context, file []byte, w Witness) (Report, error) {
	carried, options, err := pdf.Carried(file)
	if err != nil {
		return Report{}, err
	}
	doc, brief, dress, err := export.Remade(carried)
	if err != nil {
		return Report{}, err
	}
	r := Report{Brief: brief, Dress: dress, Digest: export.PaperDigest(brief, dress)}
	made, err := pdf.Write(ctx, doc, options)
	if err != nil {
		return r, err
	}
	r.compare(file, made)
	r.maker(w)
	for i := range brief.Lines {
		r.line(i, w)
	}
	return r, nil
}

// maker checks the signature of the laptop that made the paper: it covers all
// that no approval does, the summary, the sources and the letterhead.
func (r *Report) maker(w Witness) {
	if len(r.Brief.Signature) == 0 {
		r.fault(CodeUnvouched, "unsigned", -1)
		return
	}
	key, err := sshsig.Key(r.Brief.Signature)
	if err == nil {
		err = sshsig.Verify(key, data.NamespacePaper, export.Manifest(r.Brief, r.Dress), r.Brief.Signature)
	}
	if err != nil {
		r.fault(CodeAltered, "paper-signature", -1)
		return
	}
	known := false
	if w.Vouch != nil {
		role, vouched := w.Vouch(key, data.NamespacePaper, time.Time{})
		known = vouched && (role == "" || role.May(data.RightPaper))
	}
	r.key(key, "", known)
	if !known {
		r.fault(CodeUnvouched, "paper-key", -1)
	}
}

// key lists a key once for each role.
func (r *Report) key(key ed25519.PublicKey, role data.Role, known bool) {
	for i, k := range r.Keys {
		if k.Key.Equal(key) && k.Role == role {
			r.Keys[i].Known = k.Known && known
			return
		}
	}
	r.Keys = append(r.Keys, Key{key, role, known})
}

// line checks one line: it must hash to every statement on it.
func (r *Report) line(i int, w Witness) {
	line := r.Brief.Lines[i]
	switch {
	case !line.Approval.Approved && len(line.Approval.Signed) > 0:
		r.fault(CodeAltered, "statement", i)
	case !line.Approval.Approved:
		r.fault(CodeUnapproved, "not-approved", i)
	case len(line.Approval.Signed) == 0:
		r.fault(CodeUnvouched, "approval-unsigned", i)
	}
	for _, signed := range line.Approval.Signed {
		r.statement(i, line, signed, w)
	}
}

func (r *Report) statement(i int, line data.PublicLine, signed data.PublicStatement, w Witness) {
	s, err := data.ReadStatement(signed.Text)
	if err != nil {
		r.fault(CodeAltered, "statement", i)
		return
	}
	key, err := sshsig.Key(signed.Signature)
	if err == nil {
		err = sshsig.Verify(key, data.NamespaceApproval, []byte(signed.Text), signed.Signature)
	}
	if err != nil {
		r.fault(CodeAltered, "signature", i)
		return
	}
	for _, what := range differs(r.Brief.Lang, line, s) {
		r.fault(CodeAltered, what, i)
	}
	var role data.Role
	known := false
	if w.Vouch != nil {
		role, known = w.Vouch(key, data.NamespaceApproval, s.Time)
	}
	r.key(key, s.Role, known)
	switch {
	case !known:
		r.fault(CodeUnvouched, "key", i)
	case role != "" && role != s.Role || !s.Role.May(data.RightApprove) && !s.Role.May(data.RightConfirm):
		r.fault(CodeUnvouched, "role", i)
	}
	if w.Now == nil {
		return
	}
	switch w.Now(s) {
	case NowLapsed:
		r.fault(CodeLapsed, "lapsed", i)
	case NowUnknown:
		r.fault(CodeUnvouched, "no-decision", i)
	}
}

// differs names what a line says otherwise than the statement on it.
func differs(lang data.Lang, line data.PublicLine, s data.Stated) (what []string) {
	text := data.BaseText(data.Rendering{Label: line.Label, Heading: line.Heading, Text: line.Text})
	// A language that came later than the approval was not bound by it.
	bound, known := s.Text[lang]
	if known && !data.Says(bound, text) {
		what = append(what, "text")
	}
	if s.Stance != line.Stance {
		what = append(what, "stance")
	}
	if !data.Says(s.Wording[lang], line.Wording) {
		what = append(what, "wording")
	}
	if !data.Says(s.Reasons[lang], line.Reasons) {
		what = append(what, "reasons")
	}
	if s.Subject != line.Approval.Digest {
		what = append(what, "digest")
	}
	if s.Step != data.ApprovalApproved && s.Step != data.ApprovalConfirmed {
		what = append(what, "step")
	}
	return what
}

// compare names where a file differs from the paper made again from what it
// carries.
func (r *Report) compare(file, made []byte) {
	if bytes.Equal(file, made) {
		return
	}
	add := func(what string, page int) {
		r.Faults = append(r.Faults, Fault{Code: CodeAltered, What: what, Line: -1, Page: page})
	}
	if bytes.HasPrefix(file, made) {
		add("appended", 0)
		return
	}
	want, err := pdf.Pages(made)
	if err != nil {
		add("bytes", 0)
		return
	}
	got, err := pdf.Pages(file)
	if err != nil {
		add("unreadable", 0)
		return
	}
	if len(got) != len(want) {
		add("pages", 0)
		return
	}
	pages := 0
	for i := range want {
		if got[i] != want[i] {
			add("page", i+1)
			pages++
		}
	}
	if pages == 0 {
		add("bytes", 0)
	}
}
