/**
 * Watches an Asterisk or FreePBX over its manager interface (AMI), which tells of every channel there is. Channels are
 * followed one by one, joined to calls by their Linkedid, and each desk hears of the calls its own channels are in.
 */
package io.deskbell.source.asterisk;
