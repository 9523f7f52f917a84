package intake

import "travaux/data"

// Limits that no honest draft comes near. The largest known treaty text,
// UNCLOS with annexes, has about 0.5 MB of characters and 4,000 paragraphs.
const (
	MaxFile = 64 << 20 // bytes of a file
	maxXML  = 8 << 20  // bytes of an XML or HTML file
	maxText = 8 << 20  // bytes of a text file

	maxDepth  = 256     // nested elements
	maxBlocks = 100_000 // paragraphs

	maxTag       = 1 << 16 // bytes of a tag with its attributes
	maxParagraph = 1 << 16 // bytes up to which broken lines are put together
)

// Codes of what can be wrong with a file.
const (
	CodeEmpty    data.Code = "intake.empty"     // nothing in it
	CodeTooLarge data.Code = "intake.too-large" // beyond the limits; arg "limit"
	CodeHostile  data.Code = "intake.hostile"   // built to harm: entity declarations, bombs
	CodeDamaged  data.Code = "intake.damaged"   // does not follow its format
	CodeOldWord  data.Code = "intake.doc-old"   // Word 97-2003 binary format
	CodeODT      data.Code = "intake.odt"       // OpenDocument is not read
	CodeRTF      data.Code = "intake.rtf"       // Rich Text Format is not read
	CodeImage    data.Code = "intake.image"     // a picture: a scan
	CodeUnknown  data.Code = "intake.unknown"   // none of the known formats
)
