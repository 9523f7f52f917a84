package paper_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/sample/play"
	"travaux/data/sample/play/playtest"
	"travaux/export"
	"travaux/export/formats"
	"travaux/export/paper"
	"travaux/translations"
)

// planted is how many secrets stand in the desk of the test, at least.
const planted = 1000

// TestNoSecretLeavesInAnyPaper plants a thousand secrets in every field that is for the
// delegation alone, in all six scripts, and makes every kind for the outside in every
// format. Each secret is one that the check looks for, and none is in a file, looked
// for in the plainest way as well: its first words in what the file says, and in its bytes.
func TestNoSecretLeavesInAnyPaper(t *testing.T) {
	d := playtest.Desk(t, data.English)
	g := garden{t: t, d: d, random: rand.New(rand.NewPCG(8, 1000))}
	g.plant()
	if len(g.secrets) < planted {
		t.Fatalf("only %d secrets are planted", len(g.secrets))
	}
	known := map[string]bool{}
	secrets := d.Secrets()
	for _, s := range secrets {
		if told, _ := translations.New("en").Error(string(export.CodeLeak), map[string]string{"what": s.Field}); strings.Contains(told, s.Field) {
			t.Fatalf("who is refused a paper reads %q", told)
		}
		known[plain(s.Text)] = true
	}
	for field, list := range g.byField {
		for _, s := range list {
			if !known[plain(s)] {
				t.Errorf("%s: the check does not look for it: %q", field, s)
				break
			}
		}
	}
	given := orders(t, d)
	for i, k := range paper.Kinds {
		if k.Ours {
			continue
		}
		order := given[k.ID]
		order.Kind, order.Date = k.ID, data.Date{Year: 2026, Month: 11, Day: 29}
		lang := data.Langs[i%len(data.Langs)]
		doc, err := paper.Document(d, order, lang)
		if err != nil {
			t.Errorf("%s, %s: %v", k.ID, lang, err)
			continue
		}
		for _, f := range formats.All {
			file, _, err := f.Checked(t.Context(), doc, export.FileOptions{}, secrets)
			if err != nil {
				t.Errorf("%s, %s, %s: %v", k.ID, lang, f.ID, err)
				continue
			}
			said, err := f.Read(file, export.FileOptions{})
			if err != nil {
				t.Fatal(err)
			}
			g.absent(strings.Join([]string{k.ID, string(lang), f.ID}, ", "), plain(said), plain(string(file)))
		}
	}
}

// TestWhatLeaksIsFoundInEveryFormat puts the secrets into every place that a paper has,
// and into each format: read back, every one of them is found.
func TestWhatLeaksIsFoundInEveryFormat(t *testing.T) {
	g := garden{t: t, random: rand.New(rand.NewPCG(8, 8))}
	for _, lang := range data.Langs {
		for _, f := range formats.All {
			t.Run(string(lang)+"/"+f.ID, func(t *testing.T) {
				var secrets []data.Secret
				secret := func() string {
					s := g.sentence(lang)
					secrets = append(secrets, data.Secret{Field: fmt.Sprint(len(secrets)), Text: s})
					return s
				}
				doc := everywhere(lang, secret)
				file, err := f.Write(t.Context(), doc, export.FileOptions{})
				if err != nil {
					t.Fatal(err)
				}
				said, err := f.Read(file, export.FileOptions{})
				if err != nil {
					t.Fatal(err)
				}
				found := map[string]bool{}
				for _, l := range export.Leaks(said, secrets, "") {
					found[l.Field] = true
				}
				for i, s := range secrets {
					if !found[s.Field] && (i >= inProperties || !bare[f.ID]) {
						t.Errorf("secret %d of %d is not found: %q", i, len(secrets), s.Text)
					}
				}
				_, _, err = f.Checked(t.Context(), doc, export.FileOptions{}, secrets[len(secrets)-1:])
				if data.CodeOf(err) != export.CodeLeak {
					t.Errorf("handed over: %v", err)
				}
			})
		}
	}
}

// inProperties is how many of the secrets of everywhere stand outside the pages; bare
// formats have no properties, or the title alone.
const inProperties = 4

var bare = map[string]bool{"text": true, "html": true}

