package moment

import (
	"slices"
	"strings"
)

// # Patterns
//
// A pattern is written with
//
//	ago              a word as it stands, in lower case
//	NUM              a term of a class, see classNames
//	a|an|NUM         one of several
//	of?              what may be missing
//	( … | … )?       a choice between longer ones
//	<day>            a piece that has a name, see pieces
//
// It is expanded into all sequences it stands for, and the sequences of all
// rules are laid out as one tree. A piece is a tree of its own, which is entered
// where its name stands and left where it ends:
//
//	        ┌ last ─ UNIT ●
//	root ───┼ NUM ─ UNITS ● ─ ago ●
//	        └ <day> ● ─ PART ●                        ● a rule's pattern ends
//	             ┌ TODAY ○
//	<day> ───────┴ MONTH ─ DAY ○ ─ , ─ YEAR ○         ○ the piece ends
type element struct {
	key     string // as written; elements written alike are one branch
	classes class
	words   []string
	ids     []int // of the words
	piece   *node // the tree of the piece that is named
}

func (e *element) matches(t *term) bool {
	return t.classes&e.classes != 0 || t.word != 0 && slices.Contains(e.ids, t.word)
}

// expand returns the sequences that a pattern stands for.
func expand(pattern string) [][]element {
	p := patternParser{rest: strings.Fields(brackets.Replace(pattern))}
	return p.choice()
}

var brackets = strings.NewReplacer("(", " ( ", ")?", " )? ", ")", " ) ")

type patternParser struct {
	rest []string
}

func (p *patternParser) peek() string {
	if len(p.rest) == 0 {
		return ""
	}
	return p.rest[0]
}

// choice reads sequences between bars, up to the end or a closing bracket.
func (p *patternParser) choice() [][]element {
	all := p.sequence()
	for p.peek() == "|" {
		p.rest = p.rest[1:]
		all = append(all, p.sequence()...)
	}
	return all
}

func (p *patternParser) sequence() [][]element {
	all := [][]element{nil}
	for {
		switch next := p.peek(); {
		case next == "" || next == "|" || strings.HasPrefix(next, ")"):
			return all
		case next == "(":
			p.rest = p.rest[1:]
			all = product(all, p.group())
		default:
			p.rest = p.rest[1:]
			all = product(all, single(next))
		}
	}
}

// group reads what stands in brackets, the closing one included.
func (p *patternParser) group() [][]element {
	inner := p.choice()
	if p.peek() == ")?" {
		inner = append(inner, nil)
	}
	p.rest = p.rest[min(1, len(p.rest)):]
	return inner
}

// single reads one element.
func single(written string) [][]element {
	bare := strings.TrimSuffix(written, "?")
	e := element{key: bare}
	if e.isPiece() {
		bare, e.words = "", nil
	}
	for name := range strings.FieldsFuncSeq(bare, func(r rune) bool { return r == '|' }) {
		if c, ok := classNames[name]; ok {
			e.classes |= c
		} else {
			e.words = append(e.words, name)
		}
	}
	if strings.HasSuffix(written, "?") {
		return [][]element{{e}, nil}
	}
	return [][]element{{e}}
}

func (e *element) isPiece() bool { return strings.HasPrefix(e.key, "<") }

// product joins every beginning with every end.
func product(beginnings, ends [][]element) [][]element {
	var out [][]element
	for _, b := range beginnings {
		for _, e := range ends {
			out = append(out, slices.Concat(b, e))
		}
	}
	return out
}

// node is a place in the tree of patterns.
type node struct {
	edges []edge
	ends  []*rule // whose patterns end here
	leave bool    // a piece ends here
}

type edge struct {
	element
	to *node
}

// lay lays a sequence out below n and returns where it ends.
func (g *grammar) lay(n *node, sequence []element) *node {
	for _, e := range sequence {
		n = g.step(n, e)
	}
	return n
}

// step returns the node behind an element, which may be there already.
func (g *grammar) step(n *node, e element) *node {
	for i := range n.edges {
		if n.edges[i].key == e.key {
			return n.edges[i].to
		}
	}
	for _, word := range e.words {
		e.ids = append(e.ids, g.id(word))
	}
	if e.isPiece() {
		e.piece = g.piece(e.key)
	}
	n.edges = append(n.edges, edge{e, &node{}})
	return n.edges[len(n.edges)-1].to
}

// piece returns the tree of a piece, which is built once.
func (g *grammar) piece(key string) *node {
	if g.pieces[key] == nil {
		n := &node{}
		g.pieces[key] = n
		for _, sequence := range expand(pieces[strings.Trim(key, "<>")]) {
			g.lay(n, sequence).leave = true
		}
	}
	return g.pieces[key]
}
