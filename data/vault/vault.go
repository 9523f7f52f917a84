package vault

import (
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"time"

	"filippo.io/age"

	"travaux/data"
	"travaux/data/change"
)

// Vault is an open vault. Its methods may be called from any goroutine.
type Vault struct {
	mu      sync.RWMutex
	dir     string
	options Options
	log     *slog.Logger
	lock    *os.File
	keyFile *keyFile
	keys    *keys
	signer  ed25519.PrivateKey
	public  ed25519.PublicKey
	device  change.DeviceID
	ring    *change.Keyring

	receivers []*age.HybridIdentity // the one in use first

	clock   *change.Clock
	journal *journal
	store   *store
	scratch *scratch
	sums    map[string]fileSum // of files that no longer change
	notices []*data.Error
	saver   *time.Timer // syncs the store a moment after the last write
	closed  bool

	outdated bool // the store was made by an older version of the program
	failed   bool // the store no longer follows the journal: Close leaves a rebuild to the next Open
}

const dbName = "db"

// Create makes a vault in dir, which must not exist or be empty, and opens
// it. recoveryCode is to be shown once and kept on paper: with it the vault
// opens when the passphrase is forgotten.
func Create(ctx context.Context, dir string, o Options) (v *Vault, recoveryCode string, err error) {
	dir, err = vaultFolder(dir)
	if err != nil {
		return nil, "", err
	}
	if len(o.Passphrase) == 0 {
		return nil, "", data.E(data.CodeInput, "what", "passphrase")
	}
	if entries, err := os.ReadDir(dir); err == nil && len(entries) > 0 || err != nil && !os.IsNotExist(err) {
		return nil, "", data.E(CodeExists)
	}
	var id vaultID
	rand.Read(id[:])
	dataKey := make([]byte, 32)
	rand.Read(dataKey)
	secret, printed := newRecoveryCode()
	kdf := o.KDF.orDefault()
	k := deriveKeys(dataKey, id)
	file := &keyFile{Format: keyFormat, Vault: id, Name: o.DeviceName, Slots: []slot{
		newSlot(slotPassphrase, o.Passphrase, dataKey, id, kdf),
		newSlot(slotRecovery, secret, dataKey, id, kdf),
	}}
	if err := file.newDevice(k); err != nil {
		return nil, "", err
	}
	if err := buildFolder(dir, func(dir string) error {
		j, err := createJournal(filepath.Join(dir, journalName), k)
		if err != nil {
			return err
		}
		if err := j.close(); err != nil {
			return writeFailed(err)
		}
		return file.save(dir)
	}); err != nil {
		return nil, "", err
	}
	v, err = Open(ctx, dir, o)
	return v, printed, err
}

// buildFolder fills a new folder under another name and gives it its own only
// when it is complete.
func buildFolder(dir string, fill func(dir string) error) error {
	if err := os.MkdirAll(filepath.Dir(dir), 0o700); err != nil {
		return writeFailed(err)
	}
	temp, err := os.MkdirTemp(filepath.Dir(dir), filepath.Base(dir)+".new-")
	if err != nil {
		return writeFailed(err)
	}
	defer os.RemoveAll(temp) // has another name by then, if all went well
	if err := fill(temp); err != nil {
		return err
	}
	os.Remove(dir) // an empty folder would be in the way
	if err := os.Rename(temp, dir); err != nil {
		return writeFailed(err)
	}
	return syncDir(filepath.Dir(dir))
}

// Open opens the vault in dir. After an unclean exit it first makes sure, in
// a child process, that the store is whole, and rebuilds it if not; Notices
// tells what happened.
func Open(ctx context.Context, dir string, o Options) (v *Vault, err error) {
	if os.Getenv(probeEnv) != "" { // a child that was to probe runs a program that does not know how
		return nil, data.E(data.CodeInternal)
	}
	dir, err = vaultFolder(dir)
	if err != nil {
		return nil, err
	}
	copies, damagedCopy, err := readKeyFiles(dir)
	if err != nil {
		return nil, err
	}
	lock, err := lockFolder(dir)
	if err != nil {
		return nil, err
	}
	v = &Vault{dir: dir, options: o, log: o.logger(), lock: lock, ring: change.NewKeyring(), clock: change.NewClock(o.Now)}
	defer func() {
		if err != nil {
			v.abandon()
			v = nil
		}
	}()
	if err := v.unlock(copies); err != nil {
		return v, err
	}
	if len(v.keyFile.Receivers) == 0 { // made before laptops received anything
		if err := v.keyFile.newReceiver(v.keys); err != nil {
			return v, err
		}
		if err := v.keyFile.save(dir); err != nil {
			return v, err
		}
		if err := v.useDevice(); err != nil {
			return v, err
		}
	}
	if damagedCopy {
		if err := v.keyFile.save(dir); err != nil {
			return v, err
		}
		v.notice(NoticeKeyCopy)
	}
	if err := v.load(ctx); err != nil {
		return v, err
	}
	v.options.Passphrase, v.options.RecoveryCode = nil, ""
	return v, v.scratchOpen()
}

