package desk_test

import (
	"slices"
	"testing"
	"time"

	"travaux/data"
	"travaux/data/desk"
)

var egyptForNAM = data.Speaker{Code: "EGY", For: "nam"}

// said records a view on a provision.
func said(t testing.TB, d *desk.Desk, p data.ID, by data.Speaker, a data.Attitude, words string) data.View {
	t.Helper()
	v, err := d.RecordView(ctx, data.View{Provision: p, By: by, Attitude: a, Words: words, Lang: data.English})
	must(t, err)
	return v
}

func TestAViewIsRecordedCorrectedAndTakenBack(t *testing.T) {
	d, v, _ := newDesk(t)
	_, err := d.Import(ctx, desk.Issue{Symbol: "L/1", Kind: data.RevisionZero}, data.NoProgress{}, version(data.English, draftEnglish))
	must(t, err)
	p, other := at(t, d, "ch1/art2/1"), at(t, d, "ch1/art1")
	began := time.Now().Add(-75 * time.Second)
	meeting, err := d.SetMeeting(ctx, data.Meeting{Title: "3rd meeting", Item: "5", Start: began})
	must(t, err)
	must(t, d.SitIn(meeting.ID))
	version := d.ViewsVersion()

	x := said(t, d, p.ID, egyptForNAM, data.AttitudeOppose, "  too narrow ")
	switch {
	case x.ID.IsZero() || x.Author != d.Me().ID || x.Time.IsZero() || x.Said.Sub(x.Time) > time.Minute || x.Revision.IsZero():
		t.Errorf("recorded as %+v", x)
	case x.Words != "too narrow" || x.Meeting != meeting.ID || x.Item != "5":
		t.Errorf("recorded as %+v", x)
	case x.Recording < 74*time.Second || x.Recording > 5*time.Minute:
		t.Errorf("%v into the recording", x.Recording)
	case d.ViewsVersion() == version:
		t.Error("nobody is told that there is another view")
	}
	y := said(t, d, p.ID, data.Speaker{Code: "KEN"}, data.AttitudeSupport, "")
	if got := d.Views(p.ID); len(got) != 2 || got[0].ID != x.ID || got[1].ID != y.ID || len(d.Views(other.ID)) != 0 {
		t.Fatalf("newest last: %+v", got)
	}

	x.Attitude, x.Provision, x.Author = data.AttitudeFlexible, other.ID, data.NewID()
	x, err = d.SetView(ctx, x)
	must(t, err)
	if got := d.Views(other.ID); len(got) != 1 || got[0].Attitude != data.AttitudeFlexible || got[0].Author != d.Me().ID || len(d.Views(p.ID)) != 1 {
		t.Errorf("corrected to %+v", got)
	}
	version = d.ViewsVersion()
	_, err = d.SetView(ctx, x)
	must(t, err)
	if d.ViewsVersion() != version {
		t.Error("writing nothing new was an act")
	}
	must(t, d.DeleteView(ctx, x.ID))
	wantCode(t, d.DeleteView(ctx, x.ID), data.CodeNotFound)
	for range 2 { // the deletion, and the correction
		_, err = d.Undo(ctx)
		must(t, err)
	}
	if got := d.Views(p.ID); len(got) != 2 || got[0].ID != x.ID || got[0].Attitude != data.AttitudeOppose {
		t.Errorf("after undoing %+v", got)
	}
	events, err := d.History(p.ID)
	must(t, err)
	var told []string
	for _, e := range events[1:] {
		told = append(told, e.What)
	}
	if want := []string{"event.view.oppose", "event.view.support", "event.view.flexible", "event.view.deleted", "event.view.flexible", "event.view.oppose"}; !slices.Equal(told, want) {
		t.Errorf("history %v", told)
	}
	if events[1].By != egyptForNAM || events[1].After != "too narrow" || events[1].Meeting != meeting.ID {
		t.Errorf("history tells %+v", events[1])
	}
	found, err := d.Search("narrow", data.English, 9)
	must(t, err)
	if len(found) != 1 || found[0].Entity != x.ID || found[0].Provision != p.ID {
		t.Errorf("found %+v", found)
	}
	again, err := desk.Open(ctx, v)
	must(t, err)
	if !slices.Equal(again.AllViews(), d.AllViews()) || len(again.AllViews()) != 2 {
		t.Errorf("after opening again %+v", again.AllViews())
	}
}

