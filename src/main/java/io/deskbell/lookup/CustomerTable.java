package io.deskbell.lookup;

import io.deskbell.call.PhoneNumber;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Who has which number. A number is a long, all texts lie in one array: 100,000 customers take some megabytes, where
 * a map of strings takes forty. Filled by one thread, read by any once it is handed over.
 */
final class CustomerTable {
    static final CustomerTable EMPTY = new CustomerTable();

    private static final int SEVERAL = -1;
    private static final char BETWEEN = '\n';

    /** Open addressing: 0 is a free place, for no number is 0. */
    private long[] numbers = new long[64];
    private int[] customerOf = new int[64];
    private int size;
    private byte[] texts = new byte[1_024];
    private int[] starts = new int[65];
    private int customers;

    /** @return the customer's place, for {@link #add} */
    int customer(String value, String name) {
        byte[] text = (value + BETWEEN + name).getBytes(StandardCharsets.UTF_8);
        if (customers + 1 == starts.length) starts = Arrays.copyOf(starts, starts.length * 2);
        int start = starts[customers];
        if (start + text.length > texts.length) texts = Arrays.copyOf(texts, (start + text.length) * 2);
        System.arraycopy(text, 0, texts, start, text.length);
        starts[customers + 1] = start + text.length;
        return customers++;
    }

    /** False when another customer has that number: then neither is told from it. */
    boolean add(PhoneNumber number, int customer) {
        if (size * 2 >= numbers.length) grow();
        long key = key(number);
        int place = place(numbers, key);
        if (numbers[place] == 0) {
            numbers[place] = key;
            customerOf[place] = customer;
            size++;
            return true;
        }
        int before = customerOf[place];
        boolean same = before != SEVERAL && valueOf(before).equals(valueOf(customer))
                && (!valueOf(before).isEmpty() || text(before).equals(text(customer)));
        if (!same) customerOf[place] = SEVERAL;
        return same;
    }

    Found find(PhoneNumber number) {
        int place = place(numbers, key(number));
        if (numbers[place] == 0 || customerOf[place] == SEVERAL) return Found.NOTHING;
        String text = text(customerOf[place]);
        int between = text.indexOf(BETWEEN);
        return new Found(Optional.of(text.substring(0, between)), Optional.of(text.substring(between + 1)));
    }

    int size() {
        return size;
    }

    /** Gives back what was taken in reserve. */
    CustomerTable trimmed() {
        texts = Arrays.copyOf(texts, starts[customers]);
        starts = Arrays.copyOf(starts, customers + 1);
        return this;
    }

    private String valueOf(int customer) {
        String text = text(customer);
        return text.substring(0, text.indexOf(BETWEEN));
    }

    private String text(int customer) {
        return new String(texts, starts[customer], starts[customer + 1] - starts[customer], StandardCharsets.UTF_8);
    }

    private void grow() {
        long[] more = new long[numbers.length * 2];
        int[] moreCustomers = new int[more.length];
        for (int old = 0; old < numbers.length; old++) {
            if (numbers[old] == 0) continue;
            int place = place(more, numbers[old]);
            more[place] = numbers[old];
            moreCustomers[place] = customerOf[old];
        }
        numbers = more;
        customerOf = moreCustomers;
    }

    /** Where the number stands, or would: the lengths are powers of two. */
    private static int place(long[] numbers, long key) {
        int place = Long.hashCode(key * 0x9E3779B97F4A7C15L) & (numbers.length - 1);
        while (numbers[place] != 0 && numbers[place] != key) place = (place + 1) & (numbers.length - 1);
        return place;
    }

    /** A number has 15 digits at most (E.164) and never begins with a 0, so none is lost. */
    private static long key(PhoneNumber number) {
        return Long.parseLong(number.digits());
    }
}
