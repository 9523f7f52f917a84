// Package desk is the delegation's working state: it folds the views of the
// vault into the domain's values, and turns every act of a person into changes.
//
// It imports data, data/change, data/search and data/text, never the vault
// itself (that it knows as a Store), nor Fyne, Badger or an export.
//
// Invariants:
//   - what a method returns is a copy: callers may keep and alter it;
//   - an act is confirmed only after the store has confirmed it, whole;
//   - every act can be undone and redone by the member who took it, and undoing
//     is itself a change; what an undone import brought is hidden, not removed;
//   - a role is checked here, whatever the window offers.
package desk

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"io"
	"maps"
	"slices"
	"sync"

	"travaux/data"
	"travaux/data/change"
	"travaux/data/roster"
	"travaux/data/search"
)

// Store is what the desk needs of the vault. Append is atomic and durable:
// when it returns nil, all of the writes survive a power cut.
type Store interface {
	Append(ctx context.Context, author data.ID, writes ...change.Write) ([]change.Change, error)
	Records(kind string, scope data.ID, yield func(change.Record) error) error
	Record(kind string, scope, entity data.ID) (change.Record, error) // data.CodeNotFound if never written
	History(entity data.ID) ([]change.Change, error)
	PutBlob(ctx context.Context, content []byte) ([32]byte, error)
	Blob(sum [32]byte) ([]byte, error)
	Scratch(key string) string
	SetScratch(key, text string) error

	// What laptops exchange (data/change.Known, Taken). Since gives changes as
	// they are in the log, bodies sealed; Take is all or nothing, durable, and
	// may give this laptop a new identity, so keys are asked for when needed.
	Heads() []change.Known
	Since(have map[change.DeviceID]uint64, yield func(change.Change) error) error
	Blobs() [][32]byte
	Take(ctx context.Context, changes []change.Change) (change.Taken, error)
	Foresee(changes []change.Change) (change.Taken, error) // what Take would bring or refuse, without writing

	// The keys of this laptop: who uses a store fills its keyring.
	Keyring() *change.Keyring
	SigningKey() ed25519.PublicKey
	Sign(message []byte) []byte
	Recipient() string
	OpenAge(r io.Reader) (io.Reader, error)
}

// Desk is one delegation's desk over one vault. It is safe for concurrent use;
// acts are taken one after another.
type Desk struct {
	store Store

	acts sync.Mutex // held for the whole of an act

	mu           sync.RWMutex // guards what follows; undo and redo change under acts as well
	undo         []step
	redo         []step
	negotiation  data.Negotiation
	founded      data.Words // the summary as it stands in the negotiation's own body
	members      map[data.ID]data.Member
	roster       *roster.State
	sight        sight // of whom what follows was read for
	me           data.ID
	revisions    []data.Revision        // oldest first
	beside       []data.Revision        // texts of other instruments, likewise
	imported     map[data.ID]change.HLC // when each revision was
	texts        map[data.ID]*Text
	positions    shelf[held]
	comments     shelf[data.Comment]
	instructions shelf[data.Instruction]
	decisions    shelf[data.Decision]
	proposals    shelf[data.Proposal]
	steps        shelf[data.TextStep]
	meetings     shelf[data.Meeting]
	liveWith     shelf[data.LiveWith]
	redLines     shelf[data.RedLine]
	overrides    shelf[data.Override]
	ladders      shelf[data.Ladder]
	descents     shelf[data.Descent]
	watching     watching
	concern      concern
	carriage     carriage
	paired       map[data.ID]*paired // by revision, as far as they were read
	listings     map[data.ID]listing
	overrules    map[data.ID]map[data.ID]overrule // what persons said of a proposal, by revision
	judgements   map[judgedKey]*judgedSet
	disputed     disputes
	procedures   []enacted     // oldest first
	judging      int           // counts the acts that judgements do not outlive
	meeting      data.ID       // in which the member at the laptop sits; zero: none
	index        *search.Index // nil: to be built
	version      int           // counts the acts: an index of an older state is not kept

	instructing // what there is about instructions besides themselves
	dealing     // packages, and who is in charge of what
	viewing     // the views of others
	speechmaking
	submitting // what others hand in
	lending    // the library of agreed language

	turns    shelf[data.Turn]  // by meeting
	books    map[string]volume // by kind; what becomes of the treaty
	tallies  tallying          // what was counted of the views
	registry registry          // what was added to the States and groups, and the register with it
}

// Open reads the desk out of a store. A store without a negotiation gives
// CodeNoNegotiation: call Found.
func Open(ctx context.Context, store Store) (*Desk, error) {
	d := &Desk{store: store}
	if err := d.load(); err != nil {
		return nil, err
	}
	if d.negotiation.ID.IsZero() {
		return nil, data.E(CodeNoNegotiation)
	}
	if meeting, err := data.ParseID(store.Scratch(scratchMeeting)); err == nil {
		d.meeting = meeting
	}
	return d, nil
}

