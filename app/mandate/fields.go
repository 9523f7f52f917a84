package mandate

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	"travaux/export"
	"travaux/translations"
)

// Zones are the clocks that are offered first: where treaties are negotiated.
var Zones = []string{"America/New_York", "Europe/Zurich", "Europe/Vienna", "Africa/Nairobi", data.UTC}

// Draft is what the Fields say, as it stands there: a date may be half typed.
type Draft struct {
	Reference, Issuer, Date, Until, Zone string
	Classification                       data.Classification
	Binding                              data.Binding
	Audience                             data.Audience
}

// DraftOf is what the Fields say of an instruction before anybody typed.
func DraftOf(i data.Instruction) Draft {
	x := Draft{
		Reference: i.Reference, Issuer: i.Issuer, Date: i.Issued.String(), Until: i.Lapses.String(), Zone: i.Issued.Zone,
		Classification: i.Classification, Binding: i.Binding, Audience: i.ReadBy(),
	}
	if !i.Lapses.IsZero() {
		x.Zone = i.Lapses.Zone
	}
	if !i.Issued.IsZero() && i.Issued.Zone != x.Zone { // both on one clock: nothing is moved by it
		x.Date = data.At(i.Issued.Time, x.Zone).String()
	}
	if x.Binding == "" {
		x.Binding = data.BindingMandatory
	}
	return x
}

// Fields ask for what stands at the head of an instruction: number, issuer, when
// it was issued and lapses and on which clock, marking, binding, and for whom.
type Fields struct {
	Reference, Issuer *textview.Field
	Issued, Lapses    *textview.Field

	Zone, Level       *look.Select
	Binding, Audience *look.Select

	loc       *translations.Localizer
	zones     []string
	audiences []data.Audience
	codes     []data.Classification
}

// NewFields makes the fields; changed is called after every change.
func NewFields(r *room.Room, x Draft, changed func()) *Fields {
	f := &Fields{
		loc: r.Loc, Reference: textview.NewField(), Issuer: textview.NewField(), Issued: textview.NewField(), Lapses: textview.NewField(),
		zones: zonesFor(r, x.Zone), audiences: []data.Audience{data.AudienceInstructed},
	}
	if r.Desk.Me().Role.Of(data.AudienceHead) {
		f.audiences = append(f.audiences, data.AudienceHead)
	}
	form := r.Loc.T("instructions.moment.form")
	f.Issued.Placeholder, f.Lapses.Placeholder = form, form
	for e, text := range map[*textview.Field]string{f.Reference: x.Reference, f.Issuer: x.Issuer, f.Issued: x.Date, f.Lapses: x.Until} {
		e.SetText(text)
		e.OnChanged = func(string) { changed() }
	}
	choice := func(names []string, at int) *look.Select {
		return look.NewSelect(names, max(at, 0), func(int) { changed() })
	}
	var places, levels, bindings, readers []string
	for _, z := range f.zones {
		places = append(places, r.Loc.Place(z))
	}
	scheme := r.Desk.Marking()
	f.codes = scheme.Codes()
	for _, l := range scheme.Levels {
		levels = append(levels, export.LevelName(l, r.Loc))
	}
	if x.Classification == "" {
		x.Classification = scheme.Internal
	}
	if c := x.Classification; !slices.Contains(f.codes, c) { // of a scheme that was chosen before: it stays until another is
		f.codes = append(f.codes, c)
		levels = append(levels, r.Loc.Name("classification", string(c)))
	}
	for _, b := range data.Bindings {
		bindings = append(bindings, r.Loc.Name("binding", string(b)))
	}
	for _, a := range f.audiences {
		readers = append(readers, r.Loc.Name("instructions.audience", string(a)))
	}
	f.Zone = choice(places, slices.Index(f.zones, x.Zone))
	f.Level = choice(levels, slices.Index(f.codes, x.Classification))
	f.Binding = choice(bindings, slices.Index(data.Bindings, x.Binding))
	f.Audience = choice(readers, slices.Index(f.audiences, x.Audience))
	return f
}

// UsualZone is the clock of a new instruction: that of the latest one that names a
// clock.
func UsualZone(r *room.Room) string {
	for _, i := range r.Desk.AllInstructions() {
		if zone := i.Issued.Zone; zone != "" {
			return zone
		}
	}
	return data.UTC
}

// zonesFor are the clocks to choose from: those in use first.
func zonesFor(r *room.Room, chosen string) []string {
	zones := []string{chosen}
	add := func(zone string) {
		if zone != "" && !slices.Contains(zones, zone) {
			zones = append(zones, zone)
		}
	}
	for _, i := range r.Desk.AllInstructions() {
		add(i.Issued.Zone)
		add(i.Lapses.Zone)
	}
	for _, zone := range Zones {
		add(zone)
	}
	return zones
}

// Row is one field with the words that say what it is.
type Row struct {
	Words string
	Field fyne.CanvasObject
}

// Rows are the fields in their order.
func (f *Fields) Rows() []Row {
	return []Row{
		{f.loc.T("panes.instruction.reference"), f.Reference},
		{f.loc.T("panes.instruction.issuer"), f.Issuer},
		{f.loc.T("panes.instruction.date"), f.Issued},
		{f.loc.T("panes.instruction.valid-until"), f.Lapses},
		{f.loc.T("instructions.zone"), f.Zone},
		{f.loc.T("panes.instruction.classification"), f.Level},
		{f.loc.T("instructions.binding"), f.Binding},
		{f.loc.T("instructions.audience"), f.Audience},
	}
}

// Editors are the fields that are typed into.
func (f *Fields) Editors() []*textview.Editor {
	return []*textview.Editor{&f.Reference.Editor, &f.Issuer.Editor, &f.Issued.Editor, &f.Lapses.Editor}
}

// Says is what stands in the fields.
func (f *Fields) Says() Draft {
	return Draft{
		Reference: f.Reference.Text(), Issuer: f.Issuer.Text(), Date: f.Issued.Text(), Until: f.Lapses.Text(),
		Zone:           f.zones[max(f.Zone.Chosen(), 0)],
		Classification: f.codes[max(f.Level.Chosen(), 0)],
		Binding:        data.Bindings[max(f.Binding.Chosen(), 0)],
		Audience:       f.audiences[max(f.Audience.Chosen(), 0)],
	}
}

// Into puts what the draft says into an instruction; a moment that cannot be read
// is an error. A moment that was not typed anew stays on the clock it names.
func (x Draft) Into(i data.Instruction) (data.Instruction, error) {
	was := DraftOf(i)
	issued, err := data.ParseMoment(x.Date, x.Zone)
	if err != nil {
		return i, err
	}
	lapses, err := data.ParseMoment(x.Until, x.Zone)
	if err != nil {
		return i, err
	}
	if x.Date != was.Date || x.Zone != was.Zone {
		i.Issued = issued
	}
	if x.Until != was.Until || x.Zone != was.Zone {
		i.Lapses = lapses
	}
	i.Reference, i.Issuer = strings.TrimSpace(x.Reference), strings.TrimSpace(x.Issuer)
	i.Classification, i.Binding, i.Audience = x.Classification, x.Binding, x.Audience
	return i, nil
}

// FormRows sets fields one below the other, their names before them.
func FormRows(rows ...Row) *fyne.Container {
	width := float32(0)
	labels := make([]*look.Text, len(rows))
	for i, row := range rows {
		labels[i] = look.Muted(row.Words)
		width = max(width, labels[i].MinSize().Width)
	}
	column := look.Column()
	for i, row := range rows {
		column.Add(look.FormRow(width, labels[i], row.Field))
	}
	return column
}
