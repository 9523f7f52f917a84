package main

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"travaux/data"
	"travaux/export"
	"travaux/export/docx"
	"travaux/export/pdf"
	"travaux/translations"
)

// The forms of a comparison on paper.
const (
	formTable   = "table"
	formRedline = "redline"
)

// writePapers writes the comparison where the options say: as a Word file with
// tracked changes and as a PDF of the table, or both in the form that is asked
// for. A file is either whole or not there.
func (r compared) writePapers(ctx context.Context, c *call) error {
	if c.form != "" && c.form != formTable && c.form != formRedline {
		return data.E(codeUsage, "what", "--form "+c.form)
	}
	day, err := data.ParseDate(c.date)
	if err != nil {
		return data.E(codeUsage, "what", "--date "+c.date)
	}
	if day.IsZero() {
		day = data.Today()
	}
	paper := export.Comparison{
		Comparison: r.Comparison, Lang: r.new.lang,
		OldIssue: export.Issue{Name: issueName(r.old.name)}, NewIssue: export.Issue{Name: issueName(r.new.name)},
		Author: c.author, Date: day,
	}
	if paper.Lang == "" {
		paper.Lang = data.English
	}
	loc := translations.New(string(paper.Lang))
	if c.docx != "" {
		doc := export.RedlineText(paper, loc)
		if c.form == formTable {
			doc = export.ComparisonPaper(paper, export.TableOptions{Whole: c.whole}, loc)
		}
		made := time.Date(day.Year, day.Month, day.Day, 0, 0, 0, 0, time.UTC)
		file, err := docx.Write(ctx, doc, docx.Options{Author: c.author, Date: made})
		if err := c.writePaper(c.docx, file, err); err != nil {
			return err
		}
	}
	if c.pdf != "" {
		doc := export.ComparisonPaper(paper, export.TableOptions{Whole: c.whole}, loc)
		if c.form == formRedline {
			doc = export.RedlinePaper(paper, loc)
		}
		file, err := pdf.Write(ctx, doc, pdf.Options{PDFA: c.pdfa})
		if err := c.writePaper(c.pdf, file, err); err != nil {
			return err
		}
	}
	return nil
}

// writePaper puts a file down and says so.
func (c *call) writePaper(path string, file []byte, err error) error {
	if err != nil {
		return err
	}
	err = writeWhole(path, func(w io.Writer) error {
		_, err := w.Write(file)
		return err
	})
	if err == nil {
		fmt.Fprintln(c.io.err, c.loc.T("cli.written", "name", path))
	}
	return err
}

// issueName is what a file is called, without the end that says its format.
func issueName(file string) string {
	if dot := strings.LastIndexByte(file, '.'); dot > 0 && len(file)-dot <= 5 {
		return file[:dot]
	}
	return file
}
