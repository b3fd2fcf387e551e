// Package jsonl reads reports that come as JSON Lines: one JSON object a line.
//
//	bytes ──Lines──▶ Line, Line, … ──Parse──▶ Object: a report, or a page, and its id
//
// Lines are told apart before anything is parsed, so a line that is wrong or too
// long costs only itself, and parsing can be spread over several goroutines.
package jsonl

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
)

// MaxLine is how many bytes a line may have. JSON writes some characters of a
// text with up to six bytes, so it is more than a report may have.
const MaxLine = 32_000_000

// ErrLongLine is the reason to refuse a line.
var ErrLongLine = errors.New("a line is at most 32 MB: give each article a line of its own")

// Line is one line of an input.
type Line struct {
	Number int    // counted from 1
	Data   []byte // without its end; the caller may keep it
	Err    error  // wraps ErrLongLine; Data is then nil
}

// Blank reports whether there is nothing on the line.
func (l Line) Blank() bool { return l.Err == nil && len(bytes.TrimSpace(l.Data)) == 0 }

// Lines returns the lines of r: what stands before each LF, and after the last
// one if that is anything. A byte order mark before the first is dropped, and CR
// before LF. It holds one line in memory, and of a line that is too long no more
// than MaxLine bytes. An error of reading ends the sequence; the line it
// interrupted is lost.
func Lines(r io.Reader) iter.Seq2[Line, error] {
	return func(yield func(Line, error) bool) {
		s := splitter{r: bufio.NewReaderSize(r, 64<<10)}
		for number := 1; ; number++ {
			line, err := s.next()
			line.Number = number
			if number == 1 {
				line.Data = bytes.TrimPrefix(line.Data, []byte("\xEF\xBB\xBF"))
			}
			if err == io.EOF && s.size == 0 {
				return
			}
			if err != nil && err != io.EOF {
				yield(Line{Number: number}, err)
				return
			}
			if !yield(line, nil) || err == io.EOF {
				return
			}
		}
	}
}

type splitter struct {
	r    *bufio.Reader
	size int64 // of the line being read, with its end
}

// next returns the next line, with io.EOF where it is the last.
func (s *splitter) next() (Line, error) {
	var data []byte
	s.size = 0
	for {
		piece, err := s.r.ReadSlice('\n')
		if s.size += int64(len(piece)); s.size <= MaxLine {
			data = append(data, piece...)
		} else {
			data = nil
		}
		if err == bufio.ErrBufferFull {
			continue
		}
		if s.size > MaxLine {
			return Line{Err: fmt.Errorf("is %d MB long; %w", s.size/1_000_000, ErrLongLine)}, err
		}
		return Line{Data: bytes.TrimSuffix(bytes.TrimSuffix(data, []byte("\n")), []byte("\r"))}, err
	}
}
