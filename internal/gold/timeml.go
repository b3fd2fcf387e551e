package gold

import (
	"encoding/xml"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"

	"hearsay"
)

// A TimeML file (Pustejovsky et al. 2003, http://timeml.org) is one report with
// its time expressions, events and links marked in place. The day it was written
// stands before the text, as an expression of its own:
//
//	<DCT><TIMEX3 tid="t0" type="DATE" value="2027-03-09">March 9</TIMEX3></DCT>
//	<TEXT>They met <TIMEX3 tid="t1" type="DATE" value="2027-03-08">on Monday</TIMEX3>.</TEXT>
//
// Only what stands in TEXT is text, and of the marks only TIMEX3 is read.

// TimeML is one report with the time expressions people marked in it.
type TimeML struct {
	Name    string // slash path in the corpus, without ".tml"
	Text    string
	Created time.Time // in UTC; at midnight where the file gives the day alone
	Moments []hearsay.Moment
}

// The parts that TimeBank and AQUAINT are divided into: rules are written with
// one before one's eyes, and that they hold is seen on the other.
const (
	TunePart    = "tune"
	ConfirmPart = "confirm"
)

// Part returns the part a report is of. A third of them confirm: those whose file
// name, without folder and ending, has an FNV-1a sum (32 bits) that 3 divides. So
// the parts depend on nothing but names, and a report that is added moves no other.
func (t TimeML) Part() string {
	sum := fnv.New32a()
	io.WriteString(sum, path.Base(t.Name))
	if sum.Sum32()%3 == 0 {
		return ConfirmPart
	}
	return TunePart
}

// ErrNoTimeML says that a folder or archive has no *.tml files.
var ErrNoTimeML = errors.New("no *.tml files")

// TimeBank reads every *.tml below the root of fsys, in order of path. None is
// ErrNoTimeML.
func TimeBank(fsys fs.FS) ([]TimeML, error) {
	var all []TimeML
	err := fs.WalkDir(fsys, ".", func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(file) != ".tml" {
			return err
		}
		report, err := readTimeML(fsys, file)
		all = append(all, report)
		return err
	})
	if err != nil {
		return nil, err
	}
	if len(all) == 0 {
		return nil, ErrNoTimeML
	}
	slices.SortFunc(all, func(x, y TimeML) int { return strings.Compare(x.Name, y.Name) })
	return all, nil
}

func readTimeML(fsys fs.FS, file string) (TimeML, error) {
	marked, err := readText(fsys, file)
	if err != nil {
		return TimeML{}, err
	}
	report, err := ParseTimeML(file, marked)
	report.Name = strings.TrimSuffix(file, ".tml")
	return report, err
}

// ParseTimeML reads one file, which is named file in errors.
func ParseTimeML(file, marked string) (TimeML, error) {
	decoder := xml.NewDecoder(strings.NewReader(marked))
	var p timemlParser
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err == nil {
			err = p.take(token)
		}
		if err != nil {
			line, _ := decoder.InputPos()
			return TimeML{}, lineError(file, line, "%v", err)
		}
	}
	return p.finish(file)
}

// timemlParser goes through a file's elements.
type timemlParser struct {
	text    strings.Builder
	in      string // DCT or TEXT while inside it
	hasText bool
	open    *hearsay.Moment // inside a TIMEX3 of the text
	created time.Time
	moments []hearsay.Moment
}

func (p *timemlParser) take(token xml.Token) error {
	switch t := token.(type) {
	case xml.StartElement:
		return p.start(t)
	case xml.EndElement:
		p.end(t.Name.Local)
	case xml.CharData:
		if p.in == "TEXT" {
			p.text.Write(t)
		}
	}
	return nil
}

func (p *timemlParser) start(e xml.StartElement) error {
	switch name := e.Name.Local; {
	case name == "TEXT" && p.hasText:
		return errors.New("a second TEXT")
	case name == "TEXT" || name == "DCT":
		p.in = name
		p.hasText = p.hasText || name == "TEXT"
	case name == "TIMEX3" && p.in == "DCT":
		return p.creation(attribute(e, "value"))
	case name == "TIMEX3" && p.in == "TEXT":
		return p.expression(e)
	}
	return nil
}

// expression opens a time expression, in which no other can stand.
func (p *timemlParser) expression(e xml.StartElement) error {
	if p.open != nil {
		return fmt.Errorf("TIMEX3 %s stands within another", attribute(e, "tid"))
	}
	kind := hearsay.MomentType(attribute(e, "type"))
	if !slices.Contains(hearsay.MomentTypes, kind) {
		return fmt.Errorf("TIMEX3 %s has type %q", attribute(e, "tid"), kind)
	}
	at := p.text.Len()
	p.open = &hearsay.Moment{Span: hearsay.Span{Start: at, End: at}, Type: kind, Value: attribute(e, "value")}
	return nil
}

func (p *timemlParser) end(name string) {
	switch {
	case name == p.in:
		p.in = ""
	case name == "TIMEX3" && p.open != nil:
		p.close(*p.open)
		p.open = nil
	}
}

// close files an expression, less white space at its edges. One without words,
// which stands for a time that is understood, is left out.
func (p *timemlParser) close(m hearsay.Moment) {
	words := p.text.String()[m.Span.Start:]
	m.Span.Start += len(words) - len(strings.TrimLeft(words, white))
	m.Span.End = m.Span.Start + len(strings.Trim(words, white))
	if m.Span.Len() > 0 {
		p.moments = append(p.moments, m)
	}
}

const white = " \t\r\n"

func (p *timemlParser) finish(file string) (TimeML, error) {
	switch {
	case !p.hasText:
		return TimeML{}, fmt.Errorf("%s: no TEXT", file)
	case p.created.IsZero():
		return TimeML{}, fmt.Errorf("%s: no DCT with a day", file)
	}
	return TimeML{Text: p.text.String(), Created: p.created, Moments: p.moments}, nil
}

// creation reads the value of the day the report was written.
func (p *timemlParser) creation(value string) error {
	for _, layout := range []string{"2006-01-02", "2006-01-02T15:04", "2006-01-02T15:04:05"} {
		if t, err := time.Parse(layout, value); err == nil {
			p.created = t
			return nil
		}
	}
	return fmt.Errorf("DCT has value %q, which is no day", value)
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
