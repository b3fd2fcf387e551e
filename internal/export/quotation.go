package export

import (
	"encoding/json"
	"io"

	"hearsay"
	"hearsay/contract"
)

// Quotations writes schema.org Quotations (JSON-LD), one on a line for each
// attribution that quotes, in whole or in part. An unnamed voice has the words used
// for it as a description and no name.
type Quotations struct{ out *json.Encoder }

// NewQuotations returns an encoder that writes to w.
func NewQuotations(w io.Writer) *Quotations {
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	return &Quotations{out}
}

type quotation struct {
	Context  string   `json:"@context"`
	Type     string   `json:"@type"`
	ID       string   `json:"@id"`
	Text     string   `json:"text"`
	Spoken   *thing   `json:"spokenByCharacter,omitempty"`
	About    string   `json:"abstract,omitempty"`
	IsPartOf *article `json:"isPartOf"`
}

type thing struct {
	Type        string `json:"@type"`
	Name        string `json:"name,omitempty"`
	Description string `json:"description,omitempty"`
}

type article struct {
	Type      string `json:"@type"`
	URL       string `json:"url,omitempty"`
	Headline  string `json:"headline,omitempty"`
	Published string `json:"datePublished,omitempty"`
	Modified  string `json:"dateModified,omitempty"`
	Publisher *thing `json:"publisher,omitempty"`
}

// Write writes the quotations of one record.
func (q *Quotations) Write(k Kept) error {
	line := k.line()
	for _, a := range line.Attributions {
		if a.Manner == hearsay.Indirect {
			continue
		}
		out := quotation{
			Context: "https://schema.org", Type: "Quotation", ID: k.urn("a" + number(&a.ID)), Text: contentOf(a),
			Spoken: voiceOf(line, a), IsPartOf: articleOf(line.Report),
		}
		if err := q.out.Encode(out); err != nil {
			return err
		}
	}
	return nil
}

func voiceOf(line contract.Line, a contract.Attribution) *thing {
	if who := speaker(line, a.Chain); who != nil {
		return &thing{Type: schemaType(who.Kind), Name: who.Name}
	}
	if len(a.Chain) == 0 || a.Chain[len(a.Chain)-1].Identity == hearsay.NamedPerson || a.Source == nil {
		return nil
	}
	return &thing{Type: "Person", Description: a.Source.Text}
}

func schemaType(k hearsay.ActorKind) string {
	switch k {
	case hearsay.Person, hearsay.Mediator:
		return "Person"
	case hearsay.Outlet:
		return "NewsMediaOrganization"
	case hearsay.Government, hearsay.Ministry, hearsay.CourtOfLaw:
		return "GovernmentOrganization"
	}
	return "Organization"
}

func articleOf(r contract.Report) *article {
	out := &article{Type: "NewsArticle", URL: text(r.URL), Headline: text(r.Headline)}
	if r.Published != nil {
		out.Published = r.Published.Format("2006-01-02T15:04:05Z07:00")
	}
	if r.Updated != nil {
		out.Modified = r.Updated.Format("2006-01-02T15:04:05Z07:00")
	}
	if r.Outlet != nil {
		out.Publisher = &thing{Type: "NewsMediaOrganization", Name: *r.Outlet}
	}
	return out
}
