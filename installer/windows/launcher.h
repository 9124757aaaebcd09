/* What the files of the launchers share. */
#include <wchar.h>

/* The launcher has done nothing: the program itself is to be started. */
#define LEFT_TO_THE_PROGRAM (-1)

/* Hands a hook's event to the Deskbell that runs. The exit code, or LEFT_TO_THE_PROGRAM. */
int hand_over(int count, wchar_t **typed);
