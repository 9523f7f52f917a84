package pdf

import (
	"slices"
	"strings"

	"travaux/data"
	"travaux/data/amend"
	"travaux/data/clause"
	"travaux/data/concept"
	"travaux/data/consult"
	"travaux/data/dispute"
	"travaux/data/force"
	"travaux/data/mechanism"
	"travaux/data/monitor"
	"travaux/export"
	"travaux/export/internal/specimen"
	"travaux/translations"
)

// countries are the parties to an invented treaty, in the order of data.Langs: long
// names and short ones.
var countries = [][6]string{
	{"جمهورية أرفينيا", "阿尔维尼亚共和国", "Republic of Arvenia", "République d’Arvénie", "Республика Арвения", "República de Arvenia"},
	{"بورلاند", "博兰", "Borland", "Borlande", "Борландия", "Borlandia"},
	{"كادمار", "卡德马尔", "Cadmar", "Cadmar", "Кадмар", "Cadmar"},
	{"مملكة ديلفيا العليا والجزر المرتبطة بها", "上德尔维亚及附属岛屿联合王国", "United Kingdom of Upper Delvia and the Associated Islands", "Royaume-Uni de Haute-Delvie et des îles associées", "Соединенное Королевство Верхней Дельвии и присоединившихся островов", "Reino Unido de la Alta Delvia y de las Islas Asociadas"},
	{"إلدورا", "埃尔多拉", "Eldora", "Eldora", "Эльдора", "Eldora"},
	{"فيرون", "费伦", "Feron", "Féron", "Ферон", "Ferón"},
	{"جزر غالا", "加拉群岛", "Gala Islands", "Îles Gala", "Острова Гала", "Islas Gala"},
	{"هارمون", "哈蒙", "Harmon", "Harmon", "Хармон", "Harmón"},
	{"إيرانتا", "伊兰塔", "Iranta", "Iranta", "Иранта", "Iranta"},
	{"الجمهورية الاتحادية الديمقراطية لكورفيا", "科维亚联邦民主共和国", "Federal Democratic Republic of Corvia", "République fédérale démocratique de Corvie", "Федеративная Демократическая Республика Корвия", "República Federal Democrática de Corvia"},
	{"لومار", "卢马尔", "Lumar", "Lumar", "Лумар", "Lumar"},
	{"اتحاد السواحل", "海岸联盟", "Union of Coasts", "Union des côtes", "Союз побережий", "Unión de Costas"},
}

func party(i int) string { return string(rune('A' + i)) }

// life is the life of an invented treaty in one language: its text from every model
// clause, its parties, and what became of it.
type life struct {
	lang  data.Lang
	loc   *translations.Localizer
	brief data.PublicBrief
	text  []data.Provision
	paths map[data.ID]string
	t     data.Treaty
	acts  []data.Instrument
}

func lived(lang data.Lang) *life {
	l := &life{lang: lang, loc: translations.New(string(lang)), brief: specimen.Brief(lang), paths: map[data.ID]string{}}
	l.compose()
	title, of := data.Words{}, data.Words{}
	for _, each := range data.Langs {
		title[each], of[each] = specimen.Brief(each).Title, specimen.Brief(each).Body
	}
	l.t = data.Treaty{
		Entry: data.Entry{ID: data.ID{1}}, Title: title, Symbol: "A/RES/99/1", Adopted: on("2026-01-10"), By: data.Words{data.English: "A/RES/99/1"}, Opens: on("2026-02-01"), Closes: on("2027-01-31"), Depositary: of,
		Rule:   data.EntryRule{Number: 6, Delay: data.Delay{Days: 90}, Later: data.Delay{Days: 30}, Required: []string{"A"}},
		Notice: data.Delay{Years: 1},
	}
	add := func(i int, kind data.InstrumentKind, day string) {
		l.acts = append(l.acts, data.Instrument{Entry: data.Entry{ID: data.ID{9, byte(len(l.acts) + 1)}}, Treaty: l.t.ID, Party: party(i), Kind: kind, Date: on(day)})
	}
	for i := range 9 {
		add(i, data.InstrumentSignature, []string{"2026-02-01", "2026-11-29"}[i%2])
	}
	binds := []data.InstrumentKind{data.InstrumentRatification, data.InstrumentAcceptance, data.InstrumentApproval, data.InstrumentAccession}
	for i := range 10 {
		add(i, binds[i%4], []string{"2026-03-01", "2026-04-01", "2026-04-01", "2026-07-23"}[i%4])
	}
	add(11, data.InstrumentConfirmation, "2026-05-02")
	add(2, data.InstrumentDenunciation, "2027-06-01")
	return l
}

