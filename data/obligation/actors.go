package obligation

import (
	"slices"
	"strings"
	"unicode"

	"travaux/data"
	"travaux/data/redline/strength"
)

// actor is who a sentence binds.
type actor struct {
	kind  data.ObligedKind
	words string // as the text names it; "": it names nobody
}

// cast is how a language names those whom treaties bind. All words are in small
// letters. Names may be followed by endings where they end in "*".
//
// Sources: the six versions of the Convention against Cybercrime (A/RES/79/243) and
// of the Charter, and the usual names of others: Contracting Parties, Members.
type cast struct {
	each       []string // all parties
	some       []string // one party, or some
	conference []string
	organ      []string
	narrowing  []string // before a name: "requested"; the party is one of some
	articles   []string // before a name, of no meaning here
	governing  []string // before a name, with its article: it is not the subject
	relative   []string // after a name: some parties only
	conditions []string // first in a sentence: in a case only
	plain      []string // begins like a condition and is none: "where appropriate"
	every      []string // begins a name that leaves nobody out, whatever follows it
}

func fields(s string) []string {
	parts := strings.Split(s, "|")
	slices.SortFunc(parts, func(a, b string) int { return len(b) - len(a) })
	return parts
}

var casts = map[data.Lang]cast{
	data.English: {
		each:       fields("each state party|every state party|states parties|each party|every party|parties|each contracting party|contracting parties|all members|members|each member|high contracting parties|each state|the parties to the present convention"),
		some:       fields("state party|states party|party|contracting party|member"),
		conference: fields("conference of the states parties|conference of the parties|meeting of the parties|meeting of the states parties|assembly of states parties|conference"),
		organ:      fields("secretariat|secretary-general of the united nations|secretary-general|depositary|committee|security council|general assembly|economic and social council|trusteeship council|international court of justice|commission|bureau"),
		narrowing:  fields("requested|requesting|receiving|transferring|reporting|exporting|importing|reviewed|interested|concerned|developed|developing|such|other|any|no|either"),
		articles:   fields("the|a|an|all|both|these|those|that|this|two|or|more"),
		governing:  fields("of|to|by|in|for|from|with|between|on|upon|among|against|through|within|under|at|into|than|via|towards|concerning|regarding|entitle|and/or|affect|authorizing|oblige|require|requires"),
		relative:   fields("that|which|who|whose|in|concerned|from|seeking|making|receiving|not"),
		conditions: fields("if|where|when|whenever|should|unless|once|in the event"),
		plain:      fields("where appropriate|when appropriate|where necessary"),
		every:      fields("each|every"),
	},
	data.French: {
		each:       fields("chaque état partie|les états parties|états parties|chaque partie|les parties|chaque partie contractante|les parties contractantes|tous les états parties|tous les membres|les membres|chaque membre|parties contractantes"),
		some:       fields("état partie|partie|partie contractante|membre"),
		conference: fields("conférence des états parties|conférence des parties|réunion des parties|assemblée des états parties|conférence"),
		organ:      fields("secrétariat|secrétaire général de l’organisation des nations unies|secrétaire général|dépositaire|comité|conseil de sécurité|assemblée générale|conseil économique et social|conseil de tutelle|commission|bureau"),
		narrowing:  fields("autre|autres|tout|toute|aucun|aucune|certains"),
		articles:   fields("le|la|l|les|un|une|ces|cet|cette|deux"),
		governing:  fields("de|d|du|des|à|au|aux|par|en|dans|pour|avec|entre|sur|sous|contre|chez|selon|auprès|permet|lie"),
		relative:   fields("qui|que|dont|requis|requérant|requise|requérante|intéressé|concerné|sur|ayant|où|auquel|duquel|d|destinataire|expéditeur"),
		conditions: fields("si|s|lorsque|lorsqu|quand|dans le cas où|à moins"),
		plain:      fields("lorsqu’il y a lieu|s’il y a lieu|s’agissant"),
		every:      fields("chaque"),
	},
	data.Spanish: {
		each:       fields("cada estado parte|los estados partes|estados partes|cada parte|las partes|cada parte contratante|las partes contratantes|todos los estados partes|los miembros|todos los miembros|cada miembro"),
		some:       fields("estado parte|parte|parte contratante|miembro"),
		conference: fields("conferencia de los estados partes|conferencia de las partes|reunión de las partes|asamblea de los estados partes|conferencia"),
		organ:      fields("secretaría|secretario o secretaria general de las naciones unidas|secretario o secretaria general|secretario general de las naciones unidas|secretario general|depositario|comité|consejo de seguridad|asamblea general|consejo económico y social|consejo de administración fiduciaria|comisión|mesa"),
		narrowing:  fields("otro|otros|todo|ningún|algún|dicho|ese"),
		articles:   fields("el|la|los|las|un|una|estos|esos|dos"),
		governing:  fields("de|del|a|al|por|en|para|con|entre|sobre|contra|según|ante|desde|hacia|mediante"),
		relative:   fields("que|cuya|cuyo|cuyas|cuyos|en|requerido|requirente|interesado|de|quien|receptor|transmisor"),
		conditions: fields("si|cuando|en caso de|en el caso de|siempre que|a menos"),
		plain:      fields("cuando proceda|cuando sea necesario|siempre que sea|cuando corresponda"),
		every:      fields("cada"),
	},
	data.Russian: {
		each:       fields("каждое государство-участник|государства-участники|государства — участники|каждое государство — участник|каждая сторона|стороны|договаривающиеся стороны|каждая договаривающаяся сторона|члены организации|каждый член организации|все члены организации"),
		some:       fields("государство-участник|государство — участник|сторона|договаривающаяся сторона|член организации"),
		conference: fields("конференция государств-участников|конференция государств — участников|конференция сторон|совещание сторон|конференция"),
		organ:      fields("секретариат|генеральный секретарь организации объединенных наций|генеральный секретарь|депозитарий|комитет|совет безопасности|генеральная ассамблея|экономический и социальный совет|совет по опеке|комиссия|бюро"),
		narrowing:  fields("запрашиваемое|запрашивающее|запрашиваемая|запрашивающая|другое|такое|любое|ни одно|это|соответствующее|заинтересованное"),
		articles:   fields("все|эти|два|оба"),
		governing:  fields("через|на|в|обязывает|за"),
		relative:   fields("которые|которое|которая|на|в|получившее|направившее"),
		conditions: fields("если|когда|в случае|в случаях|в том случае|всякий раз"),
		plain:      fields("в случае необходимости|в случаях, когда это уместно"),
		every:      fields("кажд"),
	},
	data.Chinese: {
		each:       fields("各缔约国|每一缔约国|缔约国|所有缔约国|各缔约方|缔约方|各会员国|每一缔约方|联合国会员国|会员国"),
		some:       fields("请求缔约国|被请求缔约国|有关缔约国|一缔约国|缔约国一方|任何缔约国|该缔约国|某一缔约国|另一缔约国|其他缔约国|接收缔约国|该国"),
		conference: fields("缔约国会议|公约缔约国会议|缔约方会议|缔约方大会|缔约国大会"),
		organ:      fields("秘书处|联合国秘书长|秘书长|保存人|委员会|安全理事会|联合国大会|大会|经济及社会理事会|托管理事会"),
		governing:  fields("向|对|与|在|为|经|由于|应|给|和|于|使|从|根据|同|依|按|按照|依照|授权|求"),
		relative:   fields("的|之间|境内|提出|法律|主管|领土|领域|国内|国民"),
		conditions: fields("如果|如|若|倘|凡|当"),
		plain:      fields("如有可能|如属必要"),
		every:      fields("各|每"),
	},
	data.Arabic: {
		each:       fields("للدول الأطراف|لكل دولة طرف|لجميع الدول الأطراف|كل دولة طرف|جميع الدول الأطراف|الدول الأطراف|كل طرف|الأطراف|كل من الأطراف|أعضاء الهيئة|جميع أعضاء الهيئة|الأعضاء|الأطراف المتعاقدة"),
		some:       fields("للدولة الطرف|لأي دولة طرف|الدولة الطرف|دولة طرف|دولة طرفا|الطرف|طرف|عضو|أي دولة طرف"),
		conference: fields("لمؤتمر الدول الأطراف|للمؤتمر|مؤتمر الدول الأطراف|مؤتمر الأطراف|المؤتمر|اجتماع الأطراف"),
		organ:      fields("الأمانة|الأمين العام للأمم المتحدة|الأمين العام|الأمانة العامة|الوديع|اللجنة|مجلس الأمن|الجمعية العامة|المجلس الاقتصادي والاجتماعي|مجلس الوصاية|المجلس"),
		narrowing:  fields("أي|أية"),
		governing:  fields("من|إلى|في|بين|مع|عن|لدى|أن"),
		relative:   fields("التي|الذي|متلقية|الطالبة|المتلقية|المعنية|الطالب|الموجه|يوجد|ترى|تتلقى|تجعل|تكون|تقوم"),
		conditions: fields("إذا|عندما|حيثما|متى|في حالة|في حال|كلما"),
		plain:      fields("عند الاقتضاء"),
		every:      fields("كل|لكل"),
	},
}

