/*
 * Starts Deskbell with the Java runtime beside it, in this process, so that Windows shows it as Deskbell; or hands a
 * hook's event to the one that runs, without a runtime (event.c).
 * Built twice: deskbell.exe for the desktop, deskbellc.exe (CONSOLE) for the command line.
 *
 *     bin\deskbell.exe  app\*.jar  app\native\*.dll  runtime\bin\jli.dll
 */
#include <windows.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include "launcher.h"

/* An asterisk in a number to dial is no pattern for files. */
int _dowildcard = 0;

#define MOST_OPTIONS 64
#define MOST_JARS 128

/* As the JDK's own launcher has it, src/java.base/share/native/libjli/java.h. */
typedef int(__cdecl *JliLaunch)(int argc, char **argv, int jargc, const char **jargv, int appclassc,
                                const char **appclassv, const char *fullversion, const char *dotversion,
                                const char *pname, const char *lname, BOOL javaargs, BOOL cpwildcard, BOOL javaw,
                                int ergo);

/* As installer/image/Launcher.java has them, which says why. What Java 21 does not know yet it passes over. */
static const char *OPTIONS[] = {
    "-XX:+UseSerialGC", "-Xms8m", "-XX:NewSize=3m", "-XX:MaxNewSize=12m", "-Xmx96m", "-XX:TieredStopAtLevel=1",
    "-XX:+IgnoreUnrecognizedVMOptions", "-XX:+UnlockDiagnosticVMOptions", "-XX:AsyncDeflationInterval=5000",
    "-XX:ServiceThreadCleanupInterval=10000",
    "-Djava.net.useSystemProxies=true", "-Dprism.order=sw", "-Djna.nounpack=true",
    "--enable-native-access=ALL-UNNAMED",
};

/* Meant for some other Java on this computer. */
static const wchar_t *FOREIGN[] = {L"JDK_JAVA_OPTIONS", L"JAVA_TOOL_OPTIONS", L"_JAVA_OPTIONS", L"CLASSPATH"};

/* Brought when it is needed: user32 and what comes with it would take a hook's time. */
typedef int(WINAPI *MessageBox_)(HWND owner, LPCWSTR text, LPCWSTR title, UINT kind);

static void give_up(const wchar_t *what, const wchar_t *where)
{
    wchar_t words[2 * MAX_PATH];
    _snwprintf(words, 2 * MAX_PATH, L"Deskbell cannot start: %ls %ls. Repair the installation.", what, where);
    words[2 * MAX_PATH - 1] = 0;
#ifdef CONSOLE
    fwprintf(stderr, L"%ls\n", words);
#else
    HMODULE user32 = LoadLibraryW(L"user32.dll");
    MessageBox_ box = user32 ? (MessageBox_) (void *) GetProcAddress(user32, "MessageBoxW") : NULL;
    if (box) box(NULL, words, L"Deskbell", MB_ICONERROR);
#endif
    exit(1);
}

/* The runtime reads its command line in the system's code page. */
static char *narrow(const wchar_t *text)
{
    int size = WideCharToMultiByte(CP_ACP, 0, text, -1, NULL, 0, NULL, NULL);
    char *result = malloc(size);
    WideCharToMultiByte(CP_ACP, 0, text, -1, result, size, NULL, NULL);
    return result;
}

/* A short name where there is one: it is plain ASCII, whatever the folder is called. */
static void home_folder(wchar_t *home)
{
    wchar_t path[MAX_PATH];
    BOOL lossy = FALSE;
    DWORD length = GetModuleFileNameW(NULL, path, MAX_PATH);
    int i;
    if (length == 0 || length == MAX_PATH) give_up(L"its path is too long:", path);
    for (i = 0; i < 2; i++) {
        wchar_t *slash = wcsrchr(path, L'\\');
        if (slash) *slash = 0;
    }
    wcscpy(home, path);
    WideCharToMultiByte(CP_ACP, WC_NO_BEST_FIT_CHARS, path, -1, NULL, 0, NULL, &lossy);
    if (lossy && GetShortPathNameW(path, home, MAX_PATH) == 0) wcscpy(home, path);
}

static char *joined(const char *before, const wchar_t *home, const char *after)
{
    char *folder = narrow(home);
    char *result = malloc(strlen(before) + strlen(folder) + strlen(after) + 1);
    sprintf(result, "%s%s%s", before, folder, after);
    free(folder);
    return result;
}

static int as_java_compares(const void *a, const void *b)
{
    return wcscmp(*(wchar_t *const *) a, *(wchar_t *const *) b);
}

