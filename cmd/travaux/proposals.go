package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/intake"
	"travaux/data/intake/compilation"
	"travaux/data/text"
)

// runProposals reads the proposals of delegations from one file: the form
// travaux-proposals/1, an article-by-article compilation, or the dump of a PDF
// reader. It writes them in the form, or takes them into a vault.
func runProposals(ctx context.Context, c *call) error {
	if len(c.files) != 1 {
		return data.E(codeUsage, "what", "FILE")
	}
	read, content, err := c.readCompilation(ctx, c.files[0])
	if err != nil {
		return err
	}
	for _, doubt := range read.Doubts {
		id := "cli.proposals.unlisted"
		if doubt.Missing {
			id = "cli.proposals.missing"
		}
		fmt.Fprintln(c.io.err, c.loc.T(id, "article", doubt.Article, "name", doubt.Proponent))
	}
	if c.toJSON {
		if c.out == "" {
			_, err := c.io.out.Write(read.Encode())
			return err
		}
		return writeWhole(c.out, func(w io.Writer) error {
			_, err := w.Write(read.Encode())
			return err
		})
	}
	if c.vault == "" && !c.sample {
		c.listProposals(read)
		return nil
	}
	return c.takeProposals(ctx, read, content)
}

// readCompilation reads a file as what its content says that it is; options say
// what it does not.
func (c *call) readCompilation(ctx context.Context, path string) (*compilation.Compilation, []byte, error) {
	lang, err := c.language()
	if err != nil {
		return nil, nil, err
	}
	content, err := readSome(path)
	if err != nil {
		return nil, nil, data.E(data.CodeFile, "name", filepath.Base(path)).Because(err)
	}
	var read *compilation.Compilation
	if compilation.IsJSON(content) {
		read, err = compilation.Open(content)
	} else {
		var src *text.Source
		if src, err = intake.Read(ctx, path, content); err == nil {
			read, err = compilation.Read(src)
		}
	}
	if err != nil {
		return nil, nil, err
	}
	if lang != "" {
		read.Lang = lang
	}
	if read.Lang == "" {
		read.Lang = text.DetectLang(read.Plain())
	}
	if c.symbol != "" {
		read.Symbol = c.symbol
	}
	return read, content, nil
}

// listProposals prints an entry a line: the article, the proponents, where it stands.
func (c *call) listProposals(read *compilation.Compilation) {
	for _, e := range read.Entries {
		fmt.Fprintf(c.io.out, "%s\t%s\t%s\n", e.Article, c.loc.List(e.Proponents), e.Source)
	}
}

// takeProposals records the proposals in the vault and tells which could not be.
func (c *call) takeProposals(ctx context.Context, read *compilation.Compilation, content []byte) error {
	v, d, err := c.desk(ctx)
	if err != nil {
		return err
	}
	defer v.Close()
	from := data.Submission{
		Symbol: read.Symbol, Title: read.Title, Date: read.Date, Lang: read.Lang,
		Text: read.Plain(), File: filepath.Base(c.files[0]),
	}
	var list []desk.Written
	for _, e := range read.Entries {
		list = append(list, desk.Written{Article: e.Article, Proponents: e.By(), Kind: e.Kind, Text: e.Text, Reasons: e.Rationale, Source: e.Source})
	}
	made, refused, err := d.TakeProposals(ctx, from, content, list)
	if err != nil {
		return err
	}
	for i, err := range refused {
		if err != nil {
			sentence, _ := c.loc.Error(string(data.CodeOf(err)), nil)
			fmt.Fprintf(c.io.err, "%s\t%s\t%s\n", read.Entries[i].Article, c.loc.List(read.Entries[i].Proponents), sentence)
		}
	}
	fmt.Fprintln(c.io.out, c.loc.N("cli.proposals.taken", len(made)))
	return v.Close()
}
