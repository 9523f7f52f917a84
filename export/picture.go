package export

import (
	"bytes"
	"encoding/binary"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// BarePicture is a PNG or JPEG without what it says beside its pixels: comments, the
// names of programs and people, places and dates. Whatever is neither comes out as it
// is, and so does what stands behind a part that cannot be read.
//
// Source: PNG (third edition), section 11; ITU-T T.81, B.1.1.3, and JFIF 1.02.
func BarePicture(picture []byte) []byte {
	switch PictureType(picture) {
	case "image/png":
		return barePNG(picture)
	case "image/jpeg":
		return bareJPEG(picture)
	}
	return picture
}

// PictureType is the media type of a PNG or JPEG; "" for anything else.
func PictureType(picture []byte) string {
	switch {
	case bytes.HasPrefix(picture, []byte(pngHead)):
		return "image/png"
	case bytes.HasPrefix(picture, []byte("\xff\xd8\xff")):
		return "image/jpeg"
	}
	return ""
}

const pngHead = "\x89PNG\r\n\x1a\n"

// shown are the chunks of a PNG that say how its pixels look.
var shown = []string{"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "pHYs"}

func barePNG(b []byte) []byte {
	out := []byte(pngHead)
	for at := len(pngHead); at+12 <= len(b); {
		size := int(binary.BigEndian.Uint32(b[at:]))
		end := at + 12 + size
		if size < 0 || end > len(b) || end < at {
			return append(out, b[at:]...)
		}
		kind := string(b[at+4 : at+8])
		if slices.Contains(shown, kind) {
			out = append(out, b[at:end]...)
		}
		if at = end; kind == "IEND" {
			break // what stands behind is no part of the picture
		}
	}
	return out
}

func bareJPEG(b []byte) []byte {
	out := slices.Clone(b[:2])
	for at := 2; at+4 <= len(b); {
		marker, size := b[at+1], int(binary.BigEndian.Uint16(b[at+2:]))
		end := at + 2 + size
		if b[at] != 0xff || size < 2 || end > len(b) || marker == 0xda { // the pixels begin
			return append(out, b[at:]...)
		}
		told := marker == 0xfe || marker >= 0xe1 && marker <= 0xef && marker != 0xee // 0xee: how its colours are kept
		if !told {
			out = append(out, b[at:end]...)
		}
		at = end
	}
	return out
}

// PictureWords are the stretches of letters in a picture's bytes, for a reader that
// looks for words wherever they could hide.
func PictureWords(picture []byte) string {
	var b strings.Builder
	var run []rune
	end := func() {
		if len(run) >= leastWords {
			b.WriteString(string(run) + "\n")
		}
		run = run[:0]
	}
	for len(picture) > 0 {
		r, n := utf8.DecodeRune(picture)
		picture = picture[n:]
		if r == utf8.RuneError || r != ' ' && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsPunct(r) {
			end()
			continue
		}
		run = append(run, r)
	}
	end()
	return b.String()
}

// leastWords is how many characters in a row are taken for words.
const leastWords = 6
