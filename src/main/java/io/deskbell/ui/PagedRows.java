package io.deskbell.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.collections.ObservableListBase;

/**
 * A list of any length that holds only the pages looked at last. A row that is not there yet is empty; when its page
 * arrives the list says so. On JavaFX's thread only.
 */
final class PagedRows extends ObservableListBase<Optional<CallRow>> {
    static final int PAGE = 50;
    static final int PAGES_KEPT = 20;

    private final long[] places;
    private final BiConsumer<List<Long>, PagedRows> loader;
    private final Map<Integer, List<Optional<CallRow>>> pages = new LinkedHashMap<>(16, 0.75f, true);

    /** @param loader is asked for the rows at some places, and answers with {@link #arrived} at once or later */
    PagedRows(long[] places, BiConsumer<List<Long>, PagedRows> loader) {
        this.places = places.clone();
        this.loader = loader;
    }

    @Override
    public Optional<CallRow> get(int index) {
        int page = index / PAGE;
        List<Optional<CallRow>> rows = pages.get(page);
        if (rows == null) {
            pages.put(page, List.of()); // Asked for once.
            loader.accept(placesOf(page), this);
            rows = pages.get(page);
        }
        return index % PAGE < rows.size() ? rows.get(index % PAGE) : Optional.empty();
    }

    @Override
    public int size() {
        return places.length;
    }

    /** The rows at these places, in their order; empty where the call has moved meanwhile. */
    void arrived(List<Long> asked, List<Optional<CallRow>> rows) {
        int first = indexOfPlace(asked.getFirst());
        if (first < 0) return;
        pages.put(first / PAGE, List.copyOf(rows));
        if (pages.size() > PAGES_KEPT) pages.remove(pages.keySet().iterator().next());
        beginChange();
        for (int i = 0; i < rows.size(); i++) nextUpdate(first + i);
        endChange();
    }

    /** Where in the list this place is, or -1. */
    int indexOfPlace(long place) {
        for (int i = 0; i < places.length; i++) {
            if (places[i] == place) return i;
        }
        return -1;
    }

    private List<Long> placesOf(int page) {
        List<Long> wanted = new ArrayList<>();
        int end = Math.min(places.length, (page + 1) * PAGE);
        for (int i = page * PAGE; i < end; i++) wanted.add(places[i]);
        return wanted;
    }
}
