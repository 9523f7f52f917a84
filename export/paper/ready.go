package paper

import (
	"strings"

	"travaux/data"
)

// Codes of orders of which no paper can be made.
const (
	CodeNeedsSpeech data.Code = "paper.needs-speech" // no statement is chosen
	CodeNeedsWords  data.Code = "paper.needs-words"  // nothing is written in any language
	CodeNeedsStates data.Code = "paper.needs-states" // a joint paper of the delegation alone
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
	case k.Heeds(AskWords) && wordless(o.Words) && !(k.Heeds(AskProvisions) && len(o.Provisions) > 0 && k.ID != declaration.ID):
		return data.E(CodeNeedsWords)
	case k.ID == joint.ID && len(o.States) == 0:
		return data.E(CodeNeedsStates)
	}
	return nil
}

// wordless reports whether nothing is written in any language.
func wordless(w data.Words) bool { return strings.TrimSpace(w.In(data.English)) == "" }
