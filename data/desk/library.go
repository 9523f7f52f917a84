package desk

import (
	"cmp"
	"context"
	"crypto/sha256"
	"path"
	"reflect"
	"slices"
	"strings"
	"sync"

	"travaux/data"
	"travaux/data/change"
	"travaux/data/library"
)

// lending is the library of agreed language. A work is one small record; its
// paragraphs are one packed file for each language, so that opening a desk reads
// none of them and the log does not grow with them. What is looked for in is
// built when it is first asked for.
type lending struct {
	works   shelf[data.Work]
	lent    sync.Mutex // guards shelves, and lets one be built at a time
	shelves map[data.Lang]*lentShelf
}

// lentShelf is the library in one language, and what it was made of.
type lentShelf struct {
	of      string     // works and their texts, in order
	missing [][32]byte // paragraphs that have not come from another laptop yet
	shelf   *library.Shelf
}

// WorkReading is a work as it was read in one language.
type WorkReading struct {
	Source data.Source // the file it was read from
	Lines  []library.Line
}

// foldWork keeps a work with its languages, or drops it if it was deleted.
func (d *Desk) foldWork(rec change.Record) error {
	var w data.Work
	ok, err := field(rec, fieldBody, &w)
	if err != nil {
		return err
	}
	if !ok {
		d.works.drop(rec.Entity)
		return nil
	}
	w.Texts, w.Langs = nil, nil
	for _, lang := range data.Langs {
		var t data.WorkText
		if ok, err := field(rec, fieldSource+"/"+string(lang), &t); err != nil {
			return err
		} else if ok {
			w.Texts, w.Langs = append(w.Texts, t), append(w.Langs, lang)
		}
	}
	d.works.put(rec.Entity, w, recorded(rec), false)
	return nil
}

func placeWork(data.ID, *data.Work) ([]data.ID, bool) { return nil, false }

// Works returns the works of the library, the latest first; those without a date
// last, by name.
func (d *Desk) Works() []data.Work {
	d.mu.RLock()
	defer d.mu.RUnlock()
	out := d.works.everything()
	slices.SortStableFunc(out, func(a, b data.Work) int {
		return cmp.Or(strings.Compare(b.Date.String(), a.Date.String()), strings.Compare(a.Name(data.English), b.Name(data.English)))
	})
	return out
}

// Work returns the work of that identity, and whether there is one.
func (d *Desk) Work(id data.ID) (data.Work, bool) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.works.get(id)
}

// AddWork puts a work into the library, as one act, in the languages in which it
// was read. A work with a symbol that the library has, or the identity of one,
// gets further languages; what is known of it stays as it is.
//
// Codes: CodeEmpty where it has neither symbol nor title, or a language has no
// paragraphs; CodeAlready where the work has that language; data.CodeInput.
func (d *Desk) AddWork(ctx context.Context, w data.Work, readings ...WorkReading) (data.Work, error) {
	w.Symbol = strings.TrimSpace(w.Symbol)
	old, known := d.known(w)
	if known {
		w = old
	}
	if w.Name(data.English) == "" || len(readings) == 0 {
		return w, data.E(CodeEmpty)
	}
	var writes []change.Write
	if !known {
		w.ID, w.Author = data.NewID(), d.Me().ID
		body := w
		body.Texts, body.Langs = nil, nil
		writes = append(writes, about(kindWork, w.ID), set(kindWork, root, w.ID, fieldBody, body))
	}
	for _, r := range readings {
		lang, isOurs := data.ParseLang(string(r.Source.Lang))
		switch _, has := w.In(lang); {
		case !isOurs:
			return w, data.E(data.CodeInput, "what", "language")
		case has:
			return w, data.E(CodeAlready, "symbol", w.Name(lang), "lang", string(lang))
		case len(r.Lines) == 0:
			return w, data.E(CodeEmpty)
		}
		sum, err := d.store.PutBlob(ctx, library.Pack(r.Lines))
		if err != nil {
			return w, err
		}
		t := data.WorkText{Source: r.Source, Packed: sum, Number: len(r.Lines)}
		w.Texts = append(w.Texts, t)
		writes = append(writes, set(kindWork, root, w.ID, fieldSource+"/"+string(lang), t))
	}
	if err := d.act(ctx, "act.work", writes...); err != nil {
		return w, err
	}
	w, _ = d.Work(w.ID)
	return w, nil
}

// known is the work of the library that a work is: by its identity, else by its
// symbol.
func (d *Desk) known(w data.Work) (data.Work, bool) {
	if old, ok := d.Work(w.ID); ok {
		return old, true
	}
	for _, old := range d.Works() {
		if w.Symbol != "" && strings.EqualFold(strings.Join(strings.Fields(old.Symbol), " "), strings.Join(strings.Fields(w.Symbol), " ")) {
			return old, true
		}
	}
	return data.Work{}, false
}

