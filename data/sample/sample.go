// Package sample holds the sample negotiation: an invented convention that an
// invented State negotiates, in all six languages, with comments,
// instructions and positions in every state, so that every part of the
// program can be seen at work.
//
// It is plain data and imports only data. Everything in it is written for this
// program; only the resolutions that it cites exist. Provisions are named by
// path, members by key, because a vault gives them identities of its own.
//
// Invariants, held by tests: the six texts have the same outline; every path
// exists; every quotation stands in its provision in every language; every wording
// proposed is there in all six and differs from the text; nothing public repeats
// what is confidential. The States and groups of the room are invented: no words
// are put into the mouth of one that exists.
package sample

import (
	"embed"
	"encoding/json"
	"fmt"
	"time"

	"travaux/data"
)

//go:embed text
var files embed.FS

// Draft returns the draft convention as plain text (UTF-8) in a language, and
// a name for it as a file.
func Draft(lang data.Lang) (name string, content []byte) {
	return file("draft." + string(lang) + ".txt")
}

// Next returns the revision that follows the draft, in the same way. Of its
// provisions some are unchanged, and some were changed, renumbered, moved, split,
// merged, added or left out.
func Next(lang data.Lang) (name string, content []byte) { return file("next." + string(lang) + ".txt") }

func file(name string) (string, []byte) {
	content, err := files.ReadFile("text/" + name)
	if err != nil {
		panic(err) // the files are part of the program
	}
	return name, content
}

// Story is what has happened in the negotiation so far, in the order in which
// it is to be played: members, instructions, comments, positions; then the
// meetings, one after the other, with what was announced and proposed there.
type Story struct {
	Negotiation  data.Negotiation // without ID
	Revision     data.Revision    // symbol, date and kind
	Next         data.Revision    // the same of the revision that follows
	Summary      data.Words       // summary of views for the position paper
	Members      []Member
	Instructions []Instruction
	Comments     []Comment
	Positions    []Position
	Meetings     []Meeting
	LiveWith     []LiveWith
	Deals        []Deal
	Charges      []Charge
	RedLines     []RedLine
	Ladders      []Ladder
	Parties      []Party // in the order of their codes; only their views are counted
	Groupings    []Grouping
	Issues       []Issue
	Submissions  []Submission
	Works        []Work
	Requests     []Request
	Speeches     []Speech
	Theses       []Thesis
	Framework    Framework
}

// Member is a person of the delegation.
type Member struct {
	Key  string
	Name data.Words // in the language's script
	Role data.Role
}

// Instruction is an instruction from capital.
type Instruction struct {
	Paths          []string
	Topic          data.Words // without paths
	Reference      string
	Issuer         data.Words
	Issued, Lapses data.Moment
	Classification data.Classification
	Binding        data.Binding
	Supersedes     []string // references of those it takes the place of
	Stance         data.Stance
	Requires       data.Words // a phrase that has to stand there, in each language
	Forbids        data.Words // one that may not
	Text           data.Words
	Author         string // key of the member who recorded it
	Time           time.Time
	ReadBy         []string // keys of the members who have said that they read it
}

// Comment is a remark tied to a quotation, with its answers.
type Comment struct {
	Path     string
	Quote    data.Words
	Author   string
	Time     time.Time
	Text     data.Words
	Resolved bool
	Replies  []Reply
}

// Reply is an answer to a comment.
type Reply struct {
	Author string
	Time   time.Time
	Text   data.Words
}

// Position is our position on a provision and how far its approval has come.
type Position struct {
	Path            string
	Stance          data.Stance
	Wording         data.Words
	PublicReasons   data.Words
	Citations       data.Words
	InternalReasons data.Words
	TalkingPoints   data.Words // confidential
	Steps           []Step
	Later           data.Words         // wording entered after the last step, so that the approval lapses; nil for none
	State           data.ApprovalState // the state that results
}

// Step is a decision on a position.
type Step struct {
	Act    data.ApprovalState
	By     string // key of a member
	Time   time.Time
	Remark data.Words
}

// words reads the files of the story's sentences: by id, in six languages.
func words() map[string]data.Words {
	all := map[string]data.Words{}
	for _, name := range []string{"story.json", "room.json", "deals.json", "guard.json", "views.json", "speeches.json", "treaty.json"} {
		b, err := files.ReadFile("text/" + name)
		if err == nil {
			err = json.Unmarshal(b, &all)
		}
		if err != nil {
			panic(fmt.Errorf("%s: %w", name, err)) // part of the program; a test reads it
		}
	}
	return all
}
