package specimen

import "travaux/data"

var french = language{
	title:      "Projet de convention sur la protection des lacs de montagne partagés par plusieurs États",
	body:       "Comité spécial chargé d’élaborer une convention sur les lacs de montagne partagés",
	session:    "Troisième session, Genève, 9-20 mars 2026",
	agenda:     "Point 4 : Examen du projet de texte révisé",
	state:      "République de Velmora",
	letterhead: []string{"Mission permanente auprès de l’Office des Nations Unies à Genève", "14, chemin des Tilleuls, 1202 Genève", "mission.geneva@velmora.example"},
	summary: "Velmora accueille avec satisfaction le projet de texte révisé distribué par la Présidence et y voit une bonne base pour achever les travaux du Comité à la présente session.\n" +
		"Trois questions revêtent une importance particulière pour la délégation : l’obligation de notification devrait naître dès la planification et non au début des travaux ; les données de surveillance devraient être comparables d’une rive à l’autre ; les petits États riverains devraient recevoir une assistance avant, et non seulement après, avoir assumé de nouvelles obligations.\n" +
		"Les observations ci-après suivent l’ordre du projet. Lorsque aucun libellé n’est proposé, la délégation peut accepter le texte tel quel.",
	preamble: data.PublicHeading{Kind: data.KindPreamble, Label: "Préambule"},
	chapter1: data.PublicHeading{Kind: data.KindChapter, Label: "Chapitre premier", Heading: "Dispositions générales"},
	chapter2: data.PublicHeading{Kind: data.KindChapter, Label: "Chapitre II", Heading: "Coopération et surveillance"},
	articles: map[int]data.PublicHeading{
		2: {Kind: data.KindArticle, Label: "Article 2", Heading: "Terminologie"}, 4: {Kind: data.KindArticle, Label: "Article 4", Heading: "Protection des rives"},
		7: {Kind: data.KindArticle, Label: "Article 7", Heading: "Mesures projetées"}, 9: {Kind: data.KindArticle, Label: "Article 9", Heading: "Stations de surveillance"},
		12: {Kind: data.KindArticle, Label: "Article 12", Heading: "Assistance"}, 15: {Kind: data.KindArticle, Label: "Article 15", Heading: "Règlement des différends"},
	},
	provisions: []provision{
		{
			path: "preamble/pp3", kind: data.KindRecital, stance: data.StanceAmend,
			text:      "Considérant que les lacs de montagne sont une source d’eau potable pour [de nombreuses] [certaines] populations en aval,",
			wording:   "Considérant que les lacs de montagne et les glaciers qui les alimentent sont une source d’eau potable pour de nombreuses populations en aval,",
			reasons:   "Les lacs concernés reçoivent des glaciers plus de la moitié de leurs apports. Un préambule muet sur ce point n’expliquerait pas les mesures prévues aux articles 7 et 9.",
			citations: "A/RES/75/240, huitième alinéa du préambule ; A/AC.311/9, par. 22",
		},
		{
			article: 2, path: "ch1/art2/b", label: "b)", kind: data.KindPoint, stance: data.StanceSupport,
			text:    "b) L’expression « lac de montagne partagé » désigne tout lac naturel situé à 800 mètres au moins au-dessus du niveau de la mer et dont les rives relèvent de deux États ou plus ;",
			reasons: "Le seuil de 800 mètres a été arrêté par les experts techniques et repose sur l’étude dont le Comité est saisi.",
		},
		{
			article: 4, path: "ch1/art4/1", label: "1.", kind: data.KindParagraph, stance: data.StanceAmend,
			text:      "1. Chaque État Partie s’efforce de prendre les mesures appropriées pour préserver l’état naturel des rives des lacs de montagne partagés situées sur son territoire.",
			wording:   "1. Chaque État Partie prend les mesures nécessaires pour préserver et, lorsque cela est possible, restaurer l’état naturel des rives des lacs de montagne partagés situées sur son territoire.",
			reasons:   "Une simple obligation de moyens serait en retrait par rapport aux engagements que tous les États riverains ont déjà souscrits au niveau régional. Les mots « lorsque cela est possible » laissent aux États la latitude voulue pour les rives bâties depuis des générations.",
			citations: "A/AC.311/6, par. 31 à 34 ; A/AC.311/INF/2",
		},
		{
			article: 7, path: "ch1/art7/3/b", paragraph: "3.", label: "b)", kind: data.KindPoint, stance: data.StanceAmend,
			text:      "b) L’État Partie qui entreprend la construction d’ouvrages susceptibles de modifier de plus de 10 centimètres le niveau d’un lac de montagne partagé le notifie aux autres États riverains dans un délai de soixante jours ;",
			wording:   "b) L’État Partie qui projette des ouvrages susceptibles de modifier de plus de 5 centimètres le niveau d’un lac de montagne partagé le notifie aux autres États riverains quatre-vingt-dix jours au moins avant qu’une décision soit prise ;",
			reasons:   "La notification n’est utile que tant que les plans peuvent encore être modifiés. L’expérience de la Commission du lac Orsen, qui applique un délai de quatre-vingt-dix jours depuis 1994, montre qu’un tel délai ne retarde aucun projet.\nLe seuil inférieur correspond à la précision des instruments désormais utilisés sur toutes les rives.",
			citations: "A/AC.311/CRP.4 (Part I), annexe, tableau 2",
		},
		{
			article: 7, path: "ch1/art7/4", label: "4.", kind: data.KindParagraph, stance: data.StanceDelete,
			text:    "4. [Les dispositions du présent article ne s’appliquent pas aux ouvrages entrepris à des fins militaires.]",
			reasons: "Une exception aussi large priverait l’article de son effet. Les ouvrages de défense peuvent être notifiés sans que leur finalité soit divulguée.",
		},
		{
			article: 9, path: "ch2/art9/2", label: "2.", kind: data.KindParagraph, stance: data.StanceAmend,
			text:      "2. Les États Parties échangent à intervalles réguliers les données de leurs stations de surveillance.",
			wording:   "2. Les États Parties échangent au moins une fois par mois, dans un format commun adopté par la Conférence des États Parties, les données de leurs stations de surveillance.",
			reasons:   "Les mots « à intervalles réguliers » ont été compris comme désignant toute période allant d’un jour à cinq ans. Des données qui ne sont pas comparables ne sauraient fonder des mesures communes.",
			citations: "A/AC.311/11, chap. IV",
		},
		{
			article: 9, path: "ch2/art9/3", label: "3.", kind: data.KindParagraph, stance: data.StanceFlexible, unapproved: true,
			text:    "3. La Conférence des États Parties peut constituer un groupe scientifique de [douze] [quinze] membres au plus.",
			reasons: "La délégation attache plus d’importance à la répartition géographique équitable qu’au nombre de membres.",
		},
		{
			article: 12, path: "ch2/art12", kind: data.KindArticle, stance: data.StanceConditional,
			text:      "Les États Parties développés sont encouragés à fournir une assistance technique et financière aux États riverains en développement qui le demandent, aux fins de l’application de la présente Convention.",
			wording:   "Les États Parties développés fournissent une assistance technique et sont encouragés à fournir une assistance financière aux États riverains en développement qui le demandent, aux fins de la préparation et de l’application de la présente Convention.",
			reasons:   "Velmora peut accepter les obligations énoncées au paragraphe 2 de l’article 9, à condition que les États qui ne disposent pas encore de stations de surveillance puissent bénéficier d’une assistance.",
			citations: "A/RES/78/237, par. 5 ; A/AC.311/14/Rev.2, art. 9, par. 2",
		},
		{
			article: 15, path: "ch2/art15/1", label: "1.", kind: data.KindParagraph, stance: data.StanceReserve,
			text:    "1. Tout différend entre deux États Parties ou plus concernant l’interprétation ou l’application de la présente Convention qui ne peut être réglé par voie de négociation dans un délai de [six] [douze] mois est, à la demande de l’un de ces États Parties, soumis à l’arbitrage.",
			reasons: "La délégation reviendra sur ce paragraphe lorsque le texte de l’article 16 aura été arrêté.",
		},
	},
}
