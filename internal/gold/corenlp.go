package gold

import (
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"hearsay"
)

// SilverToken is one token as CoreNLP 3 read it: good on average, right never
// for certain.
type SilverToken struct {
	Span  hearsay.Span
	Word  string // as CoreNLP normalised it: "'s" for "’s"
	Lemma string
	Tag   string // Penn
	Class string // PERSON, LOCATION, ORGANIZATION, MISC, DATE, NUMBER …; "O" outside a name
	Head  int    // the governor's place in the sentence, from 1; 0 for the root
	Rel   string // basic Stanford dependency
	Coref string // "3B" begins a mention of chain 3, "3I" continues it; several joined by "|"; "_" for none
}

// SilverSentence is the tokens of one sentence.
type SilverSentence []SilverToken

// CoreNLP reads one compartment of the PolNeAR articles as CoreNLP parsed them,
// NAME.tsv each, and returns the sentences by article name. The offsets in the
// files need the articles' texts. Articles that were never parsed are absent.
func CoreNLP(fsys fs.FS, split string, articles []Article) (map[string][]SilverSentence, error) {
	part, err := compartment(fsys, split)
	if err != nil {
		return nil, err
	}
	parsed := make(map[string][]SilverSentence, len(articles))
	for _, a := range articles {
		tsv, err := readText(part, a.Name+".tsv")
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		if parsed[a.Name], err = ParseCoreNLP(a.Name+".tsv", tsv, a.Text); err != nil {
			return nil, err
		}
	}
	return parsed, nil
}

// ParseCoreNLP reads one such file, named file in errors: ten columns a line
// (index, word, lemma, tag, class, head, relation, begin, end, coreference),
// an empty line after each sentence. Begin and end count the code points of text.
func ParseCoreNLP(file, tsv, text string) ([]SilverSentence, error) {
	offsets := newOffsets(text)
	var sentences []SilverSentence
	var current SilverSentence
	for i, line := range strings.Split(tsv+"\n", "\n") {
		if line = strings.TrimSuffix(line, "\r"); line != "" {
			token, err := parseSilver(line, len(current)+1, offsets)
			if err != nil {
				return nil, lineError(file, i+1, "%v", err)
			}
			current = append(current, token)
			continue
		}
		if len(current) == 0 {
			continue
		}
		if err := checkHeads(current); err != nil {
			return nil, lineError(file, i, "%v", err)
		}
		sentences, current = append(sentences, current), nil
	}
	return sentences, nil
}

func parseSilver(line string, want int, offsets offsets) (SilverToken, error) {
	col := strings.Split(line, "\t")
	if len(col) != 10 {
		return SilverToken{}, fmt.Errorf("%d columns, want 10", len(col))
	}
	numbers, err := integers(col[0], col[5], col[7], col[8])
	if err != nil {
		return SilverToken{}, err
	}
	if numbers[0] != want {
		return SilverToken{}, fmt.Errorf("token %d where %d was due", numbers[0], want)
	}
	span, err := offsets.span(numbers[2], numbers[3])
	return SilverToken{
		Span: span, Word: col[1], Lemma: col[2], Tag: col[3], Class: col[4],
		Head: numbers[1], Rel: col[6], Coref: col[9],
	}, err
}

func checkHeads(s SilverSentence) error {
	for i, t := range s {
		if t.Head < 0 || t.Head > len(s) || t.Head == i+1 {
			return fmt.Errorf("token %d of a sentence of %d has head %d", i+1, len(s), t.Head)
		}
	}
	return nil
}

func integers(fields ...string) ([]int, error) {
	out := make([]int, len(fields))
	for i, f := range fields {
		n, err := strconv.Atoi(f)
		if err != nil {
			return nil, fmt.Errorf("%q is no number", f)
		}
		out[i] = n
	}
	return out, nil
}
