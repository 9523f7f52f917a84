//go:build unix

package pdf

import "syscall"

// confine forbids this process to write to any file, to leave an image of its
// memory behind, and to use processor or memory without end.
func confine() {
	for what, most := range map[int]uint64{syscall.RLIMIT_FSIZE: 0, syscall.RLIMIT_CORE: 0, syscall.RLIMIT_CPU: secondsBusy, syscall.RLIMIT_DATA: memoryMost} {
		_ = syscall.Setrlimit(what, limit(most)) // where it is not possible the sandbox has to do
	}
}

func limit(n uint64) *syscall.Rlimit { return &syscall.Rlimit{Cur: n, Max: n} }
