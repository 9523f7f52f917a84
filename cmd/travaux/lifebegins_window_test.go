//go:build window

package main

import (
	"archive/zip"
	"context"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"

	"travaux/data"
	"travaux/data/concept"
	"travaux/data/desk"
	"travaux/data/force"
	books "travaux/data/library"
	"travaux/translations"
)

// lifeReport is a work of the library; what theses quote is in it.
const lifeReport = `Report of the working group on weather signals

1. Weather signals save lives only where they arrive before the storm.

2. A State that receives a signal of a storm should share it without delay with the States in its path.

3. Signals should be shared free of charge.
`

// lifeThesis is a thesis in the six languages, with words by which its source is
// found, and the source.
type lifeThesis struct {
	heading, text        data.Words
	ask, pointer, quoted string
}

var lifeTheses = []lifeThesis{
	{
		heading: data.Words{
			data.English: "Sharing of warnings", data.French: "Échange d’alertes", data.Russian: "Обмен предупреждениями",
			data.Spanish: "Intercambio de alertas", data.Arabic: "تبادل الإنذارات", data.Chinese: "共享预警",
		},
		text: data.Words{
			data.English: "Each State Party shall share a signal of a storm without delay with the States in its path.",
			data.French:  "Chaque État partie communique sans délai tout signal de tempête aux États qui se trouvent sur son passage.",
			data.Russian: "Каждое государство-участник незамедлительно передает сигнал о буре государствам, находящимся на ее пути.",
			data.Spanish: "Cada Estado parte comunicará sin demora toda señal de tormenta a los Estados que se encuentren en su trayectoria.",
			data.Arabic:  "تتبادل كل دولة طرف دون إبطاء أي إشارة عاصفة مع الدول الواقعة في مسارها.",
			data.Chinese: "各缔约国应毫不迟延地与风暴路径上的国家共享风暴信号。",
		},
		ask: "receives share without delay", pointer: "para. 2",
		quoted: "A State that receives a signal of a storm should share it without delay with the States in its path.",
	},
	{
		heading: data.Words{
			data.English: "Cost", data.French: "Coût", data.Russian: "Расходы", data.Spanish: "Costo", data.Arabic: "التكلفة", data.Chinese: "费用",
		},
		text: data.Words{
			data.English: "Signals shall be shared free of charge.", data.French: "Les signaux sont communiqués gratuitement.",
			data.Russian: "Сигналы передаются безвозмездно.", data.Spanish: "Las señales se comunicarán gratuitamente.",
			data.Arabic: "تتاح الإشارات دون مقابل.", data.Chinese: "信号应免费共享。",
		},
	},
}

// concept writes the theses, takes the model clauses in, and sets the numbers of the
// one on entry into force.
func (l *life) concept() {
	l.w.opens("the concept", "shift+F2")
	l.w.press("Home", "Down", "Down") // the obligations: nothing stands in the parts yet
	for _, thesis := range lifeTheses {
		l.w.shows("a new thesis", func() { l.w.press("n") })
		l.writes(thesis)
	}
	l.saves("the skeleton", func() { l.w.press("s") })
	l.w.press("End")
	l.w.press(slices.Repeat([]string{"Up"}, clausesBehind("entry"))...)
	l.w.shows("the clause on entry into force", func() { l.tabs(3) })
	l.chooses("fortie")
	l.tabs(1)
	l.chooses("sixt")
	l.tabs(1)
	l.chooses("thirt")
	l.tabs(1)
	l.saves("the numbers", func() { l.w.press("Return") })
	l.theConceptIsRight()
}

// clausesBehind counts the model clauses of the skeleton that stand behind one.
func clausesBehind(id string) int {
	all := concept.Skeleton(nil)
	return len(all) - 1 - slices.IndexFunc(all, func(t data.Thesis) bool { return t.Clause == id })
}

// chooses takes what begins with these letters from the list that has the keyboard.
func (l *life) chooses(beginning string) {
	l.w.press("space")
	l.w.write(beginning)
	l.w.press("Return")
}

// writes fills in a new thesis, the language of the window last: in it the source is
// looked for.
func (l *life) writes(thesis lifeThesis) {
	at := slices.Index(data.Langs, data.English)
	for _, lang := range []data.Lang{data.Arabic, data.Chinese, data.French, data.Russian, data.Spanish, data.English} {
		l.w.press("shift+Tab", "space")
		to := slices.Index(data.Langs, lang)
		for ; at < to; at++ {
			l.w.press("Down")
		}
		for ; at > to; at-- {
			l.w.press("Up")
		}
		l.w.press("Return", "Tab")
		l.w.shows("the heading in "+string(lang), func() { l.w.write(thesis.heading[lang]) }) // else what is pasted next comes here
		l.w.press("Tab")
		l.w.shows("the text in "+string(lang), func() { l.w.write(thesis.text[lang]) })
		l.w.press("shift+Tab")
	}
	l.tabs(2)
	if thesis.ask != "" {
		l.w.shows("a place of the library", func() { l.w.write(thesis.ask) })
		l.w.shows("the source", func() { l.w.press("Return") })
	}
	l.saves("the thesis", func() { l.w.press("Return") })
}

