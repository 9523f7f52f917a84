package pdf

import (
	"context"
	"errors"
	"io"
	"runtime"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/enums"
	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"travaux/data"
	"travaux/data/intake/pdf/layout"
)

// engineMemory is how many bytes the library may take, and memoryPage the unit
// in which it takes them.
const (
	engineMemory = 256 << 20
	memoryPage   = 64 << 10
)

// reserve is the memory of the library. It is set aside at once, so that it is
// never copied to grow; it costs what is used of it.
type reserve []byte

func newReserve(uint64, uint64) experimental.LinearMemory { return make(reserve, 0, engineMemory) }

// Reallocate implements experimental.LinearMemory.
func (r reserve) Reallocate(size uint64) []byte {
	if size > engineMemory {
		return nil
	}
	return r[:size]
}

// Free implements experimental.LinearMemory.
func (reserve) Free() {}

// compilers is how many processors make machine code of the library at a time:
// more take more memory than they save time.
const compilers = 2

// engine is the library, shut in: it sees no file, no network, no clock of the
// machine but the bytes of one document.
type engine struct {
	pool pdfium.Pool
	lib  pdfium.Pdfium
}

func startEngine(ctx context.Context) (*engine, error) {
	ctx = experimental.WithCompilationWorkers(ctx, min(runtime.NumCPU(), compilers))
	ctx = experimental.WithMemoryAllocator(ctx, experimental.MemoryAllocatorFunc(newReserve))
	pool, err := webassembly.Init(webassembly.Config{
		Context: ctx, MaxIdle: 1, MaxTotal: 1,
		FSConfig: wazero.NewFSConfig(), Stdout: io.Discard, Stderr: io.Discard,
		RuntimeConfig: wazero.NewRuntimeConfig().WithMemoryLimitPages(engineMemory / memoryPage).
			WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling),
	})
	if err != nil {
		return nil, data.E(CodeReader).Because(err)
	}
	lib, err := pool.GetInstance(time.Minute)
	if err != nil {
		return nil, data.E(CodeReader).Because(err)
	}
	return &engine{pool, lib}, nil
}

// document is an open one.
type document struct {
	*engine
	ref   references.FPDF_DOCUMENT
	pages int
}

// open opens a document; the password of one that has none is "".
func (e *engine) open(content []byte, password string) (*document, error) {
	ask := &requests.OpenDocument{File: &content}
	if password != "" {
		ask.Password = &password
	}
	opened, err := e.lib.OpenDocument(ask)
	switch {
	case errors.Is(err, pdfiumerrors.ErrPassword), errors.Is(err, pdfiumerrors.ErrSecurity):
		return nil, data.E(CodeLocked).Because(err)
	case err != nil:
		return nil, data.E(CodeDamaged).Because(err)
	}
	count, err := e.lib.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: opened.Document})
	if err != nil || count.PageCount < 1 {
		return nil, data.E(CodeDamaged).Because(err)
	}
	if count.PageCount > maxPages {
		return nil, data.E(CodeHeavy)
	}
	return &document{e, opened.Document, count.PageCount}, nil
}

// page reads one, counted from 0.
func (d *document) page(index int) (layout.Page, error) {
	loaded, err := d.lib.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: d.ref, Index: index})
	if err != nil {
		return layout.Page{}, err
	}
	ref := requests.Page{ByReference: &loaded.Page}
	defer d.lib.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: loaded.Page})
	f, err := d.frame(ref)
	if err != nil {
		return layout.Page{}, err
	}
	text, err := d.lib.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: ref})
	if err != nil {
		return layout.Page{}, err
	}
	defer d.lib.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: text.TextPage})
	p := layout.Page{Width: f.width, Height: f.height}
	s := scanner{lib: d.lib, text: text.TextPage, frame: f}
	if p.Words, err = s.words(); err != nil {
		return layout.Page{}, err
	}
	if len(p.Words) < fewWords {
		p.Images = d.images(ref)
	}
	return p, nil
}

// fewWords is how many words make a page that may well be a picture.
const fewWords = 10

// images counts the pictures among the first things on a page.
func (d *document) images(page requests.Page) int {
	count, err := d.lib.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: page})
	if err != nil {
		return 0
	}
	n := 0
	for i := range min(count.Count, 50) {
		object, err := d.lib.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: page, Index: i})
		if err != nil {
			break
		}
		kind, err := d.lib.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: object.PageObject})
		if err == nil && kind.Type == enums.FPDF_PAGEOBJ_IMAGE {
			n++
		}
	}
	return n
}

// frame turns the file's coordinates into those of the page as it is read.
type frame struct {
	left, bottom  float64 // of the part of the page that is shown
	width, height float64 // as read, so after turning
	turned        int     // by so many quarters, clockwise
}

// usualWidth and usualHeight are those of A4, for pages that say nonsense.
const (
	usualWidth, usualHeight = 595.0, 842.0
	leastSide, mostSide     = 50.0, 20_000.0
)

func (d *document) frame(page requests.Page) (frame, error) {
	box, err := d.lib.FPDF_GetPageBoundingBox(&requests.FPDF_GetPageBoundingBox{Page: page})
	if err != nil {
		return frame{}, err
	}
	turned, err := d.lib.FPDFPage_GetRotation(&requests.FPDFPage_GetRotation{Page: page})
	if err != nil {
		return frame{}, err
	}
	f := frame{
		left: float64(box.Rect.Left), bottom: float64(box.Rect.Bottom), turned: int(turned.PageRotation) & 3,
		width: float64(box.Rect.Right - box.Rect.Left), height: float64(box.Rect.Top - box.Rect.Bottom),
	}
	if !(f.width > leastSide && f.width < mostSide && f.height > leastSide && f.height < mostSide) {
		f.width, f.height = usualWidth, usualHeight
	}
	if f.turned&1 == 1 {
		f.width, f.height = f.height, f.width
	}
	return f, nil
}

// point moves a point of the file into the frame.
func (f frame) point(x, y float64) (float64, float64) {
	x, y = x-f.left, y-f.bottom
	switch f.turned {
	case 1:
		return y, f.height - x
	case 2:
		return f.width - x, f.height - y
	case 3:
		return f.width - y, x
	}
	return x, y
}