// SetWork changes what a work is called, its date, its kind, and whether it is
// agreed. Writing nothing new is no act.
func (d *Desk) SetWork(ctx context.Context, w data.Work) error {
	old, ok := d.Work(w.ID)
	if !ok {
		return data.E(data.CodeNotFound, "what", "work")
	}
	w.Symbol, w.Author, w.Texts, w.Langs = strings.TrimSpace(w.Symbol), old.Author, nil, nil
	old.Texts, old.Langs = nil, nil
	switch {
	case w.Name(data.English) == "":
		return data.E(CodeEmpty)
	case reflect.DeepEqual(old, w):
		return nil
	}
	return d.act(ctx, "act.work.edit", set(kindWork, root, w.ID, fieldBody, w))
}

// DeleteWork takes a work out of the library.
func (d *Desk) DeleteWork(ctx context.Context, id data.ID) error {
	if _, ok := d.Work(id); !ok {
		return data.E(data.CodeNotFound, "what", "work")
	}
	return d.act(ctx, "act.work.delete", tombstone(kindWork, root, id, fieldBody))
}

// WorkLines returns the paragraphs of a work in one language; data.CodeNotFound
// where it does not have the language, or where they have not come from another
// laptop yet.
func (d *Desk) WorkLines(id data.ID, lang data.Lang) ([]library.Line, error) {
	w, ok := d.Work(id)
	t, has := w.In(lang)
	if !ok || !has {
		return nil, data.E(data.CodeNotFound, "what", "work")
	}
	packed, err := d.store.Blob(t.Packed)
	if err != nil {
		return nil, err
	}
	return library.Unpack(packed)
}

// WorkParagraphs returns the paragraphs of a work in all its languages, joined by
// their places in the document.
func (d *Desk) WorkParagraphs(id data.ID) ([]data.Paragraph, error) {
	w, ok := d.Work(id)
	if !ok {
		return nil, data.E(data.CodeNotFound, "what", "work")
	}
	lines := map[data.Lang][]library.Line{}
	for _, lang := range w.Langs {
		in, err := d.WorkLines(id, lang)
		if err != nil {
			return nil, err
		}
		lines[lang] = in
	}
	return library.Join(id, lines), nil
}

// Library returns the library in a language, ready to be asked. It is built when
// it is first asked for and kept until a work changes: for 50,000 paragraphs it
// takes seconds, so it is not for the window's goroutine.
func (d *Desk) Library(lang data.Lang) (*library.Shelf, error) {
	d.lent.Lock()
	defer d.lent.Unlock()
	works := d.Works()
	of := madeOf(works, lang)
	if s := d.shelves[lang]; s != nil && s.of == of && !d.arrived(s.missing) {
		return s.shelf, nil
	}
	s := &lentShelf{of: of}
	var volumes []library.Volume
	for _, w := range works {
		t, has := w.In(lang)
		if !has {
			continue
		}
		packed, err := d.store.Blob(t.Packed)
		if data.CodeOf(err) == data.CodeNotFound {
			s.missing = append(s.missing, t.Packed)
			continue
		}
		if err != nil {
			return nil, err
		}
		lines, err := library.Unpack(packed)
		if err != nil {
			return nil, err
		}
		volumes = append(volumes, library.Volume{Work: w, Lines: lines})
	}
	s.shelf = library.NewShelf(lang, volumes)
	if d.shelves == nil {
		d.shelves = map[data.Lang]*lentShelf{}
	}
	d.shelves[lang] = s
	return s.shelf, nil
}

// LibraryReady reports whether Library answers without building anything.
func (d *Desk) LibraryReady(lang data.Lang) bool {
	if !d.lent.TryLock() {
		return false
	}
	defer d.lent.Unlock()
	s := d.shelves[lang]
	return s != nil && s.of == madeOf(d.Works(), lang)
}

// madeOf tells works and their texts in a language from others.
func madeOf(works []data.Work, lang data.Lang) string {
	var b strings.Builder
	for _, w := range works {
		if t, has := w.In(lang); has {
			b.Write(w.ID[:])
			b.Write(t.Packed[:])
			b.WriteString(w.Symbol + "\x00" + w.Title[lang] + "\x00")
		}
	}
	return b.String()
}

// arrived reports whether paragraphs that were missing are there now.
func (d *Desk) arrived(missing [][32]byte) bool {
	return slices.ContainsFunc(missing, func(sum [32]byte) bool {
		_, err := d.store.Blob(sum)
		return err == nil
	})
}

// WorkOf puts together what AddWork needs of a file that was read: a document
// without a title is called as its file.
func WorkOf(name, format string, content []byte, lang data.Lang, symbol, title string, date data.Date, kind data.WorkKind, lines []library.Line) (data.Work, WorkReading) {
	if strings.TrimSpace(title) == "" && symbol == "" {
		title = strings.TrimSuffix(name, path.Ext(name))
	}
	w := data.Work{Symbol: symbol, Title: data.Words{lang: title}, Date: date, Kind: kind, Agreed: kind != data.WorkOther}
	return w, WorkReading{
		Source: data.Source{Lang: lang, Name: name, Format: format, Size: len(content), SHA256: sha256.Sum256(content)}, Lines: lines,
	}
}
