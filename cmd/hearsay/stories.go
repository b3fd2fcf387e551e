package main

import (
	"encoding/json"
	"fmt"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"hearsay/internal/api"
	"hearsay/internal/archive"
	"hearsay/internal/view"
)

const storiesHelp = `Stories lists the running stories of the archive, that with the newest report
first, or the reports of one. Reports are put into stories as they arrive; what you
say with merge, split, move and name stays.

  hearsay stories                      the stories
  hearsay stories 3                    the reports of story 3
  hearsay stories merge 3 5 8          put the reports of 5 and 8 into 3
  hearsay stories split "A title" 7 9  put reports 7 and 9 into a story of their own
  hearsay stories move 7 3             put report 7 into story 3
  hearsay stories name 3 "A title"     call story 3 so

Exit status: 0 all went well, 1 it is not in the archive, 2 the command line is wrong.`

const storiesExamples = `  hearsay stories --least 5
  hearsay stories merge 3 5`

// storiesOptions are the flags of hearsay stories.
type storiesOptions struct {
	archive archiveOptions
	json    bool
	limit   int
	least   int
}

func storiesCommand() *cobra.Command {
	var o storiesOptions
	cmd := &cobra.Command{
		Use:     "stories [STORY]",
		Short:   "List the running stories, merge and split them",
		Long:    storiesHelp,
		Example: storiesExamples,
		Args:    cobra.MaximumNArgs(1),
		RunE:    func(cmd *cobra.Command, args []string) error { return runStories(cmd, args, o) },
	}
	o.archive.register(cmd)
	f := cmd.Flags()
	f.BoolVar(&o.json, "json", false, "one line of JSON for each story or report")
	f.IntVar(&o.limit, "limit", 50, "at most so many `stories`")
	f.IntVar(&o.least, "least", 1, "only those with so many `reports`")
	cmd.AddCommand(
		regroupCommand("merge INTO STORY …", "Put the reports of stories into one", 2, mergeStories),
		regroupCommand("split TITLE REPORT …", "Put reports into a story of their own", 2, splitStory),
		regroupCommand("move REPORT STORY", "Put a report into another story", 2, moveReport),
		regroupCommand("name STORY TITLE", "Give a story a title", 2, nameStory),
	)
	return cmd
}

func runStories(cmd *cobra.Command, args []string, o storiesOptions) error {
	a, err := o.archive.open(cmd)
	if err != nil {
		return err
	}
	defer a.Close()
	if len(args) == 1 {
		id, err := numberOf("story", args[0])
		if err != nil {
			return err
		}
		return listReports(cmd, a, archive.StoryID(id), o)
	}
	all, err := a.Stories(cmd.Context(), archive.StoryList{Limit: o.limit, Least: o.least})
	if err != nil {
		return err
	}
	traced, err := a.Traced(cmd.Context())
	if err != nil {
		return err
	}
	w := cmd.OutOrStdout()
	for _, s := range all {
		if o.json {
			encode(w, api.StoryOf(s, traced[s.ID]))
			continue
		}
		fmt.Fprintf(w, "story %d  %s to %s  %d reports, %d outlets  %s%s\n", s.ID, s.First.Format(time.DateOnly), s.Last.Format(time.DateOnly),
			s.Reports, s.Outlets, view.Line(s.Title), claimsOf(s, traced))
	}
	return nil
}

// claimsOf tells how many claims a story has, as of its last comparison.
func claimsOf(s archive.Story, traced map[archive.StoryID]archive.Traced) string {
	t, ok := traced[s.ID]
	if !ok {
		return ""
	}
	line := fmt.Sprintf("  · %d claims, %d origins", t.Claims, t.Origins)
	if t.OneOrigin > 0 {
		line += fmt.Sprintf(", %d of several reports and one origin", t.OneOrigin)
	}
	if t.Changed != s.Changed {
		line += fmt.Sprintf(" (as of %s; it has changed since)", t.At.Local().Format("2006-01-02 15:04"))
	}
	return line
}

type reportLine struct {
	ID     archive.ReportID `json:"id"`
	Story  archive.StoryID  `json:"story"`
	Outlet string           `json:"outlet"`
	URL    string           `json:"url"`
	Title  string           `json:"headline"`
	Stood  time.Time        `json:"stood"`
	Number int              `json:"version"`
}

