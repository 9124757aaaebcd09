/*
 * What the files of setup.dll share. Two lists come from the build, as this version knows them: SOURCES, the kinds of
 * phones, and COUNTRIES, those that have telephone numbers.
 */
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
/* FALSE for one that is too long to be a value of ours; INTO is empty then. */
BOOL property(MSIHANDLE install, const wchar_t *name, wchar_t *into);
