package papers

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"travaux/app/page/roomtest"
	"travaux/data/desk"
)

func TestAnApprovalIsWrittenForOtherPrograms(t *testing.T) {
	b := negotiated(t, "en")
	txt, err := b.Desk.Current()
	roomtest.Must(t, err)
	folder := filepath.Join(t.TempDir(), "approval")
	list, err := b.Desk.ApprovalFiles(provision(t, txt, "ch1/art1"))
	roomtest.Must(t, err)
	exportApproval(b.Room, list, folder)
	if got := files(t, folder); !slices.Equal(got, []string{desk.AllowedSigners, "approval.txt", "approval.txt.sig"}) {
		t.Errorf("written: %v", got)
	}
	if len(b.Errors) > 0 || len(b.Toasts) != 1 || !strings.Contains(b.Toasts[0], folder) {
		t.Errorf("errors %v, said %q", b.Errors, b.Toasts)
	}
	ExportApproval(b.Room, provision(t, txt, "ch1/art2/1"))
	if len(b.Errors) != 1 {
		t.Errorf("a draft is exported: %v", b.Errors)
	}
}
