package look

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func newFilters(t *testing.T, lang string, width float32) (*Filters, *[]int) {
	t.Helper()
	dress(t, lang, lang == "ar")
	var told []int
	var list []Filter
	for _, words := range sixHeads[lang] {
		list = append(list, Filter{Words: words, Count: "3"})
	}
	f := NewFilters(list, func(i int, on bool) {
		if !on {
			i = -i
		}
		told = append(told, i)
	})
	w := test.NewTempWindow(t, f)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, 300))
	f.Resize(fyne.NewSize(width, 300))
	return f, &told
}

func TestFiltersByKeyboard(t *testing.T) {
	f, told := newFilters(t, "en", 1000)
	for _, k := range []fyne.KeyName{fyne.KeyRight, fyne.KeySpace, fyne.KeyRight, fyne.KeyRight, fyne.KeyReturn, fyne.KeyLeft, fyne.KeyLeft, fyne.KeySpace, fyne.KeyHome, fyne.KeyLeft} {
		f.TypedKey(&fyne.KeyEvent{Name: k})
	}
	if want := []int{1, 3, -1}; len(*told) != 3 || (*told)[0] != want[0] || (*told)[1] != want[1] || (*told)[2] != want[2] {
		t.Errorf("told %v, want %v", *told, want)
	}
	if f.On(1) || !f.On(3) || f.at != 0 {
		t.Errorf("on %v %v, at %d", f.On(1), f.On(3), f.at)
	}
	f.Disable()
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	test.Tap(f.chips[2])
	if f.On(0) || f.On(2) {
		t.Error("disabled filters can be turned on")
	}
}

func TestFiltersFollowDirectionAndRows(t *testing.T) {
	f, _ := newFilters(t, "ar", 230)
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	if f.at != 1 {
		t.Errorf("left in Arabic leads to %d", f.at)
	}
	row := f.chips[f.at].Position().Y
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if f.chips[f.at].Position().Y <= row {
		t.Fatalf("down stays in its row, at %d", f.at)
	}
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	if f.chips[f.at].Position().Y != row {
		t.Errorf("up does not come back: at %d", f.at)
	}
	for range 9 {
		f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	last := f.chips[len(f.chips)-1]
	if f.chips[f.at].Position().Y != last.Position().Y {
		t.Error("down does not reach the last row")
	}
}

func TestCountsThatAskForAnotherRowMoveWhatIsBelow(t *testing.T) {
	dress(t, "en", false)
	f := NewFilters([]Filter{{Words: "No position"}, {Words: "To approve"}, {Words: "Brackets"}}, nil)
	below := NewText("below")
	w := test.NewTempWindow(t, Border(Inset(4, 4, 4, 4, Column(NewText("above"), f)), nil, nil, nil, below))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(f.chips[0].MinSize().Width*3+30, 300))
	rows := f.Size().Height
	for i := range f.chips {
		f.SetCount(i, "1000")
	}
	if f.Size().Height <= rows {
		t.Fatal("the counts ask for no other row")
	}
	if end := f.Position().Y + f.Size().Height + 4; below.Position().Y < end {
		t.Errorf("what is below begins at %v, the filters end at %v", below.Position().Y, end)
	}
}

func TestAFilterThatIsOnHasATickAndItsOldPlace(t *testing.T) {
	f, told := newFilters(t, "ru", 1000)
	before := f.chips[2].Position()
	test.Tap(f.chips[1])
	if !f.On(1) || len(*told) != 1 || !f.chips[1].tick.Visible() || f.chips[0].tick.Visible() {
		t.Error("a press does not put a tick before the words")
	}
	if f.chips[2].Position() != before {
		t.Error("turning a filter on moves the others")
	}
	f.SetOn(1, false)
	if len(*told) != 1 || f.chips[1].tick.Visible() {
		t.Error("SetOn tells, or leaves the tick")
	}
}
