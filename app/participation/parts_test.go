package participation

import (
	"strings"
	"testing"

	"travaux/app/page/roomtest"
	"travaux/data"
)

func TestATableIsPastedAndSupposed(t *testing.T) {
	b := roomtest.New(t, "en")
	p := entered(t, b)
	p.paste.text.Insert("Participant\tSignature\tRatification\nKenya\t1 Feb 2026\t2 Feb 2026\nPeru\t1 Feb 2026\t\nJPN\t\t3 Feb 2026 a\nAtlantis\t1 Feb 2026\n")
	if got := p.paste.says.Text + p.paste.bad.Text; !strings.Contains(got, "4 new instruments") || !strings.Contains(got, "Line 1") || !strings.Contains(got, "Line 5") {
		t.Fatalf("of the table it says %q", got)
	}
	p.paste.record()
	if n := len(b.Desk.Instruments().All()); n != 4 || len(b.Errors) > 0 {
		t.Fatalf("%d instruments, %v", n, b.Errors)
	}
	if got := p.paste.text.Text(); !strings.Contains(got, "Atlantis") || strings.Contains(got, "Kenya") {
		t.Errorf("what is left of the table: %q", got)
	}
	p.paste.text.SetText("KEN,signature,2026-02-01")
	p.paste.record()
	if len(b.Desk.Instruments().All()) != 4 || !strings.Contains(b.Toasts[len(b.Toasts)-1], "nothing new") {
		t.Errorf("it is recorded twice: %v", b.Toasts)
	}
	_, err := b.Desk.Undo(t.Context())
	roomtest.Must(t, err)
	if n := len(b.Desk.Instruments().All()); n != 0 {
		t.Errorf("the table was not one act: %d are left", n)
	}
	_, err = b.Desk.Redo(t.Context())
	roomtest.Must(t, err)
	p.Refresh()

	p.suppose.date.SetText("2026-05-01")
	p.suppose.addSigned()
	if got := p.suppose.result.Text; !strings.Contains(got, "Enters into force on 31 May 2026") && !strings.Contains(got, "In force since 31 May 2026") {
		t.Errorf("if the signatory ratifies: %q", got)
	}
	p.suppose.add("ecuador, nobody of that name")
	if len(p.suppose.codes) != 2 || len(b.Desk.Instruments().All()) != 4 {
		t.Errorf("supposed are %v, recorded %d", p.suppose.codes, len(b.Desk.Instruments().All()))
	}
	growth := p.parts[3].(*growthPart).lines()
	if last := growth[len(growth)-1].point; last.Signed != 2 || last.Bound != 2 || last.Parties != 0 {
		t.Errorf("at the end of what grew: %+v", last)
	}
}

func TestAReservationIsMadeAndObjectedTo(t *testing.T) {
	b := roomtest.New(t, "en")
	p := entered(t, b)
	for _, who := range []string{"ken", "per", "jpn"} {
		enter(p, who, data.InstrumentAccession, "2026-02-01")
		p.entry.record()
	}
	p.open("KEN")
	x := p.declared
	x.date.SetText("2026-02-01")
	x.found("2.1")
	x.text.SetText("Kenya is not bound by paragraph 1 of article 2.")
	x.record()
	made := b.Desk.Reservations().All()
	if len(made) != 1 || made[0].Party != "KEN" || len(made[0].Provisions) != 1 || len(b.Errors) > 0 {
		t.Fatalf("%+v, %v", made, b.Errors)
	}
	p.open("PER")
	x.kind.Choose(3)
	x.offer()
	if len(x.ons) != 1 {
		t.Fatalf("it can object to %d", len(x.ons))
	}
	x.date.SetText("2026-05-01")
	x.opposes.SetTicked(true)
	x.record()
	if all := b.Desk.Reservations().All(); len(all) != 2 || all[1].On != made[0].ID || !all[1].Opposes {
		t.Fatalf("%+v, %v", all, b.Errors)
	}
	if got := strings.Join(p.between("PER", "KEN"), " "); !strings.Contains(got, "is not in force") || !strings.Contains(got, "Objected to, and the treaty") {
		t.Errorf("between the two: %q", got)
	}
	if got := strings.Join(p.between("KEN", "JPN"), " "); !strings.Contains(got, "in force since 3 March 2026") || !strings.Contains(got, "until 1 February 2027") {
		t.Errorf("with a third: %q", got)
	}
	for _, lang := range data.Langs {
		doc, err := order{treaty: p.world.treaty, on: p.world.day}.work(b.Desk).Document(t.Context(), lang)
		roomtest.Must(t, err)
		if !strings.Contains(doc.Text(), "Kenya is not bound") {
			t.Errorf("%s: the reservation is not in the paper", lang)
		}
	}
	dir := t.TempDir()
	p.papers.folder.Set(dir)
	for _, kind := range []int{paperStatus, paperNotification} {
		p.papers.paper.Choose(kind)
		p.papers.show()
		p.papers.start()
	}
	if got := b.Certified(t, dir); len(got) != 2 || len(b.Errors) > 0 {
		t.Errorf("%q, %v", got, b.Errors)
	}
}

func TestAProtocolIsBesideItsTreaty(t *testing.T) {
	b := roomtest.New(t, "ar")
	b.Import(t, "L/1", data.English, roomtest.English)
	treaty, err := b.Desk.Treaties().Set(t.Context(), data.Treaty{Title: data.Words{data.English: "Convention on lanterns"}, Adopted: data.Date{Year: 2026, Month: 1, Day: 2}})
	roomtest.Must(t, err)
	p := Show(b.Room)
	p.begin()
	f := p.treaty
	if f.draft.Treaty.Parent != treaty.ID {
		t.Fatalf("a second is no protocol to the first: %+v", f.draft.Treaty)
	}
	f.draft.Treaty.Title = data.Words{data.Arabic: "بروتوكول"}
	f.draft.Adopted = "2025-01-01"
	f.draft.Number = "x"
	f.save()
	if len(b.Errors) != 1 {
		t.Error("a number that is none is taken")
	}
	f.draft.Number = ""
	f.save()
	p.read()
	if len(p.treaties) != 2 || p.treaties[0].ID != treaty.ID || p.which.Chosen() != 1 {
		t.Errorf("listed are %+v, %d chosen", p.treaties, p.which.Chosen())
	}
	f.remove()
	if len(b.Desk.Treaties().All()) != 1 || p.chosen != treaty.ID {
		t.Error("the protocol is not deleted, or the treaty not shown")
	}
}

func TestTheRuleIsReadFromTheText(t *testing.T) {
	b := roomtest.New(t, "en")
	b.Import(t, "L/2", data.English, roomtest.English+`
Article 3
Entry into force

1. This Convention shall enter into force on the ninetieth day after the date of deposit of the fortieth instrument of ratification, acceptance, approval or accession.

2. For each State ratifying this Convention after the deposit of the fortieth instrument, this Convention shall enter into force on the thirtieth day after the date of deposit by such State of its instrument.

Article 4
Denunciation

A State Party may denounce this Convention by written notification. Such denunciation shall become effective one year after the date of receipt of the notification.
`)
	p := Show(b.Room)
	p.treaty.readRule()
	got, err := p.treaty.treaty()
	roomtest.Must(t, err)
	if got.Rule.Number != 40 || got.Rule.Delay != (data.Delay{Days: 90}) || got.Rule.Later != (data.Delay{Days: 30}) || got.Notice != (data.Delay{Years: 1}) {
		t.Errorf("it reads %+v, notice %+v", got.Rule, got.Notice)
	}
}
