package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// langs are the six languages, in the order of the United Nations.
var langs = []string{"ar", "zh", "en", "fr", "ru", "es"}

// shots are the main screens, in the order in which they are met.
func shots() ([]shot, error) {
	all, err := readCatalogue()
	if err != nil {
		return nil, err
	}
	var list []shot
	add := func(name, lang, theme string, args []string, acts ...act) {
		list = append(list, shot{name + "-" + lang, append(args, "--lang", lang, "--theme", theme), acts})
	}
	sample := func() []string { return []string{"--sample"} }
	for _, lang := range langs {
		add("start", lang, "light", nil)
		add("desk", lang, "light", sample(), to("5.1")...)
		add("create", lang, "light", nil, press("Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Return"))
		add("papers", lang, "light", sample(), press("ctrl+p"))
		add("text", lang, "light", sample(), then(to("7.3"), press("alt+3", "Home"))...)
		add("keys", lang, "light", sample(), press("F1"))
		acts, err := chosen(all, lang, "5.1", proposalsTab)
		if err != nil {
			return nil, err
		}
		add("chosen", lang, "light", sample(), acts...)
		add("views", lang, "light", sample(), then(to("5.1"), tab(lang, viewsTab))...)
		add("capture", lang, "light", sample(), then(to("5.1"), press("ctrl+n"), write("xfe +"))...)
		add("reading", lang, "light", sample(), then(to("7.3"), press("F5"))...)
		for _, p := range pages {
			add(p.name, lang, "light", sample(), press(p.key))
		}
	}
	for _, lang := range []string{"en", "ar", "zh"} {
		for _, theme := range []string{"dark", "contrast"} {
			acts, err := chosen(all, lang, "5.1", proposalsTab)
			if err != nil {
				return nil, err
			}
			add("chosen-"+theme, lang, theme, sample(), acts...)
			add("desk-"+theme, lang, theme, sample(), to("5.1")...)
			add("matrix-"+theme, lang, theme, sample(), press("ctrl+shift+t"))
		}
		lint, err := choose(all, lang, "panels.lint.command", "")
		if err != nil {
			return nil, err
		}
		beside, err := choose(all, lang, "reader.columns.add", map[string]string{"en": "中文", "ar": "English", "zh": "English"}[lang])
		if err != nil {
			return nil, err
		}
		add("brackets", lang, "light", sample(), lint...)
		add("columns", lang, "light", sample(), then(to("5.1"), beside...)...)
		add("edit", lang, "light", sample(), then(to("5.1"), press("ctrl+e", "ctrl+a"), paste(proposed[lang]))...)
		add("palette", lang, "light", sample(), press("ctrl+k"), write("#7"))
		add("large", lang, "light", sample(), then(to("5.1"), press(strings.Fields(strings.Repeat("ctrl+equal ", 15))...))...)
		add("comments", lang, "light", sample(), then(to("5.1"), press("ctrl+m"))...)
		add("hidden", lang, "light", sample(), then(to("5.1"), press("ctrl+m"), press("ctrl+h"))...)
		add("find", lang, "light", sample(), press("ctrl+shift+f"), write("5"))
		add("paste", lang, "light", sample(), press("ctrl+shift+v"), paste(pasted[lang]))
		add("review", lang, "light", sample(), press("ctrl+shift+v"), paste(pasted[lang]), press("Tab", "Tab", "Return"))
	}
	return list, nil
}

// pages are those of the meeting room, of the delegation and of the life of the treaty
// that cover the window, by their keys.
var pages = []struct{ name, key string }{
	{"matrix", "ctrl+shift+t"},
	{"speakers", "ctrl+shift+n"},
	{"states", "ctrl+shift+g"},
	{"submissions", "ctrl+shift+s"},
	{"library", "ctrl+shift+j"},
	{"statements", "ctrl+shift+y"},
	{"sheets", "ctrl+t"},
	{"report", "ctrl+shift+h"},
	{"treaty", "F7"},
	{"concept", "shift+F2"},
	{"concordance", "shift+F4"},
	{"amendments", "shift+F7"},
	{"exchange", "shift+F8"},
	{"disputes", "shift+F9"},
	{"coverage", "shift+F11"},
	{"fulfilment", "shift+F12"},
}

