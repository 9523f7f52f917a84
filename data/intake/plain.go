package intake

import (
	"bytes"
	"context"
	"encoding/binary"
	"slices"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"travaux/data"
	"travaux/data/text"
)

// readPlain reads plain or pasted text. Lines that a mail program or a PDF
// broke at a fixed width are put together again; headings marked with # are
// known as headings.
func readPlain(_ context.Context, content []byte) (*text.Source, error) {
	if len(content) > maxText {
		return nil, data.E(CodeTooLarge, "limit", "8 MB")
	}
	s, encoding, guessed := decode(content, "")
	src := &text.Source{Format: "text", Encoding: encoding, Blocks: lines(s)}
	if guessed {
		src.Doubts = append(src.Doubts, "doubt.encoding-guessed")
	}
	if len(src.Blocks) > maxBlocks {
		return nil, data.E(CodeTooLarge, "limit", "100 000 paragraphs")
	}
	src.Blocks = unwrap(src.Blocks)
	return src, nil
}

// lines makes a block of every line.
func lines(s string) []text.Block {
	blocks := make([]text.Block, 0, strings.Count(s, "\n")+1)
	offset := 0
	for len(s) > 0 && len(blocks) <= maxBlocks {
		end, next := lineEnd(s)
		b := text.Block{Text: s[:end], Break: s[end:next], Line: len(blocks) + 1, Offset: offset}
		mark(&b)
		blocks = append(blocks, b)
		s, offset = s[next:], offset+next
	}
	return blocks
}

// lineEnd finds the first line break: where it begins and where it ends.
func lineEnd(s string) (end, next int) {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\n', '\f':
			return i, i + 1
		case '\r':
			if i+1 < len(s) && s[i+1] == '\n' {
				return i, i + 2
			}
			return i, i + 1
		case 0xe2:
			if strings.HasPrefix(s[i:], "\u2029") {
				return i, i + 3
			}
		}
	}
	return len(s), len(s)
}

// mark recognises headings marked with # and a line of page description.
func mark(b *text.Block) {
	t := strings.TrimLeft(b.Text, " ")
	switch {
	case strings.HasPrefix(t, "#"):
		n := len(t) - len(strings.TrimLeft(t, "#"))
		if n <= 6 && len(t) > n {
			b.Kind, b.Style, b.Level = text.BlockHeading, "#", n
		}
	case strings.HasPrefix(t, "<meta ") && strings.HasSuffix(strings.TrimSpace(t), ">"):
		b.Kind = text.BlockHidden
	}
}

// unwrap joins the lines of paragraphs that were broken at a fixed width. The
// line breaks stay in the block's text.
func unwrap(blocks []text.Block) []text.Block {
	if !wrapped(blocks) {
		return blocks
	}
	width := lineWidth(blocks)
	out := blocks[:0] // never ahead of what is read
	for i := 0; i < len(blocks); {
		b, j := blocks[i], i+1
		for size := 0; j < len(blocks) && size < maxParagraph && goesOn(width, blocks[j-1], blocks[j]); j++ {
			size += len(blocks[j].Text)
		}
		if j > i+1 {
			var words strings.Builder
			for k := i; k < j; k++ {
				words.WriteString(blocks[k].Text)
				if k+1 < j {
					words.WriteString(blocks[k].Break)
				}
			}
			b.Text, b.Break = words.String(), blocks[j-1].Break
		}
		out = append(out, b)
		i = j
	}
	return out
}

// wrapped reports whether the lines that are nearly as long as the longest
// mostly break off in the middle of a sentence.
func wrapped(blocks []text.Block) bool {
	width, full, broken := lineWidth(blocks), 0, 0
	if width > 130 || width < 40 || len(blocks) < 4 {
		return false
	}
	for i := 0; i+1 < len(blocks); i++ {
		if runesOf(blocks[i])*4 < width*3 || strings.TrimSpace(blocks[i+1].Text) == "" {
			continue
		}
		full++
		end, _ := utf8.DecodeLastRuneInString(strings.TrimSpace(blocks[i].Text))
		if !strings.ContainsRune(".;:。；：", end) {
			broken++
		}
	}
	return broken >= 3 && broken*2 >= full
}

// lineWidth is the length in runes that no more than two lines in a hundred
// exceed: the text of a PDF has a few longer ones, the dots of its contents and
// notes in smaller print.
func lineWidth(blocks []text.Block) int {
	var sizes []int
	for _, b := range blocks {
		if n := runesOf(b); n > 0 {
			sizes = append(sizes, n)
		}
	}
	if len(sizes) == 0 {
		return 0
	}
	slices.Sort(sizes)
	return sizes[len(sizes)-1-len(sizes)/50]
}

// runesOf is the length of a line without the margin and the spaces at its end.
func runesOf(b text.Block) int { return utf8.RuneCountInString(strings.TrimSpace(b.Text)) }

// goesOn reports whether the line is the continuation of the block before it.
// Lines break where the next word would be too much: after a line that had room
// for it a paragraph begins.
func goesOn(width int, before, b text.Block) bool {
	if before.Kind != text.BlockPara || b.Kind != text.BlockPara || strings.TrimSpace(before.Text) == "" || strings.TrimSpace(b.Text) == "" {
		return false
	}
	last, next := strings.TrimSpace(before.Text), strings.TrimSpace(b.Text)
	word, _, _ := strings.Cut(next, " ")
	taken := utf8.RuneCountInString(last) + 1 + utf8.RuneCountInString(word)
	end, _ := utf8.DecodeLastRuneInString(last)
	ended := strings.ContainsRune(".;:。；：", end)
	if midSentence(word) && !ended && taken*4 >= width*3 {
		return true
	}
	if utf8.RuneCountInString(last) < 40 || taken*5 < width*3 || text.Starts(next) || lettered(word) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(next)
	return !(ended && unicode.IsUpper(first) && utf8.RuneCountInString(last) < 60)
}

