package parse

// scoreMoves adds up the weights of the first features, as many as eights there
// are: eight sums for each move.
//
//go:noescape
func scoreMoves(places []uint32, ids []uint32, sums *[24]int32)

// scoreLabels adds up the weights of features for each relation. orders[i] puts eight
// places in the order of the relations, for the ids whose rest by 8 is i.
//
//go:noescape
func scoreLabels(places []uint16, ids []uint32, orders *[8][16]byte, sums *[64]int16)
