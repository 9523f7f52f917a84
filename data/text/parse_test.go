package text

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"travaux/data"
)

// sketch writes an outline as "path kind" lines.
func sketch(o *Outline) string {
	var b strings.Builder
	for _, n := range o.Nodes {
		fmt.Fprintf(&b, "%s %s\n", n.Path, n.Kind)
	}
	return strings.TrimSpace(b.String())
}

func paths(o *Outline) []string {
	out := make([]string, len(o.Nodes))
	for i, n := range o.Nodes {
		out[i] = n.Path
	}
	return out
}

func find(t *testing.T, o *Outline, path string) *Node {
	t.Helper()
	for i := range o.Nodes {
		if o.Nodes[i].Path == path {
			return &o.Nodes[i]
		}
	}
	t.Fatalf("no %s in\n%s", path, sketch(o))
	return nil
}

// The same little convention, written for this test, in six languages. All
// must give the same paths.
var sixWays = map[data.Lang]string{
	data.English: `Preamble
The States Parties to this Convention,
Bearing in mind the value of lighthouses,
Have agreed as follows:
Chapter I
General provisions
Article 1
Purpose
The purposes of this Convention are to:
(a)	Keep the lights on;
(b)	Share lamps, which are:
(i)	Oil lamps;
(ii)	Electric lamps.
Article 2
Duties
1.	Each Party shall light:
(a)	Its coast;
(b)	Its ports;
in the hours of darkness.
2.	No lamp shall be sold.
Article 2 bis
Costs
Each Party bears its own costs.
IN WITNESS WHEREOF the undersigned have signed.`,
	data.French: `Préambule
Les États parties à la présente Convention,
Ayant à l’esprit la valeur des phares,
Sont convenus de ce qui suit :
Chapitre premier
Dispositions générales
Article premier
Objet
La présente Convention a pour objet :
a) De maintenir les feux ;
b) De partager les lampes, à savoir :
i) Les lampes à huile ;
ii) Les lampes électriques.
Article 2
Obligations
1. Chaque Partie éclaire :
a) Ses côtes ;
b) Ses ports ;
pendant les heures de nuit.
2. Aucune lampe n’est vendue.
Article 2 bis
Frais
Chaque Partie supporte ses frais.
EN FOI DE QUOI les soussignés ont signé.`,
	data.Spanish: `Preámbulo
Los Estados partes en la presente Convención,
Teniendo presente el valor de los faros,
Han convenido en lo siguiente:
Capítulo I
Disposiciones generales
Artículo 1
Finalidad
La finalidad de la presente Convención es:
a) Mantener las luces;
b) Compartir lámparas, que son:
i) Lámparas de aceite;
ii) Lámparas eléctricas.
Artículo 2
Obligaciones
1. Cada Parte iluminará:
a) Su costa;
b) Sus puertos;
durante las horas de oscuridad.
2. No se venderá lámpara alguna.
Artículo 2 bis
Gastos
Cada Parte sufragará sus gastos.
EN FE DE LO CUAL los infrascritos han firmado.`,
	data.Russian: `Преамбула
Государства — участники настоящей Конвенции,
памятуя о ценности маяков,
согласились о нижеследующем:
Глава I
Общие положения
Статья 1
Цель
Цели настоящей Конвенции состоят в том, чтобы:
a) поддерживать огни;
b) делиться лампами, а именно:
i) масляными;
ii) электрическими.
Статья 2
Обязанности
1. Каждая Сторона освещает:
а) побережье;
б) порты
в тёмное время суток.
2. Лампы не продаются.
Статья 2 бис
Расходы
Каждая Сторона несёт свои расходы.
В УДОСТОВЕРЕНИЕ ЧЕГО нижеподписавшиеся подписали Конвенцию.`,
	data.Arabic: `الديباجة
إن الدول الأطراف في هذه الاتفاقية،
إذ تضع في اعتبارها قيمة المنارات،
اتفقت على ما يلي:
الفصل الأول
أحكام عامة
المادة 1
الغرض
أغراض هذه الاتفاقية هي:
(أ)	إبقاء الأضواء؛
(ب)	تقاسم المصابيح، وهي:
’1‘	مصابيح الزيت؛
’2‘	مصابيح الكهرباء.
المادة 2
الواجبات
1 -	تضيء كل دولة طرف:
(أ)	ساحلها؛
(ب)	موانئها؛
في ساعات الظلام.
2 -	لا يباع أي مصباح.
المادة 2 مكرر
التكاليف
تتحمل كل دولة طرف تكاليفها.
وإثباتا لذلك، وقع الموقعون أدناه.`,
	data.Chinese: `序言
本公约各缔约国，
铭记灯塔的价值，
兹协议如下：
第一章
总则
第一条
宗旨
本公约的宗旨是：
㈠	保持灯火；
㈡	共享灯具，即：
1.	油灯；
2.	电灯。
第二条
义务
一、各缔约国应当照亮：
㈠	其海岸；
㈡	其港口；
在夜间照亮。
二、不得出售灯具。
第二条之二
费用
各缔约国自行承担费用。
兹由下列署名代表签署本公约，以昭信守。`,
}

