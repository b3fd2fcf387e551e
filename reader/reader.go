// Package reader turns a report into its record: who said what, according to whom.
//
//	r, err := reader.New()
//	record, err := r.Read(ctx, hearsay.Report{Text: text})
//	for _, a := range record.Attributions { … }
package reader

import (
	"cmp"
	"context"
	"sync"

	"hearsay"
	"hearsay/internal/act"
	"hearsay/internal/attribute"
	"hearsay/internal/block"
	"hearsay/internal/dealing"
	"hearsay/internal/frame"
	"hearsay/internal/language"
	"hearsay/internal/lexicon"
	"hearsay/internal/measure"
	"hearsay/internal/moment"
	"hearsay/internal/name"
	"hearsay/internal/parse"
	"hearsay/internal/resolve"
	"hearsay/internal/segment"
	"hearsay/internal/tag"
	"hearsay/internal/transcript"
	"hearsay/internal/voice"
	"hearsay/internal/weights"
)

// Reader reads reports. It is safe for use by several goroutines at once.
type Reader struct {
	version hearsay.ReaderVersion
	tagger  *tag.Tagger
	parser  *parse.Parser
	namer   *name.Finder
	finder  *attribute.Finder
	desks   sync.Pool // of *desk
}

// desk is what one goroutine needs while it reads. What its lexicon has learned
// of words serves the next report.
type desk struct {
	lexicon *lexicon.Lexicon
	words   []*lexicon.Word
	parse   parse.Desk
	name    name.Desk
	resolve resolve.Desk

	given []hearsay.Attribution // nil: they are to be found

	// Of the report read last.
	resolved resolve.Resolution
	traced   voice.Reading
	acts     []act.Reading // of the attributions
}

// New returns a Reader with the weights embedded in the program.
func New() (*Reader, error) {
	file, err := weights.Embedded()
	if err != nil {
		return nil, err
	}
	r := &Reader{version: hearsay.ReaderVersion{Version: version(), Weights: file.ID}}
	if r.tagger, err = load(file, "tag", tag.Parse); err != nil {
		return nil, err
	}
	if r.parser, err = load(file, "parse", parse.Parse); err != nil {
		return nil, err
	}
	if r.namer, err = load(file, "name", name.Parse); err != nil {
		return nil, err
	}
	if r.finder, err = load(file, "attribute", attribute.Parse); err != nil {
		return nil, err
	}
	return r, nil
}

func load[T any](file weights.File, section string, parse func([]byte) (T, error)) (stage T, err error) {
	data, err := file.Section(section)
	if err != nil {
		return stage, err
	}
	return parse(data)
}

// Version identifies the program and the weights this Reader reads with.
func (r *Reader) Version() hearsay.ReaderVersion { return r.version }

// Read returns the record of one report. It fails only for a report that
// breaks an invariant ([hearsay.Report.Check]) or when ctx ends; what cannot be
// understood is named in the record's Skipped.
func (r *Reader) Read(ctx context.Context, report hearsay.Report) (hearsay.Record, error) {
	_, record, err := r.ReadDocument(ctx, report)
	return record, err
}

// ReadDocument is Read that also returns the analysed text the record was read
// from.
func (r *Reader) ReadDocument(ctx context.Context, report hearsay.Report) (*hearsay.Document, hearsay.Record, error) {
	desk := r.desk()
	defer r.desks.Put(desk)
	return r.readAt(ctx, desk, report)
}

// ReadGiven is Read for a report whose attributions are known, from an annotated
// corpus: they are not looked for. Of each the spans and the manner must be filled.
func (r *Reader) ReadGiven(ctx context.Context, report hearsay.Report, known []hearsay.Attribution) (hearsay.Record, error) {
	desk := r.desk()
	defer r.desks.Put(desk)
	desk.given = known
	defer func() { desk.given = nil }()
	_, record, err := r.readAt(ctx, desk, report)
	return record, err
}

// readAt is the whole chain from a report to its record. It leaves the words of
// the document's tokens on the desk.
func (r *Reader) readAt(ctx context.Context, desk *desk, report hearsay.Report) (*hearsay.Document, hearsay.Record, error) {
	if err := cmp.Or(report.Check(), ctx.Err()); err != nil {
		return nil, hearsay.Record{}, err
	}
	doc := split(report)
	record := hearsay.Record{Report: report, Blocks: doc.Blocks, Entries: doc.Entries, Reader: r.version}
	apart(&record)
	record.Language, record.Skipped = readable(report, doc)
	if len(record.Skipped) == 0 {
		words := desk.look(doc)
		r.tagger.Tag(doc, words)
		r.parser.Parse(doc, words, &desk.parse)
		r.namer.Find(doc, words, &desk.name)
		record.Moments = moment.Find(doc, words, moment.Anchor{Published: report.Published})
		r.attribute(desk, doc, &record)
		record.Figures = measure.WithoutTimes(doc.Text, measure.Find(doc, words), record.Moments)
		measure.Attach(doc, record.Figures, record.Attributions, record.Moments)
		desk.mark(doc, &record)
		record.Terms = frame.Find(doc, words, desk.actorsAt(doc))
		record.Dealings = dealing.Find(doc, words, &record, meant(desk.resolved))
	}
	if err := ctx.Err(); err != nil {
		return nil, hearsay.Record{}, err
	}
	return doc, record, nil
}

