package score

// Track A looks at one role at a time and at no pairing: each attribution's
// token set of that role falls into unbroken runs, and an article's runs are a
// set. A run counts if the other side has the same run, token for token.
//
//	content, gold    [a b c]   d [e f]
//	content, system  [a b c] [d   e f]      1 hit of 2 and 2

// trackA counts one article, in the order of Roles.
func trackA(a Article) Tally {
	var out Tally
	for _, r := range Roles {
		theirs, ours := runsOf(a.Gold, r), runsOf(a.System, r)
		c := Count{System: len(ours), Gold: len(theirs)}
		for run := range ours {
			if theirs[run] {
				c.Hit++
			}
		}
		out = append(out, c)
	}
	return out
}

func runsOf(attributions []Attribution, r Role) map[Run]bool {
	set := map[Run]bool{}
	for _, a := range attributions {
		for _, run := range a.role(r).Runs() {
			set[run] = true
		}
	}
	return set
}

func (a Attribution) role(r Role) Set {
	switch r {
	case Source:
		return a.Source
	case Cue:
		return a.Cue
	}
	return a.Content
}
