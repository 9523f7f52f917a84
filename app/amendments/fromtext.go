package amendments

import (
	"travaux/app/page"
	"travaux/data"
	"travaux/data/clause"
)

// provided is the rule that the text of the treaty says, and the article in which it
// stands; ok is false where it says none.
func (f *form) provided() (rule data.AmendmentRule, article data.ID, ok bool) {
	return clause.Amendment(f.page.world.text.Provisions, f.page.room.Selection.Lang())
}

// readRule fills in what the treaty itself says of its amendment, for a person to look
// at; nothing is recorded by it. Who is required, and what is accepted by silence,
// stays as it is in the form.
func (f *form) readRule() {
	r := f.page.room
	rule, article, ok := f.provided()
	if !ok {
		r.Toast(r.Loc.T("amendments.form.read.nothing"))
		return
	}
	old := f.amendment.Rule
	rule.Fixed, rule.Required, rule.Objection, rule.Block = old.Fixed, old.Required, old.Objection, old.Block
	f.amendment.Rule = rule
	f.fillRule()
	f.noted()
	r.Toast(r.Loc.T("amendments.form.read", "place", page.Cited(r, []data.ID{article})))
}
