package vault

import (
	"os"
	"path/filepath"
	"strings"

	"travaux/data"
)

// Sync programs take single files back to an older state behind the vault's
// back, and copy what is only half written. Folders they keep are refused.

// syncNames are beginnings of folder names, in lower case.
var syncNames = []struct{ name, program string }{
	{"dropbox", "Dropbox"},
	{"onedrive", "OneDrive"},
	{"google drive", "Google Drive"},
	{"googledrive", "Google Drive"},
	{"mobile documents", "iCloud"},
	{"com~apple~clouddocs", "iCloud"},
	{"icloud", "iCloud"},
	{"nextcloud", "Nextcloud"},
	{"owncloud", "ownCloud"},
	{"syncthing", "Syncthing"},
	{"pcloud drive", "pCloud"},
	{"pclouddrive", "pCloud"},
	{"box sync", "Box"},
}

// syncMarkers are files and folders that sync programs leave in the top
// folder they keep.
var syncMarkers = []struct{ pattern, program string }{
	{".dropbox", "Dropbox"},
	{".dropbox.cache", "Dropbox"},
	{".tmp.drivedownload", "Google Drive"},
	{".tmp.driveupload", "Google Drive"},
	{".stfolder", "Syncthing"},
	{".nextcloudsync.log", "Nextcloud"},
	{".sync_*.db", "Nextcloud"},
	{"._sync_*.db", "Nextcloud"},
	{".owncloudsync.log", "ownCloud"},
}

// vaultFolder returns the absolute path of dir, or CodeSynced.
func vaultFolder(dir string) (string, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return "", data.E(data.CodeFile, "name", filepath.Base(dir)).Because(err)
	}
	for _, path := range []string{abs, resolved(abs)} {
		if program := syncProgram(path); program != "" {
			return "", data.E(CodeSynced, "program", program)
		}
	}
	return abs, nil
}

// resolved follows links as far as the path exists.
func resolved(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	parent := filepath.Dir(path)
	if parent == path {
		return path
	}
	return filepath.Join(resolved(parent), filepath.Base(path))
}

func syncProgram(path string) string {
	for _, variable := range []string{"OneDrive", "OneDriveCommercial", "OneDriveConsumer"} {
		if root := os.Getenv(variable); root != "" && within(path, root) {
			return "OneDrive"
		}
	}
	for at := path; ; at = filepath.Dir(at) {
		name := strings.ToLower(filepath.Base(at))
		for _, s := range syncNames {
			if strings.HasPrefix(name, s.name) {
				return s.program
			}
		}
		for _, s := range syncMarkers {
			if found, _ := filepath.Glob(filepath.Join(escaped(at), s.pattern)); len(found) > 0 && !isHome(at) {
				return s.program
			}
		}
		if at == filepath.Dir(at) {
			return ""
		}
	}
}

// isHome: Dropbox keeps its own settings in ~/.dropbox, which says nothing
// about the folder.
func isHome(path string) bool {
	home, err := os.UserHomeDir()
	return err == nil && home == path
}

func escaped(path string) string {
	if os.PathSeparator == '\\' {
		return path // Windows has no escape character in patterns
	}
	return strings.NewReplacer(`\`, `\\`, `*`, `\*`, `?`, `\?`, `[`, `\[`).Replace(path)
}

func within(path, root string) bool {
	rel, err := filepath.Rel(root, path)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(os.PathSeparator))
}
