/**
 * Whether, when and how often to bring up the conversation of a call in the agent's browser. Decides and says what to
 * open; how it is opened is the desktop's part.
 */
package io.deskbell.pop;
