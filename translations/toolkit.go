package translations

import (
	"encoding/json"
	"path"
)

// Toolkit returns the words that Fyne's own dialogs and menus use, by Fyne's
// keys (lang/translations/base.en.json of v2.8.1, and "file.name" and
// "file.parent" flattened). Fyne has no Arabic of its own; a key that is
// missing is shown in English, so the set is always complete.
func Toolkit(lang string) map[string]string {
	b, err := catalogueFiles.ReadFile(path.Join("catalogue", toolkitFile))
	if err != nil {
		return nil
	}
	all := map[string]map[string]string{}
	if json.Unmarshal(b, &all) != nil {
		return nil
	}
	out := make(map[string]string, len(all))
	for key, texts := range all {
		out[key] = texts[lang]
	}
	return out
}
