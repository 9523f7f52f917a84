// Package ink paints layouts of translations/typeset into pictures: glyph masks
// with sub-pixel positions, kept for the life of the process, and filled areas.
//
// Layouts are in the window's pixels at scale 1; a painting has its own scale,
// so text is crisp on every screen and a layout never depends on one. Pictures
// are premultiplied *image.RGBA, which is what Fyne uploads without a copy.
//
// It imports translations/typeset only, and knows nothing of Fyne. It may be
// used from any goroutine.
package ink
