package translations

import "strings"

// OfGroup is the name of a group as a sentence has it behind "on behalf of": "the African
// Group", "du Groupe africain", "del Grupo Africano". ok is false where it cannot be told
// how that is: in French and Spanish of initials and of names that begin with a word not
// known here, in Russian of names without a noun that is.
func (l *Localizer) OfGroup(name string) (behind string, ok bool) {
	first, _, more := strings.Cut(name, " ")
	switch l.lang {
	case "ar", "zh":
		return name, true
	case "en":
		if !more || first == "the" || first == "The" {
			return name, true
		}
		return "the " + name, true
	case "fr":
		return frenchGroups[first] + name, frenchGroups[first] != ""
	case "es":
		return spanishGroups[first] + name, spanishGroups[first] != ""
	case "ru":
		return russianGroup(name)
	}
	return name, false
}

// What stands before the name of a group that begins with a word.
var (
	frenchGroups = map[string]string{
		"Groupe": "du ", "Mouvement": "du ", "Forum": "du ", "Marché": "du ", "Système": "du ", "Conseil": "du ", "G77": "du ", "G7": "du ",
		"Communauté": "de la ", "Ligue": "de la ", "Coalition": "de la ",
		"Union": "de l’", "Organisation": "de l’", "Association": "de l’", "Alliance": "de l’",
		"Pays": "des ", "États": "des ", "Petits": "des ", "Amis": "des ",
	}
	spanishGroups = map[string]string{
		"Grupo": "del ", "Movimiento": "del ", "Foro": "del ", "Mercado": "del ", "Sistema": "del ", "Consejo": "del ", "G77": "del ", "G7": "del ",
		"Comunidad": "de la ", "Liga": "de la ", "Coalición": "de la ", "Unión": "de la ", "Organización": "de la ", "Asociación": "de la ", "Alianza": "de la ",
		"Países": "de los ", "Estados": "de los ", "Pequeños": "de los ", "Amigos": "de los ",
	}
)
