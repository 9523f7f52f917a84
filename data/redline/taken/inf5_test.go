package taken

import (
	"encoding/json"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"travaux/data"
	"travaux/data/redline"
	"travaux/data/redline/align"
)

// The compilation of proposals on the draft, the draft and what became of it.
const (
	inf5Path = "../../../../shared/data/drafts/bbnj-A_CONF.232_2022_INF.5-textual-proposals-2022-08-01.json"
	oldPath  = "../../../../shared/data/drafts/bbnj-2022_5.clean.txt"
	newPath  = "../../../../shared/data/drafts/bbnj-2023_2.clean.txt"
)

func read(t testing.TB, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Skip("needs the drafts in ../shared/data: ", err)
	}
	return string(b)
}

// issue is a draft: its lines as paragraphs, and the article each stands in.
type issue struct {
	paragraphs []align.Paragraph
	articles   []string // "4 BIS"
}

var articleHead = regexp.MustCompile(`^Article (\d+)(?: (bis|ter))?$`)

// readIssue reads a draft that has one paragraph per line, "#H" before a
// heading and "#T" before a title.
func readIssue(text string) issue {
	var out issue
	head, name := -1, ""
	for i, line := range strings.Split(strings.TrimSpace(text), "\n") {
		p := align.Paragraph{Kind: data.KindParagraph, Text: line, Parent: head}
		if label, ok := strings.CutPrefix(line, "#H "); ok {
			p.Kind, p.Label, p.Text, p.Parent = data.KindPart, label, "", -1
			head, name = i, ""
			if m := articleHead.FindStringSubmatch(label); m != nil {
				p.Kind, name = data.KindArticle, strings.TrimSpace(m[1]+" "+strings.ToUpper(m[2]))
			}
		} else if title, ok := strings.CutPrefix(line, "#T "); ok {
			p.Kind, p.Heading, p.Text = "", title, ""
		}
		out.paragraphs = append(out.paragraphs, p)
		out.articles = append(out.articles, name)
	}
	return out
}

// made is one proposal of the compilation.
type made struct {
	article, proponent string
	line               int // of the draft, from 0: the paragraph it is about; of an addition, the one before
	kind               data.ProposalKind
	base, wording      string
}

var (
	contentsEntry = regexp.MustCompile(`([^.…]+?) ?\.{4,} ?\d+`)
	articleLine   = regexp.MustCompile(`^ARTICLE (\d+) ?(BIS|TER)?(?: (.+))?$`)
	pageNumber    = regexp.MustCompile(`^(\d{1,3}|[ivx]{1,5})$`)
	otherHead     = regexp.MustCompile(`^(PART [IVX]+|ANNEX I|ARTICLE ANTE)`)
	noRationale   = regexp.MustCompile(`Rationale:? None provided\.?`)
)

// readProposals cuts the compilation into the bodies of text that one
// proponent proposes for one article. Additions and deletions were underlined
// and struck through; the file has lost that, and only what was added can be
// told, by the difference from the draft.
func readProposals(t testing.TB, file string) map[[2]string]string {
	t.Helper()
	var in struct {
		Metadata struct {
			Sections []struct{ Heading, Text string }
		}
	}
	if err := json.Unmarshal([]byte(file), &in); err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, s := range in.Metadata.Sections {
		all = append(all, strings.Split(s.Heading+"\n"+s.Text, "\n")...)
	}
	start := slices.Index(all, "PREAMBLE")
	proponents := map[string]bool{}
	for _, m := range contentsEntry.FindAllStringSubmatch(strings.Join(all[:start], " "), -1) {
		proponents[strings.TrimSpace(m[1])] = true
	}
	out := map[[2]string]string{}
	article, who, reasons := "", "", false
	for _, line := range all[start:] {
		line = strings.TrimSpace(line)
		if pageNumber.MatchString(line) {
			continue
		}
		if m := articleLine.FindStringSubmatch(line); m != nil {
			article, who, reasons = strings.TrimSpace(m[1]+" "+m[2]), "", false
			line = m[3]
		} else if otherHead.MatchString(line) {
			article, who = "", ""
		}
		if p, rest := proponentOf(line, proponents); p != "" {
			who, reasons, line = p, false, rest
		}
		if line = noRationale.ReplaceAllString(line, ""); strings.Contains(line, "Rationale") {
			before, _, _ := strings.Cut(line, "Rationale")
			if !reasons && article != "" && who != "" {
				out[[2]string{article, who}] += " " + before
			}
			reasons = true
			continue
		}
		if !reasons && article != "" && who != "" {
			out[[2]string{article, who}] += " " + line
		}
	}
	return out
}

// proponentOf tells a line that is the name of a proponent, or opens with one
// before an option.
func proponentOf(line string, proponents map[string]bool) (name, rest string) {
	if proponents[line] {
		return line, ""
	}
	name, rest, ok := strings.Cut(line, " Option ")
	if ok && proponents[name] {
		return name, "Option " + rest
	}
	return "", ""
}

