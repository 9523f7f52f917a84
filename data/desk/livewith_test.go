package desk_test

import (
	"slices"
	"testing"

	"travaux/data"
	"travaux/data/desk"
	"travaux/export"
)

func TestWhatWeCanLiveWith(t *testing.T) {
	d := imported(t)
	p := at(t, d, "ch1/art2/1")
	issued := p.Text[data.English].Text
	first, err := d.SetLiveWith(ctx, data.LiveWith{
		Provision: p.ID, Lang: data.English, Kept: []int{1}, Sentence: " Every State Party shall ensure that lanterns should be lit at dusk. ", Remark: " if article 1 stays ",
	})
	must(t, err)
	if first.Base != issued || first.Author != d.Me().ID || first.Time.IsZero() || first.Remark != "if article 1 stays" {
		t.Errorf("recorded as %+v", first)
	}
	gone, err := d.SetLiveWith(ctx, data.LiveWith{Provision: p.ID, Lang: data.English})
	must(t, err)
	changed := first
	changed.Remark, changed.Author, changed.Provision = "whatever happens", data.NewID(), data.NewID()
	_, err = d.SetLiveWith(ctx, changed)
	must(t, err)
	list := d.LiveWith(p.ID)
	if len(list) != 2 || list[0].ID != gone.ID || list[1].Remark != "whatever happens" || list[1].Author != first.Author {
		t.Fatalf("newest first: %+v", list)
	}
	list[1].Kept[0] = 7
	if d.LiveWith(p.ID)[1].Kept[0] != 1 {
		t.Error("a caller changed it")
	}
	must(t, d.DeleteLiveWith(ctx, gone.ID))
	wantCode(t, d.DeleteLiveWith(ctx, gone.ID), data.CodeNotFound)
	if list := d.LiveWith(p.ID); len(list) != 1 {
		t.Errorf("after the deletion %+v", list)
	}
	events, err := d.History(p.ID)
	must(t, err)
	var told []string
	for _, e := range events[1:] {
		told = append(told, e.What)
	}
	if want := []string{"event.live-with", "event.live-with", "event.live-with", "event.live-with.deleted"}; !slices.Equal(told, want) {
		t.Errorf("history %v", told)
	}
	for _, bad := range []struct {
		x    data.LiveWith
		code data.Code
	}{
		{data.LiveWith{Provision: p.ID, Lang: "de", Sentence: "x"}, data.CodeInput},
		{data.LiveWith{Provision: data.NewID(), Lang: data.English, Sentence: "x"}, data.CodeNotFound},
		{data.LiveWith{ID: data.NewID(), Lang: data.English, Sentence: "x"}, data.CodeNotFound},
		{data.LiveWith{Provision: p.ID, Lang: data.French}, desk.CodeEmpty},
	} {
		_, err := d.SetLiveWith(ctx, bad.x)
		wantCode(t, err, bad.code)
	}
}

// TestAPaperDoesNotSayWhatWeCanLiveWith asks the check of finished papers about
// sentences that a paper could contain.
func TestAPaperDoesNotSayWhatWeCanLiveWith(t *testing.T) {
	const sentence = "Every State Party shall ensure that lanterns should be lit at dusk."
	for name, c := range map[string]struct {
		prepare func(d *desk.Desk, p data.ID) error
		paper   string
		leaks   bool
	}{
		"the whole sentence":       {nil, "We say: every State Party shall ensure that\nlanterns SHOULD be lit at  dusk!", true},
		"broken within a word":     {nil, "Every State Party shall ensure that lan\u00ad\nterns should be lit at dusk.", true},
		"half of it":               {nil, "Every State Party shall ensure that lanterns should be painted.", false},
		"the draft itself":         {nil, "Every State Party shall ensure that lanterns [shall][should] be lit at dusk.", false},
		"what stands in the draft": {nil, "2. A keeper may rest at dawn.", false},
		"our own wording": {func(d *desk.Desk, p data.ID) error {
			return d.SetPosition(ctx, data.Position{Provision: p, Stance: data.StanceAmend, Wording: english("Every State Party shall ensure that lanterns should be lit, at dusk")})
		}, sentence, false},
		"our wording in another language": {func(d *desk.Desk, p data.ID) error {
			return d.SetPosition(ctx, data.Position{Provision: p, Stance: data.StanceAmend, Wording: data.Words{data.French: sentence}})
		}, sentence, true},
		"a proposal of ours": {func(d *desk.Desk, p data.ID) error {
			_, err := d.Propose(ctx, data.Proposal{Provision: p, Kind: data.ProposalModify, Ours: true, Wording: english(sentence)})
			return err
		}, sentence, false},
		"a proposal of others": {func(d *desk.Desk, p data.ID) error {
			_, err := d.Propose(ctx, data.Proposal{Provision: p, Kind: data.ProposalModify, Wording: english(sentence)})
			return err
		}, sentence, true},
		"its remark": {nil, "It will do only if the other article stays, we think.", true},
	} {
		t.Run(name, func(t *testing.T) {
			d := imported(t)
			p := at(t, d, "ch1/art2/1").ID
			for _, x := range []data.LiveWith{
				{Provision: p, Lang: data.English, Sentence: sentence, Remark: "only if the other article stays"},
				{Provision: at(t, d, "ch1/art2/2").ID, Lang: data.English, Sentence: "A keeper may rest at dawn."}, // as it stands
				{Provision: p, Lang: data.English}, // it may go
			} {
				_, err := d.SetLiveWith(ctx, x)
				must(t, err)
			}
			if c.prepare != nil {
				must(t, c.prepare(d, p))
			}
			leaks := export.Leaks(c.paper, d.Secrets(), draftEnglish)
			if (len(leaks) > 0) != c.leaks {
				t.Errorf("%+v, want a leak: %v", leaks, c.leaks)
			}
		})
	}
}

func TestARemarkOnTheStateOfATextIsSecret(t *testing.T) {
	d := imported(t)
	must(t, d.SetTextState(ctx, at(t, d, "ch1/art2/1").ID, data.TextInformals, "the facilitator told us that they will fold"))
	leaks := export.Leaks("He says that the facilitator told us that they will fold soon.", d.Secrets(), "")
	if len(leaks) != 1 || leaks[0].Field != "field.text-state" {
		t.Errorf("leaks %+v", leaks)
	}
}
