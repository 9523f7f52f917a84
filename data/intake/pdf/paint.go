package pdf

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"image"
	"image/color"
	"image/draw"
	"io"
	"math"
	"runtime/debug"

	"github.com/klippa-app/go-pdfium/requests"

	"travaux/data"
)

// What the process that shows pages is asked, and what it answers besides
// sayRefused.
const (
	askOpen    byte = 'o' // JSON: the password; then askFile
	askFile    byte = 'f' // the document
	askPage    byte = 'i' // JSON: its index and its width in pixels
	sayOpened  byte = 'O' // JSON: width and height of every page in points
	sayPicture byte = 'I' // width and height in four bytes each, and the pixels
)

// mostPixels of a picture: a page of A4 as wide as 2,500. What is asked for wider is
// made smaller.
const mostPixels = 9 << 20

// paintFor answers until nobody asks any more.
func paintFor(from io.Reader, to io.Writer) error {
	e, err := startEngine(context.Background())
	if err != nil {
		return writeMessage(to, sayRefused, []byte(CodeReader))
	}
	debug.FreeOSMemory() // what it took to start
	var (
		open     *document
		password string
	)
	for {
		m, err := readMessage(from)
		if err != nil {
			return nil // the window has been closed
		}
		kind, body := sayRefused, []byte(CodeReader)
		switch m.kind {
		case askOpen:
			if json.Unmarshal(m.body, &password) == nil {
				continue
			}
		case askFile:
			if open != nil {
				open.close()
				open = nil
			}
			if open, err = e.open(m.body, password); err == nil {
				kind, body, err = sayOpened, nil, nil
				body, err = json.Marshal(open.sizes())
			}
		case askPage:
			var ask [2]int
			if err = json.Unmarshal(m.body, &ask); err == nil && open != nil {
				kind = sayPicture
				body, err = open.picture(ask[0], ask[1])
			}
		}
		if err != nil {
			kind, body = sayRefused, []byte(data.CodeOf(err))
		}
		if err := writeMessage(to, kind, body); err != nil {
			return err
		}
	}
}

func (d *document) close() {
	_, _ = d.lib.FPDF_CloseDocument(&requests.FPDF_CloseDocument{Document: d.ref})
}

// sizes of the pages in points, as they are read, so after turning.
func (d *document) sizes() [][2]float64 {
	all := make([][2]float64, d.pages)
	for i := range all {
		size, err := d.lib.FPDF_GetPageSizeByIndex(&requests.FPDF_GetPageSizeByIndex{Document: d.ref, Index: i})
		all[i] = [2]float64{usualWidth, usualHeight}
		if err == nil && size.Width > leastSide && size.Width < mostSide && size.Height > leastSide && size.Height < mostSide {
			all[i] = [2]float64{size.Width, size.Height}
		}
	}
	return all
}

// picture of a page on white paper, as sayPicture has it.
func (d *document) picture(index, width int) ([]byte, error) {
	if index < 0 || index >= d.pages {
		return nil, data.E(data.CodeInput)
	}
	size := d.sizes()[index]
	width = max(width, 1)
	if most := int(math.Sqrt(mostPixels * size[0] / size[1])); width > most {
		width = most
	}
	height := max(int(math.Round(float64(width)*size[1]/size[0])), 1)
	made, err := d.lib.RenderPageInPixels(&requests.RenderPageInPixels{
		Page: requests.Page{ByIndex: &requests.PageByIndex{Document: d.ref, Index: index}}, Width: width, Height: height,
	})
	if err != nil {
		return nil, data.E(CodeDamaged).Because(err)
	}
	defer made.Cleanup() // the picture lies in the library's memory
	bounds := made.Result.RenderedImage.Bounds()
	paper := image.NewRGBA(image.Rect(0, 0, bounds.Dx(), bounds.Dy()))
	draw.Draw(paper, paper.Rect, image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.Draw(paper, paper.Rect, made.Result.RenderedImage, bounds.Min, draw.Over)
	body := make([]byte, 0, 8+len(paper.Pix))
	body = binary.BigEndian.AppendUint32(body, uint32(bounds.Dx()))
	body = binary.BigEndian.AppendUint32(body, uint32(bounds.Dy()))
	return append(body, paper.Pix...), nil
}
