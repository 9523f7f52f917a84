package desk

import (
	"context"
	"strings"
	"unicode"

	"travaux/data"
	"travaux/data/text"
)

// Landing is where a proposal belongs that was made on a numbered article, and
// what it does there.
type Landing struct {
	Provision data.ID           // zero: there is no such place in the text
	Kind      data.ProposalKind // of an addition, Provision is its neighbour
	Label     string            // of an addition: "6 bis"
	Before    bool              // an addition stands before its neighbour
	Wording   string            // the words, without the number of the paragraph that they are for
}

// Land finds where a proposal belongs in the text: article is a number as it is
// typed to go there ("6 bis", "preamble", "part XI bis", "5.2"), words are those
// proposed, kind is what the document says of it. The rules:
//
//   - an article that the text has is the place; with words for one paragraph of it
//     alone, by number or because there is no other, that paragraph is, if half of
//     the words are its own;
//   - an article that the text has not is an addition behind the one that comes
//     before it by number, or before the first;
//   - "ante 55" is an addition before article 55;
//   - words that are called new are an addition behind the place.
func (t *Text) Land(article, words string, kind data.ProposalKind, lang data.Lang) Landing {
	l := Landing{Kind: kind, Wording: words}
	number, ante := strings.CutPrefix(article, "ante ")
	place, known := t.numberedAs(number)
	if !known {
		place, l.Before, known = t.neighbourOf(number)
		ante = known
	} else if ante {
		l.Before = true
	}
	switch {
	case !known:
		return Landing{Kind: kind, Wording: words}
	case ante:
		l.Provision, l.Label = place.ID, article
		if l.Kind == "" || l.Kind == data.ProposalModify {
			l.Kind = data.ProposalAdd
		}
		return l
	case l.Kind == "":
		l.Kind = data.ProposalModify
	}
	l.Provision = place.ID
	if l.Kind == data.ProposalModify {
		if p, rest, ok := t.onlyParagraph(place, words, lang); ok {
			l.Provision, l.Wording = p.ID, rest
		}
	}
	return l
}

// numberedAs is the provision that a number names, if there is exactly that one.
func (t *Text) numberedAs(number string) (data.Provision, bool) {
	if strings.EqualFold(number, "preamble") {
		for _, p := range t.Provisions {
			if p.Kind == data.KindPreamble {
				return p, true
			}
		}
		return data.Provision{}, false
	}
	if label, ok := unitLabel(number); ok {
		elem := label.Elem()
		for _, p := range t.Provisions {
			if lastOf(p.Path) == elem {
				return p, true
			}
		}
		return data.Provision{}, false
	}
	if found := t.GoTo(number); len(found) > 0 && strings.ContainsAny(number, ".(") {
		return found[0], true
	}
	return data.Provision{}, false
}

// unitLabel reads "6 bis" as an article, "part XI bis" as what it says.
func unitLabel(number string) (text.Label, bool) {
	if number == "" || strings.ContainsAny(number, ".()") {
		return text.Label{}, false
	}
	if unicode.IsDigit([]rune(number)[0]) {
		number = "article " + number
	}
	first := []rune(number)
	first[0] = unicode.ToUpper(first[0])
	label, ok := text.ParseLabel(string(first))
	return label, ok && label.Unit != ""
}

func lastOf(path string) string { return path[strings.LastIndexByte(path, '/')+1:] }

// neighbourOf is the provision behind which one of that number would stand: the
// last of its kind with a smaller number; or the first of its kind, before which it
// would.
func (t *Text) neighbourOf(number string) (place data.Provision, before, ok bool) {
	label, ok := unitLabel(number)
	if !ok {
		return place, false, false
	}
	var first data.Provision
	found, last := false, text.Label{}
	for _, p := range t.Provisions {
		r, _ := p.In(data.English)
		own, isLabel := text.ParseLabel(r.Label)
		if !isLabel || own.Unit != label.Unit {
			continue
		}
		if first.ID.IsZero() {
			first = p
		}
		if own.Compare(label) < 0 && (!found || own.Compare(last) >= 0) {
			place, last, found = p, own, true
		}
	}
	if found {
		return place, false, true
	}
	return first, true, !first.ID.IsZero()
}

