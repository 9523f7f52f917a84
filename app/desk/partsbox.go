package desk

import (
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/data"
	work "travaux/data/desk"
	"travaux/data/text/bracket"
	"travaux/translations"
)

// partsBox is the part of the tab on the text about more than one provision:
// what is an alternative of what, the brackets in a container, and where the
// official file is broken.
type partsBox struct {
	room   *room.Room
	object *fyne.Container

	onGo    func(data.ID)
	onCheck func() // opens the page with the brackets of the whole text
}

func newPartsBox(r *room.Room) *partsBox {
	return &partsBox{room: r, object: look.Column()}
}

// partsFacts is what the box shows.
type partsFacts struct {
	groups  []optionFacts
	within  bracket.Count // of a container with all in it
	faults  []issueFacts  // in it, at most mostIssues
	more    int           // further ones
	holding bool          // it contains other provisions
}

// optionFacts are alternatives, one of which the provision is or stands in.
type optionFacts struct {
	kind         bracket.OptionKind
	alternatives []alternativeFacts
}

type alternativeFacts struct {
	id     data.ID
	words  string
	noText bool
	here   bool
}

// issueFacts is a place where the brackets of a text are broken or odd.
type issueFacts struct {
	id      data.ID
	path    string
	kind    bracket.LintKind
	excerpt string
}

// mostIssues is how many of them the tab lists.
const mostIssues = 5

func readPartsFacts(t *work.Text, p data.Provision, lang data.Lang, whole bracketed) (f partsFacts) {
	from, to := within(t, p)
	f.holding = to > from+1
	for _, g := range whole.options {
		if x, concerned := optionFactsOf(t, g, lang, from); concerned {
			f.groups = append(f.groups, x)
		}
	}
	if f.holding {
		f.within = whole.total[from]
	}
	for _, i := range whole.issues {
		if i.At.Paragraph < from || i.At.Paragraph >= to {
			continue
		}
		if len(f.faults) == mostIssues {
			f.more++
			continue
		}
		f.faults = append(f.faults, issueOf(t, i))
	}
	return f
}

func issueOf(t *work.Text, i bracket.Issue) issueFacts {
	p := t.Provisions[i.At.Paragraph]
	return issueFacts{p.ID, p.Path, i.Kind, strings.Join(strings.Fields(i.Excerpt), " ")}
}

// optionFactsOf reports whether a provision stands in one of the alternatives.
func optionFactsOf(t *work.Text, g bracket.OptionGroup, lang data.Lang, at int) (x optionFacts, concerned bool) {
	x.kind = g.Kind
	for _, a := range g.Alternatives {
		p := t.Provisions[a.Head]
		r, _ := p.In(lang)
		one := alternativeFacts{id: p.ID, noText: a.NoText, words: beginning(strings.TrimSpace(r.Label+" "+r.Heading+" "+r.Text), 46)}
		for _, i := range a.Provisions {
			one.here = one.here || i == at
		}
		concerned = concerned || one.here
		x.alternatives = append(x.alternatives, one)
	}
	return x, concerned
}

func (b *partsBox) set(f partsFacts) {
	loc := b.room.Loc
	b.object.Objects = nil
	for _, g := range f.groups {
		id := "panels.parts.alternatives"
		if g.kind == bracket.Options {
			id = "panels.parts.options"
		}
		b.object.Add(caption(loc.T(id)))
		column := look.Stack()
		for _, a := range g.alternatives {
			column.Add(b.alternative(a))
		}
		b.object.Add(column)
	}
	if f.holding {
		b.object.Add(caption(loc.T("panels.bracket.title")))
		words := look.Wrapped(countWords(loc, f.within))
		words.Colour = look.ColourMuted
		b.object.Add(words)
	}
	if len(f.faults) > 0 {
		b.object.Add(caption(loc.N("panels.lint.places", len(f.faults)+f.more)))
		for _, x := range f.faults {
			b.object.Add(b.issue(x))
		}
	}
	if f.holding || len(f.faults) > 0 {
		check := look.NewButton(loc.T("panels.lint.command"), func() { b.onCheck() })
		b.object.Add(look.Row(check, look.Space()))
	}
	look.SetShown(b.object, len(b.object.Objects) > 0)
	b.object.Refresh()
}

// alternative is one of several, with a way to go there.
func (b *partsBox) alternative(a alternativeFacts) fyne.CanvasObject {
	if a.here {
		here := look.Ellipsis(a.words)
		here.Bold = true
		sign := look.NewIcon(look.IconApprove)
		return look.Inset(3, 3, 2, 0, look.Row(sign, here))
	}
	words := a.words
	if a.noText {
		words += " · " + b.room.Loc.T("panels.parts.no-text")
	}
	return look.Row(look.NewIconButton(look.IconForward, words, func() { b.onGo(a.id) }))
}

// issue is one place where the brackets are broken, with a way to go there.
func (b *partsBox) issue(x issueFacts) fyne.CanvasObject {
	loc := b.room.Loc
	excerpt := look.Content("… "+x.excerpt+" …", "")
	excerpt.Colour, excerpt.MaxLines = look.ColourMuted, 2
	place := look.NewIconButton(look.IconForward, translations.Capital(loc.Cite(x.path)), func() { b.onGo(x.id) })
	return look.Stack(look.Row(place), look.Inset(0, 4, 8, 0, look.Stack(warning(loc.T(x.kind.ID())), excerpt)))
}

// countWords says how many brackets there are, and how deep.
func countWords(loc *translations.Localizer, c bracket.Count) string {
	if !c.Open() {
		return loc.T("panels.count.none")
	}
	parts := []string{loc.N("panels.brackets", c.Pairs)}
	for _, x := range []struct {
		id string
		n  int
	}{
		{"panels.count.alternatives", c.Alternatives},
		{"panels.count.unclear", c.Unclear},
		{"panels.count.options", c.Options},
		{"panels.count.broken", c.Unclosed + c.Unopened},
	} {
		if x.n > 0 {
			parts = append(parts, loc.N(x.id, x.n))
		}
	}
	if c.Depth > 1 {
		parts = append(parts, loc.T("panels.count.depth", "n", loc.Number(c.Depth)))
	}
	return strings.Join(parts, " · ")
}
