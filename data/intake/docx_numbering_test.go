package intake

import (
	"fmt"
	"strings"
	"testing"

	"travaux/data/text"
)

// labelsOf gives the numbers of the main text's paragraphs, "–" where none.
func labelsOf(blocks []text.Block) string {
	var out []string
	for _, b := range blocks {
		if b.Kind == text.BlockFootnote {
			continue
		}
		if b.Label == "" {
			out = append(out, "–")
		} else {
			out = append(out, b.Label)
		}
	}
	return strings.Join(out, " ")
}

// TestDocxLabelsOfFiles expects what LibreOffice prints for the same files.
func TestDocxLabelsOfFiles(t *testing.T) {
	for _, c := range []struct{ file, want string }{
		{"poi-ComplexNumberedLists", "– 1. 2. a. b. c. 3. 4. 1. 2. 3. 10. 11. – 12. 13. –"},
		{"pandoc-lists_restarting", "2. 3. 4. – – – 1."},
		{"HC012-Test-07-bidi-numbering", "– – – – – – 1. 2. 2.1. 2.2. 2.3. 2.4. 2.5. 2.6. 3. 4. 4.1. 5. 6. 6.1. 6.2. 6.3. 6.4. 6.5. 7. 7.1. 7.1.1. 8. 9. 10. 11. 11.1. 11.2. 11.3. 12. 13. 14."},
	} {
		t.Run(c.file, func(t *testing.T) {
			if got := labelsOf(readWord(t, sharedWord(t, "docx/"+c.file+".docx")).Blocks); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// levelOf defines a level of a list.
func levelOf(at int, format, pattern, more string) string {
	return fmt.Sprintf(`<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/>%s</w:lvl>`, at, format, pattern, more)
}

func abstractOf(id, inner string) string {
	return `<w:abstractNum w:abstractNumId="` + id + `">` + inner + `</w:abstractNum>`
}

func listUse(id, of, inner string) string {
	return `<w:num w:numId="` + id + `"><w:abstractNumId w:val="` + of + `"/>` + inner + `</w:num>`
}

// itemsOf makes a paragraph for each "list.level" given; "-" has no list.
func itemsOf(places string) string {
	var b strings.Builder
	for _, p := range strings.Fields(places) {
		list, levelOf, ok := strings.Cut(p, ".")
		if !ok {
			b.WriteString(paraOf(""))
			continue
		}
		b.WriteString(paraOf(`<w:pPr><w:numPr><w:ilvl w:val="` + levelOf + `"/><w:numId w:val="` + list + `"/></w:numPr></w:pPr>`))
	}
	return b.String()
}

func TestDocxLabels(t *testing.T) {
	three := levelOf(0, "decimal", "%1.", "") + levelOf(1, "lowerLetter", "(%2)", "") + levelOf(2, "lowerRoman", "(%3)", "")
	for _, c := range []struct{ name, numbering, body, want string }{
		{"levels restart", abstractOf("0", three) + listUse("1", "0", ""), itemsOf("1.0 1.1 1.1 1.2 1.0 1.1 - 1.0"), "1. (a) (b) (i) 2. (a) – 3."},
		{"number taken away", abstractOf("0", three) + listUse("1", "0", ""), itemsOf("1.0 0.0 1.0"), "1. – 2."},
		{"uses of a list count on", abstractOf("0", three) + listUse("1", "0", "") + listUse("2", "0", ""), itemsOf("1.0 2.0 1.0"), "1. 2. 3."},
		{"a use starts anew once", abstractOf("0", three) + listUse("1", "0", "") + listUse("2", "0", `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>`), itemsOf("1.0 2.0 2.0 1.0"), "1. 5. 6. 7."},
		{"a use with a level of its own", abstractOf("0", three) + listUse("1", "0", `<w:lvlOverride w:ilvl="0">`+levelOf(0, "upperRoman", "Part %1", "")+`</w:lvlOverride>`), itemsOf("1.0 1.0"), "Part I Part II"},
		{"numbers of several levels", abstractOf("0", levelOf(0, "upperRoman", "%1", "")+levelOf(1, "decimal", "%1.%2", "")+levelOf(2, "decimal", "%1.%2.%3", "<w:isLgl/>")) + listUse("1", "0", ""), itemsOf("1.0 1.0 1.1 1.2"), "I II II.1 2.1.1"},
		{"a level that never restarts", abstractOf("0", levelOf(0, "decimal", "%1", "")+levelOf(1, "decimal", "Art. %2", `<w:lvlRestart w:val="0"/>`)) + listUse("1", "0", ""), itemsOf("1.0 1.1 1.0 1.1"), "1 Art. 1 2 Art. 2"},
		{"restart by one level only", abstractOf("0", levelOf(0, "decimal", "%1", "")+levelOf(1, "decimal", "%2", "")+levelOf(2, "decimal", "%3)", `<w:lvlRestart w:val="1"/>`)) + listUse("1", "0", ""), itemsOf("1.0 1.1 1.2 1.1 1.2 1.0 1.2"), "1 1 1) 2 2) 2 1)"},
		{"bullets", abstractOf("0", levelOf(0, "bullet", "\uF0B7", `<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>`)+levelOf(1, "bullet", "o", "")+levelOf(2, "bullet", "–", "")) + listUse("1", "0", ""), itemsOf("1.0 1.1 1.2"), "• ◦ –"},
		{"a definition kept in a style", abstractOf("0", three) + abstractOf("9", `<w:numStyleLink w:val="L"/>`) + listUse("1", "0", "") + listUse("2", "9", ""), itemsOf("2.0 2.1"), "1. (a)"},
		{"a style that leads to itself", abstractOf("9", `<w:numStyleLink w:val="Loop"/>`) + listUse("3", "9", ""), itemsOf("3.0"), "–"},
		{"levels linked to styles", abstractOf("4", levelOf(0, "decimal", "%1.", `<w:pStyle w:val="P1"/>`)+levelOf(1, "russianLower", "%2)", `<w:pStyle w:val="P2"/>`)) + listUse("4", "4", ""), paraOf(`<w:pPr><w:pStyle w:val="P1"/></w:pPr>`) + paraOf(`<w:pPr><w:pStyle w:val="P2"/></w:pPr>`) + paraOf(`<w:pPr><w:pStyle w:val="P2"/></w:pPr>`) + paraOf(`<w:pPr><w:pStyle w:val="P2"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>`), "1. а) б) –"},
		{"a deleted paragraph is not counted", abstractOf("0", three) + listUse("1", "0", ""), itemsOf("1.0") + paraOf(`<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr>`) + itemsOf("1.0"), "1. 2. 2."},
		{"unknown list", "", itemsOf("7.0"), "–"},
		{"huge start", abstractOf("0", `<w:lvl w:ilvl="0"><w:start w:val="2147483647"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1"/></w:lvl>`) + listUse("1", "0", ""), itemsOf("1.0"), "2147483647"},
		{"endless pattern", abstractOf("0", levelOf(0, "lowerLetter", strings.Repeat("%1", 5000), "")) + listUse("1", "0", ""), itemsOf("1.0"), strings.Repeat("a", maxLabel/2)},
	} {
		t.Run(c.name, func(t *testing.T) {
			styles := rootOf("styles", `<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
				<w:style w:type="numbering" w:styleId="Loop"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
				<w:style w:type="paragraph" w:styleId="P1"><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>
				<w:style w:type="paragraph" w:styleId="P2"><w:basedOn w:val="P1"/></w:style>`)
			src := readBody(t, c.body, "word/numbering.xml", rootOf("numbering", c.numbering), "word/styles.xml", styles)
			if got := labelsOf(src.Blocks); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestFormatNumber(t *testing.T) {
	for _, c := range []struct {
		format string
		want   map[int]string
	}{
		{"decimal", map[int]string{0: "0", 12: "12"}},
		{"none", map[int]string{3: ""}},
		{"decimalZero", map[int]string{3: "03", 12: "12"}},
		{"lowerLetter", map[int]string{0: "0", 1: "a", 26: "z", 27: "aa", 53: "aaa", 780: strings.Repeat("z", 30), 781: "781", 1 << 30: "1073741824"}},
		{"upperLetter", map[int]string{2: "B", 28: "BB"}},
		{"lowerRoman", map[int]string{4: "iv", 9: "ix", 40: "xl", 3999: "mmmcmxcix", 4000: "4000"}},
		{"upperRoman", map[int]string{14: "XIV"}},
		{"russianLower", map[int]string{1: "а", 9: "и", 10: "к", 29: "я", 30: "аа"}},
		{"russianUpper", map[int]string{5: "Д"}},
		{"arabicAbjad", map[int]string{1: "أ", 2: "ب", 3: "ج", 4: "د", 5: "ه", 6: "و"}},
		{"arabicAlpha", map[int]string{1: "أ", 3: "ت", 28: "ي"}},
		{"chineseCounting", map[int]string{1: "一", 10: "十", 11: "十一", 20: "二十", 21: "二十一", 105: "一〇五"}},
		{"chineseCountingThousand", map[int]string{1: "一", 10: "十", 101: "一百零一", 110: "一百一十", 1001: "一千零一", 10000: "10000"}},
		{"ideographDigital", map[int]string{12: "一二", 20: "二〇"}},
		{"chineseLegalSimplified", map[int]string{12: "壹拾贰"}},
		{"ideographTraditional", map[int]string{1: "甲", 11: "11"}},
		{"decimalEnclosedCircle", map[int]string{1: "①", 20: "⑳", 21: "21"}},
		{"decimalFullWidth", map[int]string{12: "１２"}},
		{"hindiNumbers", map[int]string{12: "١٢"}},
		{"ordinal", map[int]string{1: "1st", 2: "2nd", 11: "11th", 23: "23rd"}},
		{"of another planet", map[int]string{3: "3"}},
	} {
		for n, want := range c.want {
			if got := formatNumber(c.format, n); got != want {
				t.Errorf("%s %d: got %q, want %q", c.format, n, got, want)
			}
		}
	}
}
