package concord

import (
	"math"
	"slices"
	"unicode/utf8"

	"travaux/data"
	"travaux/data/text"
	"travaux/data/text/reference"
)

// A text joined by its numbers goes astray where an unnumbered paragraph is missing
// in a version: all that follows counts one less there. So the versions are set
// beside each other once more, by number where there is one and else by what is
// written, in the order of the text: the sum of how well provisions fit is largest
// (Needleman and Wunsch), with lengths compared as in Gale and Church, "A program
// for aligning sentences in bilingual corpora" (1993), and words as vocabulary does.

// feature is what of a provision can be compared across languages.
type feature struct {
	lang   data.Lang
	at     int // index among the provisions
	length float64
	elem   string   // of the path, where it is numbered
	value  int      // of its number
	signs  []string // numbers and symbols, sorted; read when they are needed
}

// rows sets the versions beside each other.
func rows(provisions []data.Provision, langs []data.Lang) []Row {
	versions := make(map[data.Lang][]feature, len(langs))
	for _, lang := range langs {
		versions[lang] = featuresOf(provisions, lang)
	}
	lead := leading(versions, langs)
	place := make([]map[data.Lang]int, len(versions[lead])) // by row of the lead
	for k, f := range versions[lead] {
		place[k] = map[data.Lang]int{lead: f.at}
	}
	extra := map[int]map[int]map[data.Lang]int{} // after a row of the lead, -1 for the beginning: by provision
	for _, lang := range langs {
		if lang == lead {
			continue
		}
		last := -1
		for k, to := range aligned(provisions, versions[lead], versions[lang]) {
			at := versions[lang][k].at
			if to >= 0 {
				place[to][lang], last = at, to
				continue
			}
			if extra[last] == nil {
				extra[last] = map[int]map[data.Lang]int{}
			}
			if extra[last][at] == nil {
				extra[last][at] = map[data.Lang]int{}
			}
			extra[last][at][lang] = at
		}
	}
	var out []Row
	for k := -1; k < len(place); k++ {
		if k >= 0 {
			out = append(out, Row{place[k]})
		}
		var order []int
		for at := range extra[k] {
			order = append(order, at)
		}
		slices.Sort(order)
		for _, at := range order {
			out = append(out, Row{extra[k][at]})
		}
	}
	return out
}

func featuresOf(provisions []data.Provision, lang data.Lang) []feature {
	var out []feature
	for i, p := range provisions {
		r, ok := p.Text[lang]
		if !ok {
			continue
		}
		f := feature{lang: lang, at: i, length: float64(utf8.RuneCountInString(r.Heading) + utf8.RuneCountInString(r.Text))}
		if r.Label != "" {
			label, _ := text.ParseLabel(r.Label)
			f.value = label.Value
			f.elem = p.Path
			for k := len(f.elem) - 1; k >= 0; k-- {
				if f.elem[k] == '/' {
					f.elem = f.elem[k+1:]
					break
				}
			}
		}
		out = append(out, f)
	}
	return out
}

func sign(provisions []data.Provision, list []feature) {
	for k := range list {
		if f := &list[k]; f.signs == nil {
			f.signs = signsOf(provisions[f.at].Text[f.lang], f.lang)
		}
	}
}

