package revisions

import (
	"context"
	"reflect"
	"sync"

	"travaux/data"
	"travaux/data/desk"
)

// remembered keeps the latest comparison for as long as the pairs are the same:
// most acts on the page change none. It may be used from any goroutine.
type remembered struct {
	mu       sync.Mutex
	old, new data.ID
	lang     data.Lang
	langs    int
	pairings []data.Pairing
	compared *desk.Compared
}

// compare is desk.Compare, in the wanted language or, where one of the revisions
// lacks it, in the first that both have.
func (m *remembered) compare(ctx context.Context, d *desk.Desk, old, new data.ID, lang data.Lang) (*desk.Compared, error) {
	if old.IsZero() {
		old = d.Before(new)
	}
	lang = inBoth(d, old, new, lang)
	pairings, langs := d.Pairings(new), languages(d)
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.compared != nil && m.old == old && m.new == new && m.lang == lang && m.langs == langs && reflect.DeepEqual(m.pairings, pairings) {
		return m.compared, nil
	}
	c, err := d.Compare(ctx, old, new, lang)
	if err != nil {
		return nil, err
	}
	m.old, m.new, m.lang, m.langs, m.pairings, m.compared = old, new, lang, langs, pairings, c
	return c, nil
}

// inBoth is a language that two revisions have: the wanted one if they do.
func inBoth(d *desk.Desk, old, new data.ID, want data.Lang) data.Lang {
	has := map[data.Lang]int{}
	for _, r := range d.Revisions() {
		if r.ID != old && r.ID != new {
			continue
		}
		for _, lang := range r.Langs() {
			has[lang]++
		}
	}
	for _, lang := range append([]data.Lang{want, data.English}, data.Langs...) {
		if has[lang] == 2 {
			return lang
		}
	}
	return want
}

// languages counts the language versions of all revisions: one more may change a
// comparison.
func languages(d *desk.Desk) (n int) {
	for _, r := range d.Revisions() {
		n += len(r.Sources)
	}
	return n
}
