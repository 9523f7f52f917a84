package export

import (
	"testing"

	"travaux/data"
	"travaux/translations"
)

func TestRunningHeadWithoutAStateHasNoGap(t *testing.T) {
	doc := PositionPaper(data.PublicBrief{Lang: data.English}, translations.New("en"))
	if doc.RunningHead != translations.New("en").T("paper.position") {
		t.Errorf("running head %q", doc.RunningHead)
	}
}
