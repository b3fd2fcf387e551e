package wording

import "slices"

// Shingles returns one number for each run of n words (n-gram), in text order:
// the same for runs that read the same, and but for a chance of 2^-64 different
// for others. Fewer than n words have none.
func Shingles(words []Token, n int) []uint64 {
	if len(words) < n || n <= 0 {
		return nil
	}
	hashes := make([]uint64, len(words))
	for i, w := range words {
		hashes[i] = hash(w.Key)
	}
	shingles := make([]uint64, len(words)-n+1)
	for i := range shingles {
		h := uint64(offset)
		for _, word := range hashes[i : i+n] {
			h = mix(h ^ word)
		}
		shingles[i] = h
	}
	return shingles
}

// FNV-1a, by Fowler, Noll and Vo.
const (
	offset = 14695981039346656037
	prime  = 1099511628211
)

func hash(s string) uint64 {
	h := uint64(offset)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * prime
	}
	return h
}

// mix spreads every bit over all others (the finalizer of MurmurHash3).
func mix(h uint64) uint64 {
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}

// Set returns the numbers sorted, each once.
func Set(shingles []uint64) []uint64 {
	set := slices.Clone(shingles)
	slices.Sort(set)
	return slices.Compact(set)
}

// Shared counts the numbers that two sets have in common.
func Shared(a, b []uint64) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}

// Fingerprints returns few of the shingles of a text, chosen so that two texts
// that share window shingles in a row have at least one of them in common.
//
// This is winnowing: of each window of shingles the least is kept, of equal ones
// the last (Schleimer, Wilkerson, Aiken: Winnowing: Local Algorithms for Document
// Fingerprinting, SIGMOD 2003). Of random texts it keeps 2 in window+1.
//
//	shingles  8 3 5 9 7 1 6 …   window 4
//	          └─3───┘
//	            └─3───┘
//	              └─1───┘       kept: 3 1 …
func Fingerprints(shingles []uint64, window int) []uint64 {
	if len(shingles) < window {
		window = len(shingles)
	}
	var kept []uint64
	last := -1
	for i := 0; window > 0 && i+window <= len(shingles); i++ {
		least := i
		for j := i; j < i+window; j++ {
			if shingles[j] <= shingles[least] {
				least = j
			}
		}
		if least != last {
			kept, last = append(kept, shingles[least]), least
		}
	}
	return Set(kept)
}
