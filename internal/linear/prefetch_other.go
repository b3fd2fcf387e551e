//go:build !amd64

package linear

func prefetch8([]Weight, []uint32, uint32, uint32) {}

func prefetch32([]uint32, []uint32, uint32) {}

func prefetch16([]uint16, []uint32, uint32) {}
