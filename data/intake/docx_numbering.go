package intake

import (
	"encoding/xml"
	"strings"
)

// listLevels is how many levels a list in Word has.
const listLevels = 9

// maxLabel is how many characters a paragraph's number may have. Word allows
// 31 in a level's pattern; a hostile file could ask for millions.
const maxLabel = 64

// listLevel is one level of a list.
type listLevel struct {
	start      int
	format     string
	pattern    string // "%1.%2"
	legal      bool   // all numbers in it decimal
	restart    int    // level (from 1) whose use restarts this one, 0 never, -1 any higher one
	paraStyle  string // style linked to the level
	bulletFont string
	look       paraLook
}

// version is one of the two that a file with tracked changes holds. Each is
// numbered for itself.
type version uint8

const (
	versionNew version = iota // all changes accepted
	versionOld                // all changes rejected
	versions
)

// counting is how far the counting of a list has come.
type counting struct {
	count   [listLevels]int
	started [listLevels]bool
}

// abstractList is a list's definition, and how far its counting has come:
// lists (num) of one definition count on together.
type abstractList struct {
	levels   [listLevels]listLevel
	numStyle string // the definition is that of this style's list
	reached  [versions]counting
}

// list is a use of a definition, with its own changes to it.
type wordList struct {
	abstract string
	override map[int]listLevel
	start    map[int]int            // level -> number to start anew with
	begun    [versions]map[int]bool // levels that have started anew
}

// numbering is all lists of a file.
type numbering struct {
	styles    *styleSheet
	abstracts map[string]*abstractList
	lists     map[int]*wordList
}

func (f *docxFile) readNumbering(styles *styleSheet) (*numbering, error) {
	n := &numbering{styles: styles, abstracts: map[string]*abstractList{}, lists: map[int]*wordList{}}
	err := f.readOptional(f.parts["numbering"], func(x *xmlStream, _ xml.StartElement) error {
		return x.children(func(e xml.StartElement) error {
			switch e.Name.Local {
			case "abstractNum":
				return n.readAbstract(x, e)
			case "num":
				return n.readList(x, e)
			}
			return x.skip()
		})
	})
	return n, err
}

func newLevel() listLevel {
	return listLevel{start: 0, format: "decimal", restart: -1, look: newParaLook()}
}

func (n *numbering) readAbstract(x *xmlStream, e xml.StartElement) error {
	if len(n.abstracts) >= maxDefinitions {
		return tooMany(x)
	}
	a := &abstractList{}
	for i := range a.levels {
		a.levels[i] = newLevel()
	}
	if id := attrOf(e, "abstractNumId"); n.abstracts[id] == nil {
		n.abstracts[id] = a
	}
	return x.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "numStyleLink":
			a.numStyle = valOf(e)
		case "lvl":
			i, level, err := readLevel(x, e)
			a.levels[i] = level
			return err
		}
		return x.skip()
	})
}

func (n *numbering) readList(x *xmlStream, e xml.StartElement) error {
	if len(n.lists) >= maxDefinitions {
		return tooMany(x)
	}
	l := &wordList{override: map[int]listLevel{}, start: map[int]int{}, begun: [versions]map[int]bool{{}, {}}}
	if id := wholeNumber(attrOf(e, "numId"), 0); n.lists[id] == nil {
		n.lists[id] = l
	}
	return x.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "abstractNumId":
			l.abstract = valOf(e)
		case "lvlOverride":
			at := min(max(wholeNumber(attrOf(e, "ilvl"), 0), 0), listLevels-1)
			return x.children(func(e xml.StartElement) error {
				switch e.Name.Local {
				case "startOverride":
					l.start[at] = max(wholeNumber(valOf(e), 0), 0)
				case "lvl":
					_, level, err := readLevel(x, e)
					l.override[at] = level
					return err
				}
				return x.skip()
			})
		}
		return x.skip()
	})
}

func readLevel(x *xmlStream, e xml.StartElement) (int, listLevel, error) {
	at := min(max(wholeNumber(attrOf(e, "ilvl"), 0), 0), listLevels-1)
	level := newLevel()
	err := x.children(func(e xml.StartElement) error { return level.take(x, e) })
	return at, level, err
}

func (l *listLevel) take(x *xmlStream, e xml.StartElement) error {
	switch e.Name.Local {
	case "start":
		l.start = max(wholeNumber(valOf(e), 0), 0)
	case "numFmt":
		l.format = valOf(e)
	case "lvlText":
		l.pattern = valOf(e)
	case "isLgl":
		l.legal = isOn(e)
	case "lvlRestart":
		l.restart = max(wholeNumber(valOf(e), 0), 0)
	case "pStyle":
		l.paraStyle = valOf(e)
	case "AlternateContent": // formats of later versions; the fallback is the format known to all
		return x.children(func(e xml.StartElement) error {
			if e.Name.Local != "Fallback" {
				return x.skip()
			}
			return x.children(func(e xml.StartElement) error { return l.take(x, e) })
		})
	case "pPr":
		return x.children(func(e xml.StartElement) error {
			if e.Name.Local == "ind" {
				l.look.takeIndent(e)
			}
			return x.skip()
		})
	case "rPr":
		return x.children(func(e xml.StartElement) error {
			if e.Name.Local == "rFonts" {
				l.bulletFont = attrOf(e, "ascii")
			}
			return x.skip()
		})
	}
	return x.skip()
}

