package desk

import (
	"bytes"
	"crypto/ed25519"

	"travaux/data"
	"travaux/data/change"
	"travaux/data/sshsig"
)

// signed states a decision and signs the statement. The caller holds mu.
func (d *Desk) signed(prov data.Provision, x data.Decision) data.Decision {
	x.Statement = data.Statement(x, data.StatementAbout{
		Negotiation: d.negotiation.ID, Path: prov.Path, Role: d.members[x.By].Role,
	})
	x.Signature = sshsig.Sign(d.store.Sign, d.store.SigningKey(), data.NamespaceApproval, []byte(x.Statement))
	return x
}

// genuine reports whether a decision says what it is bound to, and is signed with
// that key over what it says.
func genuine(x data.Decision, key ed25519.PublicKey) bool {
	said, err := data.ReadStatement(x.Statement)
	if err != nil || x.Format < data.DecisionFormat || x.Digest != x.Subject.Digest() {
		return false
	}
	again := data.Statement(x, data.StatementAbout{Path: said.Path, Role: said.Role})
	return sameStatement(x.Statement, again) &&
		sshsig.Verify(key, data.NamespaceApproval, []byte(x.Statement), x.Signature) == nil
}

// genuineBody is genuine for the body of a change; one that cannot be read here is
// for others to check.
func genuineBody(body []byte, key ed25519.PublicKey) bool {
	var x data.Decision
	return body == nil || change.Unmarshal(body, &x) == nil && genuine(x, key)
}

// sameStatement compares two statements but for what the decision itself does
// not say: the negotiation and the laptop's log.
func sameStatement(a, b string) bool {
	x, errX := data.ReadStatement(a)
	y, errY := data.ReadStatement(b)
	if errX != nil || errY != nil {
		return false
	}
	x.Negotiation, x.Log, y.Negotiation, y.Log = "", "", "", ""
	return bytes.Equal(change.Marshal(x), change.Marshal(y))
}

// foldDecision keeps a decision. Nobody decides in the name of another, nor what
// his role does not allow: what says so counts for nothing.
func (d *Desk) foldDecision(rec change.Record) error {
	head, ok := rec.Fields[fieldBody].Shown()
	var x data.Decision
	named := !ok || head.Deleted || head.Sealed || change.Unmarshal(head.Body, &x) != nil || x.By == head.Author
	if !named || !d.vouched(rec) {
		d.decisions.drop(rec.Entity)
		return nil
	}
	return foldBody(d, &d.decisions, rec)
}
