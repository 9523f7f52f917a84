//go:build !unix

package pdf

import "time"

func childTimes() time.Duration { return 0 }

func childMemory() float64 { return 0 }
