package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Colours by meaning. A name ending in Ground lies behind text; the others are
// for letters, lines and signs. Colour never carries a meaning alone: see Dot,
// and the underline and strike of insertions and deletions in app/textview.
const (
	ColourText          = theme.ColorNameForeground
	ColourMuted         = fyne.ThemeColorName("travaux.muted") // second-rank words
	ColourDisabled      = theme.ColorNameDisabled
	ColourAccent        = theme.ColorNamePrimary
	ColourOnAccent      = theme.ColorNameForegroundOnPrimary
	ColourDanger        = theme.ColorNameError
	ColourLine          = theme.ColorNameSeparator
	ColourSurface       = theme.ColorNameBackground              // the window
	ColourPaper         = fyne.ThemeColorName("travaux.paper")   // behind treaty text and in fields
	ColourHover         = theme.ColorNameHover                   //
	ColourFocus         = theme.ColorNameFocus                   // the ring around what has the keyboard
	ColourSelection     = theme.ColorNameSelection               // behind selected words and rows
	ColourChosen        = fyne.ThemeColorName("travaux.chosen")  // behind the selected provision
	ColourChipGround    = fyne.ThemeColorName("travaux.chip")    //
	ColourTooltip       = fyne.ThemeColorName("travaux.tip")     //
	ColourTooltipGround = fyne.ThemeColorName("travaux.tip.bg")  //
	ColourHeading       = fyne.ThemeColorName("travaux.heading") // headings of treaty text
	ColourLabel         = fyne.ThemeColorName("travaux.label")   // printed numbers of provisions
	ColourCurtain       = fyne.ThemeColorName("travaux.curtain") // over the window, behind a layer

	ColourInserted       = fyne.ThemeColorName("travaux.inserted")
	ColourInsertedGround = fyne.ThemeColorName("travaux.inserted.bg")
	ColourDeleted        = fyne.ThemeColorName("travaux.deleted")
	ColourDeletedGround  = fyne.ThemeColorName("travaux.deleted.bg")
	ColourBracket        = fyne.ThemeColorName("travaux.bracket")
	ColourBracket1Ground = fyne.ThemeColorName("travaux.bracket1.bg") // by depth; deeper than 4 stays at 4
	ColourBracket2Ground = fyne.ThemeColorName("travaux.bracket2.bg")
	ColourBracket3Ground = fyne.ThemeColorName("travaux.bracket3.bg")
	ColourBracket4Ground = fyne.ThemeColorName("travaux.bracket4.bg")
	ColourComment        = fyne.ThemeColorName("travaux.comment")
	ColourCommentGround  = fyne.ThemeColorName("travaux.comment.bg")
	ColourSearchGround   = fyne.ThemeColorName("travaux.search.bg")
	ColourFoundGround    = fyne.ThemeColorName("travaux.found.bg") // the hit that a search stands at
	ColourPairGround     = fyne.ThemeColorName("travaux.pair.bg")  // between the brackets that the pointer or the caret is in

	ColourChip            = fyne.ThemeColorName("travaux.chip.ink") // words on ColourChipGround
	ColourLink            = fyne.ThemeColorName("travaux.link")     // references to other provisions and documents
	ColourTerm            = fyne.ThemeColorName("travaux.term")     // the line below a defined term
	ColourStrength        = fyne.ThemeColorName("travaux.strength") // shall, should, may
	ColourQualifier       = fyne.ThemeColorName("travaux.qualifier")
	ColourQualifierGround = fyne.ThemeColorName("travaux.qualifier.bg")
	ColourMoved           = fyne.ThemeColorName("travaux.moved")
	ColourMovedGround     = fyne.ThemeColorName("travaux.moved.bg")
	ColourCollision       = fyne.ThemeColorName("travaux.collision") // words that are wanted in different ways
	ColourCollisionGround = fyne.ThemeColorName("travaux.collision.bg")
	ColourOthers          = fyne.ThemeColorName("travaux.others") // what other delegations propose

	ColourConfidential       = fyne.ThemeColorName("travaux.confidential") // the frame and its marking
	ColourConfidentialGround = fyne.ThemeColorName("travaux.confidential.bg")

	ColourDraft     = fyne.ThemeColorName("travaux.draft")
	ColourSubmitted = fyne.ThemeColorName("travaux.submitted")
	ColourReturned  = fyne.ThemeColorName("travaux.returned")
	ColourApproved  = fyne.ThemeColorName("travaux.approved")
	ColourLapsed    = fyne.ThemeColorName("travaux.lapsed")
	ColourNoState   = fyne.ThemeColorName("travaux.none")
)

