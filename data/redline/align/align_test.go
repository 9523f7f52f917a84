package align

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"travaux/data"
)

// version makes paragraphs of lines.
func version(lines ...string) (out []Paragraph) {
	for _, l := range lines {
		out = append(out, Paragraph{Text: l, Parent: -1})
	}
	return out
}

// show writes pairs in one line: "changed 0=1; gone 1=".
func show(pairs []Pair) string {
	var out []string
	for _, p := range pairs {
		out = append(out, fmt.Sprintf("%s %s=%s", p.Kind, numbers(p.Old), numbers(p.New)))
	}
	return strings.Join(out, "; ")
}

func numbers(at []int) string {
	return strings.Trim(strings.ReplaceAll(fmt.Sprint(at), " ", "+"), "[]")
}

func TestAlign(t *testing.T) {
	for _, c := range []struct {
		name     string
		old, new []Paragraph
		want     string
	}{
		{"nothing", nil, nil, ""},
		{"all new", nil, version("Each Party shall act."), "new =0"},
		{"all gone", version("Each Party shall act."), nil, "gone 0="},
		{
			"en: a paragraph before renumbers the others",
			version("1. Each Party shall report annually.", "2. The secretariat shall publish the reports."),
			version("1. A fund is established.", "2. Each Party shall report annually.", "3. The secretariat shall publish the reports."),
			"new =0; renumbered 0=1; renumbered 1=2",
		},
		{
			"fr: letters",
			version("a) Les mers ;", "b) Les fleuves et les lacs ;"),
			version("a) Les glaciers de montagne ;", "b) Les mers ;", "c) Les fleuves et les lacs ;"),
			"new =0; renumbered 0=1; renumbered 1=2",
		},
		{
			"ru: articles with their titles",
			version("Статья 1", "Цель", "Статья 2", "Употребление терминов"),
			version("Статья 1", "Употребление терминов"),
			"gone 0=; gone 1=; renumbered 2=0; unchanged 3=1",
		},
		{
			"ar: abjad letters and numbers",
			version("(أ) المياه العذبة؛", "(ب) الهواء النقي؛", "1- تتعاون الأطراف."),
			version("(أ) الهواء النقي؛", "2 - تتعاون الأطراف."),
			"gone 0=; renumbered 1=0; renumbered 2=1",
		},
		{
			"zh: numbers of every level",
			version("第四条", "宗旨声明", "一、各缔约国应当采取措施。", "㈠ 促进合作；", "（二）提供援助；"),
			version("第五条", "宗旨声明", "二、各缔约国应当采取措施。", "㈡ 促进合作；", "（三）提供援助；"),
			"renumbered 0=0; unchanged 1=1; renumbered 2=2; renumbered 3=3; renumbered 4=4",
		},
		{
			"es: another form of the same number is the same number",
			version("a) El agua dulce;"),
			version("(a) El agua dulce;"),
			"unchanged 0=0",
		},
		{
			"an option becomes the text",
			version("3. Option A: “Impact” means any effect of an activity.", "Option B: “Impact” means a lasting harm to the sea."),
			version("2. “Impact” means any effect of an activity."),
			"renumbered 0=0; gone 1=",
		},
		{
			"brackets put round a paragraph change it",
			version("2. Parties may cooperate."),
			version("[3. Parties may cooperate.]"),
			"changed 0=0",
		},
		{
			"brackets round a number that stay",
			version("[2. Parties may cooperate.]"),
			version("[3. Parties may cooperate.]"),
			"renumbered 0=0",
		},
		{
			"spaces, quotation marks and what nobody sees do not count",
			version("1. The Parties’ “reports” shall be published."),
			version("1.\u00A0 The Parties' \"re\u00ADports\" shall be published."),
			"unchanged 0=0",
		},
		{
			"capital letters count",
			version("The parties shall report."),
			version("The Parties shall report."),
			"changed 0=0",
		},
		{
			"an article inserted under an old number",
			version("#H Article 4", "#T Monitoring", "Parties shall monitor the stocks of tuna.", "#H Article 5", "#T Finance", "Parties shall pay their contributions in time."),
			version("#H Article 4", "#T Monitoring", "Parties shall monitor the stocks of tuna.", "#H Article 5", "#T Publicity", "The secretariat makes all decisions public.", "#H Article 6", "#T Finance", "Parties shall pay their contributions in time."),
			"unchanged 0=0; unchanged 1=1; unchanged 2=2; new =3; new =4; new =5; renumbered 3=6; unchanged 4=7; unchanged 5=8",
		},
		{
			"a heading with another number and another title goes with what it heads",
			version("Article 7", "Money", "1. Parties shall pay their contributions in time.", "2. The secretariat shall keep the accounts of the fund."),
			version("Article 9", "Resources", "1. Parties shall pay their contributions in time.", "2. The secretariat shall keep the accounts of the fund."),
			"renumbered 0=0; changed 1=1; unchanged 2=2; unchanged 3=3",
		},
		{
			"split",
			version("1. Parties shall monitor the stocks of tuna and shall publish the results of each survey every year."),
			version("1. Parties shall monitor the stocks of tuna.", "2. They shall publish the results of each survey every year."),
			"split 0=0+1",
		},
		{
			"two split side by side",
			version("1. Parties shall monitor the stocks of tuna and shall publish the results of each survey every year.", "2. The secretariat shall keep the accounts of the fund and submit them to an external auditor without delay."),
			version("1. Parties shall monitor the stocks of tuna.", "2. Parties shall publish the results of each survey every year.", "3. The secretariat shall keep the accounts of the fund.", "4. It shall submit them to an external auditor without delay."),
			"split 0=0+1; split 1=2+3",
		},
		{
			"three merged",
			version("(a) To monitor the stocks of tuna;", "(b) To publish the results of each survey;", "(c) To keep the accounts of the fund;", "(d) To elect officers."),
			version("(a) To monitor the stocks of tuna, to publish the results of each survey and to keep the accounts of the fund;", "(b) To elect officers."),
			"merged 0+1+2=0; renumbered 3=1",
		},
		{
			"a preamble in one line, and line by line",
			version("The Parties to this Agreement, Recalling the Convention of 1982, Stressing the need to protect the sea, Recognizing the loss of species and habitats, Desiring to act as stewards of the ocean, Respecting the sovereignty of all States, Aspiring to universal participation, Noting the work of the secretariat, Welcoming the efforts of fishers, Affirming earlier decisions on tuna, Determined to leave no one behind, Have agreed as follows:", "Article 1"),
			version("The Parties to this Agreement,", "Recalling the Convention of 1982,", "Stressing the need to protect the sea,", "Recognizing the loss of species and habitats,", "Desiring to act as stewards of the ocean,", "Respecting the sovereignty of all States,", "Aspiring to universal participation,", "Noting the work of the secretariat,", "Welcoming the efforts of fishers,", "Affirming earlier decisions on tuna,", "Determined to leave no one behind,", "Have agreed as follows:", "Article 1"),
			"split 0=0+1+2+3+4+5+6+7+8+9+10+11; unchanged 1=12",
		},
		{
			"zh: split",
			version("一、各缔约国应当监测金枪鱼种群，并且应当每年公布每次调查的结果。"),
			version("一、各缔约国应当监测金枪鱼种群。", "二、各缔约国应当每年公布每次调查的结果。"),
			"split 0=0+1",
		},
		{
			"moved, with changes inside",
			version("1. The secretariat shall keep the accounts of the fund in euros.", "2. Parties shall monitor the stocks of tuna.", "3. Each survey is published.", "4. The Conference elects its officers."),
			version("1. Parties shall monitor the stocks of tuna.", "2. Each survey is published.", "3. The Conference elects its officers.", "4. The secretariat shall keep the accounts of the fund in dollars."),
			"renumbered 1=0; renumbered 2=1; renumbered 3=2; moved 0=3",
		},
		{
			"the same chapeau again and again",
			version("1. The Conference shall:", "(a) elect officers;", "2. The Conference shall:", "(a) adopt rules;", "3. The Conference shall:", "(a) review reports."),
			version("1. The Conference shall:", "(a) elect officers;", "2. The Conference shall:", "(a) review reports."),
			"unchanged 0=0; unchanged 1=1; gone 2=; gone 3=; renumbered 4=2; unchanged 5=3",
		},
		{
			"rows of a table",
			version("Tuna 2022 300 tonnes", "Tuna 2023 310 tonnes", "Tuna 2024 320 tonnes", "Tuna 2025 330 tonnes"),
			version("Tuna 2022 300 tonnes", "Tuna 2023 311 tonnes", "Tuna 2025 330 tonnes", "Tuna 2026 340 tonnes"),
			"unchanged 0=0; changed 1=1; gone 2=; unchanged 3=2; new =3",
		},
		{
			"hardly a word in common, but the place",
			version("Monetary benefits are:", "(a) milestone payments;", "(b) royalties;", "(c) other forms."),
			version("Monetary benefits are:", "(a) milestone payments;", "(b) licence fees;", "(c) other forms."),
			"unchanged 0=0; unchanged 1=1; changed 2=2; unchanged 3=3",
		},
		{
			"labels and titles apart from the text",
			[]Paragraph{{Kind: data.KindArticle, Label: "Article 3", Heading: "Scope"}, {Kind: data.KindParagraph, Label: "1.", Text: "This Agreement applies to the high seas.", Parent: 0}},
			[]Paragraph{{Kind: data.KindArticle, Label: "Article 4", Heading: "Scope"}, {Kind: data.KindParagraph, Label: "1.", Text: "This Agreement applies to the high seas and the Area.", Parent: 0}},
			"renumbered 0=0; changed 1=1",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			pairs := Align(c.old, c.new, Options{})
			if got := show(pairs); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			checkPairs(t, c.old, c.new, Options{}, pairs)
		})
	}
}

