package marking

// Colours of banners. Those of the United States (GSA's and DoD's banners) and of
// TLP (FIRST, version 2.0) are prescribed; the others are ours.
var (
	green  = [3]uint8{0x1B, 0x6B, 0x3A}
	blue   = [3]uint8{0x1F, 0x4E, 0x8C}
	amber  = [3]uint8{0x9A, 0x5B, 0x00}
	red    = [3]uint8{0xA8, 0x1C, 0x24}
	purple = [3]uint8{0x55, 0x22, 0x7A}
	grey   = [3]uint8{0x4A, 0x50, 0x59}
)

// tables are the schemes. Sources: the United Nations ST/SGB/2007/6, section 2,
// with "for official use only" below it as national ladders have it; the European
// Union Council Decision 2013/488/EU, article 2 and annex III, and LIMITE, which
// marks distribution; TLP 2.0 of FIRST; the United States Executive Order 13526
// and 32 CFR 2001 and 2002; the United Kingdom Government Security
// Classifications; France's interministerial instruction 1300; Germany's VSA;
// Spain's Ley 9/1968 and its norms; the Russian Federation's law 5485-1 and its
// rules on official use; China's law on guarding State secrets; the ladder that
// most Arab States have.
var tables = []Scheme{
	{"un", []Level{
		{Code: "unclassified", Rank: Public, Portions: []string{"U", "НС", "非保密", "غير مصنف"}, Colour: green},
		{Code: "official-use", Rank: Limited, Portions: []string{"OU", "ДСП", "官方", "رسمي"}, Colour: blue},
		{Code: "confidential", Rank: Confidential, Portions: []string{"C", "К", "机密", "سري"}, Colour: amber},
		{Code: "strictly-confidential", Rank: Secret, Portions: []string{"SC", "СК", "绝对机密", "سري للغاية"}, Colour: red, Copies: true},
	}, "confidential"},
	{"eu", []Level{
		{Code: "eu.public", Rank: Public, Portions: []string{"PUBLIC"}, Colour: green},
		{Code: "eu.limite", Rank: Limited, Official: "LIMITE", Portions: []string{"LIMITE"}, Colour: grey},
		{Code: "eu.restricted", Rank: Restricted, Official: "RESTREINT UE/EU RESTRICTED", Portions: []string{"R-UE/EU-R", "R"}, Colour: blue},
		{Code: "eu.confidential", Rank: Confidential, Official: "CONFIDENTIEL UE/EU CONFIDENTIAL", Portions: []string{"C-UE/EU-C", "C"}, Colour: amber, Register: true},
		{Code: "eu.secret", Rank: Secret, Official: "SECRET UE/EU SECRET", Portions: []string{"S-UE/EU-S", "S"}, Colour: red, Register: true, Copies: true},
		{Code: "eu.top-secret", Rank: TopSecret, Official: "TRÈS SECRET UE/EU TOP SECRET", Portions: []string{"TS-UE/EU-TS", "TS"}, Colour: purple, Register: true, Copies: true},
	}, "eu.restricted"},
	{"tlp", []Level{
		{Code: "tlp.clear", Rank: Public, Official: "TLP:CLEAR", Portions: []string{"TLP:CLEAR"}, Colour: grey},
		{Code: "tlp.green", Rank: Limited, Official: "TLP:GREEN", Portions: []string{"TLP:GREEN"}, Colour: [3]uint8{0x33, 0xFF, 0x00}},
		{Code: "tlp.amber", Rank: Restricted, Official: "TLP:AMBER", Portions: []string{"TLP:AMBER"}, Colour: [3]uint8{0xFF, 0xC0, 0x00}},
		{Code: "tlp.amber-strict", Rank: Confidential, Official: "TLP:AMBER+STRICT", Portions: []string{"TLP:AMBER+STRICT"}, Colour: [3]uint8{0xFF, 0xC0, 0x00}},
		{Code: "tlp.red", Rank: TopSecret, Official: "TLP:RED", Portions: []string{"TLP:RED"}, Colour: [3]uint8{0xFF, 0x2B, 0x2B}},
	}, "tlp.amber-strict"},
	{"us", []Level{
		{Code: "us.unclassified", Rank: Public, Official: "UNCLASSIFIED", Portions: []string{"U"}, Colour: [3]uint8{0x00, 0x7A, 0x33}},
		{Code: "us.cui", Rank: Restricted, Official: "CUI", Portions: []string{"CUI"}, Colour: [3]uint8{0x50, 0x2B, 0x85}},
		{Code: "us.confidential", Rank: Confidential, Official: "CONFIDENTIAL", Portions: []string{"C"}, Colour: [3]uint8{0x00, 0x33, 0xA0}},
		{Code: "us.secret", Rank: Secret, Official: "SECRET", Portions: []string{"S"}, Colour: [3]uint8{0xC8, 0x10, 0x2E}},
		{Code: "us.top-secret", Rank: TopSecret, Official: "TOP SECRET", Portions: []string{"TS"}, Colour: [3]uint8{0xFF, 0x8C, 0x00}, Register: true, Copies: true},
	}, "us.confidential"},
	{"uk", []Level{
		{Code: "uk.official", Rank: Public, Official: "OFFICIAL", Portions: []string{"O"}, Colour: green},
		{Code: "uk.official-sensitive", Rank: Restricted, Official: "OFFICIAL-SENSITIVE", Portions: []string{"O-S"}, Colour: blue},
		{Code: "uk.secret", Rank: Secret, Official: "SECRET", Portions: []string{"S"}, Colour: red, Register: true},
		{Code: "uk.top-secret", Rank: TopSecret, Official: "TOP SECRET", Portions: []string{"TS"}, Colour: purple, Register: true, Copies: true},
	}, "uk.official-sensitive"},
	{"fr", []Level{
		{Code: "fr.open", Rank: Public, Official: "NON PROTÉGÉ", Portions: []string{"NP"}, Colour: green},
		{Code: "fr.restricted", Rank: Restricted, Official: "DIFFUSION RESTREINTE", Portions: []string{"DR"}, Colour: blue},
		{Code: "fr.secret", Rank: Secret, Official: "SECRET", Portions: []string{"S"}, Colour: red, Register: true, Copies: true},
		{Code: "fr.top-secret", Rank: TopSecret, Official: "TRÈS SECRET", Portions: []string{"TS"}, Colour: purple, Register: true, Copies: true},
	}, "fr.restricted"},
	{"de", []Level{
		{Code: "de.open", Rank: Public, Official: "OFFEN", Portions: []string{"O"}, Colour: green},
		{Code: "de.restricted", Rank: Restricted, Official: "VS – NUR FÜR DEN DIENSTGEBRAUCH", Portions: []string{"VS-NfD"}, Colour: blue},
		{Code: "de.confidential", Rank: Confidential, Official: "VS – VERTRAULICH", Portions: []string{"VS-V"}, Colour: amber, Register: true},
		{Code: "de.secret", Rank: Secret, Official: "GEHEIM", Portions: []string{"GEH"}, Colour: red, Register: true, Copies: true},
		{Code: "de.top-secret", Rank: TopSecret, Official: "STRENG GEHEIM", Portions: []string{"STR GEH"}, Colour: purple, Register: true, Copies: true},
	}, "de.restricted"},
	{"es", []Level{
		{Code: "es.open", Rank: Public, Official: "SIN CLASIFICAR", Portions: []string{"SC"}, Colour: green},
		{Code: "es.restricted", Rank: Restricted, Official: "DIFUSIÓN LIMITADA", Portions: []string{"DL"}, Colour: blue},
		{Code: "es.confidential", Rank: Confidential, Official: "CONFIDENCIAL", Portions: []string{"C"}, Colour: amber, Register: true},
		{Code: "es.reserved", Rank: Secret, Official: "RESERVADO", Portions: []string{"R"}, Colour: red, Register: true, Copies: true},
		{Code: "es.secret", Rank: TopSecret, Official: "SECRETO", Portions: []string{"S"}, Colour: purple, Register: true, Copies: true},
	}, "es.restricted"},
	{"ru", []Level{
		{Code: "ru.open", Rank: Public, Official: "НЕСЕКРЕТНО", Portions: []string{"НС"}, Colour: green},
		{Code: "ru.official", Rank: Restricted, Official: "ДЛЯ СЛУЖЕБНОГО ПОЛЬЗОВАНИЯ", Portions: []string{"ДСП"}, Colour: blue, Copies: true},
		{Code: "ru.secret", Rank: Confidential, Official: "СЕКРЕТНО", Portions: []string{"С"}, Colour: amber, Register: true, Copies: true},
		{Code: "ru.top-secret", Rank: Secret, Official: "СОВЕРШЕННО СЕКРЕТНО", Portions: []string{"СС"}, Colour: red, Register: true, Copies: true},
		{Code: "ru.special", Rank: TopSecret, Official: "ОСОБОЙ ВАЖНОСТИ", Portions: []string{"ОВ"}, Colour: purple, Register: true, Copies: true},
	}, "ru.official"},
	{"cn", []Level{
		{Code: "cn.open", Rank: Public, Official: "公开", Portions: []string{"公开"}, Colour: green},
		{Code: "cn.internal", Rank: Restricted, Official: "内部", Portions: []string{"内部"}, Colour: blue},
		{Code: "cn.secret", Rank: Confidential, Official: "秘密", Portions: []string{"秘密"}, Colour: amber, Register: true, Copies: true},
		{Code: "cn.confidential", Rank: Secret, Official: "机密", Portions: []string{"机密"}, Colour: red, Register: true, Copies: true},
		{Code: "cn.top-secret", Rank: TopSecret, Official: "绝密", Portions: []string{"绝密"}, Colour: purple, Register: true, Copies: true},
	}, "cn.internal"},
	{"arab", []Level{
		{Code: "arab.open", Rank: Public, Official: "غير مصنف", Portions: []string{"غير مصنف"}, Colour: green},
		{Code: "arab.limited", Rank: Restricted, Official: "محدود التداول", Portions: []string{"محدود التداول", "محدود"}, Colour: blue},
		{Code: "arab.secret", Rank: Confidential, Official: "سري", Portions: []string{"سري"}, Colour: red, Register: true},
		{Code: "arab.top-secret", Rank: TopSecret, Official: "سري للغاية", Portions: []string{"سري للغاية"}, Colour: purple, Register: true, Copies: true},
	}, "arab.limited"},
}
