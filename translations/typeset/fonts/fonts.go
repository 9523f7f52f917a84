// Package fonts holds the typefaces that are embedded in the program, with
// their licences beside them in files/. Window and PDF use the same ones, so no
// text ever depends on what a computer has installed.
//
// All are TrueType with glyf outlines (gofpdf can embed nothing else) and free
// to embed (OS/2 fsType 0). It imports nothing of ours.
package fonts

import _ "embed" // the font files

//go:generate go run ./subset

// Family is a design; it has one Font per script, weight and posture.
type Family uint8

// Families.
const (
	Serif Family = iota
	Sans
)

// Script is a group of writing systems that one Font serves.
type Script uint8

// Scripts.
const (
	Western Script = iota // Latin and Cyrillic, and the neutral fallback
	Arabic
	Chinese
)

// Font is one embedded file. Fonts are shared by the whole process: never
// write to Data.
type Font struct {
	Name         string // PostScript name
	Family       Family
	Script       Script
	Bold, Italic bool
	// Scale is what a size is multiplied by so that this font looks as large as
	// the Western one of its family set beside it.
	Scale float64
	// Ascent and Descent of a line in ems, both positive; 0 means what the file
	// says. Amiri and Noto Serif SC reserve room for stacked marks and for
	// Latin accents that would tear running text apart.
	Ascent, Descent float64
	// Wide is true of fonts whose outlines are left out when the font is parsed
	// for shaping: with thousands of glyphs that is most of the time to start.
	Wide bool
	Data []byte
}

//go:embed files/LiberationSerif-Regular.ttf
var liberationRegular []byte

//go:embed files/LiberationSerif-Bold.ttf
var liberationBold []byte

//go:embed files/LiberationSerif-Italic.ttf
var liberationItalic []byte

//go:embed files/LiberationSerif-BoldItalic.ttf
var liberationBoldItalic []byte

//go:embed files/Amiri-Regular.ttf
var amiriRegular []byte

//go:embed files/Amiri-Bold.ttf
var amiriBold []byte

//go:embed files/NotoSerifSC-Regular.ttf
var serifSCRegular []byte

//go:embed files/NotoSerifSC-Bold.ttf
var serifSCBold []byte

//go:embed files/NotoSans-Regular.ttf
var sansRegular []byte

//go:embed files/NotoSans-Bold.ttf
var sansBold []byte

//go:embed files/NotoSans-Italic.ttf
var sansItalic []byte

//go:embed files/NotoSansArabic-Regular.ttf
var sansArabicRegular []byte

//go:embed files/NotoSansArabic-Bold.ttf
var sansArabicBold []byte

//go:embed files/NotoSansSC-Regular.ttf
var sansSCRegular []byte

//go:embed files/NotoSansSC-Bold.ttf
var sansSCBold []byte

// All lists every embedded font, in the order in which they stand in for one
// another.
var All = []*Font{
	{Name: "LiberationSerif", Family: Serif, Script: Western, Scale: 1, Wide: true, Data: liberationRegular},
	{Name: "LiberationSerif-Bold", Family: Serif, Script: Western, Bold: true, Scale: 1, Wide: true, Data: liberationBold},
	{Name: "LiberationSerif-Italic", Family: Serif, Script: Western, Italic: true, Scale: 1, Wide: true, Data: liberationItalic},
	{Name: "LiberationSerif-BoldItalic", Family: Serif, Script: Western, Bold: true, Italic: true, Scale: 1, Wide: true, Data: liberationBoldItalic},
	{Name: "Amiri-Regular", Family: Serif, Script: Arabic, Scale: amiriScale, Ascent: .78, Descent: .44, Wide: true, Data: amiriRegular},
	{Name: "Amiri-Bold", Family: Serif, Script: Arabic, Bold: true, Scale: amiriScale, Ascent: .78, Descent: .44, Wide: true, Data: amiriBold},
	{Name: "NotoSerifSC-Regular", Family: Serif, Script: Chinese, Scale: 1, Ascent: .92, Descent: .28, Wide: true, Data: serifSCRegular},
	{Name: "NotoSerifSC-Bold", Family: Serif, Script: Chinese, Bold: true, Scale: 1, Ascent: .92, Descent: .28, Wide: true, Data: serifSCBold},
	{Name: "NotoSans-Regular", Family: Sans, Script: Western, Scale: 1, Data: sansRegular},
	{Name: "NotoSans-Bold", Family: Sans, Script: Western, Bold: true, Scale: 1, Data: sansBold},
	{Name: "NotoSans-Italic", Family: Sans, Script: Western, Italic: true, Scale: 1, Data: sansItalic},
	{Name: "NotoSansArabic-Regular", Family: Sans, Script: Arabic, Scale: 1, Ascent: 1.07, Descent: .42, Data: sansArabicRegular},
	{Name: "NotoSansArabic-Bold", Family: Sans, Script: Arabic, Bold: true, Scale: 1, Ascent: 1.07, Descent: .42, Data: sansArabicBold},
	{Name: "NotoSansSC-Regular", Family: Sans, Script: Chinese, Scale: 1, Wide: true, Data: sansSCRegular},
	{Name: "NotoSansSC-Bold", Family: Sans, Script: Chinese, Bold: true, Scale: 1, Wide: true, Data: sansSCBold},
}

// amiriScale: Amiri at 12.5 points stands beside Liberation Serif at 10.5.
const amiriScale = 12.5 / 10.5

// List returns all fonts, the best for the wish first: the script before the
// family, the family before the weight, the weight before the posture. A rune
// is set in the first font of the list that has it.
func List(family Family, script Script, bold, italic bool) []*Font {
	distance := func(f *Font) int {
		d := 0
		if f.Script != script {
			d += 8
			if f.Script != Western {
				d += 16
			}
		}
		if f.Family != family {
			d += 4
		}
		if f.Bold != bold {
			d += 2
		}
		if f.Italic != italic {
			d++
		}
		return d
	}
	list := make([]*Font, 0, len(All))
	for d := range 32 {
		for _, f := range All {
			if distance(f) == d {
				list = append(list, f)
			}
		}
	}
	return list
}

// UI returns the file of the sans-serif font for a window in a language (BCP
// 47): one that has the language's script. For Arabic and Chinese that font
// has little or no Latin; Fyne takes the rest from its own.
// The bytes are shared and must not be written to.
func UI(lang string, bold bool) []byte {
	script := Western
	switch {
	case len(lang) >= 2 && lang[:2] == "ar":
		script = Arabic
	case len(lang) >= 2 && lang[:2] == "zh":
		script = Chinese
	}
	return List(Sans, script, bold, false)[0].Data
}
