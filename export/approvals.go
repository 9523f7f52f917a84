package export

import (
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"time"

	"travaux/data"
	"travaux/data/sshsig"
)

// approvals lists what was approved, when, the fingerprint of exactly what, in
// which role and with which key. A code that a camera reads stands above.
func (w *writer) approvals(brief data.PublicBrief, digest [32]byte) {
	if len(brief.Lines) == 0 {
		return
	}
	w.add(Heading{1, w.loc.T("paper.approval")}, Paragraph{Kind: Body, Spans: []Span{{w.loc.T("paper.approval.note"), Plain}}})
	statements := statementsOf(brief.Lines)
	if code, ok := w.code(slices.Concat(statements...), digest); ok {
		w.add(code)
	}
	for i, line := range brief.Lines {
		entry := Entry{Label: w.loc.T("paper.approval.none"), Paragraphs: []Paragraph{{Kind: Body, Spans: []Span{{Cite(line, w.loc), Plain}}}}}
		if a := line.Approval; a.Approved {
			entry.Label = w.date(a.Date)
			entry.Paragraphs = append(entry.Paragraphs, w.fine(w.loc.Isolate(Groups(a.Digest)))) // reads from left to right in Arabic too
			for _, s := range statements[i] {
				if s.key != nil {
					entry.Paragraphs = append(entry.Paragraphs, w.fine(w.signedBy(s)))
				}
			}
		}
		w.add(entry)
	}
}

func (w *writer) fine(text string) Paragraph {
	return Paragraph{Kind: Fine, Spans: []Span{{text, Plain}}}
}

// statement is what was signed, and with which key: nil if the signature does not tell.
type statement struct {
	said data.Stated
	key  []byte
}

// statementsOf reads the statements of every line; those that cannot be read are left
// out.
func statementsOf(lines []data.PublicLine) [][]statement {
	out := make([][]statement, len(lines))
	for i, line := range lines {
		for _, signed := range line.Approval.Signed {
			if said, err := data.ReadStatement(signed.Text); err == nil {
				key, _ := sshsig.Key(signed.Signature)
				out[i] = append(out[i], statement{said, key})
			}
		}
	}
	return out
}

// signedBy says in which role, when and with which key a statement was signed.
func (w *writer) signedBy(s statement) string {
	return w.loc.T("paper.approval.signed",
		"role", w.loc.Name("role", string(s.said.Role)), "time", w.moment(s.said.Time), "key", w.loc.Isolate(shortKey(s.key)))
}

// shortKey is enough of a fingerprint to find the key in the list of keys.
func shortKey(key []byte) string {
	const scheme, letters = len("SHA256:"), 8
	return sshsig.Fingerprint(key)[scheme:scheme+letters] + "…"
}

// keys lists every key with which something in the paper was approved, once,
// with the role in which it was.
func (w *writer) keys(statements []statement) (out []Paragraph) {
	seen := map[string]bool{}
	for _, s := range statements {
		if s.key == nil {
			continue
		}
		words := w.loc.T("paper.code.key", "role", w.loc.Name("role", string(s.said.Role)), "key", w.loc.Isolate(sshsig.Fingerprint(s.key)))
		if !seen[words] {
			seen[words] = true
			out = append(out, w.fine(words))
		}
	}
	return out
}

// moment is a time to the minute in Universal Time, which is the same for every
// reader.
func (w *writer) moment(t time.Time) string {
	t = t.UTC()
	return w.loc.T("paper.moment",
		"date", w.loc.Date(t.Year(), t.Month(), t.Day()), "time", fmt.Sprintf("%02d:%02d", t.Hour(), t.Minute()))
}

// code is the paper's fingerprint and the latest approval in it, for a camera
// and in words; none where nothing signed was approved.
func (w *writer) code(statements []statement, digest [32]byte) (Code, bool) {
	if len(statements) == 0 {
		return Code{}, false
	}
	last := statements[0]
	for _, s := range statements {
		if s.said.Time.After(last.said.Time) {
			last = s
		}
	}
	if last.key == nil {
		return Code{}, false
	}
	c := Code{Content: strings.Join([]string{
		"TRAVAUX 1", "paper " + hex.EncodeToString(digest[:]), string(last.said.Role) + " " + sshsig.Fingerprint(last.key), last.said.Time.UTC().Format("2006-01-02T15:04:05Z"),
	}, "\n")}
	c.Paragraphs = append(c.Paragraphs,
		Paragraph{Kind: Statement, Spans: []Span{{w.loc.T("paper.code.digest"), Plain}}}, w.fine(w.loc.Isolate(Groups(digest))))
	c.Paragraphs = append(c.Paragraphs, w.keys(statements)...)
	c.Paragraphs = append(c.Paragraphs, w.fine(w.loc.T("paper.code.how")))
	return c, true
}
