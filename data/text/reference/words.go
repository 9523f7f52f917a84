package reference

// The words of the languages. Forms are those counted in A/RES/79/243, the
// Charter, the Law of the Sea and Vienna conventions and in resolutions of the
// General Assembly and the Security Council.

var englishWords = vocabulary{
	units: map[unit]string{
		unitArticle: "article art", unitParagraph: "paragraph para par", unitPoint: "subparagraph subpara point sub_-_paragraph sub_-_para",
		unitChapter: "chapter chap", unitPart: "part", unitSection: "section sect", unitSubsection: "subsection sub_-_section",
		unitAnnex: "annex appendix", unitPreamble: "preamble", unitRecital: "recital preambular_paragraph preambular_para",
		unitOperative: "operative_paragraph operative_para", unitNote: "interpretative_note interpretive_note", unitFootnote: "footnote",
		unitOption: "option", unitOpening: "opening_words chapeau", unitClosing: "closing_words",
	},
	plurals: map[unit]string{
		unitArticle: "articles arts", unitParagraph: "paragraphs paras pars", unitPoint: "subparagraphs subparas points sub_-_paragraphs sub_-_paras",
		unitChapter: "chapters chaps", unitPart: "parts", unitSection: "sections sects", unitSubsection: "subsections",
		unitAnnex: "annexes appendices", unitRecital: "recitals preambular_paragraphs preambular_paras", unitOperative: "operative_paragraphs operative_paras",
		unitNote: "interpretative_notes", unitFootnote: "footnotes", unitOption: "options",
	},
	this: "this present", that: "that said same", prev: "preceding previous foregoing", next: "following next",
	of: "of in to", skip: "the its in under by with to of from", and: "and or", to: "to through", above: "above below hereof supra infra", also: "also well",
	genus: "convention conventions charter covenant covenants protocol protocols statute agreement agreements treaty treaties declaration " +
		"constitution pact compact accord accords rules regulations act code law report document directive framework",
	acts:    "resolution resolutions decision decisions",
	subject: "on against relating concerning regarding for",
	means:   "means mean includes include covers refers denotes comprises meaning defined signifies",
	naming:  "hereinafter hereafter henceforth",
	term:    "term terms expression word phrase",
	organs:  []organWords{{"HRC", []string{"human", "rights", "council"}}},
}

var frenchWords = vocabulary{
	units: map[unit]string{
		unitArticle: "article art", unitParagraph: "paragraphe par", unitPoint: "alinéa al sous_-_alinéa sous_-_paragraphe point lettre",
		unitChapter: "chapitre chap", unitPart: "partie", unitTitle: "titre", unitSection: "section sect", unitSubsection: "sous_-_section",
		unitAnnex: "annexe appendice", unitPreamble: "préambule", unitNote: "note_interprétative", unitFootnote: "note", unitOption: "option",
		unitOpening: "membre_de_phrase_introductif chapeau", unitClosing: "membre_de_phrase_final",
	},
	plurals: map[unit]string{
		unitArticle: "articles", unitParagraph: "paragraphes", unitPoint: "alinéas sous_-_alinéas sous_-_paragraphes points", unitChapter: "chapitres chap",
		unitPart: "parties", unitTitle: "titres", unitSection: "sections", unitSubsection: "sous_-_sections", unitAnnex: "annexes appendices",
		unitNote: "notes_interprétatives", unitFootnote: "notes", unitOption: "options",
	},
	this: "présent présente", that: "ledit dudit audit ladite desdits desdites cet cette ce même celui", prev: "précédent précédente", next: "suivant suivante",
	of: "de du des d dudit desdits desdites", skip: "l la le les au aux à de du des d dans en par ses son", and: "et ou", to: "à", above: "dessus dessous supra infra précité précités", also: "ainsi également",
	genus: "convention conventions charte pacte pactes protocole protocoles statut accord accords traité traités déclaration constitution " +
		"règlement loi code acte rapport document cadre directive",
	acts:    "résolution résolutions décision décisions",
	subject: "sur relative relatif relatives relatifs contre pour internationale international additionnel facultatif portant visant instituant",
	means:   "désigne désignent entend entendent signifie signifient comprend comprennent inclut incluent couvre couvrent englobe englobent",
	naming:  "après dénommé dénommée dénommés dénommées dénomme désigné désignée désignés désignées",
	term:    "terme termes expression mot",
	organs:  []organWords{{"HRC", []string{"droits", "de", "l", "'", "homme"}}}, genusFirst: true, after: true,
}

