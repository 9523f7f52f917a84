package delegation

import (
	"context"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"travaux/app/page"
	"travaux/app/page/roomtest"
	"travaux/data"
)

func TestANewMemberBeingTypedComesBack(t *testing.T) {
	b := roomtest.New(t, "en")
	m, _ := newPage(t, b)
	m.name.Insert("Bram O")
	m.role.OnChanged(slices.Index(data.Roles, data.RoleAdviser))
	page.Flush(b.Desk)
	if b.Desk.Scratch(newNameKey) == "" {
		t.Fatal("what is typed is not on the disk")
	}
	again, _ := newPage(t, b) // as after a crash
	if again.name.Text() != "Bram O" || again.role.Chosen() != slices.Index(data.Roles, data.RoleAdviser) {
		t.Fatalf("came back as %q, %d", again.name.Text(), again.role.Chosen())
	}
	enter(again.name)
	page.Flush(b.Desk)
	if last, _ := newPage(t, b); last.name.Text() != "" || len(b.Desk.Members()) != 2 || b.Desk.Members()[1].Role != data.RoleAdviser {
		t.Errorf("after adding, %q is offered; members %+v", last.name.Text(), b.Desk.Members())
	}
}

func TestARenameInProgressComesBack(t *testing.T) {
	b := roomtest.New(t, "en")
	m, _ := newPage(t, b)
	name, _ := row(t, m, 0)
	name.Insert("-Oake")
	page.Flush(b.Desk)
	again, _ := newPage(t, b)
	name, _ = row(t, again, 0)
	if name.Text() != "Aster Quill-Oake" || b.Desk.Me().Name != "Aster Quill" {
		t.Fatalf("came back as %q; the member is %q", name.Text(), b.Desk.Me().Name)
	}
	enter(name)
	page.Flush(b.Desk)
	if key := renameKey + b.Desk.Me().ID.String(); b.Desk.Me().Name != "Aster Quill-Oake" || b.Desk.Scratch(key) != "" {
		t.Errorf("the member is %q, still kept %q", b.Desk.Me().Name, b.Desk.Scratch(key))
	}
	name.Insert("-Elm")
	name.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	page.Flush(b.Desk)
	again, _ = newPage(t, b)
	if name, _ = row(t, again, 0); name.Text() != "Aster Quill-Oake" {
		t.Errorf("what Escape took back is there again: %q", name.Text())
	}
}

func TestANameThatCouldNotBeAddedIsGivenBack(t *testing.T) {
	b := roomtest.New(t, "en")
	m, _ := newPage(t, b)
	m.name.Insert("Bram Oake")
	run := b.Run
	b.Run = func(work func(context.Context, data.Progress) error, then func()) {
		m.keep.Wait() // what was typed is kept before the vault goes
		roomtest.Must(t, b.Vault.Close())
		run(work, then)
	}
	enter(m.name)
	m.keep.Wait()
	if len(b.Errors) == 0 || m.name.Text() != "Bram Oake" {
		t.Errorf("errors %v, the field holds %q", b.Errors, m.name.Text())
	}
}

func TestEnterAndLeavingTheFieldRenameOnce(t *testing.T) {
	b := roomtest.New(t, "en")
	m, _ := newPage(t, b)
	run, later := b.Run, []func(){}
	b.Run = func(work func(context.Context, data.Progress) error, then func()) {
		later = append(later, func() { run(work, then) })
	}
	name, _ := row(t, m, 0)
	b.Window.Canvas().Focus(name)
	name.Insert("-Oake")
	enter(name)
	b.Window.Canvas().Focus(m.name)
	for _, do := range later {
		do()
	}
	if b.Desk.Me().Name != "Aster Quill-Oake" {
		t.Fatalf("the member is %q", b.Desk.Me().Name)
	}
	_, err := b.Desk.Undo(context.Background())
	roomtest.Must(t, err)
	if b.Desk.Me().Name != "Aster Quill" {
		t.Error("it was renamed twice")
	}
}
