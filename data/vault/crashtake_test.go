package vault

import (
	"bufio"
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"travaux/data"
	"travaux/data/change"
)

const crashTakeEnv = "TRAVAUX_TEST_CRASH_TAKE"

// crashTaker is the child: it takes bundle after bundle in, each of a laptop of
// its own whose name says how many changes it has, and some with a removal
// that makes the views anew.
func crashTaker(dir string) {
	v, err := Open(context.Background(), dir, light())
	if err != nil {
		fmt.Println("open:", err)
		os.Exit(1)
	}
	fmt.Println("ready")
	var before change.DeviceID
	for n := 1; ; n++ {
		size := 3
		if n%3 == 0 {
			size = 3000 // several frames and several writes
		}
		var removed change.DeviceID
		if n%5 == 0 {
			removed = before
		}
		list := bundleOf(size, removed)
		before = list[0].Device
		if _, err := v.Take(context.Background(), list); err != nil {
			fmt.Println("take:", err)
			os.Exit(1)
		}
		fmt.Println("taken", before)
	}
}

// bundleOf is what a laptop nobody knows would send: it announces itself by
// the number of its changes.
func bundleOf(size int, removed change.DeviceID) (list []change.Change) {
	public, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		panic(err)
	}
	var link change.Link
	at := change.At(time.Now())
	add := func(w change.Write) {
		at++
		c := change.Sign(key, link, at, author, w, nil)
		link = c.Link()
		list = append(list, c)
	}
	add(change.Announce(public, strconv.Itoa(size)))
	if removed != (change.DeviceID{}) {
		add(change.Remove(removed, 2))
	}
	for len(list) < size {
		add(set(byte(len(list)), fmt.Sprint(len(list)/256), "words that were written elsewhere"))
	}
	return list
}

// A laptop is killed while it takes bundles in: each is there whole or not at
// all, and what was confirmed is there.
func TestTakingInIsAllOrNothingWhenTheProcessIsKilled(t *testing.T) {
	cycles := 40
	if testing.Short() {
		cycles = 5
	}
	v, dir := create(t, light())
	v.Close()
	taken := map[string]bool{}
	for cycle := range cycles {
		child := exec.Command(os.Args[0], "-test.run=^$")
		child.Env = append(os.Environ(), crashTakeEnv+"="+dir)
		out, err := child.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		var deadline *time.Timer
		lines := bufio.NewScanner(out)
		for lines.Scan() {
			word, rest, _ := strings.Cut(lines.Text(), " ")
			switch word {
			case "ready":
				deadline = time.AfterFunc(time.Duration(1+cycle*37%300)*time.Millisecond, func() { child.Process.Kill() })
			case "taken":
				taken[rest] = true
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
	v = reopen(t, dir, light())
	there := map[string]bool{}
	for _, k := range v.Heads() {
		there[k.Device.String()] = true
		var entity data.ID
		copy(entity[:], k.Device[:])
		r, err := v.Record(change.KindDevice, data.ID{}, entity)
		if err != nil {
			t.Fatal(err)
		}
		var body change.DeviceBody
		if err := change.Unmarshal(r.Body(""), &body); err != nil {
			t.Fatal(err)
		}
		want, _ := strconv.ParseUint(body.Name, 10, 64)
		if k.Cut != nil {
			want = min(want, k.Cut.Last)
		}
		if k.Link.Seq != want {
			t.Errorf("of %d changes %d are there", want, k.Link.Seq)
		}
	}
	for device := range taken {
		if !there[device] {
			t.Errorf("what %s sent was confirmed and is gone", device)
		}
	}
	verified(t, v)
	t.Logf("%d kills, %d bundles confirmed, %d there", cycles, len(taken), len(there))
	if len(taken) == 0 {
		t.Error("the test shows nothing")
	}
}
