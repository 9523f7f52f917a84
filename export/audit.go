package export

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"strconv"
	"strings"
	"time"

	"travaux/data"
	"travaux/translations"
)

// AuditNames turn what an audit refers to into words.
type AuditNames struct {
	Person    func(data.ID) string
	Laptop    func(device string) string
	Provision func(data.ID) string // as it is cited; "" where it is not in the text
}

// provisions are those of a line, as they are cited.
func (n AuditNames) provisions(l data.AuditLine) []string {
	var cited []string
	for _, id := range l.Provisions {
		if c := n.Provision(id); c != "" {
			cited = append(cited, c)
		}
	}
	return cited
}

// AuditSentence is what a line says was done, in the localizer's language.
func AuditSentence(loc *translations.Localizer, l data.AuditLine) string {
	if !loc.Has(l.What) {
		return loc.T("audit.other")
	}
	return loc.T(l.What)
}

// AuditWords are the words of a line before and after; those of a stance are
// its name.
func AuditWords(loc *translations.Localizer, l data.AuditLine) (before, after string) {
	before, after = l.Before, l.After
	if l.What == "event.position.stance" {
		for _, words := range []*string{&before, &after} {
			if *words != "" {
				*words = loc.Name("stance", *words)
			}
		}
	}
	return before, after
}

// WriteAuditTable writes an audit as comma-separated values (RFC 4180) in
// UTF-8 with a mark of it, which spreadsheets ask for. No cell is taken for a
// formula: one that begins like a formula gets an apostrophe before it.
func WriteAuditTable(w io.Writer, loc *translations.Localizer, names AuditNames, lines []data.AuditLine) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	var head []string
	for _, id := range []string{
		"audit.column.time", "audit.person", "audit.column.laptop", "audit.column.number", "audit.column.what",
		"audit.provision", "audit.column.lang", "audit.column.before", "audit.column.after",
	} {
		head = append(head, loc.T(id))
	}
	out.Write(head)
	for _, l := range lines {
		before, after := AuditWords(loc, l)
		row := []string{
			l.Time.UTC().Format("2006-01-02 15:04:05"), names.Person(l.Author), names.Laptop(l.Device), strconv.FormatUint(l.Number, 10),
			AuditSentence(loc, l), strings.Join(names.provisions(l), "; "), string(l.Lang), before, after,
		}
		for i := range row {
			row[i] = harmless(row[i])
		}
		out.Write(row)
	}
	out.Flush()
	return out.Error()
}

// harmless keeps a spreadsheet from taking words for a formula.
func harmless(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@\t\r\n|%", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}

// auditEntry is a line as WriteAuditLines writes it; the names are for ever.
type auditEntry struct {
	Time       string   `json:"time"`
	Person     string   `json:"person"`
	Member     string   `json:"member"`
	Laptop     string   `json:"laptop"`
	Device     string   `json:"device"`
	Number     uint64   `json:"number"`
	What       string   `json:"what"`
	Sentence   string   `json:"sentence"`
	Kind       string   `json:"kind"`
	Provisions []string `json:"provisions,omitempty"`
	Lang       string   `json:"lang,omitempty"`
	Before     string   `json:"before,omitempty"`
	After      string   `json:"after,omitempty"`
	Sealed     bool     `json:"sealed,omitempty"`
}

// WriteAuditLines writes an audit as one JSON object per line, after a line
// that names the format and says that it is in clear.
func WriteAuditLines(w io.Writer, loc *translations.Localizer, names AuditNames, lines []data.AuditLine) error {
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	if err := out.Encode(map[string]any{"format": "travaux-audit", "version": 1, "sealed": false, "confidential": true}); err != nil {
		return err
	}
	for _, l := range lines {
		if err := out.Encode(auditEntry{
			Time: l.Time.UTC().Format(time.RFC3339Nano), Person: names.Person(l.Author), Member: l.Author.String(),
			Laptop: names.Laptop(l.Device), Device: l.Device, Number: l.Number, What: l.What, Sentence: AuditSentence(loc, l),
			Kind: l.Kind, Provisions: names.provisions(l), Lang: string(l.Lang), Before: l.Before, After: l.After, Sealed: l.Sealed,
		}); err != nil {
			return err
		}
	}
	return nil
}
