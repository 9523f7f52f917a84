package main

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

func TestFamilyOfDistribution(t *testing.T) {
	for _, c := range []struct {
		release string
		want    *family
	}{
		{"NAME=\"Debian GNU/Linux\"\nID=debian\n", &debian},
		{"ID=ubuntu\nID_LIKE=debian\n", &debian},
		{"ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n", &debian},
		{"ID=fedora\n", &fedora},
		{"ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\n", &fedora},
		{"NAME=\"like debian\"\nID=arch\n", nil},
		{"", nil},
	} {
		if got := familyOf(strings.NewReader(c.release)); got != c.want {
			t.Errorf("%q: %v", c.release, got)
		}
	}
}

func TestPackagesLacking(t *testing.T) {
	f := family{
		packages: map[purpose][]string{toBuild: {"cc", "lib"}, toTest: {"java-headless"}, toBench: {"npm"}},
		stands:   map[string]string{"cc": "gcc", "java-headless": "java", "npm": "npm"},
	}
	for _, c := range []struct {
		name      string
		purpose   purpose
		installed []string
		programs  []string
		want      []string
	}{
		{"nothing is there", toBuild, nil, nil, []string{"cc", "lib"}},
		{"each purpose includes those before", toTest, []string{"cc"}, nil, []string{"lib", "java-headless"}},
		{"a program stands for its package", toBench, []string{"lib"}, []string{"gcc", "java"}, []string{"npm"}},
		{"a library has no stand-in", toBuild, nil, []string{"gcc", "lib"}, []string{"lib"}},
		{"all is there", toBench, []string{"cc", "lib", "java-headless", "npm"}, nil, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := func(list []string) func(string) bool {
				return func(s string) bool { return slices.Contains(list, s) }
			}
			if got := f.lacking(c.purpose, in(c.installed), in(c.programs)); !reflect.DeepEqual(got, c.want) {
				t.Errorf("%q, not %q", got, c.want)
			}
		})
	}
}

// TestPackageTables holds the tables to what installing relies on.
func TestPackageTables(t *testing.T) {
	for _, f := range []family{debian, fedora} {
		seen := map[string]bool{}
		for _, name := range f.wanted(toBench) {
			if seen[name] || strings.TrimSpace(name) != name || name == "" {
				t.Errorf("%s: %q is named twice or wrongly", f.name, name)
			}
			seen[name] = true
		}
		for name := range f.stands {
			if !seen[name] {
				t.Errorf("%s: a program stands for %q, which is not wanted", f.name, name)
			}
		}
		for _, p := range []purpose{toBuild, toTest, toBench} {
			if len(f.packages[p]) == 0 {
				t.Errorf("%s: nothing for purpose %d", f.name, p)
			}
		}
	}
}
