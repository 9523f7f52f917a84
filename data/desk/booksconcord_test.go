package desk_test

import (
	"testing"

	"travaux/data"
	"travaux/data/desk"
)

// TestCorrectionsAreWhatIsConfirmed gathers the confirmed places of a text in its
// order, without our remarks, and follows an act that is taken back.
func TestCorrectionsAreWhatIsConfirmed(t *testing.T) {
	d := imported(t)
	text, err := d.Current()
	must(t, err)
	first, last := text.Provisions[1], text.Provisions[len(text.Provisions)-1]
	lang := text.Revision.Langs()[0]
	_, err = d.Discordances().SetAll(ctx,
		data.Discordance{Provision: last.ID, Kind: "number", Said: "number|x", Confirmed: true, Remark: "wrong", Read: data.Words{lang: "other words"}},
		data.Discordance{Provision: first.ID, Kind: "structure", Said: "structure|x", Confirmed: true},
		data.Discordance{Provision: first.ID, Kind: "strength", Said: "strength|x", Remark: "nothing"})
	must(t, err)
	says := func(data.Discordance) ([]data.PublicSaying, []data.Lang) {
		return []data.PublicSaying{{Lang: lang, Missing: true}}, []data.Lang{lang}
	}
	c, err := d.Corrections(desk.CorrectionOptions{Lang: data.English, Says: says})
	must(t, err)
	if len(c.Items) != 2 || c.Items[0].Path != first.Path || c.Items[1].Path != last.Path || len(c.Items[0].Readings) != 0 {
		t.Fatalf("%+v", c.Items)
	}
	r := c.Items[1].Readings
	if len(r) != 1 || r[0].Stands != last.Text[lang].Text || r[0].Read != "other words" {
		t.Errorf("%+v", r)
	}
	_, err = d.Undo(ctx)
	must(t, err)
	if c, err = d.Corrections(desk.CorrectionOptions{Lang: data.English, Says: says}); err != nil || len(c.Items) != 0 {
		t.Errorf("taken back: %+v, %v", c.Items, err)
	}
	if _, err := d.Discordances().Set(ctx, data.Discordance{Provision: first.ID, Kind: data.DiscordanceSeen}); data.CodeOf(err) != data.CodeWordless {
		t.Errorf("a place that nothing is said of: %v", err)
	}
}
