package translations

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// speaker is a Localizer with words of its own.
func speaker(lang string, texts map[string]map[string]message) *Localizer {
	l := New(lang)
	l.words = &index{known: texts}
	return l
}

func TestPluralCategories(t *testing.T) {
	forms := message{"zero": "zero", "one": "one", "two": "two", "few": "few", "many": "many", "other": "other"}
	cases := []struct {
		lang string
		want map[int]string
	}{
		{"ar", map[int]string{0: "zero", 1: "one", 2: "two", 3: "few", 10: "few", 11: "many", 99: "many", 100: "other", 103: "few"}},
		{"ru", map[int]string{0: "many", 1: "one", 2: "few", 4: "few", 5: "many", 11: "many", 12: "many", 21: "one", 22: "few", 111: "many"}},
		{"fr", map[int]string{0: "one", 1: "one", 2: "other", 1_000_000: "many", 2_000_000: "many"}},
		{"es", map[int]string{0: "other", 1: "one", 2: "other", 1_000_000: "many"}},
		{"en", map[int]string{0: "other", 1: "one", 2: "other", -1: "one"}},
		{"zh", map[int]string{0: "other", 1: "other", 2: "other"}},
	}
	for _, c := range cases {
		l := speaker(c.lang, catalogue{"x.count": {c.lang: forms}})
		for n, want := range c.want {
			if got := l.N("x.count", n); got != want {
				t.Errorf("%s %d: %s, want %s", c.lang, n, got, want)
			}
		}
	}
}

func TestTextsAndPlaceholders(t *testing.T) {
	l := speaker("fr", catalogue{
		"a.plain":   {"fr": {"": "Bonjour {name}, {name} {other}"}},
		"a.english": {"en": {"": "only {x}"}},
		"a.count":   {"fr": {"one": "{n} mot de {who}", "other": "{n} mots de {who}"}},
	})
	cases := []struct{ name, got, want string }{
		{"filled, and unknown names kept", l.T("a.plain", "name", "A {other}"), "Bonjour A {other}, A {other} {other}"},
		{"English where the language has none", l.T("a.english", "x", "1"), "only 1"},
		{"unknown id", l.T("a.nothing", "x", "1"), "a.nothing"},
		{"number grouped", l.N("a.count", 12345, "who", "Léa"), "12\u00a0345 mots de Léa"},
		{"T of a counted text", l.T("a.count", "n", "2", "who", "x"), "2 mots de x"},
		{"unknown language is English", New("tlh").Lang(), "en"},
		{"name of the empty value", New("en").Name("stance", ""), "No position yet"},
		{"name of a value", New("ru").Name("role", "head"), "Глава делегации"},
	}
	for _, c := range cases {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.name, c.got, c.want)
		}
	}
	if l.Has("a.nothing") || !l.Has("a.plain") {
		t.Error("Has is wrong")
	}
}

func TestErrorsSpeak(t *testing.T) {
	l := New("en")
	cases := []struct {
		name, code     string
		args           map[string]string
		sentence, hint string
	}{
		{"detail translated", "input", map[string]string{"what": "date"}, "What was entered cannot be understood: date.", "Correct the entry and try again."},
		{"detail as given", "file", map[string]string{"name": "draft.docx"}, "The file draft.docx could not be read or written.", ""},
		{"detail missing", "not-found", nil, "This was not found: ….", ""},
		{"unknown code", "no-such-code", nil, "The program has made an error.", "What the program confirmed"},
	}
	for _, c := range cases {
		sentence, hint := l.Error(c.code, c.args)
		if sentence != c.sentence || !strings.HasPrefix(hint, c.hint) || hint == "" {
			t.Errorf("%s: %q %q", c.name, sentence, hint)
		}
	}
	if s, _ := New("fr").Error("input", map[string]string{"what": "date"}); s != "La saisie n’a pas pu être comprise\u00a0: date." {
		t.Errorf("French: %q", s)
	}
}

func TestOneLocalizerServesManyGoroutines(t *testing.T) {
	l := New("es")
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for range 200 {
				if l.Compare("ñu", "oso") >= 0 || l.N("none.such", 3) != "none.such" {
					t.Error("disturbed")
				}
			}
		})
	}
	wait.Wait()
}

func TestToolkitHasEveryKeyOfFyne(t *testing.T) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "fyne.io/fyne/v2").Output()
	if err != nil {
		t.Skip("the module cache cannot be asked:", err)
	}
	b, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(out)), "lang", "translations", "base.en.json"))
	if err != nil {
		t.Skip("Fyne's own words are not at hand:", err)
	}
	var theirs map[string]any
	if err := json.Unmarshal(b, &theirs); err != nil {
		t.Fatal(err)
	}
	for _, lang := range Languages {
		ours := Toolkit(lang)
		for key := range theirs {
			if ours[key] == "" {
				t.Errorf("%s: Fyne's %q is missing", lang, key)
			}
		}
		if len(ours) != len(theirs) {
			t.Errorf("%s: %d words, Fyne has %d", lang, len(ours), len(theirs))
		}
	}
}

func TestTimeNamesTheYearOnlyWhenItIsAnother(t *testing.T) {
	at := time.Date(2026, time.March, 1, 9, 5, 0, 0, time.Local)
	cases := []struct {
		lang, sameYear, otherYear string
	}{
		{"en", "1 Mar, 09:05", "1 Mar 2026, 09:05"},
		{"fr", "1er mars, 09:05", "1er mars 2026, 09:05"},
		{"ru", "1 мар., 09:05", "1 мар. 2026 г., 09:05"},
		{"zh", "3月1日 09:05", "2026年3月1日 09:05"},
		{"ar", "1 آذار/مارس، 09:05", "1 آذار/مارس 2026، 09:05"},
		{"es", "1 mar., 09:05", "1 mar. 2026, 09:05"},
	}
	for _, c := range cases {
		l := New(c.lang)
		l.now = func() time.Time { return at.AddDate(0, 5, 0) }
		if got := l.Time(at.UTC()); got != c.sameYear {
			t.Errorf("%s: %q, want %q", c.lang, got, c.sameYear)
		}
		l.now = func() time.Time { return at.AddDate(2, 0, 0) }
		if got := l.Time(at); got != c.otherYear {
			t.Errorf("%s: %q, want %q", c.lang, got, c.otherYear)
		}
	}
}
