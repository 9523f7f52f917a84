package roomtest

import (
	"crypto/sha256"
	"os"
	"path/filepath"
	"testing"

	"travaux/data"
)

// Certified gives the names of the files in a folder. Each must be noted in the log with
// a certificate of exactly its bytes, and all that is noted must be there: pages hand
// over nothing without one.
func (b *Bench) Certified(t testing.TB, folder string) (names []string) {
	t.Helper()
	noted := map[string]data.Certificate{}
	for _, p := range b.Desk.Papers().All() {
		for _, c := range p.Files {
			noted[c.Name] = c
		}
	}
	entries, err := os.ReadDir(folder)
	Must(t, err)
	for _, e := range entries {
		content, err := os.ReadFile(filepath.Join(folder, e.Name()))
		Must(t, err)
		names = append(names, e.Name())
		if c := noted[e.Name()]; c.Digest != sha256.Sum256(content) || c.Size != len(content) || c.Letters == 0 {
			t.Errorf("the certificate of %s is %+v", e.Name(), c)
		}
	}
	if len(names) != len(noted) || len(names) == 0 {
		t.Errorf("%d files, %d certificates; %v", len(names), len(noted), b.Errors)
	}
	return names
}
