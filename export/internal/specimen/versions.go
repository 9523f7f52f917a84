package specimen

import (
	"strings"
	"time"

	"travaux/data"
	"travaux/data/redline/align"
)

// Issued is when the earlier and the later text were issued.
var Issued = [2]data.Date{{Year: 2026, Month: time.March, Day: 9}, {Year: 2026, Month: time.May, Day: 4}}

// Versions are two issues of the convention, each article so many times: in the
// later one the wordings that were proposed are taken over, one article has
// moved up, a paragraph is split and one is gone.
func Versions(lang data.Lang, times int) (old, new []align.Paragraph) {
	lines := Long(lang, times).Lines
	for i, l := range lines {
		old = provisionOf(old, l, l.Text)
		switch {
		case l.Stance == data.StanceDelete:
			continue
		case l.Stance == data.StanceConditional: // stands further up
			continue
		case l.Stance == data.StanceReserve && i > 0:
			new = splitIn(new, l)
		case l.Wording != "":
			new = provisionOf(new, l, l.Wording)
		default:
			new = provisionOf(new, l, l.Text)
		}
		if l.Stance == data.StanceSupport {
			for _, moved := range lines[i:] {
				if moved.Stance == data.StanceConditional {
					new = provisionOf(new, moved, moved.Wording)
					break
				}
			}
		}
	}
	return old, new
}

// provisionOf adds a provision below the headings that it stands under.
func provisionOf(version []align.Paragraph, l data.PublicLine, text string) []align.Paragraph {
	parent := -1
	for _, h := range l.Parents {
		if h.Kind == data.KindParagraph {
			continue
		}
		known := -1
		for i, p := range version {
			if p.Kind == h.Kind && p.Label == h.Label {
				known = i
			}
		}
		if known < 0 {
			known = len(version)
			version = append(version, align.Paragraph{Kind: h.Kind, Label: h.Label, Heading: h.Heading, Parent: parent})
		}
		parent = known
	}
	return append(version, align.Paragraph{
		Kind: l.Kind, Label: l.Label, Heading: l.Heading, Text: strings.TrimSpace(strings.TrimPrefix(text, l.Label)), Parent: parent,
	})
}

// splitIn adds a provision as two.
func splitIn(version []align.Paragraph, l data.PublicLine) []align.Paragraph {
	version = provisionOf(version, l, l.Text)
	last := &version[len(version)-1]
	half := len(last.Text) / 2
	cut := strings.LastIndexAny(last.Text[:half], " ，、")
	if cut <= 0 {
		return version
	}
	second := *last
	last.Text, second.Text = last.Text[:cut], strings.TrimSpace(last.Text[cut:])
	second.Label = ""
	return append(version, second)
}
