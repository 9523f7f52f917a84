package data

// MemoryGoal is how much memory, in bytes, the program lets its garbage take before
// it collects more often: with many changes coming in at once it stays below 500 MB.
const MemoryGoal = 400 << 20

// reserved is memory that nothing is written to and that takes none of the machine's:
// with it the collector waits for so much garbage before it begins. A program that makes
// one paper is done by then, and collects nothing.
var reserved []byte

// ReserveMemory makes the collector wait with its first collections. It is for main.
func ReserveMemory() { reserved = make([]byte, 28<<20) }
