package sample

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"travaux/data"
	"travaux/data/text"
)

// outline parses the draft as the program does.
func outline(lang data.Lang) map[string]text.Node {
	nodes := map[string]text.Node{}
	for _, n := range parse(lang).Nodes {
		nodes[n.Path] = n
	}
	return nodes
}

func parse(lang data.Lang) *text.Outline {
	name, content := Draft(lang)
	return parsed(name, content, lang)
}

func parsed(name string, content []byte, lang data.Lang) *text.Outline {
	src := &text.Source{Name: name, Format: "text", Lang: lang}
	for line := range strings.Lines(string(content)) {
		src.Blocks = append(src.Blocks, text.Block{Text: strings.TrimSuffix(line, "\n"), Break: "\n"})
	}
	return text.Parse(src, lang)
}

func TestTheSixTextsHaveTheSameOutline(t *testing.T) {
	english := parse(data.English).Nodes
	counts := map[data.Kind]int{}
	for _, n := range english {
		counts[n.Kind]++
	}
	for kind, atLeast := range map[data.Kind]int{
		data.KindRecital: 5, data.KindChapter: 5, data.KindArticle: 18, data.KindPoint: 20, data.KindFlush: 1, data.KindAnnex: 1, data.KindFormula: 1, data.KindTitle: 1,
	} {
		if counts[kind] < atLeast {
			t.Errorf("%d of kind %s, want at least %d", counts[kind], kind, atLeast)
		}
	}
	for _, lang := range data.Langs {
		nodes := parse(lang).Nodes
		if len(nodes) != len(english) {
			t.Errorf("%s: %d provisions, English has %d", lang, len(nodes), len(english))
			continue
		}
		for i, n := range nodes {
			e := english[i]
			if n.Path != e.Path || n.Kind != e.Kind {
				t.Errorf("%s: %s %s where English has %s %s", lang, n.Path, n.Kind, e.Path, e.Kind)
			}
			if (n.Heading == "") != (e.Heading == "") || (n.Text == "") != (e.Text == "") {
				t.Errorf("%s %s: heading or text where English has none, or the reverse", lang, n.Path)
			}
			if brackets(n.Text) != brackets(e.Text) {
				t.Errorf("%s %s: %d brackets, English has %d", lang, n.Path, brackets(n.Text), brackets(e.Text))
			}
		}
	}
}

func brackets(s string) int { return strings.Count(s, "[") + strings.Count(s, "]") }

func TestTheSixTextsOfTheNextRevisionHaveTheSameOutline(t *testing.T) {
	name, content := Next(data.English)
	english := parsed(name, content, data.English).Nodes
	paths := map[string]bool{}
	for _, n := range english {
		paths[n.Path] = true
	}
	for _, path := range []string{"pre/pp4", "ch1/art2/g", "ch2/art5/4", "ch2/art8", "ch2/art10/4", "ch3/art13/2", "ch4/art15/5", "ch4/art18/3", "ch5/art24/2", "annex1/1/e"} {
		if !paths[path] {
			t.Errorf("no provision %s", path)
		}
	}
	for _, lang := range data.Langs {
		name, content := Next(lang)
		nodes := parsed(name, content, lang).Nodes
		if len(nodes) != len(english) {
			t.Errorf("%s: %d provisions, English has %d", lang, len(nodes), len(english))
			continue
		}
		for i, n := range nodes {
			if e := english[i]; n.Path != e.Path || n.Kind != e.Kind || brackets(n.Text) != brackets(e.Text) {
				t.Errorf("%s: %s %s %q where English has %s %s %q", lang, n.Path, n.Kind, n.Text, e.Path, e.Kind, e.Text)
			}
		}
	}
}

