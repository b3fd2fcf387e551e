package frame

import "hearsay"

func relation(name string) hearsay.Relation {
	r, ok := hearsay.ParseRelation(name)
	if !ok {
		panic("frame: no relation " + name)
	}
	return r
}

var (
	relAux     = relation("aux")
	relAuxPass = relation("aux:pass")
	relCop     = relation("cop")
	relMark    = relation("mark")
	relCase    = relation("case")
	relCC      = relation("cc")
	relDet     = relation("det")
	relPunct   = relation("punct")
	relExpl    = relation("expl")
)

// roles says what a relation makes of the lower word.
var roles = table(relation, map[string]hearsay.TermRole{
	"nsubj": hearsay.AgentRole, "csubj": hearsay.AgentRole, "obl:agent": hearsay.AgentRole,
	"nsubj:pass": hearsay.PatientRole, "csubj:pass": hearsay.PatientRole, "obj": hearsay.PatientRole,
	"iobj": hearsay.RecipientRole,
	"obl":  hearsay.ObliqueRole, "obl:unmarked": hearsay.ObliqueRole, "advmod": hearsay.ObliqueRole, "vocative": hearsay.ObliqueRole,
	"nmod": hearsay.NominalRole, "nmod:poss": hearsay.NominalRole, "nmod:unmarked": hearsay.NominalRole, "nmod:desc": hearsay.ModifierRole,
	"amod": hearsay.ModifierRole, "nummod": hearsay.ModifierRole, "compound": hearsay.ModifierRole, "flat": hearsay.ModifierRole,
	"compound:prt": hearsay.ModifierRole,
	"ccomp":        hearsay.ClauseRole, "xcomp": hearsay.ClauseRole, "advcl": hearsay.ClauseRole, "acl": hearsay.ClauseRole,
	"acl:relcl": hearsay.ClauseRole, "parataxis": hearsay.ClauseRole,
	"conj": hearsay.EqualRole, "appos": hearsay.EqualRole, "list": hearsay.EqualRole,
	"dep": hearsay.ModifierRole, "dislocated": hearsay.ObliqueRole, "orphan": hearsay.ObliqueRole,
})

// classes says which tags make terms.
var classes = table(tag, map[string]hearsay.TermClass{
	"NN": hearsay.NounTerm, "NNS": hearsay.NounTerm, "NNP": hearsay.NameTerm, "NNPS": hearsay.NameTerm, "FW": hearsay.NounTerm,
	"VB": hearsay.VerbTerm, "VBD": hearsay.VerbTerm, "VBG": hearsay.VerbTerm, "VBN": hearsay.VerbTerm, "VBP": hearsay.VerbTerm, "VBZ": hearsay.VerbTerm,
	"JJ": hearsay.AdjectiveTerm, "JJR": hearsay.AdjectiveTerm, "JJS": hearsay.AdjectiveTerm,
	"RB": hearsay.AdverbTerm, "RBR": hearsay.AdverbTerm, "RBS": hearsay.AdverbTerm, "RP": hearsay.AdverbTerm,
	"CD": hearsay.NumberTerm, "PRP": hearsay.PronounTerm, "PRP$": hearsay.PronounTerm,
})

func tag(name string) hearsay.Tag {
	t, ok := hearsay.ParseTag(name)
	if !ok {
		panic("frame: no tag " + name)
	}
	return t
}

func isVerb(t hearsay.Tag) bool { return classes[t] == hearsay.VerbTerm }

// table makes a table by number of one by name.
func table[K ~uint8, V any](of func(string) K, byName map[string]V) (all [256]V) {
	for name, v := range byName {
		all[of(name)] = v
	}
	return all
}

// emptyWords have a content tag and say nothing of their own.
var emptyWords = set("not", "n't", "also", "then", "there", "here", "so", "too", "very", "just", "even", "still", "now", "already",
	"however", "yet", "never", "such", "other", "own", "same", "%")

// negations turn what they stand at into its contrary.
var negations = set("not", "n't", "never", "no", "none", "nobody", "nothing", "neither", "nor", "without", "nowhere", "cannot")

func set(words ...string) map[string]bool {
	m := map[string]bool{}
	for _, w := range words {
		m[w] = true
	}
	return m
}