// Tabs of the side panel, by how many are before them.
const (
	proposalsTab = 2
	viewsTab     = 3
)

// tab goes to a tab of the side panel.
func tab(lang string, before int) act {
	forward := "Right"
	if lang == "ar" {
		forward = "Left"
	}
	keys := []string{"alt+3", "Home"}
	for range before {
		keys = append(keys, forward)
	}
	return press(keys...)
}

// to goes to a provision.
func to(number string) []act { return []act{press("ctrl+g"), write(number), press("Return")} }

func then(acts []act, more ...act) []act { return append(acts, more...) }

// chosen shows an article with all proposals on it chosen, and a tab of the side
// panel beside it.
func chosen(all catalogue, lang, number string, beside int) ([]act, error) {
	tick, err := choose(all, lang, "reader.tick.all", "")
	if err != nil {
		return nil, err
	}
	acts := then(to(number), tab(lang, beside))
	return then(append(acts, tick...), press("alt+2", "alt+shift+3")), nil
}

// choose does a command by its words in the palette; more are those of a row of
// its submenu.
func choose(all catalogue, lang, id, more string) ([]act, error) {
	words, ok := all[id][lang].(string)
	if !ok {
		return nil, fmt.Errorf("the catalogue has no %q in %q", id, lang)
	}
	return []act{press("ctrl+k"), paste(">" + strings.TrimSuffix(words, "…") + " " + more), press("Return")}, nil
}

// catalogue is the words of the window, by id and language.
type catalogue map[string]map[string]any

func readCatalogue() (catalogue, error) {
	files, err := filepath.Glob(filepath.Join("translations", "catalogue", "*.json"))
	if err != nil {
		return nil, err
	}
	all := catalogue{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err == nil {
			err = json.Unmarshal(data, &all)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
	}
	return all, nil
}

// proposed is wording for article 5, paragraph 1, with words of the other
// direction and another script in it.
var proposed = map[string]string{
	"en": "Each State Party shall, within two years [A/RES/76/19], adopt the legislative and other measures that are necessary to give effect to this Convention.",
	"ar": "تتخذ كل دولة طرف، في غضون سنتين [A/RES/76/19]، ما يلزم من تدابير تشريعية وتدابير أخرى لإنفاذ هذه الاتفاقية.",
	"zh": "各缔约国应当在两年内[A/RES/76/19]采取为实施本公约所必需的立法措施和其他措施。",
}

// pasted are drafts with doubtful places: article 2 is missing, and words stand
// between two articles.
var pasted = map[string]string{
	"en": "Preamble\n\nThe Parties,\n\nRecalling that weather knows no border,\n\nHave agreed as follows:\n\nArticle 1\nScope\n\n1. This Convention applies to signals:\n\n(a) of weather;\n\n(b) of [the] tides.\n\nArticle 1 bis\nUse of terms\n\nTo be discussed.\n\nArticle 3\nSharing\n\n[The Parties] [Each Party] shall share signals.\n",
	"ar": "الديباجة\n\nإن الأطراف،\n\nإذ تشير إلى أن الطقس لا يعرف حدودا،\n\nقد اتفقت على ما يلي:\n\nالمادة 1\nالنطاق\n\n1 - تنطبق هذه الاتفاقية على إشارات:\n\n(أ) الطقس؛\n\n(ب) [المد] والجزر.\n\nالمادة 1 مكررا\nالمصطلحات المستخدمة\n\nتناقش لاحقا.\n\nالمادة 3\nالتبادل\n\n[تتبادل الأطراف] [يتبادل كل طرف] الإشارات.\n",
	"zh": "序言\n\n各缔约方，\n\n回顾天气不分国界，\n\n兹协议如下：\n\n第一条\n范围\n\n一、本公约适用于下列信号：\n\n（一）天气信号；\n\n（二）[该]潮汐信号。\n\n第一条之二\n术语的使用\n\n待讨论。\n\n第三条\n共享\n\n[各缔约方][每一缔约方]应共享信号。\n",
}
