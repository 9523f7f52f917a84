package intake

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/data"
	"travaux/data/desk"
	"travaux/data/text"
)

// kept is what a person has set right in the review of a file and not yet
// imported. It is kept under the digest of the file's bytes, so that the same
// file finds it again whatever it is called.
type kept struct {
	Symbol string            `json:"symbol"`
	Date   string            `json:"date"`
	Kind   data.RevisionKind `json:"kind"`
	Edits  []edit            `json:"edits,omitempty"`
	// Parsed tells the outline the edits begin with: another version of the
	// program may find another outline in the same file.
	Parsed string `json:"parsed,omitempty"`
}

// says reports whether the fields are the same.
func (k kept) says(other kept) bool {
	return k.Symbol == other.Symbol && k.Date == other.Date && k.Kind == other.Kind
}

func keptKey(digest [32]byte) string { return "review/" + hex.EncodeToString(digest[:]) }

// readKept returns what was kept of a file's review.
func readKept(d *desk.Desk, digest [32]byte) (k kept, ok bool) {
	text, ok := page.NewKeep(d, nil).Read(keptKey(digest))
	return k, ok && json.Unmarshal([]byte(text), &k) == nil
}

// note keeps what is set right so far; nothing where all is as it was found.
func (v *review) note() {
	k := v.facts.kept()
	if !v.draft.edited() && k.says(v.found) {
		v.forget()
		return
	}
	if k.Edits = v.draft.edits(); len(k.Edits) > 0 {
		k.Parsed = markOf(v.draft.parsed)
	}
	content, err := json.Marshal(k)
	if err != nil {
		v.room.Fail(err)
		return
	}
	v.keep.Note(keptKey(v.draft.digest), string(content))
}

// forget keeps nothing of the review any more.
func (v *review) forget() { v.keep.Drop(keptKey(v.draft.digest)) }

// tellRestored says that an earlier review goes on, or that the changes to the
// outline could not be made again.
func (v *review) tellRestored(whole bool) {
	id := "review.restored"
	if !whole {
		id = "review.restored.not"
		v.foot.note.Colour = look.ColourLapsed
	}
	v.foot.note.SetText(v.room.Loc.T(id))
	v.foot.object.Refresh()
}

// markOf tells outlines apart by the places and kinds of their nodes.
func markOf(o *text.Outline) string {
	h := sha256.New()
	for _, n := range o.Nodes {
		h.Write([]byte(n.Path + "\n" + string(n.Kind) + "\n"))
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// redoAll makes kept edits again and reports whether all of them could be made;
// if not, the outline is left as it was found.
func (d *draft) redoAll(k kept) bool {
	if len(k.Edits) == 0 {
		return true
	}
	if k.Parsed != markOf(d.parsed) {
		return false
	}
	for _, e := range k.Edits {
		if _, ok := d.change(e.Node, e); !ok {
			d.outline, d.done = d.parsed, nil
			return false
		}
	}
	return true
}
