package translations

import (
	"bytes"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"path"
	"strings"
)

//go:embed catalogue/*.json
var catalogueFiles embed.FS

// toolkitFile holds words that the window toolkit asks for by its own keys;
// they are data for it, not ids of ours.
const toolkitFile = "toolkit.json"

// message is one text in one language: a single form under the key "", or
// one form for each plural category of the language.
type message map[string]string

// UnmarshalJSON reads a string, or an object of plural categories.
func (m *message) UnmarshalJSON(b []byte) error {
	if b[0] == '"' && bytes.IndexByte(b, '\\') < 0 { // nearly all are: nothing to decode
		*m = message{"": string(b[1 : len(b)-1])}
		return nil
	}
	var one string
	if json.Unmarshal(b, &one) == nil {
		*m = message{"": one}
		return nil
	}
	var forms map[string]string
	if err := json.Unmarshal(b, &forms); err != nil {
		return err
	}
	*m = forms
	return nil
}

// form returns the text for a plural category, else for "other", else the
// single form.
func (m message) form(category string) string {
	for _, c := range []string{category, "other", ""} {
		if s, ok := m[c]; ok {
			return s
		}
	}
	return ""
}

// catalogue is what the files say: id, then language, then message.
type catalogue map[string]map[string]message

// readCatalogues merges all area files. A file that cannot be read, or an id
// given twice, is part of the error; the rest is returned all the same.
func readCatalogues() (catalogue, error) {
	merged := catalogue{}
	var problems []error
	files, err := catalogueFiles.ReadDir("catalogue")
	if err != nil {
		return merged, err
	}
	for _, f := range files {
		if f.Name() == toolkitFile {
			continue
		}
		area, err := readCatalogue(f.Name())
		if err != nil {
			problems = append(problems, err)
		}
		for id, texts := range area {
			if merged[id] != nil {
				problems = append(problems, fmt.Errorf("%s: id %q is in another file too", f.Name(), id))
				continue
			}
			merged[id] = texts
		}
	}
	return merged, errors.Join(problems...)
}

func readCatalogue(name string) (catalogue, error) {
	b, err := catalogueFiles.ReadFile(path.Join("catalogue", name))
	if err != nil {
		return nil, err
	}
	c := catalogue{}
	if err := json.Unmarshal(b, &c); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return c, nil
}

// fill replaces {name} by what value gives for it, in one pass: text that was
// put in is not looked at again. A name without a value stays as it is.
func fill(text string, value func(name string) (string, bool)) string {
	if !strings.Contains(text, "{") {
		return text
	}
	var b strings.Builder
	for {
		open := strings.IndexByte(text, '{')
		if open < 0 {
			break
		}
		length := strings.IndexByte(text[open:], '}')
		if length < 0 {
			break
		}
		b.WriteString(text[:open])
		name := text[open+1 : open+length]
		if v, ok := value(name); ok {
			b.WriteString(v)
		} else {
			b.WriteString(text[open : open+length+1])
		}
		text = text[open+length+1:]
	}
	b.WriteString(text)
	return b.String()
}
