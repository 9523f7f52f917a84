//go:build window

package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"travaux/translations"
)

// sitting is an hour in the room, in one language: what is on the table, what a
// delegate types while others speak.
type sitting struct {
	lang    string
	draft   string
	text    string // of article 1, paragraph 2, in it
	meeting string
	who     string // proponents as they are typed
	theirs  string // their wording
	ours    string // ours, typed in the place of the paragraph
	word    string // looked for in the text
}

var sittings = []sitting{
	{
		lang: "en", meeting: "5th meeting", who: "egy for the Group of 77",
		text:   "Each State Party [shall][should] share them without delay.",
		theirs: "Each State Party shall share them without delay and free of charge.",
		ours:   "Each State Party shall share them within one hour.",
		word:   "signals",
		draft: `Draft Convention on the Sharing of Weather Signals

Article 1
Purpose

1. The purpose of this Convention is to share weather signals.

2. Each State Party [shall][should] share them without delay.

Article 2
Entry into force

Signals under article 1, paragraph 2, may be shared from the first day.
`,
	},
	{
		lang: "ar", meeting: "الجلسة 5", who: "مصر نيابة عن المجموعة العربية",
		text:   "تتبادلها [كل دولة طرف] [الدول الأطراف] دون إبطاء.",
		theirs: "تتبادلها كل دولة طرف دون إبطاء ودون مقابل.",
		ours:   "تتبادلها كل دولة طرف في غضون 60 دقيقة (A/AC.9/L.1).",
		word:   "إشارات",
		draft: `مشروع اتفاقية بشأن تبادل إشارات الطقس

المادة 1
الغرض

1 - الغرض من هذه الاتفاقية هو تبادل إشارات الطقس.

2 - تتبادلها [كل دولة طرف] [الدول الأطراف] دون إبطاء.

المادة 2
بدء النفاذ

يجوز تبادل الإشارات المشار إليها في الفقرة 2 من المادة 1 من اليوم الأول.
`,
	},
	{
		lang: "zh", meeting: "第5次会议", who: "埃及代表不结盟运动",
		text:   "各缔约国[应当][宜]毫不迟延地共享信号。",
		theirs: "各缔约国应当毫不迟延地无偿共享信号。",
		ours:   "各缔约国应当在一小时内共享信号。",
		word:   "信号",
		draft: `共享气象信号公约草案

第一条
宗旨

一、本公约的宗旨是共享气象信号。

二、各缔约国[应当][宜]毫不迟延地共享信号。

第二条
生效

第一条第二款所述信号可自第一日起共享。
`,
	},
}

// TestWindowMeeting follows a meeting: the meeting is named, the paragraph found,
// another delegation's proposal taken down, ours written into the text, the three
// axes entered by two keys each, the text read in columns, quoted and searched.
func TestWindowMeeting(t *testing.T) {
	for _, s := range sittings {
		t.Run(s.lang, func(t *testing.T) { s.run(t) })
	}
}

func (s sitting) run(t *testing.T) {
	home := t.TempDir()
	secret, vault := secretFile(t, home), filepath.Join(home, "vault")
	draft := filepath.Join(home, "draft.txt")
	if err := os.WriteFile(draft, []byte(s.draft), 0o600); err != nil {
		t.Fatal(err)
	}
	services(t, home, "new", "--vault", vault, "--passphrase-file", secret, "--title", "Weather", "--name", "Anna", "--role", "head")
	services(t, home, "import", draft, "--vault", vault, "--passphrase-file", secret, "--lang", s.lang)
	w := openWindow(t, home, "--vault", vault, "--passphrase-file", secret, "--theme", "light", "--lang", s.lang)
	w.until("the text", func() bool { p, err := w.look(); return err == nil && isReading(p) })
	w.still()

	s.sits(w, vault)
	s.takesDown(w, vault)
	s.proposes(w, vault)
	s.announces(w, vault)
	s.quotes(w)
	s.reads(w)
	w.quit()
	s.check(t, readLog(t, home, vault, secret))
}

// sits names the meeting, found in the palette by its command's words.
func (s sitting) sits(w *window, vault string) {
	w.insists("the palette", isAsking, "ctrl+k")
	w.shows("the command", func() { w.write(strings.TrimSuffix(translations.New(s.lang).T("panels.meeting"), "…")) })
	w.shows("the form for a meeting", func() { w.press("Return") })
	w.write(s.meeting)
	w.saves(vault, "the meeting", func() { w.press("Return") })
}

