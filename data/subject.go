package data

import (
	"crypto/sha256"
	"encoding/binary"
)

// Subject is exactly what an approval is bound to.
type Subject struct {
	Provision     ID
	Base          Words // the provision's text in every language of its revision, label and heading included; it may be empty in one
	Stance        Stance
	Wording       Words
	PublicReasons Words
}

// InLanguagesOf returns the subject with the base text only in the languages
// that the other has it in as well: a language version that is joined after an
// approval does not make it lapse, nor does one that a later revision does not
// have yet. When that comes, its words count.
func (s Subject) InLanguagesOf(other Subject) Subject {
	base := make(Words, len(other.Base))
	for lang := range other.Base {
		if text, ok := s.Base[lang]; ok {
			base[lang] = text
		}
	}
	s.Base = base
	return s
}

// Holds reports whether what was approved is still what there is: the same
// words, ours and those of the text in the languages that both have, of which
// there must be one.
func (s Subject) Holds(now Subject) bool {
	was, is := s.InLanguagesOf(now), now.InLanguagesOf(s)
	return was.Digest() == is.Digest() && (len(was.Base) > 0 || len(s.Base) == 0)
}

// Digest is the SHA-256 of a canonical form of the subject: every field in a
// fixed order, each string preceded by its length, languages in UN order.
func (s Subject) Digest() [32]byte {
	h := sha256.New()
	put := func(text string) {
		var n [8]byte
		binary.BigEndian.PutUint64(n[:], uint64(len(text)))
		h.Write(n[:])
		h.Write([]byte(text))
	}
	put("travaux/approval/v1")
	h.Write(s.Provision[:])
	put(string(s.Stance))
	for _, words := range []Words{s.Base, s.Wording, s.PublicReasons} {
		for _, l := range Langs {
			put(words[l])
		}
	}
	var sum [32]byte
	h.Sum(sum[:0])
	return sum
}
