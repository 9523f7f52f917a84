package papers

import (
	"strings"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/states"
	"travaux/translations"
)

// entry is one provision that will be in the papers.
type entry struct {
	provision data.ID
	path      string
	stance    data.Stance // as the paper shows it
	state     data.ApprovalState
	lacks     []lack
}

// lack is something of a provision that some of the papers' languages miss.
type lack struct {
	what  string // catalogue id
	langs []data.Lang
}

// entries lists what the ordered papers will say, in the order of the text.
func entries(d *desk.Desk, o order, cite func(string) string) ([]entry, error) {
	t, err := d.Current()
	if data.CodeOf(err) == desk.CodeNoText || len(o.langs) == 0 {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var out []entry
	seen := map[string]bool{}
	lines := map[string]data.PublicLine{}
	for _, lang := range o.langs {
		brief, err := d.PublicDraft(o.options(lang, cite), states.Name(d.Negotiation().State, lang))
		if err != nil {
			return nil, err
		}
		for _, line := range brief.Lines {
			seen[line.Path] = true
			lines[line.Path] = line
		}
	}
	for _, p := range t.Provisions {
		if !seen[p.Path] {
			continue
		}
		out = append(out, entry{
			provision: p.ID, path: p.Path, stance: lines[p.Path].Stance,
			state: d.Approval(p.ID).State, lacks: lacks(p, d.Position(p.ID), o.langs),
		})
	}
	return out, nil
}

// lacks finds what is written in some language and not in all of the papers'.
func lacks(p data.Provision, position data.Position, langs []data.Lang) []lack {
	text := data.Words{}
	for lang := range p.Text {
		text[lang] = "-"
	}
	var out []lack
	for _, x := range []struct {
		what  string
		words data.Words
	}{{"papers.lack.text", text}, {"papers.lack.wording", position.Wording}, {"papers.lack.reasons", position.PublicReasons}} {
		written := false
		for _, s := range x.words {
			written = written || s != ""
		}
		var missing []data.Lang
		for _, lang := range langs {
			if strings.TrimSpace(x.words[lang]) == "" {
				missing = append(missing, lang)
			}
		}
		if written && len(missing) > 0 {
			out = append(out, lack{x.what, missing})
		}
	}
	return out
}

// words says what an entry lacks.
func (e entry) words(loc *translations.Localizer) string {
	var all []string
	for _, l := range e.lacks {
		all = append(all, loc.T(l.what, "languages", languages(loc, l.langs)))
	}
	return strings.Join(all, "; ")
}

func languages(loc *translations.Localizer, langs []data.Lang) string {
	var names []string
	for _, l := range langs {
		names = append(names, loc.T("language."+string(l)))
	}
	return loc.List(names)
}
