package segment

// rule is one convention beyond UAX #14.
type rule struct {
	name  string // as the conformance test lists its exceptions
	holds func(lang string) bool
	apply func(p *places)
}

// rules in the order of their application. Chinese quotation marks come first:
// they alone add places, and what a later rule forbids stays forbidden.
var rules = []rule{
	{"chinese quotes", only("zh"), (*places).chineseQuotes},
	{"clusters", everywhere, (*places).keepClusters},
	{"kinsoku", only("zh"), (*places).kinsoku},
	{"chinese numbers", only("zh"), (*places).chineseNumbers},
	{"dashes", notIn("zh"), (*places).dashes},
	{"french spaces", only("fr"), (*places).frenchSpaces},
	{"russian dashes", only("ru"), (*places).russianDashes},
	{"symbols", everywhere, (*places).keepSymbols},
	{"label", everywhere, (*places).keepLabel},
	{"numbers", everywhere, (*places).keepNumbers},
}

func everywhere(string) bool { return true }

func only(wanted string) func(string) bool {
	return func(lang string) bool { return lang == wanted }
}

func notIn(unwanted string) func(string) bool {
	return func(lang string) bool { return lang != unwanted }
}

// isSpace tells the spaces of one line after which UAX #14 allows a break.
func isSpace(r rune) bool {
	return r == ' ' || r == '\t' || r == 0x3000 || r >= 0x2000 && r <= 0x200A && r != 0x2007
}

// isDigit covers Western and both kinds of Arabic digits.
func isDigit(r rune) bool {
	return '0' <= r && r <= '9' || '٠' <= r && r <= '٩' || '۰' <= r && r <= '۹'
}

// afterSpaces tells that a break is allowed at a place within the text because
// spaces end there.
func (p *places) afterSpaces(at int) bool {
	return p.kinds[at] == Allowed && at < len(p.text) && isSpace(p.text[at-1]) && !isSpace(p.text[at])
}
