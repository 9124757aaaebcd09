/**
 * Watches baresip through its ctrl_tcp module: JSON in netstrings. It takes one client at a time, so whoever connects
 * later pushes us out; we come back after a pause.
 */
package io.deskbell.source.baresip;
