package pdf

import (
	"time"

	"travaux/data"
)

// Limits that no honest draft comes near.
const (
	maxPages = 5_000
	maxWords = 2_000_000
	maxReply = 64 << 20 // bytes of one message of the child

	timeInAll   = 5 * time.Minute
	timeSilent  = 90 * time.Second // without a page being finished
	secondsBusy = 420              // of processor time

	memoryAimed = 600 << 20  // bytes that the child tries to keep below
	memoryMost  = 1500 << 20 // bytes at which it ends
)

// Codes of what can be wrong with a PDF.
const (
	CodeLocked   data.Code = "intake.pdf-locked"   // encrypted
	CodeScan     data.Code = "intake.pdf-scan"     // pictures of pages
	CodeUnmapped data.Code = "intake.pdf-unmapped" // its fonts do not say what letters they show
	CodeDamaged  data.Code = "intake.pdf-damaged"  // does not follow the format, or cannot be read through
	CodeHeavy    data.Code = "intake.pdf-heavy"    // takes too much time or memory
	CodeReader   data.Code = "intake.pdf-reader"   // the reader could not be started
)
