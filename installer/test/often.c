/* Starts a program so many times, one after the other, and says how long it took each time, to its end. */
#include <windows.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

#define MOST 1000

static int by_size(const void *a, const void *b)
{
    return (*(const double *) a > *(const double *) b) - (*(const double *) a < *(const double *) b);
}

/* The exit code; -1 when it cannot be started. */
static int run(const wchar_t *line)
{
    wchar_t words[8192];
    STARTUPINFOW start = {.cb = sizeof start};
    PROCESS_INFORMATION started;
    DWORD code = 0;
    wcsncpy(words, line, 8191);
    words[8191] = 0;
    if (!CreateProcessW(NULL, words, NULL, NULL, TRUE, 0, NULL, NULL, &start, &started)) return -1;
    WaitForSingleObject(started.hProcess, INFINITE);
    GetExitCodeProcess(started.hProcess, &code);
    CloseHandle(started.hThread);
    CloseHandle(started.hProcess);
    return (int) code;
}

/* often TIMES "PROGRAM WORDS..." : counts those that end with 0; ends with the code of the others when they are many. */
int wmain(int argc, wchar_t **argv)
{
    static double millis[MOST];
    int times = argc == 3 ? _wtoi(argv[1]) : 0, failed = 0, i;
    LARGE_INTEGER begun, ended, second;
    if (times < 1 || times > MOST) return 2;
    QueryPerformanceFrequency(&second);
    for (i = 0; i < times; i++) {
        int code;
        QueryPerformanceCounter(&begun);
        code = run(argv[2]);
        QueryPerformanceCounter(&ended);
        if (code && failed++ == times / 10) return code;
        if (code) i--;
        else millis[i] = (double) (ended.QuadPart - begun.QuadPart) * 1000 / (double) second.QuadPart;
    }
    qsort(millis, times, sizeof *millis, by_size);
    printf("median %.1f ms, p99 %.1f ms", millis[times / 2], millis[times * 99 / 100]);
    return 0;
}
