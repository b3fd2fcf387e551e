package archive

import (
	"net/url"
	"strings"
	"time"

	"hearsay"
)

// keyOf is what tells reports apart: the address, or for one without an address
// its text.
func keyOf(r hearsay.Report) string {
	if r.URL != "" {
		return keyOfAddress(r.URL)
	}
	return "text:" + string(hashOf([]byte(r.Outlet+"\x00"+r.Headline+"\x00"+r.Text)))
}

// keyOfAddress drops from an address what leads to the same page with and
// without it: fragment, default port, parameters that count visitors.
func keyOfAddress(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Host == "" {
		return address
	}
	u.Fragment, u.RawFragment, u.User = "", "", nil
	u.Scheme, u.Host = "https", strings.ToLower(u.Host)
	u.Host = strings.TrimSuffix(strings.TrimSuffix(u.Host, ":443"), ":80")
	if u.Path == "" {
		u.Path = "/"
	}
	if u.RawQuery != "" {
		values := u.Query()
		for name := range values {
			if countsVisitors(name) {
				values.Del(name)
			}
		}
		u.RawQuery = values.Encode() // in the order of their names
	}
	return u.String()
}

func countsVisitors(name string) bool {
	name = strings.ToLower(name)
	switch name {
	case "fbclid", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igshid", "cmpid", "ocid", "at_medium", "at_campaign":
		return true
	}
	return strings.HasPrefix(name, "utm_")
}

// hashOfRevision is what tells the revisions of a report apart.
func hashOfRevision(key string, r hearsay.Report) Hash {
	parts := append([]string{key, r.Headline}, r.Byline...)
	return hashOf([]byte(strings.Join(append(parts, r.Text), "\x00")))
}

// The id of a statement orders it by the minute its revision began to stand,
// then by when it was added:
//
//	| minutes since 1600, 28 bits | counter, 25 bits |
//
// So the newest are found without sorting, a range of time is a range of ids,
// and an id fits the numbers of JavaScript.
const counterBits = 25

var epoch = time.Date(1600, 1, 1, 0, 0, 0, 0, time.UTC).Unix() / 60

func firstStatement(at time.Time) StatementID {
	minutes := min(max(at.Unix()/60-epoch, 0), 1<<28-1)
	return StatementID(minutes << counterBits)
}

// noLimit is greater than every statement's id.
const noLimit = StatementID(1) << 53
