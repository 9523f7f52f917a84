package clause

import (
	"regexp"

	"travaux/data"
)

func spanish() *lexicon {
	return &lexicon{
		lang: data.Spanish, gap: " ", and: "y",
		numerals: numeralsOf(`uno una un=1;dos=2;tres=3;cuatro=4;cinco=5;seis=6;siete=7;ocho=8;nueve=9;diez=10;once=11;doce=12;trece=13;catorce=14;quince=15;dieciséis=16;diecisiete=17;dieciocho=18;diecinueve=19;
veinte=20;veintiuno veintiún veintiuna=21;veintidós=22;veintitrés=23;veinticuatro=24;veinticinco=25;veintiséis=26;veintisiete=27;veintiocho=28;veintinueve=29;
treinta=30;cuarenta=40;cincuenta=50;sesenta=60;setenta=70;ochenta=80;noventa=90;cien ciento=100;
primer primero primera=-1;segundo segunda=-2;tercer tercero tercera=-3;cuarto cuarta=-4;quinto quinta=-5;sexto sexta=-6;séptimo séptima=-7;octavo octava=-8;noveno novena=-9;
décimo décima=-10;undécimo undécima=-11;duodécimo duodécima=-12;
decimotercer decimotercero decimotercera=-13;decimocuarto decimocuarta=-14;decimoquinto decimoquinta=-15;decimosexto decimosexta=-16;decimoséptimo decimoséptima=-17;decimoctavo decimoctava=-18;
decimonoveno decimonovena=-19;vigésimo vigésima=-20;trigésimo trigésima=-30;cuadragésimo cuadragésima=-40;quincuagésimo quincuagésima=-50;
sexagésimo sexagésima=-60;septuagésimo septuagésima=-70;octogésimo octogésima=-80;nonagésimo nonagésima=-90;centésimo centésima=-100`),
		suffixes: fieldsOf("o a er ero era avo"),
		wholes:   numbersOf("tercios tercio terceras=3;cuartos cuartas=4;quintos quintas=5"),
		stems:    fieldsOf("vigor efecto reserv controversia diferencia consenso mayoria deposit autentic fidedign duracion firma adicional"),
		units:    unitsOf("d: día días; w: semana semanas; m: mes meses; y: año años"),
		fillers:  fieldsOf("civiles naturales hábiles consecutivos"),

		firstOfMonth: pattern(`@1 día del mes (?:siguiente|que siga|posterior) (?:a|al) (?:la )?(?:expiración|vencimiento|término|transcurso) (?:de )?(?:#1 )?(?:plazo|período|periodo)? ?(?:de )?(~\d+y\d+m\d+d)`),

		force:      pattern(`\b(?:entra|entran|entrará|entrarán|entrada|entrado|entre) en vigor\b|\bsurtirá efecto`),
		joins:      pattern(`\b(?:para|respecto de|respecto a|en relación con|con respecto a) (?:cada|todo|toda|todos|todas|cualquier|los demás|#1)\b`),
		deposit:    pattern(`\b(?:depósito|depositado|depositados|deposite|instrumentos?)\b`),
		amendment:  pattern(`\b(?:enmiendas?|protocolos?|anexos?|apéndices?)\b`),
		denounces:  pattern(`\b(?:denuncia|denunciar|retirada|retiro|retirarse)\b`),
		effect:     pattern(`\b(?:efecto|efectiva?|efectos)\b`),
		reserves:   pattern(`\breservas?\b`),
		forbidden:  pattern(`\bno se (?:podrán?|admitirán?|permitirán?) (?:\p{L}+ )?(?:ninguna )?reservas?\b|\bno se admitir\p{L}+ reservas\b|\bno podrán? ser objeto de reservas?\b`),
		except:     pattern(`\b(?:salvo|excepto|solo|únicamente)\b`),
		dispute:    pattern(`\bcontroversias?\b|\bdiferencias?\b`),
		sinceRight: pattern(`^(?:desde|después de|a partir de|contados? (?:desde|a partir de)|siguientes? a) (?:la fecha (?:de|en que) )?(?:la |su )?(?:entrada en vigor|entre en vigor)`),
		within:     pattern(`(?:\ba más tardar(?: en)?(?: el plazo de)?|\bdentro (?:de|del)(?: (?:#1|los|las|el))?(?: plazo)?(?: de)?|\ben (?:el|#1) plazo (?:máximo )?de|\bplazo no superior a|\bplazo máximo de)(?: @1| primer)? $`),
		every:      pattern(`(?:\bcada|\ba intervalos de|\b#1 vez cada)(?: período de)? $`),
		ahead:      pattern(`^(?:antes|de antelación|de anticipación)\b`),

		instruments: pattern(`(@\d+) (?:instrumentos?|ratificación|estado|firma)\b|#(\d+) (?:estados|instrumentos|gobiernos|países|signatarios)\b`),
		parties:     pattern(`#(\d+) (?:de los )?(?:estados partes?|estados|partes|miembros)\b`),
		uncounted:   pattern(`\bno se (?:considerarán?|contarán?|computarán?)(?: como)? (?:\p{L}+ )?adicional(?:es)?\b`),
		consensus:   pattern(`\bconsenso\b`),
		majority:    pattern(`\bmayoría\b`),
		voting:      pattern(`\bpresentes y votantes\b|\bvotos emitidos\b`),
		quorum:      pattern(`\bquórum(?: \p{L}+){0,3} $`),
		depositary: []*regexp.Regexp{
			pattern(`^(.{3,160}?) (?:será|es|queda|actuará|se designa)(?: designad[oa])?(?: como)?(?: el| la)? depositari[oa]\b`),
			pattern(`\bse designa depositari[oa] de .{3,60}? (?:al|a la) (.{3,80})$`),
		},
		authentic:  pattern(`\bigualmente (?:auténticos|fidedignos)\b|\btextos? auténticos?\b`),
		langs:      langsOf(`\bárabe\b`, `\bchino\b`, `\binglés\b`, `\bfrancés\b`, `\bruso\b`, `\bespañol\b`),
		indefinite: pattern(`\bduración (?:ilimitada|indefinida)\b`),
		signature:  pattern(`\bfirma\b`),
		until:      pattern(`\bhasta el #(\d+) de (\p{L}+) de #(\d{4})`),
		months:     numbersOf("enero=1;febrero=2;marzo=3;abril=4;mayo=5;junio=6;julio=7;agosto=8;septiembre setiembre=9;octubre=10;noviembre=11;diciembre=12"),
		means: meansOf(
			string(Negotiation), `\bnegociaci\p{L}+`, string(Consultation), `\bconsultas?\b|\bconsultarán\b`, string(Enquiry), `\binvestigación\b`,
			string(GoodOffices), `\bbuenos oficios\b`, string(Mediation), `\bmediación\b`, string(Conciliation), `\bconciliación\b`, string(Arbitration), `\barbitraje\b|\barbitral\p{L}*`,
			string(Judicial), `\b(?:arreglo|solución) judicial\b|\bcorte internacional de justicia\b|\btribunal internacional del derecho del mar\b`, string(Regional), `\b(?:organismos|acuerdos) (?:o acuerdos )?regionales\b`,
			string(OwnChoice), `\botros? medios? pacíficos?\b|\bmedios pacíficos (?:de su elección|que elijan)\b`,
		),
	}
}
