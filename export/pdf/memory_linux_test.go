package pdf

import (
	"fmt"
	"os"
	"strings"
)

// residentMemory is the most that this process has held, in megabytes. What the
// parent is told when it ends would count the parent's own at the fork.
func residentMemory() int {
	status, _ := os.ReadFile("/proc/self/status")
	_, after, _ := strings.Cut(string(status), "VmHWM:")
	var kilobytes int
	fmt.Sscan(after, &kilobytes)
	return kilobytes >> 10
}
