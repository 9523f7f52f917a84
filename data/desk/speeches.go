package desk

import (
	"bytes"
	"context"
	"maps"
	"slices"
	"strings"
	"time"

	"travaux/data"
	"travaux/data/change"
	"travaux/data/speaking"
)

// CodeDelivered says that a statement was delivered: what was said stays.
const CodeDelivered data.Code = "desk.speech-delivered"

// speechmaking is what the desk knows of our statements, of decisions that were
// asked of capital, and of reports to it.
type speechmaking struct {
	speeches shelf[data.Speech]
	requests shelf[data.Request]
	reported shelf[data.Reported]
}

func (d *Desk) newSpeechmaking() speechmaking {
	return speechmaking{
		newShelf(func(_ data.ID, s *data.Speech) ([]data.ID, bool) { return s.Provisions, false }),
		newShelf(func(_ data.ID, r *data.Request) ([]data.ID, bool) { return aboutRequest(*r), false }),
		newShelf(func(data.ID, *data.Reported) ([]data.ID, bool) { return nil, false }),
	}
}

// Fields of a statement, beside its text in each language.
const (
	fieldCut       = "cut" // with "/lang"
	fieldDelivered = "delivered"
)

// delivery is how a statement was delivered.
type delivery struct {
	Time time.Time `cbor:"1,keyasint"`
	As   string    `cbor:"2,keyasint,omitempty"`
}

// foldSpeech takes a statement into the state.
func (d *Desk) foldSpeech(rec change.Record) error {
	var s data.Speech
	ok, err := field(rec, fieldBody, &s)
	if err != nil {
		return err
	}
	if !ok {
		d.speeches.drop(rec.Entity)
		return nil
	}
	if s.Text, err = words(rec, fieldText); err != nil {
		return err
	}
	s.Cuts = nil
	for _, lang := range data.Langs {
		var cuts map[int]string
		if ok, err := field(rec, fieldCut+"/"+string(lang), &cuts); err != nil {
			return err
		} else if ok && len(cuts) > 0 {
			if s.Cuts == nil {
				s.Cuts = map[data.Lang]map[int]string{}
			}
			s.Cuts[lang] = cuts
		}
	}
	var said delivery
	if _, err := field(rec, fieldDelivered, &said); err != nil {
		return err
	}
	s.Delivered, s.As = said.Time, said.As
	d.speeches.put(rec.Entity, s, recorded(rec), false)
	return nil
}

// Speeches returns our statements, oldest first; none for a role that cannot read
// them.
func (d *Desk) Speeches() []data.Speech {
	d.mu.RLock()
	defer d.mu.RUnlock()
	if !d.members[d.me].Role.May(data.RightReadInstructions) {
		return nil
	}
	list := d.speeches.everything()
	for i := range list {
		list[i] = speechCopy(list[i])
	}
	return list
}

// Speech returns a statement of ours.
func (d *Desk) Speech(id data.ID) (data.Speech, bool) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	s, ok := d.speeches.get(id)
	return speechCopy(s), ok
}

func speechCopy(s data.Speech) data.Speech {
	s.Provisions, s.Text = slices.Clone(s.Provisions), maps.Clone(s.Text)
	cuts := s.Cuts
	s.Cuts = nil
	for lang, c := range cuts {
		if s.Cuts == nil {
			s.Cuts = map[data.Lang]map[int]string{}
		}
		s.Cuts[lang] = maps.Clone(c)
	}
	return s
}

// SetSpeech records a statement (zero ID) or changes it; only what differs is
// written, so that two people who work on different languages do not get into each
// other's way. A new one is for the meeting in which the member at the laptop sits.
// When and as what it was delivered is not changed by it: see DeliverSpeech.
//
// Codes: CodeEmpty without title and text, data.CodeNotFound, CodeDelivered.
func (d *Desk) SetSpeech(ctx context.Context, s data.Speech) (data.Speech, error) {
	d.acts.Lock()
	defer d.acts.Unlock()
	s = trimmed(speechCopy(s))
	if s.Title == "" && len(s.Text) == 0 {
		return s, data.E(CodeEmpty)
	}
	for i, id := range s.Provisions {
		s.Provisions[i] = d.permanent(id)
	}
	act := "act.speech.edit"
	old, known := d.Speech(s.ID)
	switch {
	case s.ID.IsZero():
		act = "act.speech"
		s.ID, s.Author, s.Time = data.NewID(), d.Me().ID, now()
		if m, sits := d.CurrentMeeting(); sits && s.Meeting.IsZero() {
			s.Meeting = m.ID
		}
	case !known:
		return s, data.E(data.CodeNotFound, "what", "speech")
	case !old.Delivered.IsZero():
		return s, data.E(CodeDelivered)
	default:
		s.Author, s.Time = old.Author, old.Time
	}
	s.Delivered, s.As = time.Time{}, ""
	writes := speechWrites(old, s)
	if len(writes) == 0 {
		return s, nil
	}
	return s, d.acted(ctx, act, nil, append([]change.Write{d.stillAbout(kindSpeech, s.ID, s.Provisions)}, writes...))
}

