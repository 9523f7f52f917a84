package data

import "time"

// Speech is a statement of ours: made from talking points on the provisions on
// the agenda, spoken in a meeting. It is confidential until it is delivered.
type Speech struct {
	ID         ID
	Title      string
	Meeting    ID
	Provisions []ID // that it is about, in order of consideration
	Text       Words
	Cuts       map[Lang]map[int]string // shortened to so many minutes
	Delivered  time.Time               // zero: not yet
	As         string                  // what was said, where it was not the text
	Author     ID
	Time       time.Time
}
