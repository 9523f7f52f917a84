package page

import (
	"travaux/app/look"
	"travaux/app/room"
)

// TellMade says for a moment that papers were made, and in made, which was
// hidden until then, where they are.
func TellMade(r *room.Room, made *look.Text, paths []string) {
	count := r.Loc.N("papers.made", len(paths))
	words := count
	for _, path := range paths {
		words += "\n" + r.Loc.Isolate(path)
	}
	made.SetText(words)
	made.Show()
	made.Refresh()
	r.Toast(count)
}
