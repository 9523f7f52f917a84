package play_test

import (
	"reflect"
	"testing"
	"time"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/sample"
	"travaux/data/states"
	"travaux/data/text/bracket"
)

func at(t *testing.T, d *desk.Desk, path string) data.Provision {
	t.Helper()
	text, err := d.Current()
	if err != nil {
		t.Fatal(err)
	}
	p, ok := text.At(path)
	if !ok {
		t.Fatalf("no %s", path)
	}
	return p
}

func TestTheRoomIsPlayed(t *testing.T) {
	d := played(t, data.English)
	for path, want := range map[string]data.Standing{
		"ch3/art10":  {Own: data.TextAdReferendum, State: data.TextAdReferendum, Parts: 2, Agreed: 2, Gavelled: true},
		"ch5/art22":  {State: data.TextClose, Parts: 2, Agreed: 2},
		"ch1/art4":   {Own: data.TextAdReferendum, State: data.TextReopened, Parts: 3, Agreed: 2, Gavelled: true, Reopened: true},
		"ch1/art1":   {Own: data.TextAdReferendum, State: data.TextAdReferendum, Parts: 1, Agreed: 1, Gavelled: true},
		"ch2/art8/1": {State: data.TextBracketed, Parts: 1},
		"ch2/art7/3": {Own: data.TextInformals, State: data.TextInformals, Parts: 1},
	} {
		if got := d.Standing(at(t, d, path).ID); got != want {
			t.Errorf("%s: %+v, want %+v", path, got, want)
		}
	}
	if steps := d.TextSteps(at(t, d, "ch1/art4/2").ID); len(steps) != 2 || !steps[0].State.Agreed() || steps[1].State != data.TextReopened {
		t.Errorf("the reopening has no history: %+v", steps)
	}
	story := sample.Tell()
	count := 0
	for _, m := range story.Meetings {
		count += len(m.Proposals)
	}
	for _, list := range d.AllProposals() {
		count -= len(list)
		for _, p := range list {
			if p.Meeting.IsZero() || p.Kind == data.ProposalModify && len(p.Base) != 6 {
				t.Errorf("%+v has no meeting or not all of its base", p)
			}
		}
	}
	if count != 0 {
		t.Errorf("%d proposals are missing", count)
	}
	if m, ok := d.CurrentMeeting(); !ok || len(d.Meetings()) != len(story.Meetings) || !reflect.DeepEqual(m, d.Meetings()[len(story.Meetings)-1]) {
		t.Errorf("sits in %+v of %+v", m, d.Meetings())
	}
	cover := d.Coverage(time.Date(2026, 11, 11, 12, 0, 0, 0, time.UTC))
	if c := cover[at(t, d, "ch3/art10").ID]; !c.Uninstructed || c.Reopened {
		t.Errorf("article 10: %+v", c)
	}
}

// TestWhatWeCanLiveWithIsReadFromTheBrackets holds the sentences of the sample to
// what resolving the brackets gives, in every language.
func TestWhatWeCanLiveWithIsReadFromTheBrackets(t *testing.T) {
	for _, lang := range data.Langs {
		d := played(t, lang)
		for _, x := range sample.Tell().LiveWith {
			list := d.LiveWith(at(t, d, x.Path).ID)
			if len(list) != 1 {
				t.Fatalf("%s %s: %+v", lang, x.Path, list)
			}
			keep := map[int]bool{}
			for _, i := range list[0].Kept {
				keep[i] = true
			}
			if got := bracket.Parse([]string{list[0].Base}).Resolve(0, lang, bracket.Choice{Keep: keep}).Text.Text; got != list[0].Sentence {
				t.Errorf("%s %s: the brackets give\n%s\nthe sample says\n%s", lang, x.Path, got, list[0].Sentence)
			}
		}
	}
}

// TestNoRealStateSpeaksInTheSample holds that whoever speaks in the sample is
// invented, and stays so when it is typed.
func TestNoRealStateSpeaksInTheSample(t *testing.T) {
	for _, lang := range data.Langs {
		for _, m := range sample.Tell().Meetings {
			for _, p := range m.Proposals {
				for _, who := range p.By {
					name := who.Name[lang]
					if got := states.ParseProponents(name); len(got) != 1 || got[0].Name != name {
						t.Errorf("%s: %s is read as %+v", lang, name, got)
					}
				}
			}
		}
	}
}
