package export

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"strconv"
	"strings"

	"hearsay"
	"hearsay/contract"
	"hearsay/internal/plover"
)

// table writes rows with harmless cells.
type table struct{ out *csv.Writer }

func newTable(w io.Writer, header []string) (table, error) {
	t := table{csv.NewWriter(w)}
	return t, t.row(header)
}

func (t table) row(cells []string) error {
	guarded := make([]string, len(cells))
	for i, cell := range cells {
		guarded[i] = harmless(cell)
	}
	if err := t.out.Write(guarded); err != nil {
		return err
	}
	t.out.Flush()
	return t.out.Error()
}

// Plover writes a table with the columns of PLOVER event data, a row for each
// statement that is an event there or tells of one (see package plover). Private
// persons have no name in it.
type Plover struct{ table }

var ploverColumns = []string{"event_id", "event_date", "event_type", "event_mode", "event_context", "event_auxiliary", "event_quad",
	"actor_name", "actor_kind", "recipient_name", "recipient_kind", "act", "stance", "identity", "event_text", "source_name", "source_url", "confidence"}

// NewPlover returns an encoder that writes to w, and writes the header row.
func NewPlover(w io.Writer) (*Plover, error) {
	t, err := newTable(w, ploverColumns)
	return &Plover{t}, err
}

// Write writes the events of one record.
func (p *Plover) Write(k Kept) error { return eachEvent(k, p.row) }

// PloverJSON writes the same events as JSON, an object a line whose names are the
// table's columns.
type PloverJSON struct{ out *json.Encoder }

// NewPloverJSON returns an encoder that writes to w.
func NewPloverJSON(w io.Writer) *PloverJSON {
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	return &PloverJSON{out}
}

// Write writes the events of one record.
func (p *PloverJSON) Write(k Kept) error {
	return eachEvent(k, func(cells []string) error {
		object := make(map[string]string, len(cells))
		for i, cell := range cells {
			object[ploverColumns[i]] = cell
		}
		return p.out.Encode(object)
	})
}

// eachEvent writes the events of one record as rows of the table's columns.
func eachEvent(k Kept, write func([]string) error) error {
	line := contract.Of(k.Record)
	for _, r := range plover.Rows(k.Record) {
		if k.Wanted != nil && !k.Wanted(r.Attribution) {
			continue
		}
		a := line.Attributions[r.Attribution]
		actor, kind := named(nth(line, r.Actor))
		recipient, recipientKind := named(nth(line, r.Recipient))
		if err := write([]string{
			k.urn("a" + number(&a.ID)), day(line.Report), string(r.Event), r.Mode, strings.Join(r.Contexts, ";"), auxiliary(r.Auxiliary), r.Event.Quad(),
			actor, kind, recipient, recipientKind, text(a.Act), text(a.Stance), lastIdentity(a.Chain), contentOf(a),
			text(line.Report.Outlet), text(line.Report.URL), strconv.FormatFloat(a.Confidence, 'f', -1, 64),
		}); err != nil {
			return err
		}
	}
	return nil
}

func auxiliary(all []plover.Auxiliary) string {
	words := make([]string, len(all))
	for i, a := range all {
		words[i] = string(a)
	}
	return strings.Join(words, ";")
}

// nth is the actor with an ID of the record, nil for none and for a private person.
func nth(line contract.Line, id *int) *contract.Actor {
	if id == nil || line.Actors[*id].Private {
		return nil
	}
	return &line.Actors[*id]
}

func named(a *contract.Actor) (name, kind string) {
	if a == nil {
		return "", ""
	}
	return a.Name, string(a.Kind)
}

func day(r contract.Report) string {
	at := stood(r)
	return at[:min(len(at), len("2006-01-02"))]
}

// UCDP writes a table with the columns of UCDP's event data (GED), a row for each
// count of people killed that a report gives. Where, when and who by are the
// report's words; coordinates and actors' numbers are for people to fill in. Best
// is as in [FiguresCSV].
type UCDP struct{ table }

var ucdpColumns = []string{"id", "source_article", "source_office", "source_date", "source_headline", "source_original",
	"where_description", "date_start", "date_end", "best", "high", "low", "figure_text", "qualifier", "identity"}

// NewUCDP returns an encoder that writes to w, and writes the header row.
func NewUCDP(w io.Writer) (*UCDP, error) {
	t, err := newTable(w, ucdpColumns)
	return &UCDP{t}, err
}

// Write writes the counts of one record.
func (u *UCDP) Write(k Kept) error {
	line := k.line()
	for i, f := range line.Figures {
		if f.State == nil || *f.State != "killed" || f.Stance != nil && *f.Stance != hearsay.Actual {
			continue
		}
		n := i + 1
		original := chain(f.Chain)
		if who := speaker(line, f.Chain); who != nil {
			original = who.Name
		}
		if err := u.row([]string{
			k.urn("f" + number(&n)), text(line.Report.URL), text(line.Report.Outlet), day(line.Report), text(line.Report.Headline), original,
			text(f.Where), text(f.AsOf), text(f.AsOf), bound(f.Low), bound(f.High), bound(f.Low), f.Span.Text, text(f.Qualifier), lastIdentity(f.Chain),
		}); err != nil {
			return err
		}
	}
	return nil
}

func bound(n *float64) string {
	if n == nil {
		return ""
	}
	return strconv.FormatFloat(*n, 'f', -1, 64)
}