// BracketGround is the tint of bracketed text at a depth counted from 1.
func BracketGround(depth int) fyne.ThemeColorName {
	tints := [...]fyne.ThemeColorName{ColourBracket1Ground, ColourBracket2Ground, ColourBracket3Ground, ColourBracket4Ground}
	return tints[min(max(depth, 1), len(tints))-1]
}

type palette map[fyne.ThemeColorName]color.NRGBA

func (t *Theme) palette() palette {
	switch t.Appearance {
	case Dark:
		return dark
	case HighContrast:
		return contrast
	}
	return light
}

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xff}
}

func glass(hex uint32, alpha uint8) color.NRGBA {
	c := rgb(hex)
	c.A = alpha
	return c
}

var light = palette{
	ColourText: rgb(0x1c2430), ColourMuted: rgb(0x586272), ColourDisabled: rgb(0x98a1ad), ColourAccent: rgb(0x1d5c93),
	ColourOnAccent: rgb(0xffffff), ColourDanger: rgb(0xb3261e), ColourLine: rgb(0xdde1e7), ColourSurface: rgb(0xf5f6f8),
	ColourPaper: rgb(0xffffff), ColourHover: glass(0x1c2430, 0x10), ColourFocus: glass(0x1d5c93, 0xc0),
	ColourSelection: rgb(0xc9def2), ColourChosen: rgb(0xf1f6fb), ColourChipGround: rgb(0xe6e9ee),
	ColourTooltip: rgb(0xf5f6f8), ColourTooltipGround: rgb(0x2b3442), ColourHeading: rgb(0x14324f), ColourLabel: rgb(0x5a6575), ColourCurtain: glass(0x1c2430, 0x30),

	ColourInserted: rgb(0x0b6636), ColourInsertedGround: rgb(0xe6f5eb),
	ColourDeleted: rgb(0xa8241c), ColourDeletedGround: rgb(0xfcebe9),
	ColourBracket: rgb(0x6e4500), ColourBracket1Ground: rgb(0xfff3cf), ColourBracket2Ground: rgb(0xffe3b5),
	ColourBracket3Ground: rgb(0xfbd2b4), ColourBracket4Ground: rgb(0xf3c4c0),
	ColourComment: rgb(0x2a6fb0), ColourCommentGround: rgb(0xdcebfa), ColourSearchGround: rgb(0xffe95c),
	ColourFoundGround: rgb(0xffbf47), ColourPairGround: rgb(0xffdd85),
	ColourChip: rgb(0x3a4656), ColourLink: rgb(0x1d5c93), ColourTerm: rgb(0x6c7686), ColourStrength: rgb(0x5b2a86),
	ColourQualifier: rgb(0x7a4fa8), ColourQualifierGround: rgb(0xf1e9fa), ColourMoved: rgb(0x005f69), ColourMovedGround: rgb(0xe0f3f5),
	ColourCollision: rgb(0xa34b00), ColourCollisionGround: rgb(0xfdebd8), ColourOthers: rgb(0x3f5fae),
	ColourConfidential: rgb(0x8f1d52), ColourConfidentialGround: rgb(0xfdf3f7),

	ColourDraft: rgb(0x5d6b7e), ColourSubmitted: rgb(0x1f66b0), ColourReturned: rgb(0xb05a00),
	ColourApproved: rgb(0x17733f), ColourLapsed: rgb(0xb3261e), ColourNoState: rgb(0xa9b1bc),

	theme.ColorNameButton: rgb(0xe9ecf0), theme.ColorNameDisabledButton: rgb(0xeff1f4), theme.ColorNameInputBackground: rgb(0xffffff),
	theme.ColorNameInputBorder: rgb(0xc5ccd5), theme.ColorNameMenuBackground: rgb(0xffffff), theme.ColorNameOverlayBackground: rgb(0xf9fafb),
	theme.ColorNameHeaderBackground: rgb(0xeef0f3), theme.ColorNamePlaceHolder: rgb(0x6c7686), theme.ColorNamePressed: glass(0x1c2430, 0x24),
	theme.ColorNameScrollBar: glass(0x1c2430, 0x66), theme.ColorNameScrollBarBackground: glass(0x1c2430, 0x0c), theme.ColorNameShadow: glass(0, 0x30),
	theme.ColorNameSuccess: rgb(0x17733f), theme.ColorNameWarning: rgb(0xb05a00), theme.ColorNameHyperlink: rgb(0x1d5c93),
}

