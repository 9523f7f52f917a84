package papers

import (
	"context"
	"crypto/sha256"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/data"
	"travaux/export"
	"travaux/export/formats"
	"travaux/export/paper"
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
	orders []*look.Button // make the chosen paper again
	itself *look.Button   // opens the page that does
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
	p.orders = []*look.Button{look.NewPrimary(loc.T("papers.again"), p.again), look.NewButton(loc.T("papers.again.all"), p.inAll).WithTip("A")}
	p.itself = look.NewPrimary(loc.T("papers.again.page"), p.openPage)
	p.foot = look.Flow(
		p.orders[0], p.orders[1], p.itself,
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
	p.mark(shown)
}

// mark shows a paper, the latest if it is not there.
func (p *recentPapers) mark(paper data.ID) {
	at := slices.IndexFunc(p.all, func(x data.Paper) bool { return x.ID == paper })
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
	row.State.SetText(paper.KindName(x.Order.Kind, loc) + "  ·  " + loc.Time(x.Time.Local()))
	row.Refresh()
}

// show shows the chosen paper in full.
func (p *recentPapers) show() {
	x, ok := p.chosen()
	p.made.Hide()
	p.detail.RemoveAll()
	look.SetShown(p.foot, ok)
	for _, b := range p.orders {
		look.SetShown(b, ordered(x))
	}
	look.SetShown(p.itself, pageOf(x) != "")
	if ok {
		p.describe(x)
	}
	p.detail.Refresh()
}

func (p *recentPapers) describe(x data.Paper) {
	loc := p.room.Loc
	add := func(o fyne.CanvasObject) { p.detail.Add(o) }
	add(look.Heading(loc.T("papers.recent.title", "name", loc.Isolate(x.Name), "n", loc.Number(x.Draft))))
	add(look.Wrapped(paper.KindName(x.Order.Kind, loc)))
	who := loc.Isolate(p.room.Desk.Member(x.Author).Name)
	add(page.Small(loc.T("papers.recent.made", "time", loc.Time(x.Time.Local()), "who", who), look.ColourMuted))
	var formatNames []string
	for _, id := range x.Formats {
		if f, ok := formats.ByID(id); ok {
			formatNames = append(formatNames, f.Name(loc))
		}
	}
	add(page.Small(languages(loc, x.Langs)+"  ·  "+loc.List(formatNames), look.ColourMuted))
	if command := pageOf(x); command != "" {
		add(look.MutedWrapped(loc.T("papers.again.there", "page", loc.Quote(strings.TrimSuffix(loc.T(command), "…")))))
	}
	folder := page.PaperFolder(p.room.Desk, x.ID)
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
	folder := page.PaperFolder(p.room.Desk, x.ID)
	if folder == "" {
		p.room.Toast(p.room.Loc.T("papers.file.elsewhere"))
		return
	}
	p.open(folder)
}

// ordered reports whether the order of a paper says all of it, so that it can be made
// again.
func ordered(x data.Paper) bool {
	_, ok := paper.ByID(x.Order.Kind)
	return ok
}

// pageOf is the command that opens the page on which a paper was made; "" where that is
// this one.
func pageOf(x data.Paper) string {
	k, _ := paper.OfPage(x.Order.Kind)
	return k.Page
}

// openPage goes to the page on which the chosen paper was made.
func (p *recentPapers) openPage() {
	if x, ok := p.chosen(); ok && pageOf(x) != "" {
		p.form.page.Close()
		p.room.Open(pageOf(x))
	}
}

// again restores the order of the chosen paper into the form, or goes to its own page.
func (p *recentPapers) again() {
	x, _ := p.chosen()
	if ordered(x) {
		p.form.again(x, x.Langs, false)
	} else {
		p.openPage()
	}
}

// inAll makes the next draft of the chosen paper in all languages.
func (p *recentPapers) inAll() {
	if x, _ := p.chosen(); ordered(x) {
		p.form.again(x, data.Langs, true)
	}
}

// certify makes the certificate of the chosen paper a paper.
func (p *recentPapers) certify() {
	x, ok := p.chosen()
	if !ok {
		return
	}
	folder := page.PaperFolder(p.room.Desk, x.ID)
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		folder = page.LastFolder()
	}
	loc := p.room.Loc
	m := page.Making{
		Work: paper.Work{Kind: paper.Certificate, Date: data.Today(), Document: func(context.Context, data.Lang) (export.Document, error) {
			return export.CertificatePaper(x, paper.KindName(x.Order.Kind, loc), loc), nil
		}},
		Name: page.FileName(loc.T("papers.certificate.file", "name", page.DraftName(loc, x.Name, x.Draft))),
	}
	page.HandOverMade(p.room, folder, p.made, func(ctx context.Context, progress data.Progress) ([]paper.Made, error) {
		c, err := m.Made(ctx, p.room.Desk, []data.Lang{data.Lang(loc.Lang())}, progress)
		return []paper.Made{c}, err
	}, func() {
		p.refresh()
		p.made.Show()
	})
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
