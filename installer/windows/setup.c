/*
 * The steps of the MSI that its tables cannot do: check the values given, write them into config.ini without touching
 * the others, end the running program and start it again, remove all data when asked to.
 *
 * A value that is not given is not written: an upgrade without properties leaves the stored key alone.
 */
#include "setup.h"

static const struct {
    const wchar_t *property, *section, *key;
} WRITTEN[] = {
    {L"EXTENSION", L"agent", L"extension"}, {L"COUNTRY", L"agent", L"country"},
    {L"APIKEY", L"inbox", L"api_key"},      {L"APIURL", L"inbox", L"api_url"},
    {L"SOURCE", L"phone", L"source"},       {L"SERVER", L"sip", L"server"},
};
#define WRITTEN_COUNT (sizeof WRITTEN / sizeof *WRITTEN)

void say(MSIHANDLE install, INSTALLMESSAGE kind, const wchar_t *words)
{
    MSIHANDLE record = MsiCreateRecord(1);
    MsiRecordSetStringW(record, 0, L"Deskbell: [1]");
    MsiRecordSetStringW(record, 1, words);
    MsiProcessMessage(install, kind, record);
    MsiCloseHandle(record);
}

BOOL property(MSIHANDLE install, const wchar_t *name, wchar_t *into)
{
    DWORD size = LONGEST;
    UINT result = MsiGetPropertyW(install, name, into, &size);
    if (result != ERROR_SUCCESS) into[0] = 0;
    return result != ERROR_MORE_DATA;
}

static BOOL is_for_machine(MSIHANDLE install)
{
    wchar_t value[LONGEST];
    property(install, L"ALLUSERS", value);
    return value[0] != 0;
}

static void remembered(MSIHANDLE install, const wchar_t *name, const wchar_t *value_name, const wchar_t *otherwise)
{
    wchar_t given[LONGEST], stored[LONGEST];
    DWORD size = sizeof stored - sizeof(wchar_t);
    HKEY root = is_for_machine(install) ? HKEY_LOCAL_MACHINE : HKEY_CURRENT_USER;
    property(install, name, given);
    if (given[0]) return;
    memset(stored, 0, sizeof stored);
    if (RegGetValueW(root, L"Software\\Deskbell\\Installer", value_name, RRF_RT_REG_SZ | RRF_SUBKEY_WOW6464KEY, NULL,
                     stored, &size) != ERROR_SUCCESS || !stored[0]) {
        wcscpy(stored, otherwise);
    }
    if (stored[0]) MsiSetPropertyW(install, name, stored);
}

/* What the last installation was told and this one is not. A removal goes where the files are, whatever it is told. */
UINT WINAPI Remember(MSIHANDLE install)
{
    wchar_t removed[LONGEST];
    property(install, L"REMOVE", removed);
    if (!wcscmp(removed, L"ALL")) MsiSetPropertyW(install, L"INSTALLDIR", L"");
    remembered(install, L"INSTALLDIR", L"InstallDir", L"");
    remembered(install, L"AUTOSTART", L"Autostart", L"1");
    return ERROR_SUCCESS;
}

static BOOL consists_of(const wchar_t *value, const wchar_t *others)
{
    for (; *value; value++) {
        if (*value > 126 || (!iswalnum(*value) && !wcschr(others, *value))) return FALSE;
    }
    return TRUE;
}

static BOOL is_switch(const wchar_t *value)
{
    return !wcscmp(value, L"0") || !wcscmp(value, L"1");
}

static BOOL is_country(const wchar_t *value)
{
    wchar_t code[] = L" ?? ";
    if (wcslen(value) != 2) return FALSE;
    code[1] = towupper(value[0]);
    code[2] = towupper(value[1]);
    return wcsstr(L" " COUNTRIES L" ", code) != NULL;
}

static BOOL is_extension(const wchar_t *value)
{
    return wcslen(value) <= 32 && consists_of(value, L"+*#._-");
}

