package fonts

import (
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// table returns a table of a TrueType file.
func table(data []byte, tag string) []byte {
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		record := data[12+16*i:]
		if string(record[:4]) == tag {
			from := binary.BigEndian.Uint32(record[8:])
			return data[from : from+binary.BigEndian.Uint32(record[12:])]
		}
	}
	return nil
}

// TestFontsMayBeEmbedded holds every font to what PDF and licences need.
func TestFontsMayBeEmbedded(t *testing.T) {
	total := 0
	for _, f := range All {
		t.Run(f.Name, func(t *testing.T) {
			if table(f.Data, "glyf") == nil {
				t.Error("no TrueType outlines: gofpdf cannot embed it")
			}
			if fsType := binary.BigEndian.Uint16(table(f.Data, "OS/2")[8:]); fsType != 0 {
				t.Errorf("fsType is %d: embedding is restricted", fsType)
			}
			utf16 := strings.Join(strings.Split(f.Name, ""), "\x00")
			if names := table(f.Data, "name"); !bytes.Contains(names, []byte(utf16)) {
				t.Error("the file has another PostScript name")
			}
			licence, _, _ := strings.Cut(f.Name, "-")
			if text, err := os.ReadFile(filepath.Join("files", licence+"-LICENSE.txt")); err != nil || !bytes.Contains(text, []byte("SIL")) {
				t.Errorf("no licence beside the font: %v", err)
			}
		})
		total += len(f.Data)
	}
	if total > 22_000_000 {
		t.Errorf("the fonts take %d bytes", total)
	}
}

func TestList(t *testing.T) {
	for _, c := range []struct {
		name         string
		family       Family
		script       Script
		bold, italic bool
		first        string
	}{
		{"treaty text", Serif, Western, false, false, "LiberationSerif"},
		{"bold italic", Serif, Western, true, true, "LiberationSerif-BoldItalic"},
		{"Arabic has no italic", Serif, Arabic, true, true, "Amiri-Bold"},
		{"window", Sans, Western, false, true, "NotoSans-Italic"},
		{"no bold italic sans: weight counts more", Sans, Western, true, true, "NotoSans-Bold"},
		{"Chinese window", Sans, Chinese, true, false, "NotoSansSC-Bold"},
	} {
		t.Run(c.name, func(t *testing.T) {
			list := List(c.family, c.script, c.bold, c.italic)
			if list[0].Name != c.first {
				t.Errorf("first %s, want %s", list[0].Name, c.first)
			}
			if len(list) != len(All) {
				t.Errorf("%d fonts of %d", len(list), len(All))
			}
		})
	}
}

func TestUI(t *testing.T) {
	for lang, name := range map[string]string{"en": "NotoSans-Bold", "ru": "NotoSans-Bold", "ar-EG": "NotoSansArabic-Bold", "zh-Hans": "NotoSansSC-Bold", "": "NotoSans-Bold"} {
		for _, f := range All {
			if f.Name == name && &UI(lang, true)[0] != &f.Data[0] {
				t.Errorf("%q has another font than %s", lang, name)
			}
		}
	}
}
