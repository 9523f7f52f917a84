package revisions

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"travaux/app/room"
	"travaux/data"
	"travaux/data/desk"
	"travaux/translations"
)

// adaptingKey is under which the annotation is noted that is being adapted in the
// panes: that outlives the page, and the program.
const adaptingKey = "revisions.adapting"

// adapting notes that an annotation is about to be adapted, and what it says now.
func adapting(d *desk.Desk, c data.Carried, loc *translations.Localizer) error {
	return d.SetScratch(adaptingKey, identity(c)+" "+fingerprint(d, c, loc))
}

// adapted decides an annotation of a revision that was adapted in the panes since
// it was noted, and tells whether it did. One that says what it said still waits.
func adapted(ctx context.Context, d *desk.Desk, revision data.ID, loc *translations.Localizer) (bool, error) {
	noted, before, ok := strings.Cut(d.Scratch(adaptingKey), " ")
	if !ok {
		return false, nil
	}
	for _, c := range d.Queue() {
		if c.Revision != revision || identity(c) != noted {
			continue
		}
		if fingerprint(d, c, loc) != before {
			if err := d.DecideCarried(ctx, c, data.ChoiceAdapt); err != nil {
				return false, err
			}
			return true, d.SetScratch(adaptingKey, "")
		}
		return false, nil
	}
	return false, d.SetScratch(adaptingKey, "") // it waits no more
}

func identity(c data.Carried) string {
	return string(c.Kind) + "/" + c.Entity.String() + "/" + c.Revision.String() + "/" + c.From.String()
}

// fingerprint is a digest of what an annotation says.
func fingerprint(d *desk.Desk, c data.Carried, loc *translations.Localizer) string {
	var all strings.Builder
	note := func(title, words string, _ data.Lang) { all.WriteString(title + "\x00" + words + "\x00") }
	for _, l := range annotationOf(d, c, loc, "") {
		note(l.title, l.words, l.lang)
	}
	if c.Kind == data.AnnotationPosition { // one that waits beside another is worked into that
		positionLines(d.Position(c.To), loc, "", note)
	}
	sum := sha256.Sum256([]byte(all.String()))
	return hex.EncodeToString(sum[:])
}

// goTo leaves the page and shows a provision in the text.
func goTo(r *room.Room, provision data.ID) {
	if provision.IsZero() {
		return
	}
	r.Uncover()
	r.Selection.Select(provision)
}

// withKey is what a button does with the key that does the same.
func withKey(loc *translations.Localizer, words, key string) string {
	return loc.T("revisions.keyed", "words", words, "key", key)
}
