package page

import (
	"image"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look"
	"travaux/app/look/ink"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/redline"
	"travaux/translations/typeset"
)

// Passage shows a short text with insertions and deletions, as high as it needs
// to be: insertions underlined, deletions struck through.
type Passage struct {
	widget.BaseWidget
	text  []rune
	marks []textview.Mark
	lang  data.Lang

	theme *look.Theme // that lines were set for
	width float32
	lines []passageLine
}

// passageLine is a paragraph of the passage.
type passageLine struct {
	layout *typeset.Layout
	marks  []textview.Mark // over the runes of the paragraph
	top    float64
}

// NewPassage shows what leads from one text to another.
func NewPassage(before, after string, lang data.Lang) *Passage {
	p := &Passage{}
	p.ExtendBaseWidget(p)
	p.Set(before, after, lang)
	return p
}

// ShownEdits shows a comparison that was made elsewhere.
func ShownEdits(edits []redline.Edit, lang data.Lang) *Passage {
	p := &Passage{}
	p.ExtendBaseWidget(p)
	p.SetEdits(edits, lang)
	return p
}

// Set shows what leads from one text to another.
func (p *Passage) Set(before, after string, lang data.Lang) {
	p.SetEdits(redline.Words(before, after), lang)
}

// Words are the words that are shown, those struck out with the others.
func (p *Passage) Words() string { return string(p.text) }

// Marks say which of the Words are inserted and which are struck out.
func (p *Passage) Marks() []textview.Mark { return p.marks }

// SetEdits shows a comparison that was made elsewhere.
func (p *Passage) SetEdits(edits []redline.Edit, lang data.Lang) {
	text, marks := textview.Spans(edits)
	p.text, p.marks, p.lang, p.theme = []rune(text), marks, lang, nil
	p.Refresh()
}

// lay sets the lines for a width, once there is one.
func (p *Passage) lay(width float32) {
	if width <= 0 || p.theme == look.Current() && p.width == width {
		return
	}
	p.theme, p.width, p.lines = look.Current(), width, nil
	y := 0.0
	for start := 0; start <= len(p.text); {
		end := start
		for end < len(p.text) && p.text[end] != '\n' {
			end++
		}
		l := p.line(start, end, width)
		l.top = y
		y += l.layout.Height
		p.lines = append(p.lines, l)
		start = end + 1
	}
}

func (p *Passage) line(start, end int, width float32) passageLine {
	var l passageLine
	style := typeset.Style{Family: typeset.Serif, Size: math.Round(float64(look.Current().TextSize) * 1.15)}
	var spans []typeset.Span
	at := 0
	put := func(to, mark int) {
		if to > at {
			spans = append(spans, typeset.Span{Start: at, End: to, Style: style, Mark: mark, Break: mark != 0})
			at = to
		}
	}
	for _, m := range p.marks {
		from, to := max(m.Start, start)-start, min(m.End, end)-start
		if from >= to {
			continue
		}
		put(from, 0)
		put(to, int(m.Kind)+1)
		m.Start, m.End = from, to
		l.marks = append(l.marks, m)
	}
	put(end-start, 0)
	if len(spans) == 0 {
		spans = []typeset.Span{{Style: style}}
	}
	l.layout = look.Set(typeset.Paragraph{
		Text: textview.RunOn(p.text[start:end]), Spans: spans, Lang: string(p.lang), Width: max(float64(width), 40), Leading: 1.1,
		Direction: Direction(p.lang),
	})
	return l
}

// Direction is how a language is written; of none, as its words are.
func Direction(lang data.Lang) typeset.Direction {
	switch {
	case lang == "":
		return typeset.Auto
	case lang.RightToLeft():
		return typeset.RightToLeft
	}
	return typeset.LeftToRight
}

// Resize implements fyne.CanvasObject.
func (p *Passage) Resize(size fyne.Size) {
	p.lay(size.Width)
	p.BaseWidget.Resize(size)
}

// MinSize implements fyne.CanvasObject.
func (p *Passage) MinSize() fyne.Size {
	p.lay(p.Size().Width)
	if len(p.lines) == 0 {
		return fyne.NewSize(60, look.Current().TextSize)
	}
	last := p.lines[len(p.lines)-1]
	return fyne.NewSize(60, float32(math.Ceil(last.top+last.layout.Height)))
}

// CreateRenderer implements fyne.Widget.
func (p *Passage) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRaster(p.paint))
}

func (p *Passage) paint(w, h int) image.Image {
	p.lay(p.Size().Width)
	to := ink.NewPicture(w, h, look.PixelScale(w, h, p.Size()))
	for _, l := range p.lines {
		for _, m := range l.marks {
			ground := look.ColourInsertedGround
			if m.Kind == textview.Deleted {
				ground = look.ColourDeletedGround
			}
			for _, r := range l.layout.Select(m.Start, m.End) {
				r.Y += l.top
				to.Fill(r, look.Colour(ground))
			}
		}
		to.Text(l.layout, 0, l.top, passagePen)
	}
	return to.RGBA
}

func passagePen(mark int) ink.Pen {
	switch mark {
	case int(textview.Inserted) + 1:
		return ink.Pen{Ink: look.Colour(look.ColourInserted), Underline: true}
	case int(textview.Deleted) + 1:
		return ink.Pen{Ink: look.Colour(look.ColourDeleted), Strike: true}
	}
	return ink.Pen{Ink: look.Colour(look.ColourText)}
}
