package look

import (
	"runtime"

	"fyne.io/fyne/v2"
)

// KeyName names a key also where the layout of the keyboard is that of another
// script: Fyne then knows the place of the key but not its name. The key is
// named by what a Latin keyboard has at that place, so that keys for commands
// work under every layout.
func KeyName(e *fyne.KeyEvent) fyne.KeyName {
	if e.Name != fyne.KeyUnknown {
		return e.Name
	}
	return keyAt(runtime.GOOS, e.Physical.ScanCode)
}

// keyRows are the keys of a Latin keyboard row by row, from the digits down.
var keyRows = [4]string{"1234567890", "QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM"}

// appleKeys are the same keys by their virtual key codes (HIToolbox, Events.h).
var appleKeys = [4][]int{
	{18, 19, 20, 21, 23, 22, 26, 28, 25, 29},
	{12, 13, 14, 15, 17, 16, 32, 34, 31, 35},
	{0, 1, 2, 3, 5, 4, 38, 40, 37},
	{6, 7, 8, 9, 11, 45, 46},
}

// keyAt is the key at a place, by the numbers that GLFW passes on: scan codes on
// Windows, key codes of the X server (eight more than the kernel's) elsewhere.
func keyAt(system string, code int) fyne.KeyName {
	if system == "darwin" {
		for row, codes := range appleKeys {
			for i, c := range codes {
				if c == code {
					return fyne.KeyName(keyRows[row][i])
				}
			}
		}
		return fyne.KeyUnknown
	}
	if system != "windows" {
		code -= 8
	}
	for row, first := range [4]int{2, 16, 30, 44} {
		if i := code - first; i >= 0 && i < len(keyRows[row]) {
			return fyne.KeyName(keyRows[row][i])
		}
	}
	return fyne.KeyUnknown
}
