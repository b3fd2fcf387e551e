package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"time"

	"github.com/spf13/cobra"

	"hearsay/contract"
	"hearsay/internal/archive"
	"hearsay/internal/fetch"
	"hearsay/internal/follow"
	"hearsay/internal/view"
	"hearsay/reader"
)

const followHelp = `Follow has the archive keep what is new at an address, and each later version of
it. What can be followed:

  a feed        RSS, Atom or JSON; also a broken one
  a site        by the address of its front page, where its feed is looked for
  a sitemap     of news, or an index of sitemaps
  a page        one report
  a list        of feeds (OPML), a file or an address
  a folder      files that are put into it, or changed

Without an address it goes on with what is followed already (see 'hearsay feeds').
It runs until Ctrl-C; with --once it looks at what is due, and ends. Where another
program follows already, the desk or a second follow, it says which, and takes over
when that one ends; with --once it leaves what is due to it.

A page is looked at again every 15 minutes while it changed in the last 3 hours, then
hourly for a day, every 3 hours for a week, every 3 days for a month. It is kept again
when headline, byline, text or note changed; white space, dates that tick, the page's
design and its furniture do not count. Sites are asked politely: their robots.txt is
kept to, one page at a time, with a pause between two, and later where they ask for it.

Exit status: 0 stopped, 1 something could not be followed, 2 the command line is wrong.`

const followExamples = `  hearsay follow https://drenn.example/feed.xml
  hearsay follow https://drenn.example
  hearsay follow feeds.opml --once
  hearsay follow ~/reports`

// followOptions are the flags of hearsay follow.
type followOptions struct {
	archive      archiveOptions
	once, json   bool
	outlet       string
	allowPrivate bool
}

func followCommand() *cobra.Command {
	var o followOptions
	cmd := &cobra.Command{
		Use:     "follow [ADDRESS|FOLDER|LIST …]",
		Short:   "Keep what is new in feeds, pages and folders",
		Long:    followHelp,
		Example: followExamples,
		RunE:    func(cmd *cobra.Command, args []string) error { return runFollow(cmd, args, o) },
	}
	o.archive.register(cmd)
	f := cmd.Flags()
	f.BoolVar(&o.once, "once", false, "look at what is due and end")
	f.BoolVar(&o.json, "json", false, "one line of JSON for each look that found something or failed")
	f.StringVar(&o.outlet, "outlet", "", "`name` of the outlet, for reports that state none")
	f.BoolVar(&o.allowPrivate, "allow-private", false, "also fetch from private and local network addresses")
	return cmd
}

func runFollow(cmd *cobra.Command, args []string, o followOptions) error {
	r, err := reader.New()
	if err != nil {
		return err
	}
	kept, err := o.archive.make(cmd)
	if err != nil {
		return err
	}
	defer kept.Close()
	f := newFollower(kept, r, o.allowPrivate)
	failed := o.begin(cmd, f, args)
	if failed != nil && !errors.Is(failed, errSomeFailed) {
		return failed
	}
	f.Tell = o.teller(cmd)
	return errors.Join(o.run(cmd, kept, f), failed)
}

// run follows, unless another program does: then it waits for its turn, or with
// --once leaves what is due to the other.
func (o followOptions) run(cmd *cobra.Command, kept *archive.Archive, f *follow.Follower) error {
	ctx := cmd.Context()
	tell := func(who error) { complain(cmd.ErrOrStderr(), who.Error()+"; it looks at these too") }
	if !o.once {
		release := waitToFollow(ctx, kept, tell)
		defer release()
		return f.Run(ctx)
	}
	release, err := kept.Follow(ctx)
	if errors.Is(err, archive.ErrFollowed) {
		tell(err)
		return nil
	}
	if err != nil {
		return err
	}
	defer release()
	_, err = f.Round(ctx)
	return err
}

// newFollower returns a follower of what an archive lists.
func newFollower(kept *archive.Archive, r *reader.Reader, allowPrivate bool) *follow.Follower {
	web := fetch.New(fetch.Options{Version: r.Version().Version, AllowPrivate: allowPrivate})
	return &follow.Follower{Store: kept, Web: web, Reader: followed{r}, Seed: rand.Uint64()}
}

// begin has what the arguments name followed. What cannot be is complained of.
func (o followOptions) begin(cmd *cobra.Command, f *follow.Follower, args []string) (failed error) {
	for _, arg := range args {
		feeds, err := f.Find(cmd.Context(), arg)
		if cmd.Context().Err() != nil {
			return errInterrupted
		}
		if err != nil {
			complain(cmd.ErrOrStderr(), arg+": "+err.Error())
			failed = errSomeFailed
			continue
		}
		for _, feed := range feeds {
			if err := o.add(cmd, f, feed); err != nil {
				return err
			}
		}
	}
	return failed
}

// add has one feed followed, unless it is already.
func (o followOptions) add(cmd *cobra.Command, f *follow.Follower, feed archive.Feed) error {
	ctx := cmd.Context()
	known, err := f.Store.Feed(ctx, feed.URL)
	switch {
	case err == nil:
		feed = known
		feed.Due = time.Time{} // somebody wants it looked at
	case !errors.Is(err, archive.ErrNotFound):
		return err
	}
	if o.outlet != "" {
		feed.Outlet = o.outlet
	}
	if _, err := f.Store.PutFeed(ctx, feed); err != nil || o.json {
		return err
	}
	_, err = fmt.Fprintf(cmd.OutOrStdout(), "following %s · %s · %s\n", feed.Kind, view.Line(feed.URL), view.Line(feed.Title))
	return err
}

// teller prints looks that found something, and complains of those that failed.
func (o followOptions) teller(cmd *cobra.Command) func(follow.Event) {
	w := cmd.OutOrStdout()
	return func(e follow.Event) {
		switch {
		case o.json && (e.Added != nil || e.Err != nil):
			encode(w, contract.OfLook(e.At, e.URL, e.Outcome, reportNumber(e.Added), e.Err != nil))
		case o.json:
		case e.Err != nil:
			complain(cmd.ErrOrStderr(), e.URL+": "+e.Err.Error())
		case e.Added != nil:
			fmt.Fprintf(w, "%s  %s  %s\n", e.At.Local().Format("2006-01-02 15:04"), e.Outcome, view.Line(e.URL))
		}
	}
}

func reportNumber(added *archive.Added) *int64 {
	if added == nil {
		return nil
	}
	id := int64(added.Report)
	return &id
}

func encode(w io.Writer, value any) {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	_ = encoder.Encode(value) // nobody reads on: following goes on
}
