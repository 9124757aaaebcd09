/* What the fake driver needs of the system it runs on: a lock, its event, its message queue, and time. */
#include "fake.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void complain(const char *what)
{
    if (!fake.complaint[0]) snprintf(fake.complaint, sizeof fake.complaint, "%s", what);
}

struct call *call_of(DWORD handle)
{
    for (int i = 0; i < CALLS; i++) if (fake.calls[i].used && fake.calls[i].handle == handle) return &fake.calls[i];
    return NULL;
}

void tell(DWORD device, DWORD kind, DWORD_PTR first, DWORD_PTR second, DWORD_PTR third)
{
    if (!fake.apps || fake.count >= MESSAGES) return;
    LINEMESSAGE message = {device, kind, 0, first, second, third};
    fake.messages[(fake.first + fake.count++) % MESSAGES] = message;
    fake.settled = 0;
    wake(1);
}

/* How it stands: "apps=0 open=0 held=0", and what was done wrong first. */
EXPORT int fake_report(char *into, int room)
{
    int open = 0, held = 0;
    for (int i = 0; i < LINES; i++) open += fake.lines[i].open;
    for (int i = 0; i < CALLS; i++) held += fake.calls[i].held;
    return snprintf(into, (size_t) room, "apps=%d open=%d held=%d%s%s", fake.apps, open, held,
                    fake.complaint[0] ? " WRONG: " : "", fake.complaint);
}

#ifdef _WIN32

static CRITICAL_SECTION guard;
static HANDLE player;
static FILE *script;

BOOL WINAPI DllMain(HINSTANCE self, DWORD why, LPVOID reserved)
{
    (void) self;
    (void) reserved;
    if (why == DLL_PROCESS_ATTACH) InitializeCriticalSection(&guard);
    return TRUE;
}

void lock(void)
{
    EnterCriticalSection(&guard);
}

void unlock(void)
{
    LeaveCriticalSection(&guard);
}

unsigned long this_thread(void)
{
    return GetCurrentThreadId();
}

/* Below zero: only makes it. */
void wake(int set)
{
    if (!fake.event) fake.event = CreateEventW(NULL, TRUE, FALSE, NULL);
    if (set > 0) SetEvent(fake.event);
    if (set == 0) ResetEvent(fake.event);
}

void report(void)
{
    const char *path = getenv("FAKE_TAPI_REPORT");
    FILE *file = path ? fopen(path, "a") : NULL;
    char text[512];
    if (!file) return;
    fake_report(text, sizeof text);
    fprintf(file, "%s\n", text);
    fclose(file);
}

static void settle(void)
{
    for (int tries = 0; tries < 3000 && !fake.settled; tries++) Sleep(10);
    if (!fake.settled) complain("the messages were not fetched");
}

static int played(void)
{
    char line[512];
    if (!fgets(line, sizeof line, script)) return 0;
    if (!strncmp(line, "opened", 6)) return 0;
    if (!strncmp(line, "wait ", 5)) Sleep((DWORD) atoi(line + 5));
    else if (!strncmp(line, "settle", 6)) settle();
    else if (fake_do(line)) complain("a line of the script is not understood");
    return 1;
}

void play_head(void)
{
    const char *path = getenv("FAKE_TAPI_SCRIPT");
    if (script || !path) return;
    script = fopen(path, "r");
    if (!script) complain("there is no script");
    while (script && played()) continue;
}

static DWORD WINAPI play(LPVOID nothing)
{
    (void) nothing;
    while (played()) continue;
    lock();
    report();
    unlock();
    return 0;
}

void play_script(void)
{
    if (script && !player) player = CreateThread(NULL, 0, play, NULL, 0, NULL);
}

#else

#include <pthread.h>
#include <time.h>

/*
 * The functions of kernel32 that wait, with time that passes when the test says so (fake_pass). A handle is a number, as
 * on Windows, so that it fits the place that it has in a 32-bit structure.
 */
enum { EVENTS = 64 };

