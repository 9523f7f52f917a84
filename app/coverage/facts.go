package coverage

import (
	"context"

	"travaux/data"
	"travaux/data/clause"
	"travaux/data/desk"
	"travaux/data/library"
	"travaux/data/mechanism"
)

// facts are what the page shows: read off the window's goroutine, and again only
// where the text or the library changed.
type facts struct {
	revision data.Revision
	lang     data.Lang
	paths    map[data.ID]string
	reading  *mechanism.Reading // nil: there is no text
	beside   []beside
	works    []data.Work // from which beside was read
}

// beside is a treaty of the library.
type beside struct {
	work   data.Work
	params map[string][]clause.Param // by the name of the requirement
	found  map[string]bool           // it provides that
}

// read reads what has changed since last.
func read(ctx context.Context, d *desk.Desk, lang data.Lang, last *facts, progress data.Progress) (*facts, error) {
	f := &facts{lang: lang, paths: map[data.ID]string{}}
	t, err := d.Current()
	switch {
	case data.CodeOf(err) == desk.CodeNoText:
		return f, nil
	case err != nil:
		return nil, err
	}
	f.revision = t.Revision
	for _, p := range t.Provisions {
		f.paths[p.ID] = p.Path
	}
	works := d.Works()
	steps := len(works) + 1
	progress.Done(0, steps)
	if last.reading != nil && last.lang == lang && same(last.revision, t.Revision) {
		f.reading = last.reading
	} else {
		f.reading = mechanism.Read(t.Provisions, lang)
	}
	f.works = works
	for i, w := range works {
		if ctx.Err() != nil {
			return nil, data.E(data.CodeCancelled).Because(ctx.Err())
		}
		progress.Done(i+1, steps)
		if b, ok := treaty(d, w, lang, last); ok {
			f.beside = append(f.beside, b)
		}
	}
	return f, nil
}

// same reports whether a revision is the same with the same languages.
func same(a, b data.Revision) bool { return a.ID == b.ID && len(a.Sources) == len(b.Sources) }

// treaty reads a work of the library, if it is a treaty or adopts one and is there in
// the language.
func treaty(d *desk.Desk, w data.Work, lang data.Lang, last *facts) (beside, bool) {
	if _, has := w.In(lang); !has || w.Kind != data.WorkTreaty && w.Kind != data.WorkResolution {
		return beside{}, false
	}
	if last.lang == lang {
		for _, b := range last.beside {
			if b.work.ID == w.ID && len(b.work.Texts) == len(w.Texts) {
				b.work = w
				return b, true
			}
		}
	}
	lines, err := d.WorkLines(w.ID, lang)
	if err != nil { // not come from the other laptop yet
		return beside{}, false
	}
	text := mechanism.Paragraphs(columns(lines, lang))
	if len(text) == 0 {
		return beside{}, false
	}
	b := beside{work: w, params: map[string][]clause.Param{}, found: map[string]bool{}}
	for _, c := range mechanism.Cover(text, lang) {
		b.params[c.Name], b.found[c.Name] = c.Params, len(c.Places) > 0
	}
	return b, true
}

// columns parts lines into what Paragraphs takes.
func columns(lines []library.Line, lang data.Lang) (paths, texts []string, _ data.Lang) {
	for _, l := range lines {
		paths, texts = append(paths, l.Path), append(texts, l.Text)
	}
	return paths, texts, lang
}
