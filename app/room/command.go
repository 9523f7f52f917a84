package room

import (
	"fyne.io/fyne/v2"

	"travaux/app/look"
)

// Menu is a menu of the main menu bar, by catalogue id.
type Menu string

// The menus, in their order.
const (
	MenuFile   Menu = "menu.file"
	MenuEdit   Menu = "menu.edit"
	MenuView   Menu = "menu.view"
	MenuText   Menu = "menu.text"   // going about the text
	MenuWork   Menu = "menu.work"   // comments, positions, approval
	MenuRoom   Menu = "menu.room"   // what is said in the meeting room, and by whom
	MenuTreaty Menu = "menu.treaty" // what becomes of the treaty
	MenuTeam   Menu = "menu.team"   // instructions, approval, laptops of the delegation
	MenuHelp   Menu = "menu.help"
)

// Command is one row of the command table, from which menu, shortcuts, toolbar,
// palette and the sheet of shortcuts are made.
type Command struct {
	Menu     Menu
	Title    string          // catalogue id
	Shortcut fyne.Shortcut   // nil: none; a function key alone is a *look.FunctionKey
	Also     []fyne.Shortcut // further shortcuts that do the same
	Toolbar  bool            // shown in the toolbar as well
	Short    string          // catalogue id of the name in the toolbar; "": Title
	Icon     look.IconName   // for the toolbar; "": words only
	Enabled  func() bool     // nil: always
	Why      string          // catalogue id of a few words that say why it is not enabled; "": nobody knows
	Anytime  bool            // also under a menu or a message
	Checked  func() bool     // nil: not a switch
	Do       func()
	After    bool      // a separator goes before it in its menu
	Submenu  []Command // if set, Do is not used
	Words    string    // if set, shown instead of the catalogue text (names of languages)
	Known    string    // a further name by which the palette finds it: that of a language in the reader's own
}

// Key is a key that means something in one place of the window and is no command
// of the table: an area with such keys has a method Keys() []Key, and the sheet
// of shortcuts shows them.
type Key struct {
	Where string // catalogue id of the place: a pane, a page
	// Keys are combinations that do the same or belong together, each the names of
	// its keys joined by "+": "Up", "Shift+Right", "T". Names are those of Fyne
	// (fyne.KeyName) and the modifiers Ctrl, Alt, Shift.
	Keys  []string
	Title string // catalogue id of what they do
}

// Source is a kind of thing that the palette finds. An area with sources of its
// own has a method Sources() []Source.
type Source struct {
	Prefix rune   // typed first, it restricts the palette to sources with this prefix
	Title  string // catalogue id of what it lists: "provisions"
	// Entries are all there is to find, in their own order. It is called off the
	// window's goroutine each time the palette opens, and while it runs the palette
	// can be typed into. Nothing confidential may be among them.
	Entries func() []Entry
	// Meant are entries that what is typed means by itself, such as the number of
	// a provision, best first; nil: none. It is called on the window's goroutine
	// with every letter and must be quick.
	Meant func(typed string) []Entry
}

// Entry is one thing that the palette finds.
type Entry struct {
	ID     string // tells it from others of its source, to remember that it was chosen
	Words  string // its name
	Detail string // what stands after the name and is searched as well
	Lang   string // BCP 47, of Detail; "": the window's
	Hint   string // at the end: its shortcut, or why it cannot be chosen now
	Icon   look.IconName
	Off    bool // cannot be chosen now
	Do     func()
}
