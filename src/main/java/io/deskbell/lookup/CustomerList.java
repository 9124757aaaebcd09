package io.deskbell.lookup;

import io.deskbell.call.Reason;
import java.util.List;

/**
 * A list of customers as it was read.
 *
 * @param lines with a customer in them, understood or not
 * @param refused how many of them tell nothing
 * @param why the first of those, by line
 * @param shared numbers that several customers have
 */
record CustomerList(CustomerTable table, int lines, int refused, List<Reason> why, int shared) {
    static final CustomerList EMPTY = new CustomerList(CustomerTable.EMPTY, 0, 0, List.of(), 0);

    CustomerList {
        why = List.copyOf(why);
    }
}
