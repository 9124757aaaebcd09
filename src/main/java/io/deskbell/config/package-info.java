/**
 * The configuration: ini files laid over one another, read into records, with errors that name file, section, key, what
 * is wrong and what would be right. The only place that knows ini4j. {@link io.deskbell.config.Keys} is the one table
 * of all keys: what may be written, what the sample says of it, and what is assumed when it is left out.
 */
package io.deskbell.config;
