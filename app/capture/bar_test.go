package capture

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"travaux/app/page/roomtest"
	"travaux/data"
	"travaux/data/desk"
)

// shown is a capture line in a window over a small text, with a provision on screen.
func shown(t *testing.T, lang string) (*roomtest.Bench, *Bar, *desk.Text) {
	t.Helper()
	r := roomtest.New(t, lang)
	text := r.Import(t, "L/1", data.English, roomtest.English)
	r.Selection.Select(at(t, text, "ch1/art1").ID)
	b := New(r.Room, nil)
	r.Window.SetContent(b.Object())
	r.Selection.Listen(b.Refresh)
	b.Focus()
	return r, b, text
}

func at(t *testing.T, text *desk.Text, path string) data.Provision {
	t.Helper()
	p, ok := text.At(path)
	if !ok {
		t.Fatalf("no %s", path)
	}
	return p
}

// typeLine types into the line and presses Enter.
func typeLine(b *Bar, text string) {
	test.Type(b.field, text)
	press(b, fyne.KeyReturn)
}

func press(b *Bar, keys ...fyne.KeyName) {
	for _, k := range keys {
		b.field.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

// recorded writes the views of a desk, oldest first.
func recorded(r *roomtest.Bench) string {
	var out []string
	for _, v := range r.Desk.AllViews() {
		p, _ := r.Desk.Provision(v.Provision)
		x, _ := r.Desk.Issue(v.Issue)
		who := v.By.Code + v.By.Name
		if !v.By.National() {
			who += "/" + v.By.For + v.By.ForName
		}
		out = append(out, strings.TrimSpace(fmt.Sprintf("%s %s %s %s", who, v.Attitude, p.Path+x.Title, v.Words)))
	}
	return strings.Join(out, "\n")
}

func TestALineIsRecorded(t *testing.T) {
	r, b, _ := shown(t, "en")
	test.Type(b.field, "egy nam -")
	if want := "Egypt, on behalf of Movement of Non-Aligned Countries, opposes article 1"; !strings.Contains(b.preview.Text, "Egypt, on behalf of") || !strings.HasSuffix(b.preview.Text, "opposes article 1") {
		t.Errorf("while it is typed: %q, want like %q", b.preview.Text, want)
	}
	press(b, fyne.KeyReturn)
	typeLine(b, "ken, nga + at last")
	if got, want := recorded(r), "EGY/nam oppose ch1/art1\nKEN support ch1/art1 at last\nNGA support ch1/art1 at last"; got != want {
		t.Errorf("recorded\n%s, want\n%s", got, want)
	}
	if b.field.Text() != "" || !strings.HasPrefix(b.preview.Text, "Recorded: Kenya and Nigeria support article 1") || !b.back.Visible() {
		t.Errorf("afterwards %q, %q", b.field.Text(), b.preview.Text)
	}
	if len(r.Errors) != 0 {
		t.Error(r.Errors)
	}
}

func TestAnotherProvisionIsTypedOrGoneTo(t *testing.T) {
	r, b, text := shown(t, "en")
	typeLine(b, "@2.1 egy + here")
	if r.Selection.Provision() != at(t, text, "ch1/art1").ID {
		t.Error("a line about another provision leaves the one on screen")
	}
	typeLine(b, "@2.1")
	if r.Selection.Provision() != at(t, text, "ch1/art2/1").ID || b.field.Text() != "" {
		t.Error("a number alone does not go there")
	}
	typeLine(b, "ken -")
	if got, want := recorded(r), "EGY support ch1/art2/1 here\nKEN oppose ch1/art2/1"; got != want {
		t.Errorf("recorded\n%s, want\n%s", got, want)
	}
}

func TestALineThatMeansSeveralIsNotTaken(t *testing.T) {
	r, b, _ := shown(t, "en")
	typeLine(b, "korea ~")
	if recorded(r) != "" || b.field.Text() != "korea ~" || !b.names.open() {
		t.Fatalf("taken: %s; the line: %q", recorded(r), b.field.Text())
	}
	press(b, fyne.KeyReturn)
	if recorded(r) != "" {
		t.Fatal("Enter chose for the person")
	}
	press(b, fyne.KeyTab, fyne.KeyDown, fyne.KeyReturn)
	if b.field.Text() != "kor ~" || b.names.open() {
		t.Fatalf("chosen: %q", b.field.Text())
	}
	press(b, fyne.KeyReturn)
	typeLine(b, "the chair +")
	press(b, fyne.KeyTab, fyne.KeyReturn)
	if got := recorded(r); got != "KOR flexible ch1/art1" {
		t.Errorf("recorded %s", got)
	}
	for _, bad := range []string{"ken", "+", "ken + @99", "ken + #3"} {
		b.field.SetText("")
		typeLine(b, bad)
		if b.field.Text() != bad || len(r.Desk.AllViews()) != 1 {
			t.Errorf("%q was taken", bad)
		}
	}
}

func TestALineIsTakenBackAtOnce(t *testing.T) {
	r, b, _ := shown(t, "en")
	typeLine(b, "egy +")
	typeLine(b, "ken -")
	test.Type(b.field, "n")
	if b.Undo() {
		t.Error("what is being typed is undone by its field")
	}
	press(b, fyne.KeyBackspace)
	_, err := r.Desk.Comment(context.Background(), r.Selection.Provision(), data.Anchor{}, "meanwhile")
	roomtest.Must(t, err)
	if !b.Undo() || recorded(r) != "EGY support ch1/art1" {
		t.Errorf("left: %s", recorded(r))
	}
	if !b.Undo() || recorded(r) != "" || b.Undo() {
		t.Errorf("left: %s", recorded(r))
	}
	if len(r.Desk.Comments(r.Selection.Provision())) != 1 {
		t.Error("something else was taken back")
	}
}

func TestALineIsRecalledAndCorrected(t *testing.T) {
	r, b, text := shown(t, "en")
	typeLine(b, "egy nam -")
	typeLine(b, "ken +")
	said := r.Desk.AllViews()[0].Said
	r.Selection.Select(at(t, text, "ch1/art2/1").ID)
	test.Type(b.field, "nga")
	press(b, fyne.KeyUp, fyne.KeyUp)
	if b.field.Text() != "egy nam -" || !strings.HasPrefix(b.preview.Text, "Correction: Egypt") || !strings.HasSuffix(b.preview.Text, "opposes article 1") {
		t.Fatalf("recalled %q: %q", b.field.Text(), b.preview.Text)
	}
	b.field.SetText("")
	typeLine(b, "egy, mar ~ could live with it")
	if got, want := recorded(r), "EGY flexible ch1/art1 could live with it\nKEN support ch1/art1\nMAR flexible ch1/art1 could live with it"; got != want {
		t.Errorf("corrected to\n%s, want\n%s", got, want)
	}
	if r.Desk.AllViews()[0].Said != said {
		t.Error("it was said at another time now")
	}
	if b.field.Text() != "nga" {
		t.Errorf("what was being typed has become %q", b.field.Text())
	}
	b.field.SetText("")
	press(b, fyne.KeyUp)
	b.field.SetText("")
	press(b, fyne.KeyReturn)
	if got := recorded(r); strings.Contains(got, "KEN") {
		t.Errorf("an emptied line still says\n%s", got)
	}
	press(b, fyne.KeyUp)
	press(b, fyne.KeyEscape)
	if b.recalled != nil || b.field.Text() != "" {
		t.Error("a correction cannot be given up")
	}
}

// A view that no line of this session has recorded is corrected in the line.
func TestAViewOfAnEarlierSessionIsCorrected(t *testing.T) {
	r, b, text := shown(t, "en")
	ctx := context.Background()
	p := at(t, text, "ch1/art2/1")
	proposal, err := r.Desk.Propose(ctx, data.Proposal{Provision: p.ID, Kind: data.ProposalSuppress, Proponents: []data.Proponent{{State: "EGY"}}})
	roomtest.Must(t, err)
	v, err := r.Desk.RecordView(ctx, data.View{
		Proposal: proposal.ID, By: data.Speaker{Code: "EGY", For: "nam"}, Attitude: data.AttitudeOppose, Lang: data.French,
		Confidence: data.ConfidenceReported, Private: true, Words: "@5 trop étroit", Proposed: "peut",
	})
	roomtest.Must(t, err)
	test.Type(b.field, "ken")
	b.Correct(v)
	if b.field.Text() != `egy nam - !! * #1 \@5 trop étroit = peut` || !strings.Contains(b.preview.Text, "proposal 1 on article 2, paragraph 1") {
		t.Fatalf("to correct: %q, %s", b.field.Text(), b.preview.Text)
	}
	press(b, fyne.KeyEscape)
	if b.field.Text() != "ken" || b.Undo() || recorded(r) == "" {
		t.Fatal("a correction that was given up has done something")
	}
	b.field.SetText("")
	if b.Refresh(); b.Undo() {
		t.Error("what was only looked at is taken back")
	}
	b.Correct(v)
	b.field.SetText("")
	typeLine(b, "egy nam ~ #1 trop large")
	got, _ := r.Desk.View(v.ID)
	want := v
	want.Attitude, want.Confidence, want.Private, want.Words, want.Proposed = data.AttitudeFlexible, "", false, "trop large", ""
	if got != want {
		t.Errorf("corrected to\n%+v, want\n%+v", got, want)
	}
	if !b.Undo() {
		t.Error("the correction cannot be taken back")
	}
	if got, _ := r.Desk.View(v.ID); got != v {
		t.Errorf("taken back to\n%+v, want\n%+v", got, v)
	}
	if len(r.Errors) != 0 {
		t.Error(r.Errors)
	}
}

// TestAProposalIsNamedByTheNumberOnItsCard records on the second proposal, and on no
// proposal where there is none of that number.
func TestAProposalIsNamedByTheNumberOnItsCard(t *testing.T) {
	r, b, text := shown(t, "en")
	p := at(t, text, "ch1/art2/1")
	var ids []data.ID
	for _, x := range []data.Proposal{{Kind: data.ProposalSuppress}, {Kind: data.ProposalModify, Wording: data.Words{data.English: "Other words."}}} {
		x.Provision, x.Proponents = p.ID, []data.Proponent{{State: "EGY"}}
		x, err := r.Desk.Propose(context.Background(), x)
		roomtest.Must(t, err)
		ids = append(ids, x.ID)
	}
	test.Type(b.field, "ken + #2")
	if !strings.Contains(b.preview.Text, "no proposal has the number") {
		t.Errorf("of an article without proposals: %q", b.preview.Text)
	}
	b.field.SetText("")
	r.Selection.Select(p.ID)
	test.Type(b.field, "ken + #2 yes")
	if !strings.HasSuffix(b.preview.Text, "supports proposal 2 on article 2, paragraph 1 · yes") {
		t.Errorf("while it is typed: %q", b.preview.Text)
	}
	press(b, fyne.KeyReturn)
	typeLine(b, "@2.1 #1 egy, nga -")
	var got []string
	for _, v := range r.Desk.Views(p.ID) {
		got = append(got, fmt.Sprintf("%s %d", v.By.Code, 1+slices.Index(ids, v.Proposal)))
	}
	if want := []string{"KEN 2", "EGY 1", "NGA 1"}; !slices.Equal(got, want) || len(r.Errors) != 0 {
		t.Errorf("recorded %v, want %v; %v", got, want, r.Errors)
	}
}

// TestAnIssueIsSpokenOfAndCorrected takes a view on an issue down, and corrects it in
// the line: in place, and over to a provision and back.
func TestAnIssueIsSpokenOfAndCorrected(t *testing.T) {
	r, b, text := shown(t, "en")
	for _, title := range []string{"Light at dusk", "Rest at dawn", "Light at dawn"} {
		_, err := r.Desk.SetIssue(context.Background(), data.Issue{Title: title, Provisions: []data.ID{at(t, text, "ch1/art1").ID}})
		roomtest.Must(t, err)
	}
	typeLine(b, "egy - @light too early")
	if recorded(r) != "" || !strings.Contains(b.preview.Text, "several issues have the word after @") {
		t.Fatalf("recorded %q; it says %q", recorded(r), b.preview.Text)
	}
	b.field.SetText("")
	typeLine(b, "egy - @DUSK too early")
	if got := recorded(r); got != "EGY oppose Light at dusk too early" || !strings.HasPrefix(b.preview.Text, "Recorded: Egypt opposes the issue “") {
		t.Fatalf("recorded %q; it says %q", got, b.preview.Text)
	}
	v := r.Desk.AllViews()[0]
	again := New(r.Room, nil) // the line of another session
	again.Correct(v)
	if again.field.Text() != "egy - too early" || again.Correcting() != v.ID || !strings.Contains(again.where.Text, "Light at dusk") {
		t.Fatalf("to correct %q on %q", again.field.Text(), again.where.Text)
	}
	again.field.SetText("")
	typeLine(again, "egy ~ not too early")
	want := v
	want.Attitude, want.Words = data.AttitudeFlexible, "not too early"
	if got, _ := r.Desk.View(v.ID); got != want || !again.Correcting().IsZero() {
		t.Errorf("corrected to\n%+v, want\n%+v", got, want)
	}
	press(again, fyne.KeyUp)
	again.field.SetText("")
	typeLine(again, "egy ~ @2.1 in its place")
	if got := recorded(r); got != "EGY flexible ch1/art2/1 in its place" {
		t.Errorf("corrected to %q", got)
	}
	for range 2 {
		again.Undo()
	}
	if got, _ := r.Desk.View(v.ID); got != v || len(r.Errors) != 0 {
		t.Errorf("taken back to\n%+v, want\n%+v; %v", got, v, r.Errors)
	}
}

func TestWhatCannotBeRecordedIsKept(t *testing.T) {
	r, b, _ := shown(t, "en")
	m, err := r.Desk.SetMember(context.Background(), data.Member{Name: "O. Server", Role: data.RoleObserver})
	roomtest.Must(t, err)
	head := r.Desk.Me().ID
	roomtest.Must(t, r.Desk.WorkAs(m.ID))
	typeLine(b, "egy +")
	if recorded(r) != "" || !strings.HasPrefix(b.preview.Text, "Not recorded: ") || !strings.Contains(b.preview.Text, "egy +") {
		t.Fatalf("it says %q", b.preview.Text)
	}
	roomtest.Must(t, r.Desk.WorkAs(head))
	press(b, fyne.KeyUp, fyne.KeyReturn)
	if recorded(r) != "EGY support ch1/art1" || !strings.HasPrefix(b.preview.Text, "Recorded: ") {
		t.Errorf("recalled: %s; it says %q", recorded(r), b.preview.Text)
	}
}

func TestTypingSurvives(t *testing.T) {
	r, b, _ := shown(t, "ar")
	typeLine(b, "egy +")
	test.Type(b.field, "ken")
	b.Flush()
	again := New(r.Room, b)
	if again.field.Text() != "ken" || !again.Shown() {
		t.Errorf("left of it: %q", again.field.Text())
	}
	again.field.SetText("")
	again.Flush()
	if third := New(r.Room, again); third.field.Text() != "" || third.Shown() || !third.Undo() {
		t.Errorf("what was recorded is still in the line: %q", third.field.Text())
	}
}

func TestHundredsOfLinesAreRecordedOnce(t *testing.T) {
	r, b, text := shown(t, "en")
	work := make(chan func())
	go func() {
		for f := range work {
			f()
		}
	}()
	r.Run = func(do func(context.Context, data.Progress) error, _ func()) {
		work <- func() { _ = do(context.Background(), data.NoProgress{}) }
	}
	paths := []string{"2.1", "1"}
	var want []string
	for i := range 300 {
		code := []string{"egy", "ken", "nga", "mar", "tun"}[i%5]
		typeLine(b, fmt.Sprintf("%s %s @%s no %d", code, []string{"+", "-", "~", "?", "r"}[i%5], paths[i%2], i))
		want = append(want, fmt.Sprintf("no %d", i))
	}
	b.Flush()
	close(work)
	var got []string
	for _, v := range r.Desk.AllViews() {
		got = append(got, v.Words)
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%d recorded, want 300 in their order", len(got))
	}
	if n := len(r.Desk.Views(at(t, text, "ch1/art2/1").ID)); n != 150 {
		t.Errorf("%d are on 2.1", n)
	}
}
