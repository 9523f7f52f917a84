package pdf

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
)

// finishFonts makes a font of every face: its glyphs, their widths and an exact
// text map.
func (f *finisher) finishFonts() error {
	named := dict{}
	for _, u := range f.fonts {
		r, err := f.embed(u)
		if err != nil {
			return err
		}
		named[name(u.name)] = r
	}
	all := dict{"Font": named, "ProcSet": array{name("PDF"), name("Text")}}
	if f.picture != nil {
		all["XObject"] = dict{pictureName: f.add(f.picture.object())}
		all["ProcSet"] = array{name("PDF"), name("Text"), name("ImageC")}
	}
	f.objects[resources] = all
	return nil
}

// embed adds a font (ISO 32000-1, 9.7 and 9.8). Its codes are its glyph numbers, as
// subset makes them.
func (f *finisher) embed(u *usedFont) (ref, error) {
	program, err := subset(u.face.Data, u.glyphs)
	if err != nil {
		return 0, err
	}
	full := name(subsetTag(u) + "+" + u.face.Name)
	descriptor := dict{"Type": name("FontDescriptor"), "FontName": full}
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
	cid := dict{
		"Type": name("Font"), "Subtype": name("CIDFontType2"), "BaseFont": full,
		"W": array{integer(1), widths}, "DW": integer(u.source.thousandths(int(missing))),
		"CIDSystemInfo":  dict{"Registry": text("Adobe"), "Ordering": text("Identity"), "Supplement": integer(0)},
		"CIDToGIDMap":    name("Identity"),
		"FontDescriptor": f.add(descriptor),
	}
	return f.add(dict{
		"Type": name("Font"), "Subtype": name("Type0"), "BaseFont": full, "Encoding": name("Identity-H"),
		"DescendantFonts": array{f.add(cid)},
		"ToUnicode":       f.add(stream{dict{}, u.toUnicode()}),
	}), nil
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
