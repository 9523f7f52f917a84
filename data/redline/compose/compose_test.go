package compose

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// show writes pieces in one line: [-deleted|A,B-], {+inserted|A+}, {~omitted|A~}
// and the composition's own brackets as ⟦ ⟧.
func show(c Composition) string {
	var b strings.Builder
	for _, p := range c.Pieces {
		keys := strings.Join(p.Keys, ",")
		switch p.Kind {
		case Kept:
			b.WriteString(p.Text)
		case Deleted:
			fmt.Fprintf(&b, "[-%s|%s-]", p.Text, keys)
		case Inserted:
			fmt.Fprintf(&b, "{+%s|%s+}", p.Text, keys)
		case Omitted:
			fmt.Fprintf(&b, "{~%s|%s~}", p.Text, keys)
		case Bracket:
			b.WriteString(map[string]string{"[": "⟦", "]": "⟧"}[p.Text])
		}
	}
	return b.String()
}

// tell writes a collision in one line.
func tell(c Collision) string {
	out := fmt.Sprintf("%s %q:", c.ID, c.Base)
	for _, s := range c.Sides {
		out += fmt.Sprintf(" %s %s %q", strings.Join(s.Keys, ","), s.Act, s.Words)
	}
	return out
}

// variants makes variants A, B, C… of wordings; SUP and NOC stand for
// themselves.
func variants(wordings ...string) (all []Variant) {
	for i, w := range wordings {
		v := Variant{Key: string(rune('A' + i)), Wording: w}
		switch w {
		case "SUP":
			v = Variant{Key: v.Key, Delete: true}
		case "NOC":
			v = Variant{Key: v.Key, Keep: true}
		}
		all = append(all, v)
	}
	return all
}

const measures = "Each Party shall take appropriate and effective measures."

// in replaces words of the sentence above.
func in(oldNew ...string) string { return strings.NewReplacer(oldNew...).Replace(measures) }

