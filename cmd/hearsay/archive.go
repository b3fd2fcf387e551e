package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"hearsay"
	"hearsay/internal/archive"
)

// archiveOptions are the flags that say which archive a verb works on.
type archiveOptions struct {
	folder   string
	database string
}

func (o *archiveOptions) register(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&o.folder, "archive", "", "`folder` of the archive (default: $HEARSAY_ARCHIVE, or "+shownDefault()+")")
	f.StringVar(&o.database, "database", "", "`address` (postgres://…) of an archive in PostgreSQL")
	cmd.MarkFlagsMutuallyExclusive("archive", "database")
}

// where returns the archive that the flags or the environment name.
func (o archiveOptions) where() (string, error) {
	switch {
	case o.database != "" && !strings.HasPrefix(o.database, "postgres"):
		return "", usage("--database %q: an address begins with postgres://; for a folder there is --archive", o.database)
	case o.database != "":
		return o.database, nil
	case o.folder != "":
		return o.folder, nil
	}
	return namedOrDefault()
}

const archiveVariable = "HEARSAY_ARCHIVE"

// namedOrDefault returns the archive that the environment names, or else the
// user's.
func namedOrDefault() (string, error) {
	if named := os.Getenv(archiveVariable); named != "" {
		return named, nil
	}
	return archiveFolder()
}

// open opens the archive, which must be there.
func (o archiveOptions) open(cmd *cobra.Command) (*archive.Archive, error) {
	return o.openWith(cmd, archive.Options{Program: cmd.CommandPath()})
}

// make opens the archive and makes it if it is not there.
func (o archiveOptions) make(cmd *cobra.Command) (*archive.Archive, error) {
	return o.openWith(cmd, archive.Options{Program: cmd.CommandPath(), Create: true})
}

func (o archiveOptions) openWith(cmd *cobra.Command, opt archive.Options) (*archive.Archive, error) {
	where, err := o.where()
	if err != nil {
		return nil, err
	}
	return archive.Open(cmd.Context(), where, opt)
}

// archiveFolder is where programs keep what is theirs, on this system.
func archiveFolder() (string, error) {
	if data := os.Getenv("XDG_DATA_HOME"); data != "" {
		return filepath.Join(data, "hearsay"), nil
	}
	if data := os.Getenv("LOCALAPPDATA"); runtime.GOOS == "windows" && data != "" {
		return filepath.Join(data, "hearsay"), nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", fmt.Errorf("there is no home folder for the archive: name one with --archive or %s", archiveVariable)
	}
	if runtime.GOOS == "darwin" {
		return filepath.Join(home, "Library", "Application Support", "hearsay"), nil
	}
	return filepath.Join(home, ".local", "share", "hearsay"), nil
}

func shownDefault() string {
	if runtime.GOOS == "linux" {
		return "~/.local/share/hearsay"
	}
	return "the user's data folder"
}

// archiveStory returns the story that an argument names: story:12, or 12 if
// there is no file of that name.
func archiveStory(arg string) (archive.StoryID, bool) {
	number, named := strings.CutPrefix(arg, "story:")
	id, err := strconv.ParseInt(number, 10, 64)
	if err != nil || id < 1 {
		return 0, false
	}
	if _, err := os.Stat(arg); err == nil && !named {
		return 0, false
	}
	return archive.StoryID(id), true
}

// cutStories takes the stories off the arguments.
func cutStories(all []string) (stories []archive.StoryID, rest []string) {
	for _, arg := range all {
		if id, ok := archiveStory(arg); ok {
			stories = append(stories, id)
		} else {
			rest = append(rest, arg)
		}
	}
	return stories, rest
}

// registerArchive gives a verb that reads stories the flags that say of which
// archive.
func registerArchive(cmd *cobra.Command) { new(archiveOptions).register(cmd) }

// archiveOf returns what the flags of registerArchive say.
func archiveOf(cmd *cobra.Command) (o archiveOptions) {
	o.folder, _ = cmd.Flags().GetString("archive")
	o.database, _ = cmd.Flags().GetString("database")
	return o
}

// collectStories takes the records of stories out of the archive.
func collectStories(cmd *cobra.Command, stories []archive.StoryID, into *collected) error {
	if len(stories) == 0 {
		return nil
	}
	a, err := archiveOf(cmd).open(cmd)
	if err != nil {
		return err
	}
	defer a.Close()
	records, err := recordsOf(cmd.Context(), a, stories)
	*into = append(*into, records...)
	return err
}

// recordsOf returns the records of stories, all revisions of all reports, as they
// are shown: with corrections. A report without a path is called "report 7", a
// later revision "report 7 version 2".
func recordsOf(ctx context.Context, a *archive.Archive, stories []archive.StoryID) (all []hearsay.Record, err error) {
	for _, id := range stories {
		story, err := a.Story(ctx, id)
		if err != nil {
			return nil, err
		}
		reports, err := a.ReportsOf(ctx, story.ID)
		if err != nil {
			return nil, err
		}
		for _, r := range reports {
			revisions, err := a.Revisions(ctx, r.ID)
			if err != nil {
				return nil, err
			}
			for _, v := range revisions {
				view, err := a.View(ctx, v.ID)
				if err != nil {
					return nil, err
				}
				view.Record.Report.Path = revisionName(v)
				all = append(all, view.Record)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b hearsay.Record) int { return a.Report.Stood().Compare(b.Report.Stood()) })
	return all, nil
}

func revisionName(v archive.Revision) string {
	if v.Number == 1 {
		return fmt.Sprintf("report %d", v.Report)
	}
	return fmt.Sprintf("report %d version %d", v.Report, v.Number)
}
