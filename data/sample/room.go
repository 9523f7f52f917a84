package sample

import (
	"time"

	"travaux/data"
)

// Meeting is a meeting of the committee with what was entered there.
type Meeting struct {
	Title     data.Words
	Date      data.Date
	Each      time.Duration // speaking time of a delegation
	Group     time.Duration // of a group
	Order     []string      // paths, in their order of consideration
	States    []TextState
	Proposals []Proposal
	Views     []View
}

// TextState is what was announced of the text of some provisions.
type TextState struct {
	Paths  []string
	State  data.TextState
	Author string // key of the member who entered it
	Remark data.Words
}

// Proposal is a proposal as it was made.
type Proposal struct {
	Key       string
	Path      string
	On        string // key of the proposal it amends; "" for the text
	Kind      data.ProposalKind
	Ours      bool
	By        []Proponent
	Wording   data.Words
	Reasons   data.Words
	Label     string // of an addition
	Target    string // path, of a move
	Source    string
	Withdrawn bool
}

// Proponent is an invented State, and the invented group it speaks for.
type Proponent struct {
	Name data.Words
	For  data.Words // nil for none
}

// LiveWith is wording that the delegation can live with. Kept are the brackets of
// the text that survive, by their number, from 0: the same in every language.
type LiveWith struct {
	Path     string
	Kept     []int
	Sentence data.Words
	Remark   data.Words
	Author   string
}

func meetings(w map[string]data.Words) []Meeting {
	day := func(day int) data.Date { return data.Date{Year: 2026, Month: time.November, Day: day} }
	announced := func(state data.TextState, paths ...string) TextState {
		return TextState{Paths: paths, State: state, Author: Adviser}
	}
	remarked := func(s TextState, id string) TextState {
		s.Remark = w[id]
		return s
	}
	return []Meeting{
		{
			Title: w["meeting.third"], Date: day(3),
			States: []TextState{
				announced(data.TextAdReferendum, "ch1/art1"),
				announced(data.TextAdReferendum, "ch1/art4/1", "ch1/art4/2", "ch1/art4/3", "ch1/art4"),
				announced(data.TextAdReferendum, "ch3/art10/1", "ch3/art10/2"),
				announced(data.TextDiscussed, "ch2/art5/1"),
				announced(data.TextFirstReading, "ch2/art6/1", "ch2/art6/2", "ch2/art6/3"),
			},
			Proposals: nationalMeasures(w),
			Views:     firstViews(w),
			Order:     []string{"ch2/art5", "ch2/art6"},
			Each:      3 * time.Minute, Group: 5 * time.Minute,
		},
		{
			Title: w["meeting.fifth"], Date: day(5),
			States: []TextState{
				announced(data.TextAdReferendum, "ch3/art10"),
				announced(data.TextDiscussed, "ch2/art9/1"),
				announced(data.TextClose, "ch2/art9/3"),
				announced(data.TextParked, "ch4/art14"),
				announced(data.TextLanguageGroup, "ch4/art16/5"),
			},
			Proposals: debris(w),
			Views:     debrisViews(w),
			Order:     []string{"ch2/art8", "ch2/art9", "ch4/art14"},
			Each:      3 * time.Minute, Group: 5 * time.Minute,
		},
		{
			Title: w["meeting.informals"], Date: day(6),
			States: []TextState{
				announced(data.TextDiscussed, "ch2/art7"),
				announced(data.TextClose, "ch2/art7/1"),
				remarked(announced(data.TextInformals, "ch2/art7/3"), "state-remark.security"),
			},
			Proposals: continuity(w),
			Views:     securityViews(w),
			Order:     []string{"ch2/art7", "ch2/art7bis"},
			Each:      3 * time.Minute, Group: 5 * time.Minute,
		},
		{
			Title: w["meeting.eighth"], Date: day(10),
			States: []TextState{
				remarked(announced(data.TextReopened, "ch1/art4/2"), "state-remark.jurisdiction"),
				announced(data.TextAdReferendum, "ch5/art22/1", "ch5/art22/2"),
				announced(data.TextDiscussed, "ch4/art17/3"),
				announced(data.TextProposed, "ch2/art9/2bis"),
			},
			Proposals: mechanisms(w),
			Views:     courtViews(w),
			Order:     []string{"ch4/art16", "ch4/art17", "ch5/art20", "ch5/art22"},
			Each:      3 * time.Minute, Group: 5 * time.Minute,
		},
	}
}

// by names proponents by the ids of their States.
func by(w map[string]data.Words, states ...string) (list []Proponent) {
	for _, s := range states {
		list = append(list, Proponent{Name: w["state."+s]})
	}
	return list
}

// speaking is one State that speaks for a group.
func speaking(w map[string]data.Words, state, group string) []Proponent {
	return []Proponent{{Name: w["state."+state], For: w["group."+group]}}
}

