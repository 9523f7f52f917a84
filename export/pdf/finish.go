package pdf

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf16"

	"travaux/data"
	"travaux/export"
)

// finisher sets right what gofpdf gets wrong or leaves out.
type finisher struct {
	*file
	doc      export.Document
	opts     Options
	pages    []*page
	streams  [][]byte // of the pages, compressed
	fonts    []*usedFont
	scale    float64  // from points of the layout to those of the file
	picture  *picture // nil: it has none
	lock     *lock    // nil: anybody can open it
	root     *element
	headings []*heading
}

// Where gofpdf puts things: object 1 is the page tree, 2 the resources, then a
// page and its content in turn.
const resources = ref(2)

func pageRef(i int) ref    { return ref(3 + 2*i) }
func contentRef(i int) ref { return ref(4 + 2*i) }

func (f *finisher) finish() ([]byte, error) {
	catalog := f.dict(f.trailer["Root"])
	if catalog == nil || len(f.objects) <= int(contentRef(len(f.pages)-1)) {
		return nil, fmt.Errorf("pdf: not the objects expected")
	}
	if err := f.finishFonts(); err != nil {
		return nil, err
	}
	if err := f.finishPages(); err != nil {
		return nil, err
	}
	f.finishOutline(catalog)
	f.finishTags(catalog)
	f.finishCatalog(catalog)
	f.finishCarried(catalog)
	f.finishInfo()
	return f.write(), nil
}

// finishPages puts what stands on them in the place of what gofpdf wrote, and makes
// every link an object of its own.
func (f *finisher) finishPages() error {
	for i := range f.pages {
		d := f.dict(pageRef(i))
		if _, ok := f.objects[contentRef(i)].(stream); d == nil || !ok {
			return fmt.Errorf("pdf: page %d is not where it should be", i+1)
		}
		f.objects[contentRef(i)] = stream{dict{"Filter": name("FlateDecode")}, f.streams[i]}
		d["StructParents"] = integer(i)
		d["Tabs"] = name("S")
		delete(d, "Group")
		d["MediaBox"] = array{integer(0), integer(0), f.points(f.pages[i].sheet.width), f.points(f.pages[i].sheet.height)}
		f.finishLinks(i, d)
	}
	return nil
}

// finishLinks makes every link of a page an object of its own with the area on which
// a click counts and the heading to which it leads.
func (f *finisher) finishLinks(i int, d dict) {
	links, _ := d["Annots"].(array)
	for k, it := range f.pages[i].links[:min(len(links), len(f.pages[i].links))] {
		if a, ok := links[k].(dict); ok {
			size, height := it.para.style.size, f.pages[i].sheet.height
			left, top := it.x+it.line.X, height-(it.top+it.y-size)
			a["Rect"] = array{f.points(left), f.points(top - 1.35*size), f.points(left + it.line.Width), f.points(top)}
			a["Dest"] = f.destination(it.link)
		}
		links[k] = f.add(links[k])
	}
}

// destination is the place of a heading, a little above its letters.
func (f *finisher) destination(h *heading) array {
	page := max(h.page-1, 0)
	return array{pageRef(page), name("XYZ"), integer(0), f.points(f.pages[page].sheet.height - h.y + 6), null{}}
}

// points writes a measure of the layout as one of the file.
func (f *finisher) points(v float64) number {
	return number(strconv.FormatFloat(math.Round(v*f.scale*100)/100, 'f', -1, 64))
}

// finishOutline gives bookmarks their texts and counts; gofpdf states 0 open
// ones everywhere, so that readers show none.
func (f *finisher) finishOutline(catalog dict) {
	root, ok := catalog["Outlines"].(ref)
	if !ok {
		return
	}
	first := int(root) - len(f.headings)
	var visible func(v any) int
	visible = func(v any) int {
		n := 0
		for d := f.dict(v); d != nil; d = f.dict(d["Next"]) {
			delete(d, "Count")
			n++
			if kids := visible(d["First"]); kids > 0 {
				d["Count"] = integer(kids)
				n += kids
			}
		}
		return n
	}
	if d := f.dict(root); d != nil {
		d["Count"] = integer(visible(d["First"]))
	}
	for i, h := range f.headings {
		if d, ok := f.objects[first+i].(dict); ok {
			d["Title"] = unicodeText(h.text)
			d["Dest"] = f.destination(h)
		}
	}
}

