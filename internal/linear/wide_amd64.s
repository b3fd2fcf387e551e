#include "textflag.h"

// func sumRows(w []Weight, ids []uint32, mask, stride uint32, sums *[3]int32)
//
// Eight features at a time, then four: four bytes from where the row of each
// begins, of which the first three are spread with their signs and added to
// eight sums each. In the end the eight are one.
TEXT ·sumRows(SB), NOSPLIT, $0-64
	MOVQ         w_base+0(FP), DI
	MOVQ         ids_base+24(FP), SI
	MOVQ         ids_len+32(FP), CX
	MOVL         mask+48(FP), AX
	VMOVD        AX, X15
	VPBROADCASTD X15, Y15
	MOVL         stride+52(FP), AX
	VMOVD        AX, X14
	VPBROADCASTD X14, Y14
	MOVQ         sums+56(FP), DX
	VPXOR        Y0, Y0, Y0
	VPXOR        Y1, Y1, Y1
	VPXOR        Y2, Y2, Y2
	MOVQ         CX, BX
	SHRQ         $3, CX
	JZ           four

eight:
	VMOVDQU    (SI), Y3
	VPAND      Y15, Y3, Y3
	VPMULLD    Y14, Y3, Y3
	VPCMPEQD   Y5, Y5, Y5
	VPGATHERDD Y5, (DI)(Y3*1), Y6
	VPSLLD     $24, Y6, Y7
	VPSLLD     $16, Y6, Y8
	VPSLLD     $8, Y6, Y9
	VPSRAD     $24, Y7, Y7
	VPSRAD     $24, Y8, Y8
	VPSRAD     $24, Y9, Y9
	VPADDD     Y7, Y0, Y0
	VPADDD     Y8, Y1, Y1
	VPADDD     Y9, Y2, Y2
	ADDQ       $32, SI
	DECQ       CX
	JNZ        eight

four:
	TESTQ      $4, BX
	JZ         one
	VMOVDQU    (SI), X3
	VPAND      Y15, Y3, Y3
	VPMULLD    Y14, Y3, Y3
	VPCMPEQD   X5, X5, X5
	VPXOR      Y6, Y6, Y6
	VPGATHERDD Y5, (DI)(Y3*1), Y6
	VPSLLD     $24, Y6, Y7
	VPSLLD     $16, Y6, Y8
	VPSLLD     $8, Y6, Y9
	VPSRAD     $24, Y7, Y7
	VPSRAD     $24, Y8, Y8
	VPSRAD     $24, Y9, Y9
	VPADDD     Y7, Y0, Y0
	VPADDD     Y8, Y1, Y1
	VPADDD     Y9, Y2, Y2

one:
	VEXTRACTI128 $1, Y0, X3
	VEXTRACTI128 $1, Y1, X4
	VEXTRACTI128 $1, Y2, X5
	VPADDD       X3, X0, X0
	VPADDD       X4, X1, X1
	VPADDD       X5, X2, X2
	VPSHUFD      $0x4E, X0, X3
	VPSHUFD      $0x4E, X1, X4
	VPSHUFD      $0x4E, X2, X5
	VPADDD       X3, X0, X0
	VPADDD       X4, X1, X1
	VPADDD       X5, X2, X2
	VPSHUFD      $0xB1, X0, X3
	VPSHUFD      $0xB1, X1, X4
	VPSHUFD      $0xB1, X2, X5
	VPADDD       X3, X0, X0
	VPADDD       X4, X1, X1
	VPADDD       X5, X2, X2
	VMOVD        X0, (DX)
	VMOVD        X1, 4(DX)
	VMOVD        X2, 8(DX)
	VZEROUPPER
	RET

// func sumClasses(w []Weight, ids []uint32, orders *[16][16]byte, sums *[64]int16)
//
// One feature at a time, its block of 64 weights sixteen by sixteen, put into the
// order of the classes: sixteens by their address, those of a sixteen by
// orders[id%16].
TEXT ·sumClasses(SB), NOSPLIT, $0-64
	MOVQ  w_base+0(FP), DI
	MOVQ  w_len+8(FP), R8
	MOVQ  ids_base+24(FP), SI
	MOVQ  ids_len+32(FP), CX
	MOVQ  orders+48(FP), R9
	MOVQ  sums+56(FP), DX
	DECL  R8
	VPXOR Y0, Y0, Y0
	VPXOR Y1, Y1, Y1
	VPXOR Y2, Y2, Y2
	VPXOR Y3, Y3, Y3
	TESTQ CX, CX
	JZ    done

next:
	MOVL      (SI), R10
	ANDL      R8, R10
	MOVL      R10, R11
	ANDL      $15, R11
	SHLL      $4, R11
	VMOVDQU   (R9)(R11*1), X14
	ANDL      $~15, R10
	VMOVDQU   (DI)(R10*1), X4
	XORL      $16, R10
	VMOVDQU   (DI)(R10*1), X5
	XORL      $48, R10
	VMOVDQU   (DI)(R10*1), X6
	XORL      $16, R10
	VMOVDQU   (DI)(R10*1), X7
	VPSHUFB   X14, X4, X4
	VPSHUFB   X14, X5, X5
	VPSHUFB   X14, X6, X6
	VPSHUFB   X14, X7, X7
	VPMOVSXBW X4, Y4
	VPMOVSXBW X5, Y5
	VPMOVSXBW X6, Y6
	VPMOVSXBW X7, Y7
	VPADDW    Y4, Y0, Y0
	VPADDW    Y5, Y1, Y1
	VPADDW    Y6, Y2, Y2
	VPADDW    Y7, Y3, Y3
	ADDQ      $4, SI
	DECQ      CX
	JNZ       next

done:
	VMOVDQU Y0, (DX)
	VMOVDQU Y1, 32(DX)
	VMOVDQU Y2, 64(DX)
	VMOVDQU Y3, 96(DX)
	VZEROUPPER
	RET
