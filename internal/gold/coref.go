package gold

import (
	"fmt"
	"strings"

	"hearsay"
)

// GUM's MISC column brackets the mentions of each entity where they begin and
// end. The first field is the entity, the second its class; the others are not
// read. A mention in several pieces has the piece's number behind its entity.
//
//	1	The	…	Entity=(7-organization-giv:act-cf1-1-coref
//	2	port	…	Entity=(9-place-new-…)
//	3	authority	…	Entity=7)
//	4	it	…	Entity=(7-organization-giv:act-cf1-1-ana)
//	9	who	…	Entity=7[1/2])(8[2/2]-person-…

// EntityMention is one mention of an entity in a treebank document.
type EntityMention struct {
	First, End int    // half-open range of the tokens of Document
	Head       int    // the token that the others of the range hang on
	Core       [2]int // half-open range around the head: of a name all of its words, else the head alone
	Entity     string // the same for all mentions of one entity of a document
	Class      string // person, organization, place, object, abstract, event …
	Form       MentionForm
}

// MentionForm says with what sort of words an entity is mentioned.
type MentionForm string

// The forms.
const (
	NamedMention   MentionForm = "name"    // a proper noun heads it
	NominalMention MentionForm = "nominal" // a common noun, a number or another word
	PronounMention MentionForm = "pronoun" // one personal pronoun
)

// EntityMentions returns the mentions of a document in the order in which they
// end. Pieces of a mention in several pieces count as mentions.
func EntityMentions(d UDDocument) ([]EntityMention, error) {
	var r mentionReader
	for _, s := range d.Sentences {
		if err := r.sentence(s); err != nil {
			return nil, fmt.Errorf("%s, sentence %s: %w", d.ID, s.ID, err)
		}
	}
	return r.mentions, nil
}

type mentionReader struct {
	first    int // of the sentence
	open     []EntityMention
	mentions []EntityMention
}

func (r *mentionReader) sentence(s UDSentence) error {
	for i, t := range s.Tokens {
		if err := r.token(s, i, feature(t.Misc, "Entity")); err != nil {
			return err
		}
	}
	if len(r.open) > 0 {
		return fmt.Errorf("entity %s is left open", r.open[len(r.open)-1].Entity)
	}
	r.first += len(s.Tokens)
	return nil
}

// feature returns the value of a feature of the MISC column, "" if it has none.
func feature(misc, name string) string {
	for f := range strings.SplitSeq(misc, "|") {
		if key, value, _ := strings.Cut(f, "="); key == name {
			return value
		}
	}
	return ""
}

// token reads the brackets of token i: "(7-person-new-cf1", "(7-person-new)", "7)".
func (r *mentionReader) token(s UDSentence, i int, brackets string) error {
	for brackets != "" {
		opens := brackets[0] == '('
		piece := strings.TrimPrefix(brackets, "(")
		end := strings.IndexAny(piece, "()")
		if end < 0 {
			end = len(piece)
		}
		closes := end < len(piece) && piece[end] == ')'
		piece, brackets = piece[:end], piece[end:]
		if closes {
			brackets = brackets[1:]
		}
		if opens {
			r.begin(i, piece)
		}
		if closes {
			if err := r.finish(s, i, piece); err != nil {
				return err
			}
		}
		if !opens && !closes {
			return fmt.Errorf("token %d: a piece %q that opens and closes nothing", i+1, piece)
		}
	}
	return nil
}

func (r *mentionReader) begin(i int, piece string) {
	entity, rest, _ := strings.Cut(piece, "-")
	class, _, _ := strings.Cut(rest, "-")
	r.open = append(r.open, EntityMention{First: r.first + i, Entity: entity, Class: class})
}

// finish closes the innermost open mention of an entity.
func (r *mentionReader) finish(s UDSentence, i int, piece string) error {
	entity, _, _ := strings.Cut(piece, "-")
	for k := len(r.open) - 1; k >= 0; k-- {
		if m := r.open[k]; m.Entity == entity {
			r.open = append(r.open[:k], r.open[k+1:]...)
			m.End = r.first + i + 1
			r.mentions = append(r.mentions, r.complete(s, m))
			return nil
		}
	}
	return fmt.Errorf("token %d: entity %s is closed and was not open", i+1, entity)
}

