//go:build window

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// These tests drive the built program in its real window, as a person does,
// and then ask the program without a window what is in the vault. They run in
// go run ./cmd/dev test, which builds the program and starts a virtual screen.

const passphrase = "correct horse battery"

// story is what a person types, in one language.
type story struct {
	lang       string
	toLanguage int // Tabs from nothing to the language's button on the start page
	draft      string
	comment    string
	wording    string
	reasons    string
	inPaper    string // what pdftotext has to find
}

var stories = []story{
	{
		lang: "en", toLanguage: 3,
		draft: `Draft Convention on the Sharing of Weather Signals

Preamble

The States Parties to this Convention,

Recalling that weather knows no border,

Have agreed as follows:

Article 1
Purpose

1. The purpose of this Convention is to share weather signals.

2. Each State Party shall endeavour to share them without delay.

Article 2
Entry into force

This Convention shall enter into force on the thirtieth day after the tenth ratification.
`,
		comment: "Ask capital whether an hour is too long.",
		wording: "Each State Party shall share them within one hour.",
		reasons: "A warning that comes late is no warning.",
		inPaper: "A warning that comes late is no warning.",
	},
	{
		lang: "ar", toLanguage: 1,
		draft: `مشروع اتفاقية بشأن تبادل إشارات الطقس

الديباجة

إن الدول الأطراف في هذه الاتفاقية،

إذ تشير إلى أن الطقس لا يعرف حدودا،

قد اتفقت على ما يلي:

المادة 1
الغرض

1 - الغرض من هذه الاتفاقية هو تبادل إشارات الطقس.

2 - تسعى كل دولة طرف إلى تبادلها دون إبطاء.

المادة 2
بدء النفاذ

يبدأ نفاذ هذه الاتفاقية في اليوم الثلاثين بعد التصديق العاشر عليها.
`,
		comment: "هل تقبل العاصمة مهلة ساعة واحدة؟",
		wording: "تتبادلها كل دولة طرف في غضون ساعة واحدة.",
		reasons: "الإنذار المتأخر ليس إنذارا.",
		inPaper: "الإنذار",
	},
}

// TestWindowStory is the main job from the first start to the paper.
func TestWindowStory(t *testing.T) {
	for _, s := range stories {
		t.Run(s.lang, func(t *testing.T) { s.run(t) })
	}
}

func (s story) run(t *testing.T) {
	home := t.TempDir()
	secret := secretFile(t, home)
	vault := filepath.Join(home, "Travaux", "vault")
	w := openWindow(t, home, "--theme", "light")
	s.create(w, vault)
	s.importDraft(w, vault)
	s.comments(w, vault)
	s.decides(w, vault)
	w.quit()

	log := readLog(t, home, vault, secret)
	at := log.provision(t, "art1/2")
	for what, got := range map[string][2]string{
		"comment": {log.text("comment", "", "text"), s.comment},
		"stance":  {log.text("position", at, "stance"), "amend"},
		"wording": {log.text("position", at, "wording/"+s.lang), s.wording},
		"reasons": {log.text("position", at, "reasons/"+s.lang), s.reasons},
	} {
		if got[0] != got[1] {
			t.Errorf("the %s in the vault is %q, not %q", what, got[0], got[1])
		}
	}
	if acts := log.acts(); !slices.Equal(acts, []string{"submitted", "approved"}) {
		t.Errorf("steps of approval: %q", acts)
	}
	s.checkPaper(t, home, vault, secret)
}

// create goes through the start page, the form and the recovery code.
func (s story) create(w *window, vault string) {
	if s.lang != "en" {
		w.shows("the start page in another language", func() {
			w.press(slices.Repeat([]string{"Tab"}, s.toLanguage)...)
			w.press("Return")
		})
	}
	const toCreate = 9 // after the six languages and the two buttons for the text size
	w.shows("the form of a new vault", func() {
		w.press(slices.Repeat([]string{"Tab"}, toCreate)...)
		w.press("Return")
	})
	w.write("Weather signals")
	w.press("Tab", "Tab")
	w.write("Anna Muster")
	w.press("Tab", "Down", "Down", "Return") // head of delegation
	w.press("Tab")
	w.write(passphrase)
	w.press("Tab")
	w.write(passphrase)
	w.press("Tab", "Tab", "Tab", "Tab") // suggest, folder, choose; create
	form := w.still().paper()
	w.press("Return")
	w.until("the new vault", func() bool { _, err := os.Stat(filepath.Join(vault, "key")); return err == nil })
	w.until("the recovery code", func() bool { // on a sheet much smaller than the form's
		p, err := w.look()
		return err == nil && isCard(p) && p.paper() < form*3/4
	})
	code := w.recoveryCode()
	w.reaches("a refusal of a wrong group", isAsking, func() { w.write("AAAAAA"); w.press("Return") })
	w.reaches("the recovery code again", isCard, func() { w.press("Return") })
	w.press("ctrl+a")
	w.reaches("the desk", isDesk, func() { w.write(code[strings.LastIndex(code, "-")+1:]); w.press("Return") })
}

// importDraft pastes the draft and accepts its outline.
func (s story) importDraft(w *window, vault string) {
	w.shows("the page for a pasted text", func() { w.press("ctrl+shift+v") })
	w.shows("the pasted text", func() { w.paste(s.draft) })
	w.shows("the review", w.clickPrimary)
	w.saves(vault, "the draft", w.clickPrimary)
}

// goTo goes to article 1, paragraph 2, by its number.
func goTo(w *window, lang string) {
	if !w.still().panelled(lang) {
		w.goTo("1.2", lang) // the window may have only just come
		return
	}
	w.shows("what a number means", func() { w.press("ctrl+g"); w.write("1.2") })
	w.shows("the provision", func() { w.press("Return") })
}

