package app

import "travaux/export"

// mark shows at the top and at the bottom of the window at which level the desk
// is: the highest of anything in it. A desk with nothing confidential has none.
func (s *shell) mark() {
	d := s.room.Desk
	words, level := "", d.Level()
	if level.Code != d.Marking().Lowest().Code {
		words = export.Banner(level, s.p.loc)
	}
	for _, b := range s.banners {
		b.SetLevel(words, level.Colour)
	}
}