func (f *finisher) finishCatalog(catalog dict) {
	delete(catalog, "Names")
	delete(catalog, "OpenAction")
	delete(catalog, "PageLayout")
	catalog["Lang"] = text(languageTag(f.doc.Lang))
	view := dict{"DisplayDocTitle": true}
	if f.doc.Lang.RightToLeft() {
		view["Direction"] = name("R2L")
	}
	catalog["ViewerPreferences"] = view
	catalog["Metadata"] = f.add(stream{dict{"Type": name("Metadata"), "Subtype": name("XML")}, f.xmp()})
	if f.opts.PDFA {
		profile := f.add(stream{dict{"N": integer(3)}, sRGB()})
		catalog["OutputIntents"] = array{dict{
			"Type": name("OutputIntent"), "S": name("GTS_PDFA1"), "DestOutputProfile": profile,
			"OutputConditionIdentifier": text("sRGB IEC61966-2.1"), "Info": text("sRGB IEC61966-2.1"),
		}}
	}
}

func languageTag(l data.Lang) string {
	if l == data.Chinese {
		return "zh-Hans"
	}
	return string(l)
}

const producer = "Travaux"

func (f *finisher) finishInfo() {
	info := dict{"Title": unicodeText(clean(f.doc.Title))}
	if !f.doc.Anonymous {
		info["Producer"], info["Creator"] = text(producer), text(producer)
	}
	if s := f.author(); s != "" {
		info["Author"] = unicodeText(s)
	}
	if s := clean(f.doc.Subject); s != "" {
		info["Subject"] = unicodeText(s)
	}
	info["CreationDate"], info["ModDate"] = f.date(), f.date()
	if r, ok := f.trailer["Info"].(ref); ok {
		f.objects[r] = info
	}
}

// author is who made the paper; nobody if it is not to say so.
func (f *finisher) author() string {
	if f.doc.Anonymous {
		return ""
	}
	return clean(f.doc.Author)
}

func (f *finisher) date() text {
	return text(f.opts.Creation.UTC().Format("D:20060102150405") + "+00'00'")
}

// unicodeText writes a text string: as it is if it is ASCII, else in UTF-16
// with its mark (ISO 32000-1, 7.9.2.2).
func unicodeText(s string) text {
	ascii := true
	for i := range len(s) {
		ascii = ascii && s[i] >= ' ' && s[i] < 0x7F
	}
	if ascii {
		return text(s)
	}
	b := []byte{0xFE, 0xFF}
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u>>8), byte(u))
	}
	return text(b)
}

// xmp is the metadata packet (ISO 16684-1); it says the same as the Info
// dictionary.
func (f *finisher) xmp() []byte {
	var b strings.Builder
	date := f.opts.Creation.UTC().Format("2006-01-02T15:04:05+00:00")
	b.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"` +
		` xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">` + "\n")
	element := func(tag, open, value, close string) {
		if value != "" {
			b.WriteString("<" + tag + ">" + open + escapeXML(value) + close + "</" + tag + ">\n")
		}
	}
	const alt, altEnd = `<rdf:Alt><rdf:li xml:lang="x-default">`, "</rdf:li></rdf:Alt>"
	element("dc:format", "", "application/pdf", "")
	element("dc:title", alt, clean(f.doc.Title), altEnd)
	element("dc:description", alt, clean(f.doc.Subject), altEnd)
	element("dc:creator", "<rdf:Seq><rdf:li>", f.author(), "</rdf:li></rdf:Seq>")
	element("dc:language", "<rdf:Bag><rdf:li>", languageTag(f.doc.Lang), "</rdf:li></rdf:Bag>")
	if !f.doc.Anonymous {
		element("pdf:Producer", "", producer, "")
		element("xmp:CreatorTool", "", producer, "")
	}
	element("xmp:CreateDate", "", date, "")
	element("xmp:ModifyDate", "", date, "")
	if f.opts.PDFA {
		element("pdfaid:part", "", "1", "")
		element("pdfaid:conformance", "", "B", "")
	}
	b.WriteString("</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return []byte(b.String())
}

var xmlEscapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

func escapeXML(s string) string {
	return xmlEscapes.Replace(strings.Map(func(r rune) rune {
		if r == 0xFFFE || r == 0xFFFF {
			return 0xFFFD
		}
		return r
	}, s))
}
