package capture_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"

	"travaux/data"
	"travaux/data/capture"
	"travaux/data/states"
)

// readBack holds that a view written as a line is read from it again.
func readBack(t *testing.T, v data.View, reg *states.Register) {
	t.Helper()
	c := context
	if c.Issue = v.Issue; v.Issue.IsZero() {
		v.Provision = onScreen
	}
	v.Lang = ""
	if v.Words+v.Proposed != "" {
		v.Lang = data.English
	}
	card := map[data.ID]int{first: 1, second: 2}[v.Proposal]
	line := capture.Write(v, card, reg)
	e := capture.Parse(line, reg, c)
	if got := e.Views(); !e.Complete() || len(got) != 1 || got[0] != v {
		t.Errorf("%+v is written as\n%q and read as %s", v, line, told(e))
	}
}

func TestEverybodyIsReadBack(t *testing.T) {
	reg := states.Standard()
	groups := reg.Groups()
	for i, p := range reg.Parties() {
		a := data.Attitudes[i%len(data.Attitudes)]
		readBack(t, data.View{By: data.Speaker{Code: p.Code}, Attitude: a}, reg)
		readBack(t, data.View{By: data.Speaker{Code: p.Code, For: groups[i%len(groups)].Code}, Attitude: a}, reg)
		readBack(t, data.View{By: data.Speaker{Code: p.Code, ForName: "core group"}, Attitude: a}, reg)
	}
	for i, g := range groups {
		a := data.Attitudes[i%len(data.Attitudes)]
		readBack(t, data.View{By: data.Speaker{For: g.Code}, Attitude: a}, reg)
		readBack(t, data.View{By: data.Speaker{Name: "A. Quill", For: g.Code}, Attitude: a}, reg)
	}
	for _, name := range []string{"Friends of the Chair", `the "core"`, "«core»", `"«「`, "r", "egy", "for", "a, b"} {
		readBack(t, data.View{By: data.Speaker{Name: name}, Attitude: data.AttitudeReserve}, reg)
		readBack(t, data.View{By: data.Speaker{ForName: name}, Attitude: data.AttitudeSupport}, reg)
	}
}

func TestWordsAreReadBack(t *testing.T) {
	reg := states.Standard()
	r := rand.New(rand.NewPCG(3, 9))
	pieces := strings.Split(`a|far| |  |, |1,5|!|!!|*|#2|@5.2|=|= x|+|-|~|?|r|"|" |“|”|«|»|「|\|\\|\"|\@|№3|، |太窄|ضيق|؟|—|\n`, "|")
	some := func() string {
		var out strings.Builder
		for range r.IntN(9) {
			out.WriteString(pieces[r.IntN(len(pieces))])
		}
		return strings.TrimFunc(out.String(), unicode.IsSpace)
	}
	for range 20_000 {
		v := data.View{
			By: data.Speaker{Code: "EGY", For: "nam"}, Attitude: data.Attitudes[r.IntN(len(data.Attitudes))],
			Confidence: data.Confidences[r.IntN(len(data.Confidences))], Private: r.IntN(2) == 0, Proposal: []data.ID{{}, first, second}[r.IntN(3)],
			Words: some(), Proposed: some(),
		}
		if v.Proposal.IsZero() && r.IntN(2) == 0 {
			v.Issue = dusk
		}
		if readBack(t, v, reg); t.Failed() {
			return
		}
	}
}
