package docx

import (
	"context"
	"strings"
	"testing"

	"travaux/data"
	"travaux/export"
)

const secret = "Capital will accept twelve months if the other delegations insist upon it at the closing meeting."

func TestFileWithConfidentialWordsIsRefused(t *testing.T) {
	half := len("Capital will accept twelve ")
	plain := func(s string) []export.Span { return []export.Span{{Text: s}} }
	for name, plant := range map[string]func(*export.Document){
		"paragraph":  func(d *export.Document) { d.Blocks = append(d.Blocks, export.Paragraph{Spans: plain(secret)}) },
		"title":      func(d *export.Document) { d.Title = secret },
		"subject":    func(d *export.Document) { d.Subject = secret },
		"head":       func(d *export.Document) { d.RunningHead = secret },
		"cell":       func(d *export.Document) { d.Blocks = append(d.Blocks, table(secret)) },
		"table head": func(d *export.Document) { d.Blocks = append(d.Blocks, export.Table{Heads: []string{secret}}) },
		"comment":    func(d *export.Document) { d.Blocks = append(d.Blocks, export.Revised{Note: plain(secret)}) },
		"field": func(d *export.Document) {
			d.Blocks = append(d.Blocks, export.Fields{Rows: []export.Field{{Label: "x", Value: secret}}})
		},
		"two lines": func(d *export.Document) {
			d.Blocks = append(d.Blocks, export.Paragraph{Spans: plain(secret[:half])}, export.Paragraph{Spans: plain(secret[half:])})
		},
		"between the directions": func(d *export.Document) { d.Lang = data.Arabic; d.RunningHead = "رأس " + secret },
		"among deleted words, seen when accepted": func(d *export.Document) {
			var spans []export.Span
			for _, w := range strings.SplitAfter(secret, " ") {
				spans = append(spans, export.Span{Text: w, Mark: export.Inserted}, export.Span{Text: "beacons ", Mark: export.Deleted})
			}
			d.Blocks = append(d.Blocks, export.Paragraph{}, export.Revised{Spans: spans})
		},
	} {
		t.Run(name, func(t *testing.T) {
			doc := export.Document{Lang: data.English}
			plant(&doc)
			doc.Blocks = append(doc.Blocks, export.Rule{})
			_, _, err := Format.Checked(context.Background(), doc, export.FileOptions{}, []data.Secret{{Field: "field.internal", Text: secret}})
			if name == "among deleted words, seen when accepted" {
				// a revised text was issued by others, so that it gives nothing away;
				// what is read of it is what counts here
				said, readErr := Text(written(t, doc))
				if readErr != nil || !strings.Contains(said, secret) {
					t.Errorf("not read: %v", readErr)
				}
				return
			}
			if data.CodeOf(err) != export.CodeLeak {
				t.Fatalf("not refused: %v", err)
			}
			if msg := err.Error(); !strings.Contains(msg, "field.internal") || strings.Contains(msg, secret[:12]) {
				t.Errorf("the error says %q", msg)
			}
		})
	}
}

func table(words string) export.Table {
	return export.Table{Heads: []string{"a"}, Rows: []export.Row{{Cells: []export.Cell{{{Spans: []export.Span{{Text: words}}}}}}}}
}

func TestAuthorIsReadToo(t *testing.T) {
	signed := Format
	signed.Write = func(ctx context.Context, doc export.Document, _ export.FileOptions) ([]byte, error) {
		return Write(ctx, doc, Options{Author: "Ana López"})
	}
	_, _, err := signed.Checked(context.Background(), redlined(data.English), export.FileOptions{}, []data.Secret{{Field: "field.member", Text: "Ana López", Exact: true}})
	if data.CodeOf(err) != export.CodeLeak {
		t.Errorf("not refused: %v", err)
	}
}

func TestCleanFileIsHandedOver(t *testing.T) {
	for name, doc := range specimens() {
		out, _, err := Format.Checked(context.Background(), doc, export.FileOptions{}, []data.Secret{{Field: "f", Text: secret}, {Field: "f", Text: "MFA/LEG/2026/114", Exact: true}})
		if err != nil || len(out) == 0 {
			t.Errorf("%s: %v", name, err)
		}
	}
}