// attribute reads who says what, who is meant, and by what way the outlet has it.
func (r *Reader) attribute(desk *desk, doc *hearsay.Document, record *hearsay.Record) {
	found := desk.given
	if found == nil {
		found = r.finder.Find(doc, desk.words)
	}
	desk.resolved = resolve.Resolve(doc, desk.words, found, &desk.resolve)
	desk.traced = voice.Trace(doc, desk.words, record.Moments, outletOf(record), found, castOf(desk.resolved))
	record.Actors = desk.resolved.Actors
	record.Attributions, record.OwnVoice = desk.traced.Attributions, desk.traced.OwnVoice
}

// mark says what each statement does and how it is meant.
func (d *desk) mark(doc *hearsay.Document, record *hearsay.Record) {
	told := act.Told{
		Attributions: record.Attributions, OwnVoice: record.OwnVoice, Figures: record.Figures, Moments: record.Moments, Actors: record.Actors,
		At: func(words hearsay.Span) (int, bool) {
			m, ok := d.resolved.At(words)
			return m.Actor, ok && m.Actor >= 0
		},
	}
	found, own := act.Read(doc, d.words, told)
	for i, f := range found {
		a := &record.Attributions[i]
		a.Act, a.Stance, a.Condition, a.Regardless = f.Act, f.Stance, f.Condition, f.Regardless
		a.Addressee = cmp.Or(a.Addressee, f.Addressee)
	}
	for i, f := range own {
		record.OwnVoice[i].Act, record.OwnVoice[i].Stance = f.Act, f.Stance
	}
	d.acts = found
}

// actorsAt tells which actor each token mentions; -1 for none.
func (d *desk) actorsAt(doc *hearsay.Document) []int32 {
	mentions := make([]frame.Mention, 0, len(d.resolved.Mentions))
	for _, m := range d.resolved.Mentions {
		if m.Actor >= 0 {
			mentions = append(mentions, frame.Mention{First: m.First, End: m.End, Head: m.Head, Actor: m.Actor})
		}
	}
	return frame.ActorsAt(doc, mentions)
}

// meant tells which actor some words are about.
func meant(resolved resolve.Resolution) dealing.Who {
	return func(words hearsay.Span) (int, bool) {
		m, ok := resolved.At(words)
		return m.Actor, ok && m.Actor >= 0
	}
}

// castOf tells the tracing of voices who is meant.
func castOf(resolved resolve.Resolution) voice.Cast {
	at := func(words hearsay.Span) (voice.Referent, bool) {
		m, ok := resolved.At(words)
		if !ok {
			return voice.Referent{}, false
		}
		return voice.Referent{Actor: m.Actor, As: m.As, Anonymous: m.Anonymous}, true
	}
	return voice.Cast{Actors: resolved.Actors, Named: resolved.Named, Names: resolved.Names, At: at}
}

// outletOf returns who publishes a report, and whose reports it prints. An agency
// that is credited publishes one of which nobody else is known to.
func outletOf(record *hearsay.Record) voice.Outlet {
	return voice.Outlet{
		Name:    cmp.Or(record.Report.Outlet, record.Credit),
		Credits: append([]string{record.Credit}, record.Report.Byline...),
	}
}

// split takes a report's text apart: blocks, paragraphs, sentences, tokens, and
// what the layout tells of who speaks when.
func split(report hearsay.Report) *hearsay.Document {
	report.Blocks = block.Find(report.Text, report.Blocks)
	doc := segment.Split(report)
	transcript.Mark(doc, report)
	return doc
}

// apart fills in what stands in the text beside the story.
func apart(record *hearsay.Record) {
	text, blocks := record.Report.Text, record.Blocks
	record.Dateline = block.Dateline(text, blocks)
	record.Credit = block.Credit(text, blocks, record.Report.Outlet)
	record.Note = block.Note(text, blocks)
	record.Related = block.Related(text, blocks)
}

// Resolve tells who is meant in a document that was segmented elsewhere.
func (r *Reader) Resolve(doc *hearsay.Document) resolve.Resolution {
	desk := r.desk()
	defer r.desks.Put(desk)
	words := desk.look(doc)
	r.tagger.Tag(doc, words)
	r.parser.Parse(doc, words, &desk.parse)
	r.namer.Find(doc, words, &desk.name)
	return resolve.Resolve(doc, words, r.finder.Find(doc, words), &desk.resolve)
}

// Names fills the names of a document that was segmented elsewhere, and what
// finding them needs.
func (r *Reader) Names(doc *hearsay.Document) {
	desk := r.desk()
	defer r.desks.Put(desk)
	words := desk.look(doc)
	r.tagger.Tag(doc, words)
	r.parser.Parse(doc, words, &desk.parse)
	r.namer.Find(doc, words, &desk.name)
}

// Tag fills the tags and lemmas of a document that was segmented elsewhere.
func (r *Reader) Tag(doc *hearsay.Document) {
	desk := r.desk()
	defer r.desks.Put(desk)
	r.tagger.Tag(doc, desk.look(doc))
}

// readable tells the language of a report, and why it is not read if it is not.
func readable(report hearsay.Report, doc *hearsay.Document) (string, []hearsay.Skip) {
	if len(doc.Tokens) == 0 {
		return report.Language, []hearsay.Skip{{Why: hearsay.SkipEmpty}}
	}
	found, sure := language.Detect(report.Text)
	if sure && found != "en" {
		return found, []hearsay.Skip{{Why: hearsay.SkipLanguage}}
	}
	return "en", nil
}

func (r *Reader) desk() *desk {
	if d, ok := r.desks.Get().(*desk); ok {
		return d
	}
	return &desk{lexicon: lexicon.New()}
}

func (d *desk) look(doc *hearsay.Document) []*lexicon.Word {
	d.words = d.lexicon.Look(doc, d.words[:0])
	return d.words
}
