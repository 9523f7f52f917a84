package data

// Progress is told how far long work has come. The worker never knows who is
// watching. Done may be called from any goroutine.
type Progress interface {
	// Done reports that done of total steps are finished; total 0 means unknown.
	Done(done, total int)
}

// NoProgress watches nothing.
type NoProgress struct{}

// Done does nothing.
func (NoProgress) Done(int, int) {}
