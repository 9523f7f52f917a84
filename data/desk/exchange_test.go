package desk_test

import (
	"bytes"
	"crypto/sha256"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/change"
	"travaux/data/desk"
	"travaux/data/exchange"
	"travaux/data/vault"
)

// station is somebody's laptop with a real vault.
type station struct {
	*desk.Desk
	vault *vault.Vault
	dir   string
	t     *testing.T
}

// headStation is the laptop of a head who has a draft and has started a roster.
func headStation(t *testing.T) *station {
	t.Helper()
	d, v, dir := newDesk(t)
	_, err := d.Import(ctx, desk.Issue{Symbol: "L/1", Kind: data.RevisionZero}, data.NoProgress{}, version(data.English, draftEnglish))
	must(t, err)
	must(t, d.StartRoster(ctx, "blue laptop"))
	return &station{d, v, dir, t}
}

// joins makes a laptop that joins the delegation through files alone.
func (h *station) joins(person string, role data.Role) *station {
	h.t.Helper()
	s := emptyStation(h.t)
	card, err := desk.MakeCard(s.vault, person, person+"’s laptop", role)
	must(h.t, err)
	var file bytes.Buffer
	must(h.t, exchange.WriteCard(&file, card))
	read, err := exchange.ReadCard(&file)
	must(h.t, err)
	_, err = h.Admit(ctx, read, data.Member{Name: read.Person, Role: read.Role})
	must(h.t, err)
	in, err := desk.ReadInvitation(ctx, s.vault, bytes.NewReader(h.packs(s)))
	must(h.t, err)
	if !slices.Equal(in.From.Fingerprint(), h.Fingerprint()) {
		h.t.Fatal("the invitation does not show the head's fingerprint")
	}
	s.Desk, err = desk.Join(ctx, s.vault, in)
	must(h.t, err)
	return s
}

func emptyStation(t *testing.T) *station {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "vault")
	v, _, err := vault.Create(ctx, dir, light())
	must(t, err)
	t.Cleanup(func() { v.Close() })
	return &station{nil, v, dir, t}
}

// packs is a bundle for those laptops.
func (s *station) packs(to ...*station) []byte {
	s.t.Helper()
	var ids []change.DeviceID
	for _, x := range to {
		ids = append(ids, x.vault.Device())
	}
	var b bytes.Buffer
	_, err := s.Pack(ctx, ids, &b)
	must(s.t, err)
	return b.Bytes()
}

// takes previews a bundle and takes it in.
func (s *station) takes(bundle []byte) desk.Incoming {
	s.t.Helper()
	in, err := s.Preview(ctx, bytes.NewReader(bundle))
	must(s.t, err)
	if !in.Repeated {
		must(s.t, s.TakeIn(ctx, in))
	}
	return in
}

// files is a digest of every file of the vault.
func (s *station) files() map[string][32]byte {
	s.t.Helper()
	sums := map[string][32]byte{}
	must(s.t, filepath.WalkDir(s.dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		sums[path] = sha256.Sum256(content)
		return err
	}))
	return sums
}

func (s *station) mustBeAsBefore(before map[string][32]byte) {
	s.t.Helper()
	after := s.files()
	for path, sum := range before {
		if after[path] != sum {
			s.t.Fatalf("%s has changed", filepath.Base(path))
		}
	}
	if len(after) != len(before) {
		s.t.Fatalf("%d files, there were %d", len(after), len(before))
	}
}

