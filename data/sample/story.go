package sample

import (
	"time"

	"travaux/data"
)

// Keys of the members.
const (
	Head      = "head"
	Delegate  = "delegate"
	Adviser   = "adviser"
	Capital   = "capital"
	Deputy    = "deputy"
	NoteTaker = "note-taker"
	Observer  = "observer"
)

// Tell returns the story.
func Tell() Story {
	w := words()
	parties, groupings := register(w)
	return Story{
		Negotiation: data.Negotiation{
			Title: w["title"], Body: w["body"], Session: w["session"], AgendaItem: w["agenda-item"],
			StateName: w["state"], Letterhead: w["letterhead"],
			Place: placeZone, Capital: capitalZone,
		},
		Revision: data.Revision{Symbol: "A/AC.999/L.4/Rev.1", Date: data.Date{Year: 2026, Month: time.September, Day: 14}, Kind: data.RevisionChair},
		Next:     data.Revision{Symbol: "A/AC.999/L.4/Rev.2", Date: data.Date{Year: 2026, Month: time.November, Day: 12}, Kind: data.RevisionRevised},
		Summary:  w["summary"],
		Members: []Member{
			{Head, w["member.head"], data.RoleHead},
			{Delegate, w["member.delegate"], data.RoleDelegate},
			{Adviser, w["member.adviser"], data.RoleAdviser},
			{Capital, w["member.capital"], data.RoleCapital},
			{Deputy, w["member.deputy"], data.RoleDeputy},
			{NoteTaker, w["member.note-taker"], data.RoleNoteTaker},
			{Observer, w["member.observer"], data.RoleObserver},
		},
		Instructions: instructions(w),
		Comments:     comments(w),
		Positions:    positions(w),
		Meetings:     meetings(w),
		LiveWith:     liveWith(w),
		Deals:        deals(w),
		Charges:      charges(w),
		RedLines:     redLines(w),
		Ladders:      ladders(w),
		Parties:      parties,
		Groupings:    groupings,
		Issues:       issues(w),
		Submissions:  submissions(w),
		Works:        works(w),
		Requests:     requests(w),
		Speeches:     speeches(w),
		Theses:       theses(w),
		Framework:    framework(w),
	}
}

// at is a moment of November 2026, the month of the session, in UTC.
func at(day, hour, minute int) time.Time {
	return time.Date(2026, time.November, day, hour, minute, 0, 0, time.UTC)
}

func instructions(w map[string]data.Words) []Instruction {
	// Capital writes by the clock of the seat of the negotiation, the Ministry of
	// Communications by that of the Radiocommunication Bureau.
	const capital, geneva = placeZone, "Europe/Zurich"
	return []Instruction{
		{
			Paths: []string{"ch2/art9/1", "ch2/art6/2"}, Reference: "MC/2026/88", Issuer: w["issuer.communications"],
			Issued: moment("2026-08-03", geneva), Lapses: moment("2026-10-31 18:00", geneva),
			Classification: data.Unclassified, Binding: data.BindingDiscretionary,
			Text: w["instruction.debris"], Author: Delegate, Time: at(2, 8, 10), ReadBy: []string{Head},
		},
		{
			Paths: []string{"ch4/art17/3"}, Reference: "MFA/LEG/2026/98", Issuer: w["issuer.legal"],
			Issued: moment("2026-09-04 11:00", capital), Classification: data.Confidential, Binding: data.BindingDiscretionary,
			Text: w["instruction.arbitration"], Author: Capital, Time: at(2, 8, 20),
		},
		{
			Paths: []string{"ch2/art5/1"}, Reference: "MFA/LEG/2026/114", Issuer: w["issuer.legal"],
			Issued: moment("2026-09-21 10:30", capital), Lapses: moment("2027-03-31 18:00", capital),
			Classification: data.Confidential, Binding: data.BindingMandatory, Stance: data.StanceAmend,
			Requires: w["instruction.measures.requires"], Forbids: w["instruction.measures.forbids"],
			Text: w["instruction.measures"], Author: Capital, Time: at(2, 8, 30), ReadBy: []string{Head, Delegate, Adviser},
		},
		{
			Paths: []string{"ch4/art17/3", "ch4/art17/4"}, Reference: "MFA/LEG/2026/131", Issuer: w["issuer.legal"],
			Issued: moment("2026-10-12 16:45", capital), Classification: data.StrictlyConfidential, Binding: data.BindingMandatory,
			Supersedes: []string{"MFA/LEG/2026/98"}, Stance: data.StanceRedLine,
			Text: w["instruction.disputes"], Author: Capital, Time: at(2, 8, 40), ReadBy: []string{Head},
		},
		{
			Paths: []string{"ch1/art3/3"}, Reference: "MOD/GS/2026/57", Issuer: w["issuer.defence"],
			Issued: moment("2026-10-19", capital), Lapses: moment("2027-06-30", capital),
			Classification: data.Confidential, Binding: data.BindingMandatory, Stance: data.StanceDelete,
			Text: w["instruction.military"], Author: Capital, Time: at(2, 8, 50), ReadBy: []string{Head, Delegate},
		},
		{
			Paths: []string{"ch2/art7bis/1", "ch2/art7bis/2"}, Reference: "MFA/MUL/2026/140", Issuer: w["issuer.multilateral"],
			Issued: moment("2026-10-26 09:15", capital), Lapses: moment("2027-03-31 18:00", capital),
			Classification: data.OfficialUse, Binding: data.BindingMandatory,
			Text: w["instruction.relief"], Author: Delegate, Time: at(2, 9, 5), ReadBy: []string{Head, Adviser},
		},
		{
			Topic: w["instruction.capacity.topic"], Reference: "MFA/MUL/2026/144", Issuer: w["issuer.multilateral"],
			Issued: moment("2026-10-30 15:00", capital), Classification: data.OfficialUse, Binding: data.BindingDiscretionary,
			Text: w["instruction.capacity"], Author: Capital, Time: at(2, 9, 10), ReadBy: []string{Adviser},
		},
		{
			Paths: []string{"ch2/art5/1"}, Reference: "MC/2026/97", Issuer: w["issuer.communications"],
			Issued: moment("2026-11-02 08:30", geneva), Lapses: moment("2026-12-31 18:00", geneva),
			Classification: data.OfficialUse, Binding: data.BindingMandatory, Requires: w["instruction.measures.forbids"],
			Text: w["instruction.latitude"], Author: Delegate, Time: at(2, 9, 20),
		},
	}
}

