package look

import "weak"

// frames knows every Frame of the program without keeping it alive.
var frames register

type register struct {
	blanked bool
	known   []weak.Pointer[Frame]
}

func (r *register) add(f *Frame) {
	r.living() // forget the dead now and then
	r.known = append(r.known, weak.Make(f))
}

func (r *register) living() []*Frame {
	var list []*Frame
	kept := r.known[:0]
	for _, p := range r.known {
		if f := p.Value(); f != nil {
			list = append(list, f)
			kept = append(kept, p)
		}
	}
	r.known = kept
	return list
}