func TestOneTextInSixLanguages(t *testing.T) {
	want := strings.Fields(`pre pre/opening pre/pp1 pre/formula ch1 ch1/art1 ch1/art1/a ch1/art1/b ch1/art1/b/i ch1/art1/b/ii
		ch1/art2 ch1/art2/1 ch1/art2/1/a ch1/art2/1/b ch1/art2/1/flush ch1/art2/2 ch1/art2bis witness`)
	all := map[data.Lang]*Outline{}
	for _, l := range data.Langs {
		t.Run(string(l), func(t *testing.T) {
			o := Parse(lineSource(sixWays[l]), "")
			check(t, o)
			if o.Lang != l {
				t.Errorf("taken for %s", o.Lang)
			}
			if got := paths(o); !slices.Equal(got, want) {
				t.Errorf("paths\n%v\nwant\n%v", got, want)
			}
			for _, n := range o.Nodes {
				if (n.Kind == data.KindArticle || n.Kind == data.KindChapter) && (n.Heading == "" || n.Label == "") {
					t.Errorf("%s has label %q, heading %q", n.Path, n.Label, n.Heading)
				}
			}
			all[l] = o
		})
	}
	j := Join(all)
	if len(j.Differences) > 0 || len(j.Provisions) != len(want) {
		t.Errorf("joined: %d provisions, differences %v", len(j.Provisions), j.Differences)
	}
}

