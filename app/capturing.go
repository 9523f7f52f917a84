package app

import "travaux/app/capture"

// capturing is what the window has for taking down what others say.
type capturing struct {
	capture *capture.Bar // at the foot of the window, whatever it shows
}

// newCapture makes the line anew; before is the window that it was in.
func (s *shell) newCapture(before *shell) {
	var was *capture.Bar
	if before != nil {
		was = before.capture
	}
	s.capture = capture.New(s.room, was)
	s.side.OnCorrect = s.capture.Correct
	s.capture.OnLeft = func() {
		if s.uncovered() {
			s.reader.Focus()
		} else {
			s.areas()[0].focus()
		}
	}
}
