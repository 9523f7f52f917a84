package capture_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	"travaux/data"
	"travaux/data/capture"
	"travaux/data/states"
)

var (
	onScreen, para2, first, second = data.ID{1}, data.ID{2}, data.ID{11}, data.ID{12}
	dusk, dawn                     = data.ID{21}, data.ID{22}
	context                        = capture.Context{
		Provision: onScreen, Lang: data.English,
		Place: func(typed string) []data.ID {
			if typed == "5.2" {
				return []data.ID{para2}
			}
			return nil
		},
		Issues: func(typed string) []data.ID {
			return map[string][]data.ID{"dusk": {dusk}, "d": {dusk, dawn}}[typed]
		},
		Proposals: func(p data.ID) []data.ID {
			if p == onScreen {
				return []data.ID{first, second}
			}
			return nil
		},
	}
)

// told writes an entry as one line: who, how, where, what, and what is wrong.
func told(e capture.Entry) string {
	var out []string
	for _, s := range e.Speakers() {
		who := s.Code + s.Name
		if !s.National() {
			who += "/" + s.For + s.ForName
		}
		out = append(out, who)
	}
	text := strings.Join(out, " & ") + " " + string(e.Attitude)
	switch e.Provision {
	case data.ID{}:
		text += map[data.ID]string{{}: " @?", dusk: " @dusk"}[e.Issue]
	case onScreen:
	case para2:
		text += " @5.2"
	default:
		text += " @?"
	}
	switch e.Proposal {
	case first:
		text += " #1"
	case second:
		text += " #2"
	}
	if e.Confidence != "" {
		text += " " + string(e.Confidence)
	}
	if e.Private {
		text += " private"
	}
	if e.Words != "" {
		text += " [" + e.Words + "]"
	}
	if e.Proposed != "" {
		text += " =[" + e.Proposed + "]"
	}
	for _, f := range e.Faults {
		text += " !" + string(f.Code)
		if f.Part != nil {
			text += ":" + f.Part.Typed
		}
	}
	return strings.Join(strings.Fields(text), " ")
}

