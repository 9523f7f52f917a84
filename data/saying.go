package data

import "strings"

// Saying is words of a record as they are looked for.
type Saying struct {
	Lang Lang // "" where it does not matter
	Text string
}

// Telling is a record that says more than its sentence, or says it in several
// languages.
type Telling interface {
	Noted
	Sayings() []Saying
}

// SayingsOf are all words of a record that somebody may look for: those of its
// Sayings, else its sentence. None is empty.
func SayingsOf(n Noted) (out []Saying) {
	all := []Saying{{"", n.Sentence()}}
	if t, ok := n.(Telling); ok {
		all = t.Sayings()
	}
	for _, s := range all {
		if s.Text = strings.TrimSpace(s.Text); s.Text != "" {
			out = append(out, s)
		}
	}
	return out
}

// saying puts short words of a record on lines of their own.
func saying(lang Lang, words ...string) Saying { return Saying{lang, strings.Join(words, "\n")} }

// each are the words of every language apart.
func (w Words) each() (out []Saying) {
	for _, lang := range Langs {
		if w[lang] != "" {
			out = append(out, Saying{lang, w[lang]})
		}
	}
	return out
}

// together are the words of each language with the words of others that belong to them.
func together(all ...Words) (out []Saying) {
	for _, lang := range Langs {
		var words []string
		for _, w := range all {
			if w[lang] != "" {
				words = append(words, w[lang])
			}
		}
		if len(words) > 0 {
			out = append(out, saying(lang, words...))
		}
	}
	return out
}

// sources are the words of what something rests on.
func sources(all []SourceRef) (out []Saying) {
	for _, s := range all {
		out = append(out, saying(s.Lang, strings.TrimSpace(s.Symbol+" "+s.Pointer), s.Quote))
	}
	return out
}

// Sayings are its titles, and by whom it was adopted and is kept.
func (t *Treaty) Sayings() []Saying {
	return append(together(t.Title, t.Short, t.By, t.Depositary), saying("", t.Symbol))
}

// Sayings are its title and its changes to the text.
func (a *Amendment) Sayings() []Saying {
	out := append(a.Title.each(), saying("", a.Symbol, a.Remark))
	for _, e := range a.Edits {
		out = append(out, together(e.Label, e.Heading, e.Text)...)
	}
	return out
}

// Sayings are its heading and text, and what it rests on.
func (t *Thesis) Sayings() []Saying {
	return append(together(t.Heading, t.Text), sources(t.Sources)...)
}

// Sayings are the sources.
func (s *Sourcing) Sayings() []Saying { return sources(s.Sources) }

// Sayings are the remark and how the versions should read.
func (d *Discordance) Sayings() []Saying { return append(d.Read.each(), saying("", d.Remark)) }

// Sayings are its text.
func (r *Reservation) Sayings() []Saying { return []Saying{{r.Lang, r.Text}} }

// Sayings are its text.
func (q *Question) Sayings() []Saying { return []Saying{{q.Lang, q.Text}} }

// Sayings are its title and place, the agenda, the record, and what is to be done.
func (c *Consultation) Sayings() []Saying {
	out := []Saying{saying("", c.Title, c.Place), {c.Lang, c.Record}}
	for _, a := range c.Agenda {
		out = append(out, saying(c.Lang, a.Title))
	}
	for _, f := range c.FollowUps {
		out = append(out, saying(c.Lang, f.What))
	}
	return out
}

// Sayings are who it is and how he or she is reached.
func (c *Contact) Sayings() []Saying { return []Saying{saying("", c.Name, c.Office, c.Address)} }

// Sayings are its title and number, and the claims.
func (d *Dispute) Sayings() []Saying {
	out := []Saying{saying("", d.Title, d.Number)}
	for _, c := range d.Claims {
		out = append(out, saying("", c.Text, c.Relief))
	}
	return out
}

// Sayings are its text.
func (s *DisputeStep) Sayings() []Saying { return []Saying{{s.Lang, s.Text}} }

// Sayings are its title and what it says.
func (p *DisputePaper) Sayings() []Saying {
	return []Saying{saying("", p.Title, p.Symbol), {p.Lang, p.Text}}
}

// Sayings are who must do what, and the remark.
func (o *Obligation) Sayings() []Saying { return []Saying{saying("", o.Must, o.Who), {"", o.Remark}} }

// Sayings are its title.
func (c *Cycle) Sayings() []Saying { return c.Title.each() }

// Sayings are what it says, and its symbol.
func (r *PartyReport) Sayings() []Saying { return []Saying{{r.Lang, r.Text}, {"", r.Symbol}} }

// Sayings are its text, and each piece of evidence.
func (a *Assessment) Sayings() []Saying {
	out := []Saying{{"", a.Text}}
	for _, e := range a.Evidence {
		out = append(out, saying("", strings.TrimSpace(e.Symbol+" "+e.Pointer), e.Words))
	}
	return out
}

// Sayings are the seed and before whom it was drawn.
func (x *Draw) Sayings() []Saying { return []Saying{saying("", x.Seed, x.Witness)} }