// signsOf reads what is the same in every language.
func signsOf(r data.Rendering, lang data.Lang) []string {
	out := []string{}
	var except []text.Span
	for _, s := range reference.Symbols(r.Text, lang) {
		out, except = append(out, s.Name), append(except, s.Span)
	}
	for _, n := range Numbers(r.Text, lang, except) {
		if n.Sure {
			out = append(out, n.Value)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// leading is the version that has most provisions in common with the others.
func leading(versions map[data.Lang][]feature, langs []data.Lang) data.Lang {
	count := map[int]int{}
	for _, list := range versions {
		for _, f := range list {
			count[f.at]++
		}
	}
	var best data.Lang
	most := -1
	for _, lang := range langs {
		n := 0
		for _, f := range versions[lang] {
			n += count[f.at] - 1
		}
		if n > most || n == most && lang == data.English {
			best, most = lang, n
		}
	}
	return best
}

// What counts for and against two provisions being the same one.
const (
	sameNumber   = 1.2  // the same place by its number
	sameElement  = 0.6  // the same number elsewhere
	lostNumber   = -0.3 // one of them has none
	otherNumber  = -2.0
	sameKind     = 0.3
	otherKind    = -0.6
	lengthWeight = 1.6
	signsWeight  = 2.0
	wordsWeight  = 6.0
	noSigns      = -1.5
	gapCost      = -0.4
	band         = 400 // provisions that a version may be ahead or behind
)

// aligned returns, for every provision of a version, its place in the lead; -1 for
// none. Articles and what holds them stand where their numbers say; what lies
// between two of them is set beside each other.
func aligned(provisions []data.Provision, lead, list []feature) []int {
	out := make([]int, 0, len(list))
	ratio := lengths(list) / max(lengths(lead), 1)
	where := make(map[int]int, len(lead))
	for k, f := range lead {
		where[f.at] = k
	}
	from, to := 0, 0 // what was set before: of the version, of the lead
	for k := 0; k <= len(list); k++ {
		end := len(lead)
		if k < len(list) {
			place, both := where[list[k].at]
			if !both || place < to || !anchor(provisions[list[k].at].Kind) {
				continue
			}
			end = place
		}
		for _, place := range between(provisions, lead[to:end], list[from:k], ratio) {
			if place >= 0 {
				place += to
			}
			out = append(out, place)
		}
		if k < len(list) {
			out = append(out, end)
		}
		from, to = k+1, end+1
	}
	return out
}

func anchor(k data.Kind) bool {
	switch k {
	case data.KindArticle, data.KindChapter, data.KindPart, data.KindAnnex, data.KindPreamble, data.KindFormula:
		return true
	}
	return false
}

// between sets what lies between two anchors beside each other.
func between(provisions []data.Provision, lead, list []feature, ratio float64) []int {
	out := make([]int, len(list))
	if slices.EqualFunc(lead, list, func(a, b feature) bool { return a.at == b.at }) {
		for k := range out {
			out[k] = k
		}
		return out
	}
	sign(provisions, lead)
	sign(provisions, list)
	words := newVocabulary(provisions, lead, list)
	n, m := len(lead), len(list)
	score, from := make([][]float32, n+1), make([][]step, n+1)
	for i := range score {
		score[i], from[i] = make([]float32, m+1), make([]step, m+1)
		for j := range score[i] {
			switch off := i - j*n/max(m, 1); {
			case i == 0 && j == 0:
			case i == 0:
				score[i][j], from[i][j] = score[i][j-1]+gapCost, versionAlone
			case j == 0:
				score[i][j], from[i][j] = score[i-1][j]+gapCost, leadAlone
			case off > band || off < -band:
				score[i][j], from[i][j] = float32(math.Inf(-1)), leadAlone
			default:
				score[i][j], from[i][j] = score[i-1][j-1]+float32(fit(provisions, lead[i-1], list[j-1], ratio, words)), both
				if s := score[i-1][j] + gapCost; s > score[i][j] {
					score[i][j], from[i][j] = s, leadAlone
				}
				if s := score[i][j-1] + gapCost; s > score[i][j] {
					score[i][j], from[i][j] = s, versionAlone
				}
			}
		}
	}
	for i, j := n, m; j > 0; {
		switch from[i][j] {
		case both:
			i, j = i-1, j-1
			out[j] = i
		case leadAlone:
			i--
		default:
			j--
			out[j] = -1
		}
	}
	return out
}

// step says which of the two a row of an alignment has.
type step uint8

const (
	both step = iota + 1
	leadAlone
	versionAlone
)

func lengths(list []feature) float64 {
	sum := 0.0
	for _, f := range list {
		sum += f.length
	}
	return sum
}

// fit says how well two provisions fit each other.
func fit(provisions []data.Provision, a, b feature, ratio float64, words *vocabulary) float64 {
	s := 0.0
	switch {
	case a.at == b.at && a.elem != "":
		s += sameNumber
	case a.elem == "" && b.elem == "":
		s += wordsWeight * words.alike(a.at, b.at)
	case a.elem == b.elem, a.value == b.value && a.value > 0:
		s += sameElement
	case a.elem == "" || b.elem == "":
		s += lostNumber
	default:
		s += otherNumber
	}
	if provisions[a.at].Kind == provisions[b.at].Kind {
		s += sameKind
	} else {
		s += otherKind
	}
	s += 1 - lengthWeight*min(math.Abs(math.Log((b.length+8)/(a.length*ratio+8))), 2)
	if shared, all := common(a.signs, b.signs); shared > 0 {
		s += signsWeight * float64(shared) / float64(all)
	} else if len(a.signs) > 0 && len(b.signs) > 0 {
		s += noSigns
	}
	return s
}

// common counts what two sorted lists share, and what they hold together.
func common(a, b []string) (shared, all int) {
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] == b[0]:
			shared++
			a, b = a[1:], b[1:]
		case a[0] < b[0]:
			a = a[1:]
		default:
			b = b[1:]
		}
		all++
	}
	return shared, all + len(a) + len(b)
}