// subject is whom the expression that binds is said of.
func subject(text []rune, s sentence, m strength.Mark, lang data.Lang) actor {
	if lang == data.Arabic { // the verb comes first
		if who := named(text, sentence{m.Start, min(s.end, m.End+afterVerb)}, m.End+afterVerb, lang); who.kind != data.ObligedOther {
			if who.kind == data.ObligedParties && conditional(text, s, m.Start, lang) {
				who.kind = data.ObligedSome
			}
			return who
		}
	}
	return named(text, s, m.Start, lang)
}

// afterVerb is how far from its verb, in runes, an Arabic subject begins at most.
const afterVerb = 40

// conditional reports whether a sentence begins with a condition before a place.
func conditional(text []rune, s sentence, before int, lang data.Lang) bool {
	c, words := casts[lang], []rune(strings.ToLower(string(text[s.start:s.end])))
	at := 0
	for at < len(words) && !unicode.IsLetter(words[at]) {
		at++
	}
	return s.start+at < before && match(words, at, c.conditions, lang) > 0 && match(words, at, c.plain, lang) == 0
}

// named is who is named before a place of a sentence as the subject: the first who
// can be, or the last where the sentence begins with a condition.
func named(text []rune, s sentence, before int, lang data.Lang) actor {
	c := casts[lang]
	lower := []rune(strings.ToLower(string(text[s.start:s.end])))
	if len(lower) != s.end-s.start { // a letter that has no small one of the same length
		return actor{kind: data.ObligedOther}
	}
	found := actor{kind: data.ObligedOther}
	condition := conditional(text, s, before, lang)
	for i := 0; i < len(lower) && s.start+i < before; i++ {
		kind, n := c.at(lower, i, lang)
		if n == 0 {
			continue
		}
		start, some, governed := c.before(lower, i, lang)
		related := match(lower, skip(lower, i+n), c.relative, lang) > 0 && !hasPrefix(lower[i:], c.every)
		if kind == data.ObligedParties && (some || related || condition) {
			kind = data.ObligedSome
		}
		if lang == data.Chinese && match(lower, i+n, c.relative, lang) > 0 { // it goes before what it is of
			governed = true
		}
		if !governed {
			found = actor{kind, string(text[s.start+start : s.start+i+n])}
			if !condition {
				return found
			}
		}
		i += n - 1
	}
	return found
}

