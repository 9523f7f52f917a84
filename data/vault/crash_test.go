package vault

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"travaux/data"
	"travaux/data/change"
)

const (
	crashDirEnv    = "TRAVAUX_TEST_CRASH_DIR"
	crashCyclesEnv = "TRAVAUX_TEST_CRASH_CYCLES" // how often the child is killed; 100 if not set
)

// crashWriter is the child: it writes without end and tells on its standard
// output what was confirmed, and only then.
func crashWriter(dir string) {
	v, err := Open(context.Background(), dir, light())
	if err != nil {
		fmt.Println("open:", err)
		os.Exit(1)
	}
	for _, n := range v.Notices() {
		fmt.Println("notice", n.Code)
	}
	start := uint64(0)
	if r, err := v.Record("counter", scope, data.ID{1}); err == nil {
		change.Unmarshal(r.Body("n"), &start)
	}
	fmt.Println("ready", start)
	for n := start + 1; ; n++ {
		// One act: the counter and its witness must appear together.
		size := 2
		if n%6 == 0 {
			size = 800 // an import
		}
		writes := []change.Write{{Kind: "counter", Scope: scope, Entity: data.ID{1}, Field: "n", Body: change.Marshal(n)}}
		for len(writes) < size {
			writes = append(writes, change.Write{
				Kind: "witness", Scope: scope, Entity: data.ID{byte(len(writes)), byte(len(writes) >> 8)}, Field: "n", Body: change.Marshal(n),
			})
		}
		if _, err := v.Append(context.Background(), author, writes...); err != nil {
			fmt.Println("append:", err)
			os.Exit(1)
		}
		fmt.Println("confirmed", n)
		if n%5 == 0 {
			text := fmt.Sprint("typed ", n)
			if err := v.SetScratch("k", text); err != nil {
				os.Exit(1)
			}
			fmt.Println("typed", n)
		}
		if n%7 == 0 {
			if _, err := v.PutBlob(context.Background(), bytes.Repeat([]byte(fmt.Sprint(n, " ")), 100_000)); err != nil {
				os.Exit(1)
			}
			fmt.Println("filed", n)
		}
	}
}

// A writing process is killed again and again; whatever it had confirmed must
// be there, and a batch must be there whole or not at all.
func TestNothingConfirmedIsLostWhenTheProcessIsKilled(t *testing.T) {
	cycles := 100
	if n, err := strconv.Atoi(os.Getenv(crashCyclesEnv)); err == nil {
		cycles = n
	}
	if testing.Short() {
		cycles = 10
	}
	v, dir := create(t, light())
	v.Close()
	confirmed := told{}
	notices := map[string]int{}
	for cycle := range cycles {
		killOnce(t, dir, cycle, confirmed, notices)
	}
	v = reopen(t, dir, light())
	for _, n := range v.Notices() {
		notices[string(n.Code)]++
	}
	if notices[string(NoticeHealed)]+notices[string(NoticeSalvaged)]+notices[string(NoticeScratch)] > 0 {
		t.Errorf("a kill damaged the journal: %v", notices)
	}
	checkWitnesses(t, v, confirmed.last("confirmed"), confirmed["filed"])
	if got, least := v.Scratch("k"), confirmed.last("typed"); least > 0 {
		var n uint64
		fmt.Sscanf(got, "typed %d", &n)
		if n < least {
			t.Errorf("scratch %q, confirmed %d", got, least)
		}
	}
	if _, err := v.Verify(context.Background(), nil); err != nil {
		t.Error(err)
	}
	t.Logf("%d kills, %d acts confirmed, notices %v", cycles, confirmed.last("confirmed"), notices)
}

// told is what the child said was confirmed, by kind.
type told map[string][]uint64

func (t told) last(kind string) uint64 {
	if n := len(t[kind]); n > 0 {
		return t[kind][n-1]
	}
	return 0
}

func killOnce(t *testing.T, dir string, cycle int, confirmed told, notices map[string]int) {
	t.Helper()
	child := exec.Command(os.Args[0], "-test.run=^$")
	child.Env = append(os.Environ(), crashDirEnv+"="+dir)
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	rng := rand.New(rand.NewPCG(uint64(cycle), 1))
	var deadline *time.Timer
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		word, rest, _ := strings.Cut(lines.Text(), " ")
		n, _ := strconv.ParseUint(rest, 10, 64)
		switch word {
		case "ready":
			if n < confirmed.last("confirmed") {
				t.Errorf("cycle %d: %d was confirmed, %d is there", cycle, confirmed.last("confirmed"), n)
			}
			deadline = time.AfterFunc(time.Duration(rng.IntN(120_000))*time.Microsecond, func() { child.Process.Kill() })
		case "confirmed", "typed", "filed":
			confirmed[word] = append(confirmed[word], n)
		case "notice":
			notices[rest]++
		default:
			t.Errorf("cycle %d: %s", cycle, lines.Text())
		}
	}
	child.Wait()
	if deadline == nil {
		t.Fatalf("cycle %d: the child did not come up", cycle)
	}
	deadline.Stop()
}

func checkWitnesses(t *testing.T, v *Vault, least uint64, filed []uint64) {
	t.Helper()
	counter, err := v.Record("counter", scope, data.ID{1})
	if err != nil {
		t.Fatal(err)
	}
	var n, w uint64
	change.Unmarshal(counter.Body("n"), &n)
	first, err := v.Record("witness", scope, data.ID{1})
	if err != nil {
		t.Fatal(err)
	}
	change.Unmarshal(first.Body("n"), &w)
	if n < least || n != w {
		t.Errorf("confirmed %d, counter %d, witness %d", least, n, w)
	}
	if n >= 6 {
		last, err := v.Record("witness", scope, data.ID{799 & 255, 799 >> 8})
		if err != nil {
			t.Fatal(err)
		}
		change.Unmarshal(last.Body("n"), &w)
		if w != n/6*6 {
			t.Errorf("the last of an import stands at %d, want %d", w, n/6*6)
		}
	}
	for _, n := range filed {
		content := bytes.Repeat([]byte(fmt.Sprint(n, " ")), 100_000)
		if got, err := v.Blob(sha256.Sum256(content)); err != nil || !bytes.Equal(got, content) {
			t.Errorf("file %d: %v", n, err)
		}
	}
}
