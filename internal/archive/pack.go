package archive

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"sync"

	"github.com/klauspost/compress/zstd"

	"hearsay"
)

// form is the number of the form in which records are kept: JSON of the
// vocabulary, packed. A field that the vocabulary gains passes through without a
// new number; a change of meaning raises it.
const form = 1

// kept is a record as it is kept. The report is with its revision.
type kept struct {
	Form   int            `json:"form"`
	Record hearsay.Record `json:"record"`
}

func packRecord(r hearsay.Record) ([]byte, error) {
	r.Report = hearsay.Report{}
	return packJSON(kept{form, r})
}

// unpackRecord returns a record that is kept, with its report put back.
func unpackRecord(body []byte, report hearsay.Report) (hearsay.Record, error) {
	var k kept
	if err := unpackJSON(body, &k); err != nil {
		return hearsay.Record{}, err
	}
	if k.Form > form {
		return hearsay.Record{}, fmt.Errorf("record of form %d: %w", k.Form, ErrNewer)
	}
	k.Record.Report = report
	return k.Record, nil
}

// packReport packs what is known of a report beside its text.
func packReport(r hearsay.Report) ([]byte, error) {
	r.Text = ""
	return packJSON(r)
}

func unpackReport(body []byte, text string) (r hearsay.Report, err error) {
	err = unpackJSON(body, &r)
	r.Text = text
	return r, err
}

func packJSON(v any) ([]byte, error) {
	text, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	return pack(text), nil
}

func unpackJSON(body []byte, v any) error {
	text, err := unpack(body)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(text, v); err != nil {
		return fmt.Errorf("%w (%v)", ErrCorrupt, err)
	}
	return nil
}

func pack(b []byte) []byte { return packers().EncodeAll(b, make([]byte, 0, len(b)/3)) }

func unpack(b []byte) ([]byte, error) {
	plain, err := unpackers().DecodeAll(b, nil)
	if err != nil {
		return nil, fmt.Errorf("%w (%v)", ErrCorrupt, err)
	}
	return plain, nil
}

var packers = sync.OnceValue(func() *zstd.Encoder {
	e, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithWindowSize(1<<20))
	if err != nil {
		panic(err) // the options are constants
	}
	return e
})

var unpackers = sync.OnceValue(func() *zstd.Decoder {
	d, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(0), zstd.WithDecoderMaxMemory(1<<28))
	if err != nil {
		panic(err) // the options are constants
	}
	return d
})

func hashOf(b []byte) Hash {
	sum := sha256.Sum256(b)
	return Hash(hex.EncodeToString(sum[:]))
}
