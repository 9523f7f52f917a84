package hyphenation

import (
	_ "embed" // the pattern files
	"sync"
)

//go:embed files/hyph-en-gb.tex
var english string

//go:embed files/hyph-es.tex
var spanish string

//go:embed files/hyph-fr.tex
var french string

//go:embed files/hyph-ru.tex
var russian string

// languages have their patterns.
var languages = map[string]func() *Patterns{
	"en": sync.OnceValue(func() *Patterns { return parse(english) }),
	"es": sync.OnceValue(func() *Patterns { return parse(spanish) }),
	"fr": sync.OnceValue(func() *Patterns { return parse(french) }),
	"ru": sync.OnceValue(func() *Patterns { return parse(russian) }),
}

// For returns the patterns of a language (BCP 47), nil for one in which no word is
// divided. English words are divided as the British do, like those of the United
// Nations.
func For(lang string) *Patterns {
	if load := languages[lang[:min(len(lang), 2)]]; load != nil {
		return load()
	}
	return nil
}
