package desk

import (
	"slices"
	"sort"
	"strings"
	"time"

	"travaux/data"
	"travaux/data/change"
)

// AuditFilter says which lines of an audit are wanted; its zero value, all.
type AuditFilter struct {
	Person    data.ID   // zero: everybody
	Day       data.Date // in Zone; zero: every day
	Zone      *time.Location
	Provision data.ID // in any revision; zero: all, and what concerns none
}

// onDay reports whether a moment falls on the day that is asked for.
func (f AuditFilter) onDay(t time.Time) bool {
	zone := f.Zone
	if zone == nil {
		zone = time.UTC
	}
	return f.Day.IsZero() || data.DateOf(t.In(zone)) == f.Day
}

// auditKinds names the changes for which the history of a provision has no
// sentence, by kind.
var auditKinds = map[string]string{
	kindNegotiation: "audit.negotiation", kindMember: "audit.member", kindRevision: "audit.revision",
	kindMeeting: "audit.meeting", kindTurn: "audit.turn", kindWork: "audit.work", kindAcknowledgement: "audit.acknowledgement", kindCable: "audit.cable",
	kindCableFile: "audit.cable", kindPackage: "audit.package", kindCharge: "audit.charge",
	kindHandOver: "audit.hand-over", kindProcedure: "audit.procedure", kindReceipt: "audit.receipt",
	kindAudienceKey: "audit.key", kindLaptop: "audit.laptop", kindRoster: "audit.roster",
	kindInstruction: "audit.instruction", kindParty: "audit.party", kindGroup: "audit.group",
	kindReported: "audit.reported", kindSpeech: "audit.speech",
	kindSubmission: "audit.submission", kindSubmissionFile: "audit.submission",
}

// Audit tells every change of the log, oldest first: who did what when, on
// which provision, by which laptop. What the member may not read is told
// without its words. It needs data.RightAudit, and reads the whole log.
func (d *Desk) Audit(filter AuditFilter) ([]data.AuditLine, error) {
	if !d.Me().Role.May(data.RightAudit) {
		return nil, data.E(data.CodeForbidden)
	}
	if !filter.Provision.IsZero() {
		filter.Provision = d.permanent(filter.Provision)
	}
	d.mu.RLock()
	sight := d.sight
	d.mu.RUnlock()
	type told struct {
		data.AuditLine
		at    change.HLC
		place string // entity and field, to tell before from after
	}
	var log []change.Change // the store is not asked anything else while it is read
	err := d.store.Since(nil, func(c change.Change) error {
		if filter.Person.IsZero() || c.Author == filter.Person || wording(c) {
			log = append(log, c)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	var all []told
	for _, c := range log {
		provisions := d.auditProvisions(c)
		if !filter.Provision.IsZero() && !slices.Contains(provisions, filter.Provision) {
			continue
		}
		line, ok, err := d.auditLine(c, sight)
		if err != nil {
			return nil, err
		}
		if ok {
			line.Provisions = provisions
			all = append(all, told{line, c.Time, c.Entity.String() + c.Field})
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].at < all[j].at })
	shown := map[string]string{}
	var out []data.AuditLine
	for _, t := range all {
		t.Before, shown[t.place] = shown[t.place], t.After
		if (filter.Person.IsZero() || t.Author == filter.Person) && filter.onDay(t.Time) {
			out = append(out, t.AuditLine)
		}
	}
	return out, nil
}

// wording reports whether a change is to words that a later one may replace:
// its words are needed as those before, whoever wrote them.
func wording(c change.Change) bool {
	name, _, _ := strings.Cut(c.Field, "/")
	return slices.Contains([]string{fieldText, fieldWording, fieldReasons, fieldInternal, fieldCitations, fieldStance, fieldBody}, name)
}

// auditLine puts one change into the terms of the history; ok is false for what
// only accompanies another change.
func (d *Desk) auditLine(c change.Change, sight sight) (line data.AuditLine, ok bool, err error) {
	line = data.AuditLine{Time: c.Time.Time(), Author: c.Author, Device: c.Device.String(), Number: c.Seq, Kind: c.Kind}
	name, code, _ := strings.Cut(c.Field, "/")
	line.Lang, _ = data.ParseLang(code)
	c = d.store.Keyring().Open(c)
	switch {
	case name == fieldAbout || name == fieldHome:
		return line, false, nil
	case c.Op == change.OpDevice:
		line.What = "audit.device"
		return line, true, nil
	case c.Op == change.OpCut:
		line.What = "audit.removed"
		return line, true, nil
	case c.Sealed || !sight.sees(c.Kind, c.Field, c.Audience):
		line.What, line.Sealed = "audit.sealed", true
		return line, true, nil
	}
	e, ok, err := event(c)
	if err != nil {
		return line, false, err
	}
	if ok {
		line.What, line.Before, line.After = e.What, e.Before, e.After
		return line, true, nil
	}
	line.What = auditKinds[c.Kind]
	if line.What != "" && c.Op == change.OpTombstone {
		line.What = "audit.taken-back"
	}
	return line, line.What != "", nil
}

// auditProvisions are the provisions that a change concerns.
func (d *Desk) auditProvisions(c change.Change) []data.ID {
	switch c.Kind {
	case kindProvision, kindPosition:
		return []data.ID{d.permanent(c.Entity)}
	}
	d.mu.RLock()
	about := slices.Clone(d.concern.of[c.Entity])
	d.mu.RUnlock()
	for i := range about {
		about[i] = d.permanent(about[i])
	}
	return about
}

// LaptopName is what a laptop calls itself, with the first digits of its
// device's name where there is none or to tell it from others.
func (d *Desk) LaptopName(device string) string {
	short := device[:min(4, len(device))]
	id, err := change.ParseDevice(device)
	if err != nil {
		return short
	}
	var entity data.ID
	copy(entity[:], id[:])
	var body change.DeviceBody
	rec, err := d.store.Record(change.KindDevice, root, entity)
	if err != nil || change.Unmarshal(rec.Body(""), &body) != nil || body.Name == "" {
		return short
	}
	return body.Name + " " + short
}
