package desk

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look"
	"travaux/data"
	"travaux/translations"
)

// axesSigns shows at the end of a row of the outline what there is to count, and
// the three axes: the state of the text in the room, our stance, the approval.
// Squares are the room's, round signs the approval's; under the pointer all is
// said in words.
type axesSigns struct {
	widget.BaseWidget
	loc       *translations.Localizer
	brackets  *look.Text
	proposals *look.Text
	stance    *look.Text
	parts     *look.Text // agreed parts of a container
	roomSign  *look.RoomSign
	dot       *look.Dot
	line      *fyne.Container
	note      note
	standing  data.Standing
	shown     bool // the tip is
}

var _ desktop.Hoverable = (*axesSigns)(nil)

func newAxesSigns(loc *translations.Localizer) *axesSigns {
	s := &axesSigns{
		loc: loc, brackets: look.Muted(""), proposals: look.Muted(""), stance: look.Muted(""), parts: look.Muted(""),
		roomSign: look.NewRoomSign(look.RoomNone), dot: look.NewDot(look.StateNone),
	}
	for _, t := range []*look.Text{s.brackets, s.proposals, s.stance, s.parts} {
		t.Scale = theme.SizeNameCaptionText
	}
	s.line = look.Row(s.brackets, s.proposals, s.stance, s.parts, s.roomSign, s.dot)
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer implements fyne.Widget.
func (s *axesSigns) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.line) }

// set fills the signs; the note is that of the row itself or of all it hides.
func (s *axesSigns) set(n note, standing data.Standing) {
	if s.shown && (n != s.note || standing != s.standing) {
		s.MouseOut()
	}
	s.note, s.standing = n, standing
	put := func(t *look.Text, words string) {
		t.Text = words
		look.SetShown(t, words != "")
		t.Refresh()
	}
	put(s.brackets, counted("[", n.brackets, "]"))
	put(s.proposals, counted("±", n.proposals, ""))
	put(s.stance, "")
	if n.stance != data.StanceNone {
		put(s.stance, s.loc.T("panes.stance."+string(n.stance)))
	}
	put(s.parts, "")
	if standing.Parts > 1 && standing.Agreed > 0 {
		put(s.parts, s.loc.Isolate(s.loc.Number(standing.Agreed)+"/"+s.loc.Number(standing.Parts)))
	}
	s.roomSign.SetState(look.RoomState(standing.State))
	s.dot.SetState(look.State(n.state))
	s.line.Refresh()
}

// fit leaves out what finds no room in a width, the stance first, and returns
// the width that it takes.
func (s *axesSigns) fit(width float32) float32 {
	for _, t := range []*look.Text{s.stance, s.proposals, s.brackets, s.parts} {
		look.SetShown(t, t.Text != "")
	}
	for _, t := range []*look.Text{s.stance, s.proposals, s.brackets, s.parts} {
		if s.line.MinSize().Width <= width {
			break
		}
		t.Hide()
	}
	return s.line.MinSize().Width
}

func counted(before string, n int, after string) string {
	if n == 0 {
		return ""
	}
	return before + number(n) + after
}

// tip says all in words.
func (s *axesSigns) tip() string {
	parts := []string{standingWords(s.loc, s.standing)}
	if s.note.stance != data.StanceNone {
		parts = append(parts, s.loc.T("panels.sign.stance", "stance", s.loc.Name("stance", string(s.note.stance))))
	}
	if s.note.state != data.ApprovalNone {
		parts = append(parts, s.loc.T("panels.sign.approval", "state", s.loc.Name("approval", string(s.note.state))))
	}
	if s.note.brackets > 0 {
		parts = append(parts, s.loc.N("panels.brackets", s.note.brackets))
	}
	if s.note.proposals > 0 {
		parts = append(parts, s.loc.N("panels.proposals", s.note.proposals))
	}
	if s.note.broken > 0 {
		parts = append(parts, s.loc.N("packages.broken-here", s.note.broken))
	}
	if s.note.conflicts > 0 {
		parts = append(parts, s.loc.N("conflicts.here", s.note.conflicts))
	}
	return strings.Join(parts, " · ")
}

// MouseIn implements desktop.Hoverable.
func (s *axesSigns) MouseIn(*desktop.MouseEvent) {
	look.Touch()
	s.shown = true
	look.RestTip(s, s.tip())
}

// MouseMoved implements desktop.Hoverable.
func (s *axesSigns) MouseMoved(*desktop.MouseEvent) { look.Touch() }

// MouseOut implements desktop.Hoverable.
func (s *axesSigns) MouseOut() {
	s.shown = false
	look.HideTip()
}

// standingWords says how far a text has come in the room, with its parts.
func standingWords(loc *translations.Localizer, s data.Standing) string {
	words := loc.T("panels.sign.room", "state", loc.Name("text-state", string(s.State)))
	if s.Parts > 1 {
		words += " (" + loc.T("panels.standing.parts", "n", loc.Number(s.Parts), "agreed", loc.Number(s.Agreed)) + ")"
	}
	if s.Reopened && s.State != data.TextReopened {
		words += ", " + loc.T("panels.standing.reopened")
	}
	return words
}