func TestSeveralViewsAreOneAct(t *testing.T) {
	d := imported(t)
	p := at(t, d, "ch1/art1")
	list, err := d.RecordViews(ctx, []data.View{
		{Provision: p.ID, By: data.Speaker{Code: "EGY"}, Attitude: data.AttitudeSupport},
		{Provision: p.ID, By: data.Speaker{Code: "KEN"}, Attitude: data.AttitudeSupport},
	})
	must(t, err)
	if len(list) != 2 || len(d.Views(p.ID)) != 2 {
		t.Fatalf("recorded %+v", list)
	}
	if _, err := d.RecordViews(ctx, []data.View{list[0], {Provision: p.ID, Attitude: data.AttitudeSupport}}); data.CodeOf(err) != desk.CodeNoSpeaker || len(d.Views(p.ID)) != 2 {
		t.Error("half of an act was taken")
	}
	title, err := d.Undo(ctx)
	must(t, err)
	if title != "act.view" || len(d.Views(p.ID)) != 0 {
		t.Error("one act needs more than one undo")
	}
}

// What is recorded within one moment of the clock keeps its order, in one act and
// in several, and when the vault is opened again.
func TestViewsOfOneMomentKeepTheirOrder(t *testing.T) {
	d, v, _ := newDesk(t)
	_, err := d.Import(ctx, desk.Issue{Symbol: "L/1", Kind: data.RevisionZero}, data.NoProgress{}, version(data.English, draftEnglish))
	must(t, err)
	p := at(t, d, "ch1/art1")
	var batch []data.View
	for range 40 {
		batch = append(batch, data.View{Provision: p.ID, By: egyptForNAM, Attitude: data.AttitudeOppose})
	}
	list, err := d.RecordViews(ctx, batch)
	must(t, err)
	for range 10 {
		list = append(list, said(t, d, p.ID, egyptForNAM, data.AttitudeSupport, ""))
	}
	again, err := desk.Open(ctx, v)
	must(t, err)
	for i, x := range list {
		switch {
		case i > 0 && !x.Time.After(list[i-1].Time):
			t.Fatalf("view %d is not later than the one before it", i)
		case d.Views(p.ID)[i].ID != x.ID || again.Views(p.ID)[i].ID != x.ID:
			t.Fatalf("view %d is not in its place", i)
		}
	}
}

func TestWhatIsNoView(t *testing.T) {
	d := imported(t)
	p, other := at(t, d, "ch1/art2/1"), at(t, d, "ch1/art1")
	proposal, err := d.Propose(ctx, data.Proposal{Provision: other.ID, Kind: data.ProposalSuppress, Proponents: []data.Proponent{{State: "EGY"}}})
	must(t, err)
	kenya := data.Speaker{Code: "KEN"}
	for name, bad := range map[string]struct {
		v    data.View
		code data.Code
	}{
		"of nobody":                   {data.View{Provision: p.ID, Attitude: data.AttitudeSupport}, desk.CodeNoSpeaker},
		"silence":                     {data.View{Provision: p.ID, By: kenya}, desk.CodeNoAttitude},
		"an attitude that is unknown": {data.View{Provision: p.ID, By: kenya, Attitude: "bored"}, desk.CodeNoAttitude},
		"on nothing":                  {data.View{By: kenya, Attitude: data.AttitudeSupport}, data.CodeInput},
		"a certainty that is unknown": {data.View{Provision: p.ID, By: kenya, Attitude: data.AttitudeSupport, Confidence: "maybe"}, data.CodeInput},
		"on no provision":             {data.View{Provision: data.NewID(), By: kenya, Attitude: data.AttitudeSupport}, data.CodeNotFound},
		"on no proposal":              {data.View{Provision: p.ID, Proposal: data.NewID(), By: kenya, Attitude: data.AttitudeSupport}, data.CodeNotFound},
		"on a proposal elsewhere":     {data.View{Provision: p.ID, Proposal: proposal.ID, By: kenya, Attitude: data.AttitudeSupport}, desk.CodeOtherPlace},
		"on no issue":                 {data.View{Issue: data.NewID(), By: kenya, Attitude: data.AttitudeSupport}, data.CodeNotFound},
	} {
		if _, err := d.RecordView(ctx, bad.v); data.CodeOf(err) != bad.code {
			t.Errorf("%s: %v, want %s", name, err, bad.code)
		}
	}
	_, err = d.SetView(ctx, data.View{ID: data.NewID(), Provision: p.ID, By: kenya, Attitude: data.AttitudeSupport})
	wantCode(t, err, data.CodeNotFound)
	v, err := d.RecordView(ctx, data.View{Proposal: proposal.ID, By: kenya, Attitude: data.AttitudeSupport})
	must(t, err)
	if v.Provision != other.ID {
		t.Error("a view on a proposal is not on its provision")
	}
}

