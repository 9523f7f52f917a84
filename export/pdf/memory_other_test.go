//go:build !linux

package pdf

func residentMemory() int { return 0 }
