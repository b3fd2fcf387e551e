package voice

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/lexicon"
	"hearsay/internal/tree"
)

// The tests write documents by hand, a line for each sentence and an empty line
// between paragraphs, words apart by spaces:
//
//	Vos/NNP/nsubj/2 said/VBD/root/0/say “/``/punct/5 We/PRP/nsubj/5 agree/VBP/ccomp/2 ”/''/punct/5
//
// A token is form/TAG/relation/head, heads counted from 1 within the sentence and
// the root's 0, and /lemma where it is not the form in lower case. “ and ” open
// and close a quotation; so does each second plain mark.

// builder makes a document.
type builder struct {
	doc  hearsay.Document
	text strings.Builder
	open bool
}

// document reads the notation.
func document(notation string) (*hearsay.Document, error) {
	b := new(builder)
	for paragraph := range strings.SplitSeq(strings.TrimSpace(notation), "\n\n") {
		n := len(b.doc.Sentences)
		for line := range strings.Lines(paragraph) {
			if err := b.sentence(line); err != nil {
				return nil, err
			}
		}
		b.doc.Paragraphs = append(b.doc.Paragraphs, hearsay.Paragraph{First: n, End: len(b.doc.Sentences)})
		b.open = false
	}
	b.doc.Text = b.text.String()
	b.doc.Blocks = []hearsay.Block{{Span: hearsay.Span{Start: 0, End: len(b.doc.Text)}, Kind: hearsay.BlockBody}}
	return &b.doc, b.doc.Check()
}

func (b *builder) sentence(line string) error {
	first, n := len(b.doc.Tokens), len(b.doc.Paragraphs)
	for token := range strings.FieldsSeq(line) {
		if err := b.token(token, first); err != nil {
			return err
		}
	}
	b.doc.Sentences = append(b.doc.Sentences, hearsay.Sentence{First: first, End: len(b.doc.Tokens), Paragraph: n})
	return nil
}

// token appends a token of the sentence that begins at first.
func (b *builder) token(token string, first int) error {
	parts := strings.Split(token, "/")
	if len(parts) < 4 {
		return fmt.Errorf("%q is no form/TAG/relation/head", token)
	}
	start := b.text.Len()
	b.text.WriteString(parts[0])
	t := hearsay.Token{Span: hearsay.Span{Start: start, End: b.text.Len()}, Quote: b.quote(parts[0]), Lemma: strings.ToLower(parts[0])}
	b.text.WriteByte(' ')
	tag, knownTag := hearsay.ParseTag(parts[1])
	relation, knownRelation := hearsay.ParseRelation(parts[2])
	head, err := strconv.Atoi(parts[3])
	if !knownTag || !knownRelation || err != nil {
		return fmt.Errorf("%q is no form/TAG/relation/head", token)
	}
	t.Tag, t.Relation, t.Head = tag, relation, first+head-1
	if head == 0 {
		t.Head = hearsay.NoHead
	}
	if len(parts) > 4 {
		t.Lemma = parts[4]
	}
	b.doc.Tokens = append(b.doc.Tokens, t)
	return nil
}

// quote returns the next token's place with regard to quotation marks.
func (b *builder) quote(form string) (q hearsay.Quotation) {
	q.Opens = form == "“" || form == `"` && !b.open
	q.Closes = form == "”" || form == `"` && b.open
	if b.open = (b.open || q.Opens) && !q.Closes; b.open || q.Closes {
		q.Depth = 1
	}
	return q
}

func wordsFor(doc *hearsay.Document) []*lexicon.Word { return lexicon.New().Look(doc, nil) }

// find returns where words stand in a text from a byte on; an empty span if they
// do not.
func find(text, words string, from int) hearsay.Span {
	at := strings.Index(text[from:], words)
	if at < 0 || words == "" {
		return hearsay.Span{}
	}
	return hearsay.Span{Start: from + at, End: from + at + len(words)}
}