// theConceptIsRight asks the vault for the theses, the numbers, and whether the
// quotation is as its source has it.
func (l *life) theConceptIsRight() {
	l.desk(func(_ context.Context, k *desk.Desk) {
		var own []data.Thesis
		clauses := 0
		for _, t := range k.Theses().All() {
			switch {
			case t.Clause == "":
				own = append(own, t)
			case t.Clause == "entry":
				if t.Values["number"] != lifeNumber || t.Values["day"] != lifeDelay || t.Values["later"] != lifeLater {
					l.t.Errorf("the numbers of the clause on entry into force are %v", t.Values)
				}
				fallthrough
			default:
				clauses++
			}
		}
		if want := len(concept.Skeleton(nil)); clauses != want || len(own) != len(lifeTheses) {
			l.t.Fatalf("%d clauses, not %d; %d theses", clauses, want, len(own))
		}
		for i, t := range own {
			for _, lang := range data.Langs {
				if t.Heading[lang] != lifeTheses[i].heading[lang] || t.Text[lang] != lifeTheses[i].text[lang] {
					l.t.Errorf("thesis %d in %s is %q: %q", i+1, lang, t.Heading[lang], t.Text[lang])
				}
			}
			if concept.PartOf(t) != concept.Substance {
				l.t.Errorf("thesis %d stands in %s", i+1, concept.PartOf(t))
			}
		}
		if n := len(own[0].Sources); n != 1 {
			l.t.Fatalf("the first thesis has %d sources", n)
		}
		source := own[0].Sources[0]
		q, known, err := k.CheckSource(source)
		if err != nil || !known || q.Verdict != books.Exact || source.Pointer != lifeTheses[0].pointer || source.Quote != lifeTheses[0].quoted {
			l.t.Errorf("the source is %+v, checked as %v, %v", source, q.Verdict, err)
		}
	})
}

// draft issues the draft in six languages, and hands it in.
func (l *life) draft() {
	l.w.opens("the concept", "shift+F2")
	l.w.shows("the draft", func() { l.w.press("2") })
	l.w.press("Tab", "ctrl+a")
	l.w.write("WS/1")
	l.saves("the draft", func() { l.w.press("Return") })
	l.hasText = true
	l.w.shows("what is handed in", func() { l.w.press("4") })
	for i, lang := range data.Langs {
		if i > 0 {
			l.tabs(1)
		}
		if lang != data.English { // which is ticked
			l.w.press("space")
		}
	}
	l.tabs(8) // five parts, the form of the note, its addressee, the folder
	l.w.press("Return")
	l.packageIsWhole()
	l.w.leaves()
	l.theDraftIsRight()
}

// theDraftIsRight asks the vault for the text in six languages, which provision each
// thesis became, and what that rests on.
func (l *life) theDraftIsRight() {
	l.desk(func(_ context.Context, k *desk.Desk) {
		text, err := k.Current()
		l.must(err)
		if text.Revision.Symbol != "WS/1" || len(text.Revision.Langs()) != len(data.Langs) || len(text.Differences()) > 0 {
			l.t.Errorf("%s is there in %v, and differs in %v", text.Revision.Symbol, text.Revision.Langs(), text.Differences())
		}
		for i, t := range k.Theses().All()[:len(lifeTheses)] {
			p, ok := text.Find(t.Became)
			for _, lang := range data.Langs {
				if r := p.Text[lang]; !ok || r.Heading != lifeTheses[i].heading[lang] || r.Text != lifeTheses[i].text[lang] {
					l.t.Errorf("thesis %d became %q: %q in %s", i+1, r.Heading, r.Text, lang)
				}
			}
			rests := k.Sourcings().On(p.ID)
			if kept := len(rests) == 1 && slices.Equal(rests[0].Sources, t.Sources); kept != (len(t.Sources) > 0) {
				l.t.Errorf("thesis %d has the sources %v, its provision %v", i+1, t.Sources, rests)
			}
		}
	})
}

// packageIsWhole reads every file of the package with another program.
func (l *life) packageIsWhole() {
	text := lifeTheses[0].text
	l.inEveryLanguage("draft", lifeTitle, text)
	l.inEveryLanguage("sources", lifeTitle)
	l.inEveryLanguage("circulation", lifeTitle)
	for _, lang := range data.Langs {
		if words := l.unzipped(l.file("draft-"+string(lang)+".docx"), "word/document.xml"); !strings.Contains(words, lifeTitle[lang]) || !strings.Contains(words, text[lang]) {
			l.t.Errorf("the Word file in %s lacks the title or the thesis", lang)
		}
		file := l.file("draft-" + string(lang) + ".xml")
		b, err := os.ReadFile(file)
		l.must(err)
		if err := xml.Unmarshal(b, new(struct{})); err != nil || !strings.Contains(string(b), text[lang]) {
			l.t.Errorf("the Akoma Ntoso file in %s lacks the thesis, or is none: %v", lang, err)
		}
		if _, err := exec.LookPath("xmllint"); err == nil {
			if out, err := exec.Command("xmllint", "--noout", file).CombinedOutput(); err != nil {
				l.t.Errorf("%v\n%s", err, out)
			}
		}
	}
	sources := l.paper("sources-en.pdf")
	for _, want := range []string{"A/99/7", lifeTheses[0].pointer, lifeTheses[0].quoted} {
		if !strings.Contains(sources, strings.Join(strings.Fields(want), "")) {
			l.t.Errorf("the table of sources does not say %q", want)
		}
	}
}