func on(day string) data.Date {
	d, err := data.ParseDate(day)
	if err != nil {
		panic(err)
	}
	return d
}

// compose makes the text of every standard clause.
func (l *life) compose() {
	theses := concept.Skeleton(nil)
	for i := range theses {
		theses[i].ID = data.ID{3, byte(i + 1)}
	}
	title := data.Words{l.lang: l.brief.Title}
	var above []data.ID
	for i, n := range concept.Compose(title, theses, l.lang).Outline.Nodes {
		p := data.Provision{ID: data.ID{2, byte(i), byte(i >> 8)}, Order: i, Kind: n.Kind, Depth: n.Depth, Path: n.Path}
		if above = above[:min(n.Depth, len(above))]; n.Depth > 0 && len(above) > 0 {
			p.Parent = above[len(above)-1]
		}
		above = append(above, p.ID)
		p.Text = map[data.Lang]data.Rendering{l.lang: {Label: n.Label, Heading: n.Heading, Text: n.Text}}
		l.text = append(l.text, p)
		l.paths[p.ID] = n.Path
	}
}

func (l *life) name(code string) string {
	if code == "" || code[0] < 'A' || int(code[0]-'A') >= len(countries) {
		return code
	}
	return countries[code[0]-'A'][slices.Index(data.Langs, l.lang)]
}

func (l *life) names() map[string]string {
	all := map[string]string{"": l.loc.T("consult.by.meeting")}
	for i := range countries {
		all[party(i)] = l.name(party(i))
	}
	return all
}

func organization(code string) bool { return code == "L" }

// words are the words of the invented paper of a delegation: reasons, or else texts.
func (l *life) words(i int) string {
	line := l.brief.Lines[i%len(l.brief.Lines)]
	if line.Reasons != "" && i%2 == 0 {
		return line.Reasons
	}
	return line.Text
}

// heading is that of the article in which the nth words stand.
func (l *life) heading(n int) string { return headOf(l.lang, n) }

func headOf(lang data.Lang, n int) string {
	in := specimen.Brief(lang).Lines[n].Parents
	return strings.TrimSpace(in[len(in)-1].Label + " " + in[len(in)-1].Heading)
}

// article is the nth provision that says something.
func (l *life) article(n int) data.Provision {
	for _, p := range l.text {
		if p.Kind == data.KindParagraph || p.Kind == data.KindArticle && p.Text[l.lang].Text != "" {
			if n--; n < 0 {
				return p
			}
		}
	}
	panic("the draft is too short")
}

// papers are all papers on the life of the treaty, by their names.
func (l *life) papers() map[string]export.Document {
	status := l.status()
	f, draw := l.fulfilment()
	open, ours := l.strait(), l.strait()
	ours.Marking.Code = data.Confidential
	open.Papers = open.Papers[:2]
	a := l.amending()
	c := l.circulation()
	letter := c
	letter.Note, letter.Annexes = false, []data.Lang{data.English}
	old, text := l.consolidated("2026-08-01"), l.consolidated("2029-08-01")
	return map[string]export.Document{
		"status":       export.StatusPaper(status, l.loc),
		"notification": export.NotificationPaper(status, on("2026-04-01"), l.loc),
		"synthesis":    export.Synthesis(f, l.loc),
		"obligations":  export.ObligationRegister(f, l.loc),
		"party":        export.PartyPage(f, "D", l.loc),
		"obligation":   export.ObligationPage(f, f.Facts.Obligations[0], l.loc),
		"draw":         export.DrawRecord(f, draw, l.loc),
		"dispute":      export.DisputeFile(open, l.loc),
		"ours":         export.DisputeFile(ours, l.loc),
		"exchange":     export.Exchange(l.exchange(), l.loc),
		"amendment":    export.AmendmentStatus(a, l.lang, l.loc),
		"consolidated": export.ConsolidatedText(text, l.loc),
		"changed":      export.ConsolidatedRedline(old, text, l.loc),
		"coverage":     export.CoveragePaper(l.coverage(), l.loc),
		"correction":   export.CorrectionNote(l.corrections(), l.loc),
		"draft":        export.DraftPaper(c.DraftText, l.loc),
		"sources":      export.SourcesPaper(c.DraftText, l.loc),
		"note":         export.CirculationPaper(c, l.loc),
		"letter":       export.CirculationPaper(letter, l.loc),
	}
}