func listReports(cmd *cobra.Command, a *archive.Archive, id archive.StoryID, o storiesOptions) error {
	story, err := a.Story(cmd.Context(), id)
	if err != nil {
		return err
	}
	reports, err := a.ReportsOf(cmd.Context(), story.ID)
	if err != nil {
		return err
	}
	w := cmd.OutOrStdout()
	if !o.json {
		fmt.Fprintf(w, "story %d  %s\n", story.ID, view.Line(story.Title))
	}
	for _, r := range reports {
		v, err := a.Revision(cmd.Context(), r.Current)
		if err != nil {
			return err
		}
		if o.json {
			if err := json.NewEncoder(w).Encode(reportLine{r.ID, story.ID, r.Outlet, r.URL, v.Headline, v.Stood, v.Number}); err != nil {
				return err
			}
			continue
		}
		fmt.Fprintf(w, "report %d  %s  %s  %s\n", r.ID, v.Stood.Format("2006-01-02 15:04"), view.Line(r.Outlet), view.Line(v.Headline))
	}
	return nil
}

// regroupCommand is a verb by which a person changes stories.
func regroupCommand(use, short string, least int, do func(*cobra.Command, *archive.Archive, []string, storiesOptions) error) *cobra.Command {
	var o storiesOptions
	cmd := &cobra.Command{
		Use: use, Short: short, Args: cobra.MinimumNArgs(least),
		RunE: func(cmd *cobra.Command, args []string) error {
			a, err := o.archive.open(cmd)
			if err != nil {
				return err
			}
			defer a.Close()
			return do(cmd, a, args, o)
		},
	}
	o.archive.register(cmd)
	cmd.Flags().BoolVar(&o.json, "json", false, "one line of JSON for each report that is in the story now")
	markBeginning(cmd)
	return cmd
}

func mergeStories(cmd *cobra.Command, a *archive.Archive, args []string, o storiesOptions) error {
	ids, err := numbersOf("story", args)
	if err != nil {
		return err
	}
	var from []archive.StoryID
	for _, id := range ids[1:] {
		from = append(from, archive.StoryID(id))
	}
	if err := a.MergeStories(cmd.Context(), archive.StoryID(ids[0]), from...); err != nil {
		return err
	}
	return listReports(cmd, a, archive.StoryID(ids[0]), o)
}

func splitStory(cmd *cobra.Command, a *archive.Archive, args []string, o storiesOptions) error {
	ids, err := numbersOf("report", args[1:])
	if err != nil {
		return err
	}
	var reports []archive.ReportID
	for _, id := range ids {
		reports = append(reports, archive.ReportID(id))
	}
	id, err := a.SplitStory(cmd.Context(), args[0], reports...)
	if err != nil {
		return err
	}
	return listReports(cmd, a, id, o)
}

func moveReport(cmd *cobra.Command, a *archive.Archive, args []string, o storiesOptions) error {
	report, err := numberOf("report", args[0])
	if err != nil {
		return err
	}
	story, err := numberOf("story", args[1])
	if err != nil {
		return err
	}
	if err := a.MoveReport(cmd.Context(), archive.ReportID(report), archive.StoryID(story)); err != nil {
		return err
	}
	return listReports(cmd, a, archive.StoryID(story), o)
}

func nameStory(cmd *cobra.Command, a *archive.Archive, args []string, o storiesOptions) error {
	id, err := numberOf("story", args[0])
	if err != nil {
		return err
	}
	if err := a.RenameStory(cmd.Context(), archive.StoryID(id), args[1]); err != nil || !o.json {
		return err
	}
	return listReports(cmd, a, archive.StoryID(id), o)
}

func numbersOf(what string, args []string) (all []int64, err error) {
	for _, arg := range args {
		n, err := numberOf(what, arg)
		if err != nil {
			return nil, err
		}
		all = append(all, n)
	}
	return all, nil
}

func numberOf(what, arg string) (int64, error) {
	n, err := strconv.ParseInt(trimWhat(what, arg), 10, 64)
	if err != nil || n < 1 {
		return 0, usage("%q is no %s: give its number", arg, what)
	}
	return n, nil
}

func trimWhat(what, arg string) string {
	if len(arg) > len(what) && arg[:len(what)+1] == what+":" {
		return arg[len(what)+1:]
	}
	return arg
}
