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

// TestEveryPageOfTheTreatyHasAPicture: in every language, by its key.
func TestEveryPageOfTheTreatyHasAPicture(t *testing.T) {
	t.Chdir("../..")
	list, err := shots()
	if err != nil {
		t.Fatal(err)
	}
	taken := map[string]bool{}
	for _, s := range list {
		taken[s.name] = true
	}
	for _, name := range []string{"treaty", "concept", "coverage", "concordance", "fulfilment", "amendments", "exchange", "disputes"} {
		for _, lang := range langs {
			if !taken[name+"-"+lang] {
				t.Errorf("there is no picture of %s in %s", name, lang)
			}
		}
	}
}