// takesDown records what another delegation proposes.
func (s sitting) takesDown(w *window, vault string) {
	goTo(w, s.lang)
	w.shows("the kinds of proposal", func() { w.press("n") })
	w.shows("the form for a proposal", func() { w.press("m") })
	w.shows("the proponents", func() { w.write(s.who) })
	w.press("Return", "ctrl+a")
	w.shows("their wording", func() { w.write(s.theirs) })
	w.saves(vault, "their proposal", func() { w.press("ctrl+Return") })
}

// proposes writes our wording into the text.
func (s sitting) proposes(w *window, vault string) {
	goTo(w, s.lang)
	w.shows("the paragraph to be edited", func() { w.press("ctrl+e") })
	w.press("ctrl+a")
	w.shows("our wording", func() { w.write(s.ours) })
	w.saves(vault, "our proposal", func() { w.press("ctrl+Return") })
}

// announces enters the three axes, and takes one back.
func (s sitting) announces(w *window, vault string) {
	goTo(w, s.lang)
	two := func(what, first, second string) {
		w.shows("the choices for "+what, func() { w.press(first) })
		w.saves(vault, what, func() { w.press(second) })
	}
	two("agreed ad referendum", "t", "a")
	two("reopened", "t", "r")
	two("the stance", "p", "a")
	two("the submission", "a", "s")
	two("the approval", "a", "a")
}

// quotes copies the paragraph with its citation: the words of the text first,
// then, selected where our proposal is laid over it, ours and as proposed.
func (s sitting) quotes(w *window) {
	loc := translations.New(s.lang)
	holds := func(what, words, id string) {
		quotation := loc.T(id, "words", loc.Quote(words), "where", loc.Cite("art1/2"))
		w.until(what, func() bool {
			out, _ := exec.Command("xclip", "-selection", "clipboard", "-out").Output()
			return string(out) == quotation
		})
	}
	w.press("ctrl+shift+k")
	holds("the paragraph on the clipboard", s.text, "reader.quotation")
	w.shows("the selected paragraph", func() { w.press("ctrl+a") })
	w.press("ctrl+shift+k")
	holds("our wording on the clipboard", s.ours, "reader.quotation.proposed")
}

// reads looks for a word from hit to hit, and opens and closes a second column.
func (s sitting) reads(w *window) {
	w.shows("the search", func() { w.press("ctrl+f"); w.write(s.word) })
	w.shows("the next hit", func() { w.press("F3") })
	w.shows("the end of the search", func() { w.press("Escape") })
	w.shows("a second column", func() { w.press("ctrl+shift+2") })
	w.shows("one column", func() { w.press("ctrl+shift+1") })
}

// check asks the vault what was recorded.
func (s sitting) check(t *testing.T, log log) {
	at := log.provision(t, "art1/2")
	meetings := bodies[struct{ ID string }](log, "meeting")
	if len(meetings) != 1 {
		t.Fatalf("%d meetings in the vault", len(meetings))
	}
	meeting := meetings[0].ID
	var wordings []string
	for _, e := range log {
		if e.Kind == "proposal" && e.Field == "wording/"+s.lang {
			wordings = append(wordings, log.text("proposal", e.Entity, e.Field))
		}
	}
	for _, p := range bodies[struct {
		Meeting    string
		Ours       bool
		Proponents []struct{ State, For string }
	}](log, "proposal") {
		if p.Meeting != meeting {
			t.Errorf("a proposal is dated with the meeting %q, not %q", p.Meeting, meeting)
		}
		if !p.Ours && (len(p.Proponents) != 1 || p.Proponents[0].State != "EGY" || p.Proponents[0].For == "") {
			t.Errorf("the proponents of their proposal are %v", p.Proponents)
		}
	}
	if !slices.Equal(wordings, []string{s.theirs, s.ours}) {
		t.Errorf("proposals in the vault: %q", wordings)
	}
	var states []string
	for _, x := range bodies[struct{ State, Meeting string }](log, "textstep") {
		if states = append(states, x.State); x.Meeting != meeting {
			t.Errorf("%s is dated with the meeting %q, not %q", x.State, x.Meeting, meeting)
		}
	}
	if !slices.Equal(states, []string{"ad-referendum", "reopened"}) {
		t.Errorf("states of the text: %q", states)
	}
	if got := log.text("position", at, "stance"); got != "amend" {
		t.Errorf("the stance is %q", got)
	}
	if acts := log.acts(); !slices.Equal(acts, []string{"submitted", "approved"}) {
		t.Errorf("steps of approval: %q", acts)
	}
}

// bodies are the bodies of a kind of record in the order in which they were
// written.
func bodies[T any](l log, kind string) (list []T) {
	for _, e := range l {
		var body T
		if e.Kind == kind && e.Field == "body" && json.Unmarshal(e.Body, &body) == nil {
			list = append(list, body)
		}
	}
	return list
}
