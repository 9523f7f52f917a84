package data_test

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"

	"travaux/data"
)

// TestLogos are read before they are kept: nothing else is ever drawn.
func TestLogos(t *testing.T) {
	picture := func(w, h int) []byte {
		var b bytes.Buffer
		if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, w, h))); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	good := picture(40, 30)
	for name, c := range map[string]struct {
		logo []byte
		want data.Code
	}{
		"a picture":       {good, ""},
		"cut off":         {good[:len(good)-20], data.CodeLogo},
		"no picture":      {[]byte("a letter"), data.CodeLogo},
		"too many bytes":  {append(bytes.Clone(good), make([]byte, data.LogoMost)...), data.CodeLogoLarge},
		"too many pixels": {picture(9000, 1000), data.CodeLogoLarge},
	} {
		x := data.Template{Name: "t", Logo: c.logo}
		if got := data.CodeOf(x.Check()); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// TestAPaperIsToldWithItsFiles: the log must say by what digest each is known.
func TestAPaperIsToldWithItsFiles(t *testing.T) {
	p := data.Paper{Name: "otters", Files: []data.Certificate{{Name: "otters-en.pdf", Digest: data.Fingerprint{0xab}}}}
	if got := p.Sentence(); !strings.Contains(got, "otters-en.pdf") || !strings.Contains(got, "SHA-256 ab00") {
		t.Error(got)
	}
}
