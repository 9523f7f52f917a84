package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"travaux/translations/typeset/fonts"
)

// Appearance is the choice between the three sets of colours.
type Appearance string

// Appearances.
const (
	Light        Appearance = "light"
	Dark         Appearance = "dark"
	HighContrast Appearance = "contrast" // white on black, every pair of colours at 7:1 or more
)

// TextNormal is the size of the window's own words at 100 per cent, in pixels at
// scale 1.
const TextNormal float32 = 13

// Percents are the text sizes that the settings offer, in per cent of normal text.
var Percents = []int{80, 90, 100, 110, 125, 150, 175, 200, 250}

// Percent is the text size in per cent of normal text.
func (t *Theme) Percent() int { return int(t.TextSize*100/TextNormal + 0.5) }

// SetPercent sets the text size; values beyond those of Percents are held to them.
// A theme that was applied must not be changed: change a copy.
func (t *Theme) SetPercent(percent int) {
	percent = min(max(percent, Percents[0]), Percents[len(Percents)-1])
	t.TextSize = TextNormal * float32(percent) / 100
}

// Step is the text size, in per cent, that is so many steps larger (or with a
// negative number smaller) than the present one.
func (t *Theme) Step(by int) int {
	at := 0
	for i, percent := range Percents {
		if percent <= t.Percent() {
			at = i
		}
	}
	return Percents[min(max(at+by, 0), len(Percents)-1)]
}

// Theme is what the person has chosen. The zero value is not useful: start from
// NewTheme.
type Theme struct {
	Appearance  Appearance
	Compact     bool    // smaller gaps, for laptops
	TextSize    float32 // of the window's own words, in pixels; treaty text follows it
	Lang        string  // BCP 47, chooses faces and line breaking
	RightToLeft bool    // mirrors every layout of this package
}

// NewTheme gives the program's first look: light, compact, normal text.
func NewTheme(lang string, rightToLeft bool) *Theme {
	return &Theme{Appearance: Light, Compact: true, TextSize: TextNormal, Lang: lang, RightToLeft: rightToLeft}
}

// Apply makes t the look of the whole program, at once. The theme must not be
// changed afterwards: apply a changed copy instead.
func Apply(t *Theme) {
	fyne.CurrentApp().Settings().SetTheme(t)
}

var fallback = NewTheme("en", false)

// Current is the theme in force; without one of ours, a light one in English.
func Current() *Theme {
	app := fyne.CurrentApp()
	if app == nil {
		return fallback
	}
	if t, ok := app.Settings().Theme().(*Theme); ok {
		return t
	}
	return fallback
}

// Color implements fyne.Theme. The variant of the operating system is ignored:
// the person's choice of appearance decides.
func (t *Theme) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	if c, ok := t.palette()[name]; ok {
		return c
	}
	return theme.DefaultTheme().Color(name, t.variant())
}

func (t *Theme) variant() fyne.ThemeVariant {
	if t.Appearance == Light {
		return theme.VariantLight
	}
	return theme.VariantDark
}

// Font implements fyne.Theme, for what Fyne still draws itself (the main menu,
// file dialogs): the embedded sans serif of the language's script.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	if style.Monospace || style.Symbol {
		return theme.DefaultTheme().Font(style)
	}
	name := "travaux-" + t.Lang
	if style.Bold {
		name += "-bold"
	}
	return fyne.NewStaticResource(name, fonts.UI(t.Lang, style.Bold))
}

// Icon implements fyne.Theme.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	return theme.DefaultTheme().Icon(name)
}

// Size implements fyne.Theme. Sizes that hold text grow with the text.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameText:
		return t.TextSize
	case theme.SizeNameCaptionText:
		return t.TextSize * 23 / 26
	case theme.SizeNameSubHeadingText:
		return t.TextSize * 15 / 13
	case theme.SizeNameHeadingText:
		return t.TextSize * 20 / 13
	case theme.SizeNameInlineIcon:
		return float32(int(t.TextSize*17/13 + 0.5))
	case theme.SizeNamePadding:
		return t.dense(3, 5)
	case theme.SizeNameInnerPadding:
		return t.dense(5, 8)
	case theme.SizeNameScrollBar:
		return 10
	case theme.SizeNameScrollBarSmall:
		return 4
	case theme.SizeNameInputRadius, theme.SizeNameSelectionRadius, theme.SizeNameButtonRadius:
		return 4
	case theme.SizeNameMenuRadius, theme.SizeNamePopupRadius, theme.SizeNameDialogRadius:
		return 6
	}
	return theme.DefaultTheme().Size(name)
}

func (t *Theme) dense(compact, roomy float32) float32 {
	if t.Compact {
		return compact
	}
	return roomy
}

// Scaled is a length that is given for normal text as it is for the present text
// size, in whole pixels: of a column that holds words.
func Scaled(length float32) float32 {
	return float32(int(length*Current().TextSize/TextNormal + 0.5))
}

// Gap is the space between things of one group, in pixels.
func (t *Theme) Gap() float32 { return t.dense(6, 10) }

// DocumentSize is the size of treaty text, in whole pixels.
func (t *Theme) DocumentSize() float32 {
	return float32(int(t.TextSize*1.3 + 0.5))
}

// Colour is the colour that the current theme gives a name.
func Colour(name fyne.ThemeColorName) color.Color {
	return Current().Color(name, 0)
}
