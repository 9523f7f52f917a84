package compilation

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"
	"unicode/utf8"

	"travaux/data"
)

// Format names the form and its version.
const Format = "travaux-proposals/1"

// Codes of this package.
const (
	CodeForm    data.Code = "intake.proposals-form"    // not of the form travaux-proposals/1; arg "where"
	CodeNothing data.Code = "intake.proposals-nothing" // no article with a proponent under it
	CodeLarge   data.Code = "intake.proposals-large"   // arg "limit"
)

// MaxFile is how many bytes a file may have; most is how many entries.
const (
	MaxFile = 16 << 20
	most    = 20_000
)

// Compilation is a document with the proposals of delegations on a text.
type Compilation struct {
	Symbol  string
	Title   string
	Date    data.Date
	Lang    data.Lang // of the entries; "" if it is not known
	Entries []Entry   // in the order of the document

	Loose  []Loose // what stands under no proponent; empty for the JSON form
	Doubts []Doubt // where the contents and the text do not agree; empty for the JSON form
}

// Entry is what some proponents propose on one article.
type Entry struct {
	Article    string            // "6 bis", "preamble", "annex I"
	Proponents []string          // as written
	Kind       data.ProposalKind // "" where the document does not say it
	Text       string            // verbatim, paragraphs separated by \n
	Rationale  string            // as given
	Source     string            // where in the document: "p. 47"
}

// Loose is text that stands under no proponent.
type Loose struct{ Article, Text string }

// Doubt is a place where a document contradicts itself.
type Doubt struct {
	Article, Proponent string
	Missing            bool // listed in the contents and not found; else found and not listed
}

// form is the JSON form.
type form struct {
	Format   string  `json:"format"`
	Symbol   string  `json:"symbol,omitempty"`
	Title    string  `json:"title,omitempty"`
	Date     string  `json:"date,omitempty"`
	Language string  `json:"language,omitempty"`
	Entries  []piece `json:"entries"`
}

type piece struct {
	Article    string   `json:"article"`
	Proponents []string `json:"proponents"`
	Kind       string   `json:"kind,omitempty"`
	Text       string   `json:"text,omitempty"`
	Rationale  string   `json:"rationale,omitempty"`
	Source     string   `json:"source,omitempty"`
}

// Encode writes the JSON form, as Decode reads it.
func (c *Compilation) Encode() []byte {
	f := form{Format: Format, Symbol: c.Symbol, Title: c.Title, Language: string(c.Lang), Entries: []piece{}}
	if !c.Date.IsZero() {
		f.Date = c.Date.String()
	}
	for _, e := range c.Entries {
		f.Entries = append(f.Entries, piece{e.Article, e.Proponents, string(e.Kind), e.Text, e.Rationale, e.Source})
	}
	var b bytes.Buffer
	out := json.NewEncoder(&b)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	_ = out.Encode(f) // strings and slices of strings: it cannot fail
	return b.Bytes()
}

// IsForm reports whether a file says that it is of the form, of whatever version.
func IsForm(content []byte) bool {
	var head struct {
		Format string `json:"format"`
	}
	return json.Unmarshal(content, &head) == nil && strings.HasPrefix(head.Format, "travaux-proposals/")
}

// Decode reads the JSON form. Codes: CodeForm, CodeLarge, CodeNothing.
func Decode(content []byte) (*Compilation, error) {
	if len(content) > MaxFile {
		return nil, tooLarge()
	}
	content = bytes.TrimPrefix(content, []byte("\xef\xbb\xbf"))
	if !utf8.Valid(content) {
		return nil, badForm("UTF-8")
	}
	in := json.NewDecoder(bytes.NewReader(content))
	in.DisallowUnknownFields()
	var f form
	if err := in.Decode(&f); err != nil || in.More() {
		return nil, data.E(CodeForm, "where", "JSON").Because(err)
	}
	if f.Format != Format {
		return nil, badForm("format")
	}
	c := &Compilation{Symbol: strings.TrimSpace(f.Symbol), Title: strings.TrimSpace(f.Title)}
	if f.Date != "" {
		var err error
		if c.Date, err = data.ParseDate(f.Date); err != nil {
			return nil, badForm("date")
		}
	}
	if f.Language != "" {
		lang, ok := data.ParseLang(f.Language)
		if !ok {
			return nil, badForm("language")
		}
		c.Lang = lang
	}
	switch {
	case len(f.Entries) > most:
		return nil, tooLarge()
	case len(f.Entries) == 0:
		return nil, data.E(CodeNothing)
	}
	for i, p := range f.Entries {
		e, wrong := p.entry()
		if wrong != "" {
			return nil, badForm("entries[" + strconv.Itoa(i) + "]." + wrong)
		}
		c.Entries = append(c.Entries, e)
	}
	return c, nil
}

// entry checks one entry; wrong is the member that is not as it has to be.
func (p piece) entry() (e Entry, wrong string) {
	e = Entry{Article: strings.TrimSpace(p.Article), Kind: data.ProposalKind(p.Kind), Text: p.Text, Rationale: p.Rationale, Source: strings.TrimSpace(p.Source)}
	for _, name := range p.Proponents {
		if name = strings.TrimSpace(name); name != "" {
			e.Proponents = append(e.Proponents, name)
		}
	}
	worded := false
	switch e.Kind {
	case "", data.ProposalModify, data.ProposalAdd:
		worded = true
	case data.ProposalSuppress, data.ProposalNoChange:
	default:
		return e, "kind"
	}
	switch {
	case e.Article == "":
		return e, "article"
	case len(e.Proponents) == 0:
		return e, "proponents"
	case worded && strings.TrimSpace(e.Text) == "" && strings.TrimSpace(e.Rationale) == "":
		return e, "text"
	}
	return e, ""
}

func badForm(where string) error { return data.E(CodeForm, "where", where) }

func tooLarge() error { return data.E(CodeLarge, "limit", "16 MB") }

// Plain is the compilation as a text to read: every article with its proponents,
// what they propose and why.
func (c *Compilation) Plain() string {
	var lines []string
	article := ""
	for _, e := range c.Entries {
		if e.Article != article {
			article = e.Article
			lines = append(lines, strings.ToUpper(article))
		}
		lines = append(lines, strings.Join(e.Proponents, ", "))
		for _, words := range []string{e.Text, e.Rationale} {
			if strings.TrimSpace(words) != "" {
				lines = append(lines, words)
			}
		}
	}
	return strings.Join(lines, "\n")
}
