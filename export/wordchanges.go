package export

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"travaux/data"
	"travaux/data/redline"
)

// WordChange is one change of a text as a sentence can ask for it. What it quotes
// stands in the text exactly once.
type WordChange struct {
	Kind WordChangeKind
	Old  string // what is replaced or deleted, or beside which something is inserted
	New  string // what comes
}

// WordChangeKind says what a change does.
type WordChangeKind string

// Kinds of change.
const (
	WordsReplaced WordChangeKind = "replace"
	WordsDeleted  WordChangeKind = "delete"
	WordsAfter    WordChangeKind = "after"  // New is inserted after Old
	WordsBefore   WordChangeKind = "before" // New is inserted before Old
	TextReplaced  WordChangeKind = "text"   // New is the whole text
)

// mostChanges of one text are asked for one by one; above, the text is given anew.
const mostChanges = 6

// mostRegions are looked at, for some of them are asked for together.
const mostRegions = 4 * mostChanges

// WordChanges are the changes that make the new text out of the old one, in the order
// of the old text: ApplyWordChanges does so exactly. Where more than about half of the
// words change, it is the whole text.
func WordChanges(old, new string, lang data.Lang) []WordChange {
	if old == new {
		return nil
	}
	whole := []WordChange{{Kind: TextReplaced, New: new}}
	edits := redline.Words(old, new)
	inserted, deleted, _ := redline.Changed(edits)
	if strings.TrimSpace(old) == "" || 2*(inserted+deleted) > wordsIn(old)+wordsIn(new) || strings.Contains(old+new, "\n") {
		return whole
	}
	b := changing{old: old, lang: lang, regions: regionsOf(edits, lang)}
	if len(b.regions) > mostRegions {
		return whole
	}
	b.read()
	b.balance()
	changes, ok := b.changes()
	if !ok || len(changes) > mostChanges {
		return whole
	}
	if got, ok := ApplyWordChanges(old, changes, lang); !ok || got != new {
		return whole
	}
	return changes
}

// ApplyWordChanges is a text after changes; ok is false where one of them quotes what
// does not stand there exactly once, or two of them quote the same words.
func ApplyWordChanges(text string, changes []WordChange, lang data.Lang) (changed string, ok bool) {
	type edit struct {
		from, to int
		with     string
	}
	var edits []edit
	for _, c := range changes {
		if c.Kind == TextReplaced {
			return c.New, len(changes) == 1
		}
		from, once := onlyPlace(text, c.Old)
		if !once {
			return text, false
		}
		e := edit{from, from + len(c.Old), c.New}
		switch c.Kind {
		case WordsDeleted:
			e.from, e.to = deletion(text, e.from, e.to)
		case WordsAfter:
			e.with = c.Old + between(c.Old, c.New, lang) + c.New
		case WordsBefore:
			e.with = c.New + between(c.New, c.Old, lang) + c.Old
		}
		edits = append(edits, e)
	}
	slices.SortFunc(edits, func(a, b edit) int { return a.from - b.from })
	at := 0
	var b strings.Builder
	for _, e := range edits {
		if e.from < at {
			return text, false
		}
		b.WriteString(text[at:e.from] + e.with)
		at = e.to
	}
	return b.String() + text[at:], true
}

// onlyPlace is where words stand in a text that has them once.
func onlyPlace(text, words string) (at int, once bool) {
	at = strings.Index(text, words)
	return at, words != "" && at >= 0 && !strings.Contains(text[at+1:], words)
}

// deletion is what goes with words that are deleted: one of the spaces around them.
func deletion(text string, from, to int) (int, int) {
	before, size := utf8.DecodeLastRuneInString(text[:from])
	after, _ := utf8.DecodeRuneInString(text[to:])
	switch {
	case unicode.IsSpace(before) && (to == len(text) || unicode.IsSpace(after) || Closes(after)):
		return from - size, to
	case from == 0 && unicode.IsSpace(after):
		return from, to + utf8.RuneLen(after)
	}
	return from, to
}

// between is what parts two stretches of words in a language.
func between(a, b string, lang data.Lang) string {
	first, _ := utf8.DecodeRuneInString(b)
	last, _ := utf8.DecodeLastRuneInString(a)
	if lang == data.Chinese || Closes(first) || opens(last) || unicode.IsSpace(first) || unicode.IsSpace(last) {
		return ""
	}
	return " "
}

// Closes reports whether a character is a mark that nobody writes a space before.
func Closes(r rune) bool {
	return strings.ContainsRune(",.;:!?)]}»”’،؛؟、。，；：！？）】…", r)
}

func opens(r rune) bool { return strings.ContainsRune("([{«“‘（【", r) }

// region is a stretch of the old text that becomes something else.
type region struct {
	from, to int
	with     string
}

// regionsOf joins what changes with hardly a word between: nobody reads "replace x, and
// behind the next word y".
func regionsOf(edits []redline.Edit, lang data.Lang) (out []region) {
	near := 1
	if lang == data.Chinese {
		near = 2
	}
	at, kept := 0, ""
	for _, e := range edits {
		if e.Kind == redline.Keep {
			kept = e.Text
			at += len(e.Text)
			continue
		}
		if n := len(out); n > 0 && wordsIn(kept) <= near && out[n-1].to+len(kept) == at {
			out[n-1].with += kept
			out[n-1].to = at
		} else {
			out = append(out, region{from: at, to: at})
		}
		last := &out[len(out)-1]
		kept = ""
		if e.Kind == redline.Insert {
			last.with += e.Text
			continue
		}
		at += len(e.Text)
		last.to = at
	}
	return out
}