func TestTheTextsShowWhatDraftsHave(t *testing.T) {
	nodes := outline(data.English)
	for _, path := range []string{
		"ch2/art7bis", "ch2/art9/2bis", "ch1/art2/e/iii", "ch2/art5/2/flush", "ch4/art14/opt1", "ch4/art14/opt2", "annex1/1/d", // numbering
		"ch4/art14", "ch4/art15", "ch4/art16", "ch4/art17", // the four mechanisms
	} {
		if nodes[path].Path == "" {
			t.Errorf("no provision %s", path)
		}
	}
	nested := false
	for _, n := range nodes {
		depth := 0
		for _, r := range n.Text {
			switch r {
			case '[':
				depth++
			case ']':
				depth--
			}
			nested = nested || depth > 1
		}
	}
	if !nested {
		t.Error("no brackets within brackets")
	}
	if !strings.Contains(nodes["ch2/art5/1"].Text, "[shall][should]") {
		t.Error("no alternatives")
	}
}

func TestEveryPathAndQuotationExists(t *testing.T) {
	story := Tell()
	for _, lang := range data.Langs {
		nodes := outline(lang)
		check := func(what, path string) text.Node {
			n, ok := nodes[path]
			if !ok || n.Text == "" {
				t.Errorf("%s: %s is on %s, which has no text", lang, what, path)
			}
			return n
		}
		for _, i := range story.Instructions {
			for _, path := range i.Paths {
				check("instruction "+i.Reference, path)
			}
		}
		for _, c := range story.Comments {
			if n := check("comment", c.Path); c.Quote[lang] == "" || strings.Count(n.Text, c.Quote[lang]) != 1 {
				t.Errorf("%s %s: %q does not stand there once: %q", lang, c.Path, c.Quote[lang], n.Text)
			}
		}
		for _, p := range story.Positions {
			if n := check("position", p.Path); p.Wording[lang] == n.Text {
				t.Errorf("%s %s: our wording changes nothing", lang, p.Path)
			}
		}
		for _, m := range story.Meetings {
			for _, x := range m.States {
				for _, path := range x.Paths {
					if _, ok := nodes[path]; !ok {
						t.Errorf("%s: a state on %s, which is not there", lang, path)
					}
				}
			}
			for _, p := range m.Proposals {
				if n := check("proposal "+p.Key, p.Path); p.Wording[lang] == n.Text {
					t.Errorf("%s %s: proposal %s changes nothing", lang, p.Path, p.Key)
				}
				if p.Target != "" {
					check("target of "+p.Key, p.Target)
				}
			}
		}
		for _, x := range story.LiveWith {
			check("what we can live with", x.Path)
		}
		for _, m := range story.Meetings {
			for _, x := range m.Views {
				check("view of "+x.By, x.Path)
			}
			for _, path := range m.Order {
				if _, ok := nodes[path]; !ok {
					t.Errorf("%s: %s is considered, which is not there", lang, path)
				}
			}
		}
		for _, x := range story.Issues {
			for _, path := range x.Paths {
				check("issue", path)
			}
		}
		for _, x := range story.Submissions {
			for _, m := range x.Marks {
				check("mark in "+x.Symbol, m.Path)
			}
		}
		for _, x := range story.Requests {
			check("request", x.Path)
		}
		for _, x := range story.Speeches {
			for _, path := range x.Paths {
				check("statement", path)
			}
		}
	}
}

