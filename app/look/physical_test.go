package look

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestKeysAreNamedByTheirPlace(t *testing.T) {
	for name, tt := range map[string]struct {
		system string
		code   int
		want   fyne.KeyName
	}{
		"T under X": {"linux", 28, fyne.KeyT}, "A under X": {"linux", 38, fyne.KeyA}, "M under X": {"freebsd", 58, fyne.KeyM}, "1 under X": {"linux", 10, fyne.Key1},
		"0 under X": {"linux", 19, fyne.Key0}, "an umlaut's key": {"linux", 34, fyne.KeyUnknown}, "none": {"linux", 0, fyne.KeyUnknown},
		"T on Windows": {"windows", 20, fyne.KeyT}, "Z on Windows": {"windows", 44, fyne.KeyZ}, "L on Windows": {"windows", 38, fyne.KeyL},
		"T on a Mac": {"darwin", 17, fyne.KeyT}, "A on a Mac": {"darwin", 0, fyne.KeyA}, "6 on a Mac": {"darwin", 22, fyne.Key6}, "none on a Mac": {"darwin", 200, fyne.KeyUnknown},
	} {
		if got := keyAt(tt.system, tt.code); got != tt.want {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
	if got := KeyName(&fyne.KeyEvent{Name: fyne.KeyF3, Physical: fyne.HardwareKey{ScanCode: 28}}); got != fyne.KeyF3 {
		t.Errorf("a key with a name is called %q", got)
	}
}