func (s story) comments(w *window, vault string) {
	goTo(w, s.lang)
	w.shows("the comments", func() { w.press("ctrl+m") })
	w.shows("the comment", func() { w.write(s.comment) })
	w.saves(vault, "the comment", func() { w.press("ctrl+Return") })
}

// decides takes a position, submits and approves it.
func (s story) decides(w *window, vault string) {
	toPosition := "Left"
	if s.lang == "ar" {
		toPosition = "Right"
	}
	w.shows("the position", func() { w.press("alt+3", toPosition) })
	w.saves(vault, "the stance", func() { w.press("Tab", "Down", "Down", "Down", "Return") }) // support with amendment
	w.press("Tab", "Tab", "Tab", "Tab", "Tab")                                                // language, who is in charge, the words for the room, starting from the text
	w.shows("the wording", func() { w.write(s.wording) })
	w.saves(vault, "the wording", func() { w.press("Tab") })
	w.shows("the reasons", func() { w.write(s.reasons) })
	w.saves(vault, "the reasons", func() { w.press("ctrl+s") })
	w.saves(vault, "the submission", func() { w.press("ctrl+Return") })
	w.saves(vault, "the approval", func() { w.press("ctrl+shift+Return") })
}

// checkPaper makes the paper and reads it back with another program.
func (s story) checkPaper(t *testing.T, home, vault, secret string) {
	paper := filepath.Join(home, "paper.pdf")
	services(t, home, "paper", "--vault", vault, "--passphrase-file", secret, "--lang", s.lang, "--approved", "--out", paper)
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Log("pdftotext is not installed; the paper is not read")
		return
	}
	out, err := exec.Command("pdftotext", paper, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	words := strings.Join(strings.Fields(whole.Replace(string(out))), " ")
	if !strings.Contains(words, s.inPaper) {
		t.Errorf("the paper does not say %q:\n%s", s.inPaper, words)
	}
	for _, word := range strings.Fields(s.comment)[:3] {
		if strings.Contains(words, s.comment) {
			t.Errorf("the paper gives the comment away: %q", word)
		}
	}
}

func secretFile(t *testing.T, home string) string {
	t.Helper()
	file := filepath.Join(home, "secret")
	if err := os.WriteFile(file, []byte(passphrase+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// prepared is a vault with a draft, made without a window.
func prepared(t *testing.T) (home, vault, secret string) {
	t.Helper()
	home = t.TempDir()
	secret, vault = secretFile(t, home), filepath.Join(home, "vault")
	draft := filepath.Join(home, "draft.txt")
	if err := os.WriteFile(draft, []byte(stories[0].draft), 0o600); err != nil {
		t.Fatal(err)
	}
	services(t, home, "new", "--vault", vault, "--passphrase-file", secret, "--title", "Weather", "--name", "Anna", "--role", "head")
	services(t, home, "import", draft, "--vault", vault, "--passphrase-file", secret)
	return home, vault, secret
}

// openDesk opens a vault without asking for its passphrase.
func openDesk(t *testing.T, home, vault, secret string) *window {
	t.Helper()
	w := openWindow(t, home, "--vault", vault, "--passphrase-file", secret, "--theme", "light", "--lang", "en")
	w.until("the text", func() bool { p, err := w.look(); return err == nil && isReading(p) })
	w.still()
	return w
}

// TestWindowKilledWhileTyping holds the promise that what was typed more than
// a second ago is there after the power has been cut.
func TestWindowKilledWhileTyping(t *testing.T) {
	home, vault, secret := prepared(t)
	w := openDesk(t, home, vault, secret)
	goTo(w, "en")
	w.shows("the comments", func() { w.press("ctrl+m") })
	const words = "Norway spoke against the deadline."
	w.shows("the words", func() { w.write(words) })
	time.Sleep(time.Second) // the second of the promise
	w.xdotool("type", "--delay", "5", "--", " And then the lights went")
	w.kill()

	w = openDesk(t, home, vault, secret)
	goTo(w, "en")
	w.shows("the words again", func() { w.press("ctrl+m") })
	w.saves(vault, "the comment", func() { w.press("ctrl+Return") })
	w.quit()
	log := readLog(t, home, vault, secret)
	if got := log.text("comment", "", "text"); !strings.HasPrefix(got, words) {
		t.Errorf("after the power cut there is %q", got)
	}
}

// TestWindowLock locks and unlocks with a comment half written.
func TestWindowLock(t *testing.T) {
	home, vault, secret := prepared(t)
	w := openDesk(t, home, vault, secret)
	goTo(w, "en")
	w.shows("the comments", func() { w.press("ctrl+m") })
	const words = "To be finished after coffee."
	w.shows("the words", func() { w.write(words) })
	locked := w.owner(w.id)
	w.press("ctrl+l")
	w.find(locked)
	w.until("the page that unlocks", func() bool { p, err := w.look(); return err == nil && isCard(p) })
	w.reaches("a refusal", isAsking, func() { w.write("not the passphrase"); w.press("Return") })
	w.reaches("the page that unlocks again", isCard, func() { w.press("Return") })
	w.press("ctrl+a")
	w.reaches("the text", isReading, func() { w.write(passphrase); w.press("Return") })
	goTo(w, "en")
	w.shows("the words again", func() { w.press("ctrl+m") })
	w.saves(vault, "the comment", func() { w.press("ctrl+Return") })
	w.quit()
	if got := readLog(t, home, vault, secret).text("comment", "", "text"); got != words {
		t.Errorf("after unlocking there is %q", got)
	}
}