func TestLaptopsExchange(t *testing.T) {
	head := headStation(t)
	ana := head.joins("Ana", data.RoleDelegate)
	capital := head.joins("Cleo", data.RoleCapital)
	notes := head.joins("Nils", data.RoleNoteTaker)
	duty := at(t, head.Desk, "ch1/art2/1").ID

	if got := ana.Me(); got.Name != "Ana" || got.Role != data.RoleDelegate {
		t.Fatalf("at Ana's laptop works %+v", got)
	}
	if text, err := ana.Current(); err != nil || text.Revision.Symbol != "L/1" {
		t.Fatalf("Ana has no text: %v", err)
	}
	source := ana.Revisions()[0].Sources[0]
	if content, err := ana.SourceBytes(source); err != nil || string(content) != draftEnglish {
		t.Errorf("the draft's file did not come: %v", err)
	}

	// The head hears of capital and the note-taker first; then instructs and comments.
	ana.takes(head.packs(ana, capital, notes))
	_, err := head.SetInstruction(ctx, data.Instruction{Provisions: []data.ID{duty}, Reference: "MFA/1", Issuer: "Ministry", Text: "Lamps must be lit."})
	must(t, err)
	_, err = head.Comment(ctx, duty, data.Anchor{}, "Dusk is early here.")
	must(t, err)
	bundle := head.packs(ana, capital, notes)

	in := ana.takes(bundle)
	if in.From.Who.Role != data.RoleHead || in.From.Name != "blue laptop" || in.New == 0 {
		t.Errorf("incoming: %+v", in)
	}
	if len(in.Instructions) != 1 || in.Instructions[0].Reference != "MFA/1" {
		t.Errorf("instructions that are new: %+v", in.Instructions)
	}
	comments := news(in, "comment")
	if comments.New != 1 || len(comments.By) != 1 || comments.By[0].Name != "A. Head" || len(comments.Places) != 1 || comments.Places[0].Path != "ch1/art2/1" {
		t.Errorf("comments: %+v", comments)
	}
	if len(ana.Comments(duty)) != 1 || len(ana.AllInstructions()) != 1 {
		t.Error("what was taken in is not on the desk")
	}

	in = notes.takes(bundle)
	if len(in.Instructions) != 0 || news(in, "instruction").New != 0 || in.Passed == 0 || news(in, "comment").New != 1 {
		t.Errorf("the note-taker is told of instructions: %+v", in)
	}
	if len(notes.AllInstructions()) != 0 {
		t.Error("the note-taker reads instructions")
	}

	// What the note-taker only passes on reaches capital whole.
	in = capital.takes(notes.packs(capital))
	if len(capital.AllInstructions()) != 1 || len(in.Instructions) != 1 {
		t.Error("an instruction that was passed on did not arrive")
	}

	again, err := ana.Preview(ctx, bytes.NewReader(bundle))
	must(t, err)
	if !again.Repeated || again.New != 0 {
		t.Errorf("taken twice: %+v", again)
	}
	wantCode(t, ana.TakeIn(ctx, again), desk.CodeReplayed)
}

// news is what an incoming bundle tells of one kind.
func news(in desk.Incoming, kind string) desk.News {
	for _, n := range in.News {
		if n.Kind == kind {
			return n
		}
	}
	return desk.News{}
}

func TestReceiptsTravelBack(t *testing.T) {
	head := headStation(t)
	ana := head.joins("Ana", data.RoleDelegate)
	ben := head.joins("Ben", data.RoleAdviser)
	duty := at(t, head.Desk, "ch1/art2/1").ID
	holding := func(s, of *station) desk.Holding {
		for _, h := range s.Holdings() {
			if h.Device == of.vault.Device() {
				return h
			}
		}
		t.Fatalf("nothing is known of a laptop")
		return desk.Holding{}
	}
	if h := holding(head, ana); !h.Heard.IsZero() || h.Sent.IsZero() || h.Behind == 0 {
		t.Errorf("before a receipt: %+v", h)
	}
	_, err := ana.Comment(ctx, duty, data.Anchor{}, "One.")
	must(t, err)
	head.takes(ana.packs(head))
	if h := holding(head, ana); h.Heard.IsZero() {
		t.Errorf("after a receipt: %+v", h)
	}
	whole, small := head.packs(ben), head.packs(ana)
	if n, m := len(whole), len(small); m >= n {
		t.Errorf("%d bytes for who has confirmed, %d for who has not", m, n)
	}
	ana.takes(small)
	head.takes(ana.packs(head))
	if h := holding(head, ana); h.Behind != 0 {
		t.Errorf("who has everything: %+v", h)
	}

	// Ben's comments reach the head through a file that Ana has not seen: she
	// learns from the head's receipt that they exist.
	ben.takes(whole)
	_, err = ben.Comment(ctx, duty, data.Anchor{}, "Two.")
	must(t, err)
	_, err = head.Comment(ctx, duty, data.Anchor{}, "Three.")
	must(t, err)
	head.takes(ben.packs(head))
	if len(ana.Missing()) != 0 {
		t.Errorf("missing before anybody told: %+v", ana.Missing())
	}
}

func TestAnyOrder(t *testing.T) {
	head := headStation(t)
	ana := head.joins("Ana", data.RoleDelegate)
	ben := head.joins("Ben", data.RoleDelegate)
	duty := at(t, head.Desk, "ch1/art2/1").ID
	ana.takes(head.packs(ana))
	var bundles [][]byte
	for _, words := range []string{"one", "two", "three"} {
		_, err := ana.Comment(ctx, duty, data.Anchor{}, words)
		must(t, err)
		bundles = append(bundles, ana.packs(head, ben))
	}
	for _, i := range []int{2, 0, 1, 2} {
		head.takes(bundles[i])
	}
	for _, i := range []int{0, 1, 2} {
		ben.takes(bundles[i])
	}
	for _, s := range []*station{head, ben} {
		if n := len(s.Comments(duty)); n != 3 {
			t.Errorf("%d comments", n)
		}
	}
	// Behind a receipt there is nothing more to send; without the earlier ones a
	// later bundle would have a gap, so it holds them.
	in, err := head.Preview(ctx, bytes.NewReader(bundles[0]))
	must(t, err)
	if !in.Repeated {
		t.Errorf("a bundle that came late: %+v", in)
	}
}

