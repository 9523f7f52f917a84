package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"travaux/data"
)

func TestTheSamplesNextRevisionOpensThePageAboutIt(t *testing.T) {
	p := openedSample(t, data.English)
	if !p.shell.sampleHasNext() || p.shell.queued != 0 {
		t.Fatalf("there is no next revision, or %d wait", p.shell.queued)
	}
	p.shell.issueSampleNext()
	if p.shell.revisions == nil || !p.shell.revisions.Shown() {
		t.Fatal("the page did not open")
	}
	waiting := len(p.session.desk.Queue())
	if waiting == 0 || p.shell.sampleHasNext() {
		t.Errorf("%d wait, and it can be issued again: %v", waiting, p.shell.sampleHasNext())
	}
	number := p.loc.Number(waiting)
	if !strings.Contains(p.shell.revisionsWords(), number) || !strings.Contains(p.shell.statusLine(), number) {
		t.Errorf("what waits is not told: %q, %q", p.shell.revisionsWords(), p.shell.statusLine())
	}
	pressing(p, fyne.Key2, fyne.KeyS)
	if left := len(p.session.desk.Queue()); left != waiting-1 || p.shell.queued != left {
		t.Errorf("%d wait after S, %d are told", left, p.shell.queued)
	}
	p.shell.undo()
	if p.shell.queued != waiting {
		t.Errorf("%d are told after undo", p.shell.queued)
	}
	pressing(p, fyne.KeyEscape)
	if !p.shell.uncovered() {
		t.Error("Escape does not lead back")
	}
}

func TestAdaptingOpensTheEditorOfTheAnnotation(t *testing.T) {
	p := openedSample(t, data.English)
	p.shell.issueSampleNext()
	for _, c := range p.session.desk.Queue() {
		p.shell.showRevisions()
		p.shell.edit(c.Kind, c.Entity, c.To)
		if !p.shell.uncovered() || p.shell.reading.Provision() != c.To {
			t.Errorf("%s: the provision is not shown", c.Kind)
		}
		if focusedObject(p.window.Canvas()) == nil {
			t.Errorf("%s: nothing has the keyboard", c.Kind)
		}
	}
}
