package desk

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"travaux/data"
	"travaux/data/change"
)

// Codes of papers that cross red lines.
const (
	CodeCrossed    data.Code = "redline.crossed"     // args "count", "where"
	CodeNoReason   data.Code = "redline.no-reason"   // an override says why
	CodeNotCrossed data.Code = "redline.not-crossed" // there is nothing to override
)

// PaperCrossing is one line of a paper that crosses red lines.
type PaperCrossing struct {
	Provision data.ID
	Path      string
	Crossings []data.Crossing
}

// PaperCrossings returns the lines of a paper that cross red lines, in the order
// of the paper, and whether the head lets it out nevertheless. Lines cross by our
// wording; by asking for a deletion; or, where we accept the text, by the text.
// They are watched in the language of the paper; a red line that has no words in
// it is watched in those it has.
//
// A role that cannot read instructions is told where, and nothing of what.
func (d *Desk) PaperCrossings(o PublicOptions) (list []PaperCrossing, overridden bool, err error) {
	b, err := d.PublicDraft(o, "")
	if err != nil {
		return nil, false, err
	}
	if list, err = d.crossed(b.Lines, o.Lang); err != nil {
		return nil, false, err
	}
	d.mu.RLock()
	defer d.mu.RUnlock()
	if !d.mayReadRedLines() {
		for i := range list {
			list[i].Crossings = nil
		}
	}
	return list, d.overridden(data.PaperDigest(o.Lang, b.Lines)), nil
}

// crossed finds the lines of a paper that cross red lines for sure.
func (d *Desk) crossed(lines []data.PublicLine, lang data.Lang) (list []PaperCrossing, err error) {
	t, err := d.Current()
	if err != nil {
		return nil, err
	}
	red := d.watchable().lines
	for _, line := range lines {
		i, ok := t.byPath[line.Path]
		if !ok || len(red) == 0 {
			continue
		}
		x := PaperCrossing{Provision: t.Provisions[i].ID, Path: line.Path}
		position := d.Position(x.Provision)
		for _, k := range red {
			for _, c := range d.lookout(k.it).paperLine(t, i, position, cmp.Or(line.WordingLang, lang)) {
				if !c.Doubt {
					x.Crossings = append(x.Crossings, c)
				}
			}
		}
		if len(x.Crossings) > 0 {
			list = append(list, x)
		}
	}
	return list, nil
}

// paperLine says where a line of a paper crosses the red line.
func (l *lookout) paperLine(t *Text, i int, p data.Position, lang data.Lang) []data.Crossing {
	all := l.position(t, i, p)
	if len(all) == 0 && accepts(p, lang) {
		for _, c := range l.text(t) {
			if at, ok := t.byID[c.Provision]; ok && i <= at && at < t.end(i) {
				all = append(all, c)
			}
		}
	}
	if _, spoken := l.phrases[lang]; !spoken {
		return all // in whatever language it was found
	}
	return slices.DeleteFunc(all, func(c data.Crossing) bool { return c.Lang != lang && c.Lang != "" })
}

// accepts reports whether a position lets the text pass as it stands.
func accepts(p data.Position, lang data.Lang) bool {
	switch p.Stance {
	case data.StanceSupport, data.StanceFlexible, data.StanceConditional, data.StanceAmend:
		return p.Wording[lang] == ""
	}
	return false
}

// overridden reports whether the head let exactly these lines out. The caller
// holds mu.
func (d *Desk) overridden(digest [32]byte) bool {
	for _, k := range d.overrides.all {
		if k.it.Digest == digest {
			return true
		}
	}
	return false
}

// released checks that a paper crosses no red line, or that the head lets it out.
func (d *Desk) released(b data.PublicBrief, o PublicOptions) error {
	list, err := d.crossed(b.Lines, o.Lang)
	if err != nil || len(list) == 0 {
		return err
	}
	d.mu.RLock()
	defer d.mu.RUnlock()
	if d.overridden(data.PaperDigest(o.Lang, b.Lines)) {
		return nil
	}
	where := make([]string, len(list))
	for i, x := range list {
		if where[i] = x.Path; o.Cite != nil {
			where[i] = o.Cite(x.Path)
		}
	}
	return data.E(CodeCrossed, "count", strconv.Itoa(len(list)), "where", strings.Join(where, "; "))
}

// Override lets papers out although they cross red lines, each as it reads now: as
// soon as one of its lines changes it is refused again. Only the head of
// delegation can, with a reason.
//
// Codes: data.CodeForbidden, CodeNoReason, CodeNotCrossed where none of the papers
// crosses a red line.
func (d *Desk) Override(ctx context.Context, reason string, papers ...PublicOptions) error {
	reason, err := d.mayOverride(reason)
	if err != nil {
		return err
	}
	var writes []change.Write
	for _, o := range papers {
		b, err := d.PublicDraft(o, "")
		if err != nil {
			return err
		}
		list, err := d.crossed(b.Lines, o.Lang)
		if err != nil {
			return err
		}
		if len(list) == 0 {
			continue
		}
		concerned := make([]data.ID, len(list))
		for i, c := range list {
			concerned[i] = c.Provision
		}
		writes = append(writes, d.overrideWrites(o.Lang, data.PaperDigest(o.Lang, b.Lines), reason, concerned)...)
	}
	if len(writes) == 0 {
		return data.E(CodeNotCrossed)
	}
	return d.act(ctx, "act.red-line.override", writes...)
}

// mayOverride checks that the member at the laptop is the head and gives a reason,
// which it returns trimmed.
func (d *Desk) mayOverride(reason string) (string, error) {
	if !d.Me().Role.May(data.RightOverride) {
		return "", data.E(data.CodeForbidden)
	}
	if reason = strings.TrimSpace(reason); reason == "" {
		return "", data.E(CodeNoReason)
	}
	return reason, nil
}

// overrideWrites record that the head let a paper out, in the history of the
// provisions that are concerned.
func (d *Desk) overrideWrites(lang data.Lang, digest [32]byte, reason string, concerned []data.ID) []change.Write {
	x := data.Override{ID: data.NewID(), Lang: lang, Digest: digest, Reason: reason, By: d.Me().ID, Time: now()}
	return []change.Write{about(kindOverride, x.ID, concerned...), set(kindOverride, root, x.ID, fieldBody, x)}
}
