package desk_test

import (
	"slices"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/desk"
)

func TestTheHistoryTellsOfTheNewRevision(t *testing.T) {
	var a annotated
	d, reopen, ids := crossed(t, func(d *desk.Desk) {
		a = annotate(t, d, at(t, d, "art1/2"), "birds")
		annotate(t, d, at(t, d, "art2/4"), "widow")
	}, "art1/2", "art1/3", "art2/4", "art2/3", "art1/4", "art2/1", "art1/1")
	oil, rock, gone, watch, published, training, dusk := ids[0], ids[1], ids[2], ids[3], ids[4], ids[5], ids[6]
	queue := d.Queue()
	must(t, d.DecideCarried(ctx, carriedOf(t, queue, a.order), data.ChoiceGood))
	must(t, d.DecideCarried(ctx, carriedOf(t, queue, oil), data.ChoiceAdapt))
	must(t, d.DecideCarried(ctx, carriedOf(t, queue, a.ours), data.ChoiceEscalate))
	orphan := carriedOf(t, d.Orphans(), gone)
	must(t, d.PlaceCarried(ctx, orphan, rock))
	for _, p := range d.Pairings(d.Revisions()[1].ID) {
		if slices.Contains(p.New, dusk) {
			must(t, d.ConfirmPairing(ctx, p.ID))
		}
	}
	for _, d := range []*desk.Desk{d, reopen()} {
		for _, x := range []struct {
			name string
			on   data.ID
			want []string
		}{
			{"changed", oil, []string{"event.carried", "event.carried.good", "event.carried.adapt", "event.carried.escalate"}},
			{"renumbered, with a position from elsewhere", rock, []string{"event.pairing.renumbered", "event.carried.placed", "event.position.internal"}},
			{"gone", gone, []string{"event.pairing.gone", "event.carried"}},
			{"merged", watch, []string{"event.pairing.merged"}},
			{"moved", published, []string{"event.pairing.moved"}},
			{"split", training, []string{"event.pairing.split"}},
			{"confirmed", dusk, []string{"event.pairing.confirmed"}},
		} {
			events, err := d.History(x.on)
			must(t, err)
			var have []string
			for _, e := range events {
				have = append(have, e.What)
			}
			for _, want := range x.want {
				if !slices.Contains(have, want) {
					t.Errorf("%s: no %s in %s", x.name, want, strings.Join(have, " "))
				}
			}
		}
	}
	_, err := d.Undo(ctx)
	must(t, err)
	_, err = d.Undo(ctx)
	must(t, err)
	events, err := d.History(gone)
	must(t, err)
	if last := events[len(events)-1].What; last != "event.carried.open" {
		t.Errorf("after undoing the last is %s", last)
	}
}

func TestSecretsStaySecretWhereverTheyAre(t *testing.T) {
	d, _, _ := crossed(t, func(d *desk.Desk) {
		for _, path := range []string{"art2/2", "art2/3", "art2/4"} { // one beside another, one without a place
			p := at(t, d, path).ID
			must(t, d.SetPosition(ctx, data.Position{Provision: p, Stance: data.StanceRedLine, InternalReasons: "for us alone " + path}))
			_, err := d.Comment(ctx, p, data.Anchor{}, "between us "+path)
			must(t, err)
			_, err = d.SetLiveWith(ctx, data.LiveWith{Provision: p, Lang: data.English, Sentence: "We would take less " + path, Remark: "at the end " + path})
			must(t, err)
			must(t, d.SetTextState(ctx, p, data.TextDiscussed, "they gave way "+path))
		}
	})
	secrets := d.Secrets()
	for _, path := range []string{"art2/2", "art2/3", "art2/4"} {
		for _, text := range []string{"for us alone ", "between us ", "We would take less ", "at the end ", "they gave way "} {
			if !slices.ContainsFunc(secrets, func(s data.Secret) bool { return s.Text == text+path }) {
				t.Errorf("%q is no secret any more", text+path)
			}
		}
	}
	brief, err := d.Public(desk.PublicOptions{Lang: data.English}, "")
	must(t, err)
	for _, line := range brief.Lines {
		if line.Stance == data.StanceRedLine {
			t.Error("a red line is public")
		}
	}
	if len(brief.Lines) != 1 {
		t.Errorf("%d lines: what waits beside another position, or has no place, is not public", len(brief.Lines))
	}
}
