package desk

import (
	"slices"
	"sort"
	"strings"

	"travaux/data"
	"travaux/data/change"
)

// Kinds of record, and the fields that are not named after a language.
const (
	kindNegotiation = "negotiation"
	kindMember      = "member"
	kindRevision    = "revision"
	kindProvision   = "provision"
	kindComment     = "comment"
	kindInstruction = "instruction"
	kindPosition    = "position"
	kindDecision    = "decision"
	kindProposal    = "proposal"
	kindStep        = "textstep"
	kindMeeting     = "meeting"
	kindLiveWith    = "livewith"
	kindCableFile   = "cable-file" // a cable as it came, under the identity of the cable

	fieldBody      = "body"
	fieldAbout     = "about"     // the provisions an annotation is about; outlives it, for the history
	fieldText      = "text"      // of a comment; with "/lang" of a provision
	fieldResolved  = "resolved"  // of a comment
	fieldStance    = "stance"    // of a position
	fieldInternal  = "internal"  // of a position
	fieldWording   = "wording"   // with "/lang", of a position or a proposal
	fieldReasons   = "reasons"   // with "/lang"
	fieldCitations = "citations" // with "/lang"
	fieldTalking   = "talking"   // with "/lang"
	fieldSource    = "source"    // with "/lang", of a revision
	fieldPlace     = "place"     // of a provision in its revision
	fieldWithdrawn = "withdrawn" // of a proposal
	fieldSummary   = "summary"   // of the negotiation
)

// root is the scope of everything that belongs to the negotiation as a whole.
var root data.ID

func set(kind string, scope, entity data.ID, field string, value any) change.Write {
	return change.Write{Kind: kind, Scope: scope, Entity: entity, Op: change.OpSet, Field: field, Body: change.Marshal(value)}
}

// about notes which provisions an annotation concerns.
func about(kind string, entity data.ID, provisions ...data.ID) change.Write {
	return set(kind, root, entity, fieldAbout, provisions)
}

// stillAbout is about for an annotation that may have moved: what it was about
// before keeps it in its history.
func (d *Desk) stillAbout(kind string, entity data.ID, provisions []data.ID) change.Write {
	d.mu.RLock()
	defer d.mu.RUnlock()
	all := slices.Clone(provisions)
	for _, p := range d.concern.of[entity] {
		if !slices.Contains(all, p) {
			all = append(all, p)
		}
	}
	return about(kind, entity, all...)
}

func tombstone(kind string, scope, entity data.ID, field string) change.Write {
	return change.Write{Kind: kind, Scope: scope, Entity: entity, Op: change.OpTombstone, Field: field}
}

// field decodes what a record shows in a field; ok is false where there is
// nothing, a tombstone, or what this laptop has no key for.
func field(rec change.Record, name string, into any) (ok bool, err error) {
	head, ok := rec.Fields[name].Shown()
	if !ok || head.Deleted || head.Sealed {
		return false, nil
	}
	return true, change.Unmarshal(head.Body, into)
}

// words decodes the fields "prefix/lang".
func words(rec change.Record, prefix string) (data.Words, error) {
	out := data.Words{}
	for name := range rec.Fields {
		code, isOurs := strings.CutPrefix(name, prefix+"/")
		lang, known := data.ParseLang(code)
		if !isOurs || !known {
			continue
		}
		var text string
		if ok, err := field(rec, name, &text); err != nil {
			return nil, err
		} else if ok && text != "" {
			out[lang] = text
		}
	}
	return out, nil
}

// load reads all that belongs to the negotiation as a whole. Texts are read
// when they are first asked for.
func (d *Desk) load() error {
	d.members = map[data.ID]data.Member{}
	d.revisions, d.beside = nil, nil
	d.texts = map[data.ID]*Text{}
	d.imported = map[data.ID]change.HLC{}
	d.concern = newConcern()
	d.overrules = map[data.ID]map[data.ID]overrule{}
	d.judgements = map[judgedKey]*judgedSet{}
	d.carriage = newCarriage()
	d.disputed = disputes{}
	d.procedures = nil
	d.paired = map[data.ID]*paired{}
	d.listings = map[data.ID]listing{}
	d.positions = newShelf(d.placePosition)
	d.comments = newShelf(d.placeComment)
	d.instructions = newShelf(d.placeInstruction)
	d.acknowledgements = newShelf(placeAcknowledgement)
	d.cables = newShelf(func(data.ID, *data.Cable) ([]data.ID, bool) { return nil, false })
	d.related.Store(nil)
	d.decisions = newShelf(d.placeDecision)
	d.proposals = newShelf(d.placeProposal)
	d.steps = newShelf(d.placeStep)
	d.meetings = newShelf(func(data.ID, *data.Meeting) ([]data.ID, bool) { return nil, false })
	d.liveWith = newShelf(d.placeLiveWith)
	d.redLines = newShelf(d.placeRedLine)
	d.overrides = newShelf(func(data.ID, *data.Override) ([]data.ID, bool) { return nil, false })
	d.ladders = newShelf(placeLadder)
	d.descents = newShelf(placeDescent)
	d.turns = newShelf(placeTurn)
	d.registry = newRegistry()
	d.speechmaking = d.newSpeechmaking()
	d.submitting = newSubmitting()
	d.works = newShelf(placeWork)
	d.dealing = dealing{newShelf(d.placePackage), newShelf(placeCharge), newShelf(placeHandOver)}
	d.viewing = d.newViewing()
	d.books = newBooks()
	if err := loadKeys(d.store); err != nil {
		return err
	}
	if err := d.loadRoster(); err != nil {
		return err
	}
	if err := d.foldAll(kindNegotiation, kindMember, kindParty, kindGroup); err != nil {
		return err
	}
	d.settle()
	d.sight.role = d.members[d.me].Role // who reads is known before what there is to read
	// Revisions first, with what was carried into them: it says where the rest is.
	if err := d.foldAll(kindAcknowledgement, kindCable, kindProcedure, kindRevision); err != nil {
		return err
	}
	if err := d.foldAll(kindSpeech, kindRequest, kindReported); err != nil {
		return err
	}
	if err := d.foldAll(kindTurn, kindWork); err != nil {
		return err
	}
	if err := d.foldAll(kindSubmission); err != nil {
		return err
	}
	if err := d.foldAll(bookKinds...); err != nil {
		return err
	}
	return d.foldAll(kindComment, kindInstruction, kindPosition, kindDecision, kindProposal, kindStep, kindMeeting, kindLiveWith, kindUptake, kindRedLine, kindOverride, kindLadder, kindStepDown, kindPackage, kindCharge, kindHandOver, kindView, kindIssue)
}