// everywhere is a paper with another secret in every place that a paper has.
func everywhere(lang data.Lang, secret func() string) export.Document {
	spans := func() []export.Span { return []export.Span{{Text: secret()}} }
	paragraph := func(kind export.ParagraphKind) export.Paragraph {
		return export.Paragraph{Kind: kind, Spans: spans()}
	}
	doc := export.Document{
		Lang: lang, Title: secret(), Subject: secret(), Author: secret(), RunningHead: secret(), Date: data.Date{Year: 2026, Month: 11, Day: 29},
		Blocks: []export.Block{
			export.Letterhead{Name: secret(), Lines: []string{secret()}},
			export.Title{Text: secret(), Subtitle: secret()},
			export.Fields{Rows: []export.Field{{Label: secret(), Value: secret()}}},
			export.Contents{Heading: secret(), Depth: 3},
			export.Heading{Level: 1, Text: secret()},
			export.Heading{Level: 2, Text: secret()},
			export.Heading{Level: 3, Text: secret()},
		},
	}
	for kind := export.Body; kind <= export.Spoken; kind++ {
		doc.Blocks = append(doc.Blocks, paragraph(kind))
	}
	for _, mark := range []export.Mark{export.Strong, export.Slanted, export.Inserted, export.Deleted, export.MovedHere, export.MovedAway, export.LeftOut, export.Footnote} {
		doc.Blocks = append(doc.Blocks, export.Paragraph{Spans: []export.Span{{Text: "1. "}, {Text: secret(), Mark: mark}}})
	}
	for _, mark := range []export.Mark{export.Plain, export.Inserted, export.Deleted} {
		doc.Blocks = append(doc.Blocks, export.Revised{Spans: []export.Span{{Text: secret(), Mark: mark}}, End: mark})
	}
	for _, other := range data.Langs {
		doc.Blocks = append(doc.Blocks, export.Paragraph{Spans: spans(), Lang: other})
	}
	cell := func() export.Cell { return export.Cell{paragraph(export.Body)} }
	return withTables(doc, secret, spans, paragraph, cell)
}

func withTables(doc export.Document, secret func() string, spans func() []export.Span, paragraph func(export.ParagraphKind) export.Paragraph, cell func() export.Cell) export.Document {
	doc.Blocks = append(doc.Blocks,
		export.Entry{Label: secret(), Paragraphs: []export.Paragraph{paragraph(export.Quotation), paragraph(export.Body)}},
		export.Revised{Level: 2, Spans: spans(), Note: spans()},
		export.Table{Heads: []string{secret(), secret()}, Shares: []int{1, 1}, Rows: []export.Row{{Cells: []export.Cell{cell(), cell()}}, {Cells: []export.Cell{cell()}}}},
		export.Code{Content: "1", Paragraphs: []export.Paragraph{paragraph(export.Fine)}},
		export.Chart{Series: []export.Series{{Name: secret(), Bars: []export.Bar{{Label: secret(), Value: 2, Words: "2"}}}}},
	)
	return doc
}

// garden plants secrets.
type garden struct {
	t       *testing.T
	d       *desk.Desk
	random  *rand.Rand
	secrets []string
	byField map[string][]string
}

// alphabets are the letters of which invented words are made.
var alphabets = map[data.Lang]string{
	data.English: "abdefghiklmnoprstuvz", data.French: "abdeéèfgilmnoprstuvz", data.Spanish: "abdeéfgilmnñoprstuvz",
	data.Russian: "абвгдежзиклмнопрстуя", data.Arabic: "بتثجحدرزسشصطعفقكلمنه",
}

// sentence is one of invented words that stands nowhere else.
func (g *garden) sentence(lang data.Lang) string {
	var words []string
	for range 8 {
		n := 5 + g.random.IntN(5)
		var b strings.Builder
		for range n {
			if lang == data.Chinese {
				b.WriteRune(rune(0x4E00 + g.random.IntN(0x4000)))
				continue
			}
			letters := []rune(alphabets[lang])
			b.WriteRune(letters[g.random.IntN(len(letters))])
		}
		words = append(words, b.String())
	}
	if lang == data.Chinese {
		return strings.Join(words[:3], "")
	}
	return strings.Join(words, " ")
}

// in is a new secret of a field; they come in all languages in turn.
func (g *garden) in(field string) string {
	return g.inLang(field, data.Langs[len(g.secrets)%len(data.Langs)])
}

func (g *garden) inLang(field string, lang data.Lang) string {
	s := g.sentence(lang)
	g.secrets = append(g.secrets, s)
	if g.byField == nil {
		g.byField = map[string][]string{}
	}
	g.byField[field] = append(g.byField[field], s)
	return s
}

func (g *garden) must(err error) {
	g.t.Helper()
	if err != nil {
		g.t.Fatal(err)
	}
}