// TestTitleOfItsOwnLine has titles on lines of their own, of the kind of the
// article, as a file gives them: they are no headings, and what came between a
// number and its title is not the title.
func TestTitleOfItsOwnLine(t *testing.T) {
	lines := func(texts ...string) (out []Paragraph) {
		for i, text := range texts {
			p := Paragraph{Kind: data.KindArticle, Parent: -1, Text: text}
			if i%3 == 2 {
				p.Kind = data.KindParagraph
			}
			out = append(out, p)
		}
		return out
	}
	old := lines("Article 22", "Jurisdiction", "Each State Party shall establish its jurisdiction over the offences.")
	for _, c := range []struct {
		name string
		new  []Paragraph
		want []int // new paragraph of each old one; -1: gone
	}{
		{"a paragraph between", append(lines(
			"Article 22", "Secretariats register to this confiscation whatever consider discovers into paragraph by coordination", "through Jurisdiction",
		), old[2]), []int{0, 2, 3}},
		{"a number that is hardly one", version("the 22", "Jurisdiction", old[2].Text), []int{0, 1, 2}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := []int{-1, -1, -1}
			for _, p := range Align(old, c.new, Options{}) {
				if len(p.Old) == 1 && len(p.New) == 1 {
					got[p.Old[0]] = p.New[0]
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("paired with %v, want %v", got, c.want)
			}
		})
	}
}
