package docx

import "strconv"

// The logo is at most so high and so wide, in English Metric Units: 12,700 to a point.
const (
	logoHeight = 52 * 12700
	logoWidth  = 200 * 12700
)

// Names of the vocabularies of pictures.
const (
	drawingNS   = "http://schemas.openxmlformats.org/drawingml/2006/"
	placedNS    = drawingNS + "wordprocessingDrawing"
	pictureName = "word/media/logo.png"
)

// logo writes the picture above the name of who speaks, if there is one.
func (w *writer) logo(name string) {
	file, width, height, ok := w.doc.Look.Picture()
	if !ok {
		return
	}
	w.picture = file
	wide, high := logoHeight*width/height, logoHeight
	if wide > logoWidth {
		wide, high = logoWidth, max(logoWidth*height/width, 1)
	}
	extent := []string{"cx", strconv.Itoa(max(wide, 1)), "cy", strconv.Itoa(high)}
	m := &w.body
	w.open(m, format{style: styleName})
	m.begin("w:r")
	m.begin("w:drawing")
	m.begin("wp:inline", "xmlns:wp", placedNS, "distT", "0", "distB", "0", "distL", "0", "distR", "0")
	m.empty("wp:extent", extent...)
	m.empty("wp:docPr", "id", "1", "name", "logo", "descr", name)
	m.begin("a:graphic", "xmlns:a", drawingNS+"main")
	m.begin("a:graphicData", "uri", drawingNS+"picture")
	m.begin("pic:pic", "xmlns:pic", drawingNS+"picture")
	m.begin("pic:nvPicPr")
	m.empty("pic:cNvPr", "id", "1", "name", "logo")
	m.empty("pic:cNvPicPr")
	m.end("pic:nvPicPr")
	m.begin("pic:blipFill")
	m.empty("a:blip", "r:embed", w.pictureRelation())
	m.begin("a:stretch")
	m.empty("a:fillRect")
	m.end("a:stretch")
	m.end("pic:blipFill")
	m.begin("pic:spPr")
	m.begin("a:xfrm")
	m.empty("a:off", "x", "0", "y", "0")
	m.empty("a:ext", extent...)
	m.end("a:xfrm")
	m.begin("a:prstGeom", "prst", "rect")
	m.empty("a:avLst")
	m.end("a:prstGeom")
	m.end("pic:spPr")
	m.end("pic:pic")
	m.end("a:graphicData")
	m.end("a:graphic")
	m.end("wp:inline")
	m.end("w:drawing")
	m.end("w:r")
	m.end("w:p")
}

// pictureRelation is that of the part behind the headers and footers.
func (w *writer) pictureRelation() string {
	if w.turns() {
		return "rId6"
	}
	return "rId5"
}
