package read_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/intake"
	"travaux/data/library"
	"travaux/data/library/read"
)

const documents = "../../../../shared/data/"

func source(t *testing.T, name string, content []byte, lang data.Lang) read.Document {
	t.Helper()
	src, err := intake.Read(context.Background(), name, content)
	if err != nil {
		t.Fatal(err)
	}
	return read.Read(src, lang)
}

// show writes the lines of a document: pointer, tab, beginning of the text.
func show(lines []library.Line) string {
	var b strings.Builder
	for _, l := range lines {
		words := strings.Fields(l.Text)
		b.WriteString(l.Pointer + "\t" + strings.Join(words[:min(4, len(words))], " ") + "\n")
	}
	return b.String()
}

func TestReadDocuments(t *testing.T) {
	for name, c := range map[string]struct {
		text, symbol, title string
		kind                data.WorkKind
		want                string
	}{
		"a resolution": {
			"A/RES/91/4\n\nRivers of the plain\n\nThe General Assembly,\n\nRecalling its resolution 90/1 of 2 May,\n\nConvinced that rivers bind peoples,\n\n" +
				"1. Calls upon States to keep rivers clean;\n\n2. Invites States:\n\n(a) To report on rivers;\n\n(b) To measure them;\n\n3. Decides to remain seized of the matter.",
			"A/RES/91/4", "", data.WorkResolution,
			"PP1\tRecalling its resolution 90/1\nPP2\tConvinced that rivers bind\nOP1\tCalls upon States to\nOP2\tInvites States:\n" +
				"OP2 (a)\tTo report on rivers;\nOP2 (b)\tTo measure them;\nOP3\tDecides to remain seized\n",
		},
		"a report": {
			"A/90/11\n\nReport of the Group on Rivers\n\nI. Introduction\n\n1. The Group met in two sessions.\n\n2. It heard five experts.\n\nII. Findings\n\n3. The Group recommends that States:\n\n(a) Keep rivers clean;\n\n(b) Report on them.",
			"A/90/11", "", data.WorkReport,
			"para. 1\tThe Group met in\npara. 2\tIt heard five experts.\n\tII. Findings\npara. 3\tThe Group recommends that\npara. 3 (a)\tKeep rivers clean;\npara. 3 (b)\tReport on them.\n",
		},
		"a treaty": {
			"Covenant on Ponds\n\nPreamble\n\nThe Parties,\n\nAware of ponds everywhere,\n\nHave agreed as follows:\n\nChapter I\nGeneral\n\nArticle 1\nUse of terms\n\nFor this Covenant:\n\n(a) “pond” means standing water;\n\n(b) “Party” means a State.\n\n" +
				"Chapter II\nDuties\n\nArticle 2\nProtection\n\n1. Each Party shall protect ponds.\n\n2. Each Party shall:\n\n(a) count ponds;\n\n(b) report on them.\n\nArticle 2 bis\nReports\n\nReports are public at all times.",
			"", "Covenant on Ponds", data.WorkTreaty,
			"PP1\tAware of ponds everywhere,\nart. 1\tFor this Covenant:\nart. 1 (a)\t“pond” means standing water;\nart. 1 (b)\t“Party” means a State.\n" +
				"art. 2.1\tEach Party shall protect\nart. 2.2\tEach Party shall:\nart. 2.2 (a)\tcount ponds;\nart. 2.2 (b)\treport on them.\nart. 2 bis\tReports are public at\n",
		},
		"numbers that begin anew": {
			"Chapter I\nWaters\n\n1. Ponds are standing waters.\n\n2. Rivers are running waters.\n\nChapter II\nDuties\n\n1. States protect ponds everywhere.\n\n2. States protect rivers everywhere.",
			"", "", data.WorkOther,
			"chap. I, para. 1\tPonds are standing waters.\nchap. I, para. 2\tRivers are running waters.\nchap. II, para. 1\tStates protect ponds everywhere.\nchap. II, para. 2\tStates protect rivers everywhere.\n",
		},
		"no structure": {"We walked along the river.\n\nIt was late.", "", "", data.WorkOther, "\tWe walked along the\n\tIt was late.\n"},
	} {
		t.Run(name, func(t *testing.T) {
			d := source(t, "a.txt", []byte(c.text), data.English)
			if d.Symbol != c.symbol || d.Kind != c.kind || c.title != "" && d.Title != c.title {
				t.Errorf("symbol %q, kind %s, title %q", d.Symbol, d.Kind, d.Title)
			}
			if got := show(d.Lines); got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
		})
	}
}

