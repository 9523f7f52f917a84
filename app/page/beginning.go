package page

import "strings"

// mostShown is how many letters of a text are shown in a line beside other things.
const mostShown = 90

// Beginning is the beginning of a text, for a line in a list: in one line, and with "…"
// where it goes on.
func Beginning(text string) string {
	line := strings.Join(strings.Fields(text), " ")
	if letters := []rune(line); len(letters) > mostShown {
		return string(letters[:mostShown]) + "…"
	}
	return line
}
