package look

import (
	"fmt"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// IconName is one of the program's line drawings.
type IconName string

// Icons. Those that point along the line of reading are mirrored when the
// window is.
const (
	IconOpen        IconName = "open"
	IconImport      IconName = "import"
	IconExport      IconName = "export"
	IconPaper       IconName = "paper"
	IconAdd         IconName = "add"
	IconLess        IconName = "less"
	IconDelete      IconName = "delete"
	IconEdit        IconName = "edit"
	IconSearch      IconName = "search"
	IconComment     IconName = "comment"
	IconInstruction IconName = "instruction"
	IconPosition    IconName = "position"
	IconHistory     IconName = "history"
	IconApprove     IconName = "approve"
	IconReturn      IconName = "return"
	IconSubmit      IconName = "submit"
	IconSettings    IconName = "settings"
	IconLock        IconName = "lock"
	IconHide        IconName = "hide"
	IconShow        IconName = "show"
	IconUndo        IconName = "undo"
	IconRedo        IconName = "redo"
	IconBack        IconName = "back"
	IconForward     IconName = "forward"
	IconUp          IconName = "up"
	IconDown        IconName = "down"
	IconClose       IconName = "close"
	IconMore        IconName = "more"
	IconWarning     IconName = "warning"
	IconInfo        IconName = "info"
	IconLanguage    IconName = "language"
	IconCopy        IconName = "copy"
	IconColumns     IconName = "columns"
	IconMarks       IconName = "marks"
	IconBrackets    IconName = "brackets"
	IconProposal    IconName = "proposal"
	IconLink        IconName = "link"
	IconQuote       IconName = "quote"
	IconPerson      IconName = "person"
	IconRevisions   IconName = "revisions"

	// What became of a provision in a later revision; IconAdd is for a new one,
	// IconLess for one that is gone.
	IconSame   IconName = "same"
	IconOther  IconName = "other"
	IconNumber IconName = "number"
	IconMoved  IconName = "moved"
	IconSplit  IconName = "split"
	IconMerged IconName = "merged"
	IconPartly IconName = "partly" // a proposal of which some words were taken
)

// drawings are SVG paths on a square of 24, drawn with a line of 1.8.
var drawings = map[IconName]string{
	IconOpen:        "M3 19V6h6l2 2h8v3M3 19l3-8h16l-3 8z",
	IconImport:      "M12 3v11M7.5 10l4.5 4.5L16.5 10M4 16v4h16v-4",
	IconExport:      "M12 15V4M7.5 8L12 3.5 16.5 8M4 16v4h16v-4",
	IconPaper:       "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
	IconAdd:         "M12 5v14M5 12h14",
	IconLess:        "M5 12h14",
	IconDelete:      "M4 6.5h16M9 6V3.5h6V6M6 6.5l1 14h10l1-14M10 10.5v6M14 10.5v6",
	IconEdit:        "M4 20l1-4.5L16 4.5l3.5 3.5-11 11zM13.5 7l3.5 3.5",
	IconSearch:      "M10.5 4.5a6 6 0 1 0 0.01 0M15 15l5 5",
	IconComment:     "M4 4.5h16v11.5h-9.5L6 20v-4H4zM8 8.5h8M8 12h5",
	IconInstruction: "M4 6h16v12H4zM4 7l8 6 8-6",
	IconPosition:    "M6 21V4M6 5h12l-3 3.5 3 3.5H6",
	IconHistory:     "M12 4a8 8 0 1 1-7.5 5.2M4 4v5.5h5.5M12 8v4.5l3 2",
	IconApprove:     "M4.5 12.5l5 5L20 6.5",
	IconReturn:      "M9 6l-5 5 5 5M4 11h11a5 5 0 0 1 5 5v2",
	IconSubmit:      "M4 12h13M12 6l6 6-6 6M21 5v14",
	IconSettings:    "M4 7h9M17 7h3M4 17h3M11 17h9M15 4.8a2.2 2.2 0 1 0 0.01 0M9 14.8a2.2 2.2 0 1 0 0.01 0",
	IconLock:        "M5.5 11h13v9.5h-13zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
	IconHide:        "M3 12c2.5-4 5.5-6 9-6s6.5 2 9 6c-2.5 4-5.5 6-9 6s-6.5-2-9-6M4 20L20 4",
	IconShow:        "M3 12c2.5-4 5.5-6 9-6s6.5 2 9 6c-2.5 4-5.5 6-9 6s-6.5-2-9-6M12 9.5a2.5 2.5 0 1 0 0.01 0",
	IconUndo:        "M8 5L4 9l4 4M4 9h10a5 5 0 0 1 0 10H8",
	IconRedo:        "M16 5l4 4-4 4M20 9H10a5 5 0 0 0 0 10h6",
	IconBack:        "M14.5 5.5L8 12l6.5 6.5",
	IconForward:     "M9.5 5.5L16 12l-6.5 6.5",
	IconUp:          "M5.5 14.5L12 8l6.5 6.5",
	IconDown:        "M5.5 9.5L12 16l6.5-6.5",
	IconClose:       "M6 6l12 12M18 6L6 18",
	IconMore:        "M5 12h0.5M12 12h0.5M19 12h0.5",
	IconWarning:     "M12 4l9 16H3zM12 10v5M12 17.5v0.5",
	IconInfo:        "M12 3.5a8.5 8.5 0 1 0 0.01 0M12 11v6M12 7.5v0.5",
	IconLanguage:    "M12 3.5a8.5 8.5 0 1 0 0.01 0M12 3.5c-5 5-5 12 0 17M12 3.5c5 5 5 12 0 17M3.5 12h17",
	IconCopy:        "M9 8h11v13H9zM15 8V3H4v13h5",
	IconColumns:     "M3.5 5h17v14h-17zM12 5v14",
	IconMarks:       "M4 20.5h16M9 16.5l-2.5-2.5L15.5 4l4 4-10 9zM13 7l4 4",
	IconBrackets:    "M9 4H5v16h4M15 4h4v16h-4",
	IconProposal:    "M5 4h10l4 4v12H5zM9 12h6M12 9v6",
	IconLink:        "M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1.5 1.5M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1.5-1.5",
	IconQuote:       "M10 7H5v6h4.5v-6M9.5 13c0 2-1.5 3.5-4 4M19.5 7h-5v6H19v-6M19 13c0 2-1.5 3.5-4 4",
	IconPerson:      "M12 3.5a4 4 0 1 0 0.01 0M4.5 20.5c0-4 3.4-6.5 7.5-6.5s7.5 2.5 7.5 6.5",
	IconRevisions:   "M4 4h9v13H4zM8 20.5h12V8h-3.5",
	IconPartly:      "M4 10c2.7-3.4 5.3-3.4 8 0s5.3 3.4 8 0M4 16c2.7-3.4 5.3-3.4 8 0s5.3 3.4 8 0",
	IconSame:        "M5 9h14M5 15h14",
	IconOther:       "M5 9h14M5 15h14M16.5 4.5l-9 15",
	IconNumber:      "M9.5 4L7 20M17 4l-2.5 16M4.5 9h16M3.5 15h16",
	IconMoved:       "M7.5 20V4.5M3.5 8.5l4-4 4 4M16.5 4v15.5M12.5 15.5l4 4 4-4",
	IconSplit:       "M3 12h6c4 0 4-6 8-6h4M9 12c4 0 4 6 8 6h4M18 3l3 3-3 3M18 15l3 3-3 3",
	IconMerged:      "M3 6h4c4 0 4 6 8 6h6M3 18h4c4 0 4-6 8-6M18 9l3 3-3 3",
}

var mirrored = map[IconName]bool{
	IconReturn: true, IconSubmit: true, IconUndo: true, IconRedo: true, IconBack: true, IconForward: true, IconOpen: true, IconComment: true, IconPosition: true,
	IconRevisions: true, IconSplit: true, IconMerged: true,
}

// Resource is the drawing in a colour of the current theme. It is for one
// painting: ask again when the theme changes.
func (n IconName) Resource(name fyne.ThemeColorName) fyne.Resource {
	r, g, b, _ := color.NRGBAModel.Convert(Colour(name)).RGBA()
	hex := fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
	flip, side := "", "l"
	if mirrored[n] && Current().RightToLeft {
		flip, side = ` transform="matrix(-1 0 0 1 24 0)"`, "r"
	}
	svg := fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"><path%s d="%s" fill="none" stroke="%s" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/></svg>`,
		flip, drawings[n], hex)
	return fyne.NewStaticResource("travaux-"+string(n)+side+strings.TrimPrefix(hex, "#")+".svg", []byte(svg))
}

// Icon shows a drawing at the theme's icon size.
type Icon struct {
	widget.BaseWidget
	name   IconName
	colour fyne.ThemeColorName
}

// NewIcon makes an Icon in the colour of text.
func NewIcon(name IconName) *Icon {
	i := &Icon{name: name, colour: ColourText}
	i.ExtendBaseWidget(i)
	return i
}

// Set changes the drawing and its colour.
func (i *Icon) Set(name IconName, colour fyne.ThemeColorName) {
	i.name, i.colour = name, colour
	i.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (i *Icon) CreateRenderer() fyne.WidgetRenderer {
	picture := canvas.NewImageFromResource(nil)
	picture.FillMode = canvas.ImageFillContain
	least := func() fyne.Size {
		side := Current().Size(theme.SizeNameInlineIcon)
		return fyne.NewSquareSize(side)
	}
	return newParts(picture.Resize, least, func() { picture.Resource = i.name.Resource(i.colour) }, picture)
}
