package intake

import "travaux/app/room"

// Keys are the keys of the review's list that are no commands.
func Keys() []room.Key {
	const where = "review.title"
	return []room.Key{
		{Where: where, Keys: []string{"F7", "F8"}, Title: "keys.review.doubt"},
		{Where: where, Keys: []string{"Left", "Right"}, Title: "keys.review.level"},
		{Where: where, Keys: []string{"BackSpace"}, Title: "keys.review.merge"},
		{Where: where, Keys: []string{"Return"}, Title: "keys.review.heading"},
	}
}
