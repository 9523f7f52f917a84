package paper

import "travaux/data"

// Codes of orders of which no paper can be made.
const CodeNeedsSpeech data.Code = "paper.needs-speech" // no statement is chosen

// Ready says what an order lacks of what its kind cannot do without, whatever the
// language. It raises data.CodeNotFound for a kind that is not there.
func Ready(o data.PaperOrder) error {
	k, ok := ByID(o.Kind)
	if !ok {
		return data.E(data.CodeNotFound, "what", "paper-kind")
	}
	if k.Heeds(AskSpeech) && o.Speech.IsZero() {
		return data.E(CodeNeedsSpeech)
	}
	return nil
}