// trimmed drops what is empty.
func trimmed(s data.Speech) data.Speech {
	s.Title = strings.TrimSpace(s.Title)
	for lang, text := range s.Text {
		if strings.TrimSpace(text) == "" {
			delete(s.Text, lang)
		}
	}
	for lang, cuts := range s.Cuts {
		for minutes, text := range cuts {
			if strings.TrimSpace(text) == "" {
				delete(cuts, minutes)
			}
		}
		if len(cuts) == 0 {
			delete(s.Cuts, lang)
		}
	}
	return s
}

// speechWrites are what makes one statement out of another.
func speechWrites(old, s data.Speech) (writes []change.Write) {
	body := func(s data.Speech) data.Speech {
		s.Text, s.Cuts, s.Delivered, s.As = nil, nil, time.Time{}, ""
		return s
	}
	if w := set(kindSpeech, root, s.ID, fieldBody, body(s)); old.ID.IsZero() || !bytes.Equal(w.Body, change.Marshal(body(old))) {
		writes = append(writes, w)
	}
	for _, lang := range data.Langs {
		name := fieldText + "/" + string(lang)
		switch was, is := old.Text[lang], s.Text[lang]; {
		case was == is:
		case is == "":
			writes = append(writes, tombstone(kindSpeech, root, s.ID, name))
		default:
			writes = append(writes, set(kindSpeech, root, s.ID, name, is))
		}
		name = fieldCut + "/" + string(lang)
		switch was, is := old.Cuts[lang], s.Cuts[lang]; {
		case maps.Equal(was, is):
		case len(is) == 0:
			writes = append(writes, tombstone(kindSpeech, root, s.ID, name))
		default:
			writes = append(writes, set(kindSpeech, root, s.ID, name, is))
		}
	}
	return writes
}

// DeleteSpeech gives a statement up that was not delivered; it stays in the
// history.
//
// Codes: data.CodeNotFound, CodeDelivered.
func (d *Desk) DeleteSpeech(ctx context.Context, id data.ID) error {
	s, known := d.Speech(id)
	switch {
	case !known:
		return data.E(data.CodeNotFound, "what", "speech")
	case !s.Delivered.IsZero():
		return data.E(CodeDelivered)
	}
	return d.act(ctx, "act.speech.delete", tombstone(kindSpeech, root, id, fieldBody))
}

// DeliverSpeech notes that a statement was delivered at a time (zero: now), and as
// what, where that was not its text word for word. From then on it is ours before
// the room: it may stand in papers, and is not changed any more.
//
// Codes: data.CodeNotFound, CodeDelivered where it was delivered before.
func (d *Desk) DeliverSpeech(ctx context.Context, id data.ID, at time.Time, as string) error {
	s, known := d.Speech(id)
	switch {
	case !known:
		return data.E(data.CodeNotFound, "what", "speech")
	case !s.Delivered.IsZero():
		return data.E(CodeDelivered)
	}
	if at.IsZero() {
		at = now()
	}
	said := delivery{Time: at.UTC().Truncate(time.Millisecond), As: strings.TrimSpace(as)}
	return d.act(ctx, "act.speech.delivered", set(kindSpeech, root, id, fieldDelivered, said))
}

// CutSpeech proposes what is left of a text at so many minutes, by the rules of
// data/speaking.
func CutSpeech(text string, lang data.Lang, pace, minutes int) speaking.Shorter {
	return speaking.Cut(text, lang, pace, time.Duration(minutes)*time.Minute)
}
