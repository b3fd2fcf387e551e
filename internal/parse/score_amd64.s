#include "textflag.h"

// func scoreMoves(places []uint32, ids []uint32, sums *[24]int32)
//
// Eight features at a time: their places, what of these is theirs, and the three
// bytes of that with their signs, each added to eight sums.
TEXT ·scoreMoves(SB), NOSPLIT, $0-56
	MOVQ places_base+0(FP), DI
	MOVQ places_len+8(FP), AX
	MOVQ ids_base+24(FP), SI
	MOVQ ids_len+32(FP), CX
	MOVQ sums+48(FP), DX
	DECL AX
	VMOVD AX, X15
	VPBROADCASTD X15, Y15
	VPXOR Y0, Y0, Y0
	VPXOR Y1, Y1, Y1
	VPXOR Y2, Y2, Y2
	VPXOR Y14, Y14, Y14
	SHRQ $3, CX
	JZ   movesDone

movesNext:
	VMOVDQU    (SI), Y3
	VPAND      Y15, Y3, Y4
	VPCMPEQD   Y5, Y5, Y5
	VPGATHERDD Y5, (DI)(Y4*4), Y6
	VPXOR      Y3, Y6, Y7
	VPSRLD     $24, Y7, Y7
	VPCMPEQD   Y14, Y7, Y7
	VPAND      Y7, Y6, Y6
	VPSLLD     $24, Y6, Y8
	VPSRAD     $24, Y8, Y8
	VPADDD     Y8, Y0, Y0
	VPSLLD     $16, Y6, Y9
	VPSRAD     $24, Y9, Y9
	VPADDD     Y9, Y1, Y1
	VPSLLD     $8, Y6, Y10
	VPSRAD     $24, Y10, Y10
	VPADDD     Y10, Y2, Y2
	ADDQ       $32, SI
	DECQ       CX
	JNZ        movesNext

movesDone:
	VMOVDQU Y0, (DX)
	VMOVDQU Y1, 32(DX)
	VMOVDQU Y2, 64(DX)
	VZEROUPPER
	RET

// func scoreLabels(places []uint16, ids []uint32, orders *[8][16]byte, sums *[64]int16)
//
// One feature at a time, its 64 places sixteen by sixteen, put into the order of
// the relations: groups of eight by their address, the eight of a group by
// orders[id%8].
TEXT ·scoreLabels(SB), NOSPLIT, $0-64
	MOVQ places_base+0(FP), DI
	MOVQ places_len+8(FP), R8
	MOVQ ids_base+24(FP), SI
	MOVQ ids_len+32(FP), CX
	MOVQ orders+48(FP), R9
	MOVQ sums+56(FP), DX
	DECL R8
	VPXOR Y0, Y0, Y0
	VPXOR Y1, Y1, Y1
	VPXOR Y2, Y2, Y2
	VPXOR Y3, Y3, Y3
	TESTQ CX, CX
	JZ   labelsDone

labelsNext:
	MOVL (SI), AX

	// R10: where the group of relation 0 begins, in bytes; Y14: the order in it.
	MOVL           AX, R10
	ANDL           R8, R10
	MOVL           R10, R11
	ANDL           $7, R11
	SHLL           $4, R11
	VBROADCASTI128 (R9)(R11*1), Y14
	ANDL           $~7, R10
	SHLL           $1, R10

	// Y15: the owner, sixteen times.
	SHRL         $24, AX
	VMOVD        AX, X15
	VPBROADCASTW X15, Y15

	MOVL        R10, R11
	XORL        $16, R11
	VMOVDQU     (DI)(R10*1), X4
	VINSERTI128 $1, (DI)(R11*1), Y4, Y4
	XORL        $32, R10
	XORL        $32, R11
	VMOVDQU     (DI)(R10*1), X5
	VINSERTI128 $1, (DI)(R11*1), Y5, Y5
	XORL        $96, R10
	XORL        $96, R11
	VMOVDQU     (DI)(R10*1), X6
	VINSERTI128 $1, (DI)(R11*1), Y6, Y6
	XORL        $32, R10
	XORL        $32, R11
	VMOVDQU     (DI)(R10*1), X7
	VINSERTI128 $1, (DI)(R11*1), Y7, Y7

	VPSHUFB Y14, Y4, Y4
	VPSHUFB Y14, Y5, Y5
	VPSHUFB Y14, Y6, Y6
	VPSHUFB Y14, Y7, Y7

	VPSRLW   $8, Y4, Y8
	VPSRLW   $8, Y5, Y9
	VPSRLW   $8, Y6, Y10
	VPSRLW   $8, Y7, Y11
	VPCMPEQW Y15, Y8, Y8
	VPCMPEQW Y15, Y9, Y9
	VPCMPEQW Y15, Y10, Y10
	VPCMPEQW Y15, Y11, Y11
	VPSLLW   $8, Y4, Y4
	VPSLLW   $8, Y5, Y5
	VPSLLW   $8, Y6, Y6
	VPSLLW   $8, Y7, Y7
	VPSRAW   $8, Y4, Y4
	VPSRAW   $8, Y5, Y5
	VPSRAW   $8, Y6, Y6
	VPSRAW   $8, Y7, Y7
	VPAND    Y8, Y4, Y4
	VPAND    Y9, Y5, Y5
	VPAND    Y10, Y6, Y6
	VPAND    Y11, Y7, Y7
	VPADDW   Y4, Y0, Y0
	VPADDW   Y5, Y1, Y1
	VPADDW   Y6, Y2, Y2
	VPADDW   Y7, Y3, Y3

	ADDQ $4, SI
	DECQ CX
	JNZ  labelsNext

labelsDone:
	VMOVDQU Y0, (DX)
	VMOVDQU Y1, 32(DX)
	VMOVDQU Y2, 64(DX)
	VMOVDQU Y3, 96(DX)
	VZEROUPPER
	RET
