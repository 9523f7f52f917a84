package paper

import (
	"slices"
	"strconv"
	"strings"

	"travaux/data"
	"travaux/export"
)

// Codes of orders of which no paper can be made.
const (
	CodeNeedsSpeech data.Code = "paper.needs-speech" // no statement is chosen
	CodeNeedsWords  data.Code = "paper.needs-words"  // nothing is written in any language
	CodeNeedsStates data.Code = "paper.needs-states" // a joint paper of the delegation alone
	CodeNeedsTwo    data.Code = "paper.needs-two"    // a comparison of fewer than two revisions, or more than five; arg "count"
	CodeNeedsPapers data.Code = "paper.needs-papers" // a book of no papers
	CodeBookInBook  data.Code = "paper.book-in-book" // a book in a book, or a letter in a letter
	CodeOursOutside data.Code = "paper.ours-outside" // what is for the delegation as an annex of what is not
	CodeNeedsName   data.Code = "paper.needs-name"   // a letter that nobody signs
	CodeNeedsWhom   data.Code = "paper.needs-whom"   // a letter to nobody
)

// Ready says what an order lacks of what its kind cannot do without, whatever the
// language. It raises data.CodeNotFound for a kind that is not there.
func Ready(o data.PaperOrder) error {
	k, ok := ByID(o.Kind)
	switch {
	case !ok:
		return data.E(data.CodeNotFound, "what", "paper-kind")
	case k.Heeds(AskSpeech) && o.Speech.IsZero():
		return data.E(CodeNeedsSpeech)
	case k.Heeds(AskRevisions) && (len(o.Revisions) < 2 || len(o.Revisions) > 5):
		return data.E(CodeNeedsTwo, "count", strconv.Itoa(len(o.Revisions)))
	case k.Heeds(AskLetter) && !slices.Contains(export.Addressees, o.Addressee):
		return data.E(CodeNeedsWhom)
	case k.Heeds(AskLetter) && !o.Note && strings.TrimSpace(o.Signed) == "":
		return data.E(CodeNeedsName)
	case k.ID == book.ID && len(o.Bound) == 0:
		return data.E(CodeNeedsPapers)
	case k.Heeds(AskBound) && len(o.Bound) > 0:
		return readyBound(k, o)
	case k.Heeds(AskWords) && wordless(o.Words) && !(k.Heeds(AskProvisions) && len(o.Provisions) > 0 && k.ID != declaration.ID):
		return data.E(CodeNeedsWords)
	case k.ID == joint.ID && len(o.States) == 0:
		return data.E(CodeNeedsStates)
	}
	return nil
}

// readyBound is Ready for the papers that another binds.
func readyBound(k Kind, o data.PaperOrder) error {
	for _, b := range o.Bound {
		of, ok := ByID(b.Kind)
		switch {
		case ok && of.Heeds(AskBound):
			return data.E(CodeBookInBook)
		case ok && of.Ours && !k.Ours:
			return data.E(CodeOursOutside)
		}
		if err := Ready(b); err != nil {
			return err
		}
	}
	return nil
}

// wordless reports whether nothing is written in any language.
func wordless(w data.Words) bool { return strings.TrimSpace(w.In(data.English)) == "" }
