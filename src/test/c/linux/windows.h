/*
 * What tapi.h needs of Windows, for a compiler of Linux: the same widths as on 64-bit Windows, or with NARROW as on
 * 32-bit Windows, though pointers that are handed to a function stay what they are. For tests only.
 */
#ifndef DESKBELL_WINDOWS_H
#define DESKBELL_WINDOWS_H

#include <stddef.h>
#include <stdint.h>

#define __MSABI_LONG(x) x
#define __LONG32 int
#define WINAPI
#define CALLBACK
#define __C89_NAMELESS __extension__
#define TRUE 1
#define FALSE 0
#define INFINITE 0xFFFFFFFFu
#define WAIT_TIMEOUT 258u

typedef uint8_t BYTE;
typedef uint16_t WORD;
typedef uint32_t DWORD;
typedef int32_t LONG;
typedef int BOOL;
typedef uint16_t WCHAR;
#ifdef NARROW
typedef uint32_t DWORD_PTR, HANDLE;
#else
typedef uintptr_t DWORD_PTR;
typedef void *HANDLE;
#endif
typedef uintptr_t WPARAM;
typedef intptr_t LPARAM;
typedef void *HINSTANCE, *HWND, *HICON, *LPVOID, *PVOID;
typedef char *LPSTR;
typedef const char *LPCSTR;
typedef WCHAR *LPWSTR;
typedef const WCHAR *LPCWSTR;
typedef DWORD *LPDWORD;
typedef double DATE;
typedef union {
    int64_t int64;
} CURRENCY;
typedef struct {
    WORD wYear, wMonth, wDayOfWeek, wDay, wHour, wMinute, wSecond, wMilliseconds;
} SYSTEMTIME;

#endif
