package linear

import "golang.org/x/sys/cpu"

// wide tells whether the processor has AVX2.
var wide = cpu.X86.HasAVX2

// sumRows adds up the first three weights of the rows of features, as many
// features as fours there are. It reads four bytes of each row.
//
//go:noescape
func sumRows(w []Weight, ids []uint32, mask, stride uint32, sums *[3]int32)

// sumClasses adds up the weights of features for each of 64 classes. orders[i] puts
// sixteen weights in the order of the classes, for the ids whose rest by 16 is i.
//
//go:noescape
func sumClasses(w []Weight, ids []uint32, orders *[16][16]byte, sums *[64]int16)
