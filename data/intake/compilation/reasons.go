package compilation

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"travaux/data"
)

// noneProvided stands where a proponent gave no reasons.
var noneProvided = regexp.MustCompile(`^(?:None|Not) provided\.?(?:\s+|$)`)

// reasons begin the rationale of a proposal: at the beginning of a line in any of
// the six languages; the English word, with its capital letter, anywhere.
var reasons = regexp.MustCompile(`(?m)^(?:Rationale|Justification|Motifs?|Exposé des motifs|Justificación|Fundamento|Обоснование|التعليل|المبررات|理由|依据)(?:\s*[:：]|\s+|$)|\bRationale(?:\s*:|\s|$)`)

// reasoned divides the words of an entry. Text that follows "None provided" is
// text again.
func reasoned(lines []string) (wording, rationale string) {
	all := strings.Join(lines, "\n")
	at := reasons.FindStringIndex(all)
	if at == nil {
		return all, ""
	}
	wording, rationale = strings.TrimSpace(all[:at[0]]), strings.TrimSpace(all[at[1]:])
	none := noneProvided.FindString(rationale)
	if none == "" {
		return wording, rationale
	}
	more, why := reasoned([]string{rationale[len(none):]})
	return strings.TrimSpace(wording + "\n" + more), why
}

// goesOn reports whether a line goes on the one that a page ended behind.
func goesOn(before, line string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(line)
	return unicode.IsLower(first) && !strings.ContainsRune(".;:!?", last)
}

var (
	deleting = regexp.MustCompile(`(?i)^\W*(?:we )?(?:propose(?:s|d)? (?:to delete|deletion)|delete|supprimer|suprímase|suprimir|исключить|حذف|删除)(?: (?:the )?(?:entire |whole )?(?:article|paragraph|provision|text|l['’]article|el artículo|статью|المادة|本条))?\W*$`)
	adding   = regexp.MustCompile(`(?i)^\W*(?:proposal for )?(?:an? )?(?:additional|new) (?:text|article|paragraph)\b`)
)

// kindOf is the kind of a proposal that its words name.
func kindOf(wording string) data.ProposalKind {
	first, _, several := strings.Cut(wording, "\n")
	switch {
	case !several && deleting.MatchString(first):
		return data.ProposalSuppress
	case adding.MatchString(first):
		return data.ProposalAdd
	}
	return ""
}
