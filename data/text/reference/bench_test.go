package reference_test

import (
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/text/reference"
)

// paragraph is 2 kB of the densest text that a draft has.
var paragraph = map[data.Lang]string{
	data.English: "Each Party shall apply article 12, paragraph 3 (b), and articles 5, 6 and 9 of this Convention to the service providers named in paragraph 2 of this article (A/RES/76/19, PP3). ",
	data.French:  "Chaque Partie applique l’alinéa b) du paragraphe 3 de l’article 12 et les articles 5, 6 et 9 de la présente Convention aux fournisseurs visés au paragraphe 2 du présent article. ",
	data.Spanish: "Cada Parte aplicará el artículo 12, párrafo 3 b), y los artículos 5, 6 y 9 de la presente Convención a los proveedores mencionados en el párrafo 2 del presente artículo. ",
	data.Russian: "Каждый Участник применяет подпункт b) пункта 3 статьи 12 и статьи 5, 6 и 9 настоящей Конвенции к поставщикам, указанным в пункте 2 настоящей статьи. ",
	data.Chinese: "各缔约方应将第十二条第三款第㈡项以及本公约第五条、第六条和第九条适用于本条第二款所述的服务提供者，并遵守《联合国宪章》第三十三条。",
	data.Arabic:  "يطبق كل طرف الفقرة 3 (ب) من المادة 12 والمواد 5 و 6 و 9 من هذه الاتفاقية على مقدمي الخدمات المذكورين في الفقرة 2 من هذه المادة. ",
}

func twoKilobytes(lang data.Lang) string {
	p := paragraph[lang]
	return strings.Repeat(p, 2048/len(p)+1)
}

func BenchmarkParagraph(b *testing.B) {
	for _, lang := range data.Langs {
		b.Run(string(lang), func(b *testing.B) {
			s := twoKilobytes(lang)
			b.SetBytes(int64(len(s)))
			for b.Loop() {
				if refs, _ := reference.Scan(s, lang); len(refs) < 10 {
					b.Fatalf("only %d references", len(refs))
				}
			}
		})
	}
}

// BenchmarkConvention finds, resolves and counts everything in a whole
// convention.
func BenchmarkConvention(b *testing.B) {
	for _, lang := range data.Langs {
		b.Run(string(lang), func(b *testing.B) {
			provisions := realText(b, "akn/A_RES_79_243_"+string(lang)+".xml")
			size := 0
			for i := range provisions {
				size += len(provisions[i].Text[lang].Text)
			}
			b.SetBytes(int64(size))
			for b.Loop() {
				x := reference.NewIndex(provisions)
				found := 0
				for i := range provisions {
					refs, _ := reference.Scan(provisions[i].Text[lang].Text, lang)
					for _, r := range refs {
						found += len(x.Resolve(provisions[i].ID, r))
					}
				}
				terms := reference.Terms(provisions, lang)
				if uses := reference.Uses(provisions, lang, terms); found < 300 || len(uses) < 16 {
					b.Fatalf("only %d references and %d terms", found, len(uses))
				}
			}
		})
	}
}

func BenchmarkIndex(b *testing.B) {
	provisions := realText(b, "akn/A_RES_79_243_en.xml")
	for b.Loop() {
		reference.NewIndex(provisions)
	}
}

// BenchmarkCheck tells what became of every reference between two revisions
// of which the later has every article renumbered.
func BenchmarkCheck(b *testing.B) {
	earlier := realText(b, "akn/A_RES_79_243_en.xml")
	later := append([]data.Provision(nil), earlier...)
	for i := range later {
		later[i].Path = strings.Replace(later[i].Path, "art", "art1", 1)
	}
	now, was := reference.NewIndex(later), reference.NewIndex(earlier)
	for b.Loop() {
		moved := 0
		for i := range later {
			for _, r := range reference.Find(later[i].Text[data.English].Text, data.English) {
				for _, t := range reference.Check(r, later[i].ID, now, was) {
					if t.Status == reference.Renumbered {
						moved++
					}
				}
			}
		}
		if moved < 50 {
			b.Fatalf("only %d renumbered", moved)
		}
	}
}