/* The program first, then by name: the order is part of what the start-up cache remembers, see AppFolder.java. */
static char *class_path(const wchar_t *home)
{
    static const wchar_t FIRST[] = L"deskbell.jar";
    wchar_t pattern[MAX_PATH + 32], *names[MOST_JARS];
    char *path = joined("", home, "\\app\\deskbell.jar");
    WIN32_FIND_DATAW found;
    HANDLE search;
    int count = 0, i;
    swprintf(pattern, MAX_PATH + 32, L"%ls\\app\\*.jar", home);
    search = FindFirstFileW(pattern, &found);
    if (search == INVALID_HANDLE_VALUE) give_up(L"there is no", pattern);
    do {
        if (wcscmp(found.cFileName, FIRST) && count < MOST_JARS) names[count++] = _wcsdup(found.cFileName);
    } while (FindNextFileW(search, &found));
    FindClose(search);
    qsort(names, count, sizeof *names, as_java_compares);
    for (i = 0; i < count; i++) {
        char *folder = joined(";", home, "\\app\\"), *name = narrow(names[i]);
        path = realloc(path, strlen(path) + strlen(folder) + strlen(name) + 1);
        strcat(strcat(path, folder), name);
        free(folder);
        free(name);
        free(names[i]);
    }
    return path;
}

static BOOL has_cache(const wchar_t *home)
{
    wchar_t file[MAX_PATH + 32];
    swprintf(file, MAX_PATH + 32, L"%ls\\app\\deskbell.aot", home);
    return GetFileAttributesW(file) != INVALID_FILE_ATTRIBUTES;
}

/* In the runtime, where jlink put it; else it lies among the jars, and its module is not there to be named. */
static BOOL has_javafx_inside(const wchar_t *home)
{
    wchar_t pattern[MAX_PATH + 32];
    WIN32_FIND_DATAW found;
    HANDLE search;
    swprintf(pattern, MAX_PATH + 32, L"%ls\\app\\javafx-*.jar", home);
    search = FindFirstFileW(pattern, &found);
    if (search == INVALID_HANDLE_VALUE) return TRUE;
    FindClose(search);
    return FALSE;
}

/* Words from DESKBELL_JAVA_OPTIONS, which spaces part. */
static int own_options(char **into, int room)
{
    static char text[2048];
    int count = 0;
    char *word;
    DWORD length = GetEnvironmentVariableA("DESKBELL_JAVA_OPTIONS", text, sizeof text);
    if (length == 0 || length >= sizeof text) return 0;
    for (word = strtok(text, " "); word && count < room; word = strtok(NULL, " ")) into[count++] = word;
    return count;
}

int wmain(int typed_count, wchar_t **typed)
{
    static char *argv[MOST_OPTIONS + 512];
    wchar_t home[MAX_PATH], library[MAX_PATH + 64], runtime[MAX_PATH + 32];
    int argc = 0;
    size_t i;
    int j, handed = hand_over(typed_count, typed);
    HMODULE jli;
    JliLaunch launch;

    if (handed != LEFT_TO_THE_PROGRAM) return handed;
    home_folder(home);
    for (i = 0; i < sizeof FOREIGN / sizeof *FOREIGN; i++) SetEnvironmentVariableW(FOREIGN[i], NULL);
    argv[argc++] = "deskbell";
    for (i = 0; i < sizeof OPTIONS / sizeof *OPTIONS; i++) argv[argc++] = (char *) OPTIONS[i];
    argc += own_options(argv + argc, MOST_OPTIONS - argc - 16);
    if (has_cache(home)) {
        /* Without it the start takes longer; that it cannot be used is nothing to print at the user. */
        argv[argc++] = "-Xlog:aot=off";
        argv[argc++] = "-Xlog:cds=off";
        argv[argc++] = joined("-XX:AOTCache=", home, "\\app\\deskbell.aot");
    }
    argv[argc++] = joined("-Dorg.sqlite.lib.path=", home, "\\app\\native");
    argv[argc++] = joined("-Djna.boot.library.path=", home, "\\app\\native");
    argv[argc++] = "-cp";
    argv[argc++] = class_path(home);
    if (has_javafx_inside(home)) argv[argc++] = "--enable-native-access=javafx.graphics";
    argv[argc++] = "io.deskbell.Main";
    for (j = 1; j < typed_count && j <= 500; j++) argv[argc++] = narrow(typed[j]);

    swprintf(runtime, MAX_PATH + 32, L"%ls\\runtime\\bin", home);
    SetDllDirectoryW(runtime);
    swprintf(library, MAX_PATH + 64, L"%ls\\jli.dll", runtime);
    jli = LoadLibraryExW(library, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    if (!jli) give_up(L"there is no", library);
    launch = (JliLaunch) (void *) GetProcAddress(jli, "JLI_Launch");
    if (!launch) give_up(L"this is no Java runtime:", runtime);
#ifdef CONSOLE
    return launch(argc, argv, 0, NULL, 0, NULL, "", "", "deskbellc", "deskbellc", FALSE, FALSE, FALSE, 0);
#else
    return launch(argc, argv, 0, NULL, 0, NULL, "", "", "deskbell", "deskbell", FALSE, FALSE, TRUE, 0);
#endif
}
