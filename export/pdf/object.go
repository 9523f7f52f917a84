package pdf

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
)

// The values a PDF file is made of (ISO 32000-1, 7.3). A number is kept as it
// is written.
type (
	name   string
	number string
	text   string // string object, decoded
	ref    int    // indirect reference, generation 0
	array  []any
	dict   map[name]any
	null   struct{}
)

// stream is a dictionary with data, still encoded as its Filter says.
type stream struct {
	dict dict
	data []byte
}

func integer(n int) number { return number(strconv.Itoa(n)) }

// write appends a value as it stands in a file. Keys are sorted, so that the
// same value always gives the same bytes.
func write(b []byte, v any) []byte {
	switch v := v.(type) {
	case name:
		return append(append(b, '/'), v...)
	case number:
		return append(b, v...)
	case bool:
		return strconv.AppendBool(b, v)
	case ref:
		return append(strconv.AppendInt(b, int64(v), 10), " 0 R"...)
	case text:
		return writeText(b, v)
	case array:
		b = append(b, '[')
		for i, item := range v {
			if i > 0 {
				b = append(b, ' ')
			}
			b = write(b, item)
		}
		return append(b, ']')
	case dict:
		return writeDict(b, v)
	case null:
		return append(b, "null"...)
	case *element:
		return write(b, v.ref)
	case content:
		return v.write(b)
	}
	panic(fmt.Sprintf("pdf: %T is no value of a file", v))
}

func writeDict(b []byte, d dict) []byte {
	var room [16]name
	keys := room[:0]
	for k := range d {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	b = append(b, "<<"...)
	for _, k := range keys {
		b = append(append(append(b, '/'), k...), ' ')
		b = write(b, d[k])
	}
	return append(b, ">>"...)
}

func writeText(b []byte, s text) []byte {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			b = append(b, '<')
			b = appendHex(b, s)
			return append(b, '>')
		}
	}
	b = append(b, '(')
	for i := range len(s) {
		if s[i] == '(' || s[i] == ')' || s[i] == '\\' {
			b = append(b, '\\')
		}
		b = append(b, s[i])
	}
	return append(b, ')')
}

func appendHex(b []byte, s text) []byte {
	const digits = "0123456789ABCDEF"
	for i := range len(s) {
		b = append(b, digits[s[i]>>4], digits[s[i]&15])
	}
	return b
}

// parser reads values. It is written for files of our own making and of
// gofpdf, and answers anything else with an error.
type parser struct {
	data []byte
	pos  int
	err  error
}

func (p *parser) fail(what string) any {
	if p.err == nil {
		p.err = fmt.Errorf("pdf: %s at byte %d", what, p.pos)
	}
	p.pos = len(p.data)
	return null{}
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

func (p *parser) skipSpace() {
	for p.pos < len(p.data) && isSpace(p.data[p.pos]) {
		p.pos++
	}
}

// token reads up to the next space or delimiter.
func (p *parser) token() string {
	from := p.pos
	for p.pos < len(p.data) && !isSpace(p.data[p.pos]) && !isDelimiter(p.data[p.pos]) {
		p.pos++
	}
	return string(p.data[from:p.pos])
}

// operator is a word that is no value: an operator of a content stream, or
// "obj", "endobj", "stream".
type operator string

// maxNesting of arrays and dictionaries.
const maxNesting = 64

// value reads one value or operator; nil at the end of the data.
func (p *parser) value() any { return p.nested(0) }

func (p *parser) nested(depth int) any {
	p.skipSpace()
	if p.pos >= len(p.data) {
		return nil
	}
	if depth > maxNesting {
		return p.fail("too deep")
	}
	switch c := p.data[p.pos]; {
	case c == '/':
		p.pos++
		return name(p.token())
	case c == '(':
		return p.literal()
	case c == '[':
		p.pos++
		return p.array(depth)
	case bytes.HasPrefix(p.data[p.pos:], []byte("<<")):
		p.pos += 2
		return p.dict(depth)
	case c == '<':
		return p.hex()
	case isDelimiter(c):
		return p.fail("unexpected delimiter")
	case c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.':
		return p.number()
	}
	switch word := p.token(); word {
	case "true", "false":
		return word == "true"
	case "null":
		return null{}
	default:
		return operator(word)
	}
}

// number reads a number or, if two more tokens make it one, a reference.
func (p *parser) number() any {
	first := p.token()
	after := p.pos
	if n, err := strconv.Atoi(first); err == nil && n >= 0 {
		p.skipSpace()
		if p.token() == "0" {
			p.skipSpace()
			if p.token() == "R" {
				return ref(n)
			}
		}
	}
	p.pos = after
	return number(first)
}

func (p *parser) array(depth int) any {
	out := array{}
	for {
		p.skipSpace()
		if p.pos >= len(p.data) {
			return p.fail("array without end")
		}
		if p.data[p.pos] == ']' {
			p.pos++
			return out
		}
		out = append(out, p.nested(depth+1))
	}
}

func (p *parser) dict(depth int) any {
	out := dict{}
	for {
		p.skipSpace()
		if p.pos >= len(p.data) {
			return p.fail("dictionary without end")
		}
		if bytes.HasPrefix(p.data[p.pos:], []byte(">>")) {
			p.pos += 2
			return out
		}
		key, ok := p.nested(depth + 1).(name)
		if !ok {
			return p.fail("key that is no name")
		}
		out[key] = p.nested(depth + 1)
	}
}

func (p *parser) hex() any {
	end := bytes.IndexByte(p.data[p.pos:], '>')
	if end < 0 {
		return p.fail("string without end")
	}
	digits := p.data[p.pos+1 : p.pos+end]
	p.pos += end + 1
	out := make([]byte, 0, len(digits)/2)
	var high byte
	odd := false
	for _, c := range digits {
		var v byte
		switch {
		case c >= '0' && c <= '9':
			v = c - '0'
		case c >= 'A' && c <= 'F':
			v = c - 'A' + 10
		case c >= 'a' && c <= 'f':
			v = c - 'a' + 10
		case isSpace(c):
			continue
		default:
			return p.fail("no hexadecimal digit")
		}
		if odd {
			out = append(out, high<<4|v)
		}
		high, odd = v, !odd
	}
	if odd {
		out = append(out, high<<4)
	}
	return text(out)
}

// literal reads a string in parentheses. Octal escapes do not occur in the
// files this parser is for.
func (p *parser) literal() any {
	var out []byte
	depth := 0
	for ; p.pos < len(p.data); p.pos++ {
		switch c := p.data[p.pos]; c {
		case '(':
			depth++
			if depth > 1 {
				out = append(out, c)
			}
		case ')':
			depth--
			if depth == 0 {
				p.pos++
				return text(out)
			}
			out = append(out, c)
		case '\\':
			p.pos++
			if p.pos < len(p.data) {
				if c := p.data[p.pos]; c == 'r' {
					out = append(out, '\r')
				} else {
					out = append(out, c)
				}
			}
		default:
			out = append(out, c)
		}
	}
	return p.fail("string without end")
}