// lettered reports whether a line that begins with the word is an item of a list
// with small letters: "b.", "aa.".
func lettered(word string) bool {
	letters, dot := strings.CutSuffix(word, ".")
	return dot && 0 < len(letters) && len(letters) <= 2 && letters[0] == letters[len(letters)-1] && 'a' <= letters[0] && letters[0] <= 'z'
}

// midSentence reports whether a line that begins with the word goes on a
// sentence although the word could be a heading's: "annex A" in "set out in
// annex A". Numbers of items are shorter.
func midSentence(word string) bool {
	if utf8.RuneCountInString(word) < 5 {
		return false
	}
	for _, r := range word {
		if !unicode.IsLower(r) {
			return false
		}
	}
	return true
}

// decode turns bytes into text. The label is an encoding that the file names;
// guessed says that the encoding was inferred from the letters.
func decode(content []byte, label string) (s, encoding string, guessed bool) {
	if bytes.HasPrefix(content, []byte("\xef\xbb\xbf")) {
		content = content[3:]
		label = "utf-8"
	}
	if order := utf16Order(content); order != nil {
		return decode16(content, order), "utf-16", false
	}
	if utf8.Valid(content) {
		return string(content), "utf-8", false
	}
	if label == "" || strings.EqualFold(label, "utf-8") {
		label, guessed = guess(content), true
	}
	e, name := charset.Lookup(label)
	if e == nil {
		e, name = charset.Lookup("windows-1252")
		guessed = true
	}
	out, err := e.NewDecoder().Bytes(content)
	if err != nil || name == "replacement" {
		e, name = charset.Lookup("windows-1252")
		out, _ = e.NewDecoder().Bytes(content)
		guessed = true
	}
	return string(out), name, guessed
}

// utf16Order recognises UTF-16 by its mark or by zero bytes in every other
// place.
func utf16Order(content []byte) binary.ByteOrder {
	if len(content) < 2 {
		return nil
	}
	switch {
	case content[0] == 0xff && content[1] == 0xfe:
		return binary.LittleEndian
	case content[0] == 0xfe && content[1] == 0xff:
		return binary.BigEndian
	}
	s := content[:min(len(content), 2048)&^1]
	var zero [2]int
	for i, c := range s {
		if c == 0 {
			zero[i&1]++
		}
	}
	switch half := len(s) / 2; {
	case zero[1]*10 > half*4 && zero[0] == 0:
		return binary.LittleEndian
	case zero[0]*10 > half*4 && zero[1] == 0:
		return binary.BigEndian
	}
	return nil
}

func decode16(content []byte, order binary.ByteOrder) string {
	units := make([]uint16, 0, len(content)/2+1)
	for i := 0; i+1 < len(content); i += 2 {
		units = append(units, order.Uint16(content[i:]))
	}
	if len(content)%2 == 1 {
		units = append(units, uint16(content[len(content)-1]))
	}
	if len(units) > 0 && units[0] == 0xfeff {
		units = units[1:]
	}
	return string(utf16.Decode(units))
}

// guess tells the Windows code pages of the six languages (and GB 18030)
// apart by the letters that the bytes would be.
func guess(content []byte) string {
	s := content[:min(len(content), 1<<16)]
	best, bestScore := "windows-1252", 0
	for _, c := range []struct {
		name  string
		table *unicode.RangeTable
	}{{"windows-1252", unicode.Latin}, {"windows-1251", unicode.Cyrillic}, {"windows-1256", unicode.Arabic}, {"gb18030", unicode.Han}} {
		e, _ := charset.Lookup(c.name)
		out, err := e.NewDecoder().Bytes(s)
		if err != nil {
			continue
		}
		if n := score(string(out), c.table); n > bestScore {
			best, bestScore = c.name, n
		}
	}
	return best
}

// score counts words wholly in the script; bytes of another code page give
// single letters among signs, or capitals inside words.
func score(s string, script *unicode.RangeTable) int {
	n := 0
	run, foreign := 0, false
	var before rune
	for _, r := range s {
		if script == unicode.Han && (asciiLetter(r) && unicode.Is(script, before) || asciiLetter(before) && unicode.Is(script, r)) {
			n -= 3
		}
		switch {
		case r < 0x80 || !unicode.IsLetter(r):
			if r >= 0xa0 && unicode.IsSymbol(r) || r == utf8.RuneError || r == 0xbf && before > 0x80 {
				n -= 2
			}
			if run > 0 && !foreign {
				n += run
			}
			run, foreign = 0, false
		case unicode.Is(script, r):
			run++
			if unicode.IsUpper(r) && unicode.IsLower(before) {
				n -= 3
			}
			if script == unicode.Latin && before > 0x80 && unicode.IsLetter(before) {
				n -= 3
			}
		default:
			foreign = true
			n--
		}
		before = r
	}
	if run > 0 && !foreign {
		n += run
	}
	if script == unicode.Han {
		n *= 2
	}
	return n
}

func asciiLetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }
