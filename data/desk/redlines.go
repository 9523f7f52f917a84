package desk

import (
	"context"
	"maps"
	"slices"
	"sort"
	"strings"

	"travaux/data"
	"travaux/data/change"
	"travaux/data/redline/watch"
)

// RedLines returns all red lines, oldest first; none for a role that cannot read
// instructions.
func (d *Desk) RedLines() []data.RedLine {
	d.mu.RLock()
	defer d.mu.RUnlock()
	if !d.mayReadRedLines() {
		return nil
	}
	list := d.redLines.everything()
	for i := range list {
		list[i] = ownedRedLine(list[i])
	}
	return list
}

// RedLinesOn returns the red lines on a provision, on a container of it or on the
// whole text, oldest first; none for a role that cannot read instructions.
func (d *Desk) RedLinesOn(provision data.ID) []data.RedLine {
	line := d.ancestry(provision)
	return slices.DeleteFunc(d.RedLines(), func(r data.RedLine) bool {
		return len(r.Provisions) > 0 && !slices.ContainsFunc(line, r.On)
	})
}

// mayReadRedLines reports whether the member at the laptop can read what capital
// ordered. The caller holds mu.
func (d *Desk) mayReadRedLines() bool { return d.members[d.me].Role.May(data.RightReadInstructions) }

func ownedRedLine(r data.RedLine) data.RedLine {
	r.Provisions, r.Phrases = slices.Clone(r.Provisions), maps.Clone(r.Phrases)
	return r
}

// SetRedLine records a red line (zero ID) or corrects one. Without provisions it
// is on the whole text. One that the text must not bind less is measured against
// the text as it stands now; a correction keeps what it was measured against.
//
// Codes: data.CodeForbidden, data.CodeInput for a rule that is none,
// watch.CodeNoPhrase without a phrase where the rule needs one, watch.CodeTooMany.
func (d *Desk) SetRedLine(ctx context.Context, r data.RedLine) (data.RedLine, error) {
	if !d.Me().Role.May(data.RightInstruct) {
		return r, data.E(data.CodeForbidden)
	}
	r = ownedRedLine(r)
	if !slices.Contains(data.RedLineRules, r.Rule) {
		return r, data.E(data.CodeInput, "what", "red-line")
	}
	for lang, phrase := range r.Phrases {
		if r.Phrases[lang] = strings.TrimSpace(phrase); r.Phrases[lang] == "" {
			delete(r.Phrases, lang)
		} else if _, err := watch.Parse(phrase, lang); err != nil {
			return r, err
		}
	}
	if len(r.Phrases) == 0 && r.Rule != data.RedLineStrong {
		return r, data.E(watch.CodeNoPhrase)
	}
	for i, id := range r.Provisions {
		r.Provisions[i] = d.permanent(id)
	}
	r.Reason = strings.TrimSpace(r.Reason)
	title := "act.red-line.edit"
	if r.ID.IsZero() {
		title = "act.red-line"
		r.ID, r.Author, r.Time, r.Revision = data.NewID(), d.Me().ID, now(), d.currentRevision()
	} else if err := d.keepRecorded(&r); err != nil {
		return r, err
	}
	return r, d.act(ctx, title, d.stillAbout(kindRedLine, r.ID, r.Provisions), set(kindRedLine, root, r.ID, fieldBody, r))
}

// keepRecorded keeps of a red line that is corrected who recorded it, when, and on
// which text.
func (d *Desk) keepRecorded(r *data.RedLine) error {
	d.mu.RLock()
	old, known := d.redLines.get(r.ID)
	d.mu.RUnlock()
	if !known {
		return data.E(data.CodeNotFound, "what", "red-line")
	}
	r.Author, r.Time, r.Revision = old.Author, old.Time, old.Revision
	return nil
}

// DeleteRedLine gives a red line up; it stays in the history.
func (d *Desk) DeleteRedLine(ctx context.Context, id data.ID) error {
	if !d.Me().Role.May(data.RightInstruct) {
		return data.E(data.CodeForbidden)
	}
	d.mu.RLock()
	_, known := d.redLines.get(id)
	d.mu.RUnlock()
	if !known {
		return data.E(data.CodeNotFound, "what", "red-line")
	}
	return d.act(ctx, "act.red-line.delete", tombstone(kindRedLine, root, id, fieldBody))
}

