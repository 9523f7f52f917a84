package data

// PublicMatrix is all that a paper for the outside about who holds which view is
// made from: what was said in the room or in writing, by whom for whom. Neither it
// nor anything it holds has a field for what was said to us alone, for how sure we
// are, or for what we want ourselves.
type PublicMatrix struct {
	Lang       Lang
	Title      string // of the draft instrument
	Body       string // committee or conference
	Session    string
	AgendaItem string
	State      string // name of the State in Lang
	Letterhead []string
	Date       Date
	Symbol     string // of the text that the views are on
	Group      string // whose members alone are shown, in Lang; "": all
	Regions    []string
	Questions  []PublicQuestion
	Standers   []PublicStander
	Trend      *PublicTrend // nil: none
}

// PublicQuestion is what views are about: a provision as it stands, a proposal on
// it, or an issue.
type PublicQuestion struct {
	Path     string       // of the provision; "" of an issue
	Label    string       // its number within its article as it is printed: "3 (b)"; "" of the article itself
	Proposal int          // number among those on the provision, from 1; 0: the text as it stands
	Kind     ProposalKind // of the proposal
	By       string       // its proponents, in Lang
	Issue    string       // title; "": none
}

// PublicStander is somebody with a view, or who could have one.
type PublicStander struct {
	Name    string // in Lang
	Region  string // one of PublicMatrix.Regions; "" for none
	Kind    PartyKind
	Counted bool          // else shown apart
	Stands  []PublicStand // by question
}

// PublicStand is how somebody stands on a question.
type PublicStand struct {
	Attitude Attitude // AttitudeSilent where Mixed
	Mixed    bool     // views that differ stand side by side
	National bool     // by a statement of its own, not by that of a group
}

// PublicTrend is how support of one question grew.
type PublicTrend struct {
	Question PublicQuestion
	Days     []Date
	All      PublicCurve
	Regions  []PublicCurve
}

// PublicCurve is how many of some States were in favour and against, by day.
type PublicCurve struct {
	Name            string // of the regional group, in Lang; "" of all
	Of              int    // how many they are
	Support, Oppose []int
}

// InternalMatrix is the same for the delegation. All of it is confidential.
type InternalMatrix struct {
	Scheme    string         // by which it is marked (data/marking)
	OwnLevels Words          // of the scheme, if it is the delegation's own
	Level     Classification // of the paper

	PublicMatrix          // with what was said to us alone, and what is not sure
	Ours         []Stance // on each question
	Doubtful     [][]bool // by stander and question: nobody is sure
	Moved        [][]bool // it stood elsewhere before Since
	Since        Date     // since which moves are marked; zero: they are not
}
