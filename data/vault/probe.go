package vault

import (
	"bytes"
	"context"
	"encoding/binary"
	"encoding/json"
	"io"
	"log/slog"
	"os"
	"os/exec"
	"time"

	"travaux/data/change"
)

// A damaged Badger database can end the process that opens it, from a
// goroutine that cannot be guarded. So a child process opens it first.
const (
	probeEnv     = "TRAVAUX_PROBE"
	probeTimeout = 5 * time.Minute
)

// Exit codes of the child. Anything else, as from a crash or from a program
// that does not know of probing, counts as a bad store: rebuilding is safe.
const (
	ProbeGood = 86
	ProbeBad  = 87
)

type probeRequest struct {
	Dir   string
	Vault []byte
	Key   []byte
}

// ProbeMain must be the first call in main of a program that opens vaults,
// and in TestMain of tests that do. If this process was started to probe a
// store, it does so and exits; else it returns at once.
func ProbeMain() {
	if os.Getenv(probeEnv) != "" {
		os.Exit(RunProbe(os.Stdin))
	}
}

// RunProbe reads a request and examines the store it names: every block,
// every seal, heads and counts. It returns the exit code for the process.
func RunProbe(stdin io.Reader) int {
	var request probeRequest
	if json.NewDecoder(stdin).Decode(&request) != nil || len(request.Vault) != 16 || len(request.Key) != 32 {
		return ProbeBad
	}
	k := deriveKeys(request.Key, vaultID(request.Vault))
	db, err := openBadger(request.Dir, k, true, slog.New(slog.DiscardHandler))
	if err != nil {
		return ProbeBad
	}
	err = examine(db, k)
	if closing := db.close(); err != nil || closing != nil {
		return ProbeBad
	}
	return ProbeGood
}

// examine reads everything and holds it against what meta says.
func examine(db kv, k *keys) error {
	s, err := openStore(db, k, generation{})
	if err != nil {
		return err
	}
	var records, pieces, history, files uint64
	numbers := map[change.DeviceID]uint64{}
	err = db.scan(nil, func(key, _ []byte) error {
		switch key[0] {
		case classRecord:
			records++
		case classPiece:
			pieces++
		case classFile:
			files++
		case classHistory:
			history++
		case classChange:
			device := change.DeviceID(key[1:9])
			numbers[device]++
			if binary.BigEndian.Uint64(key[9:]) != numbers[device] {
				return errFrame
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, c := range s.meta.Chains {
		if numbers[c.Device] != c.Link.Seq {
			return errFrame
		}
	}
	if records != s.meta.Records || pieces != s.meta.Pieces || history != s.meta.changes() || files != uint64(len(s.files)) || len(numbers) != len(s.meta.Chains) {
		return errFrame
	}
	return s.proveLast()
}

// probe reports whether the store can be opened and is whole.
func (v *Vault) probe(ctx context.Context) bool {
	start := v.options.Probe
	if start == nil {
		start = startProbe
	}
	request, err := json.Marshal(probeRequest{v.path(dbName), v.keys.vault[:], v.keys.data})
	if err != nil {
		return false
	}
	defer clear(request)
	code, err := start(ctx, request)
	v.log.Info("store probed", "code", code)
	return err == nil && code == ProbeGood
}

func startProbe(ctx context.Context, request []byte) (int, error) {
	program, err := os.Executable()
	if err != nil {
		return 0, err
	}
	ctx, cancel := context.WithTimeout(ctx, probeTimeout)
	defer cancel()
	child := exec.CommandContext(ctx, program)
	child.Env = append(os.Environ(), probeEnv+"=1")
	child.Stdin = bytes.NewReader(request)
	err = child.Run()
	if child.ProcessState == nil {
		return 0, err
	}
	return child.ProcessState.ExitCode(), nil
}
