package bidi

// maxDepth is the deepest explicit level (BD2).
const maxDepth = 125

// status is an entry of the directional status stack; override is ON where
// there is none.
type status struct {
	level    uint8
	override class
	isolate  bool
}

// explicit gives every rune of a stretch its explicit level and applies
// directional overrides to the classes (rules X1 to X8).
func (v *resolver) explicit(start, end int) {
	var (
		stack              [maxDepth + 2]status
		top                = 0
		lostIsolates       = 0 // the spec's overflow isolate count
		lostEmbeddings     = 0 // overflow embedding count
		isolatesOnTheStack = 0 // valid isolate count
	)
	stack[0] = status{level: v.paragraph, override: on}
	for i := start; i < end; i++ {
		c := v.classes[i]
		switch c {
		case rle, lre, rlo, lro: // X2 to X5
			level := deeper(stack[top].level, c == rle || c == rlo)
			switch {
			case level <= maxDepth && lostIsolates == 0 && lostEmbeddings == 0:
				top++
				stack[top] = status{level: level, override: overrideBy(c)}
			case lostIsolates == 0:
				lostEmbeddings++
			}
		case pdf: // X7
			switch {
			case lostIsolates > 0:
			case lostEmbeddings > 0:
				lostEmbeddings--
			case !stack[top].isolate && top > 0:
				top--
			}
		case rli, lri: // X5a, X5b; FSI was turned into one of them
			v.place(i, stack[top])
			level := deeper(stack[top].level, c == rli)
			if level <= maxDepth && lostIsolates == 0 && lostEmbeddings == 0 {
				top++
				stack[top] = status{level: level, override: on, isolate: true}
				isolatesOnTheStack++
			} else {
				lostIsolates++
			}
		case pdi: // X6a
			if lostIsolates > 0 {
				lostIsolates--
			} else if isolatesOnTheStack > 0 {
				lostEmbeddings = 0
				for !stack[top].isolate {
					top--
				}
				top--
				isolatesOnTheStack--
			}
			v.place(i, stack[top])
		case b: // X8
			v.levels[i] = v.paragraph
		case bn:
		default: // X6
			v.place(i, stack[top])
		}
	}
}

func (v *resolver) place(i int, status status) {
	v.levels[i] = status.level
	if status.override != on {
		v.classes[i] = status.override
	}
}

// deeper is the next higher level of a direction.
func deeper(level uint8, rightToLeft bool) uint8 {
	if rightToLeft {
		return (level + 1) | 1
	}
	return (level + 2) &^ 1
}

func overrideBy(c class) class {
	switch c {
	case rlo:
		return r
	case lro:
		return l
	}
	return on
}
