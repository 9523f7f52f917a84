package desk

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"travaux/app/textview"
	"travaux/data"
	work "travaux/data/desk"
	"travaux/data/text/reference"
	"travaux/translations"
)

const extrasEnglish = `Draft Convention on Lanterns

Article 1
Use of terms

For the purposes of this Convention:

(a) “Lantern” means a device that gives light;

Article 2
Duties

1. Recalling A/RES/76/19, PP3, every State Party shall, as appropriate, ensure that each lantern is lit. Articles 1 and 9 of this Convention apply to it.

2. A keeper may [rest [at dawn], as provided in paragraph 1, and should sleep.
`

const extrasArabic = `مشروع اتفاقية الفوانيس

المادة 1
المصطلحات المستخدمة

لأغراض هذه الاتفاقية:

(أ) يقصد بتعبير ”الفانوس“ جهاز يعطي الضوء؛

المادة 2
الواجبات

1 - تكفل كل دولة طرف، حسب الاقتضاء، إضاءة الفانوس المشار إليه في المادة 1 والمادة 9، وفقا للقرار A/RES/76/19.

2 - يجوز للحارس أن [يستريح [عند الفجر]، وفقا للفقرة 1.
`

const extrasChinese = `灯笼公约草案

第一条
用语

在本公约中：

㈠ “灯笼”是指发光的装置；

第二条
义务

一、各缔约国应当酌情确保第一条和第九条所述灯笼均已点亮，并遵守A/RES/76/19号决议。

二、看守人可［在［黎明］休息，但须遵守第一款。
`

// TestMarksOnDemandAreSetOut holds references, terms, strength and flaws to text
// goldens in three scripts.
func TestMarksOnDemandAreSetOut(t *testing.T) {
	for lang, content := range map[data.Lang]string{data.English: extrasEnglish, data.Arabic: extrasArabic, data.Chinese: extrasChinese} {
		s := &stage{t: t, desk: newDesk(t)}
		_, err := s.desk.Import(ctx, work.Issue{Symbol: "L/1"}, data.NoProgress{}, version(lang, content))
		must(t, err)
		txt, err := s.desk.Current()
		must(t, err)
		at := looking{columns: []Column{{Lang: lang}}, extras: Strength | References | Terms}
		p := pageOf(gather(s.desk, txt, at, translations.New(string(lang)), newMemory(&wholes{}), time.Now()))
		golden(t, "extras."+string(lang), setOut(s, p.columns[0]))
	}
}

// extras is a stage with the English text and all marks.
func extras(t *testing.T) *stage {
	s := &stage{t: t, desk: newDesk(t)}
	_, err := s.desk.Import(ctx, work.Issue{Symbol: "L/1"}, data.NoProgress{}, version(data.English, extrasEnglish))
	must(t, err)
	s.open("en")
	for _, x := range []Extra{Strength, References, Terms} {
		s.viewing.Show(x, true)
	}
	return s
}

// on is the place of words in a block, and the marks there.
func (s *stage) on(path, words string) (textview.Position, []textview.Mark) {
	s.t.Helper()
	b := s.block(path)
	i := strings.Index(b.Text, words)
	if i < 0 {
		s.t.Fatalf("%q does not stand in %q", words, b.Text)
	}
	at := textview.Position{ID: b.ID, Offset: len([]rune(b.Text[:i]))}
	return at, s.reader.marksAt(0, at)
}

// pressWords presses words of the text, and waits.
func (s *stage) pressWords(path, words string) {
	s.t.Helper()
	at, marks := s.on(path, words)
	s.reader.later = func(_ time.Duration, f func()) { f() }
	s.room.Selection.Select(s.at(path).ID)
	s.reader.pressed(0, at, marks)
}

func TestReferencesAreFollowedAndComeBackFrom(t *testing.T) {
	s := extras(t)
	s.pressWords("art2/1", "Articles 1")
	if s.room.Selection.Provision() != s.at("art1").ID {
		t.Fatal("the reference is not followed")
	}
	s.do("reader.back")
	if s.room.Selection.Provision() != s.at("art2/1").ID {
		t.Fatal("back does not lead back")
	}
	s.do("reader.forward")
	if s.room.Selection.Provision() != s.at("art1").ID {
		t.Fatal("forward does not lead on")
	}
	s.choose("art2/2")
	at, _ := s.on("art2/2", "paragraph 1")
	s.reader.document.PlaceCaret(at)
	if !s.reader.key(0, &fyne.KeyEvent{Name: fyne.KeyReturn}, 0) || s.room.Selection.Provision() != s.at("art2/1").ID {
		t.Error("Enter at a reference does not follow it")
	}
	s.reader.document.PlaceCaret(textview.Position{ID: at.ID})
	s.choose("art2/2")
	if s.reader.key(0, &fyne.KeyEvent{Name: fyne.KeyReturn}, 0); s.reader.drafting == nil {
		t.Error("Enter elsewhere does not begin a change")
	}
}