func TestParse(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"nothing", "", ""},
		{"plain words", "Just a note.\nAnd another.", "u1 text\nu2 text"},
		{
			"letter i after h, then j", "Article 1\nText:\n(a) x;\n(b) x;\n(c) x;\n(d) x;\n(e) x;\n(f) x;\n(g) x;\n(h) x;\n(i) x;\n(j) x.",
			"art1 article\nart1/a point\nart1/b point\nart1/c point\nart1/d point\nart1/e point\nart1/f point\nart1/g point\nart1/h point\nart1/i point\nart1/j point",
		},
		{"numeral i after h", "Article 1\n(g) x\n(h) y:\n(i) z\n(ii) w", "art1 article\nart1/g point\nart1/h point\nart1/h/i point\nart1/h/ii point"},
		{"two labels together", "Article 1\nTitle\n1. One.\n2. (a) x\n(b) y", "art1 article\nart1/1 paragraph\nart1/2 paragraph\nart1/2/a point\nart1/2/b point"},
		{"unnumbered paragraphs", "Article 1\nFirst.\nSecond.\nThird.", "art1 article\nart1/u2 paragraph\nart1/u3 paragraph"},
		{"paragraph goes on", "Article 1\n1. First.\nMore.\n2. Second.", "art1 article\nart1/1 paragraph\nart1/1/u2 paragraph\nart1/2 paragraph"},
		{
			"flush after two levels", "Article 1\n1. x:\n(a) y:\n(i) z;\n(ii) w,\nflush;\n(b) v.",
			"art1 article\nart1/1 paragraph\nart1/1/a point\nart1/1/a/i point\nart1/1/a/ii point\nart1/1/a/flush flush\nart1/1/b point",
		},
		{"options of a paragraph", "Article 1\n3. Option A: x\nOption B: y\n4. z", "art1 article\nart1/3 paragraph\nart1/3/opt1 paragraph\nart1/3/opt2 paragraph\nart1/4 paragraph"},
		{"options of an article", "Article 1\nTitle\nOPTION I:\n1. x\n2. y\nOPTION II:\n1. z", "art1 article\nart1/opt1 paragraph\nart1/opt1/1 paragraph\nart1/opt1/2 paragraph\nart1/opt2 paragraph\nart1/opt2/1 paragraph"},
		{"brackets round numbers", "Article 1\n1. a\n[2. b]\n[[3. c]\n[7][6] bis. d", "art1 article\nart1/1 paragraph\nart1/2 paragraph\nart1/3 paragraph\nart1/7bis paragraph"},
		{"bis, alt, supra", "Article 1\nOP1 x\nOP1 alt y\nOP1 bis z\nOP2 supra w\nOP2 v", "art1 article\nart1/1 paragraph\nart1/1alt paragraph\nart1/1bis paragraph\nart1/2supra paragraph\nart1/2 paragraph"},
		{
			"same article in an annex of notes", "Article 1\nText.\nArticle 2\nText.\nAnnex\nInterpretative notes\nArticle 2\n1. Note.",
			"art1 article\nart2 article\nannex1 annex\nannex1/note2 note\nannex1/note2/1 paragraph",
		},
		{
			"contents with leaders", "Contents\nArticle 1 ........ 3\nArticle 2 ........ 4\nArticle 3 ........ 5\nArticle 1\nText.\nArticle 2\nText.\nArticle 3\nText.",
			"contents text\nart1 article\nart2 article\nart3 article",
		},
		{
			"contents without leaders", "Article 1 Scope\nArticle 2 Terms\nArticle 3 Duties\nArticle 1 Scope\nThis applies.\nArticle 2 Terms\nIt means.\nArticle 3 Duties\nDo it.",
			"contents text\nart1 article\nart2 article\nart3 article",
		},
		{"sentence that begins with Article", "Article 1\nText.\nArticle 6, paragraph 2, applies.\nArticle 7 of the Charter applies.", "art1 article\nart1/u2 paragraph\nart1/u3 paragraph"},
		{"title in the same line", "Article 2 \t\tTerminologie\nAux fins de la présente Convention.", "art2 article"},
		{"paragraphs run together", "Article 1 Use of terms 1. For the purposes. 2. It applies. 3. \"Area\" means x.", "art1 article\nart1/1 paragraph\nart1/2 paragraph\nart1/3 paragraph"},
		{
			"article inside an article", "Article 1 Judgment 1. It shall state the reasons. 2. It is final and binding upon all of the parties to the dispute. Article 2 Costs 1. Each pays.",
			"art1 article\nart1/1 paragraph\nart1/2 paragraph\nart2 article\nart2/1 paragraph",
		},
		{"placeholder number", "Article [X]\nText.", "art10 article"},
		{"year is no number", "Article 1\nAdopted in the year.\n1990. It was.", "art1 article\nart1/u2 paragraph"},
		{"same path twice", "Article 1\nx.\nArticle 1\ny.", "art1 article\nart1~2 article"},
		{"headings marked", "# Part II\n# General\n### 1. Preamble\n1. a", "part2 part\npart2/sec1 section\npart2/sec1/1 paragraph"},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := Parse(lineSource(c.text), data.English)
			check(t, o)
			if got := sketch(o); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestWordsOfNodes(t *testing.T) {
	o := Parse(lineSource("Article 13.\tTheft\nEach Party shall punish:\n\t(a)\t“Theft” of\u00a0lamps; \nwith\u00a0intent."), "")
	check(t, o)
	art, a := find(t, o, "art13"), find(t, o, "art13/a")
	if art.Label != "Article 13" || art.Heading != "Theft" || art.Text != "Each Party shall punish:" {
		t.Errorf("article: %q %q %q", art.Label, art.Heading, art.Text)
	}
	if a.Label != "(a)" || a.Text != "“Theft” of\u00a0lamps;" {
		t.Errorf("point: %q %q", a.Label, a.Text)
	}
}