func comments(w map[string]data.Words) []Comment {
	about := func(name, path, author string, when time.Time, replies ...Reply) Comment {
		return Comment{Path: path, Quote: w["comment."+name+".quote"], Author: author, Time: when, Text: w["comment."+name], Replies: replies}
	}
	reply := func(name, author string, when time.Time) Reply {
		return Reply{Author: author, Time: when, Text: w["comment."+name+".reply"]}
	}
	relief := about("relief", "ch2/art7bis/1", Adviser, at(4, 15, 20), reply("relief", Head, at(4, 18, 2)))
	relief.Resolved = true
	return []Comment{
		about("deliberate", "pre/pp4", Adviser, at(3, 10, 12)),
		about("measures", "ch2/art5/1", Adviser, at(3, 11, 40), reply("measures", Delegate, at(3, 16, 25))),
		about("security", "ch2/art7/3", Delegate, at(4, 9, 50), reply("security", Capital, at(4, 13, 5))),
		relief,
		about("debris", "ch2/art9/1", Capital, at(5, 8, 45)),
		about("lot", "ch4/art14/opt2", Delegate, at(5, 12, 30)),
		about("court", "ch4/art17/3", Adviser, at(6, 9, 15), reply("court", Head, at(6, 9, 48))),
		about("majority", "ch4/art16/2", Delegate, at(10, 10, 5), reply("majority", Head, at(10, 12, 30))),
	}
}

// positions holds one position for every stance, and positions in every state
// of approval.
func positions(w map[string]data.Words) []Position {
	on := func(name, path string, stance data.Stance, state data.ApprovalState, steps ...Step) Position {
		id := "position." + name
		return Position{
			Path: path, Stance: stance, State: state, Steps: steps,
			Wording: w[id+".wording"], PublicReasons: w[id+".reasons"], Citations: w[id+".citations"],
			InternalReasons: w[id+".internal"], TalkingPoints: w[id+".talking"], Later: w[id+".later"],
		}
	}
	submitted := func(when time.Time) Step { return Step{Act: data.ApprovalSubmitted, By: Delegate, Time: when} }
	approved := func(when time.Time) Step { return Step{Act: data.ApprovalApproved, By: Head, Time: when} }
	returned := Step{Act: data.ApprovalReturned, By: Head, Time: at(6, 17, 40), Remark: w["position.arbitration.remark"]}
	return []Position{
		on("purpose", "ch1/art1", data.StanceSupport, data.ApprovalApproved, submitted(at(3, 14, 0)), approved(at(3, 17, 10))),
		on("operator", "ch1/art2/b", data.StanceReserve, data.ApprovalDraft),
		on("military", "ch1/art3/3", data.StanceDelete, data.ApprovalSubmitted, submitted(at(9, 15, 30))),
		on("jurisdiction", "ch1/art4/2", data.StanceCovered, data.ApprovalApproved, submitted(at(3, 14, 5)), approved(at(3, 17, 12))),
		on("measures", "ch2/art5/1", data.StanceAmend, data.ApprovalApproved, submitted(at(4, 10, 0)), approved(at(4, 17, 55))),
		on("security", "ch2/art7/3", data.StanceAmend, data.ApprovalSubmitted, submitted(at(9, 15, 40))),
		on("relief", "ch2/art7bis/1", data.StanceAmend, data.ApprovalApproved, submitted(at(4, 16, 0)), approved(at(4, 18, 5))),
		on("debris", "ch2/art9/1", data.StanceAmend, data.ApprovalDraft),
		on("removal", "ch2/art9/2bis", data.StanceMerge, data.ApprovalDraft),
		on("capacity", "ch3/art12/1", data.StanceAmend, data.ApprovalApproved, submitted(at(5, 9, 30)), approved(at(5, 17, 20))),
		on("experts", "ch4/art14/opt1", data.StanceOppose, data.ApprovalSubmitted, submitted(at(9, 16, 0))),
		on("review", "ch4/art14/opt2", data.StanceSupport, data.ApprovalSubmitted, submitted(at(9, 16, 2))),
		on("monitoring", "ch4/art14/2", data.StanceSupport, data.ApprovalApproved, submitted(at(5, 9, 35)), approved(at(5, 17, 22))),
		on("observers", "ch4/art15/4", data.StanceFlexible, data.ApprovalApproved, submitted(at(5, 9, 40)), approved(at(5, 17, 25))),
		on("majority", "ch4/art16/2", data.StanceAmend, data.ApprovalLapsed, submitted(at(6, 11, 0)), approved(at(6, 17, 30))),
		on("arbitration", "ch4/art17/3", data.StanceRedLine, data.ApprovalReturned, submitted(at(6, 14, 0)), returned),
		on("declaration", "ch4/art17/4", data.StanceAskWithdraw, data.ApprovalDraft),
		on("organizations", "ch5/art18/3", data.StanceOppose, data.ApprovalDraft),
		on("reservations", "ch5/art20", data.StanceConditional, data.ApprovalDraft),
	}
}
