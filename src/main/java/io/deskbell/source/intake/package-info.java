/**
 * Takes what phones and softphones tell on their own: action URLs, notifications and command-line hooks, each maker in
 * a named profile. One listener, a secret in its path; phones cannot sign, so the listener trusts little else.
 */
package io.deskbell.source.intake;
