package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/responses"

	"travaux/data/intake/pdf/layout"
)

// scanner reads the words of one page. A call into the library for every
// character would be slow, so places and fonts are asked for by word.
type scanner struct {
	lib   pdfium.Pdfium
	text  references.FPDF_TEXTPAGE
	frame frame

	out    []layout.Word
	runes  []rune
	index  []int   // of the word's characters
	size   float64 // as the file says, unscaled
	base   float64 // in the file's coordinates
	breaks bool
	glued  bool
}

// maxChars is how many characters of a page are read; the fullest known page
// of a treaty has 6,000.
const maxChars = 100_000

func (s *scanner) words() ([]layout.Word, error) {
	count, err := s.lib.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: s.text})
	if err != nil {
		return nil, err
	}
	for i := range min(count.Count, maxChars) {
		u, err := s.lib.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: s.text, Index: i})
		if err != nil {
			return nil, err
		}
		if err := s.take(rune(u.Unicode), i); err != nil {
			return nil, err
		}
	}
	return s.out, s.end()
}

// Signs that the library puts in the place of others.
const (
	brokenHyphen = '\u0002' // a hyphen at the end of a line that it takes for a division
	notCharacter = '\uFFFE'
)

// take adds a character to the word, or ends it.
func (s *scanner) take(r rune, i int) error {
	switch {
	case r == '\r' || r == '\n':
		err := s.end()
		s.breaks = true
		return err
	case r == brokenHyphen || r == notCharacter:
		r = '-'
	case r == 0 || r < ' ' || unicode.IsSpace(r):
		return s.end()
	case !unicode.IsPrint(r) && !unicode.Is(unicode.Cf, r) && !unicode.Is(unicode.Co, r):
		r = unicode.ReplacementChar
	}
	size, err := s.lib.FPDFText_GetFontSize(&requests.FPDFText_GetFontSize{TextPage: s.text, Index: i})
	if err != nil {
		return err
	}
	if len(s.runes) > 0 {
		apart, err := s.raised(r, i, size.FontSize)
		if err == nil && apart {
			err = s.end()
			s.glued = true
		}
		if err != nil {
			return err
		}
	}
	if len(s.runes) == 0 {
		s.size = size.FontSize
		at, err := s.lib.FPDFText_GetCharOrigin(&requests.FPDFText_GetCharOrigin{TextPage: s.text, Index: i})
		if err != nil {
			return err
		}
		s.base = at.Y
	}
	s.runes, s.index = append(s.runes, r), append(s.index, i)
	return s.ligature()
}

// raised reports whether a character does not belong to the word before it,
// because it is of another size or stands higher, as the mark of a footnote
// does.
func (s *scanner) raised(r rune, i int, size float64) (bool, error) {
	if math.Abs(size-s.size) > 0.1*math.Max(size, s.size) {
		return true, nil
	}
	before := s.runes[len(s.runes)-1]
	if isMark(r) == isMark(before) {
		return false, nil
	}
	at, err := s.lib.FPDFText_GetCharOrigin(&requests.FPDFText_GetCharOrigin{TextPage: s.text, Index: i})
	if err != nil {
		return false, err
	}
	return math.Abs(at.Y-s.base) > 0.05, nil
}

// ligature sets lam-alef right, one sign for two letters, which the library has
// turned about with the line: then both are said to stand in one place.
func (s *scanner) ligature() error {
	n := len(s.runes)
	if n < 2 || s.runes[n-1] != 'ل' || !strings.ContainsRune("اأإآ", s.runes[n-2]) {
		return nil
	}
	alef, err := s.lib.FPDFText_GetCharOrigin(&requests.FPDFText_GetCharOrigin{TextPage: s.text, Index: s.index[n-2]})
	if err != nil {
		return err
	}
	lam, err := s.lib.FPDFText_GetCharOrigin(&requests.FPDFText_GetCharOrigin{TextPage: s.text, Index: s.index[n-1]})
	if err == nil && alef.X == lam.X {
		s.runes[n-2], s.runes[n-1] = s.runes[n-1], s.runes[n-2]
	}
	return err
}

// isMark reports what footnotes are marked with.
func isMark(r rune) bool { return r >= '0' && r <= '9' || r == '*' || r == '†' || r == '‡' }

