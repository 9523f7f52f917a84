package papers

import (
	"bytes"
	"image"
	"io"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
)

// logoField shows the logo and lets another be chosen.
type logoField struct {
	room   *room.Room
	object fyne.CanvasObject
	shown  *canvas.Image
	less   *look.Button
	took   func([]byte)
}

func newLogoField(r *room.Room, took func([]byte)) *logoField {
	f := &logoField{room: r, took: took, shown: &canvas.Image{FillMode: canvas.ImageFillContain, ScaleMode: canvas.ImageScaleSmooth}}
	choose := look.NewIconButton(look.IconOpen, r.Loc.T("template.logo.choose"), f.choose).Rank(look.Plain)
	f.less = look.NewIconButton(look.IconClose, r.Loc.T("template.logo.none"), func() { f.put(nil) })
	picture := look.Square(look.Ground(look.ColourPaper, f.shown), 64)
	f.object = look.Column(look.Muted(r.Loc.T("template.logo")), look.Row(picture, choose, f.less))
	return f
}

// choose asks for a picture and reads no more of it than a logo may have.
func (f *logoField) choose() {
	d := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		if err != nil || file == nil {
			return
		}
		defer file.Close()
		picture, err := io.ReadAll(io.LimitReader(file, data.LogoMost+1))
		if err != nil {
			f.room.Fail(data.E(data.CodeFile, "name", file.URI().Name()).Because(err))
			return
		}
		f.take(picture)
	}, f.room.Window)
	d.SetFilter(storage.NewExtensionFileFilter([]string{".png", ".jpg", ".jpeg"}))
	d.Show()
	d.Resize(fyne.NewSize(860, 560))
}

// take takes a picture as the logo, unless it cannot be drawn.
func (f *logoField) take(picture []byte) {
	if err := data.CheckLogo(picture); err != nil {
		f.room.Fail(err)
		return
	}
	f.put(picture)
}

func (f *logoField) put(picture []byte) {
	f.set(picture)
	f.took(picture)
}

// set shows a logo; nil: none.
func (f *logoField) set(picture []byte) {
	f.shown.Image = nil
	if len(picture) > 0 {
		f.shown.Image, _, _ = image.Decode(bytes.NewReader(picture)) // it was checked when it was taken
	}
	look.SetShown(f.less, f.shown.Image != nil)
	f.shown.Refresh()
	f.object.Refresh()
}

// measures are the sizes of a template: paper, face, type and margins.
type measures struct {
	object fyne.CanvasObject
	is     *data.Template
	page   *look.Select
	face   *look.Select
	fields []*measure
}

// measure is a number that may be left out.
type measure struct {
	*textview.Field
	into func() *float64
	what string
	bad  bool
}

func pageSize(s string) string {
	if s == "" {
		return data.PageA4
	}
	return s
}

func face(s string) string {
	if s == "" {
		return data.FaceSerif
	}
	return s
}

func newMeasures(r *room.Room, is *data.Template, changed, closing func()) *measures {
	loc := r.Loc
	m := &measures{is: is}
	m.page = look.NewSelect(page.Named(loc, "template.page", data.PageSizes), 0, func(i int) { is.Page = data.PageSizes[i]; changed() })
	m.face = look.NewSelect(page.Named(loc, "template.face", data.Faces), 0, func(i int) { is.Face = data.Faces[i]; changed() })
	field := func(what string, into func() *float64) *measure {
		x := &measure{into: into, what: what}
		x.Field = page.Typing(closing, loc.T("template.as-usual"), func(typed string) {
			v, err := number(typed)
			if x.bad = err != nil; !x.bad {
				*into() = v
				changed()
			}
		})
		m.fields = append(m.fields, x)
		return x
	}
	size := field("size", func() *float64 { return &is.Size })
	top := field("margin", func() *float64 { return &is.Margins.Top })
	bottom := field("margin", func() *float64 { return &is.Margins.Bottom })
	side := field("margin", func() *float64 { return &is.Margins.Side })
	m.object = look.Column(
		page.Columns([]float32{1, 1, 1}, page.Labelled(loc.T("template.page"), m.page), page.Labelled(loc.T("template.face"), m.face), page.Labelled(loc.T("template.size"), size.Field)),
		page.Columns([]float32{1, 1, 1}, page.Labelled(loc.T("template.margin.top"), top.Field), page.Labelled(loc.T("template.margin.bottom"), bottom.Field), page.Labelled(loc.T("template.margin.side"), side.Field)))
	return m
}

// number reads a measure; none is 0.
func number(typed string) (float64, error) {
	typed = strings.Replace(strings.TrimSpace(typed), ",", ".", 1)
	if typed == "" {
		return 0, nil
	}
	return strconv.ParseFloat(typed, 64)
}

// set shows what the template says.
func (m *measures) set() {
	m.page.Choose(max(slices.Index(data.PageSizes, m.is.Page), 0))
	m.face.Choose(max(slices.Index(data.Faces, m.is.Face), 0))
	for _, x := range m.fields {
		x.bad = false
		words := ""
		if v := *x.into(); v != 0 {
			words = strconv.FormatFloat(v, 'f', -1, 64)
		}
		x.SetText(words)
	}
}

// wrong is the first measure that is no number.
func (m *measures) wrong() error {
	for _, x := range m.fields {
		if x.bad {
			return data.E(data.CodeInput, "what", x.what)
		}
	}
	return nil
}