var dark = palette{
	ColourText: rgb(0xdfe4ea), ColourMuted: rgb(0x9ba6b4), ColourDisabled: rgb(0x667080), ColourAccent: rgb(0x6cb0ee),
	ColourOnAccent: rgb(0x0d1a27), ColourDanger: rgb(0xff8f85), ColourLine: rgb(0x343b46), ColourSurface: rgb(0x1b1f26),
	ColourPaper: rgb(0x20252d), ColourHover: glass(0xffffff, 0x12), ColourFocus: glass(0x6cb0ee, 0xc8),
	ColourSelection: rgb(0x2c4c6d), ColourChosen: rgb(0x262e39), ColourChipGround: rgb(0x323a46),
	ColourTooltip: rgb(0x1b1f26), ColourTooltipGround: rgb(0xd5dbe3), ColourHeading: rgb(0xcfe2f5), ColourLabel: rgb(0x9ba6b4), ColourCurtain: glass(0, 0x70),

	ColourInserted: rgb(0x78d69c), ColourInsertedGround: rgb(0x1d3a2a),
	ColourDeleted: rgb(0xff9d94), ColourDeletedGround: rgb(0x452624),
	ColourBracket: rgb(0xf3cf7d), ColourBracket1Ground: rgb(0x3d341d), ColourBracket2Ground: rgb(0x4c3819),
	ColourBracket3Ground: rgb(0x57361f), ColourBracket4Ground: rgb(0x5c322f),
	ColourComment: rgb(0x7cb8f0), ColourCommentGround: rgb(0x24405c), ColourSearchGround: rgb(0x6b5c00),
	ColourFoundGround: rgb(0x7a5200), ColourPairGround: rgb(0x66531a),
	ColourChip: rgb(0xd3dae3), ColourLink: rgb(0x7cb8f0), ColourTerm: rgb(0x919cab), ColourStrength: rgb(0xd2adf7),
	ColourQualifier: rgb(0xb695dc), ColourQualifierGround: rgb(0x362b45), ColourMoved: rgb(0x74d5de), ColourMovedGround: rgb(0x173a3f),
	ColourCollision: rgb(0xf0aa5a), ColourCollisionGround: rgb(0x46321c), ColourOthers: rgb(0xa3b8f2),
	ColourConfidential: rgb(0xf08abb), ColourConfidentialGround: rgb(0x2d1f28),

	ColourDraft: rgb(0xa3b0c2), ColourSubmitted: rgb(0x6cb0ee), ColourReturned: rgb(0xf0aa5a),
	ColourApproved: rgb(0x6ccf92), ColourLapsed: rgb(0xff8f85), ColourNoState: rgb(0x697485),

	theme.ColorNameButton: rgb(0x2d343f), theme.ColorNameDisabledButton: rgb(0x252b34), theme.ColorNameInputBackground: rgb(0x20252d),
	theme.ColorNameInputBorder: rgb(0x4a5462), theme.ColorNameMenuBackground: rgb(0x262c35), theme.ColorNameOverlayBackground: rgb(0x232932),
	theme.ColorNameHeaderBackground: rgb(0x252b34), theme.ColorNamePlaceHolder: rgb(0x919cab), theme.ColorNamePressed: glass(0xffffff, 0x26),
	theme.ColorNameScrollBar: glass(0xffffff, 0x66), theme.ColorNameScrollBarBackground: glass(0xffffff, 0x0c), theme.ColorNameShadow: glass(0, 0x70),
	theme.ColorNameSuccess: rgb(0x6ccf92), theme.ColorNameWarning: rgb(0xf0aa5a), theme.ColorNameHyperlink: rgb(0x6cb0ee),
}

