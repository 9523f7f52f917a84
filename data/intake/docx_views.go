package intake

import (
	"strings"

	"travaux/data"
	"travaux/data/text"
)

// AcceptAll returns the paragraphs of a source as they read when all its
// tracked changes are accepted: deletions gone, a paragraph whose mark was
// deleted joined to the next, nothing tracked any more. Hidden blocks are left
// out. Labels are those of the source.
func AcceptAll(src *text.Source) []text.Block { return without(src.Blocks, data.TrackDeleted) }

// RejectAll returns the paragraphs as they read when all tracked changes are
// rejected, by the rules of AcceptAll.
func RejectAll(src *text.Source) []text.Block { return without(src.Blocks, data.TrackInserted) }

// without takes the text of one kind of change out.
func without(blocks []text.Block, gone data.TrackKind) []text.Block {
	var shown []text.Block
	for _, b := range blocks {
		if b.Kind != text.BlockHidden {
			shown = append(shown, b)
		}
	}
	out := make([]text.Block, 0, len(shown))
	var words strings.Builder // with those of paragraphs before whose mark is gone
	for i, b := range shown {
		words.WriteString(cutOut(b, gone))
		if b.Mark != nil && b.Mark.Kind == gone {
			if i+1 < len(shown) && joinable(b, shown[i+1]) {
				continue
			}
			if words.Len() == 0 {
				continue
			}
		}
		b.Text, b.Tracked, b.Marked, b.Mark = words.String(), nil, nil, nil
		out = append(out, b)
		words.Reset()
	}
	return out
}

// cutOut returns a block's text without the changes of one kind.
func cutOut(b text.Block, gone data.TrackKind) string {
	if len(b.Tracked) == 0 {
		return b.Text
	}
	runes := []rune(b.Text)
	kept, at := make([]rune, 0, len(runes)), 0
	for _, t := range b.Tracked {
		if t.Kind == gone {
			kept = append(kept, runes[at:t.Start]...)
			at = t.End
		}
	}
	return string(append(kept, runes[at:]...))
}

// joinable reports whether two paragraphs stand in the same cell and note.
func joinable(a, b text.Block) bool {
	return a.Table == b.Table && a.Row == b.Row && a.Col == b.Col && a.Note == b.Note
}
