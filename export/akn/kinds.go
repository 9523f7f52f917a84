package akn

import "strings"

// document is what a kind of paper is in AKN4UN: its element, its name and its subtype.
type document struct{ element, name, subtype string }

// documents are the kinds that the guidelines for AKN4UN name. Other kinds are
// documents by their own names.
var documents = map[string]document{
	"position":    {"doc", "positionPaper", "paper"},
	"joint":       {"doc", "positionPaper", "paper"},
	"statement":   {"doc", "officialStatement", "communication"},
	"explanation": {"doc", "officialStatement", "communication"},
	"reply":       {"doc", "officialStatement", "communication"},
	"declaration": {"doc", "declaration", "communication"},
	"letter":      {"doc", "letter", "communication"},
	"amendment":   {"amendment", "amendment", "modification"},
	"amendments":  {"amendment", "amendment", "modification"},
}

func documentOf(kind string) document {
	if d, ok := documents[kind]; ok {
		return d
	}
	name := ""
	for i, part := range strings.Split(slug(kind, "paper"), "-") {
		if i > 0 && part != "" {
			part = strings.ToUpper(part[:1]) + part[1:]
		}
		name += part
	}
	return document{"doc", name, "paper"}
}
