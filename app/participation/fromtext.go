package participation

import (
	"strings"

	"travaux/data"
	"travaux/data/clause"
	"travaux/data/desk"
)

// ruleOf is the rule of entry into force, and the notice of a denunciation, as the
// text says them in words: of the first article that names a number of instruments,
// and of the first that names a notice. Zero where none does.
func ruleOf(t *desk.Text, lang data.Lang) (rule data.EntryRule, notice data.Delay) {
	var order []string
	params := map[string][]clause.Param{}
	for _, p := range t.Provisions {
		article := articleOf(p.Path)
		if _, seen := params[article]; !seen {
			order = append(order, article)
		}
		r, in := p.In(lang)
		params[article] = append(params[article], clause.Read(r.Text, in)...)
	}
	for _, article := range order {
		if read := clause.Rule(params[article]); rule.Number == 0 && read.Number > 0 {
			rule = read
		}
		if notice.IsZero() {
			notice = clause.NoticeOf(params[article])
		}
	}
	return rule, notice
}

// articleOf is the path of the article in which a path is; the path itself where it
// is in none.
func articleOf(path string) string {
	steps := strings.Split(path, "/")
	for i, s := range steps {
		if strings.HasPrefix(s, "art") {
			return strings.Join(steps[:i+1], "/")
		}
	}
	return path
}

// readRule fills in what the chosen text says of the rule; what it does not say stays
// as it is.
func (f *treatyForm) readRule() {
	p := f.page
	t, err := p.room.Desk.Text(f.draft.Treaty.Revision)
	if err != nil {
		p.room.Fail(err)
		return
	}
	rule, notice := ruleOf(t, data.Lang(p.room.Loc.Lang()))
	if rule.Number == 0 && notice.IsZero() {
		p.room.Toast(p.room.Loc.T("participation.form.read.nothing"))
		return
	}
	shown := draftOf(data.Treaty{Rule: rule, Notice: notice})
	if rule.Number > 0 {
		f.draft.Number, f.draft.Delay, f.draft.Later = shown.Number, shown.Delay, shown.Later
	}
	if !notice.IsZero() {
		f.draft.Notice = shown.Notice
	}
	f.filled()
	f.note()
}