// TestReadRealDocuments reads what is at hand: every path once, hardly a
// paragraph without a pointer, and the same pointers in all six languages.
func TestReadRealDocuments(t *testing.T) {
	for name, c := range map[string]struct {
		pattern string
		symbol  string
		kind    data.WorkKind
		least   int     // paragraphs
		pointed float64 // share of them that have a pointer
		shared  float64 // share of the pointers that all languages have
	}{
		"a convention":    {"akn/A_RES_79_243_*.xml", "A/RES/79/243", data.WorkResolution, 500, 0.97, 0.95},
		"a declaration":   {"akn/A_RES_79_1_*.xml", "A/RES/79/1", data.WorkResolution, 450, 0.8, 0.25}, /* its headings are set otherwise in each language */
		"the Council":     {"akn/S_RES_2728_*.xml", "S/RES/2728 (2024)", data.WorkResolution, 8, 1, 1},
		"the Charter":     {"treaties/un-charter-*.txt", "", data.WorkTreaty, 180, 0.9, 0.25}, /* all files but the Chinese one have lost their numbers */
		"the Declaration": {"treaties/udhr-*.html", "", data.WorkTreaty, 50, 0.95, 0.9},
	} {
		t.Run(name, func(t *testing.T) {
			files, _ := filepath.Glob(documents + c.pattern)
			if len(files) == 0 {
				t.Skip("the document is not at hand")
			}
			count := map[string]int{}
			for _, file := range files {
				content, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				d := source(t, filepath.Base(file), content, "")
				paths, pointers, pointed := map[string]bool{}, map[string]bool{}, 0
				for _, l := range d.Lines {
					if paths[l.Path] {
						t.Errorf("%s: %s comes twice", d.Lang, l.Path)
					}
					paths[l.Path] = true
					if l.Pointer != "" {
						pointed++
						pointers[l.Pointer] = true
					}
				}
				for p := range pointers {
					count[p]++
				}
				if share := float64(pointed) / float64(max(1, len(d.Lines))); len(d.Lines) < c.least || share < c.pointed {
					t.Errorf("%s: %d paragraphs, %.2f of them with a pointer", d.Lang, len(d.Lines), share)
				}
				if d.Symbol != c.symbol || d.Kind != c.kind {
					t.Errorf("%s: %q, %s, %q", d.Lang, d.Symbol, d.Kind, d.Title)
				}
			}
			all := 0
			for _, n := range count {
				if n == len(files) {
					all++
				}
			}
			if share := float64(all) / float64(len(count)); share < c.shared {
				t.Errorf("%.3f of %d pointers are in all of %d languages", share, len(count), len(files))
			} else {
				t.Logf("%.3f of %d pointers are in all of %d languages", share, len(count), len(files))
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	f.Add("A/RES/91/4\n\nThe General Assembly,\n\n1. Calls upon States;\n(a) to act;")
	f.Add("Annex\nArticle 1\n1. x y\n(i) a b\n第一条 中文")
	f.Fuzz(func(t *testing.T, content string) {
		src, err := intake.Read(context.Background(), "a.txt", []byte(content))
		if err != nil {
			return
		}
		seen := map[string]bool{}
		for _, l := range read.Read(src, "").Lines {
			if seen[l.Path] {
				t.Fatalf("%s comes twice", l.Path)
			}
			seen[l.Path] = true
			if !strings.Contains(l.Text, strings.TrimSpace(l.Text)) || l.Text == "" {
				t.Fatalf("%q", l.Text)
			}
		}
	})
}
