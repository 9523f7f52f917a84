package bidi

import xbidi "golang.org/x/text/unicode/bidi"

// class is the property Bidi_Class (UAX #9, table 4).
type class uint8

const (
	l   = class(xbidi.L)
	r   = class(xbidi.R)
	al  = class(xbidi.AL)
	en  = class(xbidi.EN)
	es  = class(xbidi.ES)
	et  = class(xbidi.ET)
	an  = class(xbidi.AN)
	cs  = class(xbidi.CS)
	nsm = class(xbidi.NSM)
	bn  = class(xbidi.BN)
	b   = class(xbidi.B)
	s   = class(xbidi.S)
	ws  = class(xbidi.WS)
	on  = class(xbidi.ON)
	lre = class(xbidi.LRE)
	rle = class(xbidi.RLE)
	lro = class(xbidi.LRO)
	rlo = class(xbidi.RLO)
	pdf = class(xbidi.PDF)
	lri = class(xbidi.LRI)
	rli = class(xbidi.RLI)
	fsi = class(xbidi.FSI)
	pdi = class(xbidi.PDI)
)

// set is a set of classes.
type set uint32

func of(classes ...class) (members set) {
	for _, c := range classes {
		members |= 1 << c
	}
	return members
}

func (members set) has(c class) bool { return members>>c&1 != 0 }

var (
	embeddings = of(lre, rle, lro, rlo)
	initiators = of(lri, rli, fsi)
	isolates   = initiators | of(pdi)
	removed    = embeddings | of(pdf, bn) // by rule X9
	neutrals   = isolates | of(b, s, ws, on)
	numbers    = of(en, an)
	// trimmed is what rule L1 takes back to the paragraph's level before a
	// separator and at a line's end; removed characters go along (section 5.2).
	trimmed = isolates | removed | of(ws)
)

// common holds the classes of the first blocks, Latin to Arabic, where nearly
// all lookups fall.
var common = func() (classes [0x700]class) {
	for c := range classes {
		classes[c] = lookup(rune(c))
	}
	return classes
}()

func classOf(c rune) class {
	if uint32(c) < uint32(len(common)) {
		return common[c]
	}
	return lookup(c)
}

func lookup(c rune) class {
	properties, _ := xbidi.LookupRune(c)
	return class(properties.Class())
}

// leftToRight tells that a rune can never raise a level above that of a
// left-to-right paragraph: it is neither right-to-left, nor an Arabic number,
// nor a formatting character. It may say false where true would do.
func leftToRight(c rune) bool {
	switch {
	case c < 0x0590:
		return true
	case c < 0x0900: // Hebrew to Arabic Extended-A
		return false
	case c < 0x200F:
		return true
	case c < 0x2070: // marks, embeddings, isolates
		return c > 0x200F && c < 0x202A || c > 0x202E && c < 0x2066
	case c < 0xFB1D:
		return true
	case c < 0xFF00: // presentation forms
		return c >= 0xFE10 && c < 0xFE70
	}
	return c < 0x10800
}
