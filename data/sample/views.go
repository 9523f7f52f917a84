package sample

import (
	"time"

	"travaux/data"
)

// The sample's register: codes begin with X, which ISO 3166-1 leaves to users and
// never gives to a country.

// Party is an invented State as the register has it.
type Party struct {
	Code  string
	Names data.Words
}

// Grouping is an invented group of invented States.
type Grouping struct {
	Code    string
	Kind    data.GroupKind
	Names   data.Words
	Members []string // codes
	Source  data.Words
}

// View is what an invented State thinks of a provision.
type View struct {
	Path       string
	Proposal   string // key of a proposal; "" for the text
	By, For    string // codes; For "" in a national capacity
	Attitude   data.Attitude
	Confidence data.Confidence
	Words      data.Words    // nil: nothing but the attitude was taken down
	After      time.Duration // since the meeting began
	Private    bool
}

// Issue is a question that runs through several provisions.
type Issue struct {
	Title data.Words
	Paths []string
}

// Submission is what an invented group handed in.
type Submission struct {
	Symbol     string
	Title      data.Words
	Date       data.Date
	By, For    string
	Paragraphs []data.Words
	Marks      []Mark
}

// Mark is a paragraph of a submission as a view on a provision.
type Mark struct {
	Paragraph int
	Path      string
	Attitude  data.Attitude
}

// Work is an invented document of agreed language.
type Work struct {
	Symbol     string
	Title      data.Words
	Date       data.Date
	Paragraphs []WorkParagraph
}

// WorkParagraph is one of its paragraphs, with how it is cited.
type WorkParagraph struct {
	Pointer string
	Text    data.Words
}

// States of the sample, by the ids of their names.
var parties = []struct{ code, id, region string }{
	{"XAR", "arventa", north},
	{"XBE", "bekalu", south},
	{"XBR", "brisgar", north},
	{"XCO", "corvella", south},
	{"XDU", "dunmerra", north},
	{"XFE", "fenmark", north},
	{"XGA", "galdor", north},
	{"XHA", "halvoria", north},
	{"XIL", "ilvermar", south},
	{"XJO", "jorvessa", south},
	{"XKA", "kalmeth", south},
	{"XLU", "lunora", islands},
	{"XNE", "nemuria", islands},
	{"XOR", "orselund", north},
	{"XPE", "pelagua", islands},
	{"XPL", "perluna", islands},
	{"XQU", "quendara", south},
	{"XSE", "selkara", south},
	{"XSO", "sorvania", south},
	{"XTA", "tamrisha", south},
	{"XUL", "ulmara", islands},
	{"XVE", "vestrell", north},
	{"XWE", "wendria", north},
	{"XZE", "zephara", islands},
}

// Groups of the sample.
const (
	north      = "x-north"
	south      = "x-south"
	islands    = "x-islands"
	meridian   = "x-meridian"
	equatorial = "x-equatorial"
	operators  = "x-operators"
)

// register are the States and groups of the sample.
func register(w map[string]data.Words) (states []Party, groups []Grouping) {
	region := map[string][]string{}
	for _, p := range parties {
		states = append(states, Party{p.code, w["state."+p.id]})
		region[p.region] = append(region[p.region], p.code)
	}
	source := w["register.source"]
	return states, []Grouping{
		{north, data.GroupRegional, w["region.north"], region[north], source},
		{south, data.GroupRegional, w["region.south"], region[south], source},
		{islands, data.GroupRegional, w["region.islands"], region[islands], source},
		{meridian, data.GroupPolitical, w["register.meridian"], []string{"XBE", "XCO", "XIL", "XJO", "XKA", "XQU", "XSE", "XSO", "XTA"}, source},
		{equatorial, data.GroupPolitical, w["register.equatorial"], []string{"XCO", "XLU", "XNE", "XPE", "XPL", "XSE", "XUL", "XZE"}, source},
		{operators, data.GroupPolitical, w["register.operators"], []string{"XAR", "XBR", "XGA", "XHA", "XOR", "XVE", "XWE"}, source},
	}
}

// firstViews are what was said at the third meeting: on article 5, and on the
// proposals on it.
func firstViews(w map[string]data.Words) []View {
	const path = "ch2/art5/1"
	return []View{
		{Path: path, By: "XQU", For: meridian, Attitude: data.AttitudeSupport, Words: w["view.measures.meridian"], After: 6 * time.Minute},
		{Path: path, By: "XHA", Attitude: data.AttitudeOppose, Words: w["view.measures.halvoria"], After: 10 * time.Minute},
		{Path: path, By: "XOR", Attitude: data.AttitudeFlexible, Words: w["view.measures.orselund"], After: 14 * time.Minute},
		{Path: path, By: "XPE", For: equatorial, Attitude: data.AttitudeSupport, After: 17 * time.Minute},
		{Path: path, By: "XFE", Attitude: data.AttitudeQuestion, After: 21 * time.Minute},
		{Path: path, By: "XIL", Attitude: data.AttitudeFlexible, After: 25 * time.Minute},
		{Path: path, By: "XVE", Attitude: data.AttitudeOppose, After: 28 * time.Minute},
		{Path: path, Proposal: "shall", By: "XSO", Attitude: data.AttitudeSupport, After: 31 * time.Minute},
		{Path: path, Proposal: "shall", By: "XHA", Attitude: data.AttitudeOppose, After: 33 * time.Minute},
		{Path: path, Proposal: "should", By: "XGA", Attitude: data.AttitudeSupport, After: 36 * time.Minute},
		{Path: "ch2/art6/2", By: "XBR", Attitude: data.AttitudeSupport, After: 48 * time.Minute},
		{Path: "ch2/art6/2", By: "XQU", For: meridian, Attitude: data.AttitudeSupport, After: 52 * time.Minute},
	}
}

