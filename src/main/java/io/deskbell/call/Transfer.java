package io.deskbell.call;

/** Where a call went when the agent gave it away; inferred when no phone said so in words. */
public record Transfer(Extension to, boolean inferred) {
}
