package data_test

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"travaux/data"
)

func TestIDReadsBackWhatItWrote(t *testing.T) {
	id := data.NewID()
	back, err := data.ParseID(strings.ToUpper(id.String()))
	if err != nil || back != id || len(id.String()) != 26 {
		t.Errorf("%s came back as %s, %v", id, back, err)
	}
	for _, bad := range []string{"", "short", id.String() + "0", strings.Repeat("!", 26)} {
		if _, err := data.ParseID(bad); data.CodeOf(err) != data.CodeInput {
			t.Errorf("%q was taken: %v", bad, err)
		}
	}
	if !(data.ID{}).IsZero() || id.IsZero() {
		t.Error("zero is confused")
	}
}

func TestErrorsAreKnownByCode(t *testing.T) {
	cause := errors.New("disk full")
	err := fmt.Errorf("while saving: %w", data.E("vault.write", "name", "a.txt").Because(cause))
	for name, ok := range map[string]bool{
		"code":       data.CodeOf(err) == "vault.write",
		"is":         errors.Is(err, data.E("vault.write")),
		"is not":     !errors.Is(err, data.E("vault.other")),
		"cause":      errors.Is(err, cause),
		"detail":     strings.Contains(err.Error(), `name="a.txt"`),
		"nil":        data.CodeOf(nil) == "",
		"not ours":   data.CodeOf(cause) == data.CodeInternal,
		"outermost":  data.CodeOf(data.E("outer").Because(data.E("inner"))) == "outer",
		"odd detail": data.E("x", "key").Args["key"] == "",
	} {
		if !ok {
			t.Error(name)
		}
	}
}

func TestDates(t *testing.T) {
	d, err := data.ParseDate("2026-02-28")
	if err != nil || d.String() != "2026-02-28" || d.Month != time.February {
		t.Errorf("%v %v", d, err)
	}
	for _, bad := range []string{"2026-02-30", "28.02.2026", "today"} {
		if _, err := data.ParseDate(bad); err == nil {
			t.Errorf("%q is a date", bad)
		}
	}
	if zero, err := data.ParseDate(""); err != nil || !zero.IsZero() || zero.String() != "" {
		t.Error("no date is not the zero date")
	}
	if !d.Before(data.Date{Year: 2026, Month: time.March, Day: 1}) || d.Before(d) {
		t.Error("order of days")
	}
}

func TestWordsFallBackToEnglishThenToAny(t *testing.T) {
	w := data.Words{data.French: "fr", data.English: "en"}
	if w.In(data.French) != "fr" || w.In(data.Chinese) != "en" {
		t.Error("wanted language, then English")
	}
	if got := (data.Words{data.Russian: "ru"}).In(data.Arabic); got != "ru" {
		t.Errorf("got %q", got)
	}
	if (data.Words{}).In(data.Arabic) != "" {
		t.Error("nothing is something")
	}
}

func TestAnchorKeepsQuotationAndSurroundings(t *testing.T) {
	text := strings.Repeat("ا", 40) + "QUOTE" + strings.Repeat("中", 40)
	a := data.NewAnchor(data.Arabic, text, 40, 45)
	if a.Quote != "QUOTE" || a.Before != strings.Repeat("ا", 32) || a.After != strings.Repeat("中", 32) {
		t.Errorf("%+v", a)
	}
	if a := data.NewAnchor(data.English, "short", -3, 99); a.Quote != "short" || a.Start != 0 || a.End != 5 {
		t.Errorf("beyond the ends: %+v", a)
	}
}

// TestDigestDependsOnEveryField changes one field after the other; two fields
// must never be able to stand for one another.
func TestDigestDependsOnEveryField(t *testing.T) {
	base := func() data.Subject {
		return data.Subject{
			Provision: data.ID{1}, Stance: data.StanceAmend,
			Base:    data.Words{data.English: "base"},
			Wording: data.Words{data.English: "ours"}, PublicReasons: data.Words{data.English: "why"},
		}
	}
	seen := map[[32]byte]string{base().Digest(): "unchanged"}
	for name, change := range map[string]func(*data.Subject){
		"provision":       func(s *data.Subject) { s.Provision = data.ID{2} },
		"stance":          func(s *data.Subject) { s.Stance = data.StanceOppose },
		"base":            func(s *data.Subject) { s.Base[data.English] = "base2" },
		"wording":         func(s *data.Subject) { s.Wording[data.English] = "theirs" },
		"reasons":         func(s *data.Subject) { s.PublicReasons[data.English] = "how" },
		"language":        func(s *data.Subject) { s.Wording = data.Words{data.French: "ours"} },
		"moved words":     func(s *data.Subject) { s.Wording, s.PublicReasons = s.PublicReasons, s.Wording },
		"border of words": func(s *data.Subject) { s.Base[data.English], s.Wording[data.English] = "baseo", "urs" },
	} {
		s := base()
		change(&s)
		if other, twice := seen[s.Digest()]; twice {
			t.Errorf("%s and %s have one digest", name, other)
		}
		seen[s.Digest()] = name
	}
	if again := base(); seen[again.Digest()] != "unchanged" {
		t.Error("equal subjects, different digests")
	}
}

