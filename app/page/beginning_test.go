package page

import (
	"strings"
	"testing"
)

func TestTheBeginningOfAText(t *testing.T) {
	long := strings.Repeat("我", mostShown)
	for name, c := range map[string]struct{ text, want string }{
		"nothing":       {"", ""},
		"short":         {"Lamps are lit.", "Lamps are lit."},
		"several lines": {"Lamps\n\tare  lit.\n", "Lamps are lit."},
		"just fits":     {long, long},
		"too long":      {long + "们", long + "…"},
	} {
		if got := Beginning(c.text); got != c.want {
			t.Errorf("%s: %q", name, got)
		}
	}
}
