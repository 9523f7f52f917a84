package app

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/data"
	"travaux/data/change"
	"travaux/data/desk"
	"travaux/data/vault"
)

// waitingVault is a vault whose laptop waits to be admitted.
func waitingVault(t testing.TB) *session {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "waiting")
	v, _, err := vault.Create(context.Background(), dir, vault.Options{
		Passphrase: []byte("tests only"), KDF: vault.KDF{Time: 1, Memory: 8, Threads: 1},
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { v.Close() })
	if _, err := desk.MakeCard(v, "Ana Pérez", "grey laptop", data.RoleDelegate); err != nil {
		t.Fatal(err)
	}
	return &session{dir: dir, vault: v}
}

func TestJoinFromTheStartScreen(t *testing.T) {
	ctx := context.Background()
	head := lightVault(t, filepath.Join(t.TempDir(), "head"))
	defer head.vault.Close()
	if err := head.desk.StartRoster(ctx, "blue laptop"); err != nil {
		t.Fatal(err)
	}
	p := newTestProgram(t, data.English)
	s := waitingVault(t)
	card, _ := desk.WaitingCard(s.vault)
	if _, err := head.desk.Admit(ctx, card, data.Member{Name: card.Person, Role: card.Role}); err != nil {
		t.Fatal(err)
	}
	var bundle bytes.Buffer
	if _, err := head.desk.Pack(ctx, []change.DeviceID{card.Device()}, &bundle); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "first.tbx")
	if err := os.WriteFile(path, bundle.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}

	p.showWaiting(s)
	told := look.Column()
	p.readInvitation(s, told, path)
	if len(told.Objects) == 0 {
		t.Fatal("nothing is told of the invitation")
	}
	var check *look.Check
	for _, o := range told.Objects {
		if c, ok := o.(*look.Check); ok {
			check = c
		}
	}
	join := told.Objects[len(told.Objects)-1].(*fyne.Container).Objects[0].(*look.Button)
	if !join.Disabled() {
		t.Error("one can join without having compared")
	}
	check.Tapped(nil)
	if join.Disabled() {
		t.Fatal("one cannot join after having compared")
	}
	join.Tapped(nil)
	if p.session.desk == nil || p.session.desk.Me().Name != "Ana Pérez" || p.shell == nil {
		t.Error("the desk is not shown")
	}
}