// unzipped is a part of a Word file.
func (l *life) unzipped(file, part string) string {
	l.t.Helper()
	z, err := zip.OpenReader(file)
	l.must(err)
	defer z.Close()
	f, err := z.Open(part)
	l.must(err)
	defer f.Close()
	b, err := io.ReadAll(f)
	l.must(err)
	return string(b)
}

// adoption enters the treaty, its rule read from the text.
func (l *life) adoption() {
	l.w.opens("the treaty", "F7")
	l.tabs(7) // from the title: short title, act, depositary, symbol, of what it is a protocol, its text
	l.fills(lifeAdopted.String())
	l.tabs(2) // opened, closed
	l.w.shows("the rule as the text says it", func() { l.w.press("space") })
	l.w.press("shift+Tab")
	l.saves("the treaty", func() { l.w.press("Return") })
	l.w.leaves()
	l.desk(func(_ context.Context, k *desk.Desk) {
		t, text := l.treaty(k), k.Revisions()[0]
		want := data.EntryRule{Number: lifeNumber, Delay: data.Delay{Days: lifeDelay}, Later: data.Delay{Days: lifeLater}}
		if t.Adopted != lifeAdopted || t.Revision != text.ID || fmt.Sprint(t.Rule) != fmt.Sprint(want) || t.Notice.IsZero() {
			l.t.Errorf("the treaty is recorded as %+v", t)
		}
		for _, lang := range data.Langs {
			if t.Title[lang] != lifeTitle[lang] {
				l.t.Errorf("its title in %s is %q", lang, t.Title[lang])
			}
		}
	})
}

// ratifications are typed into the fast line one after the other, without waiting.
func (l *life) ratifications() {
	l.w.opens("the treaty", "F7")
	var script strings.Builder
	line := func(party string, day data.Date) {
		fmt.Fprintf(&script, "type --delay 12 '%s'\nkey Tab Tab ctrl+a\ntype --delay 12 '%s'\nkey Return\n", party, day)
	}
	for i, party := range l.parties {
		line(party, data.Date(depositOf(i)))
	}
	line(l.late, lateDeposit)
	l.w.attend()
	l.w.plays(script.String())
	l.w.rests(l.vault)
	l.w.leaves()
	l.desk(func(_ context.Context, k *desk.Desk) {
		all := k.Instruments().All()
		if len(all) != lifeNumber+1 {
			l.t.Fatalf("%d instruments", len(all))
		}
		for i, x := range all[:lifeNumber] {
			if x.Party != l.parties[i] || x.Kind != data.InstrumentRatification || x.Date != data.Date(depositOf(i)) || x.Treaty != l.treaty(k).ID {
				l.t.Errorf("instrument %d is recorded as %+v", i+1, x)
			}
		}
	})
}

// inForce compares the days that the program computes with the plainest reckoning,
// and makes the paper on the status of the treaty.
func (l *life) inForce() {
	l.desk(func(_ context.Context, k *desk.Desk) {
		day := data.Date(lateInForce)
		now := force.On(l.treaty(k), k.Instruments().All(), k.Register().Organization, day)
		if now.InForce != data.Date(lifeInForce) || now.Full != data.Date(depositOf(lifeNumber-1)) || len(now.Parties()) != lifeNumber+1 {
			l.t.Errorf("it is in force on %v for %d, not on %v", now.InForce, len(now.Parties()), lifeInForce)
		}
		for _, code := range append([]string{l.late}, l.parties...) {
			want := data.Date(lifeInForce)
			if code == l.late {
				want = day
			}
			if s, _ := now.Of(code); s.InForce != want {
				l.t.Errorf("for %s it is in force on %v, not on %v", code, s.InForce, want)
			}
		}
	})
	l.w.opens("the treaty", "F7")
	l.w.shows("the papers", func() { l.w.press("Escape", "6") })
	l.tabs(1)
	for _, lang := range data.Langs {
		if lang != data.English {
			l.w.press("space")
		}
		l.tabs(1)
	}
	l.w.press("Return")
	days := data.Words{}
	for _, lang := range data.Langs {
		d := data.Date(lifeInForce)
		days[lang] = translations.New(string(lang)).Date(d.Year, d.Month, d.Day)
	}
	l.inEveryLanguage("Status-of-the-treaty", lifeTitle, days)
	l.w.leaves()
}
