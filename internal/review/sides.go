package review

import "hearsay/internal/archive"

// # Who agreed
//
// Each reviewer's last word counts. The words of a reading change when somebody
// corrects them, so that whoever said "right" before is against what holds now, and
// whoever says it afterwards is for it:
//
//	Mara: right     Ilse: cue "denied"      Jon: right
//	──────────────────────────────────────────────────▶   corrected, by Ilse and Jon, against Mara

// sides returns whose last word is the verdict, and whose is another. Corrections
// are of one reading, in the order in which they were made.
func sides(v Verdict, group []archive.Correction) (by, against []string) {
	mended := lastMend(group)
	var names []string
	last := map[string]archive.Correction{}
	for _, c := range group {
		if _, known := last[c.Editor]; !known {
			names = append(names, c.Editor)
		}
		last[c.Editor] = c
	}
	for _, name := range names {
		if agrees(v, last[name], mended) {
			by = append(by, name)
		} else {
			against = append(against, name)
		}
	}
	return by, against
}

// agrees reports whether a reviewer's last word is the verdict.
func agrees(v Verdict, c archive.Correction, mended int64) bool {
	gone := c.Role == archive.RoleAttribution && c.Verdict == archive.Wrong
	if v == Wrong {
		return gone
	}
	return !gone && c.ID >= mended
}

// lastMend returns the number of the first of the corrections with which the last
// who changed the words of a reading changed them, 0 if nobody did.
func lastMend(group []archive.Correction) (first int64) {
	editor := ""
	for _, c := range group {
		if isMend(c) && (first == 0 || c.Editor != editor) {
			first, editor = c.ID, c.Editor
		}
	}
	return first
}

// isMend reports whether a correction changes the words of a reading.
func isMend(c archive.Correction) bool {
	switch c.Role {
	case archive.RoleSource, archive.RoleCue, archive.RoleContent:
		return c.Verdict != archive.Right
	}
	return false
}