func TestCompose(t *testing.T) {
	for _, c := range []struct {
		name, base string
		wordings   []string
		want       string
		collisions []string
	}{
		{"nothing proposed", measures, nil, measures, nil},
		{"a proposal that changes nothing", measures, []string{measures}, measures, nil},
		{
			"two agree, a third changes elsewhere", measures,
			[]string{in("shall", "should"), in("shall", "should"), in("measures", "steps")},
			"Each Party [-shall|A,B-]{+should|A,B+} take appropriate and effective [-measures|C-]{+steps|C+}.", nil,
		},
		{
			"each takes another alternative out of its brackets", "Each Party [shall][should] act.",
			[]string{"Each Party shall act.", "Each Party should act."},
			"Each Party [-[|A,B-][-shall|B-][-][|A,B-][-should|A-][-]|A,B-]⟦{+shall|A+}⟧⟦{+should|B+}⟧ act.",
			[]string{`replace@11-26 "[shall][should]": A replace "shall" B replace "should"`},
		},
		{
			"hyphenated words stay whole", "Within [five][twenty-five] years.",
			[]string{"Within five years.", "Within twenty-five years."},
			"Within [-[|A,B-][-five|B-][-][|A,B-][-twenty-five|A-][-]|A,B-]⟦{+five|A+}⟧⟦{+twenty-five|B+}⟧ years.",
			[]string{`replace@7-26 "[five][twenty-five]": A replace "five" B replace "twenty-five"`},
		},
		{
			"one takes words out of brackets, another deletes them", "Act [at dusk] alone.",
			[]string{"Act at dusk alone.", "Act alone."},
			"Act [-[|A,B-][-at dusk|B-][-]|A,B-][- |B-]⟦{+at dusk|A+}⟧{+ |A+}alone.",
			[]string{`remove@4-13 "[at dusk]": A replace "at dusk" B delete ""`},
		},
		{
			"both take words out of brackets, one changes them", "Act [at dusk] alone.",
			[]string{"Act at dusk alone.", "Act at dawn alone."},
			"Act [-[|A,B-][-at |-][-dusk|B-][-]|A,B-]{+at |A,B+}⟦{+dusk|A+}⟧⟦{+dawn|B+}⟧ alone.",
			[]string{`replace@4-13 "[at dusk]": A replace "at dusk" B replace "at dawn"`},
		},
		{
			"two take the same out of brackets", "Act [at dusk] alone.",
			[]string{"Act at dusk alone.", "Act at dusk alone."},
			"Act [-[|A,B-]at dusk[-]|A,B-] alone.", nil,
		},
		{
			"both replace the same word", measures,
			[]string{in("shall", "should"), in("shall", "may")},
			"Each Party [-shall|A,B-]⟦{+should|A+}⟧⟦{+may|B+}⟧ take appropriate and effective measures.",
			[]string{`replace@11-16 "shall": A replace "should" B replace "may"`},
		},
		{
			"three versions, two of them the same", measures,
			[]string{in("shall", "should"), in("shall", "may"), in("shall", "should")},
			"Each Party [-shall|A,B,C-]⟦{+should|A,C+}⟧⟦{+may|B+}⟧ take appropriate and effective measures.",
			[]string{`replace@11-16 "shall": A,C replace "should" B replace "may"`},
		},
		{
			"what both versions begin with stands once", measures,
			[]string{in("shall", "should promptly"), in("shall", "should, where feasible,")},
			"Each Party [-shall|A,B-]{+should|A,B+}⟦{+ promptly|A+}⟧⟦{+, where feasible,|B+}⟧ take appropriate and effective measures.",
			[]string{`replace@11-16 "shall": A replace "should promptly" B replace "should, where feasible,"`},
		},
		{
			"one deletes what another changes", measures,
			[]string{in("appropriate and ", ""), in("appropriate", "legislative")},
			"Each Party shall take [-appropriate|A,B-][- and |A-]⟦{+legislative and|B+}⟧{+ |B+}effective measures.",
			[]string{`remove@22-37 "appropriate and": A delete "" B replace "legislative and"`},
		},
		{
			"one deletes what another inserts into", measures,
			[]string{in("appropriate and ", ""), in("appropriate and", "appropriate, urgent and")},
			"Each Party shall take [-appropriate and |A-]⟦{+appropriate, urgent and|B+}⟧{+ |B+}effective measures.",
			[]string{`remove@22-37 "appropriate and": A delete "" B insert "appropriate, urgent and"`},
		},
		{
			"the longer deletion contains the shorter", measures,
			[]string{in("appropriate and ", ""), in("appropriate and effective ", "")},
			"Each Party shall take [-appropriate and |A,B-][-effective |B-]measures.", nil,
		},
		{
			"two insertions at one place", measures,
			[]string{in("take", "urgently take"), in("take", "promptly take")},
			"Each Party shall ⟦{+urgently|A+}⟧⟦{+promptly|B+}⟧{+ |A,B+}take appropriate and effective measures.",
			[]string{`insert@17-17 "": A insert "urgently" B insert "promptly"`},
		},
		{
			"one insertion continues the other", measures,
			[]string{in("take", "urgently take"), in("take", "urgently and promptly take")},
			"Each Party shall {+urgently |A,B+}⟦{+and promptly|B+}⟧{+ |B+}take appropriate and effective measures.",
			[]string{`insert@17-17 "": A insert "urgently" B insert "urgently and promptly"`},
		},
		{
			"two insertions before a full stop", measures,
			[]string{in(".", ", as appropriate."), in(".", " promptly.")},
			"Each Party shall take appropriate and effective measures⟦{+, as appropriate|A+}⟧⟦{+ promptly|B+}⟧.",
			[]string{`insert@56-56 "": A insert ", as appropriate" B insert "promptly"`},
		},
		{
			"words beside a replaced word stand, and are reported", measures,
			[]string{in("shall", "should"), in("shall", "shall endeavour to")},
			"Each Party [-shall|A-]{+should|A+} {+endeavour to |B+}take appropriate and effective measures.",
			[]string{`beside@11-16 "shall": A replace "should" B insert "endeavour to"`},
		},
		{
			"brackets put round a replaced word", measures,
			[]string{in("shall", "[shall]"), in("shall", "should")},
			"Each Party {+[|A+}[-shall|B-]{+should|B+}{+]|A+} take appropriate and effective measures.",
			[]string{`beside@11-16 "shall": A insert "[" B replace "should" A insert "]"`},
		},
		{
			"a change does not tear brackets apart", "States [may] act [or rest].",
			[]string{"States [can or shall] act [or rest].", "States must act [or rest]."},
			"States [-[|B-][-may|A,B-][-]|B-]⟦{+[can or shall]|A+}⟧⟦{+must|B+}⟧ act [or rest].",
			[]string{`replace@7-12 "[may]": A replace "[can or shall]" B replace "must"`},
		},
		{
			"a paragraph against two changes of it", measures,
			[]string{"SUP", in("shall", "may"), in("shall", "should")},
			"⟦Each Party [-shall|B,C-]⟦{+may|B+}⟧⟦{+should|C+}⟧ take appropriate and effective measures.⟧",
			[]string{
				`suppress@0-57 "` + measures + `": A delete "" B replace "` + in("shall", "may") + `" C replace "` + in("shall", "should") + `"`,
				`replace@11-16 "shall": B replace "may" C replace "should"`,
			},
		},
		{"all want it deleted", measures, []string{"SUP", "SUP"}, "[-" + measures + "|A,B-]", nil},
		{
			"deletion against no change", measures,
			[]string{"SUP", "NOC"},
			"⟦" + measures + "⟧",
			[]string{`suppress@0-57 "` + measures + `": A delete "" B keep "` + measures + `"`},
		},
		{
			"no change against a replacement, a deletion and an insertion", measures,
			[]string{"NOC", in("shall", "may"), in("appropriate and ", ""), in(".", ", where necessary.")},
			"Each Party ⟦shall⟧⟦{+may|B+}⟧ take ⟦appropriate and⟧{+ |A+}[- |C-]effective measures⟦{+, where necessary|D+}⟧.",
			[]string{
				`no-change@11-16 "shall": A keep "shall" B replace "may"`,
				`no-change@22-37 "appropriate and": A keep "appropriate and" C delete ""`,
				`no-change@56-56 "": A keep "" D insert ", where necessary"`,
			},
		},
		{
			"no change against two versions", measures,
			[]string{in("shall", "may"), "NOC", in("shall", "should")},
			"Each Party ⟦{+may|A+}⟧⟦shall⟧⟦{+should|C+}⟧ take appropriate and effective measures.",
			[]string{`replace@11-16 "shall": A replace "may" B keep "shall" C replace "should"`},
		},
		{"no change alone", measures, []string{"NOC", "NOC"}, measures, nil},
		{"space that two deletions share, at the end", "a b c", []string{"a c", "a b"}, "a[- |-][-b|A-][- |A,B-][-c|B-]", nil},
		{"space that two deletions share, before a stop", "a b c.", []string{"a c.", "a b."}, "a[- |-][-b|A-][- |A,B-][-c|B-].", nil},
		{
			"space that a deletion takes from an insertion", "a b.",
			[]string{"a x b.", "a."},
			"a[- |B-]{+ |+}{+x|A+}{~ |A~}[-b|B-].",
			[]string{`beside@2-3 "b": B delete "" A insert "x"`},
		},
		{
			"an addition: every wording is new", "",
			[]string{"Parties shall report.", "Parties should report."},
			"{+Parties |A,B+}⟦{+shall|A+}⟧⟦{+should|B+}⟧{+ report.|A,B+}",
			[]string{`insert@0-0 "": A insert "Parties shall report." B insert "Parties should report."`},
		},
		{
			"zh: one character next to another", "缔约国应采取适当措施。",
			[]string{"缔约国可采取适当措施。", "缔约国须采取措施。", "缔约国应采取有效措施。"},
			"缔约国[-应|A,B-]⟦{+可|A+}⟧⟦{+须|B+}⟧采取[-适当|B,C-]⟦{+有效|C+}⟧措施。",
			[]string{`replace@3-4 "应": A replace "可" B replace "须"`, `remove@6-8 "适当": B delete "" C replace "有效"`},
		},
		{
			"ar: verb and noun", "تتخذ كل دولة طرف التدابير اللازمة.",
			[]string{"يجوز لكل دولة طرف أن تتخذ التدابير اللازمة.", "تعتمد كل دولة طرف التدابير الملائمة."},
			"[-تتخذ|A,B-][- كل|A-]⟦{+يجوز لكل|A+}⟧⟦{+تعتمد كل|B+}⟧ دولة طرف {+أن تتخذ |A+}التدابير [-اللازمة|B-]{+الملائمة|B+}.",
			[]string{`replace@0-7 "تتخذ كل": A replace "يجوز لكل" B replace "تعتمد كل"`},
		},
		{
			"ru: two endings of one word", "Государства обязаны принимать меры.",
			[]string{"Государства могут принимать меры.", "Государства обязуются принимать меры."},
			"Государства [-обязаны|A,B-]⟦{+могут|A+}⟧⟦{+обязуются|B+}⟧ принимать меры.",
			[]string{`replace@12-19 "обязаны": A replace "могут" B replace "обязуются"`},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			vs := variants(c.wordings...)
			got := Compose(c.base, vs)
			if s := show(got); s != c.want {
				t.Errorf("got  %s\nwant %s", s, c.want)
			}
			var told []string
			for _, k := range got.Collisions {
				told = append(told, tell(k))
			}
			if !slices.Equal(told, c.collisions) {
				t.Errorf("collisions %s\nwant %s", strings.Join(told, "\n"), strings.Join(c.collisions, "\n"))
			}
			checkComposition(t, c.base, vs, got)
		})
	}
}

func TestTextReadsAsNegotiatorsWriteIt(t *testing.T) {
	for _, c := range []struct {
		name     string
		wordings []string
		want     string
	}{
		{"alternatives", []string{in("shall", "should"), in("shall", "may")}, "Each Party [should][may] take appropriate and effective measures."},
		{"words or nothing", []string{in("appropriate and ", ""), in("appropriate", "urgent")}, "Each Party shall take [urgent and] effective measures."},
		{"the whole paragraph", []string{"SUP", in("shall", "may")}, "[Each Party may take appropriate and effective measures.]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Compose(measures, variants(c.wordings...)).Text(); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestUnknownAndRepeatedKeys(t *testing.T) {
	c := Compose(measures, []Variant{{Key: "A", Wording: in("shall", "may")}, {Key: "A", Wording: in("shall", "should")}})
	if got := c.Of("A"); got != in("shall", "may") {
		t.Errorf("the first of two equal keys reads %q", got)
	}
	if got := c.Of("Z"); got != measures {
		t.Errorf("an unknown key reads %q", got)
	}
	if len(c.Collisions) != 0 {
		t.Errorf("a key collides with itself: %s", tell(c.Collisions[0]))
	}
}
