package feed

import (
	"strconv"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"
	"github.com/mmcdole/gofeed/rss"
)

// parseFeed reads an RSS, Atom or JSON feed. What gofeed refuses, or finds no item
// in though there are some, is read leniently.
func parseFeed(text string, form Kind) (Feed, error) {
	f, err := strictly(text, form)
	if err == nil && (len(f.Items) > 0 || !seemsToHaveItems(text)) {
		return f, nil
	}
	if form == JSON {
		return Feed{}, ErrNone
	}
	f = leniently(text, form)
	f.Repaired = "is broken, read leniently"
	return f, nil
}

func seemsToHaveItems(text string) bool {
	return hasAny([]byte(text), "<item", "<entry", "<ITEM")
}

// strictly reads a feed by gofeed.
func strictly(text string, form Kind) (f Feed, err error) {
	parser := gofeed.NewParser()
	parser.KeepOriginalFeed = true
	parsed, err := parser.ParseString(text)
	if err != nil {
		return Feed{}, err
	}
	f = Feed{Kind: form, Title: parsed.Title, Site: parsed.Link, Wait: waitOf(parsed)}
	for _, i := range parsed.Items {
		item := Item{URL: addressOf(i), Title: i.Title}
		if i.PublishedParsed != nil {
			item.Published = *i.PublishedParsed
		}
		if i.UpdatedParsed != nil {
			item.Updated = *i.UpdatedParsed
		}
		f.Items = append(f.Items, item)
	}
	return f, nil
}

// addressOf returns the address of an item: its link, or an id that is one.
func addressOf(i *gofeed.Item) string {
	if i.Link != "" || len(i.Links) > 0 {
		if i.Link != "" {
			return i.Link
		}
		return i.Links[0]
	}
	if strings.HasPrefix(i.GUID, "http") {
		return i.GUID
	}
	return ""
}

// maxWait is the longest that a feed can have itself left alone.
const maxWait = 24 * time.Hour

// waitOf returns the time to live of an RSS feed.
func waitOf(f *gofeed.Feed) time.Duration {
	original, ok := f.OriginalFeed().(*rss.Feed)
	if !ok {
		return 0
	}
	minutes, err := strconv.Atoi(strings.TrimSpace(original.TTL))
	if err != nil || minutes < 0 {
		return 0
	}
	return min(time.Duration(minutes)*time.Minute, maxWait)
}
