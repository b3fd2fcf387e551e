package follow

import (
	"errors"
	"hash/fnv"
	"math"
	"net/http"
	"time"

	"hearsay/internal/fetch"
)

// step is how often to look while a change is no older than so.
type step struct{ age, every time.Duration }

const day = 24 * time.Hour

// pageSteps are how often a page is looked at again by when it changed last:
// each lasts so long after the one before it. After the last it is left alone.
var pageSteps = []step{
	{3 * time.Hour, 15 * time.Minute},
	{day, time.Hour},
	{7 * day, 3 * time.Hour},
	{30 * day, 3 * day},
}

// feedSteps are the same for a feed by when it listed something new. It is never
// left alone.
var feedSteps = []step{
	{3 * time.Hour, 15 * time.Minute},
	{day, 30 * time.Minute},
	{7 * day, time.Hour},
	{math.MaxInt64, 6 * time.Hour},
}

// interval returns how long to wait with the next look, false: for ever.
func interval(steps []step, sinceChange time.Duration) (time.Duration, bool) {
	for _, s := range steps {
		if sinceChange < s.age {
			return s.every, true
		}
		sinceChange -= s.age
	}
	return 0, false
}

// longestBackOff is how long at most something is left alone that fails.
const longestBackOff = day

// backOff returns how long to wait after so many failures in a row: twice as
// long each time, and no less than the server asks for.
func backOff(every time.Duration, failures int, asked time.Duration) time.Duration {
	wait := every
	for range min(failures, 10) {
		wait = min(2*wait, longestBackOff)
	}
	return max(wait, min(asked, 7*day))
}

// jittered makes a wait up to a tenth longer, so that what was found together is
// not looked at together for ever. How much depends on the seed, the address and the
// time, and on nothing else.
func (f *Follower) jittered(wait time.Duration, address string, now time.Time) time.Duration {
	wait = max(wait, time.Minute)
	h := fnv.New64a()
	for shift := 0; shift < 64; shift += 8 {
		h.Write([]byte{byte(f.Seed >> shift), byte(now.UnixNano() >> shift)})
	}
	h.Write([]byte(address))
	return wait + time.Duration(h.Sum64()%uint64(max(wait/10, 1)))
}

// isOfHost tells whether an error is of the whole host rather than of one page,
// and how long the server asks to wait; 0: it does not say.
func isOfHost(err error) (ofHost bool, asked time.Duration) {
	var status *fetch.StatusError
	if errors.As(err, &status) {
		switch status.Code {
		case http.StatusTooManyRequests, http.StatusServiceUnavailable:
			return true, status.RetryAfter
		}
		return false, status.RetryAfter
	}
	return errors.Is(err, fetch.ErrTimeout) || errors.Is(err, fetch.ErrNoHost) || errors.Is(err, fetch.ErrNoRobots), 0
}

// hostPause is how long a host is left alone that does not answer and does not say
// for how long.
const hostPause = 10 * time.Minute

// statusOf returns the HTTP status of an answer, 0 where there was none.
func statusOf(err error) int {
	var status *fetch.StatusError
	switch {
	case err == nil:
		return http.StatusOK
	case errors.Is(err, fetch.ErrUnchanged):
		return http.StatusNotModified
	case errors.As(err, &status):
		return status.Code
	}
	return 0
}

// isGone reports whether a server says that there is no such page any more.
func isGone(err error) bool {
	code := statusOf(err)
	return code == http.StatusGone || code == http.StatusNotFound
}
