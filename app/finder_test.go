package app

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"travaux/app/amendments"
	"travaux/app/concept"
	"travaux/app/concordance"
	"travaux/app/consultations"
	"travaux/app/coverage"
	"travaux/app/disputes"
	"travaux/app/monitoring"
	"travaux/app/participation"
	"travaux/app/speeches"
	"travaux/app/submissions"
	"travaux/data"
	"travaux/data/search"
)

// TestFindOpensWhatWasWritten: a hit in a submission of others, or in a statement of
// ours, opens it with the words selected that were looked for.
func TestFindOpensWhatWasWritten(t *testing.T) {
	for _, lang := range data.Langs {
		t.Run(string(lang), func(t *testing.T) {
			p := openedSample(t, lang)
			d := p.session.desk
			_, err := d.RecordSubmission(context.Background(), data.Submission{
				Symbol: "L/CRP.44", Lang: data.English, Text: "We thank the Chair.\n\nThe wombat clause is dear to us.", By: []data.Speaker{{Code: "KEN"}},
			}, nil)
			if err != nil {
				t.Fatal(err)
			}
			_, err = d.SetSpeech(context.Background(), data.Speech{Title: "On moles", Text: data.Words{data.Russian: "Спасибо.\nМы за статью о кротах."}})
			if err != nil {
				t.Fatal(err)
			}
			p.shell.changed()
			for _, c := range []struct {
				query, words string
				class        search.Class
			}{
				{"WOMBAT clause", "wombat clause", search.ClassSubmission},
				{"о кротах", "о кротах", search.ClassSpeechDraft},
			} {
				f := p.shell.finder
				f.ask(c.query)
				at := slices.IndexFunc(f.hits, func(h hit) bool { return h.written.Class == c.class })
				if at < 0 || f.hits[at].confidential != (c.class == search.ClassSpeechDraft) {
					t.Fatalf("%s: %+v", c.query, f.hits)
				}
				f.choose(at)
				var shown bool
				switch page := p.shell.live.(type) {
				case *submissions.Page:
					shown = c.class == search.ClassSubmission && page.Shown()
				case *speeches.Page:
					shown = c.class == search.ClassSpeechDraft && page.Shown()
				}
				focused, ok := p.window.Canvas().Focused().(interface{ SelectedText() string })
				if !shown || !ok || focused.SelectedText() != c.words {
					t.Fatalf("%s: shown %v, the keyboard is with %T", c.query, shown, p.window.Canvas().Focused())
				}
				live := p.shell.live
				f.choose(at) // a page is closed by the person
				if p.shell.live != live {
					t.Errorf("%s: another page covers the one that is open", c.query)
				}
				p.shell.uncover()
			}
		})
	}
}

// TestFindOpensThePageOfARecord: a hit in a record of the life of the treaty says what
// kind of record it is and opens the page on which it stands.
func TestFindOpensThePageOfARecord(t *testing.T) {
	p := openedSample(t, data.English)
	d, ctx, day := p.session.desk, context.Background(), data.Date{Year: 2030, Month: 1, Day: 10}
	wrote := func(_ any, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	text, err := d.Current()
	if err != nil {
		t.Fatal(err)
	}
	wrote(d.Treaties().Set(ctx, data.Treaty{Title: data.Words{data.English: "Wombat convention"}}))
	wrote(d.Theses().Set(ctx, data.Thesis{Part: "general", Heading: data.Words{data.English: "Wombat peace"}}))
	wrote(d.Coverings().Set(ctx, data.Covering{Requirement: "secretariat", Decision: data.CoveringNeedless, Note: "Wombat zoo"}))
	wrote(d.Discordances().Set(ctx, data.Discordance{Provision: text.Provisions[3].ID, Kind: data.DiscordanceSeen, Remark: "Wombat or mole"}))
	wrote(d.Amendments().Set(ctx, data.Amendment{Kind: data.AmendmentText, Title: data.Words{data.English: "Wombat rights"}, Proposed: day}))
	wrote(d.PartyQuestions().Set(ctx, data.Question{Kind: data.QuestionAsked, Text: "Wombat numbers?", Date: day}))
	wrote(d.Disputes().Set(ctx, data.Dispute{Title: "Wombat case", Claimants: []string{"KEN"}, Answering: []string{"NOR"}, Raised: day}))
	wrote(d.Cycles().Set(ctx, data.Cycle{Title: data.Words{data.English: "Wombat year"}, Opens: day, Due: day}))
	p.shell.changed()
	for words, want := range map[string]struct {
		where string
		page  any
	}{
		"wombat convention": {"exchange.kind.treaty", (*participation.Page)(nil)}, "wombat peace": {"exchange.kind.thesis", (*concept.Page)(nil)},
		"wombat zoo": {"exchange.kind.covering", (*coverage.Page)(nil)}, "wombat or mole": {"exchange.kind.discordance", (*concordance.Page)(nil)},
		"wombat rights": {"exchange.kind.amendment", (*amendments.Page)(nil)}, "wombat numbers": {"exchange.kind.question", (*consultations.Page)(nil)},
		"wombat case": {"exchange.kind.dispute", (*disputes.Page)(nil)}, "wombat year": {"exchange.kind.cycle", (*monitoring.Page)(nil)},
	} {
		f := p.shell.finder
		f.ask(words)
		if len(f.hits) != 1 || !strings.HasSuffix(f.hits[0].where, p.loc.T(want.where)) {
			t.Fatalf("%s: %+v", words, f.hits)
		}
		f.choose(0)
		if got := p.shell.live; fmt.Sprintf("%T", got) != fmt.Sprintf("%T", want.page) || !got.(interface{ Shown() bool }).Shown() {
			t.Errorf("%s: it opens %T", words, got)
		}
		p.shell.uncover()
	}
}
