package export

import (
	"bytes"
	"image"
	_ "image/jpeg" // of logos
	"image/png"
)

// logoPixels is the most that a logo may have: a small file can unfold into a picture
// that fills the memory.
const logoPixels = 16 << 20

// Picture is the logo as a PNG with nothing in it but what one sees: cameras and
// programs leave names, places and dates in pictures. Its measures are in pixels; ok is
// false where there is no logo or none that can be read.
func (l Look) Picture() (file []byte, width, height int, ok bool) {
	size, _, err := image.DecodeConfig(bytes.NewReader(l.Logo))
	if err != nil || size.Width < 1 || size.Height < 1 || size.Height > logoPixels/size.Width {
		return nil, 0, 0, false
	}
	picture, _, err := image.Decode(bytes.NewReader(l.Logo))
	if err != nil {
		return nil, 0, 0, false
	}
	var out bytes.Buffer
	if err := png.Encode(&out, picture); err != nil {
		return nil, 0, 0, false
	}
	return out.Bytes(), size.Width, size.Height, true
}
