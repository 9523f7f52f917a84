package room_test

import (
	"context"
	"testing"

	"travaux/app/room"
	"travaux/data"
)

func TestSelectionTellsOnlyOfChanges(t *testing.T) {
	s := room.NewSelection(data.English)
	told := 0
	s.Listen(func() { told++ })
	id := data.NewID()
	s.Select(id)
	s.Select(id)
	s.Read(data.English)
	s.Read(data.Arabic)
	if told != 2 || s.Provision() != id || s.Lang() != data.Arabic {
		t.Errorf("told %d times of 2 changes; %v %v", told, s.Provision(), s.Lang())
	}
	s.Silence()
	s.Select(data.NewID())
	if told != 2 {
		t.Error("a silenced listener was told")
	}
}

func TestAnActRefreshesEveryAreaBeforeWhatFollows(t *testing.T) {
	var order []string
	r := &room.Room{
		Run: func(work func(context.Context, data.Progress) error, then func()) {
			if work(context.Background(), data.NoProgress{}) == nil {
				then()
			}
		},
		Changed: func() { order = append(order, "changed") },
	}
	r.Act(func(context.Context) error { order = append(order, "act"); return nil }, func() { order = append(order, "then") })
	r.Act(func(context.Context) error { return data.E(data.CodeForbidden) }, func() { order = append(order, "never") })
	if got := len(order); got != 3 || order[0] != "act" || order[1] != "changed" || order[2] != "then" {
		t.Errorf("order %v", order)
	}
}
