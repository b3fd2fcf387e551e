package cast

import "strings"

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

var (
	articles     = set("the a an its his her their our this that")
	joiners      = set("of and the for de la von van der al & du di bin")
	prepositions = set("of for in at from with on to near who which that")

	// honorifics stand before any name.
	honorifics = set("mr mrs ms miss mx sir dr lady lord dame madam")

	// offices are nouns for what somebody is; the last word of a title.
	offices = set(`president premier minister chancellor governor mayor senator secretary ambassador envoy spokesman spokeswoman
		spokesperson chief chairman chairwoman chair director commissioner general colonel captain major brigadier admiral lieutenant
		sergeant marshal commander judge justice prosecutor inspector deputy leader head king queen prince princess sheikh imam bishop
		archbishop cardinal pope rabbi professor officer executive manager negotiator economist analyst registrar coach steward
		representative congressman congresswoman councillor alderman superintendent treasurer founder editor foreman lawyer attorney`)

	// bodies are nouns for what acts as one; a report says "the union" of a union
	// that another names in full.
	bodies = set(`union ministry authority agency office council board party front movement army military navy police court tribunal
		commission committee parliament assembly cabinet government service station channel newspaper paper broadcaster television
		radio bank fund league federation association alliance coalition inspectorate department bureau hospital university
		administration secretariat regulator operator airline railway port company group institute foundation club circle society
		church regime militia guard force forces coastguard newsletter website network`)

	// vague bodies are too many in one story for the bare noun to tell which.
	vagueBodies = set("company group office board department service station paper force forces party hospital bank fund newspaper channel")
)
