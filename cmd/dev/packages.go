package main

import (
	"bufio"
	"io"
	"strings"
)

// purpose says what the machine is wanted for; each includes those before it.
type purpose int

const (
	toBuild purpose = iota
	toTest
	toBench
)

// family is a kind of Linux distribution: its package manager and the names
// its packages have.
type family struct {
	name     string
	packages map[purpose][]string
	// stands names a program that makes a package needless if it is there by
	// other means, as node.js with npm often is.
	stands  map[string]string
	refresh []string // brings the list of packages up to date; may fail
	install []string // followed by names
}

var debian = family{
	name: "Debian",
	packages: map[purpose][]string{
		toBuild: {
			"gcc", "libc6-dev", "pkg-config", "libgl1-mesa-dev", "libgl1-mesa-dri", "libx11-dev", "libxcursor-dev",
			"libxrandr-dev", "libxinerama-dev", "libxi-dev", "libxxf86vm-dev",
		},
		toTest: {
			"xvfb", "openbox", "xdotool", "xclip", "imagemagick", // the window on a virtual screen
			"poppler-utils", "qpdf", // papers read back by others
			"openssh-client",                                                                                                                     // what laptops signed, confirmed by ssh-keygen
			"default-jre-headless", "libpdfbox2-java", "libcommons-io-java", "libcommons-logging-java", "libactivation-java", "libjaxb-api-java", // PDF/A
			"libharfbuzz-bin", "unicode-data", // shaping and Unicode's own tests
			"npm", "libxml2-utils", "libreoffice-writer-nogui", // Word files: their schemas, what holds them to it, and another reader
			"libreoffice-calc-nogui", // spreadsheets opened and saved by another program
		},
		toBench: {"pandoc", "dwdiff", "wdiff", "libharfbuzz-dev", "zlib1g-dev"}, // the last two for the floor under papers
	},
	stands: map[string]string{
		"gcc": "gcc", "xvfb": "Xvfb", "openbox": "openbox", "xdotool": "xdotool", "xclip": "xclip", "qpdf": "qpdf",
		"default-jre-headless": "java", "libharfbuzz-bin": "hb-shape", "libxml2-utils": "xmllint", "pandoc": "pandoc", "libreoffice-writer-nogui": "soffice", "npm": "npm",
		"dwdiff": "dwdiff", "wdiff": "wdiff", "openssh-client": "ssh-keygen",
	},
	refresh: []string{"apt-get", "update", "-qq"},
	install: []string{"apt-get", "install", "-y", "-qq", "--no-install-recommends"},
}

var fedora = family{
	name: "Fedora",
	packages: map[purpose][]string{
		toBuild: {
			"gcc", "glibc-devel", "pkgconf-pkg-config", "mesa-libGL-devel", "mesa-dri-drivers", "libX11-devel", "libXcursor-devel",
			"libXrandr-devel", "libXinerama-devel", "libXi-devel", "libXxf86vm-devel",
		},
		toTest: {
			"xorg-x11-server-Xvfb", "openbox", "xdotool", "xclip", "ImageMagick",
			"poppler-utils", "qpdf", "java-latest-openjdk-headless", "harfbuzz-devel", "unicode-ucd",
			"nodejs-npm", "libxml2", "libreoffice-writer", "libreoffice-calc", "openssh",
		},
		toBench: {"pandoc", "wdiff", "zlib-devel"},
	},
	stands: map[string]string{
		"gcc": "gcc", "xorg-x11-server-Xvfb": "Xvfb", "openbox": "openbox", "xdotool": "xdotool", "xclip": "xclip", "qpdf": "qpdf",
		"java-latest-openjdk-headless": "java", "libxml2": "xmllint", "pandoc": "pandoc", "libreoffice-writer": "soffice", "nodejs-npm": "npm", "wdiff": "wdiff", "openssh": "ssh-keygen",
	},
	install: []string{"dnf", "install", "-y"},
}

// wanted lists the packages for a purpose and all before it.
func (f family) wanted(p purpose) []string {
	var out []string
	for q := toBuild; q <= p; q++ {
		out = append(out, f.packages[q]...)
	}
	return out
}

// lacking are the wanted packages that are neither installed nor made needless
// by a program that is there.
func (f family) lacking(p purpose, installed, program func(name string) bool) []string {
	var out []string
	for _, name := range f.wanted(p) {
		stand := f.stands[name]
		if !installed(name) && (stand == "" || !program(stand)) {
			out = append(out, name)
		}
	}
	return out
}

// familyOf reads /etc/os-release; nil for a family not known here.
func familyOf(release io.Reader) *family {
	for s := bufio.NewScanner(release); s.Scan(); {
		key, value, _ := strings.Cut(s.Text(), "=")
		if key != "ID" && key != "ID_LIKE" {
			continue
		}
		for _, id := range strings.Fields(strings.Trim(value, `"'`)) {
			switch id {
			case "debian", "ubuntu":
				return &debian
			case "fedora", "rhel":
				return &fedora
			}
		}
	}
	return nil
}
