package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"os"

	"hearsay"
	"hearsay/contract"
)

// # Going on where a run was cut off
//
//	OUT    answer 1 ␊ answer 2 ␊ answer 3 ␊ answ
//	                             └ compared └ cut off
//	input  line 1 ␊ line 2 ␊ line 3 ␊ line 4 …
//	                                  └ goes on here
//
// Because every line of input has one line of output, counting those in the file
// tells where to go on. The last of them is compared with its line of input, or a
// run with other input would go on without anybody noticing.

// resumed is the output of an earlier run. The zero value is none.
type resumed struct {
	name string
	file *os.File
	done int  // complete lines in the file
	last last // of them
}

// last is what the last answer of an earlier run says of its line of input.
type last struct {
	ID     json.RawMessage `json:"id"`
	Error  string          `json:"error"`
	Report *struct {
		Text string `json:"text"`
	} `json:"report"`
	Reader contract.Reader `json:"reader"`
}

// resumeError says why an earlier run cannot be gone on with.
type resumeError struct{ error }

func (r *resumed) refuse(format string, args ...any) error {
	return resumeError{fmt.Errorf("--resume %s: %w", r.name, fmt.Errorf(format, args...))}
}

// resume opens the output of an earlier run, or a new one, to write on at its
// end; "" is no run.
func resume(name string) (*resumed, error) {
	if name == "" {
		return &resumed{}, nil
	}
	file, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, fmt.Errorf("--resume %w", err)
	}
	r := &resumed{name: name, file: file}
	if err := r.look(); err != nil {
		file.Close()
		return nil, err
	}
	return r, nil
}

// look finds out what the file holds and drops a torn last line.
func (r *resumed) look() error {
	done, begin, end, err := lastLine(r.file)
	if err != nil {
		return r.refuse("%w", err)
	}
	if r.done = done; done > 0 {
		line := make([]byte, end-begin)
		if _, err := r.file.ReadAt(line, begin); err != nil {
			return r.refuse("%w", err)
		}
		if json.Unmarshal(line, &r.last) != nil || (r.last.Error == "") == (r.last.Report == nil) {
			return r.refuse("line %d is no answer of hearsay read --jsonl: name another file", done)
		}
	}
	if err := r.file.Truncate(end); err != nil {
		return r.refuse("%w", err)
	}
	_, err = r.file.Seek(end, io.SeekStart)
	return err
}

// lastLine counts the complete lines of a file and returns where the last one
// begins and where it ends.
func lastLine(file io.Reader) (lines int, begin, end int64, err error) {
	r := bufio.NewReaderSize(file, 1<<20)
	at := int64(0)
	for {
		piece, err := r.ReadSlice('\n')
		at += int64(len(piece))
		switch {
		case err == nil:
			lines, begin, end = lines+1, end, at
		case err == io.EOF:
			return lines, begin, end, nil
		case err != bufio.ErrBufferFull:
			return lines, begin, end, err
		}
	}
}

func (r *resumed) close() {
	if r.file != nil {
		r.file.Close()
	}
}

// sameReader refuses to go on with what another reader began.
func (r *resumed) sameReader(now hearsay.ReaderVersion) error {
	was := hearsay.ReaderVersion(r.last.Reader)
	if r.last.Report == nil || was == now {
		return nil
	}
	return r.refuse("was begun with version %s, weights %s; this is version %s, weights %s: name a new file", was.Version, was.Weights, now.Version, now.Weights)
}

// rest returns the lines that have no answer yet.
func (r *resumed) rest(lines iter.Seq[asked]) iter.Seq[asked] {
	return func(yield func(asked) bool) {
		passed, broken := 0, false
		for a := range lines {
			broken = broken || a.err != nil
			if a.err == nil && passed < r.done {
				if passed++; passed == r.done && !r.answers(a) {
					yield(asked{err: r.refuse("its line %d does not answer line %d of this input: name the file that does, or a new one", r.done, r.done)})
					return
				}
				continue
			}
			if !yield(a) {
				return
			}
		}
		if passed < r.done && !broken {
			yield(asked{err: r.refuse("holds %d answers, but the input has %d lines: name the file that belongs to it, or a new one", r.done, passed)})
		}
	}
}

// answers reports whether the last answer may be that to a line.
func (r *resumed) answers(a asked) bool {
	parsed, err := a.line.Parse()
	if parsed.ID == nil {
		parsed.ID = json.RawMessage("null")
	}
	switch {
	case !bytes.Equal(parsed.ID, r.last.ID), (err != nil) != (r.last.Report == nil):
		return false
	case err != nil:
		return true
	}
	return parsed.Report.Text == r.last.Report.Text
}
