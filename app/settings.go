package app

import (
	"cmp"
	"math"
	"slices"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/data"
	"travaux/translations"
)

// settings are the trifles of this laptop, kept in Fyne's preferences, which
// are clear text on disk: language, look, the folder of the last vault. Nothing
// of a negotiation may ever be kept here.
type settings struct{ prefs fyne.Preferences }

const (
	keyLang     = "lang"
	keyTheme    = "theme"
	keyRoomy    = "roomy"
	keyPercent  = "text-percent"
	keyTextSize = "text-size" // in pixels, as earlier versions kept it
	keyVault    = "vault"
	keyIdle     = "idle-minutes"
	keySplitA   = "split-outline"
	keySplitB   = "split-side"

	defaultIdle = 15
)

// lang is the interface language; ok is false before the first choice.
func (s settings) lang() (lang data.Lang, ok bool) {
	return data.ParseLang(s.prefs.String(keyLang))
}

func (s settings) setLang(l data.Lang) { s.prefs.SetString(keyLang, string(l)) }

// vault is the folder that was open last.
func (s settings) vault() string       { return s.prefs.String(keyVault) }
func (s settings) setVault(dir string) { s.prefs.SetString(keyVault, dir) }

// idle is after how many minutes without a key or click the vault is locked;
// 0 means never.
func (s settings) idle() int           { return s.prefs.IntWithFallback(keyIdle, defaultIdle) }
func (s settings) setIdle(minutes int) { s.prefs.SetInt(keyIdle, minutes) }

// split is where a divider stood, or the fallback.
func (s settings) split(key string, fallback float64) float64 {
	return min(max(s.prefs.FloatWithFallback(key, fallback), 0.08), 0.92)
}

func (s settings) setSplit(key string, offset float64) { s.prefs.SetFloat(key, offset) }

// theme is the look that was chosen, for that interface language.
func (s settings) theme(loc *translations.Localizer) *look.Theme {
	t := look.NewTheme(loc.Lang(), loc.RightToLeft())
	switch a := look.Appearance(s.prefs.String(keyTheme)); a {
	case look.Light, look.Dark, look.HighContrast:
		t.Appearance = a
	}
	t.Compact = !s.prefs.Bool(keyRoomy)
	if percent := s.textPercent(); percent != 0 {
		t.SetPercent(percent)
	}
	return t
}

// textPercent is the text size that was chosen, 0 for none. A size that an earlier
// version kept in pixels becomes the step nearest to it.
func (s settings) textPercent() int {
	if percent := s.prefs.Int(keyPercent); percent != 0 {
		return percent
	}
	pixels := s.prefs.Float(keyTextSize)
	if pixels <= 0 {
		return 0
	}
	old := pixels * 100 / float64(look.TextNormal)
	return slices.MinFunc(look.Percents, func(a, b int) int {
		return cmp.Compare(math.Abs(float64(a)-old), math.Abs(float64(b)-old))
	})
}

func (s settings) setTheme(t *look.Theme) {
	s.prefs.SetString(keyTheme, string(t.Appearance))
	s.prefs.SetBool(keyRoomy, !t.Compact)
	s.prefs.SetInt(keyPercent, t.Percent())
}
