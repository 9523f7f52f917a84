package data

import "time"

// AuditLine tells one change for an audit: who, when, on which laptop, what,
// and on which provisions.
type AuditLine struct {
	Time       time.Time // UTC, to the millisecond
	Author     ID        // the member
	Device     string    // the laptop, 16 hexadecimal digits
	Number     uint64    // of the change among that laptop's
	What       string    // catalogue id, as in the history of a provision, or "audit.…"
	Kind       string    // of the record that was written
	Lang       Lang      // where the change is to words in one language
	Provisions []ID      // as they are known permanently; none: the negotiation as a whole
	Before     string    // words before and after, where the change is to words
	After      string
	Sealed     bool // this laptop cannot read what was written
}
