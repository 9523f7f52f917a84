package papers

import (
	"context"
	"os"
	"path/filepath"

	"travaux/app/page"
	"travaux/app/room"
	"travaux/data"
	"travaux/data/desk"
)

// ExportApproval asks for a folder and writes into it, in a folder of its own, the
// approval of the position on a provision, as files that ssh-keygen confirms.
func ExportApproval(r *room.Room, provision data.ID) {
	files, err := r.Desk.ApprovalFiles(provision)
	if err != nil {
		r.Fail(err)
		return
	}
	p, err := r.Desk.Provision(provision)
	if err != nil {
		r.Fail(err)
		return
	}
	page.ChooseFolder(r, page.LastFolder(), func(dir string) {
		page.RememberFolder(dir)
		exportApproval(r, files, filepath.Join(dir, page.FileName("approval-"+r.Loc.Cite(p.Path))))
	})
}

// exportApproval writes the files into a folder that it makes.
func exportApproval(r *room.Room, files []desk.ApprovalFile, folder string) {
	r.Run(func(context.Context, data.Progress) error {
		if err := os.MkdirAll(folder, 0o700); err != nil {
			return data.E(data.CodeFile, "name", filepath.Base(folder)).Because(err)
		}
		for _, f := range files {
			if err := os.WriteFile(filepath.Join(folder, f.Name), f.Content, 0o600); err != nil {
				return data.E(data.CodeFile, "name", f.Name).Because(err)
			}
		}
		return nil
	}, func() { r.Toast(r.Loc.T("command.export-approval.done", "folder", r.Loc.Isolate(folder))) })
}
