package vault

import (
	"context"
	"log/slog"
	"time"
)

// Options say how to open or create a vault. One of Passphrase and
// RecoveryCode is needed to open, Passphrase to create.
type Options struct {
	Passphrase   []byte
	RecoveryCode string // as printed; case, spaces and hyphens do not matter

	// DeviceName is what other members see of this laptop. Used when its
	// signing key is made.
	DeviceName string

	// Salvage opens a vault whose journal is damaged beyond recovery with
	// everything that stands before the damage. The damaged files are kept.
	Salvage bool

	// Probe starts a child process that calls RunProbe with request on its
	// standard input, and returns the child's exit code. Nil starts this
	// same program, whose main must call ProbeMain first.
	Probe func(ctx context.Context, request []byte) (exitCode int, err error)

	KDF    KDF              // zero: as strong as this computer's memory allows; weaker only for tests
	Now    func() time.Time // nil: time.Now
	Logger *slog.Logger     // nil: nothing is logged; never receives content
}

// KDF holds the parameters of Argon2id (RFC 9106).
type KDF struct {
	_       struct{} `cbor:",toarray"`
	Time    uint32   // passes
	Memory  uint32   // KiB
	Threads uint8
}

// Bounds of what is accepted from a key file: a forged one must not be able
// to stop the computer.
const (
	maxKDFTime   = 16
	maxKDFMemory = 1 << 20 // 1 GiB
)

// smallMachine is the memory below which 256 MiB for one unlocking is too much.
const smallMachine = 4 << 30

func (k KDF) orDefault() KDF {
	switch {
	case k != KDF{}:
		return k
	case machineMemory() < smallMachine:
		return KDF{Time: 3, Memory: 64 << 10, Threads: 4}
	default:
		return KDF{Time: 3, Memory: 256 << 10, Threads: 4}
	}
}

func (k KDF) allowed() bool {
	return k.Time >= 1 && k.Time <= maxKDFTime && k.Memory >= 8 && k.Memory <= maxKDFMemory && k.Threads >= 1
}

func (o Options) now() time.Time {
	if o.Now == nil {
		return time.Now()
	}
	return o.Now()
}

func (o Options) logger() *slog.Logger {
	if o.Logger == nil {
		return slog.New(slog.DiscardHandler)
	}
	return o.Logger
}
