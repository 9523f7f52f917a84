package translations

import "testing"

// TestPartsAreCalledByTheirHeadings holds that a template names the parts of a report to
// capital as the report itself does.
func TestPartsAreCalledByTheirHeadings(t *testing.T) {
	for _, lang := range []string{"ar", "zh", "en", "fr", "ru", "es"} {
		l := New(lang)
		for _, part := range []string{"asked", "moved", "new", "ours"} {
			if name, heading := l.T("paper-part."+part), l.T("capital."+part); name != heading {
				t.Errorf("%s: the part %q stands under %q", lang, name, heading)
			}
		}
	}
}