func TestEverythingIsSaidInSixLanguages(t *testing.T) {
	used := map[string]bool{} // by the words: some are said twice
	complete := func(where string, w data.Words, optional bool) {
		if w == nil && optional {
			return
		}
		used[w[data.Arabic]+w[data.Chinese]+w[data.English]+w[data.Russian]] = true
		for _, lang := range data.Langs {
			if strings.TrimSpace(w[lang]) == "" || strings.TrimSpace(w[lang]) != w[lang] {
				t.Errorf("%s: nothing in %s", where, lang)
			}
		}
	}
	s := Tell()
	n := s.Negotiation
	for where, w := range map[string]data.Words{"title": n.Title, "body": n.Body, "session": n.Session, "item": n.AgendaItem, "state": n.StateName, "letterhead": n.Letterhead, "summary": s.Summary} {
		complete(where, w, false)
	}
	for _, m := range s.Members {
		complete(m.Key, m.Name, false)
	}
	for _, i := range s.Instructions {
		complete(i.Reference, i.Text, false)
		complete(i.Reference, i.Issuer, false)
		complete(i.Reference, i.Topic, len(i.Paths) > 0)
		complete(i.Reference, i.Requires, true)
		complete(i.Reference, i.Forbids, true)
	}
	for _, c := range s.Comments {
		complete(c.Path, c.Text, false)
		complete(c.Path, c.Quote, false)
		for _, r := range c.Replies {
			complete(c.Path, r.Text, false)
		}
	}
	for _, p := range s.Positions {
		complete(p.Path, p.PublicReasons, false)
		complete(p.Path, p.Wording, true)
		complete(p.Path, p.Later, true)
		complete(p.Path, p.Citations, true)
		complete(p.Path, p.InternalReasons, true)
		complete(p.Path, p.TalkingPoints, true)
		for _, step := range p.Steps {
			complete(p.Path, step.Remark, true)
		}
	}
	for _, m := range s.Meetings {
		complete("meeting", m.Title, false)
		for _, x := range m.States {
			complete(x.Paths[0], x.Remark, true)
		}
		for _, p := range m.Proposals {
			complete(p.Key, p.Wording, p.Kind != data.ProposalModify && p.Kind != data.ProposalAdd)
			complete(p.Key, p.Reasons, true)
			for _, who := range p.By {
				complete(p.Key, who.Name, false)
				complete(p.Key, who.For, true)
			}
		}
	}
	for _, x := range s.LiveWith {
		complete(x.Path, x.Sentence, false)
		complete(x.Path, x.Remark, false)
	}
	for _, r := range s.RedLines {
		complete(r.Paths[0], r.Phrases, r.Rule == data.RedLineStrong)
		complete(r.Paths[0], r.Reason, false)
	}
	for _, l := range s.Ladders {
		for i, step := range l.Steps {
			complete(l.Path, step.Wording, false)
			complete(l.Path, step.Trigger, i == 0)
		}
	}
	for _, x := range s.Deals {
		complete(x.Accepts[0], x.Title, false)
		complete(x.Accepts[0], x.Note, false)
	}
	for _, c := range s.Charges {
		complete(c.Path, c.Note, c.From == "")
	}
	for _, m := range s.Meetings {
		for _, x := range m.Views {
			complete(x.Path+" "+x.By, x.Words, true)
		}
	}
	for _, x := range s.Parties {
		complete(x.Code, x.Names, false)
	}
	for _, x := range s.Groupings {
		complete(x.Code, x.Names, false)
		complete(x.Code, x.Source, false)
	}
	for _, x := range s.Issues {
		complete("issue", x.Title, false)
	}
	for _, x := range s.Submissions {
		complete(x.Symbol, x.Title, false)
		for _, paragraph := range x.Paragraphs {
			complete(x.Symbol, paragraph, false)
		}
	}
	for _, x := range s.Works {
		complete(x.Symbol, x.Title, false)
		for _, paragraph := range x.Paragraphs {
			complete(x.Symbol+" "+paragraph.Pointer, paragraph.Text, false)
		}
	}
	for _, x := range s.Requests {
		complete("request on "+x.Path, x.Question, false)
	}
	for _, x := range s.Speeches {
		complete("title of a statement on "+x.Paths[0], x.Title, false)
		complete("statement on "+x.Paths[0], x.Text, false)
	}
	completeTreaty(s, complete)
	if n := len(words()); len(used) != n {
		t.Errorf("the files have %d entries, the story uses %d", n, len(used))
	}
}

func TestOnlyInventedStatesSpeak(t *testing.T) {
	s := Tell()
	known, proposals := map[string]bool{"": true}, map[string]bool{"": true}
	for _, p := range s.Parties {
		if known[p.Code] = true; len(p.Code) != 3 || p.Code[0] != 'X' {
			t.Errorf("%s is no code that is left to users", p.Code)
		}
	}
	for _, g := range s.Groupings {
		known[g.Code] = true
		for _, code := range g.Members {
			if !known[code] {
				t.Errorf("%s has the member %q", g.Code, code)
			}
		}
	}
	said := map[data.Attitude]bool{}
	for _, m := range s.Meetings {
		for _, p := range m.Proposals {
			proposals[p.Key] = true
		}
		for _, v := range m.Views {
			said[v.Attitude] = true
			if !known[v.By] || !known[v.For] || !proposals[v.Proposal] {
				t.Errorf("%+v is by, for or about something unknown", v)
			}
		}
	}
	for _, a := range data.Attitudes {
		if !said[a] {
			t.Errorf("nobody's view is %s", a)
		}
	}
}

