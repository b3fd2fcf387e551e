package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"hearsay"
	"hearsay/internal/archive"
	"hearsay/internal/dossier"
	"hearsay/tracer"
)

// traceAll compares records that were named on the command line, as persons have
// decided of their actors: in the archive, for its stories, and in a file.
func traceAll(cmd *cobra.Command, args []string, records []hearsay.Record, file string) (hearsay.Trace, error) {
	said, hashes, err := verdictsOn(cmd, args, records)
	if err != nil {
		return hearsay.Trace{}, err
	}
	pairs, _ := archive.ActorPairs(said, hashes, records)
	if file != "" {
		more, err := readVerdicts(file, records)
		if err != nil {
			return hearsay.Trace{}, fmt.Errorf("--verdicts %s: %w", file, err)
		}
		pairs = append(pairs, more...)
	}
	t := tracer.New()
	for _, r := range records {
		if err := t.Add(r); err != nil {
			return hearsay.Trace{}, err
		}
	}
	t.SetVerdicts(dossier.Verdicts(pairs))
	return t.Trace(cmd.Context())
}

// verdictsOn returns what is said in the archive of the actors of those records that
// are of its stories, and of each record the hash of its revision, "" if that does not matter.
func verdictsOn(cmd *cobra.Command, args []string, records []hearsay.Record) ([]archive.ActorVerdict, []archive.Hash, error) {
	hashes := make([]archive.Hash, len(records))
	stories, _ := cutStories(args)
	if len(stories) == 0 {
		return nil, hashes, nil
	}
	a, err := archiveOf(cmd).open(cmd)
	if err != nil {
		return nil, nil, err
	}
	defer a.Close()
	said, named, err := storyVerdicts(cmd.Context(), a, stories)
	for i, r := range records {
		hashes[i] = named[r.Report.Path]
	}
	return said, hashes, err
}

// saidOfActors is one line of a file of verdicts: what is called so in one report is
// the same as what is called so in another, or is not.
type saidOfActors struct {
	Same  bool       `json:"same"`
	One   calledSoIn `json:"one"`
	Other calledSoIn `json:"other"`
}

type calledSoIn struct {
	Path string `json:"path"`
	Name string `json:"name"`
}

// readVerdicts reads a file of verdicts on the actors of records.
func readVerdicts(file string, records []hearsay.Record) (pairs []archive.ActorPair, err error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, fmt.Errorf("cannot be read: %w", err)
	}
	defer f.Close()
	paths := make([]archive.Hash, len(records)) // what tells files apart
	for i, r := range records {
		paths[i] = archive.Hash(r.Report.Path)
	}
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		if len(lines.Bytes()) == 0 {
			continue
		}
		var said saidOfActors
		if err := json.Unmarshal(lines.Bytes(), &said); err != nil || said.One.Name == "" || said.Other.Name == "" {
			return nil, fmt.Errorf(`line %d is no verdict: write {"same":true,"one":{"path":…,"name":…},"other":{…}}`, n)
		}
		somewhere := hearsay.Span{End: 1} // the name alone counts
		v := archive.ActorVerdict{Same: said.Same, A: archive.Mention{Revision: archive.Hash(said.One.Path), Span: somewhere, Names: []string{said.One.Name}},
			B: archive.Mention{Revision: archive.Hash(said.Other.Path), Span: somewhere, Names: []string{said.Other.Name}}}
		found, loose := archive.ActorPairs([]archive.ActorVerdict{v}, paths, records)
		if len(loose) > 0 {
			return nil, fmt.Errorf("line %d: no report at these paths names both, or one is a voice that is kept unnamed", n)
		}
		pairs = append(pairs, found...)
	}
	return pairs, lines.Err()
}
