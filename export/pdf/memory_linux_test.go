package pdf

import (
	"os"
	"syscall"
)

// residentMemory is the most that a process that has ended held, in megabytes.
func residentMemory(p *os.ProcessState) int64 {
	usage, ok := p.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	return usage.Maxrss >> 10
}