func TestTheStoryShowsEveryStanceStateAndRole(t *testing.T) {
	s := Tell()
	var stances []data.Stance
	var states []data.ApprovalState
	var roles []data.Role
	wordings := 0
	for _, p := range s.Positions {
		stances, states = append(stances, p.Stance), append(states, p.State)
		if p.Wording != nil {
			wordings++
		}
	}
	for _, m := range s.Members {
		roles = append(roles, m.Role)
	}
	for _, want := range data.Stances[1:] {
		if !slices.Contains(stances, want) {
			t.Errorf("no position with stance %s", want)
		}
	}
	for _, want := range []data.ApprovalState{data.ApprovalDraft, data.ApprovalSubmitted, data.ApprovalReturned, data.ApprovalApproved, data.ApprovalLapsed} {
		if !slices.Contains(states, want) {
			t.Errorf("no position is %s", want)
		}
	}
	for _, want := range data.Roles {
		if !slices.Contains(roles, want) {
			t.Errorf("no member with role %s", want)
		}
	}
	if wordings < 6 {
		t.Errorf("own wording for %d provisions only", wordings)
	}
}

// TestStatesFollowFromTheSteps plays the steps against the domain's own rule.
func TestStatesFollowFromTheSteps(t *testing.T) {
	roles := map[string]data.Role{}
	for _, m := range Tell().Members {
		roles[m.Key] = m.Role
	}
	for _, p := range Tell().Positions {
		before := data.Subject{Stance: p.Stance, Wording: p.Wording, PublicReasons: p.PublicReasons}
		now := before
		if p.Later != nil {
			now.Wording = p.Later
		}
		var decisions []data.Decision
		for _, step := range p.Steps {
			if step.Act != data.ApprovalSubmitted && !roles[step.By].MayApprove() {
				t.Errorf("%s: %s may not decide", p.Path, step.By)
			}
			if n := len(decisions); n > 0 && !decisions[n-1].Time.Before(step.Time) {
				t.Errorf("%s: steps are out of order", p.Path)
			}
			decisions = append(decisions, data.Decision{Act: step.Act, Time: step.Time, Digest: before.Digest()})
		}
		position := data.Position{Stance: p.Stance, PublicReasons: p.PublicReasons}
		if got := data.StateOf(position, now, decisions); got != p.State {
			t.Errorf("%s: is %s, the story says %s", p.Path, got, p.State)
		}
	}
}

// TestTheStoryShowsWhatHappensInARoom looks for every kind of proposal and every
// way to make one.
func TestTheStoryShowsWhatHappensInARoom(t *testing.T) {
	seen := map[string]bool{}
	wordings := map[string]int{}
	keys := map[string]string{} // path of every proposal so far
	for _, m := range Tell().Meetings {
		for _, x := range m.States {
			seen["state "+string(x.State)] = true
		}
		for _, p := range m.Proposals {
			if keys[p.Key] != "" {
				t.Errorf("two proposals are called %s", p.Key)
			}
			keys[p.Key] = p.Path
			if p.On != "" && keys[p.On] != p.Path {
				t.Errorf("%s is on %s, which is elsewhere or comes later", p.Key, p.On)
			}
			if p.Ours != (len(p.By) == 0) {
				t.Errorf("%s: it is not clear whose it is", p.Key)
			}
			wordings[p.Wording[data.English]]++
			seen["kind "+string(p.Kind)] = true
			seen["ours"] = seen["ours"] || p.Ours
			seen["joint"] = seen["joint"] || len(p.By) > 1
			seen["for a group"] = seen["for a group"] || len(p.By) > 0 && p.By[0].For != nil
			seen["on another"] = seen["on another"] || p.On != ""
			seen["withdrawn"] = seen["withdrawn"] || p.Withdrawn
			seen["the same as another"] = seen["the same as another"] || p.Wording != nil && wordings[p.Wording[data.English]] > 1
		}
	}
	want := []string{"ours", "joint", "for a group", "on another", "withdrawn", "the same as another", "state ad-referendum", "state reopened", "state parked"}
	for _, k := range data.ProposalKinds {
		want = append(want, "kind "+string(k))
	}
	for _, w := range want {
		if !seen[w] {
			t.Errorf("nothing is %s", w)
		}
	}
}

