/* A telephony driver that does what it is told, one line at a time; see script.c for the lines. For tests only. */
#ifndef DESKBELL_FAKE_H
#define DESKBELL_FAKE_H

#include <stddef.h>
#include <windows.h>
#include <tapi.h>

#ifdef _WIN32
#define EXPORT __declspec(dllexport)
#else
#define EXPORT __attribute__((visibility("default")))
#endif

enum { LINES = 8, CALLS = 32, TEXT = 128, PARTIES = 5, MESSAGES = 512 };

/* In the order of LINECALLINFO. */
enum { CALLER, CALLED, CONNECTED, REDIRECTION, REDIRECTING };

struct line {
    int there, open, exclusive, service, serviceless;
    DWORD version, media;
    WCHAR name[TEXT], provider[TEXT], address[TEXT];
    GUID guid;
};

struct party {
    DWORD flags;
    WCHAR number[TEXT], name[TEXT];
};

/* held: the application has its handle. gone: the driver has forgotten it. */
struct call {
    int used, held, gone;
    DWORD line, handle, state, mode, id, related, origin, reason;
    struct party parties[PARTIES];
};

struct fake {
    struct line lines[LINES];
    struct call calls[CALLS];
    LINEMESSAGE messages[MESSAGES];
    unsigned first, count;
    int apps, padding, settled; /* settled: all messages were fetched, and what they are about was asked. */
    DWORD opened; /* Index of the open line. */
    HANDLE event;
    char failing[64]; /* The function that fails next. */
    LONG failure;
    unsigned long owner; /* The one thread that may call. */
    char complaint[256];
};

extern struct fake fake;

void lock(void);
void unlock(void);
unsigned long this_thread(void);
void wake(int set);
void play_script(void);
void play_head(void);
void report(void);
void complain(const char *what);
void tell(DWORD device, DWORD kind, DWORD_PTR first, DWORD_PTR second, DWORD_PTR third);
struct call *call_of(DWORD handle);

EXPORT int fake_do(const char *line);
EXPORT int fake_report(char *into, int room);

#endif