func wordsIn(s string) int {
	n := 0
	for _, t := range redline.Tokens(s) {
		if r, _ := utf8.DecodeRuneInString(t); unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// changing finds the sentences of one text.
type changing struct {
	old          string
	lang         data.Lang
	starts, ends []int // of all that is not white space
	regions      []region
}

// read finds where words and marks begin and end.
func (b *changing) read() {
	at := 0
	for _, t := range redline.Tokens(b.old) {
		if first, _ := utf8.DecodeRuneInString(t); !unicode.IsSpace(first) {
			b.starts, b.ends = append(b.starts, at), append(b.ends, at+len(t))
		}
		at += len(t)
	}
}

// changes says every region; regions whose quotations would overlap become one.
func (b *changing) changes() ([]WordChange, bool) {
	for {
		out := make([]WordChange, 0, len(b.regions))
		joined, end := false, -1
		for i, r := range b.regions {
			c, ok := b.say(r)
			if !ok {
				return nil, false
			}
			from := strings.Index(b.old, c.Old)
			if from < end || i+1 < len(b.regions) && from+len(c.Old) > b.regions[i+1].from {
				k := i
				if from < end {
					k = i - 1
				}
				b.join(k)
				joined = true
				break
			}
			end = from + len(c.Old)
			out = append(out, c)
		}
		if !joined {
			return out, true
		}
	}
}

// balance joins regions so that what is quoted has both brackets of a pair or none.
func (b *changing) balance() {
	for i := 0; i < len(b.regions); i++ {
		for i+1 < len(b.regions) && unpaired(b.old[b.regions[i].from:b.regions[i].to]) {
			b.join(i)
		}
	}
}

func unpaired(s string) bool {
	return strings.Count(s, "[") != strings.Count(s, "]") || strings.Count(s, "(") != strings.Count(s, ")")
}

// telling reports whether a quotation is long enough for an eye to find it.
func (b *changing) telling(quoted string) bool {
	letters := 0
	for _, r := range quoted {
		switch {
		case unicode.IsDigit(r):
			return true
		case unicode.Is(unicode.Han, r):
			letters += 2
		case unicode.IsLetter(r):
			letters++
		}
	}
	return letters > 3
}

// join makes one of a region and the next.
func (b *changing) join(i int) {
	x, y := b.regions[i], b.regions[i+1]
	b.regions[i] = region{x.from, y.to, x.with + b.old[x.to:y.from] + y.with}
	b.regions = slices.Delete(b.regions, i+1, i+2)
}

// widest is how many tokens around a change are quoted at most.
const widest = 24

// say finds the shortest change that is understood and does exactly what it should.
func (b *changing) say(r region) (WordChange, bool) {
	want := b.old[:r.from] + r.with + b.old[r.to:]
	good := func(c WordChange) bool {
		got, ok := ApplyWordChanges(b.old, []WordChange{c}, b.lang)
		return ok && got == want && c.Old == strings.TrimSpace(c.Old) && c.New == strings.TrimSpace(c.New)
	}
	slight := min(4, len(b.starts)/2) // so far it is looked for something better
	gone, come := strings.TrimSpace(b.old[r.from:r.to]), strings.TrimSpace(r.with)
	for wide := 0; wide <= widest; wide++ {
		left, right := b.around(r, wide)
		var tries []WordChange
		switch {
		case wide == 0 && gone != "" && come == "":
			tries = []WordChange{{WordsDeleted, gone, ""}}
		case wide == 0 && gone != "":
			tries = []WordChange{{WordsReplaced, gone, come}}
		case gone == "" && wide > 0:
			tries = []WordChange{
				{WordsAfter, strings.TrimSpace(b.old[left:r.from]), come}, {WordsBefore, strings.TrimSpace(b.old[r.to:right]), come},
			}
		}
		if wide > 0 && (gone != "" || wide > 4) {
			for _, span := range [][2]int{{left, r.to}, {r.from, right}, {left, right}} {
				tries = append(tries, WordChange{
					WordsReplaced, strings.TrimSpace(b.old[span[0]:span[1]]), strings.TrimSpace(b.old[span[0]:r.from] + r.with + b.old[r.to:span[1]]),
				})
			}
		}
		for _, c := range tries {
			if wide < slight && (!b.telling(c.Old) || unpaired(c.Old)) {
				continue
			}
			if c.Old != "" && (c.New != "" || c.Kind == WordsDeleted) && good(c) {
				return c, true
			}
		}
	}
	return WordChange{}, false
}

// around is where as many words before a region begin and behind it end, with what
// stands between them.
func (b *changing) around(r region, words int) (left, right int) {
	left, right = r.from, r.to
	if words == 0 {
		return left, right
	}
	n, _ := slices.BinarySearch(b.ends, r.from+1) // those that end before it
	if k := max(n-words, 0); n > 0 {
		left = b.starts[k]
	}
	m, _ := slices.BinarySearch(b.starts, r.to)
	if k := min(m+words-1, len(b.ends)-1); m < len(b.ends) {
		right = b.ends[k]
	}
	return left, right
}
