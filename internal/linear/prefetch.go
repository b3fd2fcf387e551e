package linear

// # Weights in good time
//
// A feature's weights may lie anywhere in a table of megabytes, and a table that is
// not near the processor takes it a hundred times as long to look into as to add
// up what is there. So it is told of a row as soon as the feature is known:
//
//	features of token 1 ─► features of token 2 ─► …      then the sums
//	      └ rows on their way ──────┘ └ rows on their way
//
// That changes no result. Where there is no such instruction at hand nothing is done.

// fetch asks for the rows of some features.
func (t *Table) fetch(ids []uint32) { prefetch8(t.W, ids, 1<<t.Bits-1, uint32(t.Width)) }

// Prefetch32 asks for the places of some ids in a table of a power of two of places.
func Prefetch32(places []uint32, ids []uint32) { prefetch32(places, ids, uint32(len(places)-1)) }

// Prefetch16 asks for the blocks of 64 places, each of which has one of some ids, in a
// table of a power of two of places.
func Prefetch16(places []uint16, ids []uint32) { prefetch16(places, ids, uint32(len(places)-1)) }
