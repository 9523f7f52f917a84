package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"travaux/data"
	"travaux/data/intake"
	"travaux/data/text"
)

// node is one provision of outline --json.
type node struct {
	Path    string    `json:"path"`
	Label   string    `json:"label"`
	Kind    data.Kind `json:"kind"`
	Heading string    `json:"heading"`
	Text    string    `json:"text"`
	Depth   int       `json:"depth"`
}

// runOutline prints the outline of a file; no vault is needed.
func runOutline(ctx context.Context, c *call) error {
	if len(c.files) != 1 {
		return data.E(codeUsage, "what", "FILE")
	}
	_, _, outline, err := c.readDraft(ctx, c.files[0])
	if err != nil {
		return err
	}
	if c.asJSON {
		nodes := make([]node, 0, len(outline.Nodes))
		for _, n := range outline.Nodes {
			nodes = append(nodes, node{n.Path, n.Label, n.Kind, n.Heading, n.Text, n.Depth})
		}
		out := json.NewEncoder(c.io.out)
		out.SetEscapeHTML(false)
		out.SetIndent("", " ")
		return out.Encode(nodes)
	}
	for _, n := range outline.Nodes {
		fmt.Fprintf(c.io.out, "%s%s  %s\n", strings.Repeat("  ", n.Depth), n.Path, oneLine(n))
	}
	return nil
}

// oneLine is label, heading and the first words of a provision.
func oneLine(n text.Node) string {
	s := strings.Join(strings.Fields(n.Label+" "+n.Heading+" "+n.Text), " ")
	const most = 72
	if r := []rune(s); len(r) > most {
		s = string(r[:most]) + "…"
	}
	return s
}

// readSome reads a file, but no more of it than makes any reader refuse it.
func readSome(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, intake.MaxFile+1))
}

// readDraft reads and parses a file as the options say; without --lang the
// language is detected.
func (c *call) readDraft(ctx context.Context, path string) ([]byte, *text.Source, *text.Outline, error) {
	lang, err := c.language()
	if err != nil {
		return nil, nil, nil, err
	}
	reading, err := c.reading()
	if err != nil {
		return nil, nil, nil, err
	}
	content, err := readSome(path)
	if err != nil {
		return nil, nil, nil, data.E(data.CodeFile, "name", filepath.Base(path)).Because(err)
	}
	src, err := intake.Read(ctx, path, content)
	if err != nil {
		return nil, nil, nil, err
	}
	src = reading.Of(src)
	return content, src, text.Parse(src, lang), nil
}
