// Package carry says where an annotation on a provision of one revision belongs
// in the next, once it is known which provisions continue which.
//
// It may import data, data/redline, data/redline/align and
// data/redline/strength. It does no I/O and keeps nothing.
//
// Invariants, held by property tests:
//   - nothing is dropped: every annotation gets a place, or is an orphan;
//   - what is not certain is never given as exact: a doubtful pair is for a
//     person, whatever the words say;
//   - a quotation that stands unchanged in what continues its provision is found.
//
// # When a person has to decide
//
// What holds the delegation to something — a position, a proposal of ours, an
// instruction, wording that we can live with — needs a person as soon as the
// words of the provision changed (Words), it was split or merged, or its pair is
// doubtful. It does not where only these changed:
//   - the provision's number, or its place in the order: exact;
//   - capitals, spaces and punctuation: moved with the pair's score (Marks);
//   - numbers in references to other provisions: moved (Numbers). Any other
//     number is words: 30 days are not 60;
//   - square brackets around unchanged words: moved (Brackets).
//
// What only reports — a proposal of somebody else, an entered state of the text,
// a remark on the provision as a whole — moves with the pair's score and needs a
// person only where the pair is doubtful. A remark on words follows these words;
// it needs a person where none or hardly any of them are left.
package carry

import "travaux/data"

// Reasons, as catalogue ids.
const (
	SameWords    = "carry.reason.same-words"     // the words are the same
	Marks        = "carry.reason.marks"          // only capitals, spaces or punctuation changed
	NumberOnly   = "carry.reason.number-only"    // only references to other provisions changed their number
	BracketsOnly = "carry.reason.brackets"       // only square brackets around the same words
	WordsChanged = "carry.reason.words-changed"  //
	WordsGone    = "carry.reason.words-gone"     // none of the quoted words is left
	Elsewhere    = "carry.reason.elsewhere"      // the quoted words stand at another place of the provision
	Split        = "carry.reason.split"          // the provision became several
	Merged       = "carry.reason.merged"         // the provision was merged with others
	Doubtful     = "carry.reason.doubtful-pair"  // it is not sure which provision continues it
	Gone         = "carry.reason.provision-gone" // nothing continues the provision
	TargetGone   = "carry.reason.target-gone"    // nothing continues the provision that it was to move next to
	NoLanguage   = "carry.reason.no-language"    // the new revision is not there in the language of the words
	Occupied     = "carry.reason.occupied"       // what it was merged into has one of its own
	Placed       = "carry.reason.placed"         // a person said where it belongs
)

// Place is where an annotation belongs.
type Place struct {
	To      data.ID     // zero: nowhere
	Anchor  data.Anchor // of a remark
	Outcome data.CarryOutcome
	Score   float64 // from 0 to 1; 1 where Outcome is exact
	Reason  string  // catalogue id
}

// Move is what became of one provision.
type Move struct {
	Kind     data.PairKind
	Score    float64 // of the pair
	Doubtful bool
	Old      data.Provision
	New      []data.Provision // what continues it, in document order; none: it is gone
	Main     int              // index in New of the one on which the whole goes on
}

// Mover places annotations of one provision. It remembers what it compared, for
// many remarks may be on the same words. It is not for concurrent use.
type Mover struct {
	Move
	edits map[rendering]mapping
	whole map[data.Lang]Change
}

// New prepares a Mover.
func New(m Move) *Mover {
	return &Mover{Move: m, edits: map[rendering]mapping{}, whole: map[data.Lang]Change{}}
}

// weakest is the share of a quotation below which a person has to look.
const weakest = 1. / 3

// Holding places what holds the delegation to something: a position, a proposal
// of ours, an instruction, wording we can live with. Where languages are given,
// only the words in these count, if both revisions have them.
func (m *Mover) Holding(langs ...data.Lang) Place {
	p := m.Reporting(langs...)
	switch p.Reason {
	case WordsChanged, Split, Merged, NoLanguage:
		p.Outcome = data.CarryPerson
	}
	return p
}

// Reporting places what reports what others said or what happened in the room.
func (m *Mover) Reporting(langs ...data.Lang) Place {
	if len(m.New) == 0 {
		return Place{Outcome: data.CarryOrphan, Reason: Gone}
	}
	p := Place{To: m.New[m.Main].ID, Outcome: data.CarryMoved, Score: m.Score}
	switch change, known := m.change(langs); {
	case m.Doubtful:
		p.Outcome, p.Reason = data.CarryPerson, Doubtful
	case m.Kind == data.PairSplit || len(m.New) > 1:
		p.Reason = Split
	case m.Kind == data.PairMerged:
		p.Reason = Merged
	case !known:
		p.Reason = NoLanguage
	default:
		p.Reason = change.reason()
		if change == Same {
			p.Outcome, p.Score = data.CarryExact, 1
		}
	}
	return p
}

// change is the greatest change of the provision's title and words in those of
// the languages that both revisions have; in all of these if none of them is.
// known is false if there is no language in common.
func (m *Mover) change(langs []data.Lang) (greatest Change, known bool) {
	asked := func(lang data.Lang) bool {
		for _, l := range langs {
			if l == lang {
				return true
			}
		}
		return len(langs) == 0
	}
	for lang, old := range m.Old.Text {
		new, ok := m.New[m.Main].Text[lang]
		if !ok || !asked(lang) {
			continue
		}
		c, seen := m.whole[lang]
		if !seen {
			c = max(Compare(old.Text, new.Text), Compare(old.Heading, new.Heading))
			m.whole[lang] = c
		}
		greatest, known = max(greatest, c), true
	}
	if !known && len(langs) > 0 {
		return m.change(nil)
	}
	return greatest, known
}