// placeRedLine keeps red lines on the provisions they name: a provision keeps its
// identity in later revisions, and if it is gone the red line says so.
func (d *Desk) placeRedLine(_ data.ID, r *data.RedLine) ([]data.ID, bool) {
	if len(r.Provisions) == 0 {
		return []data.ID{wholeText}, false
	}
	return r.Provisions, false
}

// redLineEvent is event for red lines and for what lets a paper cross them.
func redLineEvent(e Event, c change.Change) (_ Event, ok bool, err error) {
	deleted := c.Op == change.OpTombstone
	switch {
	case c.Kind == kindOverride && deleted:
		e.What = "event.red-line.override.undone"
	case c.Kind == kindOverride:
		var o data.Override
		err = change.Unmarshal(c.Body, &o)
		e.What, e.After, e.Lang = "event.red-line.override", o.Reason, o.Lang
	case deleted:
		e.What = "event.red-line.deleted"
	default:
		var r data.RedLine
		err = change.Unmarshal(c.Body, &r)
		e.What = "event.red-line.changed"
		if len(c.Bases) == 0 {
			e.What = "event.red-line." + string(r.Rule)
		}
		e.After = phrasesOf(r)
	}
	return e, err == nil, err
}

// phrasesOf are the phrases of a red line in the order of the languages, else its
// reason.
func phrasesOf(r data.RedLine) string {
	var all []string
	for _, lang := range data.Langs {
		if p := r.Phrases[lang]; p != "" {
			all = append(all, p)
		}
	}
	if len(all) == 0 {
		return r.Reason
	}
	return strings.Join(all, "\n")
}

// Crossings returns where red lines are crossed now, or may be: by the current
// text, by our own wording, and by proposals that stand. For sure before in
// doubt, the text before our wording before proposals, then in document order.
// None for a role that cannot read instructions.
func (d *Desk) Crossings() []data.Crossing {
	d.mu.RLock()
	may := d.mayReadRedLines()
	d.mu.RUnlock()
	if !may {
		return nil
	}
	return slices.Clone(d.allCrossings())
}

// CrossingsOn returns those of Crossings that are on a provision or on what
// stands in it; what a text as a whole lacks is on no provision.
func (d *Desk) CrossingsOn(provision data.ID) []data.Crossing {
	return slices.DeleteFunc(d.Crossings(), func(c data.Crossing) bool {
		return c.Provision.IsZero() || !slices.Contains(d.ancestry(c.Provision), provision)
	})
}

// RevisionCrossings returns where the text of a revision crosses red lines as they
// are now, and which of these the revision before it did not cross.
func (d *Desk) RevisionCrossings(revision data.ID) (all, fresh []data.Crossing) {
	t, err := d.Text(revision)
	lines := d.kept()
	if err != nil || lines == nil {
		return nil, nil
	}
	type place struct {
		line, provision data.ID
		lang            data.Lang
		doubt           bool
	}
	before := map[place]bool{}
	if earlier, err := d.Text(d.Before(revision)); err == nil {
		for _, k := range lines {
			for _, c := range d.lookout(k.it).text(earlier) {
				before[place{c.RedLine, c.Provision, c.Lang, c.Doubt}] = true
				if !c.Doubt { // what was crossed for sure and is now in doubt is nothing new
					before[place{c.RedLine, c.Provision, c.Lang, true}] = true
				}
			}
		}
	}
	for _, k := range lines {
		all = append(all, d.lookout(k.it).text(t)...)
	}
	sortCrossings(all, t)
	for _, c := range all {
		if !before[place{c.RedLine, c.Provision, c.Lang, c.Doubt}] {
			fresh = append(fresh, c)
		}
	}
	return all, fresh
}

// kept are the red lines for a role that can read them.
func (d *Desk) kept() []*kept[data.RedLine] {
	d.mu.RLock()
	defer d.mu.RUnlock()
	if !d.mayReadRedLines() {
		return nil
	}
	return d.keptRedLines()
}

// keptRedLines are all red lines, oldest first. The caller holds mu.
func (d *Desk) keptRedLines() []*kept[data.RedLine] {
	list := make([]*kept[data.RedLine], 0, len(d.redLines.all))
	for _, k := range d.redLines.all {
		list = append(list, k)
	}
	sort.Slice(list, func(i, j int) bool { return list[i].at < list[j].at })
	return list
}
