package export_test

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"slices"
	"testing"

	"travaux/export"
)

// TestALogoLosesWhatOneDoesNotSee holds that neither the text of a PNG nor the
// remark of a JPEG comes through.
func TestALogoLosesWhatOneDoesNotSee(t *testing.T) {
	picture := image.NewRGBA(image.Rect(0, 0, 30, 20))
	picture.Set(3, 4, color.RGBA{200, 10, 20, 255})
	var p, j bytes.Buffer
	if err := png.Encode(&p, picture); err != nil {
		t.Fatal(err)
	}
	if err := jpeg.Encode(&j, picture, nil); err != nil {
		t.Fatal(err)
	}
	secret := []byte("Author\x00Ana of the ministry")
	chunk := binary.BigEndian.AppendUint32(nil, uint32(len(secret)))
	chunk = append(append(chunk, "tEXt"...), secret...)
	chunk = binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(chunk[4:]))
	remark := append([]byte{0xFF, 0xFE, 0, byte(len(secret) + 2)}, secret...)
	const head = 8 + 25 // of a PNG: its signature and its measures
	for name, logo := range map[string][]byte{
		"png": slices.Insert(p.Bytes(), head, chunk...), "jpeg": slices.Insert(j.Bytes(), 2, remark...),
	} {
		file, width, height, ok := export.Look{Logo: logo}.Picture()
		if !ok || width != 30 || height != 20 || bytes.Contains(file, secret[7:]) || !bytes.Contains(logo, secret[7:]) {
			t.Errorf("%s: %v, %d by %d", name, ok, width, height)
		}
		if _, err := png.Decode(bytes.NewReader(file)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	huge := bytes.Clone(p.Bytes())
	binary.BigEndian.PutUint32(huge[16:], 1<<20)
	binary.BigEndian.PutUint32(huge[29:], crc32.ChecksumIEEE(huge[12:29]))
	for name, logo := range map[string][]byte{"none": nil, "no picture": []byte("logo"), "cut": p.Bytes()[:50], "huge": huge} {
		if _, _, _, ok := (export.Look{Logo: logo}).Picture(); ok {
			t.Errorf("%s: it is taken for a picture", name)
		}
	}
}
