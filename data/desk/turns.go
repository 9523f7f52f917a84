package desk

import (
	"context"
	"strings"

	"travaux/data"
	"travaux/data/change"
)

// Codes of what cannot be done with a list of speakers.
const (
	CodeNoMeeting   data.Code = "desk.no-meeting"   // a list of speakers is that of a meeting, and the member sits in none
	CodeListClosed  data.Code = "desk.list-closed"  // only rights of reply and points of order are still taken
	CodeOnList      data.Code = "desk.on-list"      // the speaker waits already
	CodeNobodyWaits data.Code = "desk.nobody-waits" // nobody speaks, and nobody waits
	CodeHasSpoken   data.Code = "desk.has-spoken"   // the turn has begun, and waits no more
)

// placeTurn keeps the turns of one meeting together.
func placeTurn(_ data.ID, t *data.Turn) ([]data.ID, bool) { return []data.ID{t.Meeting}, false }

// Floor returns the list of speakers of a meeting as it stands. Who waits without
// a limit of his own has that of the meeting.
func (d *Desk) Floor(meeting data.ID) data.Floor {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.floor(meeting)
}

// floor is Floor for a caller that holds mu.
func (d *Desk) floor(meeting data.ID) data.Floor {
	turns := d.turns.on(meeting)
	m, _ := d.meetings.get(meeting)
	for i, t := range turns {
		if t.Began.IsZero() && t.Limit == 0 {
			turns[i].Limit = m.Limit(t)
		}
	}
	return data.NewFloor(turns)
}

// Turn returns who has the floor in the meeting in which the member at the laptop
// sits, and whether somebody has.
func (d *Desk) Turn() (data.Turn, bool) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	t := d.floor(d.meeting).Speaking
	return t, !t.ID.IsZero()
}

// AllTurns returns all turns of all meetings, oldest first, those that were struck
// included.
func (d *Desk) AllTurns() []data.Turn {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.turns.everything()
}

// Inscribe puts somebody on the list of speakers of a meeting; without one, of
// that in which the member sits. It fills ID, Author and Time, the place in the
// list, and what is ours: a turn of ours needs no name, and one of our State is
// ours.
//
// Codes: CodeNoMeeting, CodeEmpty, CodeListClosed, CodeOnList.
func (d *Desk) Inscribe(ctx context.Context, t data.Turn) (data.Turn, error) {
	d.acts.Lock()
	defer d.acts.Unlock()
	t, changed, err := d.inscribed(t)
	if err != nil {
		return t, err
	}
	return t, d.acted(ctx, "act.turn", nil, turnWrites(append(changed, t)...))
}

// TakeFloor notes that somebody speaks, whether he was on the list or not: in one
// act he is inscribed, if he does not wait already, and has the floor. It raises
// what Inscribe raises, but for CodeListClosed and CodeOnList: it happened.
func (d *Desk) TakeFloor(ctx context.Context, t data.Turn) (data.Turn, error) {
	d.acts.Lock()
	defer d.acts.Unlock()
	placed, _, err := d.inscribed(t)
	switch code := data.CodeOf(err); {
	case code == CodeOnList:
		placed, _ = waitsAlready(d.Floor(placed.Meeting), placed)
	case err != nil && code != CodeListClosed:
		return t, err
	}
	begun, writes := d.begin(placed)
	return begun, d.acted(ctx, "act.turn.floor", nil, writes)
}

// GiveFloor lets somebody of the list speak, and ends whoever spoke; a point of
// order only interrupts. CodeHasSpoken for a turn that does not wait.
func (d *Desk) GiveFloor(ctx context.Context, turn data.ID) (data.Turn, error) {
	d.acts.Lock()
	defer d.acts.Unlock()
	t, err := d.waiting(turn)
	if err != nil {
		return t, err
	}
	begun, writes := d.begin(t)
	return begun, d.acted(ctx, "act.turn.floor", nil, writes)
}

