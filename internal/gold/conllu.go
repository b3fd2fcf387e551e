package gold

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
)

// A CoNLL-U file (https://universaldependencies.org/format.html) has one token
// a line in ten columns, comments before each sentence and an empty line after:
//
//	# newdoc id = …
//	# newpar
//	# text = They won't go.
//	1	They	they	PRON	PRP	_	4	nsubj	_	_
//	2-3	won't	_	_	_	_	_	_	_	_          a range: the surface of tokens 2 and 3
//	2	wo	will	AUX	MD	_	4	aux	_	_
//	3	n't	not	PART	RB	_	4	advmod	_	_
//	3.1	…                                              an empty node: no surface, passed over

// UDDocument is one document of a Universal Dependencies treebank.
type UDDocument struct {
	ID        string // of "# newdoc id", else the file's name
	Sentences []UDSentence
}

// UDSentence is one sentence as annotated by hand.
type UDSentence struct {
	ID         string
	Text       string // the surface; "" where the file does not give it
	NewPar     bool   // the sentence begins a paragraph
	Tokens     []UDToken
	Multiwords []Multiword // in order, without overlap
}

// UDToken is one syntactic word.
type UDToken struct {
	Form, Lemma string
	UPOS, XPOS  string
	Head        int // the governor's place in the sentence, from 1; 0 for the root
	Deprel      string
	Misc        string // "_" for none
	SpaceAfter  bool   // white space follows; the last of a range has the range's, the others none
}

// Multiword is a surface token that is several syntactic words: "dont", "won't".
type Multiword struct {
	First, End int // half-open range of token indices
	Form       string
}

// CoNLLU reads the treebank files of one compartment, in order of file name.
func CoNLLU(fsys fs.FS, split string) ([]UDDocument, error) {
	part, err := compartment(fsys, split)
	if err != nil {
		return nil, err
	}
	names, err := files(part, ".", ".conllu")
	if err != nil {
		return nil, err
	}
	var docs []UDDocument
	for _, name := range names {
		conllu, err := readText(part, name)
		if err != nil {
			return nil, err
		}
		found, err := ParseCoNLLU(name, conllu)
		if err != nil {
			return nil, err
		}
		docs = append(docs, found...)
	}
	return docs, nil
}

// ParseCoNLLU reads one file, which is named file in errors.
func ParseCoNLLU(file, conllu string) ([]UDDocument, error) {
	p := conlluParser{file: file}
	for i, line := range strings.Split(conllu+"\n", "\n") {
		if err := p.line(strings.TrimSuffix(line, "\r")); err != nil {
			return nil, lineError(file, i+1, "%v", err)
		}
	}
	return p.docs, nil
}

type conlluParser struct {
	file    string
	docs    []UDDocument
	pending UDSentence
	ranged  bool // white space follows the range now open
}

func (p *conlluParser) line(line string) error {
	switch {
	case line == "":
		return p.endSentence()
	case line[0] == '#':
		p.comment(line)
		return nil
	}
	col := strings.Split(line, "\t")
	if len(col) != 10 {
		return fmt.Errorf("%d columns, want 10", len(col))
	}
	if first, last, ok := strings.Cut(col[0], "-"); ok {
		return p.multiword(first, last, col)
	}
	if strings.Contains(col[0], ".") {
		return nil
	}
	return p.token(col)
}

// comment takes from the comments what shapes the text; the rest is passed over.
func (p *conlluParser) comment(line string) {
	key, value, _ := strings.Cut(strings.TrimSpace(line[1:]), "=")
	value = strings.TrimSpace(value)
	switch strings.TrimSpace(key) {
	case "newdoc", "newdoc id":
		if value == "" {
			value = p.file
		}
		p.docs = append(p.docs, UDDocument{ID: value})
		p.pending.NewPar = true
	case "newpar", "newpar id":
		p.pending.NewPar = true
	case "sent_id":
		p.pending.ID = value
	case "text":
		p.pending.Text = value
	}
}

func (p *conlluParser) multiword(first, last string, col []string) error {
	bounds, err := integers(first, last)
	if err != nil {
		return err
	}
	if bounds[0] != len(p.pending.Tokens)+1 || bounds[0] > bounds[1] || p.inRange() {
		return fmt.Errorf("range %s stands before token %d", col[0], len(p.pending.Tokens)+1)
	}
	p.pending.Multiwords = append(p.pending.Multiwords, Multiword{bounds[0] - 1, bounds[1], col[1]})
	p.ranged = spaceAfter(col[9])
	return nil
}

// inRange reports whether the next token belongs to the range now open.
func (p *conlluParser) inRange() bool {
	m := p.pending.Multiwords
	return len(m) > 0 && len(p.pending.Tokens) < m[len(m)-1].End
}

func (p *conlluParser) token(col []string) error {
	numbers, err := integers(col[0], col[6])
	if err != nil {
		return err
	}
	if want := len(p.pending.Tokens) + 1; numbers[0] != want {
		return fmt.Errorf("token %d where %d was due", numbers[0], want)
	}
	if col[1] == "" {
		return errors.New("a token without a form")
	}
	ranged := p.inRange()
	token := UDToken{
		Form: col[1], Lemma: col[2], UPOS: col[3], XPOS: col[4],
		Head: numbers[1], Deprel: col[7], Misc: col[9], SpaceAfter: spaceAfter(col[9]),
	}
	p.pending.Tokens = append(p.pending.Tokens, token)
	if ranged {
		p.pending.Tokens[numbers[0]-1].SpaceAfter = p.ranged && !p.inRange()
	}
	return nil
}

func spaceAfter(misc string) bool {
	for _, feature := range strings.Split(misc, "|") {
		if feature == "SpaceAfter=No" {
			return false
		}
	}
	return true
}

// endSentence files the pending sentence. Comments that stand alone, with no
// token after them, are kept for the sentence that follows.
func (p *conlluParser) endSentence() error {
	n := len(p.pending.Tokens)
	switch {
	case p.inRange():
		return errors.New("the sentence ends inside a range")
	case n == 0:
		return nil
	}
	for i, t := range p.pending.Tokens {
		if t.Head < 0 || t.Head > n || t.Head == i+1 {
			return fmt.Errorf("token %d of a sentence of %d has head %d", i+1, n, t.Head)
		}
	}
	if len(p.docs) == 0 {
		p.docs = []UDDocument{{ID: p.file}}
		p.pending.NewPar = true
	}
	doc := &p.docs[len(p.docs)-1]
	doc.Sentences = append(doc.Sentences, p.pending)
	p.pending = UDSentence{}
	return nil
}