func (l *life) status() export.TreatyStatus {
	day := on("2027-09-01")
	s := export.TreatyStatus{
		Lang: l.lang, Date: day, State: l.brief.State, Letterhead: l.brief.Letterhead, Treaty: l.t, Instruments: l.acts, Names: l.names(), Places: map[data.ID]string{},
		Now: force.On(l.t, l.acts, organization, day), Growth: force.Growth(l.t, l.acts, organization, day, 8),
	}
	place := l.article(12)
	s.Places[place.ID] = l.loc.Cite(place.Path)
	s.Reservations = []data.Reservation{
		{Entry: data.Entry{ID: data.ID{31}}, Party: "C", Kind: data.ReservationMade, Provisions: []data.ID{place.ID}, Text: l.words(2), Lang: l.lang, Date: on("2026-04-01")},
		{Entry: data.Entry{ID: data.ID{32}}, Party: "A", Kind: data.ReservationObjected, On: data.ID{31}, Date: on("2026-09-01"), Opposes: true},
		{Entry: data.Entry{ID: data.ID{33}}, Party: "D", Kind: data.ReservationObjected, On: data.ID{31}, Text: l.words(3), Lang: l.lang, Date: on("2026-09-02")},
		{Entry: data.Entry{ID: data.ID{34}}, Party: "J", Kind: data.ReservationInterpret, Text: "The Republic understands “shore” as the line of high water.", Lang: data.English, Date: on("2026-07-23")},
	}
	for i := range s.Reservations {
		s.Reservations[i].Treaty = l.t.ID
	}
	return s
}

func (l *life) fulfilment() (export.Fulfilment, data.Draw) {
	day := on("2029-06-01")
	f := export.Fulfilment{
		Lang: l.lang, Treaty: l.brief.Title, State: l.brief.State, Letterhead: l.brief.Letterhead, Name: l.name, Path: func(id data.ID) string { return l.paths[id] },
		Region: func(group string) string { return l.name(group) },
		Facts:  monitor.Facts{Day: day, Standing: force.On(l.t, l.acts, organization, day)},
	}
	dues := []data.Due{{Kind: data.DueAlways}, {Kind: data.DueEvery, Period: data.Delay{Years: 1}}, {Kind: data.DueOnce, Period: data.Delay{Months: 18}}, {Kind: data.DueCycle}, {Kind: data.DueDay, Day: on("2028-12-31")}, {Kind: data.DueEvent, Words: l.brief.State}}
	for i := range 9 {
		p := l.article(8 + i)
		f.Facts.Obligations = append(f.Facts.Obligations, data.Obligation{
			Entry: data.Entry{ID: data.ID{40, byte(i)}}, Provision: p.ID, Obliged: data.ObligedParties, Who: l.brief.State, Must: p.Text[l.lang].Text, Due: dues[i%len(dues)],
		})
	}
	for i, title := range []data.Words{specimenTitles(0), specimenTitles(1)} {
		f.Facts.Cycles = append(f.Facts.Cycles, data.Cycle{Entry: data.Entry{ID: data.ID{50, byte(i)}}, Title: title, Opens: on([]string{"2027-01-01", "2028-06-01"}[i]), Due: on([]string{"2027-12-31", "2029-03-31"}[i])})
	}
	for i := range 14 {
		c := f.Facts.Cycles[i/8]
		f.Facts.Reports = append(f.Facts.Reports, data.PartyReport{Cycle: c.ID, Party: party(i % 8), Received: force.Days(c.Due, 5*i-40), Symbol: "CMC/" + string(rune('A'+i)) + "/1", Text: l.words(i)})
	}
	for i := range 40 {
		f.Facts.Assessments = append(f.Facts.Assessments, data.Assessment{
			Entry: data.Entry{ID: data.ID{60, byte(i)}}, Cycle: f.Facts.Cycles[0].ID, Party: party(i % 10), Obligation: data.ID{40, byte(i % 9)}, Grade: data.Grades[i*7%5], Day: on("2028-03-04"), Text: l.words(i),
			Evidence: []data.Evidence{{Symbol: "CMC/2/3", Pointer: "para. 4", Words: l.words(i + 1)}},
		})
	}
	x := data.Draw{Date: on("2028-04-01"), Seed: "14 07 22", Witness: l.brief.Body, Rules: data.DrawRules{Reviewers: 2, SameRegion: 1, Even: true, Mutual: true}}
	for i := range 10 {
		x.Under, x.Pool = append(x.Under, party(i)), append(x.Pool, data.Ticket{Party: party(i), Region: party(i % 3)})
	}
	x.Lots, x.Round = monitor.Lots(x.Rules, x.Under, x.Pool, x.Seed)
	for _, lot := range x.Lots {
		f.Reviews = append(f.Reviews, data.Review{Party: lot.Party, Reviewers: lot.Reviewers, Steps: []data.ReviewStep{{Stage: data.StageSelf, Date: on("2028-05-01")}, {Stage: data.StageDesk, Date: on("2028-09-01")}}})
	}
	return f, x
}

