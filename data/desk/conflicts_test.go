package desk_test

import (
	"slices"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/desk"
)

// versionsOf is a conflict in one line: where, what, and the versions, the shown one
// first.
func versionsOf(d *desk.Desk, c desk.Conflict) string {
	var versions []string
	for _, v := range c.Versions {
		words := d.Member(v.Author).Name[:1] + "=" + v.Text
		if v.Deleted {
			words += "deleted"
		}
		for _, x := range v.Details {
			words += " " + x.Name + "/" + string(x.Lang) + ":" + x.Text
		}
		versions = append(versions, words)
	}
	where := ""
	for _, id := range c.Provisions {
		if p, err := d.Provision(id); err == nil {
			where += p.Path + " "
		}
	}
	return where + c.Kind + "." + c.Field + "/" + string(c.Lang) + " " + strings.Join(versions, " | ")
}

func allTold(d *desk.Desk) (out []string) {
	for _, c := range d.Conflicts() {
		out = append(out, versionsOf(d, c))
	}
	return out
}

// position changes the position on article 2, paragraph 2.
func position(t *testing.T, d *desk.Desk, alter func(*data.Position)) {
	t.Helper()
	must(t, d.ChangePosition(ctx, keeper(t, d), alter))
}

func keeper(t *testing.T, d *desk.Desk) data.ID {
	t.Helper()
	txt, err := d.Current()
	must(t, err)
	for _, p := range txt.Provisions {
		if strings.HasPrefix(p.Text[data.English].Text, "A keeper may rest") {
			return p.ID
		}
	}
	t.Fatal("the provision is not there")
	return data.ID{}
}

