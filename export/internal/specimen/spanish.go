package specimen

import "travaux/data"

var spanish = language{
	title:      "Proyecto de convención sobre la protección de los lagos de montaña compartidos por varios Estados",
	body:       "Comité Especial encargado de Elaborar una Convención sobre los Lagos de Montaña Compartidos",
	session:    "Tercer período de sesiones, Ginebra, 9 a 20 de marzo de 2026",
	agenda:     "Tema 4: Examen del proyecto de texto revisado",
	state:      "República de Velmora",
	letterhead: []string{"Misión Permanente ante la Oficina de las Naciones Unidas en Ginebra", "14, chemin des Tilleuls, 1202 Ginebra", "mission.geneva@velmora.example"},
	summary: "Velmora acoge con satisfacción el proyecto de texto revisado distribuido por la Presidencia y lo considera una base sólida para concluir la labor del Comité en el presente período de sesiones.\n" +
		"Tres cuestiones revisten especial importancia para la delegación: que la obligación de notificar nazca con la planificación y no con la construcción; que los datos de vigilancia sean comparables de una orilla a otra; y que los pequeños Estados ribereños reciban asistencia antes, y no solo después, de asumir nuevas obligaciones.\n" +
		"Las observaciones que figuran a continuación siguen el orden del proyecto. Cuando no se propone redacción alguna, la delegación puede aceptar el texto tal como está.",
	preamble: data.PublicHeading{Kind: data.KindPreamble, Label: "Preámbulo"},
	chapter1: data.PublicHeading{Kind: data.KindChapter, Label: "Capítulo I", Heading: "Disposiciones generales"},
	chapter2: data.PublicHeading{Kind: data.KindChapter, Label: "Capítulo II", Heading: "Cooperación y vigilancia"},
	articles: map[int]data.PublicHeading{
		2: {Kind: data.KindArticle, Label: "Artículo 2", Heading: "Definiciones"}, 4: {Kind: data.KindArticle, Label: "Artículo 4", Heading: "Protección de las orillas"},
		7: {Kind: data.KindArticle, Label: "Artículo 7", Heading: "Medidas proyectadas"}, 9: {Kind: data.KindArticle, Label: "Artículo 9", Heading: "Estaciones de vigilancia"},
		12: {Kind: data.KindArticle, Label: "Artículo 12", Heading: "Asistencia"}, 15: {Kind: data.KindArticle, Label: "Artículo 15", Heading: "Arreglo de controversias"},
	},
	provisions: []provision{
		{
			path: "preamble/pp3", kind: data.KindRecital, stance: data.StanceAmend,
			text:      "Reconociendo que los lagos de montaña son una fuente de agua potable para [muchas] [algunas] comunidades situadas aguas abajo,",
			wording:   "Reconociendo que los lagos de montaña y los glaciares que los alimentan son una fuente de agua potable para muchas comunidades situadas aguas abajo,",
			reasons:   "Los lagos de que se trata reciben de los glaciares más de la mitad de su caudal. Un preámbulo que guardara silencio al respecto no explicaría las medidas exigidas en los artículos 7 y 9.",
			citations: "A/RES/75/240, octavo párrafo del preámbulo; A/AC.311/9, párr. 22",
		},
		{
			article: 2, path: "ch1/art2/b", label: "b)", kind: data.KindPoint, stance: data.StanceSupport,
			text:    "b) Por “lago de montaña compartido” se entenderá todo lago natural situado a 800 metros o más sobre el nivel del mar cuyas orillas pertenezcan a dos o más Estados;",
			reasons: "El umbral de 800 metros fue convenido por los expertos técnicos y se apoya en el estudio que el Comité tiene ante sí.",
		},
		{
			article: 4, path: "ch1/art4/1", label: "1.", kind: data.KindParagraph, stance: data.StanceAmend,
			text:      "1. Cada Estado Parte procurará adoptar medidas apropiadas para preservar el estado natural de las orillas de los lagos de montaña compartidos que se encuentren en su territorio.",
			wording:   "1. Cada Estado Parte adoptará las medidas necesarias para preservar y, cuando sea factible, restaurar el estado natural de las orillas de los lagos de montaña compartidos que se encuentren en su territorio.",
			reasons:   "La mera obligación de procurar sería más débil que los compromisos que todos los Estados ribereños ya han aceptado en el plano regional. Las palabras “cuando sea factible” dejan a los Estados el margen que necesitan respecto de las orillas edificadas desde hace generaciones.",
			citations: "A/AC.311/6, párrs. 31 a 34; A/AC.311/INF/2",
		},
		{
			article: 7, path: "ch1/art7/3/b", paragraph: "3.", label: "b)", kind: data.KindPoint, stance: data.StanceAmend,
			text:      "b) El Estado Parte que inicie la construcción de obras que puedan alterar en más de 10 centímetros el nivel de un lago de montaña compartido lo notificará a los demás Estados ribereños en un plazo de sesenta días;",
			wording:   "b) El Estado Parte que proyecte obras que puedan alterar en más de 5 centímetros el nivel de un lago de montaña compartido lo notificará a los demás Estados ribereños al menos noventa días antes de que se adopte una decisión;",
			reasons:   "La notificación solo es útil mientras los planes todavía puedan modificarse. La experiencia de la Comisión del Lago Orsen, que aplica un plazo de noventa días desde 1994, demuestra que tal plazo no retrasa ningún proyecto.\nEl umbral más bajo corresponde a la precisión de los instrumentos que se utilizan actualmente en todas las orillas.",
			citations: "A/AC.311/CRP.4 (Part I), anexo, cuadro 2",
		},
		{
			article: 7, path: "ch1/art7/4", label: "4.", kind: data.KindParagraph, stance: data.StanceDelete,
			text:    "4. [Las disposiciones del presente artículo no se aplicarán a las obras emprendidas con fines militares.]",
			reasons: "Una excepción de tal amplitud privaría al artículo de su efecto. Las obras con fines de defensa pueden notificarse sin revelar su finalidad.",
		},
		{
			article: 9, path: "ch2/art9/2", label: "2.", kind: data.KindParagraph, stance: data.StanceAmend,
			text:      "2. Los Estados Partes intercambiarán a intervalos periódicos los datos de sus estaciones de vigilancia.",
			wording:   "2. Los Estados Partes intercambiarán al menos una vez al mes, en un formato común aprobado por la Conferencia de los Estados Partes, los datos de sus estaciones de vigilancia.",
			reasons:   "Se ha entendido que “intervalos periódicos” abarca desde un día hasta cinco años. Los datos que no son comparables no pueden servir de base para medidas conjuntas.",
			citations: "A/AC.311/11, cap. IV",
		},
		{
			article: 9, path: "ch2/art9/3", label: "3.", kind: data.KindParagraph, stance: data.StanceFlexible, unapproved: true,
			text:    "3. La Conferencia de los Estados Partes podrá establecer un grupo científico integrado por un máximo de [doce] [quince] miembros.",
			reasons: "La delegación concede más importancia a la distribución geográfica equitativa que al número de miembros.",
		},
		{
			article: 12, path: "ch2/art12", kind: data.KindArticle, stance: data.StanceConditional,
			text:      "Se alienta a los Estados Partes desarrollados a que presten asistencia técnica y financiera a los Estados ribereños en desarrollo que la soliciten, con miras a la aplicación de la presente Convención.",
			wording:   "Los Estados Partes desarrollados prestarán asistencia técnica y se los alienta a que presten asistencia financiera a los Estados ribereños en desarrollo que la soliciten, con miras a la preparación y aplicación de la presente Convención.",
			reasons:   "Velmora puede aceptar las obligaciones previstas en el artículo 9, párrafo 2, a condición de que puedan recibir asistencia los Estados que aún no disponen de estaciones de vigilancia.",
			citations: "A/RES/78/237, párr. 5; A/AC.311/14/Rev.2, art. 9.2",
		},
		{
			article: 15, path: "ch2/art15/1", label: "1.", kind: data.KindParagraph, stance: data.StanceReserve,
			text:    "1. Toda controversia entre dos o más Estados Partes acerca de la interpretación o la aplicación de la presente Convención que no pueda ser resuelta mediante la negociación dentro de un plazo de [seis] [doce] meses se someterá a arbitraje a petición de uno de esos Estados Partes.",
			reasons: "La delegación volverá a referirse a este párrafo cuando se haya fijado el texto del artículo 16.",
		},
	},
}
