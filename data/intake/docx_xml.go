package intake

import (
	"bufio"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"

	"travaux/data"
)

// xmlStream walks a part element by element, never holding more than one
// token. Document type declarations, and with them entities, are refused.
type xmlStream struct {
	tokens *xml.Decoder
	ctx    context.Context
	part   string
	depth  int
	count  int
}

// tooMany refuses a part that defines more than anybody uses.
func tooMany(x *xmlStream) error {
	return data.E(CodeTooLarge, "part", x.part, "limit", strconv.Itoa(maxDefinitions))
}

// readXML gives the outermost element of the content to root, which has to
// consume it as children's handler does.
func readXML(ctx context.Context, content io.Reader, part string, root func(*xmlStream, xml.StartElement) error) error {
	x := &xmlStream{tokens: xml.NewDecoder(bufio.NewReaderSize(content, 64<<10)), ctx: ctx, part: part}
	for {
		token, err := x.next()
		if err != nil {
			return err
		}
		if start, ok := token.(xml.StartElement); ok {
			return root(x, start)
		}
	}
}

func (x *xmlStream) next() (xml.Token, error) {
	if x.count++; x.count&0xfff == 0 && x.ctx.Err() != nil {
		return nil, data.E(data.CodeCancelled).Because(x.ctx.Err())
	}
	token, err := x.tokens.Token()
	if err != nil {
		var ours *data.Error
		if errors.As(err, &ours) {
			return nil, ours
		}
		return nil, data.E(CodeDamaged, "part", x.part).Because(err)
	}
	if _, ok := token.(xml.Directive); ok {
		return nil, data.E(CodeHostile, "part", x.part)
	}
	return token, nil
}

// children calls do for every element within the current one, and returns
// after the current one's end. do has to consume its element: by children,
// skip or text.
func (x *xmlStream) children(do func(xml.StartElement) error) error {
	if x.depth++; x.depth > maxDepth {
		return data.E(CodeHostile, "part", x.part)
	}
	defer func() { x.depth-- }()
	for {
		token, err := x.next()
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if err := do(t); err != nil {
				return err
			}
		case xml.EndElement:
			return nil
		}
	}
}

// skip consumes the current element.
func (x *xmlStream) skip() error {
	return x.children(func(xml.StartElement) error { return x.skip() })
}

// text consumes the current element and returns its own characters.
func (x *xmlStream) text() (string, error) {
	var whole strings.Builder
	for {
		token, err := x.next()
		if err != nil {
			return "", err
		}
		switch t := token.(type) {
		case xml.CharData:
			whole.Write(t)
		case xml.StartElement:
			if err := x.skip(); err != nil {
				return "", err
			}
		case xml.EndElement:
			return whole.String(), nil
		}
	}
}

// attrOf returns an attribute by its local name.
func attrOf(e xml.StartElement, local string) string {
	for i := range e.Attr {
		if e.Attr[i].Name.Local == local {
			return e.Attr[i].Value
		}
	}
	return ""
}

// valOf returns the attribute in which Word keeps an element's value.
func valOf(e xml.StartElement) string { return attrOf(e, "val") }

// wholeNumber reads a whole number, fallback if it is none.
func wholeNumber(s string, fallback int) int {
	if n, err := strconv.ParseInt(s, 10, 32); err == nil {
		return int(n)
	}
	return fallback
}

// isOn reads Word's on-off values: an element without a value is on.
func isOn(e xml.StartElement) bool {
	switch valOf(e) {
	case "0", "false", "off":
		return false
	}
	return true
}

// The vocabularies met in a Word file.
type vocabulary int

const (
	otherWords vocabulary = iota
	wordWords             // WordprocessingML
	mathWords
	compatibilityWords
)

func vocabularyOf(e xml.StartElement) vocabulary {
	switch s := e.Name.Space; {
	case strings.HasSuffix(s, "/wordprocessingml/2006/main"), strings.HasSuffix(s, "/wordprocessingml/main"):
		return wordWords
	case strings.HasSuffix(s, "/officeDocument/2006/math"), strings.HasSuffix(s, "/officeDocument/math"):
		return mathWords
	case strings.HasSuffix(s, "/markup-compatibility/2006"):
		return compatibilityWords
	}
	return otherWords
}
