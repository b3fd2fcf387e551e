package export

import (
	"encoding/json"
	"io"

	"hearsay/contract"
)

// Annotations writes W3C Web Annotations (JSON-LD, https://www.w3.org/TR/annotation-model/),
// one on a line for each attribution. Its target is the content's pieces in the
// page, each selected by position (code points of the record's text) and by its
// words; its body is the attribution as in the contract. The words around, which
// the model calls prefix and suffix, are given only with [Kept.Full].
type Annotations struct{ out *json.Encoder }

// NewAnnotations returns an encoder that writes to w.
func NewAnnotations(w io.Writer) *Annotations {
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	return &Annotations{out}
}

type annotation struct {
	Context    string         `json:"@context"`
	ID         string         `json:"id"`
	Type       string         `json:"type"`
	Motivation string         `json:"motivation"`
	Created    string         `json:"created,omitempty"`
	Generator  map[string]any `json:"generator"`
	Body       map[string]any `json:"body"`
	Target     []target       `json:"target"`
}

type target struct {
	Type     string     `json:"type"`
	Source   string     `json:"source"`
	Purpose  string     `json:"hearsay:part"`
	Selector []selector `json:"selector"`
}

type selector struct {
	Type   string `json:"type"`
	Start  *int   `json:"start,omitempty"`
	End    *int   `json:"end,omitempty"`
	Exact  string `json:"exact,omitempty"`
	Prefix string `json:"prefix,omitempty"`
	Suffix string `json:"suffix,omitempty"`
}

// Write writes the annotations of one record.
func (a *Annotations) Write(k Kept) error {
	line := k.line()
	for _, at := range line.Attributions {
		if err := a.out.Encode(annotationOf(k, line, at)); err != nil {
			return err
		}
	}
	return nil
}

func annotationOf(k Kept, line contract.Line, a contract.Attribution) annotation {
	source := text(line.Report.URL)
	if source == "" {
		source = k.urn("text")
	}
	body := map[string]any{
		"type": "hearsay:Attribution", "hearsay:manner": a.Manner, "hearsay:act": a.Act, "hearsay:stance": a.Stance,
		"hearsay:chain": chain(a.Chain), "hearsay:identity": lastIdentity(a.Chain), "hearsay:confidence": a.Confidence,
	}
	if who := speaker(line, a.Chain); who != nil {
		body["hearsay:voice"] = who.Name
	}
	out := annotation{
		Context: "http://www.w3.org/ns/anno.jsonld", ID: k.urn("a" + number(&a.ID)), Type: "Annotation", Motivation: "identifying",
		Created: stood(line.Report), Generator: map[string]any{"type": "Software", "name": "hearsay " + line.Reader.Version}, Body: body,
	}
	add := func(part string, s contract.Span) {
		out.Target = append(out.Target, target{"SpecificResource", source, part, k.selectors(line, s)})
	}
	if a.Source != nil {
		add("source", *a.Source)
	}
	if a.Cue != nil {
		add("cue", *a.Cue)
	}
	for _, c := range a.Content {
		add("content", c)
	}
	return out
}

// around is how many code points of context a selector has.
const around = 32

func (k Kept) selectors(line contract.Line, s contract.Span) []selector {
	quote := selector{Type: "TextQuoteSelector", Exact: s.Text}
	if k.Full {
		runes := []rune(line.Report.Text)
		quote.Prefix = string(runes[max(0, s.Start-around):s.Start])
		quote.Suffix = string(runes[s.End:min(len(runes), s.End+around)])
	}
	return []selector{{Type: "TextPositionSelector", Start: &s.Start, End: &s.End}, quote}
}