func TestStateOfApproval(t *testing.T) {
	held := data.Position{Stance: data.StanceSupport}
	now := data.Subject{Stance: data.StanceSupport, Base: data.Words{data.English: "text"}}
	took := func(act data.ApprovalState, s data.Subject) data.Decision {
		return data.Decision{Act: act, Subject: s, Digest: s.Digest()}
	}
	changed := now
	changed.Base = data.Words{data.English: "other text"}
	joined := now
	joined.Base = data.Words{data.English: "text", data.French: "texte"}
	later := now
	later.Base = data.Words{data.French: "texte"}
	forged := took(data.ApprovalApproved, now)
	forged.Subject.Base = data.Words{data.English: "other text"}
	for name, c := range map[string]struct {
		position  data.Position
		now       data.Subject
		decisions []data.Decision
		want      data.ApprovalState
	}{
		"nothing":                     {data.Position{}, now, nil, data.ApprovalNone},
		"draft":                       {held, now, nil, data.ApprovalDraft},
		"submitted":                   {held, now, []data.Decision{took(data.ApprovalSubmitted, now)}, data.ApprovalSubmitted},
		"approved":                    {held, now, []data.Decision{took(data.ApprovalApproved, now)}, data.ApprovalApproved},
		"lapsed":                      {held, changed, []data.Decision{took(data.ApprovalApproved, now)}, data.ApprovalLapsed},
		"a language was joined":       {held, joined, []data.Decision{took(data.ApprovalApproved, now)}, data.ApprovalApproved},
		"a language is not there yet": {held, now, []data.Decision{took(data.ApprovalApproved, joined)}, data.ApprovalApproved},
		"it comes with other words":   {held, data.Subject{Stance: data.StanceSupport, Base: data.Words{data.English: "text", data.French: "autre texte"}}, []data.Decision{took(data.ApprovalApproved, joined)}, data.ApprovalLapsed},
		"no language in common":       {held, later, []data.Decision{took(data.ApprovalApproved, now)}, data.ApprovalLapsed},
		"not what was signed":         {held, changed, []data.Decision{forged}, data.ApprovalLapsed},
		"returned":                    {held, now, []data.Decision{took(data.ApprovalReturned, now)}, data.ApprovalReturned},
		"taken back":                  {held, now, []data.Decision{took(data.ApprovalSubmitted, now), took(data.ApprovalDraft, now)}, data.ApprovalDraft},
	} {
		if got := data.StateOf(c.position, c.now, c.decisions); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

func TestARedLineIsNeverShownOutside(t *testing.T) {
	for _, s := range data.Stances {
		if s.Public() == data.StanceRedLine {
			t.Errorf("%q is shown as a red line", s)
		}
		if s != data.StanceRedLine && s.Public() != s {
			t.Errorf("%q is shown as %q", s, s.Public())
		}
	}
}

// TestPublicTypesHaveNoInternalField looks through everything a public paper is
// made from for a field whose name says that it is internal.
func TestPublicTypesHaveNoInternalField(t *testing.T) {
	seen := map[reflect.Type]bool{}
	var look func(reflect.Type)
	look = func(typ reflect.Type) {
		for typ.Kind() == reflect.Slice || typ.Kind() == reflect.Pointer || typ.Kind() == reflect.Map || typ.Kind() == reflect.Array {
			typ = typ.Elem()
		}
		if typ.Kind() != reflect.Struct || seen[typ] {
			return
		}
		seen[typ] = true
		for i := range typ.NumField() {
			name := strings.ToLower(typ.Field(i).Name)
			for _, bad := range []string{"internal", "instruction", "remark", "comment", "author", "member"} {
				if strings.Contains(name, bad) {
					t.Errorf("%s.%s", typ, typ.Field(i).Name)
				}
			}
			look(typ.Field(i).Type)
		}
	}
	look(reflect.TypeFor[data.PublicBrief]())
	look(reflect.TypeFor[data.PublicReport]())
	if len(seen) < 10 {
		t.Errorf("only %d types were looked through", len(seen))
	}
}
