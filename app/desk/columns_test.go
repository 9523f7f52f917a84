package desk

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"travaux/app/textview"
	"travaux/data"
	"travaux/translations"
)

// setOut writes the blocks of a column down, one a line: what it is, and its
// words with their marks spelled out.
func setOut(s *stage, c columnPage) string {
	kinds := map[textview.Kind]string{textview.Title: "title", textview.Chapter: "chapter", textview.Article: "article", textview.Note: "note"}
	var out strings.Builder
	for _, b := range c.blocks {
		id, _ := provisionOf(b.ID)
		p, err := s.desk.Provision(id)
		must(s.t, err)
		_, rest, _ := strings.Cut(b.ID, "/")
		where := p.Path
		if kind, _, _ := strings.Cut(rest, "/"); rest != "" {
			where += "+" + kind
		}
		line := fmt.Sprintf("%-24s %-8s %s%s", where, kinds[b.Kind], strings.Repeat("  ", b.Indent), b.Label)
		if b.Lang != string(c.column.Lang) {
			line += " (" + b.Lang + ")"
		}
		fmt.Fprintln(&out, strings.TrimRight(line+" "+spelled(b.Text, b.Marks), " "))
	}
	return out.String()
}

// propose records a proposal on a path and ticks it.
func (s *stage) propose(path string, p data.Proposal, by ...string) data.Proposal {
	s.t.Helper()
	p.Provision = s.at(path).ID
	for _, state := range by {
		p.Proponents = append(p.Proponents, data.Proponent{State: state})
	}
	p, err := s.desk.Propose(ctx, p)
	must(s.t, err)
	s.viewing.Tick(true, p.ID)
	return p
}

func english(words string) data.Words { return data.Words{data.English: words} }

func (s *stage) column(c Column) columnPage {
	t, err := s.desk.Current()
	must(s.t, err)
	at := looking{columns: []Column{c}, ticked: s.viewing.Chosen()}
	p := pageOf(gather(s.desk, t, at, translations.New("en"), newMemory(&wholes{}), time.Now()))
	return p.columns[0]
}

func TestColumnsShowProposalsOnATextInTheirPlaces(t *testing.T) {
	s := newStage(t, "en")
	s.propose("ch1/art2/1", data.Proposal{Kind: data.ProposalModify, Wording: english("Every State Party may ensure that lanterns be lit at dusk.")}, "EGY")
	s.propose("ch1/art1/a", data.Proposal{Kind: data.ProposalSuppress}, "FRA")
	s.propose("ch1/art1/a", data.Proposal{Kind: data.ProposalNoChange}, "EGY")
	added := s.propose("ch1/art2/1", data.Proposal{Kind: data.ProposalAdd, Label: "1 bis", Wording: english("Lamps are lanterns.")}, "JOR")
	s.propose("ch1/art2/1", data.Proposal{Kind: data.ProposalModify, On: added.ID, Wording: english("Lamps may be lanterns.")}, "TCD")
	s.propose("ch1/art1", data.Proposal{Kind: data.ProposalAdd, Label: "Article 1 bis", Wording: english("Nothing is dark.")}, "JOR")
	s.propose("ch1/art2/2", data.Proposal{Kind: data.ProposalMove, Target: s.at("ch1/art1/b").ID}, "FRA")
	s.propose("ch1/art2/2", data.Proposal{Kind: data.ProposalModify, Wording: english("A keeper may rest at noon.")}, "EGY")
	mine := s.propose("pre/pp1", data.Proposal{Kind: data.ProposalModify, Ours: true, Wording: english("Recalling the great value of light,")})
	s.viewing.Tick(false, mine.ID)
	must(t, s.desk.SetPosition(ctx, data.Position{Provision: s.at("ch1/art1/b").ID, Wording: english("“Keeper” means anybody who tends a lantern.")}))
	var out strings.Builder
	for _, view := range []View{AsIssued, WithOurs, WithChosen, Clean} {
		fmt.Fprintf(&out, "=== %s\n%s\n", view.ID(), setOut(s, s.column(Column{Lang: data.English, View: view})))
	}
	fmt.Fprintf(&out, "=== one proposal\n%s\n", setOut(s, s.column(Column{Lang: data.English, Proposal: mine.ID})))
	fmt.Fprintf(&out, "=== chosen, in French\n%s", setOut(s, s.column(Column{Lang: data.French, View: WithChosen})))
	golden(t, "columns", out.String())
}

func TestProposalsOnWholeArticlesReachAllInThem(t *testing.T) {
	s := newStage(t, "en")
	s.propose("ch1/art2", data.Proposal{Kind: data.ProposalSuppress}, "EGY")
	s.propose("ch1/art2/1", data.Proposal{Kind: data.ProposalModify, Wording: english("Every State Party may ensure that lanterns be lit at dusk.")}, "FRA")
	s.propose("ch1/art1", data.Proposal{Kind: data.ProposalMove, Target: s.at("ch1/art2").ID}, "JOR")
	s.propose("ch1/art1", data.Proposal{Kind: data.ProposalMove, Target: s.at("pre/pp1").ID, Before: true}, "TCD")
	s.propose("ch1", data.Proposal{Kind: data.ProposalModify, Wording: english("This chapter concerns all lanterns.")}, "EGY")
	var out strings.Builder
	for _, view := range []View{WithChosen, Clean} {
		fmt.Fprintf(&out, "=== %s\n%s\n", view.ID(), setOut(s, s.column(Column{Lang: data.English, View: view})))
	}
	golden(t, "columns.whole", out.String())
}

func TestEveryBlockHasAnIdentityOfItsOwn(t *testing.T) {
	s := newStage(t, "en")
	s.propose("ch1/art2", data.Proposal{Kind: data.ProposalMove, Target: s.at("ch1/art1").ID, Before: true}, "EGY")
	s.propose("ch1/art2/1", data.Proposal{Kind: data.ProposalAdd, Label: "1 bis", Wording: english("Lamps are lanterns.")}, "JOR")
	s.propose("ch1/art2/2", data.Proposal{Kind: data.ProposalMove, Target: s.at("ch1/art1/b").ID}, "FRA")
	c := s.column(Column{Lang: data.English, View: WithChosen})
	seen := map[string]bool{}
	for _, b := range c.blocks {
		if seen[b.ID] {
			t.Errorf("two blocks are %s", b.ID)
		}
		seen[b.ID] = true
		x := c.shown[b.ID]
		if x == nil || x.display.text != b.Text {
			t.Errorf("what block %s shows is not known", b.ID)
			continue
		}
		checkMap(t, b.ID, x.source, "", x.display)
	}
}
