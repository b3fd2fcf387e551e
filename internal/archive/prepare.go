package archive

import (
	"cmp"
	"net/url"
	"strings"
	"time"

	"hearsay"
	"hearsay/internal/story"
)

// prepared is a report made ready outside the transaction, so that the one
// writer has nothing left but to write.
type prepared struct {
	in        Incoming
	outlet    string
	retention Retention
	key       string
	hash      Hash
	text      Hash
	source    Hash
	contents  []content
	head      []byte // the report without its text
	record    []byte // nil: not kept
	stood     time.Time
	words     int
	indexes   indexes
	terms     story.Terms
}

// content is packed bytes and the hash of what they unpack to.
type content struct {
	hash Hash
	body []byte
}

func prepare(in Incoming, retention Retention) (*prepared, error) {
	report := in.Record.Report
	if err := in.Record.Check(); err != nil {
		return nil, err
	}
	p := &prepared{
		in: in, outlet: outletOf(report), retention: retention, key: keyOf(report),
		stood: report.Stood(), words: len(strings.Fields(report.Text)),
	}
	p.hash = hashOfRevision(p.key, report)
	if p.stood.IsZero() {
		p.stood = in.Seen
	}
	text := report.Text
	switch retention {
	case KeepExtract:
		in.Record = Extract(in.Record)
		text = in.Record.Report.Text
	case KeepHash:
		text = ""
		report.Blocks = nil
	}
	p.text = p.keep([]byte(text))
	if retention == KeepFull && in.Source != nil {
		p.source = p.keep(in.Source)
	}
	p.terms = story.Of(in.Record)
	var err error
	if p.head, err = packReport(report); err != nil {
		return nil, err
	}
	if retention != KeepHash {
		p.record, err = packRecord(in.Record)
		p.indexes = indexesOf(in.Record)
	}
	return p, err
}

func (p *prepared) keep(b []byte) Hash {
	h := hashOf(b)
	if len(p.contents) == 0 || p.contents[0].hash != h {
		p.contents = append(p.contents, content{h, pack(b)})
	}
	return h
}

// outletOf returns what an outlet is called: by the report, or else by its host.
func outletOf(r hearsay.Report) string {
	u, err := url.Parse(r.URL)
	if err != nil || u.Host == "" {
		return r.Outlet
	}
	return cmp.Or(r.Outlet, strings.TrimPrefix(u.Hostname(), "www."))
}
