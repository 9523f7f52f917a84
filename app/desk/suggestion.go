package desk

import (
	"strings"

	"travaux/data"
)

// insertions are the suffixes of numbers that are put in between, in the order
// in which they are taken: Latin ones, and those of the languages that have
// their own.
var insertions = map[data.Lang][]string{
	data.English: {" bis", " ter", " quater", " quinquies", " sexies", " septies", " octies"},
	data.Russian: {" бис", " тер", " кватер", " квинквиес", " сексиес"},
	data.Arabic:  {" مكرر", " مكرر ثانيا", " مكرر ثالثا", " مكرر رابعا", " مكرر خامسا"},
	data.Chinese: {"之二", "之三", "之四", "之五", "之六", "之七"},
}

// suggestedLabel is the number for something new behind a label: "3 bis." behind
// "3.", "(a) ter" where there is "(a) bis" already. "" where the label has no
// number, or no suffix is left.
func suggestedLabel(label string, lang data.Lang, taken func(string) bool) string {
	suffixes, own := insertions[lang]
	if !own {
		suffixes = insertions[data.English]
	}
	core := strings.TrimRight(label, " .、-–—")
	tail := label[len(core):]
	if strings.TrimSpace(tail) == "" {
		tail = ""
	}
	first := 0
	for i, s := range suffixes {
		if base, ok := strings.CutSuffix(core, s); ok {
			core, first = base, i+1
			break
		}
	}
	if core == "" {
		return ""
	}
	for _, s := range suffixes[first:] {
		if next := core + s + tail; !taken(next) {
			return next
		}
	}
	return ""
}

// suggested is the number for the new provision: behind the one before it.
func (d *drafting) suggested() string {
	v := d.reader
	t := v.page.text
	p, ok := t.Find(d.provision)
	if !ok {
		return ""
	}
	siblings := t.Children(p.Parent)
	behind := p
	if d.before {
		behind = data.Provision{}
		for i, s := range siblings {
			if s.ID == p.ID && i > 0 {
				behind = siblings[i-1]
			}
		}
	}
	labels := map[string]bool{}
	for _, s := range siblings {
		r, _ := s.In(d.lang)
		labels[bare(r.Label)] = true
		for _, x := range v.room.Desk.Proposals(s.ID) {
			if x.Kind == data.ProposalAdd && !x.Withdrawn {
				labels[bare(x.Label)] = true
			}
		}
	}
	r, _ := behind.In(d.lang)
	return suggestedLabel(r.Label, d.lang, func(label string) bool { return labels[bare(label)] })
}

// bare is a label without the points behind it.
func bare(label string) string { return strings.TrimRight(label, " .、-–—") }
