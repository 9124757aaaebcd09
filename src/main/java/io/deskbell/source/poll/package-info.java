/**
 * Asks desk phones that do not tell of their calls by themselves: a request now and then while nobody calls, several a
 * second during a call. Some want a log-in first. A phone that cannot answer is a lost line, never a call that ended.
 */
package io.deskbell.source.poll;