var spanishWords = vocabulary{
	units: map[unit]string{
		unitArticle: "artículo art", unitParagraph: "párrafo párr numeral", unitPoint: "apartado apdo inciso literal subapartado subpárrafo",
		unitChapter: "capítulo cap", unitPart: "parte", unitTitle: "título", unitSection: "sección secc", unitSubsection: "subsección",
		unitAnnex: "anexo apéndice", unitPreamble: "preámbulo", unitNote: "nota_interpretativa", unitFootnote: "nota", unitOption: "opción",
		unitOpening: "frase_inicial encabezamiento", unitClosing: "frase_final",
	},
	plurals: map[unit]string{
		unitArticle: "artículos arts", unitParagraph: "párrafos párrs", unitPoint: "apartados incisos literales subapartados", unitChapter: "capítulos caps",
		unitPart: "partes", unitTitle: "títulos", unitSection: "secciones", unitSubsection: "subsecciones", unitAnnex: "anexos apéndices",
		unitNote: "notas_interpretativas", unitFootnote: "notas", unitOption: "opciones",
	},
	this: "presente este esta", that: "dicho dicha ese esa mismo misma citado citada", prev: "anterior precedente", next: "siguiente",
	of: "de del", skip: "el la los las lo al a de del en por con su sus", and: "y e o u", to: "a al", above: "supra infra anterior anteriores precedente precedentes",
	also: "así como también", genus: "convención convenciones convenio convenios carta pacto pactos protocolo protocolos estatuto acuerdo acuerdos tratado tratados declaración " +
		"constitución reglamento ley código informe documento marco directiva",
	acts:    "resolución resoluciones decisión decisiones",
	subject: "sobre relativa relativo relativas relativos contra para internacional facultativo adicional",
	means:   "entenderá entiende entenderán entienden significa significan significará significarán designa designan incluirá incluye incluyen incluirán comprende comprenden abarca abarcan",
	naming:  "adelante sucesivo denominado denominada denominados denominadas",
	term:    "término términos expresión palabra",
	organs:  []organWords{{"HRC", []string{"consejo", "de", "derechos", "humanos"}}}, genusFirst: true, after: true,
}

var russianWords = vocabulary{
	units: map[unit]string{
		unitArticle: forms("стать", "я,и,е,ю,ей,ею") + "ст", unitParagraph: forms("пункт", ",а,у,ом,е") + forms("параграф", ",а,у,ом,е") + "п",
		unitPoint: forms("подпункт", ",а,у,ом,е") + forms("абзац", ",а,у,ем,е") + "подп", unitChapter: forms("глав", "а,ы,е,у,ой,ою") + "гл",
		unitPart: forms("част", "ь,и,ью"), unitTitle: forms("титул", ",а,у,ом,е"), unitSection: forms("раздел", ",а,у,ом,е"), unitSubsection: forms("подраздел", ",а,у,ом,е"),
		unitAnnex: forms("приложени", "е,я,ю,ем,и"), unitPreamble: forms("преамбул", "а,ы,е,у,ой"),
		unitNote:     "пояснительное_примечание пояснительного_примечания пояснительному_примечанию пояснительным_примечанием пояснительном_примечании",
		unitFootnote: forms("сноск", "а,и,е,у,ой"), unitOption: forms("вариант", ",а,у,ом,е"),
		unitOpening: "вступительная_фраза вступительной_фразы вступительной_фразе вступительную_фразу",
		unitClosing: "заключительная_фраза заключительной_фразы заключительной_фразе заключительную_фразу",
	},
	plurals: map[unit]string{
		unitArticle: forms("стат", "ей,ьям,ьями,ьях") + "стст", unitParagraph: forms("пункт", "ы,ов,ам,ами,ах") + "пп", unitPoint: forms("подпункт", "ы,ов,ам,ами,ах") + forms("абзац", "ы,ев,ам,ами,ах"),
		unitChapter: forms("глав", ",ам,ами,ах"), unitPart: forms("част", "ей,ям,ями,ях"), unitSection: forms("раздел", "ы,ов,ам,ами,ах"),
		unitSubsection: forms("подраздел", "ы,ов,ам,ами,ах"), unitAnnex: forms("приложени", "й,ям,ями,ях"), unitFootnote: forms("снос", "ок,кам,ками,ках"),
		unitNote: "пояснительные_примечания", unitOption: forms("вариант", "ы,ов,ам,ами,ах"),
	},
	this: forms("настоящ", "ая,ей,ую,ее,его,ему,ем,им,ий,ие,их,ими") + forms("данн", "ая,ой,ую,ый,ого,ому,ом,ым,ое"), that: forms("эт", "а,ой,у,от,ого,ому,ом,им,о") + forms("указанн", "ая,ой,ую,ый,ого,ому,ом,ым,ое") +
		forms("упомянут", "ая,ой,ую,ый,ого,ому,ом,ым,ое") + "том того той тому тем же",
	prev: forms("предыдущ", "ая,ей,ую,ий,его,ему,ем,им,ее") + forms("предшествующ", "ая,ей,ую,ий,его,ему,ем,им,ее"),
	next: forms("следующ", "ая,ей,ую,ий,его,ему,ем,им,ее") + forms("последующ", "ая,ей,ую,ий,его,ему,ем,им,ее"),
	skip: "в во с со по к на о об из при", and: "и или либо", to: "по до", above: "выше ниже", also: "также а",
	genus: forms("конвенци", "я,и,ю,ей,й,ям,ями,ях") + forms("устав", ",а,у,ом,е") + forms("пакт", ",а,у,ом,е,ы,ов,ам,ами,ах") +
		forms("протокол", ",а,у,ом,е,ы,ов,ам,ами,ах") + forms("статут", ",а,у,ом,е") + forms("соглашени", "е,я,ю,ем,и,й,ям,ями,ях") +
		forms("договор", ",а,у,ом,е,ы,ов,ам,ами,ах") + forms("деклараци", "я,и,ю,ей,й") + forms("конституци", "я,и,ю,ей") + forms("правил", "а,ам,ами,ах,") +
		forms("регламент", ",а,у,ом,е") + forms("закон", ",а,у,ом,е") + forms("кодекс", ",а,у,ом,е") + forms("доклад", ",а,у,ом,е") + forms("документ", ",а,у,ом,е") + forms("акт", ",а,у,ом,е"),
	acts:       forms("резолюци", "я,и,ю,ей,й,ям,ями,ях") + forms("решени", "е,я,ю,ем,и,й,ям,ями,ях"),
	subject:    "о об обо против по относительно касающейся касающегося для",
	means:      "означает означают понимается понимаются понимать включает включают охватывает охватывают подразумевает подразумеваются обозначает обозначают",
	naming:     "далее именуемый именуемая именуемое именуемые именуемого именуемой именуемых ниже",
	term:       forms("термин", ",а,ом,у,е,ы,ов,ами") + forms("выражени", "е,я,ем,ю") + "слово",
	organs:     []organWords{{"HRC", []string{"по", "правам", "человека"}}},
	juxtaposed: true, genusFirst: true,
}

