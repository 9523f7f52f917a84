//go:build window

package main

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/force"
	"travaux/data/monitor"
	"travaux/translations"
)

// allLanguages ticks the six languages of a paper, of which English is ticked already,
// from the first of them, and goes on to what follows.
func (l *life) allLanguages() {
	l.t.Helper()
	for _, lang := range data.Langs {
		if lang != data.English {
			l.w.press("space")
		}
		l.w.press("Tab")
	}
}

// intoHome puts the home folder into the field that has the keyboard, and goes on. It is
// pasted: of so many keys one repeats itself on a busy machine.
func (l *life) intoHome() {
	l.t.Helper()
	l.w.press("ctrl+a")
	l.w.paste(l.home)
	l.w.press("Tab")
}

// covers opens a page over the panes, once these are there: a window that has only just
// come may not have painted its toolbar, by which they are known.
func (l *life) covers(what, key string) {
	l.t.Helper()
	l.w.until("the panes", func() bool { p, err := l.w.look(); return err == nil && isReading(p) && !p.covered() })
	l.w.opens(what, key)
}

// turns turns to a tab of the page by its figure, and waits for it: the keyboard goes
// to the first thing in it only once the figure has been taken.
func (l *life) turns(figure string) {
	l.t.Helper()
	l.w.shows("tab "+figure, func() { l.w.press(figure) })
}

// takes chooses a line of the choice that has the keyboard.
func (l *life) takes(line int) {
	l.t.Helper()
	l.w.press(slices.Concat([]string{"Down", "Home"}, slices.Repeat([]string{"Down"}, line), []string{"Return"})...)
	l.w.still()
}

// back goes back by so many fields.
func (l *life) back(n int) {
	l.t.Helper()
	l.w.press(slices.Repeat([]string{"shift+Tab"}, n)...)
}

// named are the words of the catalogue in the six languages.
func named(id string) data.Words {
	out := data.Words{}
	for _, lang := range data.Langs {
		out[lang] = translations.New(string(lang)).T(id)
	}
	return out
}

// What is reported, assessed and drawn.
const (
	cycleTitle = "First cycle"
	drawSeed   = "07 14 22 31 40"
	assessed   = "The station has been silent since May."
)

// cycleReports are the days on which the first three parties of the list report: the
// last of them late.
var cycleReports = []string{"2024-11-01", "2024-12-01", "2025-03-01"}

// cycle is a cycle of reports: the obligations that the program proposes are taken up or
// set aside, reports come or do not, one party is assessed, reviewers are drawn by
// lot, and the synthesis is written.
func (l *life) cycle() {
	w := l.w
	l.covers("fulfilment", "shift+F12")
	l.turns("2")
	w.press("Tab") // the register, and the button that takes up what binds all
	l.saves("the obligations of all parties", func() { w.press("Return") })
	w.press("Tab") // the list
	l.saves("an obligation that is set aside", func() { w.press("Delete") })
	l.saves("another that is taken up", func() { w.press("Return") })

	l.turns("4")
	w.press("Return") // the button that begins a cycle
	l.fills(cycleTitle)
	l.fills("2024-01-01")
	l.fills("2025-01-01")
	l.fills("12")
	l.saves("the cycle", func() { w.press("Return") })
	l.tabs(5)
	l.fills(drawSeed)
	l.fills("the President of the Conference")
	l.saves("the draw", func() { w.press("Return") })
	w.rests(l.vault)
	w.press("Tab")
	l.saves("the first stage of a review", func() { w.press("Return") })

	l.turns("3") // the list of parties
	for i, day := range cycleReports {
		if i > 0 {
			w.press("Down")
		}
		w.press("Return")
		l.fills(day)
		w.write("WS/REP/" + string(rune('1'+i)))
		l.saves("a report", func() { w.press("Return") })
	}
	w.press("Tab", "Tab", "Tab") // the divider; what is assessed, and how
	l.takes(slices.Index(data.Grades, data.GradeUnmet))
	w.press("Tab", "Tab")
	l.fills("2025-04-01")
	l.fills(assessed)
	w.write("WS/REP/3, para. 4, silent")
	l.saves("an assessment", func() { w.press("ctrl+Return") })

	w.leaves()
	l.covers("fulfilment", "shift+F12")
	l.turns("5")
	w.press("Tab", "Tab") // the synthesis, of all; the languages
	l.allLanguages()
	l.intoHome()
	w.press("Tab", "Return")
	l.inEveryLanguage("Synthesis report on fulfilment", named("monitoring.paper.synthesis"), lifeTitle)
	w.leaves()
	l.desk(l.cycleIsKept)
}

