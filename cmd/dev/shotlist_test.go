package main

import "testing"

func TestPicturesAreOfCommandsThatAreThere(t *testing.T) {
	t.Chdir("../..")
	list, err := shots()
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, s := range list {
		if names[s.name] {
			t.Errorf("two pictures are called %q", s.name)
		}
		names[s.name] = true
	}
}
