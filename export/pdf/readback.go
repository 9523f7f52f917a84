package pdf

import (
	"context"
	"encoding/binary"
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"

	"travaux/data"
	"travaux/export"
)

// Format is PDF for the list of formats.
var Format = export.Format{
	ID: "pdf", Ending: ".pdf",
	Write: func(ctx context.Context, doc export.Document, o export.FileOptions) ([]byte, error) {
		return Write(ctx, doc, Options{PDFA: o.Archive, Creation: o.Date, Password: o.Password})
	},
	Read: func(file []byte, o export.FileOptions) (string, error) { return said(file, o.Password) },
	Pages: func(file []byte, o export.FileOptions) ([]string, error) {
		r, err := readBack(file, o.Password)
		if err != nil {
			return nil, err
		}
		return r.around, nil
	},
}

// Text reads a file of our own making: the words of every page in logical
// order, as the file's own text maps give them, then every other text in it
// (properties, bookmarks, what is read aloud, what it carries for programs). Lines end with "\n".
func Text(file []byte) (string, error) { return said(file, "") }

func said(file []byte, password string) (string, error) {
	r, err := readBack(file, password)
	if err != nil {
		return "", err
	}
	for _, b := range []*strings.Builder{&r.notes, &r.marks, &r.furniture} {
		r.out.WriteString(b.String())
	}
	if err := r.others(); err != nil {
		return "", data.E(CodeWrite).Because(err)
	}
	r.carriedWords()
	return r.out.String(), nil
}

// readBack reads the pages of a file.
func readBack(file []byte, password string) (*reader, error) {
	f, err := loadLocked(file, password)
	switch {
	case data.CodeOf(err) == data.CodeInput:
		return nil, err
	case err != nil:
		return nil, data.E(CodeWrite).Because(err)
	}
	r := &reader{file: f, maps: map[name]textMap{}}
	lang, _ := f.dict(f.trailer["Root"])["Lang"].(text)
	r.lang = data.Lang(lang)
	r.rightToLeft = r.lang.RightToLeft()
	if err := r.pages(f.dict(f.trailer["Root"])["Pages"], 0); err != nil {
		return nil, data.E(CodeWrite).Because(err)
	}
	return r, nil
}

type reader struct {
	*file
	lang        data.Lang // of the document
	rightToLeft bool      // what is being read
	maps        map[name]textMap
	out         strings.Builder
	furniture   strings.Builder  // heads and feet: they must not part a sentence that runs over a page
	notes       strings.Builder  // nor must these, and they may run over pages themselves
	marks       strings.Builder  // of notes: they must not part the sentences in which they stand
	around      []string         // the same, page by page
	whole       []string         // all words, page by page
	into        *strings.Builder // what is being read; nil: the words of the page
	nodes       int              // of the page tree that were visited
	line        []string         // what the codes of one line mean, from left to right
	y           float64
}

// textMap is what each code of a font means.
type textMap map[uint16]string

func (r *reader) pages(node any, depth int) error {
	d := r.dict(node)
	r.nodes++
	if d == nil || depth > maxNesting || r.nodes > len(r.objects) {
		return fmt.Errorf("pdf: bad page tree")
	}
	if kids, ok := r.get(d["Kids"]).(array); ok {
		for _, k := range kids {
			if err := r.pages(k, depth+1); err != nil {
				return err
			}
		}
		return nil
	}
	fonts := r.dict(r.dict(d["Resources"])["Font"])
	for n, font := range fonts {
		if r.maps[n] == nil {
			m, err := r.textMap(r.dict(font)["ToUnicode"])
			if err != nil {
				return err
			}
			r.maps[n] = m
		}
	}
	s, ok := r.get(d["Contents"]).(stream)
	if !ok {
		return fmt.Errorf("pdf: page without content")
	}
	body, err := s.decoded()
	if err != nil {
		return err
	}
	begin, words, notes := r.furniture.Len(), r.out.Len(), r.notes.Len()
	err = r.content(body)
	around := r.furniture.String()[begin:]
	r.around = append(r.around, around)
	r.whole = append(r.whole, r.out.String()[words:]+r.notes.String()[notes:]+around)
	return err
}

// textMap reads a map as toUnicode writes it.
func (r *reader) textMap(v any) (textMap, error) {
	s, ok := r.get(v).(stream)
	if !ok {
		return nil, fmt.Errorf("pdf: font without text map")
	}
	body, err := s.decoded()
	if err != nil {
		return nil, err
	}
	m := textMap{}
	p := &parser{data: body}
	inside := false
	for v := p.value(); v != nil; v = p.value() {
		switch v := v.(type) {
		case operator:
			inside = v == "beginbfchar"
		case text:
			if inside && len(v) == 2 {
				to, _ := p.value().(text)
				m[binary.BigEndian.Uint16([]byte(v))] = fromUTF16(to)
			}
		}
	}
	return m, p.err
}

func fromUTF16(s text) string {
	units := make([]uint16, len(s)/2)
	for i := range units {
		units[i] = uint16(s[2*i])<<8 | uint16(s[2*i+1])
	}
	return string(utf16.Decode(units))
}

// content follows the operators that painter writes.
func (r *reader) content(body []byte) error {
	p := &parser{data: body}
	var operands []any
	var font textMap
	for v := p.value(); v != nil; v = p.value() {
		op, ok := v.(operator)
		if !ok {
			operands = append(operands, v)
			continue
		}
		switch {
		case op == "Tf" && len(operands) == 2:
			n, _ := operands[0].(name)
			font = r.maps[n]
		case op == "Td" && len(operands) == 2:
			n, _ := operands[1].(number)
			y, _ := strconv.ParseFloat(string(n), 64)
			r.moveTo(y)
		case op == "TJ" && len(operands) == 1:
			items, _ := operands[0].(array)
			for _, item := range items {
				r.show(font, item)
			}
		case op == "BMC":
			r.into = &r.furniture
		case op == "BDC" && len(operands) == 2:
			tag, _ := operands[0].(name)
			properties, _ := operands[1].(dict)
			r.begin(tag, properties)
		case op == "EMC":
			r.endLine()
			r.begin("", nil)
		}
		operands = operands[:0]
	}
	r.endLine()
	return p.err
}

