package segment

// tailor applies the conventions beyond UAX #14.
func (p *places) tailor(lang string) {
	p.keepSymbols()
}
