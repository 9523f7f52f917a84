package papers

import (
	"context"
	"crypto/sha256"
	"net/url"
	"os"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/data"
	"travaux/export"
	"travaux/export/formats"
	"travaux/export/paper"
	"travaux/export/pdf"
	"travaux/translations"
)

// recentPapers are those that were made, the latest first, and what can be done with
// one.
type recentPapers struct {
	form   *form
	room   *room.Room
	object fyne.CanvasObject
	list   *look.List
	none   *look.Text
	detail *fyne.Container
	foot   *fyne.Container
	made   *look.Text
	all    []data.Paper
}

func newRecentPapers(f *form) *recentPapers {
	loc := f.room.Loc
	p := &recentPapers{form: f, room: f.room, none: look.Wrapped(loc.T("papers.recent.none")), detail: look.Column(), made: look.Wrapped("")}
	p.none.Colour = look.ColourMuted
	p.made.Hide()
	p.list = look.NewList(func() int { return len(p.all) },
		func() fyne.CanvasObject { return page.NewTwoLines() },
		func(i int, row fyne.CanvasObject) { p.tell(row.(*page.TwoLines), p.all[i]) },
		func(int) { p.show() })
	p.list.OnOpen = func(int) { p.again() }
	p.foot = look.Flow(
		look.NewPrimary(loc.T("papers.again"), p.again),
		look.NewButton(loc.T("papers.again.all"), p.inAll).WithTip("A"),
		look.NewButton(loc.T("papers.open-folder"), p.openFolder).WithTip("O"),
		look.NewButton(loc.T("papers.certificate"), p.certify).WithTip("C"))
	side := look.Border(nil, look.Inset(6, 8, 12, 12, look.Column(p.made, p.foot)), nil, nil, page.Scroll(look.Inset(8, 8, 12, 12, p.detail)))
	p.object = look.NewSplit(look.Border(look.Inset(8, 0, 10, 10, p.none), nil, nil, nil, look.Ground(look.ColourPaper, p.list)), side, 0.42)
	p.refresh()
	return p
}

// refresh lists what was made.
func (p *recentPapers) refresh() {
	var shown data.ID
	if x, ok := p.chosen(); ok {
		shown = x.ID
	}
	p.all = slices.Clone(p.room.Desk.Papers().All())
	slices.Reverse(p.all)
	look.SetShown(p.none, len(p.all) == 0)
	p.list.Refresh()
	at := slices.IndexFunc(p.all, func(x data.Paper) bool { return x.ID == shown })
	if at < 0 && len(p.all) > 0 {
		at = 0
	}
	p.list.Mark(at)
	p.show()
}

func (p *recentPapers) chosen() (data.Paper, bool) {
	if i := p.list.Selected(); i >= 0 && i < len(p.all) {
		return p.all[i], true
	}
	return data.Paper{}, false
}

// tell shows a paper in the list.
func (p *recentPapers) tell(row *page.TwoLines, x data.Paper) {
	loc := p.room.Loc
	row.Title.SetText(loc.T("papers.recent.title", "name", loc.Isolate(x.Name), "n", loc.Number(x.Draft)))
	row.State.Colour = look.ColourMuted
	row.State.SetText(kindName(loc, x) + "  ·  " + loc.Time(x.Time.Local()))
	row.Refresh()
}

func kindName(loc *translations.Localizer, x data.Paper) string {
	if k, ok := paper.ByID(x.Order.Kind); ok {
		return k.Name(loc)
	}
	return x.Order.Kind
}

// show shows the chosen paper in full.
func (p *recentPapers) show() {
	x, ok := p.chosen()
	p.made.Hide()
	p.detail.RemoveAll()
	look.SetShown(p.foot, ok)
	if ok {
		p.describe(x)
	}
	p.detail.Refresh()
}

