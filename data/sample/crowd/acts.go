package crowd

import (
	"fmt"
	"strings"

	"travaux/data"
)

// meet enters the meetings and sits in the last of them.
func (f *filler) meet(Size) error {
	for i := range 12 {
		m, err := f.desk.SetMeeting(f.ctx, data.Meeting{
			Title: fmt.Sprintf("%dth meeting", i+4), Date: data.Date{Year: 2026, Month: 3, Day: 2 + i},
		})
		if err != nil {
			return err
		}
		if err := f.desk.SitIn(m.ID); err != nil {
			return err
		}
	}
	return nil
}

// propose records proposals of all kinds, some on other proposals.
func (f *filler) propose(size Size) error {
	var last data.Proposal
	for i := range size.Proposals {
		on := f.worded[f.crowded(len(f.worded))]
		p := data.Proposal{
			Provision: on.ID, Kind: data.ProposalModify, Ours: i%20 == 0,
			Proponents: []data.Proponent{{Name: pick(f, speakers)}},
			Reasons:    f.remark(), Source: fmt.Sprintf("A/AC.998/CRP.%d, para. %d", 1+i%40, 1+i%9),
		}
		switch i % 20 {
		case 3, 4:
			p.Kind = data.ProposalSuppress
		case 7:
			p.Kind = data.ProposalNoChange
		case 11:
			p.Kind, p.Label = data.ProposalAdd, "3 bis"
		case 13:
			p.Kind, p.Target = data.ProposalMove, f.worded[f.chance.IntN(len(f.worded))].ID
			if p.Target == p.Provision || f.within(p.Target, p.Provision) {
				p.Kind, p.Target = data.ProposalSuppress, data.ID{}
			}
		case 17:
			if len(last.Wording) > 0 {
				p.Provision, p.On = last.Provision, last.ID
			}
		}
		if p.Kind == data.ProposalModify || p.Kind == data.ProposalAdd {
			p.Wording = f.wording(on, i)
		}
		made, err := f.desk.Propose(f.ctx, p)
		if err != nil {
			return err
		}
		last = made
	}
	return nil
}

// within reports whether a provision stands in another.
func (f *filler) within(id, in data.ID) bool {
	for _, p := range f.all {
		if p.ID == id {
			return p.Parent == in || !p.Parent.IsZero() && f.within(p.Parent, in)
		}
	}
	return false
}

// wording is a provision's text as somebody would have it: without its brackets,
// and with some words more.
func (f *filler) wording(p data.Provision, i int) data.Words {
	out := data.Words{}
	for lang, more := range map[data.Lang]string{
		data.English: " , at all times and at its own expense", data.Arabic: " ، في جميع الأوقات وعلى نفقتها", data.Chinese: "，并始终自费为之",
	} {
		if lang != data.English && i%3 != 0 {
			continue
		}
		text := strings.NewReplacer("[", "", "]", "").Replace(p.Text[lang].Text)
		at := len([]rune(text)) * (i % 5) / 5
		out[lang] = string([]rune(text)[:at]) + more + fmt.Sprint(" ", i%7) + string([]rune(text)[at:])
	}
	return out
}

// advance enters how far the texts have come, act by act: the articles stop at
// different rounds.
func (f *filler) advance(Size) error {
	states := []data.TextState{
		data.TextDiscussed, data.TextFirstReading, data.TextInformals, data.TextClose,
		data.TextAdReferendum, data.TextReopened, data.TextAdReferendum, data.TextAgreed,
	}
	for round, s := range states {
		var on []data.ID
		for i, p := range f.all {
			if round <= i/perArticle%(len(states)+1) {
				on = append(on, p.ID)
			}
		}
		if err := f.desk.SetTextStates(f.ctx, on, s, fmt.Sprint("round ", round)); err != nil {
			return err
		}
	}
	return nil
}

// hold enters positions on half of the provisions, and takes some of them
// through approval as far as the member at the laptop may.
func (f *filler) hold(Size) error {
	for i, p := range f.worded {
		if i%2 == 0 {
			continue
		}
		err := f.desk.SetPosition(f.ctx, data.Position{
			Provision: p.ID, Stance: data.Stances[1+i%(len(data.Stances)-1)], InternalReasons: f.remark(),
			PublicReasons: data.Words{data.English: f.remark()}, Wording: f.wording(p, i),
		})
		if err != nil {
			return err
		}
		if i%3 == 0 {
			if err := f.desk.Submit(f.ctx, p.ID); err != nil {
				return err
			}
			if i%9 == 0 && f.desk.Me().Role.MayApprove() {
				if err := f.desk.Approve(f.ctx, p.ID, ""); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// instruct records what capital has ordered for some provisions.
func (f *filler) instruct(Size) error {
	for i := range 60 {
		_, err := f.desk.SetInstruction(f.ctx, data.Instruction{
			Provisions: []data.ID{pick(f, f.all).ID, pick(f, f.all).ID}, Reference: fmt.Sprintf("MFA/2026/%d", 100+i),
			Issued: data.OnDay(data.Date{Year: 2026, Month: 1, Day: 5}, data.UTC), Text: f.remark(),
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// liveWith records what the delegation could live with, here and there.
func (f *filler) liveWith(Size) error {
	for i, p := range f.worded {
		if i%8 != 0 {
			continue
		}
		_, err := f.desk.SetLiveWith(f.ctx, data.LiveWith{
			Provision: p.ID, Lang: data.English, Sentence: f.wording(p, i)[data.English], Remark: f.remark(),
		})
		if err != nil {
			return err
		}
	}
	return nil
}
