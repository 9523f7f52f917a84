package sample

import "travaux/data"

// completeTreaty looks through the words of the concept and of the framework.
func completeTreaty(s Story, complete func(where string, w data.Words, optional bool)) {
	for _, x := range s.Theses {
		complete(x.Key, x.Heading, x.Clause != "")
		complete(x.Key, x.Text, x.Clause != "")
	}
	f := s.Framework
	t := f.Treaty
	for where, w := range map[string]data.Words{"title": t.Title, "short": t.Short, "by": t.By, "depositary": t.Depositary} {
		complete(where, w, false)
	}
	for _, x := range f.Articles {
		complete("article", x.Heading, x.Clause != "")
		for _, p := range x.Paragraphs {
			complete("article", p, false)
		}
	}
	for _, x := range f.Declared {
		complete(x.Key, x.Text, x.Kind == data.ReservationWithdrawn)
	}
	for _, x := range f.Cycles {
		complete("cycle", x.Title, false)
		for _, r := range x.Reports {
			complete("report of "+r.Party, r.Text, false)
		}
		for _, a := range x.Assessments {
			complete("assessment of "+a.Party, a.Text, true)
			complete("evidence on "+a.Party, a.Evidence, true)
		}
	}
	complete("witness", f.Draw.Witness, false)
	for party, w := range f.Draw.Remarks {
		complete("review of "+party, w, false)
	}
	for _, x := range f.Amendments {
		complete(x.Amendment.Symbol, x.Amendment.Title, false)
		complete(x.Amendment.Symbol, x.Label, true)
		complete(x.Amendment.Symbol, x.Text, false)
		complete(x.Amendment.Symbol, x.Remark, true)
	}
	for _, x := range f.Questions {
		complete("question of "+x.By, x.Text, false)
	}
	for _, x := range f.Meetings {
		complete("meeting", x.Title, false)
		complete("meeting", x.Place, false)
		complete("meeting", x.Record, true)
		for _, a := range x.Agenda {
			complete("agenda", a.Title, false)
		}
		for _, a := range x.FollowUps {
			complete("follow-up", a.What, false)
		}
	}
	for _, x := range f.Contacts {
		complete("contact of "+x.Party, x.Office, false)
	}
	d := f.Dispute
	complete(d.Number, d.Title, false)
	for _, c := range d.Claims {
		complete("claim of "+c.By, c.Text, false)
		complete("claim of "+c.By, c.Relief, false)
	}
	for _, r := range d.Ladder {
		complete(string(r.Means), r.Body, true)
	}
	for _, x := range d.Steps {
		complete(string(x.Act), x.Text, true)
	}
	for _, x := range d.Papers {
		complete(x.Symbol, x.Title, false)
		complete(x.Symbol, x.Text, true)
	}
	for _, x := range f.Discordances {
		complete(x.Path, x.Remark, false)
	}
}