// plant puts secrets into every internal field of the desk, provision by provision.
func (g *garden) plant() {
	ctx := context.Background()
	_, err := play.Next(ctx, g.d, data.NoProgress{})
	g.must(err)
	text, err := g.d.Current()
	g.must(err)
	day := data.Date{Year: 2026, Month: 3, Day: 1}
	treaty, ok := g.d.TheTreaty()
	if !ok {
		g.t.Fatal("the sample has no treaty")
	}
	member := func() data.ID {
		m, err := g.d.SetMember(ctx, data.Member{Name: g.inLang("member.Name", data.English), Role: data.RoleAdviser})
		g.must(err)
		return m.ID
	}
	g.remarks(ctx, text.Revision.ID)
	for i, p := range text.Provisions {
		if i%2 == 1 || len(g.secrets) > planted+50 {
			continue
		}
		g.position(ctx, p)
		g.orders(ctx, p)
		g.room(ctx, p)
		g.deals(ctx, p, text.Provisions[(i+1)%len(text.Provisions)].ID, member(), member())
		g.treaty(ctx, treaty.ID, p.ID, day)
	}
}

// remarks are why something is decided otherwise than the program would.
func (g *garden) remarks(ctx context.Context, revision data.ID) {
	for _, list := range g.d.AllProposals() {
		for _, p := range list {
			g.must(g.d.OverruleUptake(ctx, revision, p.ID, data.UptakePartly, g.in("uptake.Remark")))
		}
	}
	line, err := g.d.SetRedLine(ctx, data.RedLine{Rule: data.RedLineAbsent, Phrases: data.Words{data.English: "shall"}})
	g.must(err)
	g.must(g.d.Override(ctx, g.in("override.Reason"), desk.PublicOptions{Lang: data.English}))
	g.must(g.d.DeleteRedLine(ctx, line.ID))
}

func (g *garden) position(ctx context.Context, p data.Provision) {
	g.must(g.d.ChangePosition(ctx, p.ID, func(x *data.Position) {
		x.InternalReasons = g.in("position.InternalReasons")
		x.TalkingPoints = data.Words{}
		for _, lang := range data.Langs {
			x.TalkingPoints[lang] = g.inLang("position.TalkingPoints", lang)
		}
		if x.Stance == data.StanceNone {
			x.Stance = data.StanceReserve
		}
	}))
	if g.d.Approval(p.ID).State == data.ApprovalDraft {
		g.must(g.d.Submit(ctx, p.ID))
		g.must(g.d.Return(ctx, p.ID, g.in("decision.Remark")))
	}
	_, err := g.d.Comment(ctx, p.ID, data.NewAnchor(data.English, p.Text[data.English].Text, 0, 0), g.in("comment.Text"))
	g.must(err)
}

func (g *garden) orders(ctx context.Context, p data.Provision) {
	_, err := g.d.SetInstruction(ctx, data.Instruction{
		Provisions: []data.ID{p.ID}, Reference: g.inLang("instruction.Reference", data.English), Issuer: "MFA", Text: g.in("instruction.Text"),
		Forbids: []data.Phrase{{Lang: data.Spanish, Words: g.inLang("instruction.Forbids", data.Spanish)}},
	})
	g.must(err)
	_, err = g.d.SetInstruction(ctx, data.Instruction{Topic: g.in("instruction.Topic"), Issuer: "MFA", Text: g.in("instruction.Text")})
	g.must(err)
	cable := data.Cable{Name: g.inLang("cable.Name", data.English), Lang: data.French, Text: g.inLang("cable.Text", data.French)}
	_, err = g.d.RecordCable(ctx, cable, []byte(cable.Text), []data.Instruction{{Issuer: "MFA", Text: cable.Text}})
	g.must(err)
	_, err = g.d.SetRedLine(ctx, data.RedLine{
		Provisions: []data.ID{p.ID}, Rule: data.RedLineAbsent, Phrases: data.Words{data.English: "nowhere to be found at all"}, Reason: g.in("red-line.Reason"),
	})
	g.must(err)
	_, err = g.d.SetRequest(ctx, data.Request{Provision: p.ID, Question: g.in("request.Question")})
	g.must(err)
}

func (g *garden) room(ctx context.Context, p data.Provision) {
	g.must(g.d.SetTextState(ctx, p.ID, data.TextParked, g.in("text-state.Remark")))
	_, err := g.d.RecordView(ctx, data.View{
		Provision: p.ID, By: data.Speaker{Code: "KEN"}, Attitude: data.AttitudeSupport, Lang: data.Russian, Private: true,
		Words: g.inLang("view.Words", data.Russian), Proposed: g.inLang("view.Proposed", data.Russian),
	})
	g.must(err)
	speech := data.Speech{Title: "T", Provisions: []data.ID{p.ID}, Text: data.Words{}, Cuts: map[data.Lang]map[int]string{}}
	for _, lang := range data.Langs {
		speech.Text[lang] = g.inLang("speech.Text", lang)
		speech.Cuts[lang] = map[int]string{1: g.inLang("speech.Cuts", lang)}
	}
	_, err = g.d.SetSpeech(ctx, speech)
	g.must(err)
}