// nationalMeasures are the proposals on article 5: two that differ by a word, a
// joint one, one on another proposal, and ours.
func nationalMeasures(w map[string]data.Words) []Proposal {
	const path = "ch2/art5/1"
	return []Proposal{
		{
			Key: "shall", Path: path, Kind: data.ProposalModify, By: speaking(w, "quendara", "meridian"),
			Wording: w["proposal.shall"], Reasons: w["proposal.shall.reasons"], Source: "A/AC.999/CRP.7",
		},
		{
			Key: "should", Path: path, Kind: data.ProposalModify, By: by(w, "halvoria", "orselund"),
			Wording: w["proposal.should"], Reasons: w["proposal.should.reasons"], Source: "A/AC.999/CRP.9",
		},
		{Key: "all", Path: path, Kind: data.ProposalModify, By: by(w, "sorvania"), Wording: w["proposal.all"]},
		{
			Key: "years", Path: path, On: "shall", Kind: data.ProposalModify, By: by(w, "ilvermar"),
			Wording: w["proposal.years"], Reasons: w["proposal.years.reasons"],
		},
		{
			Key: "ours", Path: path, Kind: data.ProposalModify, Ours: true,
			Wording: w["position.measures.wording"], Reasons: w["position.measures.reasons"],
		},
	}
}

// debris are the proposals on articles 8 and 9: two that are the same, two that
// exclude one another, a deletion, a move of ours, and one that was withdrawn.
func debris(w map[string]data.Words) []Proposal {
	return []Proposal{
		{Key: "feasible", Path: "ch2/art8/1", Kind: data.ProposalModify, By: by(w, "halvoria"), Wording: w["proposal.feasible"]},
		{Key: "feasible-again", Path: "ch2/art8/1", Kind: data.ProposalModify, By: by(w, "orselund", "tamrisha"), Wording: w["proposal.feasible"]},
		{Key: "days", Path: "ch2/art8/2", Kind: data.ProposalModify, By: by(w, "bekalu"), Wording: w["proposal.days"], Withdrawn: true},
		{
			Key: "five", Path: "ch2/art9/1", Kind: data.ProposalModify, By: speaking(w, "pelagua", "equatorial"),
			Wording: w["proposal.five"], Reasons: w["proposal.five.reasons"], Source: "A/AC.999/CRP.11",
		},
		{
			Key: "twenty-five", Path: "ch2/art9/1", Kind: data.ProposalModify, By: by(w, "orselund"),
			Wording: w["proposal.twenty-five"], Reasons: w["proposal.twenty-five.reasons"],
		},
		{
			Key: "consent", Path: "ch2/art9/2bis", Kind: data.ProposalSuppress, By: speaking(w, "quendara", "meridian"),
			Reasons: w["proposal.consent.reasons"],
		},
		{
			Key: "place", Path: "ch2/art9/2bis", Kind: data.ProposalMove, Ours: true, Target: "ch1/art4/3",
			Reasons: w["proposal.place.reasons"],
		},
	}
}

// continuity are the proposals on articles 7 and 7 bis: a text that must stay,
// two ways out of its brackets, and an addition.
func continuity(w map[string]data.Words) []Proposal {
	return []Proposal{
		{
			Key: "advance", Path: "ch2/art7/3", Kind: data.ProposalModify, By: by(w, "tamrisha"),
			Wording: w["proposal.advance"], Reasons: w["proposal.advance.reasons"],
		},
		{Key: "exception", Path: "ch2/art7/3", Kind: data.ProposalModify, By: by(w, "halvoria"), Wording: w["proposal.exception"]},
		{Key: "as-it-is", Path: "ch2/art7/1", Kind: data.ProposalNoChange, By: by(w, "bekalu")},
		{
			Key: "release", Path: "ch2/art7bis/2", Kind: data.ProposalAdd, Label: "3", By: speaking(w, "pelagua", "equatorial"),
			Wording: w["proposal.release"], Reasons: w["proposal.release.reasons"], Source: "A/AC.999/CRP.11",
		},
	}
}

// mechanisms are the proposals on chapters IV and V.
func mechanisms(w map[string]data.Words) []Proposal {
	return []Proposal{
		{Key: "thirds", Path: "ch4/art16/2", Kind: data.ProposalModify, By: by(w, "halvoria"), Wording: w["proposal.thirds"]},
		{
			Key: "no-court", Path: "ch4/art17/3", Kind: data.ProposalSuppress, By: by(w, "bekalu", "sorvania", "tamrisha"),
			Reasons: w["proposal.court.reasons"], Source: "A/AC.999/CRP.14",
		},
		{Key: "court", Path: "ch4/art17/3", Kind: data.ProposalNoChange, By: by(w, "ilvermar"), Reasons: w["proposal.keep.reasons"]},
		{Key: "none", Path: "ch5/art20", Kind: data.ProposalModify, By: speaking(w, "quendara", "meridian"), Wording: w["proposal.none"]},
	}
}

// liveWith are the sentences that the delegation could live with. One of them is
// what another State proposes, the other what a State has withdrawn.
func liveWith(w map[string]data.Words) []LiveWith {
	return []LiveWith{
		{
			Path: "ch2/art7/3", Kept: []int{1}, Sentence: w["proposal.exception"],
			Remark: w["live-with.security.remark"], Author: Head,
		},
		{
			Path: "ch2/art8/2", Kept: []int{1}, Sentence: w["proposal.days"],
			Remark: w["live-with.reply.remark"], Author: Delegate,
		},
	}
}