// unlock tries the copies of the key file, the latest first.
func (v *Vault) unlock(copies []*keyFile) (err error) {
	for _, file := range copies {
		var dataKey []byte
		if dataKey, err = file.unlock(v.options); err != nil {
			continue
		}
		v.keyFile, v.keys = file, deriveKeys(dataKey, file.Vault)
		return v.useDevice()
	}
	return err
}

func (v *Vault) useDevice() (err error) {
	if v.signer, err = v.keyFile.signingKey(v.keys); err != nil {
		return err
	}
	v.public = v.signer.Public().(ed25519.PublicKey)
	v.device = change.DeviceOf(v.public)
	v.receivers, err = v.keyFile.receivers(v.keys)
	return err
}

// newDevice makes this copy of the vault a device of its own, so that it
// never tells a second story under a name it had before.
func (v *Vault) newDevice() error {
	v.keyFile.Former = append(v.keyFile.Former, v.device)
	if err := v.keyFile.newDevice(v.keys); err != nil {
		return err
	}
	if err := v.keyFile.save(v.dir); err != nil {
		return err
	}
	return v.useDevice()
}

// Notices tells what Open had to mend, as errors whose sentences are meant
// for people. Nothing confirmed was lost, except where the notice says so.
func (v *Vault) Notices() []*data.Error { return v.notices }

func (v *Vault) notice(code data.Code, keyValues ...string) {
	v.notices = append(v.notices, data.E(code, keyValues...))
	v.log.Warn(string(code))
}

// Device names this laptop in the log.
func (v *Vault) Device() change.DeviceID {
	v.mu.RLock()
	defer v.mu.RUnlock()
	return v.device
}

// ChangePassphrase replaces the passphrase; the recovery code stays.
func (v *Vault) ChangePassphrase(ctx context.Context, passphrase []byte) error {
	if len(passphrase) == 0 {
		return data.E(data.CodeInput, "what", "passphrase")
	}
	return v.replaceSlot(slotPassphrase, passphrase)
}

// NewRecoveryCode replaces the recovery code and returns the new one; the old
// one no longer opens the vault.
func (v *Vault) NewRecoveryCode(ctx context.Context) (string, error) {
	secret, printed := newRecoveryCode()
	return printed, v.replaceSlot(slotRecovery, secret)
}

func (v *Vault) replaceSlot(kind slotKind, secret []byte) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.closed {
		return data.E(CodeClosed)
	}
	v.keyFile.setSlot(newSlot(kind, secret, v.keys.data, v.keys.vault, v.options.KDF.orDefault()))
	return v.keyFile.save(v.dir)
}

// Close ends the use of the vault and gives it free. Keys are forgotten as
// far as Go allows; only the end of the process forgets them all.
func (v *Vault) Close() error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.closed {
		return nil
	}
	v.closed = true
	v.stopSaver()
	err := v.store.kv.close()
	if e := v.journal.close(); err == nil && e != nil {
		err = writeFailed(e)
	}
	if e := v.scratch.close(); err == nil && e != nil {
		err = writeFailed(e)
	}
	if err == nil && !v.failed && !v.journal.broken {
		err = v.writeCleanState()
	}
	v.lock.Close()
	clear(v.keys.data)
	clear(v.signer)
	v.ring.Forget()
	return err
}

// abandon gives back what a failed Open had taken.
func (v *Vault) abandon() {
	if v.store != nil {
		v.store.kv.close()
	}
	if v.journal != nil {
		v.journal.close()
	}
	if v.scratch != nil {
		v.scratch.close()
	}
	v.lock.Close()
}