static BOOL is_source(const wchar_t *value)
{
    wchar_t words[LONGEST], *word, *rest;
    wcscpy(words, value);
    for (word = wcstok_s(words, L", ", &rest); word; word = wcstok_s(NULL, L", ", &rest)) {
        wchar_t known[LONGEST] = SOURCES, *each, *more;
        for (each = wcstok_s(known, L", ", &more); each && wcscmp(each, word); each = wcstok_s(NULL, L", ", &more)) {
        }
        if (!each) return FALSE;
    }
    return TRUE;
}

static BOOL is_key(const wchar_t *value)
{
    return consists_of(value, L"-_.~");
}

static BOOL is_web_address(const wchar_t *value)
{
    size_t scheme = !wcsncmp(value, L"https://", 8) ? 8 : !wcsncmp(value, L"http://", 7) ? 7 : 0;
    return scheme && value[scheme] && value[scheme] != L'/' && consists_of(value, L":/.-_~%[]");
}

static BOOL is_server(const wchar_t *value)
{
    return consists_of(value, L":;=.,-_@[] ");
}

static BOOL is_file(const wchar_t *value)
{
    DWORD attributes = GetFileAttributesW(value);
    return attributes != INVALID_FILE_ATTRIBUTES && !(attributes & FILE_ATTRIBUTE_DIRECTORY);
}

static BOOL is_readable(const wchar_t *value)
{
    HANDLE file = CreateFileW(value, GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL,
                              OPEN_EXISTING, 0, NULL);
    if (file == INVALID_HANDLE_VALUE) return FALSE;
    CloseHandle(file);
    return TRUE;
}

static const struct {
    const wchar_t *property;
    BOOL (*is_right)(const wchar_t *);
    const wchar_t *right;
} RULES[] = {
    {L"AUTOSTART", is_switch, L"must be 0 or 1"},
    {L"PURGE", is_switch, L"must be 0 or 1"},
    {L"COUNTRY", is_country, L"must be the two letters of a country, for example NL or GB"},
    {L"EXTENSION", is_extension, L"must be an extension, for example 201"},
    {L"SOURCE", is_source, L"must be of: " SOURCES},
    {L"APIKEY", is_key, L"must be a key as CM.com gave it: letters, digits and - . _ ~ only"},
    {L"APIURL", is_web_address, L"must be an address such as https://api.robinhq.com"},
    {L"SERVER", is_server, L"must be like sip:pbx.example.com:5061;transport=tls"},
    {L"CONFIG", is_readable, L"must be a file that can be read"},
};

/* One line for each that is wrong, then the end: nothing was changed yet. */
UINT WINAPI CheckValues(MSIHANDLE install)
{
    wchar_t value[LONGEST], words[2 * LONGEST], data[8 * LONGEST] = L"";
    UINT result = ERROR_SUCCESS;
    size_t i;
    for (i = 0; i < sizeof RULES / sizeof *RULES; i++) {
        BOOL fits = property(install, RULES[i].property, value);
        if (fits && (!value[0] || RULES[i].is_right(value))) continue;
        /* A key that was mistyped is a key all the same: it stays out of the log. */
        _snwprintf(words, 2 * LONGEST, L"%ls=%ls %ls", RULES[i].property,
                   !fits ? L"(too long)" : RULES[i].is_right == is_key ? L"****" : value, RULES[i].right);
        say(install, INSTALLMESSAGE_ERROR, words);
        result = ERROR_INSTALL_FAILURE;
    }
    wcscat(data, is_for_machine(install) ? L"machine" : L"user");
    property(install, L"CONFIG", value);
    wcscat(wcscat(data, L"|"), value);
    for (i = 0; i < WRITTEN_COUNT; i++) {
        property(install, WRITTEN[i].property, value);
        wcscat(wcscat(data, L"|"), value);
    }
    MsiSetPropertyW(install, L"WriteConfig", data);
    property(install, L"PURGE", value);
    _snwprintf(data, LONGEST, L"%ls|%ls", is_for_machine(install) ? L"machine" : L"user", value);
    MsiSetPropertyW(install, L"RemoveData", data);
    return result;
}

