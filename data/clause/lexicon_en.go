package clause

import (
	"regexp"

	"travaux/data"
)

func english() *lexicon {
	return &lexicon{
		lang: data.English, gap: " ", and: "and",
		numerals: numeralsOf(`one=1;two=2;three=3;four=4;five=5;six=6;seven=7;eight=8;nine=9;ten=10;eleven=11;twelve=12;thirteen=13;fourteen=14;fifteen=15;
sixteen=16;seventeen=17;eighteen=18;nineteen=19;twenty=20;thirty=30;forty=40;fifty=50;sixty=60;seventy=70;eighty=80;ninety=90;hundred=100;
first=-1;second=-2;third=-3;fourth=-4;fifth=-5;sixth=-6;seventh=-7;eighth=-8;ninth=-9;tenth=-10;eleventh=-11;twelfth=-12;thirteenth=-13;fourteenth=-14;fifteenth=-15;
sixteenth=-16;seventeenth=-17;eighteenth=-18;nineteenth=-19;twentieth=-20;thirtieth=-30;fortieth=-40;fiftieth=-50;sixtieth=-60;seventieth=-70;eightieth=-80;ninetieth=-90;hundredth=-100`),
		suffixes: fieldsOf("st nd rd th"),
		wholes:   numbersOf("thirds=3;quarters quarter fourths=4;fifths=5"),
		stems:    fieldsOf("force effect reserv disput consensus vote majorit deposit authentic durat signature counted"),
		units:    unitsOf("d: day days; w: week weeks; m: month months; y: year years"),
		fillers:  fieldsOf("calendar consecutive full working clear"),

		firstOfMonth: pattern(`@1 day of the (?:calendar )?month (?:that follows|following|after|next following) (?:the )?(?:expiration|expiry|end) of (?:a |the )?(?:period of )?(~\d+y\d+m\d+d)`),

		force:      pattern(`\b(?:enters?|entered|entering|come|comes) into (?:force|effect)\b`),
		joins:      pattern(`\b(?:for|in respect of|with respect to|with regard to|as regards) (?:each|any|every|all|a|those|other)\b(?: \p{L}+){0,3} (?:states?|part(?:y|ies)|organi[sz]ations?|signator(?:y|ies)|entit(?:y|ies)|members?)\b`),
		deposit:    pattern(`\b(?:deposit|deposited|instruments?)\b`),
		amendment:  pattern(`\b(?:amendments?|protocols?|annex(?:es)?|appendi(?:x|ces))\b`),
		denounces:  pattern(`\b(?:denunciation|denounces?|withdrawal|withdraws?|notice of withdrawal)\b`),
		effect:     pattern(`\b(?:effect|effective)\b`),
		reserves:   pattern(`\breservations?\b`),
		forbidden:  pattern(`\bno reservations?(?: or exceptions?)? (?:may|shall|can)\b|\breservations? (?:may|shall) not be\b|\b(?:shall|may) not be subject to (?:any )?reservations?\b|\breservations? (?:to \p{L}+ \p{L}+ )?(?:is|are|shall be) (?:not permitted|prohibited)\b`),
		except:     pattern(`\b(?:except|other than|only|unless)\b`),
		dispute:    pattern(`\bdisputes?\b`),
		sinceRight: pattern(`^(?:from|after|following|of|since) (?:the )?(?:date (?:of|on which) )?(?:the )?(?:entry into force|(?:this|the|present|the present) \p{L}+ (?:has entered|enters|entered|shall have entered) into force)`),
		within:     pattern(`(?:\bwithin(?: a)?(?: period of)?(?: the)?|\bnot later than|\bno later than|\bnot more than|\bat the latest)(?: @1)? $`),
		every:      pattern(`(?:\bevery|\beach|\bat intervals of(?: not more than)?|\bonce in|\bonce every|\bat least once in|\bat least every|\bat least once every)(?: period of)? $`),
		ahead:      pattern(`^(?:before|prior to|in advance of)\b`),

		instruments: pattern(`(@\d+) (?:such )?(?:instruments?|ratification|accession|state|signature)\b|#(\d+) (?:of the )?(?:(?:sovereign|member|signatory|contracting|participating) )?(?:states|instruments|governments|countries|ratifications|signatories)\b`),
		parties:     pattern(`#(\d+) (?:of the )?(?:(?:contracting|member) )?(?:states parties|states|parties|members)\b`),
		uncounted:   pattern(`\bnot be counted as additional\b|\bnot (?:be )?counted\b`),
		consensus:   pattern(`\bconsensus\b|\bwithout (?:a )?vote\b`),
		majority:    pattern(`\bmajority\b`),
		voting:      pattern(`\bpresent and voting\b|\bvotes cast\b`),
		quorum:      pattern(`\bquorum(?: \p{L}+){0,3} $`),
		depositary: []*regexp.Regexp{
			pattern(`^(?:[@#]\d+ )?(.{3,120}?) (?:is|shall be|shall act|acts|is hereby)(?: hereby)?(?: designated)?(?: as)?(?: the)? depositary\b`),
			pattern(`\bdesignate (.{3,80}?) as (?:the )?depositary\b`), pattern(`\bthe depositary (?:of|for) .{3,80}? (?:is|shall be) (.{3,80})$`),
		},
		authentic:  pattern(`\bequally authentic\b|\bequally authoritative\b|\bauthentic texts?\b|\btexts? .{0,40}authentic\b`),
		langs:      langsOf(`\barabic\b`, `\bchinese\b`, `\benglish\b`, `\bfrench\b`, `\brussian\b`, `\bspanish\b`),
		indefinite: pattern(`\bof (?:unlimited|indefinite) duration\b|\bin force indefinitely\b`),
		signature:  pattern(`\bsignature\b`),
		until:      pattern(`\b(?:until|to) (?:and including )?#(\d+) (\p{L}+) #(\d{4})`),
		months:     numbersOf("january=1;february=2;march=3;april=4;may=5;june=6;july=7;august=8;september=9;october=10;november=11;december=12"),
		means: meansOf(
			string(Negotiation), `\bnegotiat(?:ion|ions|e|ing)\b`, string(Consultation), `\bconsult(?:ation|ations|ing)?\b`, string(Enquiry), `\b(?:enquiry|inquiry)\b`,
			string(GoodOffices), `\bgood offices\b`, string(Mediation), `\bmediation\b`, string(Conciliation), `\bconciliation\b`, string(Arbitration), `\barbitration\b|\barbitral\b`,
			string(Judicial), `\bjudicial settlement\b|\binternational court of justice\b|\binternational tribunal for the law of the sea\b`, string(Regional), `\bregional (?:agencies|arrangements)\b`,
			string(OwnChoice), `\bother peaceful means\b|\bpeaceful means of their own choice\b`,
		),
	}
}
