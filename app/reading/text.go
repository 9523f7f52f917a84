package reading

import (
	"strings"

	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	"travaux/translations"
)

// inOrder are the provisions with words, first those that the meeting considers, in
// its order, then the rest of the text in its own; considered is how many are of the
// first kind.
func inOrder(r *room.Room) (list []data.Provision, considered int, err error) {
	meeting, _ := r.Desk.CurrentMeeting()
	all, err := r.Desk.Considered(meeting.ID)
	if err != nil {
		return nil, 0, err
	}
	text, err := r.Desk.Current()
	if err != nil {
		return nil, 0, err
	}
	taken := map[data.ID]bool{}
	for _, p := range all {
		taken[p.ID] = true
		if spoken(r, p) {
			list = append(list, p)
		}
	}
	considered = len(list)
	for _, p := range text.Provisions {
		if !taken[p.ID] && spoken(r, p) {
			list = append(list, p)
		}
	}
	return list, considered, nil
}

// spoken reports whether a provision has words to be read.
func spoken(r *room.Room, p data.Provision) bool {
	text, _ := p.In(r.Selection.Lang())
	return strings.TrimSpace(text.Text) != ""
}

// numberOf is the number of a provision as it is called in the room.
func numberOf(r *room.Room, p data.Provision) string {
	return translations.Capital(r.Loc.Cite(p.Path))
}

// blocksOf are a provision's words as they were issued, below the heading of the
// article in which it stands.
func blocksOf(r *room.Room, p data.Provision) (blocks []textview.Block) {
	lang := r.Selection.Lang()
	for at := p; ; {
		if text, in := at.In(lang); text.Heading != "" {
			blocks = append(blocks, textview.Block{ID: "heading", Kind: textview.Article, Text: text.Heading, Lang: string(in)})
			break
		}
		parent, err := r.Desk.Provision(at.Parent)
		if at.Parent.IsZero() || err != nil {
			break
		}
		at = parent
	}
	text, in := p.In(lang)
	b := textview.Block{ID: "text", Label: text.Label, Text: text.Text, Lang: string(in)}
	if p.Kind == data.KindArticle {
		b.Label = ""
	}
	for _, t := range text.Tracked {
		kind := textview.Inserted
		if t.Kind == data.TrackDeleted {
			kind = textview.Deleted
		}
		b.Marks = append(b.Marks, textview.Mark{Kind: kind, Start: t.Start, End: t.End})
	}
	return append(blocks, b)
}

// screenOf is what the second window shows of a provision.
func screenOf(r *room.Room, p data.Provision) Screen {
	if p.ID.IsZero() {
		return Screen{}
	}
	return Screen{Number: numberOf(r, p), Blocks: blocksOf(r, p)}
}