func TestWhatIsSaidToUsAloneIsSecret(t *testing.T) {
	d := imported(t)
	p := at(t, d, "ch1/art2/1")
	_, err := d.RecordView(ctx, data.View{
		Provision: p.ID, By: data.Speaker{Code: "KEN"}, Attitude: data.AttitudeFlexible, Private: true, Words: "they would drop the clause on rewards",
	})
	must(t, err)
	said(t, d, p.ID, egyptForNAM, data.AttitudeOppose, "in the open")
	secret := func(text string) bool {
		return slices.ContainsFunc(d.Secrets(), func(s data.Secret) bool { return s.Text == text })
	}
	if !secret("they would drop the clause on rewards") || secret("in the open") {
		t.Error("what was said to us alone is a secret, and nothing else")
	}
	for _, step := range []struct {
		role data.Role
		want int
	}{{data.RoleHead, 2}, {data.RoleObserver, 1}} {
		me := d.Me()
		me.Role = step.role
		m, err := d.SetMember(ctx, data.Member{Name: "Somebody", Role: step.role})
		must(t, err)
		must(t, d.WorkAs(m.ID))
		if got := d.Views(p.ID); len(got) != step.want {
			t.Errorf("%s sees %d views, want %d", step.role, len(got), step.want)
		}
		events, err := d.History(p.ID)
		must(t, err)
		told := slices.DeleteFunc(events, func(e desk.Event) bool { return e.By.IsZero() })
		if len(told) != step.want {
			t.Errorf("the history tells %s of %d views, want %d", step.role, len(told), step.want)
		}
		must(t, d.WorkAs(me.ID))
	}
}

func TestIssues(t *testing.T) {
	d := imported(t)
	p, other := at(t, d, "ch1/art2/1"), at(t, d, "ch1/art1")
	x, err := d.SetIssue(ctx, data.Issue{Title: " rest ", Provisions: []data.ID{p.ID, p.ID}})
	must(t, err)
	if x.Title != "rest" || len(x.Provisions) != 1 || len(d.IssuesOf(p.ID)) != 1 || len(d.IssuesOf(other.ID)) != 0 {
		t.Errorf("entered as %+v", x)
	}
	v, err := d.RecordView(ctx, data.View{Issue: x.ID, Provision: p.ID, By: data.Speaker{Code: "KEN"}, Attitude: data.AttitudeSupport})
	must(t, err)
	if !v.Provision.IsZero() || len(d.ViewsOnIssue(x.ID)) != 1 || len(d.Views(p.ID)) != 0 {
		t.Errorf("a view on an issue is on %+v", v)
	}
	x.Provisions = []data.ID{other.ID}
	_, err = d.SetIssue(ctx, x)
	must(t, err)
	if len(d.IssuesOf(p.ID)) != 0 || len(d.IssuesOf(other.ID)) != 1 {
		t.Error("it is still where it was")
	}
	must(t, d.DeleteIssue(ctx, x.ID))
	wantCode(t, d.DeleteIssue(ctx, x.ID), data.CodeNotFound)
	_, err = d.Undo(ctx)
	must(t, err)
	if list := d.Issues(); len(list) != 1 || list[0].Title != "rest" {
		t.Errorf("after undoing %+v", list)
	}
	_, err = d.SetIssue(ctx, data.Issue{Title: " "})
	wantCode(t, err, desk.CodeEmpty)
}

func TestViewsOnAProposalGoWhereItGoes(t *testing.T) {
	d, _, _ := newDesk(t)
	importKinds(t, d, 1, beforeKinds)
	p := at(t, d, kindPaths[data.PairGone][0])
	proposal, err := d.Propose(ctx, data.Proposal{Provision: p.ID, Kind: data.ProposalSuppress, Proponents: []data.Proponent{{State: "EGY"}}})
	must(t, err)
	on, err := d.RecordView(ctx, data.View{Proposal: proposal.ID, By: data.Speaker{Code: "KEN"}, Attitude: data.AttitudeSupport})
	must(t, err)
	beside := said(t, d, p.ID, egyptForNAM, data.AttitudeOppose, "")
	importKinds(t, d, 2, afterKinds)
	to := at(t, d, "art1/1")
	for _, c := range d.Orphans() {
		if c.Entity == proposal.ID {
			must(t, d.PlaceCarried(ctx, c, to.ID))
		}
	}
	if got := d.Views(to.ID); len(got) != 1 || got[0].ID != on.ID {
		t.Fatalf("on the new place %+v", got)
	}
	for _, c := range d.Orphans() {
		if c.Kind == data.AnnotationView {
			if got := d.Annotated(c).Views; len(got) == 0 {
				t.Error("an orphan says nothing")
			}
			must(t, d.PlaceCarried(ctx, c, to.ID))
		}
	}
	if got := d.Views(to.ID); len(got) != 2 {
		t.Errorf("%v is not at its new place: %+v", beside.ID, got)
	}
}