func TestEveryFieldThatAPersonWroteCanBeInConflict(t *testing.T) {
	wording := func(text string) func(*data.Position) {
		return func(p *data.Position) { p.Wording[data.English] = text }
	}
	for _, c := range []struct {
		name     string
		prepare  func(t *testing.T, d *desk.Desk)
		one, two func(t *testing.T, d *desk.Desk)
		want     []string // two, the later, is shown
	}{
		{
			name: "stance",
			one: func(t *testing.T, d *desk.Desk) {
				position(t, d, func(p *data.Position) { p.Stance = data.StanceSupport })
			},
			two: func(t *testing.T, d *desk.Desk) {
				position(t, d, func(p *data.Position) { p.Stance = data.StanceOppose })
			},
			want: []string{"ch1/art2/2 position.stance/ B=oppose | A=support"},
		},
		{
			name: "wording",
			one:  func(t *testing.T, d *desk.Desk) { position(t, d, wording("A keeper shall rest.")) },
			two:  func(t *testing.T, d *desk.Desk) { position(t, d, wording("A keeper should rest.")) },
			want: []string{"ch1/art2/2 position.wording/en B=A keeper should rest. | A=A keeper shall rest."},
		},
		{
			name: "reasons, citations and internal reasons, and nothing that only one wrote",
			one: func(t *testing.T, d *desk.Desk) {
				position(t, d, func(p *data.Position) {
					p.PublicReasons[data.English], p.Citations[data.French], p.InternalReasons = "Rest is due.", "A/1", "They are tired."
				})
			},
			two: func(t *testing.T, d *desk.Desk) {
				position(t, d, func(p *data.Position) {
					p.PublicReasons[data.English], p.Citations[data.French], p.InternalReasons = "Rest is needed.", "A/2", "We are tired."
					p.Wording[data.English] = "A keeper should rest."
				})
			},
			want: []string{
				"ch1/art2/2 position.citations/fr B=A/2 | A=A/1", "ch1/art2/2 position.internal/ B=We are tired. | A=They are tired.",
				"ch1/art2/2 position.reasons/en B=Rest is needed. | A=Rest is due.",
			},
		},
		{
			name: "both wrote the same",
			one:  func(t *testing.T, d *desk.Desk) { position(t, d, wording("A keeper shall rest.")) },
			two:  func(t *testing.T, d *desk.Desk) { position(t, d, wording("A keeper shall rest.")) },
		},
		{
			name: "the text of a comment edited and withdrawn",
			prepare: func(t *testing.T, d *desk.Desk) {
				_, err := d.Comment(ctx, keeper(t, d), data.Anchor{}, "Who rests?")
				must(t, err)
			},
			one: func(t *testing.T, d *desk.Desk) {
				must(t, d.EditComment(ctx, d.Comments(keeper(t, d))[0].ID, "Who rests, and when?"))
			},
			two: func(t *testing.T, d *desk.Desk) {
				must(t, d.WorkAs(d.Members()[0].ID))
				must(t, d.DeleteComment(ctx, d.Comments(keeper(t, d))[0].ID))
			},
			want: []string{"ch1/art2/2 comment.text/ A=deleted | A=Who rests, and when?"},
		},
		{
			name: "an instruction",
			prepare: func(t *testing.T, d *desk.Desk) {
				_, err := d.SetInstruction(ctx, data.Instruction{Reference: "MFA/1", Text: "Rest.", Provisions: []data.ID{keeper(t, d)}})
				must(t, err)
			},
			one: func(t *testing.T, d *desk.Desk) {
				i := d.AllInstructions()[0]
				i.Text = "Rest at dawn."
				_, err := d.SetInstruction(ctx, i)
				must(t, err)
			},
			two: func(t *testing.T, d *desk.Desk) {
				i := d.AllInstructions()[0]
				i.Text, i.Issuer = "Rest at noon.", "Legal"
				_, err := d.SetInstruction(ctx, i)
				must(t, err)
			},
			want: []string{"ch1/art2/2 instruction.body/ B= Issuer/:Legal Text/:Rest at noon. | A= Issuer/: Text/:Rest at dawn."},
		},
		{
			name: "the words of a proposal changed and the proposal deleted",
			prepare: func(t *testing.T, d *desk.Desk) {
				_, err := d.Propose(ctx, data.Proposal{Provision: keeper(t, d), Kind: data.ProposalModify, Wording: data.Words{data.English: "A keeper must rest."}})
				must(t, err)
			},
			one: func(t *testing.T, d *desk.Desk) {
				_, err := d.ChangeProposal(ctx, d.Proposals(keeper(t, d))[0].ID, func(p *data.Proposal) { p.Wording[data.English] = "A keeper must sleep." })
				must(t, err)
			},
			two: func(t *testing.T, d *desk.Desk) {
				must(t, d.DeleteProposal(ctx, d.Proposals(keeper(t, d))[0].ID))
			},
			want: []string{"ch1/art2/2 proposal.wording/en B=deleted | A=A keeper must sleep."},
		},
		{
			name: "what the negotiation is called, detail by detail",
			one: func(t *testing.T, d *desk.Desk) {
				n := d.Negotiation()
				n.Title[data.English], n.Title[data.French] = "Lanterns and lamps", "Lanternes"
				must(t, d.SetNegotiation(ctx, n))
			},
			two: func(t *testing.T, d *desk.Desk) {
				must(t, d.WorkAs(d.Members()[0].ID))
				n := d.Negotiation()
				n.Title[data.English], n.State = "Lights", "CHE"
				must(t, d.SetNegotiation(ctx, n))
			},
			want: []string{"negotiation.body/ A= State/:CHE Title/en:Lights Title/fr: | A= State/: Title/en:Lanterns and lamps Title/fr:Lanternes"},
		},
		{
			name: "a member",
			one: func(t *testing.T, d *desk.Desk) {
				m := d.Members()[1]
				m.Name = "Bea Delegate"
				_, err := d.SetMember(ctx, m)
				must(t, err)
			},
			two: func(t *testing.T, d *desk.Desk) {
				m := d.Members()[1]
				m.Role = data.RoleAdviser
				must(t, d.WorkAs(d.Members()[0].ID))
				_, err := d.SetMember(ctx, m)
				must(t, err)
			},
			want: []string{"member.body/ A= Name/:B. Delegate Role/:adviser | A= Name/:Bea Delegate Role/:delegate"},
		},
		{
			name: "whether a remark is settled is a mark: the latest holds",
			prepare: func(t *testing.T, d *desk.Desk) {
				_, err := d.Comment(ctx, keeper(t, d), data.Anchor{}, "Who rests?")
				must(t, err)
			},
			one: func(t *testing.T, d *desk.Desk) { must(t, d.ResolveComment(ctx, d.Comments(keeper(t, d))[0].ID, true)) },
			two: func(t *testing.T, d *desk.Desk) {
				must(t, d.ResolveComment(ctx, d.Comments(keeper(t, d))[0].ID, false))
			},
		},
		{
			name: "states of the text are added, both of them",
			one:  func(t *testing.T, d *desk.Desk) { must(t, d.SetTextState(ctx, keeper(t, d), data.TextClose, "")) },
			two:  func(t *testing.T, d *desk.Desk) { must(t, d.SetTextState(ctx, keeper(t, d), data.TextParked, "")) },
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := twoLaptops(t)
			if c.prepare != nil {
				c.prepare(t, l.one)
				l.meet()
				must(t, l.two.WorkAs(l.delegate.ID))
			}
			l.later()
			c.one(t, l.one)
			l.later()
			c.two(t, l.two)
			l.meet()
			for i, d := range []*desk.Desk{l.one, l.two} {
				if got := allTold(d); !slices.Equal(got, c.want) {
					t.Errorf("laptop %d has\n%s\nwant\n%s", i+1, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
				}
			}
		})
	}
}
