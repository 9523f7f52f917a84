package strength

import (
	"fmt"
	"strconv"
	"strings"

	"travaux/data"
)

// An expression is written as words with spaces between. Of each
//
//	shall/must   are alternatives,
//	also?        may be missing,
//	encourag*    begins any word,
//	_            is any one word,
//	#            is a number,
//	~            is an interruption: words that may stand anywhere ("also"), or
//	             a few words between commas; it may be missing,
//	...          is up to longGap words of the same sentence, ...5 up to five,
//	..5          up to five with no comma among them; they may be missing.

// longGap is how many words "..." stands for.
const longGap = 12

// asideLimit is how many words may stand between the commas of an
// interruption.
const asideLimit = 25

// asideCount is how many interruptions in a row are followed.
const asideCount = 8

// node is a place within expressions: what may come next, and the expressions
// that end here.
type node struct {
	words    map[string]*node
	prefixes []prefix
	any      *node
	number   *node
	aside    *node // after an interruption
	gaps     []gap
	entries  []int // of the table, the first one counts
}

type prefix struct {
	text string
	next *node
}

// gap is a stretch of any words.
type gap struct {
	limit int
	comma bool // it may have commas
	next  *node
}

// add enters an expression, given by its elements.
func (n *node) add(elements []string, lang data.Lang, entry int) error {
	if len(elements) == 0 {
		n.entries = append(n.entries, entry)
		return nil
	}
	element, rest := elements[0], elements[1:]
	if optional, ok := strings.CutSuffix(element, "?"); ok {
		if err := n.add(rest, lang, entry); err != nil {
			return err
		}
		element = optional
	}
	if strings.HasPrefix(element, "..") {
		next, err := n.gap(element)
		if err != nil {
			return err
		}
		return next.add(rest, lang, entry)
	}
	switch element {
	case "":
		return fmt.Errorf("an element without text")
	case "_":
		return next(&n.any).add(rest, lang, entry)
	case "#":
		return next(&n.number).add(rest, lang, entry)
	case "~":
		return next(&n.aside).add(rest, lang, entry)
	}
	for _, alternative := range strings.Split(element, "/") {
		if err := n.word(alternative, lang).add(rest, lang, entry); err != nil {
			return err
		}
	}
	return nil
}

// gap returns the node after a gap.
func (n *node) gap(element string) (*node, error) {
	limit, comma := strings.CutPrefix(element, "...")
	words := longGap
	if limit = strings.TrimPrefix(limit, ".."); limit != "" {
		var err error
		if words, err = strconv.Atoi(limit); err != nil {
			return nil, err
		}
	}
	for _, g := range n.gaps {
		if g.limit == words && g.comma == comma {
			return g.next, nil
		}
	}
	n.gaps = append(n.gaps, gap{words, comma, &node{}})
	return n.gaps[len(n.gaps)-1].next, nil
}

// word returns the node after an alternative, which may be several words of
// the text: one for each Chinese character.
func (n *node) word(alternative string, lang data.Lang) *node {
	if beginning, ok := strings.CutSuffix(alternative, "*"); ok {
		beginning = fold(beginning)
		for _, p := range n.prefixes {
			if p.text == beginning {
				return p.next
			}
		}
		n.prefixes = append(n.prefixes, prefix{beginning, &node{}})
		return n.prefixes[len(n.prefixes)-1].next
	}
	words := split(alternative, lang)
	if strings.HasSuffix(alternative, "'") {
		words = []word{{text: fold(alternative)}} // what is left of an elision
	}
	for _, w := range words {
		if w.voiced != "" {
			w.text = w.voiced
		}
		if n.words == nil {
			n.words = map[string]*node{}
		}
		if n.words[w.text] == nil {
			n.words[w.text] = &node{}
		}
		n = n.words[w.text]
	}
	return n
}

func next(n **node) *node {
	if *n == nil {
		*n = &node{}
	}
	return *n
}
