package matrix

import (
	"slices"
	"strings"

	"travaux/app/page"
	"travaux/data"
	"travaux/data/tally"
	"travaux/export"
	"travaux/translations"
)

// question is what a column is about.
type question struct {
	column
	of    tally.Question
	place data.ID     // the provision to which it leads; zero: none
	ours  data.Stance // on the text as it stands
}

// which chooses the questions.
type which int

// Choices of questions, in the order in which they are offered.
const (
	everything which = iota
	textsOnly
	proposalsOnly
	issuesOnly
	agendaOnly
)

// choices are the catalogue ids of which.
var choices = []string{"matrix.which.all", "matrix.which.texts", "matrix.which.proposals", "matrix.which.issues", "matrix.which.agenda"}

// questions are those on which somebody has a view, along the text, and then all
// issues. Articles limit them to some, as typed: "5, 7-9"; "" does not.
func questions(w world, choice which, articles string, loc *translations.Localizer) (out []question) {
	wanted := articlesOf(articles)
	for _, of := range w.asked {
		q := question{of: of, place: of.Provision}
		switch {
		case !of.Issue.IsZero():
			x := w.issues[of.Issue]
			if wanted != nil || choice != everything && choice != issuesOnly {
				continue
			}
			q.column = export.QuestionHead(data.PublicQuestion{Issue: x.Title}, loc)
			if len(x.Provisions) > 0 {
				q.place = x.Provisions[0]
			}
		case !w.chosen(of, choice, wanted):
			continue
		default:
			q.column = export.QuestionHead(w.text.Question(of, w.lang, w.proposals[of.Provision], func(p data.Proposal) string { return page.Proponents(loc, p) }), loc)
			if of.Proposal.IsZero() {
				q.ours = w.stances[of.Provision]
			}
		}
		out = append(out, q)
	}
	return out
}

// chosen reports whether a question on a provision of the text is wanted.
func (w world) chosen(of tally.Question, choice which, wanted spans) bool {
	if w.text == nil {
		return false
	}
	p, here := w.text.Find(of.Provision)
	switch {
	case !here || !wanted.has(p.Path):
		return false
	case choice == textsOnly:
		return of.Proposal.IsZero()
	case choice == proposalsOnly:
		return !of.Proposal.IsZero()
	case choice == agendaOnly:
		return w.onAgenda(p)
	}
	return choice == everything
}

// onAgenda reports whether a provision, or what it stands in, is to be considered.
func (w world) onAgenda(p data.Provision) bool {
	for here := true; here; p, here = w.text.Find(p.Parent) {
		if len(w.agenda) == 0 || slices.Contains(w.agenda, p.ID) {
			return true
		}
	}
	return false
}

// span is a range of articles.
type span struct{ from, to string }

// spans are ranges of articles; nil: all.
type spans []span

// articlesOf reads what is typed: numbers and ranges, with anything between them.
func articlesOf(typed string) spans {
	var out spans
	for _, part := range strings.FieldsFunc(typed, func(r rune) bool { return strings.ContainsRune(",;،؛，；、 ", r) }) {
		from, to, ranged := strings.Cut(strings.NewReplacer("–", "-", "—", "-").Replace(part), "-")
		if !ranged {
			to = from
		}
		if from != "" && to != "" {
			out = append(out, span{westernDigits(from), westernDigits(to)})
		}
	}
	return out
}

// westernDigits writes digits of other scripts as those of paths.
func westernDigits(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case '٠' <= r && r <= '٩':
			return r - '٠' + '0'
		case '۰' <= r && r <= '۹':
			return r - '۰' + '0'
		}
		return r
	}, strings.ToLower(s))
}

// has reports whether the article in a path is in one of the ranges.
func (s spans) has(path string) bool {
	if s == nil {
		return true
	}
	for _, segment := range strings.Split(path, "/") {
		number, ok := strings.CutPrefix(segment, "art")
		if !ok || number == "" {
			continue
		}
		for _, x := range s {
			if number == x.from || number == x.to || x.from != x.to && before(x.from, number) && before(number, x.to) {
				return true
			}
		}
	}
	return false
}

// before reports whether an article's number comes before another: 7, 7bis, 8.
func before(a, b string) bool {
	n, k := leading(a), leading(b)
	return n < k || n == k && a < b
}

func leading(s string) int {
	n := 0
	for _, r := range s {
		if r < '0' || r > '9' || n > 1<<20 {
			break
		}
		n = n*10 + int(r-'0')
	}
	return n
}
