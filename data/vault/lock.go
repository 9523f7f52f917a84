package vault

import (
	"os"

	"travaux/data"
)

const lockName = "lock"

// lockFolder takes the vault for this process. The operating system gives it
// back when the process ends, however it ends.
func lockFolder(dir string) (*os.File, error) {
	f, err := lockFile(dir + string(os.PathSeparator) + lockName)
	if err != nil {
		return nil, data.E(CodeInUse)
	}
	return f, nil
}
