package linear

// prefetch8 asks for the first byte of row id&mask, stride bytes long, of each id.
//
//go:noescape
func prefetch8(w []Weight, ids []uint32, mask, stride uint32)

// prefetch32 asks for place id&mask of each id.
//
//go:noescape
func prefetch32(places []uint32, ids []uint32, mask uint32)

// prefetch16 asks for both cache lines of the block of 64 places around id&mask of each id.
//
//go:noescape
func prefetch16(places []uint16, ids []uint32, mask uint32)
