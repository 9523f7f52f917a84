package desk

import "travaux/app/textview"

// brackets marks square brackets, also full-width ones, by how deep they stand.
// Real texts have brackets without a partner: such a one is marked alone and
// counts for nothing else. The text is never altered.
func brackets(text string) []textview.Mark {
	type opened struct{ at, mark int }
	var marks []textview.Mark
	var stack []opened
	pairOf := map[int]int{} // mark of an opening bracket: index in stack order
	at := 0
	for _, r := range text {
		switch r {
		case '[', '［':
			stack = append(stack, opened{at, len(marks)})
			marks = append(marks, textview.Mark{Kind: textview.Bracket, Start: at, End: at + 1})
		case ']', '］':
			if len(stack) == 0 {
				marks = append(marks, textview.Mark{Kind: textview.Bracket, Start: at, End: at + 1, Depth: 1})
				break
			}
			top := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			marks[top.mark].End = at + 1
			pairOf[top.mark] = at
		}
		at++
	}
	deepen(marks, pairOf)
	return marks
}

// deepen gives every mark its depth: one more than the pairs around it.
func deepen(marks []textview.Mark, pairs map[int]int) {
	var ends []int // of the pairs around the present place
	for i := range marks {
		for len(ends) > 0 && ends[len(ends)-1] < marks[i].Start {
			ends = ends[:len(ends)-1]
		}
		marks[i].Depth = len(ends) + 1
		if end, paired := pairs[i]; paired {
			ends = append(ends, end)
		}
	}
}