// listPlace is a paragraph's place in a list.
type listPlace struct {
	list     *wordList
	abstract *abstractList
	level    int
}

// of finds the list of a paragraph: its own, else its style's. A style's level
// is the one linked to that style. numId 0 takes numbering away.
func (n *numbering) of(own paraLook, st *wordStyle) (listPlace, bool) {
	id, level := own.numID, own.level
	byStyle := id < 0
	if byStyle {
		id = st.para.numID
	}
	l := n.lists[id]
	if id <= 0 || l == nil {
		return listPlace{}, false
	}
	l, a := n.resolve(l)
	if a == nil {
		return listPlace{}, false
	}
	if level < 0 && st.para.numID >= 0 {
		level = st.para.level
		if byStyle {
			level = a.linked(level, st.numStyle)
			level = a.linked(level, st.id)
		}
	}
	return listPlace{l, a, max(level, 0)}, true
}

// linked returns the level linked to a style, otherwise if there is none.
func (a *abstractList) linked(otherwise int, styleID string) int {
	for i := range a.levels {
		if link := a.levels[i].paraStyle; link != "" && link == styleID {
			return i
		}
	}
	return otherwise
}

// resolve follows definitions that are kept in a numbering style.
func (n *numbering) resolve(l *wordList) (*wordList, *abstractList) {
	for range 10 {
		a := n.abstracts[l.abstract]
		if a == nil || a.numStyle == "" {
			return l, a
		}
		next := n.lists[n.styles.find(a.numStyle).para.numID]
		if next == nil || next == l {
			return l, a
		}
		if len(l.start)+len(l.override) > 0 { // its own restarts stay
			return l, n.abstracts[next.abstract]
		}
		l = next
	}
	return l, nil
}

func (p listPlace) definition(level int) listLevel {
	if o, ok := p.list.override[level]; ok {
		return o
	}
	return p.abstract.levels[level]
}

// first is the number that a level starts with.
func (p listPlace) first(level int) int {
	if s, ok := p.list.start[level]; ok {
		return s
	}
	return p.definition(level).start
}

// label counts the paragraph in a version and returns its number as printed
// there. A paragraph that is not in that version shows the number it would
// have and is not counted.
func (p listPlace) label(v version, counted bool) string {
	reached := &p.abstract.reached[v]
	now := *reached
	_, anew := p.list.start[p.level]
	anew = anew && !p.list.begun[v][p.level]
	if !now.started[p.level] || anew {
		now.count[p.level] = p.first(p.level)
	} else {
		now.count[p.level]++
	}
	now.started[p.level] = true
	for deeper := p.level + 1; deeper < listLevels; deeper++ {
		restart := p.definition(deeper).restart
		if restart < 0 || restart > 0 && p.level <= restart-1 {
			now.started[deeper] = false
		}
	}
	if counted {
		*reached = now
		p.list.begun[v][p.level] = true
	}
	return p.print(now)
}

// print fills a level's pattern with numbers.
func (p listPlace) print(now counting) string {
	d := p.definition(p.level)
	if d.format == "bullet" {
		return bullet(d.pattern, d.bulletFont)
	}
	var b strings.Builder
	pattern := []rune(d.pattern)
	if len(pattern) > maxLabel {
		pattern = pattern[:maxLabel]
	}
	for i := 0; i < len(pattern); i++ {
		if pattern[i] != '%' || i+1 == len(pattern) || pattern[i+1] < '1' || pattern[i+1] > '9' {
			b.WriteRune(pattern[i])
			continue
		}
		i++
		level := int(pattern[i] - '1')
		value := now.count[level]
		if !now.started[level] {
			value = p.first(level)
		}
		format := p.definition(level).format
		if d.legal && format != "none" {
			format = "decimal"
		}
		b.WriteString(formatNumber(format, value))
	}
	label := []rune(strings.TrimSpace(b.String()))
	return string(label[:min(len(label), maxLabel)])
}

// bullet returns a bullet as a character every font has.
func bullet(pattern, font string) string {
	for _, r := range pattern {
		switch {
		case r >= 0xE000 && r <= 0xF8FF && font == "Symbol":
			if c := symbolFont[r&0xff]; c != 0 {
				return string(c)
			}
			return "•"
		case r >= 0xE000 && r <= 0xF8FF:
			return "•"
		case r == 'o':
			return "◦"
		case r > ' ':
			return string(r)
		}
	}
	return ""
}