// at is who is named at a place, and with how many runes.
func (c cast) at(lower []rune, i int, lang data.Lang) (kind data.ObligedKind, n int) {
	for _, names := range []struct {
		kind data.ObligedKind
		list []string
	}{{data.ObligedConference, c.conference}, {data.ObligedOrgan, c.organ}, {data.ObligedParties, c.each}, {data.ObligedSome, c.some}} {
		if k := match(lower, i, names.list, lang); k > n {
			kind, n = names.kind, k
		}
	}
	return kind, n
}

// before looks at what stands before a name: where the whole of it begins, whether
// it is narrowed to some, and whether another word governs it.
func (c cast) before(lower []rune, i int, lang data.Lang) (start int, some, governed bool) {
	start = i
	if lang == data.Chinese {
		for k := max(i-2, 0); k < i; k++ {
			if n := match(lower, k, c.governing, lang); n > 0 && k+n == i {
				return start, some, true
			}
		}
		return start, some, false
	}
	if lang == data.Arabic && i > 0 && lower[i-1] == 'ل' { // للدول is told by its spelling
		return start, some, false
	}
	for {
		from, to := wordBefore(lower, start)
		word := string(lower[from:to])
		switch {
		case from == to:
			return start, some, false
		case slices.Contains(c.narrowing, word):
			some = true
		case slices.Contains(c.articles, word):
		default:
			return start, some, slices.Contains(c.governing, word)
		}
		start = from
	}
}

// wordBefore is the word before a place, where nothing but room or an apostrophe
// is between the two.
func wordBefore(text []rune, at int) (from, to int) {
	to = at
	for to > 0 && (unicode.IsSpace(text[to-1]) || text[to-1] == '’' || text[to-1] == '\'') {
		to--
	}
	from = to
	for from > 0 && (unicode.IsLetter(text[from-1]) || text[from-1] == '-') {
		from--
	}
	return from, to
}

func hasPrefix(lower []rune, list []string) bool {
	for _, word := range list {
		if r := []rune(word); len(lower) >= len(r) && string(lower[:len(r)]) == word {
			return true
		}
	}
	return false
}

func skip(text []rune, i int) int {
	for i < len(text) && (unicode.IsSpace(text[i]) || text[i] == ',') {
		i++
	}
	return i
}

// match is the length of the longest name of a list that stands at a place as whole
// words, 0 for none. Lists are in order of their length, the longest first.
func match(lower []rune, i int, list []string, lang data.Lang) int {
	if i >= len(lower) || lang != data.Chinese && i > 0 && unicode.IsLetter(lower[i-1]) {
		return 0
	}
	for _, name := range list {
		n := 0
		ok := true
		for _, r := range name {
			if i+n >= len(lower) || !same(lower[i+n], r) {
				ok = false
				break
			}
			n++
		}
		if ok && (lang == data.Chinese || i+n == len(lower) || !unicode.IsLetter(lower[i+n])) {
			return n
		}
	}
	return 0
}

// same compares letters; any kind of space, dash or apostrophe is one.
func same(a, b rune) bool {
	return a == b || unicode.IsSpace(a) && b == ' ' || unicode.Is(unicode.Pd, a) && unicode.Is(unicode.Pd, b) || a == '\'' && b == '’' || a == '’' && b == '\''
}
