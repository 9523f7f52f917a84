package delegation

import (
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/translations"
)

// chapters are the parts of the procedure, in the order in which they are needed.
var chapters = []struct{ title, steps string }{
	{"roster.how.start", "roster.how.start.steps"},
	{"roster.how.add", "roster.how.add.steps"},
	{"roster.how.remove", "roster.how.remove.steps"},
	{"roster.how.replace", "roster.how.replace.steps"},
	{"roster.how.head", "roster.how.head.steps"},
}

// procedure is how a roster is kept, in writing, to be followed and shown to who
// has to agree to it.
func procedure(loc *translations.Localizer) fyne.CanvasObject {
	body := look.Column()
	for _, c := range chapters {
		body.Add(look.Inset(6, 0, 0, 0, look.Heading(loc.T(c.title))))
		for _, step := range strings.Split(loc.T(c.steps), "\n") {
			body.Add(look.Inset(0, 2, 10, 0, look.Wrapped(step)))
		}
	}
	return body
}
