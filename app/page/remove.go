package page

import (
	"context"

	"travaux/app/room"
	"travaux/data"
)

// Removing is a book of the desk, as far as records are taken from it.
type Removing interface {
	Hanging(data.ID) int
	Delete(context.Context, data.ID) error
}

// Remove takes a record away with all that hangs on it, and says how much that was
// and how it is brought back.
func Remove(r *room.Room, book Removing, id data.ID, then func()) {
	n := book.Hanging(id)
	r.Act(func(ctx context.Context) error { return book.Delete(ctx, id) }, func() {
		then()
		if n > 0 {
			r.Toast(r.Loc.N("hanging.deleted", n))
		}
	})
}
