package sample

import (
	"time"

	"travaux/data"
)

// Obligation is one that was decided on: the first that the program reads in a
// provision.
type Obligation struct {
	Path  string
	Due   data.Due
	Aside bool
}

// Cycle is a round of reports with what came in and was made of it.
type Cycle struct {
	Title       data.Words
	Opens, Due  data.Date
	Newcomers   data.Delay
	Reports     []Report
	Assessments []Assessment
}

// Report is a party's.
type Report struct {
	Party    string
	Received data.Date
	Text     data.Words
}

// Assessment is of a party and an obligation, which is named by its provision.
type Assessment struct {
	Party, Path  string
	Grade        data.Grade
	Day          data.Date
	Text         data.Words // nil: the grade says all
	Evidence     data.Words // of the report; nil: none
	Confidential bool
}

// Draw is a drawing of reviewers in the last cycle.
type Draw struct {
	Date    data.Date
	Rules   data.DrawRules
	Seed    string
	Witness data.Words
	Under   []string
	Steps   map[string][]data.ReviewStep // of the reviews, by party
	Remarks map[string]data.Words
	Consent []string
}

func obligations() []Obligation {
	always := data.Due{Kind: data.DueAlways}
	return []Obligation{
		{Path: "ch2/art2/1", Due: always},
		{Path: "ch2/art2/2", Due: data.Due{Kind: data.DueOnce, Period: data.Delay{Months: 6}}},
		{Path: "ch2/art2/3", Due: data.Due{Kind: data.DueEvery, Period: data.Delay{Years: 1}}},
		{Path: "ch2/art3/1", Due: data.Due{Kind: data.DueEvent, Period: data.Delay{Days: 3}}},
		{Path: "ch2/art3/2", Due: data.Due{Kind: data.DueEvent, Period: data.Delay{Days: 30}}},
		{Path: "ch2/art3/3", Aside: true, Due: always},
		{Path: "ch2/art4/1", Due: always},
		{Path: "ch2/art4/2", Due: always},
		{Path: "ch2/art5", Due: data.Due{Kind: data.DueEvent, Period: data.Delay{Years: 25}}},
		{Path: "ch3/art8/1", Due: data.Due{Kind: data.DueOnce, Period: data.Delay{Days: 90}}},
		{Path: "ch4/art9/1", Due: data.Due{Kind: data.DueCycle}},
		{Path: "ch4/art11/2", Due: data.Due{Kind: data.DueEvent, Period: data.Delay{Days: 60}}},
	}
}

