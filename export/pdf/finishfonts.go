package pdf

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"maps"
)

// finishFonts makes a font of every face after the pattern that gofpdf wrote,
// with its name, glyphs, widths and exact text map.
func (f *finisher) finishFonts() error {
	named := dict{}
	if len(f.fonts) > 0 {
		pattern, err := f.pattern()
		if err != nil {
			return err
		}
		for _, u := range f.fonts {
			r, err := f.embed(u, pattern)
			if err != nil {
				return err
			}
			named[name(u.name)] = r
		}
	}
	all := dict{"Font": named, "ProcSet": array{name("PDF"), name("Text")}}
	if f.picture != nil {
		all["XObject"] = dict{pictureName: f.add(f.picture.object())}
		all["ProcSet"] = array{name("PDF"), name("Text"), name("ImageC")}
	}
	f.objects[resources] = all
	return nil
}

// fontObjects are the three dictionaries of a font (ISO 32000-1, 9.7 and 9.8).
type fontObjects struct{ font, cid, descriptor dict }

// pattern takes gofpdf's font out of the file.
func (f *finisher) pattern() (fontObjects, error) {
	for n := range f.objects {
		font, ok := f.objects[n].(dict)
		if !ok || font["Subtype"] != name("Type0") {
			continue
		}
		kids, _ := font["DescendantFonts"].(array)
		if len(kids) != 1 {
			break
		}
		cid := f.dict(kids[0])
		p := fontObjects{font, cid, f.dict(cid["FontDescriptor"])}
		if p.descriptor == nil {
			break
		}
		for _, v := range []any{ref(n), kids[0], cid["FontDescriptor"], cid["CIDToGIDMap"], cid["CIDSystemInfo"], font["ToUnicode"], p.descriptor["FontFile2"]} {
			if r, ok := v.(ref); ok {
				f.objects[r] = nil
			}
		}
		return p, nil
	}
	return fontObjects{}, fmt.Errorf("pdf: no font to take as a pattern")
}

// embed adds a font. Its codes are its glyph numbers, as subset makes them.
func (f *finisher) embed(u *usedFont, p fontObjects) (ref, error) {
	program, err := subset(u.face.Data, u.glyphs)
	if err != nil {
		return 0, err
	}
	full := name(subsetTag(u) + "+" + u.face.Name)
	font, cid, descriptor := maps.Clone(p.font), maps.Clone(p.cid), maps.Clone(p.descriptor)
	font["BaseFont"], cid["BaseFont"], descriptor["FontName"] = full, full, full

	u.source.describe(descriptor)
	descriptor["FontFile2"] = f.add(stream{dict{"Length1": integer(len(program))}, program})
	if f.opts.PDFA {
		descriptor["CIDSet"] = f.add(stream{dict{}, cidSet(len(u.glyphs))})
	}
	widths := make(array, len(u.widths))
	for i, w := range u.widths {
		widths[i] = integer(w)
	}
	missing, _ := u.source.metrics(0)
	cid["W"], cid["DW"] = array{integer(1), widths}, integer(u.source.thousandths(int(missing)))
	cid["CIDSystemInfo"] = dict{"Registry": text("Adobe"), "Ordering": text("Identity"), "Supplement": integer(0)}
	cid["CIDToGIDMap"] = name("Identity")
	cid["FontDescriptor"] = f.add(descriptor)
	font["DescendantFonts"] = array{f.add(cid)}
	font["ToUnicode"] = f.add(stream{dict{}, u.toUnicode()})
	return f.add(font), nil
}

// describe fills in what a reader may want to know to find a substitute.
func (s *source) describe(d dict) {
	signed := func(table string, at int) int {
		return int(int16(binary.BigEndian.Uint16(s.tables[table][at:])))
	}
	scaled := func(table string, at int) number {
		return integer(s.thousandths(signed(table, at)))
	}
	d["FontBBox"] = array{scaled("head", 36), scaled("head", 38), scaled("head", 40), scaled("head", 42)}
	d["Ascent"], d["Descent"], d["CapHeight"] = scaled("hhea", 4), scaled("hhea", 6), scaled("hhea", 4)
	const capHeight = 88
	if os2 := s.tables["OS/2"]; len(os2) >= capHeight+2 && binary.BigEndian.Uint16(os2) >= 2 {
		d["CapHeight"] = scaled("OS/2", capHeight)
	}
	weight := signed("OS/2", 4)
	d["StemV"] = integer(50 + weight*weight/4225)
	const symbolic, italic = 4, 64
	flags := symbolic
	angle := signed("post", 4)
	if angle != 0 {
		flags |= italic
	}
	d["ItalicAngle"], d["Flags"] = integer(angle), integer(flags)
	delete(d, "MissingWidth")
}

// cidSet has a bit for every code in the font, the missing glyph included.
func cidSet(n int) []byte {
	set := make([]byte, n/8+1)
	for i := range n + 1 {
		set[i/8] |= 0x80 >> (i % 8)
	}
	return set
}

// subsetTag is six letters that differ between different subsets.
func subsetTag(u *usedFont) string {
	h := sha256.New()
	fmt.Fprint(h, u.face.Name, u.glyphs, u.texts)
	sum := h.Sum(nil)
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag)
}
