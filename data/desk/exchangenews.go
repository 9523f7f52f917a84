package desk

import (
	"cmp"
	"slices"

	"travaux/data"
	"travaux/data/change"
)

// News is what a bundle brings of one kind of record.
type News struct {
	Kind                  string // one of NewsKinds
	New, Changed, Deleted int
	By                    []data.Member // whose changes they are, by name
	Places                []Place       // the provisions concerned, in the order of the text
}

// Place is a provision, named by its path as citations are made of it.
type Place struct {
	Provision data.ID
	Path      string
	order     int
}

// LaptopNews is a laptop that comes to the delegation, or that is removed.
type LaptopNews struct {
	Peer
	Left bool
}

// MemberNews is a member who comes, whose name or role changes, or who leaves.
type MemberNews struct {
	Before, After data.Member // zero: none
}

// NewsKinds holds the kinds of record that news are told of, in the order in which
// they are told. NewsOther is whatever a newer version of the program may write.
var NewsKinds = slices.Concat([]string{
	kindNegotiation, kindProcedure, kindRevision, kindProvision, kindInstruction, kindCable, kindAcknowledgement,
	kindRedLine, kindOverride, kindPosition, kindDecision, kindLadder, kindStepDown, kindPackage, kindCharge, kindHandOver,
	kindProposal, kindSubmission, kindStep, kindMeeting, kindTurn, kindLiveWith, kindView, kindIssue, kindComment, kindUptake,
	kindParty, kindGroup, kindSpeech, kindRequest, kindReported, kindWork,
}, bookKinds, []string{newsCarry, NewsOther})

// Kinds of news that are no kinds of record.
const (
	newsCarry = "carry" // what was decided of what came over from an earlier revision
	NewsOther = "other"
)

// quiet are kinds of record that are told of in another way, or not at all.
var quiet = map[string]bool{
	change.KindDevice: true, kindMember: true, kindLaptop: true, kindRoster: true, kindAudienceKey: true, kindReceipt: true,
	kindSubmissionFile: true,
}

// NewsKind is the kind of news that a kind of record belongs to.
func NewsKind(kind string) string {
	switch kind {
	case kindCarry, kindCarried, kindPairing:
		return newsCarry
	}
	if slices.Contains(NewsKinds, kind) {
		return kind
	}
	return NewsOther
}

// Member names a member as the delegation will be.
func (in Incoming) Member(id data.ID) data.Member { return in.members[id] }

// Places names provisions in conflict as the text will be.
func (in Incoming) Places(provisions []data.ID) []Place {
	var out []Place
	for _, id := range provisions {
		if p, ok := in.places[id]; ok {
			out = append(out, p)
		}
	}
	return textOrder(out)
}

// compare tells what there will be from what there is.
func (in *Incoming) compare(before, after *Desk, news []change.Change) error {
	reader := after.Me().Role
	in.members, in.places = map[data.ID]data.Member{}, map[data.ID]Place{}
	for _, m := range after.Members() {
		in.members[m.ID] = m
	}
	type of struct {
		recordKey
		readable bool
	}
	authors := map[of][]data.ID{}
	var keys []of
	for _, c := range news {
		can := after.canRead(reader, c)
		if !can {
			in.Passed++
		}
		k := of{recordKey{c.Kind, c.Scope, c.Entity}, can}
		if quiet[c.Kind] || !can || isSheet(c) {
			continue
		}
		if authors[k] == nil {
			keys = append(keys, k)
		}
		if !slices.Contains(authors[k], c.Author) {
			authors[k] = append(authors[k], c.Author)
		}
	}
	told := map[string]*gathered{}
	for _, k := range keys {
		old, err := recordOrNone(before.store, k.recordKey)
		if err != nil {
			return err
		}
		now, err := recordOrNone(after.store, k.recordKey)
		if err != nil {
			return err
		}
		kind := NewsKind(k.kind)
		if told[kind] == nil {
			told[kind] = newGathered(kind)
		}
		told[kind].record(shows(old), shows(now), authors[k], after.placed(k.recordKey))
	}
	for _, kind := range NewsKinds {
		if t := told[kind]; t != nil && t.New+t.Changed+t.Deleted > 0 {
			in.News = append(in.News, t.news(after))
		}
	}
	in.tellConflicts(before, after)
	in.tellInstructions(after, news)
	in.tellRoster(before, after)
	return nil
}

// canRead reports whether a change may be told to a role: it is not sealed to
// others, nor is it of a kind that only others read.
func (d *Desk) canRead(reader data.Role, c change.Change) bool {
	audience := narrower(data.Audience(c.Audience), audienceOf(c.Kind, c.Field))
	return reader.Of(audience) && !d.store.Keyring().Open(c).Sealed
}

