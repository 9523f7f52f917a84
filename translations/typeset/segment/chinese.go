package segment

import (
	"strings"
	"unicode"
)

// The marks that may not begin or end a line of Chinese (GB/T 15834-2011 and
// the strict rules of the W3C's "Requirements for Chinese Text Layout").
const (
	neverFirst = "、。，．：；？！…‥）］｝〕〉》」』】〗〙〛”’·・‧～〜％‰℃／"
	neverLast  = "（［｛〔〈《「『【〖〘〚“‘￥"
)

// Measures that stay with the number before them, and with 第 and its number.
const measures = "年月日号條条款项項章节節段页頁届屆次时時分"

const numerals = "〇零一二三四五六七八九十百千"

// chineseQuotes lets lines break at the outer side of curly quotation marks.
// UAX #14 cannot tell their direction, so it forbids both sides; in Chinese
// text “ and ‘ always open and ” and ’ always close.
func (p *places) chineseQuotes() {
	for at := 1; at < len(p.text); at++ {
		last, next := p.text[at-1], p.text[at]
		opens := (next == '“' || next == '‘') && isChinese(last) && !strings.ContainsRune(neverLast, last)
		closes := (last == '”' || last == '’') && unicode.Is(unicode.Han, next)
		if p.kinds[at] == Forbidden && (opens || closes) {
			p.kinds[at] = Allowed
		}
	}
}

// isChinese tells ideographs and full-width marks.
func isChinese(r rune) bool {
	return unicode.Is(unicode.Han, r) || r >= 0x3001 && r <= 0x303F || r >= 0xFF01 && r <= 0xFF60 || r == '—' || r == '…'
}

// kinsoku keeps closing marks off the beginning and opening marks off the end
// of a line, also across spaces, and the halves of —— and …… together.
func (p *places) kinsoku() {
	for at := 1; at < len(p.text); at++ {
		if p.kinds[at] == Forbidden || isSpace(p.text[at]) {
			continue
		}
		next, last := p.text[at], p.text[at-1]
		if ideograph(next) && ideograph(last) {
			continue
		}
		for i := at - 1; i > 0 && isSpace(last); i-- {
			last = p.text[i-1]
		}
		if strings.ContainsRune(neverFirst, next) || strings.ContainsRune(neverLast, last) ||
			last == next && (next == '—' || next == '…' || next == '⸺') {
			p.forbid(at)
		}
	}
}

// chineseNumbers keeps a number in digits with its measure ("2024年", "第5条"),
// and 第 with its numeral in characters ("第十二条").
func (p *places) chineseNumbers() {
	for at := 1; at < len(p.text); at++ {
		last := p.text[at-1]
		if isSpace(last) && at > 1 {
			last = p.text[at-2]
		}
		if last != '第' && !isDigit(last) {
			continue
		}
		if isDigit(last) && strings.ContainsRune(measures, p.text[at]) || last == '第' && isDigit(p.text[at]) {
			p.forbid(at)
		}
		if last != '第' {
			continue
		}
		end := at
		for end < len(p.text) && strings.ContainsRune(numerals, p.text[end]) {
			end++
		}
		if end > at && end < len(p.text) && strings.ContainsRune(measures, p.text[end]) {
			for i := at; i <= end; i++ {
				p.forbid(i)
			}
		}
	}
}
