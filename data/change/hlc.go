package change

import (
	"time"

	"travaux/data"
)

// CodeFuture is the code of a change whose time lies more than a day ahead.
const CodeFuture data.Code = "change.future"

// maxAhead is how far another device's clock may run ahead of ours.
const maxAhead = 24 * time.Hour

// HLC is a hybrid logical clock reading: 48 bits of milliseconds since 1970
// (UTC) and a 16-bit counter, so that comparing numbers compares moments and
// a device never gives the same reading twice.
type HLC uint64

// At returns the first reading of that moment.
func At(t time.Time) HLC { return HLC(t.UnixMilli()) << 16 }

// Time returns the moment of the reading, in UTC, to the millisecond.
func (h HLC) Time() time.Time { return time.UnixMilli(int64(h >> 16)).UTC() }

// Clock gives a device's readings. They grow strictly, whatever the
// computer's clock does. It is not safe for concurrent use.
type Clock struct {
	now  func() time.Time
	last HLC
}

// NewClock returns a clock that asks now for the time; nil means time.Now.
func NewClock(now func() time.Time) *Clock {
	if now == nil {
		now = time.Now
	}
	return &Clock{now: now}
}

// Next returns a reading larger than every reading given or observed before.
func (c *Clock) Next() HLC {
	c.last = max(At(c.now()), c.last+1)
	return c.last
}

// Observe takes note of another reading, so that later ones are larger. A
// reading more than 24 hours ahead is refused with CodeFuture.
func (c *Clock) Observe(h HLC) error {
	if h.Time().Sub(c.now()) > maxAhead {
		return data.E(CodeFuture)
	}
	c.Resume(h)
	return nil
}

// Resume is Observe for readings that are already in the log: they are
// believed whatever the computer's clock says now.
func (c *Clock) Resume(h HLC) { c.last = max(c.last, h) }
