package intake

import "encoding/xml"

// runLook is what formatting says of a run that matters for reading it.
// toggles hold for a style; a run's own are absolute.
type runLook struct {
	bold, italic, strike, hidden, rtl tristate
	underline                         tristate
	lang, langEast, langBidi          string
}

// tristate is a property that may be left unsaid.
type tristate uint8

const (
	unsaid tristate = iota
	yes
	no
)

func said(isOn bool) tristate {
	if isOn {
		return yes
	}
	return no
}

func (t tristate) or(inherited tristate) tristate {
	if t == unsaid {
		return inherited
	}
	return t
}

// over lays a look over the one it inherits from.
func (l runLook) over(base runLook) runLook {
	l.bold = l.bold.or(base.bold)
	l.italic = l.italic.or(base.italic)
	l.strike = l.strike.or(base.strike)
	l.hidden = l.hidden.or(base.hidden)
	l.rtl = l.rtl.or(base.rtl)
	l.underline = l.underline.or(base.underline)
	if l.lang == "" {
		l.lang = base.lang
	}
	if l.langEast == "" {
		l.langEast = base.langEast
	}
	if l.langBidi == "" {
		l.langBidi = base.langBidi
	}
	return l
}

// toggled combines the looks of a paragraph's and a character's style: a
// toggle set by both cancels out (ECMA-376 part 1, 17.7.3).
func (l runLook) toggled(paragraph runLook) runLook {
	both := l.over(paragraph)
	cancel := func(a, b tristate, out *tristate) {
		if a == yes && b == yes {
			*out = no
		}
	}
	cancel(l.bold, paragraph.bold, &both.bold)
	cancel(l.italic, paragraph.italic, &both.italic)
	cancel(l.strike, paragraph.strike, &both.strike)
	cancel(l.hidden, paragraph.hidden, &both.hidden)
	return both
}

// take reads one child of rPr into the look; ok is false if it is none of its
// business and still to be consumed.
func (l *runLook) take(e xml.StartElement) (ok bool) {
	switch e.Name.Local {
	case "b":
		l.bold = said(isOn(e))
	case "i":
		l.italic = said(isOn(e))
	case "strike", "dstrike":
		l.strike = said(isOn(e) || l.strike == yes)
	case "vanish":
		l.hidden = said(isOn(e))
	case "rtl":
		l.rtl = said(isOn(e))
	case "u":
		l.underline = said(valOf(e) != "none")
	case "lang":
		l.lang, l.langEast, l.langBidi = valOf(e), attrOf(e, "eastAsia"), attrOf(e, "bidi")
	default:
		return false
	}
	return true
}

// paraLook is what formatting says of a paragraph.
type paraLook struct {
	numID, level            int // number of the list and level in it; -1: unsaid
	outline                 int // from 0; -1: unsaid
	centred, bidi           tristate
	left, firstLine         int
	leftSaid, firstLineSaid bool
}

func newParaLook() paraLook { return paraLook{numID: -1, level: -1, outline: -1} }

// over lays a look over the one it inherits from. Numbering is inherited by
// rules of its own and left alone.
func (l paraLook) over(base paraLook) paraLook {
	if l.outline < 0 {
		l.outline = base.outline
	}
	l.centred = l.centred.or(base.centred)
	l.bidi = l.bidi.or(base.bidi)
	if !l.leftSaid {
		l.left, l.leftSaid = base.left, base.leftSaid
	}
	if !l.firstLineSaid {
		l.firstLine, l.firstLineSaid = base.firstLine, base.firstLineSaid
	}
	return l
}

// take reads one child of pPr; ok is false if it is still to be consumed.
func (l *paraLook) take(x *xmlStream, e xml.StartElement) (ok bool, err error) {
	switch e.Name.Local {
	case "numPr":
		return true, x.children(func(e xml.StartElement) error {
			switch e.Name.Local {
			case "numId":
				l.numID = wholeNumber(valOf(e), 0)
			case "ilvl":
				l.level = min(max(wholeNumber(valOf(e), 0), 0), listLevels-1)
			}
			return x.skip()
		})
	case "outlineLvl":
		l.outline = wholeNumber(valOf(e), -1)
	case "jc":
		l.centred = said(valOf(e) == "center")
	case "bidi":
		l.bidi = said(isOn(e))
	case "ind":
		l.takeIndent(e)
	default:
		return false, nil
	}
	return true, x.skip()
}

