package pdf

import (
	"context"
	"strings"
	"testing"

	"travaux/data"
	"travaux/export"
	"travaux/export/internal/specimen"
	"travaux/translations"
)

var secrets = map[data.Lang]string{
	data.Arabic:  "ستقبل العاصمة مهلة اثني عشر شهرا إذا أصرت الوفود الأخرى على ذلك في الجلسة الختامية.",
	data.Chinese: "如果其他代表团在最后一次会议上坚持，国内可以接受十二个月的期限。",
	data.English: "Capital will accept twelve months if the other delegations insist upon it at the closing meeting.",
	data.French:  "La capitale acceptera douze mois si les autres délégations y tiennent lors de la séance de clôture.",
	data.Russian: "Столица согласится на двенадцать месяцев, если другие делегации будут настаивать на этом на заключительном заседании.",
	data.Spanish: "La capital aceptará doce meses si las demás delegaciones insisten en ello en la sesión de clausura.",
}

func TestPaperWithConfidentialWordsIsRefused(t *testing.T) {
	plant := map[string]func(*data.PublicBrief, string){
		"reasons":   func(b *data.PublicBrief, s string) { b.Lines[3].Reasons += " " + s },
		"summary":   func(b *data.PublicBrief, s string) { b.Summary += "\n" + s },
		"wording":   func(b *data.PublicBrief, s string) { b.Lines[2].Wording += " " + s },
		"citations": func(b *data.PublicBrief, s string) { b.Lines[2].Citations += "; " + s },
		"title":     func(b *data.PublicBrief, s string) { b.Title = s },
		"heading":   func(b *data.PublicBrief, s string) { b.Lines[3].Parents[1].Heading = s },
	}
	for lang, secret := range secrets {
		for place, change := range plant {
			t.Run(string(lang)+" "+place, func(t *testing.T) {
				brief := specimen.Brief(lang)
				change(&brief, secret)
				_, err := checked(brief, []data.Secret{{Field: "field.internal", Text: secret}})
				if data.CodeOf(err) != export.CodeLeak {
					t.Fatalf("not refused: %v", err)
				}
				if msg := err.Error(); !strings.Contains(msg, "field.internal") || strings.Contains(msg, secret[:12]) {
					t.Errorf("the error says %q", msg)
				}
			})
		}
	}
}

func TestNamesAndReferencesAreRefused(t *testing.T) {
	exact := []data.Secret{{Field: "field.instruction.reference", Text: "MFA/LEG/2026/114", Exact: true}, {Field: "field.member", Text: "سامي حداد", Exact: true}}
	for words, field := range map[string]string{"(MFA/LEG/2026/114)": "field.instruction.reference", "سامي حداد": "field.member"} {
		for _, lang := range data.Langs {
			brief := specimen.Brief(lang)
			brief.Lines[0].Reasons += " " + words
			_, err := checked(brief, exact)
			if data.CodeOf(err) != export.CodeLeak || !strings.Contains(err.Error(), field) {
				t.Errorf("%s: %s not refused: %v", lang, field, err)
			}
		}
	}
}

// TestSecretOverAPageBreakIsFound moves a secret line by line down the pages.
func TestSecretOverAPageBreakIsFound(t *testing.T) {
	for _, lang := range []data.Lang{data.English, data.Arabic, data.Chinese} {
		for lines := range 40 {
			brief := specimen.Brief(lang)
			brief.Lines[1].Reasons = strings.Repeat("x\n", lines) + secrets[lang]
			if _, err := checked(brief, []data.Secret{{Field: "f", Text: secrets[lang]}}); data.CodeOf(err) != export.CodeLeak {
				t.Fatalf("%s, %d lines down: not refused: %v", lang, lines, err)
			}
		}
	}
}

// TestDividedSecretIsFound moves a secret along the lines until words of it are divided: it is
// read whole, and refused.
func TestDividedSecretIsFound(t *testing.T) {
	const secret = "Столица согласится на двенадцатимесячный переходный период присоединения"
	divided := 0
	for push := range 12 {
		words := strings.Repeat("я ", 3*push) + strings.Repeat("Соответствующие предусмотренные обязательства распространяются "+secret+" ", 4)
		doc := export.Document{Lang: data.Russian, Title: "T", Blocks: []export.Block{export.Paragraph{Spans: []export.Span{{Text: words}}}}}
		for _, it := range laidOut(t, doc)[0].items {
			if it.line != nil && it.line.Divided {
				divided++
			}
		}
		said, err := Text(written(t, doc, Options{}))
		if err != nil || strings.ContainsRune(said, softHyphen[0]) || strings.Count(strings.Join(strings.Fields(said), " "), secret) < 4 {
			t.Fatalf("%v, or not whole in %q", err, said)
		}
		if _, _, err := Format.Checked(t.Context(), doc, export.FileOptions{}, []data.Secret{{Field: "f", Text: secret}}); data.CodeOf(err) != export.CodeLeak {
			t.Fatalf("%d words along: not refused: %v", push, err)
		}
		for word := range strings.FieldsSeq(secret) { // one that is a name is found, divided or not
			if _, _, err := Format.Checked(t.Context(), doc, export.FileOptions{}, []data.Secret{{Field: "f", Text: word, Exact: true}}); len([]rune(word)) > 4 && data.CodeOf(err) != export.CodeLeak {
				t.Fatalf("%d words along: %s is not found: %v", push, word, err)
			}
		}
	}
	if divided < 12 {
		t.Errorf("only %d lines end in a hyphen", divided)
	}
}

func TestCleanPaperIsHandedOver(t *testing.T) {
	for lang, secret := range secrets {
		out, err := checked(specimen.Brief(lang), []data.Secret{{Field: "f", Text: secret}, {Field: "f", Text: "MFA/LEG/2026/114", Exact: true}})
		if err != nil || len(out) == 0 {
			t.Errorf("%s: %v", lang, err)
		}
	}
}

func checked(brief data.PublicBrief, secrets []data.Secret) ([]byte, error) {
	doc := export.PositionPaper(brief, translations.New(string(brief.Lang)))
	return searched(context.Background(), doc, secrets)
}

// TestWhatIsCarriedIsReadInItsOrder, however often: words that stand beside one another
// by chance are no run.
func TestWhatIsCarriedIsReadInItsOrder(t *testing.T) {
	doc := export.Document{Lang: data.English, Title: "T", Carried: []byte(`{"Wording":"within ten years","Approval":{"Approved":true,"Date":"2026"},"List":["a","b"]}`)}
	file := written(t, doc, Options{})
	const want = "Wording\nwithin ten years\nApproval\nApproved\nDate\n2026\nList\na\nb\n"
	for range 20 {
		said, err := Text(file)
		if err != nil || !strings.HasSuffix(said, want) {
			t.Fatalf("%v in\n%s", err, said)
		}
	}
}

func searched(ctx context.Context, doc export.Document, secrets []data.Secret) ([]byte, error) {
	file, _, err := Format.Checked(ctx, doc, export.FileOptions{}, secrets)
	return file, err
}

func marked(ctx context.Context, doc export.Document) ([]byte, error) {
	file, _, err := Format.Marked(ctx, doc, export.FileOptions{})
	return file, err
}
