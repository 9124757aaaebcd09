/**
 * A phone that is not there: it plays a day at the desk to whoever watches it, for the demo and for looking around
 * without a telephone system. Everything after it is the real thing.
 */
package io.deskbell.source.simulator;
