//go:build !linux && !darwin && !windows

package vault

// machineMemory is not known here: the smaller setting is used.
func machineMemory() uint64 { return 0 }
