/**
 * Files that nobody but their owner may read: the log, calls on disk, recordings, bundles, settings, secrets. All that
 * makes one makes it here. Uses nothing else of ours.
 */
package io.deskbell.files;
