package vault

import (
	"context"
	"encoding/binary"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"time"

	"travaux/data"
	"travaux/data/change"
)

func median(d []time.Duration) time.Duration {
	slices.Sort(d)
	return d[len(d)/2]
}

// One durable change against a raw append with fsync, in alternating blocks
// of one run. Promise: at most 2 times (p50).
func BenchmarkDurableChange(b *testing.B) {
	v, dir := create(b, light())
	raw, err := os.Create(filepath.Join(dir, "..", "raw"))
	if err != nil {
		b.Fatal(err)
	}
	defer raw.Close()
	line := make([]byte, 900) // as large as the frame of one change
	body := change.Marshal(strings.Repeat("words ", 110))
	appendAll(b, v, set(0, "text/en", ""))
	var changes, raws []time.Duration
	for i := 0; b.Loop(); i++ {
		for range 20 {
			start := time.Now()
			if _, err := raw.Write(line); err != nil {
				b.Fatal(err)
			}
			if err := raw.Sync(); err != nil {
				b.Fatal(err)
			}
			raws = append(raws, time.Since(start))
		}
		for n := range 20 {
			w := change.Write{Kind: "provision", Scope: scope, Entity: data.ID{byte(i), byte(i >> 8), byte(n)}, Field: "text/en", Body: body}
			start := time.Now()
			if _, err := v.Append(context.Background(), author, w); err != nil {
				b.Fatal(err)
			}
			changes = append(changes, time.Since(start))
		}
	}
	c, r := median(changes), median(raws)
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(float64(c.Microseconds()), "change-p50-us")
	b.ReportMetric(float64(r.Microseconds()), "raw-p50-us")
	b.ReportMetric(float64(c)/float64(r), "times-raw")
}

// bulk writes n changes as store.md did: 20,000 paragraphs and 50,000
// comments, bodies of some 250 bytes.
func bulk(b testing.TB, v *Vault, n int) {
	text := strings.Repeat("States Parties shall endeavour to ", 8)
	var writes []change.Write
	for i := range n {
		w := change.Write{Kind: "comment", Scope: data.ID{3}, Field: "text", Body: change.Marshal(fmt.Sprint(i, text))}
		if i%2 == 0 {
			w = change.Write{Kind: "provision", Scope: data.ID{4, byte(i % 40)}, Field: fmt.Sprint("text/", i%3), Body: w.Body}
			binary.BigEndian.PutUint32(w.Entity[:], uint32(i%40_000/2))
		} else {
			binary.BigEndian.PutUint32(w.Entity[:], uint32(i))
		}
		if writes = append(writes, w); len(writes) == 5000 || i == n-1 {
			appendAll(b, v, writes...)
			writes = writes[:0]
		}
	}
}

func size(dir string) (bytes int64) {
	filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			if info, err := d.Info(); err == nil {
				bytes += info.Size()
			}
		}
		return nil
	})
	return bytes
}

// 100,000 changes: written, opened, rebuilt and verified. Promises: written
// in under 15 s, rebuilt in under 15 s, under 80 MB of memory when open.
func BenchmarkHundredThousandChanges(b *testing.B) {
	for b.Loop() {
		v, dir := create(b, light())
		timed := func(name string, do func()) {
			start, cpu := time.Now(), cpuSeconds()
			do()
			b.ReportMetric(time.Since(start).Seconds(), name+"-s")
			b.ReportMetric(cpuSeconds()-cpu, name+"-cpu-s")
		}
		timed("write", func() { bulk(b, v, 100_000) })
		timed("close", func() { v.Close() })
		b.ReportMetric(float64(size(dir))/1e6, "disk-MB")
		runtime.GC()
		debug.FreeOSMemory()
		timed("open", func() { v = reopen(b, dir, light()) })
		debug.FreeOSMemory()
		b.ReportMetric(anonymousMB(), "open-MB")
		timed("read-all", func() {
			for i := range 40 {
				v.Records("provision", data.ID{4, byte(i)}, func(change.Record) error { return nil })
			}
			v.Records("comment", data.ID{3}, func(change.Record) error { return nil })
		})
		b.ReportMetric(anonymousMB(), "read-MB")
		timed("rebuild", func() {
			if err := v.Rebuild(context.Background()); err != nil {
				b.Fatal(err)
			}
		})
		timed("verify", func() {
			if _, err := v.Verify(context.Background(), nil); err != nil {
				b.Fatal(err)
			}
		})
		v.Close()
		unclean(b, dir)
		timed("open-after-crash", func() { v = reopen(b, dir, light()) })
		v.Close()
	}
	b.ReportMetric(0, "ns/op")
}

