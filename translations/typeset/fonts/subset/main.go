// Command subset makes the files in ../files from the published fonts. It is
// the record of where every embedded byte comes from and is run by hand, with
// go generate, when a font or a character range changes; the results are
// committed, so that building the program needs neither network nor Python.
//
// It needs npm, the Go module proxy, iconv, and pyftsubset (Debian package
// fonttools). Standard library only.
package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
)

// Ranges of characters, in pyftsubset's notation.
const (
	latin       = "U+0020-007E,U+00A0-024F,U+0259,U+02B0-02FF,U+0300-036F,U+1E00-1EFF"
	cyrillic    = "U+0400-052F,U+1C80-1C88,U+2DE0-2DFF,U+A640-A69F"
	punctuation = "U+2000-206F,U+2070-209F,U+20A0-20BF,U+2100-214F,U+FEFF,U+FFFD"
	symbols     = "U+2150-218B,U+2190-21FF,U+2200-22FF,U+2300-23FF,U+2460-24FF,U+2500-257F,U+25A0-25FF,U+2600-26FF,U+2700-27BF"
	chinese     = "U+0020-007E,U+00A0-00FF,U+2010-2027,U+2030-205E,U+20AC,U+2103,U+2109,U+2116,U+2121,U+2160-217F," +
		"U+2190-2199,U+2460-249B,U+2605,U+2606,U+25A0-25CF,U+3000-303F,U+3220-3229,U+FE10-FE1F,U+FE30-FE4F,U+FF00-FFEF"
	gbk = "U+4E00-9FA5" // the 20,902 ideographs of GBK are exactly this block
)

// source is one font to embed: a file of an npm package or of a Go module.
type source struct {
	npm, module string // with version
	file        string // within the package
	licence     string // within the package
	licenceAs   string
	to          string
	unicodes    string // empty: the file is kept as published
	gb2312      bool   // add the 6,763 ideographs of GB 2312
}

const (
	liberation = "github.com/go-fonts/liberation@v0.3.3" // Liberation 2: OFL, reserved name, so never subset
	amiri      = "@expo-google-fonts/amiri@0.4.1"
	notoSans   = "@expo-google-fonts/noto-sans@0.4.2"
	notoArabic = "@expo-google-fonts/noto-sans-arabic@0.4.3"
	notoSansSC = "@expo-google-fonts/noto-sans-sc@0.4.3"
	notoSerif  = "@expo-google-fonts/noto-serif-sc@0.4.3"
)

var sources = []source{
	{module: liberation, file: "liberationserifregular/LiberationSerif-Regular.ttf", to: "LiberationSerif-Regular.ttf", licence: "LICENSE-SIL", licenceAs: "LiberationSerif-LICENSE.txt"},
	{module: liberation, file: "liberationserifbold/LiberationSerif-Bold.ttf", to: "LiberationSerif-Bold.ttf"},
	{module: liberation, file: "liberationserifitalic/LiberationSerif-Italic.ttf", to: "LiberationSerif-Italic.ttf"},
	{module: liberation, file: "liberationserifbolditalic/LiberationSerif-BoldItalic.ttf", to: "LiberationSerif-BoldItalic.ttf"},
	{npm: amiri, file: "400Regular/Amiri_400Regular.ttf", to: "Amiri-Regular.ttf", licence: "LICENSE_FONT", licenceAs: "Amiri-LICENSE.txt"},
	{npm: amiri, file: "700Bold/Amiri_700Bold.ttf", to: "Amiri-Bold.ttf"},
	{npm: notoSerif, file: "400Regular/NotoSerifSC_400Regular.ttf", to: "NotoSerifSC-Regular.ttf", unicodes: chinese + "," + gbk, licence: "LICENSE_FONT", licenceAs: "NotoSerifSC-LICENSE.txt"},
	{npm: notoSerif, file: "700Bold/NotoSerifSC_700Bold.ttf", to: "NotoSerifSC-Bold.ttf", unicodes: chinese, gb2312: true},
	{npm: notoSans, file: "400Regular/NotoSans_400Regular.ttf", to: "NotoSans-Regular.ttf", unicodes: latin + "," + cyrillic + "," + punctuation + "," + symbols, licence: "LICENSE_FONT", licenceAs: "NotoSans-LICENSE.txt"},
	{npm: notoSans, file: "700Bold/NotoSans_700Bold.ttf", to: "NotoSans-Bold.ttf", unicodes: latin + "," + cyrillic + "," + punctuation + "," + symbols},
	{npm: notoSans, file: "400Regular_Italic/NotoSans_400Regular_Italic.ttf", to: "NotoSans-Italic.ttf", unicodes: latin + "," + cyrillic + "," + punctuation + "," + symbols},
	{npm: notoArabic, file: "400Regular/NotoSansArabic_400Regular.ttf", to: "NotoSansArabic-Regular.ttf", licence: "LICENSE_FONT", licenceAs: "NotoSansArabic-LICENSE.txt"},
	{npm: notoArabic, file: "700Bold/NotoSansArabic_700Bold.ttf", to: "NotoSansArabic-Bold.ttf"},
	{npm: notoSansSC, file: "400Regular/NotoSansSC_400Regular.ttf", to: "NotoSansSC-Regular.ttf", unicodes: chinese, gb2312: true, licence: "LICENSE_FONT", licenceAs: "NotoSansSC-LICENSE.txt"},
	{npm: notoSansSC, file: "700Bold/NotoSansSC_700Bold.ttf", to: "NotoSansSC-Bold.ttf", unicodes: chinese, gb2312: true},
}

