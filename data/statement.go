package data

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"time"
)

// Namespaces of signatures (PROTOCOL.sshsig): what a signature is for, so that
// one for one purpose is never good for another.
const (
	NamespaceApproval = "travaux-approval" // over a statement
	NamespacePaper    = "travaux-paper"    // over what a paper is made from
)

// BaseText is a rendering as an approval is bound to it: label, heading and text.
func BaseText(r Rendering) string { return r.Label + "\t" + r.Heading + "\n" + r.Text }

// StatementAbout is what a statement says beside the decision itself.
type StatementAbout struct {
	Negotiation ID
	Path        string   // of the provision, e.g. "ch2/art9/1"
	Role        Role     // of who decides, at that time
	Log         [32]byte // identity of the last change of the laptop that signs; zero: not known
}

// Statement is what is signed for a decision: a text that people and programs
// can read, the same for the same decision, one "Name: value" a line.
//
// It can stand in a paper for the outside. So it has no remark and no name of a
// person; the stance is the public one; the provision and the negotiation are
// named by the digests of their random identities, without which nobody can try
// out which inner stance gives the subject's digest.
func Statement(d Decision, about StatementAbout) string {
	var b strings.Builder
	line := func(name, value string) { b.WriteString(name + ": " + value + "\n") }
	texts := func(name string, w Words, empty bool) {
		for _, lang := range Langs {
			if text, ok := w[lang]; ok && (text != "" || empty) {
				sum := sha256.Sum256([]byte(text))
				line(name+" "+string(lang), hex.EncodeToString(sum[:]))
			}
		}
	}
	b.WriteString(statementHead)
	line("Negotiation", identityDigest(about.Negotiation))
	line("Provision", oneLine(about.Path))
	line("Identity", identityDigest(d.Subject.Provision))
	line("Step", string(d.Act))
	line("Stance", string(d.Subject.Stance.Public()))
	texts("Text", d.Subject.Base, true)
	texts("Wording", d.Subject.Wording, false)
	texts("Reasons", d.Subject.PublicReasons, false)
	line("Subject", hex.EncodeToString(d.Digest[:]))
	line("By", d.By.String())
	line("Role", string(about.Role))
	line("Time", d.Time.UTC().Format(time.RFC3339Nano))
	if about.Log != ([32]byte{}) {
		line("Log", hex.EncodeToString(about.Log[:]))
	}
	return b.String()
}

const statementHead = "Travaux, statement of a decision, version 1\n"

// identityDigest commits to an identity without giving it away.
func identityDigest(id ID) string {
	sum := sha256.Sum256(append([]byte("travaux/identity/v1\x00"), id[:]...))
	return hex.EncodeToString(sum[:])
}

// oneLine keeps what a file said of a place from beginning a line of its own.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7F || r == 0x85 || r == 0x2028 || r == 0x2029 {
			return ' '
		}
		return r
	}, strings.TrimSpace(strings.ToValidUTF8(s, "\uFFFD")))
}

// Stated is what a statement says.
type Stated struct {
	Negotiation, Identity  string // digests
	Path                   string
	Step                   ApprovalState
	Stance                 Stance          // public
	Text, Wording, Reasons map[Lang]string // digests, in hexadecimal digits
	Subject                [32]byte        //
	By                     ID              //
	Role                   Role            //
	Time                   time.Time       //
	Log                    string          // "" where it was not known
}

// ReadStatement reads what Statement wrote: CodeInput for anything else.
func ReadStatement(text string) (Stated, error) {
	bad := E(CodeInput, "what", "statement")
	body, ours := strings.CutPrefix(text, statementHead)
	if !ours || !strings.HasSuffix(body, "\n") {
		return Stated{}, bad
	}
	s := Stated{Text: map[Lang]string{}, Wording: map[Lang]string{}, Reasons: map[Lang]string{}}
	seen := map[string]bool{}
	for row := range strings.Lines(body) {
		name, value, ok := strings.Cut(strings.TrimSuffix(row, "\n"), ": ")
		if !ok || seen[name] || !s.take(name, value) {
			return Stated{}, bad
		}
		seen[name] = true
	}
	for _, name := range []string{"Negotiation", "Provision", "Identity", "Step", "Stance", "Subject", "By", "Role", "Time"} {
		if !seen[name] {
			return Stated{}, bad
		}
	}
	return s, nil
}

// take takes one line; false for one that no statement has.
func (s *Stated) take(name, value string) bool {
	kind, code, _ := strings.Cut(name, " ")
	var of map[Lang]string
	switch kind {
	case "Text":
		of = s.Text
	case "Wording":
		of = s.Wording
	case "Reasons":
		of = s.Reasons
	}
	if of != nil {
		lang, known := ParseLang(code)
		of[lang] = value
		return known && string(lang) == code && isDigest(value)
	}
	var err error
	switch name {
	case "Negotiation":
		s.Negotiation = value
		return isDigest(value)
	case "Provision":
		s.Path = value
	case "Identity":
		s.Identity = value
		return isDigest(value)
	case "Step":
		s.Step = ApprovalState(value)
	case "Stance":
		s.Stance = Stance(value)
	case "Subject":
		hex.Decode(s.Subject[:], []byte(value)[:min(len(value), 64)])
		return isDigest(value)
	case "By":
		s.By, err = ParseID(value)
	case "Role":
		s.Role = Role(value)
	case "Time":
		s.Time, err = time.Parse(time.RFC3339Nano, value)
	case "Log":
		s.Log = value
		return isDigest(value)
	default:
		return false
	}
	return err == nil
}

func isDigest(s string) bool {
	return len(s) == 64 && strings.Trim(s, "0123456789abcdef") == ""
}

// Of reports whether the statement is about that provision of that negotiation.
func (s Stated) Of(negotiation, provision ID) bool {
	return s.Negotiation == identityDigest(negotiation) && s.Identity == identityDigest(provision)
}

// Says reports whether a text is the one that a digest of the statement stands
// for. An empty wording or reason has none.
func Says(digest, text string) bool {
	if digest == "" {
		return text == ""
	}
	sum := sha256.Sum256([]byte(text))
	return digest == hex.EncodeToString(sum[:])
}