// foldAll reads all records of those kinds into the state.
func (d *Desk) foldAll(kinds ...string) error {
	var failed error
	records, readFailed := d.read(kinds...)
	for batch := range records {
		for _, rec := range batch {
			if failed == nil {
				failed = d.fold(rec)
			}
		}
	}
	if failed == nil {
		failed = readFailed()
	}
	return failed
}

// readAhead is how many records are handed over at once.
const readAhead = 256

// read gives all records of those kinds. They are decrypted and unpacked while
// earlier ones are folded: with many comments that is most of opening a desk.
// failed is to be asked when there are no more.
func (d *Desk) read(kinds ...string) (records <-chan []change.Record, failed func() error) {
	out := make(chan []change.Record, 4)
	var err error
	go func() {
		defer close(out)
		var batch []change.Record
		for _, kind := range kinds {
			err = d.store.Records(kind, root, func(rec change.Record) error {
				if batch = append(batch, rec); len(batch) == readAhead {
					out <- batch
					batch = nil
				}
				return nil
			})
			if err != nil {
				return
			}
		}
		out <- batch
	}()
	return out, func() error { return err }
}

// fold takes one record into the state.
func (d *Desk) fold(rec change.Record) error {
	rec = d.sight.masked(rec)
	if err := d.foldConcern(rec); err != nil {
		return err
	}
	d.foldConflicts(rec)
	if book := d.books[rec.Kind]; book != nil {
		return book.fold(d, rec)
	}
	switch rec.Kind {
	case kindNegotiation:
		var n data.Negotiation // a fresh one: decoding into the old would keep what is gone
		ok, err := field(rec, fieldBody, &n)
		if !ok || err != nil {
			return err
		}
		d.founded = n.Summary
		var summary data.Words
		if ok, err = field(rec, fieldSummary, &summary); ok {
			n.Summary = summary
		}
		d.negotiation, d.registry.register = n, nil
		return err
	case kindMember:
		var m data.Member
		ok, err := field(rec, fieldBody, &m)
		if ok {
			d.members[rec.Entity] = m
		} else {
			delete(d.members, rec.Entity)
		}
		return err
	case kindRevision:
		return d.foldRevision(rec)
	case kindProvision:
		delete(d.texts, rec.Scope)
	case kindComment:
		return d.foldComment(rec)
	case kindInstruction:
		return d.foldInstruction(rec)
	case kindAcknowledgement:
		return foldBody(d, &d.acknowledgements, rec)
	case kindCable:
		return d.foldCable(rec)
	case kindPosition:
		return d.foldPosition(rec)
	case kindDecision:
		return d.foldDecision(rec)
	case kindProcedure:
		return d.foldProcedure(rec)
	case kindProposal:
		return d.foldProposal(rec)
	case kindStep:
		return foldBody(d, &d.steps, rec)
	case kindMeeting:
		return foldBody(d, &d.meetings, rec)
	case kindWork:
		return d.foldWork(rec)
	case kindTurn:
		return foldBody(d, &d.turns, rec)
	case kindLiveWith:
		return foldBody(d, &d.liveWith, rec)
	case kindRedLine:
		return foldBody(d, &d.redLines, rec)
	case kindOverride:
		return foldBody(d, &d.overrides, rec)
	case kindLadder:
		return d.foldLadder(rec)
	case kindStepDown:
		return foldBody(d, &d.descents, rec)
	case kindPackage:
		return foldBody(d, &d.packages, rec)
	case kindCharge:
		return foldBody(d, &d.charges, rec)
	case kindHandOver:
		return foldBody(d, &d.handOvers, rec)
	case kindView:
		return d.foldView(rec)
	case kindIssue:
		return d.foldIssue(rec)
	case kindSpeech:
		return d.foldSpeech(rec)
	case kindRequest:
		return foldBody(d, &d.requests, rec)
	case kindReported:
		return foldBody(d, &d.reported, rec)
	case kindSubmission:
		return d.foldSubmission(rec)
	case kindUptake:
		return d.foldUptake(rec)
	case kindPairing:
		delete(d.paired, rec.Scope)
	case kindParty:
		return d.foldParty(rec)
	case kindGroup:
		return d.foldGroup(rec)
	case kindCarry, kindCarried:
		return d.foldCarriage(rec)
	}
	return nil
}

