/*
 * deskbell event --state ringing ... without a Java runtime: a softphone waits for its hook. Speaks to the Deskbell
 * that runs as a later start does; SingleInstance.java, DoorAddress.java and Wording.java have the form. Whatever is
 * unusual, or refused, is left to the program itself, which has the words for it.
 *
 *     instance.lock     locked while that Deskbell lives
 *     instance.address  "port password"; a stranger may have the port of one that is gone
 */
#include <winsock2.h>
#include <windows.h>
#include <stdio.h>
#include <string.h>
#include "launcher.h"

#define MOST_WORDS 16
#define MOST_BYTES 16384
#define LONGEST_PATH 1024
#define PASSWORD 32
#define HEX "0123456789abcdef"
#define PATIENCE_MILLIS 2000

typedef struct {
    int port;
    char password[PASSWORD];
} Address;

typedef struct {
    char bytes[MOST_BYTES];
    int length;
    BOOL too_long;
} Request;

/* Where "event" stands; COUNT when something else is asked for. What follows it is the hook's, also --data. */
static int event_in(int count, wchar_t **typed, const wchar_t **data)
{
    int i;
    for (i = 1; i < count && wcscmp(typed[i], L"event"); i++) {
        BOOL has_value = i + 1 < count && typed[i + 1][0];
        if (!wcscmp(typed[i], L"--headless")) continue;
        if (has_value && !wcscmp(typed[i], L"--data")) *data = typed[i + 1];
        else if (!has_value || wcscmp(typed[i], L"--config")) return count;
        i++;
    }
    return i;
}

/* As Folders.java has it. FALSE where that takes more than a look at the environment. */
static BOOL data_folder(const wchar_t *given, wchar_t *into)
{
    static const wchar_t OURS[] = L"\\Deskbell";
    size_t length;
    if (given) {
        if (wcslen(given) >= LONGEST_PATH) return FALSE;
        wcscpy(into, given);
        return TRUE;
    }
    length = GetEnvironmentVariableW(L"LOCALAPPDATA", into, LONGEST_PATH);
    if (length == 0 || length + sizeof OURS / sizeof *OURS > LONGEST_PATH) return FALSE;
    wcscat(into, OURS);
    return TRUE;
}

/* Nobody who starts, ends or writes it is held up by our looking at it. */
static HANDLE opened(const wchar_t *folder, const wchar_t *name)
{
    wchar_t file[LONGEST_PATH + 32];
    wcscpy(file, folder);
    wcscat(wcscat(file, L"\\"), name);
    return CreateFileW(file, GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL, OPEN_EXISTING,
                       0, NULL);
}

/* Asks for a lock that others may have too, so that two hooks at once are not taken for a Deskbell. */
static BOOL is_running(const wchar_t *folder)
{
    OVERLAPPED start = {0};
    HANDLE lock = opened(folder, L"instance.lock");
    BOOL is_free;
    if (lock == INVALID_HANDLE_VALUE) return FALSE;
    is_free = LockFileEx(lock, LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &start);
    if (is_free) UnlockFileEx(lock, 0, 1, 0, &start);
    CloseHandle(lock);
    return !is_free;
}

/* FALSE while it is not written yet. */
static BOOL read_address(const wchar_t *folder, Address *address)
{
    char text[64];
    DWORD length = 0;
    int digits = 0;
    HANDLE file = opened(folder, L"instance.address");
    if (file == INVALID_HANDLE_VALUE) return FALSE;
    if (!ReadFile(file, text, sizeof text - 1, &length, NULL)) length = 0;
    CloseHandle(file);
    text[length] = 0;
    address->port = 0;
    while (digits < 5 && text[digits] >= '0' && text[digits] <= '9') {
        address->port = 10 * address->port + text[digits++] - '0';
    }
    if (address->port < 1 || address->port > 65535 || text[digits] != ' ') return FALSE;
    if (length != (DWORD) digits + 1 + PASSWORD || strspn(text + digits + 1, HEX) != PASSWORD) return FALSE;
    memcpy(address->password, text + digits + 1, PASSWORD);
    return TRUE;
}

static void add_byte(Request *request, int value)
{
    if (request->length == MOST_BYTES) request->too_long = TRUE;
    else request->bytes[request->length++] = (char) value;
}