// specimenTitles are the parts of sessions, for titles in every language.
func specimenTitles(i int) data.Words {
	w := data.Words{}
	for _, lang := range data.Langs {
		w[lang] = []string{specimen.Brief(lang).Session, specimen.Brief(lang).AgendaItem}[i]
	}
	return w
}

func (l *life) strait() export.PublicDispute {
	var steps []data.DisputeStep
	step := func(day, by string, act data.DisputeAct, means data.Means, text string) {
		steps = append(steps, data.DisputeStep{Dispute: data.ID{7}, Date: on(day), By: by, Act: act, Means: means, Text: text, Lang: l.lang})
	}
	step("2030-01-12", "A", data.DisputeAsked, data.MeansConsultation, l.words(1))
	step("2030-03-20", "A", data.DisputeAsked, data.MeansMediation, "")
	step("2030-04-02", "D", data.DisputeRefused, data.MeansMediation, l.words(3))
	step("2030-05-01", "A", data.DisputeAsked, data.MeansConciliation, "")
	step("2030-06-01", "", data.DisputeBegan, data.MeansConciliation, "")
	step("2030-07-01", "A", data.DisputeMeasureAsked, data.MeansConciliation, "")
	step("2030-10-20", "", data.DisputeSettled, data.MeansConciliation, l.words(4))
	steps[len(steps)-1].Due = on("2030-12-01")
	place, other := l.article(9), l.article(11)
	paper := func(kind data.DisputePaperKind, by, day string, n int) data.DisputePaper {
		return data.DisputePaper{Kind: kind, Title: l.brief.AgendaItem, Symbol: "CMC/D/1/" + string(rune('1'+n)), By: by, Date: on(day), Text: l.words(n), Lang: l.lang}
	}
	return export.PublicDispute{
		Lang: l.lang, Treaty: l.brief.Title, State: l.brief.State, Letterhead: l.brief.Letterhead, Day: on("2030-12-11"), Steps: steps, Names: l.names(), Paths: l.paths,
		Dispute: data.Dispute{
			Entry: data.Entry{ID: data.ID{7}}, Title: l.heading(4), Number: "1/2030", Claimants: []string{"A"}, Answering: []string{"D", "J"}, Third: []string{"G"}, Provisions: []data.ID{place.ID, other.ID},
			Claims: []data.Claim{{By: "A", Text: l.words(2), Relief: l.words(5)}, {By: "D", Text: l.words(6)}}, Raised: on("2030-01-10"), Ladder: dispute.Patterns()[2].Ladder,
		},
		Papers: []data.DisputePaper{paper(data.DisputeNotice, "A", "2030-01-10", 0), paper(data.DisputeMemorial, "D", "2030-02-11", 1), paper(data.DisputeAssessment, "", "2030-02-12", 2)},
	}
}

