package specimen

import (
	"crypto/ed25519"
	"crypto/sha256"
	"time"

	"travaux/data"
	"travaux/data/sshsig"
)

// Laptops have keys that everybody knows.
var (
	Head    = laptop("head")
	Capital = laptop("capital")
	Maker   = laptop("delegate")
)

func laptop(name string) ed25519.PrivateKey {
	seed := sha256.Sum256([]byte("specimen " + name))
	return ed25519.NewKeyFromSeed(seed[:])
}

// Key is the public half of a laptop's key.
func Key(k ed25519.PrivateKey) ed25519.PublicKey { return k.Public().(ed25519.PublicKey) }

// Sign signs with a laptop's key.
func Sign(k ed25519.PrivateKey, namespace string, message []byte) []byte {
	return sshsig.Sign(func(m []byte) []byte { return ed25519.Sign(k, m) }, Key(k), namespace, message)
}

// Negotiation is what all statements are about.
var Negotiation = data.ID{1}

// Identity is the identity of what stands at a path.
func Identity(path string) data.ID {
	sum := sha256.Sum256([]byte(path))
	return data.ID(sum[:16])
}

// Subject is what an approval of a line is bound to.
func Subject(lang data.Lang, line data.PublicLine) data.Subject {
	words := func(s string) data.Words {
		if s == "" {
			return nil
		}
		return data.Words{lang: s}
	}
	return data.Subject{
		Provision: Identity(line.Path), Stance: line.Stance, Wording: words(line.Wording), PublicReasons: words(line.Reasons),
		Base: data.Words{lang: data.BaseText(data.Rendering{Label: line.Label, Heading: line.Heading, Text: line.Text})},
	}
}

// approved is the approval of a line by the head, and of every fourth by
// capital too.
func approved(lang data.Lang, line data.PublicLine, index int) data.PublicApproval {
	s := Subject(lang, line)
	a := data.PublicApproval{Approved: true, Date: data.Date{Year: 2026, Month: time.February, Day: 26}, Digest: s.Digest()}
	step := func(k ed25519.PrivateKey, role data.Role, by data.ID, hour int) {
		d := data.Decision{Act: data.ApprovalApproved, By: by, Subject: s, Digest: s.Digest(), Time: time.Date(2026, 2, 26, hour, 40+index, 0, 0, time.UTC)}
		text := data.Statement(d, data.StatementAbout{Negotiation: Negotiation, Path: line.Path, Role: role, Log: sha256.Sum256([]byte("log"))})
		a.Signed = append(a.Signed, data.PublicStatement{Text: text, Signature: Sign(k, data.NamespaceApproval, []byte(text))})
	}
	step(Head, data.RoleHead, data.ID{2}, 9)
	if index%4 == 3 {
		step(Capital, data.RoleCapital, data.ID{3}, 17)
	}
	return a
}