var contrast = palette{
	ColourText: rgb(0xffffff), ColourMuted: rgb(0xe0e0e0), ColourDisabled: rgb(0xa8a8a8), ColourAccent: rgb(0xffe14d),
	ColourOnAccent: rgb(0x000000), ColourDanger: rgb(0xffb3ab), ColourLine: rgb(0xffffff), ColourSurface: rgb(0x000000),
	ColourPaper: rgb(0x000000), ColourHover: glass(0xffffff, 0x30), ColourFocus: rgb(0xffe14d),
	ColourSelection: rgb(0x00477a), ColourChosen: rgb(0x1c1c1c), ColourChipGround: rgb(0x303030),
	ColourTooltip: rgb(0x000000), ColourTooltipGround: rgb(0xffffff), ColourHeading: rgb(0xffffff), ColourLabel: rgb(0xe0e0e0), ColourCurtain: glass(0, 0xa0),

	ColourInserted: rgb(0x9dffbf), ColourInsertedGround: rgb(0x003818),
	ColourDeleted: rgb(0xffc2bc), ColourDeletedGround: rgb(0x4a0000),
	ColourBracket: rgb(0xffe9a0), ColourBracket1Ground: rgb(0x332a00), ColourBracket2Ground: rgb(0x422c00),
	ColourBracket3Ground: rgb(0x4a2400), ColourBracket4Ground: rgb(0x500f18),
	ColourComment: rgb(0xa8d8ff), ColourCommentGround: rgb(0x00345c), ColourSearchGround: rgb(0x4d4300),
	ColourFoundGround: rgb(0x664700), ColourPairGround: rgb(0x574600),
	ColourChip: rgb(0xffffff), ColourLink: rgb(0xa8d8ff), ColourTerm: rgb(0xe0e0e0), ColourStrength: rgb(0xe8ccff),
	ColourQualifier: rgb(0xe8ccff), ColourQualifierGround: rgb(0x2c0a48), ColourMoved: rgb(0x9ff3ff), ColourMovedGround: rgb(0x00343a),
	ColourCollision: rgb(0xffcf8f), ColourCollisionGround: rgb(0x422800), ColourOthers: rgb(0xc9d6ff),
	ColourConfidential: rgb(0xffb0d8), ColourConfidentialGround: rgb(0x1f0010),

	ColourDraft: rgb(0xd8e2f0), ColourSubmitted: rgb(0xa8d8ff), ColourReturned: rgb(0xffcf8f),
	ColourApproved: rgb(0x9dffbf), ColourLapsed: rgb(0xffb3ab), ColourNoState: rgb(0xb8b8b8),

	theme.ColorNameButton: rgb(0x262626), theme.ColorNameDisabledButton: rgb(0x141414), theme.ColorNameInputBackground: rgb(0x000000),
	theme.ColorNameInputBorder: rgb(0xffffff), theme.ColorNameMenuBackground: rgb(0x000000), theme.ColorNameOverlayBackground: rgb(0x0c0c0c),
	theme.ColorNameHeaderBackground: rgb(0x1a1a1a), theme.ColorNamePlaceHolder: rgb(0xcfcfcf), theme.ColorNamePressed: glass(0xffffff, 0x50),
	theme.ColorNameScrollBar: rgb(0xffffff), theme.ColorNameScrollBarBackground: glass(0xffffff, 0x30), theme.ColorNameShadow: glass(0xffffff, 0x60),
	theme.ColorNameSuccess: rgb(0x9dffbf), theme.ColorNameWarning: rgb(0xffcf8f), theme.ColorNameHyperlink: rgb(0xffe14d),
}
