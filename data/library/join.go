package library

import (
	"slices"

	"travaux/data"
)

// Join puts the languages of one work together by the paths of their lines. The
// language with the most lines leads; what only others have is put after what
// comes before it there. Every line is in the result.
func Join(work data.ID, lines map[data.Lang][]Line) []data.Paragraph {
	langs := slices.DeleteFunc(slices.Clone(data.Langs), func(l data.Lang) bool { return len(lines[l]) == 0 })
	slices.SortStableFunc(langs, func(a, b data.Lang) int { return len(lines[b]) - len(lines[a]) })
	var order []string
	of := map[string]*data.Paragraph{}
	for _, lang := range langs {
		after := 0 // where the next line goes that the others do not have
		places := map[string]int{}
		for i, path := range order {
			places[path] = i
		}
		var merged []string
		for _, l := range lines[lang] {
			if at, known := places[l.Path]; known {
				if at >= after {
					merged = append(merged, order[after:at+1]...)
					after = at + 1
				}
			} else {
				merged = append(merged, l.Path)
			}
			if of[l.Path] == nil {
				of[l.Path] = &data.Paragraph{Work: work, Path: l.Path, Pointer: l.Pointer, Text: data.Words{}}
			}
			of[l.Path].Text[lang] = l.Text
		}
		order = append(merged, order[after:]...)
	}
	out := make([]data.Paragraph, len(order))
	for i, path := range order {
		out[i] = *of[path]
		out[i].Order = i
	}
	return out
}