// cycleIsKept looks at what the cycle left in the vault, and draws again.
func (l *life) cycleIsKept(_ context.Context, k *desk.Desk) {
	t, cycles, reports, drawn := l.treaty(k), k.Cycles().All(), k.PartyReports().All(), k.Draws().All()
	aside, taken := 0, 0
	for _, o := range k.Obligations().All() {
		if o.Aside {
			aside++
		} else {
			taken++
		}
	}
	if aside != 1 || taken < 5 {
		l.t.Errorf("%d obligations were taken up, %d set aside", taken, aside)
	}
	if len(cycles) != 1 || len(reports) != len(cycleReports) || len(drawn) != 1 {
		l.t.Fatalf("%d cycles, %d reports, %d draws", len(cycles), len(reports), len(drawn))
	}
	f := monitor.Facts{Day: data.Date{Year: 2025, Month: 6, Day: 1}, Cycles: cycles, Reports: reports}
	f.Standing = force.On(t, k.Instruments().All(), k.Register().Organization, f.Day)
	came, late, overdue := 0, 0, 0
	for _, o := range f.DueReports(cycles[0]) {
		switch {
		case o.Overdue(f.Day):
			overdue++
		case o.Late(f.Day) > 0:
			late++
		default:
			came++
		}
	}
	if came != 2 || late != 1 || overdue != len(l.parties)+1-len(cycleReports) {
		l.t.Errorf("%d reports came in time, %d late, %d are overdue", came, late, overdue)
	}

	x := drawn[0]
	lots, round := monitor.Lots(x.Rules, x.Under, x.Pool, x.Seed)
	if x.Seed != drawSeed || len(lots) != len(l.parties)+1 || round != x.Round {
		l.t.Fatalf("seed %q, %d lots, round %d and %d", x.Seed, len(lots), round, x.Round)
	}
	reviews := map[string][]string{}
	begun := 0
	for _, r := range k.Reviews().All() {
		reviews[r.Party] = r.Reviewers
		if r.Stage() == data.StageSelf {
			begun++
		}
	}
	for i, lot := range lots {
		if lot.Party != x.Lots[i].Party || !slices.Equal(lot.Reviewers, x.Lots[i].Reviewers) || !slices.Equal(lot.Reviewers, reviews[lot.Party]) || slices.Contains(lot.Reviewers, lot.Party) {
			l.t.Errorf("drawn again, %s is reviewed by %v", lot.Party, lot.Reviewers)
		}
	}
	if begun != 1 {
		l.t.Errorf("%d reviews have begun", begun)
	}

	all := k.Assessments().All()
	if len(all) != 1 || all[0].Grade != data.GradeUnmet || all[0].Text != assessed || len(all[0].Evidence) != 1 || all[0].Evidence[0].Pointer != "para. 4" || all[0].Party != reports[2].Party {
		l.t.Errorf("assessed: %+v", all)
	}
}

// What is amended: the second paragraph on reports.
var (
	amendmentTitle = data.Words{
		data.Arabic: "علنية التقارير", data.Chinese: "报告公开", data.English: "Public reports",
		data.French: "Publicité des rapports", data.Russian: "Гласность докладов", data.Spanish: "Publicidad de los informes",
	}
	amendedWords = data.Words{
		data.Arabic: "تتاح جميع التقارير للعموم دون استثناء.", data.Chinese: "所有报告均应公开，不得例外。", data.English: "All reports shall be public without exception.",
		data.French: "Tous les rapports sont publics sans exception.", data.Russian: "Все доклады являются открытыми без исключения.", data.Spanish: "Todos los informes serán públicos sin excepción.",
	}
)

const (
	wordsBefore = "The Conference shall adopt the form of the reports."
	// Acceptances that two thirds of 41 parties are.
	acceptances = 28
)

// amendment is proposed by the rule that the text says, adopted by just the votes that
// it takes, and accepted: it binds those that accepted it, ninety days after the
// last of two thirds did.
func (l *life) amendment() {
	var amended data.Provision
	var base []data.Provision
	l.desk(func(_ context.Context, k *desk.Desk) {
		text, err := k.Text(l.treaty(k).Revision)
		l.must(err)
		base = text.Provisions
		for _, p := range base {
			if strings.HasPrefix(p.Text[data.English].Text, wordsBefore) {
				amended = p
			}
		}
	})
	article := strings.Split(amended.Path, "/")
	number := strings.TrimPrefix(article[len(article)-2], "art") + "." + article[len(article)-1]

	w := l.w
	l.covers("amendments", "shift+F7")
	l.fills(amendmentTitle[data.English])
	w.press("Tab", "Tab")
	l.fills("WS/AM/1")
	w.write(l.parties[0])
	w.press("Return", "Tab")
	for _, day := range []string{"2027-02-01", "2027-02-10", "2027-09-01", "2027-09-03"} {
		l.fills(day)
	}
	w.press("Tab", "Tab", "Tab")
	for _, votes := range []string{"24", "12", "3", "2"} {
		l.fills(votes)
	}
	l.tabs(21)
	w.write(number)
	w.shows("the words that are to be changed", func() { w.press("Return") })
	w.press("ctrl+a")
	w.write(amendedWords[data.English])
	l.saves("the amendment", func() { w.press("ctrl+Return") })
	w.leaves()

	l.desk(func(ctx context.Context, k *desk.Desk) {
		all := k.Amendments().All()
		if len(all) != 1 || len(all[0].Edits) != 1 || all[0].Edits[0].Provision != amended.ID || !slices.Equal(all[0].Proposers, l.parties[:1]) {
			l.t.Fatalf("recorded: %+v", all)
		}
		a := all[0]
		r := a.Rule
		if !r.Consensus || r.Effect != data.EffectAccepting || r.Majority != (data.Share{Num: 2, Den: 3}) || r.Needed != (data.Share{Num: 2, Den: 3}) || r.Delay != (data.Delay{Days: 90}) || r.Notice.Months != 6 {
			l.t.Errorf("the rule, read from the text: %+v", r)
		}
		// The other languages, and all acceptances but the last that it takes.
		a.Title = amendmentTitle
		a.Edits[0].Text = amendedWords
		_, err := k.Amendments().Set(ctx, a)
		l.must(err)
		var acts []data.AmendmentAct
		for _, party := range l.parties[:acceptances-1] {
			acts = append(acts, data.AmendmentAct{Amendment: a.ID, Party: party, Kind: data.ActAccept, Date: data.Date{Year: 2028, Month: 1, Day: 10}})
		}
		_, err = k.AmendmentActs().SetAll(ctx, acts...)
		l.must(err)
	})
	l.accepted(base, amended.ID)
}