// begin turns to content of a kind, in a language if it is another than the
// document's.
func (r *reader) begin(tag name, properties dict) {
	r.into = nil
	switch tag {
	case footTag:
		r.into = &r.notes
	case "Reference":
		r.into = &r.marks
	}
	r.rightToLeft = r.lang.RightToLeft()
	if own, ok := properties["Lang"].(text); ok {
		r.rightToLeft = data.Lang(own).RightToLeft()
	}
}

func (r *reader) show(font textMap, item any) {
	codes, _ := item.(text)
	for i := 0; i+1 < len(codes); i += 2 {
		if s := font[uint16(codes[i])<<8|uint16(codes[i+1])]; s != "" {
			r.line = append(r.line, s)
		}
	}
}

// sameLine is how far marks may stand from the baseline of their letters.
const sameLine = 9.0

func (r *reader) moveTo(y float64) {
	if len(r.line) > 0 && math.Abs(y-r.y) > sameLine {
		r.endLine()
	}
	if len(r.line) == 0 {
		r.y = y
	}
}

// endLine writes the line in logical order. A word that is divided at its end goes on
// with the next.
func (r *reader) endLine() {
	to := r.into
	if to == nil {
		to = &r.out
	}
	line := logical(r.line, r.rightToLeft)
	divided := len(line) > 0 && line[len(line)-1] == string(softHyphen)
	if divided {
		line = line[:len(line)-1]
	}
	for _, s := range line {
		to.WriteString(s)
	}
	if len(line) > 0 && !divided {
		to.WriteByte('\n')
	}
	r.line = r.line[:0]
}

// logical turns pieces as they stand from left to right into the order in
// which they are read: stretches against the line's direction are turned round.
func logical(line []string, rightToLeft bool) []string {
	n := len(line)
	arabic := make([]bool, n) // read from right to left
	for i, s := range line {
		arabic[i] = rightToLeft
		for _, c := range s {
			switch {
			case unicode.Is(unicode.Arabic, c) && !unicode.IsDigit(c) || unicode.Is(unicode.Hebrew, c):
				arabic[i] = true
			case unicode.IsLetter(c) || unicode.IsDigit(c):
				arabic[i] = false
			case unicode.IsSpace(c) || unicode.IsPunct(c) || unicode.IsSymbol(c):
				arabic[i] = rightToLeft && !between(line, i) || !rightToLeft && betweenArabic(line, i)
			}
			break
		}
	}
	out := make([]string, 0, n)
	turn := func(from, to int) { // a stretch against the line's direction
		if arabic[from] {
			for i := to - 1; i >= from; i-- {
				out = append(out, line[i])
			}
			return
		}
		out = append(out, line[from:to]...)
	}
	if rightToLeft {
		for to := n; to > 0; {
			from := to - 1
			for from > 0 && arabic[from-1] == arabic[to-1] {
				from--
			}
			turn(from, to)
			to = from
		}
		return out
	}
	for from := 0; from < n; {
		to := from + 1
		for to < n && arabic[to] == arabic[from] {
			to++
		}
		turn(from, to)
		from = to
	}
	return out
}

// between tells whether a sign stands within Latin words or numbers, which
// keep their order in a line from right to left: "A/RES/75/240, PP8".
func between(line []string, i int) bool {
	return neighbour(line, i, -1) == western && neighbour(line, i, +1) == western
}

func betweenArabic(line []string, i int) bool {
	return neighbour(line, i, -1) == eastern && neighbour(line, i, +1) == eastern
}

type strength uint8

const (
	none strength = iota
	western
	eastern
)

// neighbour is the strength of the next letter or digit on one side.
func neighbour(line []string, i, step int) strength {
	for i += step; i >= 0 && i < len(line); i += step {
		for _, c := range line[i] {
			switch {
			case unicode.Is(unicode.Arabic, c) && unicode.IsLetter(c) || unicode.Is(unicode.Hebrew, c):
				return eastern
			case unicode.IsLetter(c) || unicode.IsDigit(c):
				return western
			}
		}
	}
	return none
}

// others writes every text string of the file that is not on a page.
func (r *reader) others() error {
	var collect func(v any, depth int) error
	collect = func(v any, depth int) error {
		if depth > maxNesting {
			return fmt.Errorf("pdf: too deep")
		}
		switch v := v.(type) {
		case text:
			if strings.HasPrefix(string(v), "\xFE\xFF") {
				r.out.WriteString(fromUTF16(v[2:]))
			} else {
				r.out.WriteString(string(v))
			}
			r.out.WriteByte('\n')
		case array:
			for _, item := range v {
				if err := collect(item, depth+1); err != nil {
					return err
				}
			}
		case dict:
			for _, key := range []name{"Title", "Author", "Subject", "Keywords", "Contents", "ActualText", "Alt"} {
				if s, ok := v[key].(text); ok {
					if err := collect(s, depth+1); err != nil {
						return err
					}
				}
			}
		case stream:
			if v.dict["Type"] == name("Metadata") {
				body, err := v.decoded()
				r.out.Write(body)
				return err
			}
		}
		return nil
	}
	for _, o := range r.objects {
		if err := collect(o, 0); err != nil {
			return err
		}
	}
	return nil
}