/* The next field of what was handed to a deferred step. */
static wchar_t *next(wchar_t **rest)
{
    wchar_t *field = *rest, *bar = wcschr(field, L'|');
    if (bar) *bar = 0;
    *rest = bar ? bar + 1 : field + wcslen(field);
    return field;
}

static BOOL is_anything(const wchar_t *fields)
{
    return fields[wcsspn(fields, L"|")] != 0;
}

/* Windows takes the mark of UTF-8 for a part of the first line, and would begin that section a second time. */
static BOOL without_mark(const wchar_t *path)
{
    unsigned char mark[3];
    char *text = NULL;
    DWORD size, got = 0;
    BOOL good = FALSE;
    HANDLE file = CreateFileW(path, GENERIC_READ | GENERIC_WRITE, 0, NULL, OPEN_EXISTING, 0, NULL);
    if (file == INVALID_HANDLE_VALUE) return FALSE;
    size = GetFileSize(file, NULL);
    if (!ReadFile(file, mark, 3, &got, NULL) || got < 3 || memcmp(mark, "\xEF\xBB\xBF", 3)) {
        good = TRUE;
    } else if ((text = malloc(size)) && ReadFile(file, text, size - 3, &got, NULL)) {
        SetFilePointer(file, 0, NULL, FILE_BEGIN);
        good = WriteFile(file, text, got, &got, NULL) && SetEndOfFile(file);
    }
    free(text);
    CloseHandle(file);
    return good;
}

/* Whoever started the installation could read it: see CheckValues. Windows Installer itself works as SYSTEM. */
static void say_unreadable(MSIHANDLE install, const wchar_t *config)
{
    wchar_t words[2 * LONGEST];
    _snwprintf(words, 2 * LONGEST, L"CONFIG=%ls must be a file that the computer's own account (SYSTEM) can read, too",
               config);
    say(install, INSTALLMESSAGE_ERROR, words);
}

/* Into a copy that takes the file's place as a whole: a configuration is never half. */
UINT WINAPI WriteConfig(MSIHANDLE install)
{
    wchar_t data[LONGEST * 8], folder[MAX_PATH], file[MAX_PATH + 32], half[MAX_PATH + 32], *rest = data, *config;
    DWORD size = LONGEST * 8;
    BOOL machine, good;
    size_t i;
    if (MsiGetPropertyW(install, L"CustomActionData", data, &size) != ERROR_SUCCESS) return ERROR_INSTALL_FAILURE;
    machine = !wcscmp(next(&rest), L"machine");
    if (!is_anything(rest)) return ERROR_SUCCESS;

    SHGetFolderPathW(NULL, machine ? CSIDL_COMMON_APPDATA : CSIDL_APPDATA, NULL, 0, folder);
    wcscat(folder, L"\\Deskbell");
    CreateDirectoryW(folder, NULL);
    wsprintfW(file, L"%s\\config.ini", folder);
    wsprintfW(half, L"%s\\config.ini.new", folder);
    DeleteFileW(half);
    config = next(&rest);
    good = config[0] ? CopyFileW(config, half, FALSE) : !is_file(file) || CopyFileW(file, half, FALSE);
    if (config[0] && !good) say_unreadable(install, config);
    good = good && (!is_file(half) || without_mark(half));
    for (i = 0; good && i < WRITTEN_COUNT; i++) {
        wchar_t *value = next(&rest);
        if (value[0]) good = WritePrivateProfileStringW(WRITTEN[i].section, WRITTEN[i].key, value, half);
    }
    WritePrivateProfileStringW(NULL, NULL, NULL, half); /* Old Windows keeps it in memory otherwise. */
    good = good && MoveFileExW(half, file, MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH);
    if (good) return ERROR_SUCCESS;
    DeleteFileW(half);
    say(install, INSTALLMESSAGE_ERROR, L"the configuration could not be written; the file before is as it was");
    return ERROR_INSTALL_FAILURE;
}

