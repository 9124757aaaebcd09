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
/* FALSE for one that is too long to be a value of ours; INTO is empty then. */
BOOL property(MSIHANDLE install, const wchar_t *name, wchar_t *into);