func TestConflictsAreForetold(t *testing.T) {
	head := headStation(t)
	ana := head.joins("Ana", data.RoleDelegate)
	duty := at(t, head.Desk, "ch1/art2/1").ID
	must(t, head.SetPosition(ctx, data.Position{Provision: duty, Stance: data.StanceAmend, Wording: data.Words{data.English: "Lamps shall burn."}}))
	must(t, ana.SetPosition(ctx, data.Position{Provision: duty, Stance: data.StanceAmend, Wording: data.Words{data.English: "Lamps should burn."}}))
	in, err := head.Preview(ctx, bytes.NewReader(ana.packs(head)))
	must(t, err)
	var wording *desk.Conflict
	for i, c := range in.Conflicts {
		if c.Field == "wording" {
			wording = &in.Conflicts[i]
		}
	}
	if wording == nil || len(wording.Versions) != 2 || wording.Lang != data.English {
		t.Fatalf("conflicts foretold: %+v", in.Conflicts)
	}
	if len(head.Conflicts()) != 0 {
		t.Error("the preview has changed the desk")
	}
	must(t, head.TakeIn(ctx, in))
	if len(head.Conflicts()) != len(in.Conflicts) {
		t.Errorf("%d conflicts came, %d were foretold", len(head.Conflicts()), len(in.Conflicts))
	}
}

