package specimen

import "travaux/data"

var english = language{
	title:      "Draft convention on the protection of mountain lakes shared by several States",
	body:       "Ad Hoc Committee to Elaborate a Convention on Shared Mountain Lakes",
	session:    "Third session, Geneva, 9–20 March 2026",
	agenda:     "Item 4: Consideration of the revised draft text",
	state:      "Republic of Velmora",
	letterhead: []string{"Permanent Mission to the United Nations Office at Geneva", "14, chemin des Tilleuls, 1202 Geneva", "mission.geneva@velmora.example"},
	summary: "Velmora welcomes the revised draft text circulated by the Chair and considers it a sound basis for concluding the work of the Committee at its present session.\n" +
		"Three matters are of particular importance to the delegation: that the duty to notify should begin with planning, not with construction; that monitoring data should be comparable from one shore to the other; and that small riparian States should receive assistance before, and not only after, they assume new obligations.\n" +
		"The observations below follow the order of the draft. Where no wording is proposed, the delegation can accept the text as it stands.",
	preamble: data.PublicHeading{Kind: data.KindPreamble, Label: "Preamble"},
	chapter1: data.PublicHeading{Kind: data.KindChapter, Label: "Chapter I", Heading: "General provisions"},
	chapter2: data.PublicHeading{Kind: data.KindChapter, Label: "Chapter II", Heading: "Cooperation and monitoring"},
	articles: map[int]data.PublicHeading{
		2: {Kind: data.KindArticle, Label: "Article 2", Heading: "Use of terms"}, 4: {Kind: data.KindArticle, Label: "Article 4", Heading: "Protection of the shores"},
		7: {Kind: data.KindArticle, Label: "Article 7", Heading: "Planned measures"}, 9: {Kind: data.KindArticle, Label: "Article 9", Heading: "Monitoring stations"},
		12: {Kind: data.KindArticle, Label: "Article 12", Heading: "Assistance"}, 15: {Kind: data.KindArticle, Label: "Article 15", Heading: "Settlement of disputes"},
	},
	provisions: []provision{
		{
			path: "preamble/pp3", kind: data.KindRecital, stance: data.StanceAmend,
			text:      "Recognizing that mountain lakes are a source of drinking water for [many] [some] communities downstream,",
			wording:   "Recognizing that mountain lakes and the glaciers that feed them are a source of drinking water for many communities downstream,",
			reasons:   "The lakes concerned receive more than half of their inflow from glaciers. A preamble that is silent on this would not explain the measures required by articles 7 and 9.",
			citations: "A/RES/75/240, PP8; A/AC.311/9, para. 22",
		},
		{
			article: 2, path: "ch1/art2/b", label: "(b)", kind: data.KindPoint, stance: data.StanceSupport,
			text:    "(b) “Shared mountain lake” means any natural lake situated at least 800 metres above sea level whose shores belong to two or more States;",
			reasons: "The threshold of 800 metres was agreed by the technical experts and is supported by the survey before the Committee.",
		},
		{
			article: 4, path: "ch1/art4/1", label: "1.", kind: data.KindParagraph, stance: data.StanceAmend,
			text:      "1. Each State Party shall endeavour to take appropriate measures to preserve the natural state of the shores of shared mountain lakes within its territory.",
			wording:   "1. Each State Party shall take the measures necessary to preserve, and where practicable to restore, the natural state of the shores of shared mountain lakes within its territory.",
			reasons:   "An obligation merely to endeavour would be weaker than the commitments that all riparian States have already accepted at the regional level. The words “where practicable” leave States the discretion they need as regards shores that have been built upon for generations.",
			citations: "A/AC.311/6, paras. 31–34; A/AC.311/INF/2",
		},
		{
			article: 7, path: "ch1/art7/3/b", paragraph: "3.", label: "(b)", kind: data.KindPoint, stance: data.StanceAmend,
			text:      "(b) A State Party that begins the construction of works likely to alter the level of a shared mountain lake by more than 10 centimetres shall notify the other riparian States within sixty days;",
			wording:   "(b) A State Party that plans works likely to alter the level of a shared mountain lake by more than 5 centimetres shall notify the other riparian States at least ninety days before a decision is taken;",
			reasons:   "Notification is of use only as long as plans can still be changed. The experience of the Lake Orsen Commission, which has applied a period of ninety days since 1994, shows that such a period delays no project.\nThe lower threshold corresponds to the accuracy of the gauges now in use on all shores.",
			citations: "A/AC.311/CRP.4 (Part I), annex, table 2",
		},
		{
			article: 7, path: "ch1/art7/4", label: "4.", kind: data.KindParagraph, stance: data.StanceDelete,
			text:    "4. [The provisions of this article do not apply to works undertaken for military purposes.]",
			reasons: "An exception of this breadth would deprive the article of its effect. Works for purposes of defence can be notified without disclosure of their purpose.",
		},
		{
			article: 9, path: "ch2/art9/2", label: "2.", kind: data.KindParagraph, stance: data.StanceAmend,
			text:      "2. States Parties shall exchange the data of their monitoring stations at regular intervals.",
			wording:   "2. States Parties shall exchange the data of their monitoring stations at least once a month, in a common format adopted by the Conference of the States Parties.",
			reasons:   "“Regular intervals” has been read as anything from one day to five years. Data that are not comparable cannot serve as a basis for joint measures.",
			citations: "A/AC.311/11, chap. IV",
		},
		{
			article: 9, path: "ch2/art9/3", label: "3.", kind: data.KindParagraph, stance: data.StanceFlexible, unapproved: true,
			text:    "3. The Conference of the States Parties may establish a scientific panel of not more than [twelve] [fifteen] members.",
			reasons: "The delegation attaches greater importance to equitable geographical distribution than to the number of members.",
		},
		{
			article: 12, path: "ch2/art12", kind: data.KindArticle, stance: data.StanceConditional,
			text:      "Developed States Parties are encouraged to provide technical and financial assistance to developing riparian States, upon request, for the implementation of this Convention.",
			wording:   "Developed States Parties shall provide technical assistance and are encouraged to provide financial assistance to developing riparian States, upon request, for the preparation and implementation of this Convention.",
			reasons:   "Velmora can accept the obligations of article 9, paragraph 2, on condition that assistance is available to those States that do not yet have monitoring stations.",
			citations: "A/RES/78/237, OP5; A/AC.311/14/Rev.2, art. 9.2",
		},
		{
			article: 15, path: "ch2/art15/1", label: "1.", kind: data.KindParagraph, stance: data.StanceReserve,
			text:    "1. Any dispute between two or more States Parties concerning the interpretation or application of this Convention that cannot be settled through negotiation within [six] [twelve] months shall, at the request of one of those States Parties, be submitted to arbitration.",
			reasons: "The delegation will return to this paragraph once the text of article 16 has been settled.",
		},
	},
}