// end writes the word that is open.
func (s *scanner) end() error {
	if len(s.runes) == 0 {
		return nil
	}
	w := layout.Word{Breaks: s.breaks, Glued: s.glued}
	if err := s.place(&w); err != nil {
		return err
	}
	if err := s.font(&w); err != nil {
		return err
	}
	w.Text = strings.ToValidUTF8(string(s.runes), "\uFFFD")
	s.out = append(s.out, w)
	s.runes, s.index, s.breaks, s.glued = s.runes[:0], s.index[:0], false, false
	return nil
}

// place asks where the word stands: from its first to its last character, in
// whichever direction.
func (s *scanner) place(w *layout.Word) error {
	first, err := s.box(0)
	if err != nil {
		return err
	}
	last := first
	if n := len(s.runes); n > 1 {
		if last, err = s.box(n - 1); err != nil {
			return err
		}
		if last.Left < first.Left && slices.ContainsFunc(s.runes, isOurs) && !slices.ContainsFunc(s.runes, isArabicLetter) {
			if err := s.sort(); err != nil {
				return err
			}
		}
	}
	left, _ := s.frame.point(first.Left, s.base)
	w.Left, w.Right = left, left
	for _, x := range []float64{first.Left, first.Right, last.Left, last.Right} {
		x, y := s.frame.point(x, s.base)
		w.Left, w.Right, w.Base = min(w.Left, x), max(w.Right, x), y
	}
	m, err := s.lib.FPDFText_GetMatrix(&requests.FPDFText_GetMatrix{TextPage: s.text, Index: s.index[0]})
	if err != nil {
		return err
	}
	a, b, c, d := float64(m.Matrix.A), float64(m.Matrix.B), float64(m.Matrix.C), float64(m.Matrix.D)
	w.Size = s.size * math.Hypot(c, d)
	if s.frame.turned&1 == 1 {
		a, b = b, a
	}
	w.Tilted = math.Abs(b) > 0.2*math.Abs(a)
	sound := true
	for _, v := range []*float64{&w.Left, &w.Right, &w.Base, &w.Size} {
		if math.IsNaN(*v) || math.Abs(*v) > mostSide {
			*v, sound = 0, false
		}
	}
	w.Tilted = w.Tilted || !sound
	return nil
}

func (s *scanner) box(k int) (*responses.FPDFText_GetCharBox, error) {
	return s.lib.FPDFText_GetCharBox(&requests.FPDFText_GetCharBox{TextPage: s.text, Index: s.index[k]})
}

// sort puts the characters of a symbol within a line from right to left, which
// the library has turned about, into the order in which they stand.
func (s *scanner) sort() error {
	type placed struct {
		r rune
		x float64
	}
	all := make([]placed, len(s.runes))
	for k, r := range s.runes {
		box, err := s.box(k)
		if err != nil {
			return err
		}
		all[k] = placed{r, box.Left}
	}
	slices.SortStableFunc(all, func(a, b placed) int { return cmp.Compare(a.x, b.x) })
	for k := range all {
		s.runes[k] = all[k].r
	}
	return nil
}

// isOurs reports what is written from left to right in lines from right to
// left.
func isOurs(r rune) bool { return r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r)) }

func isArabicLetter(r rune) bool { return unicode.Is(unicode.Arabic, r) && unicode.IsLetter(r) }

// Flags of fonts (ISO 32000-1, table 123), and the weight from which a font
// counts as bold.
const (
	flagItalic = 1 << 6
	flagBold   = 1 << 18
	boldWeight = 600
)

// font asks whether the word is bold or italic. Many fonts say it only in
// their name.
func (s *scanner) font(w *layout.Word) error {
	info, err := s.lib.FPDFText_GetFontInfo(&requests.FPDFText_GetFontInfo{TextPage: s.text, Index: s.index[0]})
	if err != nil {
		return nil // no font, no look
	}
	weight, err := s.lib.FPDFText_GetFontWeight(&requests.FPDFText_GetFontWeight{TextPage: s.text, Index: s.index[0]})
	if err != nil {
		return nil
	}
	name := strings.ToLower(info.FontName)
	has := func(parts ...string) bool {
		for _, p := range parts {
			if strings.Contains(name, p) {
				return true
			}
		}
		return false
	}
	w.Bold = weight.FontWeight >= boldWeight || info.Flags&flagBold != 0 || has("bold", "black", "heavy")
	w.Italic = info.Flags&flagItalic != 0 || has("italic", "oblique")
	return nil
}
