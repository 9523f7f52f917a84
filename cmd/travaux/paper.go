package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"travaux/data"
	"travaux/data/desk"
	"travaux/export"
	"travaux/export/formats"
	"travaux/export/paper"
)

// ordering are the options of papers of all kinds.
type ordering struct {
	format, style, states string
	text                  string // file of what the delegation writes itself
	template              string // by its name
}

func (c *call) paperFlags() {
	f := c.flags
	f.StringVar(&c.ordering.format, "format", "", "")
	f.StringVar(&c.ordering.style, "style", "", "")
	f.StringVar(&c.ordering.states, "with", "", "")
	f.StringVar(&c.ordering.text, "text", "", "")
	f.StringVar(&c.ordering.template, "template", "", "")
}

// runPaper writes a paper of a kind, the position paper without one, in languages and
// formats. Every file is read back and refused if anything confidential is in it, or if
// it is the delegation's own and not marked; that the paper was made is noted with a
// certificate of each file.
func runPaper(ctx context.Context, c *call) error {
	langs, day, err := c.inLanguages()
	if err != nil {
		return err
	}
	in, err := c.inFormats()
	if err != nil {
		return err
	}
	kind := c.kind
	if kind == "" {
		kind = "position"
	}
	k, ok := paper.ByID(kind)
	if !ok {
		return data.E(codeUsage, "what", "--kind "+c.kind)
	}
	v, d, err := c.desk(ctx)
	if err != nil {
		return err
	}
	defer v.Close()
	o, err := c.order(d, k, langs, day)
	if err != nil {
		return err
	}
	for _, lang := range langs {
		if !k.Heeds(paper.AskApproved) {
			break
		}
		if err := c.override(ctx, d, desk.PublicOptions{Lang: lang, Date: day, ApprovedOnly: c.approved, Cite: c.loc.Cite}); err != nil {
			return err
		}
	}
	files, err := paper.Make(ctx, d, o, paper.How{Langs: langs, Formats: in, Options: export.FileOptions{Archive: c.pdfa}}, data.NoProgress{})
	if err != nil {
		return err
	}
	return c.handOver(ctx, d, o, files)
}

// order is what the options ask for of a kind; what they leave open is as the program
// suggests it.
func (c *call) order(d *desk.Desk, k paper.Kind, langs []data.Lang, day data.Date) (data.PaperOrder, error) {
	o := paper.Suggest(d, k.ID)
	o.Date, o.ApprovedOnly = day, c.approved && k.Heeds(paper.AskApproved)
	if c.ordering.style != "" {
		o.Style = c.ordering.style
	}
	if c.ordering.states != "" {
		o.States = strings.Split(c.ordering.states, ",")
	}
	if c.title != "" {
		o.Title = data.Words{langs[0]: c.title}
	}
	if c.ordering.text != "" {
		content, err := readFile(c.ordering.text, maxText)
		if err != nil {
			return o, err
		}
		o.Words = data.Words{langs[0]: strings.ToValidUTF8(string(content), "\ufffd")}
	}
	if c.ordering.template != "" {
		for _, t := range d.Templates().All() {
			if t.Name == c.ordering.template {
				o.Template = t.ID
			}
		}
		if o.Template.IsZero() {
			return o, data.E(codeUsage, "what", "--template "+c.ordering.template)
		}
	}
	return o, nil
}

// maxText is more than anybody writes for a paper.
const maxText = 1 << 19

// make makes a paper of a command's own as PDF in one language, and hands it over.
func (c *call) make(ctx context.Context, d *desk.Desk, w paper.Work, lang data.Lang) error {
	files, err := w.Make(ctx, d, paper.How{Langs: []data.Lang{lang}, Formats: formats.All[:1]}, data.NoProgress{})
	if err != nil {
		return err
	}
	return c.handOver(ctx, d, w.Order(), files)
}

// handOver writes the files, one under the name that --out has, several into the folder
// of that name, and notes what was made. It is the only way by which a paper is handed
// over without a window.
func (c *call) handOver(ctx context.Context, d *desk.Desk, o data.PaperOrder, files []paper.File) error {
	name, folder := issueName(filepath.Base(c.out)), ""
	if len(files) > 1 {
		name, folder = o.Kind, c.out
		if info, err := os.Stat(folder); err != nil || !info.IsDir() {
			return data.E(data.CodeFile, "name", folder).Because(err)
		}
	}
	for i, f := range files {
		path := c.out
		if folder != "" {
			path = filepath.Join(folder, name+"-"+string(f.Certificate.Lang)+f.Ending)
		}
		if err := c.writePaper(path, f.Content, nil); err != nil {
			return err
		}
		files[i].Certificate.Name = filepath.Base(path)
	}
	_, err := d.Papers().Set(ctx, paper.Record(d, paper.Made{Order: o, Name: name, Files: files}))
	return err
}

// inFormats are the formats that are asked for: some by their ids, or all; without any,
// the one of --out, else PDF.
func (c *call) inFormats() (in []export.Format, err error) {
	switch c.ordering.format {
	case "all":
		return formats.All, nil
	case "":
		for _, f := range formats.All {
			if strings.EqualFold(filepath.Ext(c.out), f.Ending) {
				return []export.Format{f}, nil
			}
		}
		return formats.All[:1], nil
	}
	for id := range strings.SplitSeq(c.ordering.format, ",") {
		f, ok := formats.ByID(id)
		if !ok {
			return nil, data.E(codeUsage, "what", "--format "+id)
		}
		in = append(in, f)
	}
	return in, nil
}

// inLanguages are those in which a paper is wanted: one, several with commas between
// them, or all six; and the day on it, without one today's.
func (c *call) inLanguages() (langs []data.Lang, day data.Date, err error) {
	if err := c.need("--lang", c.lang); err != nil {
		return nil, day, err
	}
	if c.lang == "all" {
		langs = data.Langs
	} else {
		for code := range strings.SplitSeq(c.lang, ",") {
			lang, ok := data.ParseLang(code)
			if !ok {
				return nil, day, data.E(codeUsage, "what", "--lang "+code)
			}
			langs = append(langs, lang)
		}
	}
	if err := c.need("--out", c.out); err != nil {
		return nil, day, err
	}
	day, err = c.onDay()
	return langs, day, err
}

// override lets the paper out although it crosses red lines, if the head gives a
// reason. One that crosses none needs no reason, and one that was let out before
// is not let out twice.
func (c *call) override(ctx context.Context, d *desk.Desk, o desk.PublicOptions) error {
	if c.overrideReason == "" {
		return nil
	}
	list, already, err := d.PaperCrossings(o)
	if err != nil || len(list) == 0 || already {
		return err
	}
	return d.Override(ctx, c.overrideReason, o)
}

// ordered is in which language a paper is wanted, and of which day; without one
// it is today's.
func (c *call) ordered() (data.Lang, data.Date, error) {
	lang, err := c.language()
	if err != nil {
		return "", data.Date{}, err
	}
	if err := c.need("--lang", string(lang)); err != nil {
		return "", data.Date{}, err
	}
	if err := c.need("--out", c.out); err != nil {
		return "", data.Date{}, err
	}
	day, err := c.onDay()
	return lang, day, err
}

// onDay is the day on a paper.
func (c *call) onDay() (data.Date, error) {
	day, err := data.ParseDate(c.date)
	if err != nil {
		return data.Date{}, data.E(codeUsage, "what", "--date "+c.date)
	}
	if day.IsZero() {
		day = data.Today()
	}
	return day, nil
}