// complete fills in what the sentence's tree tells of a mention.
func (r *mentionReader) complete(s UDSentence, m EntityMention) EntityMention {
	m.Entity, _, _ = strings.Cut(m.Entity, "[")
	first, end := m.First-r.first, m.End-r.first
	head := first
	for i := first; i < end; i++ {
		if above := s.Tokens[i].Head - 1; above < first || above >= end {
			head = i
			break
		}
	}
	m.Head = r.first + head
	core := [2]int{head, head + 1}
	switch t := s.Tokens[head]; {
	case t.XPOS == "PRP" || t.XPOS == "PRP$":
		m.Form = PronounMention
	case t.UPOS == "PROPN":
		m.Form = NamedMention
		core = nameAround(s, head)
	default:
		m.Form = NominalMention
	}
	m.Core = [2]int{r.first + core[0], r.first + core[1]}
	return m
}

// Names returns the names of a treebank document as its entities give them:
// the proper nouns around the head of each named mention of a person, an
// organisation or a place.
func Names(d UDDocument) ([]hearsay.Name, error) {
	mentions, err := EntityMentions(d)
	if err != nil {
		return nil, err
	}
	kinds := map[int]hearsay.NameKind{}
	for _, m := range mentions {
		kind, named := nameKinds[m.Class]
		if named && m.Form == NamedMention {
			kinds[m.Head] = kind
		}
	}
	var names []hearsay.Name
	first := 0
	for _, s := range d.Sentences {
		names = append(names, namesOf(s, first, kinds)...)
		first += len(s.Tokens)
	}
	return names, nil
}

var nameKinds = map[string]hearsay.NameKind{
	"person": hearsay.PersonName, "organization": hearsay.OrganisationName, "place": hearsay.PlaceName,
}

func namesOf(s UDSentence, offset int, kinds map[int]hearsay.NameKind) []hearsay.Name {
	var names []hearsay.Name
	next := 0
	for i := range s.Tokens {
		kind, named := kinds[offset+i]
		if !named || i < next {
			continue
		}
		core := nameAround(s, i)
		names = append(names, hearsay.Name{First: offset + max(core[0], next), End: offset + core[1], Kind: kind})
		next = core[1]
	}
	return names
}

// nameAround returns the proper nouns around the head of a name that belong to it.
func nameAround(s UDSentence, head int) [2]int {
	first, end := head, head+1
	for first > 0 && ofName(s, first-1, head) {
		first--
	}
	for end < len(s.Tokens) && ofName(s, end, head) {
		end++
	}
	return [2]int{first, end}
}

// ofName reports whether token i belongs to the name that head heads.
func ofName(s UDSentence, i, head int) bool {
	t := s.Tokens[i]
	if !strings.HasPrefix(t.XPOS, "NNP") || t.Head-1 != head && s.Tokens[max(t.Head-1, 0)].Head-1 != head {
		return false
	}
	return t.Deprel == "flat" || t.Deprel == "compound" || t.Deprel == "amod"
}

// MarkQuotations marks what stands between double quotation marks in a document
// that Document built, a paragraph at a time. Its tokens are a treebank's, so
// what segmentation knows of quotations is not known of them.
func MarkQuotations(doc *hearsay.Document) {
	for _, p := range doc.Paragraphs {
		open := false
		for s := p.First; s < p.End; s++ {
			for t := doc.Sentences[s].First; t < doc.Sentences[s].End; t++ {
				open = markQuotation(&doc.Tokens[t].Quote, doc.Words(t), open)
			}
		}
	}
}

// markQuotation marks one token and returns whether a quotation is open behind it.
func markQuotation(q *hearsay.Quotation, word string, open bool) bool {
	switch word {
	case "“", "”", "\"", "``", "''":
		opens := !open && word != "”" && word != "''"
		if open || opens {
			*q = hearsay.Quotation{Depth: 1, Opens: opens, Closes: !opens}
		}
		return opens
	}
	if open {
		q.Depth = 1
	}
	return open
}