// onlyParagraph is the paragraph of a place for which alone words are meant, and
// the words without its number.
func (t *Text) onlyParagraph(place data.Provision, words string, lang data.Lang) (data.Provision, string, bool) {
	var numbers []string
	rest := words
	for line := range strings.Lines(words) {
		if number, after := paragraphNumber(line); number != "" {
			numbers = append(numbers, number)
			if len(numbers) == 1 {
				if !strings.HasPrefix(strings.TrimSpace(words), strings.TrimSpace(line)) {
					return place, "", false // something stands before it
				}
				rest = after + strings.TrimPrefix(strings.TrimLeft(words, " "), strings.TrimLeft(line, " "))
			}
		}
	}
	var only data.Provision
	n := 0
	for _, p := range t.Children(place.ID) {
		r, _ := p.In(lang)
		if strings.TrimSpace(r.Text) == "" {
			continue
		}
		number := strings.Trim(r.Label, "[]. ")
		if len(numbers) == 1 && number == numbers[0] || len(numbers) == 0 {
			only = p
			n++
		}
	}
	r, own := only.In(lang)
	if n != 1 || len(numbers) > 1 || own != lang || !halfOf(rest, r.Text) {
		return place, "", false
	}
	if len(t.Children(only.ID)) > 0 { // its points have words of their own
		return place, "", false
	}
	return only, rest, true
}

// paragraphNumber reads the number at the beginning of a paragraph: "3.", "[2.".
func paragraphNumber(line string) (number, rest string) {
	s := strings.TrimLeft(line, " …")
	bracket := ""
	if after, ok := strings.CutPrefix(s, "["); ok {
		bracket, s = "[", after
	}
	end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsDigit(r) })
	if end < 1 || end > 2 || s[end] != '.' {
		return "", line
	}
	if rest = s[end+1:]; rest != "" && unicode.IsDigit([]rune(rest)[0]) {
		return "", line // 3.2 is no paragraph
	}
	return s[:end], bracket + strings.TrimLeft(rest, " ")
}

// halfOf reports whether at least half of some words are those of a text.
func halfOf(words, of string) bool {
	have := wordBag(of)
	n, shared := 0, 0
	for w, k := range wordBag(words) {
		n += k
		shared += min(k, have[w])
	}
	return n > 0 && shared*2 >= n
}

// Written is a proposal as a document has it, on an article by its number.
type Written struct {
	Article    string
	Proponents []data.Proponent
	Kind       data.ProposalKind // "" where the document does not say it
	Text       string
	Reasons    string
	Source     string // where in the document: "p. 4"
}

// placed is the proposal in the text, made on what Land finds; ok is false where there
// is no such place, or where it says nothing that could stand there. The words of a
// proposal without wording are added to its reasons, so that none is lost.
func (t *Text) placed(w Written, from data.Submission) (p data.Proposal, ok bool) {
	l := t.Land(w.Article, w.Text, w.Kind, from.Lang)
	p = data.Proposal{
		Provision: l.Provision, Kind: l.Kind, Label: l.Label, Before: l.Before,
		Proponents: w.Proponents, Reasons: w.Reasons, Source: cited(from, w.Source),
	}
	worded := l.Kind == data.ProposalModify || l.Kind == data.ProposalAdd
	switch {
	case worded && strings.TrimSpace(l.Wording) == "":
		return p, false
	case worded:
		p.Wording = data.Words{from.Lang: l.Wording}
	case strings.TrimSpace(w.Text) != "":
		p.Reasons = strings.TrimSpace(w.Text + "\n" + w.Reasons)
	}
	return p, !l.Provision.IsZero()
}

// cited is where a proposal is to be found: "A/AC.999/INF.2, p. 4".
func cited(from data.Submission, where string) string {
	name := from.Symbol
	if name == "" {
		name = from.Title
	}
	if name == "" || where == "" {
		return name + where
	}
	return name + ", " + where
}

// CodeProposalNowhere is for a proposal on an article that is not in the text, nor
// beside one that is, or without any words for it.
const CodeProposalNowhere data.Code = "desk.proposal-nowhere"

// TakeProposals records the proposals of a document on the current text, with the
// document itself, as one act, as ProposeAll does. refused has an error for each
// that is not recorded, in its place.
func (d *Desk) TakeProposals(ctx context.Context, from data.Submission, original []byte, list []Written) (made []data.Proposal, refused []error, err error) {
	t, err := d.Current()
	if err != nil {
		return nil, nil, err
	}
	if from.Lang == "" {
		from.Lang = text.DetectLang(from.Text)
	}
	refused = make([]error, len(list))
	var landed []data.Proposal
	var of []int // of landed, in list
	for i, w := range list {
		if p, ok := t.placed(w, from); ok {
			landed, of = append(landed, p), append(of, i)
		} else {
			refused[i] = data.E(CodeProposalNowhere)
		}
	}
	made, errs, err := d.ProposeAll(ctx, from, original, landed)
	for i, e := range errs {
		refused[of[i]] = e
	}
	return made, refused, err
}