// foldConcern notes which provisions an annotation is about.
func (d *Desk) foldConcern(rec change.Record) error {
	var about []data.ID
	ok, err := field(rec, fieldAbout, &about)
	if ok {
		d.concern.note(rec.Entity, about)
	}
	return err
}

// foldBody keeps an annotation that is one body, or drops it if it was deleted.
func foldBody[T any](d *Desk, in *shelf[T], rec change.Record) error {
	var it T
	ok, err := field(rec, fieldBody, &it)
	if err != nil {
		return err
	}
	if ok {
		in.put(rec.Entity, it, recorded(rec), d.carriage.moved(rec.Entity))
	} else {
		in.drop(rec.Entity)
	}
	return nil
}

func (d *Desk) foldRevision(rec change.Record) error {
	same := func(r data.Revision) bool { return r.ID == rec.Entity }
	d.revisions, d.beside = without(d.revisions, same), without(d.beside, same)
	delete(d.texts, rec.Entity)
	var r data.Revision
	switch ok, err := field(rec, fieldBody, &r); {
	case err != nil:
		return err
	case !ok:
		return d.loadCarriage(rec.Entity)
	}
	d.imported[r.ID] = recorded(rec)
	r.Sources = nil
	for _, lang := range data.Langs {
		var s data.Source
		if ok, err := field(rec, fieldSource+"/"+string(lang), &s); err != nil {
			return err
		} else if ok {
			r.Sources = append(r.Sources, s)
		}
	}
	list := &d.revisions
	if r.Kind == data.RevisionBeside {
		list = &d.beside
	}
	*list = append(*list, r)
	sort.SliceStable(*list, func(i, j int) bool {
		a, b := (*list)[i], (*list)[j]
		if a.Date != b.Date {
			return a.Date.Before(b.Date)
		}
		return d.imported[a.ID] < d.imported[b.ID]
	})
	return d.loadCarriage(rec.Entity)
}

func without[T any](list []T, drop func(T) bool) []T {
	out := list[:0]
	for _, v := range list {
		if !drop(v) {
			out = append(out, v)
		}
	}
	return out
}

func (d *Desk) foldComment(rec change.Record) error {
	var c data.Comment
	ok, err := field(rec, fieldBody, &c)
	if err != nil {
		return err
	}
	written, err := field(rec, fieldText, &c.Text)
	if err != nil {
		return err
	}
	if !ok || !written {
		d.comments.drop(rec.Entity)
		return nil
	}
	if _, err := field(rec, fieldResolved, &c.Resolved); err != nil {
		return err
	}
	d.comments.put(rec.Entity, c, recorded(rec), d.carriage.moved(rec.Entity))
	return nil
}

func (d *Desk) foldPosition(rec change.Record) error {
	p := data.Position{Provision: rec.Entity}
	var err error
	if _, err = field(rec, fieldStance, &p.Stance); err != nil {
		return err
	}
	if _, err = field(rec, fieldInternal, &p.InternalReasons); err != nil {
		return err
	}
	for prefix, into := range map[string]*data.Words{fieldWording: &p.Wording, fieldReasons: &p.PublicReasons, fieldCitations: &p.Citations, fieldTalking: &p.TalkingPoints} {
		if *into, err = words(rec, prefix); err != nil {
			return err
		}
	}
	if p.IsZero() {
		d.positions.drop(rec.Entity)
		return nil
	}
	h := held{Position: p, wrote: boundHands(rec)}
	if _, err := field(rec, fieldHome, &h.home); err != nil {
		return err
	}
	d.positions.put(rec.Entity, h, 0, d.carriage.moved(rec.Entity))
	return nil
}

func (d *Desk) foldProposal(rec change.Record) error {
	var p data.Proposal
	ok, err := field(rec, fieldBody, &p)
	if err != nil {
		return err
	}
	if !ok {
		d.proposals.drop(rec.Entity)
		return nil
	}
	if p.Wording, err = words(rec, fieldWording); err != nil {
		return err
	}
	if _, err := field(rec, fieldReasons, &p.Reasons); err != nil {
		return err
	}
	if _, err := field(rec, fieldWithdrawn, &p.Withdrawn); err != nil {
		return err
	}
	d.proposals.put(rec.Entity, p, recorded(rec), d.carriage.moved(rec.Entity))
	return nil
}