func (g *garden) deals(ctx context.Context, p data.Provision, other, one, two data.ID) {
	_, err := g.d.SetPackage(ctx, data.Package{
		Title: g.in("package.Title"), Note: g.in("package.Note"), Accepts: []data.ID{p.ID},
		Conditions: []data.Condition{{Provision: other, Kind: data.ConditionStance, Stance: data.StanceReserve}},
	})
	g.must(err)
	if m, ok := g.d.InCharge(p.ID); ok {
		one = m.ID
	} else {
		g.must(g.d.PutInCharge(ctx, []data.ID{p.ID}, one))
	}
	g.must(g.d.HandOver(ctx, one, two, []data.ID{p.ID}, g.in("hand-over.Note")))
	steps := []data.LadderStep{{Wording: data.Words{data.English: "First."}}, {Wording: data.Words{}, Trigger: g.in("ladder.Trigger")}, {Wording: data.Words{}, Trigger: g.in("ladder.Trigger")}}
	for _, lang := range data.Langs {
		steps[2].Wording[lang] = g.inLang("ladder.Wording", lang)
	}
	steps[1].Wording[data.English] = "Second."
	g.must(g.d.SetLadder(ctx, data.Ladder{Provision: p.ID, Steps: steps}))
	g.must(g.d.StepDown(ctx, p.ID, g.in("descent.Reason")))
	_, err = g.d.SetLiveWith(ctx, data.LiveWith{Provision: p.ID, Lang: data.French, Sentence: g.inLang("live-with.Sentence", data.French), Remark: g.in("live-with.Remark")})
	g.must(err)
}

// treaty plants in the records of its life that are not for everybody.
func (g *garden) treaty(ctx context.Context, treaty, p data.ID, day data.Date) {
	narrow := data.AudienceInstructed
	_, err := g.d.Coverings().Set(ctx, data.Covering{Requirement: fmt.Sprint("secretariat-", len(g.secrets)), Decision: data.CoveringNeedless, Note: g.in("covering.Note")})
	g.must(err)
	_, err = g.d.PartyQuestions().Set(ctx, data.Question{Treaty: treaty, Kind: data.QuestionAsked, By: "KEN", Text: g.in("question.Text"), Date: day, Readers: narrow})
	g.must(err)
	_, err = g.d.Consultations().Set(ctx, data.Consultation{
		Treaty: treaty, Kind: data.ConsultationMeeting, Title: g.in("consultation.Title"), Date: day, Record: g.in("consultation.Record"),
		FollowUps: []data.FollowUp{{What: g.in("consultation.FollowUps")}}, Readers: narrow,
	})
	g.must(err)
	x, err := g.d.Disputes().Set(ctx, data.Dispute{
		Treaty: treaty, Title: g.in("dispute.Title"), Claimants: []string{"KEN"}, Answering: []string{"NOR"}, Raised: day,
		Claims: []data.Claim{{By: "KEN", Text: g.in("dispute.Claims")}}, Readers: narrow,
	})
	g.must(err)
	_, err = g.d.DisputeSteps().Set(ctx, data.DisputeStep{Dispute: x.ID, Means: data.MeansNegotiation, Act: data.DisputeAsked, By: "KEN", Date: day, Text: g.in("dispute-step.Text"), Readers: narrow})
	g.must(err)
	_, err = g.d.DisputePapers().Set(ctx, data.DisputePaper{Dispute: x.ID, Kind: data.DisputeAssessment, Title: g.in("dispute-paper.Title"), Date: day, Text: g.in("dispute-paper.Text")})
	g.must(err)
	o, err := g.d.Obligations().Set(ctx, data.Obligation{Treaty: treaty, Provision: p, Obliged: data.ObligedParties, Must: "shall", Due: data.Due{}})
	g.must(err)
	_, err = g.d.Assessments().Set(ctx, data.Assessment{
		Party: "KEN", Obligation: o.ID, Provision: p, Grade: data.GradeUnmet, Day: day, Confidential: true, Text: g.in("assessment.Text"),
		Evidence: []data.Evidence{{Words: g.in("assessment.Evidence")}},
	})
	g.must(err)
}

// absent looks for the first words of each secret.
func (g *garden) absent(name string, texts ...string) {
	for field, list := range g.byField {
		for _, s := range list {
			begin := plain(s)
			begin = string([]rune(begin)[:min(14, len([]rune(begin)))])
			for _, text := range texts {
				if strings.Contains(text, begin) {
					g.t.Errorf("%s says what stands in %s", name, field)
					return
				}
			}
		}
	}
}

// plain is a text in small letters without anything between its words.
func plain(s string) string {
	return strings.Join(strings.Fields(strings.ToLower(s)), "")
}
