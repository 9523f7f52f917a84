package desk

import (
	"strings"

	"travaux/data"
)

// What the Ref of a mark says, by how it begins; a comment's is the identity of
// its thread.
const (
	refBy        = "by "        // proposals, by their keys
	refCollision = "collision " // its ID
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
