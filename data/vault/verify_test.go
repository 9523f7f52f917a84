package vault

import (
	"bytes"
	"context"
	"path/filepath"
	"testing"

	"travaux/data"
	"travaux/data/change"
)

// Verify notices what is altered behind its back while the vault is open.
func TestVerifyNamesTheFirstBadRecord(t *testing.T) {
	dir := filled(t)
	v := reopen(t, dir, light())
	b := v.store.begin()
	r, err := b.record("provision", scope, data.ID{5})
	if err != nil {
		t.Fatal(err)
	}
	r.Fields["text/fr"].Heads[0].Body[2] ^= 1
	if err := b.commit(b.meta.Frames); err != nil {
		t.Fatal(err)
	}
	report, err := v.Verify(context.Background(), nil)
	if data.CodeOf(err) != CodeUnproven || report.Bad == nil || report.Bad.Place != "view" || report.Bad.Number != 607 {
		t.Errorf("altered view: %+v, %v", report.Bad, err)
	}
	if err := v.Rebuild(context.Background()); err != nil {
		t.Fatal(err)
	}
	if _, err := v.Verify(context.Background(), nil); err != nil {
		t.Errorf("after rebuilding: %v", err)
	}
	edit(t, segmentPath(filepath.Join(dir, journalName), 1), func(b []byte) []byte { b[len(b)/2] ^= 1; return b })
	report, err = v.Verify(context.Background(), nil)
	if data.CodeOf(err) != CodeUnproven || report.Bad == nil || report.Bad.Place != "journal" || report.Bad.Frame == 0 {
		t.Errorf("altered journal: %+v, %v", report.Bad, err)
	}
}

// A change signed by somebody else, in a frame sealed with the right key: the
// work of a thief of the data key.
func TestVerifyFindsForgedSignature(t *testing.T) {
	v, _ := create(t, light())
	changes := appendAll(t, v, set(1, "text/en", "shall NOT agree"))
	forged := bytes.Clone(changes[0].Raw())
	i := bytes.Index(forged, []byte("NOT"))
	copy(forged[i:], "now")
	c, err := change.Decode(forged)
	if err != nil {
		t.Fatal(err)
	}
	v.journal.at.Next, v.journal.at.Size = 1, headerSize
	var raws [][]byte
	history, err := v.History(data.ID(changes[0].Entity))
	if err != nil || len(history) != 1 {
		t.Fatal(err)
	}
	if err := v.store.kv.scan([]byte{classChange}, func(_, raw []byte) error {
		raws = append(raws, bytes.Clone(raw))
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	raws[1] = c.Raw()
	if err := v.journal.append(changesPayload(raws)); err != nil {
		t.Fatal(err)
	}
	report, err := v.Verify(context.Background(), nil)
	if data.CodeOf(err) != CodeUnproven || report.Bad.Place != "signature" || report.Bad.Number != 2 || report.Bad.Frame != 1 {
		t.Errorf("%+v, %v", report.Bad, err)
	}
}
