package sample

import (
	"time"

	"travaux/data"
)

// Clocks of the sample, at two seats of the United Nations: the Committee meets at
// the first; the invented capital lies nowhere, and goes by that of the second.
const (
	placeZone   = "America/New_York"
	capitalZone = "Africa/Nairobi"
)

// Request is a decision that is asked of capital.
type Request struct {
	Path     string
	Question data.Words
	Deadline data.Moment
	Answered string // reference of the instruction that answers it; "" for an open one
	Author   string
}

// Speech is a statement of ours.
type Speech struct {
	Title     data.Words
	Paths     []string
	Meeting   int // of the story's meetings, from 0
	Text      data.Words
	Delivered time.Duration // since the meeting began; 0: it is being drafted
	Author    string
}

// moment is a moment of the story on the clock of a zone.
func moment(typed, zone string) data.Moment {
	m, err := data.ParseMoment(typed, zone)
	if err != nil {
		panic(err) // the story is part of the program
	}
	return m
}

// requests are what capital has to decide by an hour on its own clock, what it has
// to decide by the end of a day at the place, and what it has decided.
func requests(w map[string]data.Words) []Request {
	return []Request{
		{Path: "ch4/art16/2", Question: w["request.majority"], Deadline: moment("2026-11-12 18:00", capitalZone), Author: Delegate},
		{Path: "ch2/art9/1", Question: w["request.debris"], Deadline: moment("2026-11-13", placeZone), Author: Delegate},
		{Path: "ch4/art17/3", Question: w["request.court"], Answered: "MFA/LEG/2026/131", Author: Adviser},
	}
}

// speeches are a statement that was delivered, and one that is being drafted: its
// last paragraph is marked for the delegation, and must not be said.
func speeches(w map[string]data.Words) []Speech {
	return []Speech{
		{
			Title: w["speech.measures.title"], Paths: []string{"ch2/art5/1"}, Meeting: 0,
			Text: w["speech.measures"], Delivered: 39 * time.Minute, Author: Delegate,
		},
		{
			Title: w["speech.disputes.title"], Paths: []string{"ch4/art16/2", "ch4/art17/3"}, Meeting: 3,
			Text: w["speech.disputes"], Author: Delegate,
		},
	}
}