func TestALineIsCorrectedAsAWhole(t *testing.T) {
	d := imported(t)
	p, other := at(t, d, "ch1/art2/1"), at(t, d, "ch1/art1")
	speaker := func(code string) data.Speaker { return data.Speaker{Code: code} }
	view := func(p data.ID, code string, a data.Attitude) data.View {
		return data.View{Provision: p, By: speaker(code), Attitude: a}
	}
	for name, c := range map[string]struct{ old, now []string }{
		"as many":     {[]string{"EGY", "KEN"}, []string{"EGY", "NGA"}},
		"one more":    {[]string{"EGY"}, []string{"EGY", "NGA"}},
		"one less":    {[]string{"EGY", "KEN"}, []string{"KEN"}},
		"none at all": {[]string{"EGY", "KEN"}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			var list []data.View
			var ids []data.ID
			for _, code := range c.old {
				list = append(list, view(p.ID, code, data.AttitudeOppose))
			}
			was, err := d.RecordViews(ctx, list)
			must(t, err)
			for _, v := range was {
				ids = append(ids, v.ID)
			}
			list = nil
			for _, code := range c.now {
				list = append(list, view(other.ID, code, data.AttitudeSupport))
			}
			_, err = d.CorrectViews(ctx, ids, list)
			must(t, err)
			var codes []string
			for _, v := range d.Views(other.ID) {
				if codes = append(codes, v.By.Code); v.Said != was[0].Said || v.Attitude != data.AttitudeSupport {
					t.Errorf("corrected to %+v", v)
				}
			}
			if !slices.Equal(codes, c.now) || len(d.Views(p.ID)) != 0 {
				t.Errorf("corrected to %v", codes)
			}
			for range 2 {
				_, err := d.Undo(ctx)
				must(t, err)
			}
			if n := len(d.AllViews()); n != 0 {
				t.Errorf("%d views are left after undoing", n)
			}
		})
	}
}

func TestViewsAreTakenBack(t *testing.T) {
	d := imported(t)
	p := at(t, d, "ch1/art2/1")
	x := said(t, d, p.ID, egyptForNAM, data.AttitudeOppose, "")
	must(t, d.TakeBackViews(ctx, []data.ID{x.ID}))
	if title, can := d.CanRedo(); !can || title != "act.view" || len(d.Views(p.ID)) != 0 {
		t.Error("what was just recorded is not undone")
	}
	_, err := d.Redo(ctx)
	must(t, err)
	_, err = d.Comment(ctx, p.ID, data.Anchor{}, "meanwhile")
	must(t, err)
	must(t, d.TakeBackViews(ctx, []data.ID{x.ID}))
	if len(d.Views(p.ID)) != 0 || len(d.Comments(p.ID)) != 1 {
		t.Error("something else was undone")
	}
	must(t, d.TakeBackViews(ctx, []data.ID{x.ID}))
}

// TestACorrectedQuotationStaysInItsSubmission holds that a view that was read in a
// submission is still one when it is corrected in the line, which knows of none: its
// anchor stays as long as its words do, for other words are no quotation.
func TestACorrectedQuotationStaysInItsSubmission(t *testing.T) {
	d := imported(t)
	p := at(t, d, "ch1/art2/1")
	written, err := d.RecordSubmission(ctx, data.Submission{Text: "We find it too narrow.", Lang: data.English}, nil)
	must(t, err)
	anchor := data.NewAnchor(data.English, written.Text, 11, 21)
	v, err := d.RecordView(ctx, data.View{
		Provision: p.ID, By: egyptForNAM, Attitude: data.AttitudeOppose, Words: "too narrow", Lang: data.English,
		Submission: written.ID, Anchor: anchor, Said: time.Date(2026, time.May, 4, 0, 0, 0, 0, time.UTC),
	})
	must(t, err)
	typed := data.View{Provision: p.ID, By: egyptForNAM, Attitude: data.AttitudeReserve, Words: "too narrow", Lang: data.English}
	for _, c := range []struct {
		name   string
		words  string
		anchor data.Anchor
	}{
		{"another attitude", "too narrow", anchor},
		{"other words", "much too narrow", data.Anchor{}},
	} {
		typed.Words = c.words
		out, err := d.CorrectViews(ctx, []data.ID{v.ID}, []data.View{typed})
		must(t, err)
		want := v
		want.Attitude, want.Words, want.Anchor = data.AttitudeReserve, c.words, c.anchor
		if got, _ := d.View(v.ID); got != want || len(out) != 1 || out[0] != want {
			t.Errorf("%s: corrected to\n%+v, want\n%+v", c.name, got, want)
		}
		_, err = d.Undo(ctx)
		must(t, err)
		if got, _ := d.View(v.ID); got != v {
			t.Errorf("%s: undone to\n%+v, want\n%+v", c.name, got, v)
		}
	}
}
