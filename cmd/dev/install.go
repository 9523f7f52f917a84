package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
)

// purpose says what the machine is wanted for; each includes those before it.
type purpose int

const (
	toBuild purpose = iota
	toTest
	toBench
)

// debian and fedora name the packages for each purpose.
var debian = map[purpose][]string{
	toBuild: {
		"gcc", "libc6-dev", "pkg-config", "libgl1-mesa-dev", "libx11-dev", "libxcursor-dev",
		"libxrandr-dev", "libxinerama-dev", "libxi-dev", "libxxf86vm-dev",
	},
	toTest: {
		"libgl1-mesa-dri", "xvfb", "xauth", "openbox", "xdotool", "xclip", "imagemagick",
		"poppler-utils", "qpdf", "libharfbuzz-bin", "unicode-data", "libxml2-utils", "default-jre-headless",
		"libpdfbox2-java", "libactivation-java", "libjaxb-api-java",
	},
	toBench: {"pandoc", "libreoffice-writer-nogui", "npm"},
}

var fedora = map[purpose][]string{
	toBuild: {
		"gcc", "pkgconf-pkg-config", "mesa-libGL-devel", "libX11-devel", "libXcursor-devel",
		"libXrandr-devel", "libXinerama-devel", "libXi-devel", "libXxf86vm-devel",
	},
	toTest: {
		"mesa-dri-drivers", "xorg-x11-server-Xvfb", "xorg-x11-xauth", "openbox", "xdotool", "xclip", "ImageMagick",
		"poppler-utils", "qpdf", "harfbuzz-devel", "unicode-ucd", "libxml2", "java-latest-openjdk-headless",
	},
	toBench: {"pandoc", "libreoffice-writer", "nodejs-npm"},
}

// install makes the machine fit for the purpose, or says how to.
func install(p purpose) error {
	switch runtime.GOOS {
	case "linux":
		return installLinux(p)
	case "darwin":
		if exec.Command("xcode-select", "-p").Run() != nil {
			return errors.New("Apple's command line tools are missing; run:\n  xcode-select --install")
		}
		if p > toBuild {
			return missing("brew install poppler qpdf harfbuzz imagemagick", "pdftotext", "qpdf", "hb-shape")
		}
	case "windows":
		if _, err := exec.LookPath("gcc"); err != nil {
			return errors.New("a C compiler is missing; run:\n  winget install -e --id BrechtSanders.WinLibs.POSIX.UCRT\nand open a new terminal")
		}
	}
	return nil
}

// missing reports the command to run if one of the programs is not there.
func missing(how string, programs ...string) error {
	for _, name := range programs {
		if _, err := exec.LookPath(name); err != nil {
			return fmt.Errorf("%s is missing; run:\n  %s", name, how)
		}
	}
	return nil
}

func installLinux(p purpose) error {
	var wanted []string
	table, missingOf, installer := debian, debianMissing, []string{"apt-get", "install", "-y", "--no-install-recommends"}
	if isFedora() {
		table, missingOf, installer = fedora, fedoraMissing, []string{"dnf", "install", "-y"}
	}
	for q := toBuild; q <= p; q++ {
		wanted = append(wanted, table[q]...)
	}
	if _, err := exec.LookPath(installer[0]); err != nil {
		say("this is neither Debian nor Fedora; these must be installed, under the names they have here:\n  %s", strings.Join(wanted, " "))
		return nil
	}
	lacking := missingOf(wanted)
	if len(lacking) == 0 {
		return nil
	}
	how := append(installer, lacking...)
	if os.Geteuid() != 0 {
		if exec.Command("sudo", "-n", "true").Run() != nil && os.Getenv("CI") != "" {
			return fmt.Errorf("packages are missing; run:\n  sudo %s", strings.Join(how, " "))
		}
		how = append([]string{"sudo"}, how...)
	}
	say("installing %s", strings.Join(lacking, " "))
	if installer[0] == "apt-get" {
		update := append(how[:len(how)-len(lacking)-len(installer)+1:len(how)-len(lacking)-len(installer)+1], "update", "-qq")
		_ = command(update[0], update[1:]...).Run() // an old list may still do
	}
	c := command(how[0], how[1:]...)
	c.Env = append(os.Environ(), "DEBIAN_FRONTEND=noninteractive")
	c.Stdin = os.Stdin
	if err := c.Run(); err != nil {
		return fmt.Errorf("packages could not be installed; run by hand:\n  %s", strings.Join(how, " "))
	}
	return nil
}

func isFedora() bool {
	f, err := os.Open("/etc/os-release")
	if err != nil {
		return false
	}
	defer f.Close()
	for s := bufio.NewScanner(f); s.Scan(); {
		if key, value, _ := strings.Cut(s.Text(), "="); key == "ID" || key == "ID_LIKE" {
			if strings.Contains(value, "fedora") || strings.Contains(value, "rhel") {
				return true
			}
		}
	}
	return false
}

// debianMissing asks dpkg for all packages at once: it is called at every run.
func debianMissing(wanted []string) []string {
	out, _ := exec.Command("dpkg-query", append([]string{"-W", "-f", "${Package} ${db:Status-Status}\n"}, wanted...)...).Output()
	have := map[string]bool{}
	for _, line := range strings.Split(string(out), "\n") {
		if name, ok := strings.CutSuffix(line, " installed"); ok {
			have[name] = true
		}
	}
	return lacking(wanted, have)
}

func fedoraMissing(wanted []string) []string {
	have := map[string]bool{}
	for _, name := range wanted {
		have[name] = exec.Command("rpm", "-q", "--whatprovides", name).Run() == nil
	}
	return lacking(wanted, have)
}

func lacking(wanted []string, have map[string]bool) []string {
	var out []string
	for _, name := range wanted {
		if !have[name] {
			out = append(out, name)
		}
	}
	return out
}

func exeSuffix() string {
	if runtime.GOOS == "windows" {
		return ".exe"
	}
	return ""
}