// debrisViews are what was said at the fifth meeting: on articles 9 and 14.
func debrisViews(w map[string]data.Words) []View {
	const path = "ch2/art9/1"
	return []View{
		{Path: path, By: "XPE", For: equatorial, Attitude: data.AttitudeSupport, Words: w["view.debris.equatorial"], After: 4 * time.Minute},
		{Path: path, By: "XOR", For: operators, Attitude: data.AttitudeOppose, Words: w["view.debris.orselund"], After: 9 * time.Minute},
		{Path: path, By: "XCO", Attitude: data.AttitudeQuestion, Words: w["view.debris.corvella"], After: 15 * time.Minute},
		{Path: path, By: "XWE", Attitude: data.AttitudeFlexible, After: 18 * time.Minute},
		{Path: path, By: "XDU", Attitude: data.AttitudeReserve, After: 22 * time.Minute},
		{Path: "ch2/art9/2bis", By: "XQU", For: meridian, Attitude: data.AttitudeOppose, After: 30 * time.Minute},
		{Path: "ch2/art9/2bis", By: "XOR", For: operators, Attitude: data.AttitudeSupport, After: 34 * time.Minute},
		{Path: "ch4/art14/3", By: "XQU", Attitude: data.AttitudeOppose, Words: w["view.monitoring.quendara"], After: 55 * time.Minute},
		{Path: "ch4/art14/3", By: "XHA", For: operators, Attitude: data.AttitudeSupport, Words: w["view.monitoring.operators"], After: 61 * time.Minute},
		{Path: "ch4/art14/3", By: "XKA", Attitude: data.AttitudeReserve, After: 66 * time.Minute},
	}
}

// securityViews are what was said in the informals on article 7, one of them to
// us alone.
func securityViews(w map[string]data.Words) []View {
	const path = "ch2/art7/3"
	return []View{
		{Path: path, By: "XTA", Attitude: data.AttitudeSupport, Words: w["view.security.tamrisha"], After: 5 * time.Minute},
		{Path: path, By: "XHA", Attitude: data.AttitudeOppose, Words: w["view.security.halvoria"], After: 8 * time.Minute},
		{Path: path, By: "XVE", Attitude: data.AttitudeOppose, After: 11 * time.Minute},
		{Path: path, By: "XZE", Attitude: data.AttitudeFlexible, Confidence: data.ConfidenceUnsure, After: 16 * time.Minute},
		{Path: path, By: "XTA", Attitude: data.AttitudeFlexible, Words: w["view.security.private"], After: 50 * time.Minute, Private: true},
		{Path: "ch2/art7/1", By: "XBE", Attitude: data.AttitudeSupport, After: 24 * time.Minute},
		{Path: "ch2/art7/1", By: "XPE", For: equatorial, Attitude: data.AttitudeSupport, After: 27 * time.Minute},
	}
}

// courtViews are what was said at the eighth meeting: Orselund has moved on
// article 9, Halvoria on article 5.
func courtViews(w map[string]data.Words) []View {
	const path = "ch4/art17/3"
	return []View{
		{Path: path, By: "XQU", For: meridian, Attitude: data.AttitudeOppose, Words: w["view.court.meridian"], After: 3 * time.Minute},
		{Path: path, By: "XIL", Attitude: data.AttitudeSupport, Words: w["view.court.ilvermar"], After: 8 * time.Minute},
		{Path: path, By: "XLU", Attitude: data.AttitudeReserve, Words: w["view.court.lunora"], After: 12 * time.Minute},
		{Path: path, By: "XFE", Attitude: data.AttitudeSupport, After: 15 * time.Minute},
		{Path: path, By: "XGA", Attitude: data.AttitudeFlexible, Confidence: data.ConfidenceReported, After: 20 * time.Minute},
		{Path: "ch4/art16/2", By: "XHA", Attitude: data.AttitudeOppose, After: 41 * time.Minute},
		{Path: "ch4/art16/2", By: "XSE", Attitude: data.AttitudeSupport, After: 45 * time.Minute},
		{Path: "ch2/art9/1", By: "XOR", Attitude: data.AttitudeFlexible, After: 70 * time.Minute},
		{Path: "ch2/art5/1", By: "XHA", Attitude: data.AttitudeFlexible, After: 74 * time.Minute},
	}
}

func issues(w map[string]data.Words) []Issue {
	return []Issue{
		{w["issue.security"], []string{"ch2/art7/1", "ch2/art7/3"}},
		{w["issue.costs"], []string{"ch2/art7bis/1", "ch2/art9/2"}},
	}
}

func submissions(w map[string]data.Words) []Submission {
	return []Submission{{
		Symbol: "A/AC.999/CRP.11", Title: w["submission.equatorial.title"],
		Date: data.Date{Year: 2026, Month: time.November, Day: 4}, By: "XPE", For: equatorial,
		Paragraphs: []data.Words{w["submission.equatorial.debris"], w["submission.equatorial.relief"], w["submission.equatorial.close"]},
		Marks:      []Mark{{0, "ch2/art9/1", data.AttitudeSupport}, {1, "ch2/art7bis/1", data.AttitudeSupport}},
	}}
}

func works(w map[string]data.Words) []Work {
	work := Work{Symbol: "A/AC.999/2025/9", Title: w["work.title"], Date: data.Date{Year: 2025, Month: time.December, Day: 12}}
	for _, number := range []string{"11", "12", "13", "14", "15", "16"} {
		work.Paragraphs = append(work.Paragraphs, WorkParagraph{"para. " + number, w["work.para-"+number]})
	}
	return []Work{work}
}