func TestMarksSayWhatTheyMean(t *testing.T) {
	s := extras(t)
	for _, c := range []struct{ name, path, words, want string }{
		{"a reference", "art2/1", "Articles 1", "Article 1: Use of terms"},
		{"a reference to nothing", "art2/1", "9 of this", "No provision of this text has this number"},
		{"a document", "art2/1", "A/RES/76/19", "Document: A/RES/76/19, PP3"},
		{"an obligation", "art2/1", "shall", "Obligation"},
		{"a qualifier", "art2/1", "as appropriate", "Weakening words"},
		{"a permission", "art2/2", "may", "Permission"},
		{"a term", "art2/1", "lantern", "Article 1 (a): “Lantern” means a device that gives light;"},
	} {
		at, marks := s.on(c.path, c.words)
		said := ""
		for _, m := range innermost(marks) {
			if said = s.reader.tip(0, at, m); said != "" {
				break
			}
		}
		if said != c.want {
			t.Errorf("%s: %q, not %q (marks %+v)", c.name, said, c.want, marks)
		}
	}
}

func TestProposalsSayWhoMadeThem(t *testing.T) {
	s := newStage(t, "en")
	s.propose("ch1/art2/2", data.Proposal{Kind: data.ProposalModify, Wording: english("A keeper shall rest at dawn."), Source: "CRP.7"}, "EGY")
	s.propose("ch1/art2/2", data.Proposal{Kind: data.ProposalModify, Wording: english("A keeper should rest at dawn.")}, "FRA")
	s.viewing.Look(WithChosen)
	for words, want := range map[string]string{
		"shall":  "Egypt (CRP.7)",
		"should": "France",
		"may":    "Different words in the place of “may”: Egypt: “shall”; France: “should”",
	} {
		at, marks := s.on("ch1/art2/2", words)
		var said []string
		for _, m := range innermost(marks) {
			said = append(said, s.reader.tip(0, at, m))
		}
		if !strings.Contains(strings.Join(said, "\n"), want) {
			t.Errorf("%s: %q", words, said)
		}
	}
	shown := data.ID{}
	s.reader.OnProposals = func(id data.ID) { shown = id }
	s.pressWords("ch1/art2/2", "EGY")
	if shown != s.at("ch1/art2/2").ID {
		t.Error("pressing who proposes does not show the proposals")
	}
}

// TestRenumberedReferencesAreFlagged reads a reference whose target has another
// number than in the revision before.
func TestRenumberedReferencesAreFlagged(t *testing.T) {
	one, two, here := data.NewID(), data.NewID(), data.NewID()
	provision := func(id data.ID, path, words string) data.Provision {
		return data.Provision{ID: id, Kind: data.KindArticle, Path: path, Text: map[data.Lang]data.Rendering{data.English: {Label: path, Text: words}}}
	}
	const words = "as provided in article 12"
	earlier := reference.NewIndex([]data.Provision{provision(one, "art12", "Light."), provision(here, "art20", words)})
	now := reference.NewIndex([]data.Provision{provision(two, "art12", "Dark."), provision(one, "art13", "Light."), provision(here, "art20", words)})
	links := linksIn(words, data.English, here, now, earlier)
	if len(links) != 1 || !links[0].broken() || links[0].goal() != one || links[0].target.NowAt != "art13" {
		t.Fatalf("links %+v", links)
	}
	if links = linksIn(words, data.English, here, now, nil); len(links) != 1 || links[0].broken() || links[0].goal() != two {
		t.Errorf("without an earlier revision: %+v", links)
	}
}

func TestVerdictsStandUnderWhatIsLaidOverTheText(t *testing.T) {
	s := extras(t)
	s.propose("art2/2", data.Proposal{Kind: data.ProposalModify, Ours: true, Wording: english("A keeper shall [rest [at dawn], as provided in paragraph 1, and should sleep.")})
	s.viewing.Look(WithOurs)
	text := setOut(s, *s.reader.page.main())
	if !strings.Contains(text, "Strengthened: “may” → “shall”") {
		t.Errorf("no verdict:\n%s", text)
	}
	s.viewing.Show(Strength, false)
	if text := setOut(s, *s.reader.page.main()); strings.Contains(text, "Strengthened") {
		t.Error("a verdict is given unasked")
	}
}
