package data

import "runtime"

// MemoryGoal is how much memory, in bytes, the program lets its garbage take before
// it collects more often: with many changes coming in at once it stays below 500 MB.
const MemoryGoal = 400 << 20

// ReserveMemory makes the collector wait with its first collections, until release is
// called: with so much memory reserved, that nothing is written to and that takes none of
// the machine's, it waits for as much garbage before it begins. A program that makes one
// paper is done by then, and collects nothing. It is for main.
func ReserveMemory() (release func()) {
	reserved := make([]byte, 28<<20)
	return func() { runtime.KeepAlive(reserved) }
}
