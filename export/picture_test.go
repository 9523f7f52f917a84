package export_test

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/jpeg"
	"strings"
	"testing"

	"travaux/export"
	"travaux/export/internal/everything"
)

// chunk is a part of a PNG.
func chunk(kind, content string) []byte {
	b := binary.BigEndian.AppendUint32(nil, uint32(len(content)))
	b = append(append(b, kind...), content...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE([]byte(kind+content)))
}

const secretOfPicture = "Author Ana Lopez of the legal department"

func TestPicturesTellNothing(t *testing.T) {
	logo := everything.Logo()
	ihdr := 8 + 25
	told := map[string][]byte{}
	told["png"] = append(append(append([]byte{}, logo[:ihdr]...), chunk("tEXt", "Author\x00"+secretOfPicture)...), logo[ihdr:]...)
	told["png, behind its end"] = append(append([]byte{}, logo...), secretOfPicture...)
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 9, 9)), nil); err != nil {
		t.Fatal(err)
	}
	for name, marker := range map[string]byte{"jpeg comment": 0xfe, "jpeg exif": 0xe1} {
		part := append([]byte{0xff, marker, 0, byte(2 + len(secretOfPicture))}, secretOfPicture...)
		told[name] = append(append(append([]byte{}, b.Bytes()[:2]...), part...), b.Bytes()[2:]...)
	}
	for name, picture := range told {
		if !strings.Contains(export.PictureWords(picture), secretOfPicture) {
			t.Errorf("%s: its words are not read", name)
		}
		bare := export.BarePicture(picture)
		if strings.Contains(string(bare), secretOfPicture) || strings.Contains(export.PictureWords(bare), secretOfPicture) {
			t.Errorf("%s: still told", name)
		}
		before, _, err := image.Decode(bytes.NewReader(picture))
		if err != nil {
			t.Fatal(name, err)
		}
		after, _, err := image.Decode(bytes.NewReader(bare))
		if err != nil || after.Bounds() != before.Bounds() || after.At(3, 3) != before.At(3, 3) {
			t.Errorf("%s: another picture: %v", name, err)
		}
	}
}

func FuzzBarePicture(f *testing.F) {
	f.Add(everything.Logo())
	f.Add([]byte("\xff\xd8\xff\xe1\x00\x04ab\xff\xda"))
	f.Fuzz(func(t *testing.T, b []byte) {
		bare := export.BarePicture(b)
		if !bytes.Equal(export.BarePicture(bare), bare) {
			t.Error("it is not bare the first time")
		}
		export.PictureWords(b)
	})
}
