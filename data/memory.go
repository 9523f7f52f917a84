package data

// MemoryGoal is how much memory, in bytes, the program lets its garbage take before
// it collects more often: with many changes coming in at once it stays below 500 MB.
const MemoryGoal = 400 << 20
