package data

import "time"

// Entry is what every record has that a book of the desk keeps: which one it is,
// and who wrote it when. The desk fills it in.
type Entry struct {
	ID     ID
	Author ID        // member
	Time   time.Time // when it was first written
}

// Head gives the entry of a record that embeds one.
func (e *Entry) Head() *Entry { return e }

// Noted is a record that a book of the desk keeps: one body, replaced as a whole,
// which says itself what the desk must know of it.
type Noted interface {
	Head() *Entry
	Check() error       // why it cannot be written; nil if it can
	Concerns() []ID     // the provisions it is about; nil: the treaty as a whole
	Sentence() string   // its own words, for the history, the search and the audit
	Audience() Audience // who may read it; AudienceAll: whoever may read its kind
}

// Hanging is a record that says nothing without another: an act on an amendment
// without the amendment. Who deletes that one deletes this with it.
type Hanging interface {
	HangsOn() []ID // each of them alone is enough; zero ones are none
}