func cycles(w map[string]data.Words) []Cycle {
	full, part := w["report.full"], w["report.part"]
	early := Cycle{Title: w["cycle.second"], Opens: on(2024, time.January, 8), Due: on(2024, time.June, 28), Newcomers: data.Delay{Months: 12}}
	for i, code := range []string{"XAR", "XCO", "XFE", "XGA", "XHA", "XIL", "XJO", "XKA", "XLU", "XNE", "XOR", "XPE", "XQU", "XSE", "XTA", "XUL", "XVE", "XZE"} {
		r := Report{Party: code, Received: on(2024, time.May, 2+i), Text: full}
		if code == "XKA" {
			r.Received = on(2024, time.November, 18)
		}
		early.Reports = append(early.Reports, r)
	}
	for _, r := range early.Reports {
		grade := data.GradeMet
		if r.Party == "XKA" || r.Party == "XLU" {
			grade = data.GradePartly
		}
		day := on(2024, time.December, 3)
		early.Assessments = append(early.Assessments,
			Assessment{Party: r.Party, Path: "ch2/art2/2", Grade: grade, Day: day},
			Assessment{Party: r.Party, Path: "ch3/art8/1", Grade: data.GradeMet, Day: day})
	}
	now := Cycle{Title: w["cycle.third"], Opens: on(2026, time.January, 12), Due: on(2026, time.September, 30), Newcomers: data.Delay{Months: 12}}
	for i, code := range []string{"XFE", "XIL", "XHA", "XLU", "XPE", "XOR", "XNE", "XGA", "XZE", "XCO", "XAR"} {
		r := Report{Party: code, Received: on(2026, time.June, 3+2*i), Text: full}
		if i%4 == 3 {
			r.Text = part
		}
		now.Reports = append(now.Reports, r)
	}
	day := on(2026, time.October, 15)
	now.Assessments = []Assessment{
		{Party: "XFE", Path: "ch2/art2/1", Grade: data.GradeMet, Day: day, Text: w["assessed.kept"]},
		{Party: "XFE", Path: "ch2/art2/2", Grade: data.GradeMet, Day: day},
		{Party: "XFE", Path: "ch2/art4/2", Grade: data.GradeMet, Day: day},
		{Party: "XFE", Path: "ch2/art3/1", Grade: data.GradeNone, Day: day},
		{Party: "XIL", Path: "ch2/art2/1", Grade: data.GradeMet, Day: day, Text: w["assessed.kept"]},
		{Party: "XIL", Path: "ch2/art3/1", Grade: data.GradeMet, Day: day},
		{Party: "XIL", Path: "ch3/art8/1", Grade: data.GradeMet, Day: day},
		{Party: "XHA", Path: "ch2/art2/1", Grade: data.GradeMet, Day: day},
		{Party: "XHA", Path: "ch2/art3/1", Grade: data.GradeUnmet, Day: day, Text: w["assessed.notice"]},
		{Party: "XHA", Path: "ch2/art4/2", Grade: data.GradeUnclear, Day: day, Text: w["assessed.reserve"], Confidential: true},
		{Party: "XLU", Path: "ch2/art2/1", Grade: data.GradePartly, Day: day},
		{Party: "XLU", Path: "ch2/art2/2", Grade: data.GradePartly, Day: day, Text: w["assessed.register"], Evidence: w["evidence.register"]},
		{Party: "XPE", Path: "ch2/art2/1", Grade: data.GradeMet, Day: day},
		{Party: "XPE", Path: "ch2/art4/1", Grade: data.GradeMet, Day: day},
		{Party: "XOR", Path: "ch2/art2/3", Grade: data.GradePartly, Day: day},
		{Party: "XOR", Path: "ch2/art4/2", Grade: data.GradeMet, Day: day},
		{Party: "XGA", Path: "ch2/art5", Grade: data.GradePartly, Day: day},
		{Party: "XNE", Path: "ch2/art4/2", Grade: data.GradeUnmet, Day: day},
	}
	for _, r := range now.Reports {
		if r.Party != "XOR" && r.Party != "XLU" {
			now.Assessments = append(now.Assessments, Assessment{Party: r.Party, Path: "ch2/art2/3", Grade: data.GradeMet, Day: day})
		}
	}
	return []Cycle{early, now}
}

func draw(w map[string]data.Words) Draw {
	step := func(stage data.Stage, month time.Month, day int) data.ReviewStep {
		return data.ReviewStep{Stage: stage, Date: on(2026, month, day)}
	}
	return Draw{
		Date: on(2026, time.February, 10), Rules: data.DrawRules{Reviewers: 2, SameRegion: 1, Even: true},
		Seed: "17-42-08-31", Witness: w["draw.witness"], Under: []string{"XFE", "XHA", "XIL", "XLU"},
		Steps: map[string][]data.ReviewStep{
			"XFE": {
				step(data.StageSelf, time.March, 2), step(data.StageDesk, time.May, 11), step(data.StageDialogue, time.July, 6),
				step(data.StageReport, time.September, 14), step(data.StagePublished, time.October, 5),
			},
			"XHA": {step(data.StageSelf, time.April, 20), step(data.StageDesk, time.August, 3)},
			"XIL": {step(data.StageSelf, time.March, 16), step(data.StageDesk, time.June, 1), step(data.StageDialogue, time.September, 7)},
		},
		Remarks: map[string]data.Words{"XHA": w["review.halvoria"]},
		Consent: []string{"XFE"},
	}
}
