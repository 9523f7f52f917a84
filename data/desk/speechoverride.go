package desk

import (
	"context"
	"slices"

	"travaux/data"
)

// SpeechReleased reports whether the head let these words of a statement out
// although they cross red lines. It may be asked of what is only being typed.
func (d *Desk) SpeechReleased(s data.Speech, lang data.Lang, text string) bool {
	digest := d.speechDigest(s, lang, text)
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.overridden(digest)
}

func (d *Desk) speechDigest(s data.Speech, lang data.Lang, text string) [32]byte {
	s.Provisions = slices.Clone(s.Provisions)
	for i, id := range s.Provisions {
		s.Provisions[i] = d.permanent(id)
	}
	return data.SpeechDigest(s, lang, text)
}

// OverrideSpeech lets the papers of a statement out although its words in a
// language, or what is left of them at so many minutes (0: the whole), cross red
// lines. It is Override for statements: it holds for exactly these words, and for
// what the statement is about; what an instruction forbids, what is marked and what
// is confidential stays refused.
//
// Codes: data.CodeForbidden, CodeNoReason, data.CodeNotFound, CodeNotCrossed.
func (d *Desk) OverrideSpeech(ctx context.Context, reason string, id data.ID, lang data.Lang, minutes int) error {
	reason, err := d.mayOverride(reason)
	if err != nil {
		return err
	}
	s, known := d.Speech(id)
	if !known {
		return data.E(data.CodeNotFound, "what", "speech")
	}
	text := s.At(lang, minutes)
	if !slices.ContainsFunc(d.SpeechFlags(text, lang, s.Provisions), func(f data.SpeechFlag) bool { return f.Kind.Crosses() }) {
		return data.E(CodeNotCrossed)
	}
	return d.act(ctx, "act.red-line.override", d.overrideWrites(lang, d.speechDigest(s, lang, text), reason, s.Provisions)...)
}