// TestNothingPublicRepeatsWhatIsConfidential holds the sample to the rule of
// papers for the outside: no run of six words (ten Chinese characters), no
// name of a member, no reference. What we can live with is a secret as a whole,
// and only where it is ours: another State may propose the same.
func TestNothingPublicRepeatsWhatIsConfidential(t *testing.T) {
	s := Tell()
	for _, lang := range data.Langs {
		_, draft := Draft(lang)
		public := fold(string(draft)) + fold(s.Summary[lang])
		var secrets, exact []string
		for _, p := range s.Positions {
			public += fold(p.PublicReasons[lang]) + fold(p.Wording[lang]) + fold(p.Later[lang]) + fold(p.Citations[lang])
			secrets = append(secrets, p.InternalReasons[lang])
			for _, step := range p.Steps {
				secrets = append(secrets, step.Remark[lang])
			}
		}
		for _, i := range s.Instructions {
			secrets, exact = append(secrets, i.Text[lang]), append(exact, i.Reference)
		}
		for _, c := range s.Comments {
			secrets = append(secrets, c.Text[lang])
			for _, r := range c.Replies {
				secrets = append(secrets, r.Text[lang])
			}
		}
		for _, m := range s.Members {
			exact = append(exact, m.Name[lang])
		}
		for _, m := range s.Meetings {
			for _, x := range m.States {
				secrets = append(secrets, x.Remark[lang])
			}
			for _, p := range m.Proposals {
				public += fold(p.Reasons[lang]) + fold(p.Source)
				if p.Ours {
					public += fold(p.Wording[lang])
				}
			}
		}
		for _, x := range s.Requests {
			secrets = append(secrets, x.Question[lang])
		}
		for _, x := range s.Speeches {
			lines := strings.Split(x.Text[lang], "\n")
			if x.Delivered == 0 { // its last paragraph is marked for us
				secrets, lines = append(secrets, lines[len(lines)-1]), lines[:len(lines)-1]
			}
			public += fold(strings.Join(lines, "\n"))
		}
		for _, x := range s.LiveWith {
			secrets, exact = append(secrets, x.Remark[lang]), append(exact, x.Sentence[lang])
		}
		for _, name := range exact {
			if strings.Contains(public, strings.Trim(fold(name), " ")) {
				t.Errorf("%s: %q is public", lang, name)
			}
		}
		length := 6
		if lang == data.Chinese {
			length = 10
		}
		for _, secret := range secrets {
			words := strings.Fields(fold(secret))
			for i := 0; i+length <= len(words); i++ {
				if run := " " + strings.Join(words[i:i+length], " ") + " "; strings.Contains(public, run) {
					t.Errorf("%s: public and confidential:%s", lang, run)
				}
			}
		}
	}
}

// fold leaves small letters and digits, with a space between words, and
// around every Han character.
func fold(s string) string {
	var b strings.Builder
	for _, r := range " " + s + " " {
		switch {
		case unicode.Is(unicode.Han, r):
			b.WriteString(" " + string(r) + " ")
		case unicode.IsLetter(r), unicode.IsDigit(r):
			b.WriteRune(unicode.ToLower(r))
		default:
			b.WriteByte(' ')
		}
	}
	return " " + strings.Join(strings.Fields(b.String()), " ") + " "
}
