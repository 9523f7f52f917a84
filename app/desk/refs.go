package desk

import (
	"strconv"
	"strings"

	"travaux/data"
)

// What the Ref of a mark says, by how it begins; a comment's is the identity of
// its thread.
const (
	refBy        = "by "        // proposals, by their keys
	refCollision = "collision " // its ID
	refLink      = "link "      // its number in what the block shows
	refTerm      = "term "      // its number in the glossary
	refStrength  = "strength "  // its class
	refBracket   = "bracket "   // its number in the text, the same in every block that it spans
	refFlaw      = "flaw "      // of what follows
)

// proposalsIn are the proposals that a mark speaks of; the wording of our
// position has none.
func proposalsIn(ref string) (ids []data.ID) {
	keys, ok := strings.CutPrefix(ref, refBy)
	if !ok {
		return nil
	}
	for _, k := range strings.Fields(keys) {
		if id, err := data.ParseID(k); err == nil {
			ids = append(ids, id)
		}
	}
	return ids
}

// numbered is the Ref of the thing with a number; numberIn reads it.
func numbered(kind string, i int) string { return kind + strconv.Itoa(i) }

func numberIn(ref, kind string) (i int, ok bool) {
	digits, ok := strings.CutPrefix(ref, kind)
	if !ok {
		return 0, false
	}
	i, err := strconv.Atoi(digits)
	return i, err == nil && i >= 0
}
