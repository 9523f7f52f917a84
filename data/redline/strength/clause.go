package strength

// clause is what was seen of the sentence so far, to tell whether the next
// verb is that of a main clause. Words that open other clauses ("qui", "если")
// each take the next verb as their own; they are given up at the end of the
// sentence, a relative at the next comma, a condition where the tables say
// that its consequence begins.
type clause struct {
	relatives  int  // whose verb is still to come
	conditions int  // likewise
	negative   bool // the sentence begins with "nothing" or "no"
	defines    bool // it defines a term
	fronted    bool // it begins with a preposition, and no verb was seen yet
	begun      bool
	resumes    bool // a comma was the last thing seen
}

// see takes note of a word that is no expression.
func (c *clause) see(t *table, w word) {
	switch w.kind {
	case stop:
		*c = clause{}
	case comma:
		c.relatives = 0
		c.resumes = true
	case letters:
		c.word(t.traits[w.text])
	default:
		c.resumes = false
	}
}

func (c *clause) word(is trait) {
	if c.resumes && is&consequence != 0 {
		c.conditions = 0
	}
	if is&condition != 0 {
		c.conditions++
	}
	if is&relative != 0 {
		c.relatives++
	}
	if !c.begun {
		c.negative = is&negative != 0
		c.fronted = is&fronted != 0
	}
	c.begun, c.resumes = true, false
}

// taken reports whether the verb at hand belongs to a clause that is not a
// main clause, and takes it as that clause's own.
func (c *clause) taken() bool {
	c.fronted = false
	switch {
	case c.relatives > 0:
		c.relatives--
	case c.conditions > 0:
		c.conditions--
	default:
		return false
	}
	return true
}

// subordinate takes an expression of that class like taken, and reports
// whether it is not what the provision says: what one may or must do in a
// condition, and what must be done in a relative clause ("qui doivent"), for
// the obligation of a main clause has another form there.
func (c *clause) subordinate(class Class) bool {
	conditions := c.conditions
	if !c.taken() {
		return false
	}
	return c.conditions < conditions || class == Obligation || class == Prohibition
}
