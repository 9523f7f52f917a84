//go:build unix

package pdf

import (
	"runtime"
	"syscall"
	"time"
)

// childTimes is the processor time of the children that have ended.
func childTimes() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_CHILDREN, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// childMemory is the most memory that one of them had, in MB.
func childMemory() float64 {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_CHILDREN, &u) != nil {
		return 0
	}
	unit := 1e3
	if runtime.GOOS == "darwin" {
		unit = 1e6
	}
	return float64(u.Maxrss) / unit
}
