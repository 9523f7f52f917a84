package desk

import (
	"crypto/ed25519"
	"strconv"

	"travaux/data"
	"travaux/data/sshsig"
)

// Codes of approvals that cannot be handed over as files.
const (
	CodeNotApproved data.Code = "desk.not-approved" // the position is not approved, or not any more
	CodeUnsigned    data.Code = "desk.unsigned"     // it was approved before approvals were signed
)

// ApprovalFile is one file of an approval: a statement, its signature, or the list
// of keys with which ssh-keygen -Y verify confirms it.
type ApprovalFile struct {
	Name    string
	Content []byte
}

// AllowedSigners is the name of the file of keys. Who is confirmed as whom stands
// in it: each key under the role in which it signed.
const AllowedSigners = "allowed_signers"

// ApprovalFiles are the approval of a position as files that need no program of
// ours: approval.txt and approval.txt.sig, where several have approved with a
// number, and AllowedSigners. CodeNotApproved where no approval is in force,
// CodeUnsigned where it was not signed, data.CodeForbidden for who may not read
// positions.
func (d *Desk) ApprovalFiles(provision data.ID) ([]ApprovalFile, error) {
	if !d.Me().Role.May(data.RightReadPositions) {
		return nil, data.E(data.CodeForbidden)
	}
	if _, err := d.Provision(provision); err != nil {
		return nil, err
	}
	a := d.Approval(provision)
	if a.State != data.ApprovalApproved && a.State != "confirmed" {
		return nil, data.E(CodeNotApproved)
	}
	var out []ApprovalFile
	var signers []byte
	seen := map[string]bool{}
	for i, signed := range publicApproval(a).Signed {
		s, err := data.ReadStatement(signed.Text)
		if err != nil {
			return nil, err
		}
		key, err := sshsig.Key(signed.Signature)
		if err != nil {
			return nil, err
		}
		name := "approval"
		if i > 0 {
			name += "-" + strconv.Itoa(i+1)
		}
		out = append(out, ApprovalFile{name + ".txt", []byte(signed.Text)}, ApprovalFile{name + ".txt.sig", sshsig.Armor(signed.Signature)})
		if line := signer(s.Role, key); !seen[line] {
			seen[line] = true
			signers = append(signers, line...)
		}
	}
	if len(out) == 0 {
		return nil, data.E(CodeUnsigned)
	}
	return append(out, ApprovalFile{AllowedSigners, signers}), nil
}

// signer is a role's key for all that is signed in it.
func signer(role data.Role, key ed25519.PublicKey) string {
	return sshsig.Signer{Principal: string(role), Namespaces: []string{data.NamespaceApproval, data.NamespacePaper}, Key: key}.Line()
}
