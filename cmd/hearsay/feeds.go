package main

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"hearsay/contract"
	"hearsay/internal/archive"
	"hearsay/internal/feed"
	"hearsay/internal/follow"
	"hearsay/internal/view"
)

const feedsHelp = `Feeds lists what is followed: the number of each, what it is, when it was looked at
last and what came of it, when it is due next, its title and address.

  hearsay feeds remove 3      stop following it; its reports stay in the archive
  hearsay feeds log           the last looks, at feeds and pages, the newest first

Exit status: 0 all went well, 1 there is no such feed or archive, 2 the command line
is wrong.`

const feedsExamples = `  hearsay feeds
  hearsay feeds --opml > feeds.opml
  hearsay feeds remove https://drenn.example/feed.xml
  hearsay feeds log --count 100`

// feedsOptions are the flags of hearsay feeds.
type feedsOptions struct {
	archive    archiveOptions
	json, opml bool
	count      int
}

func feedsCommand() *cobra.Command {
	var o feedsOptions
	cmd := &cobra.Command{
		Use:     "feeds",
		Short:   "List what is followed",
		Long:    feedsHelp,
		Example: feedsExamples,
		Args:    cobra.NoArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return listFeeds(cmd, o) },
	}
	o.archive.register(cmd)
	cmd.Flags().BoolVar(&o.json, "json", false, "one line of JSON for each")
	cmd.Flags().BoolVar(&o.opml, "opml", false, "a list that other programs read (OPML)")
	cmd.MarkFlagsMutuallyExclusive("json", "opml")
	cmd.AddCommand(removeFeedCommand(), feedLogCommand())
	for _, verb := range cmd.Commands() {
		markBeginning(verb)
	}
	return cmd
}

func listFeeds(cmd *cobra.Command, o feedsOptions) error {
	kept, err := o.archive.open(cmd)
	if err != nil {
		return err
	}
	defer kept.Close()
	feeds, err := kept.Feeds(cmd.Context())
	if err != nil {
		return err
	}
	w := cmd.OutOrStdout()
	switch {
	case o.opml:
		return feed.WriteOPML(w, "Followed by Hearsay", time.Now(), outlinesOf(feeds))
	case o.json:
		for _, f := range feeds {
			encode(w, contractFeed(f))
		}
		return nil
	case len(feeds) == 0:
		_, err := fmt.Fprintln(w, "nothing is followed: see 'hearsay follow --help'")
		return err
	}
	return printFeeds(w, feeds)
}

func printFeeds(w io.Writer, feeds []archive.Feed) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "  \tkind\tlooked at\tdue\tresult\ttitle\taddress")
	for _, f := range feeds {
		c := contractFeed(f)
		fmt.Fprintf(table, "%d\t%s\t%s\t%s\t%s\t%s\t%s\n", f.ID, f.Kind, minute(c.Looked), minute(c.Due), view.Clip(c.Outcome, 60), view.Clip(f.Title, 40), view.Line(f.URL))
	}
	return table.Flush()
}

func minute(t *time.Time) string {
	if t == nil {
		return "-"
	}
	return t.Local().Format("01-02 15:04")
}

// contractFeed returns the JSON form of a feed. A page is due when it is looked
// at, not when its entry in the list is.
func contractFeed(f archive.Feed) contract.Feed {
	state := follow.ParseState(f.State)
	c := contract.Feed{
		ID: f.ID, URL: f.URL, Kind: f.Kind, Title: f.Title, Outlet: f.Outlet, Added: f.Added,
		Looked: stated(state.Looked), Changed: stated(state.Changed), Due: stated(f.Due), Failures: state.Failures, Outcome: state.Outcome,
	}
	if f.Kind == follow.KindPage {
		c.Due = nil
	}
	return c
}

func stated(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	return &t
}

// outlinesOf lists the feeds for OPML, which has no word for folders.
func outlinesOf(feeds []archive.Feed) []feed.Outline {
	var all []feed.Outline
	for _, f := range feeds {
		if f.Kind != follow.KindFolder && f.Kind != follow.KindPage {
			all = append(all, feed.Outline{Title: f.Title, URL: f.URL, Site: follow.ParseState(f.State).Site})
		}
	}
	return all
}

func removeFeedCommand() *cobra.Command {
	var o archiveOptions
	cmd := &cobra.Command{
		Use:   "remove NUMBER|ADDRESS …",
		Short: "Stop following; what was kept stays",
		Args:  cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			kept, err := o.open(cmd)
			if err != nil {
				return err
			}
			defer kept.Close()
			return removeFeeds(cmd, kept, args)
		},
	}
	o.register(cmd)
	return cmd
}

func removeFeeds(cmd *cobra.Command, kept *archive.Archive, args []string) (failed error) {
	feeds, err := kept.Feeds(cmd.Context())
	if err != nil {
		return err
	}
	for _, arg := range args {
		f, ok := feedNamed(feeds, arg)
		if !ok {
			complain(cmd.ErrOrStderr(), arg+": is not followed: 'hearsay feeds' lists what is")
			failed = errSomeFailed
			continue
		}
		if err := kept.RemoveFeed(cmd.Context(), f.ID); err != nil && !errors.Is(err, archive.ErrNotFound) {
			return err
		}
		fmt.Fprintf(cmd.OutOrStdout(), "no longer following %s\n", view.Line(f.URL))
	}
	return failed
}

// feedNamed returns the feed with a number or address.
func feedNamed(feeds []archive.Feed, arg string) (archive.Feed, bool) {
	for _, f := range feeds {
		if f.URL == arg || strconv.FormatInt(f.ID, 10) == arg {
			return f, true
		}
	}
	return archive.Feed{}, false
}

func feedLogCommand() *cobra.Command {
	var o feedsOptions
	cmd := &cobra.Command{
		Use:   "log",
		Short: "Show the last looks at feeds and pages",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			kept, err := o.archive.open(cmd)
			if err != nil {
				return err
			}
			defer kept.Close()
			return printLog(cmd, kept, o)
		},
	}
	o.archive.register(cmd)
	cmd.Flags().BoolVar(&o.json, "json", false, "one line of JSON for each")
	cmd.Flags().IntVar(&o.count, "count", 40, "how `many`")
	return cmd
}

func printLog(cmd *cobra.Command, kept *archive.Archive, o feedsOptions) error {
	if o.count < 1 {
		return usage("--count %d: it is at least 1", o.count)
	}
	all, err := kept.Fetches(cmd.Context(), 0, o.count)
	if err != nil {
		return err
	}
	table := tabwriter.NewWriter(cmd.OutOrStdout(), 0, 0, 2, ' ', 0)
	for _, f := range all {
		if o.json {
			encode(cmd.OutOrStdout(), contract.Fetch{At: f.At, Feed: f.Feed, URL: f.URL, Status: f.Status, Bytes: f.Bytes, Seconds: f.Took.Seconds(), Outcome: f.Outcome})
			continue
		}
		fmt.Fprintf(table, "%s\t%d\t%s\t%s\n", f.At.Local().Format("01-02 15:04:05"), f.Status, view.Clip(f.Outcome, 70), view.Line(f.URL))
	}
	return table.Flush()
}
