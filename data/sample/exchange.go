package sample

import (
	"time"

	"travaux/data"
)

// Question is one thing said in the exchange of views.
type Question struct {
	Key    string
	Thread string // key of the question; "": it begins one
	Kind   data.QuestionKind
	By     string
	To     []string
	Paths  []string
	Text   data.Words
	Date   data.Date
	Due    data.Date
}

// Consultation is a meeting of parties.
type Consultation struct {
	Kind      data.ConsultationKind
	Title     data.Words
	Place     data.Words
	Date      data.Date
	Until     data.Date
	Parties   []string
	Agenda    []AgendaItem
	Record    data.Words // nil: there is none yet
	FollowUps []FollowUp
}

// AgendaItem is one item of an agenda.
type AgendaItem struct {
	Title    data.Words
	Path     string
	Question string // key
}

// FollowUp is what somebody is to do after it.
type FollowUp struct {
	What     data.Words
	Who      string
	By, Done data.Date
}

func questions(w map[string]data.Words) []Question {
	return []Question{
		{
			Key: "reserve", Kind: data.QuestionAsked, By: "XIL", To: []string{"XHA"}, Paths: []string{"ch2/art4/2"},
			Text: w["question.reserve"], Date: on(2026, time.January, 19), Due: on(2026, time.March, 20),
		},
		{Thread: "reserve", Kind: data.QuestionAnswered, By: "XHA", Paths: []string{"ch2/art4/2"}, Text: w["answer.reserve"], Date: on(2026, time.March, 6)},
		{Thread: "reserve", Kind: data.QuestionComment, By: "XFE", Paths: []string{"ch2/art4/2"}, Text: w["comment.reserve"], Date: on(2026, time.March, 18)},
		{
			Key: "register", Kind: data.QuestionAsked, By: "XNE", To: []string{"XKA"}, Paths: []string{"ch2/art2/2"},
			Text: w["question.register"], Date: on(2026, time.August, 10), Due: on(2026, time.October, 9),
		},
		{
			Key: "debris", Kind: data.QuestionAsked, By: "XCO", To: []string{"XGA", "XOR"}, Paths: []string{"ch2/art5"},
			Text: w["question.debris"], Date: on(2026, time.September, 21), Due: on(2026, time.November, 20),
		},
		{Thread: "debris", Kind: data.QuestionAnswered, By: "XOR", Paths: []string{"ch2/art5"}, Text: w["answer.debris"], Date: on(2026, time.October, 28)},
	}
}

func consultations(w map[string]data.Words) []Consultation {
	return []Consultation{
		{
			Kind: data.ConsultationMeeting, Title: w["meeting.views"], Place: w["meeting.place"],
			Date: on(2026, time.March, 17), Until: on(2026, time.March, 18),
			Agenda: []AgendaItem{
				{Title: w["meeting.item.registers"], Path: "ch2/art2/2"},
				{Title: w["meeting.item.reserve"], Path: "ch2/art4/2", Question: "reserve"},
				{Title: w["framework.notice"], Path: "ch2/art3/1"},
			},
			Record: w["meeting.record"],
			FollowUps: []FollowUp{
				{What: w["follow-up.method"], Who: "XFE", By: on(2026, time.May, 29), Done: on(2026, time.May, 20)},
				{What: w["follow-up.form"], Who: "XIL", By: on(2026, time.September, 30)},
				{What: w["follow-up.registers"], By: on(2027, time.February, 26)},
			},
		},
		{
			Kind: data.ConsultationBilateral, Title: w["meeting.bilateral"], Place: w["meeting.place"],
			Date: on(2026, time.February, 2), Parties: []string{"XHA", "XLU"}, Agenda: []AgendaItem{{Title: w["framework.notice"], Path: "ch2/art3/1"}},
		},
	}
}

// Contact is a point of contact of a party.
type Contact struct {
	Party       string
	Office      data.Words
	Address     string
	From, Until data.Date
}

// contacts are those of nine parties, the first of which has another now.
func contacts(w map[string]data.Words) []Contact {
	out := []Contact{{Party: "XIL", Office: w["office.mission"], Address: "mission@ilvermar.example", From: on(2021, time.July, 1), Until: on(2024, time.December, 31)}}
	for i, x := range [][2]string{
		{"XIL", "ilvermar"},
		{"XHA", "halvoria"},
		{"XFE", "fenmark"},
		{"XLU", "lunora"},
		{"XPE", "pelagua"},
		{"XOR", "orselund"},
		{"XCO", "corvella"},
		{"XSE", "selkara"},
		{"XQU", "quendara"},
	} {
		c := Contact{Party: x[0], Office: w["office.communications"], Address: "contact@" + x[1] + ".example", From: on(2021, time.September, 1)}
		if i%3 == 1 {
			c.Office = w["office.agency"]
		}
		if x[0] == "XIL" {
			c.From = on(2025, time.January, 1)
		}
		out = append(out, c)
	}
	return out
}