func main() {
	if err := run("files"); err != nil {
		fmt.Fprintln(os.Stderr, "subset:", err)
		os.Exit(1)
	}
}

// run writes all fonts and licences into the folder to.
func run(to string) error {
	work, err := os.MkdirTemp("", "fonts")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	if err := os.MkdirAll(to, 0o755); err != nil {
		return err
	}
	unpacked := map[string]string{}
	for _, s := range sources {
		name := s.npm + s.module
		if unpacked[name] == "" {
			folder, err := unpack(work, s)
			if err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			unpacked[name] = folder
		}
		if err := s.write(unpacked[name], to, work); err != nil {
			return fmt.Errorf("%s: %w", s.to, err)
		}
	}
	return nil
}

// write puts the font, subset if it has ranges, and its licence into to.
func (s source) write(from, to, work string) error {
	if s.licence != "" {
		if err := copyFile(filepath.Join(from, s.licence), filepath.Join(to, s.licenceAs)); err != nil {
			return err
		}
	}
	in, out := filepath.Join(from, s.file), filepath.Join(to, s.to)
	if s.unicodes == "" {
		return copyFile(in, out)
	}
	text := filepath.Join(work, "characters.txt")
	characters := []byte(" ")
	if s.gb2312 {
		var err error
		if characters, err = gb2312(); err != nil {
			return err
		}
	}
	if err := os.WriteFile(text, characters, 0o600); err != nil {
		return err
	}
	return command("pyftsubset", in, "--output-file="+out, "--unicodes="+s.unicodes, "--text-file="+text,
		"--no-hinting", "--layout-features=*", "--layout-features-=vert,vrt2,vkrn,valt,vpal,vhal,aalt,ruby,hwid,fwid,halt,palt,pwid,qwid,twid,trad",
		"--drop-tables+=vhea,vmtx,VORG,DSIG,meta", "--notdef-outline", "--name-IDs=*", "--no-recalc-timestamp")
}

// unpack fetches the package of s and returns its folder.
func unpack(work string, s source) (string, error) {
	if s.module != "" {
		out, err := exec.Command("go", "mod", "download", "-json", s.module).Output()
		if err != nil {
			return "", err
		}
		var module struct{ Dir string }
		err = json.Unmarshal(out, &module)
		return module.Dir, err
	}
	folder, err := os.MkdirTemp(work, "npm")
	if err != nil {
		return "", err
	}
	if err := command("npm", "pack", "--silent", "--pack-destination", folder, s.npm); err != nil {
		return "", err
	}
	found, err := filepath.Glob(filepath.Join(folder, "*.tgz"))
	if err != nil || len(found) != 1 {
		return "", errors.New("npm pack gave no single archive")
	}
	return filepath.Join(folder, "package"), untar(found[0], folder)
}

// untar unpacks the font and licence files of an npm archive.
func untar(archive, folder string) error {
	f, err := os.Open(archive)
	if err != nil {
		return err
	}
	defer f.Close()
	zip, err := gzip.NewReader(f)
	if err != nil {
		return err
	}
	for r := tar.NewReader(zip); ; {
		h, err := r.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		name := path.Clean("/" + h.Name)
		if !strings.HasSuffix(name, ".ttf") && !strings.Contains(name, "LICENSE") {
			continue
		}
		to := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		var b bytes.Buffer
		if _, err := io.Copy(&b, r); err != nil {
			return err
		}
		if err := os.WriteFile(to, b.Bytes(), 0o644); err != nil {
			return err
		}
	}
}

// gb2312 returns the ideographs of GB 2312, rows 16 to 87.
func gb2312() ([]byte, error) {
	var codes []byte
	for row := byte(0xB0); row <= 0xF7; row++ {
		last := byte(0xFE)
		if row == 0xD7 { // row 55 ends five short
			last = 0xF9
		}
		for cell := byte(0xA1); cell <= last; cell++ {
			codes = append(codes, row, cell)
		}
	}
	iconv := exec.Command("iconv", "-f", "GB2312", "-t", "UTF-8")
	iconv.Stdin = bytes.NewReader(codes)
	return iconv.Output()
}

func command(name string, args ...string) error {
	c := exec.Command(name, args...)
	c.Stderr = os.Stderr
	return c.Run()
}

func copyFile(from, to string) error {
	b, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, b, 0o644)
}