// NextSpeaker ends who speaks and gives the floor to whom a point of order
// interrupted, else to the first who waits. It returns who has the floor then, a
// zero Turn for nobody. CodeNobodyWaits where nothing was to be done.
func (d *Desk) NextSpeaker(ctx context.Context, meeting data.ID) (data.Turn, error) {
	d.acts.Lock()
	defer d.acts.Unlock()
	f := d.Floor(meeting)
	speaks := !f.Speaking.ID.IsZero()
	switch {
	case !f.Interrupted.ID.IsZero():
		return f.Interrupted, d.acted(ctx, "act.turn.end", nil, ended(f.Speaking))
	case len(f.Waiting) > 0:
		begun, writes := d.begin(f.Waiting[0])
		return begun, d.acted(ctx, "act.turn.floor", nil, writes)
	case speaks:
		return data.Turn{}, d.acted(ctx, "act.turn.end", nil, ended(f.Speaking))
	}
	return data.Turn{}, data.E(CodeNobodyWaits)
}

// EndTurn notes that who has the floor has ended; nobody has it then, or whom a
// point of order interrupted. CodeNobodyWaits where nobody speaks.
func (d *Desk) EndTurn(ctx context.Context, meeting data.ID) error {
	d.acts.Lock()
	defer d.acts.Unlock()
	f := d.Floor(meeting)
	if f.Speaking.ID.IsZero() {
		return data.E(CodeNobodyWaits)
	}
	return d.acted(ctx, "act.turn.end", nil, ended(f.Speaking))
}

// SetTurn corrects who speaks, for whom, as what, and the limit; place and times
// stay.
func (d *Desk) SetTurn(ctx context.Context, t data.Turn) (data.Turn, error) {
	d.acts.Lock()
	defer d.acts.Unlock()
	old, err := d.turn(t.ID)
	if err != nil {
		return t, err
	}
	was := old
	old.By, old.Ours, old.Reply, old.Point, old.Limit = t.By, t.Ours, t.Reply, t.Point, t.Limit
	if old = d.ofOurs(old); old.By.IsZero() && !old.Ours {
		return old, data.E(CodeEmpty)
	}
	if old == was {
		return old, nil
	}
	return old, d.acted(ctx, "act.turn.edit", nil, turnWrites(old))
}

// MoveTurn gives who waits another place in the list, from 0.
func (d *Desk) MoveTurn(ctx context.Context, turn data.ID, to int) error {
	d.acts.Lock()
	defer d.acts.Unlock()
	t, err := d.waiting(turn)
	if err != nil {
		return err
	}
	moved, changed, ok := d.Floor(t.Meeting).Move(turn, to)
	if !ok {
		return nil
	}
	return d.acted(ctx, "act.turn.move", nil, turnWrites(d.unlimited(append(changed, moved))...))
}

// StrikeTurn takes somebody off the list; the turn is kept.
func (d *Desk) StrikeTurn(ctx context.Context, turn data.ID) error {
	d.acts.Lock()
	defer d.acts.Unlock()
	t, err := d.turn(turn)
	if err != nil || t.Struck {
		return err
	}
	t.Struck = true
	return d.acted(ctx, "act.turn.strike", nil, turnWrites(t))
}

// CloseList closes the list of speakers of a meeting, or opens it again.
func (d *Desk) CloseList(ctx context.Context, meeting data.ID, closed bool) error {
	d.acts.Lock()
	defer d.acts.Unlock()
	m, ok := d.Meeting(meeting)
	switch {
	case !ok:
		return data.E(CodeNoMeeting)
	case m.Closed == closed:
		return nil
	}
	m.Closed = closed
	title := "act.list.close"
	if !closed {
		title = "act.list.reopen"
	}
	return d.acted(ctx, title, nil, []change.Write{set(kindMeeting, root, m.ID, fieldBody, m)})
}

