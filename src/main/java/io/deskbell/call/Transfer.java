package io.deskbell.call;

/** Where a call went when the agent gave it away; inferred when no phone said so in words. */
public record Transfer(Extension to, boolean inferred) {
    /** A colleague of whom the telephone system tells no number: nobody that a helpdesk could be told of. */
    public static final Extension SOMEBODY = new Extension("?");

    public boolean isToSomebody() {
        return to.equals(SOMEBODY);
    }
}