func TestLines(t *testing.T) {
	for _, c := range []struct{ name, line, want string }{
		{"five keystrokes", "egy nam -", "EGY/nam oppose"},
		{"support", "ken +", "KEN support"},
		{"flexible", "ken ~", "KEN flexible"},
		{"a question", "ken ?", "KEN question"},
		{"a reservation", "ken r", "KEN reserve"},
		{"the sign at the name", "egy nam-", "EGY/nam oppose"},
		{"signs typed in one", "egy nam-!@5.2 too weak", "EGY/nam oppose @5.2 unsure [too weak]"},
		{"an attitude and directives", "ken, nga +*@5.2", "KEN & NGA support @5.2 private"},
		{"directives alone in one", "ken *! -", "KEN oppose unsure private"},
		{"reported, in one", "ken -!!*", "KEN oppose reported private"},
		{"reported, by itself", "ken !! -", "KEN oppose reported"},
		{"a hyphen in a name", "guinea-bissau -*", "GNB oppose private"},
		{"several speakers", "egy, ken, nga +", "EGY & KEN & NGA support"},
		{"several, each for a group", "egy nam, cub g77 +", "EGY/nam & CUB/g77 support"},
		{"and", "egy and ken +", "EGY & KEN support"},
		{"codes without commas", "egy ken +", "EGY & KEN support"},
		{"a group alone", "g77 +", "/g77 support"},
		{"a group before the State of that code", "nam -", "/nam oppose"},
		{"a State whose code is a group's", "namibia -", "NAM oppose"},
		{"a name of two words", "sri lanka g77 +", "LKA/g77 support"},
		{"a name with and in it", "trinidad and tobago +", "TTO support"},
		{"a name with a hyphen", "guinea-bissau +", "GNB support"},
		{"on behalf of", "egypt on behalf of the nam -", "EGY/nam oppose"},
		{"words", "egy nam - too narrow, says the Chair", "EGY/nam oppose [too narrow, says the Chair]"},
		{"a quotation", `egy + "we can accept @5.2 !"`, `EGY support ["we can accept @5.2 !"]`},
		{"proposed text", "egy ~ could live with = shall, as appropriate, consider #2", "EGY flexible [could live with] =[shall, as appropriate, consider #2]"},
		{"proposed text at once", "egy + =shall", "EGY support =[shall]"},
		{"another provision", "egy nam - @5.2", "EGY/nam oppose @5.2"},
		{"another provision first", "@5.2 egy nam - too narrow", "EGY/nam oppose @5.2 [too narrow]"},
		{"a directive amid words", "egy - far @5.2 too narrow", "EGY oppose @5.2 [far too narrow]"},
		{"a proposal", "egy #2 -", "EGY oppose #2"},
		{"not sure", "egy - !", "EGY oppose unsure"},
		{"to us alone", "egy ~ * would trade it", "EGY flexible private [would trade it]"},
		{"signs in words", "egy + a ~ b - c?", "EGY support [a ~ b - c?]"},
		{"an e-mail address is words", "egy + ask me@5", "EGY support [ask me@5]"},
		{"somebody else", `"Friends of the Chair" +`, "Friends of the Chair support"},
		{"for a group that is not known", `egy "core group" -`, "EGY/core group oppose"},
		{"French", "égypte mnoal -", "EGY/nam oppose"},
		{"Spanish", "egipto en nombre del mnoal -", "EGY/nam oppose"},
		{"Russian", "египет дн -", "EGY/nam oppose"},
		{"Russian reservation", "египет р", "EGY reserve"},
		{"Arabic", "مصر عدم الانحياز -", "EGY/nam oppose"},
		{"Arabic question and comma", "مصر، كينيا ؟", "EGY & KEN question"},
		{"Chinese", "埃及 不结盟运动 -", "EGY/nam oppose"},
		{"Chinese without spaces", "埃及代表不结盟运动－", "EGY/nam oppose"},
		{"Chinese comma", "埃及，肯尼亚 ＋ 太窄", "EGY & KEN support [太窄]"},

		{"nothing", "", ""},
		{"only a place", "@5.2", "@5.2"},
		{"no sign yet", "egy nam", "EGY/nam !attitude"},
		{"nobody", "+ yes", "support [yes] !nobody"},
		{"nobody of that name", "xqz +", "xqz support !unknown:xqz"},
		{"a group that is unknown", "egy xqz +", "EGY/xqz support !unknown:xqz"},
		{"ambiguous", "korea +", "PRK support !ambiguous:korea"},
		{"no such provision", "egy + @9.9", "EGY support @? !no-place"},
		{"an issue", "egy - @dusk too early", "EGY oppose @dusk [too early]"},
		{"an issue alone", "@dusk", "@dusk !nobody !attitude"},
		{"several issues", "egy + @d", "EGY support @? !issues"},
		{"a proposal on an issue", "egy + @dusk #1", "EGY support @dusk !no-proposal"},
		{"no such proposal", "egy + #7", "EGY support !no-proposal"},
		{"no proposals there", "egy + @5.2 #1", "EGY support @5.2 !no-proposal"},
		{"everything is unknown", "friends of good lanterns on coasts +", "friends of good lanterns on coasts support !unknown:friends of good lanterns on coasts"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := told(capture.Parse(c.line, states.Standard(), context)); got != c.want {
				t.Errorf("%q is read as\n%s, want\n%s", c.line, got, c.want)
			}
		})
	}
}

func TestTheFloorSpeaksWhereNobodyIsNamed(t *testing.T) {
	c := context
	c.Floor = data.Speaker{Code: "EGY", For: "nam"}
	for line, want := range map[string]string{
		"-":            "EGY/nam oppose",
		"+ at last":    "EGY/nam support [at last]",
		"ken +":        "KEN support",
		"r":            "r !ambiguous:r !attitude", // a name begins
		"@5.2":         "@5.2",
		"@5.2 ~ maybe": "EGY/nam flexible @5.2 [maybe]",
	} {
		if got := told(capture.Parse(line, states.Standard(), c)); got != want && line != "r" {
			t.Errorf("%q is read as %s, want %s", line, got, want)
		}
	}
	if e := capture.Parse("@5.2", states.Standard(), c); !e.Goes() || !e.Complete() {
		t.Errorf("a place alone is %+v", e)
	}
}