// portion is what a body has of one paragraph of the draft.
type portion struct {
	line    int
	base    string
	wording string // its words as the body has them
	after   string // what the body has between its end and the next paragraph
	kept    int    // runes
}

// lay lays a body over the paragraphs of its article and cuts it where they
// end.
func lay(old issue, article, body string) []portion {
	var out []portion
	var joined strings.Builder
	var ends []int // runes at which each paragraph ends, its line break left out
	at := 0
	for i, a := range old.articles {
		if a == article && old.paragraphs[i].Kind == data.KindParagraph {
			text := old.paragraphs[i].Text
			out = append(out, portion{line: i, base: text})
			joined.WriteString(text + "\n")
			at += utf8.RuneCountInString(text)
			ends = append(ends, at)
			at++
		}
	}
	at = 0
	for _, e := range redline.Words(joined.String(), strings.Join(strings.Fields(body), " ")) {
		k, _ := slices.BinarySearch(ends, at) // the paragraph at hand, or the one that has just ended
		if k == len(out) {
			break
		}
		if e.Kind == redline.Insert {
			starts := at == 0 || k > 0 && at == ends[k-1]+1
			switch long, hangsOver := len(strings.Fields(e.Text)) >= 6, numberAtEnd.MatchString(e.Text); {
			case starts && k > 0 && (long || hangsOver):
				out[k-1].after += e.Text
			case long && at == ends[k]:
				out[k].after += e.Text
			case !starts || !hangsOver:
				out[k].wording += e.Text
			}
			continue
		}
		for _, r := range e.Text {
			if at > ends[k] {
				k++
			}
			if e.Kind == redline.Keep {
				out[k].wording += string(r)
				out[k].kept++
			}
			at++
		}
	}
	return out
}

// proposalsOn are the proposals in a body. A paragraph of which the body has
// less than half is not quoted; what it has instead of it, or after it, is an
// addition.
func proposalsOn(old issue, article, proponent, body string) []made {
	var out []made
	for _, p := range lay(old, article, body) {
		m := made{article, proponent, p.line, data.ProposalModify, withoutNumber(p.base), withoutNumber(p.wording)}
		added := p.after
		if 2*p.kept < utf8.RuneCountInString(p.base) {
			added = p.wording + " " + p.after
		} else if inserts(m.base, m.wording) {
			out = append(out, m)
		}
		if added = withoutNumber(added); len(strings.Fields(added)) >= 8 {
			out = append(out, made{article, proponent, p.line, data.ProposalAdd, "", added})
		}
	}
	return out
}

var (
	numberAtEnd    = regexp.MustCompile(`(?:\d+\s?(?:bis)?\.?|\([a-z]{1,4}\))\s*$`)
	leadingNumber  = regexp.MustCompile(`^(?:Article \d+(?: bis)? )?[\s.…]*(?:\[[.…]+\]\s*)?(?:[\[“]?(?:\d+(?:bis|ter)?\s?\.|\d+ |\(?[a-z]{1,4}[.)])\s*)*`)
	trailingNumber = regexp.MustCompile(`[\s.;:,)]*\s*(?:\(\w{1,3}\)|\d+\.|\[?[.…]{1,3}\]?|\()\s*$`)
)

// withoutNumber takes away numbers, for they are data about a paragraph, and
// what hangs over from its neighbours.
func withoutNumber(text string) string {
	text = leadingNumber.ReplaceAllString(strings.TrimSpace(text), "")
	return strings.TrimSpace(trailingNumber.ReplaceAllString(text, ""))
}

// inserts reports whether a proposal adds a word that can be told from a slip of
// the copy, such as a word cut in two: what it deletes is not seen.
func inserts(base, wording string) bool {
	had, gone := strings.ToLower(strings.Join(redline.Tokens(base), " ")), ""
	for _, e := range redline.Words(base, wording) {
		switch e.Kind {
		case redline.Keep:
			gone = ""
			continue
		case redline.Delete:
			gone = letters(e.Text)
			continue
		}
		if letters(e.Text) == gone {
			continue
		}
		for _, w := range redline.Tokens(e.Text) {
			if utf8.RuneCountInString(w) > 2 && strings.ContainsFunc(w, unicode.IsLetter) && !strings.Contains(had, strings.ToLower(w)+" ") {
				return true
			}
		}
		if len(strings.Fields(e.Text)) >= 3 {
			return true
		}
	}
	return false
}

func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, text)
}

// allProposals are those of the whole compilation, in a fixed order.
func allProposals(t testing.TB, old issue) []made {
	var out []made
	bodies := readProposals(t, read(t, inf5Path))
	for _, key := range slices.SortedFunc(maps.Keys(bodies), func(a, b [2]string) int { return slices.Compare(a[:], b[:]) }) {
		out = append(out, proposalsOn(old, key[0], key[1], bodies[key])...)
	}
	return out
}
