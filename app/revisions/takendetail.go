package revisions

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/desk"
	"travaux/translations/typeset"
)

// takenDetail shows one proposal: what became of it and what says so, the
// proposal's redline, the new text with the taken words marked, and what a person
// has to say about it.
type takenDetail struct {
	room    *room.Room
	object  *fyne.Container
	sign    *look.Icon
	title   *look.Text
	who     *look.Text
	words   *look.Text // what the outcome rests on
	person  *look.Text // who said otherwise, and what was found
	choices []*look.Button
	remark  *textview.Field
	redline *textview.Document
	now     *textview.Document
	body    *fyne.Container
}

// newTakenDetail makes the detail; choose is told what a person says of the shown
// proposal ("" for what was found), with the remark as it is written.
func newTakenDetail(r *room.Room, choose func(u data.Uptake, remark string), leave func()) *takenDetail {
	d := &takenDetail{
		room: r, sign: look.NewIcon(look.IconApprove), title: look.Ellipsis(""), who: look.Wrapped(""), words: look.Wrapped(""), person: look.Wrapped(""),
		remark: textview.NewField(), redline: textview.NewDocument(), now: textview.NewDocument(),
	}
	loc := r.Loc
	d.title.Bold = true
	d.who.Direction = typeset.Auto
	d.words.Colour = look.ColourMuted
	d.redline.Margin, d.now.Margin = false, false
	flow := look.Flow()
	for i, u := range data.Uptakes {
		b := look.NewIconButton(uptakeSigns[u], loc.Name("uptake", string(u)), func() { choose(u, d.remark.Text()) }).WithTip(loc.T("taken.key", "key", takenKeys[i].key))
		d.choices = append(d.choices, b)
		flow.Add(b)
	}
	found := look.NewIconButton(look.IconUndo, loc.T("taken.found"), func() { choose("", "") }).WithTip(loc.T("taken.key", "key", foundKey))
	d.choices = append(d.choices, found)
	flow.Add(found)
	d.remark.Placeholder = loc.T("taken.remark")
	d.remark.OnEscaped = leave
	frame := look.NewFrame(loc.T("taken.remark.frame"), d.remark)
	head := look.Inset(2, 6, 10, 12, look.Column(look.Row(d.sign, d.title), d.who, d.words, d.person, flow, frame))
	part := func(words string, doc *textview.Document) fyne.CanvasObject {
		name := look.Ellipsis(words)
		name.Colour = look.ColourMuted
		return look.Border(look.Inset(4, 2, 12, 12, name), nil, nil, nil, doc)
	}
	d.body = look.Border(look.Stack(head, look.Rule()), nil, nil, nil, look.Halfway(
		part(loc.T("taken.proposed"), d.redline),
		look.Border(look.Rule(), nil, nil, nil, part(loc.T("taken.now"), d.now))))
	d.object = container.NewStack(page.AtLeast(leastDetail, d.body))
	d.clear()
	return d
}

// clear shows nothing.
func (d *takenDetail) clear() { d.body.Hide() }

// show shows a proposal.
func (d *takenDetail) show(x takenFacts, before, after *desk.Text) {
	loc := d.room.Loc
	d.sign.Set(uptakeSigns[x.Uptake], uptakeColours[x.Uptake])
	d.title.SetText(loc.T("taken.title", "outcome", loc.Name("uptake", string(x.Uptake)), "place", x.place))
	d.who.SetText(loc.T("taken.who", "kind", x.what, "who", x.who))
	d.words.SetText(x.evidence(loc))
	look.SetShown(d.person, x.Overruled)
	if x.Overruled {
		who := d.room.Desk.Member(x.By).Name
		if who == "" {
			who = loc.T("panes.member.unknown")
		}
		d.person.SetText(loc.T("taken.overruled", "who", loc.Isolate(who), "date", loc.Date(x.Time.Year(), x.Time.Month(), x.Time.Day()), "found", loc.Name("uptake", string(x.Found))))
	}
	for i, b := range d.choices[:len(data.Uptakes)] {
		rank := look.Plain
		if data.Uptakes[i] == x.Uptake {
			rank = look.Primary
		}
		b.Rank(rank)
	}
	if x.Overruled {
		d.choices[len(data.Uptakes)].Enable()
	} else {
		d.choices[len(data.Uptakes)].Disable()
	}
	d.remark.OnSubmitted = nil
	d.remark.SetText(x.Remark)
	d.redline.SetBlocks(x.proposed(before, loc))
	d.now.SetBlocks(x.standing(after, loc))
	d.body.Show()
	d.body.Refresh()
}