func (l *life) exchange() export.PublicExchange {
	var said []data.Question
	say := func(n byte, thread byte, kind data.QuestionKind, by string, day string, to ...string) *data.Question {
		q := data.Question{Entry: data.Entry{ID: data.ID{n}}, Kind: kind, By: by, To: to, Text: l.words(int(n)), Lang: l.lang, Date: on(day)}
		if thread > 0 {
			q.Thread = data.ID{thread}
		}
		said = append(said, q)
		return &said[len(said)-1]
	}
	q := say(1, 0, data.QuestionAsked, "A", "2030-01-01")
	q.Due, q.Provisions = on("2030-02-01"), []data.ID{l.article(9).ID}
	say(2, 1, data.QuestionAnswered, "B", "2030-01-20")
	say(3, 1, data.QuestionAnswered, "D", "2030-01-21")
	say(4, 1, data.QuestionComment, "A", "2030-01-22")
	q = say(5, 0, data.QuestionAsked, "J", "2030-03-01", "D", "G")
	q.Provisions = []data.ID{l.article(10).ID, l.article(13).ID}
	say(6, 0, data.QuestionComment, "", "2030-03-05")
	day := on("2030-05-11")
	return export.PublicExchange{
		Lang: l.lang, Treaty: l.brief.Title, State: l.brief.State, Letterhead: l.brief.Letterhead, Day: day, Names: l.names(), Paths: l.paths,
		Threads: consult.Threads(said, []string{"A", "B", "D", "G", "J"}, day),
		Meetings: []data.Consultation{{
			Kind: data.ConsultationThematic, Title: l.brief.AgendaItem, Place: l.brief.Letterhead[1], Date: on("2030-04-01"), Until: on("2030-04-03"), Parties: []string{"A", "D", "J"}, Record: l.words(2), Lang: l.lang,
			Agenda:    []data.AgendaItem{{Title: l.heading(2), Provision: l.article(9).ID}, {Title: l.heading(5)}},
			FollowUps: []data.FollowUp{{What: l.words(3), Who: "D", By: on("2030-06-01")}, {What: l.words(5), By: on("2030-05-01"), Done: on("2030-04-28")}},
		}},
	}
}

func (l *life) amendment() (amend.Life, data.Amendment) {
	n, x := l.article(9), l.article(11)
	a := data.Amendment{
		Entry: data.Entry{ID: data.ID{2}}, Treaty: l.t.ID, Kind: data.AmendmentText, Title: specimenTitles(1), Symbol: "CMC/9", Proposers: []string{"B", "D"},
		Proposed: on("2027-12-31"), Circulated: on("2028-01-02"), Considered: on("2028-07-02"), Adopted: on("2028-07-02"), Vote: data.Vote{Yes: 7, No: 1, Abstaining: 1},
		Rule: data.AmendmentRule{
			Standstill: data.Delay{Years: 5}, Notice: data.Delay{Months: 6}, Consensus: true, Majority: data.Share{Num: 2, Den: 3}, Of: data.MajorityVoting, Quorum: data.Share{Num: 1, Den: 2, Over: true},
			Effect: data.EffectAccepting, Needed: data.Share{Num: 2, Den: 3}, Delay: data.Delay{Days: 90},
		},
		Edits: []data.AmendmentEdit{
			{Op: data.EditReplace, Provision: n.ID, Text: data.Words{l.lang: l.words(1) + " " + n.Text[l.lang].Text}},
			{Op: data.EditInsert, Provision: data.ID{77}, After: n.ID, Label: data.Words{l.lang: "9."}, Text: data.Words{l.lang: l.words(3)}},
			{Op: data.EditDelete, Provision: x.ID},
		},
	}
	all := amend.Life{Treaty: l.t, Instruments: l.acts, Organization: organization, Amendments: []data.Amendment{a}}
	for i := range 8 {
		all.Acts = append(all.Acts, data.AmendmentAct{Amendment: a.ID, Party: party(i), Kind: data.ActAccept, Date: on([]string{"2028-08-01", "2028-09-15", "2029-01-31"}[i%3])})
	}
	return all, a
}

func (l *life) amending() export.Amending {
	all, a := l.amendment()
	x := export.Amending{
		Treaty: l.brief.Title, Amendment: a, State: all.State(a, on("2029-08-01")), Count: all.Count(a), InForce: all.On(on("2029-08-01")).InForce, Name: l.name, Author: l.brief.State,
		Places: []string{l.loc.Cite(l.article(9).Path), l.loc.Cite(l.article(9).Path), l.loc.Cite(l.article(11).Path)},
	}
	x.Dues = amend.Dues(a, x.InForce)
	return x
}

