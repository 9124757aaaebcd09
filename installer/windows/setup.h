/* What the files of setup.dll share. SOURCES comes from the build: the kinds of phones this version knows. */
#include <windows.h>
#include <msi.h>
#include <msiquery.h>
#include <shellapi.h>
#include <shlobj.h>
#include <stdio.h>
#include <wchar.h>
#include <wctype.h>

#define LONGEST 1024

void say(MSIHANDLE install, INSTALLMESSAGE kind, const wchar_t *words);
void property(MSIHANDLE install, const wchar_t *name, wchar_t *into);
