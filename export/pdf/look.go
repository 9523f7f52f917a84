package pdf

import (
	"travaux/data"
	"travaux/export"
)

const (
	labelWidth = 92.0 // margin that holds the labels of entries, dates among them
	labelGap   = 14.0
	bodyStart  = labelWidth + labelGap
)

// colour is red, green and blue from 0 to 1.
type colour [3]float64

var (
	ink      = colour{0.09, 0.09, 0.11}
	navy     = colour{0.11, 0.21, 0.37}
	quiet    = colour{0.38, 0.40, 0.44}
	hairline = colour{0.74, 0.76, 0.80}
	added    = colour{0.05, 0.31, 0.62}
	removed  = colour{0.66, 0.13, 0.15}
	carried  = colour{0.12, 0.42, 0.26}
)

// style of a stretch of text. Sizes are those of the Western faces; the engine
// sets others larger where they look smaller.
type style struct {
	size         float64
	bold, italic bool
	colour       colour
	centred      bool
	justified    bool
	ending       bool    // at the end of the line
	tight        float64 // factor on the language's leading; 0 means 1
}

var (
	styleName      = style{size: 14, bold: true, colour: navy, centred: true}
	styleAddress   = style{size: 8.5, colour: quiet, centred: true, tight: 0.95}
	styleTitle     = style{size: 25, colour: navy, tight: 0.9}
	styleSubtitle  = style{size: 14, italic: true, colour: ink, tight: 0.95}
	styleLabel     = style{size: 8.75, colour: quiet, tight: 0.95}
	styleBody      = style{size: 10.5, colour: ink, justified: true}
	styleValue     = style{size: 10.5, colour: ink}
	styleStatement = style{size: 10.5, bold: true, colour: ink}
	styleFine      = style{size: 8.25, colour: quiet}
	styleSignature = style{size: 10.5, colour: ink, ending: true}
	styleSpoken    = style{size: 17, colour: ink}
	styleContents  = style{size: 10.5, colour: ink}
	styleFurniture = style{size: 8.25, colour: quiet}
	styleMarking   = style{size: 9.5, bold: true, colour: removed}
	styleNote      = style{size: 8.5, colour: ink, justified: true, tight: 0.95}
	styleCell      = style{size: 8.75, colour: ink}
	styleCellFine  = style{size: 8, colour: quiet}
)

// styleHeading gives the style of a heading and the space above and below it.
func styleHeading(level int) (s style, before, after float64) {
	switch level {
	case 1:
		return style{size: 15, bold: true, colour: navy, tight: 0.92}, 30, 9
	case 2:
		return style{size: 12.5, bold: true, colour: ink, tight: 0.95}, 24, 6
	case export.MostLevels:
		return style{size: 10, bold: true, colour: quiet}, 14, 4
	}
	return style{size: 10.5, bold: true, colour: navy}, 20, 5
}

// leading is the distance of baselines as a multiple of the size. Arabic needs
// room for its marks, ideographs for the eye to find the next line.
func leading(lang data.Lang) float64 {
	switch lang {
	case data.Arabic:
		return 1.80
	case data.Chinese:
		return 1.66
	}
	return 1.40
}