// accepted deposits the last acceptances and reads the papers.
func (l *life) accepted(base []data.Provision, amended data.ID) {
	w := l.w
	l.covers("amendments", "shift+F7")
	w.press("Tab", "Tab", "Tab", "Tab") // divider, tabs, divider: who did what
	for i, day := range []string{"2028-02-20", "2028-06-01"} {
		w.write(l.parties[acceptances-1+i])
		w.press("Tab", "Tab", "ctrl+a")
		w.write(day)
		l.saves("an acceptance", func() { w.press("Return") })
		w.rests(l.vault) // the keyboard goes back to the party
	}
	l.back(5) // by the list to the day; going back, Tab passes the tabs over

	// Ninety days after 20 February 2028 is 20 May: the text of the day before, and
	// that of the day itself for one that accepted and one that did not.
	in, out := l.parties[0], l.late
	const before, since = "2028-05-19", "2028-05-20"
	l.consolidates(before, in, true)
	l.consolidates(since, in, false)
	l.consolidates(since, out, false)
	w.press("Tab", "Tab")
	l.turns("4") // the papers: the status
	l.takes(0)
	l.tabs(9)
	w.press("Return")
	votes := "24"
	l.inEveryLanguage("Status-of-an-amendment-"+since, amendmentTitle, lifeTitle, data.Words{
		data.Chinese: votes, data.English: votes, data.French: votes, data.Russian: votes, data.Spanish: votes,
	})
	w.leaves()

	plain := slices.Clone(base)
	for i, p := range plain {
		if p.ID == amended {
			plain[i].Text = map[data.Lang]data.Rendering{}
			for _, lang := range data.Langs {
				plain[i].Text[lang] = data.Rendering{Text: amendedWords[lang]}
			}
		}
	}
	for _, c := range []struct {
		day, party string
		want       []data.Provision
		amended    bool
	}{{before, in, base, false}, {since, in, plain, true}, {since, out, base, false}} {
		name := "Consolidated-text-" + c.day + "-" + c.party
		for _, lang := range data.Langs {
			paper := l.paper(name + "-" + string(lang) + ".pdf")
			amended := !slices.ContainsFunc(sought(amendedWords, lang), func(words string) bool { return !strings.Contains(paper, words) })
			if amended != c.amended {
				l.t.Errorf("%s in %s has the new words: %v", name, lang, amended)
			}
		}
		l.says(name+"-en.pdf", c.want)
	}
}

// consolidates writes the consolidated text of a day for a party as a paper in the
// six languages, from the field of the day, and comes back there.
func (l *life) consolidates(day, party string, first bool) {
	w := l.w
	w.press("ctrl+a")
	w.write(day)
	w.press("Tab", "Tab") // the list
	l.turns("3")          // the text, and for whom
	w.press("ctrl+a")
	w.write(party)
	w.press("shift+Tab")
	l.turns("4") // the papers
	if first {
		l.takes(1)
		w.press("Tab")
		l.allLanguages()
		l.intoHome()
		w.press("Tab")
	} else {
		l.tabs(9)
	}
	w.press("Return")
	for _, lang := range data.Langs {
		l.file("Consolidated-text-" + day + "-" + party + "-" + string(lang) + ".pdf")
	}
	l.turns("3")
	l.back(4)
}

// says proves that a paper in English has the provisions in their order, each with its
// beginning and its end: between them there may be the end of a page.
func (l *life) says(file string, provisions []data.Provision) {
	l.t.Helper()
	paper := pdftotext(l.t, "-raw", filepath.Join(l.home, file))
	paper = tight(paper)
	const some = 24
	at := 0
	for _, p := range provisions {
		words := tight(p.Text[data.English].Text)
		for _, part := range []string{words[:min(some, len(words))], words[max(0, len(words)-some):]} {
			next := strings.Index(paper[at:], part)
			if next < 0 {
				l.t.Errorf("%s does not say, in its place, %q", file, p.Text[data.English].Text)
				break
			}
			at += next
		}
	}
}

// tight is a text without the spaces in it.
func tight(s string) string { return strings.Join(strings.Fields(s), "") }
