package pdf

// finishTags writes the structure tree: every element an object, the marked
// contents of each page and every link back to their elements (ISO 32000-1,
// 14.7 and 14.8).
func (f *finisher) finishTags(catalog dict) {
	tree := f.add(dict{})
	links := f.linkRefs()
	parents := make([]array, len(f.pages)) // of the contents of each page
	for i, pg := range f.pages {
		parents[i] = make(array, pg.contents)
	}
	next := len(f.pages) // keys of links in the parent tree follow those of pages
	var linkParents array
	var write func(e *element, parent ref)
	write = func(e *element, parent ref) {
		d := dict{"Type": name("StructElem"), "S": e.role, "P": parent}
		e.ref = f.add(d)
		for _, kid := range e.kids {
			switch kid := kid.(type) {
			case *element:
				write(kid, e.ref)
			case content:
				parents[kid.page][kid.id] = e
			}
		}
		kids := array(e.kids)
		for _, l := range links[e] {
			a := f.dict(l.annotation)
			a["F"] = integer(4) // printed
			a["StructParent"] = integer(next)
			a["Contents"] = unicodeText(e.target.text)
			linkParents = append(linkParents, integer(next), e.ref)
			next++
			kids = append(kids, dict{"Type": name("OBJR"), "Pg": pageRef(l.page), "Obj": l.annotation})
		}
		d["K"] = kids
		if e.scope != "" {
			d["A"] = dict{"O": name("Table"), "Scope": e.scope}
		}
		if e.lang != "" && e.lang != f.doc.Lang {
			d["Lang"] = text(languageTag(e.lang))
		}
		if e.alt != "" {
			d["Alt"] = unicodeText(e.alt)
		}
		if e.spoken != "" {
			d["ActualText"] = unicodeText(e.spoken)
		}
	}
	write(f.root, tree)
	nums := array{}
	for i, row := range parents {
		nums = append(nums, integer(i), f.add(row))
	}
	nums = append(nums, linkParents...)
	parentTree := f.add(dict{"Nums": nums})
	f.objects[tree] = dict{
		"Type": name("StructTreeRoot"), "K": array{f.root.ref},
		"ParentTree": parentTree, "ParentTreeNextKey": integer(next),
	}
	catalog["StructTreeRoot"] = tree
	catalog["MarkInfo"] = dict{"Marked": true}
}

type linkRef struct {
	page       int
	annotation ref
}

// linkRefs finds the annotation of every link: gofpdf keeps the order in which
// they were given.
func (f *finisher) linkRefs() map[*element][]linkRef {
	out := map[*element][]linkRef{}
	for i, pg := range f.pages {
		annotations, _ := f.dict(pageRef(i))["Annots"].(array)
		for n, it := range pg.links[:min(len(annotations), len(pg.links))] {
			if r, ok := annotations[n].(ref); ok {
				out[it.element] = append(out[it.element], linkRef{i, r})
			}
		}
	}
	return out
}