// Codes that the desk raises.
const (
	CodeNoNegotiation data.Code = "desk.no-negotiation"  // the vault is empty
	CodeAlready       data.Code = "desk.already"         // that language version is already there; args "symbol", "lang"
	CodeNothingToUndo data.Code = "desk.nothing-to-undo" //
	CodeNoPosition    data.Code = "desk.no-position"     // there is nothing to approve
	CodeNotSubmitted  data.Code = "desk.not-submitted"   // only a submitted position can be approved or returned
	CodeRemark        data.Code = "desk.remark"          // returning needs a remark
	CodeNotHead       data.Code = "desk.not-head"        // only the head of delegation approves
	CodeEmpty         data.Code = "desk.empty"           // nothing was written
	CodeNothingSaid   data.Code = "desk.nothing-said"    // a paper for the outside about views of which none may be told
	CodeNoText        data.Code = "desk.no-text"         // no revision has been imported
	CodeNoWording     data.Code = "desk.no-wording"      // a proposal of that kind needs a wording
	CodeWording       data.Code = "desk.wording"         // a proposal of that kind has no wording
	CodeNoTarget      data.Code = "desk.no-target"       // a move needs a place outside of what is moved
	CodeSameWording   data.Code = "desk.same-wording"    // a proposal that changes nothing
	CodeOtherPlace    data.Code = "desk.other-place"     // a proposal amends one on another provision
	CodeNotOurs       data.Code = "desk.not-ours"        // such a proposal cannot become our wording

	CodeCircle    data.Code = "desk.circle"     // an instruction would supersede, by way of others, itself
	CodeCableSize data.Code = "desk.cable-size" // a cable that is too long to be kept; arg "size"

	CodeOccupied       data.Code = "desk.occupied"         // the provision has a position or a state of its own
	CodeMoreThanNumber data.Code = "desk.more-than-number" // more than the number changed since the approval
	CodeNotCurrent     data.Code = "desk.not-current"      // only the current revision can be paired anew
)

const (
	scratchMe      = "me"
	scratchMeeting = "meeting"
)

// Found writes the first records of an empty vault: the negotiation and the
// member who works at this laptop.
func Found(ctx context.Context, store Store, n data.Negotiation, me data.Member) (*Desk, error) {
	if n.ID.IsZero() {
		n.ID = data.NewID()
	}
	if me.ID.IsZero() {
		me.ID = data.NewID()
	}
	keys, err := firstKeys(store) // nothing for a few is ever written in clear
	if err != nil {
		return nil, err
	}
	writes := slices.Concat(keys, []change.Write{
		set(kindNegotiation, root, n.ID, fieldBody, n), set(kindMember, root, me.ID, fieldBody, me),
	})
	if _, err := store.Append(ctx, me.ID, writes...); err != nil { // the first member needs nobody's leave
		return nil, err
	}
	if err := store.SetScratch(scratchMe, me.ID.String()); err != nil {
		return nil, err
	}
	return Open(ctx, store)
}

// Negotiation returns what the vault is about.
func (d *Desk) Negotiation() data.Negotiation {
	d.mu.RLock()
	defer d.mu.RUnlock()
	n := d.negotiation
	for _, w := range []*data.Words{&n.Title, &n.Body, &n.Session, &n.AgendaItem, &n.StateName, &n.Letterhead, &n.Summary, &n.OwnLevels} {
		*w = maps.Clone(*w)
	}
	n.Participants = slices.Clone(n.Participants)
	return n
}

// SetNegotiation changes titles, session, letterhead and the like, and the
// summary for papers, which others may write than the rest: only what differs is
// written. Writing nothing new is no act.
func (d *Desk) SetNegotiation(ctx context.Context, n data.Negotiation) error {
	d.acts.Lock()
	defer d.acts.Unlock()
	old := d.Negotiation()
	n.ID = old.ID
	var writes []change.Write
	if !maps.Equal(n.Summary, old.Summary) {
		writes = append(writes, set(kindNegotiation, root, n.ID, fieldSummary, n.Summary))
	}
	n.Summary, old.Summary = d.founded, d.founded
	if body := set(kindNegotiation, root, n.ID, fieldBody, n); !bytes.Equal(body.Body, change.Marshal(old)) {
		writes = append(writes, body)
	}
	if len(writes) == 0 {
		return nil
	}
	return d.acted(ctx, "act.negotiation", nil, writes)
}

// Scratch returns what was being typed under that key and was never sent.
func (d *Desk) Scratch(key string) string { return d.store.Scratch("typing/" + key) }

// SetScratch keeps what is being typed, durably, outside the log; "" forgets it.
func (d *Desk) SetScratch(key, text string) error { return d.store.SetScratch("typing/"+key, text) }