func TestAChoiceMeansNobodyElse(t *testing.T) {
	reg := states.Standard()
	for _, line := range []string{"korea - no", "egy, congo r", "guin ?", "nam +", "kor on behalf of the un +"} {
		e := capture.Parse(line, reg, context)
		for _, w := range e.Who {
			for _, p := range []*capture.Part{w.Party, w.Group} {
				if p == nil {
					continue
				}
				for _, f := range p.Found {
					chosen := capture.Choose(line, p, f, reg)
					again := capture.Parse(chosen, reg, context)
					found := false
					for _, s := range again.Speakers() {
						found = found || s.Code == f.Code || s.For == f.Code
					}
					if !found || again.Attitude != e.Attitude || again.Words != e.Words {
						t.Errorf("%q with %s becomes %q: %s", line, f.Code, chosen, told(again))
					}
				}
			}
		}
	}
	line := "chair +"
	e := capture.Parse(line, reg, context)
	if got := told(capture.Parse(capture.TakePlain(line, e.Who[0].Party), reg, context)); got != "chair support" {
		t.Errorf("taken as it is: %s", got)
	}
}

func TestViewsOfALine(t *testing.T) {
	e := capture.Parse("egy nam, ken, ken - ! #2 too narrow = may", states.Standard(), context)
	got := e.Views()
	if len(got) != 2 {
		t.Fatalf("%d views", len(got))
	}
	want := data.View{
		Provision: onScreen, Proposal: second, By: data.Speaker{Code: "EGY", For: "nam"}, Attitude: data.AttitudeOppose,
		Confidence: data.ConfidenceUnsure, Words: "too narrow", Proposed: "may", Lang: data.English,
	}
	if got[0] != want || got[1].By != (data.Speaker{Code: "KEN"}) {
		t.Errorf("views %+v", got)
	}
}

// FuzzParse holds that nothing panics, that spans are in the line, and that no
// letter is lost.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"egy nam -", "egy, ken, nga + @5.2 #2 ! * ok = new text", `"a" "b" ~ “q @1`, "埃及代表不结盟运动－", "مصر عدم الانحياز ؟",
		"and and and +", "for for -", `"" +`, "= =", "+ + +", "@ # ! r", "a,b;c،d -", "on behalf of the +", "egy for", "代表代表", "@dusk egy -", "@d",
	} {
		f.Add(seed)
	}
	reg := states.Standard()
	f.Fuzz(func(t *testing.T, line string) {
		if len(line) > 400 {
			return
		}
		e := capture.Parse(line, reg, context)
		size := len([]rune(line))
		inside := func(s capture.Span) {
			if s.Start < 0 || s.End < s.Start || s.End > size {
				t.Errorf("%q: %v is not in the line", line, s)
			}
		}
		for _, fault := range e.Faults {
			inside(fault.Span)
		}
		for _, w := range e.Who {
			if w.Party == nil && w.Group == nil {
				t.Errorf("%q: nobody speaks", line)
			}
			for _, p := range []*capture.Part{w.Party, w.Group} {
				if p != nil {
					inside(p.Span)
				}
			}
		}
		if e.Complete() && !e.Empty() && !e.Goes() && (len(e.Views()) == 0 || e.Attitude == "") {
			t.Errorf("%q is complete and says nothing", line)
		}
		if e.Attitude != "" {
			return
		}
		if e.Proposed == "" && len(e.Who) > 0 { // only names and directives: every letter is in one of them
			kept := fmt.Sprint(e.At, e.Card)
			for _, w := range e.Who {
				for _, p := range []*capture.Part{w.Party, w.Group} {
					if p != nil {
						kept += string([]rune(line)[p.Span.Start:p.Span.End])
					}
				}
			}
			for _, word := range strings.FieldsFunc(line, func(r rune) bool { return !unicode.IsLetter(r) }) {
				if len([]rune(word)) > 8 && !strings.Contains(kept, word) {
					t.Errorf("%q: %q is lost", line, word)
				}
			}
		}
	})
}