// anonymousMB is the process's own resident memory (Linux), in MB, without
// pages of mapped files, which the system takes back when it needs them.
func anonymousMB() float64 {
	b, _ := os.ReadFile("/proc/self/status")
	for line := range strings.Lines(string(b)) {
		var kb float64
		if _, err := fmt.Sscanf(line, "RssAnon: %f kB", &kb); err == nil {
			return kb / 1024
		}
	}
	return 0
}

// cpuSeconds is the process's processor time (Linux), which a busy machine
// does not distort as it does the clock's.
func cpuSeconds() float64 {
	b, _ := os.ReadFile("/proc/self/stat")
	_, rest, _ := strings.Cut(string(b), ") ")
	fields := strings.Fields(rest)
	if len(fields) < 13 {
		return 0
	}
	var user, system float64
	fmt.Sscan(fields[11], &user)
	fmt.Sscan(fields[12], &system)
	return (user + system) / 100
}

// A draft of 500 provisions in six languages. Promise: under 15 ms.
func BenchmarkLoadDraft(b *testing.B) {
	v, dir := create(b, light())
	bulk(b, v, 20_000)
	var writes []change.Write
	for i := range 500 {
		for _, lang := range data.Langs {
			w := change.Write{Kind: "provision", Scope: scope, Field: "text/" + string(lang), Lang: string(lang), Body: change.Marshal(strings.Repeat("Each State Party shall ", 12))}
			binary.BigEndian.PutUint32(w.Entity[:], uint32(i))
			writes = append(writes, w)
		}
	}
	appendAll(b, v, writes...)
	v.Close()
	v = reopen(b, dir, light())
	var took []time.Duration
	for b.Loop() {
		start := time.Now()
		n := 0
		if err := v.Records("provision", scope, func(change.Record) error { n++; return nil }); err != nil || n != 500 {
			b.Fatal(n, err)
		}
		took = append(took, time.Since(start))
	}
	b.ReportMetric(float64(median(took).Microseconds())/1000, "p50-ms")
}

// Creating, opening and closing. Promise: an empty vault is under 5 MB.
func BenchmarkEmptyVault(b *testing.B) {
	v, dir := create(b, light())
	v.Close()
	for b.Loop() {
		v := reopen(b, dir, light())
		v.Close()
	}
	b.ReportMetric(float64(size(dir))/1e6, "disk-MB")
}

func TestEmptyVaultIsSmall(t *testing.T) {
	v, dir := create(t, light())
	v.Close()
	if bytes := size(dir); bytes > 5_000_000 {
		t.Errorf("%d bytes", bytes)
	}
}

// Unlocking is slow by design (Argon2id). Promise: between 0.5 and 1.5 s.
func BenchmarkUnlock(b *testing.B) {
	o := light()
	o.KDF = KDF{} // as a person's vault has it
	v, dir := create(b, o)
	v.Close()
	var took []time.Duration
	for b.Loop() {
		copies, _, err := readKeyFiles(dir)
		if err != nil {
			b.Fatal(err)
		}
		start := time.Now()
		if _, err := copies[0].unlock(o); err != nil {
			b.Fatal(err)
		}
		took = append(took, time.Since(start))
	}
	m := median(took)
	b.ReportMetric(float64(m.Milliseconds()), "p50-ms")
	if slices.Min(took) > 1500*time.Millisecond {
		b.Errorf("unlocking takes %v", m)
	}
	if m < 500*time.Millisecond {
		b.Errorf("unlocking takes only %v: guessing is cheap", m)
	}
}
