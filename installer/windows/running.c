/*
 * Ends the Deskbells that run from the folder of the installation, and starts one again for each session that had one.
 * Ended hard: what waits for Agent Inbox is on disk, and no window of a program in the tray can be asked to end it.
 */
#include "setup.h"
#include <tlhelp32.h>
#include <userenv.h>
#include <wtsapi32.h>

#define MOST_SESSIONS 64

static const wchar_t WAS_RUNNING[] = L"DESKBELL_WAS_RUNNING";

static BOOL path_of(HANDLE process, wchar_t *path)
{
    DWORD size = MAX_PATH;
    return QueryFullProcessImageNameW(process, 0, path, &size);
}

/* In bin, whatever the folder above is called: at an upgrade it may be another. */
static BOOL is_ours(const wchar_t *path)
{
    const wchar_t *name = wcsrchr(path, L'\\');
    wchar_t jar[MAX_PATH + 32];
    if (!name || (_wcsicmp(name, L"\\deskbell.exe") && _wcsicmp(name, L"\\deskbellc.exe"))) return FALSE;
    _snwprintf(jar, MAX_PATH + 32, L"%.*ls\\..\\app\\deskbell.jar", (int) (name - path), path);
    return GetFileAttributesW(jar) != INVALID_FILE_ATTRIBUTES;
}

static void end(DWORD id, wchar_t *sessions)
{
    wchar_t path[MAX_PATH], session_text[16];
    DWORD session = 0;
    HANDLE process = OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION | PROCESS_TERMINATE | SYNCHRONIZE, FALSE, id);
    if (!process) return;
    if (path_of(process, path) && is_ours(path) && TerminateProcess(process, 0)) {
        WaitForSingleObject(process, 5000);
        ProcessIdToSessionId(id, &session);
        _snwprintf(session_text, 16, L"%lu,", session);
        if (!wcsstr(sessions, session_text) && wcslen(sessions) < LONGEST - 16) wcscat(sessions, session_text);
    }
    CloseHandle(process);
}

UINT WINAPI StopRunning(MSIHANDLE install)
{
    wchar_t sessions[LONGEST] = L"";
    PROCESSENTRY32W entry = {.dwSize = sizeof entry};
    HANDLE all = CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0);
    BOOL more;
    if (all == INVALID_HANDLE_VALUE) return ERROR_SUCCESS;
    for (more = Process32FirstW(all, &entry); more; more = Process32NextW(all, &entry)) {
        if (!_wcsnicmp(entry.szExeFile, L"deskbell", 8)) end(entry.th32ProcessID, sessions);
    }
    CloseHandle(all);
    if (sessions[0]) MsiSetPropertyW(install, WAS_RUNNING, sessions);
    return ERROR_SUCCESS;
}

/* As the user of that session: software distribution installs as SYSTEM, which is nobody's desktop. */
static BOOL start_for_user_of(DWORD session, wchar_t *program)
{
    HANDLE token;
    void *environment = NULL;
    STARTUPINFOW start = {.cb = sizeof start, .lpDesktop = L"winsta0\\default"};
    PROCESS_INFORMATION started;
    BOOL good;
    if (!WTSQueryUserToken(session, &token)) return FALSE;
    CreateEnvironmentBlock(&environment, token, FALSE);
    good = CreateProcessAsUserW(token, program, NULL, NULL, NULL, FALSE, CREATE_UNICODE_ENVIRONMENT, environment, NULL,
                                &start, &started);
    if (environment) DestroyEnvironmentBlock(environment);
    if (good) {
        CloseHandle(started.hThread);
        CloseHandle(started.hProcess);
    }
    CloseHandle(token);
    return good;
}

static void start_here(wchar_t *program)
{
    STARTUPINFOW start = {.cb = sizeof start};
    PROCESS_INFORMATION started;
    if (!CreateProcessW(program, NULL, NULL, NULL, FALSE, 0, NULL, NULL, &start, &started)) return;
    CloseHandle(started.hThread);
    CloseHandle(started.hProcess);
}

UINT WINAPI StartAgain(MSIHANDLE install)
{
    wchar_t sessions[LONGEST], program[MAX_PATH + LONGEST], *session, *rest;
    DWORD own = 0;
    property(install, WAS_RUNNING, sessions);
    property(install, L"INSTALLDIR", program);
    wcscat(program, L"bin\\deskbell.exe");
    ProcessIdToSessionId(GetCurrentProcessId(), &own);
    for (session = wcstok_s(sessions, L",", &rest); session; session = wcstok_s(NULL, L",", &rest)) {
        DWORD id = wcstoul(session, NULL, 10);
        if (!start_for_user_of(id, program) && id == own) start_here(program);
    }
    return ERROR_SUCCESS;
}