// spaced puts words as the notation prints them: marks apart.
func spaced(words string) string {
	return strings.Join(strings.Fields(strings.NewReplacer(
		",", " , ", ".", " . ", "“", " “ ", "”", " ” ", "'s ", " 's ", ":", " : ").Replace(words+" ")), " ")
}

// named fills the document's names, a line for each: "person: Mara Holt".
func named(doc *hearsay.Document, lines string) error {
	kinds := map[int]hearsay.Name{}
	t := &tracer{Tree: tree.Tree{Doc: doc}}
	for line := range strings.Lines(lines) {
		kind, words, _ := strings.Cut(strings.TrimSpace(line), ": ")
		for at := (hearsay.Span{}); ; {
			if at = find(doc.Text, spaced(words), at.End); at.Len() == 0 {
				break
			}
			e := t.ExtentOf(at)
			if _, taken := kinds[e.First]; !taken {
				kinds[e.First] = hearsay.Name{First: e.First, End: e.End, Kind: hearsay.NameKind(kind)}
			}
		}
	}
	for i := range doc.Tokens {
		if name, ok := kinds[i]; ok && (len(doc.Names) == 0 || doc.Names[len(doc.Names)-1].End <= i) {
			doc.Names = append(doc.Names, name)
		}
	}
	return doc.Check()
}

// attributions reads what was found, a line for each: source | cue | content ||
// content | within. "-" stands for nothing. A cue is looked for behind that of the line
// before, all else in its sentence.
func attributions(doc *hearsay.Document, lines string) ([]hearsay.Attribution, error) {
	var all []hearsay.Attribution
	t := &tracer{Tree: tree.Tree{Doc: doc}}
	t.numberSentences()
	from := 0
	for line := range strings.Lines(lines) {
		parts := strings.Split(strings.ReplaceAll(line, "||", "\x00"), "|")
		if len(parts) != 4 {
			return nil, fmt.Errorf("%q is no source | cue | content | within", line)
		}
		for i := range parts {
			parts[i] = spaced(parts[i])
		}
		cue := find(doc.Text, parts[1], from)
		if cue.Len() == 0 {
			return nil, fmt.Errorf("no cue %q from byte %d", parts[1], from)
		}
		s := t.sentenceOf(t.ExtentOf(cue).First)
		begin := doc.Tokens[s.First].Start
		a := hearsay.Attribution{ID: len(all), Cue: &cue, Manner: hearsay.Indirect, Confidence: 900}
		if source := find(doc.Text, parts[0], begin); source.Len() > 0 {
			a.Source = &source
		}
		for piece := range strings.SplitSeq(parts[2], "\x00") {
			at := find(doc.Text, strings.TrimSpace(piece), begin)
			if at.Len() == 0 {
				return nil, fmt.Errorf("no content %q from byte %d", piece, begin)
			}
			a.Content = append(a.Content, at)
		}
		if n, err := strconv.Atoi(parts[3]); err == nil {
			a.Within = &n
		}
		all = append(all, a)
		from = cue.End
	}
	return all, nil
}

// TestNotation holds the tests' own notation to mean what it says.
func TestNotation(t *testing.T) {
	doc, err := document("Vos/NNP/nsubj/2 said/VBD/root/0/say “/``/punct/5 We/PRP/nsubj/5 agree/VBP/ccomp/2 ”/''/punct/5\n\nNo/UH/root/0")
	if err != nil {
		t.Fatal(err)
	}
	if got := doc.Tokens[4]; got.Head != 1 || got.Relation != ccomp || !got.Quote.Inside() || doc.Tokens[1].Lemma != "say" {
		t.Errorf("agree is %+v", got)
	}
	if len(doc.Paragraphs) != 2 || doc.Tokens[6].Quote.Depth != 0 {
		t.Errorf("%d paragraphs, the last token %+v", len(doc.Paragraphs), doc.Tokens[6])
	}
	if _, err := document("Vos/NNP"); err == nil {
		t.Error("half a token is read")
	}
}
