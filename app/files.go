package app

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"travaux/app/approvals"
	"travaux/app/conflicts"
	"travaux/app/intake"
	"travaux/app/packages"
	"travaux/app/papers"
	"travaux/app/revisions"
	"travaux/data"
	readers "travaux/data/intake"
	"travaux/data/sample/play"
)

// readURI reads a whole file, but no more than any reader would take.
func readURI(u fyne.URI, name string, into *[]byte) func(context.Context, data.Progress) error {
	return func(context.Context, data.Progress) error {
		r, err := storage.Reader(u)
		if err != nil {
			return data.E(data.CodeFile, "name", name).Because(err)
		}
		defer r.Close()
		*into, err = io.ReadAll(io.LimitReader(r, readers.MaxFile+1))
		if err != nil {
			return data.E(data.CodeFile, "name", name).Because(err)
		}
		return nil
	}
}

// chooseFile asks for a draft and opens its review.
func (s *shell) chooseFile() {
	d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if err == nil && r != nil {
			u := r.URI()
			r.Close()
			s.read(u)
		}
	}, s.p.window)
	d.Show()
	d.Resize(fyne.NewSize(860, 560))
}

// importFile opens the review of a file's content.
func (s *shell) importFile(name string, content []byte) {
	s.flush()
	intake.Review(s.room, name, content)
}

// pasteText opens the page where a text is pasted.
func (s *shell) pasteText() {
	s.flush()
	intake.Paste(s.room)
}

// makePaper opens the page that makes papers.
func (s *shell) makePaper() {
	s.flush()
	papers.Show(s.room)
}

// showRevisions opens the page about the current revision and the one before it.
func (s *shell) showRevisions() { s.showIssued(data.ID{}) }

// showIssued opens the page about a revision and the one before it.
func (s *shell) showIssued(revision data.ID) {
	s.flush()
	s.revisions = revisions.Show(s.room, revision)
}

// showApprovals opens the inbox of what awaits the member at the laptop.
func (s *shell) showApprovals() {
	s.flush()
	s.approvals = approvals.Show(s.room)
}

// approvalsWords names the inbox with how much waits in it.
func (s *shell) approvalsWords() string {
	if n := s.awaits; n > 0 {
		return s.p.loc.T("command.approvals.waiting", "n", s.p.loc.Number(n))
	}
	return s.p.loc.T("command.approvals")
}

// showConflicts opens the page on which conflicts are settled, at one about a
// provision if there is one.
func (s *shell) showConflicts(provision data.ID) {
	s.flush()
	s.conflicts = conflicts.Show(s.room, provision)
}

// showPackages opens the page of packages, at one of them, or at a new one for a
// provision.
func (s *shell) showPackages(provision, pack data.ID) {
	s.flush()
	s.packages = packages.Show(s.room, provision, pack)
}

// edit opens the editor of an annotation in the panes.
func (s *shell) edit(kind data.AnnotationKind, annotation, provision data.ID) {
	s.uncover()
	fyne.Do(func() { s.side.Edit(kind, annotation, provision) }) // the letter of the key is still to come
}

// sampleHasNext reports whether the sample is open and the revision that follows
// its draft is still to be issued.
func (s *shell) sampleHasNext() bool {
	return s.p.session.sample && len(s.p.session.desk.Revisions()) == 1
}

// issueSampleNext plays the day on which the sample's next revision is issued.
func (s *shell) issueSampleNext() {
	s.flush()
	var issued data.Revision
	s.p.jobs.run(func(ctx context.Context, progress data.Progress) (err error) {
		issued, err = play.Next(ctx, s.p.session.desk, progress)
		return err
	}, func() {
		s.changed()
		s.showIssued(issued.ID)
	})
}

// makeReport opens the page that writes the report on the current revision.
func (s *shell) makeReport() {
	s.flush()
	if all := s.p.session.desk.Revisions(); len(all) > 0 {
		revisions.ShowReport(s.room, all[len(all)-1].ID)
	}
}

// severalRevisions reports whether there are two revisions to compare.
func (s *shell) severalRevisions() bool { return len(s.p.session.desk.Revisions()) > 1 }

// backUp writes the vault as one sealed file into a folder that the person
// chooses. The file has a name of its own: Fyne's dialog for saving would empty
// an earlier backup before the new one is written.
func (s *shell) backUp() {
	d := dialog.NewFolderOpen(func(dir fyne.ListableURI, err error) {
		if err == nil && dir != nil {
			s.backUpInto(dir.Path())
		}
	}, s.p.window)
	d.Show()
	d.Resize(fyne.NewSize(860, 560))
}

func (s *shell) backUpInto(dir string) {
	name := freeName(dir, "travaux-"+data.Today().String(), ".tvb")
	s.p.jobs.run(func(ctx context.Context, _ data.Progress) error {
		return s.p.session.vault.Backup(ctx, filepath.Join(dir, name))
	}, func() { s.p.ask(s.p.loc.T("backup.done"), s.p.loc.Isolate(filepath.Join(dir, name))) })
}

// freeName is a file or folder name that is not taken in a folder yet.
func freeName(dir, base, ending string) string {
	name := base + ending
	for n := 2; ; n++ {
		if _, err := os.Stat(filepath.Join(dir, name)); os.IsNotExist(err) {
			return name
		}
		name = fmt.Sprintf("%s-%d%s", base, n, ending)
	}
}

// verify proves the vault and says what was found.
func (s *shell) verify() {
	var changes uint64
	s.p.jobs.run(func(ctx context.Context, progress data.Progress) error {
		report, err := s.p.session.vault.Verify(ctx, progress)
		changes = report.Changes
		return err
	}, func() { s.p.ask(s.p.loc.T("verify.good"), s.p.loc.N("verify.changes", int(changes))) })
}
