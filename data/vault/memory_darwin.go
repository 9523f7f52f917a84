package vault

import "golang.org/x/sys/unix"

// machineMemory returns the computer's memory in bytes.
func machineMemory() uint64 {
	size, _ := unix.SysctlUint64("hw.memsize")
	return size
}