/* As Java's DataOutput.writeUTF has it: two bytes of length, then one to three for each letter of UTF-16. */
static void add_text(Request *request, const wchar_t *text)
{
    const wchar_t *letter;
    int length = 0;
    for (letter = text; *letter; letter++) length += *letter < 0x80 ? 1 : *letter < 0x800 ? 2 : 3;
    if (length > 0xFFFF) request->too_long = TRUE;
    add_byte(request, length >> 8);
    add_byte(request, length);
    for (letter = text; *letter; letter++) {
        if (*letter < 0x80) {
            add_byte(request, *letter);
        } else if (*letter < 0x800) {
            add_byte(request, 0xC0 | *letter >> 6);
            add_byte(request, 0x80 | (*letter & 0x3F));
        } else {
            add_byte(request, 0xE0 | *letter >> 12);
            add_byte(request, 0x80 | (*letter >> 6 & 0x3F));
            add_byte(request, 0x80 | (*letter & 0x3F));
        }
    }
}

/* Password, number of words, words. FALSE when it is more than the other one takes. */
static BOOL write_request(Request *request, const Address *address, int count, wchar_t **words)
{
    int i;
    request->length = 0;
    request->too_long = count > MOST_WORDS;
    add_byte(request, 0); /* The password's length. */
    add_byte(request, PASSWORD);
    for (i = 0; i < PASSWORD; i++) add_byte(request, address->password[i]);
    add_byte(request, count);
    for (i = 0; i < count; i++) add_text(request, words[i]);
    return !request->too_long;
}

static BOOL is_ready(SOCKET door, BOOL to_send, ULONGLONG deadline)
{
    ULONGLONG now = GetTickCount64();
    struct timeval left = {0};
    fd_set ready, failed;
    if (now >= deadline) return FALSE;
    left.tv_sec = (long) ((deadline - now) / 1000);
    left.tv_usec = (long) ((deadline - now) % 1000 * 1000);
    FD_ZERO(&ready);
    FD_ZERO(&failed);
    FD_SET(door, &ready);
    FD_SET(door, &failed); /* Where Windows tells of a connection that did not come about. */
    return select(0, to_send ? NULL : &ready, to_send ? &ready : NULL, &failed, &left) > 0 && FD_ISSET(door, &ready);
}

static BOOL has_sent(SOCKET door, const Request *request, ULONGLONG deadline)
{
    int sent = 0;
    while (sent < request->length) {
        int more;
        if (!is_ready(door, TRUE, deadline)) return FALSE;
        more = send(door, request->bytes + sent, request->length - sent, 0);
        if (more <= 0) return FALSE;
        sent += more;
    }
    return TRUE;
}

/* What the program says then. Once it was sent, nobody may tell it again: it may have been taken. */
static int unanswered(void)
{
    fputs("Deskbell is already running and does not answer: end it and start again\n", stderr);
    return 1;
}

static int converse(SOCKET door, const Address *address, const Request *request)
{
    ULONGLONG deadline = GetTickCount64() + PATIENCE_MILLIS;
    struct sockaddr_in here = {0};
    u_long without_waiting = 1;
    char answer;
    here.sin_family = AF_INET;
    here.sin_port = htons((u_short) address->port);
    here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (ioctlsocket(door, FIONBIO, &without_waiting)) return LEFT_TO_THE_PROGRAM;
    if (connect(door, (struct sockaddr *) &here, sizeof here) && WSAGetLastError() != WSAEWOULDBLOCK) {
        return LEFT_TO_THE_PROGRAM;
    }
    if (!has_sent(door, request, deadline)) return LEFT_TO_THE_PROGRAM;
    if (!is_ready(door, FALSE, deadline) || recv(door, &answer, 1, 0) != 1) return unanswered();
    return answer == 0 ? 0 : LEFT_TO_THE_PROGRAM;
}

int hand_over(int count, wchar_t **typed)
{
    static Request request;
    wchar_t folder[LONGEST_PATH];
    const wchar_t *data = NULL;
    Address address;
    WSADATA sockets;
    SOCKET door;
    int answer;
    int event = event_in(count, typed, &data);
    if (event == count || !data_folder(data, folder) || !is_running(folder) || !read_address(folder, &address)) {
        return LEFT_TO_THE_PROGRAM;
    }
    if (!write_request(&request, &address, count - event, typed + event)) return LEFT_TO_THE_PROGRAM;
    if (WSAStartup(MAKEWORD(2, 2), &sockets)) return LEFT_TO_THE_PROGRAM;
    door = socket(AF_INET, SOCK_STREAM, IPPROTO_TCP);
    if (door == INVALID_SOCKET) return LEFT_TO_THE_PROGRAM;
    answer = converse(door, &address, &request);
    closesocket(door);
    return answer;
}