func recordOrNone(store Store, k recordKey) (change.Record, error) {
	rec, err := store.Record(k.kind, k.scope, k.entity)
	if data.CodeOf(err) == data.CodeNotFound {
		return change.Record{Kind: k.kind, Scope: k.scope, Entity: k.entity}, nil
	}
	return rec, err
}

// aside are fields that say where a thing is, not what it is.
var aside = map[string]bool{fieldAbout: true, fieldHome: true}

// shows reports whether there is something of a record for a person to see.
func shows(rec change.Record) bool {
	if rec.Deleted() {
		return false
	}
	for name, f := range rec.Fields {
		if head, ok := f.Shown(); ok && !head.Deleted && !aside[name] {
			return true
		}
	}
	return false
}

// placed are the provisions that a record is about.
func (d *Desk) placed(key recordKey) []Place {
	d.mu.RLock()
	ids := d.placesOf(key)
	d.mu.RUnlock()
	return d.places(ids)
}

// places are those of the provisions that the text has.
func (d *Desk) places(provisions []data.ID) []Place {
	var out []Place
	for _, id := range provisions {
		if p, err := d.Provision(id); err == nil && p.Path != "" {
			out = append(out, Place{p.ID, p.Path, p.Order})
		}
	}
	return out
}

// gathered is news as they are gathered.
type gathered struct {
	News
	authors []data.ID
}

func newGathered(kind string) *gathered { return &gathered{News: News{Kind: kind}} }

func (t *gathered) record(had, has bool, authors []data.ID, places []Place) {
	switch {
	case !had && !has:
		return // came and went
	case !had:
		t.New++
	case !has:
		t.Deleted++
	default:
		t.Changed++
	}
	for _, a := range authors {
		if !slices.Contains(t.authors, a) {
			t.authors = append(t.authors, a)
		}
	}
	t.Places = append(t.Places, places...)
}

func (t *gathered) news(d *Desk) News {
	n := t.News
	n.By = d.named(t.authors)
	n.Places = textOrder(n.Places)
	return n
}

// named are members by name.
func (d *Desk) named(ids []data.ID) []data.Member {
	var out []data.Member
	for _, id := range ids {
		m := d.Member(id)
		m.ID = id
		out = append(out, m)
	}
	slices.SortFunc(out, func(a, b data.Member) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID.String(), b.ID.String()))
	})
	return out
}

func textOrder(places []Place) []Place {
	slices.SortStableFunc(places, func(a, b Place) int {
		return cmp.Or(cmp.Compare(a.order, b.order), cmp.Compare(a.Path, b.Path))
	})
	return slices.CompactFunc(places, func(a, b Place) bool { return a.Provision == b.Provision })
}

// tellConflicts lists the fields that will have one version more than they have.
func (in *Incoming) tellConflicts(before, after *Desk) {
	type key struct {
		entity data.ID
		name   string
	}
	versions := map[key]int{}
	for _, c := range before.Conflicts() {
		versions[key{c.Entity, c.name}] = len(c.Versions)
	}
	for _, c := range after.Conflicts() {
		if len(c.Versions) > versions[key{c.Entity, c.name}] {
			in.Conflicts = append(in.Conflicts, c)
			for _, p := range c.Provisions {
				for _, place := range after.places([]data.ID{p}) {
					in.places[p] = place
				}
			}
		}
	}
}

// tellInstructions lists the instructions that come or change.
func (in *Incoming) tellInstructions(after *Desk, news []change.Change) {
	touched := map[data.ID]bool{}
	for _, c := range news {
		touched[c.Entity] = touched[c.Entity] || c.Kind == kindInstruction
	}
	for _, i := range after.AllInstructions() {
		if touched[i.ID] {
			in.Instructions = append(in.Instructions, i)
		}
	}
}

// tellRoster lists what happens to laptops and members.
func (in *Incoming) tellRoster(before, after *Desk) {
	for _, l := range after.peers() {
		old, known := before.peer(l.Device)
		switch {
		case !known && !l.Removed:
			in.Laptops = append(in.Laptops, LaptopNews{l, false})
		case known && !old.Removed && l.Removed:
			in.Laptops = append(in.Laptops, LaptopNews{l, true})
		}
	}
	for _, m := range after.Members() {
		if old := before.Member(m.ID); old != m {
			in.Members = append(in.Members, MemberNews{old, m})
		}
	}
	for _, m := range before.Members() {
		if after.Member(m.ID).ID.IsZero() {
			in.Members = append(in.Members, MemberNews{m, data.Member{}})
		}
	}
}