func TestRefusedBundlesChangeNothing(t *testing.T) {
	head := headStation(t)
	ana := head.joins("Ana", data.RoleDelegate)
	ben := head.joins("Ben", data.RoleDelegate)
	duty := at(t, head.Desk, "ch1/art2/1").ID
	_, err := head.Comment(ctx, duty, data.Anchor{}, "For Ana.")
	must(t, err)
	good := head.packs(ana)
	stranger := headStation(t)
	strangers := stranger.joins("Ana", data.RoleDelegate)
	before := ana.files()
	refuse := func(name string, bundle []byte, want ...data.Code) {
		t.Helper()
		_, err := ana.Preview(ctx, bytes.NewReader(bundle))
		if !slices.Contains(want, data.CodeOf(err)) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for n := 101; n < len(good); n += 101 {
		refuse("cut", good[:n], exchange.CodeIncomplete)
	}
	for i := 0; i < len(good); i += 37 {
		bad := bytes.Clone(good)
		bad[i] ^= 1 << (i % 8)
		refuse("altered", bad, exchange.CodeAltered, exchange.CodeForeign, exchange.CodeNoBundle, exchange.CodeIncomplete)
	}
	refuse("for another", head.packs(ben), exchange.CodeForeign)
	refuse("of another negotiation", stranger.packs(strangers), exchange.CodeForeign)
	refuse("a picture", []byte("\x89PNG"), exchange.CodeNoBundle)
	ana.mustBeAsBefore(before)
	ana.takes(good)
	if len(ana.Comments(duty)) != 1 {
		t.Error("the good one did not arrive")
	}
}

func TestWhoMaySend(t *testing.T) {
	head := headStation(t)
	ana := head.joins("Ana", data.RoleDelegate)
	ben := head.joins("Ben", data.RoleDelegate)
	duty := at(t, head.Desk, "ch1/art2/1").ID
	ana.takes(head.packs(ana))

	// Ben's laptop is lost: what he packs afterwards is refused, also by those who
	// learn of it in the same bundle.
	_, err := ben.Comment(ctx, duty, data.Anchor{}, "From the lost laptop.")
	must(t, err)
	late := ben.packs(ana, head)
	must(t, head.RemoveLaptop(ctx, ben.vault.Device()))
	in := ana.takes(head.packs(ana))
	if len(in.Laptops) != 1 || !in.Laptops[0].Left || in.Laptops[0].Who.Name != "Ben" {
		t.Errorf("laptops: %+v", in.Laptops)
	}
	for _, s := range []*station{head, ana} {
		before := s.files()
		_, err := s.Preview(ctx, bytes.NewReader(late))
		wantCode(t, err, desk.CodeUnknownSender)
		s.mustBeAsBefore(before)
	}
	_, err = head.Pack(ctx, []change.DeviceID{ben.vault.Device()}, &bytes.Buffer{})
	wantCode(t, err, desk.CodeNoLaptop)
	_, err = head.Pack(ctx, nil, &bytes.Buffer{})
	wantCode(t, err, exchange.CodeNobody)
}

func TestSoloVaultExchangesNothing(t *testing.T) {
	d := imported(t)
	_, err := d.Pack(ctx, nil, &bytes.Buffer{})
	wantCode(t, err, desk.CodeNoRoster)
}

func TestSealedWithAPassphrase(t *testing.T) {
	head := headStation(t)
	ana := head.joins("Ana", data.RoleDelegate)
	duty := at(t, head.Desk, "ch1/art2/1").ID
	_, err := head.Comment(ctx, duty, data.Anchor{}, "For whoever has the passphrase.")
	must(t, err)
	var b bytes.Buffer
	_, err = head.PackSealedWith(ctx, []byte("correct horse"), &b)
	must(t, err)
	_, err = ana.Preview(ctx, bytes.NewReader(b.Bytes()))
	wantCode(t, err, exchange.CodePassphraseWanted)
	_, err = ana.PreviewSealedWith(ctx, bytes.NewReader(b.Bytes()), []byte("battery"))
	wantCode(t, err, exchange.CodePassphrase)
	in, err := ana.PreviewSealedWith(ctx, bytes.NewReader(b.Bytes()), []byte("correct horse"))
	must(t, err)
	must(t, ana.TakeIn(ctx, in))
	if len(ana.Comments(duty)) != 1 {
		t.Error("the comment did not arrive")
	}
}

func TestJoining(t *testing.T) {
	head := headStation(t)
	ana := head.joins("Ana", data.RoleDelegate)
	waiting := emptyStation(t)
	if _, ok := desk.WaitingCard(waiting.vault); ok {
		t.Error("a new vault waits already")
	}
	card, err := desk.MakeCard(waiting.vault, "Dora", "red laptop", data.RoleObserver)
	must(t, err)
	if kept, ok := desk.WaitingCard(waiting.vault); !ok || !slices.Equal(kept.Fingerprint(), card.Fingerprint()) {
		t.Error("the card was not kept")
	}
	var sealed bytes.Buffer
	_, err = head.PackSealedWith(ctx, []byte("correct horse"), &sealed)
	must(t, err)
	read := func(bundle []byte) error {
		_, err := desk.ReadInvitation(ctx, waiting.vault, bytes.NewReader(bundle))
		return err
	}
	_, err = desk.ReadInvitationSealedWith(ctx, waiting.vault, bytes.NewReader(sealed.Bytes()), []byte("correct horse"))
	wantCode(t, err, desk.CodeNotMine)
	wantCode(t, read(head.packs(ana)), exchange.CodeForeign)

	_, err = head.Admit(ctx, card, data.Member{Name: "Dora", Role: data.RoleObserver})
	must(t, err)
	ana.takes(head.packs(ana))
	if err := read(ana.packs(waiting)); err == nil {
		t.Error("a delegate's laptop may invite")
	}
	in, err := desk.ReadInvitation(ctx, waiting.vault, bytes.NewReader(head.packs(waiting)))
	must(t, err)
	if in.Me.Name != "Dora" || in.Revisions != 1 || len(in.Members) != 3 {
		t.Errorf("invitation: %+v", in)
	}
	waiting.Desk, err = desk.Join(ctx, waiting.vault, in)
	must(t, err)
	if waiting.Me().Role != data.RoleObserver {
		t.Errorf("works as %+v", waiting.Me())
	}
	if _, ok := desk.WaitingCard(waiting.vault); ok {
		t.Error("it still waits")
	}
	wantCode(t, read(head.packs(waiting)), desk.CodeNotEmpty)
	in2, err := waiting.Preview(ctx, bytes.NewReader(head.packs(waiting)))
	must(t, err)
	if in2.New != 0 {
		t.Errorf("%d changes new after joining", in2.New)
	}
}

// TestCanaryInBundles: what is for a few is nowhere in a bundle in clear.
func TestCanaryInBundles(t *testing.T) {
	head := headStation(t)
	notes := head.joins("Nils", data.RoleNoteTaker)
	_, err := head.SetInstruction(ctx, data.Instruction{Text: "CANARY in an instruction"})
	must(t, err)
	bundle := head.packs(notes)
	plain, err := notes.vault.OpenAge(bytes.NewReader(bundle))
	must(t, err)
	var all strings.Builder
	buffer := make([]byte, 1<<16)
	for {
		n, err := plain.Read(buffer)
		all.Write(buffer[:n])
		if err != nil {
			break
		}
	}
	if strings.Contains(all.String(), "CANARY") {
		t.Error("the note-taker's bundle holds an instruction in clear")
	}
	if !strings.Contains(all.String(), "Nils") {
		t.Error("the test does not see what is in the bundle")
	}
}
