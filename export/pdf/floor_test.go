package pdf

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"travaux/data"
	"travaux/export"
)

// floorSource is the least that any program has to do for a paper: C shapes the text,
// paragraph by paragraph, with HarfBuzz, and compresses the glyphs and their advances
// with zlib. It breaks no lines, makes no pages and no fonts.
const floorSource = `
#include <hb.h>
#include <zlib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(int argc, char **argv) {
	hb_blob_t *file = hb_blob_create_from_file(argv[1]);
	hb_font_t *font = hb_font_create(hb_face_create(file, 0));
	hb_language_t language = hb_language_from_string(argv[2], -1);
	FILE *in = fopen(argv[3], "rb");
	fseek(in, 0, SEEK_END);
	long size = ftell(in);
	rewind(in);
	char *text = malloc(size + 1);
	if (fread(text, 1, size, in) != (size_t)size) return 1;
	text[size] = 0;
	hb_buffer_t *buffer = hb_buffer_create();
	size_t length = 0, room = 1 << 20;
	char *out = malloc(room);
	for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n")) {
		hb_buffer_reset(buffer);
		hb_buffer_add_utf8(buffer, line, -1, 0, -1);
		hb_buffer_set_language(buffer, language);
		hb_buffer_guess_segment_properties(buffer);
		hb_shape(font, buffer, NULL, 0);
		unsigned n;
		hb_glyph_info_t *glyphs = hb_buffer_get_glyph_infos(buffer, &n);
		hb_glyph_position_t *places = hb_buffer_get_glyph_positions(buffer, &n);
		if (length + 16 * (size_t)n + 64 > room) out = realloc(out, room = 2 * room + 16 * (size_t)n);
		for (unsigned i = 0; i < n; i++)
			length += sprintf(out + length, "<%04X>%d ", glyphs[i].codepoint, places[i].x_advance);
	}
	uLongf packed = compressBound(length);
	Bytef *small = malloc(packed);
	if (compress2(small, &packed, (Bytef *)out, length, 6) != Z_OK) return 1;
	FILE *to = fopen(argv[4], "wb");
	fwrite(small, 1, packed, to);
	fclose(to);
	return 0;
}
`

// floorPeer is that program; nil where it cannot be built.
func floorPeer(b *testing.B, dir string) peer {
	b.Helper()
	compiler, err := exec.LookPath("gcc")
	if err != nil {
		b.Log("the floor is left out: there is no gcc")
		return nil
	}
	source, program := filepath.Join(dir, "floor.c"), filepath.Join(dir, "floor")
	if err := os.WriteFile(source, []byte(floorSource), 0o600); err != nil {
		b.Fatal(err)
	}
	if out, err := exec.Command(compiler, "-O2", "-I/usr/include/harfbuzz", "-o", program, source, "-lharfbuzz", "-lz").CombinedOutput(); err != nil {
		b.Logf("the floor is left out: %v\n%s", err, out)
		return nil
	}
	return func(j *peerJob) *exec.Cmd {
		font := map[data.Lang]string{data.Arabic: "Amiri-Regular.ttf", data.Chinese: "NotoSerifSC-Regular.ttf"}[j.lang]
		if font == "" {
			font = "LiberationSerif-Regular.ttf"
		}
		return exec.Command(program, filepath.Join(fontFolder(), font), string(j.lang), filepath.Join(dir, "paper.txt"), filepath.Join(dir, "floor.z"))
	}
}

// plainSource is every word of the document once, a paragraph in a line.
func plainSource(doc export.Document) string {
	var b strings.Builder
	for _, line := range strings.Split(doc.Text(), "\n") {
		b.WriteString(strings.NewReplacer("[+", "", "+]", "", "[-", "", "-]", "").Replace(line) + "\n")
	}
	return b.String()
}