static struct event {
    int used, set;
} all[EVENTS];

static pthread_mutex_t guard = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t events = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static unsigned passed, noticed, sleepers;

void lock(void)
{
    pthread_mutex_lock(&guard);
}

void unlock(void)
{
    pthread_mutex_unlock(&guard);
}

unsigned long this_thread(void)
{
    return (unsigned long) pthread_self();
}

static struct event *of(HANDLE handle)
{
    return &all[(uintptr_t) handle % EVENTS];
}

/* Of the other width the numbers are the same. */
EXPORT uintptr_t CreateEventW(void *security, BOOL manual, BOOL set, const WCHAR *name)
{
    uintptr_t handle = 1;
    if (security || !manual || name) complain("an event of another kind");
    pthread_mutex_lock(&events);
    while (handle < EVENTS - 1 && all[handle].used) handle++;
    if (all[handle].used) complain("too many events");
    all[handle] = (struct event) {1, set};
    pthread_mutex_unlock(&events);
    return handle;
}

static BOOL put_event(HANDLE event, int set)
{
    pthread_mutex_lock(&events);
    of(event)->set = set;
    pthread_cond_broadcast(&changed);
    pthread_mutex_unlock(&events);
    return TRUE;
}

EXPORT BOOL SetEvent(HANDLE event)
{
    return put_event(event, 1);
}

EXPORT BOOL CloseHandle(HANDLE event)
{
    pthread_mutex_lock(&events);
    of(event)->used = 0;
    pthread_mutex_unlock(&events);
    return TRUE;
}

/* The array is the caller's, of the width of its pointers. */
EXPORT DWORD WaitForMultipleObjects(DWORD count, const uintptr_t *handles, BOOL every, DWORD milliseconds)
{
    DWORD answer = WAIT_TIMEOUT;
    pthread_mutex_lock(&events);
    while (!every) {
        for (DWORD i = 0; i < count && answer == WAIT_TIMEOUT; i++) {
            if (all[handles[i] % EVENTS].set) answer = i;
        }
        if (answer != WAIT_TIMEOUT || milliseconds == 0 || (milliseconds != INFINITE && noticed != passed)) break;
        sleepers++;
        pthread_cond_broadcast(&changed);
        pthread_cond_wait(&changed, &events);
        sleepers--;
    }
    if (milliseconds != INFINITE) noticed = passed;
    pthread_mutex_unlock(&events);
    return answer;
}

/* Whoever waits for a time has waited long enough. */
EXPORT void fake_pass(void)
{
    pthread_mutex_lock(&events);
    passed++;
    pthread_cond_broadcast(&changed);
    pthread_mutex_unlock(&events);
}

/* Until somebody waits and has taken every message; zero when nobody does in this time. */
EXPORT int fake_await_sleep(int milliseconds)
{
    struct timespec until;
    int overdue = 0;
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec += milliseconds / 1000;
    pthread_mutex_lock(&events);
    while ((!sleepers || (fake.event && of(fake.event)->set)) && !overdue) {
        overdue = pthread_cond_timedwait(&changed, &events, &until);
    }
    pthread_mutex_unlock(&events);
    return !overdue;
}

/* Until nobody uses the driver any more, five seconds at the most. */
EXPORT void fake_await_rest(void)
{
    struct timespec until;
    int overdue = 0;
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec += 5;
    pthread_mutex_lock(&events);
    while (fake.apps && !overdue) overdue = pthread_cond_timedwait(&changed, &events, &until);
    pthread_mutex_unlock(&events);
}

EXPORT void fake_reset(void)
{
    if (fake.event) CloseHandle(fake.event);
    memset(&fake, 0, sizeof fake);
}

void wake(int set)
{
    if (!fake.event) fake.event = (HANDLE) CreateEventW(NULL, TRUE, FALSE, NULL);
    if (set >= 0) put_event(fake.event, set);
}

void report(void)
{
}

void play_head(void)
{
}

void play_script(void)
{
}

#endif
