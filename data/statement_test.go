package data

import (
	"strings"
	"testing"
	"time"
)

func decided() (Decision, StatementAbout) {
	s := Subject{
		Provision: ID{9}, Stance: StanceRedLine,
		Base:          Words{English: "Article 9\tLamps\nEvery lamp shall be lit.", French: ""},
		Wording:       Words{English: "Every lamp may be lit."},
		PublicReasons: Words{English: "Oil is dear.", French: ""},
	}
	return Decision{
			ID: ID{7}, Act: ApprovalApproved, By: ID{3}, Time: time.Date(2026, 11, 14, 18, 0, 0, 5000, time.UTC),
			Remark: "not to be shown", Subject: s, Digest: s.Digest(),
		},
		StatementAbout{Negotiation: ID{1}, Path: "ch2/art9", Role: RoleHead, Log: [32]byte{5}}
}

// TestAStatementIsWrittenAsItAlwaysWas holds every byte: signatures of earlier
// versions are over them.
func TestAStatementIsWrittenAsItAlwaysWas(t *testing.T) {
	d, about := decided()
	got := Statement(d, about)
	if got != statementGolden {
		t.Errorf("the statement is now\n%s", got)
	}
	for _, secret := range []string{d.Remark, "red-line", d.Subject.Provision.String(), about.Negotiation.String(), "Oil"} {
		if strings.Contains(got, secret) {
			t.Errorf("the statement gives %q away", secret)
		}
	}
}

func TestAStatementIsReadBack(t *testing.T) {
	d, about := decided()
	s, err := ReadStatement(Statement(d, about))
	if err != nil {
		t.Fatal(err)
	}
	for name, holds := range map[string]bool{
		"of the provision":          s.Of(about.Negotiation, d.Subject.Provision),
		"of another":                !s.Of(about.Negotiation, ID{8}) && !s.Of(ID{8}, d.Subject.Provision),
		"where, what, who and when": s.Path == about.Path && s.Step == d.Act && s.By == d.By && s.Role == about.Role && s.Time.Equal(d.Time),
		"subject":                   s.Subject == d.Digest,
		"stance":                    s.Stance == StanceOppose,
		"text":                      Says(s.Text[English], d.Subject.Base[English]) && Says(s.Text[French], "") && !Says(s.Text[English], "x"),
		"wording":                   Says(s.Wording[English], d.Subject.Wording[English]) && Says(s.Wording[French], "") && !Says(s.Wording[French], "x"),
		"reasons":                   Says(s.Reasons[English], d.Subject.PublicReasons[English]),
	} {
		if !holds {
			t.Errorf("what it says of the %s is not read back", name)
		}
	}
}

func TestWhatIsNoStatementIsRefused(t *testing.T) {
	d, about := decided()
	good := Statement(d, about)
	for name, bad := range map[string]string{
		"nothing":          "",
		"without an end":   strings.TrimSuffix(good, "\n"),
		"another version":  strings.Replace(good, "version 1", "version 2", 1),
		"a line twice":     good + "Role: head\n",
		"an unknown line":  good + "Remark: none\n",
		"a missing line":   strings.Replace(good, "Role: head\n", "", 1),
		"a broken digest":  strings.Replace(good, "Subject: ", "Subject: x", 1),
		"no such language": strings.Replace(good, "Text en", "Text xx", 1),
	} {
		if _, err := ReadStatement(bad); CodeOf(err) != CodeInput {
			t.Errorf("%s: %v", name, err)
		}
	}
	about.Path = "ch2\nRole: capital"
	if s, err := ReadStatement(Statement(d, about)); err != nil || s.Role != RoleHead {
		t.Errorf("a path begins a line of its own: %v, %v", s, err)
	}
}

func FuzzReadStatement(f *testing.F) {
	f.Add(Statement(decided()))
	f.Fuzz(func(t *testing.T, text string) {
		if s, err := ReadStatement(text); err == nil && s.Negotiation == "" {
			t.Error("read without what every statement has")
		}
	})
}

const statementGolden = `Travaux, statement of a decision, version 1
Negotiation: 023dd8dac020b8462757088399cad08b7003739323fba28a10cbb144bfcc7ec1
Provision: ch2/art9
Identity: f48c350b35392fda6fa906fc9b501bebd30cdcdf9dc59c957a1a6605bf15e7c5
Step: approved
Stance: oppose
Text en: 75d3a93b5a9c15800d867cdcc0292b56dfef315f47b2b2eeda99bda0644a2b24
Text fr: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
Wording en: 9cb40142ed5a5e420bca9d90bc01769a292ac694cd0b1562b0dbcabc5ee65172
Reasons en: 939e39d956c9243f0744676c98f7f5f73895347e856e8731277a86c34bf64772
Subject: ff4e50a73a2e97d028ae6a74650ace0c10ab08c7de3bb09400d7db24b97e4111
By: 0c000000000000000000000000
Role: head
Time: 2026-11-14T18:00:00.000005Z
Log: 0500000000000000000000000000000000000000000000000000000000000000
`
