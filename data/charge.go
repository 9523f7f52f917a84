package data

import "time"

// Charge says which member is in charge of a provision: who drafts the position,
// speaks to it and is asked about it. Of a container it holds for all in it that
// has none of its own.
type Charge struct {
	Provision ID
	Member    ID // zero: nobody
	By        ID // who said so
	Time      time.Time
}

// HandOver is the note with which one member hands provisions over to another:
// where things stand, whom to speak to, what was promised. It is confidential.
type HandOver struct {
	ID         ID
	Provisions []ID
	From, To   ID
	Note       string
	By         ID
	Time       time.Time
}