func (l *life) consolidated(day string) export.Consolidated {
	all, a := l.amendment()
	text := all.Text(l.text, "A", on(day))
	c := export.Consolidated{Treaty: l.brief.Title, Lang: l.lang, Party: l.name("A"), Day: on(day), Provisions: text.Provisions, Author: l.brief.State}
	for range text.Applied {
		c.With = append(c.With, export.Worked{Title: a.Title.In(l.lang), InForce: all.State(a, on(day)).InForce})
	}
	return c
}

func (l *life) coverage() export.Coverage {
	var short []data.Provision
	for i, p := range l.text {
		if i < 2*len(l.text)/3 {
			short = append(short, p)
		}
	}
	c := export.Coverage{
		Lang: l.lang, Title: l.brief.Title, State: l.brief.State, Body: l.brief.Body, Session: l.brief.Session, Symbol: l.brief.Symbol, Letterhead: l.brief.Letterhead, Date: l.brief.Date, Paths: l.paths,
		Standings: mechanism.Read(short, l.lang).Decide([]data.Covering{{Requirement: "secretariat", Decision: data.CoveringNeedless}}),
	}
	for i := range 4 {
		c.Beside = append(c.Beside, export.Beside{Name: l.loc.Isolate([]string{"UNCAC", "A/RES/79/243, annex", "Charter", "Vienna Convention"}[i]), Params: map[string][]clause.Param{
			"entry":        {{Kind: clause.Instruments, Number: 30 + 10*i}, {Kind: clause.Entry, Delay: data.Delay{Days: 90}}, {Kind: clause.Uncounted}},
			"denunciation": {{Kind: clause.Notice, Delay: data.Delay{Years: 1}}},
			"amendment":    {{Kind: clause.Majority, Share: clause.Share{Part: 2, Whole: 3, Of: clause.OfVoting}}},
		}})
	}
	return c
}

func (l *life) corrections() data.PublicCorrections {
	c := data.PublicCorrections{Lang: l.lang, Title: l.brief.Title, Body: l.brief.Body, State: l.brief.State, Letterhead: l.brief.Letterhead, Date: l.brief.Date, Symbol: l.brief.Symbol, Authentic: data.Langs}
	said := func(i int) (all []data.PublicSaying) {
		for n, lang := range data.Langs {
			s := data.PublicSaying{Lang: lang, Words: []string{specimen.Brief(lang).Lines[i].Label, headOf(lang, i)}}
			if n == i%7 {
				s = data.PublicSaying{Lang: lang, Missing: true}
			}
			all = append(all, s)
		}
		return all
	}
	for i, kind := range []string{"number", "structure", "strength", "reference", "bracket", "term"} {
		lang := data.Langs[i]
		item := data.PublicCorrection{Path: l.article(i).Path, Kind: kind, Apart: []data.Lang{lang}, Said: said(i)}
		if i%2 == 0 {
			lines := specimen.Brief(lang).Lines
			item.Readings = []data.PublicReading{{Lang: lang, Stands: lines[2].Text, Read: lines[2].Wording}}
		}
		c.Items = append(c.Items, item)
	}
	return c
}

func (l *life) circulation() export.Circulation {
	d := export.DraftText{
		Lang: l.lang, Title: l.brief.Title, Symbol: "A/AC.311/L.4", Date: l.brief.Date, State: l.brief.State, Letterhead: l.brief.Letterhead, Body: l.brief.Body, Session: l.brief.Session, AgendaItem: l.brief.AgendaItem,
	}
	for i, p := range l.text {
		r := p.Text[l.lang]
		line := export.DraftLine{Path: p.Path, Kind: p.Kind, Depth: p.Depth, Label: r.Label, Heading: r.Heading, Text: r.Text}
		if p.Kind == data.KindArticle && i%3 != 0 {
			line.Sources = append(line.Sources, export.DraftSource{Cite: l.loc.CiteWork(l.loc.Isolate("A/RES/79/243"), "", "art. 5, para. 2", true), Quote: l.words(i)})
		}
		if p.Kind == data.KindArticle && i%5 == 0 {
			line.Sources = append(line.Sources, export.DraftSource{Cite: l.loc.CiteWork(l.loc.Isolate("A/RES/79/1"), "", "annex, para. 27 (c)", true), Quote: "We recognize that the lakes of the mountains are shared."})
		}
		d.Lines = append(d.Lines, line)
	}
	return export.Circulation{DraftText: d, Note: true, Addressee: "secretary-general", Annexes: data.Langs, Signed: "Irena Valdaro", Capacity: l.brief.Letterhead[0]}
}
