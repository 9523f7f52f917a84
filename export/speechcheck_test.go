package export

import (
	"testing"

	"travaux/data"
)

func TestWhereAStatementGivesASecretAway(t *testing.T) {
	const text = "Thank you, Chair. We could live with the words of the coast on this. We agree.\nMs. Quill wrote it."
	for _, c := range []struct {
		name   string
		secret data.Secret
		issued string
		want   string
	}{
		{"nothing", data.Secret{Text: "something else that nobody ever said"}, "", ""},
		{"a sentence", data.Secret{Text: "we could live with the words of the neighbours"}, "", "We could live with the words of the coast on this."},
		{"issued words", data.Secret{Text: "we could live with the words of the neighbours"}, "We could live with the words of the neighbours.", ""},
		{"from one sentence into the next", data.Secret{Text: "of the coast on this we agree"}, "", "We could live with the words of the coast on this. We agree."},
		{"a name", data.Secret{Text: "Quill", Exact: true}, "", "Ms. Quill wrote it."},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.secret.Field = "field.comment"
			got := ""
			for _, f := range NewSpeechWatch([]data.Secret{c.secret, c.secret}, c.issued).Find(text, data.English) {
				got += string([]rune(text)[f.Start:f.End])
				if f.Kind != data.SpeechSecret || f.Field != "field.comment" {
					t.Errorf("%+v", f)
				}
			}
			if got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}
