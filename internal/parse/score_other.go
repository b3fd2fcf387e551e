//go:build !amd64

package parse

func scoreMoves([]uint32, []uint32, *[24]int32) {}

func scoreLabels([]uint16, []uint32, *[8][16]byte, *[64]int16) {}