func TestLabelApartAndTrackedChanges(t *testing.T) {
	src := &Source{Blocks: []Block{
		{Text: "Article 1", Kind: BlockHeading, Break: "\n"},
		{Text: "Text old new end.", Label: "(a)", Break: "\n", Tracked: []data.Tracked{
			{Start: 5, End: 8, Kind: data.TrackDeleted}, {Start: 9, End: 12, Kind: data.TrackInserted},
		}},
		{Text: "", Label: "(b)", Break: "\n"},
		{Text: "Words of b.", Break: "\n"},
		{Kind: BlockFootnote, Note: "1", Text: "A note.", Break: "\n"},
	}}
	o := Parse(src, "")
	check(t, o)
	a := find(t, o, "art1/a")
	if a.Label != "(a)" || len(a.Tracked) != 2 || string([]rune(a.Text)[a.Tracked[0].Start:a.Tracked[0].End]) != "old" {
		t.Errorf("%+v", a)
	}
	if b := find(t, o, "art1/b"); b.Label != "(b)" || b.Text != "Words of b." {
		t.Errorf("%+v", b)
	}
	if n := find(t, o, "fn1"); n.Kind != data.KindFootnote || n.Text != "A note." {
		t.Errorf("%+v", n)
	}
}

func TestEdit(t *testing.T) {
	fresh := func() *Outline {
		return Parse(lineSource("Article 1\nScope\n1. One. 2. Two.\n2. Three.\n3. General\n4. Four."), "")
	}
	index := func(o *Outline, path string) int { return slices.Index(paths(o), path) }

	o := fresh()
	if !o.Promote(index(o, "art1/3")) {
		t.Fatal("not promoted")
	}
	check(t, o)
	if n := find(t, o, "art3"); n.Kind != data.KindArticle || n.Heading != "General" {
		t.Errorf("promoted: %+v", n)
	}
	find(t, o, "art3/4")
	if !o.Demote(index(o, "art3")) {
		t.Fatal("not demoted")
	}
	check(t, o)
	if n := find(t, o, "art1/3"); n.Kind != data.KindParagraph || n.Text != "General" {
		t.Errorf("demoted: %+v", n)
	}
	if o.Promote(0) || o.Demote(0) || o.Merge(0) {
		t.Error("the first and outermost can be moved no further")
	}

	o = fresh()
	if !o.Split(index(o, "art1/1"), 5) {
		t.Fatal("not split")
	}
	check(t, o)
	if n := find(t, o, "art1/1"); n.Text != "One. " {
		t.Errorf("first part %q", n.Text)
	}
	if n := find(t, o, "art1/2"); n.Text != "Two." || n.Label != "2." {
		t.Errorf("second part %+v", n)
	}
	if !o.Merge(index(o, "art1/2")) {
		t.Fatal("not merged")
	}
	check(t, o)
	if n := find(t, o, "art1/1"); !strings.Contains(n.Text, "Two.") {
		t.Errorf("merged %q", n.Text)
	}

	o = fresh()
	o.Retitle(0, "")
	check(t, o)
	if o.Nodes[0].Heading != "" || o.Nodes[0].Text != "Scope" {
		t.Errorf("title taken away: %+v", o.Nodes[0])
	}
	o.Retitle(0, "Scope")
	check(t, o)
	if o.Nodes[0].Heading != "Scope" || o.Nodes[0].Text != "" {
		t.Errorf("title given back: %+v", o.Nodes[0])
	}
	o.Retitle(0, "Something else")
	check(t, o)
	if o.Nodes[0].Heading != "Something else" {
		t.Errorf("own title: %+v", o.Nodes[0])
	}
}

func TestJoinMissingAndKinds(t *testing.T) {
	j := Join(map[data.Lang]*Outline{
		data.English: Parse(lineSource("Article 1\nTitle\n1. a\n2. b\nArticle 2\nOther\n1. c"), data.English),
		data.French:  Parse(lineSource("Article premier\nTitre\n1. a\nArticle 2\nAutre\n1. c\n2. d"), data.French),
		data.Spanish: Parse(lineSource("Artículo 1\nTítulo\n1. a\n2. b\nArtículo 2\nOtro\n1. c"), data.Spanish),
	})
	var got []string
	for _, p := range j.Provisions {
		got = append(got, p.Path)
	}
	if want := strings.Fields("art1 art1/1 art1/2 art2 art2/1 art2/2"); !slices.Equal(got, want) {
		t.Errorf("order %v, want %v", got, want)
	}
	want := []string{"{art1/2 difference.missing [fr]}", "{art2/2 difference.missing [en es]}"}
	for i, d := range j.Differences {
		if i >= len(want) || fmt.Sprint(d) != want[i] {
			t.Errorf("difference %v", d)
		}
	}
	if len(j.Differences) != len(want) {
		t.Errorf("%d differences", len(j.Differences))
	}
}
