package html

import (
	"fmt"
	"strconv"

	"travaux/data"
	"travaux/export"
)

// Colours, those of the printed papers.
const (
	ink      = "#17171c"
	navy     = "#1c365e"
	quiet    = "#616670"
	hairline = "#bdc2cc"
	shade    = "#f2f4f7"
	added    = "#0d4f9e"
	removed  = "#a82126"
	carried  = "#1f6b42"
)

// Fonts that mail programs find on most machines, by the script of the language.
func fonts(face string, lang data.Lang) string {
	sans := face == data.FaceSans
	switch {
	case lang == data.Arabic && sans:
		return "Tahoma, 'Noto Sans Arabic', Arial, sans-serif"
	case lang == data.Arabic:
		return "'Traditional Arabic', Amiri, 'Noto Naskh Arabic', 'Times New Roman', serif"
	case lang == data.Chinese && sans:
		return "'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', sans-serif"
	case lang == data.Chinese:
		return "SimSun, 'Songti SC', 'Noto Serif CJK SC', serif"
	case sans:
		return "Calibri, Arial, 'Liberation Sans', sans-serif"
	}
	return "Georgia, 'Times New Roman', 'Liberation Serif', serif"
}

// usualSize is that of running text, in points.
const usualSize = 11.0

// look is how the parts of one document look.
type look struct {
	lang  data.Lang
	face  string
	size  float64
	start string // side where lines begin
}

func lookOf(doc export.Document) look {
	l := look{lang: doc.Lang, face: doc.Look.Face, size: doc.Look.Size, start: "left"}
	if l.size == 0 {
		l.size = usualSize
	}
	if doc.Lang.RightToLeft() {
		l.start = "right"
		l.size *= 1.2 // its letters look smaller
	}
	return l
}

// points is a size in proportion to running text.
func (l look) points(of float64) string {
	return strconv.FormatFloat(float64(int(l.size*of*10+0.5))/10, 'f', -1, 64) + "pt"
}

func (l look) body() string {
	leading := "1.5"
	if l.lang == data.Arabic {
		leading = "1.7"
	}
	return fmt.Sprintf("margin:0 auto;padding:16px;max-width:46em;font-family:%s;font-size:%s;line-height:%s;color:%s;background:#ffffff",
		fonts(l.face, l.lang), l.points(1), leading, ink)
}

func (l look) title() string {
	return "margin-top:18px;margin-bottom:4px;font-size:" + l.points(2) + ";font-weight:normal;line-height:1.25;color:" + navy
}

func (l look) subtitle() string {
	return "margin-top:0;margin-bottom:14px;font-size:" + l.points(1.25) + ";line-height:1.35;" + l.slanted()
}

// slanted is how words are set apart; Arabic and Chinese letters do not lean.
func (l look) slanted() string {
	if l.lang == data.Arabic || l.lang == data.Chinese {
		return "color:" + quiet
	}
	return "font-style:italic"
}

func (l look) heading(level int) string {
	switch level {
	case 1:
		return "margin-top:26px;margin-bottom:8px;font-size:" + l.points(1.4) + ";line-height:1.3;font-weight:bold;color:" + navy
	case 2:
		return "margin-top:22px;margin-bottom:6px;font-size:" + l.points(1.18) + ";line-height:1.3;font-weight:bold;color:" + ink
	case export.MostLevels:
		return "margin-top:14px;margin-bottom:4px;font-size:" + l.points(0.95) + ";line-height:1.3;font-weight:bold;color:" + quiet
	}
	return "margin-top:18px;margin-bottom:4px;font-size:" + l.points(1) + ";line-height:1.3;font-weight:bold;color:" + navy
}

func (l look) paragraph(k export.ParagraphKind) string {
	switch k {
	case export.Quotation:
		return "margin-top:0;margin-bottom:8px;padding-" + l.start + ":10px;border-" + l.start + ":2px solid " + hairline
	case export.Statement:
		return "margin-top:0;margin-bottom:8px;font-weight:bold"
	case export.Fine:
		return "margin-top:6px;margin-bottom:6px;font-size:" + l.points(0.85) + ";color:" + quiet
	case export.Signature:
		return "margin-top:0;margin-bottom:8px;text-align:" + map[string]string{"left": "right", "right": "left"}[l.start]
	case export.Spoken:
		return "margin-top:0;margin-bottom:14px;font-size:" + l.points(1.6) + ";line-height:1.6"
	}
	return "margin-top:0;margin-bottom:8px"
}

// behindNumber is how far words stand behind the number before them.
func (l look) behindNumber(k export.ParagraphKind) string {
	if k == export.Spoken { // the time at which they are said, in large type
		return l.points(4)
	}
	return l.points(1.4)
}

func (l look) label() string {
	return "margin-top:10px;margin-bottom:2px;font-size:" + l.points(0.85) + ";color:" + quiet
}

func (l look) marking() string {
	return "margin-top:0;margin-bottom:14px;padding:4px 8px;border:2px solid " + removed + ";text-align:center;font-weight:bold;color:" + removed
}

const (
	styleTable = "border-collapse:collapse;width:100%;margin-top:10px;margin-bottom:14px"
	styleGrid  = "border-collapse:collapse;margin-top:10px;margin-bottom:14px"
	styleRule  = "border:0;border-top:1px solid " + hairline + ";margin-top:14px;margin-bottom:14px"
)

func (l look) cell(head bool) string {
	s := "border:1px solid " + hairline + ";padding:4px 7px;vertical-align:top;text-align:" + l.start + ";font-size:" + l.points(0.9)
	if head {
		s += ";font-weight:bold;color:" + navy + ";background:" + shade
	}
	return s
}

// Looks of changes: a line and a colour each; what moved has a double line.
var changes = map[export.Mark]struct{ tag, style string }{
	export.Inserted:  {"ins", "color:" + added + ";text-decoration:underline"},
	export.Deleted:   {"del", "color:" + removed + ";text-decoration:line-through"},
	export.MovedHere: {"ins", "color:" + carried + ";text-decoration:underline;text-decoration-style:double"},
	export.MovedAway: {"del", "color:" + carried + ";text-decoration:line-through;text-decoration-style:double"},
	export.LeftOut:   {"del", "color:" + removed + ";text-decoration:line-through"},
}