func (p *recentPapers) describe(x data.Paper) {
	loc := p.room.Loc
	add := func(o fyne.CanvasObject) { p.detail.Add(o) }
	add(look.Heading(loc.T("papers.recent.title", "name", loc.Isolate(x.Name), "n", loc.Number(x.Draft))))
	add(look.Wrapped(kindName(loc, x)))
	who := loc.Isolate(p.room.Desk.Member(x.Author).Name)
	add(page.Small(loc.T("papers.recent.made", "time", loc.Time(x.Time.Local()), "who", who), look.ColourMuted))
	var formatNames []string
	for _, id := range x.Formats {
		if f, ok := formats.ByID(id); ok {
			formatNames = append(formatNames, f.Name(loc))
		}
	}
	add(page.Small(languages(loc, x.Langs)+"  ·  "+loc.List(formatNames), look.ColourMuted))
	folder := p.room.Desk.Scratch(folderKey(x.ID))
	for _, c := range x.Files {
		add(look.Rule())
		add(p.file(folder, c))
	}
}

// file is one file: its name, how it is now, and the digest by which it is known.
func (p *recentPapers) file(folder string, c data.Certificate) fyne.CanvasObject {
	loc := p.room.Loc
	id, colour := fileNow(folder, c)
	state := page.Small(loc.T(id), colour)
	open := look.NewIconButton(look.IconOpen, loc.T("papers.open"), func() { p.open(filepath.Join(folder, c.Name)) })
	open.SetEnabled(id == "papers.file.same" || id == "papers.file.changed")
	return look.Stack(look.Border(nil, nil, nil, look.Top(open), look.Stack(page.Strong(loc.Isolate(c.Name)), state)),
		page.Small(loc.Isolate("SHA-256 "+export.Groups(c.Digest)), look.ColourMuted))
}

// mostFile is more than any paper is: a larger file is another one.
const mostFile = 256 << 20

// fileNow says what has become of a file since it was made.
func fileNow(folder string, c data.Certificate) (id string, colour fyne.ThemeColorName) {
	if folder == "" {
		return "papers.file.elsewhere", look.ColourMuted
	}
	path := filepath.Join(folder, c.Name)
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return "papers.file.gone", look.ColourReturned
	}
	if info.Size() == int64(c.Size) && info.Size() < mostFile {
		if content, err := os.ReadFile(path); err == nil && sha256.Sum256(content) == c.Digest {
			return "papers.file.same", look.ColourApproved
		}
	}
	return "papers.file.changed", look.ColourReturned
}

// open gives a file or a folder to the program that the system has for it.
func (p *recentPapers) open(path string) {
	if err := fyne.CurrentApp().OpenURL(&url.URL{Scheme: "file", Path: filepath.ToSlash(path)}); err != nil {
		p.room.Fail(data.E(data.CodeFile, "name", filepath.Base(path)).Because(err))
	}
}

func (p *recentPapers) openFolder() {
	x, ok := p.chosen()
	if !ok {
		return
	}
	folder := p.room.Desk.Scratch(folderKey(x.ID))
	if folder == "" {
		p.room.Toast(p.room.Loc.T("papers.file.elsewhere"))
		return
	}
	p.open(folder)
}

// again restores the order of the chosen paper into the form.
func (p *recentPapers) again() {
	if x, ok := p.chosen(); ok {
		p.form.again(x, x.Langs, false)
	}
}

// inAll makes the next draft of the chosen paper in all languages.
func (p *recentPapers) inAll() {
	if x, ok := p.chosen(); ok {
		p.form.again(x, data.Langs, true)
	}
}

// certify writes the certificate of the chosen paper as a paper.
func (p *recentPapers) certify() {
	x, ok := p.chosen()
	if !ok {
		return
	}
	folder := p.room.Desk.Scratch(folderKey(x.ID))
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		folder = page.LastFolder()
	}
	loc := p.room.Loc
	name := page.FileName(loc.T("papers.certificate.file", "name", fileName(loc, x.Name, x.Draft)))
	var path string
	p.room.Run(func(ctx context.Context, _ data.Progress) error {
		file, _, err := pdf.Format.Checked(ctx, export.CertificatePaper(x, loc), export.FileOptions{}, p.room.Desk.Secrets())
		if err == nil {
			path, err = page.WriteFile(folder, name, pdf.Format.Ending, file)
		}
		return err
	}, func() { page.TellMade(p.room, p.made, []string{path}) })
}

// key takes a key of the list.
func (p *recentPapers) key(key fyne.KeyName) bool {
	switch key {
	case fyne.KeyA:
		p.inAll()
	case fyne.KeyO:
		p.openFolder()
	case fyne.KeyC:
		p.certify()
	default:
		return false
	}
	return true
}
