package capture

import (
	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/data/capture"
	"travaux/data/states"
)

// mostNames is how many candidates are offered: more need more letters.
const mostNames = 9

// candidate is somebody who may be meant.
type candidate struct {
	found states.Found
	plain bool // nobody of the register: the name as it was typed
}

// choices is the row of those who may be meant by a name. The field keeps the
// keyboard while one goes about them.
type choices struct {
	room   *room.Room
	taken  func(*capture.Part, candidate)
	object *fyne.Container
	part   *capture.Part
	list   []candidate
	at     int // -1: none is chosen yet
}

func newChoices(r *room.Room, taken func(*capture.Part, candidate)) *choices {
	c := &choices{room: r, taken: taken, object: look.Flow(), at: -1}
	c.object.Hide()
	return c
}

// offer shows who may be meant by a part of the line; nil hides the row.
func (c *choices) offer(p *capture.Part) {
	if p != nil && c.part != nil && p.Span == c.part.Span && p.Typed == c.part.Typed && c.object.Visible() {
		c.part = p
		return
	}
	c.part, c.list, c.at = p, nil, -1
	c.object.RemoveAll()
	look.SetShown(c.object, p != nil)
	if p == nil {
		return
	}
	for _, f := range p.Found[:min(len(p.Found), mostNames)] {
		c.add(candidate{found: f}, c.name(f))
	}
	if len(p.Found) == 0 {
		c.add(candidate{plain: true}, c.room.Loc.T("capture.as-typed", "name", c.room.Loc.Isolate(p.Typed)))
	}
}

func (c *choices) add(x candidate, words string) {
	c.list = append(c.list, x)
	c.object.Add(look.NewButton(words, func() { c.taken(c.part, x) }).Rank(look.Quiet))
}

func (c *choices) name(f states.Found) string {
	reg := c.room.Desk.Register()
	if f.Group {
		return groupName(c.room.Loc, reg, f.Code)
	}
	return page.Party(c.room.Loc, reg, f.Code)
}

// open reports whether there is something to choose from.
func (c *choices) open() bool { return len(c.list) > 0 }

// chosen reports whether one was gone to.
func (c *choices) chosen() bool { return c.at >= 0 }

// step goes to the next candidate, or the one before.
func (c *choices) step(by int) {
	switch {
	case c.at < 0 && by < 0:
		c.at = len(c.list) - 1
	case c.at < 0:
		c.at = 0
	default:
		c.at = (c.at + by + len(c.list)) % len(c.list)
	}
	for i, o := range c.object.Objects {
		rank := look.Quiet
		if i == c.at {
			rank = look.Primary
		}
		o.(*look.Button).Rank(rank)
	}
}

// take takes the one that was gone to.
func (c *choices) take() { c.taken(c.part, c.list[c.at]) }