static void remove_folder(const wchar_t *folder)
{
    wchar_t doubly_ended[MAX_PATH + 2] = L"";
    SHFILEOPSTRUCTW operation = {0};
    if (wcslen(folder) >= MAX_PATH || GetFileAttributesW(folder) == INVALID_FILE_ATTRIBUTES) return;
    wcscpy(doubly_ended, folder);
    operation.wFunc = FO_DELETE;
    operation.pFrom = doubly_ended;
    operation.fFlags = FOF_NO_UI;
    SHFileOperationW(&operation);
}

static void remove_from_profile(const wchar_t *profile)
{
    wchar_t folder[2 * MAX_PATH];
    _snwprintf(folder, 2 * MAX_PATH, L"%ls\\AppData\\Local\\Deskbell", profile);
    remove_folder(folder);
    _snwprintf(folder, 2 * MAX_PATH, L"%ls\\AppData\\Roaming\\Deskbell", profile);
    remove_folder(folder);
}

/* Everybody's, when the installation was everybody's. */
static void remove_from_all_profiles(void)
{
    wchar_t name[256], path[MAX_PATH], expanded[MAX_PATH];
    HKEY list;
    DWORD i, size;
    if (RegOpenKeyExW(HKEY_LOCAL_MACHINE, L"Software\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList", 0, KEY_READ,
                      &list) != ERROR_SUCCESS) return;
    for (i = 0; size = 256, RegEnumKeyExW(list, i, name, &size, NULL, NULL, NULL, NULL) == ERROR_SUCCESS; i++) {
        size = sizeof path;
        if (RegGetValueW(list, name, L"ProfileImagePath", RRF_RT_ANY, NULL, path, &size) != ERROR_SUCCESS) continue;
        if (ExpandEnvironmentStringsW(path, expanded, MAX_PATH)) remove_from_profile(expanded);
    }
    RegCloseKey(list);
}

UINT WINAPI RemoveData(MSIHANDLE install)
{
    wchar_t data[LONGEST], folder[MAX_PATH], *rest = data, *scope;
    property(install, L"CustomActionData", data);
    scope = next(&rest);
    if (wcscmp(next(&rest), L"1")) return ERROR_SUCCESS;
    SHGetFolderPathW(NULL, CSIDL_APPDATA, NULL, 0, folder);
    remove_folder(wcscat(folder, L"\\Deskbell"));
    SHGetFolderPathW(NULL, CSIDL_LOCAL_APPDATA, NULL, 0, folder);
    remove_folder(wcscat(folder, L"\\Deskbell"));
    if (wcscmp(scope, L"machine")) return ERROR_SUCCESS;
    SHGetFolderPathW(NULL, CSIDL_COMMON_APPDATA, NULL, 0, folder);
    remove_folder(wcscat(folder, L"\\Deskbell"));
    remove_from_all_profiles();
    return ERROR_SUCCESS;
}

/*
 * The start-up cache compares the jars' times. A cabinet keeps them in local time without saying whose, so that they
 * come out otherwise in another zone: they are set to what AppFolder.java gave them.
 */
UINT WINAPI SetTimes(MSIHANDLE install)
{
    static const SYSTEMTIME FIXED = {.wYear = 2026, .wMonth = 1, .wDay = 1};
    wchar_t home[LONGEST], path[2 * LONGEST];
    WIN32_FIND_DATAW found;
    FILETIME time;
    HANDLE search, file;
    property(install, L"CustomActionData", home);
    SystemTimeToFileTime(&FIXED, &time);
    _snwprintf(path, 2 * LONGEST, L"%lsapp\\*.jar", home);
    search = FindFirstFileW(path, &found);
    if (search == INVALID_HANDLE_VALUE) return ERROR_SUCCESS;
    do {
        _snwprintf(path, 2 * LONGEST, L"%lsapp\\%ls", home, found.cFileName);
        file = CreateFileW(path, FILE_WRITE_ATTRIBUTES, 0, NULL, OPEN_EXISTING, 0, NULL);
        if (file == INVALID_HANDLE_VALUE) continue;
        /* Both: a file changed after it was made counts as the user's, and a repair leaves it alone. */
        SetFileTime(file, &time, NULL, &time);
        CloseHandle(file);
    } while (FindNextFileW(search, &found));
    FindClose(search);
    return ERROR_SUCCESS;
}