// inscribed is a new turn with its place, and others that had to make room for it.
func (d *Desk) inscribed(t data.Turn) (placed data.Turn, changed []data.Turn, err error) {
	if t.Meeting.IsZero() {
		m, _ := d.CurrentMeeting()
		t.Meeting = m.ID
	}
	m, ok := d.Meeting(t.Meeting)
	if !ok {
		return t, nil, data.E(CodeNoMeeting)
	}
	t = d.ofOurs(t)
	t.ID, t.Author, t.Time, t.Began, t.Ended, t.Struck = data.NewID(), d.Me().ID, now(), data.Turn{}.Began, data.Turn{}.Ended, false
	f := d.Floor(m.ID)
	placed, changed = f.Inscribe(t)
	changed = d.unlimited(changed)
	switch {
	case t.By.IsZero() && !t.Ours:
		err = data.E(CodeEmpty)
	case m.Closed && !t.Reply && !t.Point:
		err = data.E(CodeListClosed)
	default:
		if _, waits := waitsAlready(f, t); waits {
			err = data.E(CodeOnList)
		}
	}
	return placed, changed, err
}

// waitsAlready finds who is already on the list as the same.
func waitsAlready(f data.Floor, t data.Turn) (data.Turn, bool) {
	for _, w := range f.Waiting {
		if w.By == t.By && w.Reply == t.Reply && w.Point == t.Point {
			return w, true
		}
	}
	return t, false
}

// ofOurs is a turn of which the names are trimmed, and that is ours if our State
// speaks.
func (d *Desk) ofOurs(t data.Turn) data.Turn {
	t.By.Name, t.By.ForName = strings.TrimSpace(t.By.Name), strings.TrimSpace(t.By.ForName)
	own := d.Negotiation().State
	t.Ours = t.Ours || own != "" && t.By.Code == own
	if t.Ours && t.By.Code == "" && t.By.Name == "" {
		t.By.Code = own
	}
	return t
}

// unlimited are turns as they are written: without the limit of the meeting, which
// may still change.
func (d *Desk) unlimited(turns []data.Turn) []data.Turn {
	for i, t := range turns {
		if old, err := d.turn(t.ID); err == nil {
			turns[i].Limit = old.Limit
		}
	}
	return turns
}

// begin writes that a turn begins now, and what that ends.
func (d *Desk) begin(t data.Turn) (data.Turn, []change.Write) {
	f := d.Floor(t.Meeting)
	if t.Limit == 0 {
		m, _ := d.Meeting(t.Meeting)
		t.Limit = m.Limit(t)
	}
	t.Began = now()
	var writes []change.Write
	switch {
	case f.Speaking.ID.IsZero():
	case !t.Point:
		writes = ended(f.Speaking, f.Interrupted)
	case f.Speaking.Point:
		writes = ended(f.Speaking)
	}
	return t, append(writes, turnWrites(t)...)
}

// ended writes that turns end now.
func ended(turns ...data.Turn) []change.Write {
	var writes []change.Write
	for _, t := range turns {
		if !t.ID.IsZero() {
			t.Ended = now()
			writes = append(writes, turnWrites(t)...)
		}
	}
	return writes
}

// turn returns a turn as it was written.
func (d *Desk) turn(id data.ID) (data.Turn, error) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	t, ok := d.turns.get(id)
	if !ok {
		return t, data.E(data.CodeNotFound, "what", "turn")
	}
	return t, nil
}

// waiting returns a turn that has not begun.
func (d *Desk) waiting(id data.ID) (data.Turn, error) {
	t, err := d.turn(id)
	if err == nil && (t.Struck || !t.Began.IsZero()) {
		err = data.E(CodeHasSpoken)
	}
	return t, err
}

func turnWrites(turns ...data.Turn) []change.Write {
	var writes []change.Write
	for _, t := range turns {
		writes = append(writes, set(kindTurn, root, t.ID, fieldBody, t))
	}
	return writes
}
