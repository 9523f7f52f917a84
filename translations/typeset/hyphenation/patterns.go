package hyphenation

import (
	"strings"
	"unicode"
)

// Patterns are what is known of the words of one language. They are shared by the
// whole process and do not change.
type Patterns struct {
	alphabet   [alphabetEnd]uint8 // of each letter its number, 0 for one of another language
	letters    uint8              // how many there are
	first      [64]int32          // children of the root, by letter
	nodes      []node
	exceptions map[string][]int // by the numbers of their letters
}

// node is a letter of a pattern in the tree of all patterns: what leads to it are
// the letters before. The children of a node are a list.
type node struct {
	weights     uint64 // of the pattern that ends here: four bits for the place before each letter
	child, next int32
	letter      uint8
}

const (
	alphabetEnd = 0x500 // behind Latin and Cyrillic
	longest     = 60    // letters of a word that is looked at
	edge        = '.'   // stands for the beginning and the end of a word in patterns

	before, behind = 2, 3 // fewest letters on each side of a division: no pattern file asks for more
)

// Places appends to the list before which letters the word may be divided, in
// order: nowhere if it has anything but letters of the language.
func (p *Patterns) Places(places []int, word []rune) []int {
	n := len(word)
	if n < before+behind || n > longest {
		return places
	}
	var letters [longest + 2]uint8
	for i, r := range word {
		if r < 0 || r >= alphabetEnd || r == edge || p.alphabet[r] == 0 {
			return places
		}
		letters[i+1] = p.alphabet[r]
	}
	if known, ok := p.exceptions[string(letters[1:n+1])]; ok {
		for _, i := range known {
			if i >= before && i <= n-behind {
				places = append(places, i)
			}
		}
		return places
	}
	letters[0], letters[n+1] = p.alphabet[edge], p.alphabet[edge]
	weights := p.weigh(letters[:n+2])
	for i := before; i <= n-behind; i++ {
		if weights[i+1]%2 == 1 {
			places = append(places, i)
		}
	}
	return places
}

// weigh returns for every letter the greatest weight that a pattern gives to the
// place before it: odd weights divide, even ones do not.
func (p *Patterns) weigh(letters []uint8) (weights [longest + 3]uint8) {
	for start, letter := range letters {
		at := p.first[letter]
		for next := start + 1; at != 0; next++ {
			for i, packed := start, p.nodes[at].weights; packed != 0; i, packed = i+1, packed>>4 {
				weights[i] = max(weights[i], uint8(packed&15))
			}
			if next == len(letters) {
				break
			}
			at = p.child(at, letters[next])
		}
	}
	return weights
}

// child returns the child of a node for a letter, 0 for none.
func (p *Patterns) child(parent int32, letter uint8) int32 {
	at := p.nodes[parent].child
	for at != 0 && p.nodes[at].letter != letter {
		at = p.nodes[at].next
	}
	return at
}

// parse reads a file of TeX: its patterns, and words that do not follow them.
func parse(tex string) *Patterns {
	p := &Patterns{nodes: make([]node, 1, 16<<10), exceptions: map[string][]int{}}
	_, rest, _ := strings.Cut(tex, `\patterns{`)
	patterns, rest, _ := strings.Cut(rest, "\n}")
	for line := range strings.Lines(patterns) {
		p.patterns(line)
	}
	_, rest, _ = strings.Cut(rest, `\hyphenation{`)
	words, _, _ := strings.Cut(rest, "}")
	for line := range strings.Lines(words) {
		line, _, _ = strings.Cut(line, "%")
		for word := range strings.FieldsSeq(line) {
			p.exception(word)
		}
	}
	return p
}

// patterns adds those of a line: letters with weights between them, ".аб1р".
func (p *Patterns) patterns(line string) {
	at, weights, place := int32(0), uint64(0), 0
	for _, r := range line {
		switch {
		case '0' <= r && r <= '9':
			weights |= uint64(r-'0') << (4 * place)
		case r == '%' || r <= ' ':
			p.nodes[at].weights = weights
			if at, weights, place = 0, 0, 0; r == '%' {
				return
			}
		default:
			at = p.grow(at, p.number(r))
			place++
		}
	}
	p.nodes[at].weights = weights
}

// grow returns the child of a node for a letter, which it makes if there is none.
func (p *Patterns) grow(parent int32, letter uint8) int32 {
	list := &p.first[letter]
	if parent != 0 {
		list = &p.nodes[parent].child
	}
	for at := *list; at != 0; at = p.nodes[at].next {
		if p.nodes[at].letter == letter {
			return at
		}
	}
	made := int32(len(p.nodes))
	next := *list
	*list = made
	p.nodes = append(p.nodes, node{letter: letter, next: next})
	return made
}

// number returns that of a letter, small or capital, and gives it one if it has none.
func (p *Patterns) number(r rune) uint8 {
	if p.alphabet[r] == 0 {
		p.letters++
		p.alphabet[r], p.alphabet[unicode.ToUpper(r)] = p.letters, p.letters
	}
	return p.alphabet[r]
}

// exception adds a word with all its divisions: "some-thing".
func (p *Patterns) exception(s string) {
	var word []byte
	places := []int{}
	for _, r := range s {
		if r == '-' {
			places = append(places, len(word))
			continue
		}
		word = append(word, p.number(r))
	}
	p.exceptions[string(word)] = places
}
