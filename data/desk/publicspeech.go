package desk

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"travaux/data"
)

// CodeNotToBeSaid is the code of the error that a statement has words that an
// instruction or a red line forbids, or lacks such that a red line requires; arg
// "count".
const CodeNotToBeSaid data.Code = "paper.not-to-be-said"

// PublicSpeech gathers what the papers of a statement are made from: its text in a
// language, or what is left of it at so many minutes (0: the whole). States' names
// come from the caller.
//
// Codes: data.CodeForbidden for a role that may make no papers, data.CodeNotFound,
// CodeEmpty where there is no such text, CodeClassified where a paragraph is marked
// for the delegation, CodeNotToBeSaid; of red lines, unless the head let exactly
// these words out (OverrideSpeech).
func (d *Desk) PublicSpeech(id data.ID, lang data.Lang, minutes int, stateName string) (data.PublicSpeech, error) {
	if !d.Me().Role.May(data.RightPaper) {
		return data.PublicSpeech{}, data.E(data.CodeForbidden)
	}
	s, known := d.Speech(id)
	if !known {
		return data.PublicSpeech{}, data.E(data.CodeNotFound, "what", "speech")
	}
	n := d.Negotiation()
	out := data.PublicSpeech{
		Lang: lang, State: stateName, Letterhead: letterhead(n, lang), Instrument: n.Title.In(lang), Body: n.Body.In(lang),
		Session: n.Session.In(lang), AgendaItem: n.AgendaItem.In(lang), Date: data.Today(), Text: s.At(lang, minutes),
	}
	if strings.TrimSpace(out.Text) == "" {
		return data.PublicSpeech{}, data.E(CodeEmpty)
	}
	if name := n.StateName.In(lang); name != "" {
		out.State = name
	}
	if m, ok := d.Meeting(s.Meeting); ok {
		out.Meeting, out.Date = m.Title, m.Date
		if m.Item != "" && !slices.Contains(slices.Collect(maps.Values(n.AgendaItem)), m.Item) {
			out.AgendaItem = m.Item // another than that of the negotiation, which is known in the language
		}
	}
	released, forbidden := d.SpeechReleased(s, lang, out.Text), 0
	for _, f := range d.SpeechFlags(out.Text, lang, s.Provisions) {
		switch {
		case f.Kind == data.SpeechMarked:
			return data.PublicSpeech{}, data.E(CodeClassified, "what", fieldOfSpeeches)
		case !f.Kind.Crosses() || !released:
			forbidden++
		}
	}
	if forbidden > 0 {
		return data.PublicSpeech{}, data.E(CodeNotToBeSaid, "count", strconv.Itoa(forbidden))
	}
	return out, nil
}

// IssuedText is the current text under negotiation in a language, a provision a
// line: what statements may quote without giving anything away.
func (d *Desk) IssuedText(lang data.Lang) string {
	t, err := d.Current()
	if err != nil {
		return ""
	}
	var b strings.Builder
	for _, p := range t.Provisions {
		b.WriteString(p.Text[lang].Text + "\n")
	}
	return b.String()
}
