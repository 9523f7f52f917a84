// Package compilation reads proposals that delegations made in writing and that
// somebody put together article by article: from the documented JSON form, from
// the text of such a compilation, and from the dump of a PDF reader.
//
// It may import data, data/states and data/text. Invariants: nothing is
// invented (an entry stands in the document under its article and its
// proponents) and no letter between the contents and the end is lost; what is not
// understood is kept as a Loose piece or told as a Doubt; no input panics; an
// error never holds a word of the file.
//
// # The form travaux-proposals/1
//
// A JSON object in UTF-8:
//
//	{
//	  "format": "travaux-proposals/1",
//	  "symbol": "A/AC.999/2026/INF.2",   document symbol; may be absent
//	  "title": "Textual proposals …",    may be absent
//	  "date": "2026-07-01",              of the document; may be absent
//	  "language": "en",                  of the entries: ar, zh, en, fr, ru, es
//	  "entries": [
//	    {
//	      "article": "6 bis",            number as it is typed to go there: "6", "5.2", "preamble", "annex I", "part II"
//	      "proponents": ["Egypt on behalf of the Group of 77"],   one or more, as written, in any of the six languages
//	      "kind": "mod",                 mod, add, sup, noc; absent: as it follows from the text
//	      "text": "…",                   the wording proposed, paragraphs separated by \n; of sup and noc, what the document says instead
//	      "rationale": "…",              as given by the proponents; may be absent
//	      "source": "p. 47"            where in the document; may be absent
//	    }
//	  ]
//	}
//
// Members of other names are refused, so that a misspelt one is not lost. An
// entry has an article, a proponent and, but for the kinds sup and noc, a text or
// a rationale.
package compilation
