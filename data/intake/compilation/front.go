package compilation

import (
	"regexp"
	"strings"
	"time"

	"travaux/data"
	"travaux/data/text"
)

var (
	dated    = regexp.MustCompile(`\b(\d{1,2}) (January|February|March|April|May|June|July|August|September|October|November|December) (\d{4})\b`)
	speaking = regexp.MustCompile(`(?i)proposals?\b|propositions?\b|propuestas?\b|предложени|مقترحات|提案|案文`)
)

// front reads what stands before the text: symbol, date and title.
func (c *Compilation) front(lines []string) {
	const far = 40 // lines of a masthead
	for _, line := range lines[:min(far, len(lines))] {
		if isContents(line) {
			return
		}
		if spans := text.FindSymbols(line); c.Symbol == "" && len(spans) > 0 {
			c.Symbol = string([]rune(line)[spans[0].Start:spans[0].End])
		}
		if m := dated.FindStringSubmatch(line); c.Date.IsZero() && m != nil {
			if day, err := time.Parse("2 January 2006", strings.Join(m[1:], " ")); err == nil {
				c.Date, _ = data.ParseDate(day.Format(time.DateOnly))
			}
		}
		if c.Title == "" && speaking.MatchString(line) && len(line) < 1000 {
			c.Title = line
		}
	}
}
