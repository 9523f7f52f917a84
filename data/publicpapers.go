package data

// PublicWords is all that a paper in the delegation's own words is made from: a
// non-paper, an explanation of position, a declaration. Lines are our positions on
// the provisions of which it speaks; some papers have none.
type PublicWords struct {
	PublicBrief
	Heading     string // what it is called; "" for nothing
	HeadingLang Lang   // "": that of the paper
	Words       string // paragraphs separated by \n
	WordsLang   Lang   // "": that of the paper
	Sponsors    []string
	Named       []string // paths of provisions that it names
}