var arabicWords = vocabulary{
	units: map[unit]string{
		unitArticle: "المادة", unitParagraph: "الفقرة", unitPoint: "الفقرة_الفرعية البند النقطة", unitChapter: "الفصل", unitPart: "الباب الجزء",
		unitSection: "الفرع القسم", unitAnnex: "المرفق التذييل", unitPreamble: "الديباجة", unitNote: "الملاحظة_التفسيرية", unitFootnote: "الحاشية",
		unitOption: "الخيار", unitOpening: "العبارة_الافتتاحية", unitClosing: "العبارة_الختامية", unitRecital: "فقرة_الديباجة",
	},
	plurals: map[unit]string{
		unitArticle: "المادتين المادتان المواد", unitParagraph: "الفقرتين الفقرتان الفقرات", unitPoint: "الفقرتين_الفرعيتين الفقرتان_الفرعيتان الفقرات_الفرعية البندين البنود",
		unitChapter: "الفصلين الفصلان الفصول", unitPart: "البابين البابان الأبواب الجزأين الأجزاء", unitSection: "الفرعين الفرعان الفروع القسمين الأقسام",
		unitAnnex: "المرفقين المرفقان المرفقات", unitOption: "الخيارين الخيارات", unitNote: "الملاحظات_التفسيرية",
	},
	this: "هذه هذا", that: "تلك ذلك", prev: "السابقة السابق", next: "التالية التالي", of: "من", skip: "من في إلى على وفي", and: "و أو", to: "إلى حتى",
	above: "أعلاه أدناه", also: "كذلك",
	genus: "اتفاقية اتفاقيات ميثاق عهد بروتوكول بروتوكولات اتفاق معاهدة إعلان تصريح دستور تقرير قانون لائحة وثيقة ورقة نظام",
	definite: "الاتفاقية الاتفاقيات الميثاق العهد البروتوكول البروتوكولات الاتفاق المعاهدة الإعلان التصريح الدستور التقرير القانون اللائحة الوثيقة " +
		"النظام",
	acts:    "قرار القرار قراري القرارين قرارات القرارات قرارها قراره قراريها قراريه قراراتها قراراته مقرر المقرر مقرري المقررين مقررات المقررات مقررها مقررها",
	subject: "المتعلقة المتعلق بشأن الخاصة الخاص الدولية الدولي الإضافي الاختياري لمكافحة لمناهضة للأمم",
	means:   "يعني تعني يقصد تقصد يشمل تشمل يراد يدل تدل يفهم",
	naming:  "يلي بعد باسم",
	term:    "مصطلح المصطلح تعبير التعبير عبارة العبارة لفظ كلمة",
	organs:  []organWords{{"HRC", []string{"حقوق", "الانسان"}}}, genusFirst: true, after: true,
	clitics: []clitic{
		{prefix: "و", and: true},
		{prefix: "ف"},
		{prefix: "ب"},
		{prefix: "ك"},
		{prefix: "ل"},
		{prefix: "وب", and: true},
		{prefix: "فب"},
		{prefix: "لل", article: true},
		{prefix: "ولل", article: true, and: true},
	},
}

// chineseWords has no words: characters are read one by one. Latin pointers
// (PP3, para. 5) may still stand in a Chinese text.
var chineseWords = vocabulary{}
