package force

import (
	"strconv"
	"strings"
	"time"

	"travaux/data"
)

// Line is one line of a table that was pasted.
type Line struct {
	Number      int    // from 1
	Text        string // as it was
	Instruments []data.Instrument
	Code        data.Code // why nothing was made of it, "" where something was
}

// CodeKind: a line names no kind of instrument that is known.
const CodeKind data.Code = "treaty.kind"

// Words are how a table is understood: whom a name or a code means, and which kind
// of instrument a word.
type Words struct {
	Party func(string) (code string, ok bool)
	Kind  func(string) (data.InstrumentKind, bool)
}

// ReadTable reads instruments from lines of cells that tabs, semicolons or commas
// part, those of Arabic and Chinese among them. It knows two forms: party, kind, date and a remark; and that of a
// depositary's list, party, date of signature and date of consent, behind which a
// letter says what the consent was (a accession, A acceptance, AA approval, c formal
// confirmation, d succession, s definitive signature, none ratification). Dates are
// written 2026-05-04 or "4 May 2026". A line of which something cannot be read makes
// no instrument at all and says why; a heading is such a line. Blank ones are passed
// over.
func ReadTable(treaty data.ID, table string, words Words) (out []Line) {
	for n, text := range strings.Split(table, "\n") {
		text = strings.TrimRight(text, "\r")
		if strings.TrimSpace(text) == "" {
			continue
		}
		l := Line{Number: n + 1, Text: text}
		l.Instruments, l.Code = words.line(cells(text))
		for i := range l.Instruments {
			l.Instruments[i].Treaty = treaty
		}
		out = append(out, l)
	}
	return out
}

// cells parts a line by the first of tabs, semicolons and commas that is in it.
func cells(line string) (out []string) {
	by := ""
	for _, signs := range []string{"\t", ";؛；", ",،，"} {
		if strings.ContainsAny(line, signs) {
			by = signs
			break
		}
	}
	parted := strings.Map(func(r rune) rune {
		if strings.ContainsRune(by, r) {
			return '\n' // that is in no line
		}
		return r
	}, line)
	for _, c := range strings.Split(parted, "\n") {
		out = append(out, strings.TrimSpace(strings.Trim(strings.TrimSpace(c), `"`)))
	}
	return out
}

func (w Words) line(cells []string) ([]data.Instrument, data.Code) {
	code, ok := w.Party(cells[0])
	if !ok {
		return nil, data.CodeNobody
	}
	if len(cells) < 2 {
		return nil, data.CodeUndated
	}
	kind, named := w.Kind(cells[1])
	if !named {
		return listed(code, cells[1:])
	}
	if len(cells) < 3 {
		return nil, data.CodeUndated
	}
	day, ok := readDay(cells[2])
	if !ok {
		return nil, data.CodeUndated
	}
	return []data.Instrument{{Party: code, Kind: kind, Date: day, Remark: strings.Join(cells[3:], ", ")}}, ""
}

// letters are those behind the date of consent in a depositary's list.
var letters = map[string]data.InstrumentKind{
	"": data.InstrumentRatification, "a": data.InstrumentAccession, "A": data.InstrumentAcceptance, "AA": data.InstrumentApproval,
	"c": data.InstrumentConfirmation, "d": data.InstrumentSuccession, "s": data.InstrumentDefinitive,
}

// listed reads the two dates of a depositary's list, each of which may be missing.
func listed(code string, cells []string) (out []data.Instrument, why data.Code) {
	if cells[0] != "" {
		day, ok := readDay(cells[0])
		if !ok {
			if strings.ContainsFunc(cells[0], func(r rune) bool { return '0' <= r && r <= '9' }) {
				return nil, data.CodeUndated
			}
			return nil, CodeKind
		}
		out = append(out, data.Instrument{Party: code, Kind: data.InstrumentSignature, Date: day})
	}
	if len(cells) > 1 && cells[1] != "" {
		end := strings.LastIndexAny(cells[1], "0123456789") + 1
		kind, known := letters[strings.Trim(cells[1][end:], " ()[]")]
		day, ok := readDay(cells[1][:end])
		switch {
		case !ok:
			return nil, data.CodeUndated
		case !known:
			return nil, CodeKind
		}
		out = append(out, data.Instrument{Party: code, Kind: kind, Date: day})
	}
	if len(out) == 0 {
		return nil, data.CodeUndated
	}
	return out, ""
}

// readDay reads 2026-05-04 and "4 May 2026".
func readDay(s string) (data.Date, bool) {
	s = strings.TrimSpace(s)
	if d, err := data.ParseDate(s); err == nil && !d.IsZero() {
		return d, true
	}
	f := strings.Fields(s)
	if len(f) != 3 || len(f[1]) < 3 {
		return data.Date{}, false
	}
	day, err := strconv.Atoi(f[0])
	year, wrong := strconv.Atoi(f[2])
	if err != nil || wrong != nil {
		return data.Date{}, false
	}
	for m := time.January; m <= time.December; m++ {
		if name := strings.TrimSuffix(f[1], "."); strings.HasPrefix(strings.ToLower(m.String()), strings.ToLower(name)) {
			d := data.Date{Year: year, Month: m, Day: day}
			return d, data.DateOf(d.Time()) == d && year > 0 && year < 10000
		}
	}
	return data.Date{}, false
}
