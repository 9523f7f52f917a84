package library

import (
	"slices"
	"sync"

	"travaux/data"
)

// Line is one paragraph of a work in one language, verbatim.
type Line struct {
	Path    string // in the outline of the work, unique in it and the same in all its languages
	Pointer string // as in data.Paragraph
	Text    string
}

// Volume is a work in one language.
type Volume struct {
	Work  data.Work
	Lines []Line
}

// Shelf is the library in one language, ready to be asked. To build one of
// 50,000 paragraphs takes about a second: not for the window's goroutine.
type Shelf struct {
	lang    data.Lang
	volumes []Volume
	starts  []int // the number of each volume's first paragraph
	index   *index
	naming  sync.Once
	called  [][]name // by volume, once naming is done
}

// NewShelf puts volumes of one language on a shelf; their order is the order in
// which what is equally good is given. The lines are kept, not copied.
func NewShelf(lang data.Lang, volumes []Volume) *Shelf {
	s := &Shelf{lang: lang, volumes: volumes}
	var texts []string
	for _, v := range volumes {
		s.starts = append(s.starts, len(texts))
		for _, l := range v.Lines {
			texts = append(texts, l.Text)
		}
	}
	s.index = newIndex(texts)
	return s
}

// Lang is the language of the shelf.
func (s *Shelf) Lang() data.Lang { return s.lang }

// Len is the number of its paragraphs.
func (s *Shelf) Len() int { return len(s.index.texts) }

// Volumes are the works on the shelf. Not to be altered.
func (s *Shelf) Volumes() []Volume { return s.volumes }

// Line gives a paragraph of a work; ok is false where the shelf has none.
func (s *Shelf) Line(p Place) (l Line, ok bool) {
	if i := s.number(p); i >= 0 {
		v := s.volume(i)
		return s.volumes[v].Lines[i-s.starts[v]], true
	}
	return Line{}, false
}

// number is the number of a paragraph, -1 where the shelf has none.
func (s *Shelf) number(p Place) int {
	for n, v := range s.volumes {
		if v.Work.ID != p.Work {
			continue
		}
		if i := slices.IndexFunc(v.Lines, func(l Line) bool { return l.Path == p.Path }); i >= 0 {
			return s.starts[n] + i
		}
	}
	return -1
}

// volume is the number of the volume that a paragraph stands in.
func (s *Shelf) volume(paragraph int) int {
	n, found := slices.BinarySearch(s.starts, paragraph)
	if !found {
		return n - 1
	}
	for n+1 < len(s.starts) && s.starts[n+1] == paragraph { // volumes without paragraphs
		n++
	}
	return n
}

func (s *Shelf) place(paragraph int) Place {
	v := s.volume(paragraph)
	l := s.volumes[v].Lines[paragraph-s.starts[v]]
	return Place{s.volumes[v].Work.ID, l.Path, l.Pointer}
}