func (l *paraLook) takeIndent(e xml.StartElement) {
	for _, name := range []string{"start", "left"} {
		if v := attrOf(e, name); v != "" {
			l.left, l.leftSaid = wholeNumber(v, 0), true
		}
	}
	if v := attrOf(e, "hanging"); v != "" {
		l.firstLine, l.firstLineSaid = -wholeNumber(v, 0), true
	} else if v := attrOf(e, "firstLine"); v != "" {
		l.firstLine, l.firstLineSaid = wholeNumber(v, 0), true
	}
}

// style is a style with what it inherits already laid under it.
type wordStyle struct {
	id, name, basedOn, kind string
	isDefault               bool
	para                    paraLook
	run                     runLook
	numStyle                string // style of the chain that gave para.numID
	resolved                bool
}

// styleSheet is the styles of a file.
type styleSheet struct {
	byID     map[string]*wordStyle
	inOrder  []*wordStyle
	defaults wordStyle // the document's
	normal   *wordStyle
}

// find returns the style with that id; the default one for an unknown
// paragraph style; never nil.
func (s *styleSheet) find(id string) *wordStyle {
	if st := s.byID[id]; st != nil {
		return st
	}
	return &s.defaults
}

// forParagraph returns the style of a paragraph, the default one if it names none.
func (s *styleSheet) forParagraph(id string) *wordStyle {
	if st := s.byID[id]; st != nil {
		return st
	}
	if s.normal != nil {
		return s.normal
	}
	return &s.defaults
}

func (f *docxFile) readStyles() (*styleSheet, error) {
	s := &styleSheet{byID: map[string]*wordStyle{}, defaults: wordStyle{para: newParaLook(), resolved: true}}
	err := f.readOptional(f.parts["styles"], func(x *xmlStream, _ xml.StartElement) error {
		return x.children(func(e xml.StartElement) error {
			switch e.Name.Local {
			case "docDefaults":
				return x.children(func(e xml.StartElement) error { // rPrDefault, pPrDefault
					return readStyle(x, &s.defaults)
				})
			case "style":
				if len(s.inOrder) >= maxDefinitions {
					return tooMany(x)
				}
				st := &wordStyle{id: attrOf(e, "styleId"), kind: attrOf(e, "type"), para: newParaLook()}
				st.isDefault = attrOf(e, "default") == "1" || attrOf(e, "default") == "true"
				if s.byID[st.id] == nil {
					s.byID[st.id] = st
					s.inOrder = append(s.inOrder, st)
				}
				return readStyle(x, st)
			}
			return x.skip()
		})
	})
	s.inherit()
	return s, err
}

func readStyle(x *xmlStream, st *wordStyle) error {
	return x.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "name":
			st.name = valOf(e)
		case "basedOn":
			st.basedOn = valOf(e)
		case "pPr":
			return x.children(func(e xml.StartElement) error {
				if ok, err := st.para.take(x, e); ok {
					return err
				}
				return x.skip()
			})
		case "rPr":
			return x.children(func(e xml.StartElement) error {
				st.run.take(e)
				return x.skip()
			})
		}
		return x.skip()
	})
}

// inherit lays under each style what it is based on.
func (s *styleSheet) inherit() {
	var resolve func(st *wordStyle, depth int)
	resolve = func(st *wordStyle, depth int) {
		if st.resolved {
			return
		}
		st.resolved = true // also ends a circle of styles
		if st.para.numID >= 0 {
			st.numStyle = st.id
		}
		base := s.byID[st.basedOn]
		if base == nil || depth > maxDepth {
			if st.kind == "paragraph" {
				st.para = st.para.over(s.defaults.para)
			}
			return
		}
		resolve(base, depth+1)
		st.para = st.para.over(base.para)
		st.run = st.run.over(base.run)
		if st.para.numID < 0 {
			st.para.numID, st.numStyle = base.para.numID, base.numStyle
		}
		if st.para.level < 0 {
			st.para.level = base.para.level
		}
	}
	for _, st := range s.inOrder {
		resolve(st, 0)
		if st.kind == "paragraph" && st.isDefault && s.normal == nil {
			s.normal = st
		}
	}
}
