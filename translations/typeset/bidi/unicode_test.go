package bidi

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	xbidi "golang.org/x/text/unicode/bidi"
)

// unicodeData is where the Debian package unicode-data puts Unicode's files.
const unicodeData = "/usr/share/unicode/"

// eachLine calls do with every line of a file of Unicode's that is not empty
// once its comment is cut off.
func eachLine(t *testing.T, name string, do func(number int, line string)) {
	t.Helper()
	file, err := os.Open(unicodeData + name)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skipf("%s%s is not here; install the Debian package unicode-data", unicodeData, name)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for number := 1; lines.Scan(); number++ {
		line, _, _ := strings.Cut(lines.Text(), "#")
		if line = strings.TrimSpace(line); line != "" {
			do(number, line)
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
}

// check compares the outcome for one line of text with what Unicode's file
// wants: levels with "x" for removed characters, and the visual order of the rest.
func check(text []rune, base Base, wantParagraph int, wantLevels, wantOrder []string) error {
	levels, paragraph := Levels(text, base)
	if wantParagraph >= 0 && int(paragraph) != wantParagraph {
		return fmt.Errorf("paragraph level %d, want %d", paragraph, wantParagraph)
	}
	ResetLine(text, levels, 0, len(text), paragraph)
	if len(levels) != len(wantLevels) {
		return fmt.Errorf("%d levels, want %d", len(levels), len(wantLevels))
	}
	for i, want := range wantLevels {
		if want != "x" && strconv.Itoa(int(levels[i])) != want {
			return fmt.Errorf("levels %v, want %v", levels, wantLevels)
		}
	}
	var order []string
	for _, i := range VisualOrder(levels) {
		if wantLevels[i] != "x" {
			order = append(order, strconv.Itoa(i))
		}
	}
	if !slices.Equal(order, wantOrder) {
		return fmt.Errorf("order %v, want %v", order, wantOrder)
	}
	return nil
}

// failures stops a conformance test that fails everywhere from flooding the log.
type failures struct {
	t     *testing.T
	count int
}

func (f *failures) add(number int, err error) {
	if f.count++; f.count <= 20 {
		f.t.Errorf("line %d: %v", number, err)
	}
}

func TestBidiTestFile(t *testing.T) {
	samples := map[string]rune{
		"L": 'a', "R": 0x05D0, "AL": 0x0627, "EN": '1', "ES": '+', "ET": '$', "AN": 0x0661, "CS": ',',
		"NSM": 0x0300, "BN": 0x00AD, "B": 0x2029, "S": '\t', "WS": ' ', "ON": '!',
		"LRE": 0x202A, "RLE": 0x202B, "LRO": 0x202D, "RLO": 0x202E, "PDF": 0x202C,
		"LRI": 0x2066, "RLI": 0x2067, "FSI": 0x2068, "PDI": 0x2069,
	}
	bad := failures{t: t}
	cases := 0
	var levels, order []string
	eachLine(t, "BidiTest.txt", func(number int, line string) {
		if rest, ok := strings.CutPrefix(line, "@Levels:"); ok {
			levels = strings.Fields(rest)
			return
		}
		if rest, ok := strings.CutPrefix(line, "@Reorder:"); ok {
			order = strings.Fields(rest)
			return
		}
		input, bits, _ := strings.Cut(line, ";")
		var text []rune
		for _, name := range strings.Fields(input) {
			sample, ok := samples[name]
			if !ok {
				t.Fatalf("line %d: class %q", number, name)
			}
			text = append(text, sample)
		}
		bases, err := strconv.ParseUint(strings.TrimSpace(bits), 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		for bit, base := range []Base{Auto, LTR, RTL} {
			if bases>>bit&1 == 0 {
				continue
			}
			cases++
			if err := check(text, base, -1, levels, order); err != nil {
				bad.add(number, err)
			}
		}
	})
	t.Logf("%d cases, %d fail", cases, bad.count)
	if cases < 700_000 {
		t.Errorf("only %d cases read", cases)
	}
}

func TestBidiCharacterTestFile(t *testing.T) {
	bad := failures{t: t}
	cases := 0
	eachLine(t, "BidiCharacterTest.txt", func(number int, line string) {
		fields := strings.Split(line, ";")
		var text []rune
		for _, code := range strings.Fields(fields[0]) {
			c, err := strconv.ParseUint(code, 16, 32)
			if err != nil {
				t.Fatal(err)
			}
			text = append(text, rune(c))
		}
		base := map[string]Base{"0": LTR, "1": RTL, "2": Auto}[fields[1]]
		paragraph, err := strconv.Atoi(fields[2])
		if err != nil {
			t.Fatal(err)
		}
		cases++
		if err := check(text, base, paragraph, strings.Fields(fields[3]), strings.Fields(fields[4])); err != nil {
			bad.add(number, err)
		}
	})
	t.Logf("%d cases, %d fail", cases, bad.count)
	if cases < 91_000 {
		t.Errorf("only %d cases read", cases)
	}
}

// TestClasses holds the classes taken from golang.org/x/text against Unicode's
// own. That module follows Go's Unicode version; when it is newer than the
// files, only characters that those files know can be compared.
func TestClasses(t *testing.T) {
	names := map[string]class{
		"L": l, "R": r, "AL": al, "EN": en, "ES": es, "ET": et, "AN": an, "CS": cs, "NSM": nsm, "BN": bn, "B": b,
		"S": s, "WS": ws, "ON": on, "LRE": lre, "RLE": rle, "LRO": lro, "RLO": rlo, "PDF": pdf, "LRI": lri, "RLI": rli,
		"FSI": fsi, "PDI": pdi,
	}
	bad := failures{t: t}
	cases := 0
	eachLine(t, "extracted/DerivedBidiClass.txt", func(number int, line string) {
		codes, name, _ := strings.Cut(line, ";")
		first, last, isRange := strings.Cut(strings.TrimSpace(codes), "..")
		if !isRange {
			last = first
		}
		from, err := strconv.ParseUint(first, 16, 32)
		if err != nil {
			t.Fatal(err)
		}
		to, err := strconv.ParseUint(last, 16, 32)
		if err != nil {
			t.Fatal(err)
		}
		for c := rune(from); c <= rune(to); c++ {
			cases++
			if got, want := classOf(c), names[strings.TrimSpace(name)]; got != want && !(0xD800 <= c && c <= 0xDFFF) {
				bad.add(number, fmt.Errorf("%U has class %d, want %s (x/text is at Unicode %s)", c, got, strings.TrimSpace(name), xbidi.UnicodeVersion))
			}
		}
	})
	t.Logf("%d characters, %d differ", cases, bad.count)
	if cases < 290_000 {
		t.Errorf("only %d characters read", cases)
	}
}

// TestLeftToRightIsSafe: no rune that the fast path lets through may need the
// algorithm.
func TestLeftToRightIsSafe(t *testing.T) {
	unsafe := of(r, al, an, rle, rlo, rli, fsi, lre, lro, lri, pdf, pdi)
	for c := rune(0); c <= 0x10FFFF; c++ {
		if leftToRight(c) && unsafe.has(classOf(c)) {
			t.Fatalf("%U of class %d passes as left to right", c, classOf(c))
		}
	}
	for _, c := range "aé№“—中，«Ж1 \n\u200E\u2028" {
		if !leftToRight(c) {
			t.Errorf("%U should take the fast path", c)
		}
	}
}
