package main

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
)

// install makes the machine fit for the purpose, or says the command that does.
func install(p purpose) error {
	switch runtime.GOOS {
	case "linux":
		return installLinux(p)
	case "darwin":
		if exec.Command("xcode-select", "-p").Run() != nil {
			return errors.New("the command line tools of macOS are missing; run:\n  xcode-select --install")
		}
		advise(p, "brew install", map[string]string{
			"pdftotext": "poppler", "qpdf": "qpdf", "hb-shape": "harfbuzz", "java": "openjdk", "xmllint": "libxml2", "pandoc": "pandoc", "npm": "node", "soffice": "--cask libreoffice",
		})
	case "windows":
		if !hasProgram("gcc") {
			return errors.New("a C compiler is missing; run:\n  winget install -e --id BrechtSanders.WinLibs.POSIX.UCRT\nand open a new terminal")
		}
		advise(p, "winget install -e --id", map[string]string{
			"pdftotext": "oschwartz10612.Poppler", "qpdf": "QPDF.QPDF", "java": "EclipseAdoptium.Temurin.21.JRE", "pandoc": "JohnMacFarlane.Pandoc", "npm": "OpenJS.NodeJS.LTS", "soffice": "TheDocumentFoundation.LibreOffice",
		})
	}
	return nil
}

// ofBench are the programs that only bench uses.
var ofBench = map[string]bool{"pandoc": true}

// advise says how to get the checkers that are missing. They are not needed to
// build; the tests that use one are skipped, and say so.
func advise(p purpose, how string, programs map[string]string) {
	for _, program := range slices.Sorted(maps.Keys(programs)) {
		wanted := p == toBench || p == toTest && !ofBench[program]
		if wanted && !hasProgram(program) {
			say("%s is missing, and what uses it is left out; to have it: %s %s", program, how, programs[program])
		}
	}
}

func installLinux(p purpose) error {
	release, err := os.Open("/etc/os-release")
	if err != nil {
		return nil
	}
	defer release.Close()
	f := familyOf(release)
	if f == nil {
		if p == toBuild && hasProgram("gcc") && hasProgram("pkg-config") {
			return nil // the build says what else it lacks
		}
		say("this is neither Debian nor Fedora; wanted are, under the names that they have here:\n  %s", strings.Join(debian.wanted(p), " "))
		return nil
	}
	lacking := f.lacking(p, f.installed, hasProgram)
	if len(lacking) == 0 {
		return nil
	}
	say("installing %s", strings.Join(lacking, " "))
	if f.refresh != nil {
		_ = asRoot(f.refresh).Run() // an old list may still do
	}
	if asRoot(append(f.install[:len(f.install):len(f.install)], lacking...)).Run() == nil {
		return nil
	}
	return f.oneByOne(lacking)
}

// oneByOne installs what can be had where one name is unknown to a release.
// Only what the build needs is an error.
func (f family) oneByOne(lacking []string) error {
	needed := map[string]bool{}
	for _, name := range f.packages[toBuild] {
		needed[name] = true
	}
	var failed []string
	for _, name := range lacking {
		if asRoot(append(f.install[:len(f.install):len(f.install)], name)).Run() == nil {
			continue
		}
		if needed[name] {
			failed = append(failed, name)
		} else {
			say("%s could not be installed; what uses it is left out", name)
		}
	}
	if len(failed) == 0 {
		return nil
	}
	by := "sudo "
	if os.Geteuid() == 0 {
		by = ""
	}
	return fmt.Errorf("packages are missing; run:\n  %s%s %s", by, strings.Join(f.install, " "), strings.Join(failed, " "))
}

// installed asks the package manager.
func (f family) installed(name string) bool {
	if f.name == fedora.name {
		return exec.Command("rpm", "-q", "--whatprovides", name).Run() == nil
	}
	out, err := exec.Command("dpkg-query", "-W", "-f", "${db:Status-Status}\n", name).Output()
	return err == nil && slices.Contains(strings.Fields(string(out)), "installed")
}

// asRoot prepares a command of the package manager; sudo may ask for the
// password.
func asRoot(args []string) *exec.Cmd {
	if os.Geteuid() != 0 {
		args = append([]string{"sudo"}, args...)
	}
	c := command(args[0], args[1:]...)
	c.Stdin = os.Stdin
	if os.Geteuid() == 0 {
		c.Env = append(os.Environ(), "DEBIAN_FRONTEND=noninteractive")
	}
	return c
}

func hasProgram(name string) bool {
	_, err := exec.LookPath(name)
	return err == nil
}

func exeSuffix() string {
	if runtime.GOOS == "windows" {
		return ".exe"
	}
	return ""
}
