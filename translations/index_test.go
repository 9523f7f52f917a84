package translations

import (
	"reflect"
	"strings"
	"sync"
	"testing"
)

// words is everything in the catalogue.
var words = sync.OnceValue(func() catalogue {
	c, _ := readCatalogues() // a test of its own reports what is wrong
	return c
})

// TestTheIndexKnowsWhatTheFilesSay compares it with the files decoded whole.
func TestTheIndexKnowsWhatTheFilesSay(t *testing.T) {
	x := indexed()
	if len(x.places) != len(words()) || len(words()) < 1000 {
		t.Errorf("%d ids in the index, %d in the files", len(x.places), len(words()))
	}
	for id, texts := range words() {
		if got := x.texts(id); !reflect.DeepEqual(got, texts) {
			t.Errorf("%s: %v, not %v", id, got, texts)
		}
	}
	if x.has("no such id") {
		t.Error("it knows what is not there")
	}
}

func indexOf(file string) *index {
	x := &index{places: map[string]place{}, known: map[string]map[string]message{}}
	x.read([]byte(file), strings.NewReader(file))
	return x
}

func TestABrokenFileCostsItsOwnIdsOnly(t *testing.T) {
	for _, broken := range []string{"", "{", `{"a`, `{"a"`, `{"a":`, `{"a": {`, `{"a": {"en": "x`, `{"a": {"en": "x\"}`, `x`, `{"a": 5`, `{"a": "b"`} {
		x := indexOf(broken)
		if x.has("a") {
			t.Errorf("%q has an id", broken)
		}
	}
	x := indexOf(`{"a": {"en": "say \"}\" \\", "fr": {"one": "{"}}, "b": {"en": "two"}, "b": {"en": "three"}, "c": {"en`)
	if x.texts("a")["en"].form("") != `say "}" \` || x.texts("a")["fr"].form("one") != "{" || x.texts("b")["en"].form("") != "two" || x.has("c") {
		t.Errorf("read as %v, %v", x.texts("a"), x.texts("b"))
	}
}
