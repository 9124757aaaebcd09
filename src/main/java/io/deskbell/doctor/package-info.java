/**
 * Diagnosis: looks at every part the way it will be used and says, a line each, what is well, what is not and what to
 * do. Changes nothing and makes no conversation.
 */
package io.deskbell.doctor;
