package export

import (
	"encoding/hex"
	"fmt"
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
	if code, ok := w.code(brief, digest); ok {
		w.add(code)
	}
	for _, line := range brief.Lines {
		entry := Entry{Label: w.loc.T("paper.approval.none"), Paragraphs: []Paragraph{{Kind: Body, Spans: []Span{{Cite(line, w.loc), Plain}}}}}
		if a := line.Approval; a.Approved {
			entry.Label = w.date(a.Date)
			entry.Paragraphs = append(entry.Paragraphs, w.fine(w.loc.Isolate(Groups(a.Digest)))) // reads from left to right in Arabic too
			for _, signed := range a.Signed {
				if words, ok := w.signedBy(signed); ok {
					entry.Paragraphs = append(entry.Paragraphs, w.fine(words))
				}
			}
		}
		w.add(entry)
	}
}

func (w *writer) fine(text string) Paragraph {
	return Paragraph{Kind: Fine, Spans: []Span{{text, Plain}}}
}

// signedBy says in which role, when and with which key a statement was signed;
// ok is false for one that cannot be read.
func (w *writer) signedBy(signed data.PublicStatement) (words string, ok bool) {
	s, err := data.ReadStatement(signed.Text)
	if err != nil {
		return "", false
	}
	key, err := sshsig.Key(signed.Signature)
	if err != nil {
		return "", false
	}
	return w.loc.T("paper.approval.signed",
		"role", w.loc.Name("role", string(s.Role)), "time", w.moment(s.Time), "key", w.loc.Isolate(shortKey(key))), true
}

// shortKey is enough of a fingerprint to find the key in the list of keys.
func shortKey(key []byte) string {
	const scheme, letters = len("SHA256:"), 8
	return sshsig.Fingerprint(key)[scheme:scheme+letters] + "…"
}

// keys lists every key with which something in the paper was approved, once,
// with the role in which it was.
func (w *writer) keys(brief data.PublicBrief) (out []Paragraph) {
	seen := map[string]bool{}
	for _, line := range brief.Lines {
		for _, signed := range line.Approval.Signed {
			s, err := data.ReadStatement(signed.Text)
			key, keyErr := sshsig.Key(signed.Signature)
			if err != nil || keyErr != nil {
				continue
			}
			words := w.loc.T("paper.code.key", "role", w.loc.Name("role", string(s.Role)), "key", w.loc.Isolate(sshsig.Fingerprint(key)))
			if !seen[words] {
				seen[words] = true
				out = append(out, w.fine(words))
			}
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
func (w *writer) code(brief data.PublicBrief, digest [32]byte) (Code, bool) {
	last, ok := latest(brief)
	if !ok {
		return Code{}, false
	}
	s, _ := data.ReadStatement(last.Text)
	key, err := sshsig.Key(last.Signature)
	if err != nil {
		return Code{}, false
	}
	c := Code{Content: strings.Join([]string{
		"TRAVAUX 1", "paper " + hex.EncodeToString(digest[:]), string(s.Role) + " " + sshsig.Fingerprint(key), s.Time.UTC().Format("2006-01-02T15:04:05Z"),
	}, "\n")}
	c.Paragraphs = append(c.Paragraphs,
		Paragraph{Kind: Statement, Spans: []Span{{w.loc.T("paper.code.digest"), Plain}}}, w.fine(w.loc.Isolate(Groups(digest))))
	c.Paragraphs = append(c.Paragraphs, w.keys(brief)...)
	c.Paragraphs = append(c.Paragraphs, w.fine(w.loc.T("paper.code.how")))
	return c, true
}

// latest is the statement that was signed last.
func latest(brief data.PublicBrief) (last data.PublicStatement, ok bool) {
	var at time.Time
	for _, line := range brief.Lines {
		for _, signed := range line.Approval.Signed {
			if s, err := data.ReadStatement(signed.Text); err == nil && (!ok || s.Time.After(at)) {
				last, at, ok = signed, s.Time, true
			}
		}
	}
	return last, ok
}
