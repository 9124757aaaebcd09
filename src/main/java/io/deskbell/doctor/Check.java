package io.deskbell.doctor;

import java.util.List;

/** Looks at one part; takes seconds at most. */
@FunctionalInterface
public interface Check {
    List<Finding> look() throws InterruptedException;
}
