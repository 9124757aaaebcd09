/* For tests only: Wine 8 has no GetAnycastIpAddressTable, and the JDK cannot do without. All else is Wine's own. */
#include <windows.h>

ULONG WINAPI GetAnycastIpAddressTable(USHORT family, void **table)
{
    (void) family;
    *table = NULL;
    return ERROR_NOT_SUPPORTED;
}
