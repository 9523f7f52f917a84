package clause

import (
	"regexp"

	"travaux/data"
)

func french() *lexicon {
	return &lexicon{
		lang: data.French, gap: " ", and: "et",
		numerals: numeralsOf(`un une=1;deux=2;trois=3;quatre=4;cinq=5;six=6;sept=7;huit=8;neuf=9;dix=10;onze=11;douze=12;treize=13;quatorze=14;quinze=15;seize=16;
vingt vingts=20;trente=30;quarante=40;cinquante=50;soixante=60;septante=70;nonante=90;cent cents=100;
premier première=-1;deuxième second seconde=-2;troisième=-3;quatrième=-4;cinquième=-5;sixième=-6;septième=-7;huitième=-8;neuvième=-9;unième=-1;
dixième=-10;onzième=-11;douzième=-12;treizième=-13;quatorzième=-14;quinzième=-15;seizième=-16;
vingtième=-20;trentième=-30;quarantième=-40;cinquantième=-50;soixantième=-60;centième=-100`),
		suffixes: fieldsOf("er re e eme ieme ème ième"),
		wholes:   numbersOf("tiers=3;quarts quart=4;cinquièmes=5"),
		stems:    fieldsOf("vigueur effet reserv differend consensus majorit deposit foi authenti duree signature instrument"),
		units:    unitsOf("d: jour jours; w: semaine semaines; m: mois; y: an ans année années"),
		fillers:  fieldsOf("civils calendaires francs consécutifs"),

		firstOfMonth: pattern(`@1 jour du mois (?:qui suit|suivant) (?:l )?(?:expiration|échéance) d (?:#1|une?) ?(?:période|délai)? ?(?:de )?(~\d+y\d+m\d+d)`),

		force:      pattern(`\b(?:entre|entrent|entrera|entreront|entrée|entré|entrés|est entrée?) (?:\p{L}+ )?en vigueur\b|\bentrée en vigueur\b|\bprend effet\b`),
		joins:      pattern(`\b(?:pour|à l égard de|en ce qui concerne|vis à vis de) (?:chaque|chacun|chacune|tout|toute|tous|toutes|les autres|#1)\b|\bà l égard d #1\b`),
		deposit:    pattern(`\b(?:dépôt|déposés?|instruments?)\b`),
		amendment:  pattern(`\b(?:amendements?|protocoles?|annexes?|appendices?)\b`),
		denounces:  pattern(`\b(?:dénonciation|dénonce|dénoncer|retrait|retirer|se retire)\b`),
		effect:     pattern(`\b(?:effet|effective?)\b`),
		reserves:   pattern(`\bréserves?\b`),
		forbidden:  pattern(`\baucune réserve\b|\bréserves? n(?:e sont| est) (?:pas )?(?:admise|autorisée|permise)|\bne peut faire l objet d (?:aucune|#1) réserve`),
		except:     pattern(`\b(?:sauf|excepté|hormis|qu au|qu aux|autres? que)\b`),
		dispute:    pattern(`\bdifférends?\b`),
		sinceRight: pattern(`^(?:à compter de|après|à partir de|suivant|depuis|qui suit|qui suivent) (?:la date (?:de|d) )?(?:l )?(?:entrée en vigueur)`),
		within:     pattern(`(?:\bdans (?:#1|un|le|les)(?: délai)?(?: de| d)?|\bau plus tard(?: dans les)?|\bdélai (?:maximum|maximal) de)(?: @1)? $`),
		withinTail: pattern(`^au plus tard\b`),
		every:      pattern(`(?:\btous les|\btoutes les|\bchaque|\bà intervalles de|\b#1 fois tous les|\bà des intervalles de)(?: période de)? $`),
		everyTail:  nil,
		ahead:      pattern(`^(?:au moins )?avant\b`),

		instruments: pattern(`(@\d+) (?:instruments?|ratification|état|signature)\b|#(\d+) (?:états|instruments|gouvernements|pays|signataires)\b`),
		parties:     pattern(`#(\d+) (?:des )?(?:états parties|états|parties|membres)\b`),
		uncounted:   pattern(`\bvenant s ajouter aux instruments\b|\bne (?:sont|sera|seront|est) pas (?:comptés?|considérés? comme)\b|\bs ajoutant à ceux\b`),
		consensus:   pattern(`\bconsensus\b`),
		majority:    pattern(`\bmajorité\b`),
		voting:      pattern(`\bprésent\p{L}*(?: \p{L}+){0,6} (?:et )?(?:votant\p{L}*|exprimant leur vote|prenant part au vote)\b|\bsuffrages exprimés\b`),
		quorum:      pattern(`\bquorum(?: \p{L}+){0,3} $`),
		depositary: []*regexp.Regexp{
			pattern(`^(.{3,160}?) (?:est|sera|exerce)(?: désigné\p{L}*)?(?: comme)?(?: les fonctions de)?(?: le| la)? dépositaire\b`),
		},
		authentic:  pattern(`\bfont également foi\b|\bfaisant également foi\b|\bfont pareillement foi\b|\bégalement authentiques?\b|\bfaisant foi\b|\bfont foi\b`),
		langs:      langsOf(`\barabe\b`, `\bchinois\b`, `\banglais\b`, `\bfrançais\b`, `\brusse\b`, `\bespagnol\b`),
		indefinite: pattern(`\bdurée (?:illimitée|indéterminée)\b`),
		signature:  pattern(`\bsignature\b`),
		until:      pattern(`\bjusqu au [#@](\d+) (\p{L}+) #(\d{4})`),
		months:     numbersOf("janvier=1;février=2;mars=3;avril=4;mai=5;juin=6;juillet=7;août=8;septembre=9;octobre=10;novembre=11;décembre=12"),
		means: meansOf(
			string(Negotiation), `\bnégoci\p{L}+`, string(Consultation), `\bconsult\p{L}+`, string(Enquiry), `\benquête\b`,
			string(GoodOffices), `\bbons offices\b`, string(Mediation), `\bmédiation\b`, string(Conciliation), `\bconciliation\b`, string(Arbitration), `\barbitrage\b|\barbitral\p{L}*`,
			string(Judicial), `\brèglement judiciaire\b|\bcour internationale de justice\b|\btribunal international du droit de la mer\b`, string(Regional), `\b(?:organismes|accords) régionaux\b|\borganismes ou accords régionaux\b`,
			string(OwnChoice), `\bautres? moyens? pacifiques?\b|\bmoyens pacifiques de leur choix\b`,
		),
	}
}
